import * as fc from 'fast-check';
import { builtInFactorSet, type FactorSet, type Severity, type Sign } from '@app/ledger';

/** What may happen in a random ledger, before it is known whether it makes sense there. */

/** Entries are recorded within so many days. */
export const SPAN_DAYS = 700;

const PARTIES = ['client', 'provider', 'partner'] as const;
const AUTHORS = ['client', 'provider', 'client', 'provider', 'partner', 'joint', 'third-party'] as const;
const FACTORS = [601, 602, 609, 614, 615, 620] as const;
const SEVERITIES = ['minor', 'moderate', 'major', 'critical'] as const satisfies readonly Severity[];
const SIGNS = ['+', '-', '0'] as const satisfies readonly Sign[];

/** Two other versions: few factors, so that headlines are frequent, one of them new, and other parameters. */
export const OTHER_VERSIONS: readonly FactorSet[] = [
  variant(
    '2',
    [601, 602, 609, 615, 620],
    { 601: 40, 620: 60 },
    { disputeReviewDays: 10, minorCap: 1, minBilateral: 0.3 },
  ),
  variant(
    '3',
    [601, 609, 614, 615],
    { 609: 120 },
    {
      assessmentHalfLifeDays: 100,
      staleAfterDays: 90,
      eventHalfLifeDays: 400,
      unagreedCap: 0.7,
      eventWeightCap: 3,
      gapPenalty: 1,
      eventsOnlyMinWeight: 0.4,
      unevidencedCap: 60,
      minCoverage: 0.4,
      minBilateral: 0.2,
    },
  ),
];

function variant(
  version: string,
  codes: readonly number[],
  weights: Readonly<Record<number, number>>,
  parameters: Partial<FactorSet['parameters']>,
): FactorSet {
  const known = new Map(builtInFactorSet.factors.map((factor) => [factor.code, factor]));
  const groups = [codes.slice(0, 2), codes.slice(2)];
  return {
    id: 'mutuality',
    version,
    groups: groups.map((factors, index) => ({ id: `group-${index}`, name: `Group ${index}`, factors })),
    factors: codes.map((code) => ({
      code,
      name: known.get(code)?.name ?? 'Added',
      weight: weights[code] ?? known.get(code)?.weight ?? 80,
    })),
    parameters: { ...builtInFactorSet.parameters, ...parameters },
  };
}

const when = {
  recordedDay: fc.nat(SPAN_DAYS),
  /** Few different hours, so that recorded times are often equal. */
  hour: fc.constantFrom(0, 9, 9, 23),
  /** Days between happening and recording; -1: dated tomorrow, as another time zone may. */
  lagDays: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(-1, 0, 0, 0, 1, 3) },
    { weight: 2, arbitrary: fc.nat(400) },
  ),
  precision: fc.constantFrom<'day' | 'month' | 'year' | 'instant' | 'offset'>(
    'day',
    'day',
    'day',
    'month',
    'year',
    'instant',
    'offset',
  ),
};
const author = fc.constantFrom(...AUTHORS);
const party = fc.constantFrom(...PARTIES);
const mostly = fc.constantFrom('client', 'provider', 'client', 'provider', 'partner');
/** Of what needs all parties: often enough the joint team, which needs nobody else. */
const consenting = fc.constantFrom('joint', 'joint', 'client', 'provider', 'partner');
const factor = fc.constantFrom(...FACTORS);
const level = fc.nat(4);
const evidenced = fc.boolean();
const sign = fc.constantFrom(...SIGNS, '+' as const, '-' as const);
const severity = fc.constantFrom(...SEVERITIES);
const target = fc.nat(30);

const change = fc.record(
  {
    effectiveLagDays: fc.integer({ min: -1, max: 200 }),
    factor: fc.option(factor),
    sign: fc.option(sign),
    severity: fc.option(severity),
    level,
    evidenced,
    about: fc.option(party),
    precision: when.precision,
    untilDays: fc.option(fc.integer({ min: -5, max: 300 })),
    version: fc.nat(2),
  },
  { requiredKeys: [] },
);

/** One party rates every factor. */
export const ratesAll = fc.record({
  does: fc.constant('rates-all' as const),
  ...when,
  party: mostly,
  level,
  evidenced,
});

export const move = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ does: fc.constant('rates' as const), ...when, party: mostly, factor, level, evidenced }),
  },
  { weight: 2, arbitrary: ratesAll },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('agrees-rating' as const),
      ...when,
      party: author,
      factor,
      level,
      evidenced,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('reveals' as const),
      ...when,
      of: mostly,
      round: fc.constantFrom('round-1', 'round-2'),
      ratings: fc.uniqueArray(fc.record({ factor, level, evidenced }), {
        selector: (line) => line.factor,
        minLength: 1,
        maxLength: 3,
      }),
    }),
  },
  {
    weight: 10,
    arbitrary: fc.record({
      does: fc.constant('logs' as const),
      ...when,
      party: author,
      factor,
      sign,
      severity: fc.option(severity, { freq: 6 }),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constant('logs-kind' as const),
      ...when,
      party: author,
      kind: fc.constantFrom(
        'meeting.held',
        'meeting.missed',
        'behaviour.observed',
        'sponsor.engaged',
        'objective.agreed',
        'protocol.agreed',
        'exit.agreed',
        'exit.review-overdue',
        'rating.independent',
        'candidate.rated',
        'process.bypassed',
      ),
      sign: fc.option(sign),
      severity: fc.option(severity),
      about: party,
    }),
  },
  {
    weight: 16,
    arbitrary: fc.record({
      does: fc.constant('answers' as const),
      ...when,
      party: mostly,
      target,
      kind: fc.constantFrom(
        'entry.agreed',
        'entry.agreed',
        'entry.agreed',
        'entry.disputed',
        'entry.disputed',
        'entry.noted',
      ),
      severity: fc.option(severity),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ does: fc.constant('corrects' as const), ...when, byJoint: fc.boolean(), target, change }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('voids' as const), ...when, byJoint: fc.boolean(), target }) },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant('remedies' as const), ...when, byJoint: fc.boolean(), target }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('adds-evidence' as const), ...when, party, target }) },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('membership' as const),
      ...when,
      party: consenting,
      kind: fc.constantFrom('party.joined', 'party.joined', 'party.left'),
      who: fc.constantFrom('partner', 'partner', 'partner', 'partner', 'provider', 'client'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('agrees-version' as const),
      ...when,
      party: consenting,
      version: fc.nat(OTHER_VERSIONS.length),
      leadDays: fc.constantFrom(0, 0, 40),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('excludes' as const),
      ...when,
      party: consenting,
      factor,
      applicable: fc.boolean(),
      untilDays: fc.integer({ min: -5, max: 300 }),
      untilPrecision: fc.constantFrom<'day' | 'month' | 'none'>('day', 'day', 'month', 'none'),
    }),
  },
);
export type Move = typeof move extends fc.Arbitrary<infer M> ? M : never;
