import { TILES, type Tile } from './tiles';

/** What the address says of what is logged. */
export interface LogSearch {
  readonly tile?: Tile;
  readonly kind?: string;
  /** Id of the entry that it answers. */
  readonly answers?: string;
  /** Fields of `data` that are known already, such as the issue that is escalated. */
  readonly data?: Readonly<Record<string, string>>;
  /** Words that a kind is searched by. */
  readonly find?: string;
  /** Id of the entry that was logged. */
  readonly logged?: string;
}

const MAX_FIELDS = 60;

/** What is none of it, is as if it were not there. */
export function logSearchOf(search: Readonly<Record<string, unknown>>): LogSearch {
  const tile = TILES.find((each) => each === search['tile']);
  const texts = (['kind', 'answers', 'find', 'logged'] as const).flatMap((name) => {
    const value = search[name];
    const text = typeof value === 'number' ? String(value) : value;
    return typeof text === 'string' && text !== '' ? [[name, text] as const] : [];
  });
  const data = fieldsIn(search['data']);
  return { ...(tile !== undefined && { tile }), ...Object.fromEntries(texts), ...(data !== undefined && { data }) };
}

function fieldsIn(value: unknown): Readonly<Record<string, string>> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const fields = Object.entries(value)
    .filter(([, each]) => typeof each === 'string' || typeof each === 'number' || typeof each === 'boolean')
    .slice(0, MAX_FIELDS)
    .map(([name, each]) => [name, String(each)] as const);
  return fields.length === 0 ? undefined : Object.fromEntries(fields);
}
