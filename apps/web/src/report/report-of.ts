import type { TFunction } from 'i18next';
import type { Schemas } from '../api/client';
import { formatChange, formatCount, formatDate, formatScore, formatShare } from '../texts/format';
import type { Answers, Made } from './answers';
import type { Block, Figure, Headline, Report, ReportRow } from './report';
import { dueOf, leftOutOf, listsOf, movedOf } from './report-lists';
import { aheadOf, broughtOf, changedOf, courseOf, factorsOf, gapsOf, jointGapsOf, shownChange } from './report-numbers';

type Score = Schemas['ScoreAnswer'];

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
      { id: 'factors', title: t('report.factors'), blocks: [factorsOf(score, t), ...jointGapsOf(score, t)] },
      { id: 'gaps', title: t('report.gaps'), blocks: [gapsOf(answers, t)] },
      { id: 'brought', title: t('report.brought'), blocks: broughtOf(answers, isPublic, t) },
      { id: 'due', title: t('report.due'), blocks: [...dueOf(lists, t), aheadOf(answers, t)] },
      { id: 'said', title: t('report.said'), blocks: saidOf(answers, compare, t) },
    ],
    madeFrom: madeFromOf(answers, made, t),
    leftOut: leftOutOf(lists, answers, isPublic, t),
  };
}

function noticesOf({ relationship, score }: Answers, t: TFunction): string[] {
  const imported = score.restsOnImport;
  const nameOf = (party: string): string => relationship.parties.find(({ id }) => id === party)?.name ?? party;
  return [
    ...(relationship.sample ? [t('report.sample')] : []),
    ...(score.withoutProtocol === null ? [] : [t('frame.protocol-missing')]),
    ...(imported === null
      ? []
      : [
          t('report.rests-on-import', {
            count: imported.imported,
            parties: imported.waitingFor.map((party) => nameOf(party)).join(', '),
          }),
        ]),
  ];
}

export function standOf({ score, sensitivity, readiness, stages }: Answers, t: TFunction): Block[] {
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
      ? [t('report.missing', { factors: names(missing.map(({ code }) => code)) })]
      : []),
    ...(heldBack === null ? [] : [t('relationship.held-back', { from: heldBack.from })]),
    ...(heldBack === null || heldBack.factors.length === 0
      ? []
      : [t('report.held-back-by', { factors: names(heldBack.factors) })]),
    ...(criticalOpen.length === 0 ? [] : [t('report.critical-open', { count: criticalOpen.length })]),
    ...(ifAgreed.view === null && ifDisputed.view === null
      ? []
      : [
          t('report.if-answered', {
            agreed: formatScore(ifAgreed.view),
            disputed: formatScore(ifDisputed.view),
            alone: formatScore(agreedAlone.view),
          }),
        ]),
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
    bounds: t(low === high ? 'relationship.bounds-none' : 'relationship.bounds', {
      low: formatScore(low),
      high: formatScore(high),
    }),
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
      ? t('report.said-differs', { change: formatChange(shownChange(saidThen.score, saidSince.score)) })
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

function madeFromOf({ score, basis, log }: Answers, { compare, knownAt, isPublic }: Made, t: TFunction): Figure[] {
  return [
    { label: t('report.as-of'), value: score.asOf },
    { label: t('report.known-at'), value: knownAt },
    { label: t('report.compared'), value: compare },
    { label: t('report.factor-set'), value: score.factorSet },
    { label: t('report.entries'), value: formatCount(log.size) },
    {
      label: t('report.agreed-share'),
      value: t('report.agreed-of', {
        agreed: formatCount(basis.agreed),
        all: formatCount(basis.entries),
        share: formatShare(basis.share),
      }),
    },
    {
      label: t('report.checkpoint'),
      value: log.root === null ? t('report.not-signed') : t('report.checkpoint-is', { size: log.size, root: log.root }),
    },
    { label: t('report.edition-is'), value: t(isPublic ? 'report.public' : 'report.board') },
  ];
}
