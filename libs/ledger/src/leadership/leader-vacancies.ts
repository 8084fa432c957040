import { dutyOfDay, learnedOn, parametersAt, type Duties, type Duty, type DutyLedger } from '../due/duty';
import { MILLISECONDS_PER_DAY } from '../scoring/days';
import type { EntryReading } from '../scoring/entry-reading';
import { LEADER, postChanges, takeovers } from '../sponsorship/posts';
import { saidOn } from '../sponsorship/vacancies';
import type { Role } from './roles';

const { appointed: APPOINTED, left: LEFT } = LEADER;

/** That a leader left a post. */
interface Departure {
  readonly entry: EntryReading;
  readonly role: Role;
  /** An appointment behind this day may be that of the successor, who came before the other left. */
  readonly overlapsAfter: number;
  /** Whether the appointment of the one who left is in the record. */
  isOfKnown: boolean;
  filledBy: EntryReading | null;
}

/**
 * The post that a leader left is filled within its limit. Each departure takes one appointment: of the same role, or else,
 * where the post may have got another name, the next one of that party that is of no other post that waits. What is in
 * doubt is decided for the party. Things are taken as the ledger learned them, so that what is logged later leaves open no
 * post that was filled. Of a departure whose words were erased nothing follows: the entry would have to name the post.
 *
 * That somebody left counts once the party that it is about said so or agreed: the others may not know.
 */
export const leaderVacancies: Duties = (ledger) =>
  [...ledger.byId('about', [APPOINTED, LEFT])].flatMap(([about, entries]) => {
    const departures = departuresOf(ledger, learned(about, entries));
    const roles = new Set(departures.map(({ role }) => role.words));
    return departures.flatMap((departure) => dutyOf(ledger, about, departure, roles) ?? []);
  });

function dutyOf(
  { reading, roleOf }: DutyLedger,
  about: string,
  { entry, role, filledBy }: Departure,
  roles: ReadonlySet<string>,
): Duty | null {
  const dueDay = (saidOn(entry, about) ?? learnedOn(entry)) + parametersAt(reading, entry).leaderVacantDays;
  if (!reading.parties(dueDay).includes(about)) return null;
  return dutyOfDay({
    ...{ missed: 'leader.vacant', data: { about }, dueDay, parties: [about] },
    ...{ setBy: entry, reads: ['about', 'effective'], nameable: [entry.day, dueDay], doneBy: filledBy },
    prose: { data: { role: role.text }, sinceMs: role.sinceMs },
    isSaidBy: (said) => {
      const words = roleOf(said)?.words;
      // A person may call the post by a name of its own.
      return words === undefined || words === role.words || (said.fact.party !== 'ledger' && !roles.has(words));
    },
  });
}

/** Appointments of leaders that are a change without a departure; where the words were erased nobody can tell. */
export function leaderTakeovers({ byId, roleOf }: DutyLedger): readonly EntryReading[] {
  return [...byId('about', [APPOINTED, LEFT])].flatMap(([about, entries]) => {
    const named = postChanges(LEADER, about, entries).filter((entry) => roleOf(entry) !== null);
    return [...Map.groupBy(named, (entry) => roleOf(entry)?.words).values()].flatMap((of) => takeovers(LEADER, of));
  });
}

/** Who came and went, of the entries about a party, as the ledger learned that it holds. */
function learned(about: string, entries: readonly EntryReading[]): readonly EntryReading[] {
  return postChanges(LEADER, about, entries)
    .map((entry) => ({ entry, sinceMs: learnedMs(about, entry) }))
    .sort((a, b) => a.sinceMs - b.sinceMs || a.entry.day - b.entry.day || a.entry.fact.revision - b.entry.fact.revision)
    .map(({ entry }) => entry);
}

function learnedMs(about: string, { fact, answers }: EntryReading): number {
  if (fact.kind !== LEFT || fact.party === about || fact.party === 'joint') return fact.recorded;
  const agreed = answers.find(({ party, word }) => party === about && word === 'agreed');
  return Math.max(fact.recorded, agreed === undefined ? 0 : (agreed.sinceDay + 1) * MILLISECONDS_PER_DAY - 1);
}

function departuresOf({ reading, roleOf }: DutyLedger, changes: readonly EntryReading[]): readonly Departure[] {
  const departures: Departure[] = [];
  /** Posts that wait, by role, the one that waits longest first. */
  const open = new Map<string, Departure>();
  /** Who is in post, by role; none of a role of which only departures are known. */
  const inPost = new Map<string, EntryReading[]>();
  /** Appointments that no departure took. */
  const spare = new Set<EntryReading>();
  const leftOn = new Set<string>();

  const appoint = (entry: EntryReading, role: Role | null): void => {
    const same = role === null ? undefined : open.get(role.words);
    if (same?.isOfKnown === false && entry.day <= same.overlapsAfter) {
      // The one who left, logged late.
      same.isOfKnown = true;
      return;
    }
    if (role !== null) inPost.set(role.words, [...(inPost.get(role.words) ?? []), entry]);
    const filled = same ?? [...open.values()].find((each) => mayFill(entry, role, each));
    if (filled === undefined) {
      spare.add(entry);
      return;
    }
    filled.filledBy = entry;
    open.delete(filled.role.words);
  };

  const leave = (entry: EntryReading, role: Role): void => {
    const { words } = role;
    const known = inPost.get(words);
    const on = JSON.stringify([words, entry.day]);
    // Both sides may log the same.
    if (known?.length === 0 || leftOn.has(on)) return;
    leftOn.add(on);
    const overlapsAfter = entry.day - parametersAt(reading, entry).leaderVacantDays;
    const [first, ...others] = known ?? [];
    const isOfKnown = first !== undefined && (others.length > 0 || first.day <= overlapsAfter);
    const remaining = isOfKnown ? others : (known ?? []);
    const departure: Departure = { entry, role, overlapsAfter, isOfKnown, filledBy: null };
    departure.filledBy = remaining[0] ?? [...spare].find((each) => mayFill(each, roleOf(each), departure)) ?? null;
    inPost.set(words, remaining);
    departures.push(departure);
    if (departure.filledBy === null) open.set(words, departure);
    else spare.delete(departure.filledBy);
  };

  for (const entry of changes) {
    const role = roleOf(entry);
    if (entry.fact.kind === APPOINTED) appoint(entry, role);
    else if (role !== null) leave(entry, role);
  }
  return departures;
}

/** Whether somebody may have been appointed to a post that had another name; of erased words it may be the same. */
function mayFill({ day }: EntryReading, role: Role | null, departure: Departure): boolean {
  return role === null ? day > departure.overlapsAfter : day >= departure.entry.day;
}
