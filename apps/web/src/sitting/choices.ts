import type { ListedAnswer } from '../ledger/answer-call';

/** What one may say to an entry in a sitting; a correction and a void are made on the entry itself. */
export const SITTING_ANSWERS = ['agreement', 'note', 'dispute', 'remedy'] as const;
export type SittingAnswer = (typeof SITTING_ANSWERS)[number];

/** One key each. */
export const KEYS: Readonly<Record<SittingAnswer, string>> = {
  agreement: 'A',
  note: 'N',
  dispute: 'D',
  remedy: 'R',
};

/** What a party is about to say to an entry, until it confirms it. */
export interface Choice {
  /** Who says it. */
  readonly party: string;
  readonly entry: string;
  /** Of the entry, as people call it. */
  readonly title: string;
  readonly answer: SittingAnswer;
  /** The reason of a dispute, or what was done. */
  readonly text: string;
}

export interface Waiting {
  readonly entry: string;
  readonly title: string;
  /** Who has to answer. */
  readonly party: string;
  /** Who logged it. */
  readonly by: string;
  readonly sign: string | null;
}

/** Who is no party, and accepts nothing as put right. */
const NO_PARTY: ReadonlySet<string> = new Set(['third-party', 'ledger', 'joint']);

/** Only what counts against the relationship is put right; the party that logged it says so, once the other agreed. */
export function mayBePutRight({ sign, by }: Waiting): boolean {
  return sign === '-' && !NO_PARTY.has(by);
}

export function answerOfKey(key: string): SittingAnswer | null {
  return SITTING_ANSWERS.find((answer) => KEYS[answer] === key.toUpperCase()) ?? null;
}

export function choiceOf(choices: readonly Choice[], party: string, entry: string): Choice | undefined {
  return choices.find((choice) => choice.party === party && choice.entry === entry);
}

/**
 * The choices with this answer to what waits; chosen a second time, it is taken back. What was put right was agreed
 * first: that the other side says, unless it has chosen so already.
 */
export function chosen(choices: readonly Choice[], row: Waiting, answer: SittingAnswer): readonly Choice[] {
  const { entry, title } = row;
  if (answer === 'remedy') {
    if (!mayBePutRight(row)) return choices;
    if (choiceOf(choices, row.by, entry) !== undefined) return without(choices, row.by, entry);
    const agreed: Choice = { party: row.party, entry, title, answer: 'agreement', text: '' };
    return [...without(choices, row.party, entry), agreed, { party: row.by, entry, title, answer, text: '' }];
  }
  const before = choiceOf(choices, row.party, entry);
  // Where the other side does not agree, there is nothing that was put right.
  const rest = without(without(choices, row.party, entry), row.by, entry);
  if (before?.answer === answer) return rest;
  const kept = answer === 'agreement' ? without(choices, row.party, entry) : rest;
  return [...kept, { party: row.party, entry, title, answer, text: '' }];
}

export function without(choices: readonly Choice[], party: string, entry: string): readonly Choice[] {
  return choices.filter((choice) => choice.party !== party || choice.entry !== entry);
}

export function withText(choices: readonly Choice[], said: Choice, text: string): readonly Choice[] {
  return choices.map((choice) =>
    choice.party === said.party && choice.entry === said.entry ? { ...choice, text } : choice,
  );
}

/** A dispute says why, and a remedy what was done. */
export function needsText({ answer, text }: Choice): boolean {
  return (answer === 'dispute' || answer === 'remedy') && text.trim() === '';
}

export function listedOf({ entry, answer, text }: Choice): ListedAnswer {
  const said = text.trim();
  return { entryId: entry, answer, ...(said === '' ? {} : { text: said }) };
}

/** Choices that were kept while a page was away; what is no choice is passed over. */
export function keptChoices(kept: string | null): readonly Choice[] {
  if (kept === null) return [];
  let value: unknown;
  try {
    value = JSON.parse(kept);
  } catch {
    // Written by another version: the sitting starts anew.
    return [];
  }
  return Array.isArray(value) ? value.filter(isChoice) : [];
}

function isChoice(value: unknown): value is Choice {
  if (typeof value !== 'object' || value === null) return false;
  const { party, entry, title, answer, text } = value as Record<string, unknown>;
  return (
    [party, entry, title, text].every((word) => typeof word === 'string') &&
    SITTING_ANSWERS.some((word) => word === answer)
  );
}
