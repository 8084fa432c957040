import { about, answeredBy, lastDeciding, lastOf, notNow, type Rule, type Rules } from '../entry/rules';
import type { Content } from '../entry/content';
import { entriesAbout, type LedgerState } from '../entry/state';
import { kindOf } from '../catalogue/catalogue';
import { compareRecorded, type EntryReading } from '../scoring/entry-reading';

/** Where an objective stands, from the entries about it. */
export interface ObjectiveSituation {
  readonly is: 'proposed' | 'agreed' | 'achieved' | 'retired';
  /** The entry that says so; undefined where none does. */
  readonly by: EntryReading | undefined;
}

/** Where a milestone stands. A missed one may still be met, late. */
export interface MilestoneSituation {
  readonly is: 'none' | 'set' | 'missed' | 'met';
  readonly by: EntryReading | undefined;
}

/** That it is over is nothing that anybody could take back: while a party disputes it, it goes on. */
export function objectiveSituation(entries: readonly EntryReading[]): ObjectiveSituation {
  for (const is of ['retired', 'achieved', 'agreed'] as const) {
    const by = lastDeciding(entries, `objective.${is}`);
    if (by !== undefined) return { is, by };
  }
  return { is: 'proposed', by: lastOf(entries, 'objective.proposed') };
}

const MILESTONE_AFTER: Readonly<Record<string, MilestoneSituation['is']>> = {
  'milestone.set': 'set',
  'milestone.missed': 'missed',
  'milestone.met': 'met',
};

export function milestoneSituation(entries: readonly EntryReading[]): MilestoneSituation {
  const steps = entries.toSorted(compareRecorded);
  const by = lastDeciding(steps, ...Object.keys(MILESTONE_AFTER)) ?? lastOf(steps, 'milestone.set');
  return { is: by === undefined ? 'none' : (MILESTONE_AFTER[by.fact.kind] ?? 'none'), by };
}

/** The objective must be one of these; `why` says what to do instead. */
function objectiveIs(...allowed: readonly ObjectiveSituation['is'][]): Rule {
  return (state, content) => {
    const { is } = objectiveSituation(about(state, content, 'objective'));
    if (!allowed.includes(is)) {
      throw notNow(
        `${content.kind} needs an objective that is ${allowed.join(' or ')}; this one is ${is}`,
        'data.objective',
      );
    }
  };
}

const open = objectiveIs('proposed', 'agreed');
const agreed = objectiveIs('agreed');

function milestoneOf(state: LedgerState, content: Content): readonly EntryReading[] {
  return about(state, content, 'milestone').filter((entry) => entry.data['objective'] === content.data['objective']);
}

/** The milestone must belong to the objective and be one of these. */
function milestoneIs(...allowed: readonly MilestoneSituation['is'][]): Rule {
  return (state, content, now) => {
    open(state, content, now);
    const { is } = milestoneSituation(milestoneOf(state, content));
    if (!allowed.includes(is)) {
      throw notNow(
        `${content.kind} needs a milestone of this objective that is ${allowed.join(' or ')}; it is ${is}`,
        'data.milestone',
      );
    }
  };
}

const unfinished = milestoneIs('set', 'missed');

/** A milestone is missed once, and once again on every date that all moved it to since. */
const missable: Rule = (state, content, now) => {
  const last = lastOf(milestoneOf(state, content), 'milestone.missed', 'milestone.rescheduled');
  if (last?.fact.kind === 'milestone.missed')
    throw notNow('that it was missed is said already; the others answer that entry', 'data.milestone');
  unfinished(state, content, now);
};

/** What all agreed to is amended by all, and not by a correction or a void of the entry that proposed it. */
const onlyByConsensus: Rule = (state, content) => {
  const proposed = answeredBy(state, content);
  if (proposed === undefined || !changesData(content, proposed)) return;
  if (isAgreed(state, proposed.data['objective']))
    throw notNow('all agreed to this objective: change it with objective.amended, end it with objective.retired');
};

/** A milestone of an agreed objective, and one that all agreed to, moves only with all of them. */
const moveOnlyByConsensus: Rule = (state, content) => {
  const set = answeredBy(state, content);
  if (set === undefined) return;
  const { objective, milestone } = set.data;
  const isJoint = set.status === 'agreed';
  const isBound =
    content.kind === 'entry.voided'
      ? isJoint || lastOf(entriesAbout(state, 'milestone', milestone), 'milestone.missed') !== undefined
      : content.data['due'] !== undefined && (isJoint || isAgreed(state, objective));
  if (isBound) throw notNow('the other parties rely on this milestone: move it with milestone.rescheduled');
};

function isAgreed(state: LedgerState, objective: unknown): boolean {
  return lastOf(entriesAbout(state, 'objective', objective), 'objective.agreed') !== undefined;
}

/** A void does; a correction of text, date or evidence does not. */
function changesData({ kind, data }: Content, { fact }: EntryReading): boolean {
  const fields = kindOf(fact.kind)?.fields ?? [];
  return kind === 'entry.voided' || fields.some(({ name }) => data[name] !== undefined);
}

export const objectivesRules: Rules = {
  'objective.agreed': objectiveIs('proposed'),
  'objective.amended': agreed,
  'objective.reviewed': (state, content, now) => {
    if (content.data['objective'] !== undefined) open(state, content, now);
  },
  'objective.achieved': agreed,
  'objective.retired': open,
  'milestone.set': open,
  'milestone.met': unfinished,
  'milestone.missed': missable,
  'milestone.rescheduled': unfinished,
  'remedial.taken': (state, content, now) =>
    content.data['milestone'] === undefined ? open(state, content, now) : unfinished(state, content, now),
  'entry.corrected objective.proposed': onlyByConsensus,
  'entry.voided objective.proposed': onlyByConsensus,
  'entry.corrected milestone.set': moveOnlyByConsensus,
  'entry.voided milestone.set': moveOnlyByConsensus,
};
