import { Ledger } from '../entry/ledger.fixture';
import { inReplyTimeOf } from '../in-reply-time/in-reply-time.queries';
import { lateLoggingOf } from '../late-logging/late-logging.queries';
import { unansweredOf, type UnansweredParameters } from './unanswered.queries';

const NOW = Date.parse('2026-01-20T12:00:00Z');

async function waiting(ledger: Ledger, clocks: UnansweredParameters = {}): Promise<unknown[]> {
  const { unanswered } = await unansweredOf(ledger.views(), 'road', clocks, NOW);
  return unanswered.map(({ party, entry, late }) => [party, entry, late]);
}

const NOTE = { kind: 'note.logged', factor: 614, sign: '+', text: 'Open books.' } as const;

describe('what waits for an answer', () => {
  let ledger: Ledger;
  let note: string;

  beforeEach(() => {
    ledger = new Ledger();
    note = ledger.logs('client', NOTE);
  });

  it('is what bears on a factor, for the other party, until it says something', async () => {
    expect(await waiting(ledger)).toEqual([['provider', note, false]]);
    ledger.logs('provider', { kind: 'entry.noted', answers: note });
    expect(await waiting(ledger)).toEqual([]);
    // A correction asks anew.
    ledger.logs('client', { kind: 'entry.corrected', answers: note, data: { severity: 'major' } });
    expect(await waiting(ledger)).toEqual([['provider', note, false]]);
  });

  it.each(['entry.agreed', 'entry.disputed'])('ends with %s', async (kind) => {
    ledger.logs('provider', { kind, answers: note, text: 'Seen.' });
    expect(await waiting(ledger)).toEqual([]);
    expect(await waiting(ledger, { knownAt: '2026-01-05T10:30:00Z' })).toEqual([['provider', note, false]]);
  });

  it('ends with its void, and began on its effective day', async () => {
    expect(await waiting(ledger, { asOf: '2026-01-04' })).toEqual([]);
    ledger.logs('client', { kind: 'entry.voided', answers: note, text: 'Twice.' });
    expect(await waiting(ledger)).toEqual([]);
  });

  it('comes with its words, as they were corrected by then', async () => {
    const words = async (clocks: UnansweredParameters = {}) =>
      (await unansweredOf(ledger.views(), 'road', clocks, NOW)).unanswered.map(({ text }) => text);
    expect(await words()).toEqual(['Open books.']);
    ledger.logs('client', { kind: 'entry.corrected', answers: note, data: { text: 'Open books, at last.' } });
    expect(await words()).toEqual(['Open books, at last.']);
    expect(await words({ knownAt: '2026-01-05T10:30:00Z' })).toEqual(['Open books.']);
    ledger.logs('client', { kind: 'entry.corrected', answers: note, data: { text: null } });
    expect(await words()).toEqual([null]);
  });

  it('has no words where they were erased, and waits all the same', async () => {
    const { entries, ...views } = ledger.views();
    const erased = async (...asked: Parameters<typeof entries>) =>
      (await entries(...asked)).map((entry) => ({ ...entry, text: null, member: null, data: {} }));
    const { unanswered } = await unansweredOf({ ...views, entries: erased }, 'road', {}, NOW);
    expect(unanswered).toMatchObject([{ entry: note, text: null, factor: 614, sign: '+' }]);
  });

  it('is asked for by member, too', async () => {
    expect(await waiting(ledger, { loggedBy: { party: 'client', member: 'm-client' } })).toHaveLength(1);
    expect(await waiting(ledger, { loggedBy: { party: 'client', member: 'm-other' } })).toEqual([]);
    expect(await waiting(ledger, { loggedBy: { party: 'provider', member: 'm-client' } })).toEqual([]);
  });

  it('is late once the reply time is over', async () => {
    expect(await waiting(ledger, { asOf: '2026-02-02' })).toEqual([['provider', note, false]]);
    expect(await waiting(ledger, { asOf: '2026-02-03' })).toEqual([['provider', note, true]]);
    const { unanswered } = await unansweredOf(ledger.views(), 'road', { asOf: '2026-02-03' }, NOW);
    expect(unanswered[0]).toMatchObject({ by: 'client', days: 29, answerBy: '2026-02-02', entries: [note] });
  });

  it('has the reply time of the protocol once all agree to one that names it, or else of the method', async () => {
    const ask = (asOf: string) => unansweredOf(ledger.views(), 'road', { asOf }, NOW);
    const method = { answerDays: 28, answerDaysFrom: 'method', answerDaysEntry: null };
    const data = { standing: 'x', disclosure: 'x', retentionYears: 12, answerDays: 10 };
    const protocol = ledger.logs('client', { kind: 'protocol.agreed', effective: '2026-01-06', data });
    expect(await ask('2026-01-16')).toMatchObject(method);
    ledger.logs('provider', { kind: 'entry.agreed', answers: protocol });
    const agreed = { answerDays: 10, answerDaysFrom: 'protocol', answerDaysEntry: protocol };
    expect(await ask('2026-01-16')).toMatchObject({
      ...agreed,
      unanswered: [{ entry: note, answerBy: '2026-01-15', late: true }],
    });
    expect(await ask('2026-01-05')).toMatchObject(method);
    const asked = { asOf: '2026-01-16' };
    expect(await inReplyTimeOf(ledger.views(), 'road', asked, NOW)).toMatchObject({ ...agreed, inReplyTime: [] });
    expect(await lateLoggingOf(ledger.views(), 'road', asked, NOW)).toMatchObject(agreed);
  });

  it('is what needs all parties, and no rating nor what bears on nothing', async () => {
    ledger.logs('provider', { kind: 'entry.agreed', answers: note });
    ledger.logs('client', { kind: 'rating.given', factor: 603, level: 2 });
    ledger.logs('client', { kind: 'case.recorded', text: 'x', data: { pressure: 'funding', position: 'x' } });
    const joint = ledger.logs('client', { kind: 'rating.jmt-agreed', factor: 603, level: 2 });
    expect(await waiting(ledger)).toEqual([['provider', joint, false]]);
    const { unanswered } = await unansweredOf(ledger.views(), 'road', {}, NOW);
    expect(unanswered[0]).toMatchObject({ needsAll: true });
  });

  it('is for both where a third party says it', async () => {
    ledger.logs('provider', { kind: 'entry.agreed', answers: note });
    const press = ledger.logs('third-party', NOTE);
    ledger.logs('client', { kind: 'entry.agreed', answers: press });
    expect(await waiting(ledger)).toEqual([['provider', press, false]]);
  });

  it('of one party is what waits for it alone', async () => {
    const press = ledger.logs('third-party', NOTE);
    expect(await waiting(ledger, { party: 'client' })).toEqual([['client', press, false]]);
    expect(await waiting(ledger, { party: 'provider' })).toHaveLength(2);
    await expect(waiting(ledger, { party: 'nobody' })).rejects.toMatchObject({ code: 'unknown-party', field: 'party' });
  });
});

