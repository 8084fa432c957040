import { Ledger } from './entry/ledger.fixture';
import { gapsOf } from './gaps/gaps.queries';
import { opportunitiesOf } from './opportunities/opportunities.queries';
import { toRateOf } from './to-rate/to-rate.queries';
import { whatIfOf } from './what-if/what-if.queries';

const NOW = Date.parse('2026-02-01T12:00:00Z');

describe('what the numbers of a factor rest on', () => {
  it('is its events too, where nobody rated it', async () => {
    const ledger = new Ledger();
    const noted = { kind: 'note.logged', factor: 614, text: 'x' };
    const praise = ledger.agree({ ...noted, sign: '+', severity: 'critical' });
    const minor = ledger.logs('client', { ...noted, sign: '-', severity: 'minor' });
    const views = ledger.views();
    const of = <Row extends { readonly factor: number }>(rows: readonly Row[]) =>
      rows.find(({ factor }) => factor === 614);
    const expected = { entries: expect.arrayContaining([praise, minor]) };
    expect(of((await opportunitiesOf(views, 'road', {}, NOW)).opportunities)).toMatchObject({
      ...expected,
      status: 'events-only',
    });
    expect(of((await gapsOf(views, 'road', {}, NOW)).gaps)?.entries).toHaveLength(2);
    expect(of((await toRateOf(views, 'road', {}, NOW)).toRate)).toMatchObject(expected);
    expect(of((await whatIfOf(views, 'road', { weights: '614:50' }, NOW)).whatIf)).toMatchObject(expected);
  });
});
