import { FieldList } from './readable-value';
import { readableFields, type Row } from './readable';
import { useWords } from './use-words';

/** All that a row says. */
export function RowDetails({ row }: { readonly row: Row }) {
  return <FieldList fields={readableFields(row, useWords())} />;
}
