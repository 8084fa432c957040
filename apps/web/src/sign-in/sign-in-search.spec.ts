import { signInSearchOf } from './sign-in-search';

describe('where one goes after signing in', () => {
  it.each(['/', '/r/north-road?asOf=2020-03-31'])('may be %s', (to) => {
    expect(signInSearchOf({ to })).toEqual({ to });
  });

  it.each(['//evil.example', '/\\evil.example', '\\\\evil.example', 'https://evil.example', 7, undefined])(
    'is never %s',
    (to) => {
      expect(signInSearchOf({ to })).toEqual({});
    },
  );
});
