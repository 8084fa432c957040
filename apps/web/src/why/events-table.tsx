import type { TFunction } from 'i18next';
import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Wide } from '../frame/wide';
import { formatDate, formatShare } from '../texts/format';
import { EntryLink } from '../frame/entry-link';
import { formatExact } from './exact';
import type { EventTerm } from './factor-terms';
import type { Factor } from './score-sum';
import { useKindTitles } from '../frame/use-kind-titles';

const ONE_LINE = { whiteSpace: 'nowrap' } as const;

/** Each entry with its decay and its weight before and after the limits. */
export function EventsTable({ events, factor }: { readonly events: readonly EventTerm[]; readonly factor: Factor }) {
  const { t } = useTranslation();
  const titleOf = useKindTitles();
  return (
    <Wide label={t('why.events')}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('why.entry')}</Table.Th>
            <Table.Th scope="col">{t('why.date')}</Table.Th>
            <Table.Th scope="col">{t('why.bears')}</Table.Th>
            <Table.Th scope="col">{t('why.severity')}</Table.Th>
            <Table.Th scope="col">{t('why.status')}</Table.Th>
            <Table.Th scope="col" ta="right">
              {t('why.age')}
            </Table.Th>
            <Table.Th scope="col" ta="right">
              {t('why.freshness')}
            </Table.Th>
            <Table.Th scope="col" ta="right">
              {t('why.before-limits')}
            </Table.Th>
            <Table.Th scope="col" ta="right">
              {t('why.after-limits')}
            </Table.Th>
            <Table.Th scope="col">{t('why.limit')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {events.map((event) => (
            <Table.Tr key={event.entry}>
              <Table.Th scope="row" fw={500} miw={180}>
                <EntryLink entry={event.entry}>{titleOf(event.kind)}</EntryLink>{' '}
                <Text span size="xs" c="dimmed">
                  {event.entry}
                </Text>
              </Table.Th>
              <Table.Td style={ONE_LINE}>{formatDate(event.effective)}</Table.Td>
              <Table.Td style={ONE_LINE}>{t(`why.signs.${event.sign}`)}</Table.Td>
              <Table.Td>{severityName(event.severity, t)}</Table.Td>
              <Table.Td>{statusName(event.status, t)}</Table.Td>
              <Table.Td ta="right">{event.ageDays}</Table.Td>
              <Table.Td ta="right">{formatShare(event.freshness)}</Table.Td>
              <Table.Td ta="right">{formatExact(event.weightBeforeLimits)}</Table.Td>
              <Table.Td ta="right">{formatExact(event.weight)}</Table.Td>
              <Table.Td>{t(`why.limit-names.${event.limit}`)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th scope="row" colSpan={8}>
              {t('why.positive')}
            </Table.Th>
            <Table.Td ta="right">{formatExact(factor.positive)}</Table.Td>
            <Table.Td />
          </Table.Tr>
          <Table.Tr>
            <Table.Th scope="row" colSpan={8}>
              {t('why.negative')}
            </Table.Th>
            <Table.Td ta="right">{formatExact(factor.negative)}</Table.Td>
            <Table.Td />
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </Wide>
  );
}

type Translate = TFunction;
const SEVERITIES = ['minor', 'moderate', 'major', 'critical'] as const;
const STATUSES = ['asserted', 'agreed', 'noted', 'disputed', 'remedied', 'voided'] as const;

export function severityName(severity: string, t: Translate): string {
  const known = SEVERITIES.find((name) => name === severity);
  return known === undefined ? severity : t(`why.severities.${known}`);
}

export function statusName(status: string, t: Translate): string {
  const known = STATUSES.find((name) => name === status);
  return known === undefined ? status : t(`words.status.${known}`);
}
