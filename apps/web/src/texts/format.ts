/** The language and the place whose way of writing dates, numbers and money is used. */
export const LOCALE = 'en-GB';
/** The ledger records instants; people read them as of the relationship's place. */
export const ZONE = 'Europe/London';

const score = new Intl.NumberFormat(LOCALE, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const change = new Intl.NumberFormat(LOCALE, {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
  signDisplay: 'exceptZero',
});
const percent = new Intl.NumberFormat(LOCALE, { style: 'percent', maximumFractionDigits: 0 });
const finePercent = new Intl.NumberFormat(LOCALE, { style: 'percent', maximumFractionDigits: 2 });
const whole = new Intl.NumberFormat(LOCALE);
const decimal = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 4 });
const day = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const month = new Intl.DateTimeFormat(LOCALE, { month: 'short', year: 'numeric', timeZone: 'UTC' });
const isoThere = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone: ZONE });
const instant = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeStyle: 'short', timeZone: ZONE });

/** A score or a share of one, 0 to 100, with one decimal as scoring.md rule 18 says; an en dash where there is none. */
export const formatScore = (value: number | null): string => (value === null ? '–' : score.format(value));
/** A difference of scores, with its sign. */
export const formatChange = (value: number | null): string => (value === null ? '–' : change.format(value));
/** A share from 0 to 1. */
export const formatShare = (value: number | null): string => (value === null ? '–' : percent.format(value));
/** A small share, such as that of the value of a contract. */
export const formatFineShare = (value: number): string => finePercent.format(value);
export const formatCount = (value: number): string => whole.format(value);
/** A figure as it was given, such as that of an indicator. */
export const formatNumber = (value: number): string => decimal.format(value);

/** The day that an instant is the last millisecond of, by the ledger or where the contract is: what was known at its end. */
function dayEnding(value: string): string | null {
  if (!value.endsWith(':59:59.999Z')) return null;
  if (value.slice(11, 13) === '23') return value.slice(0, 10);
  const there = isoThere.format(new Date(value));
  return there.endsWith('23:59:59') ? there.slice(0, 10) : null;
}

/** `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or an instant, as precise as it is; a day never breaks over two lines. */
export function formatDate(value: string | null): string {
  if (value === null) return '–';
  if (/^\d{4}$/.test(value)) return value;
  if (/^\d{4}-\d{2}$/.test(value)) return unbroken(month.format(new Date(`${value}-01T00:00:00Z`)));
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return unbroken(day.format(new Date(`${value}T00:00:00Z`)));
  const end = dayEnding(value);
  if (end !== null) return formatDate(end);
  const [on = '', ...at] = instant.format(new Date(value)).split(', ');
  return [unbroken(on), ...at].join(', ');
}

const unbroken = (date: string): string => date.replaceAll(' ', '\u00a0');

/** Money as the record has it: exact decimals, never a float. */
export function formatMoney({ amount, currency }: { amount: string; currency: string }): string {
  const format = new Intl.NumberFormat(LOCALE, { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' });
  return format.format(amount as Intl.StringNumericLiteral);
}
