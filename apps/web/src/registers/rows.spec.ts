import { readable, type Words } from './readable';
import { columnsOf, registerOf, sorted, withWords } from './rows';

const WORDS: Words = {
  label: (field) => `<${field}>`,
  choice: (value) => (value === 'supply-chain' ? 'Supply chain' : value),
  party: (id) => (id === 'client' ? 'North Council' : null),
  yes: 'Yes',
  no: 'No',
  number: String,
  share: (value) => `${value * 100}%`,
};
const ANSWER = {
  relationship: 'north-road',
  asOf: '2026-03-31',
  knownAt: null,
  withoutProtocol: null,
  situation: 'agreed',
  unreviewed: [],
  trustIndicators: [
    { id: 'b', title: 'Candour', value: 9, path: [{ entry: 's-1' }], none: null, entries: ['s-1'] },
    { id: 'a', title: 'Promises kept', value: 10, amount: { amount: '5.00', currency: 'GBP' }, entries: [] },
    { id: 'a', title: 'Listening', value: null, entries: [] },
  ],
};

describe('the rows of a register', () => {
  const { rows, summary, further } = registerOf('trust-indicators', ANSWER);

  it('are told from what the register says of itself', () => {
    expect(rows.map(({ key }) => key)).toEqual(['b', 'no-2', 'no-3']);
    expect(summary).toEqual({ situation: 'agreed' });
    expect(further).toEqual({});
  });

  it('have the short fields that are filled as columns', () => {
    expect(columnsOf(rows)).toEqual(['title', 'value', 'amount']);
  });

  it('are sorted as numbers, those without one last', () => {
    const titles = (sort: string) => sorted(rows, sort).map(({ row }) => row['title']);
    expect(titles('value')).toEqual(['Candour', 'Promises kept', 'Listening']);
    expect(titles('-value')).toEqual(['Promises kept', 'Candour', 'Listening']);
  });

  it('are found by any of their words, in any order', () => {
    expect(withWords(rows, 'KEPT promises', WORDS).map(({ key }) => key)).toEqual(['no-2']);
    expect(withWords(rows, 's-1', WORDS).map(({ key }) => key)).toEqual(['b']);
    expect(withWords(rows, ' ', WORDS)).toHaveLength(3);
  });
});

describe('a value of a register', () => {
  it.each([
    ['category', 'supply-chain', { as: 'text', text: 'Supply chain' }],
    ['owner', 'client', { as: 'text', text: 'North Council' }],
    ['role', 'client', { as: 'text', text: 'client' }],
    ['due', '2026-03-31', { as: 'text', text: '31\u00a0Mar\u00a02026' }],
    ['version', '2020', { as: 'text', text: '2020' }],
    ['factor', 601, { as: 'text', text: '601' }],
    ['late', false, { as: 'text', text: 'No' }],
    ['value', { amount: '151500.00', currency: 'GBP' }, { as: 'figure', text: '£151,500' }],
    ['missed', 's-7', { as: 'entries', entries: ['s-7'] }],
    ['missed', '2026-03', { as: 'text', text: 'Mar\u00a02026' }],
    ['coaching', 'Pairs', { as: 'text', text: 'Pairs' }],
    ['coaching', ['s-7'], { as: 'entries', entries: ['s-7'] }],
    ['changes', ['people', 'market'], { as: 'text', text: 'people, market' }],
    ['reports', [{ says: null }], { as: 'none' }],
  ])('%s %j is read as %j', (field, value, expected) => {
    expect(readable(field, value, WORDS)).toEqual(expected);
  });

  it('has its currency in its amounts', () => {
    expect(readable('totals', { currency: 'GBP', amount: '5', agreed: '1' }, WORDS)).toEqual({
      as: 'fields',
      fields: [
        { label: '<amount>', value: { as: 'figure', text: '£5' } },
        { label: '<agreed>', value: { as: 'figure', text: '£1' } },
      ],
    });
  });
});
