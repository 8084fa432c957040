import type { JsonObject } from '@app/event-store';
import { Ledger } from '../entry/ledger.fixture';

const FILE = { title: 'Method statement', sha256: 'a'.repeat(64) };
const considered = (candidate: string) => ({
  kind: 'candidate.considered',
  data: { candidate, name: `${candidate} Ltd` },
});
const rated = (candidate: string, data: object = {}) => ({
  kind: 'candidate.rated',
  factor: 609,
  evidence: [FILE],
  data: { candidate, level: 3, proof: 'documented', ...data },
});
const selected = (candidate: string) => ({ kind: 'candidate.selected', data: { candidate, reason: 'Best fit' } });

describe('the ledger of a partner selection', () => {
  let ledger: Ledger;

  beforeEach(() => {
    ledger = new Ledger({}, true);
  });

  it('is marked by its first entry, in what is never erased', () => {
    expect(ledger.last()).toMatchObject({ kind: 'relationship.established', facts: { party: 'client' } });
  });

  it('takes candidates, their ratings and one selection, of the client', () => {
    ledger.logs('client', considered('acme'));
    ledger.logs('client', rated('acme'));
    ledger.logs('client', selected('acme'));
    expect(ledger.refuses('client', selected('acme'))).toBe('not-allowed-now');
  });

  it('takes nothing of the provider, who is no party of it, and nothing that is said for others', () => {
    const acme = ledger.logs('client', considered('acme'));
    expect(ledger.refuses('provider', rated('acme'))).toBe('unknown-party');
    expect(ledger.refuses('provider', { kind: 'entry.agreed', answers: acme })).toBe('unknown-party');
    expect(ledger.refuses('third-party', rated('acme'))).toBe('invalid-entry');
  });

  it('takes nothing of a relationship, and what is said of the record itself', () => {
    const acme = ledger.logs('client', considered('acme'));
    const admitted = { member: 'm-2', post: 'Buyer', role: 'member', mayAgree: true };
    const others: readonly Parameters<Ledger['refuses']>[1][] = [
      { kind: 'rating.given', factor: 603, level: 3 },
      { kind: 'meeting.held', data: { body: 'jmt', quorate: true, attended: 'All' } },
      { kind: 'party.joined', data: { party: 'acme', name: 'Acme', role: 'provider' } },
    ];
    for (const said of others) {
      expect([said.kind, ledger.refuses('client', said)]).toEqual([said.kind, 'not-allowed-now']);
    }
    ledger.logs('client', { kind: 'note.logged', text: 'Tenders came in.' });
    ledger.logs('client', { kind: 'member.admitted', data: admitted });
    ledger.logs('client', { kind: 'entry.voided', answers: acme, text: 'Withdrew' });
  });

  it('rates only who was considered, from then on, on a factor', () => {
    expect(ledger.refuses('client', rated('acme'))).toBe('not-allowed-now');
    const acme = ledger.logs('client', { ...considered('acme'), effective: '2026-01-04' });
    expect(ledger.refuses('client', { ...rated('acme'), effective: '2026-01-03' })).toBe('not-allowed-now');
    expect(ledger.refuses('client', { ...rated('acme'), factor: undefined })).toBe('invalid-entry');
    expect(ledger.refuses('client', { ...rated('acme'), factor: 600 })).toBe('unknown-factor');
    expect(ledger.refuses('client', rated('acme', { level: 5 }))).toBe('invalid-entry');
    ledger.logs('client', { kind: 'entry.voided', answers: acme });
    expect(ledger.refuses('client', rated('acme'))).toBe('not-allowed-now');
    expect(ledger.refuses('client', selected('acme'))).toBe('not-allowed-now');
  });

  it('takes a proof only with what proves it, and a claim for no evidence', () => {
    ledger.logs('client', considered('acme'));
    for (const proof of ['documented', 'confirmed-by-another-client'])
      expect([proof, ledger.refuses('client', { ...rated('acme', { proof }), evidence: [] })]).toEqual([
        proof,
        'invalid-entry',
      ]);
    expect(ledger.refuses('client', rated('acme', { proof: 'claimed', evidenced: true }))).toBe('invalid-entry');
    const claim = ledger.logs('client', { ...rated('acme', { proof: 'claimed' }), evidence: [] });
    const corrected = (data: JsonObject) => ({ kind: 'entry.corrected', answers: claim, data });
    expect(ledger.refuses('client', corrected({ proof: 'documented' }))).toBe('invalid-entry');
    expect(ledger.refuses('client', corrected({ factor: null }))).toBe('invalid-entry');
    expect(ledger.refuses('client', corrected({ candidate: 'other' }))).toBe('invalid-answer');
    ledger.logs('client', corrected({ proof: 'documented', evidence: [FILE] }));
    ledger.logs('client', corrected({ level: 2 }));
    expect(ledger.refuses('client', corrected({ evidence: [] }))).toBe('invalid-entry');
  });

  it('keeps what a selection rests on, until the selection is voided', () => {
    const acme = ledger.logs('client', considered('acme'));
    const rating = ledger.logs('client', rated('acme', { proof: 'claimed' }));
    const choice = ledger.logs('client', selected('acme'));
    const others: readonly Parameters<Ledger['refuses']>[1][] = [
      ...[considered('bolt'), rated('acme')],
      ...[acme, rating].map((answers) => ({ kind: 'entry.voided', answers })),
      { kind: 'entry.corrected', answers: acme, data: { name: 'Another' } },
      { kind: 'entry.corrected', answers: rating, data: { level: 4 } },
    ];
    for (const said of others)
      expect([said.kind, ledger.refuses('client', said)]).toEqual([said.kind, 'not-allowed-now']);
    ledger.logs('client', { kind: 'entry.voided', answers: choice, text: 'The tender was challenged' });
    ledger.logs('client', considered('bolt'));
    ledger.logs('client', selected('bolt'));
  });
});

describe('the ledger of a relationship', () => {
  it('takes no candidates', () => {
    const ledger = new Ledger();
    for (const said of [considered('acme'), rated('acme'), selected('acme')])
      expect([said.kind, ledger.refuses('client', said)]).toEqual([said.kind, 'not-allowed-now']);
    expect(ledger.refuses('provider', considered('acme'))).toBe('not-allowed-now');
  });
});
