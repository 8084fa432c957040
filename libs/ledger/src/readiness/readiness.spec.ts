import { Ledger } from '../entry/ledger.fixture';
import { systemsOf } from '../joint-systems/joint-systems.queries';
import type { Clocks } from '../parameters';
import { stagesOf } from '../stages/stages.queries';
import { stepsOf } from '../steps/steps.queries';
import { readinessOf } from './readiness.queries';

const NOW = Date.parse('2026-06-30T12:00:00Z');
const CONDITIONS = ['governance', 'sponsors', 'systems', 'leaders', 'objectives', 'behaviours', 'improvement', 'plan'];
const ASSESSED = {
  ...{ capabilityAssessed: true, aptitudeAssessed: true, commitmentAssessed: true, developmentAgreed: true },
  ...{ behaviourAssessed: true, interactionAssessed: true, otherPartyConsulted: true },
};

const NOBODY_ASSESSED = Object.fromEntries(Object.keys(ASSESSED).map((name) => [name, false]));

const PLAN = { kind: 'plan.issued', data: { version: '1', nextReview: '2026-12-31' } };
const PLAN_AGREED = { kind: 'plan.agreed', data: { version: '1', howReviewed: 'x', nextReview: '2026-12-31' } };

/** All that the eight conditions ask for. */
function tell(ledger: Ledger): void {
  const body = { body: 'board' };
  ledger.logs('client', {
    kind: 'governance.established',
    data: { ...body, title: 'Board', terms: 'x', meets: 'yearly' },
  });
  ledger.logs('client', { kind: 'meeting.held', data: { ...body, quorate: true, attended: 'All' } });
  for (const about of ['client', 'provider']) {
    ledger.logs(about, { kind: 'sponsor.appointed', data: { about, role: 'Director' } });
    ledger.logs(about, { kind: 'leader.appointed', data: { about, role: 'Manager', ...ASSESSED } });
  }
  const framework = { systems: 'x', authorities: 'x', roles: 'x', behaviours: 'x', nextReview: '2027-06-01' };
  ledger.agree({ kind: 'framework.set', data: framework });
  const objective = { objective: 'safe' };
  ledger.logs('client', {
    kind: 'objective.proposed',
    data: { ...objective, title: 'x', outcome: 'x', measure: 'x', driversClient: 'Claims', driversProvider: 'Nights' },
  });
  ledger.agree({ kind: 'objective.agreed', data: objective });
  ledger.agree({ kind: 'principle.agreed', data: { principle: 'open', title: 'Open books' } });
  const indicator = { indicator: 'trust', title: 'Trust', unit: '%', target: 80, direction: 'at-least', every: 'year' };
  ledger.logs('client', { kind: 'trust.defined', data: indicator });
  ledger.logs('client', {
    kind: 'trust.measured',
    data: { indicator: 'trust', value: 70, from: '2025-01-01', until: '2025-12-31' },
  });
  ledger.logs('client', { kind: 'trust.acted-on', data: { indicator: 'trust', action: 'Talked' } });
  const improvement = { improvement: 'permits' };
  ledger.logs('client', { kind: 'improvement.identified', data: { ...improvement, title: 'One permit' } });
  ledger.logs('client', { kind: 'target.set', data: { ...improvement, measure: 'x', target: 1, due: '2026-03-01' } });
  ledger.logs('client', { kind: 'lesson.captured', data: { lesson: 'early', learned: 'Ask early' } });
  ledger.logs('client', PLAN);
  ledger.agree(PLAN_AGREED);
}

async function states(ledger: Ledger, clocks: Clocks = {}): Promise<Record<string, string>> {
  const { readiness } = await readinessOf(ledger.views(), 'road', clocks, NOW);
  return Object.fromEntries(readiness.map(({ id, state }) => [id, state]));
}

const all = (state: string): Record<string, string> => Object.fromEntries(CONDITIONS.map((id) => [id, state]));

