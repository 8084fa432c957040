import * as fc from 'fast-check';
import type { Json, JsonObject } from '@app/event-store';
import { builtInFactorSet, kindOf, type Fact } from '@app/ledger';
import { formatDay, parseDay } from './entries';
import { move, OTHER_VERSIONS, ratesAll, SPAN_DAYS, type Move } from './random-moves';

/**
 * Random ledgers of facts, plausible and nasty. A ledger is a list of moves; what a move cannot mean (an answer to
 * nothing, an answer to oneself) is dropped, so every shorter list is a ledger too and failures shrink well.
 */

export const FIRST_DAY = parseDay('2024-01-01');
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

type Draft = Omit<Fact, 'revision' | 'id' | 'recorded' | 'ledgerRecorded' | 'imported'>;

function effectiveText(day: number, hour: number, precision: Move['precision']): string {
  const date = formatDay(day);
  switch (precision) {
    case 'day':
      return date;
    case 'month':
      return date.slice(0, 7);
    case 'year':
      return date.slice(0, 4);
    case 'instant':
      return `${date}T${String(hour).padStart(2, '0')}:30:00Z`;
    case 'offset':
      return `${date}T00:30:00+02:00`; // the evening before in UTC
  }
}

/** What the catalogue resolves when nothing is said, and never a minus where it costs nothing to be honest. */
function entry(kind: string, from: string, effective: string, given: Partial<Draft> = {}): Draft {
  const { noFault, factor: itsFactor, sign: itsSign, severity: itsSeverity, rating } = kindOf(kind) ?? {};
  const bears = rating !== true;
  return {
    kind,
    party: from,
    effective,
    level: null,
    evidenced: null,
    answers: null,
    data: {},
    ...given,
    factor: given.factor ?? itsFactor ?? null,
    sign: bears ? (noFault && given.sign === '-' ? '0' : (given.sign ?? itsSign ?? null)) : null,
    severity: bears ? (given.severity ?? itsSeverity ?? null) : null,
  };
}

function answer(kind: string, from: string, to: Fact, data: JsonObject = {}): Draft {
  return {
    kind,
    party: from,
    effective: null,
    factor: null,
    sign: null,
    severity: null,
    level: null,
    evidenced: null,
    answers: to.id,
    data,
  };
}

type Change = (Move & { does: 'corrects' })['change'];

/** What of the change makes sense for an entry of that kind; its own checks would pass. */
function changes(of: Fact, change: Change): JsonObject {
  const recordedDay = Math.floor(of.recorded / DAY_MS);
  const { effectiveLagDays, precision, about, level, evidenced, untilDays, version, ...bearing } = change;
  const data: Record<string, Json | undefined> = {};
  if (effectiveLagDays !== undefined) {
    const given = effectiveLagDays < 0 ? 'day' : (precision ?? 'day');
    data.effective = effectiveText(recordedDay - effectiveLagDays, 9, given);
  }
  if (of.kind === 'rating.given' || of.kind === 'rating.jmt-agreed') {
    Object.assign(data, { level, evidenced, factor: bearing.factor ?? undefined });
  } else if (of.kind === 'rating.revealed') {
    if (level !== undefined) data.ratings = [{ factor: 601, level, evidenced: evidenced ?? true }];
  } else if (of.kind === 'factorset.agreed') {
    data.factorSet = OTHER_VERSIONS[version ?? -1] as unknown as JsonObject | undefined;
  } else if (of.kind === 'factor.not-applicable') {
    data.until = typeof untilDays === 'number' ? formatDay(recordedDay + untilDays) : untilDays;
  } else if (of.factor !== null && of.kind !== 'factor.applicable') {
    Object.assign(data, { ...bearing, about });
  }
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)) as JsonObject;
}

