import { createHash, randomBytes } from 'node:crypto';
import {
  bodyHashOf,
  canonicalBody,
  isSignedStatement,
  keyPairOf,
  partyKeyIdOf,
  signStatement,
  type KeyPair,
} from '@app/integrity';
import { commandIdOf, verifyLedger, type Envelope } from '@app/ledger';
import { countEvents, startNorthRoad, type Answer, type HttpServer, type Tokens } from './http.fixture';

const PATH = '/api/v1/relationships/north-road';
const NOTE = { kind: 'note.logged', effective: '2026-03-30', factor: 614, sign: '+', text: 'Kept.' };

interface Signing {
  readonly keys: KeyPair;
  readonly party?: string;
  readonly member?: string;
  /** The idempotency key. */
  readonly key: string;
  readonly checkpointSeen?: { readonly root: string; readonly size: number };
  readonly nonce?: string;
}

interface Body {
  readonly kind: string;
  readonly effective?: string;
  readonly answers?: string;
}

/** As a client does it that has nothing but the format. */
function signature(body: Body, { keys, party = 'client', member = 'm-1', key, checkpointSeen, nonce }: Signing) {
  const drawn = nonce ?? randomBytes(32).toString('base64url');
  const statement = {
    relationship: 'north-road',
    commandId: commandIdOf('north-road', member, key),
    party,
    kind: body.kind,
    effective: body.effective ?? null,
    answers: body.answers ?? null,
    body: bodyHashOf(canonicalBody({ ...body }, drawn)),
    checkpointSeen: checkpointSeen ?? null,
  };
  return { key: partyKeyIdOf(keys.publicKey), nonce: drawn, value: signStatement(statement, keys) };
}

function registration(keys: KeyPair) {
  const data = { keyId: partyKeyIdOf(keys.publicKey), publicKey: keys.publicKey.toString('hex'), device: 'Laptop' };
  return { kind: 'key.registered', effective: '2026-03-30', data };
}

