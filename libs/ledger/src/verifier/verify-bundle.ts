import { formatVerifierKey, type Policy } from '@app/integrity';
import { incarnationOf, isOriginOf, isSameLog } from '../log/origin';
import { isOwnCorrection } from '../issues/reopened';
import { reveals } from '../rounds/committed-ratings';
import { checkAuthorship, checkSeen, rotatedSigners } from './authorship';
import { breakText, declaredBreak, incarnationFault, isBreak, type DeclaredBreak } from './declared-breaks';
import { checkDerived, type Recomputed } from './derived';
import { checkEntries } from './entries';
import { EXIT_CODES, Findings, type Finding, type Outcome } from './finding';
import { LOST_TEXT, lostKeyText } from './lost-keys';
import { checkKnown, InvalidInput, type OwnFile } from './known';
import { FILE, fieldOf, readManifest, sha256Hex, sizeFault, type BundleFiles, type Manifest } from './manifest';
import { checkPayloads, erasedText, type Payloads } from './payloads';
import { checkProofs } from './proofs';
import { checkReveals } from './reveals';
import { checkQuorum, policyFor, readCheckpoint, type BundleCheckpoint } from './signed-checkpoint';
import { replacedText, successionOf, type Succession } from './succession';
import { checkTree, readLeaves } from './tree';

export interface VerifyOptions {
  /** Pins the log and its key; absent: the policy of the bundle itself is taken. */
  readonly policy?: OwnFile;
  /** Checkpoints that the reader kept. */
  readonly known?: readonly OwnFile[];
  /** Told of every entry, and again of its words and its receipt. */
  readonly onProgress?: (done: number, total: number, phase: (typeof PHASES)[number]) => void;
}

const PHASES = ['entries', 'payloads', 'receipts'] as const;

/** What came out. The text for people is made of it; `--json` prints it. */
export interface Verdict {
  readonly valid: boolean;
  readonly outcome: Outcome;
  readonly code: (typeof EXIT_CODES)[Outcome];
  readonly relationship: string | null;
  /** Entries under the checkpoint. */
  readonly entries: number;
  readonly firstBad: Omit<Finding, 'fault'> | null;
  /** Everything that is wrong; at most so many are listed, all are counted. */
  readonly findings: readonly Finding[];
  readonly findingCount: number;
  readonly made: string | null;
  readonly checkpoint: {
    readonly origin: string;
    readonly size: number;
    readonly root: string;
    /** Verifier keys of the log that signed it. */
    readonly signedBy: readonly string[];
    /** Where the key was taken from. */
    readonly keyFrom: 'policy file' | 'bundle';
    /** Names of the witnesses of the policy, and of those that cosigned. */
    readonly witnesses: readonly string[];
    readonly cosignedBy: readonly string[];
    readonly quorum: boolean;
  } | null;
  readonly payloads: Payloads | null;
  /** Entries whose author's signature holds. */
  readonly signedEntries: number;
  /** Receipts that hold. */
  readonly proofs: number;
  /** Null where they could not be compared, or differ. */
  readonly scores: Recomputed | null;
  /** Checkpoints of the reader that were compared. */
  readonly known: number;
  /** Where the record was declared broken: no fault, and to be known of whoever believes the rest. */
  readonly breaks: readonly DeclaredBreak[];
  /** What a record in which nothing is wrong comes with, in a few words each: such as `a declared break`. */
  readonly reservations: readonly string[];
  /** What to know besides of it, a sentence each without a full stop. */
  readonly caveats: readonly string[];
  /** The record says how its log became another than the policy of the reader knows, and nothing else contradicts it. */
  readonly policyMayBeOlder: boolean;
  /** Files that the manifest does not name: nothing is said of them. */
  readonly otherFiles: readonly string[];
}

/**
 * Verifies a bundle: everything in it against the signed checkpoint, and that against what the reader brought along.
 *
 * @throws InvalidInput where a file of the reader cannot be used, or the bundle is larger than one may be
 */
