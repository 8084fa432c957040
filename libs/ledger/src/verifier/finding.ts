import { MAX_FINDINGS } from './limits';

/** What a verdict can be, and the exit code of each. */
export const EXIT_CODES = { valid: 0, incomplete: 10, payload: 20, fork: 30, invalid: 40 } as const;
export type Outcome = keyof typeof EXIT_CODES;
export type Fault = Exclude<Outcome, 'valid'>;

/** Which fault names the verdict where there are several: the gravest first. */
const GRAVEST_FIRST: readonly Fault[] = ['fork', 'invalid', 'payload', 'incomplete'];

/** Something that is not as it should be. */
export interface Finding {
  readonly fault: Fault;
  /** The file of the bundle in which it shows. */
  readonly file: string;
  /** Of the entry concerned; null where it concerns none in particular. */
  readonly revision: number | null;
  readonly id: string | null;
  /** One sentence without a full stop. */
  readonly reason: string;
}

/** Collects what is wrong, so many findings at most; counts all of them. */
export class Findings {
  readonly list: Finding[] = [];
  count = 0;
  /** All that are more than something missing. */
  contradictions = 0;
  private readonly faults = new Set<Fault>();
  private readonly files = new Set<string>();
  private first: Finding | null = null;

  add(fault: Fault, file: string, reason: string, entry?: { readonly revision: number; readonly id?: string | null }) {
    const finding = { fault, file, revision: entry?.revision ?? null, id: entry?.id ?? null, reason };
    this.count += 1;
    if (fault !== 'incomplete') this.contradictions += 1;
    this.faults.add(fault);
    this.files.add(file);
    if (this.first === null || isBefore(finding, this.first)) this.first = finding;
    if (this.list.length < MAX_FINDINGS) this.list.push(finding);
  }

  /** Whether anything is known to be wrong with a file. */
  concern(file: string): boolean {
    return this.files.has(file);
  }

  /** Of the first entry that is bad; where no entry is, what was found first. */
  get firstBad(): Finding | null {
    return this.first;
  }

  get outcome(): Outcome {
    return GRAVEST_FIRST.find((fault) => this.faults.has(fault)) ?? 'valid';
  }
}

function isBefore(a: Finding, b: Finding): boolean {
  const [placeA, placeB] = [a.revision ?? Infinity, b.revision ?? Infinity];
  return placeA < placeB || (placeA === placeB && GRAVEST_FIRST.indexOf(a.fault) < GRAVEST_FIRST.indexOf(b.fault));
}
