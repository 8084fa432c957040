/** What the origin of a checkpoint names. */
export interface Origin {
  /** Of the log: a URL without its scheme. */
  readonly name: string;
  readonly relationship: string;
  /** 1, and one more for each declared break of the record. */
  readonly incarnation: number;
}

/** The number 1 is not written. */
const ORIGIN = /^(.+)\/relationships\/([^/]+)\/log(?:\/([2-9]|[1-9][0-9]+))?$/;

/**
 * Names the log of one relationship in its checkpoints.
 *
 * @param incarnation what was signed before a break does not hold for what comes after, and must not seem to
 */
export function originOf({ name }: Pick<Origin, 'name'>, relationship: string, incarnation = 1): string {
  return `${name}/relationships/${relationship}/log${incarnation === 1 ? '' : `/${incarnation}`}`;
}

/** Null of what no ledger writes. */
export function parseOrigin(origin: string): Origin | null {
  const [, name, relationship, incarnation] = ORIGIN.exec(origin) ?? [];
  if (name === undefined || relationship === undefined) return null;
  return { name, relationship, incarnation: incarnation === undefined ? 1 : Number(incarnation) };
}

/** 1, and one more for each declared break before. */
export function incarnationOf(origin: string): number {
  return parseOrigin(origin)?.incarnation ?? 1;
}

/** Whether checkpoints of a relationship have that origin, in whatever log and incarnation. */
export function isOriginOf(relationship: string, origin: string): boolean {
  return parseOrigin(origin)?.relationship === relationship;
}

/** Whether two origins are of one log, in whatever incarnation. */
export function isSameLog(origin: string, other: string): boolean {
  const [a, b] = [parseOrigin(origin), parseOrigin(other)];
  if (a === null || b === null) return origin === other;
  return a.name === b.name && a.relationship === b.relationship;
}
