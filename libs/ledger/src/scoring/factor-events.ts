import type { FactorSetParameters } from '../catalogue/factor-set';
import type { EntryReading } from './entry-reading';
import { limitGroup } from './event-weight';

/** One event's part in a factor. */
export interface Term {
  readonly entry: EntryReading;
  /** `severity * corroboration`. */
  readonly weight: number;
  readonly bucket: Bucket;
  /** Where in its bucket it is; the bucket's own. */
  readonly place: number;
}

interface HeldTerm extends Term {
  readonly day: number;
  /** The weight as it would be on the anchor day, so that all terms of a factor age by one multiplication. */
  anchored: number;
  place: number;
}

/** Terms that are summed anew together where one of them goes: about the root of as many as ten years may hold. */
const BLOCK_TERMS = 128;

/** Events that are always scaled together: one sign of one group of rule 6, of the unagreed also of one author. */
export class Bucket {
  readonly terms: HeldTerm[] = [];
  /** Sums of the terms, a block each. */
  private readonly blocks: number[] = [];
  /** Those that something was taken out of since. */
  private readonly stale = new Set<number>();
  private sum = 0;
  private summed = true;

  constructor(readonly positive: boolean) {}

  add(term: HeldTerm): void {
    term.place = this.terms.length;
    this.terms.push(term);
    const block = blockOf(term.place);
    this.blocks[block] = (this.blocks[block] ?? 0) + term.anchored;
    this.sum += term.anchored;
  }

  /** What is taken out is never subtracted: sums of what remains carry no residue of what has gone. */
  remove({ place }: Term): void {
    const last = this.terms.pop();
    this.stale.add(blockOf(this.terms.length));
    if (last !== undefined && place < this.terms.length) {
      last.place = place;
      this.terms[place] = last;
      this.stale.add(blockOf(place));
    }
    this.summed = false;
  }

  anchor(anchoredWeight: (term: HeldTerm) => number): void {
    for (const term of this.terms) term.anchored = anchoredWeight(term);
    for (let block = 0; block < this.blocks.length; block += 1) this.stale.add(block);
    this.summed = false;
  }

  /** Sum of the weights on the anchor day. */
  total(): number {
    if (!this.summed) {
      for (const block of this.stale) this.blocks[block] = this.sumOf(block);
      this.stale.clear();
      this.sum = 0;
      for (const sum of this.blocks) this.sum += sum;
      this.summed = true;
    }
    return this.sum;
  }

  private sumOf(block: number): number {
    const end = Math.min(this.terms.length, (block + 1) * BLOCK_TERMS);
    let sum = 0;
    for (let place = block * BLOCK_TERMS; place < end; place += 1) sum += this.terms[place]?.anchored ?? 0;
    return sum;
  }
}

function blockOf(place: number): number {
  return Math.floor(place / BLOCK_TERMS);
}

/** The events of one factor after rule 6. */
export interface EventSums {
  readonly positive: number;
  readonly negative: number;
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
  /** By how much the limits scaled when the sums were last asked for: 1 where one does not bind. */
  private minorScale = 1;
  private heavyScale = 1;
  /** Limit (d), on top of those before it. */
  private restScale = 1;

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

  /** Moves the day to which the sums are held. */
  anchor(day: number): void {
    this.anchorDay = day;
    for (const bucket of this.buckets()) bucket.anchor((term) => this.anchoredWeight(term));
  }

  /** Rule 6; `ageing` is what is left on the day asked for of a weight of the anchor day. */
  sums(ageing: number): EventSums {
    const { minorCap, unagreedCap, eventWeightCap } = this.parameters;
    const { minor, agreedHeavy, agreedModerate } = this;
    let positive = minor[0].total() * ageing;
    let negative = minor[1].total() * ageing;
    this.minorScale = scaleTo(minorCap, positive + negative);
    positive = positive * this.minorScale + agreedModerate[0].total() * ageing;
    negative = negative * this.minorScale + agreedModerate[1].total() * ageing;
    for (const bucket of this.unagreedBuckets) {
      const limited = Math.min(bucket.total() * ageing, unagreedCap);
      if (bucket.positive) positive += limited;
      else negative += limited;
    }
    const heavyPositive = agreedHeavy[0].total() * ageing;
    const heavyNegative = agreedHeavy[1].total() * ageing;
    this.heavyScale = scaleTo(eventWeightCap, heavyPositive + heavyNegative);
    const left = Math.max(0, eventWeightCap - (heavyPositive + heavyNegative) * this.heavyScale);
    this.restScale = scaleTo(left, positive + negative);
    return {
      positive: heavyPositive * this.heavyScale + positive * this.restScale,
      negative: heavyNegative * this.heavyScale + negative * this.restScale,
    };
  }

  /** All terms with what the limits leave of them, (d) included; for the explanation. */
  *limited(ageing: number): Iterable<{ readonly term: Term; readonly scale: number }> {
    this.sums(ageing);
    for (const bucket of this.buckets()) {
      for (const term of bucket.terms) yield { term, scale: this.scaleOf(term, ageing) };
    }
  }

  private scaleOf({ entry, bucket }: Term, ageing: number): number {
    switch (limitGroup(entry)) {
      case 'agreed-heavy':
        return this.heavyScale;
      case 'agreed-moderate':
        return this.restScale;
      case 'minor':
        return this.minorScale * this.restScale;
      case 'unagreed':
        return scaleTo(this.parameters.unagreedCap, bucket.total() * ageing) * this.restScale;
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
