import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEventStore, type EventToAppend, type JsonObject } from '@app/event-store';
import {
  canonicalJson,
  envelopeHash,
  leafHash,
  bodyHashOf,
  MerkleTree,
  partyKeyIdOf,
  payloadCommitment,
  signStatement,
  type KeyPair,
} from '@app/integrity';
import type { CheckpointSeen, Envelope, Payload } from '../entry/entry';
import { eventTypeOf } from '../entry/event-type';
import { streamOf } from '../entry/read';
import { sha256Hex, type BundleFiles } from '../verifier/manifest';
import { checkpointFiles } from '../log/checkpoint-files';
import { logIdentity } from '../log/log-identity';
import { signWhateverIsThere } from '../log/lying-signer.fixture';
import { verifyLedger, type Verification } from '../log/verify';
import { exportBundle, type ExportedBundle } from './export-bundle';

const RELATIONSHIP = 'road';
const START_MS = Date.parse('2026-01-05T09:00:00Z');
const HOUR_MS = 3_600_000;
/** The day on which bundles of tests are made. */
export const MADE_MS = Date.parse('2026-03-31T12:00:00Z');

/** What is said beside an envelope. */
export interface Beside {
  readonly text?: string;
  /** Fields of `data` that are no facts. */
  readonly data?: JsonObject;
  readonly evidence?: Payload['evidence'];
  /** Signs it. */
  readonly keys?: KeyPair;
  /** The day on which the payload was erased. */
  readonly erased?: string;
  /** Puts in place of what the entry holds whatever a test wants to be wrong. */
  readonly lie?: (envelope: Envelope) => Envelope;
}

/** Entries as a ledger writes them, or as whoever owns it might: nothing is checked. */
export class HandWritten {
  readonly events: EventToAppend[] = [];
  private readonly tree = new MerkleTree();
  private previous: string | null = null;

  /** @param imported whether the record begins with an import */
  constructor(imported = false) {
    const facts = { client: 'council', provider: 'fieldway', start: '2026-01-01' };
    this.log({ kind: 'relationship.established', party: 'client', effective: '2026-01-01', facts, imported });
  }

  get size(): number {
    return this.events.length;
  }

  /** Answers the id of the entry. */
  log(said: Partial<Envelope> & Pick<Envelope, 'kind' | 'party'>, beside: Beside = {}): string {
    const revision = this.events.length;
    const salt = Buffer.alloc(32, revision).toString('base64url');
    const { sponsor: _sponsor, loggedBy: _loggedBy, ...facts } = said.facts ?? {};
    const data = { ...facts, ...beside.data };
    const text = beside.text ?? null;
    const evidence = beside.evidence ?? [];
    const payload: Payload = { text, data, evidence, member: 'm-1', tags: [], source: null };
    const effective = said.answers === undefined ? (said.effective ?? '2026-01-05') : null;
    const cited = evidence.length > 0 && { evidence };
    const body = canonicalJson({ ...asSaid({ ...said, effective }, data, text), ...cited, nonce: salt });
    const unsigned: Envelope = {
      id: `e-${revision}`,
      stream: streamOf(RELATIONSHIP),
      revision,
      recorded: new Date(START_MS + revision * HOUR_MS).toISOString(),
      effective,
      relationship: RELATIONSHIP,
      factor: null,
      sign: null,
      severity: null,
      level: null,
      evidenced: null,
      answers: null,
      imported: false,
      claimedRecorded: null,
      commandId: uuid(revision, 1),
      commandHash: sha256Hex(Buffer.from(salt)),
      correlation: null,
      causation: null,
      facts: {},
      commitment: payloadCommitment(canonicalJson(payload), salt),
      previous: this.previous,
      ...said,
    };
    const envelope = (beside.lie ?? ((same) => same))(signedBy(beside.keys, unsigned, body));
    const canonical = canonicalJson(envelope);
    this.tree.append(leafHash(Buffer.from(canonical)));
    this.previous = envelopeHash(canonical);
    const kept = { payload, salt, ...(beside.keys && { signedBody: body }) };
    const metadata = beside.erased === undefined ? kept : { erased: beside.erased };
    const [stored, other] = [envelope, metadata] as unknown as [JsonObject, JsonObject];
    this.events.push({ id: uuid(revision, 2), type: eventTypeOf(said.kind), data: stored, metadata: other });
    return envelope.id;
  }

