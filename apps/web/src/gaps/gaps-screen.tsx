import { SimpleGrid, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { Shown } from '../frame/shown';
import { useView } from '../frame/use-view';
import { COLUMNS, columnsOf } from './columns';
import { DriversSection } from './drivers-section';
import { GapColumn } from './gap-column';
import { ReadinessSections } from './readiness-sections';

/** Each factor as each side sees it, and how ready the relationship is. */
export function GapsScreen() {
  const { t } = useTranslation();
  const { params } = useView();
  const read = api.useQuery('get', '/api/v1/relationships/{relationship}/gaps', { params });
  return (
    <>
      <Title order={1} size="h3">
        {t('gaps.title')}
      </Title>
      <Text c="dimmed" mb="md">
        {t('gaps.intro')}
      </Text>
      <Shown read={read}>
        {({ gaps }) => {
          const columns = columnsOf(gaps);
          return (
            <>
              <SimpleGrid cols={{ base: 1, sm: 2, lg: 4 }} spacing="md">
                {COLUMNS.map((seen) => (
                  <GapColumn key={seen} seen={seen} gaps={columns[seen]} />
                ))}
              </SimpleGrid>
              <GapColumn seen="in-hand" gaps={columns['in-hand']} isWide />
            </>
          );
        }}
      </Shown>
      <ReadinessSections />
      <DriversSection />
    </>
  );
}
