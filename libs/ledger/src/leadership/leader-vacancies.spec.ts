import { dueCalendarOf } from '../due/due-calendar';
import { dueOf } from '../due/due.queries';
import { Ledger } from '../entry/ledger.fixture';
import type { Views } from '../views';
import { leadersOf } from './leadership.queries';

const NOW = Date.parse('2026-12-31T12:00:00Z');
const ASSESSED = {
  ...{ capabilityAssessed: true, aptitudeAssessed: true, commitmentAssessed: true, developmentAgreed: true },
  ...{ behaviourAssessed: true, interactionAssessed: true, otherPartyConsulted: true },
};

/** The posts of leaders that wait, and until when. */
async function open(ledger: Ledger, views: Views = ledger.views()): Promise<unknown[]> {
  const { due } = await dueOf(views, 'road', { asOf: '2026-07-01', within: '365' }, NOW);
  return due
    .filter(({ kind, missed }) => kind === 'leader.vacant' && missed === null)
    .map(({ data, parties }) => [parties[0], data['role'], data['due']]);
}

/** Without the words of these entries, as an erasure leaves them. */
function erased(ledger: Ledger, ...ids: readonly string[]): Views {
  const views = ledger.views();
  const entries: Views['entries'] = async (relationship, selection) => {
    const found = await views.entries(relationship, selection);
    return found.map((entry) =>
      ids.includes(entry.id)
        ? { ...entry, text: null, member: null, data: { about: entry.data['about'] ?? null } }
        : entry,
    );
  };
  return { ...views, entries };
}

