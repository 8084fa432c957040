import { correctedEvidence } from '../entry/corrected-data';
import type { Evidence } from '../entry/entry';
import type { Clocks } from '../parameters';
import { visibleIn, type RegisterDates } from '../register';
import type { EntryReading } from '../scoring/entry-reading';
import type { Views } from '../views';

/**
 * What can be said of a piece of evidence without fetching it: `hashed`, its content can be checked against a SHA-256,
 * by whoever has the file; `matched`, a file of that content is stored here, or was among those that were looked through;
 * `absent`, they were looked through, and none was;
 * `entry`, it is an entry of this ledger that counts, or answers one that does; `unhashed`, a link or a title whose content may change unnoticed;
 * `dead`, an entry that does not exist, is not known yet or was voided, or a link that is no address.
 */
export type EvidenceState = 'hashed' | 'matched' | 'absent' | 'entry' | 'unhashed' | 'dead';

export interface EvidenceCheckParameters extends Clocks {
  /** SHA-256 (hex) of the files that were looked through; absent: none were. */
  readonly files?: ReadonlySet<string>;
  /** SHA-256 (hex) of the files that are stored beside the ledger. */
  readonly here?: ReadonlySet<string>;
}

export interface CheckedEvidence {
  readonly title: string | null;
  readonly url: string | null;
  readonly sha256: string | null;
  /** Id of an entry of the same relationship. */
  readonly cites: string | null;
  readonly state: EvidenceState;
  /** The entry that added it, or put it in place of what was there, where that is another. */
  readonly addedBy: string | null;
}

export interface EvidenceCheck {
  readonly entry: string;
  readonly kind: string;
  readonly party: string;
  /** Effective date, as precise as it was given. */
  readonly effective: string | null;
  readonly factor: number | null;
  /** What the worst of it is; `missing` where a rating counts as evidenced and names none, or an event has none. */
  readonly worst: EvidenceState | 'missing';
  /** Of a rating: it counts as resting on evidence, attached or not; null of all others. */
  readonly evidenced: boolean | null;
  readonly evidence: readonly CheckedEvidence[];
  readonly entries: readonly string[];
}

export interface EvidenceCheckAnswer extends RegisterDates {
  /** How many entries are worst so. */
  readonly counts: Readonly<Record<EvidenceCheck['worst'], number>>;
  /** Entries with evidence, and those that bear on a factor without any; in the order of facts. */
  readonly evidenceCheck: readonly EvidenceCheck[];
}

/** From the worst to the best. */
const STATES: readonly EvidenceState[] = ['dead', 'absent', 'unhashed', 'hashed', 'matched', 'entry'];

/**
 * What every entry rests on. Files that are not stored here stay with the parties:
 * whoever holds one compares its SHA-256 with the one named here.
 *
 * @throws Problem `relationship-not-found`, `invalid-parameter`
 */
export async function evidenceCheckOf(
  views: Views,
  relationship: string,
  { files, here, ...clocks }: EvidenceCheckParameters,
  now: number,
): Promise<EvidenceCheckAnswer> {
  const { dates, reading, entries } = await visibleIn(views, relationship, clocks, now);
  const answersOf = ({ answerFacts }: EntryReading, kind: string): string[] =>
    answerFacts.filter((answer) => answer.kind === kind).map(({ id }) => id);
  const ids = entries.flatMap((entry) => [
    entry.fact.id,
    ...answersOf(entry, 'entry.corrected'),
    ...answersOf(entry, 'evidence.added'),
  ]);
  const found = new Map((await views.entries(relationship, { ids })).map((entry) => [entry.id, entry]));
  const answered = new Map(reading.entries.flatMap((entry) => entry.answeredBy.map((id) => [id, entry] as const)));
  const citedEntry = (id: string): EntryReading | undefined => reading.entry(id) ?? answered.get(id);
  const evidenceCheck = entries.flatMap((entry): EvidenceCheck[] => {
    const { fact, effective, factor, sign } = entry;
    const logged = found.get(fact.id);
    const corrections = answersOf(entry, 'entry.corrected').flatMap((id) => found.get(id) ?? []);
    const correction = corrections.findLast(({ data }) => data['evidence'] !== undefined)?.id;
    const given = answersOf(entry, 'evidence.added');
    const evidenceOf = (id: string): readonly Evidence[] => found.get(id)?.evidence ?? [];
    const own = logged === undefined ? [] : correctedEvidence(logged, corrections);
    const from = [
      ...own.map((each) => [each, correction ?? null] as const),
      ...given.flatMap((id) => evidenceOf(id).map((each) => [each, id] as const)),
    ];
    const evidence = from.map(([each, addedBy]) => checked(each, addedBy, stateOf(each, citedEntry, files, here)));
    const needsSome = entry.evidenced === true || (factor !== null && (sign === '+' || sign === '-'));
    if (evidence.length === 0 && (!needsSome || fact.party === 'ledger')) return [];
    const worst: EvidenceCheck['worst'] =
      STATES.find((state) => evidence.some((each) => each.state === state)) ?? 'missing';
    const row = { entry: fact.id, kind: fact.kind, party: fact.party, effective, factor, worst, evidence };
    const { evidenced } = entry;
    return [{ ...row, evidenced, entries: [fact.id, ...(correction === undefined ? [] : [correction]), ...given] }];
  });
  const counted = ([...STATES, 'missing'] as const).map((worst) => [
    worst,
    evidenceCheck.filter((row) => row.worst === worst).length,
  ]);
  return { ...dates, counts: Object.fromEntries(counted) as EvidenceCheckAnswer['counts'], evidenceCheck };
}

function checked(evidence: Evidence, addedBy: string | null, state: EvidenceState): CheckedEvidence {
  const { title = null, url = null, sha256 = null, entry: cites = null } = evidence;
  return { title, url, sha256, cites, state, addedBy };
}

function stateOf(
  { url, sha256, entry }: Evidence,
  citedEntry: (id: string) => EntryReading | undefined,
  files: ReadonlySet<string> | undefined,
  here: ReadonlySet<string> | undefined,
): EvidenceState {
  if (entry !== undefined) {
    const cited = citedEntry(entry);
    return cited === undefined || cited.status === 'voided' ? 'dead' : 'entry';
  }
  if (url !== undefined && !URL.canParse(url)) return 'dead';
  if (sha256 === undefined) return 'unhashed';
  if (here?.has(sha256) === true || files?.has(sha256) === true) return 'matched';
  return files === undefined ? 'hashed' : 'absent';
}
