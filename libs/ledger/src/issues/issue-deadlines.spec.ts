import type { JsonObject } from '@app/event-store';
import { builtInFactorSet } from '../catalogue/factor-set';
import { dueOf } from '../due/due.queries';
import { Ledger } from '../entry/ledger.fixture';
import type { Clocks } from '../parameters';
import { issuesOf, type Issue } from './issues.queries';

const NOW = Date.parse('2026-12-31T12:00:00Z');
const GULLY = { issue: 'gully' };
const RAISED = { kind: 'issue.raised', data: { ...GULLY, title: 'Blocked', impact: 'high', owner: 'provider' } };
const RESOLVED = { kind: 'issue.resolved', data: { ...GULLY, resolution: 'Cleared' } };
const escalated = (level: string) => ({ kind: 'issue.escalated', data: { ...GULLY, level, reason: 'No answer' } });
const extended = (due: string) => ({ kind: 'issue.extended', data: { ...GULLY, due, reason: 'Rain' } });

async function gully(ledger: Ledger, clocks: Clocks = {}): Promise<Issue | undefined> {
  const { issues } = await issuesOf(ledger.views(), 'road', clocks, NOW);
  return issues.find(({ id }) => id === 'gully');
}

/** The deadline that an issue has which was raised then, as that day shows it. */
async function dueOfRaised(instant: string, terms: JsonObject = {}): Promise<string | undefined> {
  const ledger = new Ledger(terms);
  ledger.at(instant).logs('client', { ...RAISED, effective: instant.slice(0, 10) });
  return (await gully(ledger))?.deadline?.until;
}

