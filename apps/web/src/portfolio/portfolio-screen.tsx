import { Card, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { api } from '../api/client';
import { useSession } from '../api/session';
import { ClockInputs } from '../clocks/clock-menu';
import { Shown } from '../frame/shown';
import { BenchmarkCard } from './benchmark-card';
import { EmptyPortfolio } from './empty-portfolio';
import { PortfolioTable } from './portfolio-table';

/** Relationships side by side, at both clocks. */
export function PortfolioScreen() {
  const { t } = useTranslation();
  const session = useSession();
  return (
    <Stack gap="md">
      <div>
        <Title order={1} size="h3">
          {t('portfolio.title')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('portfolio.sorted')}
        </Text>
      </div>
      <Shown read={session}>
        {({ role }) => (role === 'operator' ? <Text>{t('portfolio.operator')}</Text> : <Portfolio />)}
      </Shown>
    </Stack>
  );
}

function Portfolio() {
  const { t } = useTranslation();
  const { find, ...clocks } = useSearch({ from: '/framed/portfolio' });
  const navigate = useNavigate({ from: '/portfolio' });
  const read = api.useQuery(
    'get',
    '/api/v1/portfolio',
    { params: { query: clocks } },
    { placeholderData: (before) => before },
  );
  const look = (words: string | undefined): void =>
    void navigate({ replace: true, search: (search) => ({ ...search, find: words || undefined }) });
  return (
    <>
      <Group align="flex-start" gap="md" className="not-printed">
        <ClockInputs clocks={clocks} />
        <TextInput
          type="search"
          label={t('portfolio.find')}
          description={t('portfolio.find-help')}
          value={find ?? ''}
          onChange={({ currentTarget }) => look(currentTarget.value)}
        />
      </Group>
      <Shown read={read}>
        {({ portfolio, benchmark, asOf }) =>
          portfolio.length === 0 ? (
            <EmptyPortfolio />
          ) : (
            <>
              <Card>
                <PortfolioTable
                  rows={portfolio}
                  find={find}
                  clocks={clocks}
                  asOf={asOf}
                  onAll={() => look(undefined)}
                />
              </Card>
              <BenchmarkCard benchmark={benchmark} />
            </>
          )
        }
      </Shown>
    </>
  );
}