describe('readiness', () => {
  it('is not met of an empty record, and says what is lacking', async () => {
    const answer = await readinessOf(new Ledger().views(), 'road', {}, NOW);
    expect(answer.readiness.map(({ id, state, entries }) => [id, state, entries])).toEqual(
      CONDITIONS.map((id) => [id, 'not-met', []]),
    );
    expect(answer.met).toBe(0);
    expect(answer.readiness[1]?.lacking).toEqual(['a sponsor in post: client', 'a sponsor in post: provider']);
  });

  it('is met once all is there, at the dates asked for', async () => {
    const ledger = new Ledger();
    tell(ledger);
    expect(await states(ledger)).toEqual(all('met'));
    expect(await states(ledger, { asOf: '2026-01-04' })).toEqual(all('not-met'));
    expect(await states(ledger, { knownAt: '2026-01-05T09:30:00Z' })).toEqual(all('not-met'));
    const { readiness } = await readinessOf(ledger.views(), 'road', {}, NOW);
    expect(
      readiness.every(
        ({ entries, lacking, upheld }) => entries.length > 0 && lacking.length === 0 && upheld === '2026-01-05',
      ),
    ).toBe(true);
  });

  it('ages when nothing upholds it for longer than a rating holds, or its review is over', async () => {
    const ledger = new Ledger();
    tell(ledger);
    expect(await states(ledger, { asOf: '2027-01-01' })).toEqual({ ...all('met'), plan: 'ageing' });
    // The board did not meet again in January.
    const since = { governance: 'not-met' };
    expect(await states(ledger, { asOf: '2027-04-05' })).toEqual({ ...all('met'), plan: 'ageing', ...since });
    expect(await states(ledger, { asOf: '2027-04-06' })).toEqual({ ...all('ageing'), ...since });
  });

  it('needs what all have to agree to, and nothing that is disputed', async () => {
    const ledger = new Ledger();
    ledger.logs('client', PLAN);
    ledger.logs('client', PLAN_AGREED);
    expect(await states(ledger)).toMatchObject({ plan: 'not-met' });
    tell(ledger);
    const { readiness } = await readinessOf(ledger.views(), 'road', {}, NOW);
    const [board = ''] = readiness[0]?.entries ?? [];
    ledger.logs('provider', { kind: 'entry.disputed', answers: board, text: 'Never met.' });
    expect(await states(ledger)).toMatchObject({ governance: 'not-met' });
  });

  it('is lost with the sponsor, or the leader, and with a miss of trust that nobody acts on', async () => {
    const ledger = new Ledger();
    tell(ledger);
    ledger.logs('client', { kind: 'sponsor.changed', data: { about: 'client', role: 'Director' } });
    ledger.logs('provider', { kind: 'leader.departed', data: { about: 'provider', role: 'Manager' } });
    ledger.at('2026-02-01T09:00:00Z').logs('client', {
      kind: 'trust.measured',
      effective: '2026-02-01',
      data: { indicator: 'trust', value: 60, from: '2026-01-01', until: '2026-01-31' },
    });
    expect(await states(ledger)).toEqual({
      ...{ ...all('met'), sponsors: 'not-met', leaders: 'not-met', behaviours: 'not-met' },
    });
    expect(await states(ledger, { asOf: '2026-02-20' })).toMatchObject({ behaviours: 'met' });
  });
});

