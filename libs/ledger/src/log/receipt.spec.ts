import {
  canonicalJson,
  formatCheckpoint,
  formatNote,
  formatTlogProof,
  formatVerifierKey,
  keyPairOf,
  leafHash,
  MerkleTree,
  parsePolicy,
  signText,
  verifierKey,
} from '@app/integrity';
import { HandWritten } from '../bundle/bundle.fixture';
import { checkReceipt, InvalidReceipt, relationshipOfReceipt } from './receipt';

const ORIGIN = 'ledger.example/relationships/road/log';
const KEYS = keyPairOf(Buffer.alloc(32, 4));
const POLICY = parsePolicy(`log ${formatVerifierKey(verifierKey(ORIGIN, 'ed25519', KEYS.publicKey))}\nquorum none\n`);

/** A receipt that holds, of a leaf that whoever has the key can sign. */
function receiptWith(leaf: Buffer): string {
  const tree = new MerkleTree();
  tree.append(leafHash(leaf));
  const text = formatCheckpoint({ origin: ORIGIN, size: 1, root: tree.root(), extensions: [] });
  const checkpoint = formatNote({ text, signatures: [signText(text, ORIGIN, KEYS)] });
  return formatTlogProof({ extra: leaf, index: 0, hashes: [], checkpoint });
}

describe('a receipt of what is no entry', () => {
  const values = [null, true, 7, 'text', [], [null], {}, { relationship: 'road', revision: 0 }, { relationship: null }];
  it.each(values.map((value) => canonicalJson(value)))('is not valid: %s', (text) => {
    expect(() => checkReceipt(receiptWith(Buffer.from(text)), POLICY)).toThrow(InvalidReceipt);
    expect(() => checkReceipt(receiptWith(Buffer.from(text)), POLICY)).toThrow('what it proves is no entry: ');
  });

  it.each(['null', '7', '[]', '{}', '{"relationship":null}', '{'])('does not say what it is of: %s', (text) => {
    expect(() => relationshipOfReceipt(receiptWith(Buffer.from(text)))).toThrow(InvalidReceipt);
  });
});

describe('a receipt that a key signed which was replaced', () => {
  it('is valid, which is not said without that', () => {
    const [established] = new HandWritten().events;
    const receipt = receiptWith(Buffer.from(canonicalJson(established?.data)));
    expect(checkReceipt(receipt, POLICY)).toMatchObject({ quorum: true, caveat: null });
    const current = verifierKey(ORIGIN, 'ed25519', keyPairOf(Buffer.alloc(32, 5)).publicKey);
    const logs = [{ key: current, url: null }, ...POLICY.logs];
    const said = expect.stringContaining('is not the first of the policy and so was replaced') as string;
    expect(checkReceipt(receipt, { ...POLICY, logs })).toMatchObject({ quorum: true, caveat: said });
  });
});
