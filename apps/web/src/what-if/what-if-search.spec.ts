import { isEmpty, searchOf, suppositionIn, whatIfSearchOf, withLevel, withWeight, weightTyped } from './what-if-search';

const search = {
  ratings: 'client:603:3,provider:603:4:unevidenced',
  weights: '603:50,612:12.5',
  events: 'client:614:minus:major,provider:609:plus:minor:agreed',
};

it('reads what is supposed from the address, and writes it back as it was', () => {
  expect(searchOf(suppositionIn(search))).toEqual(search);
});

it('leaves out what the API would not take', () => {
  expect(
    whatIfSearchOf({
      ratings: 'client:603:5,client:603,joint:604:2',
      weights: '603:0,603:x,:4',
      events: 'client:614:0:major,client:614:minus:huge,client:614:minus:major:maybe',
      other: 'no',
    }),
  ).toEqual({ ratings: 'joint:604:2' });
  expect(whatIfSearchOf({ ratings: 603, weights: null })).toEqual({});
});

it('has one level of a party for a factor, and one weight', () => {
  const once = withLevel(suppositionIn(search), 'client', 603, 0);
  expect(searchOf(once).ratings).toBe('provider:603:4:unevidenced,client:603:0');
  expect(searchOf(withLevel(once, 'client', 603, null)).ratings).toBe('provider:603:4:unevidenced');
  expect(searchOf(withWeight(once, 603, 75)).weights).toBe('612:12.5,603:75');
  expect(searchOf(withWeight(once, 603, null)).weights).toBe('612:12.5');
});

it('knows when nothing is supposed', () => {
  expect(isEmpty(suppositionIn({}))).toBe(true);
  expect(isEmpty(suppositionIn({ weights: '603:50' }))).toBe(false);
});

it.each([
  ['-5', 1],
  ['80', 80],
  ['2000000', 1_000_000],
  ['', null],
  ['much', null],
])('takes a weight that was typed as %p as %p', (text, weight) => {
  expect(weightTyped(text)).toBe(weight);
});
