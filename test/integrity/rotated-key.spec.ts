import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openEventStore, type EventStore } from '@app/event-store';
import { formatVerifierKey, parsePolicy, verifierKey } from '@app/integrity';
import {
  checkpointFiles,
  compareAgain,
  cosignNow,
  declareBreak,
  exportBundle,
  logIdentity,
  policyOf,
  readOnlyMarks,
  replayBundle,
  rotateKey,
  signLog,
  zipOf,
  type LogNews,
} from '@app/ledger';
import { endWitnesses, startWitness, type RunningWitness } from '../../apps/witness/src/running.fixture';
import { nextKeys } from '../../libs/ledger/src/log/key-files';
import { logNews } from '../../libs/ledger/src/log/ledger-log';
import { startServer } from '../e2e/http.fixture';
import { copyOf, importLines, lastOf, logNote, newPlace, OTHER, RELATIONSHIP, removePlaces, sign, using } from './lying-operator'; // prettier-ignore

/** Entries when the backup was made, and when the new key had signed. */
const [BEFORE, AFTER] = [20, 22];
const READ_ONLY = { code: 'read-only' };
const NOWHERE = 'http://127.0.0.1:1';

jest.setTimeout(60_000);

let witness: RunningWitness;
/** What the witness saw, and an older copy of everything, private files and all. */
let place: string;
let before: string;
const signers: (() => Promise<void>)[] = [];

function policyAt(address: string): string {
  return `witness client ${formatVerifierKey(witness.witness.verifier)} ${address}\nquorum client\n`;
}

function writePolicy(directory: string, text: string): void {
  const path = join(directory, 'private', 'witnesses', `${RELATIONSHIP}.policy`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

beforeEach(async () => {
  place = newPlace();
  logIdentity(place, 'ledger.example');
  await importLines(place, RELATIONSHIP, 0, BEFORE);
  await importLines(place, OTHER, 0, 4);
  for (const relationship of [RELATIONSHIP, OTHER]) await sign(place, relationship);
  const pinned = parsePolicy(policyOf(place, RELATIONSHIP)).logs.map(({ key }) => key);
  const next = nextKeys(place).publicKey;
  witness = await startWitness({
    logs: [...pinned, ...pinned.map(({ name }) => verifierKey(name, 'ed25519', next))],
    clock: Date.now,
  });
  writePolicy(place, policyAt(witness.address));
  const cosign = () => using(place, (store) => cosignNow(store, place, RELATIONSHIP));
  await cosign();
  before = copyOf(place);
  await using(place, (store) => rotateKey(store, place, [RELATIONSHIP, OTHER], Date.now));
  await logNote(place, 'under the new key');
  await sign(place);
  await cosign();
  expect(lastOf(place).checkpoint.size).toBe(AFTER);
});

afterEach(async () => {
  for (const end of signers.splice(0)) await end();
  await endWitnesses();
});
afterAll(removePlaces);

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setImmediate(resolve));
}

/** Signs a directory until the end of the test. */
async function startSigner(directory: string): Promise<LogNews[]> {
  const stopping = new AbortController();
  const store = await openEventStore({ kind: 'sqlite', directory }, { readOnly: true });
  const news: LogNews[] = [];
  const channel = logNews(directory);
  channel.onmessage = ({ data }) => void news.push(data as LogNews);
  const signing = signLog(store, directory, Date.now, stopping.signal, new AbortController().signal);
  signers.push(async () => {
    stopping.abort();
    await signing;
    channel.close();
    await store.close();
  });
  return news;
}

async function bundleOf(directory: string): Promise<string> {
  const options = { dataDirectory: directory, relationship: RELATIONSHIP, nowMs: Date.now(), verifier: '' };
  const { files } = await using(directory, (store) => exportBundle(store, options));
  const bundle = join(newPlace(), 'bundle.zip');
  writeFileSync(bundle, zipOf(files));
  return bundle;
}

