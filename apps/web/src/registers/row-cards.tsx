import { Card, Group, Stack, Text } from '@mantine/core';
import { EntryLinks } from '../frame/entry-links';
import { entriesOf } from './entries-of';
import { readableIn } from './readable';
import { FieldList, ReadableValue } from './readable-value';
import type { RowsProps } from './register-rows';
import { titleOf } from './rows';
import { RowDetails } from './row-details';
import { RowOpener } from './row-opener';
import { useRegisterSearch } from './use-register-search';
import { useWords } from './use-words';

export function RowCards({ title, rows, columns }: RowsProps) {
  const words = useWords();
  const [{ open }, change] = useRegisterSearch();
  const [head, ...others] = columns;
  return (
    <Stack component="ul" gap="sm" m={0} p={0} aria-label={title} style={{ listStyle: 'none' }}>
      {rows.map(({ key, row }) => (
        <Card key={key} component="li">
          {head !== undefined && (
            <Text fw={600} mb={4}>
              <ReadableValue value={readableIn(row, head, words)} />
            </Text>
          )}
          {open === key ? (
            <RowDetails row={row} />
          ) : (
            <FieldList
              isInline
              fields={others
                .map((field) => ({ label: words.label(field), value: readableIn(row, field, words) }))
                .filter(({ value }) => value.as !== 'none')}
            />
          )}
          <Group justify="space-between" mt="xs" gap="xs">
            <Text size="sm">
              <EntryLinks entries={entriesOf(row)} max={2} />
            </Text>
            <RowOpener
              title={titleOf(row, columns, words)}
              isOpen={open === key}
              onTurn={() => change({ open: open === key ? undefined : key })}
            />
          </Group>
        </Card>
      ))}
    </Stack>
  );
}
