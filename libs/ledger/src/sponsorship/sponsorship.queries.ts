import { dutyLedger } from '../due/duty';
import type { Clocks } from '../parameters';
import { idsOf, textIn, type RegisterDates } from '../register';
import { flagIn, hasLeft, saidIn, versionOf, type Said, type Version } from '../register-entry';
import { formatDay } from '../scoring/days';
import type { EntryReading, StatusWord } from '../scoring/entry-reading';
import type { Views } from '../views';
import { postChanges, SPONSOR } from './posts';
import { sponsorSituation, type SponsorSituation } from './sponsorship';
import { vacancies } from './vacancies';

/** The post of a party's executive sponsor; of one that joined it is vacant until somebody is in post. */
export interface Sponsor {
  readonly party: string;
  readonly situation: SponsorSituation | 'party-left';
  /** Of the entry that says so; null while none does that counts. */
  readonly status: StatusWord | null;
  /** Of the last one appointed; a post, never a person. */
  readonly role: string | null;
  /** Effective date of the last appointment … */
  readonly appointed: string | null;
  /** … and whether the one before handed over. */
  readonly handover: boolean | null;
  /** Effective date on which the last one left. */
  readonly left: string | null;
  /** Who stands in, while the post is vacant. */
  readonly interim: string | null;
  /** `YYYY-MM-DD`: while it is vacant, it is to be filled until the end of that day. */
  readonly fillBy: string | null;
  /** Ids of the entries that say it was vacant beyond its limit. */
  readonly vacant: readonly string[];
  /** How often a sponsor was visibly engaged … */
  readonly engaged: number;
  /** … and when last. */
  readonly lastEngaged: string | null;
  readonly entries: readonly string[];
}

/** What the sponsors set for the work: systems, authorities, roles and behaviours. */
export interface Framework extends Version {
  readonly systems: string | null;
  readonly authorities: string | null;
  readonly roles: string | null;
  readonly behaviours: string | null;
}

export interface SponsorRegister extends RegisterDates {
  readonly sponsors: readonly Sponsor[];
}
export interface FrameworkRegister extends RegisterDates {
  readonly frameworks: readonly Framework[];
}

const JOINED = 'party.joined';
const KINDS = ['sponsor.appointed', 'sponsor.changed', 'sponsor.vacant', 'sponsor.engaged', JOINED];

/** The party whose post an entry is about. */
function partyOf({ fact, data }: EntryReading): string {
  return textIn(data[fact.kind === JOINED ? 'party' : 'about']) ?? fact.party;
}

/** @throws Problem `relationship-not-found`, `invalid-parameter` */
export async function sponsorsOf(
  views: Views,
  relationship: string,
  clocks: Clocks,
  now: number,
): Promise<SponsorRegister> {
  const { dates, day, reading, said } = await saidIn(views, relationship, KINDS, clocks, now);
  // The same that `due` rests on, so that both say the same.
  const open = vacancies(dutyLedger(reading, day), Infinity).filter(({ doneBy }) => doneBy === null);
  const byParty = Map.groupBy(
    said.filter(({ entry }) => entry.inEffect),
    ({ entry }) => partyOf(entry),
  );
  const sponsors = [...byParty].map(([party, of]) => {
    const fillBy = open.find(({ data }) => data['about'] === party)?.dueDay;
    const row = sponsorRow(party, of, fillBy === undefined ? null : formatDay(fillBy));
    const was = of.at(-1)?.entry.day ?? day;
    return hasLeft(reading, party, { was, is: day }) ? { ...row, situation: 'party-left' as const } : row;
  });
  return { ...dates, sponsors };
}

function sponsorRow(party: string, all: readonly Said[], fillBy: string | null): Sponsor {
  const of = (kind: string): readonly Said[] => all.filter(({ entry }) => entry.fact.kind === kind);
  const entries = all.map(({ entry }) => entry);
  const known = sponsorSituation(party, entries);
  const joined = of(JOINED).at(-1);
  const situation = known === 'unknown' && joined !== undefined ? 'vacant' : known;
  const changes = new Set(postChanges(SPONSOR, party, entries));
  const [appointed, left] = ['sponsor.appointed', 'sponsor.changed'].map((kind) =>
    of(kind).findLast(({ entry }) => changes.has(entry)),
  );
  const said = situation === 'in-post' ? appointed : (left ?? of('sponsor.vacant').at(-1) ?? joined);
  const engaged = of('sponsor.engaged');
  return {
    party,
    situation,
    status: situation === 'unknown' ? null : (said?.entry.statusWord ?? null),
    role: textIn((appointed ?? left)?.data['role']),
    appointed: appointed?.entry.effective ?? null,
    handover: flagIn(appointed?.data['handover']),
    left: left?.entry.effective ?? null,
    interim: situation === 'vacant' ? textIn(left?.data['interim']) : null,
    fillBy: situation === 'vacant' ? fillBy : null,
    vacant: idsOf(of('sponsor.vacant').map(({ entry }) => entry)),
    engaged: engaged.length,
    lastEngaged: engaged.at(-1)?.entry.effective ?? null,
    entries: idsOf(entries),
  };
}

/** @throws Problem `relationship-not-found`, `invalid-parameter` */
export async function frameworksOf(
  views: Views,
  relationship: string,
  clocks: Clocks,
  now: number,
): Promise<FrameworkRegister> {
  const { dates, day, said } = await saidIn(views, relationship, 'framework.set', clocks, now);
  const frameworks = said.map((each) => ({
    systems: textIn(each.data['systems']),
    authorities: textIn(each.data['authorities']),
    roles: textIn(each.data['roles']),
    behaviours: textIn(each.data['behaviours']),
    ...versionOf(each, said, day),
  }));
  return { ...dates, frameworks };
}
