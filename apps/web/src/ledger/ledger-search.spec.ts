import { isFiltered, ledgerSearchOf } from './ledger-search';

describe('what the address of the ledger asks for', () => {
  it('is read back as it was written, numbers too', () => {
    const search = {
      kind: 'issue.raised',
      factor: '609',
      party: 'client',
      status: 'agreed',
      text: 'late',
      order: 'oldest',
    };
    expect(ledgerSearchOf(search)).toEqual(search);
    expect(ledgerSearchOf({ factor: 609, text: 2019 })).toEqual({ factor: '609', text: '2019' });
  });

  it.each([
    [{ kind: '<script>' }],
    [{ factor: 'all' }],
    [{ party: ['client'] }],
    [{ status: 'liked' }],
    [{ text: '   ' }],
    [{ order: 'random' }],
  ])('passes over what it cannot mean: %j', (search) => {
    expect(ledgerSearchOf(search)).toEqual({});
  });

  it('is filtered by conditions, not by its order', () => {
    expect(isFiltered({ order: 'oldest' })).toBe(false);
    expect(isFiltered({ text: 'late' })).toBe(true);
  });
});
