import { Ledger } from '../entry/ledger.fixture';
import type { Clocks } from '../parameters';
import { objectivesOf, type Objective } from './objectives.queries';

const NOW = Date.parse('2026-12-31T12:00:00Z');
const PROPOSED = {
  objective: 'safe',
  title: 'Safe in a day',
  outcome: '98% in a day',
  driversClient: 'Fewer claims',
  weightClient: 100,
  driversProvider: 'Fewer call-outs',
  weightProvider: 70,
  measure: 'Share in time',
  due: '2027-03-31',
};
const SAFE = { objective: 'safe' };
const ROTA = { ...SAFE, milestone: 'rota' };

async function only(ledger: Ledger, clocks: Clocks = {}): Promise<Objective | undefined> {
  const { objectives } = await objectivesOf(ledger.views(), 'road', clocks, NOW);
  expect(objectives.length).toBeLessThan(2);
  return objectives[0];
}

describe('the register of objectives', () => {
  let ledger: Ledger;
  let proposed: string;

  beforeEach(() => {
    ledger = new Ledger();
    proposed = ledger.logs('client', { kind: 'objective.proposed', data: PROPOSED });
  });

  it('given a proposal, shows what each party wants of it, and the entry behind it', async () => {
    expect(await only(ledger)).toEqual({
      id: 'safe',
      title: 'Safe in a day',
      situation: 'proposed',
      outcome: '98% in a day',
      measure: 'Share in time',
      due: '2027-03-31',
      parties: {
        client: { drivers: 'Fewer claims', weight: 100 },
        provider: { drivers: 'Fewer call-outs', weight: 70 },
      },
      milestones: [],
      entries: [proposed],
    });
  });

  it('when one party says that it is agreed, it is still proposed until the other says so too', async () => {
    const agreed = ledger.logs('client', { kind: 'objective.agreed', data: SAFE });
    expect(await only(ledger)).toMatchObject({ situation: 'proposed', entries: [proposed, agreed] });
    ledger.logs('provider', { kind: 'entry.agreed', answers: agreed });
    expect(await only(ledger)).toMatchObject({ situation: 'agreed' });
  });

  it('given a milestone, shows where it stands and the date that both moved it to', async () => {
    const set = ledger.logs('client', {
      kind: 'milestone.set',
      data: { ...ROTA, title: 'Night rota', due: '2026-06-30' },
    });
    const missed = ledger.logs('provider', { kind: 'milestone.missed', data: ROTA });
    const moved = ledger.logs('client', {
      kind: 'milestone.rescheduled',
      data: { ...ROTA, due: '2026-09-30', reason: 'Frost' },
    });
    const milestone = { id: 'rota', title: 'Night rota', situation: 'missed', entries: [set, missed, moved] };
    expect((await only(ledger))?.milestones).toEqual([{ ...milestone, due: '2026-06-30' }]);
    ledger.logs('provider', { kind: 'entry.agreed', answers: moved });
    expect((await only(ledger))?.milestones).toEqual([{ ...milestone, due: '2026-09-30' }]);
    const met = ledger.logs('provider', { kind: 'milestone.met', data: ROTA });
    expect(await only(ledger)).toMatchObject({
      milestones: [{ situation: 'met' }],
      entries: [proposed, set, missed, moved, met],
    });
  });

  it('when words and numbers are corrected, shows them as corrected, and before the correction as they were', async () => {
    const before = ledger.last().recorded;
    ledger.logs('client', {
      kind: 'entry.corrected',
      answers: proposed,
      data: { title: 'Safe within a day', weightProvider: null, due: '2028-03-31' },
    });
    expect(await only(ledger)).toMatchObject({
      title: 'Safe within a day',
      due: '2028-03-31',
      parties: { provider: { drivers: 'Fewer call-outs', weight: null } },
    });
    expect(await only(ledger, { knownAt: before })).toMatchObject({
      title: 'Safe in a day',
      due: '2027-03-31',
      parties: { provider: { weight: 70 } },
    });
  });

  it('when an entry is voided, it does not count', async () => {
    ledger.agree({ kind: 'objective.agreed', data: SAFE });
    const achieved = ledger.logs('client', { kind: 'objective.achieved', data: SAFE });
    expect(await only(ledger)).toMatchObject({ situation: 'achieved' });
    ledger.logs('client', { kind: 'entry.voided', answers: achieved, text: 'Too early.' });
    expect(await only(ledger)).toMatchObject({ situation: 'agreed' });
    ledger.logs('client', { kind: 'entry.voided', answers: proposed, text: 'Not ours.' });
    expect(await only(ledger)).toMatchObject({ title: null, parties: { client: { drivers: null, weight: null } } });
  });

  it('asked as of an earlier day, leaves out what had not happened', async () => {
    const earlier = new Ledger();
    earlier.logs('client', { kind: 'objective.proposed', data: PROPOSED, effective: '2026-01-03' });
    earlier.logs('client', { kind: 'objective.retired', data: { ...SAFE, reason: 'Done' }, effective: '2026-01-04' });
    const retired = earlier.last().id;
    earlier.logs('provider', { kind: 'entry.agreed', answers: retired });
    expect(await only(earlier, { asOf: '2026-01-02' })).toBeUndefined();
    expect(await only(earlier, { asOf: '2026-01-03' })).toMatchObject({ situation: 'proposed' });
    expect(await only(earlier, { asOf: '2026-01-04' })).toMatchObject({ situation: 'retired' });
  });

  it('says which dates it answers for, and refuses what is no date and no relationship', async () => {
    const views = ledger.views();
    expect(await objectivesOf(views, 'road', { asOf: '2025-12-31', knownAt: '2026-02-01' }, NOW)).toEqual({
      relationship: 'road',
      asOf: '2025-12-31',
      knownAt: '2026-02-01T23:59:59.999Z',
      objectives: [],
    });
    expect(await objectivesOf(views, 'road', {}, NOW)).toMatchObject({ asOf: '2026-12-31', knownAt: null });
    await expect(objectivesOf(views, 'road', { asOf: '2026-02-30' }, NOW)).rejects.toMatchObject({
      code: 'invalid-parameter',
      field: 'asOf',
    });
    await expect(objectivesOf(views, 'path', {}, NOW)).rejects.toMatchObject({ code: 'relationship-not-found' });
  });
});
