import { Card, Table, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { Shown } from '../frame/shown';
import { useView } from '../frame/use-view';
import { Wide } from '../frame/wide';
import { formatChange, formatScore } from '../texts/format';

/** What becomes of the score if nothing more happens. */
export function ForecastCard() {
  const { t } = useTranslation();
  const { params } = useView();
  const read = api.useQuery('get', '/api/v1/relationships/{relationship}/forecast', { params });
  return (
    <Card>
      <Title order={2} size="h4" mb="xs">
        {t('whatIf.forecast')}
      </Title>
      <Shown read={read}>
        {({ forecast }) => (
          <Wide label={t('whatIf.forecast')}>
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th scope="col">{t('whatIf.then')}</Table.Th>
                  <Table.Th scope="col" ta="right">
                    {t('words.score')}
                  </Table.Th>
                  <Table.Th scope="col" ta="right">
                    {t('whatIf.effect')}
                  </Table.Th>
                  <Table.Th scope="col" ta="right">
                    {t('whatIf.low-high')}
                  </Table.Th>
                  <Table.Th scope="col">{t('whatIf.going-stale')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {forecast.map(({ days, score, effect, low, high, goingStale }) => (
                  <Table.Tr key={days}>
                    <Table.Th scope="row" fw={500}>
                      {t('whatIf.in-days', { days })}
                    </Table.Th>
                    <Table.Td ta="right">{formatScore(score)}</Table.Td>
                    <Table.Td ta="right">{formatChange(effect)}</Table.Td>
                    <Table.Td ta="right">
                      {formatScore(low)}–{formatScore(high)}
                    </Table.Td>
                    <Table.Td>
                      {goingStale.length === 0
                        ? t('whatIf.going-stale-none')
                        : goingStale.map(({ factor, name }) => `${factor} ${name}`).join(', ')}
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
