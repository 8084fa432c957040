import { useRef } from 'react';
import { Card, Group, SimpleGrid, Text, Title, UnstyledButton } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { TILES, type Tile } from './tiles';
import './log-entry.css';

/** The six tiles; the keys 1 to 6 choose them, and once one fills in a form, only where a tile has the focus. */
export function TileChoice({
  chosen,
  isSmall,
  onChoose,
}: {
  readonly chosen: Tile | undefined;
  readonly isSmall: boolean;
  readonly onChoose: (tile: Tile) => void;
}) {
  const { t } = useTranslation();
  const tiles = useRef<HTMLDivElement>(null);
  const chooseByKey = (tile: Tile): void => {
    if (!isSmall || tiles.current?.contains(document.activeElement) === true) onChoose(tile);
  };
  useHotkeys(TILES.map((tile, index) => [String(index + 1), () => chooseByKey(tile)]));
  return (
    <div ref={tiles}>
      <Title order={2} size="h5" mb="xs">
        {t('logEntry.what')}
      </Title>
      <SimpleGrid cols={{ base: 2, xs: 3 }} spacing="xs">
        {TILES.map((tile, index) => (
          <UnstyledButton
            key={tile}
            aria-pressed={tile === chosen}
            aria-keyshortcuts={String(index + 1)}
            onClick={() => onChoose(tile)}
          >
            <Card padding="xs" h="100%" className="log-tile" data-chosen={tile === chosen || undefined}>
              <Group gap="xs" wrap="nowrap" justify="space-between">
                <Text fw={600} size="sm">
                  {t(`logEntry.tiles.${tile}`)}
                </Text>
                <Text size="xs" c="dimmed" aria-hidden="true" visibleFrom="sm">
                  {index + 1}
                </Text>
              </Group>
              {!isSmall && (
                <Text size="xs" c="dimmed">
                  {t(`logEntry.tiles-help.${tile}`)}
                </Text>
              )}
            </Card>
          </UnstyledButton>
        ))}
      </SimpleGrid>
      <Text size="xs" c="dimmed" mt={4} visibleFrom="sm">
        {t('logEntry.keys')}
      </Text>
    </div>
  );
}