describe('the time limit of a level', () => {
  it('is shown before it passes, as overdue when it has, and as missed once the ledger says so', async () => {
    const ledger = new Ledger();
    ledger.at('2026-06-01T10:00:00Z').logs('client', { ...RAISED, effective: '2026-06-01' });
    const deadline = {
      workingDays: 5,
      due: '2026-06-08',
      until: '2026-06-08T22:59:59.999Z',
      extendedFrom: null,
      statementDue: null,
    };
    const before = await gully(ledger, { asOf: '2026-06-08' });
    expect(before).toMatchObject({ level: 1, levelName: 'Operational team', owner: 'provider', deadlinesMissed: 0 });
    expect(before?.deadline).toEqual({ ...deadline, overdue: false, missed: null });
    expect((await gully(ledger, { asOf: '2026-06-09' }))?.deadline).toEqual({
      ...deadline,
      overdue: true,
      missed: null,
    });
    const [missed] = ledger.strikes('2026-06-09T00:00:00Z');
    expect(await gully(ledger)).toMatchObject({ deadline: { overdue: true, missed }, deadlinesMissed: 1 });
    expect(await gully(ledger, { knownAt: '2026-06-08' })).toMatchObject({
      deadline: { missed: null },
      deadlinesMissed: 0,
    });
    ledger.logs('provider', { ...RESOLVED, effective: '2026-06-09' });
    expect(await gully(ledger)).toMatchObject({ situation: 'resolved', deadline: null, deadlinesMissed: 1 });
  });

  it('is that of the level, with the day until which each states its case', async () => {
    const ledger = new Ledger();
    ledger.at('2026-06-01T10:00:00Z').logs('client', { ...RAISED, effective: '2026-06-01' });
    ledger.logs('client', { ...escalated('3'), effective: '2026-06-01' });
    expect(await gully(ledger)).toMatchObject({
      levelName: 'Senior representatives',
      deadline: { workingDays: 20, due: '2026-06-29', statementDue: '2026-06-08' },
    });
    ledger.logs('client', { ...escalated('4'), effective: '2026-06-01' });
    expect(await gully(ledger)).toMatchObject({ levelName: 'Formal procedure', deadline: null });
    expect(ledger.strikes('2026-12-01T00:00:00Z')).toEqual([]);
  });

  it('begins when the ledger learns of the issue: raising it late costs nothing', async () => {
    const ledger = new Ledger();
    ledger.at('2026-06-01T10:00:00Z').logs('client', { ...RAISED, effective: '2026-01-05' });
    expect(ledger.strikes('2026-06-01T11:00:00Z')).toEqual([]);
    expect(await gully(ledger, { asOf: '2026-06-01' })).toMatchObject({
      raised: '2026-01-05',
      deadline: { due: '2026-06-08', overdue: false },
    });
    ledger.logs('provider', { ...RESOLVED, effective: '2026-06-01' });
    expect(ledger.last()).toMatchObject({ sign: '+', severity: 'major' });
    expect(ledger.strikes('2026-12-01T00:00:00Z')).toEqual([]);
  });

  it.each([
    ['england-and-wales', '2026-07-10T09:00:00Z', '2026-07-17T22:59:59.999Z', 'an ordinary week'],
    ['northern-ireland', '2026-07-10T09:00:00Z', '2026-07-20T22:59:59.999Z', 'the Twelfth'],
    ['england-and-wales', '2026-11-27T09:00:00Z', '2026-12-04T23:59:59.999Z', 'an ordinary week'],
    ['scotland', '2026-11-27T09:00:00Z', '2026-12-07T23:59:59.999Z', 'St Andrew’s Day'],
    ['scotland', '2026-08-31T09:00:00Z', '2026-09-07T22:59:59.999Z', 'no holiday at the end of August'],
    ['weekdays-only', '2026-12-23T09:00:00Z', '2026-12-30T23:59:59.999Z', 'no holiday at all'],
  ])('in %s: raised at %s it ends at %s (%s)', async (calendar, instant, until, _because) => {
    expect(await dueOfRaised(instant, { calendar })).toBe(until);
    const ledger = new Ledger({ calendar });
    ledger.at(instant).logs('client', { ...RAISED, effective: instant.slice(0, 10) });
    expect(ledger.strikes(until)).toEqual([]);
    expect(ledger.strikes(new Date(Date.parse(until) + 1).toISOString())).toHaveLength(1);
  });

  it('is none once the issue was voided, wherever it had come to', async () => {
    const ledger = new Ledger();
    const raised = ledger.logs('client', RAISED);
    ledger.logs('provider', escalated('2'));
    ledger.logs('client', { kind: 'entry.voided', answers: raised });
    expect((await gully(ledger))?.deadline ?? null).toBeNull();
    expect(ledger.strikes('2026-06-01T10:00:00Z')).toEqual([]);
  });

  it('has as many whole days across a change of the clocks', async () => {
    expect(await dueOfRaised('2026-03-27T09:00:00Z')).toBe('2026-04-07T22:59:59.999Z');
    expect(await dueOfRaised('2026-10-23T09:00:00Z')).toBe('2026-10-30T23:59:59.999Z');
    // Half past eleven in the evening of UTC: in summer the next day where the relationship is.
    expect(await dueOfRaised('2026-07-05T23:30:00Z')).toBe('2026-07-13T22:59:59.999Z');
    expect(await dueOfRaised('2026-11-01T23:30:00Z')).toBe('2026-11-06T23:59:59.999Z');
  });

  it('that ran is not moved by a calendar corrected later, and one that begins then has that calendar', async () => {
    const ledger = new Ledger();
    const established = ledger.last().id;
    ledger.at('2026-07-10T09:00:00Z').logs('client', { ...RAISED, effective: '2026-07-10' });
    ledger.logs('client', {
      kind: 'entry.corrected',
      answers: established,
      data: { calendar: 'northern-ireland' },
    });
    expect(ledger.strikes('2026-12-01T00:00:00Z')).toHaveLength(1);
    expect(await gully(ledger)).toMatchObject({ deadline: { due: '2026-07-17' } });
    ledger.at('2027-07-09T09:00:00Z').logs('client', { ...escalated('2'), effective: '2027-07-09' });
    expect((await issuesOf(ledger.views(), 'road', { asOf: '2027-07-09' }, NOW)).issues[0]).toMatchObject({
      deadline: { due: '2027-07-26' },
    });
  });

  it('is that of the ladder that all agreed to', async () => {
    const ladder = (workingDays: unknown) => ({
      calendar: 'scotland',
      levels: [
        { level: 1, name: 'Depot', workingDays },
        { level: 2, name: 'Board', workingDays: null },
      ],
    });
    const set = (escalationLadder: unknown) =>
      ({ factorSet: { ...builtInFactorSet, version: '2', escalationLadder } }) as unknown as JsonObject;
    const ledger = new Ledger();
    ledger.at('2026-11-20T09:00:00Z');
    const agreed = { kind: 'factorset.agreed', effective: '2026-11-20' };
    for (const wrong of [ladder(0), ladder(1.5), ladder('5'), { ...ladder(5), calendar: 'wales' }, { levels: [] }, 5])
      expect(ledger.refuses('client', { ...agreed, data: set(wrong) })).toBe('invalid-entry');
    const skips = { ...ladder(5), levels: ladder(5).levels.slice(1) };
    expect(ledger.refuses('client', { ...agreed, data: set(skips) })).toBe('invalid-entry');
    ledger.agree({ ...agreed, data: set(ladder(2)) });
    ledger.at('2026-11-27T09:00:00Z').logs('client', { ...RAISED, effective: '2026-11-27' });
    expect(await gully(ledger)).toMatchObject({
      levelName: 'Depot',
      deadline: { workingDays: 2, due: '2026-12-02' },
    });
    // The same version with another ladder is another method.
    expect(ledger.refuses('client', { ...agreed, data: set(ladder(3)) })).toBe('invalid-entry');
  });
});

