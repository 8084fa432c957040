import type { Brought } from '@app/ledger';
import { oneDecimal, percent } from './number';
import { registerText } from './register';
import { table, type Column } from './table';

type Year = Brought['financialYears'][number];
type Figure = Year['parties'][number]['realised'];

const COLUMNS: readonly Column[] = [
  { title: 'Year' },
  { title: 'Score', align: 'right' },
  { title: 'Party' },
  { title: '' },
  { title: 'Forecast', align: 'right' },
  { title: 'Realised', align: 'right' },
  { title: 'Validated', align: 'right' },
  { title: 'Missed', align: 'right' },
  { title: 'Dis-benefit', align: 'right' },
  { title: 'Cost', align: 'right' },
  { title: 'Entries', align: 'right' },
];

/** What was brought, on a terminal: a line for each year, party and currency, and one for all of them where they are several. */
export function broughtText(brought: Brought): string {
  const { note, attribution, start, annualValue, annualValueEntry, financialYears, contractYears } = brought;
  const value =
    annualValue === null
      ? 'No annual value of the contract is recorded: no shares of it.'
      : `In brackets: part of the annual contract value, ${annualValue.amount} ${annualValue.currency} (entry ${annualValueEntry ?? ''}).`;
  return registerText(
    brought,
    note,
    ...yearsText('By financial year, April to March', financialYears),
    ...(start === null ? [] : yearsText(`By contract year, from ${start}`, contractYears)),
    `${value}\n${attribution}`,
  );
}

function yearsText(title: string, years: readonly Year[]): string[] {
  return years.length === 0 ? [`${title}: nothing yet.`] : [`${title}\n\n${table(COLUMNS, years.flatMap(yearRows))}`];
}

function yearRows({ year, score, totals, parties, withoutAmount }: Year): string[][] {
  const several = totals.filter(({ currency }) => parties.filter((each) => each.currency === currency).length > 1);
  const lines = [...parties, ...several.map((total) => ({ party: 'all', ...total }))];
  const rows = lines.map(({ party, currency, forecast, realised, validated, missed, disbenefit, cost }) => {
    // What is validated is part of what is realised.
    const entries = [forecast, realised, missed, disbenefit, cost].flatMap((figure) => figure.entries);
    const figures = [forecast, realised, validated, missed, disbenefit, cost].map(figureText);
    return [party, currency, ...figures, String(entries.length)];
  });
  if (withoutAmount.length > 0)
    rows.push(['without an amount', '', ...Array<string>(6).fill('–'), String(withoutAmount.length)]);
  if (rows.length === 0) rows.push(['–', '', ...Array<string>(6).fill('–'), '0']);
  return rows.map((row, index) => [...(index === 0 ? [year, oneDecimal(score)] : ['', '']), ...row]);
}

function figureText({ amount, share, entries }: Figure): string {
  if (entries.length === 0) return '–';
  return share === null ? amount : `${amount} (${percent(share)})`;
}
