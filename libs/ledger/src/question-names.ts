/** Every question that is answered from the entries, by the name that it has on the command line and over HTTP. */
export const QUESTIONS = {
  gaps: 'where the parties see a factor alike, differently or not yet, and what became of it in a year',
  unanswered: 'entries that wait for an answer, by the party that owes it',
  'in-reply-time': 'entries that may still be answered in time, and what they do to the score',
  'late-logging': 'how long after it happened each party logs',
  sensitivity: 'what answering could change: the score if all were agreed, or disputed, and from what is agreed alone',
  forecast: 'what goes stale in 30, 60 and 90 days, and what the score becomes',
  opportunities: 'how far each factor is from Established, and what is open to improve it',
  'to-rate': 'which factors to rate next, four a quarter, with what was said last and what was logged since',
  'what-if': 'the score if some ratings, weights or events were others; nothing is written',
  top: 'the entries that do most to the score',
  completeness: 'what is missing: planned against logged meetings and reports, and silent months',
  'evidence-check': 'what each entry rests on, and which evidence is missing, dead or without a hash',
  story: 'what happened in the last months, told to somebody who was not there',
  'audit-sample': 'entries for an auditor to look at, drawn by a seed: whoever draws again draws the same',
  readiness: 'the eight conditions of a mutual relationship: met, ageing or not met',
  stages: 'the eight stages of ISO 44001, and what the record holds of each',
  steps: 'the five steps towards a joint relationship',
  drivers: 'how well the relationship serves each side’s strategic drivers, and where their weights differ',
} as const;

export type QuestionName = keyof typeof QUESTIONS;
