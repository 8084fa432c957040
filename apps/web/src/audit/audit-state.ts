import { dayIn } from '../clocks/clocks';

export const SECTIONS = ['verify', 'sample', 'top', 'completeness', 'evidence', 'late', 'findings', 'pack'] as const;
export type Section = (typeof SECTIONS)[number];

/** What the address of the desk says; absent is what one begins with. */
export interface AuditState {
  readonly section?: Section;
  /** A signed note that the auditor kept, to hold the record against. */
  readonly checkpoint?: string;
  /** Digits of the draw, how many are drawn, and of how many entries of the ledger. */
  readonly seed?: string;
  readonly size?: number;
  readonly ledgerSize?: number;
  /** Which entries of the check of evidence are shown. */
  readonly worst?: string;
  /** `YYYY-MM-DD`, both included. */
  readonly from?: string;
  readonly to?: string;
}

/** A checkpoint with many cosignatures is far below this; more is none. */
const MAX_CHECKPOINT_CHARACTERS = 8_192;
const MAX_SEED_DIGITS = 64;
const DIGITS = /^\d+$/;
const WORD = /^[a-z]{1,20}$/;

/** What is none of these is as if it were not there. */
export function auditStateOf(search: Readonly<Record<string, unknown>>): AuditState {
  const section = SECTIONS.find((name) => name === search['section']);
  const { checkpoint, worst } = search;
  const seed = digitsIn(search['seed']);
  const size = countIn(search['size']);
  const ledgerSize = countIn(search['ledgerSize']);
  const from = dayIn(search['from']);
  const to = dayIn(search['to']);
  return {
    ...(section === undefined ? {} : { section }),
    ...(typeof checkpoint === 'string' && checkpoint.length <= MAX_CHECKPOINT_CHARACTERS ? { checkpoint } : {}),
    ...(seed === undefined ? {} : { seed }),
    ...(size === undefined ? {} : { size }),
    ...(ledgerSize === undefined ? {} : { ledgerSize }),
    ...(typeof worst === 'string' && WORD.test(worst) ? { worst } : {}),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

/** A number of an address is read as one, a long one without its last digits: it is not taken then. */
function digitsIn(value: unknown): string | undefined {
  const text = Number.isSafeInteger(value) ? String(value) : value;
  return typeof text === 'string' && DIGITS.test(text) && text.length <= MAX_SEED_DIGITS ? text : undefined;
}

function countIn(value: unknown): number | undefined {
  const digits = digitsIn(value);
  const count = digits === undefined ? 0 : Number(digits);
  return Number.isSafeInteger(count) && count > 0 ? count : undefined;
}
