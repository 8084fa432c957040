import type { TFunction } from 'i18next';
import type { Schemas } from '../api/client';
import { drawCourse } from '../charts/course-drawing';
import { formatChange, formatCount, formatDate, formatMoney, formatScore, formatShare } from '../texts/format';
import { less, publicAlone, type Reason } from './public-edition';
import type { Block, Figure, Headline, Report, ReportRow, Section } from './report';
import type { LogState } from './report-search';

type Score = Schemas['ScoreAnswer'];
type Money = Schemas['FigureAnswer'];

/** What a report is made from: answers of the API, all of them at the same two clocks. */
export interface Answers {
  readonly relationship: Schemas['RelationshipAnswer'];
  readonly score: Score;
  /** The earlier day as it was known at its end. */
  readonly saidThen: Score;
  /** The earlier day as it is known now. */
  readonly saidSince: Score;
  readonly difference: Schemas['DifferenceAnswer'];
  readonly points: readonly Schemas['PointAnswer'][];
  readonly gaps: readonly Schemas['GapAnswer'][];
  readonly readiness: Schemas['ReadinessAnswer'];
  readonly stages: Schemas['StagesAnswer'];
  readonly sensitivity: Schemas['SensitivityAnswer'];
  readonly forecast: Schemas['ForecastAnswer'];
  readonly brought: Schemas['BroughtAnswer'];
  /** Null for who may not read entries. */
  readonly entries: EntryAnswers | null;
  readonly log: LogState | null;
}

