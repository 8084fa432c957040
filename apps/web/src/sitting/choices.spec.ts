import { answerOfKey, chosen, keptChoices, listedOf, needsText, withText, type Choice } from './choices';

const row = { entry: 'e-1', title: 'Behaviour observed', party: 'provider', by: 'client', sign: '-' };

const said = (choices: readonly Choice[]) => choices.map(({ party, answer }) => `${party}: ${answer}`);

describe('what is chosen in a sitting', () => {
  it('is one answer to each entry, taken back by the same key', () => {
    const agreed = chosen([], row, 'agreement');
    expect(said(agreed)).toEqual(['provider: agreement']);
    expect(said(chosen(agreed, row, 'dispute'))).toEqual(['provider: dispute']);
    expect(chosen(agreed, row, 'agreement')).toEqual([]);
  });

  it('has the party that logged it accept what was put right, and the other agree first', () => {
    const remedied = chosen(chosen([], row, 'note'), row, 'remedy');
    expect(said(remedied)).toEqual(['provider: agreement', 'client: remedy']);
    expect(said(chosen(remedied, row, 'remedy'))).toEqual(['provider: agreement']);
    expect(said(chosen(remedied, row, 'dispute'))).toEqual(['provider: dispute']);
  });

  it.each([{ sign: '+' }, { sign: null }, { by: 'third-party' }])('puts nothing right of %j', (other) => {
    expect(chosen([], { ...row, ...other }, 'remedy')).toEqual([]);
  });

  it('needs words for a dispute and a remedy, and sends them', () => {
    const [dispute] = chosen([], row, 'dispute') as [Choice];
    expect(needsText(dispute)).toBe(true);
    const [worded] = withText([dispute], dispute, ' It rained. ') as [Choice];
    expect(needsText(worded)).toBe(false);
    expect(listedOf(worded)).toEqual({ entryId: 'e-1', answer: 'dispute', text: 'It rained.' });
    expect(listedOf(chosen([], row, 'note')[0] as Choice)).toEqual({ entryId: 'e-1', answer: 'note' });
  });

  it('is kept while the page is away, and passes over what is no choice', () => {
    const choices = chosen([], row, 'agreement');
    expect(keptChoices(JSON.stringify([...choices, { party: 'client' }, 7]))).toEqual(choices);
    expect(keptChoices('{')).toEqual([]);
    expect(keptChoices('{}')).toEqual([]);
    expect(keptChoices(null)).toEqual([]);
  });

  it('has one key for each answer', () => {
    expect(['a', 'N', 'd', 'R', 'x', 'Enter'].map(answerOfKey)).toEqual([
      'agreement',
      'note',
      'dispute',
      'remedy',
      null,
      null,
    ]);
  });
});
