import type { ExtractPreview, Extracts } from '@app/ledger';
import { oneDecimal, percent } from './number';
import { knownText } from './score';
import { table, type Column } from './table';

type Shown = ExtractPreview['extract'];

const TITLES = ['Year', 'Score', 'Low', 'High', 'Coverage', 'Confidence', 'Alignment'];

/** What research would get of one relationship, and how the parties agree to it. */
export function extractText({ asOf, knownAt, sha256, agreed, extract }: ExtractPreview): string {
  const how =
    agreed === null
      ? 'Not agreed. It is given to research once a report.published for research names these dates and this hash, and every party agrees to it.'
      : `Agreed by every party: ${agreed}.`;
  return [`As of ${asOf}, ${knownText(knownAt)}.`, `SHA-256 ${sha256}`, how, numbersText(extract)].join('\n\n');
}

/** What the parties agreed to give to research. */
export function extractsText({ extracts }: Extracts): string {
  if (extracts.length === 0) return 'No parties have agreed to give anything to research.';
  return extracts.map(({ sha256, ...extract }) => `SHA-256 ${sha256}\n\n${numbersText(extract)}`).join('\n\n');
}

function numbersText({ form, parties, termYears, years, entries }: Shown): string {
  const counted = Object.values(entries).flatMap((family) => Object.values(family));
  const total = counted.reduce((sum, count) => sum + count, 0);
  const said = `Form ${form ?? '–'}, ${parties} parties, term ${termYears ?? '–'} years, ${total} entries; --json has it whole.`;
  const columns = TITLES.map((title): Column => ({ title, align: 'right' }));
  const rows = years.map(({ year, score, low, high, coverage, confidence, alignment }) => [
    ...[String(year), oneDecimal(score), oneDecimal(low), oneDecimal(high)],
    ...[percent(coverage), percent(confidence), oneDecimal(alignment)],
  ]);
  return rows.length === 0 ? said : `${said}\n\n${table(columns, rows)}`;
}
