import { Card, Group, Stack, Switch, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { api } from '../api/client';
import { yearBefore } from '../clocks/clocks';
import { DayInput } from '../clocks/day-input';
import { ButtonLink } from '../frame/links';
import { useView } from '../frame/use-view';
import type { ChangedSearch } from './changed-search';
import { lastRated, type Ends } from './ends';

/** The two days, and spans that people ask for. */
export function EndsForm({ ends, first }: { readonly ends: Ends; readonly first: string | null }) {
  const { t } = useTranslation();
  const { relationship, params, clocks } = useView();
  const search = useSearch({ from: '/framed/r/$relationship/changed' });
  const navigate = useNavigate();
  const { path, query } = params;
  const score = api.useQuery('get', '/api/v1/relationships/{relationship}/score', {
    params: { path, query: { ...query, asOf: ends.to } },
  });
  const rated = score.data === undefined ? null : lastRated(score.data);
  const presets = [
    { name: 'year', from: yearBefore(ends.to) },
    ...(rated === null || rated >= ends.to ? [] : [{ name: 'round', from: rated } as const]),
    ...(first === null || first >= ends.to ? [] : [{ name: 'start', from: first } as const]),
  ] as const;
  const go = (changed: ChangedSearch): void =>
    void navigate({
      to: '/r/$relationship/changed',
      params: { relationship },
      search: { ...clocks, ...search, ...changed },
      replace: true,
      resetScroll: false,
    });
  return (
    <Card className="not-printed">
      <Stack gap="sm">
        <Group align="end" gap="sm">
          <DayInput label={t('changed.from')} value={ends.from} onDay={(from) => go({ from, to: ends.to })} />
          <DayInput label={t('changed.to')} value={ends.to} onDay={(to) => go({ from: ends.from, to })} />
          <Group gap="xs" role="group" aria-label={t('changed.presets')}>
            {presets.map(({ name, from }) => (
              <ButtonLink
                key={name}
                variant={from === ends.from ? 'light' : 'default'}
                to="/r/$relationship/changed"
                params={{ relationship }}
                search={{ ...search, from, to: ends.to }}
                aria-current={from === ends.from ? 'true' : undefined}
              >
                {t(`changed.preset.${name}`)}
              </ButtonLink>
            ))}
          </Group>
        </Group>
        <div>
          <Switch
            label={t('changed.as-known')}
            checked={search.asKnown === true}
            onChange={({ currentTarget }) => {
              const { asKnown: _asKnown, ...rest } = search;
              void navigate({
                to: '/r/$relationship/changed',
                params: { relationship },
                search: { ...clocks, ...rest, ...(currentTarget.checked ? { asKnown: true } : {}) },
                replace: true,
                resetScroll: false,
              });
            }}
          />
          <Text size="xs" c="dimmed" mt={4}>
            {t('changed.as-known-help')}
          </Text>
        </div>
      </Stack>
    </Card>
  );
}
