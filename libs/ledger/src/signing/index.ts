/** What the machine of an author does before the ledger gets its word: pure, on a command line as in a browser. */
export { LogContradicted, PolicyChanged, seeLog, type KnownLog, type LogServer } from './see-log';
export { signEntry, type EntryToLog, type Signer, type Speaker } from './sign-entry';
export type { CheckpointSeen } from '../entry/entry';
export { answerEntry, type AnswerContent, type AnswerName } from '../entry/answer-entry';
export { itemKey } from '../entry/command-id';
export { ratingCommitment } from '../rounds/committed-ratings';
