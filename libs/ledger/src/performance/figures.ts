import type { JsonObject } from '@app/event-store';
import type { EntryReading } from '../scoring/entry-reading';

/** What is measured: how the work goes, and how far the parties trust each other. */
export type MeasuredFamily = 'indicator' | 'trust';

/**
 * Whether the figure of a `*.measured` reaches the target that its indicator had by then.
 *
 * @param definitions of the indicator, as for the others
 */
export function isOnTarget(definitions: readonly EntryReading[], measured: EntryReading): boolean {
  return isReached(definitionOf(definitions, measured), measured.data, measured);
}

/** Whether it did before anybody corrected it, or the target. */
export function wasOnTarget(definitions: readonly EntryReading[], measured: EntryReading): boolean {
  return isReached(definitionOf(definitions, measured)?.fact, measured.fact.data, measured.fact);
}

/** The last definition that was recorded before the figure. */
export function definitionOf(definitions: readonly EntryReading[], { fact }: EntryReading): EntryReading | undefined {
  const family = fact.kind.replace('.measured', '');
  return definitions
    .filter(({ fact: other }) => other.kind === `${family}.defined`)
    .filter(({ fact: { recorded, revision } }) => (recorded - fact.recorded || revision - fact.revision) < 0)
    .toSorted((a, b) => a.fact.recorded - b.fact.recorded || a.fact.revision - b.fact.revision)
    .at(-1);
}

/** An import may leave out the target or the figure; the sign says it then. */
function isReached(
  defined: Pick<EntryReading, 'data'> | undefined,
  { value }: JsonObject,
  { sign }: Pick<EntryReading, 'sign'>,
): boolean {
  const { target, direction } = defined?.data ?? {};
  if (typeof value !== 'number' || typeof target !== 'number') return sign === '+';
  return direction === 'at-most' ? value <= target : value >= target;
}
