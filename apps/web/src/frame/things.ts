/** An entry that began something, as much of it as is needed here. */
export interface Beginning {
  readonly data: Readonly<Record<string, unknown>>;
  readonly text: string | null;
  readonly status: string | null;
}

const MAX_TITLE = 80;
/** Fields that say in a few words what was begun. */
const TITLES = ['title', 'learned', 'name', 'matter', 'scope'] as const;

/** What entries began, for choosing: id and title, the newest first. What was voided was not begun. */
export function thingsOf(
  name: string,
  entries: readonly Beginning[],
): readonly { readonly value: string; readonly label: string }[] {
  const things = new Map<string, string>();
  for (const { data, text, status } of entries.toReversed()) {
    const id = data[name];
    if (typeof id !== 'string' || status === 'voided' || things.has(id)) continue;
    const title = TITLES.map((each) => data[each]).find((each) => typeof each === 'string') ?? text ?? id;
    things.set(id, title.length > MAX_TITLE ? `${title.slice(0, MAX_TITLE)}…` : title);
  }
  return [...things].map(([value, label]) => ({ value, label }));
}
