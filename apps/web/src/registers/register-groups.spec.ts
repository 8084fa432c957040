import { REGISTERS } from '../../../../libs/ledger/src/register-names';
import { REGISTER_GROUPS } from './register-groups';

describe('the groups of registers', () => {
  it('hold every register once', () => {
    expect(Object.values(REGISTER_GROUPS).flat().sort()).toEqual(Object.keys(REGISTERS).sort());
  });
});
