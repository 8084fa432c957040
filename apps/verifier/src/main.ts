import { parseArgs } from 'node:util';
import { InvalidInput, readBundleFolder, readOwnFile, verdictText, verifyBundle } from '@app/ledger/verifier';

const USAGE = `node verify.mjs [FOLDER] [--json] [--policy FILE] [--known CHECKPOINT]

Verifies the bundle that was unpacked into the folder (default: where you are). It reads and writes nothing else.

  --policy FILE        the log and the key that you trust; without it they are taken from the bundle itself
  --known CHECKPOINT   a checkpoint that you kept; may be given several times
  --json               the verdict as JSON

Exit code: 0 valid, 10 incomplete, 20 a payload does not match its commitment, 30 contradicts a known checkpoint,
40 invalid, 2 wrong usage. Where several apply, 30 comes before 40, 40 before 20, 20 before 10.`;
const EXIT_USAGE = 2;

function run(): number {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      policy: { type: 'string' },
      known: { type: 'string', multiple: true },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help === true) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  if (positionals.length > 1) throw new InvalidInput(positionals.join(' '), 'name one folder');
  const verdict = verifyBundle(readBundleFolder(positionals[0] ?? '.'), {
    ...(values.policy !== undefined && { policy: readOwnFile(values.policy) }),
    known: (values.known ?? []).map(readOwnFile),
  });
  process.stdout.write(`${values.json === true ? JSON.stringify(verdict) : verdictText(verdict)}\n`);
  return verdict.code;
}

try {
  process.exitCode = run();
} catch (error) {
  // A file that is not there, an option that is none: in words, without a stack.
  const isUsage = error instanceof InvalidInput || (error instanceof Error && 'code' in error);
  if (!isUsage) throw error;
  process.stderr.write(`${error.message}\n\n${USAGE}\n`);
  process.exitCode = EXIT_USAGE;
}
