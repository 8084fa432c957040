import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue } from '@app/ledger';
import { describeCommands } from './document-commands';
import { ledger, newDirectory, removeDirectories } from './e2e/cli';
import { quoted } from './readme-blocks';

const README = readFileSync(join(__dirname, '..', 'README.md'), 'utf8');

describe('what a document quotes', () => {
  it.each([
    ['one\ntwo', 'one\ntwo\n', true],
    ['one  \n…\nfour', 'one\ntwo\nthree\nfour  \n', true],
    ['one\n…', 'one\n', true],
    ['at … (a+b)', 'at 2026-11-22 (a+b)\n', true],
    ['one\ntwo', 'one\n\ntwo\n', false],
    ['one\n…\nfour', 'one\ntwo\n', false],
    ['at … (a+b)', 'at\n (a+b)\n', false],
    ['one', 'one\ntwo\n', false],
  ])('%j and %j agree: %s', (output, printed, agree) => {
    expect(quoted(output).test(printed)).toBe(agree);
  });
});

describe('the formats of the README', () => {
  afterAll(removeDirectories);

  it('shows a journal that can be imported', async () => {
    const journal = /```json\n([^]*?)```/.exec(README)?.[1] ?? '';
    const directory = newDirectory();
    writeFileSync(join(directory, 'journal.ndjson'), journal);
    const ran = await ledger(['import', join(directory, 'journal.ndjson'), '--data', join(directory, 'data')]);
    expect(ran).toMatchObject({ exitCode: 0, stderr: '' });
  });

  it('maps every category of a CSV journal as the catalogue does', () => {
    const rows = README.slice(README.indexOf('### CSV journals')).matchAll(/^\| (`[^|]*) \| (\d*)/gm);
    const shown = [...rows].flatMap(([, names = '', factor = '']) =>
      [...names.matchAll(/`([a-z]+)`/g)].map(([, name]) => [name, factor === '' ? null : Number(factor)]),
    );
    const { note: _note, ...categories } = catalogue.csvCategories;
    const mapped = Object.entries(categories).map(([name, category]) => [
      name,
      typeof category === 'object' ? (category?.factor ?? null) : category,
    ]);
    expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(mapped));
  });
});

describeCommands('README.md');
