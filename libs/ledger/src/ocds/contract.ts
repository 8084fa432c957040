import { invalid } from '../entry/shape';
import { datedBy, firstDay, lastDay } from './dated';
import { dateIn, objectIn, objectsIn, textIn, valueIn, wordIn, type At, type Value } from './fields';
import {
  agreedMetrics,
  failures,
  milestones,
  note,
  observations,
  ofFirstRelease,
  payments,
  risks,
  type Place,
} from './items';
import { awardOf, partyIdOf, standingIn, type Cast, type Standing } from './organisations';
import {
  attempt,
  eachIn,
  gone,
  inside,
  isFault,
  known,
  sentences,
  told,
  type Seen,
  type Statement,
  type Told,
} from './statement';

/** A contract in one release. */
export interface Speaking extends Place {
  /** What this release and those before it came to: the process, and of it the contract. */
  readonly process: At;
  readonly cast: Cast;
  readonly contract: At;
  /** What this release itself says of the contract; undefined where it speaks of the process around it alone. */
  readonly own: At | undefined;
  /** The end of the contract as the releases before had it. */
  readonly endBefore: unknown;
  /** Whether the ledger is established by this contract, or who stands in the one that it is; undefined: by none of the file. */
  readonly establishedBy: 'this' | Standing | undefined;
}

/** Everything that a release says of a contract: the table of docs/ocds.md. */
export function contractTold(speaking: Speaking): readonly Told[] {
  const { own, contract, establishedBy } = speaking;
  const standing = attempt(() => standingIn(speaking.cast, contract));
  const frame = told(() =>
    isFault(standing)
      ? [standing]
      : [...(establishedBy === 'this' ? established(speaking, standing) : []), ...joined(speaking, standing)],
  );
  if (own === undefined) return frame;
  if (establishedBy === undefined) speaking.omit(own.path, 'the relationship was established before');
  const seen = { own, whole: contract };
  return [
    ...frame,
    ...told(() => signed(speaking, seen)),
    ...told(() => statusNotes(speaking, seen)),
    ...told(() => amendments(speaking, seen)),
    ...milestones(speaking, seen, 'milestones'),
    ...risks(speaking, seen),
    ...agreedMetrics(speaking, seen),
    ...told(() => {
      const implementation = inside(seen, 'implementation');
      if (implementation === undefined) return [];
      return [
        ...milestones(speaking, implementation, 'implementation.milestones'),
        ...payments(speaking, implementation, isFault(standing) ? undefined : standing, speaking.cast.naming),
        ...observations(speaking, implementation),
        ...failures(speaking, implementation),
      ];
    }),
  ];
}

function established(
  { release, process, cast, id, contract, omit }: Speaking,
  { client, provider }: Standing,
): readonly Told[] {
  const award = awardOf(cast, contract);
  const tender = objectIn(process, 'tender');
  const period = objectIn(contract, 'period') ?? (award && objectIn(award, 'contractPeriod'));
  const renewal = objectIn(contract, 'renewal');
  const start = period && dateIn(period, 'startDate');
  // Without a value or an end that makes sense it is established all the same, where the import keeps going.
  const worth = attempt(() => ({ value: worthOf(contract) }));
  const term = attempt(() => ({ end: endIn(period, 'endDate'), latest: endIn(period, 'maxExtentDate') }));
  const value = isFault(worth) ? undefined : worth.value;
  const { end, latest } = isFault(term) ? {} : term;
  if (value?.money === null) omit(`${contract.path}.value.amount`, 'more decimals than the ledger keeps');
  const options = sentences(latest && `Until ${latest} at the latest`, renewal && textIn(renewal, 'description'));
  const titles = [contract, award, tender].map((at) => at && textIn(at, 'title'));
  const title = titles.find((each) => each !== undefined);
  const statement: Statement = {
    key: [id, 'contracts', ''],
    kind: 'relationship.established',
    content: known({
      effective: release.day,
      title: title ?? release.ocid,
      client: client?.name,
      provider: provider?.name,
      start: start ?? dateIn(contract, 'dateSigned'),
      end,
      reference: `${release.ocid}, contract ${id}`,
      extensionOptions: options === '' ? undefined : options,
      value: value?.money ?? undefined,
    }),
    once: [
      'effective',
      // Without a title it keeps the first that it was given; what makes no sense takes nothing away.
      ...(title === undefined ? ['title'] : []),
      ...(isFault(worth) ? ['value'] : []),
      ...(isFault(term) ? ['end', 'extensionOptions'] : []),
    ],
    path: contract.path,
  };
  return [statement, ...[worth, term].filter(isFault)];
}

