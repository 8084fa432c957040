import { chmodSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cosign, formatNote, formatVerifierKey, keyPairOf, parseNote, verifierKey } from '@app/integrity';
import { DamagedWitness, InvalidOption, WitnessInUse } from './errors';
import { originHash } from './kept-notes';
import { logKeyOf, logKeysIn } from './known-logs';
import { logOf, requestOf, treeOf } from './log.fixture';
import { endWitnesses, NAME, newDirectory } from './running.fixture';
import { openWitness } from './witness';
import { verifierKeyOf } from './witness-key';

const log = logOf('ledger.example/road');
const tree = treeOf(20);
const NOTE = `${originHash(log.origin)}.note`;

afterEach(endWitnesses);

/** The directory of a witness that has cosigned a checkpoint of 10 leaves and stopped. */
function usedDirectory(): string {
  const directory = newDirectory();
  const witness = openWitness({ directory, name: NAME, logs: [log.key] });
  expect(witness.addCheckpoint(Buffer.from(requestOf(log, tree, 0, 10))).status).toBe(200);
  witness.close();
  return directory;
}

describe('the directory of a witness', () => {
  it('is the owner’s alone, with the key in it', () => {
    const directory = join(newDirectory(), 'of', 'its-own');
    openWitness({ directory, logs: [log.key] }).close();
    expect(statSync(directory).mode & 0o777).toBe(0o700);
    expect(statSync(join(directory, 'witness-key')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(directory, 'witness-key'), 'utf8')).toMatch(/^[0-9a-f]{64}\n$/);
    expect(verifierKeyOf(directory).name).toMatch(/\/witness$/);
  });

  it('has a key before the witness is first served, and keeps it', () => {
    const directory = join(newDirectory(), 'new');
    const key = verifierKeyOf(directory, NAME);
    expect(key).toMatchObject({ name: NAME, type: 'cosignature' });
    const witness = openWitness({ directory, logs: [log.key] });
    // It can be asked for while the witness runs.
    expect([witness.verifier, verifierKeyOf(directory, NAME)]).toEqual([key, key]);
    witness.close();
    for (const name of ['other.example/witness', 'no name']) {
      expect(() => verifierKeyOf(directory, name)).toThrow('keeps that name');
    }
    expect(() => verifierKeyOf(join(directory, 'other'), 'no name')).toThrow(InvalidOption);
    expect(existsSync(join(directory, 'other', 'witness-key'))).toBe(false);
  });

  it('completes a key whose making was interrupted', () => {
    const directory = usedDirectory();
    const key = verifierKeyOf(directory);
    rmSync(join(directory, 'witness-key.pub'));
    expect(verifierKeyOf(directory, NAME)).toEqual(key);
  });

  it('goes on without its verifier key under the name that it cosigned by, and says which', () => {
    const directory = usedDirectory();
    const key = verifierKeyOf(directory);
    const gone = join(directory, 'witness-key.pub');
    rmSync(gone);
    const said = `${gone} is damaged: it is gone; this witness must not go on, but under the name that it has cosigned by: --name ${NAME}`;
    for (const name of [undefined, 'other.example/witness']) {
      expect(() => openWitness({ directory, ...(name !== undefined && { name }), logs: [log.key] })).toThrow(said);
      expect(() => verifierKeyOf(directory, name)).toThrow(said);
    }
    openWitness({ directory, name: NAME, logs: [log.key] }).close();
    expect(verifierKeyOf(directory)).toEqual(key);
  });

  it.each<[string, (note: string) => void]>([
    ['is gone', (note) => rmSync(note)],
    ['is cut', (note) => writeFileSync(note, readFileSync(note, 'utf8').slice(0, -10))],
    ['another key cosigned', (note) => writeFileSync(note, log.checkpoint(tree, 10))],
  ])('makes no verifier key where its own is gone and the note that tells its name %s', (_what, damage) => {
    const directory = usedDirectory();
    rmSync(join(directory, 'witness-key.pub'));
    damage(join(directory, NOTE));
    expect(() => verifierKeyOf(directory, NAME)).toThrow(`${join(directory, NOTE)} is damaged`);
    expect(existsSync(join(directory, 'witness-key.pub'))).toBe(false);
  });

  it('serves one witness at a time', () => {
    const directory = newDirectory();
    const witness = openWitness({ directory, logs: [log.key] });
    expect(() => openWitness({ directory, logs: [log.key] })).toThrow(WitnessInUse);
    witness.close();
    openWitness({ directory, logs: [log.key] }).close();
  });

  it('passes over what a killed process left unfinished', () => {
    const directory = usedDirectory();
    writeFileSync(join(directory, `${NOTE}.unfinished`), 'ledger.exam');
    const witness = openWitness({ directory, logs: [log.key] });
    expect(witness.lastCheckpoint(originHash(log.origin)).body).toContain('\n10\n');
    expect(witness.addCheckpoint(Buffer.from(requestOf(log, tree, 10))).status).toBe(200);
    witness.close();
  });

  const change = (name: string, by: (text: string) => string) => (directory: string) => {
    const path = join(directory, name);
    writeFileSync(path, by(readFileSync(path, 'utf8')));
  };
  const rewritten = (name: string, text: (directory: string) => string) => (directory: string) =>
    writeFileSync(join(directory, name), text(directory));
  const stranger = keyPairOf(Buffer.alloc(32, 9));
  it.each([
    ['a cut note', NOTE, change(NOTE, (text) => text.slice(0, -10))],
    ['an empty note', NOTE, change(NOTE, () => '')],
    ['a note with another size', NOTE, change(NOTE, (text) => text.replace('\n10\n', '\n11\n'))],
    ['a note without its cosignature', NOTE, rewritten(NOTE, () => log.checkpoint(tree, 10))],
    [
      'a note that another witness cosigned',
      NOTE,
      rewritten(NOTE, () => {
        const { text, signatures } = parseNote(log.checkpoint(tree, 5));
        return formatNote({ text, signatures: [...signatures, cosign(text, NAME, stranger, 1)] });
      }),
    ],
    [
      'a note about another log',
      `${originHash('another')}.note`,
      (directory: string) => renameSync(join(directory, NOTE), join(directory, `${originHash('another')}.note`)),
    ],
    ['a cut list of logs', 'cosigned-logs', change('cosigned-logs', (text) => text.trimEnd())],
    ['a key that is none', 'witness-key', change('witness-key', (text) => text.replace(/^../, 'xx'))],
    ['another key', 'witness-key', change('witness-key', () => `${'ab'.repeat(32)}\n`)],
    ['no key', 'witness-key', (directory: string) => rmSync(join(directory, 'witness-key'))],
    ['a cut verifier key', 'witness-key.pub', change('witness-key.pub', (text) => text.slice(0, -9))],
    ['the verifier key of a log', 'witness-key.pub', rewritten('witness-key.pub', () => formatVerifierKey(log.key))],
    [
      'the verifier key of another witness',
      'witness-key',
      rewritten('witness-key.pub', () => formatVerifierKey(verifierKey(NAME, 'cosignature', stranger.publicKey))),
    ],
  ])('keeps a witness with %s from starting, and says so', (_name, file, damage) => {
    const directory = usedDirectory();
    damage(directory);
    const before = readdirSync(directory);
    const open = (): unknown => openWitness({ directory, logs: [log.key] });
    expect(open).toThrow(DamagedWitness);
    expect(open).toThrow(`${join(directory, file)} is damaged`);
    expect(readdirSync(directory)).toEqual(before);
  });

  describe('of which the note of a log is gone', () => {
    const lost = (): string => {
      const directory = usedDirectory();
      rmSync(join(directory, NOTE));
      return directory;
    };

    it('keeps its witness from starting, also one that was killed before it had named the log', () => {
      const directory = lost();
      const open = (): unknown => openWitness({ directory, logs: [log.key] });
      expect(open).toThrow(DamagedWitness);
      expect(open).toThrow(`${NOTE} is damaged: it is gone, and this witness has cosigned ${log.origin}`);
      expect(existsSync(join(directory, NOTE))).toBe(false);

      const killed = usedDirectory();
      rmSync(join(killed, 'cosigned-logs'));
      openWitness({ directory: killed, logs: [log.key] }).close();
      rmSync(join(killed, NOTE));
      expect(() => openWitness({ directory: killed, logs: [] })).toThrow('it is gone');
    });

    it('goes on from the last checkpoint that it cosigned, and from no other', () => {
      const directory = usedDirectory();
      const note = readFileSync(join(directory, NOTE), 'utf8');
      rmSync(join(directory, NOTE));
      writeFileSync(join(directory, NOTE), log.checkpoint(tree, 10));
      expect(() => openWitness({ directory, logs: [log.key] })).toThrow('did not cosign it');
      writeFileSync(join(directory, NOTE), note);
      const witness = openWitness({ directory, logs: [log.key] });
      expect(witness.addCheckpoint(Buffer.from(requestOf(log, treeOf(20, 'other'), 0))).status).toBe(409);
      expect(witness.addCheckpoint(Buffer.from(requestOf(log, tree, 10))).status).toBe(200);
      witness.close();
    });

    it('names each log once, however often it cosigns', () => {
      const [directory, other] = [usedDirectory(), logOf('ledger.example/other', 2)];
      const witness = openWitness({ directory, logs: [log.key, other.key] });
      expect(witness.addCheckpoint(Buffer.from(requestOf(log, tree, 10))).status).toBe(200);
      expect(witness.addCheckpoint(Buffer.from(requestOf(other, tree, 0))).status).toBe(200);
      witness.close();
      expect(readFileSync(join(directory, 'cosigned-logs'), 'utf8')).toBe(`${log.origin}\n${other.origin}\n`);
    });
  });

  const isRoot = process.getuid?.() === 0;
  (isRoot ? it.skip : it)('that may not be read is no new one (skipped where root runs it, who may)', () => {
    const directory = usedDirectory();
    chmodSync(join(directory, 'witness-key'), 0);
    expect(() => openWitness({ directory, logs: [log.key] })).toThrow('EACCES');
  });
});

