import type { JsonObject } from '@app/event-store';
import type { EntryBody, Evidence } from './entry';

/** The ways to answer an entry, as addresses name them, and the kinds of the catalogue behind them. */
const ANSWER_KINDS = {
  agreement: 'entry.agreed',
  note: 'entry.noted',
  dispute: 'entry.disputed',
  remedy: 'entry.remedied',
  correction: 'entry.corrected',
  void: 'entry.voided',
  evidence: 'evidence.added',
} as const;
export type AnswerName = keyof typeof ANSWER_KINDS;
export const ANSWER_NAMES = Object.keys(ANSWER_KINDS) as AnswerName[];

/** What an answer says. */
export interface AnswerContent {
  readonly text?: string;
  readonly data?: JsonObject;
  readonly evidence?: readonly Evidence[];
}

/** The entry that an answer is. What was put right is the action itself, where only a text is given. */
export function answerEntry(answer: AnswerName, entryId: string, { text, data, evidence }: AnswerContent): EntryBody {
  const stated = answer === 'remedy' && data === undefined && text !== undefined ? { action: text } : data;
  return {
    kind: ANSWER_KINDS[answer],
    answers: entryId,
    ...(text === undefined ? {} : { text }),
    ...(stated === undefined ? {} : { data: stated }),
    ...(evidence === undefined ? {} : { evidence }),
  };
}
