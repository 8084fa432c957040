import type { ErasedEntry } from '@app/ledger';
import { emphasis, say } from '../output';
import { plain } from './plain';

/** Erased entries that are named; the rest are counted. */
const MAX_NAMED = 20;

/** How many entries have no words any more, for a list of what was found; nothing where all have. */
export function erasedWords({ length }: readonly ErasedEntry[]): string[] {
  return length === 0 ? [] : [`the words of ${length} ${length === 1 ? 'entry' : 'entries'} erased`];
}

/** Each of them, for whoever believes the verdict. */
export function sayErased(erased: readonly ErasedEntry[]): void {
  for (const { relationship, revision, id, on } of erased.slice(0, MAX_NAMED)) {
    say(
      `${emphasis('yellow', 'Erased')}: revision ${revision} of ${relationship} (entry ${plain(id)}): its words, on ${on}, ` +
        'by the word of whoever keeps the store; its commitment is intact.',
    );
  }
  if (erased.length > MAX_NAMED) say(`And ${erased.length - MAX_NAMED} more were erased (--json names all).`);
}
