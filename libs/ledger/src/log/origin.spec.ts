import { isOriginOf, isSameLog, originOf, parseOrigin } from './origin';

const log = { name: 'ledger.example/relationships/other/log' };

describe('an origin', () => {
  it.each([1, 2, 9, 10, 100])('is read as it was written, in incarnation %d', (incarnation) => {
    const origin = originOf(log, 'north-road', incarnation);
    expect(parseOrigin(origin)).toEqual({ ...log, relationship: 'north-road', incarnation });
    expect(isOriginOf('north-road', origin)).toBe(true);
    expect(isOriginOf('other', origin)).toBe(false);
    expect(isSameLog(origin, originOf(log, 'north-road', incarnation + 1))).toBe(true);
    expect(isSameLog(origin, originOf({ name: 'other.example' }, 'north-road', incarnation))).toBe(false);
  });

  it.each(['x/relationships/road/log/1', 'x/relationships/road/log/02', 'x/relationships/road/log/', '/relationships/road/log', 'example.org/log'])('is not %s', (text) => {
    expect(parseOrigin(text)).toBeNull();
    expect(isOriginOf('road', text)).toBe(false);
    expect(isSameLog(text, text)).toBe(true);
    expect(isSameLog(text, originOf(log, 'road'))).toBe(false);
  }); // prettier-ignore
});
