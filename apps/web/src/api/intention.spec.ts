import { createIntention, newKey } from './intention';

describe('the key of an intention', () => {
  it('is the same for the same content until that is written', () => {
    const keyOf = createIntention();
    const first = keyOf({ answer: 'agreement' });
    expect(keyOf({ answer: 'agreement' })).toBe(first);
    keyOf.done();
    expect(keyOf({ answer: 'agreement' })).not.toBe(first);
  });

  it('is another for another content', () => {
    const keyOf = createIntention();
    expect(keyOf({ answer: 'agreement' })).not.toBe(keyOf({ answer: 'note' }));
  });

  it('is a random UUID', () => {
    expect(newKey()).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(newKey()).not.toBe(newKey());
  });
});
