import fc from 'fast-check';
import { keyPairOf } from './ed25519';
import {
  bodyHashOf,
  canonicalBody,
  isSignedStatement,
  partyKeyIdOf,
  publicKeyOfHex,
  signStatement,
  statementBytes,
  type EntryStatement,
} from './entry-statement';

const keys = keyPairOf(Buffer.alloc(32, 7));
const NONCE = Buffer.alloc(32, 1).toString('base64url');
const BODY = `{"effective":"2026-01-05","kind":"note.logged","nonce":"${NONCE}","text":"Kept."}`;
const STATEMENT: EntryStatement = {
  relationship: 'north-road',
  commandId: '5c3f7d0e-6f4f-5d07-a6b4-2a9c9b1f0b11',
  party: 'client',
  kind: 'note.logged',
  effective: '2026-01-05',
  answers: null,
  body: bodyHashOf(BODY),
  checkpointSeen: { size: 25, root: Buffer.alloc(32, 9).toString('base64') },
};

describe('what an author signs', () => {
  it('is one text, whatever the order in which it is told', () => {
    expect(canonicalBody({ kind: 'note.logged', effective: '2026-01-05', text: 'Kept.' }, NONCE)).toBe(BODY);
    const text =
      `{"answers":null,"body":"${STATEMENT.body}","checkpointSeen":{"root":"CQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQk=",` +
      '"size":25},"commandId":"5c3f7d0e-6f4f-5d07-a6b4-2a9c9b1f0b11","effective":"2026-01-05","kind":"note.logged",' +
      '"party":"client","relationship":"north-road","tag":"collaboration-ledger/entry/v1"}';
    expect(statementBytes(STATEMENT).toString()).toBe(text);
    const turned = Object.fromEntries(Object.entries(STATEMENT).reverse()) as unknown as EntryStatement;
    expect(statementBytes(turned).toString()).toBe(text);
    expect(statementBytes({ ...STATEMENT, checkpointSeen: null }).toString()).toContain('"checkpointSeen":null');
  });

  it('holds for the key that signed it, and for no other', () => {
    const signature = signStatement(STATEMENT, keys);
    expect(isSignedStatement(STATEMENT, keys.publicKey, signature)).toBe(true);
    expect(isSignedStatement(STATEMENT, keyPairOf(Buffer.alloc(32, 8)).publicKey, signature)).toBe(false);
    expect(isSignedStatement(STATEMENT, keys.publicKey.subarray(1), signature)).toBe(false);
    expect(isSignedStatement(STATEMENT, keys.publicKey, signature.slice(0, -1))).toBe(false);
    expect(isSignedStatement(STATEMENT, keys.publicKey, '')).toBe(false);
  });

  it('breaks by a change of any of its fields', () => {
    const id = fc.stringMatching(/^[A-Za-z0-9._:-]{1,64}$/);
    const changes: { [Field in keyof EntryStatement]: fc.Arbitrary<EntryStatement[Field]> } = {
      relationship: id,
      commandId: fc.uuid(),
      party: id,
      kind: id,
      effective: fc.option(id),
      answers: fc.option(id),
      body: fc.string({ unit: 'binary-ascii' }).map(bodyHashOf),
      checkpointSeen: fc.option(fc.record({ size: fc.nat(), root: fc.base64String() })),
    };
    const signature = signStatement(STATEMENT, keys);
    const change = fc
      .constantFrom(...(Object.keys(changes) as (keyof EntryStatement)[]))
      .chain((field) =>
        (changes[field] as fc.Arbitrary<unknown>)
          .filter((value) => JSON.stringify(value) !== JSON.stringify(STATEMENT[field]))
          .map((value) => ({ ...STATEMENT, [field]: value })),
      );
    fc.assert(
      fc.property(change, (changed) => expect(isSignedStatement(changed, keys.publicKey, signature)).toBe(false)),
      { numRuns: 300 },
    );
  });

  it('breaks by a change of any bit of the signature', () => {
    const signature = Buffer.from(signStatement(STATEMENT, keys), 'base64');
    fc.assert(
      fc.property(fc.nat(signature.length * 8 - 1), (bit) => {
        const changed = Buffer.from(signature);
        changed[bit >> 3] = (changed[bit >> 3] as number) ^ (1 << (bit & 7));
        expect(isSignedStatement(STATEMENT, keys.publicKey, changed.toString('base64'))).toBe(false);
      }),
    );
  });

  it('has another hash with every nonce', () => {
    const other = canonicalBody({ kind: 'note.logged' }, Buffer.alloc(32, 2).toString('base64url'));
    expect(bodyHashOf(canonicalBody({ kind: 'note.logged' }, NONCE))).not.toBe(bodyHashOf(other));
    expect(bodyHashOf('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });
});

describe('the key of a party', () => {
  it('is named by its own hash', () => {
    // SHA-256 of 32 zero bytes.
    expect(partyKeyIdOf(Buffer.alloc(32))).toBe('66687aadf862bd77');
  });

  it('is none for which anybody can sign', () => {
    for (const weak of ['01'.padEnd(64, '0'), '01'.padEnd(62, '0') + '80', 'ed'.padEnd(62, 'f') + '7f']) {
      expect([weak, publicKeyOfHex(weak)]).toEqual([weak, null]);
    }
  });

  it('is written as 64 lower-case hex digits', () => {
    const hex = keys.publicKey.toString('hex');
    expect(publicKeyOfHex(hex)).toEqual(keys.publicKey);
    for (const other of [hex.toUpperCase(), hex.slice(2), `${hex}\n`, '']) expect(publicKeyOfHex(other)).toBeNull();
  });
});
