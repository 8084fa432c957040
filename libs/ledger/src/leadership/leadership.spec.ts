import type { JsonObject } from '@app/event-store';
import { Ledger } from '../entry/ledger.fixture';
import { ASSESSMENTS } from './leadership';
import { developmentsOf, leadersOf } from './leadership.queries';

const NOW = Date.parse('2026-12-31T12:00:00Z');
const ALL = { ...Object.fromEntries(ASSESSMENTS.map((name) => [name, true])), otherPartyConsulted: true };

describe('the register of leaders', () => {
  let ledger: Ledger;
  beforeEach(() => {
    ledger = new Ledger().at('2026-06-01T10:00:00Z');
  });
  const logs = (kind: string, effective: string, data: object): string =>
    ledger.logs('provider', { kind, effective, data: { about: 'provider', ...data } });
  const leaders = async (asOf = '2026-06-30') => (await leadersOf(ledger.views(), 'road', { asOf }, NOW)).leaders;

  it('shows which assessments were made, post by post', async () => {
    const first = logs('leader.appointed', '2026-01-05', { role: 'Contract director', ...ALL });
    const other = logs('leader.appointed', '2026-01-05', { role: 'Depot manager', ...ALL, aptitudeAssessed: false });
    expect(await leaders()).toMatchObject([
      { role: 'Contract director', situation: 'in-post', assessed: 6, otherPartyConsulted: true, entries: [first] },
      { role: 'Depot manager', assessed: 5, assessments: { aptitudeAssessed: false }, entries: [other] },
    ]);
  });

  it('takes no marks: whether somebody was assessed, and nothing that came of it', () => {
    const refuses = (data: JsonObject): string =>
      ledger.refuses('provider', {
        kind: 'leader.appointed',
        data: { about: 'provider', role: 'Contract director', ...ALL, ...data },
      });
    expect(refuses({ capabilityAssessed: 4 })).toBe('invalid-entry');
    expect(refuses({ mark: 4 })).toBe('invalid-entry');
  });

  it('shows who left with what handover, and a post that stays vacant', async () => {
    const appointed = logs('leader.appointed', '2026-01-05', { role: 'Contract director', ...ALL });
    const departed = logs('leader.departed', '2026-03-01', { role: 'contract  director', handover: 'none' });
    expect(await leaders()).toMatchObject([
      { situation: 'departed', departed: '2026-03-01', handover: 'none', entries: [appointed, departed] },
    ]);
    const vacant = { about: 'provider', role: 'Contract director' };
    const early = { kind: 'leader.vacant', effective: '2026-06-01', data: { ...vacant, due: '2026-06-02' } };
    expect(ledger.refuses('client', early)).toBe('not-allowed-now');
    const late = { ...early, data: { ...vacant, due: '2026-04-12' } };
    const said = ledger.logs('client', late);
    expect(await leaders()).toMatchObject([{ situation: 'vacant', vacant: [said] }]);
    expect(await leaders('2026-02-28')).toMatchObject([{ situation: 'in-post', departed: null }]);
  });

  it('shows what development was planned, and completed', async () => {
    const planned = logs('development.planned', '2026-01-05', { development: 'Hard talks' });
    const completed = logs('development.completed', '2026-03-01', { development: 'hard talks' });
    const { developments } = await developmentsOf(ledger.views(), 'road', {}, NOW);
    expect(developments).toMatchObject([
      {
        party: 'provider',
        situation: 'completed',
        planned: '2026-01-05',
        completed: '2026-03-01',
        entries: [planned, completed],
      },
    ]);
  });

  it('shows development as nobody disputes it but the party itself', async () => {
    const data = { about: 'provider', development: 'Hard talks' };
    const situation = async () =>
      (await developmentsOf(ledger.views(), 'road', {}, NOW)).developments.map((row) => [row.situation, row.status]);
    ledger.logs('provider', { kind: 'development.planned', data });
    const completed = ledger.logs('client', { kind: 'development.completed', data });
    ledger.logs('provider', { kind: 'entry.disputed', answers: completed, text: 'Not yet.' });
    expect(await situation()).toEqual([['planned', 'asserted']]);
    const own = ledger.logs('provider', { kind: 'development.completed', data });
    ledger.logs('client', { kind: 'entry.disputed', answers: own, text: 'Not seen.' });
    expect(await situation()).toEqual([['completed', 'disputed']]);
  });
});
