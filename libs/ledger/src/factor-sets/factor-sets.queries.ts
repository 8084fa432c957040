import { builtInFactorSet, factorSetName, type FactorSet } from '../catalogue/factor-set';
import { canonicalJson } from '@app/integrity';
import type { Clocks } from '../parameters';
import { idsOf, proseOf, textIn, visibleIn, type RegisterDates } from '../register';
import { dayOf, formatDay } from '../scoring/days';
import type { EntryReading } from '../scoring/entry-reading';
import { agreedFactorSets, factorSetInForce, factorSetOf, type AgreedFactorSet } from '../scoring/factor-sets';
import { fourDecimals } from '../scoring/rounding';
import type { Reading } from '../scoring/reading';
import { Standing } from '../scoring/standing';
import type { Views } from '../views';

interface FactorChange {
  readonly code: number;
  readonly name: string;
}

/** What came with a version, against the one before it. */
export interface MethodChange {
  /** The version before. */
  readonly from: string;
  readonly added: readonly FactorChange[];
  /** They keep their history. */
  readonly removed: readonly FactorChange[];
  readonly reweighted: readonly (FactorChange & { readonly weightBefore: number; readonly weight: number })[];
  /** Names of the parameters that differ. */
  readonly parameters: readonly string[];
}

/** One version of the method. */
export interface FactorSetVersion {
  /** `id@version` */
  readonly version: string;
  /** `waiting`: put to agreement, and not all agreed; `agreed`: by all, and not in force yet. */
  readonly situation: 'proposed' | 'waiting' | 'agreed' | 'in-force' | 'replaced';
  readonly proposedBy: string | null;
  /** Effective date. */
  readonly proposed: string | null;
  readonly reason: string | null;
  /** Who agreed, and since when, `YYYY-MM-DD`. */
  readonly agreedBy: readonly { readonly party: string; readonly on: string }[];
  readonly waitingFor: readonly string[];
  /** `YYYY-MM-DD`; null while not all agreed. */
  readonly inForceFrom: string | null;
  /** Last day of it; null while it holds. */
  readonly inForceTo: string | null;
  readonly change: MethodChange;
  /**
   * What the score was on the day on which it came into force under both versions, and the difference that the method
   * alone made; null while it did not, and where there was no score.
   */
  readonly methodEffect: { readonly before: number; readonly after: number; readonly effect: number } | null;
  /** Ids of the entries behind it. */
  readonly entries: readonly string[];
}

export interface FactorSetRegister extends RegisterDates {
  /** `id@version` of the one in force. */
  readonly inForce: string;
  /** The one that holds before the parties agree another; it is no entry of theirs. */
  readonly builtIn: {
    readonly version: string;
    /** `YYYY-MM-DD`, the last day of it; null while it holds. */
    readonly inForceTo: string | null;
  };
  /** Those that were proposed or put to agreement, in the order in which they first appear. */
  readonly factorSets: readonly FactorSetVersion[];
}

/** @throws Problem `relationship-not-found`, `invalid-parameter` */
export async function factorSetsOf(
  views: Views,
  relationship: string,
  clocks: Clocks,
  now: number,
): Promise<FactorSetRegister> {
  const { dates, day, reading } = await visibleIn(views, relationship, clocks, now);
  // A version may be agreed ahead of its day: it is shown from the day on which it was recorded.
  const entries = reading.entries.filter(
    ({ fact, status, day: effectiveDay }) =>
      (fact.kind === 'factorset.proposed' || fact.kind === 'factorset.agreed') &&
      status !== 'voided' &&
      Math.min(effectiveDay, dayOf(fact.recorded)) <= day,
  );
  const byName = new Map<string, { readonly set: FactorSet; readonly of: EntryReading[] }>();
  for (const entry of entries) {
    const set = factorSetOf(entry);
    if (set === null) continue;
    const known = byName.get(factorSetName(set));
    if (known === undefined) byName.set(factorSetName(set), { set, of: [entry] });
    else known.of.push(entry);
  }
  const dataOf = await proseOf(views, relationship, entries);
  const course: readonly AgreedFactorSet[] = agreedFactorSets(reading).filter(({ entry }) => entries.includes(entry));
  const rows = [...byName.values()].map(({ set, of }): FactorSetVersion => {
    const proposal = of.find(({ fact }) => fact.kind === 'factorset.proposed');
    return {
      ...versionOf(reading, set, course, of, day),
      proposedBy: proposal?.fact.party ?? null,
      proposed: proposal?.effective ?? null,
      reason: textIn(dataOf(proposal)['reason']),
      entries: idsOf(of),
    };
  });
  const first = course.find(({ from }) => from <= day);
  return {
    ...dates,
    inForce: factorSetName(factorSetInForce(reading, day)),
    builtIn: {
      version: factorSetName(builtInFactorSet),
      inForceTo: first === undefined ? null : formatDay(first.from - 1),
    },
    factorSets: rows,
  };
}

