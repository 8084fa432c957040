import { logViews } from '../log-views';
import { readingAt } from '../scoring/knowledge';
import { roundRevealer } from './reveal';
import { CLIENT, MORNING, PROVIDER, RoundLedger } from './rounds.fixture';
import { roundsOf, type Round } from './rounds.queries';

const DAY_MS = 86_400_000;

describe('the register of rounds', () => {
  let ledger: RoundLedger;
  beforeEach(async () => {
    ledger = await RoundLedger.start();
    await ledger.opens('spring');
  });
  afterEach(() => ledger.stop());

  const reveal = async (): Promise<void> => {
    const { store, safe } = ledger;
    const facts = (await logViews(store).facts('road')) ?? [];
    const tell = (_relationship: string, what: string): never => {
      throw new Error(what);
    };
    await roundRevealer({ store, safe, seen: () => null, tell })('road', readingAt(facts, null), ledger.now);
  };
  const spring = async (asOf: string): Promise<Round | undefined> =>
    (await roundsOf(logViews(ledger.store), 'road', { asOf }, ledger.now)).rounds[0];

  it('shows the reason of whoever gave one, and none of whoever did not', async () => {
    await ledger.rates(CLIENT, 'spring', 1, { reason: 'No benefits yet.' });
    await ledger.rates(PROVIDER, 'spring', 2);
    await reveal();
    expect((await spring('2026-06-01'))?.parties).toMatchObject([
      { party: 'client', reasons: ['No benefits yet.'] },
      { party: 'provider', reasons: [] },
    ]);
  });

  it('keeps those who could rate in it, whoever joins or leaves when it is over', async () => {
    await ledger.rates(CLIENT, 'spring', 1);
    await ledger.rates(PROVIDER, 'spring', 2);
    await reveal();
    ledger.now = MORNING + 40 * DAY_MS;
    const data = { party: 'hillway', name: 'Hillway', role: 'provider', replaces: 'provider' };
    const joined = await ledger.log(CLIENT, { kind: 'party.joined', effective: '2026-07-11', data });
    await ledger.log(PROVIDER, { kind: 'entry.agreed', answers: joined.id });
    expect(await spring('2026-07-11')).toMatchObject({
      parties: [{ party: 'client' }, { party: 'provider' }],
      summary: '2 of 2 parties rated 1 of 2 factors; waiting: 1',
    });
    await ledger.opens('summer', '2026-07-31');
    const { rounds } = await roundsOf(logViews(ledger.store), 'road', { asOf: '2026-07-11' }, ledger.now);
    expect(rounds[1]?.parties.map(({ party }) => party)).toEqual(['client', 'provider', 'hillway']);
  });
});
