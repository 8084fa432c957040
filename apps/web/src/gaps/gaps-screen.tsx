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
          const filled = COLUMNS.filter((seen) => columns[seen].length > 0);
          // What stands alone has the room of those that are empty.
          const alone = filled.length === 1 ? filled[0] : undefined;
          const beside = COLUMNS.filter((seen) => seen !== alone);
          return (
            <>
              {gaps.every(({ before }) => before.score === null) && <Text size="sm">{t('gaps.change-none')}</Text>}
              {alone !== undefined && <GapColumn seen={alone} gaps={columns[alone]} isWide />}
              <SimpleGrid cols={{ base: 1, sm: 2, lg: beside.length }} spacing="md" mt="lg">
                {beside.map((seen) => (
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
