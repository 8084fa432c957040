import { Button, Card, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { Shown } from '../frame/shown';
import { useView } from '../frame/use-view';
import { Wide } from '../frame/wide';
import { formatMoney, formatScore } from '../texts/format';
import type { ControlsProps } from './factor-controls';
import { FactorLink } from '../frame/factor-link';
import { withLevel } from './what-if-search';

/** Where the level Established lies. */
const ESTABLISHED = 3;
const HEIGHT_PX = 320;

/** What each factor is worth; one press supposes that all rate it Established. */
export function OpportunitiesCard({ parties, supposed, onSuppose }: ControlsProps) {
  const { t } = useTranslation();
  const { params } = useView();
  const read = api.useQuery('get', '/api/v1/relationships/{relationship}/opportunities', { params });
  const suppose = (factor: number): void =>
    onSuppose(parties.reduce((next, party) => withLevel(next, party, factor, ESTABLISHED), supposed));
  return (
    <Card>
      <Title order={2} size="h4">
        {t('whatIf.opportunities')}
      </Title>
      <Text size="sm" mb="xs">
        {t('whatIf.opportunities-help')}
      </Text>
      <Shown read={read}>
        {({ opportunities }) => (
          <Wide label={t('whatIf.opportunities')} maxHeightPx={HEIGHT_PX}>
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th scope="col">{t('words.factor')}</Table.Th>
                  <Table.Th scope="col" ta="right">
                    {t('words.score')}
                  </Table.Th>
                  <Table.Th scope="col" ta="right">
                    {t('whatIf.distance')}
                  </Table.Th>
                  <Table.Th scope="col" ta="right">
                    {t('words.weight')}
                  </Table.Th>
                  <Table.Th scope="col">{t('whatIf.worth')}</Table.Th>
                  <Table.Th scope="col">{t('whatIf.add')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {opportunities.map(({ factor, name, score, distance, weight, worth, improvements }) => (
                  <Table.Tr key={factor}>
                    <Table.Th scope="row" fw={500}>
                      <FactorLink code={factor} name={name} />
                    </Table.Th>
                    <Table.Td ta="right">{formatScore(score)}</Table.Td>
                    <Table.Td ta="right">{formatScore(distance)}</Table.Td>
                    <Table.Td ta="right">{weight}</Table.Td>
                    <Table.Td>
                      {improvements.length === 0
                        ? t('whatIf.worth-none')
                        : [t('whatIf.improvements', { count: improvements.length }), ...worth.map(formatMoney)].join(
                            ', ',
                          )}
                    </Table.Td>
                    <Table.Td>
                      {distance === 0 ? (
                        <Text size="sm">{t('whatIf.reached')}</Text>
                      ) : (
                        <Button
                          size="compact-sm"
                          variant="default"
                          aria-label={t('whatIf.suppose-label', { factor: `${factor} ${name}` })}
                          onClick={() => suppose(factor)}
                        >
                          {t('whatIf.suppose')}
                        </Button>
                      )}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Wide>
        )}
      </Shown>
    </Card>
  );
}
