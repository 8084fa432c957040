/** What was typed, by field. */
export type Words = Readonly<Record<string, string>>;

/** Words as they were kept; what is none is as if it were not there. */
export function wordsIn(kept: string | null): Words {
  let value: unknown;
  try {
    value = JSON.parse(kept ?? '{}');
  } catch {
    // Written by another version, or half.
    return {};
  }
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter((each): each is [string, string] => typeof each[1] === 'string'),
  );
}
