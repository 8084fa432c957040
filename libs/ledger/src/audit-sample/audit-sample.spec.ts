import { createHash } from 'node:crypto';
import { Ledger } from '../entry/ledger.fixture';
import { auditSampleOf, type AuditSample, type AuditSampleParameters } from './audit-sample.queries';

const NOW = Date.parse('2026-12-31T12:00:00Z');
const SEED = '31415926535897932384';

describe('a sample for an auditor', () => {
  let ledger: Ledger;

  beforeEach(() => {
    ledger = new Ledger();
    for (let month = 2; month <= 9; month += 1) {
      ledger.at(`2026-0${month}-10T09:00:00Z`).logs('client', {
        kind: 'note.logged',
        effective: `2026-0${month}-09`,
      });
    }
  });

  const ask = (asked: AuditSampleParameters = {}): Promise<AuditSample> =>
    auditSampleOf(ledger.views(), 'road', { seed: SEED, ...asked }, NOW);
  const frozen = ({ frozenAt, ledgerSize }: AuditSample['population']): AuditSampleParameters => ({
    knownAt: frozenAt ?? '',
    ledgerSize: String(ledgerSize),
  });
  const ids = async (): Promise<string[]> => ((await ledger.views().facts('road')) ?? []).map(({ id }) => id);
  const drawnBy = (id: string): string => createHash('sha256').update(`${SEED}:${id}`, 'utf8').digest('hex');

  it('is drawn by the SHA-256 of seed and id, the lowest first', async () => {
    const { auditSample, population } = await ask({ size: '4' });
    const byHand = (await ids()).sort((a, b) => drawnBy(a).localeCompare(drawnBy(b)));
    expect(auditSample.map(({ entry }) => entry)).toEqual(byHand.slice(0, 4));
    for (const { entry, sha256, entries } of auditSample) {
      expect([sha256, entries]).toEqual([drawnBy(entry), [entry]]);
    }
    expect(auditSample.map(({ place }) => place)).toEqual([1, 2, 3, 4]);
    expect(population.size).toBe(9);
  });

  it('begins with the smaller one, and holds no more than there is', async () => {
    const { auditSample } = await ask();
    expect(auditSample).toHaveLength(9);
    expect((await ask({ size: '3' })).auditSample).toEqual(auditSample.slice(0, 3));
    expect((await ask({ size: '0' })).auditSample).toEqual([]);
    expect((await ask({ seed: '1' })).auditSample).not.toEqual(auditSample);
  });

  it('says what it was drawn from', async () => {
    const all = await ids();
    const asked = { asOf: '2026-05-31', knownAt: '2026-06-30' };
    const { population, method } = await ask(asked);
    expect(population).toEqual({
      ...{ size: 5, first: all[0], last: all[4], ledgerSize: 6, frozenAt: '2026-06-10T09:00:00.000Z' },
      sha256: createHash('sha256')
        .update(all.slice(0, 5).join('\n') + '\n')
        .digest('hex'),
    });
    expect(method.source).toContain('Rivest');
    expect((await ask({ asOf: '2025-12-31' })).population).toMatchObject({ size: 0, first: null, frozenAt: null });
  });

  it('is the same for ever from what was known when it was first drawn', async () => {
    const asked = { asOf: '2026-09-09', size: '5' };
    const { population, auditSample } = await ask(asked);
    const entry = (await ids())[8] ?? '';
    ledger.at('2026-10-01T09:00:00Z').logs('provider', { kind: 'entry.agreed', answers: entry });
    ledger.logs('provider', { kind: 'note.logged', effective: '2026-03-01' });
    const correction = { kind: 'entry.corrected', answers: entry, data: { effective: '2026-09-10' }, text: 'Later' };
    ledger.logs('client', correction);
    expect(await ask({ ...asked, ...frozen(population) })).toMatchObject({ population, auditSample });
    // Now one entry more, without the one that turned out to have happened later, and its answers.
    const now = await ask(asked);
    expect(now.population).toMatchObject({ size: 9, ledgerSize: 12, frozenAt: '2026-10-01T11:00:00.000Z' });
    // The correction that took it out belongs to what was known.
    expect(await ask({ ...asked, ...frozen(now.population) })).toMatchObject({ population: now.population });
  });

  it('is the same without what was recorded later in the same millisecond', async () => {
    const { population, auditSample } = await ask({ size: '5' });
    ledger.at(population.frozenAt ?? '').logs('client', { kind: 'note.logged', effective: '2026-03-01' });
    expect(await ask({ size: '5', ...frozen(population) })).toMatchObject({ population, auditSample });
    expect((await ask({ knownAt: population.frozenAt ?? '' })).population).toMatchObject({ size: 10, ledgerSize: 10 });
  });

  it('has an answer where it has the entry that it answers', async () => {
    const [entry = '', later = ''] = (await ids()).slice(7);
    ledger.at('2026-10-01T09:00:00Z');
    const answer = ledger.logs('provider', { kind: 'entry.agreed', answers: entry });
    const answerOfLater = ledger.logs('provider', { kind: 'entry.agreed', answers: later });
    const drawn = async (asOf: string): Promise<string[]> =>
      (await ask({ asOf })).auditSample.map((each) => each.entry);
    expect((await drawn('2026-08-31')).sort()).toEqual([...(await ids()).slice(0, 8), answer].sort());
    expect(await drawn('2026-12-31')).toContain(answerOfLater);
  });

  it('draws voided entries and answers too', async () => {
    const entry = (await ids())[3] ?? '';
    const answer = ledger.logs('client', { kind: 'entry.voided', answers: entry, text: 'By mistake' });
    const { auditSample } = await ask();
    const shown = (id: string) => auditSample.find((drawn) => drawn.entry === id);
    expect(shown(entry)).toMatchObject({ status: 'voided', kind: 'note.logged', effective: '2026-04-09' });
    expect(shown(answer)).toMatchObject({ status: null, title: 'Entry voided, with a reason', effective: null });
  });

  it('is refused without a seed, and beyond its limits', async () => {
    for (const seed of ['', 'x', '-1', '1.5', ' 1', '1'.repeat(41)]) {
      await expect(ask({ seed })).rejects.toMatchObject({ code: 'invalid-parameter', field: 'seed' });
    }
    await expect(auditSampleOf(ledger.views(), 'road', {}, NOW)).rejects.toMatchObject({ field: 'seed' });
    await expect(ask({ size: '501' })).rejects.toMatchObject({ code: 'invalid-parameter', field: 'size' });
    await expect(ask({ ledgerSize: '-1' })).rejects.toMatchObject({ code: 'invalid-parameter', field: 'ledgerSize' });
    await expect(ask({ asOf: '2026-02-30' })).rejects.toMatchObject({ code: 'invalid-parameter' });
    await expect(auditSampleOf(ledger.views(), 'nowhere', { seed: SEED }, NOW)).rejects.toMatchObject({
      code: 'relationship-not-found',
    });
  });
});
