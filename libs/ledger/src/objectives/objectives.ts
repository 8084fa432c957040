import { about, lastOf, notNow, type Rule, type Rules } from '../entry/rules';
import type { EntryReading } from '../scoring/entry-reading';

/** Where an objective stands, from the entries about it in ledger order. */
export type ObjectiveSituation =
  { readonly is: 'proposed' } | { readonly is: 'agreed' } | { readonly is: 'achieved' } | { readonly is: 'retired' };

/** Where a milestone stands. A missed one may still be met, late. */
export type MilestoneSituation =
  { readonly is: 'none' } | { readonly is: 'set' } | { readonly is: 'missed' } | { readonly is: 'met' };

export function objectiveSituation(entries: readonly EntryReading[]): ObjectiveSituation {
  if (lastOf(entries, 'objective.retired') !== undefined) return { is: 'retired' };
  if (lastOf(entries, 'objective.achieved') !== undefined) return { is: 'achieved' };
  if (lastOf(entries, 'objective.agreed') !== undefined) return { is: 'agreed' };
  return { is: 'proposed' };
}

export function milestoneSituation(entries: readonly EntryReading[]): MilestoneSituation {
  switch (lastOf(entries, 'milestone.set', 'milestone.missed', 'milestone.met')?.fact.kind) {
    case 'milestone.met':
      return { is: 'met' };
    case 'milestone.missed':
      return { is: 'missed' };
    case 'milestone.set':
      return { is: 'set' };
    default:
      return { is: 'none' };
  }
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

/** The milestone must belong to the objective and be one of these. */
function milestoneIs(...allowed: readonly MilestoneSituation['is'][]): Rule {
  return (state, content, now) => {
    open(state, content, now);
    const entries = about(state, content, 'milestone').filter(
      (entry) => entry.data['objective'] === content.data['objective'],
    );
    const { is } = milestoneSituation(entries);
    if (!allowed.includes(is)) {
      throw notNow(
        `${content.kind} needs a milestone of this objective that is ${allowed.join(' or ')}; it is ${is}`,
        'data.milestone',
      );
    }
  };
}

const unfinished = milestoneIs('set', 'missed');

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
  'milestone.missed': milestoneIs('set'),
  'milestone.rescheduled': unfinished,
  'remedial.taken': (state, content, now) =>
    content.data['milestone'] === undefined ? open(state, content, now) : unfinished(state, content, now),
};
