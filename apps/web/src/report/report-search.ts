import { dayIn } from '../clocks/clocks';

/** What an address says of a report, beside both clocks. */
export interface ReportSearch {
  /** `YYYY-MM-DD`: the earlier day that it is compared with; absent: one year before. */
  readonly compare?: string | undefined;
  /** Absent: for the board. */
  readonly edition?: 'public' | undefined;
  /** What the log of the record was when the report was made: how many entries, and the root of their tree. */
  readonly log?: string | undefined;
}

/** How many entries a log has, and in Base64 the root of their tree; null where none was signed yet. */
export interface LogState {
  readonly size: number;
  readonly root: string | null;
}

const LOG = /^(\d{1,15})(?:\.([A-Za-z0-9+/]{43}=))?$/;

export function reportSearchOf(search: Readonly<Record<string, unknown>>): ReportSearch {
  const compare = dayIn(search['compare']);
  // A number is what the router makes of a text of digits.
  const given = search['log'];
  const log = typeof given === 'number' ? String(given) : given;
  return {
    ...(compare === undefined ? {} : { compare }),
    ...(search['edition'] === 'public' ? { edition: 'public' as const } : {}),
    ...(typeof log === 'string' && LOG.test(log) ? { log } : {}),
  };
}

export function logStateOf(log: string | undefined): LogState | null {
  const [, size, root = null] = LOG.exec(log ?? '') ?? [];
  return size === undefined ? null : { size: Number(size), root };
}

export function logStateText({ size, root }: LogState): string {
  return root === null ? String(size) : `${size}.${root}`;
}
