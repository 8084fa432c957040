import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import type { EventStore } from '@app/event-store';
import { importJournal, LedgerLog, logIdentity, parsedPolicyOf, Problem, signNow, whenLate } from '@app/ledger';
import { warnOfDemo } from '../demo-warning';
import { EXIT_REJECTED, withField } from '../failure';
import { say, sayJson } from '../output';
import { withStore, type Place } from '../place';
import { progress } from '../progress';
import { plain } from '../text/plain';
import type { Verb } from '../verb';

const EXIT_INTERRUPTED = 130;

type Format = 'journal' | 'csv';

interface Options {
  readonly relationship?: string;
  readonly format?: string;
  readonly keepGoing?: true;
}

export const verb: Verb = (command, setting) => {
  command
    .argument('<file>', 'journal in NDJSON, or in CSV')
    .option(
      '--relationship <id>',
      'what the lines of a CSV journal belong to; of another journal, those that name none',
    )
    .option('--format <format>', 'journal or csv; guessed from the extension')
    .option('--keep-going', 'append the good lines and list the bad')
    .action(async (file: string, { relationship, format, keepGoing }: Options) => {
      const { place, json } = setting();
      const chosen = formatOf(file, format);
      const found = await stat(file);
      if (found.isDirectory()) throw new Problem('invalid-parameter', `${file} is a directory; name a file`, 'file');
      if (!found.isFile()) {
        const detail = `${file} can be read only once, and an import reads it more often; save it in a file first`;
        throw new Problem('invalid-parameter', detail, 'file');
      }
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
        process.stderr.write(`line ${line}: ${code}: ${plain(withField({ field, detail }))}\n`);
      }
      if (json) sayJson(report);
      else {
        say(
          `${report.lines} lines: ${report.appended} appended, ${report.known} known before, ${report.lines - report.appended - report.known} refused`,
        );
      }
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

function formatOf(file: string, format: string | undefined): Format {
  const name = format ?? (extname(file).toLowerCase() === '.csv' ? 'csv' : 'journal');
  if (name === 'journal' || name === 'csv') return name;
  const detail =
    name === 'ocds' ? 'OCDS packages are not taken yet' : `"${plain(name)}" is no format; take journal or csv`;
  throw new Problem('invalid-parameter', detail, 'format');
}
