import type { Json, JsonObject } from '@app/event-store';
import { builtInFactorSet, factorSetName } from '../catalogue/factor-set';
import { lastOf } from '../entry/rules';
import type { Clocks } from '../parameters';
import { entriesById, idsOf, proseOf, textIn, visibleIn, type Named, type RegisterDates } from '../register';
import { oneEntry, saidIn, wordsOf, type OneEntry } from '../register-entry';
import type { EntryReading, StatusWord } from '../scoring/entry-reading';
import { agreedFactorSets } from '../scoring/factor-sets';
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
  /** Ids of the entries that say that somebody was coached in it. */
  readonly coaching: readonly string[];
  /** Ids of all entries that name the principle. */
  readonly entries: readonly string[];
}

export interface BehaviourRegister extends RegisterDates {
  readonly behaviours: readonly Behaviour[];
  /** `id@version` of the method in force. */
  readonly factorSet: string;
  /** Titles of the principles that it proposes and nobody has put to the others: no entry of anybody. */
  readonly proposed: readonly string[];
}

/** That somebody was coached. */
export interface Coaching extends OneEntry {
  /** Id of the principle; null where it was for none of them alone. */
  readonly principle: string | null;
  /** Party that was coached; null where the entry does not say. */
  readonly about: string | null;
}

export interface CoachingRegister extends RegisterDates {
  readonly coaching: readonly Coaching[];
}

/** @throws Problem `relationship-not-found`, `invalid-parameter` */
export async function behavioursOf(
  views: Views,
  relationship: string,
  clocks: Clocks,
  now: number,
): Promise<BehaviourRegister> {
  const { dates, day, reading, entries: visible } = await visibleIn(views, relationship, clocks, now);
  const named = [...entriesById(visible, 'principle')];
  const method = agreedFactorSets(reading).findLast(({ from }) => from <= day);
  const dataOf = await proseOf(views, relationship, [
    ...named.flatMap(([, entries]) => entries),
    ...(method === undefined ? [] : [method.entry]),
  ]);
  const behaviours = named.map(([id, entries]) => behaviourRow({ id, entries, dataOf }));
  const known = new Set(behaviours.map(({ title }) => wordsOf(title ?? undefined)));
  const proposed = principlesIn(dataOf(method?.entry)['factorSet']).filter((title) => !known.has(wordsOf(title)));
  return { ...dates, behaviours, factorSet: factorSetName(method?.set ?? builtInFactorSet), proposed };
}

/** Those of a version, or, where it names none, of the built-in set. */
function principlesIn(set: Json | undefined): readonly string[] {
  const given = (set as JsonObject | undefined)?.['principles'];
  if (!Array.isArray(given)) return builtInFactorSet.principles ?? [];
  return (given as readonly Json[]).flatMap((title) => textIn(title) ?? []);
}

/** @throws Problem `relationship-not-found`, `invalid-parameter` */
export async function coachingOf(
  views: Views,
  relationship: string,
  clocks: Clocks,
  now: number,
): Promise<CoachingRegister> {
  const { dates, said } = await saidIn(views, relationship, ['coaching.given'], clocks, now);
  const coaching = said.map(({ entry, data }) => ({
    principle: textIn(data['principle']),
    about: textIn(data['about']),
    ...oneEntry(entry),
  }));
  return { ...dates, coaching };
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
    coaching: idsOf(entries.filter(({ fact }) => fact.kind === 'coaching.given')),
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
