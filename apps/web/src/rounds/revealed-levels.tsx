import type { TFunction } from 'i18next';
import { Badge, Card, Group, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { asItReads } from '../frame/as-it-reads';
import { useView } from '../frame/use-view';
import { Wide } from '../frame/wide';
import { partyWord } from '../texts/party-word';
import { JointLevel } from './joint-level';
import { jointLevels, rowsByGap, type LevelRow, type Round } from './rounds';
import { factorName, levelName, meaningOf, type Rubric } from './use-rubric';

interface RevealedLevelsProps {
  readonly round: Round;
  readonly rounds: readonly Round[];
  readonly rubric: Rubric;
  /** For whom one speaks now; null: one only looks. */
  readonly party: string | null;
}

/** What both sides said, side by side: where it is furthest apart first, to talk about it. */
export function RevealedLevels({ round, rounds, rubric, party }: RevealedLevelsProps) {
  const { t } = useTranslation();
  const { params } = useView();
  const { path, query } = params;
  const { data: joint } = api.useQuery('get', '/api/v1/relationships/{relationship}/entries', {
    params: { path, query: { ...query, kind: 'rating.jmt-agreed', limit: '500' } },
  });
  const levels = jointLevels((joint?.entries ?? []).map(asItReads), round, rounds);
  const rows = rowsByGap(round);
  const apart = rows.filter(({ gap, factor }) => gap !== 0 || levels.has(factor));
  const alike = rows.filter(({ gap, factor }) => gap === 0 && !levels.has(factor));
  return (
    <>
      <Title order={2} size="h4">
        {t('rounds.revealed.apart')}
      </Title>
      <Text size="sm">{apart.length === 0 ? t('rounds.revealed.apart-none') : t('rounds.revealed.talk')}</Text>
      <Stack gap="sm">
        {apart.map((row) => (
          <Card key={row.factor} component="section" aria-label={factorName(rubric, row.factor)}>
            <Group gap="xs" mb="xs">
              <Badge variant="outline">{gapOf(row, t)}</Badge>
              <Title order={3} size="h5">
                {factorName(rubric, row.factor)}
              </Title>
            </Group>
            <SimpleGrid cols={{ base: 1, sm: 2, lg: Math.min(row.levels.length + 1, 4) }} spacing="md">
              {row.levels.map(({ party: by, level, evidenced }) => (
                <div key={by}>
                  <Text size="xs" c="dimmed">
                    {partyWord(t, by)}
                  </Text>
                  <Text fw={600}>{level === null ? t('rounds.revealed.not-rated') : levelName(rubric, level)}</Text>
                  <Text size="sm">{meaningOf(rubric, level)}</Text>
                  {level !== null && (
                    <Text size="xs" c="dimmed">
                      {evidenced ? t('rounds.rate.evidenced') : t('rounds.rate.unevidenced')}
                    </Text>
                  )}
                </div>
              ))}
              <JointLevel
                round={round}
                factor={row.factor}
                rubric={rubric}
                party={party}
                entry={levels.get(row.factor) ?? null}
              />
            </SimpleGrid>
          </Card>
        ))}
      </Stack>
      {alike.length > 0 && <Alike rows={alike} rubric={rubric} />}
    </>
  );
}

function gapOf({ gap }: LevelRow, t: TFunction): string {
  return gap === null ? t('rounds.revealed.one-side') : t('rounds.revealed.gap', { count: gap });
}

function Alike({ rows, rubric }: { readonly rows: readonly LevelRow[]; readonly rubric: Rubric }) {
  const { t } = useTranslation();
  return (
    <Card>
      <Title order={2} size="h4" mb="xs">
        {t('rounds.revealed.alike')}
      </Title>
      <Wide label={t('rounds.revealed.alike')}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('words.factor')}</Table.Th>
              <Table.Th scope="col">{t('rounds.revealed.both')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ factor, levels }) => (
              <Table.Tr key={factor}>
                <Table.Th scope="row" fw={500}>
                  {factorName(rubric, factor)}
                </Table.Th>
                <Table.Td>{levelName(rubric, levels[0]?.level ?? 0)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Wide>
    </Card>
  );
}
