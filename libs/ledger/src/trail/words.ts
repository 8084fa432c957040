import type { Json } from '@app/event-store';
import { kindOf } from '../catalogue/catalogue';
import type { Entry } from '../entry/entry';

/** Words of one search; more are passed over. */
export const MAX_SEARCH_WORDS = 32;

const NOT_ASCII = /[^\0-\x7f]/;
const WORD = /[\p{L}\p{N}]+/gu;
const MARKS = /\p{M}+/gu;

/** Text whose words are found by splitting at everything in ASCII that is no letter or digit; accents and case gone. */
function folded(text: string): string {
  if (!NOT_ASCII.test(text)) return text;
  return (text.normalize('NFKD').replace(MARKS, '').match(WORD) ?? []).join(' ');
}

function addTexts(value: Json, texts: string[]): void {
  if (typeof value === 'string') texts.push(value);
  else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value as Record<string, Json>)) addTexts(part, texts);
  }
}

/** What a search looks through: the title of the kind, the text, and every string in the data. */
export function searchedText(entry: Pick<Entry, 'kind' | 'text' | 'data'>): string {
  const texts = [kindOf(entry.kind)?.title ?? entry.kind];
  if (entry.text !== null) texts.push(entry.text);
  addTexts(entry.data, texts);
  return folded(texts.join(' ')).toLowerCase();
}

/** The words that a person searches for, whatever was typed; none where it holds no letter and no digit. */
export function searchWords(text: string): string[] {
  return (folded(text).toLowerCase().match(WORD) ?? []).slice(0, MAX_SEARCH_WORDS);
}

/** Whether each word of the search begins a word of the entry; nothing is found by a search without words. */
export function matchesSearch(entry: Pick<Entry, 'kind' | 'text' | 'data'>, search: string): boolean {
  const wanted = searchWords(search);
  const words: string[] = searchedText(entry).match(WORD) ?? [];
  return wanted.length > 0 && wanted.every((want) => words.some((word) => word.startsWith(want)));
}
