import { Container, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useRouter } from '@tanstack/react-router';
import { ProblemNotice } from './problem-notice';

/** Where not even the frame of a page could be read. */
export function FailedPage({ error }: { readonly error: unknown }) {
  const { t } = useTranslation();
  const router = useRouter();
  return (
    <Container component="main" size="sm" py="xl">
      <Title order={1} size="h3" mb="md">
        {t('frame.product')}
      </Title>
      <ProblemNotice error={error} reset={() => void router.invalidate()} />
    </Container>
  );
}
