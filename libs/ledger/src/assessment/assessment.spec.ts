import { Ledger } from '../entry/ledger.fixture';

describe('factors that do not apply', () => {
  const without = (factor: number): Parameters<Ledger['logs']>[1] => ({
    kind: 'factor.not-applicable',
    factor,
    data: { reason: 'none here', until: '2027-01-01' },
  });

  it('stay few, and never those that every relationship needs', () => {
    const ledger = new Ledger();
    for (const factor of [603, 609, 614, 615])
      expect(ledger.refuses('client', without(factor))).toBe('not-allowed-now');
    expect(ledger.refuses('client', without(606))).toBe('taken');
    expect(ledger.refuses('client', without(607))).toBe('taken');
    expect(ledger.refuses('client', without(601))).toBe('not-allowed-now');
    expect(ledger.refuses('client', { kind: 'factor.applicable', factor: 601 })).toBe('not-allowed-now');
  });

  it('stay few on every day that one is declared for, also in the past', () => {
    const ledger = new Ledger();
    const past = (factor: number, from: string, until: string): string =>
      ledger.refuses('client', { ...without(factor), effective: from, data: { reason: 'none then', until } });
    expect(past(606, '2025-02-01', '2025-06-30')).toBe('taken');
    expect(past(607, '2025-03-01', '2025-06-30')).toBe('taken');
    expect(past(601, '2025-01-01', '2025-02-28')).toBe('taken');
    expect(past(602, '2025-01-01', '2025-03-01')).toBe('not-allowed-now');
    expect(past(602, '2025-07-01', '2025-08-31')).toBe('taken');
    expect(past(602, '2025-07-01', '2025-06-30')).toBe('not-allowed-now');
  });

  it('apply again only once all agree', () => {
    const ledger = new Ledger();
    ledger.agree(without(606));
    ledger.agree(without(607));
    const again = ledger.logs('client', { kind: 'factor.applicable', factor: 606 });
    expect(ledger.refuses('client', without(601))).toBe('not-allowed-now');
    ledger.logs('provider', { kind: 'entry.agreed', answers: again });
    expect(ledger.refuses('client', { kind: 'factor.applicable', factor: 606 })).toBe('not-allowed-now');
    expect(ledger.refuses('client', without(612))).toBe('taken');
  });
});
