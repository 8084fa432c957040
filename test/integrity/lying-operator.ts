import { randomUUID } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Readable } from 'node:stream';
import { openEventStore, type EventStore } from '@app/event-store';
import {
  canonicalJson,
  envelopeHash,
  leafHash,
  MerkleTree,
  payloadCommitment,
  type KeyPair,
  type Policy,
} from '@app/integrity';
import {
  checkpointFiles,
  importJournal,
  LedgerLog,
  logIdentity,
  sampleJournal,
  signNow,
  type EntryBody,
} from '@app/ledger';
import { logEntry } from '../../libs/ledger/src/entry/log-entry';
import { askWitnesses, type WitnessOutcome } from '../../libs/ledger/src/log/ask-witnesses';
import type { SignedCheckpoint } from '../../libs/ledger/src/log/checkpoint-files';
import { signWhateverIsThere } from '../../libs/ledger/src/log/lying-signer.fixture';
import { LogTrees } from '../../libs/ledger/src/log/log-trees';
import { signatureOf } from './signing-client';
import { rowsOf, writeRows, type Row } from './tampering';

export const RELATIONSHIP = 'north-road';
export const OTHER = 'south-road';
const STREAM = `relationship-${RELATIONSHIP}`;

const made: string[] = [];
let lastMs = 0;

/** The machine's clock, as it goes on with each thing done. */
function now(): number {
  lastMs = Math.max(lastMs + 1, Date.now());
  return lastMs;
}

export function newPlace(): string {
  const place = mkdtempSync(join(tmpdir(), 'ledger-lying-'));
  made.push(place);
  return place;
}

export function copyOf(directory: string): string {
  const copy = newPlace();
  cpSync(directory, copy, { recursive: true });
  return copy;
}

export function removePlaces(): void {
  for (const place of made.splice(0)) rmSync(place, { recursive: true, force: true });
}