export function verifyBundle(files: BundleFiles, options: VerifyOptions = {}): Verdict {
  const tooLarge = sizeFault(files);
  if (tooLarge !== null) throw new InvalidInput(tooLarge.file, tooLarge.reason);
  const findings = new Findings();
  const manifest = readManifest(files, findings);
  const found = manifest === null ? null : check(files, manifest, options, findings);
  const { firstBad, outcome } = findings;
  return {
    valid: outcome === 'valid',
    outcome,
    code: EXIT_CODES[outcome],
    relationship: manifest?.relationship ?? null,
    entries: found?.checkpoint?.size ?? 0,
    firstBad: firstBad && {
      file: firstBad.file,
      revision: firstBad.revision,
      id: firstBad.id,
      reason: firstBad.reason,
    },
    findings: findings.list,
    findingCount: findings.count,
    made: manifest?.made ?? null,
    checkpoint: found?.checkpoint ?? null,
    payloads: found?.payloads ?? null,
    signedEntries: found?.signedEntries ?? 0,
    proofs: found?.proofs ?? 0,
    scores: found?.scores ?? null,
    known: found?.known ?? 0,
    breaks: found?.breaks ?? [],
    reservations: found?.reservations ?? [],
    caveats: found?.caveats ?? [],
    policyMayBeOlder: found?.succeeded === true && findings.contradictions === 1,
    otherFiles: manifest === null ? [] : otherFiles(files, manifest),
  };
}

const CHANGED_FILE =
  'it is not the file that the manifest lists: it was changed since the bundle was made; unpack it anew, or ask for it again';

type Found = Pick<
  Verdict,
  'checkpoint' | 'payloads' | 'signedEntries' | 'proofs' | 'scores' | 'known' | 'breaks' | 'reservations' | 'caveats'
> & {
  /** The checkpoint is signed by what became of the log that the policy knows. */
  readonly succeeded: boolean;
};

const NOTHING: Found = {
  checkpoint: null,
  payloads: null,
  signedEntries: 0,
  proofs: 0,
  scores: null,
  known: 0,
  breaks: [],
  reservations: [],
  caveats: [],
  succeeded: false,
};

function check(files: BundleFiles, manifest: Manifest, options: VerifyOptions, findings: Findings): Found {
  const found = checkContent(files, manifest, options, findings);
  // What is known to be wrong in itself needs no second word.
  for (const [name, hash] of Object.entries(manifest.files)) {
    const bytes = files.get(name);
    if (findings.concern(name)) continue;
    if (bytes === undefined) findings.add('incomplete', name, 'it is missing');
    else if (sha256Hex(bytes) !== hash) findings.add('invalid', name, CHANGED_FILE);
  }
  return found;
}

