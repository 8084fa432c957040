import type { ScoreOnRecord } from '@app/ledger';
import { emphasis } from '../output';
import { oneDecimal, percent } from './number';
import { table } from './table';

type Factor = ScoreOnRecord['factors'][number];

/** The score on a terminal: the headline or why there is none, what it rests on, then every factor. */
export function scoreText(score: ScoreOnRecord): string {
  return [
    `As of ${score.asOf}, ${knownText(score.knownAt)}, under ${score.factorSet}`,
    '',
    ...headline(score),
    `  Coverage ${percent(score.coverage)}, by both sides ${percent(score.bilateralCoverage)}; ` +
      `confidence ${percent(score.confidence)}; alignment ${oneDecimal(score.alignment)}.`,
    ...heldBackText(score.heldBack).map((text) => `  ${text}`),
    ...score.criticalOpen.map((id) => `  ${emphasis('red', 'Critical and open:')} ${id} caps the level.`),
    '',
    ...score.groups.map((group) => `  ${group.id.padEnd(24)}${oneDecimal(group.score).padStart(5)}`),
    '',
    factorTable(score),
    ...withoutEvidence(score.factors),
    ...independentText(score.independent),
  ].join('\n');
}

/** What others than the parties say: a line for each, outside the table of what counts. */
export function independentText(independent: ScoreOnRecord['independent']): string[] {
  if (independent.length === 0) return [];
  const lines = independent.map(
    ({ factor, assessor, level, effective, status }) =>
      `  ${factor}  level ${level} by ${assessor ?? 'nobody named'}, ${effective ?? '–'}, ${status}`,
  );
  return ['', 'Independent, never counted:', ...lines];
}

/** Why the level is lower than that of the headline. */
export function heldBackText(heldBack: ScoreOnRecord['heldBack'] | undefined): string[] {
  if (!heldBack) return [];
  const by = [...heldBack.factors, ...heldBack.entries].join(', ');
  return [`Held back by ${by}: the number alone would be ${heldBack.from}.`];
}

export function knownText(knownAt: string | null): string {
  return knownAt === null ? 'with all that is known now' : `as known at ${knownAt}`;
}

/** Why there is no headline, in words. */
export function insufficientText(reason: string | null, coverage: number, bilateralCoverage: number): string {
  return reason === 'one-sided'
    ? `Insufficient evidence: both sides have rated only ${percent(bilateralCoverage)} of what counts; one side's view is no headline.`
    : `Insufficient evidence: only ${percent(coverage)} of the weight of the factors has current evidence.`;
}

function headline(score: ScoreOnRecord): string[] {
  const whole = score.low === score.high;
  const between = `between ${oneDecimal(score.low)} and ${oneDecimal(score.high)}, whatever the factors without current evidence are`;
  if (score.score !== null) {
    return [
      `  ${emphasis('bold', `${oneDecimal(score.score)}  ${score.level ?? ''}`)}${whole ? '' : `  (${between})`}`,
    ];
  }
  const view = score.view === null ? [] : [`  What evidence there is gives ${oneDecimal(score.view)}.`];
  return [
    `  ${emphasis('yellow', insufficientText(score.reason, score.coverage, score.bilateralCoverage))}`,
    ...view,
    `  The score lies ${between}.`,
  ];
}

function factorTable({ factors }: ScoreOnRecord): string {
  const parties = [...new Set(factors.flatMap(({ ratings }) => Object.keys(ratings)))];
  return table(
    [
      { title: 'Factor' },
      { title: 'Name' },
      { title: 'Weight', align: 'right' },
      { title: 'Score', align: 'right' },
      { title: 'Status' },
      ...parties.map((party) => ({ title: `Level by ${party}` })),
      { title: 'Joint', align: 'right' },
      { title: '+', align: 'right' },
      { title: '-', align: 'right' },
      { title: 'Gap', align: 'right' },
      { title: 'Confidence', align: 'right' },
    ],
    factors.map((factor) => [
      String(factor.code),
      factor.name,
      String(factor.weight),
      oneDecimal(factor.score),
      factor.counted || factor.score === null ? factor.status : `${factor.status}, not counted`,
      ...parties.map((party) => ratingText(factor.ratings[party])),
      oneDecimal(factor.jointRating),
      oneDecimal(factor.positive),
      oneDecimal(factor.negative),
      oneDecimal(factor.gap),
      percent(factor.confidence),
    ]),
  );
}

function ratingText(rating: Factor['ratings'][string] | undefined): string {
  if (!rating) return '–';
  return `${rating.level}, ${rating.ageDays} d${rating.evidenced ? '' : ', no evidence'}`;
}

function withoutEvidence(factors: readonly Factor[]): string[] {
  return (['missing', 'stale'] as const).flatMap((status) => {
    const names = factors.filter((factor) => factor.status === status).map(({ code, name }) => `${code} ${name}`);
    const label = status === 'missing' ? 'Without evidence' : 'Only old evidence';
    return names.length === 0 ? [] : ['', `${label}: ${names.join(', ')}.`];
  });
}
