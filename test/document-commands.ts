import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startEventStoreDbFake } from '@app/testing';
import { COMMAND_LINE, environment, newDirectory, removeDirectories } from './e2e/cli';
import { blocksOf, quoted, type Block } from './readme-blocks';

const TIMEOUT_MS = 120_000;
/** A longer CSV journal, where a copy of it lies beside this repository. */
const JOURNAL = join(__dirname, '..', '..', 'shared', 'cases', 'sheffield-streets-ahead.csv');
const MARK = '\u0001';
/** Where documents say that its servers are; here they stand on ports that are free. */
const API_ADDRESS = 'http://127.0.0.1:4400';
const EVENTSTORE_ADDRESS = 'esdb://127.0.0.1:2113?tls=false';

const isHere = (tool: string): boolean => spawnSync(tool, ['--version']).error === undefined;
const lacking = ['bash', 'curl', 'sed', 'diff'].filter((tool) => !isHere(tool));

function reasonToSkip({ remark }: Block): string | null {
  if (lacking.length > 0) return `there is no ${lacking.join(' and no ')} here`;
  if (remark.startsWith('not run here: ')) return remark.slice('not run here: '.length);
  if (remark === 'needs unzip') return isHere('unzip') ? null : 'there is no unzip here';
  return remark === 'needs JOURNAL' && !existsSync(JOURNAL) ? 'the journal is not here' : null;
}

/** What the reader does in the second terminal, in one script: serves on a free port until the script ends. */
function served(commands: string): string {
  return `
    mkfifo ~/served
    (export HOST=127.0.0.1 PORT=0; exec env ${commands.trim()}) > ~/served &
    SERVING=$!
    trap 'kill $SERVING; wait $SERVING' EXIT
    exec 3< ~/served
    until [[ $said == *'listens on '* ]]; do read -r said <&3; done
    SERVED=$(echo "$said" | sed 's/.*listens on \\(http:[^ ]*\\): .*/\\1/')
    curl --silent --fail --retry 20 --output ~/ready "$SERVED/health/ready"`;
}

/** All that is run as one script: what a command leaves behind, a later one finds. */
function scriptOf(run: readonly Block[], eventStoreUrl: string): string {
  const parts = run.map(({ line, commands, remark }) => {
    const here = commands
      .replaceAll('npm run --silent ledger --', '"$NODE" "$LEDGER"')
      .replaceAll(API_ADDRESS, '$SERVED')
      .replaceAll(EVENTSTORE_ADDRESS, eventStoreUrl);
    return `printf '${MARK}${line}\\n'\n${remark === 'in a second terminal' ? served(here) : here}`;
  });
  return ['set -euo pipefail', "said=''", ...parts].join('\n');
}

interface Outcome {
  readonly exitCode: number | null;
  readonly errors: string;
  /** What each block printed, by its line. */
  readonly printed: ReadonlyMap<number, string>;
}

function execute(run: readonly Block[], eventStoreUrl: string): Promise<Outcome> {
  const shell = spawn('bash', ['-s'], {
    env: environment({ HOME: newDirectory(), NODE: process.execPath, LEDGER: COMMAND_LINE, JOURNAL, NO_COLOR: '1' }),
  });
  let output = '';
  let errors = '';
  shell.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  shell.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  shell.stdin.end(scriptOf(run, eventStoreUrl));
  return new Promise((resolve, reject) => {
    shell.on('error', reject);
    shell.on('close', (exitCode) => {
      const chunks = output.replaceAll(eventStoreUrl, EVENTSTORE_ADDRESS).split(MARK).slice(1);
      const printed = new Map(
        chunks.map((chunk) => [Number.parseInt(chunk, 10), chunk.slice(chunk.indexOf('\n') + 1)] as const),
      );
      resolve({ exitCode, errors, printed });
    });
  });
}

/** Runs the commands of a document, each where those before it left off, and holds what they print against what it shows. */
export function describeCommands(file: string): void {
  const blocks = blocksOf(readFileSync(join(__dirname, '..', file), 'utf8'));
  const run = blocks.filter((block) => reasonToSkip(block) === null);

  describe(`the commands of ${file}`, () => {
    let outcome: Outcome;

    beforeAll(async () => {
      if (run.length === 0) return;
      const fake = await startEventStoreDbFake();
      try {
        outcome = await execute(run, fake.url);
      } finally {
        await fake.stop();
      }
    }, TIMEOUT_MS);
    afterAll(removeDirectories);

    for (const block of blocks) {
      const name = `line ${block.line}: ${block.commands.trim().split('\n')[0]}`;
      const reason = reasonToSkip(block);
      if (reason !== null) {
        process.stderr.write(`${file} ${name}: skipped, because ${reason}\n`);
        const isMeant = block.remark.startsWith('not run here: ');
        it.skip(`${name} ${isMeant ? `is not run: ${reason}` : `(skipped, because ${reason})`}`, () => undefined);
        continue;
      }
      it(name, () => {
        const printed = outcome.printed.get(block.line);
        // Of a script that ended early, the last block that began says why.
        if (printed === undefined) throw new Error(`not reached (exit code ${outcome.exitCode}): ${outcome.errors}`);
        if (block.output !== null && !quoted(block.output).test(printed)) {
          // Not met: jest shows both side by side.
          expect(printed).toBe(block.output);
        }
      });
    }

    it('end well', () => {
      if (run.length === 0) return;
      expect({ exitCode: outcome.exitCode, errors: outcome.errors }).toEqual({ exitCode: 0, errors: '' });
    });
  });
}
