import { dueOf } from '../due/due.queries';
import { Ledger } from '../entry/ledger.fixture';
import type { Clocks } from '../parameters';
import { amendmentsOf, casesOf, competenciesOf, extensionsOf, visionOf } from './frame.queries';
import { partyRegisterOf, type Party } from './parties.queries';
import { ASSESSMENTS } from '../leadership/leadership';
import { leadersOf } from '../leadership/leadership.queries';
import { sponsorsOf } from '../sponsorship/sponsorship.queries';

const NOW = Date.parse('2026-12-31T12:00:00Z');
const pounds = (amount: string) => ({ amount, currency: 'GBP' });

describe('the frame', () => {
  let ledger: Ledger;
  beforeEach(() => {
    ledger = new Ledger({ end: '2030-03-31', extensionOptions: 'Two years' });
  });
  const parties = async (clocks: Clocks = {}): Promise<readonly Party[]> =>
    (await partyRegisterOf(ledger.views(), 'road', clocks, NOW)).parties;

  describe('parties', () => {
    const joins = (data: object) => ({ kind: 'party.joined', data: { party: 'newco', name: 'Newco', ...data } });
    const NOVATION = joins({ role: 'provider', replaces: 'provider' });

    it('are those that opened the ledger, and those that joined and left with the consent of all', async () => {
      const joined = ledger.agree(joins({ role: 'partner' }));
      expect(await parties()).toMatchObject([
        { id: 'client', name: 'Council', role: 'client', situation: 'party', since: '2026-01-01' },
        { id: 'provider', name: 'Contractor', situation: 'party' },
        { id: 'newco', name: 'Newco', role: 'partner', situation: 'party', since: '2026-01-05', entries: [joined] },
      ]);
      expect(await parties({ asOf: '2026-01-04' })).toHaveLength(2);
    });

    it('take the place of one that left, by novation', async () => {
      const joined = ledger.logs('client', NOVATION);
      expect((await parties()).at(-1)).toMatchObject({ situation: 'joining', replaces: 'provider' });
      ledger.logs('provider', { kind: 'entry.agreed', answers: joined });
      const left = ledger.logs('client', {
        kind: 'party.left',
        effective: '2026-01-05',
        data: { party: 'provider', reason: 'Sold' },
      });
      expect((await parties())[1]).toMatchObject({ situation: 'leaving', until: null, replacedBy: 'newco' });
      ledger.logs('provider', { kind: 'entry.agreed', answers: left });
      ledger.logs('newco', { kind: 'entry.agreed', answers: left });
      expect(await parties()).toMatchObject([
        { id: 'client' },
        { id: 'provider', situation: 'left', until: '2026-01-05', reason: 'Sold', replacedBy: 'newco' },
        { id: 'newco', situation: 'party', replaces: 'provider' },
      ]);
      expect(ledger.refuses('provider', { kind: 'note.logged', text: 'Still here.' })).toBe('unknown-party');
      const again = joins({ party: 'other', role: 'provider', replaces: 'provider' });
      expect(ledger.refuses('client', again)).toBe('not-allowed-now');
    });

    it('leave the posts of their sponsors and leaders with them', async () => {
      const about = { about: 'provider', role: 'Director' };
      const assessed = Object.fromEntries([...ASSESSMENTS, 'otherPartyConsulted'].map((name) => [name, true]));
      ledger.logs('provider', { kind: 'sponsor.appointed', data: about });
      ledger.logs('provider', { kind: 'leader.appointed', data: { ...about, ...assessed } });
      const day = { effective: '2026-01-06' };
      ledger.at('2026-01-06T10:00:00Z').agree({ ...NOVATION, ...day });
      const left = ledger.logs('client', { ...day, kind: 'party.left', data: { party: 'provider' } });
      for (const party of ['provider', 'newco']) ledger.logs(party, { kind: 'entry.agreed', answers: left });
      const posts = async (asOf: string): Promise<unknown[]> => {
        const { sponsors } = await sponsorsOf(ledger.views(), 'road', { asOf }, NOW);
        const { leaders } = await leadersOf(ledger.views(), 'road', { asOf }, NOW);
        return [...sponsors, ...leaders].map(({ party, situation }) => [party, situation]);
      };
      expect(await posts('2026-01-05')).toEqual(Array(2).fill(['provider', 'in-post']));
      expect(await posts('2026-01-07')).toEqual([
        ['provider', 'party-left'],
        ['newco', 'vacant'],
        ['provider', 'party-left'],
      ]);
    });

    it('owe what the one owed whose place they took, and nobody owes what one did that left otherwise', async () => {
      const owned = { owner: 'provider', impact: 'low' };
      const raised = ledger.logs('client', { kind: 'issue.raised', data: { issue: 'gully', title: 'x', ...owned } });
      const idea = { idea: 'sensors', title: 'x' };
      const proposed = ledger.logs('client', { kind: 'idea.proposed', data: idea });
      const owing = async (asOf: string): Promise<unknown> =>
        Object.fromEntries(
          (await dueOf(ledger.views(), 'road', { asOf }, NOW)).due.map(({ entry, parties: all }) => [entry, all]),
        );
      expect(await owing('2026-01-06')).toEqual({ [raised]: ['provider'], [proposed]: ['provider'] });
      const day = { effective: '2026-01-07' };
      ledger.at('2026-01-07T10:00:00Z').agree({ ...NOVATION, ...day });
      const left = ledger.logs('client', { ...day, kind: 'party.left', data: { party: 'provider' } });
      for (const party of ['provider', 'newco']) ledger.logs(party, { kind: 'entry.agreed', answers: left });
      expect(await owing('2026-01-06')).toMatchObject({ [raised]: ['provider'] });
      expect(await owing('2026-01-07')).toEqual({ [raised]: ['newco'] });
      const gone = ledger.at('2026-01-08T10:00:00Z').logs('client', {
        ...{ kind: 'party.left', effective: '2026-01-08', data: { party: 'newco' } },
      });
      ledger.logs('newco', { kind: 'entry.agreed', answers: gone });
      expect(await owing('2026-01-08')).toEqual({ [raised]: ['client'] });
      expect(ledger.strikes('2026-12-01T10:00:00Z')).toHaveLength(1);
      expect(ledger.last()).toMatchObject({ kind: 'issue.deadline-missed' });
    });

    it('have no sponsor when they join, until they name one', async () => {
      const joined = ledger.agree({ ...NOVATION, effective: '2026-01-06' });
      const newco = async (asOf: string) =>
        (await sponsorsOf(ledger.views(), 'road', { asOf }, NOW)).sponsors.filter(({ party }) => party === 'newco');
      expect(await newco('2026-01-05')).toEqual([]);
      const row = { situation: 'vacant', status: 'agreed', appointed: null, fillBy: null };
      expect(await newco('2026-01-06')).toMatchObject([{ ...row, entries: [joined] }]);
      const seen = { about: 'newco', occasion: 'Came to the depot' };
      const engaged = ledger.at('2026-01-07T10:00:00Z').logs('client', { kind: 'sponsor.engaged', data: seen });
      expect(await newco('2026-01-07')).toMatchObject([{ ...row, engaged: 1, entries: [engaged, joined] }]);
      const appointed = { about: 'newco', role: 'Director' };
      ledger.logs('newco', { kind: 'sponsor.appointed', effective: '2026-01-07', data: appointed });
      expect(await newco('2026-01-07')).toMatchObject([{ situation: 'in-post', status: 'asserted' }]);
    });

    it.each([
      ['nobody', { role: 'provider', replaces: 'nobody' }, 'unknown-party'],
      ['all', { role: 'provider', replaces: 'joint' }, 'invalid-entry'],
      ['one of another role', { role: 'partner', replaces: 'provider' }, 'invalid-entry'],
    ])('take the place of no %s', (_, data, code) => {
      expect(ledger.refuses('client', joins(data))).toBe(code);
    });
  });

  it('keeps amendments, and the end of the contract as they move it', async () => {
    const amended = ledger.logs('client', {
      kind: 'contract.amended',
      data: { title: 'Longer', what: 'term', value: pounds('10.00'), end: '2031-03-31' },
    });
    const { amendments } = await amendmentsOf(ledger.views(), 'road', {}, NOW);
    expect(amendments).toEqual([
      {
        id: amended,
        title: 'Longer',
        what: 'term',
        reference: null,
        value: pounds('10.00'),
        end: '2031-03-31',
        effective: '2026-01-05',
        by: 'client',
        status: 'asserted',
        entries: [amended],
      },
    ]);
    const end = async (): Promise<unknown> => (await extensionsOf(ledger.views(), 'road', {}, NOW)).end;
    expect(await end()).toBe('2030-03-31');
    ledger.logs('provider', { kind: 'entry.agreed', answers: amended });
    expect(await end()).toBe('2031-03-31');
    // The order of facts counts, and not that in which they were logged.
    const earlier = { title: 'Shorter', what: 'term', end: '2029-03-31' };
    ledger.agree({ kind: 'contract.amended', effective: '2026-01-04', data: earlier });
    expect(await end()).toBe('2031-03-31');
    const before = { kind: 'contract.amended', data: { title: 'None', what: 'term', end: '2025-12-31' } };
    expect(ledger.refuses('client', before)).toBe('invalid-entry');
  });

  it('keeps each option to extend with the last word on it', async () => {
    const option = { option: 'First option', basis: 'The record' };
    const deferred = ledger.logs('client', { kind: 'extension.decided', data: { ...option, outcome: 'deferred' } });
    const exercised = { ...option, option: 'first  option', outcome: 'exercised' };
    expect(ledger.refuses('client', { kind: 'extension.decided', data: exercised })).toBe('invalid-entry');
    const sooner = { ...exercised, end: '2030-03-31' };
    expect(ledger.refuses('client', { kind: 'extension.decided', data: sooner })).toBe('not-allowed-now');
    const declined = { ...option, outcome: 'declined', end: '2032-03-31' };
    expect(ledger.refuses('client', { kind: 'extension.decided', data: declined })).toBe('invalid-entry');
    const decided = ledger.logs('client', { kind: 'extension.decided', data: { ...exercised, end: '2032-03-31' } });
    expect(await extensionsOf(ledger.views(), 'road', {}, NOW)).toMatchObject({ end: '2030-03-31' });
    ledger.logs('provider', { kind: 'entry.agreed', answers: decided });
    const register = await extensionsOf(ledger.views(), 'road', {}, NOW);
    expect(register).toMatchObject({ options: 'Two years', end: '2032-03-31' });
    expect(register.extensions).toMatchObject([
      { outcome: 'exercised', status: 'agreed', end: '2032-03-31', entries: [deferred, decided] },
    ]);
  });

  it('shows of an option the last word that nobody disputes', async () => {
    const decided = (outcome: object): string =>
      ledger.logs('client', { kind: 'extension.decided', data: { option: 'First', basis: 'The record', ...outcome } });
    const deferred = decided({ outcome: 'deferred' });
    const exercised = decided({ outcome: 'exercised', end: '2032-03-31' });
    ledger.logs('provider', { kind: 'entry.disputed', answers: exercised, text: 'Not by us.' });
    expect((await extensionsOf(ledger.views(), 'road', {}, NOW)).extensions).toMatchObject([
      { outcome: 'deferred', status: 'asserted', end: null, entries: [deferred, exercised] },
    ]);
  });

  it('keeps the case of each party under each pressure, and reminds of its review', async () => {
    const said = (party: string, pressure: string, position: string, nextReview: string) =>
      ledger.logs(party, { kind: 'case.recorded', data: { pressure, position, nextReview } });
    const first = said('client', 'funding', 'Protect safety', '2026-03-01');
    said('provider', 'margin', 'Thin', '2026-04-01');
    const { due } = await dueOf(ledger.views(), 'road', { asOf: '2026-03-15' }, NOW);
    expect(due.filter(({ title }) => title.includes('case'))).toMatchObject([
      { kind: null, due: '2026-03-01', overdue: false, parties: ['client'], entry: first },
      { due: '2026-04-01', parties: ['provider'] },
    ]);
    const second = said('client', 'funding', 'Slow resurfacing', '2027-03-01');
    const { cases } = await casesOf(ledger.views(), 'road', {}, NOW);
    expect(cases).toMatchObject([
      { party: 'client', position: 'Slow resurfacing', reviewOverdue: false, entries: [first, second] },
      { party: 'provider', pressure: 'margin', reviewOverdue: true },
    ]);
    const early = { pressure: 'funding', position: 'x', nextReview: '2026-01-05' };
    expect(ledger.refuses('client', { kind: 'case.recorded', data: early })).toBe('not-allowed-now');
  });

  it('keeps the vision and the competencies by version', async () => {
    const words = { vision: 'Roads that last', addedValueClient: 'a', addedValueProvider: 'b', measure: 'c' };
    const vision = ledger.agree({ kind: 'vision.agreed', data: { ...words, nextReview: '2027-01-01' } });
    const waiting = ledger.logs('client', {
      kind: 'competencies.agreed',
      data: { competencies: 'Listen', coaching: 'In pairs', indicators: 'Surprises' },
    });
    expect((await visionOf(ledger.views(), 'road', {}, NOW)).vision).toMatchObject([
      { id: vision, vision: 'Roads that last', situation: 'in-force', nextReview: '2027-01-01', reviewOverdue: false },
    ]);
    expect((await competenciesOf(ledger.views(), 'road', {}, NOW)).competencies).toMatchObject([
      { id: waiting, coaching: 'In pairs', situation: 'waiting' },
    ]);
  });

  it('enters a stage that it is not in', () => {
    const entered = { kind: 'stage.entered', data: { stage: 'working-together' } };
    ledger.logs('client', entered);
    expect(ledger.refuses('provider', entered)).toBe('not-allowed-now');
    ledger.logs('provider', { kind: 'stage.entered', data: { stage: 'value-creation' } });
    ledger.logs('provider', entered);
  });
});
