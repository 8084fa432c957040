import type { Json, JsonObject } from '@app/event-store';
import { builtInFactorSet, factorSetName } from '../catalogue/factor-set';
import { knownIn } from '../known-at';
import { dayParameter, factorParameter } from '../parameters';
import { Problem } from '../problems';
import { objectIn, proseOf, textIn, type RegisterDates } from '../register';
import { factsIn, type ScoreParameters } from '../score/score.queries';
import { dayOf, parseDay } from '../scoring/days';
import { factorSetInForce, factorSetNamed, factorSetOf } from '../scoring/factor-sets';
import { showKnownAt } from '../scoring/knowledge';
import { Standing } from '../scoring/standing';
import type { Views } from '../views';

/** What each level and each factor of a version mean: shown wherever somebody rates. */
export interface Rubric extends RegisterDates {
  /** `id@version` */
  readonly factorSet: string;
  /** Id of the entry that agrees to it; null of the built-in set. */
  readonly entry: string | null;
  readonly scale: readonly { readonly level: number; readonly name: string; readonly meaning: string | null }[];
  readonly factors: readonly {
    readonly code: number;
    readonly name: string;
    readonly weight: number;
    /** What the factor is after. */
    readonly aim: string | null;
    /** False while all agree that it is not applicable. */
    readonly applicable: boolean;
    /** Whether the parties may agree that it is not applicable. */
    readonly alwaysApplies: boolean;
  }[];
}

/**
 * The rubric of the version in force, or of the one that is asked for; of one factor or of all. Where a version has no
 * wording of its own, the built-in set's stands for it.
 *
 * @throws Problem `relationship-not-found`, `invalid-parameter`, `unknown-factor`
 */
export async function rubricOf(
  views: Views,
  relationship: string,
  parameters: ScoreParameters & { readonly factor?: string },
  now: number,
): Promise<Rubric> {
  const asOf = dayParameter(parameters.asOf, 'asOf', now);
  const day = parseDay(asOf) ?? dayOf(now);
  const factor = factorParameter(parameters.factor);
  const facts = await factsIn(views, relationship);
  const { reading, knownAt } = knownIn(facts, parameters);
  const named = parameters.factorSet;
  const set = named === undefined ? factorSetInForce(reading, day) : factorSetNamed(knownIn(facts, {}).reading, named);
  const name = factorSetName(set);
  const entry = knownIn(facts, {}).reading.factorSetEntries.findLast((each) => {
    const own = factorSetOf(each);
    return own !== null && factorSetName(own) === name;
  });
  const words = await proseOf(views, relationship, entry === undefined ? [] : [entry]);
  const own = objectIn(words(entry)['factorSet']);
  const wordsOf = (of: JsonObject, part: 'ladder' | 'aim', key: number): string | null =>
    textIn(objectIn(objectIn(of['rubric'])[part])[String(key)]);
  const said = (part: 'ladder' | 'aim', key: number): string | null =>
    wordsOf(own, part, key) ?? wordsOf(BUILT_IN, part, key);
  const standing = new Standing(reading, set).at(day);
  const factors = set.factors
    .filter(({ code }) => factor === undefined || code === factor)
    .map(({ code, name: title, weight }) => ({
      code,
      name: title,
      weight,
      aim: said('aim', code),
      applicable: !standing.factors.some((each) => each.factor.code === code && each.status === 'not-applicable'),
      alwaysApplies: set.parameters.neverNotApplicable.includes(code),
    }));
  if (factors.length === 0) throw new Problem('unknown-factor', `${name} has no factor ${factor ?? ''}`, 'factor');
  return {
    relationship,
    asOf,
    knownAt: showKnownAt(knownAt),
    factorSet: name,
    entry: entry?.fact.id ?? null,
    scale: scaleOf(own).map(({ level, name: title }) => ({ level, name: title, meaning: said('ladder', level) })),
    factors,
  };
}

const BUILT_IN = builtInFactorSet as unknown as JsonObject;

interface NamedLevel {
  readonly level: number;
  readonly name: string;
}

/** The scale of a version, or that of the built-in set. */
function scaleOf(own: JsonObject): readonly NamedLevel[] {
  const scale = Array.isArray(own['scale']) ? own['scale'] : BUILT_IN['scale'];
  return ((Array.isArray(scale) ? scale : []) as readonly Json[]).flatMap((each): NamedLevel[] => {
    const { level, name } = objectIn(each);
    return typeof level === 'number' && typeof name === 'string' ? [{ level, name }] : [];
  });
}
