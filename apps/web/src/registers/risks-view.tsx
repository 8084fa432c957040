import { Badge, Card, Group, SimpleGrid, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../api/client';
import { EntryLinks } from '../frame/entry-links';
import { Shown } from '../frame/shown';
import { useView } from '../frame/use-view';
import { Wide } from '../frame/wide';
import { FieldList } from './readable-value';
import type { OwnViewProps } from './own-views';
import { readableFields } from './readable';
import { useWords } from './use-words';

type Risk = Schemas['RiskAnswer'];
const LEVELS = [1, 2, 3, 4, 5] as const;

/** The joint register of risks: where the open ones stand, then each with what was done. */
export function RisksView({ keep }: OwnViewProps) {
  const { params } = useView();
  const read = api.useQuery('get', '/api/v1/relationships/{relationship}/risks', { params });
  return (
    <Shown read={read}>
      {({ risks }) => {
        const kept = risks.filter(keep).toSorted(byExposure);
        return (
          <>
            <Matrix risks={kept.filter(({ situation }) => situation !== 'closed')} />
            <SimpleGrid cols={{ base: 1, md: 2, xl: 3 }} spacing="md" mt="md">
              {kept.map((risk) => (
                <RiskCard key={risk.id} risk={risk} />
              ))}
            </SimpleGrid>
          </>
        );
      }}
    </Shown>
  );
}

/** Closed ones last, the others by how much is exposed. */
function byExposure(a: Risk, b: Risk): number {
  const closed = Number(a.situation === 'closed') - Number(b.situation === 'closed');
  return closed === 0 ? (b.exposure ?? -1) - (a.exposure ?? -1) : closed;
}

function Matrix({ risks }: { readonly risks: readonly Risk[] }) {
  const { t } = useTranslation();
  const unjudged = risks.filter(({ exposure }) => exposure === null);
  return (
    <section>
      <Title order={2} size="h4" mb="xs">
        {t('registers.risks.matrix')}
      </Title>
      <Wide label={t('registers.risks.matrix')}>
        <Table withTableBorder withColumnBorders layout="fixed" miw={640}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('registers.risks.matrix-corner')}</Table.Th>
              {LEVELS.map((level) => (
                <Table.Th key={level} scope="col">
                  {t('registers.risks.impact', { level })}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {LEVELS.toReversed().map((likelihood) => (
              <Table.Tr key={likelihood}>
                <Table.Th scope="row" fw={500}>
                  {t('registers.risks.likelihood', { level: likelihood })}
                </Table.Th>
                {LEVELS.map((impact) => (
                  <Table.Td key={impact} fz="xs">
                    {risks
                      .filter((risk) => risk.likelihood === likelihood && risk.impact === impact)
                      .map(({ id, title }) => title ?? id)
                      .join('; ')}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Wide>
      {unjudged.length > 0 && (
        <Text size="sm">
          {t('registers.risks.not-judged')}: {unjudged.map(({ id, title }) => title ?? id).join('; ')}
        </Text>
      )}
    </section>
  );
}

/** What a card says already in words of its own. */
const SAID = new Set(['id', 'title', 'situation', 'assessments', 'entries']);

function RiskCard({ risk }: { readonly risk: Risk }) {
  const words = useWords();
  return (
    <Card>
      <Group justify="space-between" align="start" gap="xs" mb="xs">
        <Title order={3} size="h5">
          {risk.title ?? risk.id}
        </Title>
        <Badge variant="light">{words.choice(risk.situation)}</Badge>
      </Group>
      <FieldList fields={readableFields({ ...risk }, words, SAID)} isInline />
      <Text size="sm" mt="xs">
        <EntryLinks entries={risk.entries} />
      </Text>
    </Card>
  );
}
