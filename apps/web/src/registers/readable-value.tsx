import './registers.css';
import { List, Stack, Text } from '@mantine/core';
import { EntryLinks } from '../frame/entry-links';
import type { Readable, ReadableField } from './readable';

/** A value of a register: a text, links to entries, or what it is made of. */
export function ReadableValue({ value }: { readonly value: Readable }) {
  switch (value.as) {
    case 'none':
      return '–';
    case 'text':
    case 'figure':
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
      <dl className="fields">
        {fields.map((field, index) => (
          <Pair key={index} {...field} isWhole={isLong(field)} />
        ))}
      </dl>
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

/** Letters of a value that has no room beside others. */
const MAX_BESIDE = 32;

const isLong = ({ value }: ReadableField): boolean =>
  value.as === 'list' || value.as === 'fields' || ('text' in value && value.text.length > MAX_BESIDE);

function Pair({ label, value, isWhole = false }: ReadableField & { readonly isWhole?: boolean }) {
  return (
    <div {...(isWhole && { className: 'long' })}>
      <Text component="dt" size="xs" c="dimmed">
        {label}
      </Text>
      <Text component="dd" size="sm" m={0} style={{ overflowWrap: 'anywhere' }}>
        <ReadableValue value={value} />
      </Text>
    </div>
  );
}
