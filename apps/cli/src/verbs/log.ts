import { randomUUID } from 'node:crypto';
import { isUtf8 } from 'node:buffer';
import { Problem, type CheckpointSeen } from '@app/ledger';
import { LogContradicted, PolicyChanged, seeLog, signEntry, type Signer, type Speaker } from '@app/ledger/signing';
import { say, sayJson, warn } from '../output';
import { progress } from '../progress';
import { entriesIn, type PlacedEntry } from '../remote/entries-in';
import { readKeyFile } from '../remote/key-file';
import { defaultKnownLogs, keepKnownLog, knownLog } from '../remote/known-logs';
import { ledgerServer, type LedgerServer } from '../remote/ledger-server';
import { MAX_ENTRIES_BYTES, MAX_LOOKS } from '../remote/limits';
import { readBounded } from '../remote/read-bounded';
import { drawNonce, signingKeyOf } from '../remote/signing-key';
import { plain } from '../text/plain';
import type { Verb } from '../verb';

interface Options {
  readonly server: string;
  readonly token?: string;
  readonly key?: string;
  readonly idempotencyKey?: string;
  readonly state?: string;
  readonly acceptPolicy?: true;
}

/** As the server answers. */
interface Logged {
  readonly id: string;
  readonly revision: number;
  readonly position: string;
  readonly recorded: string;
  readonly proof: string;
}

export const verb: Verb = (command, setting) => {
  command
    .argument('<relationship>')
    .argument('<file>', 'entries as JSON: one, a list, or one a line; "-" for standard input')
    .requiredOption('--server <url>', 'address of the ledger, such as https://ledger.example')
    .option('--token <token>', 'bearer token (LEDGER_TOKEN)')
    .option('--key <file>', 'sign each entry with the key in this file')
    .option('--idempotency-key <key>', 'the same again logs nothing twice; random where it is not given')
    .option('--state <file>', 'what was seen of logs before (default: known-logs.json in the user’s state directory)')
    .option('--accept-policy', 'the log is signed or witnessed by others than before, and that is right')
    .action(async (relationship: string, file: string, options: Options) => {
      const { json } = setting();
      const token = options.token ?? process.env['LEDGER_TOKEN'];
      if (!token) return command.error('error: no bearer token: give --token TOKEN, or set LEDGER_TOKEN');
      const server = ledgerServer(options.server, token);
      const entries = entriesIn(await textOf(file));
      const keys = options.key === undefined ? null : await readKeyFile(options.key);
      const signer = keys === null ? null : { key: signingKeyOf(keys), speaker: await speakerAt(server, relationship) };
      const checkpointSeen = await look(server, relationship, options);
      const logged: Logged[] = [];
      try {
        const sending: Sending = { server, relationship, signer, checkpointSeen, key: options.idempotencyKey };
        for await (const one of send(entries, sending)) {
          logged.push(one);
          if (!json) say(`${plain(one.id)}  revision ${one.revision}  ${plain(one.recorded)}`);
        }
      } finally {
        if (json) sayJson({ relationship, checkpointSeen, logged });
      }
    });
};

async function textOf(file: string): Promise<string> {
  const bytes = await readBounded(file, MAX_ENTRIES_BYTES);
  if (!isUtf8(bytes)) throw new Problem('invalid-json', `${file} is not UTF-8`);
  return bytes.toString();
}

async function speakerAt(server: LedgerServer, relationship: string): Promise<Speaker> {
  const { member, party, role } = await server.getJson('/session');
  if (typeof member === 'string' && typeof party === 'string') return { relationship, member, party };
  throw new Problem('forbidden', `this token is one of a ${plain(String(role))}, who signs and logs nothing`);
}

/** The log must be the one that was seen before: nothing is signed, and nothing logged, in another. */
async function look(
  server: LedgerServer,
  relationship: string,
  {
    state = defaultKnownLogs(process.env),
    acceptPolicy = false,
  }: { readonly state?: string; readonly acceptPolicy?: boolean },
): Promise<CheckpointSeen | null> {
  try {
    for (let looks = 1; looks <= MAX_LOOKS; looks += 1) {
      const known = await knownLog(state, server.url, relationship);
      const { known: now, seen, quorum } = await seeLog(server, relationship, known, acceptPolicy);
      const isNew = known?.policy !== now.policy || known.checkpoint !== now.checkpoint;
      if (isNew && !(await keepKnownLog(state, known, { server: server.url, relationship, ...now }))) continue;
      if (!quorum) warn('Not enough of its witnesses have seen the last checkpoint of this log yet.');
      return seen;
    }
    throw new Problem('conflict', `other commands look at the same log again and again, and keep it in ${state}`);
  } catch (error) {
    if (error instanceof LogContradicted) {
      warn(`Nothing was signed or logged. What you have seen before is in ${state}: keep a copy of it.`);
      if (error.note !== null) warn(`Keep also what the server shows now, which is signed:\n${error.note}`);
    }
    if (error instanceof PolicyChanged) {
      throw new Problem(error.code, `${error.detail}, and say --accept-policy where that is right`);
    }
    throw error;
  }
}

interface Sending {
  readonly server: LedgerServer;
  readonly relationship: string;
  readonly signer: { readonly key: Signer; readonly speaker: Speaker } | null;
  readonly checkpointSeen: CheckpointSeen | null;
  /** The idempotency key of one entry; of several what theirs begin with. */
  readonly key?: string;
}

/** One after the other, so that they stand in the ledger as they stand in the file. */
async function* send(entries: readonly PlacedEntry[], sending: Sending): AsyncGenerator<Logged> {
  const { server, relationship, signer, checkpointSeen, key = randomUUID() } = sending;
  const bar = progress('Logging:', 'entries');
  let done = 0;
  try {
    for (const { line, body } of entries) {
      const idempotencyKey = entries.length === 1 ? key : `${key}/${done + 1}`;
      const signature =
        signer && (await signEntry(signer.key, signer.speaker, idempotencyKey, body, checkpointSeen, drawNonce()));
      const proven = { ...body, ...(checkpointSeen && { checkpointSeen }), ...(signature && { signature }) };
      const address = `/relationships/${encodeURIComponent(relationship)}/entries`;
      const answer = await server.post(address, idempotencyKey, proven).catch((error: unknown) => {
        throw error instanceof Problem ? new Problem(error.code, error.detail, error.field, line) : error;
      });
      bar.end();
      yield answer as unknown as Logged;
      bar.update(++done, entries.length);
    }
  } catch (error) {
    bar.end();
    sayHowToGoOn(error, done, entries.length, key);
    throw error;
  } finally {
    bar.end();
  }
}

/** What was refused is not logged; what was never answered may be, and must not be sent under another key. */
function sayHowToGoOn(error: unknown, done: number, count: number, key: string): void {
  const again = `the same command with --idempotency-key ${key}`;
  if (!(error instanceof Problem)) warn(`Entry ${done + 1} of ${count} may be logged or not: ${again} makes sure.`);
  else if (count > 1) warn(`${done} of ${count} entries are logged; ${again} logs the rest.`);
}
