import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatVerifierKey, verifierKey } from '@app/integrity';
import { endWitnesses, startWitness, type RunningWitness } from '../../../../apps/witness/src/running.fixture';
import { logIdentity } from '../log/log-identity';
import { originOf } from '../log/origin';
import { verifyBundle } from '../verifier';
import { everything, HandWritten, withLedger } from './bundle.fixture';

afterEach(endWitnesses);

/** Starts a witness of each party of the log in a data directory, and has it ask both. */
async function startWitnesses(directory: string): Promise<readonly RunningWitness[]> {
  const identity = logIdentity(directory, 'ledger.example');
  const log = verifierKey(originOf(identity, 'road'), 'ed25519', identity.keys.publicKey);
  const names = ['client', 'provider'];
  const witnesses = await Promise.all(names.map((name) => startWitness({ logs: [log], name: `${name}.example` })));
  const lines = witnesses.map(
    ({ witness, address }, index) => `witness ${names[index]} ${formatVerifierKey(witness.verifier)} ${address}\n`,
  );
  mkdirSync(join(directory, 'private', 'witnesses'), { recursive: true });
  const policy = `${lines.join('')}group parties all ${names.join(' ')}\nquorum parties\n`;
  writeFileSync(join(directory, 'private', 'witnesses', 'road.policy'), policy);
  return witnesses;
}

describe('a bundle of a log with witnesses, beside which no server runs', () => {
  it('is cosigned by them when it is made, and they are asked no more then', async () => {
    await withLedger(everything(), async (directory, _files, exported) => {
      const [client, provider] = await startWitnesses(directory);
      const { files, awaited } = await exported();
      expect(awaited).toEqual([]);
      expect(verifyBundle(files)).toMatchObject({
        code: 0,
        checkpoint: { cosignedBy: ['client', 'provider'], quorum: true },
      });
      await client?.end();
      await provider?.end();
      expect((await exported()).files).toEqual(files);
    });
  });

  it('is made without those that cannot be reached, and names them', async () => {
    await withLedger(everything(), async (directory, _files, exported) => {
      const [, provider] = await startWitnesses(directory);
      await provider?.end();
      const { files, awaited } = await exported();
      expect(awaited).toEqual(['provider']);
      expect(verifyBundle(files)).toMatchObject({ code: 10, checkpoint: { cosignedBy: ['client'], quorum: false } });
    });
  });

  it('is not made of a log that is shorter than a witness saw it', async () => {
    await withLedger(everything(), async (longer, _files, exported) => {
      await startWitnesses(longer);
      await exported();
      await withLedger(new HandWritten(), async (shorter, _less, exportedLess) => {
        for (const name of ['signing-key', 'log-name', 'witnesses']) {
          cpSync(join(longer, 'private', name), join(shorter, 'private', name), { recursive: true });
        }
        await expect(exportedLess()).rejects.toMatchObject({ code: 'read-only' });
        await expect(exportedLess()).rejects.toThrow('entries are missing');
      });
    });
  });
});