describe('what is in reply time', () => {
  it('names each entry with what it does to the score, alone and together', async () => {
    const ledger = new Ledger();
    for (const party of ['client', 'provider']) {
      for (const factor of [603, 614]) {
        const evidence = [{ title: 'Minutes', url: 'https://example.org/minutes' }];
        ledger.logs(party, { kind: 'rating.given', factor, level: 2, evidence });
      }
    }
    const plus = ledger.logs('client', { ...NOTE, severity: 'major' });
    const minus = ledger.logs('provider', { ...NOTE, factor: 603, sign: '-', severity: 'minor' });
    const asked = { asOf: '2026-01-05' };
    const answer = await inReplyTimeOf(ledger.views(), 'road', asked, NOW);
    expect(answer).toMatchObject({ answerDays: 28, without: { view: 50 } });
    expect(answer.now.view).toBe((answer.without.view ?? 0) + (answer.effect ?? 0));
    expect(answer.inReplyTime.map(({ entry, waitingFor, entries }) => [entry, waitingFor, entries])).toEqual([
      [plus, ['provider'], [plus]],
      [minus, ['client'], [minus]],
    ]);
    // Weight 1 of 9 lifts 50 to 55.5556, and 0.25 of 8.25 lowers it to 48.4848; both factors weigh 100 and 75.
    expect(answer.inReplyTime.map(({ effect }) => effect)).toEqual([2.381, -0.8658]);
    const later = await inReplyTimeOf(ledger.views(), 'road', { asOf: '2026-02-03' }, NOW);
    expect(later).toMatchObject({ inReplyTime: [], effect: 0 });
  });
});
