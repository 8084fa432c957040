import type { Schemas } from '../api/client';
import { roundsSearchOf } from './rounds-search';
import {
  isOver,
  jointLevels,
  mayClose,
  mayProposeLevel,
  newRoundId,
  roundsWaitingFor,
  rowsByGap,
  type Round,
} from './rounds';

const party = (name: string, commitments = 0): Schemas['RoundPartyAnswer'] => ({
  party: name,
  commitments,
  rated: null,
  waiting: null,
  reasons: [],
});

const round = (over: Partial<Round> = {}): Round => ({
  id: 'round-a',
  situation: 'open',
  factors: [601, 602, 603, 604],
  closes: '2026-03-31',
  opened: '2026-03-02',
  parties: [party('client'), party('provider')],
  ratedByAll: null,
  summary: '',
  levels: [],
  entries: [],
  ...over,
});

const level = (factor: number, by: string, height: number): Schemas['RoundLevelAnswer'] => ({
  factor,
  party: by,
  level: height,
  evidenced: true,
});

describe('the rows of a revealed round', () => {
  const rows = rowsByGap(
    round({
      situation: 'revealed',
      levels: [
        level(601, 'client', 3),
        level(601, 'provider', 3),
        level(602, 'client', 1),
        level(602, 'provider', 2.5),
        level(603, 'provider', 4),
        level(604, 'client', 2),
        level(604, 'provider', 3),
      ],
    }),
  );

  it('begin with the widest gap; what one side alone rated comes before what both see alike', () => {
    expect(rows.map(({ factor, gap }) => [factor, gap])).toEqual([
      [602, 1.5],
      [604, 1],
      [603, null],
      [601, 0],
    ]);
  });

  it('show both sides of each, also the one that did not rate', () => {
    expect(rows[2]?.levels).toEqual([
      { party: 'client', level: null, evidenced: false },
      { party: 'provider', level: 4, evidenced: true },
    ]);
  });
});

describe('closing a round', () => {
  it('is for all while nobody has rated', () => expect(mayClose(round(), 'client', '2026-03-10')).toBe(true));

  it('is for who has rated once somebody has', () => {
    const rated = round({ parties: [party('client', 1), party('provider')] });
    expect([mayClose(rated, 'client', '2026-03-10'), mayClose(rated, 'provider', '2026-03-10')]).toEqual([true, false]);
  });

  it('is for all again when its last day is over, which it is on the day after', () => {
    const rated = round({ parties: [party('client', 1), party('provider')] });
    expect([isOver(rated, '2026-03-31'), mayClose(rated, 'provider', '2026-03-31')]).toEqual([false, false]);
    expect([isOver(rated, '2026-04-01'), mayClose(rated, 'provider', '2026-04-01')]).toEqual([true, true]);
  });

  it('is done once', () => expect(mayClose(round({ situation: 'revealed' }), 'client', '2026-03-10')).toBe(false));
});

it('names a round after its day, and another of the same day otherwise', () => {
  expect(newRoundId('2026-03-02', [])).toBe('round-2026-03-02');
  expect(newRoundId('2026-03-02', ['round-2026-03-02', 'round-2026-03-02-2'])).toBe('round-2026-03-02-3');
});

describe('the joint levels of a round', () => {
  const entry = (over: Partial<Schemas['EntryAnswer']>): Schemas['EntryAnswer'] =>
    ({ id: 'e', factor: 602, effective: '2026-03-20', status: 'asserted', correlation: null, ...over }) as never;
  const later = round({ id: 'round-b', opened: '2026-06-01' });
  const found = (...entries: Schemas['EntryAnswer'][]) =>
    [...jointLevels(entries, round(), [round(), later])].map(([factor, { id }]) => [factor, id]);

  it('are those since it was opened and before the next one was', () => {
    const before = entry({ id: 'before', effective: '2026-03-01' });
    const after = entry({ id: 'after', effective: '2026-06-01' });
    expect(found(before, entry({ id: 'in' }), after)).toEqual([[602, 'in']]);
  });

  it('are the latest of each factor, without voided ones and those of another round', () => {
    const other = entry({ id: 'other', correlation: 'round-b' });
    const voided = entry({ id: 'voided', status: 'voided' });
    expect(found(entry({ id: 'first' }), entry({ id: 'second', correlation: 'round-a' }), other, voided)).toEqual([
      [602, 'second'],
    ]);
  });
});

it('reads the address, and nothing in it that it does not know', () => {
  expect(roundsSearchOf({ round: 2026, factor: 609, opening: true })).toEqual({
    round: '2026',
    factor: 609,
    opening: true,
  });
  expect(roundsSearchOf({ round: {}, factor: '609', opening: 'yes', level: 3 })).toEqual({});
});

it.each([
  [null, true],
  ['asserted', false],
  ['agreed', false],
  ['disputed', true],
] as const)('lets another joint level be proposed after one that is %s: %s', (status, may) => {
  expect(mayProposeLevel(status === null ? null : { status })).toBe(may);
});

it('waits for who has handed in nothing in a round that still takes ratings', () => {
  const rounds = [
    round({ id: 'handed-in', parties: [party('client', 1), party('provider')] }),
    round({ id: 'over', closes: '2026-03-01' }),
    round({ id: 'open', closes: null }),
    round({ id: 'revealed', situation: 'revealed' }),
  ];
  expect(roundsWaitingFor(rounds, 'client', '2026-03-15').map(({ id }) => id)).toEqual(['open']);
  expect(roundsWaitingFor(rounds, null, '2026-03-15')).toEqual([]);
});
