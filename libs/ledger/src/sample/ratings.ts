import { sha256OfJson } from '@app/integrity';
import type { Story } from './story';

const FACTORS = [601, 602, 603, 604, 605, 606, 607, 608, 609, 610, 611, 612, 613, 614, 615, 616];

/** An open round. */
interface Round {
  readonly effective: string;
  /** One level per factor, 601 to 616; `-` where the party did not rate. */
  readonly client: string;
  readonly provider: string;
  /** Factors whose level was given without evidence. */
  readonly unevidenced: readonly number[];
  /** Factors on which the joint management team then agreed a level. */
  readonly agreed: Readonly<Record<number, number>>;
}

const ROUNDS: readonly Round[] = [
  // The honeymoon: good will, little written down yet.
  {
    effective: '2016-10-14',
    client: '232222-2232-22--',
    provider: '333223-2233-23--',
    unevidenced: [602, 604, 614],
    agreed: {},
  },
  {
    effective: '2018-10-12',
    client: '3332322222322312',
    provider: '3233332332332223',
    unevidenced: [604, 607, 615],
    agreed: { 602: 2, 609: 3 },
  },
  // The client rates alone what hurts; Fieldway declines. From January 2020 the round of 2018 is stale.
  {
    effective: '2019-11-15',
    client: '1012----1-----1-',
    provider: '----------------',
    unevidenced: [602, 615],
    agreed: {},
  },
  // The reset: both say how bad it is.
  {
    effective: '2021-03-19',
    client: '1211211111112111',
    provider: '1111111211112110',
    unevidenced: [607],
    agreed: { 602: 2 },
  },
];

/** The joint sitting of 2017: no blind round, one level each, agreed over lunch. */
const JOINT_SITTING = { effective: '2017-10-13', levels: '3333332323333323' };

interface SealedRound {
  readonly round: string;
  readonly opened: string;
  /** The day on which it closes, all has been committed and everything is revealed. */
  readonly effective: string;
  readonly members: readonly { readonly of: 'client' | 'provider'; readonly member: string; readonly levels: string }[];
  readonly unevidenced: readonly number[];
}

/** Since the reset: sealed until every member has committed, then revealed together. */
const SEALED_ROUNDS: readonly SealedRound[] = [
  {
    round: 'round-2022',
    opened: '2022-03-04',
    effective: '2022-03-18',
    members: [
      { of: 'client', member: 'm-client-1', levels: '2322222222222232' },
      { of: 'provider', member: 'm-provider-1', levels: '3323222322222333' },
    ],
    unevidenced: [606, 612],
  },
  {
    round: 'round-2023',
    opened: '2023-03-03',
    effective: '2023-03-17',
    members: [
      { of: 'client', member: 'm-client-1', levels: '3333332333323333' },
      { of: 'provider', member: 'm-provider-1', levels: '3333333333333233' },
    ],
    unevidenced: [607],
  },
  {
    round: 'round-2024',
    opened: '2024-03-01',
    effective: '2024-03-15',
    members: [
      { of: 'client', member: 'm-client-1', levels: '3333332333333333' },
      { of: 'client', member: 'm-client-2', levels: '3433333333333333' },
      { of: 'provider', member: 'm-provider-1', levels: '4333333333433333' },
      { of: 'provider', member: 'm-provider-2', levels: '3333333333334334' },
    ],
    unevidenced: [607],
  },
  {
    round: 'round-2025',
    opened: '2025-02-28',
    effective: '2025-03-14',
    members: [
      { of: 'client', member: 'm-client-1', levels: '3433333343334333' },
      { of: 'provider', member: 'm-provider-1', levels: '4433333333434334' },
    ],
    unevidenced: [606],
  },
  {
    round: 'round-2026',
    opened: '2026-02-27',
    effective: '2026-03-13',
    members: [
      { of: 'client', member: 'm-client-1', levels: '4343433434334434' },
      { of: 'provider', member: 'm-provider-1', levels: '4444333434434344' },
    ],
    unevidenced: [606],
  },
];

/** What both sides thought of all sixteen factors, and the one that did not apply for a while. */
export function tellRatings(story: Story): void {
  for (const round of ROUNDS) tellRound(story, round);
  for (const round of SEALED_ROUNDS) tellSealedRound(story, round);
  for (const [factor, level] of levelsOf(JOINT_SITTING.levels)) {
    story.tell('joint', 'rating.jmt-agreed', JOINT_SITTING.effective, 'Joint sitting of 2017.', {
      factor,
      level,
      evidenced: factor !== 606,
      loggedAfterDays: 3,
    });
  }
  story.tell('joint', 'factor.not-applicable', '2020-04-01', 'No site visits, no lessons across depots, for a year.', {
    factor: 612,
    data: { reason: 'Depots are kept apart for health', until: '2021-03-31' },
  });
  story.tell('joint', 'factor.applicable', '2021-02-08', 'Depots may visit each other again.', {
    factor: 612,
    data: { reason: 'Depots open' },
  });
  story
    .tell('provider', 'factor.not-applicable', '2020-04-01', 'We would leave out the plan as well.', {
      factor: 616,
      data: { reason: 'No time', until: '2021-03-31' },
    })
    .disputed('A plan is needed most when there is no time.');
}

function tellRound(story: Story, { effective, client, provider, unevidenced, agreed }: Round): void {
  for (const [party, levels] of [
    ['client', client],
    ['provider', provider],
  ] as const) {
    // A party hands in its whole round at one time.
    const loggedAfterDays = story.random.between(0, 4);
    for (const [factor, level] of levelsOf(levels)) {
      story.tell(party, 'rating.given', effective, `Round of ${effective.slice(0, 4)}.`, {
        factor,
        level,
        evidenced: !unevidenced.includes(factor),
        loggedAfterDays,
      });
    }
  }
  for (const [factor, level] of Object.entries(agreed)) {
    story.tell('joint', 'rating.jmt-agreed', effective, 'Talked through after the reveal.', {
      factor: Number(factor),
      level,
      evidenced: true,
      loggedAfterDays: 11,
    });
  }
}

function tellSealedRound(story: Story, { round, opened, effective, members, unevidenced }: SealedRound): void {
  const year = effective.slice(0, 4);
  story.tell('joint', 'round.opened', opened, `The round of ${year}, sealed.`, {
    data: { round, factors: FACTORS, closes: effective },
    loggedAfterDays: 0,
  });
  for (const { of, member, levels } of members) {
    const salt = story.random.hex(64);
    const ratings = levelsOf(levels).map(([factor, level]) => ({
      factor,
      level,
      evidenced: !unevidenced.includes(factor),
    }));
    const commitment = sha256OfJson({ round, of, member, salt, ratings });
    story.tell(of, 'rating.committed', effective, 'Committed, sealed.', {
      member,
      data: { round, commitment },
      loggedAfterDays: 0,
    });
    story.derive('rating.revealed', effective, 'Revealed with the others of the round.', {
      round,
      of,
      member,
      salt,
      ratings,
    });
  }
  story.tell('joint', 'round.closed', effective, `The round of ${year} is closed; all is revealed.`, {
    data: { round },
    loggedAfterDays: 3,
  });
}

function levelsOf(levels: string): [factor: number, level: number][] {
  return [...levels].flatMap((level, index) => (level === '-' ? [] : [[FACTORS[index] ?? 0, Number(level)]]));
}
