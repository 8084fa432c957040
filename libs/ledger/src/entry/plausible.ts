import type { Json } from '@app/event-store';
import { Problem } from '../problems';
import { formatDay, parseEffective, type EffectiveDate } from '../scoring/days';
import { isNegative, moneyIn } from '../value/money';
import type { Content } from './content';
import { answeredBy, notNow, type Rule, type Rules } from './rules';
import { invalid } from './shape';

/** Of these nobody can say that a duty or a conduct was theirs. */
const NO_ORGANISATION: ReadonlySet<unknown> = new Set(['joint', 'ledger', 'third-party']);

/** A date, as coarse as it was given; null where there is none. */
export function dateIn(value: Json | undefined): EffectiveDate | null {
  return typeof value === 'string' ? parseEffective(value) : null;
}

/** All of these must hold. */
export function allOf(...rules: readonly Rule[]): Rule {
  return (state, content, now) => {
    for (const rule of rules) rule(state, content, now);
  };
}

/** All rules of several sets; those of the same kind must all hold, in this order. */
export function together(...sets: readonly Rules[]): Rules {
  const byKind: Record<string, Rule> = {};
  for (const [kind, rule] of sets.flatMap((rules) => Object.entries(rules))) {
    const before = byKind[kind];
    byKind[kind] = before === undefined ? rule : allOf(before, rule);
  }
  return byKind;
}

/**
 * Rules of what entries say by themselves, which a correction must leave true as well (scoring.md, "Reading the entries"
 * rule 6); the entry itself is that which the correction `answers`. No money is among the facts: of an amount only what a
 * correction says of it is looked at.
 */
export function ofWhatIsSaid(rules: Rules): Rules {
  const corrected = Object.entries(rules).map(([kind, rule]): [string, Rule] => [
    `entry.corrected ${kind}`,
    asCorrected(rule),
  ]);
  return { ...rules, ...Object.fromEntries(corrected) };
}

/** An import is taken as it stands, and what is left of it after a correction too. */
function asCorrected(rule: Rule): Rule {
  return (state, content, now) => {
    const target = answeredBy(state, content);
    if (target === undefined || target.fact.imported) return;
    const { effective } = content.data;
    const data = Object.entries({ ...target.data, ...content.data }).filter(([, value]) => value !== null);
    const result: Content = {
      ...content,
      kind: target.fact.kind,
      effective: typeof effective === 'string' ? effective : target.effective,
      data: Object.fromEntries(data),
    };
    rule(state, result, now);
  };
}

/** Both dates, where both are given, in order. */
export const hasPeriod: Rule = (_state, { data }) => {
  const [first, last] = [dateIn(data['from']), dateIn(data['until'])];
  if (first && last && last.lastDay < first.firstDay) throw invalid('data.until', 'a day that is not before from');
};

/**
 * A day that is planned comes after the one on which it is.
 *
 * @param what it is the day of
 */
export function comesAfter(field: string, what: string): Rule {
  return (_state, { effective, data }) => {
    const [said, planned] = [dateIn(effective ?? undefined), dateIn(data[field])];
    if (said !== null && planned !== null && planned.lastDay <= said.firstDay)
      throw notNow(`${what} comes after ${formatDay(said.firstDay)}; name a later day`, `data.${field}`);
  };
}

/** What runs the other way has a kind of its own. */
export const isNoLess: Rule = (_state, { kind, data }) => {
  const money = moneyIn(data['amount']);
  if (money === null || !isNegative(money)) return;
  throw invalid(
    'data.amount',
    kind.startsWith('benefit.') ? 'no negative amount; disbenefit.recorded says what was lost' : 'no negative amount',
  );
};

/** Whose duty or conduct it was: an organisation, never all of them at once nor somebody from outside. */
export const isAboutParty: Rule = (_state, { data: { about } }) => {
  if (NO_ORGANISATION.has(about)) throw invalid('data.about', 'one party of the relationship');
};

/** A factor that the data names is in the built-in set or in one agreed here. */
export function isKnownFactor(field: string): Rule {
  return ({ factors }, { data }) => {
    const factor = data[field];
    if (typeof factor !== 'number' || factors.has(factor)) return;
    throw new Problem('unknown-factor', `data.${field}: ${factor} is in no factor set agreed here`, `data.${field}`);
  };
}
