import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import type { EventStore } from '@app/event-store';
import {
  importJournal,
  LedgerLog,
  logIdentity,
  parsedPolicyOf,
  Problem,
  signNow,
  whenLate,
  type ImportFormat,
  type ImportReport,
} from '@app/ledger';
import { warnOfDemo } from '../demo-warning';
import { EXIT_REJECTED, withField } from '../failure';
import { say, sayJson } from '../output';
import { withStore, type Place } from '../place';
import { progress } from '../progress';
import { plain } from '../text/plain';
import type { Verb } from '../verb';

const EXIT_INTERRUPTED = 130;

const FORMATS: readonly ImportFormat[] = ['journal', 'csv', 'ocds'];
/** Bytes of a file by which a journal is told from an OCDS package. */
const BYTES_LOOKED_AT = 65_536;
/** Fields that are not taken over and are named to a person; `--json` has them all. */
const FIELDS_SHOWN = 12;

interface Options {
  readonly relationship?: string;
  readonly format?: string;
  readonly keepGoing?: true;
}

export const verb: Verb = (command, setting) => {
  command
    .argument('<file>', 'journal in NDJSON or in CSV, or an OCDS package')
    .option(
      '--relationship <id>',
      'what the lines of a CSV journal or the contracts of an OCDS package belong to; of a journal, lines that name none',
    )
    .option('--format <format>', 'journal, csv or ocds; guessed from the extension, and of .json from what is in it')
    .option('--keep-going', 'append the good lines and list the bad')
    .action(async (file: string, { relationship, format, keepGoing }: Options) => {
      const { place, json } = setting();
      if (format !== undefined) checkFormat(format);
      const found = await stat(file);
      if (found.isDirectory()) throw new Problem('invalid-parameter', `${file} is a directory; name a file`, 'file');
      if (!found.isFile()) {
        const detail = `${file} can be read only once, and an import reads it more often; save it in a file first`;
        throw new Problem('invalid-parameter', detail, 'file');
      }
      const chosen = format ?? (await guessedFormat(file));
      const bar = progress(`Importing ${file}:`, 'lines');
      const interrupt = (): void => {
        bar.end();
        process.stderr.write('Interrupted; what was appended is whole. Run the same import again to complete it.\n');
        process.exit(EXIT_INTERRUPTED);
      };
      process.once('SIGINT', interrupt);
      const report = await withStore(place, 'write', async (store) => {
        await warnOfDemo(store, place);
        const log = await openLog(store, place);
        const written = new Set<string>();
        const imported = await importJournal(store, () => createReadStream(file), {
          format: chosen,
          relationship,
          keepGoing: keepGoing === true,
          nowMs: Date.now(),
          assertWritable: (id) => {
            log.assertWritable(id);
            // A wrong one would keep what is imported from being signed.
            if (place.eventStoreUrl === null && !written.has(id)) parsedPolicyOf(place.directory, id);
            written.add(id);
          },
          onProgress: ({ phase, lines, total }) => bar.update(lines, total ?? undefined, phase),
        });
        log.close();
        await signWritten(store, place, written);
        return imported;
      }).finally(() => {
        bar.end();
        process.off('SIGINT', interrupt);
      });

      for (const { line, field, code, detail } of report.rejected) {
        const place = line === null ? '' : `line ${line}: `;
        process.stderr.write(`${place}${code}: ${plain(withField({ field, detail }))}\n`);
      }
      if (json) sayJson(report);
      else sayReport(report);
      if (report.rejected.length > 0) process.exitCode = EXIT_REJECTED;
    });
};

/** Held against what was signed, before anything is appended to it; named here, where it is to be signed here. */
async function openLog(store: EventStore, { directory, eventStoreUrl, logName }: Place): Promise<LedgerLog> {
  if (eventStoreUrl === null) logIdentity(directory, logName);
  const log = new LedgerLog(store, directory, null);
  await log.start();
  return log;
}

/** Beside a server that signs there is nothing to do; on EventStoreDB the primary process signs. */
async function signWritten(store: EventStore, place: Place, relationships: ReadonlySet<string>): Promise<void> {
  if (place.eventStoreUrl !== null) return;
  const late = whenLate();
  for (const relationship of relationships) {
    if (!(await signNow(store, place.directory, relationship, Date.now(), late))) return;
  }
}

function sayReport({ lines, appended, known, ocds }: ImportReport): void {
  const unit = ocds === undefined ? 'lines' : 'entries';
  say(`${lines} ${unit}: ${appended} appended, ${known} known before, ${lines - appended - known} refused`);
  if (ocds === undefined) return;
  const { relationships, notTaken } = ocds;
  say(relationships.length === 0 ? 'no contract in the file' : `relationships: ${relationships.join(', ')}`);
  if (notTaken.length === 0) return;
  const told = notTaken
    .slice(0, FIELDS_SHOWN)
    .map(({ field, count, why }) => `${count} ${plain(field)}${why === null ? '' : ` (${why})`}`);
  const more = notTaken.length > told.length ? `, and ${notTaken.length - told.length} other fields` : '';
  say(`not taken over: ${told.join(', ')}${more}`);
}

function checkFormat(name: string): asserts name is ImportFormat {
  if ((FORMATS as readonly string[]).includes(name)) return;
  throw new Problem('invalid-parameter', `"${plain(name)}" is no format; take ${FORMATS.join(', ')}`, 'format');
}

async function guessedFormat(file: string): Promise<ImportFormat> {
  const extension = extname(file).toLowerCase();
  if (extension === '.csv') return 'csv';
  return extension === '.json' && !(await beginsAsJournal(file)) ? 'ocds' : 'journal';
}

/** Whether the first line is a whole entry; a package has no kind, and its first line is seldom all of it. */
async function beginsAsJournal(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(BYTES_LOOKED_AT), 0, BYTES_LOOKED_AT, 0);
    const [line = ''] = buffer.toString('utf8', 0, bytesRead).trimStart().split('\n');
    return /"kind"\s*:/.test(line) && /"(relationship|party)"\s*:/.test(line);
  } finally {
    await handle.close();
  }
}
