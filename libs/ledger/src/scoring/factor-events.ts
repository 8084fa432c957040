import type { FactorSetParameters } from '../catalogue/factor-set';
import type { EntryReading } from './entry-reading';
import { limitGroup } from './event-weight';

/** One event's part in a factor. */
export interface Term {
  readonly entry: EntryReading;
  /** `severity * corroboration`. */
  readonly weight: number;
  readonly bucket: Bucket;
}

interface HeldTerm extends Term {
  readonly day: number;
  /** The weight as it would be on the anchor day, so that all terms of a factor age by one multiplication. */
  anchored: number;
  /** Place in the bucket. */
  place: number;
}

/** Events that are always scaled together: one sign of one group of rule 6, of the unagreed also of one author. */
export class Bucket {
  readonly terms: HeldTerm[] = [];
  private sum = 0;
  private stale = false;

  constructor(readonly positive: boolean) {}

  add(term: HeldTerm): void {
    term.place = this.terms.length;
    this.terms.push(term);
    this.sum += term.anchored;
  }

  /** What is taken out is never subtracted: sums of what remains carry no residue of what has gone. */
  remove(term: HeldTerm): void {
    const last = this.terms.pop();
    if (last !== undefined && last !== term) {
      last.place = term.place;
      this.terms[term.place] = last;
    }
    this.stale = true;
  }

  anchor(anchoredWeight: (term: HeldTerm) => number): void {
    for (const term of this.terms) term.anchored = anchoredWeight(term);
    this.stale = true;
  }

  /** Sum of the weights on the anchor day. */
  total(): number {
    if (this.stale) {
      this.sum = 0;
      for (const term of this.terms) this.sum += term.anchored;
      this.stale = false;
    }
    return this.sum;
  }
}

/** By how much each limit of rule 6 scales its events: 1 where it does not bind. */
export interface Limits {
  readonly minor: number;
  readonly agreedHeavy: number;
  /** Limit (d), on top of the ones before it. */
  readonly rest: number;
}

/** The events of one factor after rule 6. */
export interface EventSums {
  readonly positive: number;
  readonly negative: number;
  readonly limits: Limits;
}

/** The factor that brings a sum down to a limit. */
export function scaleTo(limit: number, sum: number): number {
  return sum > limit ? limit / sum : 1;
}

/** Decayed sums of the visible events of one factor, by the groups of rule 6. */
export class FactorEvents {
  private readonly minor = [new Bucket(true), new Bucket(false)] as const;
  private readonly agreedHeavy = [new Bucket(true), new Bucket(false)] as const;
  private readonly agreedModerate = [new Bucket(true), new Bucket(false)] as const;
  /** By author party. */
  private readonly unagreed = new Map<string, readonly [Bucket, Bucket]>();
  private readonly unagreedBuckets: Bucket[] = [];

  constructor(
    private readonly parameters: FactorSetParameters,
    private anchorDay: number,
  ) {}

  add(entry: EntryReading, weight: number): Term {
    const bucket = this.bucketOf(entry);
    const term = { entry, weight, bucket, day: entry.day, anchored: 0, place: 0 };
    term.anchored = this.anchoredWeight(term);
    bucket.add(term);
    return term;
  }

  remove(term: Term): void {
    term.bucket.remove(term as HeldTerm);
  }

  /** Moves the day to which the sums are held. */
  anchor(day: number): void {
    this.anchorDay = day;
    for (const bucket of this.buckets()) bucket.anchor((term) => this.anchoredWeight(term));
  }

  /** Rule 6; `ageing` is what is left on the day asked for of a weight of the anchor day. */
  sums(ageing: number): EventSums {
    const { minorCap, unagreedCap, eventWeightCap } = this.parameters;
    const [minorPlus, minorMinus] = totals(this.minor, ageing);
    const [heavyPlus, heavyMinus] = totals(this.agreedHeavy, ageing);
    const [moderatePlus, moderateMinus] = totals(this.agreedModerate, ageing);
    const minor = scaleTo(minorCap, minorPlus + minorMinus);
    let plus = minorPlus * minor + moderatePlus;
    let minus = minorMinus * minor + moderateMinus;
    for (const bucket of this.unagreedBuckets) {
      const limited = Math.min(bucket.total() * ageing, unagreedCap);
      if (bucket.positive) plus += limited;
      else minus += limited;
    }
    const heavy = heavyPlus + heavyMinus;
    const agreedHeavy = scaleTo(eventWeightCap, heavy);
    const rest = scaleTo(Math.max(0, eventWeightCap - heavy * agreedHeavy), plus + minus);
    return {
      positive: heavyPlus * agreedHeavy + plus * rest,
      negative: heavyMinus * agreedHeavy + minus * rest,
      limits: { minor, agreedHeavy, rest },
    };
  }

  /** All terms with what their own limits leave of them, (d) included; for the explanation. */
  *limited(ageing: number): Iterable<{ readonly term: Term; readonly scale: number }> {
    const { limits } = this.sums(ageing);
    for (const bucket of this.buckets()) {
      for (const term of bucket.terms) {
        const group = limitGroup(term.entry);
        if (group === 'agreed-heavy') yield { term, scale: limits.agreedHeavy };
        else if (group === 'agreed-moderate') yield { term, scale: limits.rest };
        else if (group === 'minor') yield { term, scale: limits.minor * limits.rest };
        else yield { term, scale: scaleTo(this.parameters.unagreedCap, bucket.total() * ageing) * limits.rest };
      }
    }
  }

  private *buckets(): Iterable<Bucket> {
    yield* this.minor;
    yield* this.agreedHeavy;
    yield* this.agreedModerate;
    yield* this.unagreedBuckets;
  }

  private anchoredWeight(term: { readonly weight: number; readonly day: number }): number {
    return term.weight * Math.pow(2, (term.day - this.anchorDay) / this.parameters.eventHalfLifeDays);
  }

  private bucketOf(entry: EntryReading): Bucket {
    const side = entry.sign === '+' ? 0 : 1;
    switch (limitGroup(entry)) {
      case 'minor':
        return this.minor[side];
      case 'agreed-heavy':
        return this.agreedHeavy[side];
      case 'agreed-moderate':
        return this.agreedModerate[side];
      case 'unagreed': {
        const known = this.unagreed.get(entry.fact.party);
        if (known !== undefined) return known[side];
        const pair = [new Bucket(true), new Bucket(false)] as const;
        this.unagreed.set(entry.fact.party, pair);
        this.unagreedBuckets.push(...pair);
        return pair[side];
      }
    }
  }
}

function totals(buckets: readonly [Bucket, Bucket], ageing: number): readonly [number, number] {
  return [buckets[0].total() * ageing, buckets[1].total() * ageing];
}
