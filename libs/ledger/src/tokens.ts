/** What Nest injects into command and query handlers; everything else is plain functions. */
export const EVENT_STORE = Symbol('event store');
export const VIEWS = Symbol('views');
export const LEDGER_LOG = Symbol('log');
export const RATING_SAFE = Symbol('safe of ratings');
export const CLOCK = Symbol('clock');

/** Milliseconds since 1970-01-01 UTC. Injected, so that tests travel in time. */
export type Clock = () => number;
