import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ledgerJson, newDirectory, removeDirectories } from './cli';
import { NORTH_ROAD, startNorthRoad, startServer, tokensFor, type HttpServer, type Tokens } from './http.fixture';

const FILES = '/api/v1/relationships/north-road/files';
const MINUTES = new Uint8Array(Buffer.from('%PDF-1.7 minutes of the board'));
const SHA256 = createHash('sha256').update(MINUTES).digest('hex');
const HTML = new Uint8Array(Buffer.from('<script>alert(1)</script>'));
const MIB = 1024 * 1024;

describe('files of evidence', () => {
  let server: HttpServer;
  let tokens: Tokens;

  beforeAll(async () => {
    ({ server, tokens } = await startNorthRoad());
  });
  afterAll(async () => {
    await server.stop();
    removeDirectories();
  });

  const post = (raw: Uint8Array<ArrayBuffer>, type: string, token = tokens.client, path = FILES) =>
    server.call(path, { token, raw, headers: { 'content-type': type } });

  it('are stored by their content, and given out to be saved, never to be run', async () => {
    const stored = { sha256: SHA256, bytes: MINUTES.length, type: 'application/pdf' };
    expect(await post(MINUTES, 'application/pdf')).toMatchObject({ status: 201, json: stored });
    expect(await post(MINUTES, 'text/plain; charset=utf-8')).toMatchObject({ status: 201, json: stored });
    for (const token of [tokens.provider, tokens.auditor]) {
      const { status, text, headers } = await server.call(`${FILES}/${SHA256}`, { token });
      expect([status, text]).toEqual([200, Buffer.from(MINUTES).toString()]);
      expect(Object.fromEntries(headers)).toMatchObject({
        'content-type': 'application/pdf',
        'content-disposition': `attachment; filename="${SHA256.slice(0, 12)}.pdf"`,
        'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-cache',
      });
    }
  });

  it('are for who may read entries, and stored by who speaks for a party', async () => {
    const denied = { status: 403, json: { code: 'forbidden' } };
    expect(await server.call(`${FILES}/${SHA256}`, { token: tokens.reporter })).toMatchObject(denied);
    expect(await post(MINUTES, 'application/pdf', tokens.auditor)).toMatchObject(denied);
    expect(await server.call(`${FILES}/${SHA256}`)).toMatchObject({ status: 401 });
    const elsewhere = FILES.replace('north-road', 'south-road');
    expect(await post(MINUTES, 'application/pdf', tokens.client, elsewhere)).toMatchObject({
      ...{ status: 404, json: { code: 'relationship-not-found' } },
    });
    const token = tokens.client;
    for (const sha256 of ['ab'.repeat(32), '..', 'x'])
      expect(await server.call(`${FILES}/${sha256}`, { token })).toMatchObject({ status: 404 });
  });

  it.each([
    ['without a token', [], 401],
    ['of an unknown token', ['Authorization: Bearer lgr_unknown'], 401],
    ['of who may not', [() => `Authorization: Bearer ${tokens.auditor}`], 403],
    ['of who may not see the relationship', [() => `Authorization: Bearer ${tokens.stranger}`], 404],
    ['larger than a file may be', [() => `Authorization: Bearer ${tokens.client}`, `Content-Length: ${11 * MIB}`], 413],
  ] as const)('are refused before a byte of them is read: %s', async (_whose, headers, status) => {
    const said: string[] = headers.map((header) => (typeof header === 'string' ? header : header()));
    const length = said.some((header) => header.startsWith('Content-Length')) ? [] : [`Content-Length: ${10 * MIB}`];
    const { hostname, port } = new URL(server.address);
    const socket = connect(Number(port), hostname);
    // Nothing of the body is ever sent: whoever waited for it would wait until the request times out.
    socket.write(
      [
        `POST ${FILES} HTTP/1.1`,
        `Host: ${hostname}:${port}`,
        'Content-Type: text/plain',
        ...length,
        ...said,
        '',
        '',
      ].join('\r\n'),
    );
    const [first] = (await once(socket, 'data')) as [Buffer];
    socket.destroy();
    expect(first.toString()).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  });

  it.each([
    ['application/json', MINUTES, 415],
    ['text/html', HTML, 415],
    ['image/svg+xml', HTML, 415],
    ['application/pdf', HTML, 415],
    ['image/png', new Uint8Array(Buffer.from('%PDF-1.7')), 415],
    ['text/plain', new Uint8Array(), 400],
    ['text/plain', new Uint8Array(10 * MIB + 1).fill(120), 413],
  ])('are refused as %s where they are none', async (type, content, status) => {
    expect(await post(content, type)).toMatchObject({ status });
  });

  it('are as large as a file may be, which nothing else is', async () => {
    const large = new Uint8Array(10 * MIB).fill(120);
    expect(await post(large, 'text/plain')).toMatchObject({ status: 201 });
    expect(await post(large, 'application/json', tokens.client, `${FILES.replace('files', 'entries')}`)).toMatchObject({
      status: 413,
    });
    expect(await post(MINUTES, 'application/pdf', tokens.client, FILES.replace('files', 'entries'))).toMatchObject({
      ...{ status: 415, json: { code: 'unsupported-media-type' } },
    });
  });

  it('are told from those that are elsewhere', async () => {
    const path = '/api/v1/relationships/north-road';
    const cites = (sha256: string) => ({
      ...{ kind: 'note.logged', effective: '2026-03-02', factor: 601, sign: '+', text: 'Minutes' },
      evidence: [{ title: 'Minutes', sha256 }],
    });
    const here = await server.post(`${path}/entries`, tokens.client, cites(SHA256));
    const elsewhere = await server.post(`${path}/entries`, tokens.client, cites('ab'.repeat(32)));
    const { json } = await server.call(`${path}/evidence-check?seen=${String(elsewhere.json.position)}`, {
      token: tokens.client,
    });
    const states = (json['evidenceCheck'] as { entry: string; worst: string }[])
      .filter(({ entry }) => [here.json.id, elsewhere.json.id].includes(entry))
      .map(({ worst }) => worst);
    expect(states).toEqual(['matched', 'hashed']);
    const { counts } = await ledgerJson<{ counts: object }>([
      'evidence-check',
      'north-road',
      '--data',
      server.directory,
    ]);
    expect(counts).toMatchObject({ matched: 1, hashed: 1 });
  });

  it('are in a backup, and come back with it', async () => {
    const folder = newDirectory();
    await ledgerJson(['backup', join(folder, 'backup'), '--data', server.directory]);
    await ledgerJson(['restore', join(folder, 'backup'), '--data', join(folder, 'restored')]);
    const path = join(folder, 'restored', 'private', 'files', Buffer.from('north-road').toString('hex'), SHA256);
    expect(readFileSync(path)).toEqual(Buffer.from(MINUTES));
  });

  it('are with the primary process alone', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'ledger-files-'));
    const other = await startServer({ place: { directory, eventStoreUrl: null }, primary: false });
    try {
      const their = await tokensFor(other, NORTH_ROAD.id);
      await other.post('/api/v1/relationships', their.operator, NORTH_ROAD, 'establish');
      const away = { status: 503, json: { code: 'primary-only' } };
      expect(await other.call(`${FILES}/${SHA256}`, { token: their.client })).toMatchObject(away);
      const headers = { 'content-type': 'application/pdf' };
      expect(await other.call(FILES, { token: their.client, raw: MINUTES, headers })).toMatchObject(away);
    } finally {
      await other.stop();
      rmSync(directory, { recursive: true, force: true });
    }
  });
});
