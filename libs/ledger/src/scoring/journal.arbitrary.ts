import * as fc from 'fast-check';
import { SEVERITIES } from '../catalogue/catalogue';
import { formatDay, parseDay } from './days';
import type { Fact } from './fact';
import { facts, type Line } from './journal.fixture';

export const FIRST_DAY = parseDay('2022-01-01') ?? 0;
/** Few days and few factors, so that things meet. */
export const SPAN_DAYS = 900;
const FACTORS = [601, 609, 615];

const day = fc.integer({ min: 0, max: SPAN_DAYS });
const party = fc.constantFrom('client', 'provider');
const recordedOn = (days: number, hour: number): string =>
  `${formatDay(FIRST_DAY + days)}T${String(hour).padStart(2, '0')}:00:00Z`;

const entry: fc.Arbitrary<Line> = fc
  .record({
    effective: day,
    lateDays: fc.integer({ min: 0, max: 60 }),
    hour: fc.integer({ min: 0, max: 23 }),
    author: fc.constantFrom('client', 'provider', 'joint', 'third-party'),
    factor: fc.constantFrom(...FACTORS),
    sign: fc.constantFrom('+', '-'),
    severity: fc.constantFrom(...SEVERITIES),
    level: fc.integer({ min: 0, max: 4 }),
    evidenced: fc.boolean(),
    kind: fc.constantFrom('note.logged', 'note.logged', 'rating', 'behaviour.observed', 'factor.not-applicable'),
    about: party,
  })
  .map(({ effective, lateDays, hour, author, factor, sign, severity, level, evidenced, kind, about }): Line => {
    const common = {
      factor,
      effective: formatDay(FIRST_DAY + effective),
      recorded: recordedOn(effective + lateDays, hour),
      party: author,
    };
    if (kind === 'rating') {
      const rater = author === 'third-party' ? 'client' : author;
      const name = author === 'joint' ? 'rating.jmt-agreed' : 'rating.given';
      return { ...common, kind: name, party: rater, level, evidenced };
    }
    if (kind === 'factor.not-applicable') {
      return { ...common, kind, sign: '0', data: { until: formatDay(FIRST_DAY + effective + 90) } };
    }
    return { ...common, kind, sign, severity, data: { about } };
  });

const answerKinds = ['agreed', 'disputed', 'noted', 'remedied', 'corrected', 'voided'] as const;
const answer = fc.record({
  to: fc.nat(),
  kind: fc.constantFrom(...answerKinds),
  from: party,
  recorded: day,
  hour: fc.integer({ min: 0, max: 23 }),
  severity: fc.constantFrom(...SEVERITIES),
});

/** Ratings of every factor by both parties, so that there is a headline. */
const sweep: readonly Line[] = Array.from({ length: 16 }, (_none, place): Line[] =>
  ['client', 'provider'].map((rater) => ({
    kind: 'rating.given',
    party: rater,
    factor: 601 + place,
    level: (place % 4) + (rater === 'client' ? 1 : 0),
    evidenced: true,
    effective: formatDay(FIRST_DAY + 100),
    recorded: recordedOn(100, 12),
  })),
).flat();

/** Journals of one relationship: entries of every status, answered in any order of recorded time. */
export const journals: fc.Arbitrary<readonly Fact[]> = fc
  .tuple(fc.boolean(), fc.array(entry, { minLength: 1, maxLength: 25 }), fc.array(answer, { maxLength: 25 }))
  .map(([swept, entries, answers]) => {
    const lines: Line[] = [...(swept ? sweep : []), ...entries];
    const answered = lines.length;
    for (const { to, kind, from, recorded, hour, severity } of answers) {
      const place = to % answered;
      const about = lines[place];
      const own = about?.party === 'client' || about?.party === 'provider' ? about.party : 'joint';
      const other = own === 'client' ? 'provider' : own === 'provider' ? 'client' : from;
      const byOwner = kind === 'remedied' || kind === 'corrected' || kind === 'voided';
      lines.push({
        kind: `entry.${kind}`,
        party: byOwner ? own : other,
        recorded: recordedOn(recorded, hour),
        answers: `e${place}`,
        data: kind === 'agreed' || kind === 'corrected' ? { severity } : {},
      });
    }
    return facts(...lines);
  });

export const dates: fc.Arbitrary<string> = fc
  .integer({ min: -10, max: SPAN_DAYS + 500 })
  .map((days) => formatDay(FIRST_DAY + days));
