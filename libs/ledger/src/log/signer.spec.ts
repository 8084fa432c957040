import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RecordedEvent } from '@app/event-store';
import { streamOf } from '../entry/read';
import { checkpointFiles } from './checkpoint-files';
import { holdSigning } from './hold';
import { leafFiles } from './leaf-files';
import { logIdentity } from './log-identity';
import { fileNameOf } from './private-files';
import { readOnlyMarks } from './read-only-marks';
import { Signer } from './signer';

const RELATIONSHIPS = ['north-road', 'south-road'];
let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'signer-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

it('signs the other logs where the last checkpoint of one is damaged meanwhile', () => {
  const files = checkpointFiles(directory);
  const broken: string[] = [];
  let nowMs = 1;
  const signer = new Signer({
    files,
    leaves: leafFiles(directory),
    marks: readOnlyMarks(directory),
    identity: logIdentity(directory, 'ledger.example'),
    hold: holdSigning([], new AbortController().signal),
    clock: () => (nowMs += 1),
    onSigned: () => undefined,
    onBroken: (relationship) => broken.push(relationship),
  });
  const grow = (revision: number): void => {
    for (const relationship of RELATIONSHIPS) {
      const data = { kind: 'note.logged', revision };
      signer.take({
        stream: streamOf(relationship),
        revision,
        type: 'note.logged.v1',
        data,
      } as unknown as RecordedEvent);
    }
    signer.compareEnds([]);
    signer.sign();
  };
  grow(0);
  const [north, south] = RELATIONSHIPS as [string, string];
  writeFileSync(join(directory, 'private', 'checkpoints', fileNameOf(north)), 'torn');
  grow(1);
  grow(2);
  expect(broken).toEqual([north]);
  expect(readOnlyMarks(directory).reason(north)).toContain('is damaged');
  expect(files.last(south)?.checkpoint.size).toBe(3);
});
