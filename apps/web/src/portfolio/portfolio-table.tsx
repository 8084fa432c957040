import { Button, Group, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import type { Clocks } from '../clocks/clocks';
import { TextLink } from '../frame/links';
import { Wide } from '../frame/wide';
import { formatCount, formatScore } from '../texts/format';
import { rowsShown } from './portfolio-search';
import { Trend } from './trend';

type Row = Schemas['PortfolioRowAnswer'];

interface PortfolioTableProps {
  readonly rows: readonly Row[];
  readonly find: string | undefined;
  readonly clocks: Clocks;
  /** The day of the answer. */
  readonly asOf: string;
  readonly onAll: () => void;
}

const COUNTS = ['contract-year', 'open-issues', 'overdue', 'due'] as const;

export function PortfolioTable({ rows, find, clocks, asOf, onAll }: PortfolioTableProps) {
  const { t } = useTranslation();
  const shown = rowsShown(rows, find);
  if (shown.length === 0) {
    return (
      <Group aria-live="polite" gap="sm">
        <Text>{t('portfolio.none-found')}</Text>
        <Button variant="default" size="xs" onClick={onAll}>
          {t('portfolio.show-all')}
        </Button>
      </Group>
    );
  }
  return (
    <Wide label={t('portfolio.table')}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('portfolio.relationship')}</Table.Th>
            <Table.Th scope="col" ta="right">
              {t('words.score')}
            </Table.Th>
            <Table.Th scope="col" ta="right">
              {t('portfolio.low-high')}
            </Table.Th>
            <Table.Th scope="col">{t('words.level')}</Table.Th>
            <Table.Th scope="col" ta="right">
              {t('words.alignment')}
            </Table.Th>
            <Table.Th scope="col">{t('portfolio.trend')}</Table.Th>
            {COUNTS.map((column) => (
              <Table.Th key={column} scope="col" ta="right">
                {t(`portfolio.${column}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map((row) => (
            <PortfolioRow key={row.id} row={row} clocks={clocks} asOf={asOf} />
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}

function PortfolioRow({ row, clocks, asOf }: { readonly row: Row; readonly clocks: Clocks; readonly asOf: string }) {
  const { t } = useTranslation();
  const { id, title, score, low, high, level, alignment, contractYear, openIssues, due } = row;
  const notes = [
    ...(row.sample ? [t('portfolio.sample')] : []),
    ...(row.withoutProtocol === null ? [] : [t('portfolio.no-protocol')]),
    ...(row.restsOnImport === null ? [] : [t('portfolio.imported')]),
  ];
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={600}>
        <TextLink to="/r/$relationship" params={{ relationship: id }} search={clocks}>
          {title}
        </TextLink>
        {notes.length > 0 && (
          <Text size="xs" c="dimmed" fw={400}>
            {notes.join(', ')}
          </Text>
        )}
      </Table.Th>
      <Table.Td fw={600} ta="right">
        {score === null ? t('portfolio.insufficient') : formatScore(score)}
      </Table.Td>
      <Table.Td ta="right" style={{ whiteSpace: 'nowrap' }}>
        {formatScore(low)}–{formatScore(high)}
      </Table.Td>
      <Table.Td>{level ?? '–'}</Table.Td>
      <Table.Td ta="right">{formatScore(alignment)}</Table.Td>
      <Table.Td>
        <Trend relationship={id} title={title} asOf={asOf} knownAt={clocks.knownAt} />
      </Table.Td>
      <Table.Td ta="right">{contractYear ?? '–'}</Table.Td>
      <Table.Td ta="right">{formatCount(openIssues.count)}</Table.Td>
      <Table.Td ta="right" fw={due.overdue > 0 ? 600 : 400}>
        {formatCount(due.overdue)}
      </Table.Td>
      <Table.Td ta="right">{formatCount(due.count)}</Table.Td>
    </Table.Tr>
  );
}