  /** The checkpoint of the entries so far, as an author would have seen it. */
  seen(size = this.size): CheckpointSeen {
    return { root: this.tree.root(size).toString('base64'), size };
  }

  /** A rating of every factor by both parties: enough for a headline. */
  rate(level: number): void {
    for (let factor = 601; factor <= 616; factor += 1) {
      for (const party of ['client', 'provider']) {
        this.log({ kind: 'rating.given', party, factor, level, evidenced: true });
      }
    }
  }
}

/** The body as a client would have sent it: nothing that is not there. */
function asSaid(said: Partial<Envelope>, data: JsonObject, text: string | null): JsonObject {
  const { kind, effective, factor, sign, severity, level, evidenced, answers } = said;
  const fields = Object.keys(data).length === 0 ? null : data;
  const body = { kind, effective, factor, sign, severity, level, evidenced, answers, text, data: fields };
  return Object.fromEntries(
    Object.entries(body).filter(([, value]) => value !== null && value !== undefined),
  ) as JsonObject;
}

function uuid(revision: number, kind: number): string {
  return `${kind}0000000-0000-5000-8000-${String(revision).padStart(12, '0')}`;
}

function signedBy(keys: KeyPair | undefined, envelope: Envelope, text: string): Envelope {
  if (keys === undefined) return envelope;
  const { relationship, commandId, party, kind, effective, answers, checkpointSeen = null } = envelope;
  const body = bodyHashOf(text);
  const statement = { relationship, commandId, party, kind, effective, answers, body, checkpointSeen };
  const signature = { key: partyKeyIdOf(keys.publicKey), body, value: signStatement(statement, keys) };
  return { ...envelope, signature };
}

/** A data directory that holds these entries, for as long as `use` runs. */
export async function withLedger<Result>(
  { events }: HandWritten,
  use: (
    directory: string,
    files: () => Promise<BundleFiles>,
    exported: () => Promise<ExportedBundle>,
  ) => Promise<Result>,
): Promise<Result> {
  const directory = mkdtempSync(join(tmpdir(), 'bundle-'));
  const store = await openEventStore({ kind: 'sqlite', directory });
  try {
    await store.append(streamOf(RELATIONSHIP), 'no-stream', events);
    const exported = async (): Promise<ExportedBundle> => {
      logIdentity(directory, 'ledger.example');
      if (checkpointFiles(directory).last(RELATIONSHIP) === null) {
        await signWhateverIsThere(store, directory, RELATIONSHIP, MADE_MS - 1);
      }
      const verifier = '// not built in tests of the library\n';
      return exportBundle(store, { dataDirectory: directory, relationship: RELATIONSHIP, nowMs: MADE_MS, verifier });
    };
    return await use(directory, async () => (await exported()).files, exported);
  } finally {
    await store.close();
    rmSync(directory, { recursive: true });
  }
}

/** The same, each under an id such as a store has: so that the verifier of a ledger takes them as well. */
export class StoredHandWritten extends HandWritten {
  override log(...[said, beside]: Parameters<HandWritten['log']>): string {
    return super.log({ id: uuid(this.size, 2), ...said }, beside);
  }
}

/** What the verifier of a ledger says of these entries, once they are signed. */
export function verifiedInStore(entries: StoredHandWritten): Promise<Verification> {
  return withLedger(entries, async (directory, files) => {
    await files();
    const store = await openEventStore({ kind: 'sqlite', directory });
    try {
      return await verifyLedger(store, { dataDirectory: directory });
    } finally {
      await store.close();
    }
  });
}

/** The bundle of these entries. */
export function bundleOfEntries(entries: HandWritten): Promise<BundleFiles> {
  return withLedger(entries, (_directory, files) => files());
}

/** A ledger in which there is something of everything. */
export function everything(): HandWritten {
  const ledger = new HandWritten();
  ledger.rate(3);
  const note = ledger.log(
    {
      kind: 'note.logged',
      party: 'provider',
      factor: 609,
      sign: '-',
      severity: 'minor',
      checkpointSeen: ledger.seen(),
    },
    { text: 'Drawings came late.' },
  );
  ledger.log({ kind: 'entry.agreed', party: 'client', answers: note, checkpointSeen: ledger.seen(20) });
  ledger.log({ kind: 'note.logged', party: 'client', factor: 610, sign: '+' }, { erased: '2026-02-01' });
  return ledger;
}
