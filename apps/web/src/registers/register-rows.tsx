import { useState } from 'react';
import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { RowCards } from './row-cards';
import { RowTable } from './row-table';
import type { Listed } from './rows';

/** Rows that are drawn at once; more are drawn when asked for. */
const AT_ONCE = 100;
const NARROW = '(max-width: 40em)';

export interface RowsProps {
  readonly title: string;
  readonly rows: readonly Listed[];
  readonly columns: readonly string[];
}

/** Rows as a table, on a narrow screen as cards. */
export function RegisterRows({ title, rows, columns }: RowsProps) {
  const { t } = useTranslation();
  const isNarrow = useMediaQuery(NARROW, undefined, { getInitialValueInEffect: false });
  const [most, setMost] = useState(AT_ONCE);
  if (rows.length === 0) return null;
  const drawn = rows.slice(0, most);
  return (
    <>
      {isNarrow ? (
        <RowCards title={title} rows={drawn} columns={columns} />
      ) : (
        <RowTable title={title} rows={drawn} columns={columns} />
      )}
      {rows.length > most && (
        <Button variant="default" mt="sm" onClick={() => setMost(most + AT_ONCE)}>
          {t('registers.more')}
        </Button>
      )}
    </>
  );
}
