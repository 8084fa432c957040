import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesIn, readText, writeDurably } from './private-files';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'private-files-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a private file', () => {
  it('is not made of what another process has half written', () => {
    const half = ['file.unfinished', 'file.1-0.unfinished', `file.${process.pid}-9.unfinished`];
    for (const name of half) writeFileSync(join(folder, name), 'half');
    writeDurably(join(folder, 'file'), 'whole');
    expect(readText(join(folder, 'file'))).toBe('whole');
    expect(readdirSync(folder).sort()).toEqual([...half, 'file'].sort());
    expect(filesIn(folder)).toEqual(['file']);
  });
});
