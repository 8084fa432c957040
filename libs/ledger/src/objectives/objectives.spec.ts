import { dueOf } from '../due/due.queries';
import { Ledger } from '../entry/ledger.fixture';
import type { Clocks } from '../parameters';
import { objectivesOf, type Objective } from './objectives.queries';

const NOW = Date.parse('2026-12-31T12:00:00Z');
const PROPOSED = {
  objective: 'safe',
  title: 'Safe in a day',
  outcome: '98% in a day',
  driversClient: 'Fewer claims',
  weightClient: 100,
  driversProvider: 'Fewer call-outs',
  weightProvider: 70,
  measure: 'Share in time',
  due: '2027-03-31',
};
const SAFE = { objective: 'safe' };
const ROTA = { ...SAFE, milestone: 'rota' };

async function only(ledger: Ledger, clocks: Clocks = {}): Promise<Objective | undefined> {
  const { objectives } = await objectivesOf(ledger.views(), 'road', clocks, NOW);
  expect(objectives.length).toBeLessThan(2);
  return objectives[0];
}

describe('the register of objectives', () => {
  let ledger: Ledger;
  let proposed: string;

  beforeEach(() => {
    ledger = new Ledger();
    proposed = ledger.logs('client', { kind: 'objective.proposed', data: PROPOSED });
  });

  it('given a proposal, shows what each party wants of it, and the entry behind it', async () => {
    expect(await only(ledger)).toEqual({
      id: 'safe',
      title: 'Safe in a day',
      situation: 'proposed',
      status: 'asserted',
      agreed: null,
      outcome: '98% in a day',
      measure: 'Share in time',
      due: '2027-03-31',
      nextReview: null,
      parties: {
        client: { drivers: 'Fewer claims', weight: 100 },
        provider: { drivers: 'Fewer call-outs', weight: 70 },
      },
      amendments: [],
      milestones: [],
      entries: [proposed],
    });
  });

  it('has its milestones where their rules have them, whatever dates their entries bear', async () => {
    const set = { ...ROTA, title: 'Rota', due: '2026-01-31' };
    ledger.at('2026-01-10T10:00:00Z').logs('client', { kind: 'milestone.set', effective: '2026-01', data: set });
    const rescheduled = { ...ROTA, due: '2026-02-28', reason: 'Ice' };
    ledger.agree({ kind: 'milestone.rescheduled', effective: '2026-01-08', data: rescheduled });
    const met = { kind: 'milestone.met', effective: '2026-01-08', data: ROTA };
    ledger.logs('client', met);
    expect((await only(ledger))?.milestones).toMatchObject([{ situation: 'met', due: '2026-02-28' }]);
    expect(ledger.refuses('client', met)).toBe('not-allowed-now');
  });

  it('when one party says that it is agreed, it is still proposed until the other says so too', async () => {
    const agreed = ledger.logs('client', { kind: 'objective.agreed', data: SAFE });
    expect(await only(ledger)).toMatchObject({ situation: 'proposed', entries: [proposed, agreed] });
    ledger.logs('provider', { kind: 'entry.agreed', answers: agreed });
    expect(await only(ledger)).toMatchObject({ situation: 'agreed' });
  });

  it('given a milestone, shows where it stands and the date that both moved it to', async () => {
    const set = ledger.logs('client', {
      kind: 'milestone.set',
      data: { ...ROTA, title: 'Night rota', due: '2026-06-30' },
    });
    const missed = ledger.logs('provider', { kind: 'milestone.missed', data: ROTA });
    const moved = ledger.logs('client', {
      kind: 'milestone.rescheduled',
      data: { ...ROTA, due: '2026-09-30', reason: 'Frost' },
    });
    const milestone = {
      id: 'rota',
      title: 'Night rota',
      situation: 'missed',
      status: 'asserted',
      entries: [set, missed, moved],
    };
    const miss = { missed: '2026-01-05', remedied: null, remedyDue: '2026-02-02', unremedied: null, met: null };
    expect((await only(ledger))?.milestones).toEqual([{ ...milestone, ...miss, due: '2026-06-30' }]);
    ledger.logs('provider', { kind: 'entry.agreed', answers: moved });
    expect((await only(ledger))?.milestones).toEqual([
      { ...milestone, ...miss, due: '2026-09-30', remedied: '2026-01-05' },
    ]);
    const met = ledger.logs('provider', { kind: 'milestone.met', data: ROTA });
    expect(await only(ledger)).toMatchObject({
      milestones: [{ situation: 'met', met: '2026-01-05' }],
      entries: [proposed, set, missed, moved, met],
    });
  });

  it('when words and numbers are corrected, shows them as corrected, and before the correction as they were', async () => {
    const before = ledger.last().recorded;
    ledger.logs('client', {
      kind: 'entry.corrected',
      answers: proposed,
      data: { title: 'Safe within a day', weightProvider: null, due: '2028-03-31' },
    });
    expect(await only(ledger)).toMatchObject({
      title: 'Safe within a day',
      due: '2028-03-31',
      parties: { provider: { drivers: 'Fewer call-outs', weight: null } },
    });
    expect(await only(ledger, { knownAt: before })).toMatchObject({
      title: 'Safe in a day',
      due: '2027-03-31',
      parties: { provider: { weight: 70 } },
    });
  });

  it('when an entry is voided, it does not count', async () => {
    ledger.logs('client', { kind: 'milestone.set', data: { ...ROTA, title: 'Night rota', due: '2026-06-30' } });
    ledger.logs('client', { kind: 'entry.voided', answers: proposed, text: 'Not ours.' });
    expect(await only(ledger)).toMatchObject({ title: null, parties: { client: { drivers: null, weight: null } } });
    const other = new Ledger();
    other.logs('client', { kind: 'objective.proposed', data: PROPOSED });
    other.agree({ kind: 'objective.agreed', data: SAFE });
    const achieved = other.logs('client', { kind: 'objective.achieved', data: SAFE });
    expect(await only(other)).toMatchObject({ situation: 'achieved' });
    other.logs('client', { kind: 'entry.voided', answers: achieved, text: 'Too early.' });
    expect(await only(other)).toMatchObject({ situation: 'agreed', agreed: '2026-01-05' });
  });

  it('is not achieved, nor a milestone met or missed, while a party disputes that', async () => {
    const disputes = (answers: string): string =>
      ledger.logs('client', { kind: 'entry.disputed', text: 'Not so.', answers });
    ledger.agree({ kind: 'objective.agreed', data: SAFE });
    ledger.logs('client', { kind: 'milestone.set', data: { ...ROTA, title: 'Rota', due: '2026-01-04' } });
    const missed = { kind: 'milestone.missed', data: ROTA };
    disputes(ledger.logs('provider', missed));
    expect((await only(ledger))?.milestones).toMatchObject([{ situation: 'set', missed: null, remedyDue: null }]);
    expect(ledger.refuses('provider', missed)).toBe('not-allowed-now');
    const met = ledger.logs('provider', { kind: 'milestone.met', data: ROTA });
    expect((await only(ledger))?.milestones).toMatchObject([{ situation: 'met', status: 'asserted' }]);
    disputes(met);
    expect((await only(ledger))?.milestones).toMatchObject([{ situation: 'set', status: 'asserted', met: null }]);
    const achieved = ledger.logs('provider', { kind: 'objective.achieved', data: SAFE });
    expect(await only(ledger)).toMatchObject({ situation: 'achieved', status: 'asserted' });
    disputes(achieved);
    expect(await only(ledger)).toMatchObject({ situation: 'agreed', status: 'agreed' });
    const amended = { kind: 'objective.amended', data: { ...SAFE, change: '98% became 99%' } };
    expect(ledger.refuses('client', amended)).toBe('taken');
    ledger.logs('client', { kind: 'entry.agreed', answers: achieved });
    expect(await only(ledger)).toMatchObject({ situation: 'achieved', status: 'agreed' });
  });

  it('asked as of an earlier day, leaves out what had not happened', async () => {
    const earlier = new Ledger();
    earlier.logs('client', { kind: 'objective.proposed', data: PROPOSED, effective: '2026-01-03' });
    earlier.logs('client', { kind: 'objective.retired', data: { ...SAFE, reason: 'Done' }, effective: '2026-01-04' });
    const retired = earlier.last().id;
    earlier.logs('provider', { kind: 'entry.agreed', answers: retired });
    expect(await only(earlier, { asOf: '2026-01-02' })).toBeUndefined();
    expect(await only(earlier, { asOf: '2026-01-03' })).toMatchObject({ situation: 'proposed' });
    expect(await only(earlier, { asOf: '2026-01-04' })).toMatchObject({ situation: 'retired' });
  });

  it('once it is agreed, changes with all parties alone', async () => {
    const set = ledger.logs('client', { kind: 'milestone.set', data: { ...ROTA, title: 'Rota', due: '2026-06-30' } });
    ledger.logs('client', { kind: 'entry.corrected', answers: set, data: { due: '2026-07-31' } });
    ledger.agree({ kind: 'objective.agreed', data: SAFE });
    const corrects = (answers: string, data: object): string =>
      ledger.refuses('client', { kind: 'entry.corrected', answers, data: { ...data } });
    expect(corrects(proposed, { weightProvider: 10 })).toBe('not-allowed-now');
    expect(corrects(proposed, { title: 'Safe in a week' })).toBe('not-allowed-now');
    expect(corrects(proposed, { text: 'A slip of the pen.' })).toBe('taken');
    expect(ledger.refuses('client', { kind: 'entry.voided', answers: proposed, text: 'x' })).toBe('not-allowed-now');
    expect(corrects(set, { due: '2026-12-31' })).toBe('not-allowed-now');
    expect(corrects(set, { title: 'Night rota' })).toBe('taken');
    const change = { ...SAFE, change: '98% became 99%' };
    const amended = ledger.logs('provider', { kind: 'objective.amended', data: change });
    expect(await only(ledger)).toMatchObject({ amendments: [], milestones: [{ due: '2026-07-31' }] });
    ledger.logs('client', { kind: 'entry.agreed', answers: amended });
    expect(await only(ledger)).toMatchObject({
      amendments: [{ entry: amended, effective: '2026-01-05', change: '98% became 99%' }],
    });
  });

  it('given a milestone that all agreed to, or that was missed, lets nobody take it back alone', () => {
    const data = { ...ROTA, title: 'Rota', due: '2026-06-30' };
    const voids = (answers: string): string =>
      ledger.refuses('client', { kind: 'entry.voided', answers, text: 'Twice.' });
    const joint = ledger.agree({ kind: 'milestone.set', data });
    expect(voids(joint)).toBe('not-allowed-now');
    expect(ledger.refuses('client', { kind: 'entry.corrected', answers: joint, data: { due: '2027' } })).toBe(
      'not-allowed-now',
    );
    const other = ledger.logs('client', { kind: 'milestone.set', data: { ...data, milestone: 'gritter' } });
    const wrong = ledger.logs('client', { kind: 'milestone.set', data: { ...data, milestone: 'depot' } });
    ledger.logs('provider', { kind: 'milestone.missed', data: { ...SAFE, milestone: 'gritter' } });
    expect([voids(other), voids(wrong)]).toEqual(['not-allowed-now', 'taken']);
  });

  it('when all moved a missed milestone, it can be missed on its new date', () => {
    ledger.agree({ kind: 'objective.agreed', data: SAFE });
    ledger.logs('client', { kind: 'milestone.set', data: { ...ROTA, title: 'Rota', due: '2026-01-04' } });
    const missed = { kind: 'milestone.missed', data: ROTA };
    ledger.logs('provider', missed);
    expect(ledger.refuses('provider', missed)).toBe('not-allowed-now');
    const moved = ledger.logs('client', {
      kind: 'milestone.rescheduled',
      data: { ...ROTA, due: '2026-01-05', reason: 'Frost' },
    });
    expect(ledger.refuses('provider', missed)).toBe('not-allowed-now');
    ledger.logs('provider', { kind: 'entry.agreed', answers: moved });
    expect(ledger.refuses('provider', missed)).toBe('taken');
    expect(ledger.refuses('provider', missed)).toBe('not-allowed-now');
  });

  it('says which dates it answers for, and refuses what is no date and no relationship', async () => {
    const views = ledger.views();
    expect(await objectivesOf(views, 'road', { asOf: '2025-12-31', knownAt: '2026-02-01' }, NOW)).toEqual({
      relationship: 'road',
      asOf: '2025-12-31',
      knownAt: '2026-02-01T23:59:59.999Z',
      objectives: [],
    });
    expect(await objectivesOf(views, 'road', {}, NOW)).toMatchObject({ asOf: '2026-12-31', knownAt: null });
    await expect(objectivesOf(views, 'road', { asOf: '2026-02-30' }, NOW)).rejects.toMatchObject({
      code: 'invalid-parameter',
      field: 'asOf',
    });
    await expect(objectivesOf(views, 'path', {}, NOW)).rejects.toMatchObject({ code: 'relationship-not-found' });
  });
});