describe('readiness says what the registers say', () => {
  let ledger: Ledger;
  beforeEach(() => {
    ledger = new Ledger();
    tell(ledger);
  });
  const told = async (asOf: string) => (await readinessOf(ledger.views(), 'road', { asOf }, NOW)).readiness;
  const logs = (party: string, kind: string, effective: string, data: object): string =>
    ledger.at(`${effective}T09:00:00Z`).logs(party, { kind, effective, data: { ...data } });
  const disputes = (party: string, answers: string): string =>
    ledger.logs(party, { kind: 'entry.disputed', text: 'Not so.', answers });

  it('of a sponsor who followed another', async () => {
    const data = { about: 'client', role: 'Director' };
    // The one before, whom the record does not name.
    ledger.logs('client', { kind: 'sponsor.changed', effective: '2026-01-02', data });
    expect(await states(ledger)).toMatchObject({ sponsors: 'met' });
    logs('client', 'sponsor.changed', '2026-02-01', data);
    expect(await states(ledger)).toMatchObject({ sponsors: 'not-met' });
    logs('client', 'sponsor.appointed', '2026-02-02', data);
    expect(await states(ledger)).toMatchObject({ sponsors: 'met' });
  });

  it('of a sponsor whom the other side denies', async () => {
    disputes('client', logs('provider', 'sponsor.changed', '2026-02-01', { about: 'provider', role: 'Director' }));
    expect(await states(ledger)).toMatchObject({ sponsors: 'not-met' });
    disputes('client', logs('provider', 'sponsor.appointed', '2026-02-02', { about: 'provider', role: 'Director' }));
    expect(await states(ledger)).toMatchObject({ sponsors: 'not-met' });
  });

  it('of leaders who are in post, and were assessed', async () => {
    const leader = { about: 'provider', role: 'Manager' };
    logs('provider', 'leader.departed', '2026-02-01', leader);
    logs('provider', 'leader.appointed', '2026-02-02', { ...leader, ...NOBODY_ASSESSED });
    expect(await states(ledger)).toMatchObject({ leaders: 'not-met' });
    logs('provider', 'leader.appointed', '2026-02-03', { ...leader, role: 'Depot manager', ...ASSESSED });
    expect(await states(ledger)).toMatchObject({ leaders: 'met' });
  });

  it('of objectives that were achieved, or whose review is overdue', async () => {
    const data = { title: 'x', outcome: 'x', measure: 'x', driversClient: 'x', driversProvider: 'x' };
    const review = { finding: 'x', objective: 'safe' };
    logs('client', 'objective.reviewed', '2026-01-10', { ...review, nextReview: '2026-02-10' });
    logs('client', 'objective.proposed', '2026-01-11', { objective: 'green', ...data, nextReview: '2026-12-01' });
    ledger.agree({ kind: 'objective.agreed', effective: '2026-01-11', data: { objective: 'green' } });
    expect((await told('2026-02-10'))[4]).toMatchObject({ state: 'met', nextReview: '2026-02-10' });
    expect((await told('2026-02-11'))[4]).toMatchObject({ state: 'ageing', nextReview: '2026-02-10' });
    logs('client', 'objective.achieved', '2026-02-20', { objective: 'safe' });
    expect((await told('2026-03-01'))[4]).toMatchObject({ state: 'met', nextReview: '2026-12-01' });
    logs('client', 'objective.achieved', '2026-03-02', { objective: 'green' });
    expect((await told('2026-03-03'))[4]).toMatchObject({ state: 'met', nextReview: null });
  });

  it('of a figure of trust, until somebody disputes it', async () => {
    const measured = { indicator: 'trust', value: 60, from: '2026-01-01', until: '2026-01-31' };
    const figure = logs('client', 'trust.measured', '2026-02-01', measured);
    expect(await states(ledger)).toMatchObject({ behaviours: 'not-met' });
    disputes('provider', figure);
    expect(await states(ledger)).toMatchObject({ behaviours: 'met' });
  });

  it('of a body that misses its meetings, until it meets again', async () => {
    const depot = { body: 'depot', title: 'Depot', terms: 'x', meets: 'quarterly' };
    logs('client', 'governance.established', '2026-01-05', depot);
    expect((await told('2026-04-15'))[0]).toMatchObject({ state: 'met' });
    expect((await told('2026-04-16'))[0]).toMatchObject({
      ...{ state: 'not-met', lacking: ['a meeting since one was missed: depot'] },
    });
    ledger.strikes('2026-04-15T09:00:00Z');
    const missed = ledger.strikes('2026-04-16T09:00:00Z');
    disputes('client', missed[0] ?? '');
    expect((await told('2026-04-16'))[0]).toMatchObject({ state: 'met' });
    ledger.logs('client', { kind: 'entry.agreed', answers: missed[0] ?? '' });
    expect((await told('2026-04-16'))[0]).toMatchObject({ state: 'not-met' });
    logs('client', 'meeting.held', '2026-04-30', { body: 'depot', quorate: true, attended: 'All' });
    expect((await told('2026-05-01'))[0]).toMatchObject({ state: 'met', lacking: [] });
  });
});

