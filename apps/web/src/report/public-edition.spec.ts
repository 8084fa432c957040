import { less, publicAlone } from './public-edition';

const entry = (id: string, more: { tags?: string[]; status?: string | null; answers?: string } = {}) => ({
  id,
  tags: more.tags ?? [],
  status: more.status === undefined ? 'asserted' : more.status,
  answers: more.answers ?? null,
});

describe('the public edition', () => {
  it('leaves out what is marked, disputed, withdrawn or within reply time, and says how many', () => {
    const entries = [
      entry('plain'),
      entry('marked', { tags: ['late', 'Not-Public'] }),
      entry('disputed', { status: 'disputed' }),
      entry('void', { status: 'voided' }),
      entry('new'),
      entry('agreed', { status: 'agreed', tags: ['late'] }),
    ];
    const { listed, leftOut } = publicAlone(entries, new Set(['new']));
    expect(listed.map(({ id }) => id)).toEqual(['plain', 'agreed']);
    expect(leftOut).toEqual({ marked: 1, disputed: 1, withdrawn: 1, 'reply-time': 1 });
  });

  it('leaves out an answer with what it answers: it says what that was', () => {
    const entries = [
      entry('first', { status: 'disputed' }),
      entry('why-not', { status: null, answers: 'first' }),
      entry('yes', { status: null, answers: 'other' }),
    ];
    expect(publicAlone(entries, new Set()).listed.map(({ id }) => id)).toEqual(['yes']);
  });
});

it.each([
  ['151500.00', '500', '151000.00'],
  ['0', '0', '0'],
  ['1.5', '2.25', '-0.75'],
  ['90071992547409930.01', '0.02', '90071992547409929.99'],
])('%s less %s is exactly %s', (amount, part, rest) => {
  expect(less(amount, part)).toBe(rest);
});
