import { Badge, Card, Group, NativeSelect, SimpleGrid, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../api/client';
import { EntryLinks } from '../frame/entry-links';
import { Shown } from '../frame/shown';
import { useView } from '../frame/use-view';
import { Wide } from '../frame/wide';
import { formatMoney, formatShare } from '../texts/format';
import { shareOf } from './amounts';
import { FIGURES, TOTALS_BY, totalsBy, totalsByOf, type BenefitTotal } from './benefit-totals';
import { FieldList } from './readable-value';
import type { OwnViewProps } from './own-views';
import { readableFields } from './readable';
import { useRegisterSearch } from './use-register-search';
import { useWords } from './use-words';

type Benefit = Schemas['BenefitAnswer'];

/** What was forecast against what came of it. */
export function BenefitsView({ keep }: OwnViewProps) {
  const { t } = useTranslation();
  const { params } = useView();
  const read = api.useQuery('get', '/api/v1/relationships/{relationship}/benefits', { params });
  return (
    <Shown read={read}>
      {({ benefits, totals }) => (
        <>
          <Totals totals={totals} />
          <Title order={2} size="h4" mt="lg" mb="sm">
            {t('registers.benefits.all')}
          </Title>
          <SimpleGrid cols={{ base: 1, md: 2, xl: 3 }} spacing="md">
            {benefits.filter(keep).map((benefit) => (
              <BenefitCard key={benefit.id} benefit={benefit} />
            ))}
          </SimpleGrid>
        </>
      )}
    </Shown>
  );
}

function Totals({ totals }: { readonly totals: readonly BenefitTotal[] }) {
  const { t } = useTranslation();
  const words = useWords();
  const [search, change] = useRegisterSearch();
  const by = totalsByOf(search.by);
  const rows = totalsBy(totals, by);
  if (rows.length === 0) return <Text>{t('registers.benefits.none')}</Text>;
  return (
    <section>
      <Group justify="space-between" align="end" mb="xs">
        <Title order={2} size="h4">
          {t('registers.benefits.totals')}
        </Title>
        <NativeSelect
          className="not-printed"
          label={t('registers.benefits.by')}
          value={by}
          onChange={({ currentTarget }) => change({ by: currentTarget.value })}
          data={TOTALS_BY.map((value) => ({ value, label: words.label(value) }))}
        />
      </Group>
      <Wide label={t('registers.benefits.totals')}>
        <Table className="figures">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{words.label(by)}</Table.Th>
              {FIGURES.map((figure) => (
                <Table.Th key={figure} scope="col">
                  {words.label(figure)}
                </Table.Th>
              ))}
              <Table.Th scope="col">{t('registers.benefits.share')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={`${row.of} ${row.currency}`}>
                <Table.Th scope="row" fw={500}>
                  {row.of === null ? '–' : (words.party(row.of) ?? words.choice(row.of))}
                </Table.Th>
                {FIGURES.map((figure) => (
                  <Table.Td key={figure}>
                    {formatMoney({ amount: row[figure].amount, currency: row.currency })}
                    <Text size="xs" c="dimmed">
                      <EntryLinks entries={row[figure].entries} max={2} />
                    </Text>
                  </Table.Td>
                ))}
                <Table.Td>{formatShare(shareOf(row.realised.amount, row.forecast.amount))}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Wide>
    </section>
  );
}

/** What a card says already in words of its own. */
const SAID = new Set(['id', 'title', 'situation', 'forecast', 'realised', 'entries']);

function BenefitCard({ benefit }: { readonly benefit: Benefit }) {
  const { t } = useTranslation();
  const words = useWords();
  const sums = benefit.realised.map(formatMoney).join(' + ');
  return (
    <Card>
      <Group justify="space-between" align="start" gap="xs">
        <Title order={3} size="h5">
          {benefit.title ?? benefit.id}
        </Title>
        <Badge variant="light">{words.choice(benefit.situation)}</Badge>
      </Group>
      <Text my="xs">
        {benefit.forecast === null && sums === ''
          ? t('registers.benefits.not-money')
          : t('registers.benefits.of', {
              realised: sums === '' ? '–' : sums,
              forecast: benefit.forecast === null ? '–' : formatMoney(benefit.forecast),
            })}
      </Text>
      <FieldList fields={readableFields({ ...benefit }, words, SAID)} isInline />
      <Text size="sm" mt="xs">
        <EntryLinks entries={benefit.entries} />
      </Text>
    </Card>
  );
}
