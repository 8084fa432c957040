import { recordByLedger } from '../entry/log-entry';
import { CLIENT, MORNING, PROVIDER, RoundLedger, refusal } from './rounds.fixture';

const DAY_MS = 86_400_000;

describe('what may follow in a round', () => {
  let ledger: RoundLedger;

  beforeEach(async () => {
    ledger = await RoundLedger.start();
    await ledger.opens('spring');
  });
  afterEach(() => ledger.stop());

  const correct = (answers: string, data: Record<string, string | number[]>, author = CLIENT): Promise<unknown> =>
    ledger.log(author, { kind: 'entry.corrected', answers, text: 'Mistaken.', data });

  it('leaves a commitment as it is: whoever thinks again hands in again', async () => {
    await ledger.rates(PROVIDER, 'spring', 4);
    const own = await ledger.rates(CLIENT, 'spring', 1, { more: true });
    const [other] = await ledger.data('rating.committed');
    expect(await refusal(correct(own.id, { commitment: other?.['commitment'] as string }))).toEqual([
      'invalid-answer',
      'a commitment stays what it is: hand in again, which replaces it',
    ]);
    expect((await refusal(correct(own.id, { round: 'autumn' })))[0]).toBe('invalid-answer');
    expect((await refusal(correct(own.id, { text: 'In haste.' })))[0]).toBe('taken');
  });

  it('ends no earlier, and is of no other factors, than it was when somebody handed in', async () => {
    const [opened] = await ledger.entries('round.opened');
    const id = opened?.id ?? '';
    expect((await refusal(correct(id, { closes: '2026-06-20', factors: [605] })))[0]).toBe('taken');
    await ledger.rates(PROVIDER, 'spring', 4);
    expect((await refusal(correct(id, { closes: '2026-06-19' })))[0]).toBe('not-allowed-now');
    expect((await refusal(correct(id, { factors: [605, 610] })))[0]).toBe('not-allowed-now');
    expect((await refusal(correct(id, { closes: '2026-07-10' })))[0]).toBe('taken');
  });

  it('is closed before its time by a party that has handed in, and by no other', async () => {
    await ledger.rates(PROVIDER, 'spring', 4);
    expect(await refusal(ledger.closes('spring', CLIENT))).toEqual([
      'not-allowed-now',
      'others have handed in and this party has not: rate in the round before closing it, or wait until its last day is over',
    ]);
    expect((await refusal(ledger.closes('spring', PROVIDER)))[0]).toBe('taken');
  });

  it('is closed by anybody while nobody has handed in, and once its last day is over', async () => {
    expect((await refusal(ledger.closes('spring', CLIENT)))[0]).toBe('taken');
    await ledger.opens('summer', '2026-06-02');
    await ledger.rates(PROVIDER, 'summer', 4);
    ledger.now = MORNING + 2 * DAY_MS;
    expect((await refusal(ledger.closes('summer', CLIENT)))[0]).toBe('taken');
  });

  it('lets nobody withdraw what it handed in, nor the round, once it is over', async () => {
    const [opened] = await ledger.entries('round.opened');
    const own = await ledger.rates(CLIENT, 'spring', 1);
    const first = await ledger.rates(CLIENT, 'spring', 2);
    const voided = (answers: string): Promise<unknown> =>
      ledger.log(CLIENT, { kind: 'entry.voided', answers, text: 'Mistaken.' });
    expect((await refusal(voided(first.id)))[0]).toBe('taken');
    await ledger.closes('spring', CLIENT);
    expect((await refusal(voided(own.id)))[0]).toBe('not-allowed-now');
    expect((await refusal(voided(opened?.id ?? '')))[0]).toBe('not-allowed-now');
  });

  it('counts for nothing in a round that is opened again under its name', async () => {
    const [opened] = await ledger.entries('round.opened');
    await ledger.rates(PROVIDER, 'spring', 4);
    await ledger.log(CLIENT, { kind: 'entry.voided', answers: opened?.id ?? '', text: 'Anew.' });
    await ledger.opens('spring', '2026-06-01');
    expect((await refusal(ledger.closes('spring', CLIENT)))[0]).toBe('taken');
  });

  it('is revealed by the ledger alone, as it was committed to, and when it is over', async () => {
    const salt = 'ab'.repeat(32);
    await ledger.rates(CLIENT, 'spring', 1, { salt });
    const data = {
      round: 'spring',
      of: 'client',
      member: 'm-1',
      salt,
      ratings: [{ factor: 605, level: 1, evidenced: false }],
    };
    const { member: _ledgerKnows, ...asked } = data;
    let keys = 0;
    const reveal = (record: typeof data): Promise<unknown> => {
      const own = { kind: 'rating.revealed', text: 'x', data: record };
      return recordByLedger(ledger.store, 'road', `reveal ${(keys += 1)}`, own, MORNING);
    };
    const byParty = { kind: 'rating.revealed', effective: '2026-06-01', data: asked };
    expect((await refusal(ledger.log(CLIENT, byParty)))[0]).toBe('kind-not-writable');
    expect((await refusal(reveal(data)))[0]).toBe('not-allowed-now');
    await ledger.rates(PROVIDER, 'spring', 2);
    for (const other of [{ member: 'm-3' }, { of: 'provider' }, { salt: 'cd'.repeat(32) }]) {
      expect((await refusal(reveal({ ...data, ...other })))[0]).toBe('not-allowed-now');
    }
    expect((await refusal(reveal(data)))[0]).toBe('taken');
  });
});
