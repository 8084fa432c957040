import { whySearchOf } from './why-search';

it.each([
  [{ factor: 609 }, { factor: 609 }],
  [
    { factor: '609', all: 'true' },
    { factor: 609, all: true },
  ],
  [{ factor: '6 or so' }, {}],
  [{ factor: -1, all: 'no' }, {}],
  [{}, {}],
])('reads %j of an address', (search, expected) => {
  expect(whySearchOf(search)).toEqual(expected);
});
