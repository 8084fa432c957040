import type { Json, JsonObject } from '@app/event-store';
import { kindOf } from '../catalogue/catalogue';
import { correctableOf } from './answers';
import type { Entry, Evidence } from './entry';

/**
 * The data of an entry after one correction (scoring.md "Reading the entries" rule 6): keys replace, null removes; those
 * that change the entry itself are passed over, unless the kind has a field of that name.
 */
export function corrected(kind: string, data: JsonObject, changes: JsonObject): JsonObject {
  const own: readonly string[] = correctableOf(kindOf(kind) ?? { fields: [] });
  const after: Record<string, Json> = { ...data };
  for (const [name, value] of Object.entries(changes)) {
    if (own.includes(name)) continue;
    if (value === null) delete after[name];
    else after[name] = value;
  }
  return after;
}

/** The text of an entry after the `entry.corrected` that name it, oldest first; null where it has none, or was erased. */
export function correctedText(entry: Entry, corrections: readonly Entry[]): string | null {
  if (!correctableOf(kindOf(entry.kind) ?? { fields: [] }).includes('text')) return entry.text;
  return corrections.reduce<string | null>((text, { data }) => {
    const { text: after } = data;
    return after === null || typeof after === 'string' ? after : text;
  }, entry.text);
}

/** The data of an entry, prose included, after the `entry.corrected` that name it, oldest first. */
export function correctedData(entry: Entry, corrections: readonly Entry[]): JsonObject {
  return corrections.reduce((data, correction) => corrected(entry.kind, data, correction.data), entry.data);
}

/** The evidence of an entry after the `entry.corrected` that name it; evidence that was added stands in its own entry. */
export function correctedEvidence(entry: Entry, corrections: readonly Entry[]): readonly Evidence[] {
  return correctedList(entry.evidence, 'evidence', corrections);
}

/** The tags of an entry after the `entry.corrected` that name it. */
export function correctedTags(entry: Entry, corrections: readonly Entry[]): readonly string[] {
  return correctedList(entry.tags, 'tags', corrections);
}

/** A correction puts a list in the place of the one before; null takes it away. No kind has a field of these names. */
function correctedList<T>(given: readonly T[], name: 'evidence' | 'tags', corrections: readonly Entry[]): readonly T[] {
  const last = corrections.findLast(({ data }) => data[name] !== undefined);
  // It passed the checks of an entry’s own.
  return last === undefined ? given : ((last.data[name] as readonly T[] | null | undefined) ?? []);
}
