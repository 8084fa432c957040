import { Card, Group, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/session';
import { ButtonLink } from '../frame/links';

/** How a relationship begins. */
export function EmptyPortfolio() {
  const { t } = useTranslation();
  const { data: session } = useSession();
  return (
    <Card>
      <Title order={2} size="h4">
        {t('portfolio.empty-title')}
      </Title>
      <Text my="sm">{t('portfolio.empty')}</Text>
      {session?.demo === true && (
        <Group>
          <ButtonLink to="/sign-in">{t('portfolio.empty-sample')}</ButtonLink>
        </Group>
      )}
    </Card>
  );
}
