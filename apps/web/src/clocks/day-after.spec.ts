import { dayAfter } from './day-after';

it('counts days where the contract is', () => {
  expect(dayAfter(new Date('2026-06-30T23:30:00Z'))).toBe('2026-07-01');
  expect(dayAfter(new Date('2026-12-25T12:00:00Z'), 14)).toBe('2027-01-08');
});
