import './what-if.css';
import { Grid, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { api } from '../api/client';
import { mayReadEntries, useSession } from '../api/session';
import { Shown } from '../frame/shown';
import { useView } from '../frame/use-view';
import { EventsCard } from './events-card';
import { FactorControls } from './factor-controls';
import { ForecastCard } from './forecast-card';
import { OpportunitiesCard } from './opportunities-card';
import { ResultCard } from './result-card';
import { searchOf, suppositionIn, type Supposition } from './what-if-search';

/** The score if some things were others: what is supposed stands in the address, and nowhere else. */
export function WhatIfScreen() {
  const { t } = useTranslation();
  const session = useSession();
  return (
    <Stack gap="md">
      <Title order={1} size="h3">
        {t('whatIf.title')}
      </Title>
      <Shown read={session}>
        {(bearer) => (mayReadEntries(bearer) ? <Supposing /> : <Text size="sm">{t('whatIf.for-readers')}</Text>)}
      </Shown>
    </Stack>
  );
}

function Supposing() {
  const { t } = useTranslation();
  const { params } = useView();
  const navigate = useNavigate();
  const supposed = suppositionIn(useSearch({ from: '/framed/r/$relationship/what-if' }));
  const score = api.useQuery('get', '/api/v1/relationships/{relationship}/score', { params });
  const parties = api.useQuery('get', '/api/v1/relationships/{relationship}/parties', { params });
  const suppose = (next: Supposition): void =>
    void navigate({
      to: '.',
      replace: true,
      resetScroll: false,
      search: ({ asOf, knownAt }) => ({ asOf, knownAt, ...searchOf(next) }),
    });
  return (
    <>
      <Text size="sm">{t('whatIf.intro')}</Text>
      <Grid>
        <Grid.Col span={{ base: 12, lg: 4 }} order={{ base: 1, lg: 2 }} className="what-if-beside">
          <div className="what-if-result">
            <ResultCard supposed={supposed} onSuppose={suppose} />
          </div>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 8 }} order={{ base: 2, lg: 1 }}>
          <Stack gap="md">
            <Shown read={score}>
              {({ factors }) => (
                <Shown read={parties}>
                  {({ parties: all }) => {
                    const present = all.filter(({ situation }) => situation === 'party').map(({ id }) => id);
                    const props = { factors, parties: present, supposed, onSuppose: suppose };
                    return (
                      <>
                        <OpportunitiesCard {...props} />
                        <FactorControls {...props} />
                        <EventsCard {...props} />
                      </>
                    );
                  }}
                </Shown>
              )}
            </Shown>
            <ForecastCard />
          </Stack>
        </Grid.Col>
      </Grid>
    </>
  );
}
