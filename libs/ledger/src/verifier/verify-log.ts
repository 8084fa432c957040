import { formatVerifierKey } from '@app/integrity';
import { incarnationOf, isSameLog } from '../log/origin';
import { checkAuthorship, checkSeen, rotatedSigners } from './authorship';
import { declaredBreak, incarnationFault, isBreak } from './declared-breaks';
import { checkEntries } from './entries';
import { Findings, type Finding, type Outcome } from './finding';
import { checkKnown, type OwnFile } from './known';
import { FILE, type BundleFiles } from './manifest';
import { checkQuorum, policyFor, readCheckpoint, type BundleCheckpoint } from './signed-checkpoint';
import { checkTree, entryFile, readLeaves } from './tree';

export interface VerifyLogOptions {
  /** Pins the log and its key; absent: the policy among the files is taken. */
  readonly policy?: OwnFile;
  /** Checkpoints that the reader kept. */
  readonly known?: readonly OwnFile[];
  /** A bundle that the reader kept: it shows which entry is another now. */
  readonly kept?: BundleFiles;
  readonly onProgress?: (done: number, total: number) => void;
}

/** What came of a log that was read from whoever serves it. */
export interface LogVerdict {
  readonly outcome: Outcome;
  /** With the id of its entry, as far as that can be read. */
  readonly firstBad: Finding | null;
  readonly findings: readonly Finding[];
  readonly findingCount: number;
  /** Null where it cannot be read. */
  readonly checkpoint: {
    readonly origin: string;
    readonly size: number;
    readonly root: string;
    /** Verifier keys of the log that signed it. */
    readonly signedBy: readonly string[];
    readonly cosignedBy: readonly string[];
  } | null;
  /** Checkpoints of the reader that were compared. */
  readonly known: number;
  /** What to know besides of it, a sentence each without a full stop. */
  readonly caveats: readonly string[];
}

/**
 * Verifies the log of a relationship as it is served now, without the words of its entries: every entry against the tree,
 * that against the signed checkpoint, and that against what the reader kept.
 *
 * @param files the checkpoint, the policy and all tiles, named as in a bundle
 * @throws InvalidInput where a file of the reader cannot be used
 */
export function verifyLog(files: BundleFiles, relationship: string, options: VerifyLogOptions = {}): LogVerdict {
  const findings = new Findings();
  const policy = policyFor(files, options.policy, findings);
  const signed = readCheckpoint(files, policy, findings);
  if (signed === null) return verdictOf(findings, null, [], 0, []);
  const { checkpoint, note, judged, refusal } = signed;
  const { size, origin } = checkpoint;
  if (refusal !== null) findings.add('invalid', FILE.checkpoint, refusal);
  if (judged !== null && policy !== null) checkQuorum(judged, policy, findings);
  const leaves = readLeaves(files, size, findings);
  const tree = checkTree(files, leaves, checkpoint, findings);
  const done = (count: number): void => options.onProgress?.(count, size);
  const envelopes = checkEntries(relationship, leaves, findings, done);
  const ids = envelopes.map((envelope) => envelope?.id ?? null);
  if (options.kept !== undefined) checkKept(options.kept, leaves, ids, findings);
  const breaks = envelopes.flatMap((each) => (each !== undefined && isBreak(each) ? [declaredBreak(each, null, tree)] : [])); // prettier-ignore
  const whole = envelopes.every((envelope) => envelope !== undefined);
  if (whole && incarnationOf(origin) !== breaks.length + 1) {
    findings.add('invalid', FILE.checkpoint, incarnationFault(origin, breaks.length));
  }
  if (judged !== null && tree !== null) checkSeen(envelopes, tree, findings);
  const rotated = whole ? rotatedSigners(note, origin, envelopes) : [];
  const authors = whole ? checkAuthorship(envelopes, new Map(), new Map(), rotated, findings) : null;
  const pinned = policy?.logs.filter(({ key }) => isSameLog(key.name, origin)).map(({ key }) => key.publicKey) ?? [];
  const keys = [...pinned, ...(authors?.logKeys ?? [])];
  const compared = (options.known ?? []).map((each) =>
    checkKnown(each, { checkpoint, keys, tree, breaks, isNow: true }, findings),
  );
  const caveats = [...(authors?.caveats ?? []), ...compared.flatMap(({ caveat }) => caveat ?? [])];
  return verdictOf(findings, signed, ids, compared.filter(({ isOurs }) => isOurs).length, caveats);
}

/** Holds the entries against those of a bundle: the first that is another, or is not there any more. */
function checkKept(
  kept: BundleFiles,
  leaves: readonly (Buffer | undefined)[],
  ids: readonly (string | null)[],
  findings: Findings,
): void {
  const unread = new Findings();
  const size = readCheckpoint(kept, null, unread)?.checkpoint.size ?? 0;
  const before = readLeaves(kept, size, unread);
  const revision = before.findIndex((leaf, place) => {
    const now = leaves[place];
    return leaf !== undefined && !(now === undefined ? place < leaves.length : now.equals(leaf));
  });
  if (revision === -1) return;
  const reason = 'it is not the entry that the bundle which was kept holds';
  findings.add('fork', entryFile(Math.max(leaves.length, size), revision), reason, {
    revision,
    id: ids[revision] ?? null,
  });
}

function verdictOf(
  { firstBad, list, count, outcome }: Findings,
  signed: BundleCheckpoint | null,
  ids: readonly (string | null)[],
  known: number,
  caveats: readonly string[],
): LogVerdict {
  const named = (finding: Finding): Finding => ({ ...finding, id: finding.id ?? ids[finding.revision ?? -1] ?? null });
  return {
    outcome,
    firstBad: firstBad && named(firstBad),
    findings: list.map(named),
    findingCount: count,
    checkpoint: signed && {
      origin: signed.checkpoint.origin,
      size: signed.checkpoint.size,
      root: signed.checkpoint.root.toString('base64'),
      signedBy: signed.judged?.signers.map(formatVerifierKey) ?? [],
      cosignedBy: [...(signed.judged?.cosignatures.keys() ?? [])],
    },
    known,
    caveats,
  };
}
