import { catalogue, kindOf } from '../catalogue/catalogue';
import { Ledger } from '../entry/ledger.fixture';
import { SENTENCES, wordsIn } from './sentences';
import { storyOf, type Story, type StoryParameters } from './story.queries';

const NOW = Date.parse('2026-12-31T12:00:00Z');
const ASKED = { asOf: '2026-06-30' };

describe('the sentences of the story', () => {
  it('are there for every kind of entry that is no answer', () => {
    const kinds = catalogue.kinds.filter(({ answer }) => answer !== true).map(({ kind }) => kind);
    expect(Object.keys(SENTENCES).filter((name) => !name.includes(' '))).toEqual(expect.arrayContaining(kinds));
    expect(Object.keys(SENTENCES).filter((name) => kindOf(name.split(' ')[0] ?? '') === undefined)).toEqual([]);
  });

  it('are made of fields that the kind has, and of no prose but titles', () => {
    const wrong = Object.entries(SENTENCES).flatMap(([name, sentence]) => {
      const kind = kindOf(name.split(' ')[0] ?? '');
      return wordsIn(sentence)
        .filter((word) => !['by', 'factor', 'level'].includes(word))
        .filter((word) => {
          const type = kind?.fields.find((field) => field.name === word)?.type;
          // The party that joins or leaves is an id in a field of text.
          return type === undefined || (type === 'text' && !['title', 'party'].includes(word));
        })
        .map((word) => `${name}: ${word}`);
    });
    expect(wrong).toEqual([]);
  });

  it('say no word of blame', () => {
    const blame = /\b(breach|fault|fail|blame|guilt|violat|refus|neglect|wrong|bad|poor|late)/i;
    expect(Object.values(SENTENCES).filter((sentence) => blame.test(sentence))).toEqual([]);
  });
});

