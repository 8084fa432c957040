import { Ledger } from '../entry/ledger.fixture';
import {
  communicationPlansOf,
  communicationsOf,
  knowledgeOf,
  knowledgePlansOf,
  processesOf,
  systemsOf,
} from './joint-systems.queries';

const NOW = Date.parse('2026-12-31T12:00:00Z');

describe('the registers of joint systems', () => {
  let ledger: Ledger;
  beforeEach(() => {
    ledger = new Ledger().at('2026-06-01T10:00:00Z');
  });
  const logs = (party: string, kind: string, effective: string, data: object): string =>
    ledger.logs(party, { kind, effective, data: { ...data } });

  it('show systems that were merged, and those that were reviewed and kept apart', async () => {
    const reviewed = logs('client', 'systems.reviewed', '2026-02-01', {
      system: 'issue-resolution',
      decision: 'merge',
      reason: 'Two lists',
    });
    const payroll = { system: 'other', decision: 'keep-apart', reason: 'Employers’ own affair' };
    const [first, second] = [payroll, { ...payroll, decision: 'link' }].map((data) =>
      logs('client', 'systems.reviewed', '2026-02-02', data),
    );
    const merged = logs('provider', 'systems.merged', '2026-03-01', {
      system: 'issue-resolution',
      from: 'Two lists',
      to: 'One log',
    });
    const systems = async (asOf: string) => (await systemsOf(ledger.views(), 'road', { asOf }, NOW)).systems;
    expect(await systems('2026-03-31')).toMatchObject([
      {
        system: 'issue-resolution',
        situation: 'merged',
        reviewed: '2026-02-01',
        merged: '2026-03-01',
        reason: 'Two lists',
        to: 'One log',
        entries: [reviewed, merged],
      },
      { system: 'other', situation: 'kept-apart', entries: [first] },
      { system: 'other', situation: 'linked', entries: [second] },
    ]);
    expect((await systems('2026-02-28'))[0]).toMatchObject({ situation: 'to-merge', merged: null, to: null });
  });

  it('show processes, and who went past them', async () => {
    const adopted = logs('client', 'process.adopted', '2026-02-01', { process: 'Joint inspection', replaces: 'Two' });
    const past = { about: 'provider', process: 'joint inspection', effect: 'Two reports' };
    const bypassed = logs('client', 'process.bypassed', '2026-03-01', { ...past, discussed: '2026-03-02' });
    ledger.logs('provider', { kind: 'entry.disputed', answers: bypassed, text: 'We were there.' });
    expect((await processesOf(ledger.views(), 'road', {}, NOW)).processes).toMatchObject([
      {
        process: 'Joint inspection',
        adopted: '2026-02-01',
        replaces: 'Two',
        bypassed: [{ entry: bypassed, about: 'provider', status: 'disputed', discussed: '2026-03-02' }],
        entries: [adopted, bypassed],
      },
    ]);
    const ahead = { kind: 'process.bypassed', data: { ...past, discussed: '2026-07-01' } };
    expect(ledger.refuses('client', ahead)).toBe('not-allowed-now');
  });

  it('show plans by version with their next review, and what was said and told', async () => {
    const plan = (kind: string, effective: string, nextReview: string) =>
      logs('client', kind, effective, { plan: 'One voice', nextReview });
    const [first, second] = ['2026-02-01', '2026-03-01'].map((day) => plan('communication.planned', day, '2026-07-01'));
    const knowledge = plan('knowledge.planned', '2026-02-01', '2027-07-01');
    expect((await communicationPlansOf(ledger.views(), 'road', {}, NOW)).communicationPlans).toMatchObject([
      { id: first, situation: 'replaced', reviewOverdue: false },
      { id: second, plan: 'One voice', situation: 'in-force', nextReview: '2026-07-01', reviewOverdue: true },
    ]);
    expect((await knowledgePlansOf(ledger.views(), 'road', {}, NOW)).knowledgePlans).toMatchObject([
      { id: knowledge, situation: 'in-force', reviewOverdue: false },
    ]);
    const early = { kind: 'knowledge.planned', data: { plan: 'x', nextReview: '2025-01-01' } };
    expect(ledger.refuses('client', early)).toBe('not-allowed-now');
    logs('client', 'communication.issued', '2026-02-01', { audience: 'Residents', channel: 'Print' });
    logs('client', 'communication.contradicted', '2026-02-02', { about: 'provider', audience: 'Press' });
    expect((await communicationsOf(ledger.views(), 'road', {}, NOW)).communications).toMatchObject([
      { situation: 'issued', audience: 'Residents', channel: 'Print', about: null },
      { situation: 'contradicted', audience: 'Press', about: 'provider', status: 'asserted' },
    ]);
  });

  it('show what was shared, and what was withheld until it was put right', async () => {
    const to = { subject: 'Drawings', with: 'provider' };
    expect(ledger.refuses('provider', { kind: 'knowledge.shared', data: to })).toBe('invalid-entry');
    const shared = logs('client', 'knowledge.shared', '2026-02-01', to);
    const withheld = logs('client', 'knowledge.withheld', '2026-02-02', {
      about: 'provider',
      subject: 'Photographs',
      effect: 'Claims unanswered',
    });
    ledger.logs('provider', { kind: 'entry.agreed', answers: withheld });
    ledger.logs('client', { kind: 'entry.remedied', answers: withheld, data: { action: 'Access given' } });
    const { knowledge } = await knowledgeOf(ledger.views(), 'road', {}, NOW);
    expect(knowledge).toMatchObject([
      { id: shared, situation: 'shared', subject: 'Drawings', with: 'provider' },
      { id: withheld, situation: 'withheld', about: 'provider', status: 'remedied', effect: 'Claims unanswered' },
    ]);
  });

  it('show processes and plans as nobody disputes them', async () => {
    const disputed = (kind: string, data: object): void => {
      const answers = logs('client', kind, '2026-03-01', data);
      ledger.logs('provider', { kind: 'entry.disputed', answers, text: 'Not with us.' });
    };
    logs('provider', 'process.adopted', '2026-02-01', { process: 'Joint inspection' });
    disputed('process.adopted', { process: 'joint inspection' });
    expect((await processesOf(ledger.views(), 'road', {}, NOW)).processes).toMatchObject([
      { adopted: '2026-02-01', by: 'provider', status: 'asserted' },
    ]);
    logs('provider', 'communication.planned', '2026-02-01', { plan: 'One voice' });
    disputed('communication.planned', { plan: 'Mine' });
    expect((await communicationPlansOf(ledger.views(), 'road', {}, NOW)).communicationPlans).toMatchObject([
      { plan: 'One voice', situation: 'in-force' },
      { plan: 'Mine', situation: 'waiting', status: 'disputed' },
    ]);
  });
});
