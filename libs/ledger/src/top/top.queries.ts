import type { Sign } from '../catalogue/catalogue';
import { clockParameter, numberParameter, type Clocks } from '../parameters';
import { remembered } from '../score/remembered';
import { scoredIn, type Scored, type ScoredDates } from '../scored';
import { Applicability } from '../scoring/applicability';
import { compareEntries, type EntryReading, type StatusWord } from '../scoring/entry-reading';
import { isEvent } from '../scoring/event-weight';
import { changeOfView } from '../scoring/outcome';
import { Ratings } from '../scoring/ratings';
import { fourDecimalsOrNull } from '../scoring/rounding';
import type { Views } from '../views';

export interface TopParameters extends Clocks {
  /** How many, in digits. */
  readonly n?: string;
}

/** How many entries are named where the question says nothing else, and at most. */
const ENTRIES = { default: 20, max: 500 } as const;

export interface TopEntry {
  readonly entry: string;
  readonly kind: string;
  /** Title of that kind. */
  readonly title: string;
  readonly party: string;
  /** Effective date, as precise as it was given. */
  readonly effective: string | null;
  /** Null of one that bears on several, as revealed ratings do. */
  readonly factor: number | null;
  readonly sign: Sign | null;
  readonly status: StatusWord;
  /**
   * By how much M is higher with it than it would be without; of a rating the one before would count again. Null of one
   * that alone carries M: without it there would be none.
   */
  readonly effect: number | null;
  readonly entries: readonly string[];
}

export interface Top extends ScoredDates {
  /** M; null without a current factor. */
  readonly view: number | null;
  /** Those that carry M, then the largest effect first, whichever its sign; those without any are left out. */
  readonly top: readonly TopEntry[];
}

/**
 * The entries that do most to the score: each is left out alone, and all else stays. The effects do not add up to M, since
 * limits and means make one depend on others.
 *
 * @throws Problem `relationship-not-found`, `invalid-parameter`
 */
export async function topOf(views: Views, relationship: string, parameters: TopParameters, now: number): Promise<Top> {
  const count = numberParameter(parameters.n, 'n', ENTRIES.max) ?? ENTRIES.default;
  const scored = await scoredIn(views, relationship, parameters, now);
  const asked = { asOf: scored.dates.asOf, knownAt: scored.dates.knownAt, clock: clockParameter(parameters.clock) };
  const entries = remembered(
    scored.facts,
    'top',
    asked,
    () => byEffect(scored),
    (all) => all.length,
  );
  return { ...scored.dates, view: fourDecimalsOrNull(scored.standings.overall.view), top: entries.slice(0, count) };
}

function byEffect({ day, reading, standing, standings }: Scored): readonly TopEntry[] {
  return reading.entries
    .filter((entry) => entry.day <= day && entry.status !== 'voided' && bears(entry))
    .sort(compareEntries)
    .flatMap((entry): TopEntry[] => {
      const effect = changeOfView(standing.without([entry]), standings);
      if (effect === 0 || standings.overall.view === null) return [];
      const { fact, kind, effective, factor, sign, statusWord } = entry;
      const title = kind?.title ?? '';
      return [
        {
          ...{ entry: fact.id, kind: fact.kind, title, party: fact.party, effective, factor, sign },
          ...{ status: statusWord, effect, entries: [fact.id] },
        },
      ];
    })
    .sort((a, b) => sizeOf(b) - sizeOf(a) || 0)
    .slice(0, ENTRIES.max);
}

function sizeOf({ effect }: TopEntry): number {
  return effect === null ? Infinity : Math.abs(effect);
}

function bears(entry: EntryReading): boolean {
  return Ratings.isRating(entry) || isEvent(entry) || Applicability.isDeclaration(entry);
}
