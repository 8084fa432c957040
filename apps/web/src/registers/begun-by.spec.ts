import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BEGUN_BY } from './begun-by';
import { isRegister } from './register-groups';

it('names for each register a kind of the catalogue that a person may log', () => {
  const path = join(__dirname, '../../../../libs/ledger/src/catalogue/catalogue.json');
  const { kinds } = JSON.parse(readFileSync(path, 'utf8')) as { kinds: { kind: string }[] };
  const known = new Set(kinds.map(({ kind }) => kind));
  for (const [register, kind] of Object.entries(BEGUN_BY)) {
    expect(isRegister(register)).toBe(true);
    expect(known).toContain(kind);
  }
});