describe('steps and stages', () => {
  it('settle a system as its register does', async () => {
    const ledger = new Ledger();
    const day = { effective: '2026-01-05' };
    const review = (decision: string): string =>
      ledger.logs('client', { ...day, kind: 'systems.reviewed', data: { system: 'risk', decision, reason: 'x' } });
    const said = async (): Promise<unknown[]> => {
      const { steps } = await stepsOf(ledger.views(), 'road', {}, NOW);
      const { systems } = await systemsOf(ledger.views(), 'road', {}, NOW);
      return [systems[0]?.situation, systems[0]?.status, !steps[3]?.lacking.includes('risk')];
    };
    review('link');
    expect(await said()).toEqual(['linked', 'asserted', true]);
    ledger.logs('client', { ...day, kind: 'systems.merged', data: { system: 'risk', from: 'x', to: 'x' } });
    expect(await said()).toEqual(['merged', 'asserted', true]);
    const again = review('merge');
    expect(await said()).toEqual(['to-merge', 'asserted', false]);
    ledger.logs('provider', { kind: 'entry.disputed', text: 'It is merged.', answers: again });
    expect(await said()).toEqual(['merged', 'asserted', true]);
  });

  it('age with the review that is next by the register of the plan', async () => {
    const ledger = new Ledger();
    tell(ledger);
    const review = { version: '1', finding: 'x', nextReview: '2027-06-30' };
    const reviewed = { kind: 'plan.reviewed', effective: '2026-03-01', data: review };
    ledger.at('2026-03-01T09:00:00Z').logs('client', reviewed);
    const asked = async (asOf: string): Promise<unknown[]> => {
      const [views, clocks] = [ledger.views(), { asOf }];
      const { steps } = await stepsOf(views, 'road', clocks, NOW);
      const { stages } = await stagesOf(views, 'road', clocks, NOW);
      const { readiness } = await readinessOf(views, 'road', clocks, NOW);
      const plan = [steps[4], stages.find(({ id }) => id === 'working-together'), readiness[7]];
      return plan.map((each) => [each?.state, each?.nextReview]);
    };
    expect(await asked('2027-01-31')).toEqual([
      ['met', '2027-06-30'],
      ['met', '2027-06-01'],
      ['met', '2027-06-30'],
    ]);
    expect(await asked('2027-07-01')).toEqual([
      ['ageing', '2027-06-30'],
      ['ageing', '2027-06-01'],
      ['ageing', '2027-06-30'],
    ]);
  });
});

