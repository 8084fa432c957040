import { checkInclusion, InvalidNote, InvalidProof, leafHash, parseTlogProof, type Checkpoint } from '@app/integrity';
import type { Findings } from './finding';
import { FILE, type BundleFiles } from './manifest';
import { entryFile } from './tree';

const PROOF = /^proofs\/(0|[1-9][0-9]*)\.tlog-proof$/;

/** The file that holds the proof of an entry. */
export function proofFile(revision: number): string {
  return `proofs/${revision}.tlog-proof`;
}

/** Checks the receipts of the entries; answers how many hold. */
export function checkProofs(
  files: BundleFiles,
  leaves: readonly (Buffer | undefined)[],
  { size, root }: Checkpoint,
  findings: Findings,
  onProgress: (done: number) => void,
): number {
  const note = files.get(FILE.checkpoint)?.toString('utf8');
  let holding = 0;
  let done = 0;
  for (const [name, bytes] of files) {
    const place = PROOF.exec(name)?.[1];
    if (place === undefined) continue;
    const revision = Number(place);
    onProgress((done += 1));
    try {
      const { extra, index, hashes, checkpoint } = parseTlogProof(bytes.toString('utf8'));
      if (extra === null || index !== revision) throw new InvalidProof('it is of another entry');
      if (checkpoint !== note) throw new InvalidProof('it is under another checkpoint');
      checkInclusion(index, size, leafHash(extra), hashes, root);
      const leaf = leaves[revision];
      if (leaf !== undefined && !leaf.equals(extra)) {
        findings.add('invalid', entryFile(size, revision), `it is not the entry that ${name} proves`, { revision });
      } else holding += 1;
    } catch (error) {
      if (!(error instanceof InvalidNote || error instanceof InvalidProof)) throw error;
      findings.add('invalid', name, `it proves nothing: ${error.message}`);
    }
  }
  return holding;
}
