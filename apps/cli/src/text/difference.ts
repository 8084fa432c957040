import { builtInFactorSet, type Difference } from '@app/ledger';
import { emphasis } from '../output';
import { oneDecimal, signedOneDecimal } from './number';
import { knownText } from './score';
import { table } from './table';

/** What was asked for of the recorded clock; the answer does not repeat it. */
interface Knowledge {
  readonly knownAt?: string;
  readonly asKnown?: boolean;
}

/** The change between two dates, one row a factor, its causes side by side. */
export function differenceText(difference: Difference, { knownAt, asKnown }: Knowledge = {}): string {
  const { from, to, change, factors } = difference;
  const known = asKnown
    ? ', each as known at the end of its own day'
    : knownAt === undefined
      ? ''
      : `, ${knownText(knownAt)}`;
  const ends = `${oneDecimal(from.score)} on ${from.asOf}, ${oneDecimal(to.score)} on ${to.asOf}${known}`;
  if (change === null) {
    const missing = [from, to].filter(({ score }) => score === null).map(({ asOf }) => asOf);
    return `${ends}\n\n${emphasis('yellow', 'Insufficient evidence')} for a score on ${missing.join(' and ')}, so there is no change to split.`;
  }
  const names = new Map(builtInFactorSet.factors.map(({ code, name }) => [code, name]));
  const rows = (factors ?? []).map((factor) => [
    String(factor.code),
    names.get(factor.code) ?? '',
    signedOneDecimal(factor.contribution),
    signedOneDecimal(factor.ratings),
    signedOneDecimal(factor.events),
    signedOneDecimal(factor.corrections),
    signedOneDecimal(factor.time),
  ]);
  return [
    `${ends}: ${emphasis('bold', signedOneDecimal(change))}`,
    '',
    table(
      [
        { title: 'Factor' },
        { title: 'Name' },
        { title: 'Contribution', align: 'right' },
        { title: 'Ratings', align: 'right' },
        { title: 'Events', align: 'right' },
        { title: 'Corrections', align: 'right' },
        { title: 'Time', align: 'right' },
      ],
      [
        ...rows,
        ['', 'which factors count (coverage)', signedOneDecimal(difference.coverageEffect), '', '', '', ''],
        ['', 'change of the factor set (method)', signedOneDecimal(difference.methodEffect), '', '', '', ''],
        ['', 'in all', signedOneDecimal(change), '', '', '', ''],
      ],
    ),
    '',
    'Each figure is rounded for itself; with --json the parts sum to the whole.',
  ].join('\n');
}
