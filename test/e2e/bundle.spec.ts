import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  formatCheckpoint,
  formatNote,
  formatVerifierKey,
  keyPairOf,
  parseCheckpoint,
  parseNote,
  signText,
  verifierKey,
} from '@app/integrity';
import { readBundle, sampleJournal, zipOf } from '@app/ledger';
import { note, openRelationship, RELATIONSHIP } from '../faults/ledger-in-use';
import { call, endServers, startServer, stopServer } from '../faults/server';
import { ledger, ledgerJson, newDirectory, removeDirectories } from './cli';
import { NODES, unpack, verify, VERIFIER } from './verifier';

/** More than one tile of entries. */
const ENTRIES = 300;

afterAll(() => {
  endServers();
  removeDirectories();
});

describe('a bundle of the command line', () => {
  const data = newDirectory();
  const zip = join(newDirectory(), 'north-road.zip');
  const folder = newDirectory();
  let known: string;
  let forged: string;

  beforeAll(async () => {
    const journal = join(newDirectory(), 'journal.ndjson');
    writeFileSync(journal, sampleJournal().slice(0, ENTRIES).map((line) => `${JSON.stringify(line)}\n`).join('')); // prettier-ignore
    await ledgerJson(['import', journal, '--data', data]);
    expect(await ledger(['export', 'north-road', '--bundle', zip, '--data', data])).toMatchObject({ exitCode: 0, stdout: '' });
    unpack(readBundle(zip), folder);
    const checkpoint = parseCheckpoint(parseNote(readFileSync(join(folder, 'checkpoint'), 'utf8')).text);
    const seed = readFileSync(join(data, 'private', 'signing-key'), 'utf8').trim();
    const text = formatCheckpoint({ ...checkpoint, size: 17, root: Buffer.alloc(32) });
    const signature = signText(text, checkpoint.origin, keyPairOf(Buffer.from(seed, 'hex')));
    known = join(newDirectory(), 'known');
    cpSync(join(folder, 'checkpoint'), known);
    forged = join(newDirectory(), 'forged');
    writeFileSync(forged, formatNote({ text, signatures: [signature] }));
  }); // prettier-ignore

  /** The folder as somebody changed one of its files. */
  function damaged(name: string, change: (text: string) => string): string {
    const copy = newDirectory();
    cpSync(folder, copy, { recursive: true });
    const path = join(copy, name);
    writeFileSync(path, change(readFileSync(path, 'latin1')), 'latin1');
    return copy;
  }

  it('is the same file again on the same day, and holds the verifier as it was built', async () => {
    const again = join(newDirectory(), 'again.zip');
    await ledger(['export', 'north-road', '--bundle', again, '--data', data]);
    expect(readFileSync(again).equals(readFileSync(zip))).toBe(true);
    expect(readFileSync(join(folder, 'verify.mjs'))).toEqual(readFileSync(VERIFIER));
  });

  it('holds a verifier of one file that imports nothing but Node', () => {
    const imported =
      readFileSync(VERIFIER, 'utf8').match(/^import .* from "(.*)";$|\b(require|import)\((.*)\)/gm) ?? [];
    expect(imported.filter((line) => !line.includes('"node:'))).toEqual([]);
  });

  it('is verified by the command line, packed and unpacked', async () => {
    const packed = await ledgerJson<object>(['verify', zip, '--known', known]);
    expect(packed).toMatchObject({ valid: true, code: 0, entries: ENTRIES, firstBad: null, proofs: ENTRIES });
    const unpacked = await ledger(['verify', `${folder}/`, '--policy', join(folder, 'policy')]);
    expect(unpacked).toMatchObject({ exitCode: 0, stderr: '' });
    expect(unpacked.stdout).toMatch(/^VALID: this is the record that was signed/);
    const bad = await ledger(['verify', damaged('scores.json', (text) => text.replace('"score": ', '"score": 1')), '--json']);
    expect(bad).toMatchObject({ exitCode: 1, stderr: '' });
    expect(JSON.parse(bad.stdout)).toMatchObject({ valid: false, code: 40, firstBad: { file: 'scores.json' } });
  }); // prettier-ignore

  it('is made without a witness that cannot be reached, which is said', async () => {
    const copy = newDirectory();
    cpSync(data, copy, { recursive: true });
    const witness = verifierKey('witness.example', 'cosignature', keyPairOf(Buffer.alloc(32, 5)).publicKey);
    mkdirSync(join(copy, 'private', 'witnesses'));
    const policy = `witness council ${formatVerifierKey(witness)} http://127.0.0.1:1\nquorum council\n`;
    writeFileSync(join(copy, 'private', 'witnesses', 'north-road.policy'), policy);
    const file = join(newDirectory(), 'open.zip');
    const { exitCode, stderr } = await ledger(['export', 'north-road', '--bundle', file, '--data', copy]);
    expect([exitCode, stderr]).toEqual([0, expect.stringContaining('council did not')]);
    expect((await ledger(['verify', file, '--json'])).stdout).toContain('"code":10');
  });

  it.each([
    ['a relationship that is not there', ['export', 'nowhere', '--bundle', 'x.zip'], 'relationship-not-found'],
    ['a journal and a bundle at once', ['export', 'north-road', '--bundle', 'x.zip', '--out', 'y'], '--out: give it'],
    ['a file that is no bundle', ['verify', `${VERIFIER}.zip`], 'does not exist'],
    ['a policy of a ledger', ['verify', 'north-road', '--policy', VERIFIER], 'a bundle is verified with it'],
  ])('is refused of %s', async (_name, words, said) => {
    const { exitCode, stderr } = await ledger([...words, '--data', data]);
    expect(exitCode).toBe(1);
    expect(stderr).toContain(said);
  });

  it('is not made of a file that is no archive', async () => {
    const file = join(newDirectory(), 'no.zip');
    writeFileSync(file, 'nothing');
    const { exitCode, stderr } = await ledger(['verify', file]);
    expect(exitCode).toBe(1);
    expect(stderr).toContain(`${file}: it is no bundle`);
  });

  it('is not sought in a data directory, or where there is no manifest', async () => {
    const { exitCode, stdout, stderr } = await ledger(['verify', data]);
    expect([exitCode, stdout, stderr]).toEqual([1, '', `invalid-parameter: ${data} is no bundle; that is a data directory: use --data ${data}\n`]); // prettier-ignore
    const [none, packed] = [newDirectory(), join(newDirectory(), 'none.zip')];
    writeFileSync(packed, zipOf(new Map([['notes.txt', Buffer.from('mine')]])));
    for (const path of [none, packed]) {
      const refused = await ledger(['verify', path]);
      expect(refused).toEqual({ exitCode: 1, stdout: '', stderr: `invalid-parameter: ${path}: it is no bundle: it holds no manifest.json\n` }); // prettier-ignore
    }
  });

  it('names the log of a policy that is of another', async () => {
    const elsewhere = verifierKey('other.example/relationships/north-road/log', 'ed25519', keyPairOf(Buffer.alloc(32, 5)).publicKey); // prettier-ignore
    const policy = join(newDirectory(), 'policy');
    writeFileSync(policy, `log ${formatVerifierKey(elsewhere)}\nquorum none\n`);
    const { origin } = parseCheckpoint(parseNote(readFileSync(known, 'utf8')).text);
    const said = `the policy is of the log ${elsewhere.name}, and the bundle of ${origin}`;
    const { exitCode, stdout } = await ledger(['verify', zip, '--policy', policy]);
    expect([exitCode, stdout]).toEqual([1, expect.stringContaining(said)]);
    const alone = verify(process.execPath, folder, ['--policy', policy]);
    expect([alone.status, alone.stdout]).toEqual([40, expect.stringContaining(said)]);
  });

  describe.each(NODES)('verified by node %s', (_version, node) => {
    it('is valid, in words and as JSON', () => {
      const words = verify(node, folder, ['--known', known, '--policy', 'policy']);
      expect(words).toMatchObject({ status: 0, stderr: '' });
      expect(words.stdout).toContain(`${ENTRIES} entries`);
      expect(words.stdout).toContain('every number is the same');
      const json = verify(node, folder, ['--json']);
      expect(JSON.parse(json.stdout)).toMatchObject({ valid: true, code: 0, entries: ENTRIES });
    });

    it('goes on from the checkpoint in a receipt, cut out as its guide says', () => {
      const [command] = /sed .* > my-checkpoint/.exec(readFileSync(join(folder, 'VERIFY.md'), 'utf8')) ?? [''];
      const place = newDirectory();
      cpSync(join(folder, 'proofs', '7.tlog-proof'), join(place, 'my-receipt.tlog-proof'));
      expect(spawnSync('sh', ['-c', command], { cwd: place }).status).toBe(0);
      const { status, stdout } = verify(node, folder, ['--known', join(place, 'my-checkpoint')]);
      expect([status, stdout]).toEqual([0, expect.stringContaining('1 compared')]);
    });

    it('is incomplete (10) without a payload', () => {
      const { status, stdout } = verify(
        node,
        damaged('payloads.ndjson', (text) => text.replace(/^.*\n/, '')),
      );
      expect(status).toBe(10);
      expect(stdout).toContain('First that is bad: entry 0');
    });

    it('is incomplete (10) without its manifest', () => {
      const copy = newDirectory();
      cpSync(folder, copy, { recursive: true });
      rmSync(join(copy, 'manifest.json'));
      const { status, stdout } = verify(node, copy);
      expect([status, stdout]).toEqual([
        10,
        expect.stringContaining('First that is bad: manifest.json: it is missing'),
      ]);
    });

    it('is not valid (20) with another text', () => {
      const change = (text: string): string => text.replace(/"text":"[^"]*"/, '"text":"Forged."');
      const { status, stdout } = verify(node, damaged('payloads.ndjson', change), ['--json']);
      expect(status).toBe(20);
      expect(JSON.parse(stdout)).toMatchObject({ code: 20, firstBad: { file: 'payloads.ndjson', revision: 0 } });
    });

    it('is a fork (30) against a checkpoint of other entries', () => {
      expect(verify(node, folder, ['--known', known, '--known', forged])).toMatchObject({ status: 30 });
    });

    it('is invalid (40) with a changed entry, which is named', () => {
      const change = (text: string): string => text.replace(/("revision":260,.*?"sign":)"."/s, '$1"?"');
      const { status, stdout } = verify(node, damaged('tile/entries/001.p/44', change), ['--json']);
      expect(status).toBe(40);
      expect(JSON.parse(stdout)).toMatchObject({ code: 40, firstBad: { revision: 260 } });
    });

    it('is signed by nobody (40) with a key for which anybody can sign', () => {
      const copy = newDirectory();
      cpSync(folder, copy, { recursive: true });
      const { text } = parseNote(readFileSync(join(copy, 'checkpoint'), 'utf8'));
      const { origin } = parseCheckpoint(text);
      // The neutral element: what follows holds for every message where nobody looks at the key.
      const neutral = Buffer.alloc(32);
      neutral[0] = 1;
      const key = verifierKey(origin, 'ed25519', neutral);
      const signature = { ...key, signature: Buffer.concat([neutral, Buffer.alloc(32)]) };
      writeFileSync(join(copy, 'checkpoint'), formatNote({ text, signatures: [signature] }));
      writeFileSync(join(copy, 'policy'), `log ${formatVerifierKey(key)}\nquorum none\n`);
      const { status, stdout } = verify(node, copy, ['--json', '--policy', 'policy']);
      expect(status).toBe(40);
      const { findings } = JSON.parse(stdout) as { findings: { reason: string }[] };
      expect(findings.map(({ reason }) => reason).join()).toContain('does not hold');
    });

    it('says what is wrong with how it was called (2)', () => {
      const refused = (words: string[]): string => {
        const { status, stdout, stderr } = verify(node, folder, words);
        expect([status, stdout]).toEqual([2, '']);
        return stderr;
      };
      expect(refused(['--known', 'nowhere'])).toMatch(/^nowhere: there is no such file or folder\n/);
      expect(refused(['nowhere'])).toMatch(/^nowhere: there is no such file or folder\n/);
      expect(refused(['proofs'])).toMatch(/^proofs: it is no bundle: it holds no manifest.json\n/);
      expect(refused(['checkpoint'])).toMatch(/^checkpoint: it is no folder; a bundle is verified once it is unpacked/);
      expect(refused(['--policy', 'proofs'])).toMatch(/^proofs: it is a folder; name a file\n/);
      expect(verify(node, folder, ['--unknown']).status).toBe(2);
      expect(verify(node, folder, ['--policy', 'VERIFY.md']).stderr).toContain('it is no policy');
    });
  });
});

describe('a bundle beside a running server', () => {
  it('waits for the checkpoint that the server signs', async () => {
    const data = newDirectory();
    const client = await openRelationship(data);
    const server = await startServer(data).listening;
    const { status } = await call(server, `/relationships/${RELATIONSHIP}/entries`, client, note('note-1'));
    expect(status).toBe(201);
    const zip = join(newDirectory(), 'live.zip');
    expect(await ledger(['export', RELATIONSHIP, '--bundle', zip, '--data', data])).toMatchObject({ exitCode: 0 });
    expect(await ledgerJson(['verify', zip])).toMatchObject({ valid: true, entries: 2 });
    rmSync(zip);
    expect(await stopServer(server, 'SIGTERM')).toEqual({ exitCode: 0, signal: null });
  });
});
