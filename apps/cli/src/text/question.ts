import { rowsOf, type QuestionName, type RegisterDates } from '@app/ledger';
import { oneDecimal, percent, signedOneDecimal } from './number';
import { registerText } from './register';
import { cellText, rowsTable, titleOf, type NumberTexts } from './rows';
import { heldBackText, importText } from './score';
import { table, type Column } from './table';

/** The numbers of a score, of one case of several. */
interface Outcome {
  readonly score: number | null;
  readonly view: number | null;
  readonly level: string | null;
  readonly low: number;
  readonly high: number;
  readonly coverage: number;
  readonly effect?: number | null;
  readonly heldBack?: Parameters<typeof heldBackText>[0];
}

const DATES: ReadonlySet<string> = new Set(['relationship', 'asOf', 'knownAt', 'restsOnImport']);

/** An answer on a terminal: what it says as a whole, the scores that it compares, then its rows. */
export function questionText(name: QuestionName, answer: RegisterDates): string {
  const rows = rowsOf(name, answer);
  const said = Object.entries(answer).filter(([key, value]) => !DATES.has(key) && value !== rows);
  const outcomes = said.filter((each): each is [string, Outcome] => isOutcome(each[1]));
  const { restsOnImport = null } = answer as { readonly restsOnImport?: Parameters<typeof importText>[0] };
  const lines = said
    .filter(([, value]) => !isOutcome(value))
    .map(([key, value]) =>
      isTable(value) ? `${titleOf(key)}:\n${rowsTable(value, shortNumbers)}` : lineOf(key, value),
    );
  return registerText(
    answer,
    ...[[...importText(restsOnImport), ...lines].join('\n')].filter((text) => text !== ''),
    ...(outcomes.length === 0 ? [] : [outcomeTable(outcomes)]),
    ...outcomes.flatMap(([key, { heldBack }]) => heldBackText(heldBack).map((text) => `${titleOf(key)}: ${text}`)),
    rows.length === 0 ? 'Nothing.' : rowsTable(rows.map(inCells), shortNumbers),
  );
}

/** Shares, from 0 to 1. */
const SHARES: ReadonlySet<string> = new Set(['coverage', 'bilateralCoverage', 'confidence']);

/** What is added to a score, or taken from it. */
const CHANGES: ReadonlySet<string> = new Set(['change', 'effect']);

/** Codes and counts as they are, all else as on screen. */
const shortNumbers: NumberTexts = (key, numbers) => {
  if (SHARES.has(key)) return percent;
  if (CHANGES.has(key)) return signedOneDecimal;
  return numbers.every(Number.isInteger) ? String : oneDecimal;
};

function lineOf(key: string, value: unknown): string {
  if (Array.isArray(value) && value.length === 0) return `${titleOf(key)}: none`;
  const words = wordsOf(value);
  const numberText = shortNumbers(key, typeof value === 'number' ? [value] : []);
  return `${titleOf(key)}: ${words.length > 0 ? words.join(', ') : cellText(value, key, numberText)}`;
}

/** What is named: months, and what was supposed. Ids of entries are counted: `--json` names them. */
function wordsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.every((each) => MONTH.test(String(each))) ? value : [];
  const lists = typeof value === 'object' && value !== null ? Object.values(value) : [];
  return lists.every((list) => Array.isArray(list)) ? lists.flat() : [];
}

const MONTH = /^\d{4}-\d{2}$/;

type Row = Readonly<Record<string, unknown>>;

/**
 * What a cell has room for: how a factor was seen before, the levels of the parties, how each side weighs a driver, the
 * words of what is lacking.
 */
function inCells({ before, lacking, ...row }: Row): Row {
  const { levels, weights } = row;
  return {
    ...row,
    ...(isTable(levels) && { levels: Object.fromEntries(levels.map(({ party, level }) => [party, level])) }),
    ...(isTable(weights) && {
      weights: weights
        .map(({ of, weight, alignment }) => `${String(of)} ${String(weight)} (${String(alignment)})`)
        .join(', '),
    }),
    ...(typeof before === 'object' && before !== null && 'seen' in before && { before: before.seen }),
    ...(Array.isArray(lacking) && { lacking: lacking.join('; ') }),
  };
}

function isOutcome(value: unknown): value is Outcome {
  return typeof value === 'object' && value !== null && 'view' in value && 'low' in value;
}

function isTable(value: unknown): value is readonly Row[] {
  return Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === 'object');
}

const COLUMNS: readonly Column[] = [
  { title: '' },
  { title: 'Score', align: 'right' },
  { title: 'View', align: 'right' },
  { title: 'Change', align: 'right' },
  { title: 'Level' },
  { title: 'Low', align: 'right' },
  { title: 'High', align: 'right' },
  { title: 'Coverage', align: 'right' },
];

function outcomeTable(outcomes: readonly (readonly [string, Outcome])[]): string {
  return table(
    COLUMNS,
    outcomes.map(([key, { score, view, effect, level, low, high, coverage }]) => [
      titleOf(key),
      ...[oneDecimal(score), oneDecimal(view), effect === undefined ? '' : signedOneDecimal(effect)],
      ...[level ?? '–', oneDecimal(low), oneDecimal(high), percent(coverage)],
    ]),
  );
}
