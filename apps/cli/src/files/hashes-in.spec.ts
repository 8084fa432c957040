import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashesIn } from './hashes-in';

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('the hashes of files of evidence', () => {
  const directory = mkdtempSync(join(tmpdir(), 'evidence-'));
  const elsewhere = mkdtempSync(join(tmpdir(), 'evidence-'));

  afterAll(() => {
    for (const each of [directory, elsewhere]) rmSync(each, { recursive: true });
  });

  it('are those of all files below a directory, what links lead to left out', async () => {
    mkdirSync(join(directory, 'minutes'));
    writeFileSync(join(directory, 'plan.txt'), 'plan');
    writeFileSync(join(directory, 'minutes', 'march.txt'), 'march');
    writeFileSync(join(elsewhere, 'secret.txt'), 'secret');
    symlinkSync(join(elsewhere, 'secret.txt'), join(directory, 'link.txt'));
    expect(await hashesIn(directory)).toEqual(new Set([hashOf('plan'), hashOf('march')]));
  });

  it('are refused where there is no directory', async () => {
    await expect(hashesIn(join(directory, 'nowhere'))).rejects.toMatchObject({
      ...{ code: 'invalid-parameter', field: 'files' },
    });
  });
});
