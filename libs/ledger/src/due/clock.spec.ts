import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEventStore, type EventStore, type JsonObject } from '@app/event-store';
import { sha256OfJson } from '@app/integrity';
import { catalogue } from '../catalogue/catalogue';
import type { Author } from '../entry/author';
import { establishRelationship, logEntry } from '../entry/log-entry';
import { exportJournal } from '../journal/export';
import { importJournal } from '../journal/import';
import { envelopeOf, streamOf } from '../entry/read';
import { commandIdOf } from '../entry/command-id';
import { logViews } from '../log-views';
import type { EntryBody, Envelope } from '../entry/entry';
import { readingAt } from '../scoring/knowledge';
import { LedgerClock } from './clock';

const MONDAY = Date.parse('2026-06-01T09:00:00Z');
const TERMS = { title: 'Road', client: 'North Council', provider: 'Fieldway', start: '2026-01-01' };
const AUTHORS: Readonly<Record<string, Author>> = {
  client: { role: 'member', member: 'm-1', party: 'client' },
  provider: { role: 'member', member: 'm-2', party: 'provider' },
};

/** Who logs what when. */
type Told = readonly [party: string, at: string, body: Omit<EntryBody, 'text'>];

interface Missed {
  readonly kind: string;
  readonly asks: readonly Told[];
  /** The last millisecond in which it can be done. */
  readonly until: string;
  /** Of the derived entry. */
  readonly data: JsonObject;
  readonly does: readonly Told[];
}

const JUNE = '2026-06-01T10:00:00Z';
const LATER = '2026-06-02T10:00:00Z';
const BOARD = { body: 'board', title: 'x', terms: 'x', meets: 'monthly' };
const OBJECTIVE = { title: 'x', outcome: 'x', driversClient: 'x', driversProvider: 'x', measure: 'x' };
const INDICATOR = { indicator: 'defects', title: 'x', unit: 'x', target: 1, direction: 'at-most', every: 'month' };
const MEASURED = { indicator: 'defects', value: 3, from: '2026-05-01', until: '2026-05-31' };
const ASSESSED = {
  ...{ capabilityAssessed: true, aptitudeAssessed: true, commitmentAssessed: true, developmentAgreed: true },
  ...{ behaviourAssessed: true, interactionAssessed: true, otherPartyConsulted: false },
};
const DOCUMENT = {
  ...{ version: '1', disengagement: 'x', continuity: 'x', customerSupport: 'x', stakeholders: 'x', assets: 'x' },
  ...{ financial: 'x', commercial: 'x', people: 'x', conflicts: 'x', conflictsAddressed: 'x' },
};

