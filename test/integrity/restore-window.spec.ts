import { cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import pino from 'pino';
import { openEventStore, type EventStore } from '@app/event-store';
import { formatVerifierKey, keyPairOf, parseCheckpoint, parseNote, parsePolicy, verifierKey } from '@app/integrity';
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
  signNow,
  verifyLedger,
  zipOf,
  type LogNews,
} from '@app/ledger';
import { originHash } from '../../apps/witness/src/kept-notes';
import { endWitnesses, send, startWitness, type RunningWitness } from '../../apps/witness/src/running.fixture';
import { nextKeys } from '../../libs/ledger/src/log/key-files';
import { logNews } from '../../libs/ledger/src/log/ledger-log';
import { startServer, tokensFor } from '../e2e/http.fixture';
import {
  copyOf,
  historyOf,
  importLines,
  lastOf,
  logNote,
  newPlace,
  OTHER,
  RELATIONSHIP,
  removePlaces,
  sign,
  using,
  writeHistory,
  writePolicy,
} from './lying-operator';

/** Entries when the backup was made, and when it was brought back. */
const [BEFORE, LATER] = [20, 22];
const PATH = `/api/v1/relationships/${RELATIONSHIP}`;
const NOTE = { kind: 'note.logged', effective: '2026-01-05', factor: 609, sign: '+', text: 'kept' };
const READ_ONLY = { code: 'read-only' };

jest.setTimeout(60_000);

/** The way to a witness: closed, nobody who comes is answered until it is opened. */
interface Gate {
  readonly address: string;
  open(): void;
  /** Whoever asks for that is not answered the next times: the connection is reset. */
  reset(path: string, times?: number): void;
}

let witness: RunningWitness;
let gate: Gate;
/** What the witness saw, and an older copy of everything, private files and all. */
let place: string;
let before: string;
/** The same, from before anything was signed. */
let unsigned: string;
const gates: Server[] = [];
const signers: (() => Promise<void>)[] = [];

async function startGate(to: string, isOpen = false): Promise<Gate> {
  let open = (): void => undefined;
  const opened = isOpen ? Promise.resolve() : new Promise<void>((resolve) => (open = resolve));
  const resets = new Map<string, number>();
  const server = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      await opened;
      const { method = 'GET', url = '/' } = request;
      const left = resets.get(url) ?? 0;
      resets.set(url, left - 1);
      if (left > 0) return void request.socket.resetAndDestroy();
      const answer = await fetch(to + url, { method, ...(method === 'POST' && { body: Buffer.concat(chunks) }) });
      response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' });
      response.end(await answer.text());
    })();
  });
  gates.push(server.listen(0, '127.0.0.1'));
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { address, open: () => open(), reset: (path, times = 1) => void resets.set(path, times) };
}

function policyAt(address: string): string {
  return `witness client ${formatVerifierKey(witness.witness.verifier)} ${address}\nquorum client\n`;
}

beforeEach(async () => {
  place = newPlace();
  logIdentity(place, 'ledger.example');
  await importLines(place, RELATIONSHIP, 0, BEFORE);
  await importLines(place, OTHER, 0, 4);
  unsigned = copyOf(place);
  for (const relationship of [RELATIONSHIP, OTHER]) await sign(place, relationship);
  const pinned = parsePolicy(policyOf(place, RELATIONSHIP)).logs.map(({ key }) => key);
  // As its operator adds it once a break was declared.
  const next = nextKeys(place).publicKey;
  const logs = [
    ...pinned,
    ...pinned.map(({ name }) => verifierKey(name, 'ed25519', next)),
    ...pinned.map(({ name, publicKey }) => verifierKey(`${name}/2`, 'ed25519', publicKey)),
  ];
  witness = await startWitness({ logs, clock: Date.now });
  writePolicy(place, policyAt(witness.address));
  const cosign = () => using(place, (store) => cosignNow(store, place, RELATIONSHIP));
  await cosign();
  before = copyOf(place);
  for (let size = BEFORE; size < LATER; size += 1) await logNote(place, `note ${size}`);
  await sign(place);
  await cosign();
  expect(await witnessed()).toBe(LATER);
  gate = await startGate(witness.address);
  for (const directory of [before, unsigned]) writePolicy(directory, policyAt(gate.address));
});

