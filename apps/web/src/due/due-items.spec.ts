import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aboutOf, dueLists, dutiesFirst, type DueItem } from './due-items';

const item = (title: string, due: string, given: Partial<DueItem> = {}): DueItem => ({
  ...{
    kind: 'meeting.missed',
    title,
    doneBy: 'meeting.held',
    data: {},
    due,
    until: `${due}T22:59:59.999Z`,
    overdue: false,
  },
  ...{ parties: ['client', 'provider'], entry: 's-1', missed: null },
  ...given,
});
const read = (path: string): unknown => JSON.parse(readFileSync(join(__dirname, path), 'utf8'));
const ITEMS = [
  item('later', '2026-12-10'),
  item('late', '2026-03-01', { overdue: true }),
  item('asked', '2020-02-01', { kind: null, parties: ['client'] }),
  item('own', '2026-12-04', { parties: ['provider'] }),
  item('too', '2026-12-10'),
];

describe('what is due', () => {
  const titles = (days: readonly { day: string; items: readonly DueItem[] }[]) =>
    days.map(({ day, items }) => [day, items.map(({ title }) => title)]);

  it('is told apart, by day', () => {
    const { overdue, coming, reminders } = dueLists(ITEMS, undefined);
    expect(titles(overdue)).toEqual([['2026-03-01', ['late']]]);
    expect(titles(coming)).toEqual([
      ['2026-12-04', ['own']],
      ['2026-12-10', ['later', 'too']],
    ]);
    expect(titles(reminders)).toEqual([['2020-02-01', ['asked']]]);
  });

  it('is in a short list what is overdue or due soonest, and what is only asked for last', () => {
    expect(dutiesFirst(ITEMS).map(({ title: name }) => name)).toEqual(['late', 'own', 'later', 'too', 'asked']);
  });

  it('is that of one party where one is asked for', () => {
    const { overdue, coming, reminders } = dueLists(ITEMS, 'provider');
    expect([overdue, coming, reminders].map((days) => days.length)).toEqual([1, 2, 0]);
  });

  it('has words for each kind that it is told by', () => {
    const toDo = (read('../texts/en/due.json') as { 'to-do': object })['to-do'];
    const { kinds } = read('../../../../libs/ledger/src/catalogue/catalogue.json') as { kinds: { kind: string }[] };
    const known = new Set(kinds.map(({ kind }) => kind));
    expect(Object.keys(toDo).length).toBeGreaterThan(10);
    for (const kind of Object.keys(toDo)) {
      expect(known).toContain(kind);
    }
  });

  it('brings what it is about to that form', () => {
    const data = { issue: 'iss-1', level: '2', due: '2026-04-02' } as unknown as DueItem['data'];
    expect(aboutOf({ data })).toEqual({ issue: 'iss-1' });
  });
});
