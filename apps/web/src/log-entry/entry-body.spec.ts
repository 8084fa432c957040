import { newDraft, type Draft } from './draft';
import { bodyOf, daysLate, faultsOf, isUndiscussedMinus, todayIn } from './entry-body';
import { askedFields, choiceLabel, isByForm, searchKinds, type Field, type Kind } from './kinds';
import { logSearchOf } from './log-search';
import { thingsOf } from '../frame/things';

const TODAY = '2026-03-31';

function kind(name: string, fields: readonly Field[], rules: Partial<Kind> = {}): Kind {
  return {
    ...{ kind: name, family: name.split('.')[0] ?? '', title: name, factor: null, sign: '0', severity: null },
    ...{ noFault: false, needsAll: false, answer: false, byPerson: true, rating: false, factorChoice: null },
    ...{ signChoice: false, correctable: [], fields: [...fields], ...rules },
  };
}

const field = (name: string, type: string, more: Partial<Field> = {}): Field => ({ name, label: name, type, ...more });

const BENEFIT = kind('benefit.realised', [
  field('benefit', 'id', { required: true }),
  field('amount', 'money'),
  field('share', 'number'),
  field('from', 'date', { required: true }),
  field('change', 'choice', { of: ['people', 'market'], many: true }),
  field('size', 'choice', { of: ['low', 'high'] }),
  field('recurring', 'boolean'),
  field('factors', 'factors'),
  field('idea', 'id', { made: true }),
]);
const NOTE = kind('note.logged', [], { signChoice: true, factorChoice: [], severity: 'moderate' });
const BEHAVIOUR = kind(
  'behaviour.observed',
  [field('about', 'party'), field('exhibits', 'choice', { of: ['exhibits', 'breaches'] }), field('discussed', 'date')],
  { sign: '+', severity: 'moderate' },
);

const draft = (of: Kind, changes: Partial<Draft> = {}): Draft => ({
  ...newDraft({ kind: of.kind }, TODAY, {}),
  ...changes,
});

describe('what is sent of a draft', () => {
  it('is what the kind takes, each field in its type', () => {
    const data = { benefit: 'b-1', amount: '£1,250.50', share: '12.5', from: TODAY, change: ['people'], size: 'high' };
    const more = { recurring: 'false', factors: ['601'], idea: 'idea-1', 'amount.currency': 'EUR' };
    expect(bodyOf(BENEFIT, draft(BENEFIT, { text: ' x ', data: { ...data, ...more } }), undefined)).toEqual({
      kind: 'benefit.realised',
      effective: TODAY,
      text: 'x',
      data: {
        ...{ benefit: 'b-1', amount: { amount: '1250.50', currency: 'EUR' }, share: 12.5, from: TODAY },
        ...{ change: ['people'], size: 'high', recurring: false, factors: [601] },
      },
    });
  });

  it('holds neither what is empty nor what another kind asked for', () => {
    const left = { data: { size: 'sideways', other: 'x', share: '' }, sign: '+', severity: 'major', factor: '601' };
    expect(bodyOf(BENEFIT, draft(BENEFIT, left), undefined)).toEqual({ kind: 'benefit.realised', effective: TODAY });
    expect(bodyOf(NOTE, draft(NOTE, { ...left, text: 'x' }), undefined)).toMatchObject({
      ...{ sign: '+', severity: 'major', factor: 601 },
    });
    const neither = bodyOf(NOTE, draft(NOTE, { ...left, sign: '0' }), undefined);
    expect(neither.severity).toBeUndefined();
  });

  it('has no date where it answers an entry', () => {
    const answer = kind('evidence.added', [], { answer: true });
    const evidence = [
      { title: 'Minutes', url: ' https://example.org/m ' },
      { title: 'Nothing', url: '' },
    ];
    expect(bodyOf(answer, draft(answer, { evidence }), 'e-1')).toEqual({
      ...{ kind: 'evidence.added', answers: 'e-1' },
      evidence: [{ title: 'Minutes', url: 'https://example.org/m' }],
    });
  });

  it('is refused here where something is missing or no number', () => {
    const data = { amount: 'a lot', share: 'half' };
    expect(faultsOf(BENEFIT, draft(BENEFIT, { effective: '', data }))).toEqual({
      ...{ effective: 'missing', 'data.benefit': 'missing', 'data.from': 'missing' },
      ...{ 'data.amount': 'money', 'data.share': 'number' },
    });
    const typed = (amount: string, share: string) => faultsOf(BENEFIT, draft(BENEFIT, { data: { amount, share } }));
    for (const amount of ['12,50', '1,2345.00', ',5', '1,250,00', '1e3', '0x10'])
      expect(typed(amount, amount)).toMatchObject({ 'data.amount': 'money', 'data.share': 'number' });
    for (const amount of ['1,250.50', '£1,000,000', '-12.5', '1 250', '7'])
      expect(Object.values(typed(amount, '1,250.5'))).not.toContain('money');
    expect(faultsOf(NOTE, draft(NOTE))).toEqual({ text: 'missing' });
    expect(faultsOf(NOTE, draft(NOTE, { text: 'x' }))).toEqual({});
  });

  it('is an address of evidence where no browser may go', () => {
    const urls = ['https://example.org/minutes', '', 'javascript:alert(1)', 'minutes.pdf'];
    const evidence = urls.map((url) => ({ title: 'Minutes', url }));
    expect(faultsOf(NOTE, draft(NOTE, { text: 'x', evidence }))).toEqual({
      ...{ 'evidence[2].url': 'address', 'evidence[3].url': 'address' },
    });
  });
});