type Agreed = Omit<FactorSetVersion, 'proposedBy' | 'proposed' | 'reason' | 'entries'>;

function versionOf(
  reading: Reading,
  set: FactorSet,
  course: readonly AgreedFactorSet[],
  entries: readonly EntryReading[],
  day: number,
): Agreed {
  const place = course.findLastIndex(({ entry }) => entries.includes(entry));
  const agreed = course[place];
  if (agreed === undefined) {
    const asked = entries.findLast(({ fact }) => fact.kind === 'factorset.agreed');
    return {
      version: factorSetName(set),
      situation: asked === undefined ? 'proposed' : 'waiting',
      ...agreementOf(reading, asked),
      inForceFrom: null,
      inForceTo: null,
      change: changeBetween(factorSetInForce(reading, day), set),
      methodEffect: null,
    };
  }
  const before = course[place - 1]?.set ?? builtInFactorSet;
  const next = course[place + 1];
  const isReplaced = next !== undefined && next.from <= day;
  const isInForce = agreed.from <= day;
  return {
    version: factorSetName(set),
    situation: isReplaced ? 'replaced' : isInForce ? 'in-force' : 'agreed',
    ...agreementOf(reading, agreed.entry),
    inForceFrom: formatDay(agreed.from),
    inForceTo: isReplaced ? formatDay(next.from - 1) : null,
    change: changeBetween(before, set),
    methodEffect: isInForce ? methodEffectOf(reading, agreed, before) : null,
  };
}

function agreementOf(
  reading: Reading,
  entry: EntryReading | undefined,
): Pick<FactorSetVersion, 'agreedBy' | 'waitingFor'> {
  if (entry === undefined) return { agreedBy: [], waitingFor: [] };
  const { fact, answers, agreedSinceDay, day } = entry;
  const since = new Map<string, number>();
  const parties = reading.parties(day);
  if (fact.party === 'joint') for (const party of parties) since.set(party, agreedSinceDay ?? dayOf(fact.recorded));
  else since.set(fact.party, dayOf(fact.recorded));
  for (const { party, word, sinceDay } of answers) if (word === 'agreed') since.set(party, sinceDay);
  return {
    agreedBy: [...since].map(([party, on]) => ({ party, on: formatDay(on) })),
    waitingFor: parties.filter((party) => !since.has(party)),
  };
}

function changeBetween(before: FactorSet, set: FactorSet): MethodChange {
  const named = ({ code, name }: FactorSet['factors'][number]): FactorChange => ({ code, name });
  const weights = new Map(before.factors.map(({ code, weight }) => [code, weight]));
  const codes = new Set(set.factors.map(({ code }) => code));
  const parameters = new Set([...Object.keys(before.parameters), ...Object.keys(set.parameters)]);
  const text = ({ parameters: of }: FactorSet, name: string): string =>
    canonicalJson((of as unknown as Readonly<Record<string, unknown>>)[name] ?? null);
  return {
    from: factorSetName(before),
    added: set.factors.filter(({ code }) => !weights.has(code)).map(named),
    removed: before.factors.filter(({ code }) => !codes.has(code)).map(named),
    reweighted: set.factors.flatMap((factor) => {
      const weightBefore = weights.get(factor.code);
      return weightBefore === undefined || weightBefore === factor.weight
        ? []
        : [{ ...named(factor), weightBefore, weight: factor.weight }];
    }),
    parameters: [...parameters].filter((name) => text(before, name) !== text(set, name)),
  };
}

/** scoring.md "Factor set versions": M(t, new) - M(t, old) on the day of the change. */
function methodEffectOf(
  reading: Reading,
  { set, from }: AgreedFactorSet,
  before: FactorSet,
): FactorSetVersion['methodEffect'] {
  const viewUnder = (each: FactorSet): number | null => new Standing(reading, each).at(from).overall.view;
  const [old, own] = [viewUnder(before), viewUnder(set)];
  if (old === null || own === null) return null;
  return { before: fourDecimals(old), after: fourDecimals(own), effect: fourDecimals(own - old) };
}
