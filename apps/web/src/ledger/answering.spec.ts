import { answersOpenTo, lowerThan, statusAfter } from './answering';

const client = { party: 'client', role: 'member' };
const provider = { party: 'provider', role: 'member' };
const entry = { kind: 'behaviour.observed', party: 'client', loggedBy: null, sign: '-' as const, status: 'asserted' };

describe('the answers that are open', () => {
  it('are to agree, to note and to dispute for the other side', () => {
    expect(answersOpenTo(provider, entry, false)).toEqual(['agreement', 'note', 'dispute']);
  });

  it('are to correct and to void for the party that logged it, and to put right what was agreed', () => {
    expect(answersOpenTo(client, entry, false)).toEqual(['correction', 'void']);
    expect(answersOpenTo(client, { ...entry, status: 'agreed' }, false)).toEqual(['remedy', 'correction', 'void']);
    expect(answersOpenTo(client, { ...entry, status: 'agreed', sign: '+' }, false)).toEqual(['correction', 'void']);
  });

  it('are none for who speaks for no party, to an answer, and to what was voided', () => {
    expect(answersOpenTo({ party: null, role: 'auditor' }, entry, false)).toEqual([]);
    expect(answersOpenTo(provider, { ...entry, status: null }, false)).toEqual([]);
    expect(answersOpenTo(provider, { ...entry, status: 'voided' }, false)).toEqual([]);
  });

  it('leave what all agreed to as it is', () => {
    const agreed = { ...entry, status: 'agreed', sign: '0' as const };
    expect(answersOpenTo(client, agreed, true)).toEqual([]);
    expect(answersOpenTo(provider, agreed, true)).toEqual(['agreement', 'note']);
  });

  it('are both kinds for who logged what a third party said', () => {
    const reported = { ...entry, party: 'third-party', loggedBy: 'client' };
    expect(answersOpenTo(client, reported, false)).toEqual(['agreement', 'note', 'dispute', 'correction', 'void']);
    expect(answersOpenTo(provider, reported, false)).toEqual(['agreement', 'note', 'dispute']);
  });

  it('let a sponsor alone agree to a key of its own party, which nobody corrects', () => {
    const key = { ...entry, kind: 'key.registered', sign: '0' as const };
    expect(answersOpenTo(client, key, false)).toEqual([]);
    expect(answersOpenTo({ ...client, role: 'sponsor' }, key, false)).toEqual(['agreement']);
  });
});

describe('what an answer does', () => {
  it('names a lower severity, never the same nor a higher one', () => {
    expect(lowerThan('major')).toEqual(['minor', 'moderate']);
    expect(lowerThan('minor')).toEqual([]);
    expect(lowerThan(null)).toEqual([]);
  });

  it('moves the status; a note moves nothing that was answered before', () => {
    expect(statusAfter('asserted', { answer: 'agreement' })).toBe('agreed');
    expect(statusAfter('asserted', { answer: 'note' })).toBe('noted');
    expect(statusAfter('disputed', { answer: 'note' })).toBe('disputed');
    expect(statusAfter('agreed', { answer: 'correction' })).toBe('agreed');
  });
});