/** @throws Problem where it is none, or below zero */
function worthOf(contract: At): Value | undefined {
  const value = valueIn(contract, 'value');
  if (value?.said.startsWith('-') === true) throw invalid(`${contract.path}.value.amount`, 'zero or more');
  return value;
}

/** @throws Problem where it is no date, or one before the period starts */
function endIn(period: At | undefined, name: 'endDate' | 'maxExtentDate'): string | undefined {
  const end = period && dateIn(period, name);
  const start = period && dateIn(period, 'startDate');
  if (end !== undefined && start !== undefined && lastDay(end) < firstDay(start)) {
    throw invalid(`${period?.path}.${name}`, `a date not before that of the start, ${start}`);
  }
  return end;
}

/** Who stands in the contract and is neither client nor provider of the ledger. */
function joined({ release, contract, establishedBy }: Speaking, own: Standing): readonly Statement[] {
  const { client, provider } = typeof establishedBy === 'object' ? establishedBy : own;
  const all = [
    ...(own.client === undefined ? [] : [{ ...own.client, side: 'client' }]),
    ...(own.provider === undefined ? [] : [{ ...own.provider, side: 'provider' }]),
    ...own.others,
  ];
  return all
    .filter(({ key }) => key !== client?.key && key !== provider?.key)
    .map((each) => ({
      key: ['', 'parties', each.key],
      kind: 'party.joined',
      content: { effective: release.day, party: partyIdOf(each), name: each.name, role: each.side },
      once: ['effective'],
      path: contract.path,
    }));
}

function signed({ id, release }: Speaking, { whole }: Seen): readonly Told[] {
  if (dateIn(whole, 'dateSigned') === undefined) return [];
  const content = { text: 'The contract was signed.', category: 'stage' };
  return [note(whole, [id, 'dateSigned', ''], undefined, datedBy(whole, 'dateSigned', release), content)];
}

const ENDED = ['cancelled', 'terminated'];
const UNDER_WAY = ['pending', 'active'];

/** A contract that is under way says nothing new; the note that it was ended is voided where it is no longer so. */
function statusNotes(speaking: Speaking, { whole }: Seen): readonly Told[] {
  const status = wordIn(whole, 'status');
  if (status === undefined) return [];
  const keyOf = (word: string): readonly string[] => [speaking.id, 'status', word];
  const over = ENDED.filter((word) => word !== status).map((word) => gone(whole, keyOf(word), 'note.logged'));
  if (UNDER_WAY.includes(status)) return over;
  const text = sentences(`Status of the contract: ${status}`, textIn(whole, 'statusDetails'));
  return [...over, note(whole, keyOf(status), undefined, ofFirstRelease(speaking), { text, category: 'stage' })];
}

/** OCDS 1.1 lists amendments; the one of 1.0 stands beside the list as a copy of its last. */
function amendments(speaking: Speaking, { own, whole }: Seen): readonly Told[] {
  const identified = (at: At): string => {
    const id = wordIn(at, 'id') ?? textIn(at, 'date');
    if (id === undefined) throw invalid(`${at.path}.id`, 'the id of the amendment, or its date');
    return id;
  };
  const say = ({ whole: at }: Seen, id: string): readonly Told[] => [amendment(speaking, at, id)];
  if (objectsIn(own, 'amendments').length > 0) return eachIn({ own, whole }, 'amendments', say, identified);
  const single = objectIn(own, 'amendment');
  return single === undefined ? [] : say({ own: single, whole: single }, identified(single));
}

function amendment({ release, id, contract, endBefore }: Speaking, at: At, item: string): Statement {
  const period = objectIn(contract, 'period');
  const end = endIn(period, 'endDate');
  const changed = objectsIn(at, 'changes').map((change) => textIn(change, 'property') ?? '');
  const isOfTerm = (endBefore !== undefined && end !== endBefore) || changed.some((name) => /period/i.test(name));
  const isOfPrice = changed.some((name) => /value|amount/i.test(name));
  const { once, datePath, ...when } = datedBy(at, 'date', release);
  const rationale = textIn(at, 'rationale');
  const description = textIn(at, 'description');
  return {
    key: [id, 'amendments', item],
    kind: 'contract.amended',
    content: known({
      ...when,
      title: rationale ?? description ?? 'Contract amended',
      text: rationale === undefined ? undefined : description,
      what: isOfTerm ? 'term' : isOfPrice ? 'price' : undefined,
      end: isOfTerm ? end : undefined,
    }),
    // What it changed shows in the release that brings it, and in none that repeats it.
    once: [...once, 'what', 'end'],
    path: at.path,
    datePath,
  };
}
