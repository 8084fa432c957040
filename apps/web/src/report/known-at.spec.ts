import { knownBy } from './known-at';

it.each([
  [undefined, '2026-11-27T12:00:00.000Z'],
  ['2026-11-26', '2026-11-26'],
  ['2026-11-27', '2026-11-27T12:00:00.000Z'],
  ['2026-11-28', '2026-11-27T12:00:00.000Z'],
  ['2026-11-27T11:00:00Z', '2026-11-27T11:00:00Z'],
])('knows by %s what is known by %s', (knownAt, known) => {
  expect(knownBy(knownAt, '2026-11-27T12:00:00.000Z')).toBe(known);
});
