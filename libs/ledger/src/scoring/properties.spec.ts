import * as fc from 'fast-check';
import { SEVERITIES } from '../catalogue/catalogue';
import { endOfDay, parseDay, parseInstant } from './days';
import { difference } from './difference';
import { explain } from './explain';
import type { Fact } from './fact';
import { history } from './history';
import { dates, journals } from './journal.arbitrary';
import { facts } from './journal.fixture';
import { readingAt } from './knowledge';
import { replay } from './replay';
import { score, type Score } from './score';

const RUNS = 200;
const FACTOR = 609;
/** Four decimals are shown: what does not change may still round the other way. */
const TOLERANCE = 1e-4;

const asked = (asOf: string, knownAt: string | null = null) => ({ relationship: 'north-road', asOf, knownAt });
const valueOf = (shown: Score): number | null => shown.factors.find((one) => one.code === FACTOR)?.score ?? null;

/** An event more, and its agreement, at the end of a ledger. */
function oneMore(journal: readonly Fact[], sign: '+' | '-', severity: Fact['severity'], effective: string): Fact[] {
  const recorded = parseInstant('2025-01-01T00:00:00Z') ?? 0;
  const [event, agreement] = facts(
    { kind: 'note.logged', party: 'client', factor: FACTOR, sign, severity, effective },
    { kind: 'entry.agreed', party: 'provider' },
  );
  if (event === undefined || agreement === undefined) throw new Error('two facts make two');
  const place = { recorded, ledgerRecorded: recorded, imported: true };
  return [
    { ...event, ...place, id: 'more', revision: journal.length },
    { ...agreement, ...place, id: 'yes', answers: 'more', revision: journal.length + 1 },
  ];
}

