import type { Portfolio } from '@app/ledger';
import { oneDecimal, percent } from './number';
import { shortened } from './plain';
import { registerText } from './register';
import { table, type Column } from './table';

const TITLE_CHARACTERS = 40;

/** Relationships side by side on a terminal, then the benchmark. */
export function portfolioText(answer: Portfolio): string {
  const { portfolio, benchmark } = answer;
  if (portfolio.length === 0) return registerText(answer, 'No relationship yet.');
  return registerText(answer, rowsTable(portfolio), benchmarkText(benchmark));
}

function rowsTable(rows: Portfolio['portfolio']): string {
  return table(
    ['Relationship', 'Title', 'Year', 'Score', 'Low', 'High', 'Coverage', 'Confidence', 'Alignment', 'Level']
      .concat(['Open issues', 'Due', 'Overdue'])
      .map((title, index): Column => ({ title, ...(index > 2 && title !== 'Level' && { align: 'right' as const }) })),
    rows.map((row) => [
      row.id,
      `${shortened(row.title, TITLE_CHARACTERS)}${row.sample ? ' [sample]' : ''}${row.withoutProtocol === null ? '' : ' [no protocol]'}${row.restsOnImport === null ? '' : ' [import not accepted]'}`,
      row.contractYear ?? '–',
      ...[oneDecimal(row.score), oneDecimal(row.low), oneDecimal(row.high)],
      ...[percent(row.coverage), percent(row.confidence), oneDecimal(row.alignment)],
      row.level ?? 'insufficient evidence',
      ...[row.openIssues.count, row.due.count, row.due.overdue].map(String),
    ]),
  );
}

function benchmarkText({ years, atLeast, definition }: Portfolio['benchmark']): string {
  if (years.length === 0) return `No benchmark: no year of contract life has ${atLeast} relationships behind a figure.`;
  const rows = years.flatMap(({ year, ...figures }) =>
    Object.entries(figures).flatMap(([name, figure]) => {
      if (figure === null) return [];
      const show = name === 'score' || name === 'alignment' ? oneDecimal : percent;
      const { relationships, lowerQuartile, median, upperQuartile } = figure;
      return [[year, name, String(relationships), show(lowerQuartile), show(median), show(upperQuartile)]];
    }),
  );
  const titles = ['Year', 'Figure', 'Relationships', 'Lower quartile', 'Median', 'Upper quartile'];
  const columns = titles.map((title, index): Column => ({ title, ...(index > 1 && { align: 'right' as const }) }));
  return `${table(columns, rows)}\n\nBenchmark: ${definition}.`;
}
