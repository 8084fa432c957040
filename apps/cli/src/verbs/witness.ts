import { resolve } from 'node:path';
import { Argument } from 'commander';
import { IncompatibleStore } from '@app/event-store';
import { formatVerifierKey } from '@app/integrity';
import { Problem } from '@app/ledger';
import {
  DamagedWitness,
  InvalidOption,
  logKeyOf,
  logKeysIn,
  serveWitness,
  verifierKeyOf,
  WitnessInUse,
} from '../../../witness/src/main';
import { say, sayJson } from '../output';
import { readText } from '../read-text';
import type { Verb } from '../verb';

const DEFAULT_DIRECTORY = './witness';

interface Options {
  readonly name?: string;
  readonly log?: readonly string[];
  readonly logs?: string;
}

export const verb: Verb = (command, setting) => {
  command
    .addArgument(new Argument('<task>', 'serve it, or print the key that others know it by').choices(['serve', 'key']))
    .option('--name <name>', 'of a new witness, as client.example/witness; it keeps it (default HOST/witness)')
    .option('--log <key...>', 'verifier key of a log that it watches')
    .option('--logs <file>', 'verifier keys of logs, one a line; or a policy, of which the logs are taken')
    .addHelpText(
      'after',
      `\n--data is the directory of the witness, ${DEFAULT_DIRECTORY} unless given: a party's own, apart from any ledger.` +
        '\nHOST and PORT say where it listens (127.0.0.1 and 4410 unless given).',
    )
    .action(async (task: 'serve' | 'key', { name, log = [], logs }: Options) => {
      const { data = DEFAULT_DIRECTORY, json } = setting();
      const directory = resolve(data);
      try {
        if (task === 'key') {
          const key = formatVerifierKey(verifierKeyOf(directory, name));
          return json ? sayJson({ key }) : say(key);
        }
        const keys = [
          ...log.map((text) => logKeyOf(text)),
          ...(logs === undefined ? [] : logKeysIn(await readText(logs))),
        ];
        if (keys.length === 0) return command.error('error: name a log to watch, by --log or --logs');
        await serveWitness({ directory, name, logs: keys }, process.env);
      } catch (error) {
        throw rejectionOf(error);
      }
    });
};

function rejectionOf(error: unknown): unknown {
  if (error instanceof InvalidOption) return new Problem('invalid-parameter', error.message, error.option);
  if (error instanceof WitnessInUse) return new Problem('not-allowed-now', error.message);
  if (error instanceof DamagedWitness) return new IncompatibleStore(error.message);
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
    return new Problem('invalid-parameter', `${error.message}; set PORT to another`, 'PORT');
  return error;
}
