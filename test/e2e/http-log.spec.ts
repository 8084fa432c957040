import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { entriesOfBundle, hashesInTiles, judge, leafHash, parseNote, parsePolicy, rootOf } from '@app/integrity';
import { checkReceipt } from '@app/ledger';
import { countEvents, startNorthRoad, startServer, tokensFor, type HttpServer, type Tokens } from './http.fixture';

const PATH = '/api/v1/relationships/north-road';
const NOTE = { kind: 'note.logged', effective: '2026-01-05', factor: 609, sign: '+', text: 'kept' };

describe('the log of a relationship over HTTP', () => {
  let server: HttpServer;
  let tokens: Tokens;
  const read = (path: string) => server.call(`${PATH}/${path}`, { token: tokens.client });

  beforeAll(async () => {
    ({ server, tokens } = await startNorthRoad());
  });
  afterAll(() => server.stop());

  it('gives a receipt of an entry just logged, under a checkpoint that its policy accepts', async () => {
    const { json } = await server.post(`${PATH}/entries`, tokens.client, NOTE);
    const receipt = await server.call(String(json['proof']), { token: tokens.provider });
    expect(receipt.headers.get('content-type')).toContain('text/plain');
    const policy = parsePolicy((await read('log/policy')).text);
    const checked = checkReceipt(receipt.text, policy);
    expect(checked).toMatchObject({ index: json.revision, quorum: true, witnesses: [] });
    expect(checked.envelope).toMatchObject({ id: json.id, kind: 'note.logged' });
  });

  it('serves tiles that make the root of the checkpoint', async () => {
    const checkpoint = await read('log/checkpoint');
    expect(checkpoint.headers.get('etag')).toMatch(/^".+"$/);
    const policy = parsePolicy((await read('log/policy')).text);
    const { size, root } = judge(parseNote(checkpoint.text), policy).checkpoint;
    const bytes = async (path: string): Promise<Buffer> => {
      const answer = await fetch(`${server.address}${PATH}/log/tile/${path}`, {
        headers: { authorization: `Bearer ${tokens.auditor}` },
      });
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe('application/octet-stream');
      return Buffer.from(await answer.arrayBuffer());
    };
    const hashes = await bytes(`0/000.p/${size}`);
    expect(
      rootOf(
        hashesInTiles(() => hashes),
        size,
      ),
    ).toEqual(root);
    const entries = entriesOfBundle(await bytes(`entries/000.p/${size}`)) ?? [];
    expect(Buffer.concat(entries.map(leafHash))).toEqual(hashes);
  });

  it.each([
    ['a tile that the log does not reach', `${PATH}/log/tile/0/001.p/3`, 404, 'not-found'],
    ['a path that names no tile', `${PATH}/log/tile/0/1`, 404, 'not-found'],
    ['the proof of an entry that is not there', `${PATH}/entries/nowhere/proof`, 404, 'entry-not-found'],
  ])('refuses %s', async (_name, path, status, code) => {
    expect(await server.call(path, { token: tokens.client })).toMatchObject({ status, json: { code } });
  });

  it('lets nobody keep for good that a tile was not there yet', async () => {
    const headers = { authorization: `Bearer ${tokens.client}` };
    const { status, headers: answered } = await fetch(`${server.address}${PATH}/log/tile/0/001.p/3`, { headers });
    expect([status, answered.get('cache-control')]).toEqual([404, null]);
  });

  it('takes a checkpoint that the author has seen, and keeps it with the entry', async () => {
    const note = (await read('log/checkpoint')).text;
    const { size, root } = judge(parseNote(note), parsePolicy((await read('log/policy')).text)).checkpoint;
    const checkpointSeen = { size, root: root.toString('base64') };
    const { json } = await server.post(`${PATH}/entries`, tokens.client, { ...NOTE, checkpointSeen });
    await expect(envelopeAt(server, json.revision ?? 0)).resolves.toMatchObject({ checkpointSeen });
  });

  it('refuses an author who has seen another history, and logs nothing', async () => {
    const root = createHash('sha256').update('another').digest('base64');
    const before = await countEvents(server.api.store);
    for (const size of [1, 1_000]) {
      expect(
        await server.post(`${PATH}/entries`, tokens.client, { ...NOTE, checkpointSeen: { size, root } }),
      ).toMatchObject({ status: 409, json: { code: 'checkpoint-contradicted', field: 'checkpointSeen' } });
    }
    for (const checkpointSeen of [{ size: 0, root }, { size: 1, root: 'short' }, 'none', { size: 1 }]) {
      const answer = await server.post(`${PATH}/entries`, tokens.client, { ...NOTE, checkpointSeen });
      expect(answer).toMatchObject({ status: 400, json: { code: 'invalid-entry' } });
    }
    expect(await countEvents(server.api.store)).toBe(before);
  });

  it('tells in its health how many logs are signed', async () => {
    expect((await server.call('/health/ready')).json).toMatchObject({
      readOnly: null,
      log: { signing: true, signed: 1, witnessed: 0, quorum: 0, claimed: 0 },
    });
  });
});

describe('a log that is not the one that was signed', () => {
  it.each([
    ['lost its tail', 'DROP TRIGGER events_are_not_deleted; DELETE FROM events WHERE position = (SELECT max(position) FROM events)'], // prettier-ignore
    ['had its tail replaced', `DROP TRIGGER events_are_not_changed; UPDATE events SET data = replace(data, '"sign":"+"', '"sign":"-"') WHERE position = (SELECT max(position) FROM events)`], // prettier-ignore
    ['had an entry changed', `DROP TRIGGER events_are_not_changed; UPDATE events SET data = replace(data, '2019-04-01', '2019-04-02') WHERE stream = 'relationship-north-road' AND revision = 0`], // prettier-ignore
  ])('makes its ledger read-only when it %s, and says why', async (_name, tampering) => {
    const first = await startNorthRoad();
    const { directory } = first.server;
    const place = { directory, eventStoreUrl: null };
    const logged = await first.server.post(`${PATH}/entries`, first.tokens.client, NOTE);
    await first.server.call(String(logged.json['proof']), { token: first.tokens.client });
    await first.server.api.close();
    const database = new DatabaseSync(join(directory, 'ledger.db'));
    database.exec(tampering);
    database.close();

    const server = await startServer({ place });
    const tokens = await tokensFor(server, 'north-road');
    // Where its end is as it was, the signer must have read it first.
    await until(async () => (await server.call('/health/ready')).json['readOnly'] !== null);
    expect(await server.post(`${PATH}/entries`, tokens.client, NOTE)).toMatchObject({
      status: 503,
      json: { code: 'read-only' },
    });
    expect((await server.call(`${PATH}/trail`, { token: tokens.client })).status).toBe(200);
    await server.api.close();

    // It stays so, whatever is restarted.
    const again = await startServer({ place });
    expect((await again.call('/health/ready')).json['readOnly']).toMatch(/^one ledger is not as/);
    await again.stop();
  });
});

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setImmediate(resolve));
}

async function envelopeAt(server: HttpServer, revision: number): Promise<unknown> {
  for await (const { data } of server.api.store.read('relationship-north-road', revision)) return data;
  return undefined;
}