describe('the story', () => {
  let ledger: Ledger;

  beforeEach(() => {
    ledger = new Ledger();
    const board = { body: 'board', title: 'Joint board', terms: 'Prose of terms', meets: 'monthly' };
    ledger.at('2026-01-20T09:00:00Z').agree({ kind: 'governance.established', data: board });
  });

  const ask = (asked: StoryParameters = ASKED): Promise<Story> => storyOf(ledger.views(), 'road', asked, NOW);
  const sentences = async (asked: StoryParameters = ASKED): Promise<string[]> =>
    (await ask(asked)).story.map(({ sentence }) => sentence);
  const told = async (asked?: StoryParameters): Promise<string> => (await sentences(asked)).at(-1) ?? '';
  const raised = (title: string, effective = '2026-06-04'): string => {
    const data = { issue: 'iss-1', title, impact: 'high', owner: 'provider' };
    return ledger.at('2026-06-05T09:00:00Z').logs('client', { kind: 'issue.raised', effective, data });
  };

  it('tells in one sentence of what is the same in one month, with every entry behind it', async () => {
    const ids = ['2026-03-04', '2026-03-18', '2026-04-01'].map((effective) => {
      ledger.at(`${effective}T15:00:00Z`);
      const data = { body: 'board', quorate: true, attended: 'Jane Doe' };
      return ledger.agree({ kind: 'meeting.held', effective, data });
    });
    const { story, ...dates } = await ask();
    expect(story.slice(-2)).toEqual([
      {
        ...{ month: '2026-03', theme: 'governance', status: 'agreed', oneSided: false, entries: ids.slice(0, 2) },
        sentence: 'On 4 and 18 March, the joint body “Joint board” met.',
      },
      {
        ...{ month: '2026-04', theme: 'governance', status: 'agreed', oneSided: false, entries: ids.slice(2) },
        sentence: 'On 1 April, the joint body “Joint board” met.',
      },
    ]);
    expect(dates).toEqual({
      ...{ relationship: 'road', asOf: '2026-06-30', knownAt: null, from: '2025-07-01', leftOut: 0 },
    });
    expect((await sentences()).join(' ')).not.toMatch(/Prose|Jane/);
  });

  it('says whose word it is, and who has still to answer', async () => {
    const issue = raised('Diversion signs');
    const begin = 'On 4 June, Council raised the issue “Diversion signs”; said by Council';
    expect(await told()).toBe(`${begin}, not yet answered by Contractor.`);
    ledger.logs('provider', { kind: 'entry.noted', answers: issue });
    expect(await told()).toBe(`${begin}, noted by Contractor.`);
    ledger.logs('provider', { kind: 'entry.disputed', answers: issue, text: 'x' });
    expect(await told()).toBe(`${begin}, seen differently by Contractor.`);
    expect((await ask()).story.at(-1)).toMatchObject({ status: 'disputed', oneSided: true, entries: [issue] });
    ledger.logs('provider', { kind: 'entry.agreed', answers: issue });
    expect(await told()).toBe('On 4 June, Council raised the issue “Diversion signs”.');
    expect((await ask()).story.at(-1)).toMatchObject({ status: 'agreed', oneSided: false });
  });

  it('tells what needs all parties only once they agreed', async () => {
    ledger.at('2026-06-05T09:00:00Z');
    const data = { principle: 'openness', title: 'Openness' };
    const answers = ledger.logs('provider', { kind: 'principle.agreed', effective: '2026-06-05', data });
    expect(await told()).toBe(
      'On 5 June, Contractor put forward for all to agree: behavioural principle agreed, “Openness”; ' +
        'said by Contractor, not yet answered by Council.',
    );
    ledger.logs('client', { kind: 'entry.agreed', answers });
    expect(await told()).toBe('On 5 June, the parties agreed the principle “Openness”.');
  });

  it('blames nobody for what somebody saw', async () => {
    ledger.at('2026-06-05T09:00:00Z');
    ledger.agree({ kind: 'principle.agreed', data: { principle: 'openness', title: 'Openness' } });
    const data = { principle: 'openness', about: 'provider', exhibits: 'breaches', effect: 'x' };
    const seen = ledger.logs('client', { kind: 'behaviour.observed', effective: '2026-06-05', data });
    const begin = 'On 5 June, conduct of Contractor was seen as short of the principle “Openness”';
    expect(await told()).toBe(`${begin}; said by Council, not yet answered by Contractor.`);
    ledger.logs('provider', { kind: 'entry.agreed', answers: seen });
    ledger.logs('client', { kind: 'entry.remedied', answers: seen, data: { action: 'x' } });
    expect(await told()).toBe(`${begin}; put right since.`);
  });

  it('is told as both clocks show it', async () => {
    const issue = raised('Diversion signs');
    ledger.logs('provider', { kind: 'entry.agreed', answers: issue });
    const correction = { kind: 'entry.corrected', answers: issue, data: { title: 'Signs' }, text: 'x' };
    ledger.at('2026-06-20T09:00:00Z').logs('client', correction);
    expect(await told()).toContain('“Signs”; said by Council, not yet answered');
    expect(await told({ ...ASKED, knownAt: '2026-06-19' })).toBe(
      'On 4 June, Council raised the issue “Diversion signs”.',
    );
    expect((await sentences({ asOf: '2026-06-03' })).join(' ')).not.toContain('issue');
    ledger.logs('client', { kind: 'entry.voided', answers: issue, text: 'x' });
    expect((await sentences()).join(' ')).not.toContain('issue');
  });

  it('tells of as many months as asked for', async () => {
    raised('Diversion signs');
    expect(await ask({ ...ASKED, months: '1' })).toMatchObject({ from: '2026-06-01', story: [{ month: '2026-06' }] });
    expect(await ask({ ...ASKED, months: '120' })).toMatchObject({ from: '2016-07-01' });
    for (const months of ['0', '121', 'x', '-1']) {
      await expect(ask({ months })).rejects.toMatchObject({ code: 'invalid-parameter', field: 'months' });
    }
  });

  it('is as precise as dates are, and counts what is many', async () => {
    ledger.at('2026-06-29T09:00:00Z');
    for (const effective of ['2026-05', '2026-06-01', '2026-06-02', '2026-06-02', '2026-06-03', '2026-06-28']) {
      ledger.logs('third-party', { kind: 'note.logged', effective, text: 'x' });
    }
    const notes = (await sentences()).filter((sentence) => sentence.includes('note'));
    expect(notes).toEqual([
      'In May 2026, a third party logged a note; said by a third party.',
      'On 4 days from 1 to 28 June, a third party logged a note (5 entries); said by a third party.',
    ]);
  });

  it('names things by their ids where their titles are gone', async () => {
    raised('Diversion signs');
    const views = { ...ledger.views(), entries: () => Promise.resolve([]) };
    const { story } = await storyOf(views, 'road', ASKED, NOW);
    expect(story.at(-1)?.sentence).toBe(
      'On 4 June, client raised the issue “iss-1”; said by client, not yet answered by provider.',
    );
  });
});
