import { Card, Group, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { speaksForParty, useSession } from '../api/session';
import { EntryLinks } from '../frame/entry-links';
import { ButtonLink } from '../frame/links';
import { usePartyName } from '../frame/use-party-name';
import { useView } from '../frame/use-view';
import { formatCount } from '../texts/format';

/** That the record rests on an import which not all accepted, and how one’s own side does. */
export function ImportCard({ rests }: { readonly rests: Schemas['RestsOnImportAnswer'] }) {
  const { t } = useTranslation();
  const { relationship } = useView();
  const { data: session } = useSession();
  const nameOf = usePartyName();
  const { imported, waitingFor, acceptedBy } = rests;
  const isAsked =
    session !== undefined && speaksForParty(session) && session.party !== null && waitingFor.includes(session.party);
  return (
    <Card>
      <Title order={2} size="h5" mb="xs">
        {t('relationship.import')}
      </Title>
      <Text size="sm">
        {t('relationship.rests-on-import', {
          count: formatCount(imported),
          parties: waitingFor.map((party) => nameOf(party) ?? party).join(', '),
        })}
      </Text>
      {acceptedBy.length > 0 && (
        <Text size="sm">
          {t('relationship.import-accepted')} <EntryLinks entries={acceptedBy.map(({ entry }) => entry)} />
        </Text>
      )}
      {isAsked && acceptedBy.length === 0 && (
        <Group mt="xs" className="not-printed">
          <ButtonLink
            to="/r/$relationship/log"
            params={{ relationship }}
            search={{ kind: 'import.accepted', data: { entries: String(imported) } }}
            variant="default"
          >
            {t('relationship.accept-import')}
          </ButtonLink>
        </Group>
      )}
    </Card>
  );
}
