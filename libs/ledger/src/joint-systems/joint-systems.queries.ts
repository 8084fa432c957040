import { decides } from '../entry/rules';
import type { Clocks } from '../parameters';
import { idsOf, textIn, type RegisterDates } from '../register';
import { oneEntry, saidIn, versionOf, wordsOf, type OneEntry, type Said, type Version } from '../register-entry';
import type { StatusWord } from '../scoring/entry-reading';
import type { Views } from '../views';
import { SYSTEM_KINDS, lastOfSystem, systemAfter, type SystemSituation } from './joint-systems';

/** A system of which each party had its own. */
export interface System {
  /** `knowledge`, `communication`, `issue-resolution`, `risk` or `other`. */
  readonly system: string | null;
  /** As the last entry about it says that nobody disputes, which `by` and `status` are of. */
  readonly situation: SystemSituation;
  /** Effective date of the last review … */
  readonly reviewed: string | null;
  /** … and why it was decided so. */
  readonly reason: string | null;
  readonly merged: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly by: string;
  readonly status: StatusWord;
  readonly entries: readonly string[];
}

export interface Bypass {
  readonly entry: string;
  readonly effective: string | null;
  /** Party that went past it. */
  readonly about: string | null;
  readonly by: string;
  readonly status: StatusWord;
  readonly effect: string | null;
  /** When it was talked about with them; null: it is not said that it was. */
  readonly discussed: string | null;
}

/** A joint process, by its name. */
export interface Process {
  readonly process: string | null;
  /** Effective date, of the last time that no party disputes; null where it is known by what went past it alone. */
  readonly adopted: string | null;
  readonly by: string | null;
  readonly status: StatusWord | null;
  readonly replaces: string | null;
  readonly bypassed: readonly Bypass[];
  readonly entries: readonly string[];
}

/** One version of the plan for communication, or for knowledge. */
export interface SystemPlan extends Version {
  readonly plan: string | null;
}

/** Something that was said to others: jointly, or by one party against the joint line. */
export interface Communication extends OneEntry {
  readonly situation: 'issued' | 'contradicted';
  readonly audience: string | null;
  readonly channel: string | null;
  /** Party that contradicted the joint line. */
  readonly about: string | null;
}

/** Something that the other side needed to know: shared, or withheld. */
export interface Knowledge extends OneEntry {
  readonly situation: 'shared' | 'withheld';
  readonly subject: string | null;
  /** Party with which it was shared. */
  readonly with: string | null;
  /** Party that withheld it. */
  readonly about: string | null;
  readonly effect: string | null;
  /** When it was talked about with them. */
  readonly discussed: string | null;
}

export interface SystemRegister extends RegisterDates {
  readonly systems: readonly System[];
}
export interface ProcessRegister extends RegisterDates {
  readonly processes: readonly Process[];
}
export interface CommunicationPlanRegister extends RegisterDates {
  readonly communicationPlans: readonly SystemPlan[];
}
export interface CommunicationRegister extends RegisterDates {
  readonly communications: readonly Communication[];
}
export interface KnowledgePlanRegister extends RegisterDates {
  readonly knowledgePlans: readonly SystemPlan[];
}
export interface KnowledgeRegister extends RegisterDates {
  readonly knowledge: readonly Knowledge[];
}

/** @throws Problem `relationship-not-found`, `invalid-parameter` */
export async function systemsOf(
  views: Views,
  relationship: string,
  clocks: Clocks,
  now: number,
): Promise<SystemRegister> {
  const { dates, said } = await saidIn(views, relationship, SYSTEM_KINDS, clocks, now);
  // Others are many, and nothing but prose tells them apart.
  const named = ({ entry }: Said): string => {
    const { system } = entry.data;
    return typeof system === 'string' && system !== 'other' ? `system ${system}` : entry.fact.id;
  };
  return { ...dates, systems: [...Map.groupBy(said, named).values()].flatMap(systemRow) };
}

function systemRow(said: readonly Said[]): System[] {
  const last = lastOfSystem(said.map(({ entry }) => entry));
  if (last === undefined) return [];
  const of = (kind: string): Said | undefined =>
    said.findLast(({ entry }) => entry.fact.kind === kind && (decides(entry) || entry === last));
  const [reviewed, merged] = SYSTEM_KINDS.map(of);
  return [
    {
      system: textIn(last.data['system']),
      situation: systemAfter(last),
      reviewed: reviewed?.entry.effective ?? null,
      reason: textIn(reviewed?.data['reason']),
      merged: merged?.entry.effective ?? null,
      from: textIn(merged?.data['from']),
      to: textIn(merged?.data['to']),
      by: last.fact.party,
      status: last.statusWord,
      entries: idsOf(said.map(({ entry }) => entry)),
    },
  ];
}

