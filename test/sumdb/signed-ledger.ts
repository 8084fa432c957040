import { cpSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { openEventStore, type EventStore } from '@app/event-store';
import {
  consistencyProof,
  formatCheckpoint,
  formatNote,
  formatTilePath,
  formatVerifierKey,
  parseNote,
  parsePolicy,
  signersOf,
  signText,
  tilesOf,
  verifierKey,
  type Checkpoint,
} from '@app/integrity';
import {
  checkpointFiles,
  declareBreak,
  importJournal,
  LedgerLog,
  logIdentity,
  policyOf,
  rotateKey,
  signNow,
} from '@app/ledger';
import { LogTrees } from '../../libs/ledger/src/log/log-trees';
import { randomOf, type Random } from '../integrity/tampering';

/** What happens to a ledger between its former checkpoint and its last. */
export const LIVES = ['keeps its key', 'has its key rotated', 'breaks off and goes on'] as const;
type Life = (typeof LIVES)[number];

/** What a ledger serves, and what whoever holds it against Go's library brings along. */
export interface SignedLedger {
  /** `checkpoint`, `tile/…` and `proofs/INDEX.tlog-proof`: as they are served, or lie in a bundle. */
  readonly files: ReadonlyMap<string, Buffer>;
  /** Verifier key of its last checkpoint. */
  readonly key: string;
  /** Of the entry whose receipt is there. */
  readonly index: number;
  /** The note that was signed before, and the verifier key of that time. */
  readonly former: string;
  readonly formerKey: string;
  /** Hashes, base64, that lead from the one to the other. */
  readonly consistency: readonly string[];
  /** Signs whatever it is given, as an operator could who has the key; with the verifier key that goes with it. */
  readonly sign: (checkpoint: Checkpoint) => { readonly note: string; readonly key: string };
}

const START_MS = Date.parse('2026-11-01T08:00:00Z');
const PARTIES = ['client', 'provider', 'joint'];
const TEXTS = ['The depot is open.', 'Der Schlüssel fehlt.', '道路は閉鎖', 'line\nline "quoted" \\ 🛠'];

/**
 * A ledger in a directory of its own: a generated journal is imported into an embedded store, signed, grown and signed
 * again.
 *
 * @param size entries at its end; two at least where it is not to keep its key
 */
export async function signedLedger(
  directory: string,
  relationship: string,
  { seed, size, life }: { readonly seed: number; readonly size: number; readonly life: Life },
): Promise<SignedLedger> {
  const random = randomOf(seed);
  let nowMs = START_MS;
  let lines = 0;
  let store = await openEventStore({ kind: 'sqlite', directory });
  const tick = (): number => (nowMs += 1_000);
  const grow = async (count: number): Promise<void> => {
    const journal = Array.from({ length: count }, () => `${line(relationship, (lines += 1), random)}\n`).join('');
    const source = (): Readable => Readable.from([Buffer.from(journal)]);
    expect(await importJournal(store, source, { format: 'journal', nowMs: tick() })).toMatchObject({ appended: count });
  };
  const sign = async (): Promise<string> => {
    expect(await signNow(store, directory, relationship, tick())).toBe(true);
    return checkpointFiles(directory).last(relationship)?.note ?? '';
  };
  /** Brings the database back as it was, after more was signed. */
  const loseTheLast = async (): Promise<void> => {
    const [file, backup] = [join(directory, 'ledger.db'), join(directory, 'backup.db')];
    await store.close();
    cpSync(file, backup);
    store = await openEventStore({ kind: 'sqlite', directory });
    await grow(1);
    await sign();
    await store.close();
    renameSync(backup, file);
    store = await openEventStore({ kind: 'sqlite', directory });
  };

  try {
    // A rotation is an entry, and so is a break.
    const entries = life === 'keeps its key' ? 0 : 1;
    const formerSize = 1 + Math.floor(random() * (size - entries));
    await grow(formerSize);
    const former = await sign();
    const formerKey = signerOf(former, policyOf(directory, relationship));
    if (life === 'has its key rotated') await rotateKey(store, directory, [relationship], tick);
    if (life === 'breaks off and goes on') {
      await loseTheLast();
      await declareBreak(store, directory, relationship, 'The disk was lost.', tick());
    }
    if (size > formerSize + entries) await grow(size - formerSize - entries);
    await sign();
    const index = Math.floor(random() * size);
    const files = await served(store, directory, relationship, index);
    const key = signerOf(String(files.get('checkpoint')), policyOf(directory, relationship));
    const tree = await new LogTrees(store).tree(relationship);
    const { keys } = logIdentity(directory);
    return {
      files,
      key,
      index,
      former,
      formerKey,
      consistency: consistencyProof(tree, formerSize, size).map((hash) => hash.toString('base64')),
      sign: (checkpoint) => {
        const text = formatCheckpoint(checkpoint);
        return {
          note: formatNote({ text, signatures: [signText(text, checkpoint.origin, keys)] }),
          key: formatVerifierKey(verifierKey(checkpoint.origin, 'ed25519', keys.publicKey)),
        };
      },
    };
  } finally {
    await store.close();
  }
}

function line(relationship: string, number: number, random: Random): string {
  const one = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  return JSON.stringify({
    id: `e-${number}`,
    relationship,
    kind: 'note.logged',
    effective: `20${10 + Math.floor(random() * 15)}-0${1 + Math.floor(random() * 9)}-15`,
    party: one(PARTIES),
    factor: 601 + Math.floor(random() * 16),
    sign: one(['+', '0']),
    text: `${one(TEXTS)} ${random()}`,
  });
}

/** What the ledger serves under its last checkpoint, by the names that a bundle gives it. */
async function served(
  store: EventStore,
  directory: string,
  relationship: string,
  index: number,
): Promise<Map<string, Buffer>> {
  const log = new LedgerLog(store, directory, logIdentity(directory));
  try {
    const { checkpoint, note } = log.checkpoint(relationship);
    const files = new Map<string, Buffer>([
      ['checkpoint', Buffer.from(note)],
      [`proofs/${index}.tlog-proof`, Buffer.from(await log.receipt(relationship, index))],
    ]);
    for (const tile of tilesOf(checkpoint.size)) {
      files.set(`tile/${formatTilePath(tile)}`, await log.tile(relationship, tile));
    }
    return files;
  } finally {
    log.close();
  }
}

/** The key of the policy, which a party pins, that signed the note. */
function signerOf(note: string, policy: string): string {
  const [signer] = signersOf(
    parseNote(note),
    parsePolicy(policy).logs.map(({ key }) => key),
  );
  if (signer === undefined) throw new Error('no key of the policy signed it');
  return formatVerifierKey(signer);
}
