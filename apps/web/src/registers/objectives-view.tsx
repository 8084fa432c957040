import { Badge, Card, Group, List, Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../api/client';
import { EntryLinks } from '../frame/entry-links';
import { Shown } from '../frame/shown';
import { useView } from '../frame/use-view';
import { Wide } from '../frame/wide';
import { formatCount, formatDate } from '../texts/format';
import { FieldList } from './readable-value';
import type { OwnViewProps } from './own-views';
import { readableFields } from './readable';
import { useWords } from './use-words';

type Objective = Schemas['ObjectiveAnswer'];

/** Objectives, with what each party wants of them, and their milestones. */
export function ObjectivesView({ keep }: OwnViewProps) {
  const { params } = useView();
  const read = api.useQuery('get', '/api/v1/relationships/{relationship}/objectives', { params });
  return (
    <Shown read={read}>
      {({ objectives }) => (
        <Stack gap="md">
          {objectives.filter(keep).map((objective) => (
            <ObjectiveCard key={objective.id} objective={objective} />
          ))}
        </Stack>
      )}
    </Shown>
  );
}

/** What a card says already in words of its own. */
const SAID = new Set(['id', 'title', 'situation', 'outcome', 'parties', 'amendments', 'milestones', 'entries']);

function ObjectiveCard({ objective }: { readonly objective: Objective }) {
  const { t } = useTranslation();
  const words = useWords();
  const { title, id, situation, outcome, amendments, entries } = objective;
  return (
    <Card component="article">
      <Group justify="space-between" align="start" gap="xs">
        <Title order={2} size="h4">
          {title ?? id}
        </Title>
        <Badge variant="light">{words.choice(situation)}</Badge>
      </Group>
      {outcome !== null && <Text my="xs">{outcome}</Text>}
      <FieldList fields={readableFields({ ...objective }, words, SAID)} isInline />
      <Drivers objective={objective} />
      <Milestones objective={objective} />
      {amendments.length > 0 && (
        <>
          <Title order={3} size="h6" mt="sm">
            {t('registers.objectives.amendments')}
          </Title>
          <List size="sm">
            {amendments.map(({ entry, effective, change }) => (
              <List.Item key={entry}>
                {formatDate(effective)}: {change ?? '–'} (<EntryLinks entries={[entry]} />)
              </List.Item>
            ))}
          </List>
        </>
      )}
      <Text size="sm" mt="xs">
        <EntryLinks entries={entries} />
      </Text>
    </Card>
  );
}

function Drivers({ objective: { id, title, parties } }: { readonly objective: Objective }) {
  const { t } = useTranslation();
  const words = useWords();
  return (
    <>
      <Title order={3} size="h6" mt="sm">
        {t('registers.objectives.drivers')}
      </Title>
      <Wide label={`${t('registers.objectives.drivers')}: ${title ?? id}`}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{words.label('party')}</Table.Th>
              <Table.Th scope="col">{words.label('drivers')}</Table.Th>
              <Table.Th scope="col" ta="right">
                {words.label('weight')}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {(['client', 'provider'] as const).map((party) => (
              <Table.Tr key={party}>
                <Table.Th scope="row" fw={500}>
                  {words.party(party) ?? t(`words.${party}`)}
                </Table.Th>
                <Table.Td>{parties[party].drivers ?? '–'}</Table.Td>
                <Table.Td ta="right">
                  {parties[party].weight === null ? '–' : formatCount(parties[party].weight)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Wide>
    </>
  );
}

function Milestones({ objective: { id, title, milestones } }: { readonly objective: Objective }) {
  const { t } = useTranslation();
  const words = useWords();
  return (
    <>
      <Title order={3} size="h6" mt="sm">
        {t('registers.objectives.milestones')}
      </Title>
      {milestones.length === 0 ? (
        <Text size="sm">{t('registers.objectives.no-milestones')}</Text>
      ) : (
        <Wide label={`${t('registers.objectives.milestones')}: ${title ?? id}`}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                {(['title', 'due', 'situation', 'missed', 'remedied', 'remedyDue', 'met', 'entries'] as const).map(
                  (field) => (
                    <Table.Th key={field} scope="col">
                      {words.label(field)}
                    </Table.Th>
                  ),
                )}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {milestones.map((milestone) => (
                <Table.Tr key={milestone.id}>
                  <Table.Th scope="row" fw={500}>
                    {milestone.title ?? milestone.id}
                  </Table.Th>
                  <Table.Td>{formatDate(milestone.due)}</Table.Td>
                  <Table.Td>{words.choice(milestone.situation)}</Table.Td>
                  <Table.Td>{formatDate(milestone.missed)}</Table.Td>
                  <Table.Td>{formatDate(milestone.remedied)}</Table.Td>
                  <Table.Td>{formatDate(milestone.remedyDue)}</Table.Td>
                  <Table.Td>{formatDate(milestone.met)}</Table.Td>
                  <Table.Td>
                    <EntryLinks entries={milestone.entries} max={2} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Wide>
      )}
    </>
  );
}