describe('for every relationship', () => {
  it('keeps within its bounds', () => {
    fc.assert(
      fc.property(journals, dates, (journal, asOf) => {
        const shown = score(journal, asked(asOf));
        for (const factor of shown.factors) {
          if (factor.score === null) continue;
          expect(factor.score).toBeGreaterThanOrEqual(0);
          expect(factor.score).toBeLessThanOrEqual(100);
        }
        if (shown.view === null) return;
        expect(shown.low).toBeLessThanOrEqual(shown.view + TOLERANCE);
        expect(shown.high).toBeGreaterThanOrEqual(shown.view - TOLERANCE);
      }),
      { numRuns: RUNS },
    );
  });

  it('is never lowered by a positive event or its agreement, never raised by a negative one', () => {
    const sign = fc.constantFrom('+' as const, '-' as const);
    fc.assert(
      fc.property(journals, dates, dates, sign, fc.constantFrom(...SEVERITIES), (journal, asOf, on, more, severity) => {
        const [event, agreement] = oneMore(journal, more, severity, on);
        if (event === undefined || agreement === undefined) return;
        const ledgers = [journal, [...journal, event], [...journal, event, agreement]];
        const shown = ledgers.map((ledger) => score(ledger, asked(asOf)));
        shown.slice(1).forEach((after, place) => {
          const before = shown[place];
          if (before === undefined) return;
          if (more === '+') expect(after.low).toBeGreaterThanOrEqual(before.low - TOLERANCE);
          const [was, is] = [valueOf(before), valueOf(after)];
          if (was === null || is === null) return;
          if (more === '+') expect(is).toBeGreaterThanOrEqual(was - TOLERANCE);
          else expect(is).toBeLessThanOrEqual(was + TOLERANCE);
        });
      }),
      { numRuns: RUNS },
    );
  });

  it('gives the same whatever the order in which lines of different recorded time arrive', () => {
    fc.assert(
      fc.property(journals, dates, fc.infiniteStream(fc.nat()), (journal, asOf, dice) => {
        const tickets = new Map(journal.map((fact) => [fact.recorded, dice.next().value ?? 0]));
        const shuffled = [...journal]
          .sort(
            (a, b) =>
              (tickets.get(a.recorded) ?? 0) - (tickets.get(b.recorded) ?? 0) ||
              a.recorded - b.recorded ||
              a.revision - b.revision,
          )
          .map((fact, revision) => ({ ...fact, revision }));
        expect(score(shuffled, asked(asOf))).toEqual(score(journal, asked(asOf)));
      }),
      { numRuns: RUNS },
    );
  });

  it('has a course whose points are the scores of their dates', () => {
    fc.assert(
      fc.property(journals, dates, dates, fc.boolean(), (journal, one, other, asKnown) => {
        const [from, to] = one < other ? [one, other] : [other, one];
        const { points } = history(journal, { relationship: 'north-road', from, to, every: 'week', asKnown });
        for (const point of points.filter((_point, place) => place % 9 === 0)) {
          expect(score(journal, asked(point.asOf, asKnown ? point.asOf : null))).toMatchObject(point);
        }
      }),
      { numRuns: RUNS / 4 },
    );
  });

  it('replays to the score of what was there after each entry', () => {
    fc.assert(
      fc.property(journals, (journal) => {
        for (const step of replay(journal)) {
          const shown = score(journal.slice(0, step.revision + 1), asked(step.asOf));
          expect(step).toMatchObject({ score: shown.score, level: shown.level, coverage: shown.coverage });
        }
      }),
      { numRuns: RUNS / 10 },
    );
  });

  it('replays at both clocks, and in pages, what was there by then', () => {
    fc.assert(
      fc.property(journals, dates, dates, (journal, asOf, knownAt) => {
        const day = parseDay(asOf) ?? NaN;
        const last = endOfDay(parseDay(knownAt) ?? NaN);
        const known = journal.filter((fact) => fact.recorded <= last);
        const steps = [...replay(known, { asOf: day })];
        const end = readingAt(known, null);
        const seen = known.filter(({ id }) => (end.entry(id)?.day ?? day) <= day);
        expect(steps.map(({ revision }) => revision)).toEqual(seen.map(({ revision }) => revision));
        for (const step of steps) {
          expect(step.asOf <= asOf).toBe(true);
          const shown = score(journal.slice(0, step.revision + 1), asked(step.asOf, knownAt));
          expect(step).toMatchObject({ score: shown.score, level: shown.level, coverage: shown.coverage });
        }
        const middle = steps[Math.floor(steps.length / 2)]?.revision ?? -1;
        expect([...replay(known, { asOf: day, after: middle })]).toEqual(
          steps.filter(({ revision }) => revision > middle),
        );
      }),
      { numRuns: RUNS / 10 },
    );
  });

  it('splits a change into parts that sum to it', () => {
    fc.assert(
      fc.property(journals, dates, dates, fc.boolean(), (journal, one, other, asKnown) => {
        const [from, to] = one < other ? [one, other] : [other, one];
        const split = difference(journal, { from, to, asKnown });
        if (split.change === null) return;
        let sum = (split.coverageEffect ?? NaN) + (split.methodEffect ?? NaN);
        for (const part of split.factors) {
          const causes = part.time + part.ratings + part.events + part.corrections;
          expect(Math.abs(causes - part.contribution)).toBeLessThan(1e-9);
          if (!asKnown) expect(part.corrections).toBe(0);
          sum += part.contribution;
        }
        expect(Math.abs(sum - split.change)).toBeLessThan(1e-9);
      }),
      { numRuns: RUNS },
    );
  });

  it('splits it the same to the last digit, in whatever order lines of different recorded time came', () => {
    fc.assert(
      fc.property(journals, dates, dates, fc.boolean(), (journal, one, other, asKnown) => {
        const [from, to] = one < other ? [one, other] : [other, one];
        const shuffled = [...journal]
          .sort((a, b) => b.recorded - a.recorded || a.revision - b.revision)
          .map((fact, revision) => ({ ...fact, revision }));
        expect(difference(shuffled, { from, to, asKnown })).toEqual(difference(journal, { from, to, asKnown }));
      }),
      { numRuns: RUNS },
    );
  });

  it('explains positive and negative down to the entries', () => {
    fc.assert(
      fc.property(journals, dates, (journal, asOf) => {
        const {
          terms,
          relationship,
          asOf: day,
          knownAt,
          factorSet,
          ...factor
        } = explain(journal, {
          ...{ ...asked(asOf), factor: FACTOR },
        });
        const scored = score(journal, asked(asOf));
        expect(scored).toMatchObject({ relationship, asOf: day, knownAt, factorSet });
        expect(scored.factors).toContainEqual(factor);
        const sums = { '+': 0, '-': 0, '0': 0 };
        for (const term of terms.events) sums[term.sign] += term.weight;
        const rounding = TOLERANCE * (1 + terms.events.length);
        expect(Math.abs(sums['+'] - factor.positive)).toBeLessThan(rounding);
        expect(Math.abs(sums['-'] - factor.negative)).toBeLessThan(rounding);
      }),
      { numRuns: RUNS },
    );
  });
});