describe('what falls due of objectives', () => {
  let ledger: Ledger;

  beforeEach(() => {
    ledger = new Ledger();
    ledger.logs('client', { kind: 'objective.proposed', data: { ...PROPOSED, nextReview: '2026-03-31' } });
    ledger.logs('client', { kind: 'milestone.set', data: { ...ROTA, title: 'Rota', due: '2026-01-31' } });
  });

  const due = async (asOf: string): Promise<unknown[]> =>
    (await dueOf(ledger.views(), 'road', { asOf }, NOW)).due.map((item) => [item.kind, item.due, item.overdue]);

  describe('a missed milestone', () => {
    const NOTHING_DONE = 'milestone.unremedied';

    beforeEach(() => {
      ledger
        .at('2026-02-02T10:00:00Z')
        .logs('provider', { kind: 'milestone.missed', effective: '2026-01-31', data: ROTA });
    });

    it('waits for an act within the remedial window, and costs nothing before', async () => {
      expect(await due('2026-02-10')).toEqual([[NOTHING_DONE, '2026-03-02', false]]);
      expect(ledger.strikes('2026-03-02T23:59:59.999Z')).toEqual([]);
      const [unremedied] = ledger.strikes('2026-03-03T00:00:00Z');
      expect(ledger.last()).toMatchObject({
        kind: NOTHING_DONE,
        effective: '2026-03-02',
        sign: '-',
        facts: { ...ROTA, due: '2026-03-02' },
      });
      expect(ledger.strikes('2026-06-03T00:00:00Z')).toEqual([]);
      expect(await due('2026-03-10')).toEqual([[NOTHING_DONE, '2026-03-02', true]]);
      expect(await only(ledger)).toMatchObject({
        milestones: [{ situation: 'missed', remedyDue: '2026-03-02', remedied: null, unremedied }],
      });
      expect(await only(ledger, { asOf: '2026-03-01' })).toMatchObject({ milestones: [{ unremedied: null }] });
    });

    it.each([
      ['an act for it', { kind: 'remedial.taken', data: { ...ROTA, action: 'Two more drivers' } }],
      ['an act for its objective', { kind: 'remedial.taken', data: { ...SAFE, action: 'Two more drivers' } }],
      ['meeting it late', { kind: 'milestone.met', data: ROTA }],
    ])('is remedied by %s', async (_, act) => {
      ledger.at('2026-03-02T23:00:00Z').logs('provider', { effective: '2026-03-02', ...act });
      expect(ledger.strikes('2026-06-03T00:00:00Z')).toEqual([]);
      expect(await only(ledger)).toMatchObject({ milestones: [{ remedied: '2026-03-02', unremedied: null }] });
    });

    it.each([
      ['an act', { kind: 'remedial.taken', data: { ...ROTA, action: 'Two more drivers' } }],
      ['meeting it', { kind: 'milestone.met', data: ROTA }],
      ['achieving its objective', { kind: 'objective.achieved', data: SAFE }],
    ])('is not remedied by %s that the other side disputes', async (_, act) => {
      ledger.agree({ kind: 'objective.agreed', effective: '2026-02-02', data: SAFE });
      const answers = ledger.logs('provider', { effective: '2026-02-02', ...act });
      ledger.logs('client', { kind: 'entry.disputed', text: 'Nothing was done.', answers });
      expect(await due('2026-03-10')).toContainEqual([NOTHING_DONE, '2026-03-02', true]);
      const entries = ledger.strikes('2026-03-03T00:00:00Z');
      expect(await only(ledger)).toMatchObject({ milestones: [{ remedied: null, unremedied: entries[0] }] });
    });

    it('waits for nothing more when its objective ends, and is not called remedied', async () => {
      ledger.agree({ kind: 'objective.retired', data: { ...SAFE, reason: 'Other plans' } });
      expect(ledger.strikes('2026-06-03T00:00:00Z')).toEqual([]);
      expect(await only(ledger)).toMatchObject({ milestones: [{ remedied: null, unremedied: null }] });
    });

    it('is not remedied by an act for another one, nor by what all agreed to too late', () => {
      const other = { ...SAFE, milestone: 'gritter' };
      ledger.logs('client', { kind: 'milestone.set', data: { ...other, title: 'Gritter', due: '2026-12-31' } });
      ledger.logs('provider', { kind: 'remedial.taken', data: { ...other, action: 'New tyres' } });
      const moved = ledger.logs('client', {
        kind: 'milestone.rescheduled',
        data: { ...ROTA, due: '2026-09-30', reason: 'Frost' },
      });
      ledger.at('2026-03-10T00:00:00Z').logs('provider', { kind: 'entry.agreed', answers: moved });
      expect(ledger.strikes('2026-03-11T00:00:00Z')).toHaveLength(1);
    });

    it('is remedied when all agreed in time to move it', () => {
      const moved = ledger.logs('client', {
        kind: 'milestone.rescheduled',
        data: { ...ROTA, due: '2026-09-30', reason: 'Frost' },
      });
      ledger.at('2026-03-02T20:00:00Z').logs('provider', { kind: 'entry.agreed', answers: moved });
      expect(ledger.strikes('2026-03-11T00:00:00Z')).toEqual([]);
    });

    it('has the window of the day on which it was logged, however late', () => {
      ledger.logs('client', {
        kind: 'milestone.set',
        data: { ...SAFE, milestone: 'depot', title: 'x', due: '2026-01-01' },
      });
      ledger.at('2026-05-01T10:00:00Z');
      ledger.logs('client', {
        kind: 'milestone.missed',
        effective: '2026-01-05',
        data: { ...SAFE, milestone: 'depot' },
      });
      ledger.logs('client', { kind: 'remedial.taken', effective: '2026-02-05', data: { ...ROTA, action: 'x' } });
      expect(ledger.strikes('2026-05-29T22:59:59Z')).toHaveLength(1);
      expect(ledger.last().facts).toMatchObject({ milestone: 'rota' });
      expect(ledger.strikes('2026-05-29T23:00:00Z')).toHaveLength(1);
      expect(ledger.last().facts).toMatchObject({ milestone: 'depot' });
    });
  });

  describe('a review', () => {
    const OVERDUE = 'objective.review-overdue';
    const reviewed = { kind: 'objective.reviewed', effective: '2026-03-20' };

    it('is owed of an objective that all agreed to', async () => {
      expect(await due('2026-03-20')).toEqual([]);
      ledger.agree({ kind: 'objective.agreed', data: SAFE });
      expect(await due('2026-03-20')).toEqual([[OVERDUE, '2026-03-31', false]]);
      expect(await only(ledger)).toMatchObject({ nextReview: '2026-03-31' });
      // Summer time began two days before.
      expect(ledger.strikes('2026-03-31T22:59:59.999Z')).toEqual([]);
      expect(ledger.strikes('2026-03-31T23:00:00Z')).toHaveLength(1);
      expect(ledger.last()).toMatchObject({ kind: OVERDUE, facts: { ...SAFE, due: '2026-03-31' }, sign: '-' });
      expect(ledger.strikes('2026-07-01T00:00:00Z')).toEqual([]);
    });

    it('names the next, which is owed in its turn', async () => {
      ledger.agree({ kind: 'objective.agreed', data: SAFE });
      ledger.at('2026-03-20T10:00:00Z');
      ledger.logs('client', { ...reviewed, data: { ...SAFE, finding: 'On course', nextReview: '2026-06-30' } });
      expect(await due('2026-04-01')).toEqual([[OVERDUE, '2026-06-30', false]]);
      expect(await only(ledger)).toMatchObject({ nextReview: '2026-06-30' });
      expect(ledger.strikes('2026-07-01T00:00:00Z')).toHaveLength(1);
    });

    it('of all objectives does for each, and is owed by itself from then on', async () => {
      ledger.agree({ kind: 'objective.agreed', data: SAFE });
      const before = (await only(ledger))?.entries ?? [];
      ledger.at('2026-03-20T10:00:00Z');
      const all = ledger.logs('client', { ...reviewed, data: { finding: 'On course', nextReview: '2026-06-30' } });
      expect(await due('2026-04-01')).toEqual([[OVERDUE, '2026-06-30', false]]);
      expect(await only(ledger)).toMatchObject({ nextReview: '2026-06-30', entries: [...before, all] });
      expect(ledger.strikes('2026-07-01T00:00:00Z')).toHaveLength(1);
      expect(ledger.last().facts).toEqual({ due: '2026-06-30' });
    });

    it('of all and of one on the same day are two', () => {
      ledger.agree({ kind: 'objective.agreed', data: SAFE });
      ledger.at('2026-03-20T10:00:00Z');
      const data = { finding: 'On course', nextReview: '2026-06-30' };
      ledger.logs('client', { ...reviewed, data });
      ledger.logs('client', { ...reviewed, data: { ...SAFE, ...data } });
      expect(ledger.strikes('2026-07-01T00:00:00Z')).toHaveLength(2);
    });

    it('is owed no more once the objective is over, nor of all when all are', async () => {
      ledger.agree({ kind: 'objective.agreed', data: SAFE });
      ledger.at('2026-03-20T10:00:00Z');
      ledger.logs('client', { ...reviewed, data: { finding: 'On course', nextReview: '2026-06-30' } });
      ledger.logs('client', { ...reviewed, data: { ...SAFE, finding: 'On course', nextReview: '2026-05-31' } });
      ledger.logs('client', { kind: 'objective.achieved', effective: '2026-03-20', data: SAFE });
      expect(await only(ledger)).toMatchObject({ situation: 'achieved', nextReview: null });
      expect(await due('2026-04-01')).toEqual([]);
      expect(ledger.strikes('2026-07-01T00:00:00Z')).toEqual([]);
    });

    it('is owed while somebody disputes that the objective is over', async () => {
      ledger.agree({ kind: 'objective.agreed', data: SAFE });
      const achieved = ledger.logs('provider', { kind: 'objective.achieved', data: SAFE });
      ledger.logs('client', { kind: 'entry.disputed', text: 'It goes on.', answers: achieved });
      expect(await only(ledger)).toMatchObject({ nextReview: '2026-03-31' });
      expect(await due('2026-03-20')).toEqual([[OVERDUE, '2026-03-31', false]]);
      expect(ledger.strikes('2026-04-01T00:00:00Z')).toHaveLength(1);
    });

    it('is not owed of a day that was past when all agreed', () => {
      ledger.at('2026-05-01T10:00:00Z');
      ledger.agree({ kind: 'objective.agreed', data: SAFE });
      expect(ledger.strikes('2026-07-01T00:00:00Z')).toEqual([]);
    });
  });
});
