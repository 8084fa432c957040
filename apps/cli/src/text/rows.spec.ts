import { rowsTable } from './rows';

const cellsOf = (row: Readonly<Record<string, unknown>>): string[] =>
  (
    rowsTable([{ id: 'x', ...row }])
      .split('\n')
      .at(-1) ?? ''
  )
    .split(/ {2,}/)
    .slice(1);

describe('a list in a cell', () => {
  it('says whom it waits for, also a party that joined, and nobody as nobody', () => {
    expect(cellsOf({ waitingFor: ['client', 'ferry-trust'] })).toEqual(['client, ferry-trust']);
    expect(cellsOf({ parties: ['client', 'provider', 'ferry-trust', 'port'] })).toEqual([
      'client, provider, ferry-trust, port',
    ]);
    expect(cellsOf({ waitingFor: [], title: 'Nobody' })).toEqual(['Nobody']);
  });

  it('says sums of money, one for each currency', () => {
    const worth = [
      { amount: '5000.50', currency: 'GBP' },
      { amount: '10', currency: 'EUR' },
    ];
    expect(cellsOf({ worth })).toEqual(['5000.50 GBP, 10 EUR']);
    expect(cellsOf({ amounts: worth.slice(0, 1) })).toEqual(['5000.50 GBP']);
    expect(cellsOf({ worth: [], title: 'Nothing' })).toEqual(['Nothing']);
  });

  it('counts everything else', () => {
    expect(cellsOf({ parties: [{ party: 'client' }, { party: 'provider' }], entries: ['e-1'] })).toEqual(['2', '1']);
  });
});
