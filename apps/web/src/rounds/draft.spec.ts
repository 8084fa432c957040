import { draftIn, draftPlace, EMPTY_DRAFT, handedIn, nextFactor, withRating, atLevel } from './draft';

const rated = withRating(EMPTY_DRAFT, 602, { level: 3, evidenced: true });

describe('a draft', () => {
  it('is read as it was kept', () => {
    expect(draftIn(JSON.stringify({ ...rated, reason: 'Later', more: true }))).toEqual({
      ratings: { 602: { level: 3, evidenced: true } },
      reason: 'Later',
      more: true,
    });
  });

  it.each([null, '', '{', '[]', '7', 'null', '{"ratings":{"602":{"level":5},"x":{"level":1},"603":null}}'])(
    'is an empty one where %p was kept',
    (kept) => expect(draftIn(kept)).toEqual(EMPTY_DRAFT),
  );

  it('is of one member in one round alone', () => {
    expect(draftPlace('north-road', 'round-a', 'm-1')).not.toBe(draftPlace('north-road', 'round-a', 'm-2'));
    expect(draftPlace('a/b', 'c', 'm')).not.toBe(draftPlace('a', 'b/c', 'm'));
  });

  it('loses what is left out', () => expect(withRating(rated, 602, null)).toEqual(EMPTY_DRAFT));
});

describe('what is handed in', () => {
  it('holds the factors of the round that are rated, and why others are not', () => {
    const draft = { ...withRating(rated, 699, { level: 1, evidenced: false }), reason: ' Not seen. ' };
    expect(handedIn(draft, [601, 602])).toEqual({
      ratings: [{ factor: 602, level: 3, evidenced: true }],
      reason: 'Not seen.',
    });
  });

  it('holds no reason where nothing is left out', () => {
    expect(handedIn({ ...rated, reason: 'Not seen.', more: true }, [602])).toEqual({
      ratings: [{ factor: 602, level: 3, evidenced: true }],
      more: true,
    });
  });
});

it('goes on to what is not rated, round the end, and to the next where all is', () => {
  expect(nextFactor(rated, [601, 602, 603], 601)).toBe(603);
  expect(nextFactor(rated, [601, 602, 603], 603)).toBe(601);
  expect(nextFactor(rated, [601, 602], 601)).toBe(602);
  expect(nextFactor(rated, [602], 602)).toBeUndefined();
});

it('takes no evidence over to a level that is chosen anew', () => {
  expect(atLevel(null, 3)).toEqual({ level: 3, evidenced: false });
  expect(atLevel({ level: 3, evidenced: true }, 4)).toEqual({ level: 4, evidenced: true });
});
