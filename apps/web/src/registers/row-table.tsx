import { Fragment } from 'react';
import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EntryLinks } from '../frame/entry-links';
import { Wide } from '../frame/wide';
import { entriesOf } from './entries-of';
import { readableIn, type Readable } from './readable';
import { ReadableValue } from './readable-value';
import type { RowsProps } from './register-rows';
import { titleOf } from './rows';
import { RowDetails } from './row-details';
import { RowOpener } from './row-opener';
import { useRegisterSearch } from './use-register-search';
import { useWords } from './use-words';

/** Letters of a text, such as a date, that stays on one line. */
const MAX_UNBROKEN = 14;
/** Figures stand below each other by their last digit. */
const END = { ta: 'right' } as const;

export function RowTable({ title, rows, columns }: RowsProps) {
  const { t } = useTranslation();
  const words = useWords();
  const [{ open, sort }, change] = useRegisterSearch();
  const figures = new Set(
    columns.filter((field) => rows.some(({ row }) => readableIn(row, field, words).as === 'figure')),
  );
  return (
    <Wide label={title}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            {columns.map((field) => (
              <Table.Th key={field} scope="col" aria-sort={sortOf(field, sort)} {...(figures.has(field) && END)}>
                {words.label(field)}
              </Table.Th>
            ))}
            <Table.Th scope="col">{words.label('entries')}</Table.Th>
            <Table.Td />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ key, row }) => (
            <Fragment key={key}>
              <Table.Tr>
                {columns.map((field, index) => (
                  <Cell
                    key={field}
                    value={readableIn(row, field, words)}
                    isHead={index === 0}
                    isFigure={figures.has(field)}
                  />
                ))}
                <Table.Td style={{ whiteSpace: 'nowrap' }}>
                  <EntryLinks entries={entriesOf(row)} max={2} />
                </Table.Td>
                <Table.Td className="not-printed">
                  <RowOpener
                    title={titleOf(row, columns, words)}
                    isOpen={open === key}
                    onTurn={() => change({ open: open === key ? undefined : key })}
                  />
                </Table.Td>
              </Table.Tr>
              {open === key && (
                <Table.Tr>
                  <Table.Td colSpan={columns.length + 2} aria-label={t('registers.everything')}>
                    <RowDetails row={row} />
                  </Table.Td>
                </Table.Tr>
              )}
            </Fragment>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}

interface CellProps {
  readonly value: Readable;
  readonly isHead: boolean;
  readonly isFigure: boolean;
}

function Cell({ value, isHead, isFigure }: CellProps) {
  const shown = <ReadableValue value={value} />;
  const isShort = 'text' in value && value.text.length <= MAX_UNBROKEN;
  return isHead ? (
    <Table.Th scope="row" fw={500}>
      {shown}
    </Table.Th>
  ) : (
    <Table.Td {...(isFigure && END)} style={isShort ? { whiteSpace: 'nowrap' } : undefined}>
      {shown}
    </Table.Td>
  );
}

function sortOf(field: string, sort: string | undefined): 'ascending' | 'descending' | undefined {
  if (sort === field) return 'ascending';
  return sort === `-${field}` ? 'descending' : undefined;
}
