import { decides, lastOf } from '../entry/rules';
import type { Clocks } from '../parameters';
import {
  entriesById,
  idsOf,
  proseOf,
  textIn,
  thingsNamed,
  visibleIn,
  type DataOf,
  type Named,
  type RegisterDates,
} from '../register';
import { numberIn, saidIn, stepOf, wordsOf, type Said, type Step } from '../register-entry';
import { parseEffective } from '../scoring/days';
import { compareEntries, type EntryReading, type StatusWord } from '../scoring/entry-reading';
import { moneyIn, type Money } from '../value/money';
import { forecastsByOrigin } from '../value/value';
import type { Views } from '../views';
import {
  improvementSituation,
  isResultOrTarget,
  lastOfImprovement,
  lastOfLesson,
  lessonSituation,
  type ImprovementSituation,
  type LessonSituation,
} from './improvement';

/** A target, and what came of it. */
export interface Target extends Step {
  readonly measure: string | null;
  readonly baseline: number | null;
  readonly target: number | null;
  /** As precise as it was given. */
  readonly due: string | null;
  readonly situation: 'open' | 'met' | 'missed' | 'abandoned';
  readonly result: number | null;
  /** Effective date of what was said last of it; null while it is open. */
  readonly ended: string | null;
}

export interface Improvement {
  readonly id: string;
  readonly title: string | null;
  readonly situation: ImprovementSituation;
  /** Of the entry that says so. */
  readonly status: StatusWord | null;
  /** Code of the factor that it is to improve. */
  readonly improvesFactor: number | null;
  readonly expectedBenefit: string | null;
  readonly amount: Money | null;
  /** `low`, `medium` or `high`. */
  readonly effort: string | null;
  readonly owner: string | null;
  /** Effective date, as precise as it was given. */
  readonly identified: string | null;
  readonly identifiedBy: string | null;
  /** Of the target that is open; null without one. */
  readonly due: string | null;
  /** That day is over and nobody has said what came of it. */
  readonly overdue: boolean;
  /** Party that gave it up, and why; null unless it is abandoned. */
  readonly abandonedBy: string | null;
  readonly reason: string | null;
  /** Oldest first. */
  readonly targets: readonly Target[];
  /** Ids of the benefits that were forecast from it. */
  readonly benefits: readonly string[];
  readonly entries: readonly string[];
}

/** Where a lesson changed the work. */
export interface Application extends Step {
  readonly where: string | null;
}

/** The same failure, once more. */
export interface Repetition extends Step {
  readonly effect: string | null;
}

export interface Lesson {
  readonly id: string;
  readonly learned: string | null;
  readonly actOn: string | null;
  readonly situation: LessonSituation;
  /** Of the entry that says so. */
  readonly status: StatusWord | null;
  /** Effective date, as precise as it was given. */
  readonly captured: string | null;
  readonly capturedBy: string | null;
  /** Oldest first, as the repetitions. */
  readonly applied: readonly Application[];
  readonly repeated: readonly Repetition[];
  readonly entries: readonly string[];
}

/** What others do, as it was looked at and taken over; entries that name it in the same words are of one practice. */
export interface Practice {
  /** Id of the entry that first names it. */
  readonly id: string;
  readonly practice: string | null;
  /** Whose it is. */
  readonly of: string | null;
  readonly situation: 'reviewed' | 'adopted';
  /** Of the entry that says so. */
  readonly status: StatusWord;
  /** What was last decided: `adopt`, `adapt`, `reject` or `undecided`. */
  readonly decision: string | null;
  /** Codes of the factors that it bears on. */
  readonly factors: readonly number[];
  /** Effective dates of the last review and of the first adoption. */
  readonly reviewed: string | null;
  readonly adopted: string | null;
  readonly entries: readonly string[];
}

export interface ImprovementRegister extends RegisterDates {
  readonly improvements: readonly Improvement[];
}
export interface LessonRegister extends RegisterDates {
  readonly lessons: readonly Lesson[];
}
export interface PracticeRegister extends RegisterDates {
  readonly practices: readonly Practice[];
}

/** @throws Problem `relationship-not-found`, `invalid-parameter` */
export async function improvementsOf(
  views: Views,
  relationship: string,
  clocks: Clocks,
  now: number,
): Promise<ImprovementRegister> {
  const { dates, day, entries: visible } = await visibleIn(views, relationship, clocks, now);
  const named = [...entriesById(visible, 'improvement')];
  const dataOf = await proseOf(
    views,
    relationship,
    named.flatMap(([, entries]) => entries),
  );
  const benefits = forecastsByOrigin(visible);
  const improvements = named.map(([id, entries]) =>
    improvementRow({ id, entries, dataOf }, benefits.get(id) ?? [], day),
  );
  return { ...dates, improvements };
}