function drafts(move: Move, day: number, facts: readonly Fact[]): readonly Draft[] {
  const happened = effectiveText(day - move.lagDays, move.hour, move.lagDays < 0 ? 'day' : move.precision);
  const targets = facts.filter((fact) => kindOf(fact.kind)?.answer !== true);
  // Recent entries are answered more often than old ones.
  const to = 'target' in move ? targets[targets.length - 1 - (move.target % Math.max(1, targets.length))] : undefined;
  const owner = (of: Fact) => (of.party === 'third-party' ? 'client' : of.party === 'ledger' ? 'joint' : of.party);
  switch (move.does) {
    case 'rates':
      return [
        entry('rating.given', move.party, happened, {
          factor: move.factor,
          level: move.level,
          evidenced: move.evidenced,
        }),
      ];
    case 'rates-all':
      return [...builtInFactorSet.factors.map(({ code }) => code), 620].map((code, index) =>
        entry('rating.given', move.party, happened, {
          factor: code,
          level: (move.level + (index % 3)) % 5,
          evidenced: move.evidenced,
        }),
      );
    case 'agrees-rating':
      return [
        entry('rating.jmt-agreed', move.party, happened, {
          factor: move.factor,
          level: move.level,
          evidenced: move.evidenced,
        }),
      ];
    case 'reveals':
      return [
        entry('rating.revealed', 'ledger', formatDay(day), {
          sign: '0',
          data: { round: move.round, of: move.of, member: `m-${facts.length}`, salt: 's', ratings: move.ratings },
        }),
      ];
    case 'logs':
      return [
        entry('note.logged', move.party, happened, { factor: move.factor, sign: move.sign, severity: move.severity }),
      ];
    case 'logs-kind': {
      const derived = kindOf(move.kind)?.derived;
      const from = derived === true || (derived === 'also' && move.party === 'joint') ? 'ledger' : move.party;
      const data: JsonObject = kindOf(move.kind)?.fields.some((field) => field.name === 'about')
        ? { about: move.about }
        : {};
      if (derived) return [entry(move.kind, from, happened, { data })];
      const bearsAny = move.kind === 'rating.independent' || move.kind === 'candidate.rated';
      return [
        entry(move.kind, from, happened, {
          sign: move.sign,
          severity: move.severity,
          data,
          ...(bearsAny ? { factor: 601 } : {}),
        }),
      ];
    }
    case 'answers':
      if (to === undefined || to.party === move.party) return [];
      return [
        answer(
          move.kind,
          move.party,
          to,
          move.kind === 'entry.agreed' && move.severity !== null ? { severity: move.severity } : {},
        ),
      ];
    case 'corrects':
      return to === undefined
        ? []
        : [answer('entry.corrected', move.byJoint ? 'joint' : owner(to), to, changes(to, move.change))];
    case 'voids':
      return to === undefined ? [] : [answer('entry.voided', move.byJoint ? 'joint' : owner(to), to)];
    case 'remedies':
      if (to?.sign !== '-') return [];
      return [answer('entry.remedied', move.byJoint || to.party === 'third-party' ? 'joint' : owner(to), to)];
    case 'adds-evidence':
      return to === undefined ? [] : [answer('evidence.added', move.party, to)];
    case 'membership':
      return [entry(move.kind, move.party, happened, { data: { party: move.who, name: 'Name', role: 'partner' } })];
    case 'agrees-version': {
      const set = OTHER_VERSIONS[move.version] ?? builtInFactorSet;
      return [
        entry('factorset.agreed', move.party, move.leadDays > 0 ? formatDay(day + move.leadDays) : happened, {
          data: { factorSet: set as unknown as JsonObject },
        }),
      ];
    }
    case 'excludes': {
      const until = formatDay(day + move.untilDays);
      const data: JsonObject =
        move.untilPrecision === 'none' ? {} : { until: move.untilPrecision === 'month' ? until.slice(0, 7) : until };
      return [
        entry(move.applicable ? 'factor.applicable' : 'factor.not-applicable', move.party, happened, {
          factor: move.factor,
          data: move.applicable ? {} : data,
        }),
      ];
    }
  }
}

/** The ledger that the moves make: the first ones imported, in any order of recorded time, the rest live. */
export function ledgerOf(moves: readonly Move[], imported: number): readonly Fact[] {
  const facts: Fact[] = [];
  const claimed = (of: Move) => (FIRST_DAY + of.recordedDay) * DAY_MS + of.hour * HOUR_MS;
  let ledgerClock = Math.max(FIRST_DAY * DAY_MS, ...moves.slice(0, imported).map(claimed));
  for (const [index, one] of moves.entries()) {
    const isImported = index < imported;
    // Live entries follow one another within days, often within the same instant.
    if (!isImported) ledgerClock += (one.recordedDay % 3 === 0 ? 0 : one.recordedDay % 40) * DAY_MS;
    const recorded = isImported ? claimed(one) : ledgerClock;
    for (const draft of drafts(one, Math.floor(recorded / DAY_MS), facts)) {
      const revision = facts.length;
      facts.push({ ...draft, revision, id: `e-${revision}`, recorded, ledgerRecorded: ledgerClock, imported: true });
    }
  }
  return facts;
}

function ledgersAfter(swept: fc.Arbitrary<readonly Move[]>): fc.Arbitrary<readonly Fact[]> {
  return fc
    .record({
      swept,
      moves: fc.array(move, { minLength: 1, maxLength: 40, size: 'max' }),
      imported: fc.constantFrom(0, 10, 43, 43),
    })
    .map(({ swept: first, moves, imported }) => ledgerOf([...first, ...moves], imported));
}

/** Any ledger; most begin with ratings of every factor. */
export const ledgers = ledgersAfter(fc.array(ratesAll, { maxLength: 3, size: 'max' }));
/** Ledgers of which most dates have a headline: both parties have rated everything early on. */
export const ratedLedgers = ledgersAfter(
  fc.tuple(ratesAll, ratesAll).map(([one, other]) => [
    { ...one, party: 'client', recordedDay: one.recordedDay % 100, lagDays: 0 },
    { ...other, party: 'provider', recordedDay: other.recordedDay % 100, lagDays: 0 },
  ]),
);

/** A date within or somewhat beyond the span, the last year of it more often. */
export const dates: fc.Arbitrary<string> = fc
  .oneof(fc.integer({ min: -20, max: SPAN_DAYS + 300 }), fc.integer({ min: SPAN_DAYS - 365, max: SPAN_DAYS + 90 }))
  .map((day) => formatDay(FIRST_DAY + day));
/** An instant of the recorded clock, or everything. */
export const knownAts: fc.Arbitrary<number | null> = fc.option(
  fc
    .oneof(fc.integer({ min: -1, max: SPAN_DAYS * 2 }), fc.integer({ min: SPAN_DAYS, max: SPAN_DAYS * 2 }))
    .map((halfDays) => FIRST_DAY * DAY_MS + halfDays * (DAY_MS / 2)),
  { freq: 1 },
);
