import type { Finding, Outcome } from './finding';
import { MAX_FINDINGS_SHOWN } from './limits';
import type { Verdict } from './verify-bundle';

const OUTCOMES: { readonly [Each in Outcome]: string } = {
  valid: 'VALID: this is the record that was signed.',
  incomplete: 'NOT COMPLETE: nothing contradicts the record, but something is missing to prove it.',
  payload: 'NOT VALID: a payload is not the one that was recorded.',
  fork: 'NOT VALID: another history was signed as well.',
  invalid: 'NOT VALID: the record is not the one that was signed, or not one that a ledger writes.',
};

/** Characters that would steer a terminal: C0 and C1 controls, and the marks that turn the direction of writing. */
const CONTROLS = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/** Instead of the outcome, which stays invalid: only the reader can find out whether the new key is to be trusted. */
const OLDER_POLICY = 'NOT VALID by this policy: the record says that its log has another key or name since; ';

/**
 * A verdict for people, without a newline at its end.
 *
 * @param exitCode of the program that says it, where that is none of the verdicts
 */
export function verdictText(verdict: Verdict, exitCode: number = verdict.code): string {
  const { outcome, code, findings, findingCount, firstBad, caveats, reservations, policyMayBeOlder } = verdict;
  const besides =
    findingCount === 1
      ? 'nothing else is wrong.'
      : 'nothing else contradicts it, but something is missing to prove it.';
  const said = policyMayBeOlder ? `${OLDER_POLICY}${besides}` : OUTCOMES[outcome];
  const less = outcome === 'valid' && reservations.length > 0 ? `, with ${listed(reservations)}` : '';
  const codes = exitCode === code ? `exit code ${code}` : `verdict ${code}, exit code ${exitCode}`;
  const lines = [`${said.replace('.', `${less}.`)} (${codes})`];
  if (caveats.length > 0) lines.push('', ...caveats.map((caveat) => `To be known: ${caveat}.`));
  if (firstBad !== null) {
    lines.push('', `First that is bad: ${findingText(firstBad)}.`);
    const others = findings.filter(({ file, revision, reason }) => file !== firstBad.file || revision !== firstBad.revision || reason !== firstBad.reason); // prettier-ignore
    const shown = others.slice(0, MAX_FINDINGS_SHOWN);
    if (shown.length > 0) lines.push('', 'Besides:', ...shown.map((finding) => `- ${findingText(finding)}`));
    const more = findingCount - 1 - shown.length;
    if (more > 0) lines.push(`- and ${more} more`);
  }
  lines.push('', ...facts(verdict).map(([name, value]) => `  ${name.padEnd(13)}${value}`));
  return lines.map((line) => line.replace(CONTROLS, ' ')).join('\n');
}

function listed(words: readonly string[]): string {
  return [words.slice(0, -1).join(', '), ...words.slice(-1)].filter((part) => part !== '').join(' and ');
}

function findingText({ file, revision, id, reason }: Omit<Finding, 'fault'>): string {
  const entry = revision === null ? '' : `entry ${revision}${id === null ? '' : ` (${id})`}, `;
  return `${entry}${file}: ${reason}`;
}

function facts(verdict: Verdict): (readonly [name: string, value: string])[] {
  const { checkpoint, payloads, scores, known, otherFiles } = verdict;
  if (checkpoint === null) return [];
  const { cosignedBy, witnesses, signedBy, keyFrom } = checkpoint;
  const key = keyFrom === 'bundle'
    ? 'the key was taken from the bundle itself; compare it with the one that you were given, or pin it with --policy'
    : 'the key is the one of your policy file'; // prettier-ignore
  return [
    ['relationship', `${verdict.relationship ?? ''}, bundle made on ${verdict.made ?? ''}`],
    ['checkpoint', `${checkpoint.size} entries, root ${checkpoint.root}`],
    ['log', checkpoint.origin],
    ['signed by', signedBy.length === 0 ? 'nobody whom the policy names' : `${signedBy.join(', ')}: ${key}`],
    ['witnesses', witnesses.length === 0 ? 'the policy names none' : `${cosignedBy.length} of ${witnesses.length} cosigned it: ${cosignedBy.join(', ')}`],
    ['authors', verdict.signedEntries === 0
        ? 'no entry carries its signature'
        : `${verdict.signedEntries} entries carry their signature, and it holds`],
    ['receipts', verdict.proofs === 0 ? 'none in the bundle; its tiles make them' : `${verdict.proofs} hold`],
    ...(payloads === null ? [] : payloadFacts(payloads)),
    ['scores', scores === null
      ? 'not confirmed'
      : `made anew from the entries by ${scores.model}: ${scores.score.score ?? 'no headline'} on ${scores.score.asOf}, and ${scores.points} points of the course; every number is the same`],
    ...(known === 0 ? [] : [['kept by you', `${known} compared`] as const]),
    ...(otherFiles.length === 0 ? [] : [['other files', `${otherFiles.length} that are no part of the bundle, such as ${otherFiles[0] ?? ''}`] as const]),
  ]; // prettier-ignore
}

function payloadFacts({ matching, erased, withheld }: NonNullable<Verdict['payloads']>): (readonly [string, string])[] {
  return [
    [
      'payloads',
      `${matching} are what was recorded, ${erased.length} were erased, ${withheld} were withheld from the reader`,
    ],
    ...erased.map(
      ({ revision, id, on }) => ['', `entry ${revision} (${id}): erased on ${on}, commitment intact`] as const,
    ),
  ];
}