describe('a party that signs, over HTTP', () => {
  const laptop = keyPairOf(Buffer.alloc(32, 1));
  const phone = keyPairOf(Buffer.alloc(32, 2));
  const theirs = keyPairOf(Buffer.alloc(32, 3));
  let server: HttpServer;
  let tokens: Tokens;
  let drawn = 0;

  const post = (body: object, key: string, token = tokens.client): Promise<Answer> =>
    server.post(`${PATH}/entries`, token, body, key);
  /** Logs a body that is signed with the key of a party. */
  const signed = (body: Body, keys = laptop, more: Partial<Signing> = {}): Promise<Answer> => {
    const key = `signed-${++drawn}`;
    return post({ ...body, signature: signature(body, { keys, key, ...more }) }, key);
  };

  beforeAll(async () => {
    ({ server, tokens } = await startNorthRoad());
  });
  afterAll(() => server.stop());

  it('registers its key, which a sponsor of its own agrees to', async () => {
    const { status, json } = await post(registration(laptop), 'register');
    expect(status).toBe(201);
    expect((await post(NOTE, 'before')).status).toBe(201);
    expect(await server.post(`${PATH}/entries/${json.id}/agreement`, tokens.client, {}, 'own')).toMatchObject({
      status: 422,
      json: { code: 'invalid-answer' },
    });
    expect((await server.post(`${PATH}/entries/${json.id}/agreement`, tokens.sponsor, {}, 'agree')).status).toBe(201);
  });

  it('is not spoken for unsigned from then on, and nothing is logged', async () => {
    const before = await countEvents(server.api.store);
    expect(await post(NOTE, 'unsigned')).toMatchObject({
      status: 422,
      json: { code: 'signature-required', field: 'signature' },
    });
    expect((await post({ ...NOTE, party: 'third-party' }, 'reported')).json.code).toBe('signature-required');
    expect((await post(NOTE, 'sponsored', tokens.sponsor)).json.code).toBe('signature-required');
    expect(await countEvents(server.api.store)).toBe(before);
    expect((await post(NOTE, 'theirs', tokens.provider)).status).toBe(201);
  });

  it('is spoken for with its signature, which the envelope alone proves', async () => {
    const { json } = await signed(NOTE);
    const envelope = await envelopeAt(server, json.revision ?? 0);
    const { relationship, commandId, party, kind, effective, answers, checkpointSeen = null } = envelope;
    const { body = '', value = '' } = envelope.signature ?? {};
    const statement = { relationship, commandId, party, kind, effective, answers, body, checkpointSeen };
    expect(isSignedStatement(statement, laptop.publicKey, value)).toBe(true);
    expect(checkpointSeen).toBeNull();
  });

  it('signs which checkpoint it has seen', async () => {
    // Its receipt waits for a checkpoint.
    await server.call(String((await signed(NOTE)).json['proof']), { token: tokens.client });
    const { text } = await server.call(`${PATH}/log/checkpoint`, { token: tokens.client });
    const [, size, root = ''] = text.split('\n');
    const checkpointSeen = { root, size: Number(size) };
    const key = 'seen';
    const proven = { checkpointSeen, signature: signature(NOTE, { keys: laptop, key, checkpointSeen }) };
    const { json } = await post({ ...NOTE, ...proven }, key);
    expect(await envelopeAt(server, json.revision ?? 0)).toMatchObject({ checkpointSeen });
    const other = { signature: signature(NOTE, { keys: laptop, key: 'other', checkpointSeen }) };
    expect((await post({ ...NOTE, ...other }, 'other')).json.code).toBe('signature-invalid');
  });

  it('signs what it reports of a third party, and its answers, one by one and many at once', async () => {
    const key = 'reported';
    const reported = signature(NOTE, { keys: laptop, key, party: 'third-party' });
    expect((await post({ ...NOTE, party: 'third-party', signature: reported }, key)).status).toBe(201);

    const [first, second] = await Promise.all(['a', 'b'].map((each) => post(NOTE, each, tokens.provider)));
    const agreed = { kind: 'entry.agreed', answers: first?.json.id ?? '', text: 'So it was.' };
    const address = `${PATH}/entries/${agreed.answers}/agreement`;
    const agreement = { text: agreed.text, signature: signature(agreed, { keys: laptop, key: 'agreed' }) };
    expect((await server.post(address, tokens.client, agreement, 'agreed')).status).toBe(201);

    const disputed = { kind: 'entry.disputed', answers: second?.json.id ?? '' };
    const ofItem = (index: number): string => `item:${createHash('sha256').update(`${index}:many`).digest('hex')}`;
    const item = { entryId: disputed.answers, answer: 'dispute' };
    const { status, text } = await server.post(
      `${PATH}/answers`,
      tokens.client,
      [{ ...item, signature: signature(disputed, { keys: laptop, key: ofItem(0) }) }, item],
      'many',
    );
    expect(status).toBe(207);
    expect(JSON.parse(text)).toMatchObject([{ status: 201 }, { status: 422, problem: { code: 'signature-required' } }]);
  });

  it.each<[string, () => Promise<Answer>]>([
    ['with a signature of other words', () => post({ ...NOTE, text: 'Lost.', signature: signature(NOTE, { keys: laptop, key: 'words' }) }, 'words')], // prettier-ignore
    ['with a key that nobody registered', () => signed(NOTE, phone)],
    ['with the signature of another of its entries', () => signed(NOTE, laptop, { key: 'another' })],
    ['with a signature of another member', () => signed(NOTE, laptop, { member: 'm-3' })],
    ['with a signature in the name of the other party', () => signed(NOTE, laptop, { party: 'provider' })],
  ])('is not spoken for %s', async (_name, send) => {
    const before = await countEvents(server.api.store);
    expect(await send()).toMatchObject({ status: 422, json: { code: 'signature-invalid', field: 'signature' } });
    expect(await countEvents(server.api.store)).toBe(before);
  });

  it('is not spoken for with the key of the other party', async () => {
    const registered = await post(registration(theirs), 'register-theirs', tokens.provider);
    const sponsor = await server.token({
      role: 'sponsor',
      member: 'm-8',
      party: 'provider',
      relationships: ['north-road'],
    });
    await server.post(`${PATH}/entries/${registered.json.id}/agreement`, sponsor, {}, 'agree-theirs');
    expect((await signed(NOTE, theirs)).json.code).toBe('signature-invalid');
    const theirNote = signature(NOTE, { keys: theirs, party: 'provider', member: 'm-2', key: 'their-note' });
    expect((await post({ ...NOTE, signature: theirNote }, 'their-note', tokens.provider)).status).toBe(201);
  });

  it.each([
    ['no object', 'x', 'signature'],
    ['no key', { nonce: 'x', value: 'x' }, 'signature.key'],
    ['a nonce that is too short', { key: '0'.repeat(16), nonce: 'x', value: 'x' }, 'signature.nonce'],
    ['a value that is none', { key: '0'.repeat(16), nonce: 'A'.repeat(43), value: 'x' }, 'signature.value'],
    ['more than a signature', { key: '0'.repeat(16), hash: 'x' }, 'signature.hash'],
  ])('sends no signature that is %s', async (_name, given, field) => {
    expect(await post({ ...NOTE, signature: given }, 'malformed')).toMatchObject({
      status: 400,
      json: { code: 'invalid-entry', field },
    });
  });

  it('gets the same answer for the same key and body, however often it signs', async () => {
    const send = (text: string, nonce: number) => {
      const body = { ...NOTE, text };
      const proof = signature(body, {
        keys: laptop,
        key: 'again',
        nonce: Buffer.alloc(32, nonce).toString('base64url'),
      });
      return post({ ...body, signature: proof }, 'again');
    };
    const first = await send('Once.', 1);
    expect(first.status).toBe(201);
    expect(await send('Once.', 2)).toMatchObject({ status: 200, json: first.json });
    expect((await send('Twice.', 3)).json.code).toBe('idempotency-key-reused');
  });

  it('goes over to another key, and no more than that', async () => {
    const registered = await signed(registration(phone));
    expect(registered.status).toBe(201);
    expect((await signed(NOTE, phone)).json.code).toBe('signature-invalid');
    const waiting = registered.json.id ?? '';
    const agreed = { kind: 'entry.agreed', answers: waiting };
    const proof = signature(agreed, { keys: laptop, member: 'm-3', key: 'rotate' });
    const address = `${PATH}/entries/${waiting}/agreement`;
    expect((await server.post(address, tokens.sponsor, { signature: proof }, 'rotate')).status).toBe(201);
    expect((await signed(NOTE, phone)).status).toBe(201);

    const data = { keyId: partyKeyIdOf(laptop.publicKey), reason: 'The laptop was lost.' };
    const revoked = { kind: 'key.revoked', effective: '2026-03-30', data };
    expect((await signed(revoked, phone)).status).toBe(201);
    expect((await signed(NOTE)).json.code).toBe('signature-invalid');
    expect((await signed(NOTE, phone)).status).toBe(201);
  });

  it('is freed by its sponsor alone, who needs no signature for that', async () => {
    const data = { keyId: partyKeyIdOf(phone.publicKey), reason: 'The phone was lost too.' };
    const revoked = { kind: 'key.revoked', effective: '2026-03-30', data };
    expect((await post(revoked, 'revoke')).json.code).toBe('signature-required');
    expect((await post(revoked, 'revoke', tokens.sponsor)).status).toBe(201);
    expect((await post(NOTE, 'free')).status).toBe(201);
  });

  it('leaves a ledger that is valid as a whole', async () => {
    expect(await verifyLedger(server.api.store)).toMatchObject({ valid: true, firstBad: null });
  });
});

async function envelopeAt(server: HttpServer, revision: number): Promise<Envelope> {
  for await (const { data } of server.api.store.read('relationship-north-road', revision)) {
    return data as unknown as Envelope;
  }
  throw new Error(`there is no revision ${revision}`);
}
