import { AppendTooLarge, IncompatibleStore, StoreFull, StoreUnavailable, StreamChanged } from '@app/event-store';
import { Problem, PROBLEMS, type ProblemCode } from '@app/ledger';

export const EXIT_REJECTED = 1;
export const EXIT_UNREACHABLE = 3;

/** Says on standard error why nothing (more) was done; answers the exit code. */
export function reportFailure(error: unknown, json: boolean): number {
  const { code, detail, field, line } = problemOf(error);
  const { title, status } = PROBLEMS[code];
  if (json) {
    process.stderr.write(
      `${JSON.stringify({ type: `/api/v1/problems/${code}`, title, status, code, detail, field, line })}\n`,
    );
  } else {
    const where = [line === undefined ? '' : `line ${line}`, field === undefined ? '' : `field ${field}`].filter(
      Boolean,
    );
    process.stderr.write(`${[code, ...where, detail].join(': ')}\n${title}\n`);
  }
  // A fault of ours is nobody's wrong usage: whoever reports it needs the place in the code.
  if (code === 'internal-error' && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  return code === 'store-unavailable' ? EXIT_UNREACHABLE : EXIT_REJECTED;
}

interface Rejection {
  readonly code: ProblemCode;
  readonly detail: string;
  readonly field?: string;
  readonly line?: number;
}

function problemOf(error: unknown): Rejection {
  if (error instanceof Problem) return error;
  const detail = error instanceof Error ? error.message : String(error);
  if (error instanceof StoreUnavailable || error instanceof IncompatibleStore)
    return { code: 'store-unavailable', detail };
  if (error instanceof StoreFull || hasCode(error, 'ENOSPC')) return { code: 'disk-full', detail };
  if (error instanceof StreamChanged) return { code: 'conflict', detail };
  if (error instanceof AppendTooLarge) return { code: 'body-too-large', detail };
  if (hasCode(error, 'ENOENT') || hasCode(error, 'EISDIR') || hasCode(error, 'EACCES') || hasCode(error, 'ENOTDIR')) {
    // The only files that a verb opens by itself are those named on the command line.
    return { code: 'invalid-parameter', detail, field: 'file' };
  }
  return { code: 'internal-error', detail };
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