afterEach(async () => {
  for (const end of signers.splice(0)) await end();
  for (const server of gates.splice(0)) server.close().closeAllConnections();
  await endWitnesses();
});
afterAll(removePlaces);

/** Entries under the checkpoint that the witness keeps. */
async function witnessed(): Promise<number> {
  const { body } = await send(witness, `/${originHash(lastOf(place).checkpoint.origin)}/checkpoint`);
  return parseCheckpoint(parseNote(body).text).size;
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setImmediate(resolve));
}

/** Signs a directory until the end of the test. */
async function startSigner(directory: string, late = new AbortController().signal): Promise<LogNews[]> {
  const stopping = new AbortController();
  const store = await openEventStore({ kind: 'sqlite', directory }, { readOnly: true });
  const news: LogNews[] = [];
  const channel = logNews(directory);
  channel.onmessage = ({ data }) => void news.push(data as LogNews);
  const signing = signLog(store, directory, Date.now, stopping.signal, late);
  signers.push(async () => {
    stopping.abort();
    await signing;
    channel.close();
    await store.close();
  });
  return news;
}

/** Whatever could be signed has been: another relationship was, twice. */
async function signerHasPassed(directory: string): Promise<void> {
  for (let pass = 0; pass < 2; pass += 1) {
    const { size } = lastOf(directory, OTHER).checkpoint;
    await importLines(directory, OTHER, size, size + 1);
    await until(() => lastOf(directory, OTHER).checkpoint.size === size + 1);
  }
}

function expectNothingSigned(): void {
  expect(lastOf(before).checkpoint.size).toBe(BEFORE);
}

/** No witness was shown, and no file holds, what does not follow from what was signed before. */
async function expectNoFork(): Promise<void> {
  expectNothingSigned();
  expect(await witnessed()).toBe(LATER);
  expect(witness.said.filter((line) => /^refused/i.test(line))).toEqual([]);
}

describe('a server that is started on an older copy of everything', () => {
  it('signs nothing before the witness has answered, and then is read-only', async () => {
    const server = await startServer({ place: { directory: before, eventStoreUrl: null } });
    try {
      const { client } = await tokensFor(server, RELATIONSHIP);
      for (let count = 0; count < 4; count += 1) {
        expect((await server.post(`${PATH}/entries`, client, NOTE)).status).toBe(201);
      }
      await signerHasPassed(before);
      expectNothingSigned();
      gate.open();
      await until(async () => (await server.call('/health/ready')).json['readOnly'] !== null);
      expect(await server.post(`${PATH}/entries`, client, NOTE)).toMatchObject({ status: 503, json: READ_ONLY });
      expect(readOnlyMarks(before).reason(RELATIONSHIP)).toBe(
        `is not the one of which the witness client has a checkpoint of ${LATER} entries`,
      );
      await signerHasPassed(before);
      await expectNoFork();
    } finally {
      await server.api.close();
    }
  });

  it('signs it when the witness stays silent for too long, and no entry comes', async () => {
    const late = new AbortController();
    await startSigner(before, late.signal);
    await logNote(before, 'postponed');
    await signerHasPassed(before);
    expectNothingSigned();
    late.abort();
    await until(() => lastOf(before).checkpoint.size === BEFORE + 1);
  });
});

