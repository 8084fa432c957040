/** What Nest injects beside classes and the tokens of the ledger. */
export const READ_MODELS = Symbol('read models');
/** Null in a process that is not the primary one. */
export const LEDGER_CLOCK = Symbol('clock of the ledger');
/** Null in a process that is not the primary one. */
export const EVIDENCE_FILES = Symbol('files of evidence');
export const METRICS = Symbol('metrics');
