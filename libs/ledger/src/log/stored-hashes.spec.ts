import { envelopeHash, leafHashOfText, payloadCommitment } from '@app/integrity';
import {
  commitmentOfStored,
  envelopeOfStored,
  hashingBeside,
  hashStored,
  makesLeaf,
  storedTexts,
} from './stored-hashes';

const SALT = Buffer.alloc(32, 7).toString('base64url');
const stored = (metadata: string, data = '{"id":"e-1"}'): { index: number; bytes: Buffer } => ({
  index: 1,
  bytes: hashStored(storedTexts([{}, { json: { data, metadata } }])),
});

describe('hashes of what is stored', () => {
  it('are those of the envelope', () => {
    const hashes = stored('{}', '{"text":"ä"}');
    expect(makesLeaf(hashes, leafHashOfText('{"text":"ä"}'))).toBe(true);
    expect(makesLeaf(hashes, leafHashOfText('{}'))).toBe(false);
    expect(envelopeOfStored(hashes)).toBe(envelopeHash('{"text":"ä"}'));
  });

  it('are those of the payload where its salt follows it, and nothing else', () => {
    const commitment = payloadCommitment('{"text":"ä"}', SALT);
    expect(commitmentOfStored(stored(`{"payload":{"text":"ä"},"salt":"${SALT}"}`))).toBe(commitment);
    for (const other of [
      '{}',
      `{"payload":{"text":"ä"},"salt":"${SALT}","signedBody":"{}"}`,
      `{"payload":{"text":"ä"}, "salt":"${SALT}"}`,
      `{"payload":{"text":"ä"},"salt":"${SALT.slice(0, -1)}-"}`,
      `{"salt":"${SALT}","payload":{"text":"ä"}}`,
    ]) {
      expect([other, commitmentOfStored(stored(other))]).toEqual([other, null]);
    }
  });
});

describe('hashing in another thread', () => {
  it('says why it cannot, to all who wait and to all who come', async () => {
    // The thread is a built file, which is not beside this one.
    const hashing = hashingBeside();
    const asked = [hashing.hash(storedTexts([{}])), hashing.hash(storedTexts([{}]))];
    for (const each of await Promise.allSettled(asked)) {
      expect(each).toMatchObject({ status: 'rejected', reason: { message: /stored-hashes\.worker/ } });
    }
    await expect(hashing.hash(storedTexts([{}]))).rejects.toThrow(/stored-hashes\.worker/);
    await hashing.end();
  });
});
