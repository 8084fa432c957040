import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkpointFiles } from './checkpoint-files';
import { logIdentity } from './log-identity';
import { readText, writeDurably, writeNewDurably } from './private-files';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'identity-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

describe('the identity of a log', () => {
  it('is made once, and keeps its name', () => {
    const made = logIdentity(directory, 'ledger.example');
    expect(logIdentity(directory).keys.publicKey).toEqual(made.keys.publicKey);
    expect(logIdentity(directory).name).toBe('ledger.example');
    expect(() => logIdentity(directory, 'other.example')).toThrow('is named ledger.example');
  });

  it.each(['signing-key', 'log-name'])('is not made anew without its %s once it has signed', (file) => {
    logIdentity(directory, 'ledger.example');
    writeDurably(join(directory, 'private', 'checkpoints', '726f6164'), 'signed');
    expect(checkpointFiles(directory).relationships()).toEqual(['road']);
    rmSync(join(directory, 'private', file));
    expect(() => logIdentity(directory)).toThrow('bring it back');
  });

  it('is that of the process that wrote it first', () => {
    const path = join(directory, 'private', 'signing-key');
    expect(writeNewDurably(path, 'first')).toBe(true);
    expect(writeNewDurably(path, 'second')).toBe(false);
    expect(readText(path)).toBe('first');
  });
});
