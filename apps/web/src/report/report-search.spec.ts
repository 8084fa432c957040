import { logStateOf, logStateText, reportSearchOf } from './report-search';
import { yearBefore } from '../clocks/clocks';

const ROOT = '3rLTe8gZJZfKoOtkTFdWfM93BX6sCNLPorLlfd/TWig=';

describe('the address of a report', () => {
  it('holds the day it is compared with, its edition and the log it was made from', () => {
    const search = { compare: '2025-03-31', edition: 'public', log: `634.${ROOT}` };
    expect(reportSearchOf({ ...search, asOf: '2026-03-31' })).toEqual(search);
    expect(logStateOf(search.log)).toEqual({ size: 634, root: ROOT });
  });

  it('takes a number of entries alone, also where the router made a number of it', () => {
    expect(reportSearchOf({ log: 634 })).toEqual({ log: '634' });
    expect(logStateText({ size: 634, root: null })).toBe('634');
  });

  it('leaves out what is no such thing', () => {
    expect(reportSearchOf({ compare: '2025-13-01', edition: 'secret', log: '<b>' })).toEqual({});
    expect(logStateOf(undefined)).toBeNull();
  });
});

it('a year before the 29th of February is the 28th', () => {
  expect([yearBefore('2026-11-27'), yearBefore('2024-02-29')]).toEqual(['2025-11-27', '2023-02-28']);
});
