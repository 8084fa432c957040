import { lastOf } from '../entry/rules';
import type { Clocks } from '../parameters';
import { idsOf, textIn, thingsNamed, type Named, type RegisterDates } from '../register';
import type { EntryReading, StatusWord } from '../scoring/entry-reading';
import type { Views } from '../views';
import { principleSituation, type PrincipleSituation } from './behaviours';

/** A behaviour that somebody observed, and what the other side made of it. */
export interface Observation {
  readonly entry: string;
  /** Who observed it. */
  readonly by: string;
  readonly effective: string | null;
  readonly effect: string | null;
  /** When it was talked about; null where it was not. */
  readonly discussed: string | null;
  readonly status: StatusWord;
}

/** What was observed of one party against a principle, oldest first. */
export interface ObservedParty {
  /** Null where an import does not say whom it is about. */
  readonly about: string | null;
  readonly inLine: readonly Observation[];
  readonly fellShort: readonly Observation[];
}

/** A principle and how it was lived up to. */
export interface Behaviour {
  readonly id: string;
  readonly title: string | null;
  readonly situation: PrincipleSituation['is'];
  /** Effective date of the agreement that stands; null without one. */
  readonly agreed: string | null;
  readonly observed: readonly ObservedParty[];
  /** Ids of all entries that name the principle. */
  readonly entries: readonly string[];
}

export interface BehaviourRegister extends RegisterDates {
  readonly behaviours: readonly Behaviour[];
}

/** @throws Problem `relationship-not-found`, `invalid-parameter` */
export async function behavioursOf(
  views: Views,
  relationship: string,
  clocks: Clocks,
  now: number,
): Promise<BehaviourRegister> {
  const { dates, things } = await thingsNamed(views, relationship, 'principle', clocks, now);
  return { ...dates, behaviours: things.map(behaviourRow) };
}

function behaviourRow(principle: Named): Behaviour {
  const { id, entries, dataOf } = principle;
  const agreed = lastOf(entries, 'principle.agreed');
  const named = agreed ?? entries.findLast(({ fact }) => fact.kind === 'principle.agreed');
  return {
    id,
    title: textIn(dataOf(named)['title']),
    situation: principleSituation(entries).is,
    agreed: agreed?.effective ?? null,
    observed: observedParties(principle),
    entries: idsOf(entries),
  };
}

function observedParties({ entries, dataOf }: Named): ObservedParty[] {
  const observations = entries.filter(({ fact }) => fact.kind === 'behaviour.observed');
  const observation = (entry: EntryReading): Observation => {
    const { effect, discussed } = dataOf(entry);
    return {
      entry: entry.fact.id,
      by: entry.fact.party,
      effective: entry.effective,
      effect: textIn(effect),
      discussed: textIn(discussed),
      status: entry.statusWord,
    };
  };
  return [...Map.groupBy(observations, ({ data }) => textIn(data['about']))].map(([about, seen]) => ({
    about,
    inLine: seen.filter((entry) => wayOf(entry) === 'exhibits').map(observation),
    fellShort: seen.filter((entry) => wayOf(entry) === 'breaches').map(observation),
  }));
}

/** An import may leave out what a live entry must say; its sign says it then, and 0 says neither. */
function wayOf({ data, sign }: EntryReading): 'exhibits' | 'breaches' | null {
  const said = data['exhibits'];
  if (said === 'exhibits' || said === 'breaches') return said;
  return sign === '+' ? 'exhibits' : sign === '-' ? 'breaches' : null;
}
