/** Decimals as the record has them: added as whole numbers, never as floats. */
const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/** The exact sum of amounts. */
export function sumOf(amounts: readonly string[]): string {
  const parts = amounts.map(partsOf);
  const places = Math.max(0, ...parts.map(({ fraction }) => fraction.length));
  const total = parts.reduce(
    (sum, { sign, whole, fraction }) => sum + sign * BigInt(whole + fraction.padEnd(places, '0')),
    0n,
  );
  const digits = (total < 0n ? -total : total).toString().padStart(places + 1, '0');
  const cut = digits.length - places;
  return `${total < 0n ? '-' : ''}${digits.slice(0, cut)}${places === 0 ? '' : `.${digits.slice(cut)}`}`;
}

/** One amount as a share of another; null of nothing. */
export function shareOf(amount: string, whole: string): number | null {
  return Number(whole) === 0 ? null : Number(amount) / Number(whole);
}

function partsOf(amount: string): { sign: bigint; whole: string; fraction: string } {
  const [, sign, whole, fraction = ''] = DECIMAL.exec(amount) ?? [];
  if (whole === undefined) throw new Error(`no amount: ${amount}`);
  return { sign: sign === '-' ? -1n : 1n, whole, fraction };
}