describe('an instant', () => {
  const PAID = kind('payment.made', [field('at', 'instant')]);
  const sent = (at: string) => bodyOf(PAID, draft(PAID, { data: { at } }), undefined).data;

  it('is meant where the relationship is, in summer and in winter', () => {
    expect(sent('2026-01-15T10:30')).toEqual({ at: '2026-01-15T10:30:00.000Z' });
    expect(sent('2026-07-15T10:30')).toEqual({ at: '2026-07-15T09:30:00.000Z' });
    // The hours around the change.
    expect(sent('2026-03-29T00:30')).toEqual({ at: '2026-03-29T00:30:00.000Z' });
    expect(sent('2026-03-29T02:30')).toEqual({ at: '2026-03-29T01:30:00.000Z' });
  });

  it('is asked for anew where it is none', () => {
    expect(faultsOf(PAID, draft(PAID, { data: { at: 'soon' } }))).toEqual({ 'data.at': 'instant' });
    expect(sent('soon')).toBeUndefined();
  });
});

describe('a minus about the other side', () => {
  it('is held until somebody says that it was talked about', () => {
    const breach = { about: 'provider', exhibits: 'breaches' };
    const asks = (data: Record<string, string>): boolean =>
      isUndiscussedMinus(BEHAVIOUR, draft(BEHAVIOUR, { data }), 'client');
    expect(asks(breach)).toBe(true);
    expect(asks({ ...breach, discussed: TODAY })).toBe(false);
    expect(asks({ ...breach, about: 'client' })).toBe(false);
    expect(asks({ ...breach, exhibits: 'exhibits' })).toBe(false);
    expect(isUndiscussedMinus(NOTE, draft(NOTE, { sign: '-' }), 'client')).toBe(true);
    expect(isUndiscussedMinus(NOTE, draft(NOTE, { sign: '0' }), 'client')).toBe(false);
  });
});

describe('logging late', () => {
  it.each([
    ['2026-03-31', 0],
    ['2026-03-30', 1],
    ['2026-04-01', 0],
    ['2026-03', 0],
    ['2026-02', 31],
    ['2025', 90],
    ['', 0],
  ])('counts the days since the end of %s', (effective, days) => {
    expect(daysLate(effective, TODAY)).toBe(days);
  });

  it('takes today where the user is', () => {
    expect(todayIn(new Date(2026, 2, 5, 23, 59))).toBe('2026-03-05');
  });
});

describe('kinds', () => {
  it('are found by words of title and family', () => {
    const kinds = [
      kind('risk.closed', [], { title: 'Risk closed' }),
      kind('issue.raised', [], { family: 'issues', title: 'Issue raised' }),
      kind('risk.raised', [], { title: 'Raised a risk' }),
    ];
    expect(searchKinds(kinds, ' raised ').map((each) => each.kind)).toEqual(['risk.raised', 'issue.raised']);
    expect(searchKinds(kinds, 'issues').map((each) => each.kind)).toEqual(['issue.raised']);
    expect(searchKinds(kinds, '')).toEqual([]);
  });

  it('are left out where no form asks for them', () => {
    expect(isByForm(NOTE, undefined)).toBe(true);
    expect(isByForm(NOTE, 'e-1')).toBe(false);
    expect(isByForm(kind('x.y', [field('z', 'ratings')]), undefined)).toBe(false);
    expect(isByForm(kind('import.accepted', [field('sha256', 'hash')]), undefined)).toBe(true);
    expect(isByForm(kind('rating.committed', [field('hash', 'hash')]), undefined)).toBe(false);
    expect(isByForm(kind('x.y', [], { byPerson: false }), undefined)).toBe(false);
  });

  it('ask first for what they need, and never for what the ledger makes', () => {
    const { required, optional } = askedFields(BENEFIT);
    expect(required.map(({ name }) => name)).toEqual(['benefit', 'from']);
    expect(optional.map(({ name }) => name)).not.toContain('idea');
  });

  it('name their choices', () => {
    expect(choiceLabel(field('x', 'choice', { of: ['a', 'b'], labels: ['One', 'Two'] }), 'b')).toBe('Two');
    expect(choiceLabel(field('x', 'choice', { of: ['quality-or-service'] }), 'quality-or-service')).toBe(
      'Quality or service',
    );
  });

  it('can name what was begun, the newest first', () => {
    const begun = (data: object, status = 'asserted') => ({ data: { ...data }, text: null, status });
    expect(
      thingsOf('issue', [
        begun({ issue: 'i-1', title: 'Keys' }),
        begun({ issue: 'i-2', title: 'Void' }, 'voided'),
        begun({ issue: 'i-3' }),
        begun({ other: 'x' }),
      ]),
    ).toEqual([
      { value: 'i-3', label: 'i-3' },
      { value: 'i-1', label: 'Keys' },
    ]);
  });
});

describe('the address of what is logged', () => {
  it('says tile, kind, and what is known already', () => {
    const search = { tile: 'worry', kind: 'issue.escalated', data: { issue: 'i-1', level: 2, no: {} }, x: 1 };
    expect(logSearchOf(search)).toEqual({
      ...{ tile: 'worry', kind: 'issue.escalated', data: { issue: 'i-1', level: '2' } },
    });
    expect(logSearchOf({ tile: 'x', kind: ['a'], data: 'x', find: '' })).toEqual({});
  });
});