describe('a server that is started on a copy from before the first signature', () => {
  const signedHere = (relationship: string): number =>
    checkpointFiles(unsigned).last(relationship)?.checkpoint.size ?? 0;
  const otherIsSigned = () => until(() => signedHere(OTHER) > 0);

  it('signs nothing before the witness has said what it keeps, and then is read-only', async () => {
    await startSigner(unsigned);
    await importLines(unsigned, RELATIONSHIP, BEFORE, BEFORE + 1);
    await otherIsSigned();
    expect(signedHere(RELATIONSHIP)).toBe(0);
    gate.open();
    await until(() => readOnlyMarks(unsigned).reason(RELATIONSHIP) !== null);
    expect(readOnlyMarks(unsigned).reason(RELATIONSHIP)).toContain(`a checkpoint of ${LATER}`);
    await signerHasPassed(unsigned);
    expect(signedHere(RELATIONSHIP)).toBe(0);
  });

  it('signs it when the witness stays silent for too long, and no entry comes', async () => {
    const late = new AbortController();
    const news = await startSigner(unsigned, late.signal);
    await otherIsSigned();
    await until(() => news.some(({ is }) => is === 'witness-away'));
    expect(signedHere(RELATIONSHIP)).toBe(0);
    late.abort();
    await until(() => signedHere(RELATIONSHIP) === BEFORE);
  });

  it('signs what is new as soon as the witness has said that it knows nothing of it', async () => {
    writePolicy(unsigned, policyAt(gate.address), OTHER);
    rmSync(join(unsigned, 'private', 'witnesses', `${RELATIONSHIP}.policy`));
    const news = await startSigner(unsigned);
    await until(() => signedHere(RELATIONSHIP) > 0);
    expect(signedHere(OTHER)).toBe(0);
    gate.open();
    await until(() => signedHere(OTHER) > 0);
    expect(news.filter(({ is }) => is === 'broken')).toEqual([]);
  });

  it('lets nobody begin anew what the witness knows, and of which no entry is left', async () => {
    const empty = newPlace();
    cpSync(join(unsigned, 'private'), join(empty, 'private'), { recursive: true });
    await importLines(empty, OTHER, 0, 4);
    gate.open();
    await startSigner(empty);
    await until(() => readOnlyMarks(empty).reason(RELATIONSHIP) !== null);
    expect(readOnlyMarks(empty).reason(RELATIONSHIP)).toContain('has 0 entries');
  });

  it('is asked by the command line too', async () => {
    gate.open();
    await expect(sign(unsigned)).rejects.toMatchObject(READ_ONLY);
    expect(signedHere(RELATIONSHIP)).toBe(0);
  });
});

describe('a server whose witness was set up wrongly', () => {
  it.each([
    ['does not know the log', 'ledger.example/relationships/nobody/log', 404],
    ['does not trust its key', null, 403],
  ])('goes on once it has said that it %s', async (_what, origin, status) => {
    const [log] = parsePolicy(policyOf(place, RELATIONSHIP)).logs;
    const { publicKey } = keyPairOf(Buffer.alloc(32, 9));
    const stranger = await startWitness({ logs: [verifierKey(origin ?? log?.key.name ?? '', 'ed25519', publicKey)] });
    writePolicy(place, policyAt(stranger.address));
    const news = await startSigner(place);
    await logNote(place, 'further');
    await until(() => lastOf(place).checkpoint.size === LATER + 1);
    expect(news.find(({ is }) => is === 'witness-away')).toMatchObject({
      reason: expect.stringContaining(status === 404 ? 'does not know' : 'does not trust') as string,
    });
  });

  it('is not overruled by one that keeps a checkpoint, and does not trust the key any more', async () => {
    const { publicKey } = keyPairOf(Buffer.alloc(32, 9));
    const { checkpoint } = lastOf(place);
    const { directory } = witness;
    await witness.end();
    witness = await startWitness({ directory, logs: [verifierKey(checkpoint.origin, 'ed25519', publicKey)] });
    writePolicy(before, policyAt(witness.address));
    await startSigner(before);
    await until(() => readOnlyMarks(before).reason(RELATIONSHIP) !== null);
    expectNothingSigned();
  });

  it('tells once of one that says that it saw more, and does not show it, and goes on without it', async () => {
    const liar = createServer((request, response) => {
      request.resume();
      if (request.method === 'GET') return response.writeHead(404).end();
      return response.writeHead(409, { 'content-type': 'text/x.tlog.size' }).end('99\n');
    });
    gates.push(liar.listen(0, '127.0.0.1'));
    await once(liar, 'listening');
    writePolicy(place, policyAt(`http://127.0.0.1:${(liar.address() as AddressInfo).port}`));
    const late = new AbortController();
    const news = await startSigner(place, late.signal);
    await logNote(place, 'further');
    const asked = () => news.filter(({ is }) => is === 'cosigned').length;
    await until(() => asked() > 2);
    expect(lastOf(place).checkpoint.size).toBe(LATER);
    late.abort();
    await until(() => lastOf(place).checkpoint.size === LATER + 1);
    expect(news.filter(({ is }) => is.startsWith('witness-'))).toEqual([
      {
        is: 'witness-claims',
        relationship: RELATIONSHIP,
        witness: 'client',
        reason: `it says that it cosigned 99 leaves, and the log has ${LATER}`,
      },
    ]);
  });
});