describe('a copy from before its log was given a new key', () => {
  const claims = () =>
    checkpointFiles(before)
      .claimed(RELATIONSHIP)
      .map(({ witness: name, checkpoint: { size } }) => [name, size]);
  const compare = () => using(before, (store) => compareAgain(store, before, RELATIONSHIP, Date.now()));
  const undecided = {
    code: 'not-allowed-now',
    detail: expect.stringMatching(
      /client shows a checkpoint of 22 entries that no key in private has signed/,
    ) as string,
  };

  it('lets a server say that the witness shows what a key signed that is not here', async () => {
    const news = await startSigner(before);
    await logNote(before, 'postponed');
    await until(() => news.some(({ is }) => is === 'witness-claims'));
    expect(news).toContainEqual(
      expect.objectContaining({
        is: 'witness-claims',
        reason: expect.stringContaining('no key in private has signed'),
        shown: true,
      }),
    );
    expect(lastOf(before).checkpoint.size).toBe(BEFORE);
    expect(claims()).toEqual([['client', AFTER]]);
  });

  it('is counted by the health of a server, which goes on', async () => {
    const server = await startServer({ place: { directory: before, eventStoreUrl: null } });
    try {
      const log = async () => (await server.call('/health/ready')).json['log'];
      await until(async () => ((await log()) as { claimed: number }).claimed === 1);
      expect((await server.call('/health/ready')).json['readOnly']).toBeNull();
    } finally {
      await server.api.close();
    }
  });

  it('is neither taken for what was signed nor signed, and not held against the ledger', async () => {
    await logNote(before, 'other');
    await expect(compare()).rejects.toMatchObject(undecided);
    expect([lastOf(before).checkpoint.size, readOnlyMarks(before).relationships()]).toEqual([BEFORE, []]);
    // The witness is away since.
    writePolicy(before, policyAt(NOWHERE));
    await expect(compare()).rejects.toMatchObject(undecided);
  });

  it('is compared again where it is not believed: without that witness', async () => {
    await expect(compare()).rejects.toMatchObject(undecided);
    writePolicy(before, 'quorum none\n');
    await compare();
    expect(claims()).toEqual([]);
  });

  it('is held against the checkpoint once private of after it is back, whether or not the witness is there', async () => {
    await expect(compare()).rejects.toMatchObject(undecided);
    for (const name of ['signing-key', 'retired-keys']) cpSync(join(place, 'private', name), join(before, 'private', name)); // prettier-ignore
    writePolicy(before, policyAt(NOWHERE));
    await expect(sign(before)).rejects.toMatchObject(READ_ONLY);
    expect(claims()).toEqual([]);
    const bundle = await bundleOf(place);
    const replay = using(before, (store) => replayBundle(store, before, RELATIONSHIP, bundle, Date.now()));
    writePolicy(before, policyAt(witness.address));
    expect(await replay).toBe(AFTER - BEFORE);
    expect(checkpointFiles(before).shown(RELATIONSHIP)).toEqual([]);
  });

  it('forgets what was shown when the witness cosigns again', async () => {
    checkpointFiles(place).keepClaimed(RELATIONSHIP, 'client', lastOf(place).note);
    writeFileSync(join(place, 'private', 'claimed', `${Buffer.from(RELATIONSHIP).toString('hex')}.torn`), 'torn');
    await startSigner(place);
    await until(() => checkpointFiles(place).shown(RELATIONSHIP).length === 0);
  });

  it('has a break declared, and puts what was shown aside', async () => {
    const declare = (store: EventStore) => declareBreak(store, before, RELATIONSHIP, 'The key is lost.', Date.now());
    await using(before, declare);
    expect(claims()).toEqual([]);
    const aside = readdirSync(join(before, 'private', 'broken-off'));
    expect(aside.filter((name) => name.endsWith(`.claimed-${BEFORE}-1`))).toHaveLength(1);
  });
});
