import { Card, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { Shown } from '../frame/shown';
import { useView } from '../frame/use-view';
import { formatChange, formatScore } from '../texts/format';

/** How far the score rests on what was answered. */
export function SensitivityCard() {
  const { t } = useTranslation();
  const { params } = useView();
  const read = api.useQuery('get', '/api/v1/relationships/{relationship}/sensitivity', { params });
  return (
    <Card>
      <Title order={2} size="h5" mb="xs">
        {t('relationship.sensitivity')}
      </Title>
      <Shown read={read}>
        {({ ifAgreed, ifDisputed, agreedAlone }) => (
          <Stack gap={4}>
            {(
              [
                ['if-agreed', ifAgreed],
                ['if-disputed', ifDisputed],
                ['agreed-alone', agreedAlone],
              ] as const
            ).map(([name, { view, effect }]) => (
              <Group key={name} justify="space-between" wrap="nowrap" gap="xs" align="baseline">
                <Text size="sm" c="dimmed">
                  {t(`relationship.${name}`)}
                </Text>
                <Text fw={600} flex="none">
                  {formatScore(view)}
                  {effect !== null && ` (${formatChange(effect)})`}
                </Text>
              </Group>
            ))}
          </Stack>
        )}
      </Shown>
    </Card>
  );
}
