import { Group, Stack, Text } from '@mantine/core';
import type { ReadableField } from './readable';
import { ReadableValue } from './readable-value';

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