export interface EntryAnswers {
  readonly top: readonly Schemas['TopEntryAnswer'][];
  readonly due: Schemas['DueAnswer'];
  /** Those that the two lists name, by id. */
  readonly byId: ReadonlyMap<string, Schemas['EntryAnswer']>;
  readonly inReplyTime: ReadonlySet<string>;
  /** How many entries by family and status. */
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export interface Made {
  readonly compare: string;
  /** The instant: a day to its end. */
  readonly knownAt: string;
  readonly isPublic: boolean;
}

/** How many of each list stand in a report. */
export const MAX_LISTED = 8;
const MAX_CAUSES = 7;
const COURSE = { width: 720, height: 220, left: 30, bottom: 18 };

/** The report that answers come to. */
export function reportOf(answers: Answers, made: Made, t: TFunction): Report {
  const { relationship, score } = answers;
  const { compare, isPublic } = made;
  const lists = listsOf(answers, made);
  return {
    title: relationship.title,
    subtitle: t('report.subtitle', {
      parties: relationship.parties.map(({ name }) => name).join(', '),
      asOf: formatDate(score.asOf),
      compare: formatDate(compare),
    }),
    notices: noticesOf(answers, t),
    sections: [
      { id: 'stand', title: t('report.stand'), blocks: standOf(answers, t) },
      { id: 'changed', title: t('report.changed'), blocks: [...changedOf(answers, t), ...movedOf(lists, t)] },
      { id: 'course', title: t('report.course'), blocks: courseOf(answers, t) },
      { id: 'factors', title: t('report.factors'), blocks: [factorsOf(score, t)] },
      { id: 'gaps', title: t('report.gaps'), blocks: [gapsOf(answers, t)] },
      { id: 'brought', title: t('report.brought'), blocks: broughtOf(answers, isPublic, t) },
      { id: 'due', title: t('report.due'), blocks: [...dueOf(lists, answers, t), aheadOf(answers, t)] },
      { id: 'said', title: t('report.said'), blocks: saidOf(answers, compare, t) },
    ],
    madeFrom: madeFromOf(answers, made, t),
    leftOut: leftOutOf(lists, answers, isPublic, t),
  };
}

function noticesOf({ relationship, score }: Answers, t: TFunction): string[] {
  const imported = score.restsOnImport;
  return [
    ...(relationship.sample ? [t('report.sample')] : []),
    ...(score.withoutProtocol === null ? [] : [t('frame.protocol-missing')]),
    ...(imported === null
      ? []
      : [t('report.rests-on-import', { count: imported.imported, parties: imported.waitingFor.join(', ') })]),
  ];
}

function standOf({ score, sensitivity, readiness, stages }: Answers, t: TFunction): Block[] {
  const { ifAgreed, ifDisputed, agreedAlone } = sensitivity;
  const { heldBack, criticalOpen } = score;
  const names = (codes: readonly number[]): string =>
    score.factors
      .filter(({ code }) => codes.includes(code))
      .map(({ code, name }) => `${code} ${name}`)
      .join(', ');
  const missing = score.factors.filter(({ status }) => status === 'missing' || status === 'stale');
  const sentences = [
    ...(score.score !== null ? [] : whyNone(score, t)),
    ...(score.score === null && missing.length > 0
      ? [t('relationship.missing', { factors: names(missing.map(({ code }) => code)) })]
      : []),
    ...(heldBack === null ? [] : [t('relationship.held-back', { from: heldBack.from })]),
    ...(heldBack === null || heldBack.factors.length === 0
      ? []
      : [t('relationship.held-back-by', { factors: names(heldBack.factors) })]),
    ...(criticalOpen.length === 0 ? [] : [t('relationship.critical-open', { count: criticalOpen.length })]),
    t('report.if-answered', {
      agreed: formatScore(ifAgreed.view),
      disputed: formatScore(ifDisputed.view),
      alone: formatScore(agreedAlone.view),
    }),
  ];
  const stage = stages.stages.find(({ id }) => id === stages.current);
  return [
    { is: 'headline', headline: headlineOf(score, t) },
    {
      is: 'figures',
      figures: [
        { label: t('words.coverage'), value: formatShare(score.coverage) },
        { label: t('words.confidence'), value: formatShare(score.confidence) },
        { label: t('words.alignment'), value: formatScore(score.alignment) },
        {
          label: t('report.conditions'),
          value: t('report.conditions-of', { met: readiness.met, all: readiness.readiness.length }),
        },
        ...(stage === undefined ? [] : [{ label: t('report.stage'), value: stage.title }]),
      ],
    },
    ...sentences.map((text): Block => ({ is: 'text', text })),
  ];
}

function whyNone({ reason, view }: Score, t: TFunction): string[] {
  return [
    ...(reason === 'one-sided' ? [t('relationship.one-sided')] : []),
    ...(reason === 'coverage' ? [t('relationship.coverage')] : []),
    ...(view === null ? [] : [t('relationship.view', { view: formatScore(view) })]),
  ];
}

function headlineOf({ score, level, low, high }: Score, t: TFunction): Headline {
  return {
    score: score === null ? t('relationship.insufficient') : formatScore(score),
    level,
    low,
    high,
    at: score,
    bounds: t('relationship.bounds', { low: formatScore(low), high: formatScore(high) }),
  };
}

function changedOf({ difference, score }: Answers, t: TFunction): Block[] {
  const { from, to, change, factors, coverageEffect, methodEffect } = difference;
  if (change === null) return [{ is: 'text', text: t('report.changed-not') }];
  const said = t('report.changed-from-to', {
    from: formatScore(from.score),
    fromDay: formatDate(from.asOf),
    to: formatScore(to.score),
    toDay: formatDate(to.asOf),
    change: formatChange(change),
  });
  const byEffect = factors.toSorted((one, other) => Math.abs(other.contribution) - Math.abs(one.contribution));
  const rest = byEffect.slice(MAX_CAUSES);
  const nameOf = (code: number): string => score.factors.find((factor) => factor.code === code)?.name ?? '';
  const row = (label: string, sum: number, causes: readonly number[]): ReportRow => ({
    cells: [label, formatChange(sum), ...causes.map(formatChange)],
  });
  const causesOf = ({ ratings, events, corrections, time }: Schemas['FactorDifferenceAnswer']): number[] => [
    ratings,
    events,
    corrections,
    time,
  ];
  const sums = [0, 1, 2, 3].map((cause) => sumOf(rest.map((factor) => causesOf(factor)[cause] ?? 0)));
  const rows = [
    ...byEffect
      .slice(0, MAX_CAUSES)
      .map((factor) => row(`${factor.code} ${nameOf(factor.code)}`, factor.contribution, causesOf(factor))),
    ...(rest.length === 0
      ? []
      : [
          row(
            t('report.causes-rest', { count: rest.length }),
            sumOf(rest.map(({ contribution }) => contribution)),
            sums,
          ),
        ]),
    ...(coverageEffect ? [row(t('report.coverage-effect'), coverageEffect, [])] : []),
    ...(methodEffect ? [row(t('report.method-effect'), methodEffect, [])] : []),
    row(t('report.all'), change, []),
  ];
  return [
    { is: 'text', text: said },
    {
      is: 'table',
      table: {
        label: t('report.causes'),
        columns: [
          t('words.factor'),
          ...(['sum', 'ratings', 'events', 'corrections', 'time'] as const).map((cause) => t(`report.cause.${cause}`)),
        ],
        words: 1,
        rows: rows.map(({ cells }) => ({ cells: [...cells, ...Array<string>(6 - cells.length).fill('')] })),
      },
    },
  ];
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

interface Lists {
  readonly top: readonly Schemas['TopEntryAnswer'][];
  readonly due: readonly Schemas['DueItemAnswer'][];
  readonly to: string;
  readonly notShown: number;
  readonly byId: ReadonlyMap<string, Schemas['EntryAnswer']>;
  readonly leftOut: Readonly<Record<Reason, number>>;
  /** Entries and matters that would be listed. */
  readonly all: number;
}

/** The entries that the lists of a report are about, as far as they are read one by one. */
export function entriesListed(
  top: readonly Schemas['TopEntryAnswer'][],
  due: readonly Schemas['DueItemAnswer'][],
  compare: string,
): readonly string[] {
  const rows = [
    ...topSince(top, compare).map(({ entry }) => entry),
    ...due.slice(0, MAX_LISTED).map(({ entry }) => entry),
  ];
  return [...new Set(rows)].toSorted();
}

function topSince(top: readonly Schemas['TopEntryAnswer'][], compare: string): Schemas['TopEntryAnswer'][] {
  return top.filter(({ effective, effect }) => (effective ?? '') > compare && effect !== 0).slice(0, MAX_LISTED);
}

function listsOf({ entries }: Answers, { compare, isPublic }: Made): Lists | null {
  if (entries === null) return null;
  const { byId, inReplyTime } = entries;
  const top = topSince(entries.top, compare);
  const due = entries.due.due.slice(0, MAX_LISTED);
  const listed = { top, due, to: entries.due.to, notShown: entries.due.due.length - due.length + entries.due.notShown };
  const rows = [...top, ...due].flatMap(({ entry }) => byId.get(entry) ?? []);
  const none = { marked: 0, disputed: 0, 'reply-time': 0, withdrawn: 0 };
  if (!isPublic) return { ...listed, byId, leftOut: none, all: rows.length };
  const open = publicAlone(rows, inReplyTime);
  // What could not be read is not known to be for the public.
  const isOpen = ({ entry }: { entry: string }): boolean => open.listed.some(({ id }) => id === entry);
  return {
    ...listed,
    top: top.filter(isOpen),
    due: due.filter(isOpen),
    byId,
    leftOut: open.leftOut,
    all: rows.length,
  };
}

function movedOf(lists: Lists | null, t: TFunction): Block[] {
  if (lists === null) return [];
  if (lists.top.length === 0) return [{ is: 'text', text: t('report.moved-none') }];
  return [
    {
      is: 'table',
      table: {
        label: t('report.moved'),
        columns: [t('report.day'), t('report.entry'), t('report.by'), t('report.state'), t('report.effect')],
        words: 4,
        rows: lists.top.map(({ entry, title, party, effective, factor, status, effect }) => {
          const text = lists.byId.get(entry)?.text ?? '';
          return {
            entry,
            cells: [
              formatDate(effective),
              `${title}${factor === null ? '' : ` (${factor})`}${text === '' ? '' : `: ${text}`}`,
              partyWord(party, t),
              t(`words.status.${status}`),
              formatChange(effect),
            ],
          };
        }),
      },
    },
  ];
}

const PARTY_WORDS = ['client', 'provider', 'joint', 'ledger', 'third-party'] as const;

/** A party in words; of a partner of another name that name. */
function partyWord(party: string, t: TFunction): string {
  const known = PARTY_WORDS.find((word) => word === party);
  return known === undefined ? party : t(`words.${known}`);
}

function courseOf({ points, score }: Answers, t: TFunction): Block[] {
  const until = points.filter(({ asOf }) => asOf <= score.asOf);
  const first = until.find((point) => point.score !== null);
  const last = until.findLast((point) => point.score !== null);
  const summary =
    first === undefined || last === undefined
      ? t('relationship.course-none')
      : t('relationship.course-summary', {
          from: formatDate(first.asOf),
          fromScore: formatScore(first.score),
          to: formatDate(last.asOf),
          toScore: formatScore(last.score),
        });
  const breaks = until.some(({ factorSet }) => factorSet !== until[0]?.factorSet);
  return [
    { is: 'course', summary, drawing: drawCourse(until, COURSE) },
    {
      is: 'table',
      table: {
        label: t('report.course-years'),
        columns: [
          t('report.day'),
          t('words.level'),
          ...(breaks ? [t('report.method')] : []),
          t('words.score'),
          t('report.low-high'),
          t('words.coverage'),
        ],
        words: breaks ? 3 : 2,
        rows: yearEnds(until).map(({ asOf, score: at, level, low, high, coverage, factorSet }) => ({
          cells: [
            formatDate(asOf),
            level ?? '–',
            ...(breaks ? [factorSet] : []),
            formatScore(at),
            `${formatScore(low)}–${formatScore(high)}`,
            formatShare(coverage),
          ],
        })),
      },
    },
  ];
}

/** The last point of each calendar year. */
export function yearEnds<T extends { readonly asOf: string }>(points: readonly T[]): T[] {
  return points.filter(({ asOf }, index) => points[index + 1]?.asOf.slice(0, 4) !== asOf.slice(0, 4));
}

function factorsOf({ factors }: Score, t: TFunction): Block {
  return {
    is: 'table',
    table: {
      label: t('report.factors-label'),
      columns: [
        t('words.factor'),
        t('words.weight'),
        t('words.score'),
        t('words.client'),
        t('words.provider'),
        t('report.gap'),
        t('words.confidence'),
      ],
      words: 1,
      rows: factors.map(({ code, name, weight, score, status, counted, ratings, gap, confidence }) => ({
        cells: [
          `${code} ${name}${counted ? '' : ` ${t(`relationship.status.${status}`)}`}`,
          formatCount(weight),
          formatScore(score),
          levelOf(ratings['client']?.level),
          levelOf(ratings['provider']?.level),
          formatScore(gap),
          formatShare(confidence),
        ],
      })),
    },
  };
}

function levelOf(level: number | undefined): string {
  return level === undefined ? '–' : String(level);
}

const SEEN = ['agreed-strength', 'agreed-weakness', 'seen-differently', 'not-seen-by-all', 'in-hand'] as const;

function gapsOf({ gaps }: Answers, t: TFunction): Block {
  return {
    is: 'figures',
    figures: SEEN.map((seen) => ({
      label: t(`report.seen.${seen}`),
      value:
        gaps
          .filter((gap) => gap.seen === seen)
          .map(({ factor, name }) => `${factor} ${name}`)
          .toSorted()
          .join(', ') || t('report.seen-none'),
    })),
  };
}

const AMOUNTS = ['forecast', 'realised', 'agreed', 'cashable', 'missed', 'cost'] as const;

function broughtOf({ brought }: Answers, isPublic: boolean, t: TFunction): Block[] {
  const { financialYears, note } = brought;
  const amount = (figure: Money, currency: string): string => {
    const shown = isPublic ? less(figure.amount, figure.disputed) : figure.amount;
    return Number(shown) === 0 ? '–' : formatMoney({ amount: shown, currency });
  };
  const rows = financialYears.flatMap(({ year, score, totals }) =>
    totals.map(({ currency, ...total }) => ({
      cells: [
        year,
        formatScore(score),
        ...AMOUNTS.map((name) =>
          name === 'agreed'
            ? amount({ ...total.realised, amount: total.realised.agreed, disputed: '0' }, currency)
            : amount(total[name], currency),
        ),
      ],
    })),
  );
  if (rows.length === 0) return [{ is: 'text', text: t('report.brought-none') }];
  return [
    {
      is: 'table',
      table: {
        label: t('report.brought-label'),
        columns: [t('report.year'), t('words.score'), ...AMOUNTS.map((name) => t(`report.amounts.${name}`))],
        words: 1,
        rows,
      },
    },
    { is: 'text', text: isPublic ? `${note} ${t('report.brought-public')}` : note },
  ];
}

function dueOf(lists: Lists | null, _answers: Answers, t: TFunction): Block[] {
  if (lists === null) return [];
  const to = formatDate(lists.to);
  if (lists.due.length === 0) return [{ is: 'text', text: t('report.due-none', { to }) }];
  return [
    {
      is: 'table',
      table: {
        label: t('report.due-label', { to }),
        columns: [t('report.entry'), t('report.who'), t('report.when')],
        words: 3,
        rows: lists.due.map(({ title, parties, due, overdue, entry }) => ({
          entry,
          cells: [
            title,
            parties.map((party) => partyWord(party, t)).join(', '),
            overdue ? t('report.overdue', { day: formatDate(due) }) : formatDate(due),
          ],
        })),
      },
    },
    ...(lists.notShown > 0 ? [{ is: 'text' as const, text: t('report.due-more', { count: lists.notShown }) }] : []),
  ];
}

function aheadOf({ forecast: { forecast } }: Answers, t: TFunction): Block {
  return {
    is: 'table',
    table: {
      label: t('report.ahead'),
      columns: [t('report.day'), t('report.stale'), t('words.score'), t('report.effect')],
      words: 2,
      rows: forecast.map(({ on, score, effect, goingStale }) => ({
        cells: [
          formatDate(on),
          goingStale.map(({ factor, name }) => `${factor} ${name}`).join(', ') || '–',
          formatScore(score),
          formatChange(effect),
        ],
      })),
    },
  };
}

function saidOf({ score, saidThen, saidSince }: Answers, compare: string, t: TFunction): Block[] {
  const day = formatDate(compare);
  const row = (label: string, { score: at, level, low, high, factorSet }: Score): ReportRow => ({
    cells: [
      label,
      level ?? '–',
      factorSet,
      at === null ? t('report.no-score') : formatScore(at),
      `${formatScore(low)}–${formatScore(high)}`,
    ],
  });
  const differs =
    saidThen.score !== null && saidSince.score !== null && formatScore(saidThen.score) !== formatScore(saidSince.score)
      ? t('report.said-differs', { change: formatChange(saidSince.score - saidThen.score) })
      : null;
  const isSame = saidThen.score === saidSince.score && saidThen.level === saidSince.level;
  return [
    {
      is: 'table',
      table: {
        label: t('report.said-label', { compare: day }),
        columns: [t('report.day'), t('words.level'), t('report.method'), t('words.score'), t('report.low-high')],
        words: 3,
        rows: [
          row(t('report.said-then', { day }), saidThen),
          row(t('report.said-since', { day }), saidSince),
          row(t('report.said-now', { day: formatDate(score.asOf) }), score),
        ],
      },
    },
    ...(isSame ? [{ is: 'text' as const, text: t('report.said-same') }] : []),
    ...(differs === null ? [] : [{ is: 'text' as const, text: differs }]),
  ];
}

function madeFromOf({ score, entries, log }: Answers, { compare, knownAt, isPublic }: Made, t: TFunction): Figure[] {
  const counted = Object.values(entries?.counts ?? {});
  const all = sumOf(counted.flatMap((statuses) => Object.values(statuses)));
  const agreed = sumOf(counted.map((statuses) => statuses['agreed'] ?? 0));
  return [
    { label: t('report.as-of'), value: score.asOf },
    { label: t('report.known-at'), value: knownAt },
    { label: t('report.compared'), value: compare },
    { label: t('report.factor-set'), value: score.factorSet },
    { label: t('report.entries'), value: log === null ? '–' : formatCount(log.size) },
    {
      label: t('report.agreed-share'),
      value:
        entries === null
          ? t('report.not-read')
          : t('report.agreed-of', {
              agreed: formatCount(agreed),
              all: formatCount(all),
              share: formatShare(all === 0 ? null : agreed / all),
            }),
    },
    {
      label: t('report.checkpoint'),
      value:
        log === null || log.root === null
          ? t('report.not-read')
          : t('report.checkpoint-is', { size: log.size, root: log.root }),
    },
    { label: t('report.edition-is'), value: t(isPublic ? 'report.public' : 'report.board') },
  ];
}

function leftOutOf(lists: Lists | null, { entries }: Answers, isPublic: boolean, t: TFunction): string[] {
  const reporter = entries === null ? [t('report.left-out-reporter')] : [];
  if (!isPublic) return reporter;
  if (lists === null) return [...reporter, t('report.left-out-lists-none'), t('report.public-scores')];
  const { marked, disputed, withdrawn, 'reply-time': replyTime } = lists.leftOut;
  const count = marked + disputed + withdrawn + replyTime;
  return [
    t('report.left-out-public', { count, all: lists.all, marked, disputed, replyTime, withdrawn }),
    t('report.public-scores'),
  ];
}

/** The sections of a report by their id, for who needs one alone. */
export function sectionOf({ sections }: Report, id: string): Section | undefined {
  return sections.find((section) => section.id === id);
}
