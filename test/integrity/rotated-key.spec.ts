import { cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openEventStore, type EventStore } from '@app/event-store';
import { formatVerifierKey, parsePolicy, verifierKey } from '@app/integrity';
import {
  checkpointFiles,
  compareAgain,
  cosignNow,
  declareBreak,
  exportBundle,
  logIdentity,
  lostRotatedKeys,
  policyOf,
  readOnlyMarks,
  replaceLostKey,
  replayBundle,
  rotateKey,
  signLog,
  verifyLedger,
  zipOf,
  type LogNews,
} from '@app/ledger';
import { endWitnesses, startWitness, type RunningWitness } from '../../apps/witness/src/running.fixture';
import { keepNewerKey, nextKeys } from '../../libs/ledger/src/log/key-files';
import { logNews } from '../../libs/ledger/src/log/ledger-log';
import { startServer } from '../e2e/http.fixture';
import { copyOf, historyOf, importLines, lastOf, logNote, newPlace, OTHER, RELATIONSHIP, removePlaces, sign, using, writeHistory, writePolicy } from './lying-operator'; // prettier-ignore

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
  rmSync(join(before, 'private', 'next-key'));
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

  describe('and the bundle of a party from after it', () => {
    let bundle: string;
    let policy: string;
    const bring = (pinned?: string, file = bundle) =>
      using(before, (store) => replayBundle(store, before, RELATIONSHIP, file, Date.now(), pinned));
    const entries = async () =>
      (await using(before, (store) => verifyLedger(store, { relationship: RELATIONSHIP }))).entries;
    const privateFiles = (): string[] =>
      readdirSync(join(before, 'private'), { recursive: true, encoding: 'utf8' }).sort();
    const replaced = {
      code: 'not-allowed-now',
      detail: expect.stringContaining('was replaced by another since') as string,
    };

    beforeEach(async () => {
      bundle = await bundleOf(place);
      policy = policyOf(place, RELATIONSHIP);
    });

    it.each([
      ['no policy', () => undefined, 'bundle', 'it is signed with a key that is not here, .*"--policy FILE"'],
      ['the policy of before', () => policyOf(before, RELATIONSHIP), 'policy', 'names no key that signed the bundle'],
      ['what is no policy', () => 'nonsense', 'policy', 'line 1'],
    ])('is refused by %s, and changes nothing', async (_what, pinned, field, why) => {
      const files = privateFiles();
      const detail = expect.stringMatching(new RegExp(why)) as string;
      await expect(bring(pinned())).rejects.toMatchObject({ code: 'invalid-parameter', field, detail });
      expect([await entries(), privateFiles()]).toEqual([BEFORE, files]);
    });

    it('brings back what is missing by a policy of after it, also without a witness, and signs nothing', async () => {
      writePolicy(before, policyAt(NOWHERE));
      expect(await bring(policy)).toBe(AFTER - BEFORE);
      expect(lastOf(before).checkpoint).toEqual(lastOf(place).checkpoint);
      await logNote(before, 'other');
      await expect(sign(before)).rejects.toMatchObject(replaced);
      await expect(compare()).rejects.toMatchObject(replaced);
      expect(await entries()).toBe(AFTER + 1);
      expect(policyOf(before, RELATIONSHIP).split('\n')[0]).toBe(policy.split('\n')[0]);
    });

    it('brings it back once more where that was interrupted, and needs no policy then', async () => {
      keepNewerKey(before, logIdentity(place).keys.publicKey);
      expect(await bring()).toBe(AFTER - BEFORE);
    });

    it('is gone on from when the newer key is back', async () => {
      await bring(policy);
      cpSync(join(place, 'private', 'signing-key'), join(before, 'private', 'signing-key'));
      await compare();
      await logNote(before, 'further');
      await sign(before);
      await using(before, (store) => cosignNow(store, before, RELATIONSHIP));
      expect(checkpointFiles(before).cosigned(RELATIONSHIP)?.checkpoint.size).toBe(AFTER + 1);
      expect(policyOf(before, RELATIONSHIP)).toBe(policy);
    });

    it.each([
      ['', () => undefined],
      [
        ', also where the rotation had begun when the backup was made',
        () => cpSync(join(place, 'private', 'signing-key'), join(before, 'private', 'next-key')),
      ],
    ])('is gone on from with another key where the newer one is lost%s', async (_when, begin) => {
      begin();
      await bring(policy);
      const replace = (store: EventStore) => replaceLostKey(store, before, [RELATIONSHIP, OTHER], policy, Date.now);
      expect(await using(before, replace)).toMatchObject({ skipped: [] });
      await logNote(before, 'further');
      await sign(before);
      const { valid, signed, lostKeys } = await using(before, (store) =>
        verifyLedger(store, { dataDirectory: before }),
      );
      expect([valid, signed, lostKeys.length]).toEqual([true, 2, 2]);
      expect(policyOf(before, RELATIONSHIP).match(/^log /gm)).toHaveLength(3);
    });

    it('tells of every key where there was more than one since', async () => {
      await using(place, (store) => rotateKey(store, place, [RELATIONSHIP, OTHER], Date.now));
      writePolicy(before, policyAt(NOWHERE));
      expect(await bring(policyOf(place, RELATIONSHIP), await bundleOf(place))).toBe(AFTER + 1 - BEFORE);
      expect(await using(before, (store) => lostRotatedKeys(store, before))).toEqual([]);
    });

    it('is refused where it is another than what the witness has shown', async () => {
      await expect(compare()).rejects.toMatchObject(undecided);
      const other = copyOf(place);
      writePolicy(other, 'quorum none\n');
      writeHistory(other, historyOf(other).slice(0, BEFORE + 1));
      for (const name of ['checkpoints', 'cosigned', 'leaves']) cpSync(join(before, 'private', name), join(other, 'private', name), { recursive: true }); // prettier-ignore
      await logNote(other, 'another');
      await sign(other);
      const file = await bundleOf(other);
      const detail = expect.stringContaining('two histories were signed') as string;
      await expect(bring(policy, file)).rejects.toMatchObject({ code: 'invalid-parameter', field: 'bundle', detail });
      expect(await entries()).toBe(BEFORE);
    });
  });
});
