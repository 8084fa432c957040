import { isUtf8 } from 'node:buffer';
import {
  cosign,
  decideCheckpoint,
  formatNote,
  formatSignature,
  formatVerifierKey,
  InvalidNote,
  parseAddCheckpoint,
  type AddCheckpoint,
  type Note,
  type VerifierKey,
} from '@app/integrity';
import { openKeptNotes, originHash, type KeptNotes, type RefusedNote } from './kept-notes';
import { knownLogs, type KnownLogs } from './known-logs';
import { lockDirectory } from './lock-directory';
import { makeDirectory } from './owned-files';
import { openWitnessKey, type WitnessKey } from './witness-key';

/** Content type of a size (C2SP tlog-witness). */
const SIZE_TYPE = 'text/x.tlog.size';
const TEXT_TYPE = 'text/plain; charset=utf-8';

export interface WitnessOptions {
  readonly directory: string;
  /** Of a new witness; see `openWitnessKey`. */
  readonly name?: string;
  /** Keys of the logs that are watched. */
  readonly logs: readonly VerifierKey[];
  /** Milliseconds since 1970-01-01 UTC. */
  readonly clock?: () => number;
  /** Takes a line about what was cosigned, and what was refused though the log had signed it. */
  readonly log?: (line: string) => void;
}

export interface WitnessAnswer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** A witness of transparency logs (C2SP tlog-witness), without its server. */
export interface Witness {
  readonly verifier: VerifierKey;
  /** `POST /add-checkpoint`: decides, keeps and cosigns in one go, so that no request comes between. */
  addCheckpoint(body: Buffer): WitnessAnswer;
  /** `GET /<origin hash>/checkpoint`: the last cosigned note of a log. */
  lastCheckpoint(hash: string): WitnessAnswer;
  /** `GET /`: its key, and the logs it knows. */
  describe(): WitnessAnswer;
  close(): void;
}

/** @throws InvalidOption, WitnessInUse, DamagedWitness */
export function openWitness({
  directory,
  name,
  logs,
  clock = Date.now,
  log = () => undefined,
}: WitnessOptions): Witness {
  makeDirectory(directory);
  const unlock = lockDirectory(directory);
  try {
    const key = openWitnessKey(directory, name);
    const opened = { key, logs: knownLogs(logs), notes: openKeptNotes(directory, key.verifier), clock, log };
    return {
      verifier: key.verifier,
      addCheckpoint: (body) => addCheckpoint(opened, body),
      lastCheckpoint: (hash) => {
        const kept = opened.notes.last.get(hash);
        return kept === undefined ? plain(404, 'nothing of that log was cosigned here\n') : plain(200, kept.note);
      },
      describe: () => plain(200, description(opened)),
      close: unlock,
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

interface Opened {
  readonly key: WitnessKey;
  readonly logs: KnownLogs;
  readonly notes: KeptNotes;
  readonly clock: () => number;
  readonly log: (line: string) => void;
}

function plain(status: number, body: string): WitnessAnswer {
  return { status, type: TEXT_TYPE, body };
}

function addCheckpoint({ key, logs, notes, clock, log }: Opened, body: Buffer): WitnessAnswer {
  let request: AddCheckpoint;
  try {
    if (!isUtf8(body)) throw new InvalidNote('a request is UTF-8');
    request = parseAddCheckpoint(body.toString());
  } catch (error) {
    if (error instanceof InvalidNote) return plain(400, `${error.message}\n`);
    throw error;
  }
  const decision = decideCheckpoint(
    request,
    (origin) => logs.get(origin) ?? [],
    (origin) => notes.last.get(originHash(origin))?.checkpoint ?? null,
  );
  switch (decision.status) {
    case 200: {
      const { origin, size } = decision.checkpoint;
      const timestamp = Math.floor(clock() / 1000);
      // A cosignature says that nothing larger was seen by its time: none may be earlier than the one before.
      if (timestamp < (notes.last.get(originHash(origin))?.timestamp ?? 1)) {
        log(`the clock stands before the last cosignature of ${origin}: nothing is cosigned until it has caught up`);
        return plain(503, 'the clock of this witness stands before its last cosignature\n');
      }
      const cosignature = cosign(decision.note.text, key.verifier.name, key.keys, timestamp);
      const signatures = [...signaturesBy(decision.note, logs.get(origin) ?? []), cosignature];
      try {
        notes.keep(formatNote({ text: decision.note.text, signatures }));
      } catch (error) {
        if (error instanceof InvalidNote) return plain(400, `with a cosignature ${error.message}\n`);
        throw error;
      }
      log(`cosigned ${origin} at ${size}`);
      return plain(200, `${formatSignature(cosignature)}\n`);
    }
    case 409:
      return { status: 409, type: SIZE_TYPE, body: `${decision.size}\n` };
    case 422:
      log(refusedLine(notes.keepRefused(request.checkpoint), decision.reason));
      return plain(422, `${decision.reason}\n`);
    case 400:
    case 403:
    case 404:
      return plain(decision.status, `${decision.reason}\n`);
  }
}

function refusedLine(
  { checkpoint: { origin, size, root }, isContradiction, file }: RefusedNote,
  reason: string,
): string {
  const what = isContradiction
    ? 'REFUSED what contradicts what the log signed'
    : 'refused what was not shown to follow';
  const kept = file === null ? 'is not kept, as there are so many' : `is kept in ${file}`;
  return `${what}: ${origin} at ${size}, root ${root.toString('base64')} (${reason}); the checkpoint ${kept}`;
}

function signaturesBy({ signatures }: Note, keys: readonly VerifierKey[]): Note['signatures'] {
  return signatures.filter(({ name, id }) => keys.some((key) => key.name === name && key.id === id));
}

function description({ key, logs, notes }: Opened): string {
  const lines = [...logs].flatMap(([origin, keys]) => {
    const kept = notes.last.get(originHash(origin));
    const { contradicting, unproven } = notes.refused(origin);
    return [
      '',
      `log ${origin}`,
      ...keys.map((each) => `  key ${formatVerifierKey(each)}`),
      kept === undefined
        ? '  nothing cosigned yet'
        : `  size ${kept.checkpoint.size}, root ${kept.checkpoint.root.toString('base64')},` +
          ` cosigned ${new Date(kept.timestamp * 1000).toISOString()}`,
      ...(contradicting === 0
        ? []
        : [`  REFUSED ${contradicting} that contradict what the log signed; kept as evidence`]),
      ...(unproven === 0 ? [] : [`  refused ${unproven} that the log signed and that were not shown to follow; kept`]),
    ];
  });
  return ['witness', `  key ${formatVerifierKey(key.verifier)}`, ...lines].map((line) => `${line}\n`).join('');
}
