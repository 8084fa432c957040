import { dueOf } from '../due/due.queries';
import { Ledger } from '../entry/ledger.fixture';
import type { Clocks } from '../parameters';
import { arrangementsOf, bodiesOf, decisionsOf, delaysOf, meetingsOf } from './governance.queries';

const NOW = Date.parse('2026-12-31T12:00:00Z');

describe('the register of governance', () => {
  let ledger: Ledger;
  let board: string;
  beforeEach(() => {
    ledger = new Ledger({ end: '2028-12-31' });
    board = ledger.logs('client', {
      kind: 'governance.established',
      data: { body: 'board', title: 'Board', terms: 'Direction', meets: 'monthly', quorum: 'One each' },
    });
  });
  const logs = (kind: string, effective: string, data: object = {}): string =>
    ledger.at(`${effective}T12:00:00Z`).logs('client', { kind, effective, data: { body: 'board', ...data } });
  const held = (effective: string): string =>
    logs('meeting.held', effective, { quorate: true, attended: 'All', minutes: 'M-1' });
  const meetings = async (clocks: Clocks = {}) => (await meetingsOf(ledger.views(), 'road', clocks, NOW)).meetings;

  it('keeps the calendar: what was held, moved, missed, and what is planned next', async () => {
    const first = held('2026-02-04');
    const moved = logs('meeting.postponed', '2026-03-05', { newDate: '2026-03-20' });
    const second = held('2026-03-20');
    const [missed] = ledger.strikes('2026-04-30T12:00:00Z');
    const found = await meetings({ asOf: '2026-04-30' });
    expect(found).toMatchObject([
      { situation: 'held', planned: '2026-02-05', held: '2026-02-04', quorate: true, entries: [board, first] },
      {
        situation: 'held',
        planned: '2026-03-05',
        movedTo: '2026-03-20',
        held: '2026-03-20',
        entries: [board, moved, second],
      },
      { situation: 'missed', planned: '2026-04-05', missed, by: 'ledger', entries: [board, missed] },
      { situation: 'planned', planned: '2026-05-05', held: null, status: null, entries: [board] },
    ]);
    expect(found[0]).toMatchObject({
      title: 'Board',
      attended: 'All',
      minutes: 'M-1',
      by: 'client',
      due: '2026-02-15',
    });
    // Known before the ledger said so.
    expect((await meetings({ asOf: '2026-04-30', knownAt: '2026-04-29' }))[2]).toMatchObject({
      situation: 'missed',
      missed: null,
    });
  });

  it('keeps meetings outside the rhythm, and moves of which nothing came', async () => {
    held('2026-02-04');
    const other = held('2026-02-05');
    const moved = logs('meeting.postponed', '2026-02-06', { newDate: '2026-02-10' });
    expect(await meetings({ asOf: '2026-02-06' })).toMatchObject([
      { situation: 'held', planned: '2026-02-05' },
      { situation: 'held', planned: null, due: null, entries: [other] },
      { situation: 'planned', planned: '2026-03-05', movedTo: '2026-02-10', entries: [board, moved] },
    ]);
  });

  it('counts for each body, and says when it meets next', async () => {
    const meeting = held('2026-02-04');
    const { bodies } = await bodiesOf(ledger.views(), 'road', { asOf: '2026-02-28' }, NOW);
    expect(bodies).toEqual([
      {
        id: 'board',
        title: 'Board',
        terms: 'Direction',
        meets: 'monthly',
        quorum: 'One each',
        established: '2026-01-05',
        establishedBy: 'client',
        next: '2026-03-05',
        lastHeld: '2026-02-04',
        held: 1,
        moved: 0,
        missed: 0,
        entries: [board, meeting],
      },
    ]);
  });

  it('takes a meeting once, a move to a later day, and a miss of what is over and was not held', () => {
    held('2026-02-04');
    const again = { body: 'board', quorate: true, attended: 'All' };
    const meeting = { kind: 'meeting.held', effective: '2026-02-04', data: again };
    expect(ledger.refuses('provider', meeting)).toBe('not-allowed-now');
    const back = { body: 'board', newDate: '2026-03-05' };
    expect(ledger.refuses('client', { kind: 'meeting.postponed', effective: '2026-03-05', data: back })).toBe(
      'effective-in-future',
    );
    ledger.at('2026-03-05T12:00:00Z');
    expect(ledger.refuses('client', { kind: 'meeting.postponed', effective: '2026-03-05', data: back })).toBe(
      'not-allowed-now',
    );
    const missed = (due: string) => ({ kind: 'meeting.missed', effective: due, data: { body: 'board', due } });
    expect(ledger.refuses('client', missed('2026-02-04'))).toBe('not-allowed-now');
    expect(ledger.refuses('client', missed('2026-03-05'))).toBe('not-allowed-now');
    ledger.logs('client', missed('2026-03-01'));
    expect(ledger.refuses('provider', missed('2026-03-01'))).toBe('not-allowed-now');
  });

  it('keeps decisions until they are closed, says when they are late, and reminds of them', async () => {
    const recorded = ledger.at('2026-02-01T12:00:00Z').logs('client', {
      kind: 'decision.recorded',
      effective: '2026-02-01',
      data: { decision: 'rota', title: 'One rota', body: 'board', owner: 'provider', due: '2026-03-01' },
    });
    const decisions = async (clocks: Clocks = {}) => (await decisionsOf(ledger.views(), 'road', clocks, NOW)).decisions;
    expect(await decisions()).toMatchObject([{ id: 'rota', title: 'One rota', situation: 'open', late: true }]);
    expect(await decisions({ asOf: '2026-03-01' })).toMatchObject([{ late: false }]);
    const { due } = await dueOf(ledger.views(), 'road', { asOf: '2026-02-15' }, NOW);
    expect(due).toContainEqual(
      expect.objectContaining({ title: 'Carry out the decision', due: '2026-03-01', parties: ['provider'] }),
    );
    ledger.logs('client', { kind: 'systems.reviewed', data: { system: 'risk', decision: 'keep-apart', reason: 'x' } });
    expect((await decisions()).map(({ id }) => id)).toEqual(['rota']);
    const close = { kind: 'decision.closed', effective: '2026-02-20', data: { decision: 'rota', outcome: 'dropped' } };
    const closed = ledger.at('2026-02-20T12:00:00Z').logs('provider', close);
    expect(ledger.refuses('client', close)).toBe('not-allowed-now');
    expect(await decisions()).toMatchObject([
      { situation: 'dropped', late: false, closed: '2026-02-20', entries: [recorded, closed] },
    ]);
    const { due: after } = await dueOf(ledger.views(), 'road', { asOf: '2026-02-20' }, NOW);
    expect(after.map(({ title }) => title)).not.toContain('Carry out the decision');
    // What these name so is a choice, and no decision of theirs.
    const reason = { decision: 'merge', system: 'risk', reason: 'Two lists' };
    ledger.logs('client', { kind: 'systems.reviewed', data: reason });
    const practice = { practice: 'Reset day', of: 'A port', decision: 'undecided' };
    ledger.logs('client', { kind: 'practice.reviewed', data: practice });
    expect((await decisions()).map(({ id }) => id)).toEqual(['rota']);
    const early = { decision: 'other', title: 'Other', due: '2026-02-19' };
    expect(ledger.refuses('client', { kind: 'decision.recorded', effective: '2026-02-20', data: early })).toBe(
      'not-allowed-now',
    );
  });

  it('keeps what was not given when due, and reviews of the arrangements', async () => {
    const data = { about: 'client', what: 'approval', due: '2026-01-20', effect: 'Two gangs stood' };
    expect(ledger.refuses('provider', { kind: 'decision.late', data })).toBe('not-allowed-now');
    ledger.at('2026-01-21T12:00:00Z');
    const late = ledger.logs('provider', { kind: 'decision.late', effective: '2026-01-21', data });
    const { delays } = await delaysOf(ledger.views(), 'road', {}, NOW);
    expect(delays).toMatchObject([{ id: late, ...data, by: 'provider', status: 'asserted' }]);
    const review = { covers: 'both', conducive: 'with-changes', finding: 'Too many levels' };
    const reviewed = ledger.logs('client', { kind: 'arrangements.reviewed', data: review });
    const { arrangements } = await arrangementsOf(ledger.views(), 'road', {}, NOW);
    expect(arrangements).toMatchObject([{ id: reviewed, ...review, understoodAtAllLevels: null }]);
  });

  it('leaves out what was voided, and shows what was corrected and disputed', async () => {
    const meeting = held('2026-02-04');
    ledger.logs('client', { kind: 'entry.corrected', answers: meeting, data: { attended: 'Four' } });
    ledger.logs('provider', { kind: 'entry.disputed', answers: meeting, text: 'We were three.' });
    expect((await meetings())[0]).toMatchObject({ attended: 'Four', status: 'disputed' });
    ledger.logs('client', { kind: 'entry.voided', answers: meeting, text: 'Another body.' });
    expect((await meetings({ asOf: '2026-02-05' })).map(({ situation }) => situation)).toEqual(['planned']);
  });
});
