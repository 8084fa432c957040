import { auditStateOf } from './audit-state';

describe('the address of the desk', () => {
  it('says what is shown', () => {
    const state = { section: 'sample', seed: '20260331', size: 25, ledgerSize: 637, from: '2025-04-01' };
    expect(auditStateOf({ ...state, size: '25', seed: 20260331, ledgerSize: 637 })).toEqual(state);
    expect(auditStateOf({ checkpoint: 'ledger\n1\n', worst: 'missing', to: '2026-03-31' })).toEqual({
      checkpoint: 'ledger\n1\n',
      worst: 'missing',
      to: '2026-03-31',
    });
  });

  it('passes over what says nothing', () => {
    expect(auditStateOf({ section: 'none', seed: 'abc', size: -1, ledgerSize: 1.5, from: '2025-13-40', worst: 7 })).toEqual({}); // prettier-ignore
    // The browser has read it as a number, and lost digits of it.
    expect(auditStateOf({ seed: 1e21, checkpoint: 'x'.repeat(10_000) })).toEqual({});
  });
});