/** Every kind that the ledger derives, but those of issues, which have specs of their own. */
const MISSED: readonly Missed[] = [
  {
    kind: 'meeting.missed',
    asks: [['client', JUNE, { kind: 'governance.established', data: BOARD }]],
    until: '2026-07-11T22:59:59.999Z',
    data: { body: 'board', due: '2026-07-01' },
    does: [
      [
        'client',
        '2026-07-08T10:00:00Z',
        { kind: 'meeting.held', data: { body: 'board', quorate: true, attended: 'x' } },
      ],
    ],
  },
  {
    kind: 'sponsor.vacant',
    asks: [['provider', JUNE, { kind: 'sponsor.changed', data: { about: 'provider', role: 'x' } }]],
    until: '2026-06-29T22:59:59.999Z',
    data: { about: 'provider', due: '2026-06-29' },
    does: [['provider', LATER, { kind: 'sponsor.appointed', data: { about: 'provider', role: 'x' } }]],
  },
  {
    kind: 'leader.vacant',
    asks: [['provider', JUNE, { kind: 'leader.departed', data: { about: 'provider', role: 'Depot manager' } }]],
    until: '2026-07-13T22:59:59.999Z',
    // The role is no fact.
    data: { about: 'provider', due: '2026-07-13' },
    does: [['provider', LATER, { kind: 'leader.appointed', data: { about: 'provider', role: 'x', ...ASSESSED } }]],
  },
  {
    kind: 'milestone.unremedied',
    asks: [
      ['client', JUNE, { kind: 'objective.proposed', data: { objective: 'o', ...OBJECTIVE } }],
      [
        'client',
        JUNE,
        { kind: 'milestone.set', data: { objective: 'o', milestone: 'm', title: 'x', due: '2026-06-01' } },
      ],
      ['client', JUNE, { kind: 'milestone.missed', data: { objective: 'o', milestone: 'm' } }],
    ],
    until: '2026-06-29T22:59:59.999Z',
    data: { objective: 'o', milestone: 'm', due: '2026-06-29' },
    does: [['provider', LATER, { kind: 'remedial.taken', data: { objective: 'o', milestone: 'm', action: 'x' } }]],
  },
  {
    kind: 'objective.review-overdue',
    asks: [
      [
        'client',
        JUNE,
        { kind: 'objective.proposed', data: { objective: 'o', ...OBJECTIVE, nextReview: '2026-09-30' } },
      ],
      ['client', JUNE, { kind: 'objective.agreed', data: { objective: 'o' } }],
    ],
    until: '2026-09-30T22:59:59.999Z',
    data: { objective: 'o', due: '2026-09-30' },
    does: [
      [
        'client',
        LATER,
        { kind: 'objective.reviewed', data: { objective: 'o', finding: 'x', nextReview: '2027-09-30' } },
      ],
    ],
  },
  {
    kind: 'idea.unanswered',
    asks: [['client', JUNE, { kind: 'idea.proposed', data: { idea: 'i', title: 'x' } }]],
    until: '2026-07-31T22:59:59.999Z',
    data: { idea: 'i', about: 'provider', due: '2026-07-31' },
    does: [['provider', LATER, { kind: 'idea.declined', data: { idea: 'i', reason: 'x' } }]],
  },
  {
    kind: 'benefit.unreported',
    asks: [
      [
        'client',
        JUNE,
        {
          kind: 'benefit.forecast',
          data: {
            ...{ benefit: 'b', title: 'x', type: 'social', cashability: 'non-cashable', to: 'both', recurring: false },
            ...{ baseline: 'x', because: 'collaboration', from: '2026-06-01', until: '2026-12-31' },
          },
        },
      ],
    ],
    until: '2027-01-14T23:59:59.999Z',
    data: { benefit: 'b', due: '2027-01-14' },
    does: [['client', LATER, { kind: 'benefit.missed', data: { benefit: 'b', reason: 'x' } }]],
  },
  {
    kind: 'report.overdue',
    asks: [['client', JUNE, { kind: 'indicator.defined', data: INDICATOR }]],
    until: '2026-07-14T22:59:59.999Z',
    data: { indicator: 'defects', due: '2026-07-14' },
    does: [
      [
        'provider',
        '2026-07-02T10:00:00Z',
        { kind: 'indicator.measured', data: { indicator: 'defects', value: 1, from: '2026-06-01', until: '2026-06' } },
      ],
    ],
  },
  {
    kind: 'indicator.unacted',
    asks: [
      ['client', JUNE, { kind: 'indicator.defined', data: { ...INDICATOR, every: 'year' } }],
      ['provider', JUNE, { kind: 'indicator.measured', data: MEASURED }],
    ],
    until: '2026-06-29T22:59:59.999Z',
    data: { indicator: 'defects', due: '2026-06-29' },
    does: [['provider', LATER, { kind: 'indicator.acted-on', data: { indicator: 'defects', action: 'x' } }]],
  },
  {
    kind: 'trust.unacted',
    asks: [
      ['client', JUNE, { kind: 'trust.defined', data: INDICATOR }],
      ['provider', JUNE, { kind: 'trust.measured', data: MEASURED }],
    ],
    until: '2026-06-29T22:59:59.999Z',
    data: { indicator: 'defects', due: '2026-06-29' },
    does: [['client', LATER, { kind: 'trust.acted-on', data: { indicator: 'defects', action: 'x' } }]],
  },
  {
    kind: 'communication.review-overdue',
    asks: [['client', JUNE, { kind: 'communication.planned', data: { plan: 'x', nextReview: '2026-09' } }]],
    until: '2026-09-30T22:59:59.999Z',
    data: { due: '2026-09-30' },
    does: [['client', LATER, { kind: 'communication.planned', data: { plan: 'x', nextReview: '2027-09' } }]],
  },
  {
    kind: 'knowledge.review-overdue',
    asks: [['client', JUNE, { kind: 'knowledge.planned', data: { plan: 'x', nextReview: '2026-09-30' } }]],
    until: '2026-09-30T22:59:59.999Z',
    data: { due: '2026-09-30' },
    does: [['client', LATER, { kind: 'knowledge.planned', data: { plan: 'x', nextReview: '2027-09-30' } }]],
  },
  {
    kind: 'exit.review-overdue',
    asks: [['client', JUNE, { kind: 'exit.issued', data: { ...DOCUMENT, nextReview: '2026-09-30' } }]],
    until: '2026-09-30T22:59:59.999Z',
    data: { due: '2026-09-30' },
    does: [
      [
        'client',
        LATER,
        {
          kind: 'exit.reviewed',
          data: {
            ...{ change: ['periodic'], effectOnRelationship: 'x', finding: 'x', updated: false },
            nextReview: '2027-09-30',
          },
        },
      ],
    ],
  },
  {
    kind: 'plan.review-overdue',
    asks: [['client', JUNE, { kind: 'plan.issued', data: { version: '1', nextReview: '2026-09-30' } }]],
    until: '2026-09-30T22:59:59.999Z',
    data: { due: '2026-09-30' },
    does: [
      ['client', LATER, { kind: 'plan.reviewed', data: { version: '1', finding: 'x', nextReview: '2027-09-30' } }],
    ],
  },
];

