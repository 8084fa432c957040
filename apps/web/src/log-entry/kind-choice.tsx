import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { inWords, searchKinds, type Kind } from './kinds';
import type { KindOfTile, Tile } from './tiles';

/** The kinds of the tile, and a search over all there are. */
export function KindChoice({
  kinds,
  ofTile,
  tile,
  chosen,
  find,
  onFind,
  onChoose,
}: {
  readonly kinds: readonly Kind[];
  readonly ofTile: readonly KindOfTile[];
  readonly tile: Tile | undefined;
  readonly chosen: Kind | undefined;
  readonly find: string;
  readonly onFind: (find: string) => void;
  readonly onChoose: (kind: KindOfTile, isOfTile: boolean) => void;
}) {
  const { t } = useTranslation();
  const titleOf = useTitleOf(kinds);
  const shown = ofTile.filter(({ kind }) => kinds.some((each) => each.kind === kind));
  const found = searchKinds(kinds, find);
  const isElsewhere = chosen !== undefined && !shown.some(({ kind }) => kind === chosen.kind);
  return (
    <Stack gap="xs">
      {(shown.length > 0 || isElsewhere) && (
        <Title order={2} size="h5">
          {t('logEntry.which')}
        </Title>
      )}
      <Group gap={6}>
        {shown.map((each) => (
          <KindButton
            key={each.kind}
            isChosen={each.kind === chosen?.kind}
            title={titleOf(each, tile)}
            onChoose={() => onChoose(each, true)}
          />
        ))}
        {isElsewhere && <KindButton isChosen title={chosen.title} onChoose={() => onChoose(chosen, false)} />}
      </Group>
      <TextInput
        type="search"
        size="xs"
        maw={360}
        label={t('logEntry.find')}
        value={find}
        onChange={({ currentTarget }) => onFind(currentTarget.value)}
      />
      {find !== '' && found.length === 0 && (
        <Text size="sm" role="alert">
          {t('logEntry.found-none')}
        </Text>
      )}
      {found.length > 0 && (
        <Group gap={6} role="group" aria-label={t('logEntry.found')}>
          {found.map((kind) => (
            <KindButton
              key={kind.kind}
              isChosen={false}
              title={kind.title}
              family={inWords(kind.family)}
              onChoose={() => onChoose({ kind: kind.kind }, false)}
            />
          ))}
        </Group>
      )}
    </Stack>
  );
}

function KindButton({
  isChosen,
  title,
  family,
  onChoose,
}: {
  readonly isChosen: boolean;
  readonly title: string;
  readonly family?: string;
  readonly onChoose: () => void;
}) {
  return (
    <Button
      size="xs"
      h="auto"
      py={3}
      variant={isChosen ? 'filled' : 'default'}
      aria-pressed={isChosen}
      onClick={onChoose}
      styles={{ label: { whiteSpace: 'normal', textAlign: 'start', overflow: 'visible', lineHeight: 1.4 } }}
    >
      {title}
      {family !== undefined && ` · ${family}`}
    </Button>
  );
}

/** A kind that stands under two tiles is called by what it is under each. */
function useTitleOf(kinds: readonly Kind[]): (kind: KindOfTile, tile: Tile | undefined) => string {
  const { t } = useTranslation();
  return ({ kind }, tile) => {
    const sign = tile === 'went-well' ? '+' : tile === 'fell-short' ? '-' : null;
    if (sign !== null && (kind === 'note.logged' || kind === 'behaviour.observed'))
      return t(`logEntry.kind.${kind}${sign}`);
    return kinds.find((each) => each.kind === kind)?.title ?? kind;
  };
}
