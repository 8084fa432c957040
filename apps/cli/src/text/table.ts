import { plain } from './plain';

export interface Column {
  readonly title: string;
  /** Numbers stand right. */
  readonly align?: 'right';
}

/** Rows under titles, in aligned columns two spaces apart. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const cells = [columns.map(({ title }) => title), ...rows.map((row) => row.map(plain))];
  const widths = columns.map((_, index) => Math.max(...cells.map((row) => width(row[index] ?? ''))));
  const lines = cells.map((row) =>
    columns
      .map(({ align }, index) => {
        const cell = row[index] ?? '';
        const space = ' '.repeat((widths[index] ?? 0) - width(cell));
        return align === 'right' ? space + cell : cell + space;
      })
      .join('  ')
      .trimEnd(),
  );
  lines.splice(1, 0, widths.map((columnWidth) => '─'.repeat(columnWidth)).join('  '));
  return lines.join('\n');
}

/** Characters as a reader counts them. */
function width(cell: string): number {
  return [...cell].length;
}