describe('a server that is started as it was stopped', () => {
  it('signs what was postponed once the witness has answered, and no entry comes', async () => {
    writePolicy(place, policyAt(gate.address));
    await startSigner(place);
    await logNote(place, 'postponed');
    await signerHasPassed(place);
    expect(lastOf(place).checkpoint.size).toBe(LATER);
    gate.open();
    await until(async () => lastOf(place).checkpoint.size === LATER + 1 && (await witnessed()) === LATER + 1);
  });

  it('does not wait for those whose policy names no address', async () => {
    writePolicy(place, policyAt(''));
    await startSigner(place);
    await logNote(place, 'at once');
    await until(() => lastOf(place).checkpoint.size === LATER + 1);
  });

  it('goes on where the witness has seen more than the kept checkpoint, and the log holds it', async () => {
    const checkpoint = join('private', 'checkpoints', Buffer.from(RELATIONSHIP).toString('hex'));
    const older = lastOf(before);
    writeFileSync(join(place, checkpoint), `signed ${older.signedMs}\n${older.note}`);
    await startSigner(place);
    await logNote(place, 'further');
    await until(async () => (await witnessed()) === LATER + 1);
    expect(readOnlyMarks(place).relationships()).toEqual([]);
  });

  it('tells once of a witness that is away, and once that it is back', async () => {
    const closed = new URL(gate.address);
    writePolicy(place, policyAt('http://127.0.0.1:1'));
    const news = await startSigner(place);
    const of = (...kinds: LogNews['is'][]) => news.filter(({ is }) => kinds.includes(is));
    const away = {
      is: 'witness-away',
      relationship: RELATIONSHIP,
      witness: 'client',
      reason: expect.stringContaining('cannot be reached') as string,
    };
    // It has been asked more than once by then.
    await until(() => of('cosigned').length > 2);
    expect(of('witness-away', 'witness-back')).toEqual([away]);
    gate.open();
    writePolicy(place, policyAt(closed.origin));
    await until(() => of('witness-back').length > 0);
    const back = { is: 'witness-back', relationship: RELATIONSHIP, witness: 'client' };
    expect(of('witness-away', 'witness-back')).toEqual([away, back]);
  });

  it('tells of a wrong policy once, without an entry, and goes on when it is put right', async () => {
    writePolicy(place, 'quorum nobody\n');
    writePolicy(place, 'quorum none\n', 'nowhere');
    const news = await startSigner(place);
    await logNote(place, 'postponed');
    await signerHasPassed(place);
    expect(lastOf(place).checkpoint.size).toBe(LATER);
    writePolicy(place, policyAt(witness.address));
    await until(async () => (await witnessed()) === LATER + 1);
    const wrong = news.filter(({ is }) => is === 'unwitnessed' || is === 'policies');
    expect(wrong).toEqual([
      {
        is: 'unwitnessed',
        relationship: RELATIONSHIP,
        reason: expect.stringContaining(`private/witnesses/${RELATIONSHIP}.policy`) as string,
      },
      { is: 'policies', reason: 'private/witnesses/nowhere.policy is named for no relationship that there is' },
    ]);
  });
});

