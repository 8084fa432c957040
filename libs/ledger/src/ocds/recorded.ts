import type { EventStore, Json, JsonObject } from '@app/event-store';
import { canonicalJson } from '@app/integrity';
import { entryOf, isErased, streamOf } from '../entry/read';
import type { Entry } from '../entry/entry';
import { writtenIn } from './fields';
import { attempt, isFault, type Statement } from './statement';

/** What was said of a thing, from one release on. */
export interface Version {
  /** Null where it was no longer so. */
  readonly content: JsonObject | null;
  /** Date of that release, in milliseconds. */
  readonly released: number;
}

/** A thing that releases speak of, as the ledger has it. */
export interface Thing {
  /** Oldest first; never empty. */
  readonly versions: Version[];
  /** Id of the entry that stands, which a correction names. */
  target: string;
  /** Prose was erased: what the file says of it must not bring it back. */
  isErased: boolean;
  /** What the file said of it last; undefined where it said nothing yet. */
  said?: JsonObject;
  /** How many versions the ledger has; what is behind them comes with the file. */
  recorded: number;
  /** Which of these the file says again, by their place. */
  readonly repeated: Set<number>;
}

/** What earlier imports of OCDS packages left in a ledger. */
export interface RecordedLedger {
  /** By the id of the first entry of each. */
  readonly things: Map<string, Thing>;
  /** Id of the entry that established it; null while it is not. */
  readonly establishedBy: string | null;
}

/** An entry of such an import: the first of a thing, or the n-th, from 2 on. */
const OCDS_ID = /^(ocds-[0-9a-f]{16})(?:-\d+)?$/;

export async function recordedIn(store: EventStore, relationship: string): Promise<RecordedLedger> {
  const things = new Map<string, Thing>();
  let establishedBy: string | null = null;
  for await (const event of store.read(streamOf(relationship))) {
    const entry = entryOf(event);
    if (entry.kind === 'relationship.established') establishedBy ??= entry.id;
    const id = entry.imported ? OCDS_ID.exec(entry.id)?.[1] : undefined;
    if (id === undefined) continue;
    const thing = things.get(id) ?? newThing(entry.id);
    things.set(id, thing);
    thing.isErased ||= isErased(event);
    if (entry.answers === null) thing.target = entry.id;
    thing.versions.push(versionIn(entry, thing.versions.at(-1)?.content ?? {}));
    thing.recorded = thing.versions.length;
  }
  return { things, establishedBy };
}

export function newThing(target: string): Thing {
  return { versions: [], target, isErased: false, recorded: 0, repeated: new Set() };
}

function versionIn({ kind, effective, text, data }: Entry, before: JsonObject): Version {
  const { released: written, ...said } = data;
  const released = releasedAt(written);
  if (kind === 'entry.voided') return { content: null, released };
  if (kind !== 'entry.corrected') {
    return { content: { ...said, effective, ...(text !== null && { text }) }, released };
  }
  return { content: changed(before, said), released };
}

/** What is said once something changes: null takes away. */
export function changed(before: JsonObject, changes: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries({ ...before, ...changes }).filter(([, value]) => value !== null));
}

function releasedAt(written: Json | undefined): number {
  const date = attempt(() => writtenIn({ value: { written }, path: '' }, 'written') ?? { instant: -Infinity });
  return isFault(date) ? -Infinity : date.instant;
}

/**
 * What a statement changes of what was said: null takes away; nothing at all where it says the same.
 *
 * @param said what the file itself said of it before: what it never said it does not take away
 */
export function changesOf(
  { content, once, repeats = [] }: Statement,
  before: JsonObject,
  said: JsonObject = {},
): JsonObject {
  const now = content ?? {};
  const isLeftOut = (name: string): boolean => now[name] === undefined && said[name] === undefined;
  const kept = [...once, ...(repeats.some((name) => before[name] !== undefined && isLeftOut(name)) ? ['text'] : [])];
  const names = [...new Set([...Object.keys(now), ...Object.keys(before)])];
  const differing = names.filter(
    (name) =>
      !kept.includes(name) &&
      !isLeftOut(name) &&
      canonicalJson(now[name] ?? null) !== canonicalJson(before[name] ?? null),
  );
  return Object.fromEntries(differing.map((name): [string, Json] => [name, now[name] ?? null]));
}

export function saysTheSame(statement: Statement, { content }: Version, said?: JsonObject): boolean {
  if (statement.content === null || content === null) return statement.content === content;
  return Object.keys(changesOf(statement, content, said)).length === 0;
}