export async function using<Result>(directory: string, use: (store: EventStore) => Promise<Result>): Promise<Result> {
  const store = await openEventStore({ kind: 'sqlite', directory });
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

/** Lines of the sample journal, as one party would have told them. */
export function importLines(directory: string, relationship: string, from: number, to: number): Promise<unknown> {
  const lines = sampleJournal()
    .slice(from, to)
    .map(({ recorded: _recorded, ...line }) => JSON.stringify({ ...line, relationship }));
  const source = (): Readable => Readable.from([Buffer.from(`${lines.join('\n')}\n`)]);
  return using(directory, (store) => importJournal(store, source, { format: 'journal', nowMs: now() }));
}

/** A note of the client, who has seen the last checkpoint. */
export function logNote(directory: string, text: string): Promise<unknown> {
  const { size, root } = lastOf(directory).checkpoint;
  const author = { member: 'm-1', role: 'member', party: 'client' } as const;
  const body = { kind: 'note.logged', effective: '2026-03-01', factor: 601, text };
  const checkpointSeen = { size, root: root.toString('base64') };
  const request = { relationship: RELATIONSHIP, author, key: text, body, checkpointSeen };
  return using(directory, (store) => logEntry(store, request, now()));
}

/** An entry of the client, signed with a key; without one by the word of the server that a sponsor logs it. */
export function logSigned(directory: string, body: EntryBody, keys: KeyPair | null): Promise<unknown> {
  const author = { member: 'm-1', role: keys === null ? 'sponsor' : 'member', party: 'client' } as const;
  const key = randomUUID();
  const request = { relationship: RELATIONSHIP, author, key, body };
  const signature = keys && signatureOf(request, keys);
  return using(directory, (store) => logEntry(store, { ...request, signature }, now()));
}

export function sign(directory: string, relationship = RELATIONSHIP): Promise<boolean> {
  return using(directory, (store) => signNow(store, directory, relationship, now()));
}

export function lastOf(directory: string, relationship = RELATIONSHIP): SignedCheckpoint {
  const last = checkpointFiles(directory).last(relationship);
  if (last === null) throw new Error(`${relationship} is not signed`);
  return last;
}

export function receiptOf(directory: string, revision: number, relationship = RELATIONSHIP): Promise<string> {
  return using(directory, async (store) => {
    const log = new LedgerLog(store, directory, logIdentity(directory));
    try {
      return await log.receipt(relationship, revision);
    } finally {
      log.close();
    }
  });
}

/** Asks the witnesses of a policy, and keeps what they say beside the checkpoint as the ledger does. */
export function cosign(directory: string, policy: Policy, note?: string): Promise<readonly WitnessOutcome[]> {
  return using(directory, async (store) => {
    const last = lastOf(directory);
    const tree = await new LogTrees(store).tree(RELATIONSHIP);
    const asked = await askWitnesses({ note: note ?? last.note, tree, policy, oldSizes: new Map() });
    if (note === undefined) checkpointFiles(directory).keepCosigned(RELATIONSHIP, { ...last, note: asked.note }, true);
    return asked.outcomes;
  });
}

export type Change = (rows: readonly Row[]) => readonly Row[];

/** The row with other words, and a commitment to them. */
export function withOtherWords(row: Row, text: string): Row {
  const { payload, salt } = JSON.parse(row.metadata) as { payload: object; salt: string };
  const other = { ...payload, text };
  const commitment = payloadCommitment(canonicalJson(other), salt);
  const data = canonicalJson({ ...(JSON.parse(row.data) as object), commitment });
  return { ...row, data, metadata: JSON.stringify({ payload: other, salt }) };
}

/** Writes the rows of the relationship as they are given, in the database alone. */
export function writeHistory(directory: string, rows: readonly Row[]): void {
  const database = new DatabaseSync(join(directory, 'ledger.db'));
  try {
    for (const guard of ['changed', 'deleted', 'replaced']) {
      database.exec(`DROP TRIGGER IF EXISTS events_are_not_${guard}`);
    }
    const others = rowsOf(database).filter(({ stream }) => stream !== STREAM);
    writeRows(database, [...others, ...rows.map((row, index) => ({ ...row, position: 1_000 + index }))]);
  } finally {
    database.close();
  }
}

export function historyOf(directory: string): readonly Row[] {
  const database = new DatabaseSync(join(directory, 'ledger.db'), { readOnly: true });
  try {
    return rowsOf(database).filter(({ stream }) => stream === STREAM);
  } finally {
    database.close();
  }
}

/**
 * Whoever has all files and all keys makes another history of it that holds in itself: chained anew, signed anew.
 *
 * @param seen false: leaves what authors say that they had seen
 */
export async function rewriteHistory(directory: string, change: Change, seen = true): Promise<void> {
  const tree = new MerkleTree();
  let previous: string | null = null;
  const rows: Row[] = [];
  for (const [revision, row] of change(historyOf(directory)).entries()) {
    const envelope: Record<string, unknown> = { ...(JSON.parse(row.data) as object), previous, revision };
    const { size } = (envelope['checkpointSeen'] ?? {}) as { readonly size?: number };
    if (seen && size !== undefined) {
      const most = Math.min(size, tree.size);
      envelope['checkpointSeen'] = { size: most, root: tree.root(most).toString('base64') };
    }
    const data = canonicalJson(envelope);
    previous = envelopeHash(data);
    tree.append(leafHash(Buffer.from(data)));
    rows.push({ ...row, revision, data });
  }
  writeHistory(directory, rows);
  await signAnew(directory);
}

/** Forgets all that was signed, and signs what is there. */
export async function signAnew(directory: string): Promise<void> {
  for (const name of ['checkpoints', 'cosigned', 'leaves', 'read-only', 'signed-logs']) {
    rmSync(join(directory, 'private', name), { recursive: true, force: true });
  }
  await using(directory, (store) => signWhateverIsThere(store, directory, RELATIONSHIP, now()));
}

/** Names the witnesses of a relationship, as an operator does beside a running server. */
export function writePolicy(directory: string, text: string, relationship = RELATIONSHIP): void {
  const path = join(directory, 'private', 'witnesses', `${relationship}.policy`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
