import {
  consistencyProof,
  cosignaturesOf,
  formatAddCheckpoint,
  formatNote,
  InvalidNote,
  MAX_NOTE_SIGNATURES,
  parseCheckpoint,
  parseNote,
  parseSignature,
  type NoteSignature,
  type Policy,
  type PolicyWitness,
  type SubtreeHashes,
} from '@app/integrity';
import { MAX_WITNESS_ANSWER_BYTES, MAX_WITNESSES_ASKED, WITNESS_TIMEOUT_MS } from './limits';

export interface WitnessRequest {
  /** The signed note of a checkpoint, perhaps cosigned by some already. */
  readonly note: string;
  /** The tree of the log, at least as large as the checkpoint. */
  readonly tree: SubtreeHashes;
  readonly policy: Policy;
  /** Leaves of what each witness is thought to have cosigned last, by its name in the policy; 0 where nothing is known. */
  readonly oldSizes: ReadonlyMap<string, number>;
}

/** What came of asking one witness. */
export type WitnessOutcome = { readonly witness: string } & (Cosigned | NotCosigned);

interface Cosigned {
  readonly cosigned: true;
  /** Leaves of what it cosigned last. */
  readonly theirSize: number;
}

interface NotCosigned {
  readonly cosigned: false;
  readonly reason: string;
  /** Leaves of what it says that it cosigned last, where it said so. */
  readonly theirSize?: number;
  /** Alarm: it says that it cosigned a longer log than the checkpoint's, of so many leaves. */
  readonly ahead?: number;
  /** Alarm: it says that the checkpoint does not follow from what it cosigned before. */
  readonly inconsistent?: true;
  /** It says that it knows nothing of the log, or not the key that signed the checkpoint. */
  readonly stranger?: true;
}

export interface Witnessing {
  /** The note with the cosignatures that were given, those that it had before included. */
  readonly note: string;
  /** Of the witnesses of the policy that have an address, in its order. */
  readonly outcomes: readonly WitnessOutcome[];
}

/**
 * Asks the witnesses of a policy to cosign a checkpoint (C2SP tlog-witness), all at once. What they answer is believed
 * only as far as their keys go: a cosignature is verified, an alarm is their word alone. One whose cosignature the note
 * has is not asked again.
 *
 * @param fetchAnswer as Node's own, which goes by no proxy unless the process was told to
 * @throws InvalidNote where the note is no checkpoint, RangeError where the tree is smaller than it
 */
export async function askWitnesses(
  { note, tree, policy, oldSizes }: WitnessRequest,
  fetchAnswer: typeof fetch = fetch,
  timeoutMs = WITNESS_TIMEOUT_MS,
): Promise<Witnessing> {
  const { text, signatures } = parseNote(note);
  const { size } = parseCheckpoint(text);
  const most = Math.min(MAX_WITNESSES_ASKED, MAX_NOTE_SIGNATURES - signatures.length);
  const reachable = policy.witnesses.filter((witness): witness is Reachable => witness.url !== null);
  const asked = await Promise.all(
    reachable.map(async (witness, index): Promise<{ outcome: Outcome; added?: NoteSignature }> => {
      if (cosignaturesOf({ text, signatures }, [witness.key]).length > 0) return { outcome: cosignedAt(size) };
      if (index >= most) return { outcome: refused(`no more than ${most} witnesses are asked at once`) };
      const question = { witness, text, size, note, tree, oldSize: oldSizes.get(witness.name) ?? 0 };
      return ask(question, fetchAnswer, timeoutMs);
    }),
  );
  return {
    note: formatNote({ text, signatures: [...signatures, ...asked.flatMap(({ added }) => added ?? [])] }),
    outcomes: asked.map(({ outcome }, index) => ({ witness: (reachable[index] as Reachable).name, ...outcome })),
  };
}

type Reachable = PolicyWitness & { readonly url: string };
type Outcome = Cosigned | NotCosigned;

interface Question {
  readonly witness: Reachable;
  readonly text: string;
  readonly size: number;
  readonly note: string;
  readonly tree: SubtreeHashes;
  readonly oldSize: number;
}

/** Once with the size that is known, once more with the size that the witness tells. */
const ATTEMPTS = 2;

