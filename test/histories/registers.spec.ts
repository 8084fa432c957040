import * as fc from 'fast-check';
import { catalogue, rowsOf, type Fact, type RegisterName } from '@app/ledger';
import { registers } from '../../libs/ledger/src/registers';
import { effectiveDay, formatDay, parseDay } from '../../libs/ledger/src/scoring/days';
import { readingAt } from '../../libs/ledger/src/scoring/knowledge';
import { broughtOf } from '../../libs/ledger/src/value/brought.queries';
import { SEEDED, historyMoves, tell, type History } from './random-histories';

/** `HISTORIES` asks for more than the committed number. */
const RUNS = Number(process.env['HISTORIES'] ?? 60);
const LIMIT_MS = 3_600_000;
const MOST_MOVES = 30;
/** Of so many a failure is worth the time to shrink it. */
const SHRUNK = 1000;
const DAY_MS = 86_400_000;
/** Decimals that an amount may have, as a power of ten. */
const SCALE = 10_000n;

/** How long before its end a history is looked at: at which day, and as it was known when. */
const dates = fc.record({ asOf: fc.constantFrom(0, 0, 3, 30, 90), knownAt: fc.constantFrom(null, null, 1, 20) });

interface Pair {
  readonly asOf: string;
  readonly knownAt?: string;
}

function pairOf({ endMs }: History, { asOf, knownAt }: { asOf: number; knownAt: number | null }): Pair {
  const end = formatDay(Math.floor(endMs / DAY_MS) - asOf);
  return { asOf: end, ...(knownAt !== null && { knownAt: new Date(endMs - knownAt * DAY_MS).toISOString() }) };
}

describe('random histories that the ledger took', () => {
  it(
    'keep every row with its entries, every total the sum of its entries, and every reading the same anew',
    async () => {
      const kinds = new Set<string>();
      await fc.assert(
        fc.asyncProperty(historyMoves(MOST_MOVES), dates, async (moves, asked) => {
          const history = await tell(moves).history();
          const pair = pairOf(history, asked);
          for (const { kind } of history.facts) kinds.add(kind);
          await rowsHaveEntries(history, pair);
          await totalsAreSums(history, pair);
          readsTheSameAnew(history);
        }),
        { ...SEEDED, numRuns: RUNS, endOnFailure: RUNS > SHRUNK },
      );
      // Else the rules would refuse too much of what is tried.
      expect(kinds.size).toBeGreaterThan(catalogue.kinds.length / 3);
    },
    LIMIT_MS,
  );
});

/** No row without an entry behind it, nor with one that the two clocks do not see. */
async function rowsHaveEntries({ facts, views, endMs }: History, pair: Pair): Promise<void> {
  const seen = new Set(facts.filter((fact) => isSeen(fact, pair)).map(({ id }) => id));
  for (const [name, register] of Object.entries(registers)) {
    const answer = await register(views, 'road', pair, endMs);
    for (const row of rowsOf(name as RegisterName, answer)) {
      const behind = 'entries' in row ? (row['entries'] as string[]) : [row['entry'] as string];
      const hidden = behind.filter((id) => !seen.has(id));
      if (behind.length === 0 || hidden.length > 0)
        expect([name, row]).toEqual([name, 'a row with entries that are seen']);
    }
  }
}

/** Whatever is summed, anywhere in an answer, names the entries that it is the sum of. */
async function totalsAreSums(history: History, pair: Pair): Promise<void> {
  const { views, endMs } = history;
  const answers = [
    await registers.benefits(views, 'road', pair, endMs),
    await registers.payments(views, 'road', pair, endMs),
    await registers.deductions(views, 'road', pair, endMs),
    await broughtOf(views, 'road', pair, endMs),
  ];
  for (const total of answers.flatMap((answer) => totalsIn(answer))) {
    const amounts = total.entries.map((id) => amountOf(history, id, pair));
    const sum = amounts.reduce((before, { amount }) => before + scaled(amount), 0n);
    const currencies = new Set(amounts.map(({ currency }) => currency));
    expect([total, scaled(total.amount)]).toEqual([total, sum]);
    if (total.entries.length > 0) expect([...currencies]).toEqual([total.currency]);
  }
}

/** Those who decide fold one entry after another; whoever reads all of them at once comes to the same. */
function readsTheSameAnew({ ledger, facts }: History): void {
  const anew = readingAt(facts, null).entries.map(({ fact, statusWord }) => [fact.id, statusWord]);
  expect(anew).toEqual(anew.map(([id = '']) => [id, ledger.status(id)]));
}

/** As it was last corrected by then. */
function amountOf({ facts, entries }: History, id: string, { knownAt }: Pair): Money {
  const until = knownAt === undefined ? Infinity : Date.parse(knownAt);
  const corrections = facts.filter(({ kind, answers, recorded }) => kind === 'entry.corrected' && answers === id && recorded <= until); // prettier-ignore
  const said = [id, ...corrections.map((correction) => correction.id)].map((each) => entries.get(each)?.data['amount']);
  return said.findLast((amount) => amount !== undefined) as unknown as Money;
}

interface Money {
  readonly amount: string;
  readonly currency: string;
}

function isSeen({ answers, effective, recorded }: Fact, { asOf, knownAt }: Pair): boolean {
  if (answers !== null || effective === null) return false;
  const isKnown = knownAt === undefined || recorded <= Date.parse(knownAt);
  return isKnown && (effectiveDay(effective, recorded) ?? Infinity) <= (parseDay(asOf) ?? 0);
}

interface Total {
  readonly amount: string;
  readonly currency: string | undefined;
  readonly entries: readonly string[];
}

/** Everything in an answer that is an amount with the entries that it sums. */
function totalsIn(value: unknown, currency?: string): readonly Total[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item) => totalsIn(item, currency));
  const { amount, entries, currency: own = currency } = value as Partial<Total>;
  if (typeof amount === 'string' && entries !== undefined) return [{ amount, currency: own, entries }];
  return Object.values(value).flatMap((item) => totalsIn(item, own));
}

/** In ten-thousandths, which every amount is made of. */
function scaled(amount: string): bigint {
  const [whole = '0', decimals = ''] = amount.replace('-', '').split('.');
  const value = BigInt(whole) * SCALE + BigInt(decimals.padEnd(4, '0'));
  return amount.startsWith('-') ? -value : value;
}
