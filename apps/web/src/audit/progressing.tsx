import { Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../texts/format';
import type { Told } from './verify-task';

/** How far it is. */
export function Progressing({ told: { phase, done, total } }: { readonly told: Told & { readonly is: 'progress' } }) {
  const { t } = useTranslation();
  const name = t(`audit.verify.phase.${phase}`);
  const sentence = t('audit.verify.progress', { phase: name, done: formatCount(done), total: formatCount(total) });
  return (
    <Stack gap={4} role="status">
      <Text size="sm">{total === 0 ? name : sentence}</Text>
      <Progress value={total === 0 ? 0 : (done / total) * 100} aria-label={name} />
    </Stack>
  );
}
