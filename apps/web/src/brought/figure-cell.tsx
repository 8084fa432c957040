import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { EntryLinks } from '../frame/entry-links';
import { formatMoney, formatFineShare } from '../texts/format';

interface FigureCellProps {
  readonly figure: Schemas['FigureAnswer'] | undefined;
  readonly currency: string;
}

/** An amount, the share of a year's contract value that it is, how far both agree, and the entries behind it. */
export function FigureCell({ figure, currency }: FigureCellProps) {
  const { t } = useTranslation();
  if (figure === undefined || (figure.entries.length === 0 && Number(figure.amount) === 0))
    return <Table.Td>–</Table.Td>;
  const money = (amount: string): string => formatMoney({ amount, currency });
  const notes = [
    figure.share === null ? null : t('brought.share', { share: formatFineShare(figure.share) }),
    Number(figure.agreed) === 0 ? null : t('brought.agreed-of', { agreed: money(figure.agreed) }),
    Number(figure.disputed) === 0 ? null : t('brought.disputed-of', { disputed: money(figure.disputed) }),
  ].filter((note) => note !== null);
  return (
    <Table.Td>
      {money(figure.amount)}
      <Text size="xs" c="dimmed">
        {notes.join(', ')}
      </Text>
      <Text size="xs">
        <EntryLinks entries={figure.entries} max={2} />
      </Text>
    </Table.Td>
  );
}
