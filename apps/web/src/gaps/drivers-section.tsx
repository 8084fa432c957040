import { Card, SimpleGrid, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../api/client';
import { speaksForParty, useSession } from '../api/session';
import { EntryLinks } from '../frame/entry-links';
import { ButtonLink } from '../frame/links';
import { Shown } from '../frame/shown';
import { useView } from '../frame/use-view';
import { useWords } from '../registers/use-words';
import { formatNumber, formatScore } from '../texts/format';

/** How well the relationship serves what each side wants. */
export function DriversSection() {
  const { t } = useTranslation();
  const { params } = useView();
  const read = api.useQuery('get', '/api/v1/relationships/{relationship}/drivers', { params });
  return (
    <section>
      <Title order={2} size="h4" mt="xl" mb="xs">
        {t('gaps.drivers')}
      </Title>
      <Shown read={read}>
        {(answer) => (answer.drivers.length === 0 ? <NoDrivers /> : <Drivers answer={answer} />)}
      </Shown>
    </section>
  );
}

function Drivers({ answer: { alignment, meanGap, drivers } }: { readonly answer: Schemas['DriversAnswer'] }) {
  const { t } = useTranslation();
  const words = useWords();
  const nameOf = (party: string): string => words.party(party) ?? words.choice(party);
  return (
    <>
      <Text size="sm" mb="xs">
        {t('gaps.alignment-help')}.{' '}
        {alignment
          .map(({ of, alignment: score }) => t('gaps.alignment', { of: nameOf(of), alignment: formatScore(score) }))
          .join('; ')}
        {meanGap !== null && `. ${t('gaps.mean-gap', { gap: formatNumber(meanGap) })}`}
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 4 }} spacing="sm">
        {drivers.map(({ driver, weights, gap, entries }) => (
          <Card key={driver} padding="sm">
            <Title order={3} size="h6">
              {driver}
            </Title>
            {weights.map(({ of, weight, alignment: served }) => (
              <Text key={of} size="sm">
                {t('gaps.weights', {
                  of: nameOf(of),
                  weight: formatNumber(weight),
                  alignment: words.choice(served).toLowerCase(),
                })}
              </Text>
            ))}
            {gap !== null && <Text size="sm">{t('gaps.driver-gap', { gap: formatNumber(gap) })}</Text>}
            <Text size="xs">
              <EntryLinks entries={entries} max={2} />
            </Text>
          </Card>
        ))}
      </SimpleGrid>
    </>
  );
}

function NoDrivers() {
  const { t } = useTranslation();
  const { relationship } = useView();
  const { data: session } = useSession();
  return (
    <>
      <Text size="sm" mb="xs">
        {t('gaps.drivers-none')}
      </Text>
      {session !== undefined && speaksForParty(session) && (
        <ButtonLink
          to="/r/$relationship/log"
          params={{ relationship }}
          search={({ asOf, knownAt }) => ({ asOf, knownAt, kind: 'driver.weighted' })}
          variant="default"
          size="xs"
        >
          {t('gaps.weigh')}
        </ButtonLink>
      )}
    </>
  );
}
