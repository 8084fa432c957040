const MAX_LENGTH = 200;

/** A part of an address that is a text, a number among them, which the router reads as such; otherwise nothing. */
export function textIn<K extends string>(search: Readonly<Record<string, unknown>>, name: K): { [P in K]?: string } {
  const value = search[name];
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string' || text === '' || text.length > MAX_LENGTH) return {};
  return { [name]: text } as { [P in K]: string };
}
