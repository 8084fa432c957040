import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  AppendTooLarge,
  IncompatibleStore,
  StoreFull,
  StoreUnavailable,
  StreamChanged,
  UnreadableEvent,
} from '@app/event-store';
import { Problem, PROBLEMS, type ProblemCode } from '@app/ledger';
import { NoLedger } from './place';
import { ServerUnavailable } from './remote/ledger-server';

export const EXIT_REJECTED = 1;
export const EXIT_UNREACHABLE = 3;

/** What to do, where the sentence for every reader of the API does not fit a command line; empty: the detail says it. */
const ADVICE: { readonly [Code in ProblemCode]?: string } = {
  'invalid-parameter': '',
  'not-allowed-now': '',
  'relationship-not-found': '"ledger relationships" lists those that there are.',
};

/** The options of the verb that ran, `asOf` as `--as-of`. */
export type OptionNames = ReadonlyMap<string, string>;

/** Says on standard error why nothing (more) was done; answers the exit code. */
export function reportFailure(error: unknown, json: boolean, options: OptionNames): number {
  const rejection = problemOf(error);
  const { code, detail, field, line } = rejection;
  const { title, status } = PROBLEMS[code];
  if (json) {
    process.stderr.write(
      `${JSON.stringify({ type: `/api/v1/problems/${code}`, title, status, code, detail, field, line })}\n`,
    );
  } else {
    // A ledger that is not there, or damaged, is not mended by sending anything again.
    const told = [NoLedger, IncompatibleStore, ServerUnavailable, UnreadableEvent].some(
      (kind) => error instanceof kind,
    );
    const advice = told ? '' : (ADVICE[code] ?? title);
    const said = line === undefined ? withOptionNames(rejection, options) : `line ${line}: ${withField(rejection)}`;
    process.stderr.write(`${code}: ${said}\n${advice === '' ? '' : `${advice}\n`}`);
  }
  // A fault of ours is nobody's wrong usage: whoever reports it needs the place in the code.
  if (code === 'internal-error' && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  return code === 'store-unavailable' ? EXIT_UNREACHABLE : EXIT_REJECTED;
}

/** What is wrong with a field of a line, the field named once. */
export function withField({ field, detail }: { readonly field?: string | null; readonly detail: string }): string {
  return field === undefined || field === null ? detail : `field ${field}: ${withoutName(detail, field)}`;
}

/** What is wrong with what was typed, in the names that were typed. */
function withOptionNames({ field = '', detail }: Rejection, options: OptionNames): string {
  const option = options.get(field);
  const subject = detail.startsWith(`${field} `);
  const said =
    option === undefined
      ? detail
      : subject
        ? `${option}${detail.slice(field.length)}`
        : `${option}: ${withoutName(detail, field)}`;
  return said.replace(/\b[a-z]+[A-Z]\w*/g, (name) => options.get(name) ?? name);
}

/** A detail may begin with the name of its field. */
function withoutName(detail: string, field: string): string {
  return detail.startsWith(`${field}: `) ? detail.slice(field.length + 2) : detail;
}

/** What is said of an entry that cannot be read. */
export function unreadableText({ message, cause }: UnreadableEvent): string {
  const why = cause instanceof Error ? ` (${cause.message})` : '';
  return `${message}${why}: "ledger verify" says which entry is not as it was written; bring a backup back`;
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
  if (error instanceof UnreadableEvent) return { code: 'read-only', detail: unreadableText(error) };
  if (error instanceof StoreFull || hasCode(error, 'ENOSPC')) return { code: 'disk-full', detail };
  if (error instanceof StreamChanged) return { code: 'conflict', detail };
  if (error instanceof AppendTooLarge) return { code: 'body-too-large', detail };
  // The only files that a verb opens by itself are those named on the command line.
  const wrong = FILE_FAULTS.find(([code]) => hasCode(error, code));
  if (wrong) {
    const path = error instanceof Error && 'path' in error ? String(error.path) : '';
    const isFolderMissing = wrong[0] === 'ENOENT' && path !== '' && !existsSync(dirname(path));
    const missing = isFolderMissing ? `${dirname(path)} ` : path === '' ? '' : `${path} `;
    return { code: 'invalid-parameter', detail: `${missing}${wrong[1]}`, field: 'file' };
  }
  return { code: 'internal-error', detail };
}

/** What the system says of a file, in words. */
const FILE_FAULTS: readonly (readonly [code: string, words: string])[] = [
  ['ENOENT', 'does not exist'],
  ['EISDIR', 'is a directory; name a file'],
  ['EACCES', 'may not be opened by this user'],
  ['ENOTDIR', 'leads through a file that is no directory'],
];

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
