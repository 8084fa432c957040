import { Ledger } from '../entry/ledger.fixture';
import { evidenceCheckOf, type EvidenceCheckParameters } from './evidence-check.queries';

const NOW = Date.parse('2026-12-31T12:00:00Z');
const SHA256 = 'ab'.repeat(32);
const NOTE = { kind: 'note.logged', factor: 614, sign: '+', text: 'x' } as const;

describe('the check of evidence', () => {
  let ledger: Ledger;

  beforeEach(() => {
    ledger = new Ledger();
  });

  const worst = async (clocks: EvidenceCheckParameters = {}): Promise<Record<string, string>> => {
    const { evidenceCheck } = await evidenceCheckOf(ledger.views(), 'road', clocks, NOW);
    return Object.fromEntries(evidenceCheck.map((row) => [row.entry, row.worst]));
  };

  it('tells what can be checked, what may change unnoticed, and what has none', async () => {
    const hashed = ledger.logs('client', { ...NOTE, evidence: [{ title: 'Minutes', sha256: SHA256 }] });
    const link = ledger.logs('client', { ...NOTE, evidence: [{ url: 'https://example.org/minutes' }] });
    const cites = ledger.logs('client', { ...NOTE, evidence: [{ entry: hashed }] });
    const missing = ledger.logs('client', NOTE);
    const { counts, evidenceCheck } = await evidenceCheckOf(ledger.views(), 'road', {}, NOW);
    expect(evidenceCheck.map((row) => [row.entry, row.worst])).toEqual([
      [hashed, 'hashed'],
      [link, 'unhashed'],
      [cites, 'entry'],
      [missing, 'missing'],
    ]);
    expect(counts).toEqual({ dead: 0, absent: 0, unhashed: 1, hashed: 1, matched: 0, entry: 1, missing: 1 });
    expect(evidenceCheck[0]?.evidence).toEqual([
      { title: 'Minutes', url: null, sha256: SHA256, cites: null, state: 'hashed', addedBy: null },
    ]);
  });

  it('says of a rating that rests on evidence whether any is attached', async () => {
    const rating = ledger.logs('client', { kind: 'rating.given', factor: 601, level: 3 });
    const views = ledger.views();
    // As an import brings it: live, a rating that cites nothing is not evidenced.
    const facts = (await views.facts('road'))?.map((fact) =>
      fact.id === rating ? { ...fact, evidenced: true } : fact,
    );
    const imported = { ...views, facts: () => Promise.resolve(facts ?? null) };
    const { evidenceCheck } = await evidenceCheckOf(imported, 'road', {}, NOW);
    expect(evidenceCheck).toMatchObject([{ entry: rating, worst: 'missing', evidenced: true }]);
  });

  it('compares with the files that somebody looked through', async () => {
    const hashed = ledger.logs('client', { ...NOTE, evidence: [{ title: 'Minutes', sha256: SHA256 }] });
    expect(await worst({ files: new Set([SHA256]) })).toEqual({ [hashed]: 'matched' });
    expect(await worst({ files: new Set() })).toEqual({ [hashed]: 'absent' });
  });

  it('knows the files that are stored here', async () => {
    const hashed = ledger.logs('client', { ...NOTE, evidence: [{ title: 'Minutes', sha256: SHA256 }] });
    expect(await worst({ here: new Set([SHA256]) })).toEqual({ [hashed]: 'matched' });
    expect(await worst({ here: new Set([SHA256]), files: new Set() })).toEqual({ [hashed]: 'matched' });
    expect(await worst({ here: new Set() })).toEqual({ [hashed]: 'hashed' });
  });

  it('says that evidence is dead once the entry that it names is voided', async () => {
    const first = ledger.logs('client', { ...NOTE, evidence: [{ title: 'Minutes', sha256: SHA256 }] });
    const second = ledger.logs('client', { ...NOTE, evidence: [{ entry: first }] });
    ledger.logs('client', { kind: 'entry.voided', answers: first, text: 'Twice.' });
    expect(await worst()).toEqual({ [second]: 'dead' });
    expect(await worst({ knownAt: '2026-01-05T11:30:00Z' })).toEqual({ [first]: 'hashed', [second]: 'entry' });
  });

  it('counts what was added later, by whomever', async () => {
    const note = ledger.logs('client', NOTE);
    const evidence = [{ title: 'Minutes', sha256: SHA256 }];
    const added = ledger.logs('provider', { kind: 'evidence.added', answers: note, evidence });
    const { evidenceCheck } = await evidenceCheckOf(ledger.views(), 'road', {}, NOW);
    expect(evidenceCheck).toMatchObject([
      { entry: note, worst: 'hashed', evidence: [{ addedBy: added }], entries: [note, added] },
    ]);
    expect(await worst({ knownAt: '2026-01-05T10:30:00Z' })).toEqual({ [note]: 'missing' });
  });

  it('is of what a correction put in place of the first, from then on', async () => {
    const note = ledger.logs('client', { ...NOTE, evidence: [{ url: 'https://example.org/minutes' }] });
    const added = ledger.logs('provider', { kind: 'evidence.added', answers: note, evidence: [{ sha256: SHA256 }] });
    const before = ledger.last().recorded;
    const evidence = [{ title: 'Minutes', sha256: SHA256 }];
    const corrects = (changes: object): string =>
      ledger.logs('client', { kind: 'entry.corrected', answers: note, text: 'The scan.', data: { ...changes } });
    const corrected = corrects({ evidence });
    corrects({ severity: 'minor' });
    const { evidenceCheck } = await evidenceCheckOf(ledger.views(), 'road', {}, NOW);
    expect(evidenceCheck).toMatchObject([
      {
        ...{ entry: note, worst: 'hashed', entries: [note, corrected, added] },
        evidence: [
          { title: 'Minutes', addedBy: corrected },
          { title: null, addedBy: added },
        ],
      },
    ]);
    expect(await worst({ knownAt: before })).toEqual({ [note]: 'unhashed' });
    corrects({ evidence: null });
    const { evidenceCheck: without } = await evidenceCheckOf(ledger.views(), 'road', {}, NOW);
    expect(without).toMatchObject([{ evidence: [{ addedBy: added }] }]);
  });

  it('takes an answer for the entry that it is, as far as it is known', async () => {
    const note = ledger.logs('client', { ...NOTE, evidence: [{ sha256: SHA256 }] });
    const agreed = ledger.logs('provider', { kind: 'entry.agreed', answers: note });
    const cites = ledger.logs('client', { ...NOTE, evidence: [{ entry: agreed }] });
    expect(await worst()).toEqual({ [note]: 'hashed', [cites]: 'entry' });
    ledger.logs('client', { kind: 'entry.voided', answers: note, text: 'Twice.' });
    expect(await worst()).toEqual({ [cites]: 'dead' });
  });

  it('asks for none of what bears on nothing', async () => {
    ledger.logs('client', { kind: 'case.recorded', data: { pressure: 'funding', position: 'x' } });
    ledger.logs('client', { ...NOTE, sign: '0' });
    expect(await worst()).toEqual({});
  });
});
