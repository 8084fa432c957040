import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { verifyBundle } from '@app/ledger/verifier';
import { newDirectory, removeDirectories } from '../e2e/cli';
import { NODES, unpack, verify } from '../e2e/verifier';
import { storedBundle } from './stored';

/** One folder a bundle, as a ledger of its time gave it to an auditor, and never changed since. */
const names = readdirSync(__dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

afterAll(removeDirectories);

/** What is in each, so that nothing gets lost of what it is to show. */
const CONTENT: Readonly<Record<string, object>> = {
  'north-road': { entries: 60, proofs: 60, signedEntries: 0, payloads: { matching: 60, erased: [], withheld: 0 } },
  signed: {
    entries: 48,
    proofs: 48,
    signedEntries: 6,
    checkpoint: { cosignedBy: ['council', 'fieldway'], quorum: true },
    payloads: { matching: 47, erased: [{ revision: 40, id: 'e-40', on: '2026-02-01' }], withheld: 0 },
  },
};

describe('bundles of the past', () => {
  it('are all told of', () => {
    expect(Object.keys(CONTENT).sort()).toEqual(names.sort());
  });
});

describe.each(names)('the bundle %s of the past', (name) => {
  const files = storedBundle(join(__dirname, name));

  it('is valid for ever, with the policy of its reader too', () => {
    const policy = { name: 'policy', text: (files.get('policy') as Buffer).toString() };
    expect(verifyBundle(files)).toMatchObject({ valid: true, code: 0, findings: [], ...CONTENT[name] });
    expect(verifyBundle(files, { policy })).toMatchObject({ valid: true, checkpoint: { keyFrom: 'policy file' } });
  });

  it.each(NODES)('is valid to the verifier as it is built, under node %s', (_version, node) => {
    const folder = newDirectory();
    unpack(files, folder);
    const { status, stdout } = verify(node, folder, ['--json', '--policy', 'policy']);
    expect(JSON.parse(stdout)).toMatchObject({ valid: true, findings: [] });
    expect(status).toBe(0);
  });
});
