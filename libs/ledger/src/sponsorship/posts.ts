import { decidesOf, isWordOf } from '../entry/rules';
import type { EntryReading } from '../scoring/entry-reading';

/** A post that somebody is appointed to and leaves: of a sponsor, or of a leader. */
export interface Post {
  /** Kinds of entries. */
  readonly appointed: string;
  readonly left: string;
}

export const SPONSOR: Post = { appointed: 'sponsor.appointed', left: 'sponsor.changed' };
export const LEADER: Post = { appointed: 'leader.appointed', left: 'leader.departed' };

/** Whether an entry about a party holds of its post: of its own word, or an appointment that others name undisputed. */
function holdsOf({ appointed, left }: Post, about: string, entry: EntryReading): boolean {
  const { kind } = entry.fact;
  return (kind === appointed && decidesOf(about, entry)) || (kind === left && isWordOf(about, entry));
}

/** Who came and went, of the entries about a party, by their days. */
export function postChanges(post: Post, about: string, entries: readonly EntryReading[]): readonly EntryReading[] {
  return (
    entries
      .filter((entry) => holdsOf(post, about, entry))
      // On one day the handover comes first.
      .sort((a, b) => a.day - b.day || isLeft(post, a) - isLeft(post, b) || a.index - b.index)
  );
}

function isLeft({ left }: Post, { fact }: EntryReading): number {
  return fact.kind === left ? 1 : 0;
}

/** Who takes over, or leaves, takes over from or was somebody, whether or not the record says who was before. */
export function heldBefore({ left }: Post, [first]: readonly EntryReading[]): number {
  return first !== undefined && (first.fact.kind === left || first.data['handover'] === true) ? 1 : 0;
}

/** How many hold a post after these changes of it; null without any. */
export function heldAfter(post: Post, changes: readonly EntryReading[]): number | null {
  if (changes.length === 0) return null;
  return changes.reduce(
    (held, { fact }) => (fact.kind === post.appointed ? held + 1 : Math.max(0, held - 1)),
    heldBefore(post, changes),
  );
}

/**
 * Appointments to a post that somebody held, of whom nobody logged that they left: a change all the same. The first
 * appointment is none, nor is one that another entry says again; where the departure is logged it is the change.
 *
 * @param changes by their days
 */
export function takeovers(post: Post, changes: readonly EntryReading[]): readonly EntryReading[] {
  const taken: EntryReading[] = [];
  let held = heldBefore(post, changes);
  let lastDay = -Infinity;
  for (const change of changes) {
    if (change.fact.kind === post.left) {
      held = Math.max(0, held - 1);
      taken.shift();
    } else if (change.day > lastDay) {
      if (held > 0) taken.push(change);
      held += 1;
      lastDay = change.day;
    }
  }
  return taken;
}
