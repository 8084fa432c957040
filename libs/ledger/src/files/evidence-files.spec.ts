import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EvidenceFiles } from './evidence-files';

const MINUTES = Buffer.from('%PDF-1.7 minutes');
const SHA256 = '60eedd2cf8de7c82ca46ae6dd4ea6ac2c7cfd2bb8b5ed75e0e9f5ea7bbec1b7d';

describe('files of evidence', () => {
  let directory: string;
  let files: EvidenceFiles;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'ledger-files-'));
    files = new EvidenceFiles(directory);
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  const problem = (code: string): Error => expect.objectContaining({ code }) as Error;

  it('are kept by their content, for their owner alone, and are the same when they come again', () => {
    const stored = files.store('road', 'application/pdf', MINUTES);
    expect(stored).toEqual({ sha256: stored.sha256, bytes: MINUTES.length, type: 'application/pdf' });
    expect(files.store('road', 'text/plain', MINUTES)).toEqual(stored);
    expect(new EvidenceFiles(directory).read('road', stored.sha256)).toEqual({ ...stored, content: MINUTES });
    expect(files.hashes('road')).toEqual(new Set([stored.sha256]));
    const path = join(directory, 'private/files', Buffer.from('road').toString('hex'), stored.sha256);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('are of one relationship, and of no other', () => {
    const { sha256 } = files.store('road', 'application/pdf', MINUTES);
    expect(files.find('ROAD', sha256)).toBeNull();
    expect(files.find('road', '../road')).toBeNull();
    expect(() => files.read('road', SHA256)).toThrow(problem('not-found'));
  });

  it('are not given out once they were changed', () => {
    const { sha256 } = files.store('road', 'application/pdf', MINUTES);
    writeFileSync(join(directory, 'private/files', Buffer.from('road').toString('hex'), sha256), 'other');
    expect(() => files.read('road', sha256)).toThrow(problem('not-found'));
  });

  it.each([
    ['application/pdf', Buffer.from('<html>'), 'unsupported-media-type'],
    ['text/html', Buffer.from('<html>'), 'unsupported-media-type'],
    ['text/csv', Buffer.from('a\0b'), 'unsupported-media-type'],
    ['text/plain', Buffer.alloc(0), 'invalid-entry'],
    ['text/plain', Buffer.alloc(10 * 1024 * 1024 + 1, 'x'), 'body-too-large'],
  ])('are refused as %s where the content is none, or too much', (type, content, code) => {
    expect(() => files.store('road', type, content)).toThrow(problem(code));
    expect(files.hashes('road').size).toBe(0);
  });

  it('are so many and so large, and no more', () => {
    const few = new EvidenceFiles(directory, { files: 2, bytes: 5 });
    few.store('road', 'text/plain', Buffer.from('one'));
    expect(() => few.store('road', 'text/plain', Buffer.from('three'))).toThrow(problem('not-allowed-now'));
    few.store('road', 'text/plain', Buffer.from('2'));
    expect(() => few.store('road', 'text/plain', Buffer.from('3'))).toThrow(problem('not-allowed-now'));
    few.store('road', 'text/plain', Buffer.from('one'));
    const again = new EvidenceFiles(directory, { files: 2, bytes: 5 });
    expect(() => again.store('road', 'text/plain', Buffer.from('3'))).toThrow(problem('not-allowed-now'));
  });
});
