import * as node from 'node:crypto';
import fc from 'fast-check';
import { createPublicKey, hash, verify } from './node-crypto';

const PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

function nodeSays(key: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  const der = Buffer.concat([PREFIX, key]);
  return node.verify(null, message, node.createPublicKey({ key: der, format: 'der', type: 'spki' }), signature);
}

function here(key: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  return verify(null, message, createPublicKey({ key: Buffer.concat([PREFIX, key]) }), signature);
}

describe('what stands for node:crypto in a browser', () => {
  it('hashes as Node does, texts and bytes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.uint8Array()), (data) => {
        for (const encoding of ['hex', 'binary'] as const) {
          expect(hash('sha256', data, encoding)).toBe(node.hash('sha256', data, encoding));
        }
      }),
    );
  });

  it('says of signatures what Node says, whatever was changed of key, message or signature', () => {
    const { privateKey, publicKey } = node.generateKeyPairSync('ed25519');
    const key = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
    const flipped = (bytes: Uint8Array, bit: number | null): Buffer => {
      const copy = Buffer.from(bytes);
      const at = bit === null ? 0 : (bit >> 3) % copy.length;
      if (bit !== null && copy.length > 0) copy.writeUInt8(copy.readUInt8(at) ^ (1 << (bit & 7)), at);
      return copy;
    };
    const change = fc.option(fc.nat(511), { freq: 1 });
    fc.assert(
      fc.property(fc.uint8Array(), change, change, change, (message, ofKey, ofMessage, ofSignature) => {
        const signature = node.sign(null, message, privateKey);
        const asked = [flipped(key, ofKey), flipped(message, ofMessage), flipped(signature, ofSignature)] as const;
        expect(here(...asked)).toBe(nodeSays(...asked));
      }),
      { numRuns: 60 },
    );
    const message = Buffer.from('said');
    expect(here(key, message, node.sign(null, message, privateKey))).toBe(true);
  });

  it('takes no other way of writing a signature', () => {
    const { privateKey, publicKey } = node.generateKeyPairSync('ed25519');
    const key = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
    const message = Buffer.from('said');
    const signature = node.sign(null, message, privateKey);
    // The same response and once the order of the group more (RFC 8032, section 5.1.7).
    const order = 2n ** 252n + 27742317777372353535851937790883648493n;
    let response = BigInt(`0x${Buffer.from(signature.subarray(32)).reverse().toString('hex')}`) + order;
    const again = Buffer.from(signature);
    for (let at = 32; at < 64; at += 1, response >>= 8n) again.writeUInt8(Number(response & 255n), at);
    expect([here(key, message, again), nodeSays(key, message, again)]).toEqual([false, false]);
  });
});
