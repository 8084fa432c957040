/** What is supposed, as the API takes it and as it stands in the address: lists with commas between. */
export interface WhatIfSearch {
  /** `party:factor:level`, such as `client:603:3`; `:unevidenced` may follow. */
  readonly ratings?: string;
  /** `factor:weight`, such as `603:50`. */
  readonly weights?: string;
  /** `party:factor:plus|minus:severity`; `:agreed` may follow. */
  readonly events?: string;
}

export function whatIfSearchOf(search: Readonly<Record<string, unknown>>): WhatIfSearch {
  return searchOf(suppositionIn(search));
}

export interface SupposedRating {
  readonly party: string;
  readonly factor: number;
  readonly level: number;
  readonly evidenced: boolean;
}

export interface SupposedWeight {
  readonly factor: number;
  readonly weight: number;
}

export const SEVERITIES = ['minor', 'moderate', 'major', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];

export interface SupposedEvent {
  readonly party: string;
  readonly factor: number;
  readonly sign: 'plus' | 'minus';
  readonly severity: Severity;
  readonly agreed: boolean;
}

export interface Supposition {
  readonly ratings: readonly SupposedRating[];
  readonly weights: readonly SupposedWeight[];
  readonly events: readonly SupposedEvent[];
}

/** What an address supposes; what it does not say as the API takes it is left out. */
export function suppositionIn({
  ratings,
  weights,
  events,
}: Readonly<Record<string, unknown>> & WhatIfSearch): Supposition {
  return {
    ratings: itemsIn(ratings).flatMap(ratingIn),
    weights: itemsIn(weights).flatMap(weightIn),
    events: itemsIn(events).flatMap(eventIn),
  };
}

export function searchOf({ ratings, weights, events }: Supposition): WhatIfSearch {
  const rated = ratings.map(({ party, factor, level, evidenced }) =>
    [party, factor, level, ...(evidenced ? [] : ['unevidenced'])].join(':'),
  );
  const weighed = weights.map(({ factor, weight }) => `${factor}:${weight}`);
  const happened = events.map(({ party, factor, sign, severity, agreed }) =>
    [party, factor, sign, severity, ...(agreed ? ['agreed'] : [])].join(':'),
  );
  return {
    ...(rated.length === 0 ? {} : { ratings: rated.join(',') }),
    ...(weighed.length === 0 ? {} : { weights: weighed.join(',') }),
    ...(happened.length === 0 ? {} : { events: happened.join(',') }),
  };
}

function itemsIn(list: unknown): string[] {
  return typeof list === 'string' && list !== '' ? list.split(',') : [];
}

function ratingIn(item: string): SupposedRating[] {
  const match = /^([\w-]+):(\d+):([0-4])(:unevidenced)?$/.exec(item);
  if (match === null) return [];
  const [, party = '', factor, level, unevidenced] = match;
  return [{ party, factor: Number(factor), level: Number(level), evidenced: unevidenced === undefined }];
}

function weightIn(item: string): SupposedWeight[] {
  const match = /^(\d+):(\d{1,7}(?:\.\d{1,4})?)$/.exec(item);
  const weight = Number(match?.[2] ?? 0);
  return match === null || weight === 0 ? [] : [{ factor: Number(match[1]), weight }];
}

function eventIn(item: string): SupposedEvent[] {
  const [party = '', factor = '', sign, severity, agreed, ...more] = item.split(':');
  const weighs = SEVERITIES.find((each) => each === severity);
  if (party === '' || !/^\d+$/.test(factor) || weighs === undefined || more.length > 0) return [];
  if ((sign !== 'plus' && sign !== 'minus') || (agreed ?? 'agreed') !== 'agreed') return [];
  return [{ party, factor: Number(factor), sign, severity: weighs, agreed: agreed !== undefined }];
}

/** The supposition with another level of a party for a factor; null: as it is. */
export function withLevel(supposed: Supposition, party: string, factor: number, level: number | null): Supposition {
  const others = supposed.ratings.filter((rating) => rating.party !== party || rating.factor !== factor);
  return { ...supposed, ratings: level === null ? others : [...others, { party, factor, level, evidenced: true }] };
}

/** The supposition with another weight of a factor; null: as it is. */
export function withWeight(supposed: Supposition, factor: number, weight: number | null): Supposition {
  const others = supposed.weights.filter((each) => each.factor !== factor);
  return { ...supposed, weights: weight === null ? others : [...others, { factor, weight }] };
}

export function isEmpty({ ratings, weights, events }: Supposition): boolean {
  return ratings.length + weights.length + events.length === 0;
}

export const MIN_WEIGHT = 1;
export const MAX_WEIGHT = 1_000_000;

/** A weight as it was typed, no less and no more than one may be, as the box then shows it; null of what is none. */
export function weightTyped(text: string): number | null {
  const weight = Number(text);
  if (text.trim() === '' || Number.isNaN(weight)) return null;
  return Math.min(MAX_WEIGHT, Math.max(MIN_WEIGHT, weight));
}
