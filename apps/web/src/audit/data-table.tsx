import type { ReactNode } from 'react';
import { Table } from '@mantine/core';
import { Wide } from '../frame/wide';

interface Props {
  /** What it holds, for who cannot see it. */
  readonly label: string;
  readonly columns: readonly string[];
  /** Columns of figures, which stand below each other by their last digit. */
  readonly figures?: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
}

/** Rows to compare; the first cell names its row. */
export function DataTable({ label, columns, figures = [], rows }: Props) {
  const sideOf = (column: string | undefined) => (figures.includes(column ?? '') ? ({ ta: 'right' } as const) : {});
  return (
    <Wide label={label}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th key={column} scope="col" {...sideOf(column)}>
                {column}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ key, cells: [first, ...cells] }) => (
            <Table.Tr key={key}>
              <Table.Th scope="row" fw={500}>
                {first}
              </Table.Th>
              {cells.map((cell, place) => (
                <Table.Td key={columns[place + 1]} {...sideOf(columns[place + 1])}>
                  {cell}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}
