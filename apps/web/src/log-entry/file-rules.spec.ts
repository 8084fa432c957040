import { fileTypeOf, MAX_FILE_BYTES } from './file-rules';

describe('a file of evidence', () => {
  it.each([
    ['Minutes.PDF', 1, { type: 'application/pdf' }],
    ['a.b.jpeg', MAX_FILE_BYTES, { type: 'image/jpeg' }],
    ['page.html', 1, { fault: 'type' }],
    ['pdf', 1, { fault: 'type' }],
    ['a.pdf', 0, { fault: 'empty' }],
    ['a.pdf', MAX_FILE_BYTES + 1, { fault: 'size' }],
  ])('is looked at before it is sent: %s of %d bytes', (name, size, looked) => {
    expect(fileTypeOf({ name, size })).toEqual(looked);
  });
});
