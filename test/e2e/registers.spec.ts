import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import {
  REGISTERS as NAMES,
  rowsOf,
  type AuditRegister,
  type BehaviourRegister,
  type Brought,
  type DisputeRegister,
  type ExitRegister,
  type ExtensionRegister,
  type FactorSetRegister,
  type FindingRegister,
  type IssueRegister,
  type KnowledgeRegister,
  type LeaderRegister,
  type MeetingRegister,
  type MemberRegister,
  type ObjectiveRegister,
  type PartyRegister,
  type PlanRegister,
  type ProcessRegister,
  type ProtocolRegister,
  type RegisterDates,
  type RegisterName,
  type Rubric,
  type SponsorRegister,
} from '@app/ledger';
import { ledger, ledgerJson, newDirectory, removeDirectories } from './cli';
import { startServer, tokensFor, type HttpServer, type Tokens } from './http.fixture';

const PATH = '/api/v1/relationships/north-road';
const VALUE = ['ideas', 'benefits', 'values', 'disbenefits', 'costs', 'rewards', 'assumptions'] as const;
const RISK = ['risks', 'warnings', 'disclosures'] as const;
const IMPROVEMENT = ['improvements', 'lessons', 'practices'] as const;
const PERFORMANCE = ['indicators', 'payments', 'deductions'] as const;
const FRAME = [
  'protocol',
  'parties',
  'members',
  'cases',
  'amendments',
  'extensions',
  'vision',
  'competencies',
  'arrangements',
] as const;
const WORK = [
  'bodies',
  'meetings',
  'decisions',
  'delays',
  'sponsors',
  'frameworks',
  'leaders',
  'developments',
  'systems',
  'processes',
  'communication-plans',
  'communications',
  'knowledge-plans',
  'knowledge',
] as const;
const REGISTERS = [
  'factor-sets',
  ...FRAME,
  ...WORK,
  'objectives',
  ...RISK,
  'issues',
  ...VALUE,
  ...IMPROVEMENT,
  ...PERFORMANCE,
  'behaviours',
  'coaching',
  'trust-indicators',
  'exit',
  'plan',
  'stakeholders',
  'disputes',
  'candidates',
  'audits',
  'findings',
] as const;

