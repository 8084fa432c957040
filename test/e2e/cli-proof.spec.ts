import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import {
  formatNote,
  formatVerifierKey,
  keyPairOf,
  parseNote,
  parsePolicy,
  signText,
  verifierKey,
} from '@app/integrity';
import { endWitnesses, startWitness } from '../../apps/witness/src/running.fixture';
import { ledger, ledgerJson, newDirectory, removeDirectories } from './cli';

const LINES = [
  { id: 'e-1', kind: 'relationship.established', effective: '2019-04-01', data: { title: 'R', client: 'C', provider: 'P', start: '2019-04-01' } }, // prettier-ignore
  { id: 'e-2', kind: 'note.logged', effective: '2019-06-03', factor: 609, sign: '+', text: 'first' },
  { id: 'e-3', kind: 'note.logged', effective: '2019-06-04', factor: 609, sign: '-', text: 'second' },
].map((line) => ({ relationship: 'road', party: 'client', ...line }));

jest.setTimeout(120_000);
afterEach(endWitnesses);
afterAll(() => removeDirectories());

/** A ledger with the journal, in a directory of its own. */
async function imported(lines = LINES): Promise<{ readonly data: string; readonly folder: string }> {
  const folder = newDirectory();
  const data = join(folder, 'data');
  await importLines(data, folder, lines);
  return { data, folder };
}

/** Keeps the checkpoint in the receipt of the first entry: of all entries that are there. */
async function keepCheckpoint(data: string, file: string): Promise<string> {
  const receipt = (await ledger(['receipt', 'e-1', '--data', data])).stdout;
  writeFileSync(file, receipt.slice(receipt.indexOf('\n\n') + 2));
  return file;
}

