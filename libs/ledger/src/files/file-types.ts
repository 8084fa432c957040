interface FileType {
  /** How its name ends, without the dot. */
  readonly extension: string;
  readonly beginsWith?: readonly number[];
}

/** Office files are archives. */
const ARCHIVE = [0x50, 0x4b, 0x03, 0x04];
const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** Media types that are taken: documents, pictures and tables, none of which a browser runs. */
const FILE_TYPES: Readonly<Record<string, FileType>> = {
  'application/pdf': { extension: 'pdf', beginsWith: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  'image/png': { extension: 'png', beginsWith: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  'image/jpeg': { extension: 'jpg', beginsWith: [0xff, 0xd8, 0xff] },
  'text/csv': { extension: 'csv' },
  'text/plain': { extension: 'txt' },
  [`${OFFICE}.wordprocessingml.document`]: { extension: 'docx', beginsWith: ARCHIVE },
  [`${OFFICE}.spreadsheetml.sheet`]: { extension: 'xlsx', beginsWith: ARCHIVE },
  [`${OFFICE}.presentationml.presentation`]: { extension: 'pptx', beginsWith: ARCHIVE },
};

export const FILE_MEDIA_TYPES: readonly string[] = Object.keys(FILE_TYPES);

export function extensionOf(type: string): string {
  return FILE_TYPES[type]?.extension ?? 'bin';
}

/** Whether the content begins as files of the type do; a text holds no zero byte. */
export function looksLike(type: string, content: Uint8Array): boolean {
  const known = FILE_TYPES[type];
  if (known === undefined) return false;
  const { beginsWith } = known;
  return beginsWith === undefined ? !content.includes(0) : beginsWith.every((byte, index) => content[index] === byte);
}
