/** Bytes of a file; the API takes no larger one. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;

const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** Media types that the API takes, by how the names of files end: not every system says of which type a file is. */
const TYPES: Readonly<Record<string, string>> = {
  ...{ pdf: 'application/pdf', png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg' },
  ...{ csv: 'text/csv', txt: 'text/plain' },
  docx: `${OFFICE}.wordprocessingml.document`,
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
  pptx: `${OFFICE}.presentationml.presentation`,
};

/** What a file chooser offers. */
export const ACCEPTED = Object.keys(TYPES)
  .map((extension) => `.${extension}`)
  .join(',');

export type FileFault = 'type' | 'size' | 'empty';

/** The media type under which a file is sent, or why it is not taken. */
export function fileTypeOf({
  name,
  size,
}: {
  readonly name: string;
  readonly size: number;
}): { readonly type: string } | { readonly fault: FileFault } {
  const type = TYPES[name.split('.').at(-1)?.toLowerCase() ?? ''];
  if (type === undefined || !name.includes('.')) return { fault: 'type' };
  if (size === 0) return { fault: 'empty' };
  return size > MAX_FILE_BYTES ? { fault: 'size' } : { type };
}
