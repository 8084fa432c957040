import { List } from '@mantine/core';
import { EntryLinks } from '../frame/entry-links';
import { FieldList } from './field-list';
import type { Readable } from './readable';

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