describe('the logs that a witness knows', () => {
  const other = logOf('ledger.example/other', 2);
  const vkey = formatVerifierKey(log.key);
  const witnessKey = formatVerifierKey(verifierKey(NAME, 'cosignature', log.key.publicKey));

  it('are given by their keys', () => {
    expect(logKeyOf(vkey)).toEqual(log.key);
    expect(() => logKeyOf('ledger.example')).toThrow(InvalidOption);
    expect(() => logKeyOf(witnessKey)).toThrow('not of a log');
  });

  it('are read from a list, and from a policy', () => {
    const list = `# two roads\n\n${vkey}\r\n  ${formatVerifierKey(other.key)}`;
    expect(logKeysIn(list)).toEqual([log.key, other.key]);
    const policy = `log ${vkey} https://ledger.example/road\nlog ${formatVerifierKey(other.key)}
      witness client ${witnessKey}\ngroup parties all client\nquorum parties\n`;
    expect(logKeysIn(policy)).toEqual([log.key, other.key]);
  });

  it.each([
    ['a word of its own', `${vkey}\ntrust`, 'line 2: "trust" is no verifier key'],
    ['two keys on a line', `${vkey} ${vkey}`, 'line 1: a line holds one verifier key'],
    ['a log without a key', 'log', 'line 1: "" is no verifier key'],
    ['the key of a witness', `\n${witnessKey}`, 'line 2: the key'],
    ['too much', '#'.repeat(300_000), 'at most'],
  ])('are not read from a file with %s', (_name, text, message) => {
    expect(() => logKeysIn(text)).toThrow(InvalidOption);
    expect(() => logKeysIn(text)).toThrow(message);
  });
});
