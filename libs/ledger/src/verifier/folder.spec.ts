import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readBundleFolder } from './folder';
import { InvalidInput } from './known';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bundle-folder-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the folder of a bundle', () => {
  it('is one without a manifest too, which its verifier misses', () => {
    writeFileSync(join(folder, 'checkpoint'), 'signed');
    expect([...readBundleFolder(folder).keys()]).toEqual(['checkpoint']);
  });

  it('is none where nothing in it is of a bundle', () => {
    writeFileSync(join(folder, 'notes.txt'), 'mine');
    expect(() => readBundleFolder(folder)).toThrow('it is no bundle: it holds no manifest.json');
  });

  it('is not read where a link in it leads nowhere but back', () => {
    writeFileSync(join(folder, 'manifest.json'), '{}');
    symlinkSync('again', join(folder, 'again'));
    expect(() => readBundleFolder(folder)).toThrow(InvalidInput);
    expect(() => readBundleFolder(folder)).toThrow(`${join(folder, 'again')}: it is a link that leads back to itself`);
  });
});
