import { draftsIn, movedDraft, newDraft, type About, type Draft } from './draft';
import { keptDrafts, removeDraftsOf, storeOf, type Store } from './kept-drafts';

const TODAY = '2026-03-31';
const ESCALATION: About = { kind: 'issue.escalated', data: { issue: 'i-1', level: '2' } };
const draft = (about: About, changes: Partial<Draft> = {}): Draft => ({ ...newDraft(about, TODAY, {}), ...changes });

function memory(): Store {
  const kept = new Map<string, string>();
  return {
    names: () => [...kept.keys()],
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
  };
}

describe('drafts', () => {
  it('come back for what they were begun for, and for nothing else', () => {
    const drafts = keptDrafts('north-road', 'm-1', memory());
    const typed = draft(ESCALATION, { text: 'They did not settle it.' });
    drafts.keep(typed);
    drafts.keep(draft({ kind: 'note.logged' }));
    expect(drafts.of({ ...ESCALATION, data: { level: '2', issue: 'i-1' } })).toEqual(typed);
    expect(drafts.of({ ...ESCALATION, data: { issue: 'i-2', level: '2' } })).toBeUndefined();
    expect(drafts.of({ ...ESCALATION, answers: 'e-1' })).toBeUndefined();
    expect(drafts.of({ kind: ESCALATION.kind })).toBeUndefined();
    drafts.forget(ESCALATION);
    expect(drafts.all().map(({ kind }) => kind)).toEqual(['note.logged']);
  });

  it('are those of one member, and go when that member signs out', () => {
    const store = memory();
    for (const member of ['m-1', 'a/m-1', 'm-11'])
      for (const relationship of ['north-road', 'south:road']) {
        keptDrafts(relationship, member, store).keep(draft({ kind: 'note.logged', answers: member }));
      }
    store.setItem('round-draft/north-road/round-1/m-1', '{}');
    store.setItem('mantine-color-scheme/m-1', 'dark');
    expect(keptDrafts('north-road', 'm-1', store).all()).toHaveLength(1);
    removeDraftsOf('m-1', [store]);
    expect(store.names()).toEqual([
      ...['draft/north-road/a%2Fm-1', 'draft/south%3Aroad/a%2Fm-1', 'draft/north-road/m-11', 'draft/south%3Aroad/m-11'],
      'mantine-color-scheme/m-1',
    ]);
  });

  it('last as long as the page where the browser keeps nothing', () => {
    const store = storeOf(() => {
      throw new Error('the user forbids it');
    });
    const drafts = keptDrafts('north-road', 'm-1', store);
    expect(drafts.all()).toEqual([]);
    drafts.keep(draft(ESCALATION, { text: 'half a sen' }));
    expect(keptDrafts('north-road', 'm-1', store).of(ESCALATION)?.text).toBe('half a sen');
    removeDraftsOf('m-1', [store]);
    expect(drafts.all()).toEqual([]);
  });

  it('are read as they were kept, and nothing else is', () => {
    const kept = draft(ESCALATION, { sent: { key: 'k', body: { kind: ESCALATION.kind } } });
    expect(draftsIn(JSON.stringify([kept]))).toEqual([kept]);
    expect([draftsIn('{'), draftsIn('null'), draftsIn('{}')]).toEqual([[], [], []]);
    expect(
      draftsIn(
        JSON.stringify([
          { ...kept, data: null },
          { ...kept, kind: 'other' },
          { ...kept, sent: {} },
        ]),
      ),
    ).toEqual([]);
  });

  it('go along to another kind with what they say', () => {
    const sent = { key: 'k', body: { kind: 'note.logged' } };
    const about = { kind: 'behaviour.observed' };
    const moved = movedDraft(draft({ kind: 'note.logged' }, { text: 'x', sent }), about, { data: { exhibits: 'y' } });
    expect(moved).toMatchObject({ ...about, about, text: 'x', data: { exhibits: 'y' }, sent: null });
  });
});
