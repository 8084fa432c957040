import { Card, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { speaksForParty, useSession } from '../api/session';
import { ButtonLink } from '../frame/links';
import { Shown } from '../frame/shown';
import { useView } from '../frame/use-view';

/** Where a finding stands, who answers it, and the way to do so. */
export function FindingCard({ finding }: { readonly finding: string }) {
  const { t } = useTranslation();
  const { relationship, params } = useView();
  const { data: session } = useSession();
  const read = api.useQuery('get', '/api/v1/relationships/{relationship}/findings', { params });
  return (
    <Card>
      <Title order={2} size="h4" mb={4}>
        {t('ledger.finding')}
      </Title>
      <Shown read={read}>
        {({ findings }) => {
          const situation = findings.find(({ id }) => id === finding)?.situation;
          if (situation === undefined) return null;
          return (
            <>
              <Text size="sm" mb="xs">
                {t(`ledger.finding-${situation}`)}
              </Text>
              {situation === 'open' && session !== undefined && speaksForParty(session) && (
                <ButtonLink
                  className="not-printed"
                  to="/r/$relationship/log"
                  params={{ relationship }}
                  search={{ kind: 'finding.answered', data: { finding } }}
                >
                  {t('ledger.finding-answer')}
                </ButtonLink>
              )}
            </>
          );
        }}
      </Shown>
    </Card>
  );
}
