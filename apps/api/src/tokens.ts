/** What Nest injects beside classes and the tokens of the ledger. */
export const READ_MODELS = Symbol('read models');
export const METRICS = Symbol('metrics');
