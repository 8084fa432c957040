import { hash } from 'node:crypto';
import { kindOf } from '../catalogue/catalogue';
import { knownIn } from '../known-at';
import { dayParameter, numberParameter, type Clocks } from '../parameters';
import { Problem } from '../problems';
import type { RegisterDates } from '../register';
import { factsIn } from '../score/score.queries';
import { dayOf, formatInstant, parseDay } from '../scoring/days';
import type { StatusWord } from '../scoring/entry-reading';
import type { Fact } from '../scoring/fact';
import { recordedTime, showKnownAt } from '../scoring/knowledge';
import type { Views } from '../views';

export interface AuditSampleParameters extends Clocks {
  /**
   * What the draw rests on, in digits: whoever knows it draws the same again. The auditor chooses it once the population
   * is closed: whoever knows it before can log under a key whose id is never drawn.
   */
  readonly seed?: string;
  /** How many are drawn, in digits. */
  readonly size?: string;
  /** How many entries of the ledger are looked at, in digits: the first ones; absent: all. */
  readonly ledgerSize?: string;
}

/** How many are drawn where the question says nothing else, and at most. */
const SIZE = { default: 25, max: 500 } as const;
/** More entries than any ledger has. */
const MAX_LEDGER_SIZE = 999_999_999;
/** Digits of a seed, at most: twenty throws of a ten-sided die are usual. */
const MAX_SEED_DIGITS = 40;

/** How the draw is made, for whoever makes it again. */
const METHOD = {
  name: 'consistent sampling without replacement',
  rule: 'each entry draws the SHA-256 of SEED:ID (UTF-8), 64 lower-case hex digits; the lowest SIZE of them are the sample',
  source: 'R. L. Rivest, Consistent Sampling with Replacement, 2018, arXiv:1808.10016',
} as const;

/**
 * What was drawn from: every entry that both clocks show, voided ones too, each with its answers, in ledger order. Asked
 * with its `frozenAt` as `knownAt` and its `ledgerSize`, and the same day and clock, it stays the same.
 */
interface Population {
  readonly size: number;
  /** Ids of the first and the last; null of none. */
  readonly first: string | null;
  readonly last: string | null;
  /** SHA-256 over their ids in ledger order, a line feed behind each: the same ids, the same population. */
  readonly sha256: string;
  /** Entries of the ledger up to the last that was known: checkpoints of at least this size cover them all. */
  readonly ledgerSize: number;
  /** RFC 3339: when the last that was known was recorded; null of none. */
  readonly frozenAt: string | null;
}

interface Drawn {
  /** From 1, in the order of the draw: a smaller sample of the same seed is its beginning. */
  readonly place: number;
  readonly entry: string;
  /** What it drew. */
  readonly sha256: string;
  readonly kind: string;
  /** Title of that kind. */
  readonly title: string;
  readonly party: string;
  /** Effective date, as precise as it was given; null of an answer. */
  readonly effective: string | null;
  /** RFC 3339. */
  readonly recorded: string;
  readonly revision: number;
  /** Null of an answer: it is not answered. */
  readonly status: StatusWord | null;
  readonly entries: readonly string[];
}

export interface AuditSample extends RegisterDates {
  readonly seed: string;
  readonly method: typeof METHOD;
  readonly population: Population;
  /** As many as were asked for, or all. */
  readonly auditSample: readonly Drawn[];
}

/**
 * Entries for an auditor to look at, drawn so that anybody draws the same from the same population with the same seed.
 *
 * @throws Problem `relationship-not-found`, `invalid-parameter`
 */
export async function auditSampleOf(
  views: Views,
  relationship: string,
  parameters: AuditSampleParameters,
  now: number,
): Promise<AuditSample> {
  const { seed = '' } = parameters;
  if (!/^\d+$/.test(seed) || seed.length > MAX_SEED_DIGITS)
    throw new Problem('invalid-parameter', `seed: expected 1 to ${MAX_SEED_DIGITS} digits`, 'seed');
  const size = numberParameter(parameters.size, 'size', SIZE.max) ?? SIZE.default;
  const asOf = dayParameter(parameters.asOf, 'asOf', now);
  const day = parseDay(asOf) ?? dayOf(now);
  const ledgerSize = numberParameter(parameters.ledgerSize, 'ledgerSize', MAX_LEDGER_SIZE);
  const all = await factsIn(views, relationship);
  const facts = ledgerSize === undefined ? all : all.filter(({ revision }) => revision < ledgerSize);
  const { reading, knownAt, clock } = knownIn(facts, parameters);
  const known = facts.filter((fact) => knownAt === null || recordedTime(fact, clock) <= knownAt);
  const population = known.filter(({ id, answers }) => (reading.entry(answers ?? id)?.day ?? Infinity) <= day);
  // Of all that was known: a correction may have moved an entry beyond the day.
  const recorded = known.reduce((latest, fact) => Math.max(latest, recordedTime(fact, clock)), -Infinity);
  return {
    ...{ relationship, asOf, knownAt: showKnownAt(knownAt), seed, method: METHOD },
    population: {
      size: population.length,
      first: population[0]?.id ?? null,
      last: population.at(-1)?.id ?? null,
      sha256: hash('sha256', population.map(({ id }) => `${id}\n`).join(''), 'hex'),
      ledgerSize: (known.at(-1)?.revision ?? -1) + 1,
      frozenAt: population.length === 0 ? null : formatInstant(recorded),
    },
    auditSample: draw(population, seed)
      .slice(0, size)
      .map(({ fact, sha256 }, index): Drawn => {
        const { id: entry, kind, party, revision } = fact;
        const read = reading.entry(entry);
        return {
          ...{ place: index + 1, entry, sha256, kind, title: kindOf(kind)?.title ?? '', party },
          ...{ effective: read?.effective ?? null, recorded: formatInstant(recordedTime(fact, clock)), revision },
          ...{ status: read?.statusWord ?? null, entries: [entry] },
        };
      }),
  };
}

function draw(population: readonly Fact[], seed: string): { readonly fact: Fact; readonly sha256: string }[] {
  return population
    .map((fact) => ({ fact, sha256: hash('sha256', `${seed}:${fact.id}`, 'hex') }))
    .sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
}
