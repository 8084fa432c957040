import { dueOf } from './due/due.queries';
import { Ledger } from './entry/ledger.fixture';
import { decisionsOf } from './governance/governance.queries';
import { exitOf } from './documents/documents.queries';
import { improvementsOf, lessonsOf } from './improvement/improvement.queries';
import { ASSESSMENTS } from './leadership/leadership';
import { leadersOf } from './leadership/leadership.queries';
import { risksOf } from './risk/risk.queries';
import { sponsorsOf } from './sponsorship/sponsorship.queries';
import { ideasOf } from './value/ideas.queries';

const NOW = Date.parse('2026-12-31T12:00:00Z');
const DIRECTOR = { about: 'provider', role: 'Director' };
const ASSESSED = {
  ...Object.fromEntries(ASSESSMENTS.map((name) => [name, true])),
  otherPartyConsulted: true,
};
const RISK = { risk: 'ice' };
const IDEA = { idea: 'night' };
const IMPROVEMENT = { improvement: 'permits' };

describe('what one party says and another disputes', () => {
  let ledger: Ledger;
  beforeEach(() => {
    ledger = new Ledger();
  });
  const logs = (party: string, kind: string, data: object): string => ledger.logs(party, { kind, data: { ...data } });
  const disputes = (party: string, answers: string): string =>
    ledger.logs(party, { kind: 'entry.disputed', text: 'Not so.', answers });
  const agrees = (party: string, answers: string): string => ledger.logs(party, { kind: 'entry.agreed', answers });
  const dueData = async (): Promise<unknown[]> =>
    (await dueOf(ledger.views(), 'road', { asOf: '2026-01-10' }, NOW)).due.map(({ title, data }) => [title, data]);

  describe('of a sponsor of the other', () => {
    const sponsors = async () =>
      (await sponsorsOf(ledger.views(), 'road', { asOf: '2026-03-31' }, NOW)).sponsors.find(
        ({ party }) => party === 'provider',
      );
    const vacant = {
      kind: 'sponsor.vacant',
      effective: '2026-03-01',
      data: { about: 'provider', due: '2026-02-01' },
    };

    it('leaves nobody’s post, for the register as for what is due, until that party says so or agrees', async () => {
      logs('provider', 'sponsor.appointed', DIRECTOR);
      const left = logs('client', 'sponsor.changed', DIRECTOR);
      ledger.at('2026-03-01T10:00:00Z');
      expect(await sponsors()).toMatchObject({ situation: 'in-post', status: 'asserted', left: null });
      expect(ledger.refuses('client', vacant)).toBe('not-allowed-now');
      disputes('provider', left);
      expect(await sponsors()).toMatchObject({ situation: 'in-post', left: null });
      expect(ledger.refuses('client', vacant)).toBe('not-allowed-now');
      agrees('provider', left);
      const day = '2026-01-05';
      expect(await sponsors()).toMatchObject({
        situation: 'vacant',
        status: 'agreed',
        left: day,
        fillBy: '2026-03-29',
      });
      expect(ledger.refuses('client', vacant)).toBe('taken');
    });

    it('appoints nobody', async () => {
      disputes('provider', logs('client', 'sponsor.appointed', DIRECTOR));
      expect(await sponsors()).toMatchObject({ situation: 'unknown', status: null, appointed: null });
      disputes('client', logs('provider', 'sponsor.appointed', DIRECTOR));
      expect(await sponsors()).toMatchObject({ situation: 'in-post', status: 'disputed', appointed: '2026-01-05' });
    });
  });

  it('leaves the post of no leader of the other', async () => {
    const leaders = async () => (await leadersOf(ledger.views(), 'road', {}, NOW)).leaders;
    logs('provider', 'leader.appointed', { ...DIRECTOR, ...ASSESSED });
    const departed = logs('client', 'leader.departed', DIRECTOR);
    expect(await leaders()).toMatchObject([{ situation: 'departed', status: 'asserted' }]);
    disputes('provider', departed);
    expect(await leaders()).toMatchObject([{ situation: 'in-post', status: 'asserted', departed: null }]);
    disputes('provider', logs('client', 'leader.departed', { ...DIRECTOR, role: 'Depot manager' }));
    expect((await leaders())[1]).toMatchObject({ situation: 'unknown', status: null });
  });

  it('closes no decision', async () => {
    const decision = { decision: 'rota' };
    const decisions = async () => (await decisionsOf(ledger.views(), 'road', {}, NOW)).decisions;
    const recorded = logs('client', 'decision.recorded', { ...decision, title: 'One rota', due: '2026-02-01' });
    agrees('provider', recorded);
    const closed = logs('client', 'decision.closed', { ...decision, outcome: 'done' });
    expect(await decisions()).toMatchObject([{ situation: 'done', status: 'asserted' }]);
    expect(await dueData()).toEqual([]);
    disputes('provider', closed);
    expect(await decisions()).toMatchObject([{ situation: 'open', status: 'agreed', closed: null, late: true }]);
    expect(await dueData()).toEqual([['Carry out the decision', decision]]);
    const dropped = { kind: 'decision.closed', data: { ...decision, outcome: 'dropped' } };
    expect(ledger.refuses('provider', dropped)).toBe('taken');
  });

  it('neither weighs, nor gives to anybody, nor closes a risk', async () => {
    const risks = async () => (await risksOf(ledger.views(), 'road', {}, NOW)).risks;
    const raised = { ...RISK, title: 'Ice', category: 'safety', likelihood: '2', impact: '2', owner: 'client' };
    logs('client', 'risk.raised', { ...raised, nextReview: '2026-01-31' });
    disputes('client', logs('provider', 'risk.assessed', { ...RISK, likelihood: '5', impact: '5' }));
    disputes('provider', logs('client', 'risk.allocated', { ...RISK, owner: 'provider', basis: 'x' }));
    const closed = logs('provider', 'risk.closed', { ...RISK, outcome: 'It thawed' });
    expect(await risks()).toMatchObject([{ situation: 'closed', status: 'asserted', exposure: 4, owner: 'client' }]);
    disputes('client', closed);
    expect(await risks()).toMatchObject([{ situation: 'open', status: 'asserted', closed: null, outcome: null }]);
    expect(ledger.refuses('client', { kind: 'risk.mitigated', data: { ...RISK, action: 'Grit' } })).toBe('taken');
  });

  it('puts no idea to use, and leaves it to be answered', async () => {
    const ideas = async () => (await ideasOf(ledger.views(), 'road', {}, NOW)).ideas;
    logs('provider', 'idea.proposed', { ...IDEA, title: 'Nights' });
    const used = logs('provider', 'idea.implemented', IDEA);
    expect(await ideas()).toMatchObject([{ situation: 'implemented', status: 'asserted', answered: '2026-01-05' }]);
    disputes('client', used);
    expect(await ideas()).toMatchObject([{ situation: 'proposed', status: 'asserted', answered: null }]);
    expect(ledger.refuses('client', { kind: 'idea.declined', data: { ...IDEA, reason: 'x' } })).toBe('taken');
  });

  it('ends no target of an improvement', async () => {
    const improvements = async () => (await improvementsOf(ledger.views(), 'road', {}, NOW)).improvements;
    logs('client', 'improvement.identified', { ...IMPROVEMENT, title: 'One permit' });
    logs('client', 'target.set', { ...IMPROVEMENT, measure: 'x', target: 1, due: '2026-02-01' });
    const abandoned = logs('client', 'target.abandoned', { ...IMPROVEMENT, about: 'provider', reason: 'x' });
    expect(await improvements()).toMatchObject([{ situation: 'abandoned', status: 'asserted' }]);
    disputes('provider', abandoned);
    expect(await improvements()).toMatchObject([
      { situation: 'targeted', status: 'asserted', abandonedBy: null, targets: [{ situation: 'open' }], overdue: true },
    ]);
    expect(await dueData()).toEqual([['Say what came of the improvement target', IMPROVEMENT]]);
    const given = { kind: 'target.abandoned', data: { ...IMPROVEMENT, about: 'client', reason: 'x' } };
    disputes('provider', ledger.logs('client', given));
    expect(await improvements()).toMatchObject([{ situation: 'abandoned', status: 'disputed', abandonedBy: 'client' }]);
  });

  it('repeats no failure', async () => {
    logs('client', 'lesson.captured', { lesson: 'early', learned: 'Ask early' });
    const repeated = { kind: 'lesson.repeated', effective: '2026-01-06', data: { lesson: 'early', effect: 'x' } };
    ledger.at('2026-01-06T10:00:00Z');
    disputes('provider', ledger.logs('client', repeated));
    const { lessons } = await lessonsOf(ledger.views(), 'road', {}, NOW);
    expect(lessons).toMatchObject([{ situation: 'captured', status: 'asserted', repeated: [{ status: 'disputed' }] }]);
  });

  it('triggers no exit', async () => {
    const triggered = logs('client', 'exit.triggered', { reason: 'x' });
    const situation = async () => (await exitOf(ledger.views(), 'road', {}, NOW)).situation;
    expect(await situation()).toBe('triggered');
    disputes('provider', triggered);
    expect(await situation()).toBe('none');
  });
});
