import '../audit/buffer-here';
import { answerEntry, itemKey, ratingCommitment, signEntry, type AnswerContent, type AnswerName, type CheckpointSeen, type Signer, type Speaker } from '@app/ledger/signing'; // prettier-ignore
import type { Schemas } from '../api/client';

const SECRET_BYTES = 32;

/** What of a request says what is written: the path of the API's description, and the ids in it. */
export interface WriteRequest {
  readonly path: string;
  readonly ids: Readonly<Record<string, unknown>>;
  readonly idempotencyKey: string;
  readonly body: unknown;
}

/** Who signs it, and what they have seen. */
export interface Signing {
  readonly key: Signer;
  readonly speaker: Speaker;
  readonly checkpointSeen: CheckpointSeen | null;
  /** `YYYY-MM-DD`, where the ledger is. */
  readonly today: string;
}

const ENTRIES = '/api/v1/relationships/{relationship}/entries';
const ANSWERS = '/api/v1/relationships/{relationship}/answers';
const RATINGS = '/api/v1/relationships/{relationship}/rounds/{round}/ratings';
const ANSWER = `${ENTRIES}/{entry}/`;

/** Whether a call of the API writes entries in the name of whoever is signed in. */
export function writesEntries(path: string): boolean {
  return path === ENTRIES || path === ANSWERS || path === RATINGS || path.startsWith(ANSWER);
}

/** The body as it is sent: with the signature of each entry that it says. */
export async function signBody(request: WriteRequest, signing: Signing): Promise<unknown> {
  const { path, ids, idempotencyKey, body } = request;
  if (path === ANSWERS) {
    const answers = body as readonly Schemas['ListedAnswerBody'][];
    return Promise.all(
      answers.map(async (answer, index) => {
        const entry = answerEntry(answer.answer, answer.entryId, answer as AnswerContent);
        return { ...answer, ...(await proof(entry, itemKey(idempotencyKey, index), signing)) };
      }),
    );
  }
  if (path === RATINGS)
    return signRatings(String(ids['round']), body as Schemas['RatingsBody'], idempotencyKey, signing);
  const entry = path === ENTRIES ? body : answerEntry(path.slice(ANSWER.length) as AnswerName, String(ids['entry']), body as AnswerContent); // prettier-ignore
  return { ...(body as object), ...(await proof(entry as object, idempotencyKey, signing)) };
}

/** What is handed in is sealed, so its author signs the commitment, and draws the salt that it is made with. */
async function signRatings(
  round: string,
  said: Schemas['RatingsBody'],
  key: string,
  signing: Signing,
): Promise<unknown> {
  const { member, party } = signing.speaker;
  const ratings = said.ratings
    .map(({ factor, level, evidenced = false }) => ({ factor, level, evidenced }))
    .sort((a, b) => a.factor - b.factor);
  const salt = drawn('hex');
  const commitment = ratingCommitment({ round, of: party, member, salt, ratings });
  const entry = { kind: 'rating.committed', effective: signing.today, data: { round, commitment } };
  return { ...said, salt, ...(await proof(entry, key, signing)) };
}

async function proof(
  entry: object,
  key: string,
  { key: signingKey, speaker, checkpointSeen }: Signing,
): Promise<object> {
  const signature = await signEntry(signingKey, speaker, key, { ...entry }, checkpointSeen, drawn('base64url'));
  return { ...(checkpointSeen === null ? {} : { checkpointSeen }), signature };
}

function drawn(encoding: 'hex' | 'base64url'): string {
  const bytes = Buffer.from(crypto.getRandomValues(new Uint8Array(SECRET_BYTES)));
  if (encoding === 'hex') return bytes.toString('hex');
  // The buffers of a browser know no base64url.
  return bytes.toString('base64').replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
