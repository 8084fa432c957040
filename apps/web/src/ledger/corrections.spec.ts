import type { LedgerEntry } from './answering';
import { askedFields, changesOf, correctedBy, type Kind } from './corrections';

const entry = {
  kind: 'benefit.realised',
  effective: '2019-06',
  factor: 610,
  sign: '+',
  severity: 'major',
  level: null,
  text: 'Fewer visits.',
  data: { amount: { amount: '100.00', currency: 'EUR' }, benefit: 'b-1', measured: 'Visits' },
} as unknown as LedgerEntry;

const kind = {
  kind: 'benefit.realised',
  correctable: ['effective', 'factor', 'sign', 'severity', 'level', 'evidenced', 'text', 'tags', 'evidence'],
  fields: [
    { name: 'benefit', label: 'Benefit', type: 'id', required: true },
    { name: 'amount', label: 'Amount', type: 'money' },
    { name: 'measured', label: 'What was measured', type: 'text' },
    { name: 'share', label: 'Share', type: 'number' },
    { name: 'who', label: 'Who', type: 'party', many: true },
  ],
} as unknown as Kind;

describe('an entry and its corrections', () => {
  it('reads as the last correction left it, with what each changed', () => {
    const { entry: now, changes } = correctedBy(
      entry,
      [{ data: { severity: 'minor', measured: null } }, { data: { severity: 'moderate', share: 4 } }],
      kind,
    );
    expect(now).toMatchObject({ severity: 'moderate', data: { benefit: 'b-1', share: 4 } });
    expect(now.data).not.toHaveProperty('measured');
    expect(changes).toEqual([
      [
        { name: 'severity', own: true, before: 'major', after: 'minor' },
        { name: 'measured', own: false, before: 'Visits', after: null },
      ],
      [
        { name: 'severity', own: true, before: 'minor', after: 'moderate' },
        { name: 'share', own: false, before: null, after: 4 },
      ],
    ]);
    expect(entry).toMatchObject({ severity: 'major', data: { measured: 'Visits' } });
  });

  it('takes a field of the kind for what it is, whatever the entry has of that name', () => {
    const fields = [{ name: 'level', label: 'Level', type: 'choice' }];
    const levelled: Kind = { ...kind, fields, correctable: kind.correctable.filter((name) => name !== 'level') };
    expect(correctedBy(entry, [{ data: { level: 'team' } }], levelled).entry).toMatchObject({
      level: null,
      data: { level: 'team' },
    });
  });
});

describe('the form of a correction', () => {
  const asked = askedFields(entry, kind);

  it('asks for what can be changed, not for what the entry is about nor for lists', () => {
    expect(asked.map(({ name }) => name)).toEqual([
      'text',
      'effective',
      'sign',
      'severity',
      'factor',
      'amount',
      'measured',
      'share',
    ]);
    expect(askedFields({ ...entry, level: 3 }, { ...kind, fields: [] }).map(({ name }) => name)).toEqual([
      'text',
      'effective',
      'level',
    ]);
    expect(askedFields(entry, undefined)).toEqual([]);
  });

  it('sends what was changed, and nothing else', () => {
    expect(changesOf(entry, asked, {})).toEqual({});
    expect(
      changesOf(entry, asked, { text: 'Fewer visits.', amount: '120.50', share: '0.4', measured: '', factor: '611' }),
    ).toEqual({
      amount: { amount: '120.50', currency: 'EUR' },
      share: 0.4,
      measured: null,
      factor: 611,
    });
    expect(changesOf(entry, asked, { share: 'four' })).toEqual({ share: 'four' });
  });

  it('leaves alone what nobody touched, also with spaces at its ends', () => {
    const spaced = { ...entry, text: ' Fewer visits.\n' };
    expect(changesOf(spaced, asked, { share: '4' })).toEqual({ share: 4 });
    expect(changesOf(spaced, asked, { text: 'Fewer visits.' })).toEqual({});
  });
});
