import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatCheckpoint, formatNote, signText } from '@app/integrity';
import { checkpointFiles } from './checkpoint-files';
import { logIdentity, nameFault } from './log-identity';
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

  it.each([
    ['another name', 'other.example\n', 'names other.example, and checkpoints were signed under ledger.example'],
    ['a control character', 'ledger.example\u0000\n', 'log-name holds no name of a log'],
    ['two lines', 'ledger.example\nother.example\n', 'log-name holds no name of a log'],
    ['nothing', '\n', 'log-name holds no name of a log'],
  ])('signs nothing under %s', (_what, text, fault) => {
    const { keys } = logIdentity(directory, 'ledger.example');
    const checkpoint = {
      origin: 'ledger.example/relationships/road/log',
      size: 1,
      root: Buffer.alloc(32),
      extensions: [],
    };
    const signed = formatCheckpoint(checkpoint);
    const note = formatNote({ text: signed, signatures: [signText(signed, checkpoint.origin, keys)] });
    checkpointFiles(directory).replace([
      { relationship: 'road', before: null, next: { checkpoint, note, signedMs: 1 } },
    ]);
    // A damaged one tells no name.
    writeDurably(join(directory, 'private', 'checkpoints', '00'), 'torn');
    mkdirSync(join(directory, 'private', 'checkpoints', '01'));
    expect(nameFault(directory)).toBeNull();
    writeFileSync(join(directory, 'private', 'log-name'), text);
    expect(nameFault(directory)).toContain(fault);
    expect(() => logIdentity(directory)).toThrow(fault);
  });

  it.each(['', 'a b', 'a+b', 'ledger\u0000', 'ledger\u007f', 'ledger\u200b', 'x'.repeat(201)])(
    'takes no name %j',
    (name) => {
      expect(() => logIdentity(directory, name)).toThrow('LOG_NAME: expected a URL');
    },
  );

  it('is that of the process that wrote it first', () => {
    const path = join(directory, 'private', 'signing-key');
    expect(writeNewDurably(path, 'first')).toBe(true);
    expect(writeNewDurably(path, 'second')).toBe(false);
    expect(readText(path)).toBe('first');
  });
});