describe('the log of a server', () => {
  it('names a policy that is wrong, and a witness that is away and back; its health counts', async () => {
    const said: string[] = [];
    const log = pino({}, { write: (line: string) => void said.push((JSON.parse(line) as { msg: string }).msg) });
    const counts = async () => (await server.call('/health/ready')).json['log'];
    writePolicy(place, 'quorum nobody\n');
    const server = await startServer({ place: { directory: place, eventStoreUrl: null }, log });
    try {
      await until(() => said.length > 0);
      expect(await counts()).toMatchObject({ signed: 2, witnessed: 1, quorum: 0 });
      writePolicy(place, policyAt('http://127.0.0.1:1'));
      await until(() => said.length > 1);
      writePolicy(place, policyAt(witness.address));
      await until(() => said.length > 2);
      await until(async () => ((await counts()) as { quorum: number }).quorum === 1);
      rmSync(join(place, 'private', 'witnesses', `${RELATIONSHIP}.policy`));
      await until(() => said.length > 3);
      expect(await counts()).toMatchObject({ signed: 2, witnessed: 0, quorum: 0 });
    } finally {
      await server.api.close();
    }
    expect(said).toEqual([
      expect.stringMatching(/^the witnesses of north-road cannot be asked: private.witnesses.north-road\.policy/),
      'the witness client of north-road does not cosign, and is asked again: it cannot be reached',
      'the witness client of north-road cosigns again',
      'north-road has no witnesses any more: its policy was taken away',
    ]);
  });
});

