import { Anchor, Container, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from '@tanstack/react-router';

export function MissingPage() {
  const { t } = useTranslation();
  return (
    <Container component="main" size="sm" py="xl">
      <Title order={1}>{t('problems.not-found-title')}</Title>
      <Text my="md">{t('problems.not-found')}</Text>
      <Anchor component={Link} to="/">
        {t('problems.to-start')}
      </Anchor>
    </Container>
  );
}
