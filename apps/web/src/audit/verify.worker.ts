import './buffer-here';
import { InvalidNote, parseCheckpoint, parseNote } from '@app/integrity';
import { unzipBundle } from '@app/ledger/unzip';
import { assertBundle } from '@app/ledger/verifier/is-bundle';
import { InvalidInput, type OwnFile } from '@app/ledger/verifier/known';
import { MAX_BUNDLE_BYTES, MAX_BUNDLE_FILES } from '@app/ledger/verifier/limits';
import { FILE, type BundleFiles } from '@app/ledger/verifier/manifest';
import { verdictText } from '@app/ledger/verifier/verdict-text';
import { verifyBundle } from '@app/ledger/verifier/verify-bundle';
import { verifyLog } from '@app/ledger/verifier/verify-log';
import { ApiProblem } from '../api/api-problem';
import { readBrought, reasonOf } from './read-brought';
import { readLog } from './read-log';
import type { BroughtBundle, Phase, Task, Told } from './verify-task';

/** How the files of the auditor are named in what is said of them. */
const YOURS = { checkpoint: 'your checkpoint', policy: 'your policy' } as const;
/** Milliseconds between two words of how far it is. */
const TELL_MS = 100;

const tell = (told: Told): void => self.postMessage(told);

let lastTold = 0;
function progress(phase: Phase, done: number, total: number): void {
  const now = performance.now();
  if (now - lastTold < TELL_MS && done < total) return;
  lastTold = now;
  tell({ is: 'progress', phase, done, total });
}

self.onmessage = ({ data }: MessageEvent<Task>): void => void answer(data).then(tell, tellRefused);

/** An error in a promise reaches no `onerror` of the page. */
function tellRefused(error: unknown): void {
  tell({ is: 'refused', reason: reasonOf(error), of: 'server' });
}

async function answer(task: Task): Promise<Told> {
  try {
    return task.of === 'log' ? await verifyServed(task) : await verifyBrought(task);
  } catch (error) {
    if (error instanceof InvalidInput) return { is: 'refused', reason: error.message, of: 'brought' };
    if (error instanceof ApiProblem) {
      // The texts are the page's: here there are none.
      return { is: 'refused', reason: error.code === 'unreachable' ? null : error.message, of: 'server' };
    }
    if (error instanceof InvalidNote) return { is: 'refused', reason: error.message, of: 'server' };
    throw error;
  }
}

async function verifyServed(task: Task & { readonly of: 'log' }): Promise<Told> {
  const [known] = ownFile(YOURS.checkpoint, task.checkpoint);
  const [policy] = ownFile(YOURS.policy, task.policy);
  // What cannot be read is said before anything is asked for.
  const keptSize = known === undefined ? null : sizeOf(known);
  const kept = task.bundle && (await filesOf(task.bundle));
  const files = await readLog(task.relationship, (done, total) => progress('reading', done, total));
  const keptNote = kept === null ? [] : ownFile('the checkpoint of your bundle', textIn(kept));
  const verdict = verifyLog(files, task.relationship, {
    known: [...(known === undefined ? [] : [known]), ...keptNote],
    ...(policy === undefined ? {} : { policy }),
    ...(kept === null ? {} : { kept }),
    onProgress: (done, total) => progress('entries', done, total),
  });
  const bundleSize = keptNote[0] === undefined ? null : sizeOf(keptNote[0]);
  return { is: 'log', verdict, keptSize: keptSize ?? bundleSize, isPinned: policy !== undefined, note: textIn(files) };
}

async function verifyBrought(task: Task & { readonly of: 'bundle' }): Promise<Told> {
  const [policy] = ownFile(YOURS.policy, task.policy);
  const verdict = verifyBundle(await filesOf(task.bundle), {
    known: ownFile(YOURS.checkpoint, task.checkpoint),
    ...(policy === undefined ? {} : { policy }),
    onProgress: (done, total, phase) => progress(phase, done, total),
  });
  return { is: 'bundle', verdict, text: verdictText(verdict) };
}

function textIn(files: BundleFiles): string {
  return files.get(FILE.checkpoint)?.toString('utf8') ?? '';
}

/** What was pasted often lost the newline at its end, or has those of another system. */
function ownFile(name: string, pasted: string): OwnFile[] {
  const text = pasted.replaceAll('\r\n', '\n').trim();
  return text === '' ? [] : [{ name, text: `${text}\n` }];
}

function sizeOf({ name, text }: OwnFile): number {
  try {
    return parseCheckpoint(parseNote(text).text).size;
  } catch (error) {
    if (!(error instanceof InvalidNote)) throw error;
    throw new InvalidInput(name, `it is no signed checkpoint: ${error.message}`);
  }
}

async function filesOf(brought: BroughtBundle): Promise<BundleFiles> {
  const bytes = brought.reduce((sum, { file }) => sum + file.size, 0);
  const [first, ...others] = brought;
  if (first === undefined || brought.length > MAX_BUNDLE_FILES || bytes > MAX_BUNDLE_BYTES) {
    throw new InvalidInput(first?.name ?? '', 'it is no bundle, or larger than one may be');
  }
  progress('unpacking', 0, brought.length);
  if (others.length === 0) return unzipBundle(first.name, await readBrought(first.name, first.file));
  assertBundle('the folder', brought.map(({ name }) => name)); // prettier-ignore
  const files = new Map<string, Buffer>();
  for (const { name, file } of brought) {
    files.set(name, await readBrought(name, file));
    progress('unpacking', files.size, brought.length);
  }
  return files;
}
