import type { JsonObject } from '@app/event-store';
import { Ledger } from '../entry/ledger.fixture';
import type { EntryReading } from '../scoring/entry-reading';
import { readingAt } from '../scoring/knowledge';
import { explanationOf } from '../score/score.queries';
import { signsOwed } from './reopened';

const GULLY = { issue: 'gully' };
const RESOLVED = { kind: 'issue.resolved', data: { ...GULLY, resolution: 'Cleared' } };
const REOPENED = { kind: 'issue.reopened', data: { ...GULLY, reason: 'Blocked again' } };
const NOW = Date.parse('2026-01-31T12:00:00Z');

describe('the plus of a resolution', () => {
  let ledger: Ledger;
  let resolved: string;

  beforeEach(() => {
    ledger = new Ledger();
    ledger.logs('client', { kind: 'issue.raised', data: { ...GULLY, title: 'Blocked', impact: 'low' } });
    resolved = ledger.logs('provider', RESOLVED);
  });

  const read = async (id = resolved): Promise<EntryReading | undefined> =>
    readingAt((await ledger.views().facts('road')) ?? [], null).entry(id);
  const signs = async (...ids: readonly string[]): Promise<unknown[]> =>
    Promise.all(ids.map(async (id) => (await read(id))?.sign));
  const strike = (): string[] => ledger.strikes('2026-01-06T10:00:00Z');
  const corrects = (party: string, answers: string, data: { readonly sign: string }): string =>
    ledger.logs(party, { kind: 'entry.corrected', answers, text: 'x', data });

  it('stays while nobody reopens the issue', async () => {
    expect(strike()).toEqual([]);
    expect(await read()).toMatchObject({ sign: '+', severity: 'minor' });
  });

  it('is taken back by the ledger, once, where the issue is reopened', async () => {
    ledger.logs('client', { kind: 'entry.agreed', answers: resolved });
    ledger.logs('client', REOPENED);
    const [correction] = strike();
    expect(ledger.last()).toMatchObject({
      ...{ id: correction, kind: 'entry.corrected', party: 'ledger', answers: resolved, facts: { sign: '0' } },
    });
    expect(strike()).toEqual([]);
    expect(await read()).toMatchObject({ sign: '0', status: 'asserted', answeredBy: [expect.anything(), correction] });
    const weighed = async (knownAt: string): Promise<string[]> => {
      const { terms } = await explanationOf(
        ledger.views(),
        'road',
        { factor: '609', asOf: '2026-01-31', knownAt },
        NOW,
      );
      return terms.events.map(({ entry }) => entry);
    };
    expect([await weighed('2026-01-05'), await weighed('2026-01-06')]).toEqual([[resolved], []]);
  });

  it('is taken back whoever reopens it', async () => {
    ledger.logs('provider', REOPENED);
    expect(strike()).toHaveLength(1);
    expect(await signs(resolved)).toEqual(['0']);
  });

  it('is given back where the reopening is voided, and taken back again by the next', async () => {
    const reopened = ledger.logs('client', REOPENED);
    strike();
    ledger.logs('client', { kind: 'entry.voided', answers: reopened, text: 'Another gully.' });
    expect(strike()).toHaveLength(1);
    expect(ledger.last()).toMatchObject({ party: 'ledger', facts: { sign: '+' } });
    expect(await read()).toMatchObject({ sign: '+', severity: 'minor', status: 'asserted' });
    expect(strike()).toEqual([]);
    ledger.logs('client', REOPENED);
    expect(strike()).toHaveLength(1);
    expect(await signs(resolved)).toEqual(['0']);
  });

  it('stands while the reopening is disputed', async () => {
    const reopened = ledger.logs('client', REOPENED);
    ledger.logs('provider', { kind: 'entry.disputed', answers: reopened, text: 'It is another gully' });
    expect(strike()).toEqual([]);
    ledger.logs('provider', { kind: 'entry.agreed', answers: reopened });
    expect(strike()).toHaveLength(1);
    ledger.logs('provider', { kind: 'entry.disputed', answers: reopened, text: 'It is after all' });
    expect(strike()).toHaveLength(1);
    expect(await signs(resolved)).toEqual(['+']);
  });

  it('of a later resolution is its own', async () => {
    ledger.logs('client', REOPENED);
    strike();
    const again = ledger.logs('provider', RESOLVED);
    expect(strike()).toEqual([]);
    expect(await signs(resolved, again)).toEqual(['0', '+']);
    const second = ledger.logs('client', REOPENED);
    expect(strike()).toHaveLength(1);
    ledger.logs('client', { kind: 'entry.voided', answers: second, text: 'Not this one.' });
    expect(strike()).toHaveLength(1);
    expect(await signs(resolved, again)).toEqual(['0', '+']);
  });

  it('of another issue stays', async () => {
    ledger.logs('client', { kind: 'issue.raised', data: { issue: 'signs', title: 'Turned', impact: 'low' } });
    const other = ledger.logs('provider', { ...RESOLVED, data: { issue: 'signs', resolution: 'Turned back' } });
    ledger.logs('client', REOPENED);
    strike();
    expect(await signs(resolved, other)).toEqual(['0', '+']);
  });

  it('is not there where it was late, and nothing is taken back', () => {
    const late = new Ledger();
    late.logs('client', { kind: 'issue.raised', data: { ...GULLY, title: 'Blocked', impact: 'low' } });
    late.strikes('2026-01-20T10:00:00Z');
    late.logs('provider', { ...RESOLVED, effective: '2026-01-20' });
    expect(late.last()).toMatchObject({ sign: '0' });
    late.logs('client', { ...REOPENED, effective: '2026-01-20' });
    expect(late.strikes('2026-01-20T12:00:00Z')).toEqual([]);
  });

  it('is its author’s to say from when it says it', async () => {
    corrects('provider', resolved, { sign: '0' });
    const reopened = ledger.logs('client', REOPENED);
    expect(strike()).toEqual([]);
    corrects('provider', resolved, { sign: '+' });
    expect(strike()).toEqual([]);
    ledger.logs('client', { kind: 'entry.voided', answers: reopened, text: 'Another gully.' });
    corrects('provider', resolved, { sign: '0' });
    expect(strike()).toEqual([]);
    expect(await signs(resolved)).toEqual(['0']);
  });

  it('stays taken back by whoever corrects something else', async () => {
    ledger.logs('client', REOPENED);
    strike();
    ledger.logs('provider', { kind: 'entry.corrected', answers: resolved, text: 'x', data: { severity: 'moderate' } });
    expect(strike()).toEqual([]);
    expect(await read()).toMatchObject({ sign: '0' });
  });

  it('is not taken back of a resolution that is voided', () => {
    ledger.logs('client', REOPENED);
    ledger.logs('provider', { kind: 'entry.voided', answers: resolved, text: 'Wrong gully.' });
    expect(strike()).toEqual([]);
  });

  it('is neither taken back of an import nor by one', async () => {
    ledger.logs('client', REOPENED);
    const facts = (await ledger.views().facts('road')) ?? [];
    const owed = (kind: string): number =>
      signsOwed(readingAt(facts.map((fact) => ({ ...fact, imported: fact.kind === kind })), null)).length; // prettier-ignore
    expect([owed(''), owed('issue.resolved'), owed('issue.reopened')]).toEqual([1, 0, 0]);
  });

  it('is taken by the ledger in no other way', () => {
    const says = (data: JsonObject, answers = resolved): string =>
      ledger.refuses('ledger', { kind: 'entry.corrected', answers, text: 'x', data });
    expect(says({ sign: '0' })).toBe('not-allowed-now');
    const reopened = ledger.logs('client', REOPENED);
    const others: readonly JsonObject[] = [
      ...[
        { sign: '-' },
        { sign: '+' },
        { sign: null },
        { sign: '0', severity: 'minor' },
        { sign: '0', resolution: 'x' },
      ],
      ...[{ severity: 'minor' }, { text: 'x' }, {}],
    ];
    for (const data of others) expect([data, says(data)]).toEqual([data, 'not-allowed-now']);
    expect(says({ sign: '0' }, reopened)).toBe('not-allowed-now');
    expect(ledger.refuses('ledger', { kind: 'entry.remedied', answers: resolved, text: 'x' })).toBe('invalid-entry');
    expect(says({ sign: '0' })).toBe('taken');
    expect(says({ sign: '0' })).toBe('not-allowed-now');
    expect(says({ sign: '+' })).toBe('not-allowed-now');
  });
});
