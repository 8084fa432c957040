import { Ledger } from '../entry/ledger.fixture';
import type { Clocks } from '../parameters';
import { disputesOf, type Dispute } from './disputes.queries';

const NOW = Date.parse('2026-12-31T12:00:00Z');
const PATCH = { dispute: 'patch' };
const NOTIFIED = {
  kind: 'dispute.notified',
  data: { ...PATCH, matter: 'Defective patching', procedure: 'adjudication', contractNotice: 'N-31' },
};
const MEDIATED = { kind: 'dispute.mediated', data: { ...PATCH, outcome: 'settled' } };
const DECIDED = {
  kind: 'dispute.adjudicated',
  data: { ...PATCH, by: 'adjudicator', decision: 'Twelve roads redone', reference: 'ADJ-7' },
};
const SETTLED = { kind: 'dispute.settled', data: { ...PATCH, reference: 'CE-104' } };

async function only(ledger: Ledger, clocks: Clocks = {}): Promise<Dispute | undefined> {
  const { disputes } = await disputesOf(ledger.views(), 'road', clocks, NOW);
  expect(disputes.length).toBeLessThan(2);
  return disputes[0];
}

describe('the register of disputes', () => {
  let ledger: Ledger;
  let notified: string;

  beforeEach(() => {
    ledger = new Ledger();
    notified = ledger.logs('client', NOTIFIED);
  });

  it('given a notice, shows what it is about, who gave it and by which procedure', async () => {
    expect(await only(ledger)).toEqual({
      id: 'patch',
      matter: 'Defective patching',
      situation: 'notified',
      procedure: 'adjudication',
      issue: null,
      contractNotice: 'N-31',
      notified: '2026-01-05',
      notifiedBy: 'client',
      decision: null,
      settled: null,
      reference: null,
      path: [
        {
          entry: notified,
          step: 'notified',
          effective: '2026-01-05',
          party: 'client',
          result: null,
          status: 'asserted',
        },
      ],
      entries: [notified],
    });
  });

  it('stands where the record has it, whatever dates its entries bear', async () => {
    const coarse = new Ledger();
    coarse.logs('client', { ...NOTIFIED, effective: '2026-01' });
    coarse.logs('provider', { ...MEDIATED, effective: '2026-01-03' });
    expect(await only(coarse)).toMatchObject({
      situation: 'mediated',
      path: [{ step: 'mediated' }, { step: 'notified' }],
    });
  });

  it('shows the way that it goes, and is settled when all say so', async () => {
    const mediated = ledger.logs('provider', MEDIATED);
    expect(await only(ledger)).toMatchObject({ situation: 'mediated', settled: null });
    const decided = ledger.logs('third-party', DECIDED);
    expect(await only(ledger)).toMatchObject({
      situation: 'adjudicated',
      decision: 'Twelve roads redone',
      reference: 'ADJ-7',
    });
    const settled = ledger.logs('client', SETTLED);
    expect(await only(ledger)).toMatchObject({ situation: 'adjudicated', settled: null, reference: 'ADJ-7' });
    const before = ledger.last().recorded;
    ledger.logs('provider', { kind: 'entry.agreed', answers: settled });
    const row = await only(ledger);
    expect(row).toMatchObject({
      situation: 'settled',
      settled: '2026-01-05',
      reference: 'CE-104',
      entries: [notified, mediated, decided, settled],
    });
    expect(row?.path.map(({ step, party, result, status }) => [step, party, result, status])).toEqual([
      ['notified', 'client', null, 'asserted'],
      ['mediated', 'provider', 'settled', 'asserted'],
      ['adjudicated', 'third-party', 'adjudicator', 'asserted'],
      ['settled', 'client', null, 'agreed'],
    ]);
    expect(await only(ledger, { knownAt: before })).toMatchObject({ situation: 'adjudicated' });
    expect(await only(ledger, { asOf: '2026-01-04' })).toBeUndefined();
  });

  it('when a decision is voided or corrected, shows what is left', async () => {
    const decided = ledger.logs('client', DECIDED);
    ledger.logs('client', { kind: 'entry.corrected', answers: decided, data: { decision: 'Thirteen', by: 'board' } });
    expect(await only(ledger)).toMatchObject({ decision: 'Thirteen', path: [{}, { result: 'board' }] });
    ledger.logs('client', { kind: 'entry.voided', answers: decided, text: 'Not yet.' });
    ledger.logs('provider', { kind: 'entry.disputed', answers: notified, text: 'No such notice came.' });
    expect(await only(ledger)).toMatchObject({
      situation: 'notified',
      decision: null,
      path: [{ status: 'disputed' }],
      entries: [notified],
    });
  });

  it('stands where nobody disputes that it stands', async () => {
    const mediated = ledger.logs('client', MEDIATED);
    ledger.logs('provider', { kind: 'entry.disputed', answers: mediated, text: 'We never met.' });
    expect(await only(ledger)).toMatchObject({ situation: 'notified', path: [{}, { status: 'disputed' }] });
    ledger.logs('provider', { kind: 'entry.noted', answers: mediated });
    expect(await only(ledger)).toMatchObject({ situation: 'mediated' });
    const decided = ledger.logs('client', DECIDED);
    ledger.logs('provider', { kind: 'entry.disputed', answers: decided, text: 'Not so.' });
    expect(await only(ledger)).toMatchObject({ situation: 'mediated', decision: null });
  });

  it('takes a later decision of a court, and nothing once it is settled', () => {
    ledger.logs('third-party', DECIDED);
    expect(ledger.refuses('client', { ...DECIDED, data: { ...DECIDED.data, by: 'court' } })).toBe('taken');
    ledger.agree(SETTLED);
    expect(ledger.last().kind).toBe('entry.agreed');
    for (const late of [MEDIATED, DECIDED, SETTLED]) expect(ledger.refuses('client', late)).toBe('not-allowed-now');
  });

  it('counts a settlement for the parties before a third party decided, and for nobody after', () => {
    const early = new Ledger();
    early.logs('client', NOTIFIED);
    early.logs('client', SETTLED);
    expect(early.last()).toMatchObject({ sign: '+', severity: 'minor' });
    ledger.logs('third-party', DECIDED);
    ledger.logs('client', SETTLED);
    expect(ledger.last()).toMatchObject({ sign: '0' });
  });

  it('names the issue that it comes from, one dispute at a time', async () => {
    const issue = ledger.logs('client', {
      kind: 'issue.raised',
      data: { issue: 'pay', title: 'Who pays', impact: 'low' },
    });
    const about = { kind: 'dispute.notified', data: { dispute: 'pay', matter: 'Pay', issue: 'pay' } };
    ledger.logs('client', about);
    const { disputes } = await disputesOf(ledger.views(), 'road', {}, NOW);
    expect(disputes[1]).toMatchObject({ id: 'pay', issue: 'pay' });
    expect(disputes[1]?.entries).not.toContain(issue);
    const again = { ...about, data: { ...about.data, dispute: 'pay-2' } };
    expect(ledger.refuses('provider', again)).toBe('not-allowed-now');
    ledger.agree({ kind: 'dispute.settled', data: { dispute: 'pay' } });
    ledger.logs('client', { kind: 'issue.withdrawn', data: { issue: 'pay', reason: 'Paid' } });
    expect(ledger.refuses('provider', again)).toBe('not-allowed-now');
    ledger.logs('client', { kind: 'issue.reopened', data: { issue: 'pay', reason: 'Not paid' } });
    expect(ledger.refuses('provider', again)).toBe('taken');
  });

  it('takes nothing that was said or offered to end it', () => {
    const evidence = [{ title: 'Offer', url: 'https://example.org/offer' }];
    for (const kind of [MEDIATED, SETTLED]) {
      expect(ledger.refuses('client', { ...kind, evidence })).toBe('not-allowed-now');
      expect(ledger.refuses('client', { ...kind, data: { ...kind.data, offer: '12000' } })).toBe('invalid-entry');
      const entry = ledger.logs('client', kind);
      expect(ledger.refuses('client', { kind: 'evidence.added', answers: entry, evidence })).toBe('not-allowed-now');
      expect(ledger.refuses('client', { kind: 'entry.corrected', answers: entry, data: { evidence } })).toBe(
        'not-allowed-now',
      );
      expect(ledger.refuses('client', { kind: 'entry.corrected', answers: entry, data: { text: 'x' } })).toBe('taken');
    }
    // A decision is for both to read.
    expect(ledger.refuses('client', { ...DECIDED, evidence })).toBe('taken');
  });
});