function checkContent(files: BundleFiles, manifest: Manifest, options: VerifyOptions, findings: Findings): Found {
  const policy = policyFor(files, options.policy, findings);
  const signed = readCheckpoint(files, policy, findings);
  if (signed === null) return NOTHING;
  const { checkpoint, note } = signed;
  const { size, root, origin } = checkpoint;
  const succession = options.policy && successionIn(files, manifest, signed, policy);
  if (succession) findings.add('invalid', options.policy.name, succession.reason);
  else if (signed.refusal !== null) findings.add('invalid', FILE.checkpoint, signed.refusal);
  const judged = signed.judged ?? succession?.judged ?? null;
  if (judged !== null && policy !== null) checkQuorum(judged, policy, findings);
  if (manifest.entries !== size) {
    findings.add('invalid', FILE.manifest, `it counts ${manifest.entries} entries, and the checkpoint ${size}`);
  }
  if (!isOriginOf(manifest.relationship, origin)) {
    findings.add('invalid', FILE.checkpoint, `it is of the log ${origin}, not of one of ${manifest.relationship}`);
  }
  const leaves = readLeaves(files, size, findings);
  const tree = checkTree(files, leaves, checkpoint, findings);
  const doneOf = (phase: (typeof PHASES)[number]) => (done: number) => options.onProgress?.(done, size, phase);
  const envelopes = checkEntries(manifest.relationship, leaves, findings, doneOf('entries'));
  const reasons = new Map<number, unknown>();
  const texts = new Map<number, unknown>();
  const revealed = new Map<number, unknown>();
  const corrections = new Map<number, unknown>();
  const signedBodies = new Map<number, string>();
  const payloads = checkPayloads(files, manifest, envelopes, findings, (envelope, payload, signedBody) => {
    const data = fieldOf(payload, 'data');
    if (signedBody !== undefined) signedBodies.set(envelope.revision, signedBody);
    if (isBreak(envelope)) reasons.set(envelope.revision, fieldOf(data, 'reason'));
    if (envelope.kind === 'logkey.rotated') texts.set(envelope.revision, fieldOf(payload, 'text'));
    if (isOwnCorrection(envelope)) corrections.set(envelope.revision, data);
    if (reveals(envelope)) revealed.set(envelope.revision, data ?? {});
    doneOf('payloads')(envelope.revision + 1);
  });
  const breaks = envelopes.flatMap((envelope) =>
    envelope !== undefined && isBreak(envelope) ? [declaredBreak(envelope, reasons.get(envelope.revision), tree)] : [],
  );
  const proofs = checkProofs(files, leaves, checkpoint, findings, doneOf('receipts'));
  const whole = envelopes.every((envelope) => envelope !== undefined);
  if (whole && incarnationOf(origin) !== breaks.length + 1) {
    findings.add('invalid', FILE.checkpoint, incarnationFault(origin, breaks.length));
  }
  const signers = judged?.signers ?? [];
  if (judged !== null && tree !== null) checkSeen(envelopes, tree, findings);
  const rotated = whole ? rotatedSigners(note, origin, envelopes) : [];
  const known = whole ? checkAuthorship(envelopes, signedBodies, corrections, rotated, findings) : null;
  const unheld = whole ? checkReveals(envelopes, revealed, findings) : null;
  const logKey = signers[0] === undefined ? null : formatVerifierKey(signers[0]);
  const scores = whole ? checkDerived(files, manifest, envelopes, logKey, findings) : null;
  const caveats = breaks.map((each) => `entry ${each.revision}: ${breakText(each)}`);
  for (const envelope of envelopes) {
    const lost = envelope === undefined ? null : lostKeyText(envelope, texts.get(envelope.revision));
    if (lost !== null) caveats.push(`entry ${envelope?.revision}: ${lost}`);
  }
  const replaced = policy && signed.judged && replacedText(signed.judged, policy, envelopes.at(-1));
  caveats.push(...[replaced, erasedText(payloads.erased), unheld].filter((caveat) => caveat !== null));
  caveats.push(...(known?.caveats ?? []));
  const pinned = policy?.logs.filter(({ key }) => isSameLog(key.name, origin)).map(({ key }) => key.publicKey) ?? [];
  const keys = [...signers.map(({ publicKey }) => publicKey), ...pinned, ...(known?.logKeys ?? [])];
  const compared = (judged === null ? [] : (options.known ?? [])).map((each) =>
    checkKnown(each, { checkpoint, keys, tree, breaks }, findings),
  );
  caveats.push(...compared.flatMap(({ caveat }) => caveat ?? []));
  return {
    checkpoint: {
      origin,
      size,
      root: root.toString('base64'),
      signedBy: signers.map(formatVerifierKey),
      keyFrom: options.policy === undefined || succession ? 'bundle' : 'policy file',
      witnesses: policy?.witnesses.map(({ name }) => name) ?? [],
      cosignedBy: [...(judged?.cosignatures.keys() ?? [])],
      quorum: judged?.quorum ?? false,
    },
    payloads,
    signedEntries: known?.signed ?? 0,
    proofs,
    scores,
    known: compared.filter(({ isOurs }) => isOurs).length,
    breaks,
    reservations: [
      ...(breaks.length > 0 ? ['a declared break'] : []),
      ...([...texts.values()].includes(LOST_TEXT) ? ['a lost key'] : []),
      ...(replaced ? ['no signature of the current key'] : []),
      ...(payloads.erased.length > 0
        ? [`the words of ${payloads.erased.length} ${payloads.erased.length === 1 ? 'entry' : 'entries'} erased`]
        : []),
    ],
    caveats,
    succeeded: Boolean(succession),
  };
}

/** What the entries say became of the logs of the policy; what is wrong with them is found apart. */
function successionIn(
  files: BundleFiles,
  { relationship }: Manifest,
  { checkpoint: { size, origin }, note, judged }: BundleCheckpoint,
  policy: Policy | null,
): Succession | null {
  if (judged !== null || policy === null) return null;
  const elsewhere = new Findings();
  const envelopes = checkEntries(relationship, readLeaves(files, size, elsewhere), elsewhere);
  return envelopes.every((envelope) => envelope !== undefined) ? successionOf(note, origin, policy, envelopes) : null;
}

function otherFiles(files: BundleFiles, { files: listed }: Manifest): string[] {
  const own: readonly string[] = [FILE.manifest, FILE.verifier];
  return [...files.keys()].filter((name) => !Object.hasOwn(listed, name) && !own.includes(name)).sort();
}