async function ask(
  { witness, text, size, note, tree, oldSize }: Question,
  fetchAnswer: typeof fetch,
  timeoutMs: number,
): Promise<{ readonly outcome: Outcome; readonly added?: NoteSignature }> {
  const address = addressOf(witness.url);
  if (address === null) return { outcome: refused('its address is none of http or https, without a password') };
  const signal = AbortSignal.timeout(timeoutMs);
  // What it is thought to have is older than it has: whoever lost the end of a log asks anew.
  let from = oldSize <= size ? oldSize : 0;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const proof = consistencyProof(tree, from, size);
    const body = formatAddCheckpoint({ oldSize: from, proof, checkpoint: note });
    const answer = await post(address, body, fetchAnswer, signal);
    if (typeof answer === 'string') return { outcome: refused(answer) };
    if (answer.status === 200) return cosignatureIn(answer.body, witness, text, size);
    if (answer.status === 422) {
      return {
        outcome: { ...refused('it says that this does not follow from what it cosigned before'), inconsistent: true },
      };
    }
    if (answer.status !== 409) {
      const refusal = refused(SAYINGS[answer.status] ?? `it answered ${answer.status}`);
      return { outcome: { ...refusal, ...([403, 404].includes(answer.status) && { stranger: true }) } };
    }
    const theirSize = sizeIn(answer);
    if (theirSize === null || theirSize === from) return { outcome: refused('it answered 409 without its size') };
    if (theirSize > size) {
      const reason = `it says that it cosigned ${theirSize} leaves, and the log has ${size}`;
      return { outcome: { ...refused(reason), theirSize, ahead: theirSize } };
    }
    from = theirSize;
  }
  return { outcome: { ...refused('it has gone on meanwhile'), theirSize: from } };
}

const SAYINGS: Readonly<Record<number, string>> = {
  400: 'it takes the request for malformed',
  403: 'it does not trust the key that signed',
  404: 'it does not know the log, or there is no witness at that address',
};

function cosignedAt(size: number): Cosigned {
  return { cosigned: true, theirSize: size };
}

function refused(reason: string): NotCosigned {
  return { cosigned: false, reason };
}

function addressOf(url: string): URL | null {
  const address = URL.parse(url);
  if (address === null || !/^https?:$/.test(address.protocol)) return null;
  address.pathname = `${address.pathname.replace(/\/+$/, '')}/add-checkpoint`;
  return address.username === '' && address.password === '' ? address : null;
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** The answer, or why there is none. */
async function post(
  address: URL,
  body: string,
  fetchAnswer: typeof fetch,
  signal: AbortSignal,
): Promise<Answer | string> {
  try {
    // A redirection is an answer like any other, and not a good one.
    const response = await fetchAnswer(address, { method: 'POST', body, redirect: 'manual', signal });
    const text = await boundedText(response);
    if (text === null) return `it answered with more than ${MAX_WITNESS_ANSWER_BYTES} bytes`;
    const type = response.headers.get('content-type') ?? '';
    return { status: response.status, type, body: text };
  } catch (error) {
    if (signal.aborted) return 'it did not answer in time';
    const { cause } = error as { cause?: { code?: unknown } };
    return `it cannot be reached${typeof cause?.code === 'string' ? ` (${cause.code})` : ''}`;
  }
}

/** What a witness answers; null where it is more than one may say, of which no more is read. */
export async function boundedText({ body }: Response): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    if (bytes > MAX_WITNESS_ANSWER_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function sizeIn({ type, body }: Answer): number | null {
  if (!type.startsWith('text/x.tlog.size') || !/^(0|[1-9][0-9]{0,15})\n$/.test(body)) return null;
  const size = Number(body);
  return Number.isSafeInteger(size) ? size : null;
}

/** Takes the line of the witness's own key, if it holds; those of other keys are passed over. */
function cosignatureIn(
  body: string,
  { key }: PolicyWitness,
  text: string,
  size: number,
): { readonly outcome: Outcome; readonly added?: NoteSignature } {
  try {
    const added = body
      .replace(/\n$/, '')
      .split('\n')
      .map(parseSignature)
      .find(({ name, id }) => name === key.name && id === key.id);
    const [cosignature] = added === undefined ? [] : cosignaturesOf({ text, signatures: [added] }, [key]);
    // A cosignature without a time says less than a witness must.
    if (added !== undefined && cosignature !== undefined && cosignature.timestamp > 0)
      return { outcome: cosignedAt(size), added };
  } catch (error) {
    if (!(error instanceof InvalidNote)) throw error;
  }
  return { outcome: refused('it answered without a cosignature of its key that holds') };
}
