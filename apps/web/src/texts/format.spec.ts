import { formatDate } from './format';

it.each([
  ['2021-06-30T23:59:59.999Z', '30 Jun 2021'],
  ['2021-06-30T22:59:59.999Z', '30 Jun 2021'],
  ['2021-12-31T23:59:59.999Z', '31 Dec 2021'],
  ['2021-12-31T22:59:59.999Z', '31 Dec 2021, 22:59'],
  ['2021-06-30T12:00:00.000Z', '30 Jun 2021, 13:00'],
])('shows %s as %s: the end of a day is that day', (value, shown) => {
  expect(formatDate(value).replaceAll('\u00a0', ' ')).toBe(shown);
});
