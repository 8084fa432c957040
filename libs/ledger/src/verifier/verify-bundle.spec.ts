import { readFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  cosign,
  formatCheckpoint,
  formatNote,
  formatSignature,
  formatVerifierKey,
  keyPairOf,
  parseCheckpoint,
  parseNote,
  signText,
  verifierKey,
  type KeyPair,
} from '@app/integrity';
import {
  bundleOfEntries,
  everything,
  HandWritten,
  StoredHandWritten,
  verifiedInStore,
  withLedger,
  type Beside,
} from '../bundle/bundle.fixture';
import type { Envelope } from '../entry/entry';
import { checkDerived } from './derived';
import { Findings } from './finding';
import { LOST_TEXT } from './lost-keys';
import { readManifest, type BundleFiles, type Manifest } from './manifest';
import { InvalidInput } from './known';
import { verdictText } from './verdict-text';
import { verifyBundle, type Verdict } from './verify-bundle';

const ORIGIN = 'ledger.example/relationships/road/log';
const stranger = keyPairOf(Buffer.alloc(32, 9));

/** The files with one of them as it was changed, or without it. */
function changed(files: BundleFiles, name: string, change: (text: string) => string | null): BundleFiles {
  const before = files.get(name);
  if (before === undefined) throw new Error(`there is no ${name}`);
  const after = change(before.toString('latin1'));
  const next = new Map(files);
  if (after === null) next.delete(name);
  else next.set(name, Buffer.from(after, 'latin1'));
  return next;
}

function checkpoint(of: { size: number; root: Buffer }, keys: KeyPair, origin = ORIGIN): string {
  const text = formatCheckpoint({ origin, ...of, extensions: [] });
  return formatNote({ text, signatures: [signText(text, origin, keys)] });
}

