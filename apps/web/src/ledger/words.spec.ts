import { wordsIn } from './words';

it.each([
  ['{"text":"Why","lower":"minor"}', { text: 'Why', lower: 'minor' }],
  ['{"text":1,"other":"x"}', { other: 'x' }],
  ['{', {}],
  ['null', {}],
  [null, {}],
])('reads what was kept as %s', (kept, expected) => {
  expect(wordsIn(kept)).toEqual(expected);
});
