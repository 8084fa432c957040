import i18next from 'i18next';
import due from '../texts/en/due.json';
import frame from '../texts/en/frame.json';
import relationship from '../texts/en/relationship.json';
import report from '../texts/en/report.json';
import words from '../texts/en/words.json';
import type { Answers, Made } from './answers';
import { dueOf, leftOutOf, listsOf, movedOf } from './report-lists';
import { standOf } from './report-of';
import { changedOf, shownChange, yearEnds } from './report-numbers';
import { trailTable } from './report-tables';

const texts = i18next.createInstance();
void texts.init({
  lng: 'en',
  resources: { en: { translation: { due, frame, relationship, report, words } } },
  interpolation: { escapeValue: false },
  initAsync: false,
});
const { t } = texts;

const BOARD: Made = { compare: '2025-03-31', knownAt: '2026-03-31T12:00:00.000Z', isPublic: false };
const PUBLIC: Made = { ...BOARD, isPublic: true };

const moved = (entry: string, effect: number, effective = '2025-06-01') => ({
  ...{ entry, title: 'Note', party: 'client', effective, factor: 614, status: 'agreed', effect },
});
const entry = (
  id: string,
  status: string,
  tags: string[] = [],
  now: { text: string; tags: string[] } | null = null,
) => ({
  ...{ id, status, tags, answers: null, text: `Text of ${id}.`, now },
  ...{ kind: 'note.logged', effective: '2025-06-01', recorded: '2025-06-02T09:00:00.000Z', party: 'client' },
});
const entries = [
  entry('a', 'agreed'),
  entry('b', 'agreed', ['not-public']),
  entry('c', 'disputed'),
  entry('d', 'asserted'),
];
const answers = {
  entries: {
    top: [moved('a', 1.2), moved('b', -0.9), moved('old', 3, '2024-01-01'), moved('none', 0.01), moved('c', -0.5)],
    due: {
      to: '2026-06-29',
      notShown: 0,
      due: [{ entry: 'd', title: 'Review?', parties: ['client'], due: '2026-04-01' }],
    },
    byId: new Map(entries.map((one) => [one.id, one])),
    inReplyTime: new Set(['d']),
  },
} as unknown as Answers;

describe('what a report lists', () => {
  it('is what happened since the earlier day and can be seen in the score, with its text', () => {
    const shown = JSON.stringify(movedOf(listsOf(answers, BOARD), t));
    expect([...shown.matchAll(/Text of (\w+)/g)].map(([, id]) => id)).toEqual(['a', 'b', 'c']);
    expect(leftOutOf(listsOf(answers, BOARD), answers, false, t)).toEqual([]);
  });

  it('is for the public without what is marked, disputed or in reply time, and says how many', () => {
    const lists = listsOf(answers, PUBLIC);
    const shown = JSON.stringify([movedOf(lists, t), dueOf(lists, t)]);
    expect([...shown.matchAll(/Text of (\w+)/g)].map(([, id]) => id)).toEqual(['a']);
    expect(shown).not.toContain('Review?');
    expect(leftOutOf(lists, answers, true, t)[0]).toBe(
      'Of the 4 entries and matters that it would list, 3 are left out: marked as not for the public 1, disputed 1, within reply time 1, withdrawn 0.',
    );
  });

  it('is as it reads now: a mark or other words that a correction gave count, what they replaced is not printed', () => {
    const corrected = [
      entry('a', 'agreed', [], { text: 'Reworded.', tags: [] }),
      entry('b', 'agreed', ['not-public'], { text: 'Open now.', tags: [] }),
      entry('c', 'agreed', [], { text: 'Marked since.', tags: ['not-public'] }),
    ];
    const found = { ...answers.entries, byId: new Map(corrected.map((one) => [one.id, one])) };
    const lists = listsOf({ ...answers, entries: found } as unknown as Answers, PUBLIC);
    const trail = trailTable(corrected as unknown as Parameters<typeof trailTable>[0], PUBLIC, new Set(), t);
    for (const shown of [JSON.stringify(movedOf(lists, t)), JSON.stringify(trail)]) {
      expect(shown).toContain('Reworded.');
      expect(shown).toContain('Open now.');
      expect(shown).not.toMatch(/Text of|Marked since/);
    }
  });

  it('is nothing for who may not read entries, and says so', () => {
    const none = { ...answers, entries: null };
    expect([movedOf(listsOf(none, PUBLIC), t), dueOf(null, t)]).toEqual([[], []]);
    expect(leftOutOf(null, none, true, t)[1]).toBe('It lists no entries, so that none had to be left out.');
  });
});