describe('a command line on an older copy of everything, beside which no server runs', () => {
  const late = (): AbortSignal => AbortSignal.abort();

  it('asks the witness before it signs', async () => {
    gate.open();
    await logNote(before, 'other');
    await expect(sign(before)).rejects.toMatchObject(READ_ONLY);
    await expectNoFork();
  });

  it('signs nothing with a new key either, and records none', async () => {
    gate.open();
    await using(before, async (store) => {
      const rotating = rotateKey(store, before, [RELATIONSHIP, OTHER], Date.now);
      await expect(rotating).rejects.toMatchObject(READ_ONLY);
      expect(await sizeOf(before)).toBe(BEFORE);
    });
    await expectNoFork();
  });

  it('does not take it for what was signed', async () => {
    gate.open();
    const compare = using(before, (store) => compareAgain(store, before, RELATIONSHIP, Date.now()));
    await expect(compare).rejects.toMatchObject(READ_ONLY);
    await expectNoFork();
  });

  it('brings back what is missing from the bundle of a party', async () => {
    const options = { dataDirectory: place, relationship: RELATIONSHIP, nowMs: Date.now(), verifier: '' };
    const { files } = await using(place, (store) => exportBundle(store, options));
    const bundle = join(newPlace(), 'bundle.zip');
    writeFileSync(bundle, zipOf(files));
    gate.open();
    const replay = using(before, (store) => replayBundle(store, before, RELATIONSHIP, bundle, Date.now()));
    expect(await replay).toBe(LATER - BEFORE);
    expect(lastOf(before).checkpoint).toEqual(lastOf(place).checkpoint);
  });

  it('learns of a break that was declared since, though it holds all of before', async () => {
    const whole = copyOf(place);
    writeHistory(place, historyOf(place).slice(0, BEFORE));
    await expect(sign(place)).rejects.toMatchObject(READ_ONLY);
    await using(place, async (store) => {
      await declareBreak(store, place, RELATIONSHIP, 'The disk is lost.', Date.now());
      await cosignNow(store, place, RELATIONSHIP);
    });
    await logNote(whole, 'other');
    await expect(sign(whole)).rejects.toMatchObject(READ_ONLY);
    expect(readOnlyMarks(whole).reason(RELATIONSHIP)).toMatch(/^is not the one of which the witness client has/);
    expect(lastOf(whole).checkpoint.size).toBe(LATER);
  });

  describe('after a break that only the witness knows of', () => {
    let whole: string;
    const laterAddress = () => `/${originHash(`${lastOf(whole).checkpoint.origin}/2`)}/checkpoint`;

    beforeEach(async () => {
      whole = copyOf(place);
      writeHistory(place, historyOf(place).slice(0, BEFORE));
      await expect(sign(place)).rejects.toMatchObject(READ_ONLY);
      await using(place, async (store) => {
        await declareBreak(store, place, RELATIONSHIP, 'The disk is lost.', Date.now());
        await cosignNow(store, place, RELATIONSHIP);
      });
      writePolicy(whole, policyAt(gate.address));
      gate.open();
      await logNote(whole, 'other');
    });

    it('asks again where it is not told whether there is one', async () => {
      gate.reset(laterAddress());
      await expect(sign(whole)).rejects.toMatchObject(READ_ONLY);
      expect(lastOf(whole).checkpoint.size).toBe(LATER);
    });

    it('is told so, as long as the witness does not say', async () => {
      gate.reset(laterAddress());
      const news = await startSigner(whole);
      await until(() => news.some(({ is }) => is === 'broken'));
      const reason = 'it does not say whether it keeps what was signed after a declared break';
      expect(news).toContainEqual({ is: 'witness-away', relationship: RELATIONSHIP, witness: 'client', reason });
      expect(lastOf(whole).checkpoint.size).toBe(LATER);
    });

    it('goes on without its word when it has been silent for too long', async () => {
      gate.reset(laterAddress(), Infinity);
      const waiting = new AbortController();
      const news = await startSigner(whole, waiting.signal);
      await until(() => news.some(({ is }) => is === 'witness-away'));
      await signerHasPassed(whole);
      expect(lastOf(whole).checkpoint.size).toBe(LATER);
      waiting.abort();
      await until(() => lastOf(whole).checkpoint.size === LATER + 1);
      gate.reset(laterAddress(), 0);
      await until(() => readOnlyMarks(whole).reason(RELATIONSHIP) !== null);
    });
  });

  it('keeps every incarnation that the witness shows, so that none is signed twice', async () => {
    writeHistory(place, historyOf(place).slice(0, BEFORE + 1));
    await expect(sign(place)).rejects.toMatchObject(READ_ONLY);
    await using(place, async (store) => {
      await declareBreak(store, place, RELATIONSHIP, 'The disk is lost.', Date.now());
      await cosignNow(store, place, RELATIONSHIP);
    });
    gate.open();
    const compare = using(before, (store) => compareAgain(store, before, RELATIONSHIP, Date.now()));
    await expect(compare).rejects.toMatchObject(READ_ONLY);
    const shown = checkpointFiles(before)
      .shown(RELATIONSHIP)
      .map(({ checkpoint: { origin, size } }) => [origin, size]);
    const { origin } = lastOf(before).checkpoint;
    expect(shown).toEqual([[origin, LATER], [`${origin}/2`, BEFORE + 2]]); // prettier-ignore
    writePolicy(before, policyAt('http://127.0.0.1:1'));
    const declare = (store: EventStore) =>
      declareBreak(store, before, RELATIONSHIP, 'This one too.', Date.now(), AbortSignal.abort());
    expect(await using(before, declare)).toBe(`${origin}/3`);
  });

  it('signs when the witness stays silent for too long', async () => {
    writePolicy(before, policyAt('http://127.0.0.1:1'));
    await logNote(before, 'other');
    expect(await using(before, (store) => signNow(store, before, RELATIONSHIP, Date.now() + 1, late()))).toBe(true);
    expect(lastOf(before).checkpoint.size).toBe(BEFORE + 1);
  });
});

