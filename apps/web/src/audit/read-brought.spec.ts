import { readBrought } from './read-brought';

describe('what one brings', () => {
  it('is read whole', async () => {
    expect((await readBrought('a.zip', new Blob(['bytes']))).toString()).toBe('bytes');
  });

  it('is refused in a sentence where a browser cannot read it', async () => {
    const folder = { arrayBuffer: () => Promise.reject(new Error('no such file')) };
    await expect(readBrought('folder', folder as unknown as Blob)).rejects.toThrow(
      'folder: it cannot be read (no such file): give the archive, or choose the folder',
    );
  });
});
