import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Entry } from '../entry/entry';
import { CLIENT, PROVIDER, RoundLedger, refusal } from './rounds.fixture';

const HOUR_MS = 3_600_000;
const SALT = 'ab'.repeat(32);

describe('handing in', () => {
  let ledger: RoundLedger;

  beforeEach(async () => {
    ledger = await RoundLedger.start();
    await ledger.opens('spring');
  });
  afterEach(() => ledger.stop());

  const committed = async (): Promise<readonly string[]> =>
    (await ledger.data('rating.committed')).map(({ commitment }) => commitment as string);

  it('again over midnight is the same entry, which keeps what was sealed for it', async () => {
    // A quarter to midnight where the contract is.
    ledger.now = Date.parse('2026-06-01T22:45:00Z');
    const first = await ledger.rates(CLIENT, 'spring', 1, { key: 'same' });
    ledger.now += HOUR_MS;
    const again = await ledger.rates(CLIENT, 'spring', 1, { key: 'same' });
    expect(again).toEqual({ ...first, replayed: true });
    expect((await ledger.entries('rating.committed')).map(({ effective }: Entry) => effective)).toEqual(['2026-06-01']);
    expect(ledger.sealed()).toEqual(await committed());
  });

  it.each([
    ['after the close', {}, 'not-allowed-now'],
    ['with a bad signature', { signature: { key: '0'.repeat(16), nonce: `${'A'.repeat(43)}`, value: `${'A'.repeat(86)}==` } }, 'signature-invalid'],
  ] as const)('the same once more, %s, takes nothing from what was acknowledged', async (_when, more, code) => {
    await ledger.rates(CLIENT, 'spring', 1, { salt: SALT });
    if (code === 'not-allowed-now') await ledger.closes('spring', CLIENT);
    expect((await refusal(ledger.rates(CLIENT, 'spring', 1, { salt: SALT, ...more })))[0]).toBe(code);
    expect(ledger.sealed()).toEqual(await committed());
  }); // prettier-ignore

  it('keeps nothing of what is refused', async () => {
    await ledger.rates(CLIENT, 'spring', 1, { key: 'same' });
    expect((await refusal(ledger.rates(CLIENT, 'spring', 2, { key: 'same' })))[0]).toBe('idempotency-key-reused');
    await ledger.closes('spring', CLIENT);
    expect((await refusal(ledger.rates(PROVIDER, 'spring', 2)))[0]).toBe('not-allowed-now');
    expect(ledger.sealed()).toEqual(await committed());
  });

  it('takes one salt for one thing said: a reason and who else rates are kept with the ratings', async () => {
    await ledger.rates(CLIENT, 'spring', 1, { salt: SALT, more: true, reason: 'Not seen.' });
    for (const other of [{ more: true }, { reason: 'Not seen.' }, { more: true, reason: 'Seen.' }]) {
      expect(await refusal(ledger.rates(CLIENT, 'spring', 1, { salt: SALT, ...other }))).toEqual([
        'invalid-entry',
        'salt: expected one that was not used before: these ratings were handed in with it and another reason or "more"',
      ]);
    }
    const [commitment] = await committed();
    expect(ledger.safe.look('road', commitment ?? '')).toMatchObject({ content: { more: true, reason: 'Not seen.' } });
  });

  it('of the same ratings with another reason is another commitment, where the ledger draws the salt', async () => {
    await ledger.rates(CLIENT, 'spring', 1, { reason: 'Not seen.' });
    await ledger.rates(CLIENT, 'spring', 1, { more: true });
    expect(new Set(await committed()).size).toBe(2);
    expect([...ledger.sealed()].sort()).toEqual([...(await committed())].sort());
  });

  it('of several at once takes each', async () => {
    const same = Array.from({ length: 4 }, () => ledger.rates(CLIENT, 'spring', 1, { key: 'same' }));
    const refused = refusal(ledger.rates(CLIENT, 'spring', 1, { salt: SALT, key: 'same' }));
    await Promise.all(same);
    expect((await refused)[0]).toBe('idempotency-key-reused');
    expect(ledger.sealed()).toEqual(await committed());
  });

  it('again brings back what was lost or damaged', async () => {
    await ledger.rates(CLIENT, 'spring', 1, { key: 'same' });
    const [commitment = ''] = await committed();
    for (const lose of [
      () => ledger.safe.discard('road', commitment),
      () => writeFileSync(join(ledger.directory, 'private', 'sealed', `726f6164.${commitment}`), 'AAAA'),
    ]) {
      lose();
      await ledger.rates(CLIENT, 'spring', 1, { key: 'same' });
      expect(ledger.safe.look('road', commitment)).toMatchObject({ content: { ratings: [{ factor: 605, level: 1 }] } });
    }
  });
});