describe('the clock of the ledger', () => {
  let directory: string;
  let store: EventStore;
  let keys = 0;

  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'clock-'));
    store = await openEventStore({ kind: 'sqlite', directory });
    const author: Author = { role: 'operator', member: 'operator', party: null };
    await establishRelationship(store, { relationship: 'road', author, key: 'open', data: TERMS }, MONDAY);
  });

  afterEach(async () => {
    await store.close();
    rmSync(directory, { recursive: true });
  });

  const onFailure = (relationship: string, error: unknown): never => {
    throw new Error(`${relationship} failed`, { cause: error });
  };
  const clock = (): LedgerClock => new LedgerClock({ store, views: logViews(store), onFailure });
  /** A clock that knows nothing of what it was told before. */
  const strike = (at: string): Promise<number> => clock().strike(Date.parse(at));
  const log = async (party: string, at: string, body: EntryBody): Promise<string> => {
    const author = AUTHORS[party] as Author;
    keys += 1;
    const effective = body.answers === undefined ? { effective: at.slice(0, 10) } : {};
    const request = { relationship: 'road', author, key: `${keys}`, body: { ...effective, ...body } };
    return (await logEntry(store, request, Date.parse(at))).id;
  };
  const raised = {
    kind: 'issue.raised',
    text: 'x',
    data: { issue: 'gully', title: 'Blocked', impact: 'low' },
  } as const;
  const derived = async (): Promise<unknown[]> =>
    ((await logViews(store).facts('road')) ?? [])
      .filter(({ party }) => party === 'ledger')
      .map(({ kind, effective, recorded, data, sign, factor }) => ({
        kind, effective, recorded: new Date(recorded).toISOString(), data, sign, factor,
      })); // prettier-ignore

  it('says once that a level’s time ran out, on the day on which it did', async () => {
    await log('client', '2026-06-01T10:00:00Z', raised);
    expect(await strike('2026-06-08T22:59:59.999Z')).toBe(0);
    expect(await strike('2026-06-08T23:00:00Z')).toBe(1);
    expect(await strike('2026-06-09T00:00:00Z')).toBe(0);
    expect(await derived()).toEqual([
      {
        kind: 'issue.deadline-missed',
        effective: '2026-06-08',
        recorded: '2026-06-08T23:00:00.000Z',
        data: { issue: 'gully', level: '1', due: '2026-06-08T22:59:59.999Z' },
        sign: '-',
        factor: 609,
      },
    ]);
  });

  it('after a pause, comes to the same as if it had never stopped', async () => {
    await log('client', '2026-06-01T10:00:00Z', raised);
    await log('client', '2026-06-10T10:00:00Z', {
      kind: 'issue.escalated',
      text: 'x',
      data: { issue: 'gully', level: '2', reason: 'x' },
    });
    await log('provider', '2026-07-01T10:00:00Z', {
      kind: 'issue.resolved',
      text: 'x',
      data: { issue: 'gully', resolution: 'x' },
    });
    expect(await strike('2026-12-01T00:00:00Z')).toBe(2);
    expect(await derived()).toMatchObject([
      { effective: '2026-06-08', data: { level: '1' } },
      { effective: '2026-06-24', data: { level: '2' } },
    ]);
  });

  it('two of them at once write everything once', async () => {
    const second = await openEventStore({ kind: 'sqlite', directory });
    try {
      await log('client', '2026-06-01T10:00:00Z', raised);
      const now = Date.parse('2026-07-01T00:00:00Z');
      const clocks = [store, second].map((each) => new LedgerClock({ store: each, views: logViews(each), onFailure }));
      const counts = await Promise.all(clocks.map((each) => each.strike(now)));
      expect(counts.toSorted()).toEqual([0, 1]);
      expect(await derived()).toHaveLength(1);
    } finally {
      await second.close();
    }
  });

  it('leaves alone what was done in time, withdrawn, extended by both or at a level without a limit', async () => {
    await log('client', '2026-06-01T10:00:00Z', raised);
    const extended = await log('client', '2026-06-02T10:00:00Z', {
      kind: 'issue.extended', text: 'x', data: { issue: 'gully', due: '2026-06-30', reason: 'x' },
    }); // prettier-ignore
    await log('provider', '2026-06-03T10:00:00Z', { kind: 'entry.agreed', answers: extended });
    expect(await strike('2026-06-30T22:59:59Z')).toBe(0);
    await log('provider', '2026-06-30T20:00:00Z', {
      kind: 'issue.escalated',
      text: 'x',
      data: { issue: 'gully', level: '4', reason: 'x' },
    });
    expect(await strike('2027-06-30T22:59:59Z')).toBe(0);
  });

  it('begins a level anew when an issue is reopened', async () => {
    await log('client', '2026-06-01T10:00:00Z', raised);
    await log('provider', '2026-06-02T10:00:00Z', {
      kind: 'issue.resolved',
      text: 'x',
      data: { issue: 'gully', resolution: 'x' },
    });
    await log('client', '2026-07-01T10:00:00Z', {
      kind: 'issue.reopened',
      text: 'x',
      data: { issue: 'gully', reason: 'x' },
    });
    // The plus of the resolution alone.
    expect(await strike('2026-07-08T22:00:00Z')).toBe(1);
    expect(await derived()).toMatchObject([{ kind: 'entry.corrected', data: { sign: '0' } }]);
    expect(await strike('2026-07-09T00:00:00Z')).toBe(1);
  });

  it('says nothing of what was imported, nor of an issue that was over when it was logged late', async () => {
    const line = {
      ...{ id: 'i-1', relationship: 'old', kind: 'issue.raised', party: 'client', text: 'x' },
      ...{ effective: '2020-01-01', recorded: '2020-01-01T00:00:00Z', data: { issue: 'a', title: 'A', impact: 'low' } },
    };
    const missed = {
      ...{ ...line, id: 'i-2', kind: 'milestone.missed', effective: '2025-01-01', recorded: '2025-01-01T00:00:00Z' },
      data: { objective: 'a', milestone: 'b' },
    };
    const source = async function* () {
      for (const each of [line, missed]) yield Buffer.from(`${JSON.stringify(each)}\n`);
    };
    await importJournal(store, source, { format: 'journal', nowMs: MONDAY });
    await log('client', '2026-06-01T10:00:00Z', { ...raised, effective: '2026-01-01' });
    expect(await strike('2026-06-05T00:00:00Z')).toBe(0);
    expect(await strike('2026-12-05T00:00:00Z')).toBe(1);
    expect(await derived()).toMatchObject([{ kind: 'issue.deadline-missed', effective: '2026-06-08' }]);
  });

  describe.each(MISSED)('of $kind', ({ kind, asks, until, data, does }) => {
    const tell = async (told: readonly Told[]): Promise<void> => {
      for (const [party, at, body] of told) {
        const id = await log(party, at, { text: 'x', ...body });
        if (body.kind === 'objective.agreed') await log('provider', at, { kind: 'entry.agreed', answers: id });
      }
    };
    const justAfter = new Date(Date.parse(until) + 1).toISOString();

    it('says once that it was missed', async () => {
      await tell(asks);
      expect(await strike(until)).toBe(0);
      expect(await strike(justAfter)).toBe(1);
      expect(await strike(justAfter)).toBe(0);
      expect(await derived()).toMatchObject([{ kind, effective: until.slice(0, 10), data, sign: '-' }]);
    });

    it('says nothing where it was done in time', async () => {
      await tell([...asks, ...does]);
      expect(await strike(justAfter)).toBe(0);
    });

    it('says it once where there are two clocks', async () => {
      await tell(asks);
      const second = await openEventStore({ kind: 'sqlite', directory });
      try {
        const clocks = [store, second].map(
          (each) => new LedgerClock({ store: each, views: logViews(each), onFailure }),
        );
        const counts = await Promise.all(clocks.map((each) => each.strike(Date.parse(justAfter))));
        expect(counts.toSorted()).toEqual([0, 1]);
      } finally {
        await second.close();
      }
    });
  });

  it('is tried with every kind that the ledger derives', () => {
    const derivedKinds = catalogue.kinds.filter((kind) => kind.derived !== undefined).map(({ kind }) => kind);
    const others = ['issue.deadline-missed'];
    expect([...MISSED.map(({ kind }) => kind), ...others].toSorted()).toEqual(derivedKinds.toSorted());
  });

  it('names the post of a leader, and gives nothing of the name away in what is never erased', async () => {
    const data = { about: 'provider', role: 'Depot manager', handover: 'none' };
    const setBy = await log('provider', '2026-06-01T10:00:00Z', { kind: 'leader.departed', text: 'x', data });
    expect(await strike('2027-06-01T10:00:00Z')).toBe(1);
    const said = { about: 'provider', due: '2026-07-13' };
    const [vacant] = await logViews(store).entries('road', { kind: 'leader.vacant' });
    expect(vacant?.data).toEqual({ ...said, role: 'Depot manager' });
    const envelopes: Envelope[] = [];
    for await (const event of store.read(streamOf('road'))) envelopes.push(envelopeOf(event));
    expect(JSON.stringify(envelopes)).not.toContain('Depot');
    const key = `leader.vacant ${sha256OfJson({ data: said, setBy })}`;
    expect(envelopes.at(-1)?.commandId).toBe(commandIdOf('road', 'ledger', key));
  });

  it('does not say again what a person said was missed', async () => {
    await log('client', '2026-06-01T10:00:00Z', { kind: 'governance.established', text: 'x', data: BOARD });
    await log('provider', '2026-07-03T10:00:00Z', {
      kind: 'meeting.missed',
      text: 'x',
      data: { body: 'board', due: '2026-07-01' },
    });
    expect(await strike('2026-07-20T00:00:00Z')).toBe(0);
    expect(await strike('2026-08-20T00:00:00Z')).toBe(1);
  });

  it('takes back once what all agree was done in time, also where there are two clocks', async () => {
    await log('client', '2026-06-01T10:00:00Z', { kind: 'governance.established', text: 'x', data: BOARD });
    expect(await strike('2026-07-12T00:00:00Z')).toBe(1);
    const answers = await log('client', '2026-07-20T10:00:00Z', {
      kind: 'meeting.held', text: 'x', effective: '2026-07-02', data: { body: 'board', quorate: true, attended: 'x' },
    }); // prettier-ignore
    expect(await strike('2026-07-20T11:00:00Z')).toBe(0);
    await log('provider', '2026-07-21T10:00:00Z', { kind: 'entry.agreed', answers });
    const second = await openEventStore({ kind: 'sqlite', directory });
    try {
      const clocks = [store, second].map((each) => new LedgerClock({ store: each, views: logViews(each), onFailure }));
      const counts = await Promise.all(clocks.map((each) => each.strike(Date.parse('2026-07-22T00:00:00Z'))));
      expect(counts.toSorted()).toEqual([0, 1]);
    } finally {
      await second.close();
    }
    expect((await derived()).map((entry) => (entry as { kind: string }).kind)).toEqual([
      'meeting.missed',
      'entry.voided',
    ]);
    expect(await strike('2026-07-23T00:00:00Z')).toBe(0);
    // Whoever takes the journal elsewhere has it too.
    const elsewhere = mkdtempSync(join(tmpdir(), 'clock-'));
    const other = await openEventStore({ kind: 'sqlite', directory: elsewhere });
    try {
      const source = async function* () {
        for await (const each of exportJournal(store, 'road')) yield Buffer.from(each);
      };
      const nowMs = Date.parse('2026-08-01T00:00:00Z');
      expect(await importJournal(other, source, { format: 'journal', nowMs })).toMatchObject({ rejected: [] });
      const [missed] = ((await logViews(other).facts('road')) ?? []).filter(({ kind }) => kind === 'meeting.missed');
      expect(readingAt((await logViews(other).facts('road')) ?? [], null).entry(missed?.id ?? '')?.status).toBe(
        'voided',
      );
    } finally {
      await other.close();
      rmSync(elsewhere, { recursive: true });
    }
    // Once: what is disputed afterwards brings it back no more.
    await log('provider', '2026-07-24T10:00:00Z', { kind: 'entry.disputed', text: 'x', answers });
    expect(await strike('2026-07-25T00:00:00Z')).toBe(0);
  });

  it('looks again at what is due more than a year ahead', async () => {
    const data = { indicator: 'defects', title: 'x', unit: 'x', target: 1, direction: 'at-most', every: 'year' };
    await log('client', '2026-06-01T10:00:00Z', { kind: 'indicator.defined', text: 'x', data });
    const views = logViews(store);
    const facts = await views.facts('road');
    const patient = new LedgerClock({ store, views: { ...views, facts: () => Promise.resolve(facts) }, onFailure });
    expect(await patient.strike(Date.parse('2026-06-02T00:00:00Z'))).toBe(0);
    expect(await patient.strike(Date.parse('2027-12-01T00:00:00Z'))).toBe(0);
    expect(await patient.strike(Date.parse('2028-01-15T00:00:00Z'))).toBe(1);
  });

  describe('of a document that is to be reviewed', () => {
    const issue = (at: string, nextReview: string): Promise<string> =>
      log('client', at, { kind: 'plan.issued', text: 'x', data: { version: '1', nextReview } });
    const agree = async (logged: string, agreed: string, nextReview: string): Promise<void> => {
      const data = { version: '1', howReviewed: 'x', nextReview };
      const answers = await log('client', logged, { kind: 'plan.agreed', text: 'x', data });
      await log('provider', agreed, { kind: 'entry.agreed', answers });
    };
    const overdue = (day: string) => ({ kind: 'plan.review-overdue', effective: day, data: { due: day }, sign: '-' });

    it('says once that it was not, also after a pause', async () => {
      await issue('2026-06-01T10:00:00Z', '2026-08-31');
      expect(await strike('2026-08-31T22:59:59Z')).toBe(0);
      await log('client', '2026-09-10T10:00:00Z', {
        kind: 'plan.reviewed', text: 'x', data: { version: '1.1', finding: 'x', nextReview: '2026-11-30' },
      }); // prettier-ignore
      expect(await strike('2026-12-24T00:00:00Z')).toBe(2);
      expect(await strike('2026-12-25T00:00:00Z')).toBe(0);
      expect(await derived()).toMatchObject([overdue('2026-08-31'), overdue('2026-11-30')]);
    });

    it('takes an agreement from the day on which all had agreed', async () => {
      await issue('2026-06-01T10:00:00Z', '2026-08-31');
      await agree('2026-08-01T10:00:00Z', '2026-09-02T10:00:00Z', '2026-09-01');
      // The review was due while nothing was agreed; that which the agreement names was over before it was.
      expect(await strike('2026-12-24T00:00:00Z')).toBe(1);
      expect(await derived()).toMatchObject([overdue('2026-08-31')]);
    });

    it('says that it was not where an earlier entry named the same day, and was followed in time', async () => {
      await issue('2026-06-01T10:00:00Z', '2026-08-31');
      await agree('2026-06-02T10:00:00Z', '2026-06-03T10:00:00Z', '2026-08-31');
      expect(await strike('2026-09-01T00:00:00Z')).toBe(1);
      expect(await strike('2026-09-02T00:00:00Z')).toBe(0);
      expect(await derived()).toMatchObject([overdue('2026-08-31')]);
    });

    it('tells of what the ledger does not bear out any more', async () => {
      await issue('2026-06-01T10:00:00Z', '2026-08-31');
      const views = logViews(store);
      const facts = await views.facts('road');
      await log('client', '2026-08-30T10:00:00Z', {
        kind: 'plan.reviewed', text: 'x', data: { version: '1', finding: 'x', nextReview: '2026-11-30' },
      }); // prettier-ignore
      const refused: string[] = [];
      const late = new LedgerClock({
        store,
        views: { ...views, facts: () => Promise.resolve(facts) },
        onFailure,
        onRefused: (relationship, { code }) => refused.push(`${relationship} ${code}`),
      });
      expect(await late.strike(Date.parse('2026-09-01T00:00:00Z'))).toBe(0);
      expect(refused).toEqual(['road not-allowed-now']);
    });

    it('says nothing of a reminder', async () => {
      await issue('2026-06-01T10:00:00Z', '2028-08-31');
      await log('client', '2026-06-02T10:00:00Z', {
        kind: 'contract.amended', text: 'x', data: { title: 'Two more years' },
      }); // prettier-ignore
      expect(await strike('2026-12-24T00:00:00Z')).toBe(0);
    });
  });
});