describe('what a witness has shown', () => {
  const gone = (): void => writePolicy(before, policyAt('http://127.0.0.1:1'));
  const shown = () => checkpointFiles(before).shown(RELATIONSHIP)[0]?.checkpoint;
  const marked = () => readOnlyMarks(before).reason(RELATIONSHIP);
  const missing = `has ${BEFORE} entries, and a witness has a checkpoint of ${LATER} entries: entries are missing`;

  async function bundleOf(directory: string): Promise<string> {
    const options = { dataDirectory: directory, relationship: RELATIONSHIP, nowMs: Date.now(), verifier: '' };
    const { files } = await using(directory, (store) => exportBundle(store, options));
    const bundle = join(newPlace(), 'bundle.zip');
    writeFileSync(bundle, zipOf(files));
    return bundle;
  }

  /** An alarm has been raised, and the witness went away. */
  beforeEach(async () => {
    gate.open();
    await expect(using(before, (store) => compareAgain(store, before, RELATIONSHIP, Date.now()))).rejects.toMatchObject(
      READ_ONLY,
    );
    gone();
  });

  const recover = (how: (...given: [EventStore, string, string]) => Promise<unknown>) =>
    using(before, (store) => how(store, before, RELATIONSHIP));

  it('is compared with, whether or not the witness is there', async () => {
    expect(shown()).toEqual(lastOf(place).checkpoint);
    const compare = recover((...log) => compareAgain(...log, Date.now()));
    await expect(compare).rejects.toMatchObject({ detail: expect.stringContaining(missing) as string });
    expect(marked()).toBe(missing);
    readOnlyMarks(before).clear(RELATIONSHIP);
    await expect(sign(before)).rejects.toMatchObject(READ_ONLY);
    expect(lastOf(before).checkpoint.size).toBe(BEFORE);
  });

  it('is not passed over for a bundle that ends before it', async () => {
    const older = copyOf(before);
    for (const name of ['read-only', 'shown']) rmSync(join(older, 'private', name), { recursive: true });
    const bundle = await bundleOf(older);
    await expect(recover((...log) => replayBundle(...log, bundle, Date.now()))).rejects.toMatchObject(READ_ONLY);
    expect([marked(), lastOf(before).checkpoint.size]).toEqual([missing, BEFORE]);
  });

  it('is done with once a bundle has brought its entries back', async () => {
    writePolicy(before, policyAt(witness.address));
    const bundle = await bundleOf(place);
    expect(await recover((...log) => replayBundle(...log, bundle, Date.now()))).toBe(LATER - BEFORE);
    expect([marked(), shown()]).toEqual([null, undefined]);
    await logNote(before, 'goes on');
    await sign(before);
  });

  it('is not contradicted by what a bundle brings back', async () => {
    const fork = copyOf(before);
    for (const name of ['read-only', 'shown']) rmSync(join(fork, 'private', name), { recursive: true });
    for (let count = BEFORE; count < LATER + 1; count += 1) await logNote(fork, `another ${count}`);
    await using(fork, (store) => signNow(store, fork, RELATIONSHIP, Date.now() + 1, AbortSignal.abort()));
    const bundle = await bundleOf(fork);
    const replay = recover((...log) => replayBundle(...log, bundle, Date.now()));
    await expect(replay).rejects.toMatchObject({ code: 'invalid-parameter' });
    expect(await sizeOf(before)).toBe(BEFORE);
  });

  it('is named by the break that is declared, and put aside', async () => {
    const origin = await recover((...log) =>
      declareBreak(...log, 'The disk is lost.', Date.now(), AbortSignal.abort()),
    );
    expect(origin).toMatch(/\/log\/2$/);
    expect([marked(), shown()]).toEqual([null, undefined]);
    const { breaks } = await using(before, (store) => verifyLedger(store, { dataDirectory: before }));
    const { size, root } = lastOf(place).checkpoint;
    expect(breaks).toEqual([
      expect.objectContaining({ kept: false, lastCheckpoint: { size, root: root.toString('base64') } }),
    ]);
    const aside = readdirSync(join(before, 'private', 'broken-off')).map((name) => name.replace(/^.*\./, ''));
    expect(aside).toEqual([`cosigned-${BEFORE}`, `shown-${BEFORE}-1`, `signed-${BEFORE}`]);
  });
});

async function sizeOf(directory: string): Promise<number> {
  return using(directory, async (store) => {
    let size = 0;
    for await (const { revision } of store.read(`relationship-${RELATIONSHIP}`)) size = revision + 1;
    return size;
  });
}