/** @param benefits forecasts of what comes from it */
function improvementRow({ id, entries, dataOf }: Named, benefits: readonly EntryReading[], day: number): Improvement {
  const identified = lastOf(entries, 'improvement.identified');
  const { title, improvesFactor, expectedBenefit, amount, effort, owner } = dataOf(identified);
  const targets = targetsOf(entries, dataOf);
  const situation = improvementSituation(entries);
  const abandoned = dataOf(situation === 'abandoned' ? lastOfImprovement(entries) : undefined);
  const last = targets.at(-1);
  const due = last?.situation === 'open' ? last.due : null;
  return {
    id,
    title: textIn(title),
    situation,
    status: lastOfImprovement(entries)?.statusWord ?? null,
    improvesFactor: numberIn(improvesFactor),
    expectedBenefit: textIn(expectedBenefit),
    amount: moneyIn(amount),
    effort: textIn(effort),
    owner: textIn(owner),
    identified: identified?.effective ?? null,
    identifiedBy: identified?.fact.party ?? null,
    due,
    overdue: due !== null && (parseEffective(due)?.lastDay ?? day) < day,
    abandonedBy: textIn(abandoned['about']),
    reason: textIn(abandoned['reason']),
    targets,
    benefits: benefits.flatMap(({ data }) => textIn(data['benefit']) ?? []),
    entries: idsOf([...entries, ...benefits].sort(compareEntries)),
  };
}

const RESULTS: Readonly<Record<string, Target['situation']>> = {
  'target.met': 'met',
  'target.missed': 'missed',
  'target.abandoned': 'abandoned',
};

/** What is said of a target is said of the last one before it. */
function targetsOf(entries: readonly EntryReading[], dataOf: DataOf): Target[] {
  const targets: Target[] = [];
  for (const entry of entries) {
    const data = dataOf(entry);
    if (entry.fact.kind === 'target.set') {
      targets.push({
        ...stepOf(entry),
        measure: textIn(data['measure']),
        baseline: numberIn(data['baseline']),
        target: numberIn(data['target']),
        due: textIn(data['due']),
        situation: 'open',
        result: null,
        ended: null,
      });
    }
    const [last, situation] = [targets.at(-1), RESULTS[entry.fact.kind]];
    if (last === undefined || situation === undefined || !isResultOrTarget(entry)) continue;
    targets[targets.length - 1] = {
      ...last,
      situation,
      result: numberIn(data['result']) ?? last.result,
      ended: entry.effective,
    };
  }
  return targets;
}

/** @throws Problem `relationship-not-found`, `invalid-parameter` */
export async function lessonsOf(
  views: Views,
  relationship: string,
  clocks: Clocks,
  now: number,
): Promise<LessonRegister> {
  const { dates, things } = await thingsNamed(views, relationship, 'lesson', clocks, now);
  return { ...dates, lessons: things.map(lessonRow) };
}

function lessonRow({ id, entries, dataOf }: Named): Lesson {
  const captured = lastOf(entries, 'lesson.captured');
  const { learned, actOn } = dataOf(captured);
  const ofKind = (kind: string): readonly EntryReading[] => entries.filter(({ fact }) => fact.kind === kind);
  return {
    id,
    learned: textIn(learned),
    actOn: textIn(actOn),
    situation: lessonSituation(entries),
    status: lastOfLesson(entries)?.statusWord ?? null,
    captured: captured?.effective ?? null,
    capturedBy: captured?.fact.party ?? null,
    applied: ofKind('lesson.applied').map((entry) => ({ ...stepOf(entry), where: textIn(dataOf(entry)['where']) })),
    repeated: ofKind('lesson.repeated').map((entry) => ({ ...stepOf(entry), effect: textIn(dataOf(entry)['effect']) })),
    entries: idsOf(entries),
  };
}

/** @throws Problem `relationship-not-found`, `invalid-parameter` */
export async function practicesOf(
  views: Views,
  relationship: string,
  clocks: Clocks,
  now: number,
): Promise<PracticeRegister> {
  const kinds = ['practice.reviewed', 'practice.adopted'];
  const { dates, said } = await saidIn(views, relationship, kinds, clocks, now);
  const byWords = Map.groupBy(said, ({ entry, data }) => wordsOf(data['practice']) ?? entry.fact.id);
  return { ...dates, practices: [...byWords.values()].flatMap(practiceRow) };
}

function practiceRow(said: readonly Said[]): Practice[] {
  const [first, last] = [said[0], said.at(-1)];
  if (first === undefined || last === undefined) return [];
  const reviewed = said.findLast(({ entry }) => entry.fact.kind === 'practice.reviewed');
  const ofKind = (kind: string): Said | undefined =>
    said.find(({ entry }) => entry.fact.kind === kind && decides(entry));
  // One that a party disputes says where it stands only where no other does.
  const by = ofKind('practice.adopted') ?? ofKind('practice.reviewed') ?? last;
  const adopted = by.entry.fact.kind === 'practice.adopted' ? by.entry : undefined;
  return [
    {
      id: first.entry.fact.id,
      practice: textIn(last.data['practice']),
      of: textIn(said.findLast(({ data }) => data['of'] !== undefined)?.data['of']),
      situation: adopted === undefined ? 'reviewed' : 'adopted',
      status: by.entry.statusWord,
      decision: textIn(reviewed?.data['decision']),
      factors: [...new Set(said.flatMap(({ entry }) => entry.factor ?? []))].sort((a, b) => a - b),
      reviewed: reviewed?.entry.effective ?? null,
      adopted: adopted?.effective ?? null,
      entries: idsOf(said.map(({ entry }) => entry)),
    },
  ];
}
