import { cpSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { partyKeyIdOf } from '@app/integrity';
import { verifyLedger } from '@app/ledger';
import { ledger, newDirectory, removeDirectories, type Ran } from './cli';
import {
  countEvents,
  NORTH_ROAD,
  startNorthRoad,
  startServer,
  tokensFor,
  type HttpServer,
  type Tokens,
} from './http.fixture';

const NOTE = { kind: 'note.logged', effective: '2026-03-30', factor: 614, sign: '+', text: 'Kept.' };
/** More than one tile holds. */
const MANY = 300;

let files = 0;

/** A file with these entries, one a line. */
function fileOf(directory: string, ...bodies: readonly object[]): string {
  const file = join(directory, `entries-${++files}.ndjson`);
  writeFileSync(file, bodies.map((body) => `${JSON.stringify(body)}\n`).join(''));
  return file;
}

describe('logging at a server from the command line', () => {
  let server: HttpServer;
  let tokens: Tokens;
  const home = newDirectory();
  const key = join(home, 'laptop.key');
  const state = join(home, 'known-logs.json');

  const log = (body: object | string, words: readonly string[] = [], token = tokens.client): Promise<Ran> =>
    ledger(
      ['log', 'north-road', typeof body === 'string' ? body : fileOf(home, body), '--server', server.address, '--state', state, ...words],
      { LEDGER_TOKEN: token },
    ); // prettier-ignore
  const signed = (body: object | string, words: readonly string[] = []) => log(body, ['--key', key, ...words]);
  const envelopes = async () => {
    const all = [];
    for await (const { data } of server.api.store.read('relationship-north-road')) all.push(data);
    return all;
  };

  beforeAll(async () => {
    ({ server, tokens } = await startNorthRoad());
  });
  afterAll(async () => {
    await server.stop();
    removeDirectories();
  });

  it('remembers of every log what was seen of it, also where several are looked at at once', async () => {
    const kept = join(home, 'at-once.json');
    const relationships = ['east-quay', 'west-quay', 'old-bridge', 'new-bridge'];
    const ran = relationships.map(async (id) => {
      await server.post('/api/v1/relationships', tokens.operator, { ...NORTH_ROAD, id });
      const token = await server.token({ role: 'member', member: 'm-1', party: 'client', relationships: [id] });
      const words = ['log', id, fileOf(home, NOTE), '--server', server.address, '--state', kept];
      return ledger(words, { LEDGER_TOKEN: token });
    });
    for (const { exitCode, stderr } of await Promise.all(ran))
      expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    const known = JSON.parse(readFileSync(kept, 'utf8')) as { readonly relationship: string }[];
    expect(known.map(({ relationship }) => relationship).sort()).toEqual(relationships.sort());
  });

  it('draws a key for its owner alone, once, and says how to register it', async () => {
    const { exitCode, stdout } = await ledger(['key', 'new', '--out', key, '--json']);
    expect(exitCode).toBe(0);
    const { keyId, publicKey } = JSON.parse(stdout) as { keyId: string; publicKey: string };
    expect(keyId).toBe(partyKeyIdOf(Buffer.from(publicKey, 'hex')));
    expect(statSync(key).mode & 0o777).toBe(0o600);
    const drawn = readFileSync(key, 'utf8');
    expect(await ledger(['key', 'new', '--out', key])).toMatchObject({ exitCode: 1 });
    expect(readFileSync(key, 'utf8')).toBe(drawn);
    const registration = await ledger(['key', 'registration', key, '--device', 'Laptop']);
    expect(JSON.parse(registration.stdout)).toEqual({
      kind: 'key.registered',
      effective: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      data: { keyId, publicKey, device: 'Laptop' },
    });
    expect((await ledger(['key', 'registration', join(home, 'nothing')])).exitCode).toBe(1);
    expect((await ledger(['key', 'old'])).exitCode).toBe(2);
  });

  it('registers it, signs with it once a sponsor has agreed, and is refused without', async () => {
    const registration = JSON.parse((await ledger(['key', 'registration', key])).stdout) as object;
    const { exitCode, stdout } = await log({ ...registration, effective: '2026-03-30' }, ['--json']);
    expect(exitCode).toBe(0);
    const [{ id = '' } = {}] = (JSON.parse(stdout) as { logged: { id: string }[] }).logged;
    expect((await log({ kind: 'entry.agreed', answers: id }, [], tokens.sponsor)).exitCode).toBe(0);

    const before = await countEvents(server.api.store);
    expect(await log(NOTE)).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('signature-required') });
    expect(await countEvents(server.api.store)).toBe(before);
    expect((await signed(NOTE)).exitCode).toBe(0);
    expect((await signed({ ...NOTE, party: 'third-party' })).exitCode).toBe(0);
    const answer = { kind: 'entry.noted', answers: (await server.post(`/api/v1/relationships/north-road/entries`, tokens.provider, NOTE)).json.id }; // prettier-ignore
    expect((await signed(answer)).exitCode).toBe(0);
  });

  it('logs many in their order, each signed, naming the checkpoint that was seen', async () => {
    const many = fileOf(home, ...Array.from({ length: MANY }, (_, index) => ({ ...NOTE, text: `Note ${index}.` })));
    const { exitCode, stdout } = await signed(many, ['--idempotency-key', 'many', '--json']);
    expect(exitCode).toBe(0);
    const { logged, checkpointSeen } = JSON.parse(stdout) as {
      readonly logged: readonly { readonly revision: number; readonly proof: string }[];
      readonly checkpointSeen: object;
    };
    expect(logged).toHaveLength(MANY);
    const stored = await envelopes();
    for (const { revision } of logged) {
      expect(stored[revision]).toMatchObject({ checkpointSeen, signature: { key: expect.any(String) } });
    }
    // A checkpoint that covers them all, and the way to it from the one before.
    await server.call(logged.at(-1)?.proof ?? '', { token: tokens.client });
    expect((await signed(many, ['--idempotency-key', 'many', '--json'])).exitCode).toBe(0);
    expect(await envelopes()).toHaveLength(stored.length);
    expect((JSON.parse(readFileSync(state, 'utf8')) as object[])[0]).toMatchObject({
      server: server.address,
      checkpoint: expect.stringContaining(`/relationships/north-road/log\n${stored.length}\n`),
    });
    expect(await verifyLedger(server.api.store)).toMatchObject({ valid: true });
  });

  it('stops at the first that is refused, and says where it stands and how to go on', async () => {
    const file = fileOf(home, NOTE, { ...NOTE, kind: 'note.shouted' }, NOTE);
    const { exitCode, stdout, stderr } = await signed(file, ['--idempotency-key', 'three']);
    expect([exitCode, stdout.trim().split('\n')]).toEqual([1, [expect.stringContaining('revision')]]);
    expect(stderr).toContain('unknown-kind: line 2: field kind:');
    expect(stderr).toContain('1 of 3 entries are logged');
    expect(stderr).toContain('--idempotency-key three');
  });

  it.each<[string, string, readonly string[], number, string]>([
    ['no JSON', 'x', [], 1, 'invalid-json: line 1'],
    ['a list of no entries', '[]', [], 1, 'there is no entry'],
    ['a list of lists', '[[]]', [], 1, 'invalid-entry: line 1'],
    ['an entry signed elsewhere', '{"signature":{}}', [], 1, 'signature'],
    ['an address that is none', '{}', ['--server', 'nowhere'], 1, '--server'],
    ['a server that is away', '{}', ['--server', 'http://127.0.0.1:9'], 3, 'does not answer'],
    ['a token that is none', '{}', ['--token', 'x'], 1, 'unauthenticated'],
    ['a key file that is none', '{}', ['--key', state], 1, 'holds no private key'],
    ['an unknown option', '{}', ['--colour'], 2, 'unknown option'],
  ])('refuses %s', async (_name, text, words, code, said) => {
    const file = join(home, 'bad.json');
    writeFileSync(file, text);
    expect(await log(file, words)).toMatchObject({ exitCode: code, stdout: '', stderr: expect.stringContaining(said) });
  });

  it('asks for a token, and takes the address of the API for that of the server', async () => {
    const { exitCode, stderr } = await log(NOTE, [], '');
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('give --token TOKEN, or set LEDGER_TOKEN')]);
    expect(await signed(NOTE, ['--server', `${server.address}/api/v1/`])).toMatchObject({ exitCode: 0, stderr: '' });
  });

  it('signs nothing where the server shows another history, a shorter one, or another key', async () => {
    const { directory } = server;
    await server.api.close();
    const copies = [newDirectory(), newDirectory()].map((copy) => join(copy, 'data'));
    for (const copy of copies) cpSync(directory, copy, { recursive: true });

    // What the client has seen: the ledger goes on with a note of its own.
    const start = (place: string) => startServer({ place: { directory: place, eventStoreUrl: null } });
    const goOn = async (text: string): Promise<void> => {
      tokens = await tokensFor(server, 'north-road');
      const { json } = await server.post('/api/v1/relationships/north-road/entries', tokens.provider, {
        ...NOTE,
        text,
      });
      await server.call(String(json['proof']), { token: tokens.provider });
    };
    server = await start(directory);
    await goOn('Seen.');
    const seen = JSON.parse(readFileSync(state, 'utf8')) as { server: string; policy: string }[];
    const remember = (address: string): void =>
      writeFileSync(state, JSON.stringify(seen.map((known) => ({ ...known, server: address }))));
    remember(server.address);
    expect((await signed(NOTE)).exitCode).toBe(0);
    seen.splice(0, seen.length, ...(JSON.parse(readFileSync(state, 'utf8')) as typeof seen));
    await server.stop();

    server = await start(copies[0] ?? '');
    remember(server.address);
    tokens = await tokensFor(server, 'north-road');
    const count = await countEvents(server.api.store);
    const shorter = await signed(NOTE);
    expect(shorter).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('checkpoint-contradicted') });
    expect(shorter.stderr).toContain('Nothing was signed or logged');
    expect(await countEvents(server.api.store)).toBe(count);

    await goOn('Never seen.');
    await goOn('Nor this.');
    await goOn('Nor that.');
    remember(server.address);
    const forked = await signed(NOTE, ['--accept-policy']);
    expect(forked).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('does not begin with them') });
    await server.stop();

    ({ server, tokens } = await startNorthRoad());
    remember(server.address);
    expect(await signed(NOTE)).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('--accept-policy') });
  });
});
