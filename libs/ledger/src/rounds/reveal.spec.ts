import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Json } from '@app/event-store';
import { sha256OfJson } from '@app/integrity';
import type { Author } from '../entry/author';
import type { Entry } from '../entry/entry';
import { recordByLedger, logEntry } from '../entry/log-entry';
import { importJournal } from '../journal/import';
import { logViews } from '../log-views';
import { verifyLedger } from '../log/verify';
import { readingAt } from '../scoring/knowledge';
import { roundRevealer } from './reveal';
import { CLIENT, MORNING, PROVIDER, RoundLedger, SPONSOR, refusal } from './rounds.fixture';

const DAY_MS = 86_400_000;

describe('the reveal of a round', () => {
  let ledger: RoundLedger;
  let told: string[];
  let revealer: ReturnType<typeof roundRevealer>;

  /** As a process that starts finds it. */
  const begin = (): void => {
    const { store, safe } = ledger;
    revealer = roundRevealer({ store, safe, seen: () => null, tell: (_relationship, what) => told.push(what) });
  };
  beforeEach(async () => {
    ledger = await RoundLedger.start();
    told = [];
    begin();
    await ledger.opens('spring');
  });
  afterEach(async () => {
    // Whatever was revealed: nobody is accused of it.
    expect(await verifyLedger(ledger.store)).toMatchObject({ valid: true });
    await ledger.stop();
  });

  const reveal = async (): Promise<number> => {
    const reading = readingAt((await logViews(ledger.store).facts('road')) ?? [], null);
    return (await revealer('road', reading, ledger.now)).recorded;
  };
  /** Party, member and level of each that was revealed. */
  const revealed = async (): Promise<readonly (readonly (Json | undefined)[])[]> =>
    (await ledger.data('rating.revealed')).map(({ of, member, ratings }) => [
      of,
      member,
      (ratings as unknown as readonly { readonly level: number }[])[0]?.level,
    ]);
  const commitments = async (): Promise<readonly string[]> =>
    (await ledger.data('rating.committed')).map(({ commitment }) => commitment as string);
  const damage = (commitment: string | undefined): void =>
    writeFileSync(join(ledger.directory, 'private', 'sealed', `726f6164.${commitment}`), 'AAAA');

  it('deletes what is sealed once it is recorded, and what was replaced as well', async () => {
    await ledger.rates(CLIENT, 'spring', 1);
    await ledger.rates(CLIENT, 'spring', 3);
    expect([await reveal(), ledger.sealed().length]).toEqual([0, 2]);
    await ledger.rates(PROVIDER, 'spring', 2);
    expect([await reveal(), ledger.sealed().length]).toEqual([2, 0]);
    expect(await revealed()).toEqual([
      ['client', 'm-1', 3],
      ['provider', 'm-2', 2],
    ]);
    expect([await reveal(), told]).toEqual([0, []]);
  });

  it('opens nothing before it may be over', async () => {
    await ledger.rates(CLIENT, 'spring', 1);
    damage((await commitments())[0]);
    expect([await reveal(), told]).toEqual([0, []]);
  });

  /** Written past what seals, as no client can. */
  const forge = (author: Author, key: string, commitment: string | undefined): Promise<unknown> => {
    const data = { round: 'spring', commitment: commitment ?? '' };
    const body = { kind: 'rating.committed', effective: '2026-06-01', data };
    return logEntry(ledger.store, { relationship: 'road', author, key, body }, ledger.now);
  };

  it('opens nothing for another party, or another member, that names its commitment', async () => {
    await ledger.rates(CLIENT, 'spring', 1, { more: true });
    const [hidden] = await commitments();
    await forge(PROVIDER, 'of another party', hidden);
    await forge(SPONSOR, 'of another member', hidden);
    expect([await reveal(), told.length]).toEqual([0, 2]);
    await ledger.closes('spring', PROVIDER);
    expect(await reveal()).toBe(1);
    expect(await revealed()).toEqual([['client', 'm-1', 1]]);
    expect(told).toEqual([
      expect.stringMatching(/cannot be opened: it is what another member, or another round, committed to$/),
      expect.stringMatching(/cannot be opened: it is what another member, or another round, committed to$/),
    ]);
  });

  it('opens nothing of another round, whatever a correction or an import names', async () => {
    const own = await ledger.rates(CLIENT, 'spring', 1);
    await ledger.rates(PROVIDER, 'spring', 2);
    await reveal();
    await ledger.opens('summer');
    await ledger.rates(PROVIDER, 'summer', 4);
    const hidden = (await commitments()).at(-1);
    const line = { relationship: 'road', party: 'client', member: 'm-1' };
    const data = { round: 'spring', commitment: hidden };
    const lines = [
      { ...line, id: 'correction', kind: 'entry.corrected', answers: own.id, text: 'x', data: { commitment: hidden } },
      { ...line, id: 'forged', kind: 'rating.committed', effective: '2026-06-01', text: 'x', data },
      { ...line, id: 'again', kind: 'rating.committed', effective: '2026-06-01', data: { ...data, round: 'summer' } },
    ];
    const source = async function* (): AsyncGenerator<Uint8Array> {
      yield await Promise.resolve(Buffer.from(lines.map((each) => JSON.stringify(each)).join('\n')));
    };
    await importJournal(ledger.store, source, { format: 'journal', nowMs: ledger.now });
    expect(await reveal()).toBe(0);
    expect(await revealed()).toHaveLength(2);
    expect(ledger.sealed()).toEqual([hidden]);
  });

  it('waits for a member whose ratings cannot be opened, and goes on without them once the round is over', async () => {
    await ledger.rates(CLIENT, 'spring', 1);
    await ledger.rates(SPONSOR, 'spring', 2);
    await ledger.rates(PROVIDER, 'spring', 3);
    const [, sponsors, providers] = await commitments();
    damage(sponsors);
    damage(providers);
    expect([await reveal(), await reveal(), told.length]).toEqual([0, 0, 2]);
    await ledger.rates(PROVIDER, 'spring', 4);
    expect(await reveal()).toBe(0);
    await ledger.closes('spring', CLIENT);
    expect([await reveal(), await reveal()]).toEqual([2, 0]);
    expect(await revealed()).toEqual([
      ['client', 'm-1', 1],
      ['provider', 'm-2', 4],
    ]);
    // What cannot be opened may be one day, as where a key comes back.
    expect([ledger.sealed(), told.length]).toEqual([[sponsors], 2]);
  });

  it('of one round is kept by no other', async () => {
    await ledger.rates(CLIENT, 'spring', 1);
    await ledger.rates(SPONSOR, 'spring', 1);
    damage((await commitments())[1]);
    await ledger.closes('spring', CLIENT);
    expect(await reveal()).toBe(1);
    await ledger.opens('summer');
    await ledger.rates(CLIENT, 'summer', 2);
    await ledger.rates(PROVIDER, 'summer', 3);
    expect(await reveal()).toBe(2);
  });

  it('tells where what was handed in is missing', async () => {
    await ledger.rates(CLIENT, 'spring', 1);
    await ledger.rates(PROVIDER, 'spring', 2);
    const [clients = '', providers = ''] = await commitments();
    ledger.safe.discard('road', clients);
    expect([await reveal(), told]).toEqual([
      0,
      [expect.stringMatching(/cannot be opened: nothing is sealed under it/)],
    ]);
    ledger.safe.discard('road', providers);
    expect([await reveal(), told.at(-1)]).toEqual([0, 'nothing that was handed in for round spring is sealed here']);
  });

  it('bears the day on which the round was over, however late it is recorded', async () => {
    await ledger.rates(CLIENT, 'spring', 1);
    ledger.now = MORNING + DAY_MS;
    await ledger.rates(PROVIDER, 'spring', 2);
    ledger.now = MORNING + 3 * DAY_MS;
    expect(await reveal()).toBe(2);
    await ledger.opens('summer', '2026-06-10');
    await ledger.rates(CLIENT, 'summer', 1);
    ledger.now = MORNING + 20 * DAY_MS;
    expect(await reveal()).toBe(1);
    const days = (await ledger.entries('rating.revealed')).map(({ effective }: Entry) => effective);
    expect(days).toEqual(['2026-06-02', '2026-06-02', '2026-06-11']);
  });

  it('that a process did not finish is finished by the next, also on another day', async () => {
    const salt = 'ab'.repeat(32);
    await ledger.rates(CLIENT, 'spring', 1, { salt });
    await ledger.rates(PROVIDER, 'spring', 2);
    const [commitment] = await commitments();
    const ratings = [{ factor: 605, level: 1, evidenced: false }];
    const data = { round: 'spring', of: 'client', member: 'm-1', salt, ratings };
    // As a process recorded it that was killed then.
    const record = { kind: 'rating.revealed', text: 'Revealed with the others of the round.', data };
    await recordByLedger(ledger.store, 'road', `reveal ${commitment}`, record, ledger.now);
    ledger.now = Date.parse('2026-06-01T23:30:00Z');
    await ledger.restart();
    begin();
    expect([await reveal(), told, ledger.sealed()]).toEqual([1, [], []]);
    const days = (await ledger.entries('rating.revealed')).map(({ effective }: Entry) => effective);
    expect(days).toEqual(['2026-06-01', '2026-06-01']);
  });

  it('deletes what a process sealed that was killed before its entry, once no round takes ratings', async () => {
    const content = { round: 'spring', of: 'client', member: 'm-1', ratings: [], reason: null, more: false };
    ledger.safe.seal('road', { ...content, salt: 'ef'.repeat(32) });
    await ledger.rates(CLIENT, 'spring', 1);
    expect([await reveal(), ledger.sealed().length]).toEqual([0, 2]);
    await ledger.closes('spring', CLIENT);
    expect([await reveal(), ledger.sealed()]).toEqual([1, []]);
  });

  it('opens the standing ratings of the member where its last commitment was voided', async () => {
    await ledger.rates(CLIENT, 'spring', 1);
    const second = await ledger.rates(CLIENT, 'spring', 3);
    await ledger.log(CLIENT, { kind: 'entry.voided', answers: second.id, text: 'In haste.' });
    await ledger.rates(PROVIDER, 'spring', 2);
    await reveal();
    expect([await reveal(), await revealed()]).toEqual([0, [['client', 'm-1', 1], ['provider', 'm-2', 2]]]); // prettier-ignore
  });

  it('is what a level is unchanged from, when its party rates next', async () => {
    const again = (factor: number) => ({ ratings: [{ factor, unchanged: true }] });
    const refused = async (more: object) => (await refusal(ledger.rates(CLIENT, 'summer', 1, more)))[1];
    await ledger.rates(CLIENT, 'spring', 1, { ratings: [{ factor: 605, level: 3, evidenced: true }] });
    await ledger.closes('spring', CLIENT);
    expect(await reveal()).toBe(1);
    await ledger.opens('summer');
    await ledger.rates(CLIENT, 'summer', 1, again(605));
    const last = (await commitments()).at(-1) ?? '';
    expect(ledger.safe.look('road', last)).toMatchObject({
      content: { ratings: [{ factor: 605, level: 3, evidenced: true }] },
    });
    expect(await refused(again(610))).toContain('this party has not rated the factor yet');
    expect(await refused({ ratings: [{ factor: 605, unchanged: true, level: 2 }] })).toContain('neither a level');
    expect((await refusal(ledger.rates(PROVIDER, 'summer', 1, again(605))))[0]).toBe('invalid-entry');
  });

  it('makes the commitment again', async () => {
    await ledger.rates(CLIENT, 'spring', 1, { reason: 'Not seen.' });
    await ledger.rates(PROVIDER, 'spring', 2);
    await reveal();
    expect((await ledger.data('rating.revealed')).map((data) => sha256OfJson(data))).toEqual(await commitments());
  });
});
