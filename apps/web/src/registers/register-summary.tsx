import { Card } from '@mantine/core';
import { FieldList } from './readable-value';
import { readableFields, type Row } from './readable';
import { useWords } from './use-words';

/** What a register says of itself beside its rows, such as its next review. */
export function RegisterSummary({ summary }: { readonly summary: Row }) {
  const fields = readableFields(summary, useWords());
  if (fields.length === 0) return null;
  return (
    <Card mb="sm">
      <FieldList fields={fields} isInline />
    </Card>
  );
}
