import { Ledger } from '../entry/ledger.fixture';
import { dueOf } from '../due/due.queries';
import type { Clocks } from '../parameters';
import { issuesOf, type Issue } from './issues.queries';

const NOW = Date.parse('2026-12-31T12:00:00Z');
const KEYS = { issue: 'keys' };

async function only(ledger: Ledger, clocks: Clocks = {}): Promise<Issue | undefined> {
  const { issues } = await issuesOf(ledger.views(), 'road', clocks, NOW);
  expect(issues.length).toBeLessThan(2);
  return issues[0];
}

describe('the register of issues', () => {
  let ledger: Ledger;
  let raised: string;

  beforeEach(() => {
    ledger = new Ledger();
    raised = ledger.logs('provider', {
      kind: 'issue.raised',
      effective: '2026-01-03',
      data: { ...KEYS, title: 'No keys', impact: 'low', owner: 'client' },
    });
  });

  it('given an issue, takes nothing about it that lies before it was raised', () => {
    const resolved = { kind: 'issue.resolved', data: { ...KEYS, resolution: 'Handed over' } };
    expect(ledger.refuses('client', { ...resolved, effective: '2026-01-02' })).toBe('not-allowed-now');
    expect(ledger.refuses('client', { ...resolved, effective: '2025' })).toBe('not-allowed-now');
    // A coarse date may still mean a day after it.
    ledger.logs('client', { ...resolved, effective: '2026-01' });
  });

  it('given an issue, shows who raised it when, its owner and its first level', async () => {
    expect(await only(ledger)).toEqual({
      id: 'keys',
      title: 'No keys',
      situation: 'open',
      impact: 'low',
      level: 1,
      levelName: 'Operational team',
      deadline: {
        workingDays: 5,
        due: '2026-01-12',
        until: '2026-01-12T23:59:59.999Z',
        extendedFrom: null,
        statementDue: null,
        overdue: true,
        missed: null,
      },
      owner: 'client',
      raised: '2026-01-03',
      raisedBy: 'provider',
      resolved: null,
      reopened: 0,
      deadlinesMissed: 0,
      dispute: null,
      entries: [raised],
    });
  });

  it('when it is assigned, escalated, resolved and reopened, shows where it stands each time', async () => {
    const assigned = ledger.logs('client', {
      kind: 'issue.assigned',
      data: { ...KEYS, owner: 'provider', ownerRole: 'Depot' },
    });
    const escalated = ledger.logs('client', {
      kind: 'issue.escalated',
      data: { ...KEYS, level: '3', reason: 'No answer' },
    });
    expect(await only(ledger)).toMatchObject({ situation: 'open', level: 3, owner: 'provider' });
    const resolved = ledger.logs('client', { kind: 'issue.resolved', data: { ...KEYS, resolution: 'Handed over' } });
    expect(await only(ledger)).toMatchObject({ situation: 'resolved', level: 3, owner: null, resolved: '2026-01-05' });
    const reopened = ledger.logs('provider', { kind: 'issue.reopened', data: { ...KEYS, reason: 'Wrong keys' } });
    expect(await only(ledger)).toMatchObject({
      situation: 'open',
      level: 3,
      resolved: null,
      reopened: 1,
      entries: [raised, assigned, escalated, resolved, reopened],
    });
    expect(await only(ledger, { asOf: '2026-01-04' })).toMatchObject({ level: 1, owner: 'client', reopened: 0 });
  });

  it('stands where its rules and its clock have it, whatever dates its entries bear', async () => {
    const resolved = { kind: 'issue.resolved', data: { ...KEYS, resolution: 'Handed over' } };
    const reopened = { kind: 'issue.reopened', data: { ...KEYS, reason: 'Wrong keys' } };
    ledger.logs('client', resolved);
    const last = ledger.logs('provider', { ...reopened, effective: '2026-01-04' });
    expect(await only(ledger)).toMatchObject({ situation: 'open', deadline: { due: '2026-01-12' }, reopened: 1 });
    expect((await dueOf(ledger.views(), 'road', { asOf: '2026-01-06' }, NOW)).due).toMatchObject([{ entry: last }]);
    expect(ledger.refuses('client', reopened)).toBe('not-allowed-now');
    const coarse = new Ledger();
    coarse.logs('client', { kind: 'issue.raised', effective: '2026-01', data: { ...KEYS, title: 'x', impact: 'low' } });
    coarse.logs('client', { ...resolved, effective: '2026-01-03' });
    expect(await only(coarse)).toMatchObject({ situation: 'resolved', resolved: '2026-01-03', deadline: null });
  });

  it('stands where an import has it, in whatever order its lines are', async () => {
    ledger.logs('client', { kind: 'issue.escalated', data: { ...KEYS, level: '3', reason: 'No answer' } });
    ledger.logs('client', { kind: 'issue.resolved', data: { ...KEYS, resolution: 'Handed over' } });
    const views = ledger.views();
    const facts = async () =>
      ((await views.facts('road')) ?? [])
        .map((fact) => ({ ...fact, imported: true, revision: -fact.revision }))
        .reverse();
    const { issues } = await issuesOf({ ...views, facts }, 'road', {}, NOW);
    expect(issues).toMatchObject([{ situation: 'resolved', level: 3 }]);
  });

  it('once resolved has no time limit, though one side disputes it: who says otherwise reopens it', async () => {
    const resolved = ledger.logs('client', { kind: 'issue.resolved', data: { ...KEYS, resolution: 'Handed over' } });
    ledger.logs('provider', { kind: 'entry.disputed', answers: resolved, text: 'No keys came' });
    expect(await only(ledger)).toMatchObject({ situation: 'resolved', deadline: null });
    expect(ledger.strikes('2026-02-01T12:00:00Z')).toEqual([]);
    ledger.logs('provider', { kind: 'issue.reopened', effective: '2026-02-01', data: { ...KEYS, reason: 'No keys' } });
    expect(ledger.strikes('2026-02-01T12:00:00Z')).toHaveLength(1);
    expect(ledger.last()).toMatchObject({ kind: 'entry.corrected', answers: resolved });
    expect(ledger.strikes('2026-02-10T12:00:00Z')).toHaveLength(1);
  });

  it('when the level of an escalation is corrected, shows the corrected one', async () => {
    const escalated = ledger.logs('client', {
      kind: 'issue.escalated',
      data: { ...KEYS, level: '3', reason: 'No answer' },
    });
    ledger.logs('client', { kind: 'entry.corrected', answers: escalated, data: { level: '2' } });
    expect(await only(ledger)).toMatchObject({ level: 2 });
  });

  it('when its title is corrected, shows the corrected one', async () => {
    ledger.logs('provider', { kind: 'entry.corrected', answers: raised, data: { title: 'No keys to two depots' } });
    expect(await only(ledger)).toMatchObject({ title: 'No keys to two depots', impact: 'low' });
  });

  it('when it is withdrawn, or the resolution voided, says so', async () => {
    const resolved = ledger.logs('client', { kind: 'issue.resolved', data: { ...KEYS, resolution: 'Handed over' } });
    ledger.logs('client', { kind: 'entry.voided', answers: resolved, text: 'Wrong depot.' });
    expect(await only(ledger)).toMatchObject({ situation: 'open', resolved: null, entries: [raised] });
    ledger.logs('provider', { kind: 'issue.withdrawn', data: { ...KEYS, reason: 'Found' } });
    expect(await only(ledger)).toMatchObject({ situation: 'withdrawn', resolved: null });
  });

  it('when nothing of it is left, has no row', async () => {
    ledger.logs('provider', { kind: 'entry.voided', answers: raised, text: 'Twice.' });
    expect(await only(ledger)).toBeUndefined();
  });

  it('names the dispute that it became', async () => {
    const notified = ledger.logs('client', { kind: 'dispute.notified', data: { ...KEYS, matter: 'Keys' } });
    expect(await only(ledger)).toMatchObject({
      situation: 'open',
      dispute: 'dispute-1',
      entries: [raised, notified],
    });
  });
});