describe('the registers of the sample contract', () => {
  const directory = mkdtempSync(join(tmpdir(), 'ledger-registers-'));
  let server: HttpServer;
  let tokens: Tokens;
  let seen: string;

  beforeAll(async () => {
    server = await startServer({ demo: true, clock: Date.now, place: { directory, eventStoreUrl: null } });
    tokens = await tokensFor(server, 'north-road');
    seen = String(await server.api.store.head());
    await read('objectives');
  });
  afterAll(async () => {
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  async function read<Register>(address: string): Promise<Register> {
    const { status, text } = await server.call(`${PATH}/${address}${address.includes('?') ? '&' : '?'}seen=${seen}`, {
      token: tokens.auditor,
    });
    expect([address, status]).toEqual([address, 200]);
    return JSON.parse(text) as Register;
  }

  it('hold the objectives, with what each party wants, and their milestones', async () => {
    const { objectives, ...dates } = await read<ObjectiveRegister>('objectives?asOf=2026-03-31');
    const onRecord = { withoutProtocol: null, restsOnImport: null };
    expect(dates).toEqual({ relationship: 'north-road', asOf: '2026-03-31', knownAt: null, ...onRecord });
    expect(objectives.map(({ id, situation }) => [id, situation])).toEqual([
      ['obj-safety', 'achieved'],
      ['obj-programme', 'retired'],
      ['obj-backlog', 'proposed'],
      ['obj-calendar', 'achieved'],
      ['obj-right-first', 'achieved'],
    ]);
    expect(objectives[0]).toMatchObject({
      title: 'Safe in a day',
      due: '2018-03-31',
      parties: {
        client: { drivers: 'Public safety, fewer claims', weight: 100 },
        provider: { drivers: 'Fewer call-outs at night', weight: 70 },
      },
      milestones: [{ id: 'ms-rota', situation: 'met', due: '2017-03-31' }],
    });
    expect(objectives.at(-1)?.milestones).toMatchObject([{ id: 'ms-repeat-10', situation: 'met', due: '2022-11-30' }]);
  });

  it('show an objective as it stood, and as it was known, at earlier dates', async () => {
    const rightFirst = async (dates: string) =>
      (await read<ObjectiveRegister>(`objectives?${dates}`)).objectives.find(({ id }) => id === 'obj-right-first');
    expect(await rightFirst('asOf=2021-04-14')).toBeUndefined();
    expect(await rightFirst('asOf=2022-07-05')).toMatchObject({
      situation: 'agreed',
      milestones: [{ situation: 'missed', due: '2022-06-30' }],
    });
    expect(await rightFirst('asOf=2022-10-31')).toMatchObject({
      milestones: [{ situation: 'missed', due: '2022-11-30' }],
    });
    // Its agreement was logged eight days after it took effect.
    expect(await rightFirst('asOf=2021-04-30&knownAt=2021-04-19')).not.toMatchObject({ situation: 'agreed' });
    expect(await rightFirst('asOf=2021-04-30&knownAt=2021-04-30')).toMatchObject({ situation: 'agreed' });
    // The ledger itself knew nothing of it before the import.
    expect(await rightFirst('knownAt=2022-01-01&clock=ledger')).toBeUndefined();
  });

  it('hold the issues, where they are on the ladder, and how often they came back', async () => {
    const { issues } = await read<IssueRegister>('issues?asOf=2026-03-31');
    expect(issues).toHaveLength(10);
    const byId = new Map(issues.map((issue) => [issue.id, issue]));
    expect(byId.get('iss-embankment')).toMatchObject({
      situation: 'open',
      impact: 'high',
      level: 2,
      owner: 'provider',
      raised: '2026-02-16',
      raisedBy: 'client',
      resolved: null,
    });
    expect(byId.get('iss-index')).toMatchObject({ situation: 'resolved', level: 3, resolved: '2021-05-27' });
    expect(byId.get('iss-parking')).toMatchObject({ situation: 'resolved', resolved: '2023-07-28', reopened: 1 });
    expect(byId.get('iss-records')).toMatchObject({ situation: 'withdrawn', owner: null, resolved: null });
    const then = await read<IssueRegister>('issues?asOf=2023-07-25');
    expect(then.issues.find(({ id }) => id === 'iss-parking')).toMatchObject({ situation: 'open', reopened: 1 });
  });

  it('hold the formal disputes, and the way that each went', async () => {
    const { disputes } = await read<DisputeRegister>('disputes?asOf=2026-03-31');
    expect(disputes.map(({ id, situation }) => [id, situation])).toEqual([
      ['dis-patch', 'adjudicated'],
      ['dis-index', 'settled'],
    ]);
    expect(disputes[1]).toMatchObject({
      matter: 'Indexation',
      procedure: 'mediation',
      issue: 'iss-index',
      settled: '2021-05-27',
      reference: 'CE-104',
      path: [
        { step: 'notified', party: 'provider' },
        { step: 'mediated', party: 'joint', result: 'part-settled' },
        { step: 'settled', party: 'client', status: 'agreed' },
      ],
    });
    const { disputes: then } = await read<DisputeRegister>('disputes?asOf=2021-05-28&knownAt=2021-05-28');
    expect(then[1]).toMatchObject({ situation: 'mediated', settled: null });
  });

  it('hold the principles, and what was observed of each party', async () => {
    const { behaviours } = await read<BehaviourRegister>('behaviours?asOf=2026-03-31');
    expect(behaviours.map(({ id, situation }) => [id, situation])).toEqual(
      ['open-book', 'early-word', 'one-team', 'in-the-room', 'own-it'].map((id) => [id, 'agreed']),
    );
    expect(behaviours[1]?.observed).toMatchObject([
      {
        about: 'provider',
        inLine: [
          { effective: '2017-01-10', by: 'client', status: 'agreed' },
          { effective: '2023-10-19', status: 'asserted' },
        ],
        fellShort: [{ effective: '2018-11-14', status: 'agreed' }],
      },
      { about: 'client', inLine: [{ effective: '2026-03-05' }], fellShort: [{ status: 'disputed' }] },
    ]);
    const { factorSet, proposed } = await read<BehaviourRegister>('behaviours?asOf=2016-09-30');
    expect([factorSet, proposed.length, proposed.at(-1)]).toEqual(['mutuality@1.0-draft', 6, 'Risk & Reward Sharing']);
    expect(await read('coaching?asOf=2026-03-31')).toMatchObject({
      coaching: [{ principle: 'in-the-room', about: 'provider', effective: '2021-06-24' }],
    });
    const { behaviours: first } = await read<BehaviourRegister>('behaviours?asOf=2016-09-30&knownAt=2016-09-15');
    expect(first.every(({ situation }) => situation === 'waiting')).toBe(true);
  });

  it('hold the risks: what was warned of, how it was judged, what happened, what was told late', async () => {
    const { risks } = await read<{ risks: object[] }>('risks?asOf=2026-03-31');
    expect(risks).toMatchObject([
      { id: 'risk-winter', situation: 'open', exposure: 12, mitigations: [{ by: 'provider' }] },
      { id: 'risk-skills', exposure: 6, firstExposure: 12, assessments: [{}, { by: 'joint', status: 'agreed' }] },
      { id: 'risk-bridge', situation: 'happened', amounts: [{ amount: '64000.00', currency: 'GBP' }] },
      { id: 'risk-resilience', situation: 'closed', outcome: 'Did not happen', closed: '2021-11-16' },
      { id: 'risk-bitumen', shared: true, allocations: [{ basis: 'Neither side can steer the oil price' }] },
      { id: 'risk-town-centre', warnings: [] },
    ]);
    const { risks: then } = await read<{ risks: object[] }>('risks?asOf=2018-04-01');
    expect(then[1]).toMatchObject({ id: 'risk-skills', exposure: 12 });
    const { warnings } = await read<{ warnings: object[] }>('warnings?asOf=2026-03-31');
    expect(warnings.map((each) => (each as { couldAffect: string[] }).couldAffect)).toEqual([
      ['cost'],
      ['time'],
      ['safety'],
    ]);
    expect(await read('disclosures?asOf=2026-03-31')).toMatchObject({
      disclosures: [
        { risk: 'risk-bridge', about: 'client', knownSince: '2018-06', daysKnown: 173, status: 'remedied' },
        { risk: 'risk-resilience', about: 'provider', status: 'disputed' },
      ],
    });
  });

  it('hold improvements with their targets, lessons, and the practice of others', async () => {
    const { improvements } = await read<{ improvements: object[] }>('improvements?asOf=2026-03-31');
    expect(improvements).toMatchObject([
      { id: 'imp-cores', situation: 'identified', status: 'asserted', abandonedBy: null, targets: [] },
      { id: 'imp-carbon', situation: 'met', targets: [{ target: 6.4, result: 6.4, ended: '2025-04-01' }] },
      { id: 'imp-enquiries', situation: 'missed', targets: [{ target: 3, result: 3.4, due: '2025-06-30' }] },
    ]);
    expect((await read<{ improvements: object[] }>('improvements?asOf=2025-07-01')).improvements[2]).toMatchObject({
      situation: 'targeted',
      overdue: true,
    });
    expect(await read('lessons?asOf=2026-03-31')).toMatchObject({
      lessons: [
        { id: 'les-snow', situation: 'applied', applied: [{}], repeated: [{ status: 'agreed' }] },
        { id: 'les-bridge', situation: 'applied' },
        { id: 'les-town', situation: 'captured' },
      ],
    });
    expect(await read('practices?asOf=2026-03-31')).toMatchObject({
      practices: [
        { practice: 'Joint call centre', situation: 'reviewed', decision: 'undecided', factors: [612] },
        { practice: 'Yearly reset day', situation: 'adopted', decision: 'adopt', factors: [614] },
        { practice: 'Crew-led safety walks', situation: 'adopted', decision: null, factors: [612] },
      ],
    });
  });

  it('hold the figures of performance and of trust, and what was done about a miss', async () => {
    const { indicators } = await read<{ indicators: object[] }>('indicators?asOf=2020-05-01');
    expect(indicators[1]).toMatchObject({
      id: 'ind-programme',
      situation: 'off-target',
      value: 71,
      direction: 'at-least',
      every: 'year',
      acts: [],
      unacted: [{ due: '2020-04-28' }],
    });
    const { indicators: now } = await read<{ indicators: object[] }>('indicators?asOf=2026-03-31');
    expect(now).toMatchObject([
      { id: 'ind-safety', situation: 'on-target', deductions: [expect.any(String)] },
      {
        id: 'ind-programme',
        value: 93,
        overdue: [{}],
        acts: [{ action: 'Joint look-ahead', effective: '2021-05-25' }],
      },
    ]);
    expect(await read('trust-indicators?asOf=2020-05-01')).toMatchObject({
      trustIndicators: [{ id: 'tru-candour', value: 2.1, situation: 'off-target', unacted: [{ due: '2020-04-28' }] }],
    });
    expect(await read('payments?asOf=2026-03-31')).toMatchObject({
      payments: [
        { situation: 'made', to: 'provider', daysLate: 0 },
        { situation: 'late', about: 'client', daysLate: 31, status: 'agreed' },
        { situation: 'late', about: 'client', daysLate: 21, status: 'disputed' },
      ],
      totals: [
        { financialYear: '2017/18', situation: 'made', amount: '1310000.00' },
        { financialYear: '2019/20', situation: 'late', amount: '2140000.00', disputed: '960000.00' },
      ],
    });
    expect(await read('deductions?asOf=2026-03-31')).toMatchObject({
      deductions: [{ about: 'provider', indicator: 'ind-safety' }],
      totals: [{ financialYear: '2019/20', about: 'provider', amount: '57000.00' }],
    });
  });

  it('hold the value: ideas, benefits, and what was lost and shared', async () => {
    const on = async <Row>(name: string, day: string) =>
      (await read<Record<string, readonly Row[]>>(`${name}?asOf=${day}`))[name] ?? [];
    expect(await on('ideas', '2026-03-31')).toMatchObject([
      { id: 'idea-night', situation: 'implemented', proposedBy: 'provider', answerFrom: 'client' },
      { id: 'idea-verge', situation: 'implemented', benefits: ['ben-verge'] },
      { id: 'idea-vans', situation: 'declined', declinedBecause: 'Insurance', inTime: true },
      { id: 'idea-area', situation: 'proposed', answered: null, unanswered: expect.any(String) },
    ]);
    const pounds = (amount: string) => ({ amount, currency: 'GBP' });
    expect(await on('benefits', '2026-03-31')).toMatchObject([
      { id: 'ben-night', situation: 'realised', forecast: pounds('140000.00'), realised: [pounds('151500.00')] },
      { id: 'ben-verge', situation: 'realised', realised: [], cameFrom: 'idea-verge', to: 'community' },
      { id: 'ben-repeat', situation: 'realised', realised: [pounds('129000.00')], missed: [pounds('51000.00')] },
    ]);
    expect((await on('benefits', '2019-10-31'))[1]).toMatchObject({
      id: 'ben-verge', situation: 'unreported', unreported: expect.any(String),
    }); // prettier-ignore
    expect(await on('values', '2026-03-31')).toMatchObject([{ party: 'client' }, { party: 'provider' }]);
    expect(await on('disbenefits', '2026-03-31')).toMatchObject([{ title: 'Noise at night', borneBy: 'community' }]);
    expect(await on('rewards', '2026-03-31')).toMatchObject([{ clientShare: pounds('42000.00') }]);
    expect(await on('rewards', '2018-04-18')).toEqual([]);
  });

  it('say what was brought, by financial and by contract year, with the score of the time', async () => {
    const brought = await read<Brought>('brought?asOf=2026-03-31');
    expect(brought.note).toContain('not proof of cause');
    const year = brought.financialYears.find((each) => each.year === '2018/19');
    expect(year).toMatchObject({
      scoreOn: '2019-03-31',
      totals: [{ currency: 'GBP', realised: { amount: '151500.00' }, forecast: { amount: '140000.00' } }],
      parties: [{ party: 'both' }],
    });
    const { json } = await server.call(`${PATH}/score?asOf=2019-03-31&seen=${seen}`, { token: tokens.auditor });
    expect(year?.score).toBe(json['score']);
    const dates = ['--as-of', '2026-03-31', '--data', directory];
    expect(await ledgerJson(['brought', 'north-road', ...dates])).toEqual(brought);
    const { stdout } = await ledger(['brought', 'north-road', ...dates]);
    expect(stdout).toContain(brought.note);
    expect(stdout).toMatch(/2018\/19 .* both .* 151500\.00/);
    const refused = await server.call(`${PATH}/brought?format=csv`, { token: tokens.auditor });
    expect([refused.status, refused.json.code]).toEqual([400, 'invalid-parameter']);
  });

  it('hold the frame: protocol, parties, members and the options to extend', async () => {
    const { protocol } = await read<ProtocolRegister>('protocol?asOf=2026-03-31');
    expect(protocol).toMatchObject([{ situation: 'in-force', retentionYears: 12, answerDays: 28, status: 'agreed' }]);
    const { parties } = await read<PartyRegister>('parties?asOf=2026-03-31');
    expect(parties).toMatchObject([
      { id: 'client', name: 'North Council', situation: 'party' },
      { id: 'provider', name: 'Fieldway', situation: 'party' },
      { id: 'utilities', role: 'partner', situation: 'left', since: '2023-05-02', until: '2023-11-30' },
    ]);
    const { parties: then } = await read<PartyRegister>('parties?asOf=2023-06-30');
    expect(then.at(-1)).toMatchObject({ id: 'utilities', situation: 'party', until: null });
    const manager = async (asOf: string) =>
      (await read<MemberRegister>(`members?asOf=${asOf}`)).members.find(({ member }) => member === 'm-provider-3');
    expect(await manager('2018-11-29')).toMatchObject({ situation: 'admitted', mayAct: true, mayAgree: false });
    expect(await manager('2018-11-30')).toMatchObject({ situation: 'withdrawn', mayAct: false });
    const { extensions, end } = await read<ExtensionRegister>('extensions?asOf=2026-03-31');
    expect([end, extensions]).toMatchObject(['2028-03-31', [{ outcome: 'exercised', decided: '2025-06-18' }]]);
  });

  it('hold governance, sponsors, leaders and joint systems', async () => {
    const { meetings } = await read<MeetingRegister>('meetings?asOf=2026-03-31');
    const board = meetings.filter(({ body }) => body === 'joint-board').map(({ situation }) => situation);
    expect(board.filter((situation) => situation === 'missed')).toHaveLength(2);
    expect(board.filter((situation) => situation === 'held').length).toBeGreaterThan(10);
    expect(board.at(-1)).toBe('planned');
    const { sponsors } = await read<SponsorRegister>('sponsors?asOf=2020-01-01');
    expect(sponsors).toMatchObject([
      { party: 'provider', situation: 'vacant', interim: 'None named' },
      { party: 'client', situation: 'in-post' },
    ]);
    const { leaders } = await read<LeaderRegister>('leaders?asOf=2020-01-01');
    expect(leaders.find(({ role }) => role === 'Contract director')).toMatchObject({
      situation: 'in-post',
      assessed: 2,
      otherPartyConsulted: false,
      assessments: { capabilityAssessed: true, aptitudeAssessed: false },
    });
    const { processes } = await read<ProcessRegister>('processes?asOf=2026-03-31');
    expect(processes[0]).toMatchObject({ process: 'Joint inspection', bypassed: [{ status: 'disputed' }] });
    const { knowledge } = await read<KnowledgeRegister>('knowledge?asOf=2026-03-31');
    expect(knowledge.find(({ subject }) => subject === 'Defect photographs')).toMatchObject({
      situation: 'withheld',
      status: 'remedied',
    });
  });

  it('are all to be had as CSV, the same over HTTP and on the command line', async () => {
    for (const name of Object.keys(NAMES) as RegisterName[]) {
      const { status, text, headers } = await server.call(`${PATH}/${name}?asOf=2026-03-31&format=csv&seen=${seen}`, {
        token: tokens.auditor,
      });
      expect([name, status, headers.get('content-type')]).toEqual([name, 200, 'text/csv; charset=utf-8']);
      expect(headers.get('content-disposition')).toBe(`attachment; filename="north-road-${name}.csv"`);
      expect(headers.get('etag')).toMatch(/^"/);
      const register = await read<RegisterDates>(`${name}?asOf=2026-03-31`);
      expect(parse(text, { columns: true })).toHaveLength(rowsOf(name, register).length);
    }
    const words = ['benefits', 'north-road', '--as-of', '2026-03-31', '--csv', '--data', directory];
    const { text } = await server.call(`${PATH}/benefits?asOf=2026-03-31&format=csv&seen=${seen}`, {
      token: tokens.auditor,
    });
    expect(await ledger(words)).toEqual({ exitCode: 0, stdout: text, stderr: '' });
    expect(await ledger([...words, '--json'])).toMatchObject({ exitCode: 1, stdout: '' });
    const refused = await server.call(`${PATH}/issues?format=xml`, { token: tokens.auditor });
    expect([refused.status, refused.json.code]).toEqual([400, 'invalid-parameter']);
  });

  it('hold the versions of the method, and what the change of it did', async () => {
    const { factorSets, ...now } = await read<FactorSetRegister>('factor-sets?asOf=2026-03-31');
    expect(now).toMatchObject({ inForce: 'mutuality@1.1-north-road', builtIn: { version: 'mutuality@1.0-draft' } });
    expect(factorSets).toMatchObject([
      {
        situation: 'in-force',
        proposed: '2021-11-08',
        agreedBy: [{ party: 'client' }, { party: 'provider' }],
        inForceFrom: '2022-01-25',
        change: { added: [], removed: [], parameters: [] },
      },
    ]);
    const { before, after, effect } = factorSets[0]?.methodEffect ?? { before: 0, after: 0, effect: 0 };
    expect(effect).toBeCloseTo(after - before, 3);
    const score = await read<{ view: number }>('score?asOf=2022-01-25&factorSet=1.0-draft');
    expect(score.view).toBe(before);
    const rubric = await read<Rubric>('rubric?asOf=2026-03-31&factor=609');
    expect(rubric).toMatchObject({ factorSet: 'mutuality@1.1-north-road', factors: [{ code: 609, weight: 100 }] });
    expect(
      await ledgerJson(['rubric', 'north-road', '--as-of', '2026-03-31', '--factor', '609', '--data', directory]),
    ).toEqual(rubric);
  });

  it('hold the exit strategy and the plan, version by version, with the next review', async () => {
    const { exit, ...state } = await read<ExitRegister>('exit?asOf=2026-03-31');
    expect(state).toMatchObject({ situation: 'agreed', nextReview: '2026-12-04', overdue: false });
    expect(state.triggered).toMatchObject([{ effective: '2020-03-19', ends: '2020-08-31' }]);
    expect(state.handedOver).toMatchObject([{ effective: '2020-09-01', to: 'Lighting team, North Council' }]);
    expect(exit.map(({ version, situation, agreed, reviews }) => [version, situation, agreed, reviews.length])).toEqual(
      [
        ['1', 'issued', null, 1],
        ['2', 'replaced', '2021-09-16', 2],
        ['4', 'agreed', '2025-12-04', 0],
      ],
    );
    expect(exit[1]?.parts).toMatchObject({ people: 'Transfer list kept up to date each spring' });
    expect(exit[1]?.reviews).toMatchObject([{ changes: ['periodic'], counted: true }, { nextReview: '2026-09-11' }]);
    const then = await read<ExitRegister>('exit?asOf=2018-03-31');
    expect(then).toMatchObject({ situation: 'proposed', nextReview: '2018-03-16', overdue: true });
    const { plan, ...now } = await read<PlanRegister>('plan?asOf=2026-03-31');
    expect(now).toMatchObject({ situation: 'agreed', nextReview: '2024-06-08', overdue: true });
    expect(plan.map(({ version, situation }) => [version, situation])).toEqual([
      ['1', 'replaced'],
      ['2', 'agreed'],
    ]);
  });

  it('hold audits and their findings, and show an independent rating beside the score', async () => {
    const { audits } = await read<AuditRegister>('audits?asOf=2026-03-31');
    expect(audits).toMatchObject([
      { id: 'aud-2020', openedBy: 'client', findings: ['fin-winter', 'fin-board'], open: 1 },
    ]);
    const { findings } = await read<FindingRegister>('findings?asOf=2021-05-01');
    expect(findings.map(({ id, situation, due }) => [id, situation, due])).toEqual([
      ['fin-winter', 'open', null],
      ['fin-board', 'answered', '2021-09-30'],
    ]);
    const { independent } = await read<{ independent: object[] }>('score?asOf=2026-03-31');
    expect(independent).toMatchObject([
      { factor: 603, assessor: 'peer', level: 3, effective: '2024-03-05', status: 'agreed' },
      { factor: 614, assessor: 'peer', level: 4 },
    ]);
    const explained = await read<{ independent: object[] }>('score/explanation?factor=614&asOf=2026-03-31');
    expect(explained.independent).toEqual(independent.slice(1));
  });

  it('name entries of the trail behind every row', async () => {
    const { entries } = await read<{ entries: { id: string; status: string }[] }>('trail');
    const statuses = new Map(entries.map(({ id, status }) => [id, status]));
    for (const name of REGISTERS) {
      const register = await read<RegisterDates>(name);
      const rows = rowsOf(name, register) as readonly { readonly entries: readonly string[] }[];
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) {
        expect(row.entries.length).toBeGreaterThan(0);
        for (const id of row.entries) expect(statuses.get(id)).toMatch(/asserted|agreed|noted|disputed|remedied/);
      }
    }
  });

  it('are read like everything else: by ETag, and refused by code', async () => {
    const token = tokens.auditor;
    for (const name of REGISTERS) {
      const first = await server.call(`${PATH}/${name}`, { token });
      const again = await server.call(`${PATH}/${name}`, {
        token,
        headers: { 'if-none-match': first.headers.get('etag') ?? '' },
      });
      expect([again.status, again.text]).toEqual([304, '']);
      for (const wrong of ['asOf=2026-02-30', 'knownAt=soon', 'clock=sundial', 'unknown=1', 'asOf=1&asOf=2']) {
        const refused = await server.call(`${PATH}/${name}?${wrong}`, { token });
        expect([wrong, refused.status, refused.json.code]).toEqual([wrong, 400, 'invalid-parameter']);
      }
    }
  });

  it.each([
    ['factor-sets', 'The bad years were lost in issues and in trust, not in plans.'],
    ['protocol', 'it replaces no notice under the contract.'],
    ['parties', 'Vale Utilities'],
    ['members', 'Account manager, Fieldway'],
    ['meetings', 'Joint board'],
    ['leaders', 'Contract director'],
    ['communication-plans', 'Plan reviewed; ward members get a map of works.'],
    ['objectives', 'Safe in a day'],
    ['issues', 'Who pays for the slip monitoring'],
    ['benefits', 'Fewer detours, faster gangs'],
    ['behaviours', 'Risk & Reward Sharing'],
    ['risks', 'Salt runs short in a long winter'],
    ['warnings', 'safety        s-0592'],
    ['improvements', 'Carbon per mile down a third'],
    ['lessons', 'One traffic order for all works saves a month.'],
    ['indicators', 'Planned works done in their month'],
    ['trust-indicators', 'We hear bad news from them first'],
    ['deductions', '57000.00 GBP'],
    ['disputes', 'Defective patching'],
    ['exit', 'Transfer list kept up to date each spring'],
    ['plan', 'How a third party joins and leaves.'],
    ['candidates', 'Larch Surfacing (fictional)'],
    ['audits', 'Contract management'],
    ['findings', 'Winter readiness is well kept'],
  ] as const)('are the same on the command line: %s', async (name, title) => {
    const dates = ['--as-of', '2026-03-31', '--known-at', '2026-03-20T12:00:00Z', '--clock', 'claimed'];
    const words = [name, 'north-road', ...dates, '--data', directory];
    expect(await ledgerJson(words)).toEqual(
      await read(`${name}?asOf=2026-03-31&knownAt=2026-03-20T12:00:00Z&clock=claimed`),
    );
    const { exitCode, stdout, stderr } = await ledger(words);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toContain('As of 2026-03-31, as known at 2026-03-20T12:00:00.000Z');
    expect(stdout).toContain(title);
    expect(await ledger([name, 'nowhere', '--data', directory])).toMatchObject({ exitCode: 1, stdout: '' });
  });
});

describe('the registers of an import', () => {
  afterAll(removeDirectories);

  it('take lines in any order, and what they leave out as left out', async () => {
    const [file, data] = [join(newDirectory(), 'journal.ndjson'), newDirectory()];
    const milestone = { objective: 'safe', milestone: 'rota' };
    const about = { principle: 'openness' };
    const lines = [
      { kind: 'milestone.met', effective: '2024-03-05', data: milestone },
      { kind: 'milestone.missed', effective: '2024-02-29', data: milestone },
      { kind: 'milestone.set', effective: '2024-01-10', data: { ...milestone, due: '2024-02-29' } },
      { kind: 'issue.resolved', effective: '2024-03', data: { issue: 'keys' } },
      { kind: 'issue.raised', effective: '2024-02', data: { issue: 'keys', owner: 'client' } },
      { kind: 'behaviour.observed', effective: '2024-03', sign: '-', data: { ...about, about: 'provider' } },
      { kind: 'behaviour.observed', effective: '2024-02', sign: '+', data: about },
      { kind: 'behaviour.observed', effective: '2024-01', sign: '0', data: about },
      { kind: 'objective.reviewed', effective: '2024-03', data: { finding: 'All of them on course' } },
    ].map((line, index) => ({ id: `e-${index}`, relationship: 'old-road', party: 'client', ...line }));
    writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    await ledgerJson(['import', file, '--data', data]);
    const read = <Register>(name: string, asOf: string) =>
      ledgerJson<Register>([name, 'old-road', '--as-of', asOf, '--data', data]);

    const { objectives } = await read<ObjectiveRegister>('objectives', '2024-03-31');
    const rota = { id: 'rota', title: null, due: '2024-02-29' };
    expect(objectives).toMatchObject([
      { id: 'safe', title: null, situation: 'proposed', milestones: [{ ...rota, situation: 'met' }] },
    ]);
    expect(objectives[0]?.entries).toEqual(['e-2', 'e-1', 'e-0']);
    const { objectives: then } = await read<ObjectiveRegister>('objectives', '2024-03-01');
    expect(then[0]?.milestones).toMatchObject([{ ...rota, situation: 'missed' }]);

    const { issues } = await read<IssueRegister>('issues', '2024-03-31');
    expect(issues).toMatchObject([
      { id: 'keys', situation: 'resolved', raised: '2024-02', raisedBy: 'client', resolved: '2024-03', impact: null },
    ]);
    const { behaviours } = await read<BehaviourRegister>('behaviours', '2024-03-31');
    expect(behaviours).toMatchObject([
      {
        id: 'openness',
        title: null,
        situation: 'none',
        observed: [
          { about: null, inLine: [{ entry: 'e-6', effect: null }], fellShort: [] },
          { about: 'provider', inLine: [], fellShort: [{ entry: 'e-5' }] },
        ],
        entries: ['e-7', 'e-6', 'e-5'],
      },
    ]);
  });
});
