import { Card, Group, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/session';
import { ButtonLink } from '../frame/links';

/** How a relationship begins. */
export function EmptyPortfolio() {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const [sample] = session?.demo === true ? session.relationships : [];
  return (
    <Card>
      <Title order={2} size="h4">
        {t('portfolio.empty-title')}
      </Title>
      <Text my="sm">{t('portfolio.empty')}</Text>
      {sample !== undefined && (
        <Group>
          <ButtonLink to="/r/$relationship" params={{ relationship: sample }}>
            {t('portfolio.empty-sample')}
          </ButtonLink>
        </Group>
      )}
    </Card>
  );
}
