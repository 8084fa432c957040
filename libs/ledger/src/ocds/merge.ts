import { isObject } from './fields';

type Merged = Record<string, unknown>;

/** By the id of its items, each list that was merged by them. */
const indexes = new WeakMap<readonly unknown[], Map<string, Merged>>();

/**
 * Takes a later release into what the releases before it came to, in place, as OCDS merges them: a field replaces, null
 * takes away, objects merge, and so do lists of items with an id; other lists replace.
 */
export function mergeInto(merged: Merged, later: object): void {
  for (const [name, value] of Object.entries(later)) {
    const before = merged[name];
    if (value === null) delete merged[name];
    else if (isObject(value)) merged[name] = mergedObject(before, value);
    else if (isKeyed(value)) merged[name] = mergedItems(before, value);
    // A list without items says nothing of those that an earlier release had.
    else if (Array.isArray(value) && value.length === 0 && Array.isArray(before)) continue;
    else merged[name] = value as unknown;
  }
}

function mergedObject(before: unknown, later: object): Merged {
  const merged = isObject(before) ? (before as Merged) : {};
  mergeInto(merged, later);
  return merged;
}

function mergedItems(before: unknown, later: readonly Merged[]): readonly unknown[] {
  const items = Array.isArray(before) && indexes.has(before) ? (before as Merged[]) : [];
  const index = indexes.get(items) ?? new Map<string, Merged>();
  indexes.set(items, index);
  for (const item of later) {
    const key = keyOf(item);
    const found = index.get(key);
    if (found !== undefined) mergeInto(found, item);
    else {
      const own: Merged = {};
      mergeInto(own, item);
      index.set(key, own);
      items.push(own);
    }
  }
  return items;
}

/** The item of a merged list that has the id of another. */
export function mergedItem(list: unknown, item: object): Merged | undefined {
  return Array.isArray(list) ? indexes.get(list)?.get(keyOf(item as Merged)) : undefined;
}

function isKeyed(value: unknown): value is readonly Merged[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((item) => isObject(item) && (typeof item['id'] === 'string' || typeof item['id'] === 'number'))
  );
}

/** A number is the same id as the text of its digits. */
function keyOf(item: Merged): string {
  return String(item['id']).trim();
}
