import { keyPairOf, partyKeyIdOf } from '@app/integrity';
import { Ledger, type Behind } from '../entry/ledger.fixture';
import type { Clocks } from '../parameters';
import { keysOf, type SigningKey } from './keys.queries';

const NOW = Date.parse('2026-12-31T12:00:00Z');
const laptop = keyPairOf(Buffer.alloc(32, 1));
const KEY_ID = partyKeyIdOf(laptop.publicKey);
const PUBLIC_KEY = laptop.publicKey.toString('hex');
const SPONSOR: Behind = { sponsor: true };

const registration = { kind: 'key.registered', data: { keyId: KEY_ID, publicKey: PUBLIC_KEY, device: 'Laptop' } };
const revocation = { kind: 'key.revoked', data: { keyId: KEY_ID, reason: 'Sold.' } };

async function keys(ledger: Ledger, clocks: Clocks = {}): Promise<readonly SigningKey[]> {
  return (await keysOf(ledger.views(), 'road', clocks, NOW)).keys;
}

describe('the register of keys', () => {
  it('says which wait, which sign and which are revoked, as it was known then', async () => {
    const ledger = new Ledger();
    const registered = ledger.at('2026-02-01T09:00:00Z').logs('client', registration);
    ledger.at('2026-02-03T09:00:00Z');
    const agreed = ledger.logs('client', { kind: 'entry.agreed', answers: registered }, SPONSOR);
    const revoked = ledger.at('2026-03-01T09:00:00Z').logs('client', revocation, { keys: laptop });
    const row = {
      keyId: KEY_ID,
      party: 'client',
      device: 'Laptop',
      publicKey: PUBLIC_KEY,
      situation: 'revoked',
      registered: '2026-02-01T09:00:00.000Z',
      inEffect: '2026-02-03T09:00:00.000Z',
      revoked: '2026-03-01T09:00:00.000Z',
      reason: 'Sold.',
      entries: [registered, agreed, revoked],
    };
    expect(await keys(ledger)).toEqual([row]);
    expect(await keys(ledger, { knownAt: '2026-02-28' })).toEqual([
      { ...row, situation: 'in-effect', revoked: null, reason: null, entries: [registered, agreed] },
    ]);
    expect(await keys(ledger, { knownAt: '2026-02-01' })).toMatchObject([
      { situation: 'waiting', inEffect: null, entries: [registered] },
    ]);
    expect(await keys(ledger, { knownAt: '2026-01-31' })).toEqual([]);
  });

  it('takes the agreement of the other party, or of a member, for none', async () => {
    const ledger = new Ledger();
    const answers = ledger.logs('client', registration);
    ledger.logs('provider', { kind: 'entry.agreed', answers }, SPONSOR);
    expect(await keys(ledger)).toMatchObject([{ situation: 'waiting', inEffect: null, entries: [answers] }]);
  });

  it('shows a key that a sponsor registers in effect at once', async () => {
    const ledger = new Ledger();
    const id = ledger.logs('client', registration, SPONSOR);
    expect(await keys(ledger)).toMatchObject([
      { situation: 'in-effect', inEffect: expect.any(String) as string, entries: [id] },
    ]);
  });
});
