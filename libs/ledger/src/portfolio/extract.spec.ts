import { Ledger } from '../entry/ledger.fixture';
import { sha256OfJson } from '@app/integrity';
import type { Fact } from '../scoring/fact';
import type { RelationshipRow, Views } from '../views';
import { extractOf, extractsOf, type ExtractPreview } from './extract.queries';

const NOW = Date.parse('2028-06-01T12:00:00Z');
const ASKED = { asOf: '2028-03-31', knownAt: '2028-04-01T00:00:00Z' };
const ROW: RelationshipRow = {
  ...{ id: 'road', established: null, firstEffective: null, entries: 1, revision: 0, imported: false, sample: false },
};

describe('what is given to research', () => {
  let ledger: Ledger;

  beforeEach(() => {
    ledger = new Ledger({ end: '2035-12-31', form: 'nec-other', sector: 'Roads of Northshire' });
    const board = { body: 'northshire-board', title: 'Board of Jane Doe', terms: 'x', meets: 'monthly' };
    ledger.agree({ kind: 'governance.established', data: board });
    ledger.logs('provider', { kind: 'note.logged', text: 'Prose' });
    ledger.at('2028-05-01T09:00:00Z');
  });

  const views = (row = ROW): Views => ({ ...ledger.views(), relationships: () => Promise.resolve([row]) });
  const preview = (asked: object = ASKED): Promise<ExtractPreview> => extractOf(views(), 'road', asked, NOW);
  const given = async (visible = true, row = ROW) =>
    (await extractsOf(views(row), NOW, { visible: () => visible })).extracts;
  const publish = async (said: object = {}): Promise<string> => {
    const { sha256 } = await preview();
    const data = { audience: 'research', ...ASKED, factorSet: 'mutuality@1.0-draft', sha256, ...said };
    return ledger.logs('client', { kind: 'report.published', effective: '2028-05-01', data });
  };

  it('is numbers and choices: no text, no id, no date, no name', async () => {
    const { extract, sha256 } = await preview();
    expect(extract).toMatchObject({
      ...{ form: 'nec-other', parties: 2, termYears: 10, imported: false, protocol: false },
      years: [{ year: 1, score: null }, { year: 2 }],
      entries: { governance: { agreed: 1 }, record: { asserted: 1 } },
    });
    expect(extract.factors).toHaveLength(16);
    expect(JSON.stringify(extract)).not.toMatch(/northshire|road|council|contractor|prose|jane|20\d\d-/i);
    expect(sha256).toBe(sha256OfJson(extract));
    // An entry that is not known yet changes nothing.
    ledger.logs('client', { kind: 'note.logged', text: 'x' });
    expect((await preview()).sha256).toBe(sha256);
    expect((await preview({ asOf: ASKED.asOf })).sha256).not.toBe(sha256);
  });

  it('is given once every party agrees to that very report, and while they do', async () => {
    expect(await given()).toEqual([]);
    const report = await publish();
    expect([await given(), (await preview()).agreed]).toEqual([[], null]);
    ledger.logs('provider', { kind: 'entry.agreed', answers: report });
    const { extract, sha256, agreed } = await preview();
    expect(agreed).toBe(report);
    expect(await given()).toEqual([{ sha256, ...extract }]);
    ledger.logs('provider', { kind: 'entry.disputed', answers: report, text: 'No more' });
    expect([await given(), (await preview()).agreed]).toEqual([[], null]);
    ledger.logs('provider', { kind: 'entry.agreed', answers: report });
    expect(await given()).toHaveLength(1);
    ledger.logs('client', { kind: 'entry.voided', answers: report, text: 'No more' });
    expect(await given()).toEqual([]);
  });

  it.each([
    ['for others', { audience: 'joint-board' }],
    ['of another hash', { sha256: 'a'.repeat(64) }],
    ['of other dates', { asOf: '2026-12-31' }],
    ['of no day', { asOf: '2026' }],
  ])('is not given by a report %s', async (_, said) => {
    const report = await publish(said);
    ledger.logs('provider', { kind: 'entry.agreed', answers: report });
    expect(await given()).toEqual([]);
  });

  it('is not given by what an import says of a party', async () => {
    const report = await publish();
    ledger.logs('provider', { kind: 'entry.agreed', answers: report });
    for (const kind of ['report.published', 'entry.agreed']) {
      const imported: Views = {
        ...views(),
        facts: async (id) =>
          (await views().facts(id))?.map((fact) => (fact.kind === kind ? { ...fact, imported: true } : fact)) ?? null,
      };
      expect([kind, (await extractsOf(imported, NOW, { visible: () => true })).extracts]).toEqual([kind, []]);
    }
  });

  it('is not given by what an import makes of a report that all agreed to', async () => {
    const report = await publish();
    ledger.logs('provider', { kind: 'entry.agreed', answers: report });
    const { sha256 } = await preview({ ...ASKED, asOf: '2027-12-31' });
    // Whoever imports speaks as all of them.
    const imported: Views = {
      ...views(),
      facts: async (id) => {
        const facts = (await views().facts(id)) ?? [];
        const [last] = facts.slice(-1);
        if (last === undefined) return facts;
        const correction: Fact = {
          ...last,
          ...{ id: 'c', revision: last.revision + 1, kind: 'entry.corrected', party: 'joint', imported: true },
          data: { asOf: '2027-12-31', sha256 },
        };
        return [...facts, correction];
      },
    };
    expect((await extractsOf(imported, NOW, { visible: () => true })).extracts).toEqual([]);
  });

  it('can be asked for by no other clock', async () => {
    await expect(preview({ ...ASKED, clock: 'ledger' })).rejects.toMatchObject({ field: 'clock' });
  });

  it('is given to those who may see it, the sample never', async () => {
    ledger.logs('provider', { kind: 'entry.agreed', answers: await publish() });
    expect(await given(false)).toEqual([]);
    expect(await given(true, { ...ROW, sample: true })).toEqual([]);
    await expect(extractOf(views(), 'nowhere', {}, NOW)).rejects.toMatchObject({ code: 'relationship-not-found' });
    await expect(preview({ knownAt: 'soon' })).rejects.toMatchObject({ code: 'invalid-parameter' });
  });

  it('needs the word of a party that joined later too', async () => {
    ledger.logs('provider', { kind: 'entry.agreed', answers: await publish() });
    expect(await given()).toHaveLength(1);
    const joined = { party: 'partner', name: 'Partner', role: 'partner' };
    ledger.agree({ kind: 'party.joined', effective: '2028-05-01', data: joined });
    expect(await given()).toEqual([]);
  });
});
