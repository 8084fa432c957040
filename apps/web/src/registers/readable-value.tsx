import { Group, List, Stack, Text } from '@mantine/core';
import { EntryLinks } from '../frame/entry-links';
import type { Readable, ReadableField } from './readable';

/** A value of a register: a text, links to entries, or what it is made of. */
export function ReadableValue({ value }: { readonly value: Readable }) {
  switch (value.as) {
    case 'none':
      return '–';
    case 'text':
      return value.text;
    case 'entries':
      return <EntryLinks entries={value.entries} />;
    case 'list':
      return (
        <List size="sm" spacing="xs" withPadding={false}>
          {value.items.map((item, index) => (
            <List.Item key={index}>
              <ReadableValue value={item} />
            </List.Item>
          ))}
        </List>
      );
    case 'fields':
      return <FieldList fields={value.fields} isInline />;
  }
}

interface FieldListProps {
  readonly fields: readonly ReadableField[];
  /** Short ones stand beside each other. */
  readonly isInline?: boolean;
}

/** Fields with what they say. */
export function FieldList({ fields, isInline = false }: FieldListProps) {
  if (isInline) {
    return (
      <Group component="dl" gap="xs" m={0} align="baseline">
        {fields.map((field, index) => (
          <Pair key={index} {...field} />
        ))}
      </Group>
    );
  }
  return (
    <Stack component="dl" gap={6} m={0}>
      {fields.map((field, index) => (
        <Pair key={index} {...field} />
      ))}
    </Stack>
  );
}

function Pair({ label, value }: ReadableField) {
  return (
    <div>
      <Text component="dt" size="xs" c="dimmed">
        {label}
      </Text>
      <Text component="dd" size="sm" m={0} style={{ overflowWrap: 'anywhere' }}>
        <ReadableValue value={value} />
      </Text>
    </div>
  );
}
