import { PROBLEMS, QUESTIONS, REGISTERS, type ProblemCode } from '@app/ledger';
import { CONTROLLERS } from '../../apps/api/src/api.module';
import { routeRulesOf } from '../../apps/api/src/access/rule';
import { startNorthRoad, startServer, tokensFor, type HttpServer, type Tokens } from './http.fixture';

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly example?: unknown;
  readonly examples?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}
interface Operation {
  readonly summary?: string;
  readonly operationId?: string;
  readonly security?: readonly object[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<
    Record<
      string,
      {
        readonly description: string;
        readonly content?: Readonly<Record<string, { readonly schema: Schema; readonly examples?: object }>>;
      }
    >
  >;
}
interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const VALUE = ['ideas', 'benefits', 'values', 'disbenefits', 'costs', 'rewards', 'assumptions'];
const FRAME = ['protocol', 'parties', 'members', 'cases', 'amendments', 'extensions', 'vision', 'competencies'];
const WORK = [
  ...['arrangements', 'bodies', 'meetings', 'decisions', 'delays', 'sponsors', 'frameworks', 'leaders', 'developments'],
  ...['systems', 'processes', 'communication-plans', 'communications', 'knowledge-plans', 'knowledge'],
];
const PATH = '/api/v1/relationships/north-road';
/** What a question cannot be asked without. */
const NEEDED: Readonly<Record<string, string>> = { 'what-if': 'weights=603:50', 'audit-sample': 'seed=20260331' };

describe('the description of the API', () => {
  let server: HttpServer;
  let tokens: Tokens;
  let description: Description;

  beforeAll(async () => {
    ({ server, tokens } = await startNorthRoad());
    description = JSON.parse((await server.call('/api/openapi.json')).text) as Description;
  });
  afterAll(() => server.stop());

  const operations = () =>
    Object.entries(description.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
    );
  const resolve = (schema: Schema): Schema =>
    schema.$ref ? (description.components.schemas[schema.$ref.replace('#/components/schemas/', '')] ?? {}) : schema;

  it('holds every route but the front page', () => {
    const routes = CONTROLLERS.flatMap((controller) => routeRulesOf(controller))
      .map(({ method, url }) => `${method} ${url.replace(/:(\w+)/g, '{$1}').replace('/*', '/{path}')}`)
      .filter((route) => route !== 'GET /');
    expect(
      operations()
        .map(({ method, path }) => `${method} ${path}`)
        .sort(),
    ).toEqual(routes.sort());
  });

  it('names each operation once', () => {
    const names = operations().map(({ operation }) => operation.operationId);
    expect(new Set(names).size).toBe(names.length);
  });

  it('gives an example of every field that is no object of its own', () => {
    const lacking = Object.entries(description.components.schemas).flatMap(([name, { properties = {} }]) =>
      Object.entries(properties)
        .filter(([, { $ref, allOf, items, example, examples }]) => {
          const isObject = $ref !== undefined || allOf !== undefined || items?.$ref !== undefined;
          return !isObject && example === undefined && examples === undefined;
        })
        .map(([property]) => `${name}.${property}`),
    );
    expect(lacking).toEqual([]);
  });

  it('asks for a token or a session, once a route', () => {
    for (const { path, operation } of operations()) {
      expect([path, operation.security ?? []]).toEqual([path, expect.any(Array)]);
      expect((operation.security ?? []).length).toBeLessThan(3);
    }
  });

  it('describes every body, answer and problem', () => {
    for (const { method, path, operation } of operations()) {
      expect([path, operation.summary]).toEqual([path, expect.any(String)]);
      if (method === 'POST') {
        const { 'application/json': json, ...others } = operation.requestBody?.content ?? {};
        const body = resolve(json?.schema ?? {});
        const shape = body.properties ?? resolve(body.items ?? {}).properties;
        // A file has no shape.
        const files = Object.values(others).filter(({ schema }) => schema.format === 'binary');
        expect([path, files.length === 0 ? shape : files[0]]).toEqual([path, expect.any(Object)]);
      }
      for (const [status, { description: text, content }] of Object.entries(operation.responses)) {
        expect([path, status, text]).toEqual([path, status, expect.stringMatching(/./)]);
        if (Number(status) >= 400 && !path.startsWith('/health')) {
          const problem = content?.['application/problem+json'];
          expect(problem?.schema.$ref).toBe('#/components/schemas/ProblemAnswer');
          expect(
            Object.keys(problem?.examples ?? {}).every(
              (code) => PROBLEMS[code as ProblemCode].status === Number(status),
            ),
          ).toBe(true);
        }
      }
    }
  });

  it('names every property of what is answered', async () => {
    const note = { kind: 'note.logged', effective: '2026-03-30', factor: 614, sign: '+', text: 'Good.' };
    const { json } = await server.post(`${PATH}/entries`, tokens.client, note);
    await server.post(`${PATH}/entries`, tokens.client, {
      kind: 'rating.given',
      effective: '2026-03-30',
      factor: 614,
      level: 2,
    });
    await fillRegisters();
    const reads: [string, string][] = [
      ['/api/v1/relationships', '/api/v1/relationships'],
      [PATH, '/api/v1/relationships/{relationship}'],
      [`${PATH}/trail`, '/api/v1/relationships/{relationship}/trail'],
      [`${PATH}/entries`, '/api/v1/relationships/{relationship}/entries'],
      [`${PATH}/entries/${json.id}`, '/api/v1/relationships/{relationship}/entries/{entry}'],
      [`${PATH}/score`, '/api/v1/relationships/{relationship}/score'],
      [`${PATH}/score/history?every=quarter`, '/api/v1/relationships/{relationship}/score/history'],
      [`${PATH}/score/explanation?factor=614`, '/api/v1/relationships/{relationship}/score/explanation'],
      [
        `${PATH}/score/difference?from=2026-01-01&to=2026-03-31`,
        '/api/v1/relationships/{relationship}/score/difference',
      ],
      [`${PATH}/basis`, '/api/v1/relationships/{relationship}/basis'],
      [`${PATH}/replay`, '/api/v1/relationships/{relationship}/replay'],
      ...[...FRAME, ...WORK, 'objectives', 'issues', ...VALUE, 'behaviours', 'disputes', 'brought'].map(
        (name): [string, string] => [`${PATH}/${name}`, `/api/v1/relationships/{relationship}/${name}`],
      ),
      ...Object.keys(QUESTIONS).map((name): [string, string] => [
        `${PATH}/${name}?${NEEDED[name] ?? ''}`,
        `/api/v1/relationships/{relationship}/${name}`,
      ]),
      ['/api/v1/portfolio', '/api/v1/portfolio'],
      ['/api/v1/portfolio/extract', '/api/v1/portfolio/extract'],
      [`${PATH}/extract`, '/api/v1/relationships/{relationship}/extract'],
      ['/api/v1/session', '/api/v1/session'],
      ['/api/v1/problems', '/api/v1/problems'],
      ['/api/v1/catalogue', '/api/v1/catalogue'],
      ['/health/live', '/health/live'],
      ['/health/ready', '/health/ready'],
    ];
    for (const [address, path] of reads) {
      const answer = await server.call(`${address}`, { token: tokens.client });
      expect([address, answer.status]).toEqual([address, 200]);
      const schema = description.paths[path]?.['get']?.responses['200']?.content?.['application/json']?.schema ?? {};
      expect(differences(answer.json, schema, address)).toEqual([]);
    }
  });

  it('describes every register and every answer of the sample', async () => {
    const sample = await startServer({ demo: true, clock: Date.now });
    try {
      const { auditor } = await tokensFor(sample, 'north-road');
      const seen = String(await sample.api.store.head());
      const undescribed: string[] = [];
      for (const name of [...Object.keys(REGISTERS), ...Object.keys(QUESTIONS)]) {
        const address = `${PATH}/${name}?seen=${seen}&${NEEDED[name] ?? ''}`;
        const { status, json } = await sample.call(address, { token: auditor });
        expect([address, status]).toEqual([address, 200]);
        const { get } = description.paths[`/api/v1/relationships/{relationship}/${name}`] ?? {};
        const schema = get?.responses['200']?.content?.['application/json']?.schema ?? {};
        expect(schema).toHaveProperty('$ref');
        undescribed.push(...differences(json, schema, name));
      }
      expect(undescribed).toEqual([]);
    } finally {
      await sample.stop();
    }
  });

  /** A row in every register, with all that a row can hold. */
  async function fillRegisters(): Promise<void> {
    const log = (token: string, kind: string, data: object) =>
      server.post(`${PATH}/entries`, token, { kind, effective: '2026-03-30', data });
    await log(tokens.client, 'objective.proposed', {
      objective: 'safe',
      title: 'Safe',
      outcome: 'Safe',
      measure: 'Share',
      driversClient: 'Claims',
      driversProvider: 'Nights',
    });
    await log(tokens.client, 'milestone.set', {
      objective: 'safe',
      milestone: 'rota',
      title: 'Rota',
      due: '2026-06-30',
    });
    const agreed = await log(tokens.client, 'objective.agreed', { objective: 'safe' });
    await server.post(`${PATH}/entries/${agreed.json.id}/agreement`, tokens.provider, {});
    const change = await log(tokens.client, 'objective.amended', { objective: 'safe', change: 'Safer' });
    await server.post(`${PATH}/entries/${change.json.id}/agreement`, tokens.provider, {});
    await log(tokens.client, 'issue.raised', { issue: 'keys', title: 'Keys', impact: 'low' });
    await log(tokens.client, 'dispute.notified', { dispute: 'keys', matter: 'Keys', issue: 'keys' });
    const { json } = await log(tokens.client, 'principle.agreed', { principle: 'open', title: 'Open books' });
    await server.post(`${PATH}/entries/${json.id}/agreement`, tokens.provider, {});
    await fillFrame((kind, data) => log(tokens.client, kind, data));
    await fillValue((kind, data) => log(tokens.client, kind, data));
    const seen = { principle: 'open', about: 'provider', exhibits: 'exhibits', effect: 'Trust' };
    const observed = await log(tokens.client, 'behaviour.observed', seen);
    expect(observed.status).toBe(201);
    await server.call(`${PATH}/trail?seen=${observed.json.position}`, { token: tokens.client });
  }

  async function fillFrame(log: (kind: string, data: object) => Promise<{ status: number }>): Promise<void> {
    const amount = { amount: '10.00', currency: 'GBP' };
    const nextReview = '2027-03-31';
    const assessed = { capabilityAssessed: true, aptitudeAssessed: true, commitmentAssessed: true };
    const agreed = { developmentAgreed: true, behaviourAssessed: true, interactionAssessed: true };
    for (const [kind, data] of [
      ['protocol.agreed', { standing: 'No notice', disclosure: 'Between us', retentionYears: 12, answerDays: 28 }],
      ['member.admitted', { member: 'm-9', post: 'Engineer', role: 'member', mayAgree: true, until: nextReview }],
      ['case.recorded', { pressure: 'funding', position: 'Safety first', amount, nextReview }],
      ['contract.amended', { title: 'Longer', what: 'term', reference: 'CE-1', value: amount, end: '2030-03-31' }],
      ['extension.decided', { option: 'Two years', outcome: 'declined', basis: 'The market' }],
      ['vision.agreed', { vision: 'v', addedValueClient: 'a', addedValueProvider: 'b', measure: 'm', nextReview }],
      ['competencies.agreed', { competencies: 'Listen', coaching: 'In pairs', indicators: 'Surprises' }],
      ['arrangements.reviewed', { covers: 'both', conducive: 'yes', finding: 'Good', understoodAtAllLevels: 'Yes' }],
      ['governance.established', { body: 'board', title: 'Board', terms: 'All', meets: 'monthly', quorum: 'Two' }],
      ['meeting.held', { body: 'board', quorate: true, attended: 'All', minutes: 'M-1' }],
      ['decision.recorded', { decision: 'rota', title: 'Rota', body: 'board', owner: 'client', due: '2026-06-30' }],
      ['decision.late', { about: 'provider', what: 'access', due: '2026-03-01', effect: 'A day lost' }],
      ['sponsor.appointed', { about: 'client', role: 'Director', handover: true }],
      ['framework.set', { systems: 's', authorities: 'a', roles: 'r', behaviours: 'b', nextReview }],
      ['leader.appointed', { about: 'client', role: 'Manager', ...assessed, ...agreed, otherPartyConsulted: true }],
      ['development.planned', { about: 'client', development: 'Hard talks' }],
      ['systems.merged', { system: 'risk', from: 'Two', to: 'One' }],
      ['process.adopted', { process: 'Inspection', replaces: 'Two' }],
      [
        'process.bypassed',
        { about: 'provider', process: 'Inspection', effect: 'Two reports', discussed: '2026-03-30' },
      ],
      ['communication.planned', { plan: 'One voice', nextReview }],
      ['communication.issued', { audience: 'Residents', channel: 'Print' }],
      ['knowledge.planned', { plan: 'Who knows what', nextReview }],
      ['knowledge.shared', { subject: 'Drawings', with: 'provider' }],
    ] as const)
      expect([kind, (await log(kind, data)).status]).toEqual([kind, 201]);
  }

  async function fillValue(log: (kind: string, data: object) => Promise<{ status: number }>): Promise<void> {
    const amount = { amount: '10.00', currency: 'GBP' };
    const period = { from: '2026-01-01', until: '2026-03-30' };
    const benefit = {
      ...{ benefit: 'gangs', title: 'Gangs', type: 'productivity', cashability: 'cashable', to: 'both' },
      ...{ recurring: true, baseline: 'None', because: 'collaboration', cameFrom: 'night' },
    };
    for (const [kind, data] of [
      ['idea.proposed', { idea: 'night', title: 'Night works' }],
      ['benefit.forecast', { ...benefit, amount, ...period }],
      ['benefit.realised', { benefit: 'gangs', amount, ...period, validatedBy: 'client-finance' }],
      ['value.defined', { about: 'client', means: 'Safe roads' }],
      ['disbenefit.recorded', { title: 'Noise', amount, borneBy: 'community' }],
      ['cost.incurred', { what: 'training', amount, ...period, borneBy: 'client' }],
      ['reward.shared', { mechanism: 'gain-share', clientShare: amount }],
      ['cost.assumed', { assumption: 'Salt stays cheap', verdict: 'first-recorded', amount, nextReview: '2027-03-31' }],
    ] as const)
      expect([kind, (await log(kind, data)).status]).toEqual([kind, 201]);
  }

  /** Where a value has a property that its schema has not, or lacks one that it requires. */
  function differences(value: unknown, given: Schema, at: string): string[] {
    const schema = resolve(given);
    if (Array.isArray(value))
      return value.slice(0, 3).flatMap((item) => differences(item, schema.items ?? {}, `${at}[]`));
    if (typeof value !== 'object' || value === null || !schema.properties) return [];
    const { properties, required = [] } = schema;
    const own = value as Record<string, unknown>;
    return [
      ...Object.keys(own).flatMap((key) =>
        properties[key] ? differences(own[key], properties[key], `${at}.${key}`) : [`${at}.${key} is not described`],
      ),
      ...required.filter((key) => !(key in own)).map((key) => `${at}.${key} is missing`),
    ];
  }

  it('lists the problems of the code, and explains each', async () => {
    const list = (await server.call('/api/v1/problems')).json['problems'] as { code: ProblemCode }[];
    expect(list.map(({ code }) => code)).toEqual(Object.keys(PROBLEMS));
    for (const { code } of list) {
      expect((await server.call(`/api/v1/problems/${code}`)).json).toEqual({ code, ...PROBLEMS[code] });
    }
    expect((await server.call('/api/v1/problems/nothing')).status).toBe(404);
  });

  it('can be browsed without asking anything of other machines', async () => {
    const page = await server.call('/api/docs');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    const links = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, link]) => link as string);
    expect(links.length).toBeGreaterThan(2);
    for (const link of links) {
      const url = new URL(link, `${server.address}/api/docs`);
      expect(url.origin).toBe(server.address);
      expect((await fetch(url)).status).toBe(200);
    }
  });

  it('counts requests by route, never by id', async () => {
    await server.call(`${PATH}/score`, { token: tokens.client });
    const { text } = await server.call('/metrics');
    expect(text).toMatch(
      /ledger_http_request_duration_seconds_count\{method="GET",route="\/api\/v1\/relationships\/:relationship\/score",status="200"\} \d/,
    );
    expect(text).toMatch(/ledger_appends_total [1-9]/);
    expect(text).toMatch(/ledger_projection_live\{projection="\w+"\} 1/);
    expect(text).not.toContain('north-road');
  });
});
