import type { TFunction } from 'i18next';
import type { Schemas } from '../api/client';
import { radarOption } from './radar-option';

it('draws neither a level that nobody gave nor a score that is missing', () => {
  const factors = [
    { code: 601, score: 50, ratings: { client: { level: 0 } } },
    { code: 602, score: null, ratings: {} },
  ] as unknown as Schemas['FactorScoreAnswer'][];
  const colours = { text: '', faint: '', client: '', provider: '', joint: '', plus: '', minus: '' };
  const { series } = radarOption(factors, ((key: string) => key) as TFunction)(colours);
  const [{ data }] = series as [{ data: { value: unknown[] }[] }];
  expect(data.map(({ value }) => value)).toEqual([
    [0, '-'],
    ['-', '-'],
    [50, '-'],
  ]);
});
