/** As on screen (scoring.md rule 18): one decimal, and a dash where there is no number. */
export function oneDecimal(value: number | null | undefined): string {
  return value === null || value === undefined ? '–' : withoutNegativeZero(value.toFixed(1));
}

/** One decimal with its sign; for changes. */
export function signedOneDecimal(value: number | null | undefined): string {
  if (value === null || value === undefined) return '–';
  const text = oneDecimal(value);
  return value > 0 && text !== '0.0' ? `+${text}` : text;
}

/** A share from 0 to 1 as a percentage. */
export function percent(share: number | null | undefined): string {
  return share === null || share === undefined ? '–' : `${oneDecimal(share * 100)} %`;
}

function withoutNegativeZero(text: string): string {
  return text === '-0.0' ? '0.0' : text;
}
