import type { JsonObject } from '@app/event-store';
import {
  allOf,
  comesAfter,
  dateIn,
  isAboutParty,
  isKnownFactor,
  isNoLess,
  ofWhatIsSaid,
  together,
} from '../entry/plausible';
import { about, decides, decidesOf, lastDeciding, lastOf, notNow, type Rule, type Rules } from '../entry/rules';
import { compareEntries, type EntryReading } from '../scoring/entry-reading';

/** Where an improvement stands: found, on the way to a target, or what came of the last target. */
export type ImprovementSituation = 'identified' | 'targeted' | 'met' | 'missed' | 'abandoned';

const IMPROVEMENT_AFTER: Readonly<Record<string, ImprovementSituation>> = {
  'improvement.identified': 'identified',
  'target.set': 'targeted',
  'target.met': 'met',
  'target.missed': 'missed',
  'target.abandoned': 'abandoned',
};

/** From the entries about the improvement in the order of facts, not voided. */
export function improvementSituation(entries: readonly EntryReading[]): ImprovementSituation {
  return IMPROVEMENT_AFTER[lastOfImprovement(entries)?.fact.kind ?? ''] ?? 'identified';
}

/** Whether something is left to improve: no target was met or given up since the last was set. */
export function isOpenImprovement(entries: readonly EntryReading[]): boolean {
  const situation = improvementSituation(entries);
  return situation !== 'met' && situation !== 'abandoned';
}

/** The entry that says where it stands. */
export function lastOfImprovement(entries: readonly EntryReading[]): EntryReading | undefined {
  return entries.findLast((entry) => entry.fact.kind in IMPROVEMENT_AFTER && isResultOrTarget(entry));
}

/** What came of a target is what no other party disputes, and what a party says that it gave up itself. */
export function isResultOrTarget(entry: EntryReading): boolean {
  const { about } = entry.data;
  switch (entry.fact.kind) {
    case 'target.met':
    case 'target.missed':
      return decides(entry);
    case 'target.abandoned':
      return typeof about === 'string' ? decidesOf(about, entry) : decides(entry);
    default:
      return entry.inEffect;
  }
}

/** Where a lesson stands: by what was last said of it. */
export type LessonSituation = 'captured' | 'applied' | 'repeated';

const LESSON_AFTER: Readonly<Record<string, LessonSituation>> = {
  'lesson.captured': 'captured',
  'lesson.applied': 'applied',
  'lesson.repeated': 'repeated',
};

/** From the entries about the lesson in the order of facts, not voided. */
export function lessonSituation(entries: readonly EntryReading[]): LessonSituation {
  return LESSON_AFTER[lastOfLesson(entries)?.fact.kind ?? ''] ?? 'captured';
}

/** The entry that says where it stands; one that a party disputes says it only where no other does. */
export function lastOfLesson(entries: readonly EntryReading[]): EntryReading | undefined {
  return lastDeciding(entries, ...Object.keys(LESSON_AFTER)) ?? lastOf(entries, 'lesson.captured');
}

/** Whether a result is a target; null where no baseline says on which side of it the target lies. */
function isReached({ baseline, target }: JsonObject, result: number): boolean | null {
  if (typeof baseline !== 'number' || typeof target !== 'number' || baseline === target) return null;
  return target > baseline ? result >= target : result <= target;
}

/** @param why by situation; absent: it may be said then */
function refusedWhen(why: Partial<Readonly<Record<ImprovementSituation, string>>>): Rule {
  return (state, content) => {
    const refused = why[improvementSituation(about(state, content, 'improvement').toSorted(compareEntries))];
    if (refused !== undefined) throw notNow(refused, 'data.improvement');
  };
}

const NO_TARGET = 'the improvement has no target yet; set one first';
const MET = 'its target is met already; set the next one first';
const ABANDONED = 'its target was abandoned; set another one first';

/** What falls short of the target is no less honourable to say, and costs nothing. */
const hasReached: Rule = (state, content) => {
  const { result } = content.data;
  const set = lastOf(about(state, content, 'improvement').toSorted(compareEntries), 'target.set');
  if (set === undefined || typeof result !== 'number' || isReached(set.data, result) !== false) return;
  const [from, to] = [Number(set.data['baseline']), Number(set.data['target'])];
  throw notNow(
    `${result} is not yet ${to}, coming from ${from}; target.missed says so and costs nothing`,
    'data.result',
  );
};

/** The failure that taught the lesson is not its repetition. */
const cameLater: Rule = (state, content) => {
  const captured = lastOf(about(state, content, 'lesson'), 'lesson.captured');
  const [learned, again] = [captured?.effective, content.effective].map((date) => dateIn(date ?? undefined));
  if (learned && again && again.lastDay <= learned.firstDay)
    throw notNow('a failure is repeated after the lesson was captured, not on that day', 'effective');
};

const SAID: Rules = {
  'improvement.identified': allOf(isNoLess, isKnownFactor('improvesFactor')),
  'target.set': comesAfter('due', 'the day of a target'),
  'target.abandoned': isAboutParty,
};

export const improvementRules: Rules = together(ofWhatIsSaid(SAID), {
  'target.set': refusedWhen({
    targeted: 'it has a target; say first what came of it: target.met, missed or abandoned',
  }),
  'target.met': allOf(refusedWhen({ identified: NO_TARGET, met: MET, abandoned: ABANDONED }), hasReached),
  'target.missed': refusedWhen({
    identified: NO_TARGET,
    met: MET,
    missed: 'that it was missed is said already; set another target, or say when it is met',
    abandoned: ABANDONED,
  }),
  'target.abandoned': refusedWhen({ identified: NO_TARGET, met: MET, abandoned: ABANDONED }),
  'lesson.repeated': cameLater,
});
