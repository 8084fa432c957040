/** What `VERIFY.md` says of the bundle that it goes with. */
export interface Guided {
  readonly relationship: string;
  readonly origin: string;
  /** Verifier key of the log. */
  readonly key: string;
  readonly entries: number;
  /** Whether the bundle holds the receipt of every entry. */
  readonly hasReceipts: boolean;
}

/** `VERIFY.md`: how an auditor checks the bundle, and what that shows. */
export function guideOf({ relationship, origin, key, entries, hasReceipts }: Guided): string {
  return `# How to verify this bundle

This folder holds the record of the relationship \`${relationship}\`: ${entries} entries, in the order in which they were
recorded, and everything that proves that nobody has changed, removed, added or moved one of them since. You need Node 20
or later (https://nodejs.org), and no network.

    node verify.mjs

It ends with one of these, and says which entry is the first that is bad:

| Exit code | Means |
| --------- | ----- |
| 0         | valid: this is the record that was signed |
| 10        | incomplete: nothing contradicts the record, but something is missing to prove it |
| 20        | a payload (text, evidence, names) is not the one that was recorded |
| 30        | another history was signed as well: the record contradicts a checkpoint that somebody kept |
| 40        | invalid: the record is not the one that was signed, or not one that a ledger writes |
| 2         | wrong usage |

Where several apply, 30 comes before 40, 40 before 20, 20 before 10. \`node verify.mjs --json\` prints all of it as JSON.

What stands behind "To be known" is no fault, and belongs to the verdict. A **declared break** is one: at some point the
ledger was not what it had signed before, after the loss of a disk for one, and its operator said so in an entry, with the
reason and the last checkpoint before. The record is whole from that entry on; what was signed before need not be in it.
A **lost key** is another: the operator said in an entry that the key was lost, and alone vouches for the one since.
A **key without a signature** is another: it was given to a party that signs, or taken from it, by the word of the server
that a sponsor of the party said so. Ask that party whether it is so.

## What you have to bring yourself

A bundle cannot vouch for itself: whoever forges all of it can also forge the key in it, and the verifier. So:

1. **The key.** Both parties know the log by its name and its key. Here they are

       log ${key}

   Compare that line with the one that a party keeps, or put that party's line into a file of your own (the format is
   that of the file \`policy\`: the witnesses and the quorum stand there too) and say

       node verify.mjs --policy my-policy

   Without it the key is taken from the bundle, and the verifier says so.

   A log whose key was rotated has several such lines, the current key first. What only another of them signed is valid, for
   it was signed so before the rotation; but whoever kept, or took, the old key can sign the like ever since. So the verifier
   says it: compare such a bundle with a checkpoint of after the rotation, or ask for a newer one.

   A policy that is older than a rotation of the key, or than a declared break (which changes the name of the log), does not
   know who signed this record: the exit code is 40, and the verifier names the entries that say how it came to that. They
   prove nothing by themselves. Have the new key or name confirmed by a party, and take the policy anew (\`ledger policy\`).

2. **A checkpoint.** A checkpoint is a few short lines that fix the whole record until then. Every receipt holds one, and
   every witness keeps the last. With one that a party, a witness or you have kept,

       node verify.mjs --known my-checkpoint

   shows that this record goes on from that one (\`--known\` may be given several times). If not, the exit code is 30, and
   the two files together prove that two histories were signed. A checkpoint of before a declared break is compared too:
   either its entries are all here, or the exit code is 30 and the break is named.

   Anybody can write a file that looks like a checkpoint. So it is held against the record only where it is of this log (the
   name above, whatever number stands behind it) and signed by a key of it: one that stands in the policy, or that an entry
   of a rotation names. What no such key has signed shows nothing, and the exit code is 10. A checkpoint of another log or
   relationship, one that was damaged, or a file that is none, is wrong usage: the exit code is 2.

   In a receipt the checkpoint is what follows the first empty line. Cut it out:

       sed '1,/^$/d' my-receipt.tlog-proof > my-checkpoint

3. **The verifier**, where you do not trust the one in the bundle: \`ledger verify BUNDLE\` of an installation that you
   trust does the same (its own exit code is 0 or 1, as of every verb; it prints the one above), and so do the tools below.

## What is checked

- \`checkpoint\` is signed by the key of the log, and cosigned by as many witnesses as the policy asks for.
- The entries (\`tile/entries\`) make the root of that checkpoint, and the hash tiles are those of the entries.
- Every entry stands where it says, names the one before it, was recorded no earlier than it, has an id of its own,
  answers only what stands before it, and its author had seen this log and no other.
- Every payload in \`payloads.ndjson\` matches the commitment in its entry. An erased one shows as "erased on DATE,
  commitment intact": the entry and all that is scored of it are still proved; that it was erased, and when, is the word of
  whoever made the bundle. A bundle for a reader who may not see
  everything leaves payloads out, and the verifier counts them.
- Every entry in the name of a party that has registered a signing key is signed by that party, once, and says what it
  signed; what scores read of it is what a ledger makes of that. Where the words of such an entry are not here, the latter
  was not checked, and the verdict names it.
- Every entry with which the ledger reveals the ratings of a round reveals what their party had committed to before.
- \`keys.json\` (keys of the log and of the parties, with the revisions from and until which they hold),
  \`factor-sets.json\` and \`scores.json\` are made anew from the entries and compared, number by number.
- Every receipt in \`proofs\` proves its entry.

\`manifest.json\` lists the SHA-256 of the files. It is not signed: it finds accidents, and nothing rests on it alone.

## With other people's tools

Nothing here is our own invention but the JSON within the entries.

- \`checkpoint\` is a C2SP signed note with a C2SP tlog-checkpoint (https://c2sp.org/tlog-checkpoint): in Go
  \`note.Open\` of \`golang.org/x/mod/sumdb/note\` with \`note.NewVerifier\` and the key above, which has the name

      ${origin}

- \`tile\` is a folder of C2SP tlog-tiles (https://c2sp.org/tlog-tiles): RFC 6962 trees with SHA-256, 256 hashes a tile.
  An entry of a file in \`tile/entries\` stands behind its length, two bytes, the higher first. Its hash is
  SHA-256(0x00 || entry); \`tlog.RecordHash\` and \`tlog.CheckRecord\` of \`golang.org/x/mod/sumdb/tlog\` take it.
- \`proofs/REVISION.tlog-proof\` is a C2SP tlog-proof (https://c2sp.org/tlog-proof) with the entry as its extra data.
  ${hasReceipts ? 'There is one for every entry.' : 'This record is too long to hold one for each: the tiles make them, `tlog.ProveRecord` does it in Go.'}
- \`policy\` is a C2SP tlog-policy (https://c2sp.org/tlog-policy).
- An entry is JSON as RFC 8785 writes it. Its \`previous\` is the SHA-256 of the entry before it; its \`commitment\` is
  SHA-256("collaboration-ledger/payload/v1" || newline || salt || payload), the payload as RFC 8785 writes it, the salt
  its 32 bytes.
- A party's signature is Ed25519 over the JSON (RFC 8785) of \`tag\` ("collaboration-ledger/entry/v1"), \`relationship\`,
  \`commandId\`, \`party\`, \`kind\`, \`effective\`, \`answers\`, \`body\` (\`signature.body\` of the entry) and \`checkpointSeen\`,
  null where the entry has none.
`;
}