describe('the stages of ISO 44001', () => {
  it('are eight, the exit among them from the first day on', async () => {
    const { stages, current } = await stagesOf(new Ledger().views(), 'road', {}, NOW);
    expect(stages).toHaveLength(8);
    expect(stages.at(-1)).toMatchObject({
      id: 'exit-strategy-activation',
      state: 'not-met',
      entered: null,
      entries: [],
    });
    expect(current).toBeNull();
  });

  it('say what was entered, and what the record shows', async () => {
    const ledger = new Ledger();
    tell(ledger);
    const entered = ledger.logs('client', { kind: 'stage.entered', data: { stage: 'working-together' } });
    const { stages, current } = await stagesOf(ledger.views(), 'road', {}, NOW);
    expect(current).toBe('working-together');
    const stage = stages.find(({ id }) => id === 'working-together');
    expect(stage).toMatchObject({ entered: '2026-01-05', state: 'met' });
    expect(stage?.entries).toContain(entered);
    expect(stages.find(({ id }) => id === 'value-creation')).toMatchObject({
      ...{ state: 'partly', lacking: ['results checked'], entered: null },
    });
    expect((await stagesOf(ledger.views(), 'road', { asOf: '2026-01-04' }, NOW)).current).toBeNull();
    ledger.logs('client', PLAN);
    ledger.agree(PLAN_AGREED);
    ledger.logs('client', { kind: 'plan.reviewed', data: { version: '1', finding: 'x', nextReview: '2027-05-31' } });
    const { stages: reviewed } = await stagesOf(ledger.views(), 'road', {}, NOW);
    expect(reviewed.find(({ id }) => id === 'working-together')).toMatchObject({ nextReview: '2027-05-31' });
  });

  it('take the word of a party that the partner was selected, which no candidate of a relationship shows', async () => {
    const ledger = new Ledger();
    const ask = async () =>
      (await stagesOf(ledger.views(), 'road', {}, NOW)).stages.find(({ id }) => id === 'partner-selection');
    ledger.logs('client', { kind: 'stage.entered', data: { stage: 'working-together' } });
    expect(await ask()).toMatchObject({ state: 'not-met', entries: [] });
    const entered = ledger.logs('client', { kind: 'stage.entered', data: { stage: 'partner-selection' } });
    expect(await ask()).toMatchObject({ state: 'met', lacking: [], upheld: '2026-01-05', entries: [entered] });
    ledger.logs('provider', { kind: 'entry.disputed', text: 'Not yet.', answers: entered });
    expect(await ask()).toMatchObject({ state: 'not-met' });
  });
});

describe('the five steps', () => {
  it('are taken one by one', async () => {
    const ledger = new Ledger();
    const ask = async (clocks: Clocks = {}) =>
      (await stepsOf(ledger.views(), 'road', clocks, NOW)).steps.map(({ state }) => state);
    expect(await ask()).toEqual(['not-met', 'not-met', 'not-met', 'not-met', 'not-met']);
    ledger.agree({
      kind: 'vision.agreed',
      data: { vision: 'x', addedValueClient: 'x', addedValueProvider: 'x', measure: 'x' },
    });
    ledger.agree({ kind: 'competencies.agreed', data: { competencies: 'x', coaching: 'x', indicators: 'x' } });
    const review = { conducive: 'yes', finding: 'x' };
    ledger.logs('client', { kind: 'arrangements.reviewed', data: { covers: 'governance', ...review } });
    expect(await ask()).toEqual(['met', 'met', 'partly', 'not-met', 'not-met']);
    ledger.logs('client', { kind: 'arrangements.reviewed', data: { covers: 'both', ...review } });
    ledger.logs('client', { kind: 'systems.merged', data: { system: 'risk', from: 'x', to: 'x' } });
    for (const system of ['knowledge', 'communication']) {
      ledger.logs('client', { kind: 'systems.reviewed', data: { system, decision: 'keep-apart', reason: 'x' } });
    }
    ledger.logs('client', {
      kind: 'systems.reviewed',
      data: { system: 'issue-resolution', decision: 'merge', reason: 'x' },
    });
    const { steps } = await stepsOf(ledger.views(), 'road', {}, NOW);
    expect(steps[3]).toMatchObject({ state: 'partly', lacking: ['issue resolution'] });
    ledger.logs('client', { kind: 'systems.merged', data: { system: 'issue-resolution', from: 'x', to: 'x' } });
    ledger.logs('client', PLAN);
    ledger.agree(PLAN_AGREED);
    expect(await ask()).toEqual(['met', 'met', 'met', 'met', 'met']);
    expect(await ask({ asOf: '2026-01-04' })).toEqual(['not-met', 'not-met', 'not-met', 'not-met', 'not-met']);
    ledger.logs('client', { kind: 'plan.reviewed', data: { version: '1', finding: 'x', nextReview: '2027-12-31' } });
    const { steps: reviewed } = await stepsOf(ledger.views(), 'road', {}, NOW);
    expect(reviewed[4]).toMatchObject({ state: 'met', nextReview: '2027-12-31' });
  });
});