describe('an extension', () => {
  let ledger: Ledger;

  beforeEach(() => {
    ledger = new Ledger();
    ledger.at('2026-06-01T10:00:00Z').logs('client', { ...RAISED, effective: '2026-06-01' });
  });

  it('counts once both have agreed to it', async () => {
    const id = ledger.logs('provider', { ...extended('2026-06-19'), effective: '2026-06-01' });
    expect(await gully(ledger)).toMatchObject({ deadline: { due: '2026-06-08', extendedFrom: null } });
    ledger.logs('client', { kind: 'entry.agreed', answers: id });
    expect(await gully(ledger)).toMatchObject({ deadline: { due: '2026-06-19', extendedFrom: '2026-06-08' } });
    expect((await dueOf(ledger.views(), 'road', { asOf: '2026-06-10' }, NOW)).due).toMatchObject([
      { kind: 'issue.deadline-missed', due: '2026-06-19', overdue: false, parties: ['provider'] },
    ]);
    expect(ledger.strikes('2026-06-19T22:59:59Z')).toEqual([]);
    ledger.strikes('2026-06-19T23:00:00Z');
    expect(ledger.last()).toMatchObject({ effective: '2026-06-19', facts: { due: '2026-06-19T22:59:59.999Z' } });
  });

  it('does not count where they agreed too late', () => {
    const id = ledger.logs('provider', { ...extended('2026-06-19'), effective: '2026-06-01' });
    ledger.at('2026-06-09T10:00:00Z').logs('client', { kind: 'entry.agreed', answers: id });
    expect(ledger.strikes('2026-06-30T00:00:00Z')).toHaveLength(1);
    expect(ledger.last()).toMatchObject({ effective: '2026-06-08' });
  });

  it('does not count where they agreed past midnight, where the relationship is', () => {
    const id = ledger.logs('provider', { ...extended('2026-06-19'), effective: '2026-06-01' });
    // Of UTC it is the same day: the time was over at 22:59:59.999Z.
    ledger.strikes('2026-06-08T23:05:00Z');
    ledger.at('2026-06-08T23:30:00Z').logs('client', { kind: 'entry.agreed', answers: id });
    expect(ledger.strikes('2026-07-01T00:00:00Z')).toEqual([]);
    const missed = ledger.events.filter(({ data }) => data['kind'] === 'issue.deadline-missed');
    expect(missed).toHaveLength(1);
  });

  it('counts in the order in which they agreed, whichever was logged first', () => {
    const longer = ledger.logs('provider', { ...extended('2026-06-30'), effective: '2026-06-01' });
    const shorter = ledger.logs('provider', { ...extended('2026-06-19'), effective: '2026-06-01' });
    ledger.at('2026-06-04T10:00:00Z').logs('client', { kind: 'entry.agreed', answers: shorter });
    ledger.at('2026-06-15T10:00:00Z').logs('client', { kind: 'entry.agreed', answers: longer });
    expect(ledger.strikes('2026-06-30T22:59:59Z')).toEqual([]);
    expect(ledger.strikes('2026-07-01T00:00:00Z')).toHaveLength(1);
    expect(ledger.last()).toMatchObject({ effective: '2026-06-30' });
  });

  it('gives more time, to a day that it names, while there is some', () => {
    const refused = (due: string): string => ledger.refuses('provider', { ...extended(due), effective: '2026-06-01' });
    expect(['2026-06-08', '2026-06-05', '2026-07'].map(refused)).toEqual(Array(3).fill('not-allowed-now'));
    ledger.at('2026-06-09T10:00:00Z');
    expect(refused('2026-06-30')).toBe('not-allowed-now');
  });
});

describe('a resolution', () => {
  const raisedThen = (): Ledger => {
    const ledger = new Ledger();
    ledger.at('2026-06-01T10:00:00Z').logs('client', { ...RAISED, effective: '2026-06-01' });
    return ledger;
  };

  it('in time is a plus, late it is none, whether or not the clock has said so', () => {
    const inTime = raisedThen().at('2026-06-08T22:59:59Z');
    inTime.logs('provider', { ...RESOLVED, effective: '2026-06-08' });
    expect(inTime.last()).toMatchObject({ sign: '+', severity: 'major' });
    const said = raisedThen();
    said.strikes('2026-06-09T00:00:00Z');
    said.logs('provider', { ...RESOLVED, effective: '2026-06-09' });
    const stopped = raisedThen().at('2026-06-09T01:00:00Z');
    stopped.logs('provider', { ...RESOLVED, effective: '2026-06-09' });
    for (const late of [said, stopped]) expect(late.last()).toMatchObject({ kind: 'issue.resolved', sign: '0' });
    expect(stopped.strikes('2026-06-10T00:00:00Z')).toHaveLength(1);
  });

  it('in the time of a higher level is late all the same, and after a reopening has time anew', () => {
    const ledger = raisedThen().at('2026-06-10T10:00:00Z');
    ledger.logs('client', { ...escalated('2'), effective: '2026-06-10' });
    ledger.logs('provider', { ...RESOLVED, effective: '2026-06-10' });
    expect(ledger.last()).toMatchObject({ sign: '0' });
    ledger.logs('client', { kind: 'issue.reopened', effective: '2026-06-10', data: { ...GULLY, reason: 'Again' } });
    ledger.logs('provider', { ...RESOLVED, effective: '2026-06-10' });
    expect(ledger.last()).toMatchObject({ sign: '+' });
  });
});