describe('the post of a leader', () => {
  let ledger: Ledger;
  beforeEach(() => {
    ledger = new Ledger().at('2026-05-10T10:00:00Z');
  });
  const appointed = (role: string, effective: string, about = 'provider'): string =>
    ledger.logs(about, { kind: 'leader.appointed', effective, data: { about, role, ...ASSESSED } });
  const left = (role: string, effective: string, about = 'provider'): string =>
    ledger.logs(about, { kind: 'leader.departed', effective, data: { about, role } });
  /** What the ledger records then, with its words. */
  const strikes = async (instant: string): Promise<unknown[]> => {
    const ids = ledger.strikes(instant);
    const entries = await ledger.views().entries('road', { ids });
    return entries.map(({ kind, effective, data }) => ({ kind, effective, data }));
  };
  const MANAGER_DUE = ['provider', 'Depot manager', '2026-06-21'];

  it('is to be filled some days after the ledger learned that it was left, and said to be vacant once behind them', async () => {
    appointed('Depot manager', '2020-01-01');
    left('Depot manager', '2026-05-08');
    expect(await open(ledger)).toEqual([MANAGER_DUE]);
    expect(ledger.strikes('2026-06-21T22:00:00Z')).toEqual([]);
    const data = { about: 'provider', role: 'Depot manager', due: '2026-06-21' };
    expect(await strikes('2026-06-21T23:00:00Z')).toEqual([{ kind: 'leader.vacant', effective: '2026-06-21', data }]);
    expect(ledger.strikes('2026-06-22T23:00:00Z')).toEqual([]);
    const said = { kind: 'leader.vacant', effective: '2026-06-22', data: { ...data, role: 'depot  manager' } };
    expect(ledger.refuses('client', said)).toBe('not-allowed-now');
    expect(ledger.refuses('client', { ...said, data: { ...data, role: 'Clerk' } })).toBe('taken');
  });

  it.each([
    ['long before', '2026-02-01'],
    ['before', '2026-05-01'],
    ['on the same day', '2026-05-08'],
    ['after', '2026-05-09'],
  ])('is not vacant where a successor was appointed %s, whichever was logged first', async (_, came) => {
    appointed('Depot manager', '2020-01-01');
    appointed('depot manager ', came);
    left('Depot manager', '2026-05-08');
    expect(await open(ledger)).toEqual([]);

    ledger = new Ledger().at('2026-05-10T10:00:00Z');
    appointed('Depot manager', '2020-01-01');
    left('Depot manager', '2026-05-08');
    appointed('depot manager ', came);
    expect(await open(ledger)).toEqual([]);
  });

  it('is vacant where the one left whose appointment is in the record, whenever that was logged', async () => {
    left('Depot manager', '2026-05-08');
    appointed('Depot manager', '2020-01-01');
    expect(await open(ledger)).toEqual([MANAGER_DUE]);
    appointed('Depot manager', '2026-05-01');
    expect(await open(ledger)).toEqual([]);
  });

  it('is in doubt filled: who came in the weeks before may be the successor of somebody whom the record does not name', async () => {
    appointed('Depot manager', '2026-05-01');
    left('Depot manager', '2026-05-08');
    expect(await open(ledger)).toEqual([]);
  });

  it('is taken by an appointment of its role, and else, the oldest first, by one of no other that waits', async () => {
    left('Depot manager', '2026-05-08');
    left('Clerk', '2026-05-07');
    const clerk = ['provider', 'Clerk', '2026-06-21'];
    expect(await open(ledger)).toEqual([MANAGER_DUE, clerk]);
    appointed('Clerk', '2026-05-10');
    expect(await open(ledger)).toEqual([MANAGER_DUE]);
    left('Planner', '2026-05-09');
    // Before anybody left: it is of a post of its own.
    appointed('Surveyor', '2026-04-01');
    appointed('Manager of the client', '2026-05-10', 'client');
    expect(await open(ledger)).toHaveLength(2);
    appointed('Head of works', '2026-05-10');
    expect(await open(ledger)).toEqual([['provider', 'Planner', '2026-06-21']]);
    ledger.at('2026-07-01T10:00:00Z');
    left('Head of works', '2026-07-01');
    appointed('Head of planning', '2026-07-01');
    expect(await open(ledger)).toEqual([['provider', 'Head of works', '2026-08-12']]);
  });

  it('is taken by one of another name who was logged before the departure was', async () => {
    appointed('Head of works', '2026-05-09');
    left('Depot manager', '2026-05-08');
    expect(await open(ledger)).toEqual([]);
  });

  it('is said to be vacant of each of several that were left on one day', async () => {
    left('Depot manager', '2026-05-08');
    left('Clerk', '2026-05-08');
    // The other side knows of it, too.
    ledger.logs('provider', {
      kind: 'entry.agreed',
      answers: ledger.logs('client', {
        kind: 'leader.departed',
        effective: '2026-05-08',
        data: { about: 'provider', role: 'Clerk' },
      }),
    });
    const said = await strikes('2026-07-01T10:00:00Z');
    expect(said).toMatchObject([
      { effective: '2026-06-21', data: { role: 'Depot manager' } },
      { effective: '2026-06-21', data: { role: 'Clerk' } },
    ]);
    expect(ledger.strikes('2026-07-02T10:00:00Z')).toEqual([]);
  });

  it('that was filled late was vacant, and one that was filled in time is not by what is logged later', async () => {
    left('Depot manager', '2026-05-08');
    left('Clerk', '2026-05-08');
    ledger.at('2026-06-01T10:00:00Z');
    appointed('Clerk', '2026-06-01');
    ledger.at('2026-07-01T10:00:00Z');
    appointed('Depot manager', '2026-05-09');
    appointed('Clerk', '2026-05-09');
    left('Planner', '2026-05-01');
    expect(await strikes('2026-07-02T10:00:00Z')).toMatchObject([{ data: { role: 'Depot manager' } }]);
  });

  it('is left by the word of its party, and by nothing that was voided or is disputed', async () => {
    const data = { about: 'provider', role: 'Depot manager' };
    const answers = ledger.logs('client', { kind: 'leader.departed', effective: '2026-05-08', data });
    expect(await open(ledger)).toEqual([]);
    ledger.at('2026-05-20T10:00:00Z').logs('provider', { kind: 'entry.agreed', answers });
    expect(await open(ledger)).toEqual([['provider', 'Depot manager', '2026-07-01']]);
    ledger.logs('client', { kind: 'entry.voided', answers, text: 'x' });
    expect(await open(ledger)).toEqual([]);
    const own = left('Depot manager', '2026-05-08');
    ledger.logs('client', { kind: 'entry.disputed', answers: own, text: 'x' });
    expect(ledger.strikes('2026-08-01T10:00:00Z')).toEqual([]);
  });

  it('is named as it is corrected, and a correction behind its day says nothing again', async () => {
    const answers = left('Depot manger', '2026-05-08');
    const corrected = { kind: 'entry.corrected', answers, text: 'x', data: { role: 'Depot manager' } };
    ledger.logs('provider', corrected);
    // Whoever corrects something else need not say why.
    ledger.logs('provider', { kind: 'entry.corrected', answers, data: { handover: 'none' } });
    expect(await open(ledger)).toEqual([MANAGER_DUE]);
    expect(await strikes('2026-06-22T10:00:00Z')).toMatchObject([{ data: { role: 'Depot manager' } }]);
    ledger.logs('provider', { ...corrected, data: { role: 'Director' } });
    ledger.logs('provider', { kind: 'entry.corrected', answers, data: { handover: 'none' } });
    expect(ledger.strikes('2026-06-23T10:00:00Z')).toEqual([]);
  });

  it('is not said to be vacant again where a person said so, by whatever name', () => {
    left('Depot manager', '2026-05-08');
    const data = { about: 'provider', role: 'Manager of the depot', due: '2026-06-20' };
    ledger.at('2026-06-21T10:00:00Z').logs('client', { kind: 'leader.vacant', effective: '2026-06-21', data });
    expect(ledger.strikes('2026-06-22T10:00:00Z')).toEqual([]);
  });

  it('follows from no words that were erased, and is filled in doubt by an appointment without its words', async () => {
    const gone = left('Depot manager', '2026-05-08');
    expect(await open(ledger, erased(ledger, gone))).toEqual([]);
    const came = appointed('Clerk', '2026-05-01');
    expect(await open(ledger)).toEqual([MANAGER_DUE]);
    expect(await open(ledger, erased(ledger, came))).toEqual([]);
    const answers = came;
    const corrected = ledger.logs('provider', { kind: 'entry.corrected', answers, text: 'x', data: { role: 'Aide' } });
    expect(await open(ledger)).toEqual([MANAGER_DUE]);
    expect(await open(ledger, erased(ledger, corrected))).toEqual([]);
  });

  it('is no longer asked for of a party that left', async () => {
    left('Depot manager', '2026-05-08');
    const gone = { kind: 'party.left', effective: '2026-05-10', data: { party: 'provider' } };
    ledger.logs('provider', { kind: 'entry.agreed', answers: ledger.logs('client', gone) });
    expect(await open(ledger)).toEqual([]);
    expect(ledger.strikes('2026-08-01T10:00:00Z')).toEqual([]);
  });

  it('stands in the calendar without its name, under an id that does not hang on it', async () => {
    const gone = left('Depot manager', '2026-05-08');
    const calendar = (views: Views): Promise<string> => dueCalendarOf(views, 'road', { asOf: '2026-05-10' }, NOW);
    const uid = async (): Promise<string | undefined> => /^UID:.*/m.exec(await calendar(ledger.views()))?.[0];
    const before = await uid();
    expect(await calendar(ledger.views())).toContain('Appoint an operational leader');
    expect(await calendar(ledger.views())).not.toContain('Depot');
    ledger.logs('provider', { kind: 'entry.corrected', answers: gone, text: 'x', data: { role: 'Director' } });
    expect(await uid()).toBe(before);
  });

  it('is shown in the register: until when it is to be filled, or who fills it', async () => {
    const leaders = async () => {
      const rows = (await leadersOf(ledger.views(), 'road', { asOf: '2026-05-31' }, NOW)).leaders;
      return rows.map(({ role, situation, fillBy }) => [role, situation, fillBy]);
    };
    appointed('Depot manager', '2020-01-01');
    left('Depot manager', '2026-05-08');
    expect(await leaders()).toEqual([['Depot manager', 'departed', '2026-06-21']]);
    appointed('Head of works', '2026-05-10');
    expect(await leaders()).toEqual([
      ['Depot manager', 'departed', null],
      ['Head of works', 'in-post', null],
    ]);
    appointed('Clerk', '2026-01-01');
    appointed('Clerk', '2026-05-01');
    left('Clerk', '2026-05-08');
    expect(await leaders()).toContainEqual(['Clerk', 'in-post', null]);
  });
});
