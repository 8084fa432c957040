/** What an address says of the score that is opened. */
export interface WhySearch {
  /** Code of the factor; absent: the score of all. */
  readonly factor?: number;
  /** Whether all entries of the factor are shown, not the heaviest alone. */
  readonly all?: true;
}

/** What is no code of a factor is as if it were not there. */
export function whySearchOf(search: Readonly<Record<string, unknown>>): WhySearch {
  const factor = factorIn(search['factor']);
  const all = search['all'] === true || search['all'] === 'true';
  return { ...(factor === undefined ? {} : { factor }), ...(all ? { all } : {}) };
}

export function factorIn(value: unknown): number | undefined {
  const code = typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : value;
  return typeof code === 'number' && Number.isSafeInteger(code) && code > 0 && code < 1_000_000 ? code : undefined;
}