async function importLines(data: string, folder: string, lines: readonly object[]) {
  const journal = join(folder, 'journal.ndjson');
  writeFileSync(journal, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return ledger(['import', journal, '--data', data]);
}

describe('the proof on the command line', () => {
  it('gives a receipt that is checked elsewhere, with the policy that was kept', async () => {
    const { data, folder } = await imported();
    const [receipt, policy] = [join(folder, 'e-2.tlog-proof'), join(folder, 'policy')];
    expect((await ledger(['receipt', 'e-2', '--out', receipt, '--data', data])).exitCode).toBe(0);
    writeFileSync(policy, (await ledger(['policy', 'road', '--data', data])).stdout);
    rmSync(data, { recursive: true });

    const check = ['check', receipt, '--policy', policy];
    expect(await ledgerJson(check)).toMatchObject({ valid: true, index: 1, size: 3, envelope: { id: 'e-2' } });
    expect((await ledger(['check', receipt, '--data', data])).stderr).toMatch(/^invalid-parameter: --policy: /);

    const honest = readFileSync(receipt, 'utf8');
    writeFileSync(receipt, honest.replace('index 1', 'index 2'));
    expect(await ledger(check)).toMatchObject({ exitCode: 1, stdout: expect.stringMatching(/^Not valid: /) as string });
    for (const [file, text] of [
      ['a-policy', readFileSync(policy, 'utf8')],
      ['a-checkpoint', honest.slice(honest.indexOf('\n\n') + 2)],
      ['empty', ''],
      ['a.zip', 'PK\u0003\u0004'],
    ] as const) {
      const path = join(folder, file);
      writeFileSync(path, text);
      const { exitCode, stdout, stderr } = await ledger(['check', path, '--policy', policy]);
      expect([exitCode, stdout, stderr]).toEqual([
        1,
        '',
        expect.stringContaining(`invalid-parameter: ${path} is no receipt: `),
      ]);
    }
    expect((await ledger(['check', folder, '--policy', policy])).stderr).toBe(
      `invalid-parameter: ${folder} is a directory; name a file\n`,
    );
    const other = await imported();
    const { publicKey } = keyPairOf(Buffer.alloc(32, 5));
    const witness = `witness council ${formatVerifierKey(verifierKey('witness.example', 'cosignature', publicKey))}\n`;
    const witnessed = readFileSync(policy, 'utf8').replace('quorum none', `${witness}quorum council`);
    writeFileSync(receipt, honest);
    writeFileSync(policy, witnessed);
    const open = await ledger(check);
    expect([open.exitCode, open.stdout]).toEqual([1, expect.stringMatching(/^Not complete: nothing contradicts it, but too few witnesses saw it \(council did not; .* entry e-2 /)]); // prettier-ignore
    expect(JSON.parse((await ledger([...check, '--json'])).stdout)).toMatchObject({
      valid: false,
      outcome: 'incomplete',
      missing: ['council'],
      quorum: false,
    });
    writeFileSync(policy, (await ledger(['policy', 'road', '--data', other.data])).stdout);
    expect((await ledger(check)).stdout).toContain('no log of the policy signed');
  });

  it.each([
    ['import', (folder: string) => ['import', join(folder, 'journal.ndjson')]],
    ['receipt', () => ['receipt', 'e-2']],
    ['export', (folder: string) => ['export', 'road', '--bundle', join(folder, 'road.zip')]],
    ['policy', () => ['policy', 'road']],
    ['rotate-key', () => ['rotate-key']],
  ])('is of a log that %s names as the server would, and names for good', async (_verb, wordsIn) => {
    const { data, folder } = await imported();
    rmSync(join(data, 'private'), { recursive: true });
    const words = [...wordsIn(folder), '--data', data];
    expect(await ledger(words, { LOG_NAME: 'ledger.example' })).toMatchObject({ exitCode: 0, stderr: '' });
    expect((await ledger(['policy', 'road', '--data', data])).stdout).toContain(
      'log ledger.example/relationships/road/log+',
    );
    const renamed = await ledger(words, { LOG_NAME: 'other.example' });
    expect(renamed).toMatchObject({ exitCode: 1, stdout: '' });
    expect(renamed.stderr).toContain('is named ledger.example');
  });

  it.each([
    ['a receipt of an entry', ['receipt', 'e-9'], 'entry-not-found: there is no entry "e-9"'],
    ['a receipt of a relationship', ['receipt', 'e-1', '--relationship', 'nope'], 'relationship-not-found: '],
    ['a recovery of a relationship', ['recover', 'nope'], 'relationship-not-found: '],
    ['a break of a relationship', ['recover', 'nope', '--declare', 'Lost.'], 'relationship-not-found: '],
  ])('gives no %s that is not there', async (_what, words, said) => {
    const { data } = await imported();
    const { exitCode, stdout, stderr } = await ledger([...words, '--data', data]);
    expect([exitCode, stdout, stderr]).toEqual([1, '', expect.stringContaining(said)]);
  });

  it.each([
    ['rotate-key', ['rotate-key']],
    ['recover', ['recover', 'road']],
  ])('makes no ledger where %s finds none', async (_verb, words) => {
    const nowhere = join(newDirectory(), 'none');
    const { exitCode, stderr } = await ledger([...words, '--data', nowhere]);
    expect([exitCode, stderr]).toEqual([3, expect.stringContaining('there is no ledger in')]);
    expect(existsSync(nowhere)).toBe(false);
  });

  it('says policy and receipt as JSON, beside the file where one is named', async () => {
    const { data, folder } = await imported();
    const [policy, receipt] = [join(folder, 'policy'), join(folder, 'receipt')];
    const said = await ledgerJson<{ policy: string }>(['policy', 'road', '--data', data]);
    expect(said).toEqual({ relationship: 'road', policy: expect.stringContaining('quorum none') as string });
    expect(await ledgerJson(['policy', 'road', '--out', policy, '--data', data])).toEqual(said);
    expect(readFileSync(policy, 'utf8')).toBe(said.policy);
    const proof = await ledgerJson<{ receipt: string }>(['receipt', 'e-2', '--out', receipt, '--data', data]);
    expect(proof).toMatchObject({ entry: 'e-2', relationship: 'road', revision: 1 });
    expect(readFileSync(receipt, 'utf8')).toBe(proof.receipt);
  });

  it('holds a ledger against a checkpoint that was kept', async () => {
    const { data, folder } = await imported();
    const kept = await keepCheckpoint(data, join(folder, 'checkpoint'));
    expect((await ledger(['verify', '--known', kept, '--data', data])).stdout).toContain('known checkpoints in it');

    const earlier = join(folder, 'earlier');
    cpSync(data, earlier, { recursive: true });
    await importLines(data, folder, [...LINES, { ...LINES[2], id: 'e-4' }]);
    const later = await keepCheckpoint(data, join(folder, 'later'));
    const verify = ['verify', 'road', '--data', earlier, '--known'];
    expect(await ledger([...verify, later])).toMatchObject({
      exitCode: 1,
      stdout: 'Not valid: road: it has 3 entries, and the known checkpoint 4.\n',
    });
    const said = { valid: true, entries: 4, firstBad: null };
    await ledger(['rotate-key', '--data', data]);
    await importLines(data, folder, [{ ...LINES[2], id: 'e-5' }]);
    // The entries of the rotation name the old key too.
    rmSync(join(data, 'private', 'retired-keys'));
    const rotated = await ledgerJson(['verify', '--data', data, '--known', kept, later]);
    const known = [kept, later].map((file) => ({ file, signatureChecked: true }));
    expect(rotated).toEqual({ ...said, entries: 6, known });
  });

  it('accuses no ledger of what its log has not signed', async () => {
    const { data, folder } = await imported();
    const kept = await keepCheckpoint(data, join(folder, 'checkpoint'));
    const bundle = join(folder, 'road.zip');
    await ledger(['export', 'road', '--bundle', bundle, '--data', data]);
    const { text } = parseNote(readFileSync(kept, 'utf8'));
    const signed = (change: (text: string) => string): string => {
      const file = join(folder, 'forged');
      const forged = change(text);
      const origin = forged.split('\n')[0] as string;
      writeFileSync(file, formatNote({ text: forged, signatures: [signText(forged, origin, keyPairOf(Buffer.alloc(32, 9)))] })); // prettier-ignore
      return file;
    };
    const cases: readonly (readonly [change: (text: string) => string, why: string, inBundle: string])[] = [
      [(same) => same, 'is signed by no key of this log', '(verdict 10, exit code 1)'],
      [(same) => same.replace('\n3\n', '\n9\n'), 'is signed by no key of this log', '(verdict 10, exit code 1)'],
      [(same) => same.replace('/road/', '/river/'), 'is signed by no key of this log', 'it is of the log'],
      [(same) => same.replace(/^ledger-/, 'lodger-'), 'is of the log lodger-', 'it is of the log'],
      [() => 'river\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n', 'is of the log river', 'it is of the log'],
    ];
    for (const [change, why, inBundle] of cases) {
      const file = signed(change);
      const refused = await ledger(['verify', '--known', file, '--data', data]);
      const expected = `invalid-parameter: --known: ${file} ${why}`;
      expect(refused).toMatchObject({ exitCode: 1, stdout: '', stderr: expect.stringContaining(expected) as string });
      const { exitCode, stdout, stderr } = await ledger(['verify', bundle, '--known', file]);
      expect([exitCode, stdout + stderr]).toEqual([1, expect.stringContaining(inBundle)]);
    }
    const none = await ledger(['verify', 'road', '--known', signed((same) => same.replace('/road/', '/river/')), '--data', data]); // prettier-ignore
    expect(none.stderr).toContain('not of one of road');
    expect((await ledger(['verify', '--known', folder, '--data', data])).stderr).toContain(
      `${folder} is a directory; name a file`,
    );
    writeFileSync(join(folder, 'forged'), 'no checkpoint');
    expect((await ledger(['verify', '--known', join(folder, 'forged'), '--data', data])).stderr).toContain('--known: ');
  });

  it('says what it cannot know of a checkpoint where the key of the log is not', async () => {
    const { data, folder } = await imported();
    const kept = await keepCheckpoint(data, join(folder, 'checkpoint'));
    rmSync(join(data, 'private'), { recursive: true });
    const unsaid = /neither key nor name of the log is in .* whether it, or anybody else, signed that checkpoint of /;
    const { exitCode, stdout } = await ledger(['verify', '--known', kept, '--data', data]);
    expect([exitCode, stdout]).toEqual([0, expect.stringMatching(/^Valid: 3 entries/)]);
    expect(stdout).toMatch(unsaid);
    expect(stdout).not.toContain('known checkpoints in it');
    const json = await ledgerJson(['verify', '--known', kept, '--data', data]);
    expect(json).toMatchObject({ valid: true, known: [{ file: kept, signatureChecked: false }] });
    writeFileSync(kept, readFileSync(kept, 'utf8').replace('\n3\n', '\n4\n'));
    const longer = await ledger(['verify', '--known', kept, '--data', data]);
    expect([longer.exitCode, longer.stdout]).toEqual([1, expect.stringMatching(unsaid)]);
  });

  it('gives the log a new key, which the old one names', async () => {
    const { data, folder } = await imported();
    const before = (await ledger(['policy', 'road', '--data', data])).stdout;
    const { publicKey } = await ledgerJson<{ publicKey: string }>(['rotate-key', '--data', data]);
    expect(publicKey).toMatch(/^[0-9a-f]{64}$/);
    const after = (await ledger(['policy', 'road', '--data', data])).stdout;
    expect(after.split('\n')[1]).toBe(before.split('\n')[0]);

    await importLines(data, folder, [...LINES, { ...LINES[2], id: 'e-4' }]);
    expect(await ledgerJson(['verify', '--data', data])).toEqual({ valid: true, entries: 5, firstBad: null });
    const receipt = join(folder, 'receipt');
    await ledger(['receipt', 'e-4', '--out', receipt, '--data', data]);
    const policy = join(folder, 'policy');
    writeFileSync(policy, after);
    expect((await ledger(['check', receipt, '--policy', policy])).exitCode).toBe(0);
    writeFileSync(policy, before);
    const old = await ledger(['check', receipt, '--policy', policy]);
    expect([old.exitCode, old.stdout]).toEqual([1, expect.stringContaining('the policy has to be taken anew')]);
    const bundle = join(folder, 'road.zip');
    await ledger(['export', 'road', '--bundle', bundle, '--data', data]);
    const verified = await ledger(['verify', bundle, '--policy', policy]);
    expect([verified.exitCode, verified.stdout]).toEqual([1, expect.stringMatching(/^NOT VALID by this policy: .* \(verdict 40, exit code 1\)\n\nFirst that is bad: .*policy: .* entry 3 says that the key was rotated to /)]); // prettier-ignore
    writeFileSync(policy, after);
    expect((await ledger(['verify', bundle, '--policy', policy])).exitCode).toBe(0);
  });

  it('says after a restore what is missing, takes nothing, and goes on once the break is declared', async () => {
    const { data, folder } = await imported();
    const [backup, restored] = [join(folder, 'backup'), join(folder, 'restored')];
    await ledger(['backup', backup, '--data', data]);
    const early = await keepCheckpoint(data, join(folder, 'early'));
    await importLines(data, folder, [...LINES, { ...LINES[2], id: 'e-4' }, { ...LINES[2], id: 'e-5' }]);
    const late = await keepCheckpoint(data, join(folder, 'late'));
    for (const wrong of [join(folder, 'nowhere'), (await imported()).data]) {
      const wrongPlace = await ledger(['restore', backup, '--previous', wrong, '--data', restored]);
      expect(wrongPlace).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('invalid-parameter: --previous: ') as string }); // prettier-ignore
      expect(existsSync(restored)).toBe(false);
    }
    const told = await ledgerJson(['restore', backup, '--previous', data, '--data', restored]);
    expect(told).toMatchObject({ valid: true, missing: [{ relationship: 'road', from: 3, to: 4 }] });

    const refused = await importLines(restored, folder, [...LINES, { ...LINES[2], id: 'e-6' }]);
    expect(refused).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('read-only') as string });
    const verified = await ledger(['verify', '--data', restored, '--json']);
    expect(JSON.parse(verified.stdout)).toMatchObject({
      valid: false,
      firstBad: { relationship: 'road', revision: 3 },
    });
    expect((await ledger(['doctor', '--data', restored])).stdout).toContain('road read-only');

    const { origin } = await ledgerJson<{ origin: string }>(['recover', 'road', '--declare', 'The disk is lost.', '--data', restored]); // prettier-ignore
    expect(origin).toMatch(/\/relationships\/road\/log\/2$/);
    expect((await ledger(['recover', 'road', '--declare', 'again', '--data', restored])).stderr).toContain('not-allowed-now'); // prettier-ignore
    await importLines(restored, folder, [{ ...LINES[2], id: 'e-6' }]);
    const reason = 'The disk is lost.';
    const declared = { relationship: 'road', revision: 3, reason, lastCheckpoint: { size: 5 }, kept: false };
    expect(await ledgerJson(['verify', '--data', restored])).toMatchObject({ valid: true, entries: 5, firstBad: null, breaks: [declared] }); // prettier-ignore
    expect((await ledger(['verify', '--data', restored])).stdout).toMatch(
      /^Valid: 5 entries .*\nDeclared break: revision 3 of road: the record was declared broken on \d{4}-\d\d-\d\d: "The disk is lost\."; a checkpoint of 5 entries \(root .*\) was signed before, of which those from number 3 on are not here; .*\.\n$/,
    );

    const bundle = join(folder, 'road.zip');
    await ledger(['export', 'road', '--bundle', bundle, '--data', restored]);
    for (const of of [['road', '--data', restored], [bundle]]) {
      const goesOn = await ledger(['verify', ...of, '--known', early]);
      expect(goesOn).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('its 3 entries are all here as they were') as string }); // prettier-ignore
      const fork = await ledger(['verify', ...of, '--known', late]);
      expect(fork).toMatchObject({ exitCode: 1, stdout: expect.stringContaining('of its 5 entries at least those from number 3 on are not here: the log that it is of was broken off') as string }); // prettier-ignore
    }
    expect((await ledger(['verify', bundle, '--known', late])).stdout).toContain('(verdict 30, exit code 1)');
    const trail = await ledgerJson<{ entries: { kind: string; party: string; data: object }[] }>(['trail', 'road', '--data', restored]); // prettier-ignore
    expect(trail.entries[3]).toMatchObject({ kind: 'record.broken', party: 'ledger', data: { reason: 'The disk is lost.' } }); // prettier-ignore
  });

  it('says in doctor whose policy of witnesses is wrong, and which witness has not cosigned', async () => {
    const { data, folder } = await imported();
    const { publicKey } = keyPairOf(Buffer.alloc(32, 5));
    const key = formatVerifierKey(verifierKey('witness.example', 'cosignature', publicKey));
    const witnesses = join(data, 'private', 'witnesses');
    mkdirSync(witnesses);
    const write = (name: string, text: string): void => writeFileSync(join(witnesses, name), text);
    const found = async () => {
      const { stdout } = await ledger(['doctor', '--json', '--data', data]);
      const { checks } = JSON.parse(stdout) as { checks: { name: string; ok: boolean; found: string }[] };
      return checks.filter(({ name }) => name.startsWith('witnesses'));
    };
    write('lane.policy', 'quorum none\n');
    write('road.policy', `witness council ${key}\nquorum councils\n`);
    const stray = 'private/witnesses/lane.policy is named for no relationship that there is';
    const wrong = expect.stringContaining('no witness and no group "councils" stands above') as string;
    expect(await found()).toEqual([
      { name: 'witnesses', ok: false, found: stray },
      { name: 'witnesses of road', ok: false, found: wrong },
    ]);
    const refused = await importLines(data, folder, [{ ...LINES[2], id: 'e-4' }]);
    expect(refused).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('road.policy') as string });
    const told = await ledger(['policy', 'road', '--data', data]);
    expect(told).toMatchObject({ exitCode: 1, stdout: '', stderr: expect.stringContaining('no group "councils"') as string }); // prettier-ignore
    expect(await ledgerJson(['verify', '--data', data])).toMatchObject({ valid: true, entries: LINES.length });

    rmSync(join(witnesses, 'lane.policy'));
    write('road.policy', `witness council ${key}\nquorum council\n`);
    const open = expect.stringContaining('is not cosigned by council') as string;
    expect(await found()).toEqual([{ name: 'witnesses of road', ok: true, found: open }]);
    // It has been on its way for too long.
    const checkpoint = join(data, 'private', 'checkpoints', Buffer.from('road').toString('hex'));
    writeFileSync(checkpoint, readFileSync(checkpoint, 'utf8').replace(/^signed .*/, 'signed 1'));
    expect(await found()).toEqual([{ name: 'witnesses of road', ok: false, found: open }]);
  });

  it('says after a restore of before a rotation what a witness shows, and decides nothing', async () => {
    const { data, folder } = await imported();
    const [backup, restored] = [join(folder, 'backup'), join(folder, 'restored')];
    const policyFile = (place: string): string => join(place, 'private', 'witnesses', 'road.policy');
    mkdirSync(join(data, 'private', 'witnesses'));
    const pinned = async () =>
      parsePolicy((await ledger(['policy', 'road', '--data', data])).stdout).logs.map(({ key }) => key);
    const first = await startWitness({ logs: await pinned(), clock: Date.now });
    const name = formatVerifierKey(first.witness.verifier);
    const policyAt = (address: string): string => `witness council ${name} ${address}\nquorum council\n`;
    writeFileSync(policyFile(data), policyAt(first.address));
    await ledger(['receipt', 'e-1', '--data', data]);
    await ledger(['backup', backup, '--data', data]);
    await ledger(['rotate-key', '--data', data]);
    await first.end();
    const witness = await startWitness({ directory: first.directory, logs: await pinned(), clock: Date.now });
    writeFileSync(policyFile(data), policyAt(witness.address));
    await importLines(data, folder, [...LINES, { ...LINES[2], id: 'e-4' }]);
    await ledger(['receipt', 'e-4', '--data', data]);

    await ledger(['restore', backup, '--data', restored]);
    writeFileSync(policyFile(restored), policyAt(witness.address));
    const shows = /the witness council shows a checkpoint of 5 entries that no key in private has signed: .*"ledger restore BACKUP --previous DIR" .*"ledger recover road --bundle FILE"/;
    const undecided = await ledger(['recover', 'road', '--data', restored]);
    expect([undecided.exitCode, undecided.stdout]).toEqual([1, '']);
    expect(undecided.stderr).toMatch(/^not-allowed-now: whether the ledger of road is what was signed cannot be said here/);
    expect(undecided.stderr).toMatch(shows);
    const doctor = await ledger(['doctor', '--data', restored]);
    expect([doctor.exitCode, doctor.stdout]).toEqual([1, expect.stringMatching(shows)]);
    expect(doctor.stdout).toContain('none read-only');

    const [bundle, policy] = [join(folder, 'road.zip'), join(folder, 'policy')];
    await ledger(['export', 'road', '--bundle', bundle, '--data', data]);
    writeFileSync(policy, (await ledger(['policy', 'road', '--data', data])).stdout);
    const bring = ['recover', 'road', '--data', restored, '--bundle', bundle];
    expect(await ledger(bring)).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('"--policy FILE"') as string });
    expect((await ledger(['recover', 'road', '--data', restored, '--policy', policy])).exitCode).toBe(2);
    const way = /^2 entries of road are back as they were signed\. Nothing is signed before its key is back: .*"ledger rotate-key --lost POLICY"\.\n$/;
    expect(await ledger([...bring, '--policy', policy])).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(way) as string });
    expect((await ledger(['doctor', '--data', restored])).stdout).toMatch(/signing key .*WRONG .*was replaced by another since/);
    expect((await ledger(['serve', '--data', restored], { PORT: '0' })).stderr).toContain('was replaced by another since');
    cpSync(join(data, 'private', 'signing-key'), join(restored, 'private', 'signing-key'));
    expect((await ledger(['recover', 'road', '--data', restored])).stdout).toBe('road is what was signed; it takes entries.\n');
    expect((await ledger(['doctor', '--data', restored])).stdout).toContain('All is well.');
  }); // prettier-ignore

  it('signs no ledger afresh whose checkpoints were deleted, and goes on from one that a party holds', async () => {
    const { data, folder } = await imported();
    const receipt = (await ledger(['receipt', 'e-1', '--data', data])).stdout;
    const kept = join(folder, 'checkpoint');
    writeFileSync(kept, receipt.slice(receipt.indexOf('\n\n') + 2));
    for (const lost of ['checkpoints', 'leaves']) rmSync(join(data, 'private', lost), { recursive: true });
    const why = 'its last checkpoint is missing: bring private/checkpoints back from a backup';
    for (const verb of ['verify', 'doctor']) {
      const told = await ledger([verb, '--data', data]);
      expect({ verb, exitCode: told.exitCode, why: told.stdout.includes(why) }).toEqual({
        verb,
        exitCode: 1,
        why: true,
      });
    }
    const refused = await importLines(data, folder, [...LINES, { ...LINES[2], id: 'e-4' }]);
    expect(refused).toMatchObject({ exitCode: 1, stderr: expect.stringContaining(why) as string });
    expect((await ledger(['recover', 'road', '--data', data])).stderr).toContain(why);
    const recovered = await ledger(['recover', 'road', '--known', kept, '--data', data]);
    expect(recovered).toMatchObject({ exitCode: 0, stderr: '' });
    expect(await ledgerJson(['verify', '--data', data])).toEqual({ valid: true, entries: 3, firstBad: null });
    expect(await importLines(data, folder, [...LINES, { ...LINES[2], id: 'e-4' }])).toMatchObject({ exitCode: 0 });
  });

  it('compares a ledger again whose checkpoint was damaged, and passes over what is none of its files', async () => {
    const { data } = await imported();
    const checkpoint = join(data, 'private', 'checkpoints', Buffer.from('road').toString('hex'));
    const whole = readFileSync(checkpoint);
    writeFileSync(join(data, 'private', 'checkpoints', '.DS_Store'), 'not ours');
    expect(await ledgerJson(['verify', '--data', data])).toMatchObject({ valid: true });

    writeFileSync(checkpoint, '');
    expect((await ledger(['doctor', '--data', data])).stdout).toContain('cannot be held against its last checkpoint');
    expect((await ledger(['receipt', 'e-1', '--data', data])).stderr).toContain('read-only');
    writeFileSync(checkpoint, whole);
    expect((await ledger(['receipt', 'e-1', '--data', data])).stderr).toContain('read-only');
    expect((await ledger(['recover', 'road', '--data', data])).stdout).toBe(
      'road is what was signed; it takes entries.\n',
    );
    expect((await ledger(['receipt', 'e-1', '--data', data])).exitCode).toBe(0);
  });

  it('declares a break where the last checkpoint cannot be read, and says until then what to do', async () => {
    const { data, folder } = await imported();
    const early = await keepCheckpoint(data, join(folder, 'early'));
    const name = Buffer.from('road').toString('hex');
    const checkpoint = join(data, 'private', 'checkpoints', name);
    const damage = 'torn\u0000';
    for (const [incarnation, revision] of [[2, 3], [3, 5]] as const) {
      writeFileSync(checkpoint, damage);
      const bundle = ['export', 'road', '--bundle', join(folder, 'road.zip')];
      for (const words of [bundle, ['recover', 'road'], ['receipt', 'e-1'], ['policy', 'road'], ['rotate-key']]) {
        const { exitCode, stderr } = await ledger([...words, '--data', data]);
        expect([exitCode, stderr]).toEqual([1, expect.stringMatching(/^read-only: the ledger of road cannot be held against its last checkpoint: private\/checkpoints\/726f6164 is damaged .*"ledger recover road --declare REASON"/)]);
      }
      expect((await ledger(['verify', '--data', data])).stdout).toMatch(/^Not valid: road: it cannot be held against .* is damaged /);

      const recover = ['recover', 'road', '--declare', 'The file is torn.', '--data', data];
      const { origin } = await ledgerJson<{ origin: string }>(recover);
      expect(origin.endsWith(`/relationships/road/log/${incarnation}`)).toBe(true);
      expect(readFileSync(join(data, 'private', 'broken-off', `${name}.signed-${revision}`), 'utf8')).toBe(damage);
      await importLines(data, folder, [{ ...LINES[2], id: `n-${revision}` }]);
    }
    const { breaks } = await ledgerJson<{ breaks: object[] }>(['verify', '--data', data, '--known', early]);
    expect(breaks).toMatchObject([3, 5].map((revision) => ({ revision, lastCheckpoint: null, kept: null })));
    await ledger(['export', 'road', '--bundle', join(folder, 'road.zip'), '--data', data]);
    const { stdout } = await ledger(['verify', join(folder, 'road.zip'), '--known', early]);
    expect(stdout).toMatch(/^VALID: this is the record that was signed, with a declared break\. \(exit code 0\)/);
    expect(stdout).toContain('which checkpoint was signed last before could not be read then');
  }); // prettier-ignore

  it('brings back from a bundle what a backup lacks, as it was', async () => {
    const { data, folder } = await imported();
    const [backup, restored, bundle] = ['backup', 'restored', 'road.zip'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    await ledger(['backup', backup, '--data', data]);
    await importLines(data, folder, [...LINES, { ...LINES[2], id: 'e-4' }, { ...LINES[2], id: 'e-5' }]);
    await ledger(['export', 'road', '--bundle', bundle, '--data', data]);
    const trail = await ledgerJson(['trail', 'road', '--data', data]);
    await ledger(['restore', backup, '--previous', data, '--data', restored]);

    const strange = await imported();
    const recover = (place: string) => ledger(['recover', 'road', '--bundle', bundle, '--data', place]);
    expect((await recover(strange.data)).stderr).toContain('not-allowed-now');
    expect(await ledgerJson(['verify', 'road', '--data', data])).toMatchObject({ valid: true });
    expect(await recover(restored)).toMatchObject({
      exitCode: 0,
      stdout: '2 entries of road are back as they were signed; it takes entries again.\n',
    });
    expect(await ledgerJson(['verify', '--data', restored])).toEqual({ valid: true, entries: 5, firstBad: null });
    expect(await ledgerJson(['trail', 'road', '--data', restored])).toEqual(trail);
    // The same entries still answer to the same journal.
    const again = await importLines(restored, folder, [...LINES, { ...LINES[2], id: 'e-4' }]);
    expect(again.stdout).toBe('4 lines: 0 appended, 4 known before, 0 refused\n');
  });

  it('says of a log that is gone what brings it back, and brings it back from a bundle', async () => {
    const { data, folder } = await imported();
    const [early, bundle] = [join(folder, 'early.zip'), join(folder, 'road.zip')];
    await ledger(['export', 'road', '--bundle', early, '--data', data]);
    await importLines(data, folder, [...LINES, { ...LINES[2], id: 'e-4' }]);
    await ledger(['export', 'road', '--bundle', bundle, '--data', data]);
    const trail = await ledgerJson(['trail', 'road', '--data', data]);
    // Its positions count the token too, which no bundle holds.
    await ledger(['token', 'road', '--party', 'client', '--member', 'ada', '--data', data]);
    await ledger(['rebuild', '--data', data]);
    const log = readdirSync(data).filter((name) => name.startsWith('ledger.db'));
    for (const name of log) rmSync(join(data, name));
    const left = readdirSync(data);

    const backup = ['backup', join(folder, 'copy')];
    for (const words of [['verify'], ['doctor'], ['trail', 'road'], ['export', 'road'], ['recover', 'road'], ['rotate-key'], backup]) {
      const { exitCode, stdout, stderr } = await ledger([...words, '--data', data]);
      expect([exitCode, stdout, stderr]).toEqual([3, '', expect.stringMatching(/the log of .* is gone: .*"ledger restore BACKUP --previous .*"ledger recover RELATIONSHIP --bundle FILE --data /)]);
    }
    const other = await imported();
    const strange = join(folder, 'strange.zip');
    await ledger(['export', 'road', '--bundle', strange, '--data', other.data]);
    const recover = (relationship: string, file: string) => ledger(['recover', relationship, '--bundle', file, '--data', data]);
    for (const [relationship, file, code] of [['nope', bundle, 'relationship-not-found'], ['road', join(folder, 'none.zip'), 'invalid-parameter'], ['road', strange, 'invalid-parameter']] as const) {
      expect(await recover(relationship, file)).toMatchObject({ exitCode: 1, stderr: expect.stringContaining(code) as string });
      expect(readdirSync(data)).toEqual(left);
    }

    expect(await recover('road', early)).toMatchObject({ exitCode: 1, stderr: expect.stringMatching(/^read-only: /) as string });
    expect(await recover('road', bundle)).toMatchObject({ exitCode: 0, stdout: '1 entries of road are back as they were signed; it takes entries again.\n' });
    for (const name of log) rmSync(join(data, name), { force: true });
    expect(await recover('road', bundle)).toMatchObject({ exitCode: 0, stdout: '4 entries of road are back as they were signed; it takes entries again.\n' });
    expect(await ledgerJson(['verify', '--data', data])).toEqual({ valid: true, entries: 4, firstBad: null });
    expect(await ledgerJson(['trail', 'road', '--data', data])).toEqual(trail);
    expect((await ledger(['doctor', '--data', data])).stdout).toContain('All is well.');
    expect(readdirSync(data)).toEqual(expect.not.arrayContaining([expect.stringMatching(/^recover-/)]));
  }); // prettier-ignore

  it('finds a ledger whose database was changed while nobody looked', async () => {
    const { data } = await imported();
    const copy = join(newDirectory(), 'data');
    cpSync(data, copy, { recursive: true });
    change(copy, `UPDATE events SET data = replace(data, '"factor":609', '"factor":608') WHERE revision = 2`);
    expect(await ledger(['verify', '--data', copy])).toMatchObject({
      exitCode: 1,
      stdout: expect.stringContaining('revision 2 of road (entry e-3') as string,
    });
    expect((await ledger(['receipt', 'e-1', '--data', copy])).stderr).toContain('read-only');
  });

  it('says of a ledger that is marked read-only that it is, though its entries are in order', async () => {
    const { data } = await imported();
    const marks = join(data, 'private', 'read-only');
    mkdirSync(marks);
    writeFileSync(join(marks, Buffer.from('road').toString('hex')), 'is shorter than a witness saw it\n');
    const { exitCode, stdout } = await ledger(['verify', '--data', data]);
    expect([exitCode, stdout]).toEqual([1, expect.stringMatching(/^Not valid: road: .* marked read-only, since it is shorter than a witness saw it \("ledger recover road"/)]); // prettier-ignore
  });

  it.each<[string, string, (data: string) => void, string]>([
    ['signing key', 'a signing key that is missing', (data) => rmSync(join(data, 'private', 'signing-key')), '"ledger rotate-key --lost POLICY"'],
    ['signing key', 'a signing key that is damaged', (data) => writeFileSync(join(data, 'private', 'signing-key'), 'torn'), 'signing-key is damaged: bring it back'],
    ['log name', 'a name of the log that is missing', (data) => rmSync(join(data, 'private', 'log-name')), 'log-name is missing'],
    ['log name', 'a name of the log that was changed', (data) => writeFileSync(join(data, 'private', 'log-name'), 'other.example\n'), 'names other.example, and checkpoints were signed under'],
    ['log', 'what is remembered of signed logs, damaged', (data) => writeFileSync(join(data, 'private', 'signed-logs'), '1 roa'), 'private/signed-logs of'],
    ['retired keys', 'a retired key that is missing', (data) => rmSync(join(data, 'private', 'retired-keys')), 'bring the file back from a backup'],
    ['entries', 'a payload that was changed', (data) => change(data, `UPDATE events SET metadata = replace(metadata, 'second', 'others')`), 'revision 2 of road (entry e-3'],
    ['entries', 'a row that is no JSON any more', (data) => change(data, `UPDATE events SET data = '{' WHERE revision = 1`), 'revision 1 of road (position 0000000000000002): it cannot be read'],
  ])('says in doctor, at %s, of %s what to do', async (name, _what, damage, said) => {
    const { data } = await imported();
    await ledger(['rotate-key', '--data', data]);
    expect((await ledger(['doctor', '--data', data])).stdout).toContain('All is well.');
    damage(data);
    const { exitCode, stdout } = await ledger(['doctor', '--json', '--data', data]);
    const { checks } = JSON.parse(stdout) as { checks: { name: string; ok: boolean; found: string }[] };
    expect(exitCode).toBe(1);
    expect(checks).toContainEqual({ name, ok: false, found: expect.stringContaining(said) as string });
  }); // prettier-ignore

  it('tells of a lost signing key, and gives the log a new one that a policy of before leads to', async () => {
    const { data, folder } = await imported();
    const policy = join(folder, 'policy');
    writeFileSync(policy, (await ledger(['policy', 'road', '--data', data])).stdout);
    rmSync(join(data, 'private', 'signing-key'));
    const way = '"ledger rotate-key --lost POLICY"';
    expect((await ledger(['verify', '--data', data])).stdout).toMatch(new RegExp(`^Not valid: road: .*${way}`));
    for (const words of [
      ['serve'],
      ['receipt', 'e-1'],
      ['policy', 'road'],
      ['import', join(folder, 'journal.ndjson')],
    ]) {
      const { exitCode, stderr } = await ledger([...words, '--data', data], { PORT: '0' });
      expect([words[0], exitCode, stderr]).toEqual([words[0], 1, expect.stringMatching(`^not-allowed-now: .*${way}`)]);
    }
    const { publicKey } = await ledgerJson<{ publicKey: string }>(['rotate-key', '--lost', policy, '--data', data]);
    expect(publicKey).toMatch(/^[0-9a-f]{64}$/);
    expect(await ledgerJson(['verify', '--data', data])).toMatchObject({ valid: true, entries: 4 });
    expect((await ledger(['doctor', '--data', data])).stdout).toContain('All is well.');
    const bundle = join(folder, 'road.zip');
    await ledger(['export', 'road', '--bundle', bundle, '--data', data]);
    const old = await ledger(['verify', bundle, '--policy', policy]);
    expect([old.exitCode, old.stdout]).toEqual([1, expect.stringMatching(/^NOT VALID by this policy: /)]);
    writeFileSync(policy, (await ledger(['policy', 'road', '--data', data])).stdout);
    expect((await ledger(['verify', bundle, '--policy', policy])).exitCode).toBe(0);
  });
});

/** What somebody with the disk can do. */
function change(data: string, sql: string): void {
  const database = new DatabaseSync(join(data, 'ledger.db'));
  database.exec(`DROP TRIGGER events_are_not_changed; ${sql}`);
  database.close();
}
