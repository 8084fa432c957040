import { createHash } from 'node:crypto';
import { join } from 'node:path';
import {
  consistencyProof,
  cosignaturesOf,
  formatAddCheckpoint,
  formatVerifierKey,
  leafHash,
  MerkleTree,
  parseCheckpoint,
  parseNote,
  parseSignature,
  parseVerifierKey,
} from '@app/integrity';
import { logOf } from '../../apps/witness/src/log.fixture';
import { ledgerJson, newDirectory, removeDirectories } from '../e2e/cli';
import { endServers, startWitness, stopServer, type Server } from './server';

/** More with `KILL_ROUNDS`. */
const ROUNDS = Number(process.env['KILL_ROUNDS'] ?? 15);
const LONGEST_LIFE_MS = 150;
/** The order of the kill moments; printed, so that a failure can be tried again with `KILL_SEED`. */
const SEED = process.env['KILL_SEED'] ?? String(Date.now());

/** Numbers from 0 to 1 that only the seed decides. */
function randomOf(round: number): number {
  return createHash('sha256').update(`${SEED}:${round}`).digest().readUInt32BE() / 2 ** 32;
}

jest.setTimeout(180_000);
afterAll(() => {
  endServers();
  removeDirectories();
});

const log = logOf('ledger.example/road');
const CHECKPOINT_PATH = `/${createHash('sha256').update(log.origin).digest('hex')}/checkpoint`;

type Leaves = readonly Buffer[];

function treeOf(leaves: Leaves): MerkleTree {
  const tree = new MerkleTree();
  for (const leaf of leaves) tree.append(leaf);
  return tree;
}

interface Cosigned {
  readonly size: number;
  readonly root: Buffer;
  readonly timestamp: number;
}

describe(`a witness that is killed ${ROUNDS} times (KILL_SEED=${SEED})`, () => {
  it('never cosigns two checkpoints of which one does not follow from the other', async () => {
    const directory = join(newDirectory(), 'witness');
    const { key } = await ledgerJson<{ key: string }>(['witness', 'key', '--data', directory]);
    const words = ['--data', directory, '--log', formatVerifierKey(log.key)];
    const cosigned: Cosigned[] = [];
    /** The branch that the witness is on, and the branches that it may be on since it was killed. */
    let leaves: Leaves = [];
    let inDoubt: Leaves[] = [];
    let branches = 0;

    /** The log forks at every step: two branches of one size, each told as if the other did not exist. */
    const step = async (server: Server): Promise<boolean> => {
      const fork = [0, 1].map(() => [...leaves, leafHash(Buffer.from(`leaf ${branches++}`))]);
      inDoubt = fork;
      const taken = await Promise.all(fork.map((branch) => cosignatureOf(server, key, leaves.length, branch)));
      cosigned.push(...taken.filter((each) => each !== null && each !== 'refused'));
      if (taken.includes(null)) return false;
      leaves = fork.find((_, index) => taken[index] !== 'refused') ?? leaves;
      inDoubt = [];
      return true;
    };

    for (let round = 0; round < ROUNDS; round++) {
      const starting = startWitness(words);
      const lifeMs = randomOf(round) * LONGEST_LIFE_MS;
      // Every fifth life ends before the witness is up.
      if (round % 5 === 4) {
        const timer = setTimeout(() => starting.process.kill('SIGKILL'), lifeMs);
        await Promise.allSettled([starting.listening.then((server) => stopServer(server, 'SIGKILL')), starting.ended]);
        clearTimeout(timer);
        continue;
      }
      const server = await starting.listening;
      leaves = await branchOf(server, [leaves, ...inDoubt]);
      let timer: NodeJS.Timeout | undefined;
      while (await step(server)) timer ??= setTimeout(() => server.process.kill('SIGKILL'), lifeMs);
      await server.ended;
    }

    const server = await startWitness(words).listening;
    leaves = await branchOf(server, [leaves, ...inDoubt]);
    expect(await step(server)).toBe(true);
    expect(await stopServer(server, 'SIGTERM')).toEqual({ exitCode: 0, signal: null });

    expect(cosigned.length).toBeGreaterThan(ROUNDS / 2);
    const tree = treeOf(leaves);
    for (const { size, root } of cosigned) expect([size, root]).toEqual([size, tree.root(size)]);
    const sizes = cosigned.map(({ size }) => size);
    expect(new Set(sizes).size).toBe(sizes.length);
    const times = cosigned.map(({ timestamp }) => timestamp);
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });
});

/** Null where the witness was gone before it answered. */
async function cosignatureOf(
  server: Server,
  key: string,
  oldSize: number,
  leaves: Leaves,
): Promise<Cosigned | 'refused' | null> {
  const tree = treeOf(leaves);
  const checkpoint = log.checkpoint(tree);
  const proof = consistencyProof(tree, oldSize, tree.size);
  let status: number;
  let body: string;
  try {
    const response = await fetch(`${server.address}/add-checkpoint`, {
      method: 'POST',
      body: formatAddCheckpoint({ oldSize, proof, checkpoint }),
    });
    status = response.status;
    body = await response.text();
  } catch {
    // The connection broke: nothing is known of this checkpoint.
    return null;
  }
  if (status === 409) return 'refused';
  if (status !== 200) throw new Error(`${status}: ${body}`);
  const note = { text: parseNote(checkpoint).text, signatures: body.trimEnd().split('\n').map(parseSignature) };
  const [cosignature] = cosignaturesOf(note, [parseVerifierKey(key)]);
  if (cosignature === undefined) throw new Error(`no cosignature: ${body}`);
  return { size: tree.size, root: tree.root(), timestamp: cosignature.timestamp };
}

/** On which of the branches the witness is: it shows what it cosigned last. */
async function branchOf(server: Server, branches: readonly Leaves[]): Promise<Leaves> {
  const response = await fetch(`${server.address}${CHECKPOINT_PATH}`);
  const shown = await response.text();
  const { size, root } =
    response.status === 404 ? { size: 0, root: treeOf([]).root() } : parseCheckpoint(parseNote(shown).text);
  const found = branches.find((leaves) => leaves.length === size && treeOf(leaves).root().equals(root));
  if (found === undefined) throw new Error(`the witness is on no branch that it was asked about: ${shown}`);
  return found;
}