describe('a bundle as it was made', () => {
  let files: BundleFiles;
  beforeAll(async () => {
    files = await bundleOfEntries(everything());
  });

  it('is valid, and shows what was erased', () => {
    const verdict = verifyBundle(files);
    expect(verdict).toMatchObject({ valid: true, code: 0, entries: 36, firstBad: null, proofs: 36, findingCount: 0 });
    expect(verdict.payloads).toEqual({ matching: 35, erased: [{ revision: 35, id: 'e-35', on: '2026-02-01' }], withheld: 0 }); // prettier-ignore
    expect(verdict.scores?.score.score).toBeGreaterThan(60);
    const text = verdictText(verdict);
    expect(text).toMatch(
      /^VALID: this is the record that was signed, with the words of 1 entry erased\. \(exit code 0\)\n/,
    );
    expect(text).toContain('To be known: the words of entry 35 were erased, by the word of whoever keeps them alone: ');
    expect(text).toContain('entry 35 (e-35): erased on 2026-02-01, commitment intact');
    expect(text).toContain('the key was taken from the bundle itself');
  });

  it('tells how far it is', () => {
    const told = new Map<string, number>();
    verifyBundle(files, { onProgress: (done, total, phase) => told.set(`${phase} of ${total}`, done) });
    expect([...told]).toEqual([['entries of 36', 36], ['payloads of 36', 35], ['receipts of 36', 36]]);
  }); // prettier-ignore

  it('has the same bytes when it is made again', async () => {
    const [first, second] = await withLedger(everything(), async (_directory, make) => [await make(), await make()]);
    expect(first).toEqual(second);
  });

  const damages: readonly (readonly [string, string, (text: string) => string | null, number, string])[] = [
    ['a payload', 'payloads.ndjson', (text) => text.replace('came late', 'came soon'), 20, 'does not match'],
    ['a salt', 'payloads.ndjson', (text) => text.replace(/"salt":"./, '"salt":"B'), 20, 'does not match'],
    ['a missing payload', 'payloads.ndjson', (text) => text.replace(/^.*\n/, ''), 10, 'its payload is missing'],
    ['a moved payload', 'payloads.ndjson', (text) => text.replace(/^(.*\n)(.*\n)/, '$2$1'), 40, 'out of place'],
    ['no payloads', 'payloads.ndjson', () => null, 10, 'it is missing'],
    ['an entry', 'tile/entries/000.p/36', (text) => text.replace('"sign":"-"', '"sign":"+"'), 40, 'is not the entry'],
    ['the entries cut off', 'tile/entries/000.p/36', (text) => text.slice(0, -1), 40, 'does not hold 36 entries'],
    ['no entries', 'tile/entries/000.p/36', () => null, 10, 'it is missing'],
    ['a hash', 'tile/0/000.p/36', (text) => `${text.slice(0, 64)}x${text.slice(65)}`, 40, 'its hash 2 is not'],
    ['no hashes', 'tile/0/000.p/36', () => null, 10, 'it is missing'],
    ['the size of the checkpoint', 'checkpoint', (text) => text.replace('\n36\n', '\n35\n'), 40, 'does not hold'],
    ['no checkpoint', 'checkpoint', () => null, 10, 'it is missing'],
    ['the policy', 'policy', (text) => text.replace('quorum none', 'quorum nobody'), 40, 'it is no policy'],
    ['no policy', 'policy', () => null, 10, 'it is missing'],
    ['a proof', 'proofs/7.tlog-proof', (text) => text.replace('index 7', 'index 8'), 40, 'it is of another entry'],
    ['a missing proof', 'proofs/7.tlog-proof', () => null, 10, 'it is missing'],
    ['a key', 'keys.json', (text) => text.replace('"from": 0', '"from": 1'), 40, 'log.0.from is 1 there, and 0'],
    ['a weight', 'factor-sets.json', (text) => text.replace('"weight": 100', '"weight": 1'), 40, 'by the entries'],
    ['another factor set', 'factor-sets.json', (text) => text.replace('1.0-draft', '0.9'), 10, 'this verifier has'],
    ['a score', 'scores.json', (text) => text.replace(/"score": \d+/, '"score": 99'), 40, 'score.score is 99'],
    ['another model', 'scores.json', (text) => text.replace('score@1', 'score@0'), 10, 'use the verifier of the bundle'],
    ['white space', 'scores.json', (text) => `${text} `, 40, 'somebody has changed it'],
    ['the guide', 'VERIFY.md', (text) => text.replace('valid', 'fine'), 40, 'is not the file that the manifest lists'],
    ['no guide', 'VERIFY.md', () => null, 10, 'it is missing'],
    ['the manifest', 'manifest.json', (text) => text.replace('/v1', '/v2'), 40, 'this verifier knows'],
    ['no manifest', 'manifest.json', () => null, 10, 'these are not the files of a bundle'],
    ['a day that is none', 'manifest.json', (text) => text.replace('"2026-03-31"', '"2026-02-31"'), 40, 'it is not the manifest of a bundle'],
    ['a count of the manifest', 'manifest.json', (text) => text.replace('"entries": 36', '"entries": 35'), 40, 'it counts 35'],
  ]; // prettier-ignore

  it.each(damages)('is not valid with %s changed', (_name, file, change, code, reason) => {
    const verdict = verifyBundle(changed(files, file, change));
    expect(verdict).toMatchObject({ valid: false, code });
    const named = verdict.findings.filter((finding) => finding.file === file);
    expect(named.map((finding) => finding.reason).join()).toContain(reason);
    expect(verdictText(verdict)).toContain(`(exit code ${code})`);
  });

  it('names the entry, whatever else shows that it was changed', () => {
    const change = (text: string): string => text.replace('"sign":"-"', '"sign":"+"');
    const one = verifyBundle(changed(files, 'tile/entries/000.p/36', change));
    expect(one.firstBad).toMatchObject({ revision: 33, file: 'tile/entries/000.p/36' });
    const payload = verifyBundle(changed(files, 'payloads.ndjson', (text) => text.replace('came late', 'came soon')));
    expect(payload.firstBad).toMatchObject({ revision: 33, id: 'e-33', file: 'payloads.ndjson' });
  });

  it('says nothing of files that are no part of it', () => {
    const verdict = verifyBundle(new Map([...files, ['notes.txt', Buffer.from('mine')]]));
    expect(verdict).toMatchObject({ code: 0, otherFiles: ['notes.txt'] });
  });

  it('is held against the policy of its reader', () => {
    const policy = (files.get('policy') as Buffer).toString();
    const own = verifyBundle(files, { policy: { name: 'mine', text: policy } });
    expect(own).toMatchObject({ code: 0, checkpoint: { keyFrom: 'policy file' } });
    const other = `log ${formatVerifierKey(verifierKey(ORIGIN, 'ed25519', stranger.publicKey))}\nquorum none\n`;
    const refused = verifyBundle(files, { policy: { name: 'mine', text: other } });
    expect(refused).toMatchObject({ code: 40, firstBad: { file: 'checkpoint' } });
    expect(refused.firstBad?.reason).not.toContain('the policy is of');
    const elsewhere = 'other.example/relationships/road/log';
    const strange = verifyBundle(files, { policy: { name: 'mine', text: policy.replaceAll(/^log .*/gm, `log ${formatVerifierKey(verifierKey(elsewhere, 'ed25519', stranger.publicKey))}`) } }); // prettier-ignore
    expect(strange).toMatchObject({ code: 40, firstBad: { file: 'checkpoint' } });
    expect(strange.firstBad?.reason).toMatch(
      new RegExp(
        `^no log of the policy signed .*: the policy is of the log ${elsewhere}, and the bundle of ${ORIGIN}$`,
      ),
    );
    expect(() => verifyBundle(files, { policy: { name: 'mine', text: 'nonsense' } })).toThrow(InvalidInput);
  });
});

describe('a bundle and a checkpoint that its reader kept', () => {
  const known = (text: string) => ({ known: [{ name: 'kept', text }] });
  let files: BundleFiles;
  let keys: KeyPair;
  let earlier: string;
  let root: Buffer;

  beforeAll(async () => {
    const ledger = everything();
    await withLedger(ledger, async (directory, make) => {
      files = await make();
      const seed = readFileSync(join(directory, 'private', 'signing-key'), 'utf8').trim();
      keys = keyPairOf(Buffer.from(seed, 'hex'));
    });
    root = Buffer.from(ledger.seen(20).root, 'base64');
    earlier = checkpoint({ size: 20, root }, keys);
  });

  it('goes on from an earlier one, and is its own', () => {
    expect(verifyBundle(files, known(earlier))).toMatchObject({ code: 0, known: 1 });
    expect(verifyBundle(files, known((files.get('checkpoint') as Buffer).toString())).code).toBe(0);
  });

  it('is a fork where the first entries were others', () => {
    const verdict = verifyBundle(files, known(checkpoint({ size: 20, root: Buffer.alloc(32) }, keys)));
    expect(verdict).toMatchObject({ code: 30, firstBad: { file: 'kept' } });
    expect(verdict.firstBad?.reason).toContain('two histories were signed');
    expect(verifyBundle(files, known(checkpoint({ size: 36, root: Buffer.alloc(32) }, keys))).code).toBe(30);
  });

  it('is a fork, whatever else is wrong', () => {
    const bad = changed(files, 'keys.json', (text) => text.replace('"from": 0', '"from": 1'));
    expect(verifyBundle(bad, known(checkpoint({ size: 20, root: Buffer.alloc(32) }, keys))).code).toBe(30);
  });

  it('is incomplete where it ends before', () => {
    const verdict = verifyBundle(files, known(checkpoint({ size: 37, root }, keys)));
    expect(verdict).toMatchObject({ code: 10, firstBad: { file: 'kept' } });
  });

  it('is not accused by what its log did not sign', () => {
    const forged = [
      checkpoint({ size: 20, root }, stranger),
      checkpoint({ size: 20, root: Buffer.alloc(32) }, stranger),
    ];
    for (const text of forged) {
      const verdict = verifyBundle(files, known(text));
      expect(verdict).toMatchObject({ code: 10, findingCount: 1, known: 0, firstBad: { file: 'kept' } });
      expect(verdict.firstBad?.reason).toContain('no key of this log');
    }
    for (const origin of ['other.example/relationships/road/log', 'ledger.example/relationships/river/log']) {
      for (const signer of [keys, stranger]) {
        const text = checkpoint({ size: 20, root }, signer, origin);
        expect(() => verifyBundle(files, known(text))).toThrow(`kept: it is of the log ${origin}, and the bundle of`);
      }
    }
  });

  it('is held against what a key of the policy signed that signs no more', () => {
    const policy = { name: 'mine', text: `log ${key(keys)}\nlog ${key(stranger)}\nquorum none\n` };
    const lie = known(checkpoint({ size: 20, root: Buffer.alloc(32) }, stranger));
    expect(verifyBundle(files, { policy, ...known(checkpoint({ size: 20, root }, stranger)) })).toMatchObject({ code: 0, known: 1 }); // prettier-ignore
    expect(verifyBundle(files, { policy, ...lie })).toMatchObject({ code: 30, known: 1 });
  });

  it('is not compared with what is no checkpoint, or a damaged one', () => {
    expect(() => verifyBundle(files, known('nonsense'))).toThrow('kept: it is no signed checkpoint');
    expect(() => verifyBundle(files, known(earlier.replace('\n20\n', '\n21\n')))).toThrow('does not hold');
  });

  it('cannot be compared where its entries are not those of its own checkpoint', () => {
    const bad = changed(files, 'tile/entries/000.p/36', (text) => text.replace('"sign":"-"', '"sign":"+"'));
    const verdict = verifyBundle(bad, known(earlier));
    expect(verdict.code).toBe(40);
    expect(verdict.findings).toContainEqual(expect.objectContaining({ file: 'kept', fault: 'incomplete' }));
  });
});

describe('a bundle of a log with witnesses', () => {
  const witness = keyPairOf(Buffer.alloc(32, 5));
  let files: BundleFiles;

  beforeAll(async () => {
    files = await withLedger(everything(), async (directory, make) => {
      const folder = join(directory, 'private', 'witnesses');
      mkdirSync(folder, { recursive: true });
      const key = formatVerifierKey(verifierKey('witness.example', 'cosignature', witness.publicKey));
      writeFileSync(join(folder, 'road.policy'), `witness council ${key}\nquorum council\n`);
      return make();
    });
  });

  const cosigned = (change: (signature: Buffer) => Buffer): BundleFiles => {
    const note = parseNote((files.get('checkpoint') as Buffer).toString());
    const { signature, ...named } = cosign(note.text, 'witness.example', witness, 1_767_600_000);
    const line = `${formatSignature({ ...named, signature: change(signature) })}\n`;
    return new Map([...files].map(([name, bytes]) => {
      if (!name.startsWith('proofs/') && name !== 'checkpoint') return [name, bytes];
      return [name, Buffer.concat([bytes, Buffer.from(line)])];
    })); // prettier-ignore
  };

  it('is incomplete without their cosignatures', () => {
    const verdict = verifyBundle(files);
    expect(verdict).toMatchObject({ code: 10, checkpoint: { witnesses: ['council'], cosignedBy: [], quorum: false } });
    expect(verdict.firstBad?.reason).toBe('not enough witnesses have cosigned it: council did not');
  });

  it('is believed with them', () => {
    const verdict = verifyBundle(cosigned((signature) => signature));
    expect(verdict.checkpoint).toMatchObject({ cosignedBy: ['council'], quorum: true });
    // The manifest was made before them.
    expect(verdict.findings.every(({ reason }) => reason.includes('the manifest lists'))).toBe(true);
  });

  it('is invalid with one that does not hold', () => {
    const verdict = verifyBundle(cosigned((signature) => Buffer.from(signature).fill(0, 20)));
    expect(verdict).toMatchObject({ code: 40, checkpoint: { quorum: false } });
    expect(verdict.findings.map(({ reason }) => reason)).toContain('the cosignature of witness.example does not hold');
  });
});

/** The verdict on a ledger whose owner signed an entry that says what it likes. */
async function verdictOn(said: Partial<Envelope>, beside: Beside = {}): Promise<Verdict> {
  const ledger = everything();
  ledger.log({ kind: 'note.logged', party: 'client', factor: 609, sign: '+', ...said }, beside);
  return verifyBundle(await bundleOfEntries(ledger));
}

describe('what a ledger would not write, though it was signed', () => {
  const hash = 'a'.repeat(64);
  it.each<[string, Partial<Envelope>, string]>([
    ['another revision', { revision: 7 }, 'it says that it is revision 7'],
    ['another relationship', { relationship: 'river' }, 'it belongs to another relationship'],
    ['another stream', { stream: 'relationship-river' }, 'it belongs to another stream'],
    ['an unknown kind', { kind: 'note.forged' }, 'its kind "note.forged" is none that this verifier knows'],
    ['an id that is taken', { id: 'e-3' }, 'an earlier entry has the id "e-3" too'],
    ['an answer to nothing', { answers: 'e-99' }, 'it answers "e-99", which is no entry before it'],
    ['an answer to itself', { answers: 'e-36' }, 'it answers "e-36", which is no entry before it'],
    ['a broken chain', { previous: hash }, 'it does not name the entry before it'],
    ['a time before', { recorded: '2026-01-05T09:00:00.000Z' }, 'it was recorded before the entry before it'],
    ['a claimed time', { claimedRecorded: '2020-01-01T00:00:00.000Z' }, 'it claims a recorded time'],
    ['no date', { effective: 'soon' }, 'its field effective is not what an entry has there'],
    ['no level', { level: 'three' as unknown as number }, 'its field level is not what an entry has there'],
  ])('is named: %s', async (_name, said, reason) => {
    const verdict = await verdictOn(said);
    expect(verdict).toMatchObject({ code: 40, firstBad: { revision: 36, file: 'tile/entries/000.p/37' } });
    expect(verdict.firstBad?.reason).toContain(reason);
  });

  it('is named: a commitment to another payload', async () => {
    expect(await verdictOn({ commitment: hash })).toMatchObject({ code: 20, firstBad: { revision: 36 } });
  });

  it('is a fork where its author had seen another history', async () => {
    const verdict = await verdictOn({ checkpointSeen: { size: 20, root: Buffer.alloc(32).toString('base64') } });
    expect(verdict).toMatchObject({ code: 30, firstBad: { revision: 36 } });
    const later = await verdictOn({ checkpointSeen: { size: 37, root: Buffer.alloc(32).toString('base64') } });
    expect(later).toMatchObject({ code: 40, firstBad: { revision: 36 } });
  });

  it('is named where the scores cannot even be made of it', async () => {
    const files = await bundleOfEntries(everything());
    const findings = new Findings();
    const manifest = readManifest(files, findings) as Manifest;
    const facts = { factorSet: { id: 'x', version: '1' } };
    const broken = [{ recorded: 'never', claimedRecorded: null, facts } as unknown as Envelope];
    expect(checkDerived(files, manifest, broken, null, findings)).toBeNull();
    expect(findings.firstBad?.reason).toContain('entries.0');
    expect(findings.list.at(-1)).toMatchObject({ file: 'scores.json', fault: 'invalid' });
    expect(findings.list.at(-1)?.reason).toBe('it cannot be made from the entries: never is no instant');
  });
});

const key = (keys: KeyPair): string => formatVerifierKey(verifierKey(ORIGIN, 'ed25519', keys.publicKey));
const next = keyPairOf(Buffer.alloc(32, 8));

/** The bundle of a ledger whose log `next` signs. */
function filesSignedByNext(ledger: HandWritten): Promise<BundleFiles> {
  return filesSignedBy(8, ledger);
}

/** @param seed each byte of that of the key */
function filesSignedBy(seed: number, ledger: HandWritten): Promise<BundleFiles> {
  return withLedger(ledger, async (directory, make) => {
    mkdirSync(join(directory, 'private'), { recursive: true });
    writeFileSync(join(directory, 'private', 'signing-key'), `${Buffer.alloc(32, seed).toString('hex')}\n`);
    return make();
  });
}

/** What a reader pins: a key, under the first name of the log. */
const pinning = (keys: KeyPair) => ({ policy: { name: 'mine', text: `log ${key(keys)}\nquorum none\n` } });

describe('the key of a log that was rotated', () => {
  function rotatedFiles(old: KeyPair, fresh: KeyPair): Promise<BundleFiles> {
    const ledger = everything();
    const facts = { old: key(old), new: key(fresh) };
    ledger.log({ kind: 'logkey.rotated', party: 'ledger', facts });
    ledger.log({ kind: 'note.logged', party: 'client', factor: 609, sign: '+' });
    return filesSignedByNext(ledger);
  }

  async function rotated(old: KeyPair, fresh: KeyPair): Promise<Verdict> {
    return verifyBundle(await rotatedFiles(old, fresh));
  }

  it('is followed', async () => {
    expect((await rotated(stranger, next)).code).toBe(0);
  });

  it('is followed where the rotation was interrupted and begun anew, and where an import came after it', async () => {
    const ledger = new HandWritten(true);
    const rotate = (old: KeyPair, fresh: KeyPair): string =>
      ledger.log({ kind: 'logkey.rotated', party: 'ledger', facts: { old: key(old), new: key(fresh) } });
    const claimed = { imported: true, claimedRecorded: '2020-01-01T00:00:00.000Z' };
    const note = { kind: 'note.logged', party: 'client', factor: 609, sign: '+', ...claimed } as const;
    const lost = keyPairOf(Buffer.alloc(32, 6));
    rotate(stranger, lost);
    rotate(stranger, next);
    ledger.log(note);
    expect(verifyBundle(await filesSignedByNext(ledger))).toMatchObject({ code: 0, findings: [] });
  });

  it('is named to a reader who has the old one, and not believed', async () => {
    const verdict = verifyBundle(await rotatedFiles(stranger, next), pinning(stranger));
    expect(verdict).toMatchObject({ code: 40, findingCount: 1, checkpoint: { keyFrom: 'bundle' } });
    expect(verdict.firstBad).toMatchObject({ file: 'mine', revision: null });
    expect(verdict.firstBad?.reason).toContain(`entry 36 says that the key was rotated to ${key(next)}`);
    const text = verdictText(verdict);
    expect(text).toMatch(
      /^NOT VALID by this policy: .* \(exit code 40\)\n\nTo be known: .*\n\nFirst that is bad: mine: /,
    );
    expect(text).toContain('"ledger policy"');
    expect(text).not.toContain('neither of its keys');
  });

  it('is named so too where witnesses are missing besides', async () => {
    const witness = formatVerifierKey(verifierKey('witness.example', 'cosignature', keyPairOf(Buffer.alloc(32, 5)).publicKey));
    const policy = { name: 'mine', text: `log ${key(stranger)}\nwitness council ${witness}\nquorum council\n` };
    const verdict = verifyBundle(await rotatedFiles(stranger, next), { policy });
    expect(verdict).toMatchObject({ code: 40, findingCount: 2, policyMayBeOlder: true });
    expect(verdictText(verdict)).toMatch(/^NOT VALID by this policy: .*; nothing else contradicts it, but something is missing to prove it\. \(exit code 40\)\n/);
    expect(verdictText(verdict)).toContain('- checkpoint: not enough witnesses have cosigned it: council did not');
  }); // prettier-ignore

  /** A policy of after the rotation: both keys, the current one first. */
  const both = {
    policy: { name: 'mine', text: `log ${key(next)}\nlog ${key(stranger)}\nquorum none\n` },
  };

  it('is said to sign by a key that was replaced, where the record ends before or goes on without the new one', async () => {
    const signedByOld = async (ledger: HandWritten): Promise<readonly string[]> => {
      const verdict = verifyBundle(await filesSignedBy(9, ledger), both);
      expect(verdict).toMatchObject({ code: 0, findings: [] });
      const said = verdict.caveats.filter((caveat) => caveat.includes('was replaced'));
      expect(verdict.reservations).toEqual(said.map(() => 'no signature of the current key'));
      return said;
    };
    const ledger = new HandWritten();
    expect(await signedByOld(ledger)).toEqual([expect.stringContaining(`no key signed it but ${key(stranger)}, `)]);
    ledger.log({ kind: 'logkey.rotated', party: 'ledger', facts: { old: key(stranger), new: key(next) } });
    expect(await signedByOld(ledger)).toEqual([]);
    ledger.log({ kind: 'note.logged', party: 'client', factor: 609, sign: '+' });
    expect(await signedByOld(ledger)).toHaveLength(1);
    const own = verifyBundle(await rotatedFiles(stranger, next), both);
    expect([own.code, own.caveats.filter((caveat) => caveat.includes('was replaced'))]).toEqual([0, []]);
  });

  it.each<[string, Beside, string | null]>([
    ['where it was lost', { text: LOST_TEXT }, 'entry 1: the key of the log was said to be lost on 2026-01-05'],
    ['where the words are gone that would say so', { erased: '2026-02-01' }, 'whether it was lost is not there to read'],
    ['and not where the old key signed that', { text: 'The log has a new key.' }, null],
  ])('is named by every verdict %s', async (_name, beside, said) => {
    const ledger = new StoredHandWritten();
    ledger.log({ kind: 'logkey.rotated', party: 'ledger', facts: { old: key(stranger), new: key(next) } }, beside);
    const { code, caveats, reservations } = verifyBundle(await filesSignedByNext(ledger), pinning(next));
    expect(reservations.includes('a lost key')).toBe(beside.text === LOST_TEXT);
    expect([code, caveats.filter((caveat) => caveat.startsWith('entry 1: '))]).toEqual([0, said === null ? [] : [expect.stringContaining(said)]]);
    const { valid, lostKeys } = await verifiedInStore(ledger);
    expect([valid, lostKeys.map(({ revision, text }) => `entry ${revision}: ${text}`)]).toEqual([true, said === null ? [] : [expect.stringContaining(said)]]);
  }); // prettier-ignore

  it('is named through several rotations', async () => {
    const ledger = everything();
    const between = keyPairOf(Buffer.alloc(32, 6));
    ledger.log({ kind: 'logkey.rotated', party: 'ledger', facts: { old: key(stranger), new: key(between) } });
    ledger.log({ kind: 'logkey.rotated', party: 'ledger', facts: { old: key(between), new: key(next) } });
    const verdict = verifyBundle(await filesSignedByNext(ledger), pinning(stranger));
    expect(verdict).toMatchObject({ code: 40, findingCount: 1 });
    expect(verdict.firstBad?.reason).toContain('entry 37 says (after 36) that the key was rotated to');
  });

  it('is that of an attacker where the rotations do not lead from the one of the reader to who signed', async () => {
    const lost = keyPairOf(Buffer.alloc(32, 6));
    for (const files of [await rotatedFiles(lost, next), await rotatedFiles(stranger, lost)]) {
      const verdict = verifyBundle(files, pinning(stranger));
      expect(verdict).toMatchObject({ code: 40, policyMayBeOlder: false });
      const reasons = verdict.findings.map(({ reason }) => reason).join();
      expect(reasons).toContain(`no log of the policy signed the checkpoint of ${ORIGIN}`);
      expect(reasons).not.toContain('the key was rotated to');
    }
  });

  it('is not said to have signed nothing to a reader who has one of no log', async () => {
    const verdict = verifyBundle(await rotatedFiles(stranger, next), pinning(keyPairOf(Buffer.alloc(32, 6))));
    expect(verdict.findings.map(({ reason }) => reason)).toEqual([
      `no log of the policy signed the checkpoint of ${ORIGIN}`,
    ]);
  });

  it('is named where another signed', async () => {
    const verdict = await rotated(stranger, keyPairOf(Buffer.alloc(32, 7)));
    expect(verdict).toMatchObject({
      code: 40,
      firstBad: { revision: 36, reason: 'neither of its keys signed the checkpoint' },
    });
  });
});

describe('a record that was declared broken', () => {
  const NOTE = { kind: 'note.logged', party: 'client', factor: 609, sign: '+' } as const;
  const kept = (of: { size: number; root: Buffer | string }, origin = ORIGIN) => {
    const root = typeof of.root === 'string' ? Buffer.from(of.root, 'base64') : of.root;
    return { known: [{ name: 'kept', text: checkpoint({ size: of.size, root }, next, origin) }] };
  };
  const lost = { size: 40, root: Buffer.alloc(32, 1) };

  /** Broken off before entry 36, after which a checkpoint of 40 entries had been signed, or another. */
  function broken(lastCheckpoint = `40 ${lost.root.toString('base64')}`, beside: Beside = {}): HandWritten {
    const ledger = everything();
    const data = { reason: 'The disk is lost.\u0007' };
    ledger.log({ kind: 'record.broken', party: 'ledger', facts: { lastCheckpoint } }, { data, ...beside });
    ledger.log(NOTE);
    return ledger;
  }

  it('is valid, which is not said without the break', async () => {
    const verdict = verifyBundle(await filesSignedByNext(broken()));
    const lastCheckpoint = { size: 40, root: lost.root.toString('base64') };
    const reason = 'The disk is lost.\u0007';
    expect(verdict).toMatchObject({
      code: 0,
      checkpoint: { origin: `${ORIGIN}/2` },
      breaks: [{ relationship: 'road', revision: 36, recorded: '2026-01-06T21:00:00.000Z', reason, lastCheckpoint, kept: false }],
    }); // prettier-ignore
    const text = verdictText(verdict);
    expect(text).toMatch(/^VALID: this is the record that was signed, with a declared break and the words of 1 entry erased\. \(exit code 0\)\n\nTo be known: entry 36: /);
    expect(text).toContain('declared broken on 2026-01-06: "The disk is lost. "; a checkpoint of 40 entries');
    expect(text).toContain('of which those from number 36 on are not here');
  }); // prettier-ignore

  it.each<[string, string, Beside, boolean | null, string]>([
    ['all that was signed', `36 ${everything().seen().root}`, {}, true, 'they are all here as they were'],
    [
      'one entry less',
      `37 ${lost.root.toString('base64')}`,
      {},
      false,
      'of which those from number 36 on are not here',
    ],
    ['other entries', `20 ${lost.root.toString('base64')}`, {}, false, 'the first 20 here are others'],
    ['what nobody could compare', 'unreadable', {}, null, 'could not be read then'],
    ['no reason any more', 'unreadable', { erased: '2026-02-01' }, null, 'a reason that is not there to read'],
  ])('says what it holds: %s', async (_name, lastCheckpoint, beside, keptAll, said) => {
    const verdict = verifyBundle(await filesSignedByNext(broken(lastCheckpoint, beside)));
    expect(verdict).toMatchObject({ code: 0, breaks: [{ kept: keptAll }] });
    expect(verdictText(verdict)).toContain(said);
  });

  it('goes on from a checkpoint of before whose entries it has', async () => {
    const verdict = verifyBundle(await filesSignedByNext(broken()), kept(everything().seen(20)));
    expect(verdict).toMatchObject({ code: 0, known: 1 });
    expect(verdict.caveats.at(-1)).toBe(
      'kept: its 20 entries are all here as they were; the log that it is of was broken off on 2026-01-06, which entry 36 declares',
    );
  });

  it.each<[string, { size: number; root: Buffer }, string]>([
    ['with more entries than it has', lost, 'of its 40 entries at least those from number 36 on are not here'],
    [
      'with entries that it has no more',
      { ...lost, size: 37 },
      'of its 37 entries at least those from number 36 on are not here',
    ],
    ['with other entries', { ...lost, size: 20 }, 'its 20 entries are not the first here'],
  ])('is a fork of a checkpoint of before %s', async (_name, of, said) => {
    const verdict = verifyBundle(await filesSignedByNext(broken()), kept(of));
    expect(verdict).toMatchObject({ code: 30, firstBad: { file: 'kept' } });
    expect(verdict.firstBad?.reason).toContain(said);
    expect(verdict.firstBad?.reason).toContain('broken off on 2026-01-06, which entry 36 declares');
  });

  it('is told from a checkpoint of after, which the bundle of before knows nothing of', async () => {
    const [before, after] = [await filesSignedByNext(everything()), broken().seen(37)];
    expect(verifyBundle(before, kept(after, `${ORIGIN}/2`))).toMatchObject({ code: 10, firstBad: { file: 'kept' } });
    const verdict = verifyBundle(before, kept({ ...lost, size: 36 }, `${ORIGIN}/2`));
    expect(verdict).toMatchObject({ code: 30, firstBad: { file: 'kept' } });
    expect(verdict.firstBad?.reason).toContain('ask for a newer bundle');
  });

  it('has another name than a policy of before knows, which is what is said', async () => {
    const files = await filesSignedByNext(broken());
    const verdict = verifyBundle(files, { ...pinning(next), ...kept(lost) });
    expect(verdict).toMatchObject({ code: 30, known: 1, findingCount: 2 });
    expect(verdict.findings.at(-1)?.reason).toContain('which entry 36 declares, naming this very checkpoint');
    const alone = verifyBundle(files, pinning(next));
    expect(alone).toMatchObject({ code: 40, findingCount: 1, policyMayBeOlder: true, firstBad: { file: 'mine' } });
    expect(alone.firstBad?.reason).toContain(
      `entry 36 declares the record broken on 2026-01-06, and the log is ${ORIGIN}/2 since`,
    );
    expect(verifyBundle(files, pinning(stranger)).findings.map(({ reason }) => reason)).toEqual([
      `no log of the policy signed the checkpoint of ${ORIGIN}/2`,
    ]);
  });

  it('is no other log under a new name, where no entry declares the break', async () => {
    const files = new Map(await filesSignedByNext(everything()));
    const { root } = everything().seen();
    const text = checkpoint({ size: 36, root: Buffer.from(root, 'base64') }, next, `${ORIGIN}/2`);
    files.set('checkpoint', Buffer.from(text));
    files.set('policy', Buffer.from(`log ${formatVerifierKey(verifierKey(`${ORIGIN}/2`, 'ed25519', next.publicKey))}\nquorum none\n`)); // prettier-ignore
    for (const options of [{}, pinning(next)]) {
      const verdict = verifyBundle(files, options);
      expect(verdict).toMatchObject({ code: 40, policyMayBeOlder: false });
      expect(verdict.findings.map(({ reason }) => reason).join()).toContain(
        `incarnation 2 of the log, and 0 entries declare a break`,
      );
    }
  });
});

describe('a checkpoint in a bundle', () => {
  it('is one of the relationship', async () => {
    const files = await bundleOfEntries(new HandWritten());
    const { origin } = parseCheckpoint(parseNote((files.get('checkpoint') as Buffer).toString()).text);
    expect(origin).toBe(ORIGIN);
    const other = changed(files, 'manifest.json', (text) => text.replace('"road"', '"river"'));
    const verdict = verifyBundle(other);
    expect(verdict.code).toBe(40);
    expect(verdict.findings.map(({ reason }) => reason)).toContain(`it is of the log ${ORIGIN}, not of one of river`);
  });
});