it('counts a coarse date by the last day that it covers', () => {
  const compare = '2024-06-15';
  const top = [moved('month', 1, '2024-06'), moved('year', 1, '2024'), moved('before', 1, '2024-05')];
  const { entries: lists } = answers;
  const given = { entries: { ...lists, top } } as unknown as Answers;
  expect(listsOf(given, { ...BOARD, compare })?.top.map(({ entry: id }) => id)).toEqual(['month', 'year']);
});

it('says of a duty what is to be done, not what would be written once it was missed', () => {
  const item = { kind: 'meeting.missed', title: 'Planned joint meeting not held', due: '2026-04-01', parties: [] };
  const { due: answer } = (answers.entries ?? {}) as { due: object };
  const coming = { ...answers, entries: { ...answers.entries, due: { ...answer, due: [{ ...item, entry: 'd' }] } } };
  const shown = JSON.stringify(dueOf(listsOf(coming as unknown as Answers, BOARD), t));
  expect(shown).toContain('Hold the joint meeting');
  expect(shown).not.toContain('not held');
});

describe('where a report says that it stands', () => {
  const score = (given: object) => ({
    ...{ score: 58.2, view: 58.2, reason: null, heldBack: null, criticalOpen: [], coverage: 1, confidence: 1 },
    ...{ alignment: 90, level: 'Developing', low: 58.2, high: 58.2 },
    factors: [
      { code: 601, name: 'Leadership', status: 'bilateral' },
      { code: 602, name: 'Vision', status: 'missing' },
    ],
    ...given,
  });
  const sentencesOf = (given: object, view: number | null): string[] =>
    standOf(
      {
        score: score(given),
        sensitivity: { ifAgreed: { view }, ifDisputed: { view }, agreedAlone: { view } },
        readiness: { met: 0, readiness: [] },
        stages: { current: null, stages: [] },
      } as unknown as Answers,
      t,
    ).flatMap((block) => (block.is === 'text' ? [block.text] : []));

  it('names what holds it back and how many serious matters are open', () => {
    const given = { heldBack: { from: 'Collaborative', factors: [601] }, criticalOpen: ['s-1', 's-2'] };
    expect(sentencesOf(given, 60).slice(0, 3)).toEqual([
      'The score alone would give Collaborative.',
      'Held back by 601 Leadership.',
      '2 serious matters are open.',
    ]);
  });

  it('names what is missing where there is no score, and supposes no score then', () => {
    expect(sentencesOf({ score: null, view: null, reason: 'coverage', level: null }, null)).toEqual([
      'Too few factors have been rated.',
      'Missing or stale: 602 Vision.',
    ]);
  });
});

describe('the numbers of a report', () => {
  it('say that a difference is not split where a day has no score', () => {
    const difference = { from: { score: null }, to: { score: 60 }, change: null, factors: [] };
    expect(changedOf({ difference, score: { factors: [] } } as unknown as Answers, t)).toEqual([
      { is: 'text', text: 'On one of the two days there is no score, so that no difference is split.' },
    ]);
  });

  it('differ by what the rows show', () => {
    expect([shownChange(79.96, 80.24), shownChange(60.04, 59.96)].map((change) => change.toFixed(1))).toEqual([
      '0.2',
      '0.0',
    ]);
  });

  it('take the last point of each year', () => {
    const days = ['2019-03-31', '2019-12-31', '2020-01-31', '2020-02-29'].map((asOf) => ({ asOf }));
    expect(yearEnds(days).map(({ asOf }) => asOf)).toEqual(['2019-12-31', '2020-02-29']);
  });
});