/** @throws Problem `relationship-not-found`, `invalid-parameter` */
export async function processesOf(
  views: Views,
  relationship: string,
  clocks: Clocks,
  now: number,
): Promise<ProcessRegister> {
  const kinds = ['process.adopted', 'process.bypassed'];
  const { dates, said } = await saidIn(views, relationship, kinds, clocks, now);
  const byWords = Map.groupBy(said, ({ entry, data }) => wordsOf(data['process']) ?? entry.fact.id);
  return { ...dates, processes: [...byWords.values()].map(processRow) };
}

function processRow(said: readonly Said[]): Process {
  const adoptions = said.filter(({ entry }) => entry.fact.kind === 'process.adopted');
  const adopted = adoptions.findLast(({ entry }) => decides(entry)) ?? adoptions.at(-1);
  return {
    process: textIn((adopted ?? said[0])?.data['process']),
    adopted: adopted?.entry.effective ?? null,
    by: adopted?.entry.fact.party ?? null,
    status: adopted?.entry.statusWord ?? null,
    replaces: textIn(adopted?.data['replaces']),
    bypassed: said
      .filter(({ entry }) => entry.fact.kind === 'process.bypassed')
      .map(({ entry, data }) => ({
        entry: entry.fact.id,
        effective: entry.effective,
        about: textIn(data['about']),
        by: entry.fact.party,
        status: entry.statusWord,
        effect: textIn(data['effect']),
        discussed: textIn(data['discussed']),
      })),
    entries: idsOf(said.map(({ entry }) => entry)),
  };
}

async function plansOf(
  views: Views,
  relationship: string,
  kind: string,
  clocks: Clocks,
  now: number,
): Promise<{ readonly dates: RegisterDates; readonly plans: readonly SystemPlan[] }> {
  const { dates, day, said } = await saidIn(views, relationship, kind, clocks, now);
  return { dates, plans: said.map((each) => ({ plan: textIn(each.data['plan']), ...versionOf(each, said, day) })) };
}

/** @throws Problem `relationship-not-found`, `invalid-parameter` */
export async function communicationPlansOf(
  views: Views,
  relationship: string,
  clocks: Clocks,
  now: number,
): Promise<CommunicationPlanRegister> {
  const { dates, plans } = await plansOf(views, relationship, 'communication.planned', clocks, now);
  return { ...dates, communicationPlans: plans };
}

/** @throws Problem `relationship-not-found`, `invalid-parameter` */
export async function knowledgePlansOf(
  views: Views,
  relationship: string,
  clocks: Clocks,
  now: number,
): Promise<KnowledgePlanRegister> {
  const { dates, plans } = await plansOf(views, relationship, 'knowledge.planned', clocks, now);
  return { ...dates, knowledgePlans: plans };
}

/** @throws Problem `relationship-not-found`, `invalid-parameter` */
export async function communicationsOf(
  views: Views,
  relationship: string,
  clocks: Clocks,
  now: number,
): Promise<CommunicationRegister> {
  const kinds = ['communication.issued', 'communication.contradicted'];
  const { dates, said } = await saidIn(views, relationship, kinds, clocks, now);
  const communications = said.map(({ entry, data }) => ({
    situation: entry.fact.kind === 'communication.issued' ? ('issued' as const) : ('contradicted' as const),
    audience: textIn(data['audience']),
    channel: textIn(data['channel']),
    about: textIn(data['about']),
    ...oneEntry(entry),
  }));
  return { ...dates, communications };
}

/** @throws Problem `relationship-not-found`, `invalid-parameter` */
export async function knowledgeOf(
  views: Views,
  relationship: string,
  clocks: Clocks,
  now: number,
): Promise<KnowledgeRegister> {
  const kinds = ['knowledge.shared', 'knowledge.withheld'];
  const { dates, said } = await saidIn(views, relationship, kinds, clocks, now);
  const knowledge = said.map(({ entry, data }) => ({
    situation: entry.fact.kind === 'knowledge.shared' ? ('shared' as const) : ('withheld' as const),
    subject: textIn(data['subject']),
    with: textIn(data['with']),
    about: textIn(data['about']),
    effect: textIn(data['effect']),
    discussed: textIn(data['discussed']),
    ...oneEntry(entry),
  }));
  return { ...dates, knowledge };
}
