import { dutiesOf } from '../due/duties';
import { dutyLedger, isMissed } from '../due/duty';
import { Ledger } from '../entry/ledger.fixture';
import { readingAt } from '../scoring/knowledge';

const NEVER = Date.parse('2027-12-31T12:00:00Z');

/** Planned days of the meetings that were missed by an instant. */
async function missedBy(ledger: Ledger, instant: string): Promise<unknown[]> {
  const facts = (await ledger.views().facts('road')) ?? [];
  const now = Date.parse(instant);
  return dutiesOf(dutyLedger(readingAt(facts, null)), now)
    .filter((duty) => duty.missed === 'meeting.missed' && isMissed(duty, now))
    .map(({ data }) => data['due']);
}

/** Planned days of the meetings that wait. */
async function open(ledger: Ledger): Promise<unknown[]> {
  const facts = (await ledger.views().facts('road')) ?? [];
  return dutiesOf(dutyLedger(readingAt(facts, null)), NEVER)
    .filter(({ missed, doneBy }) => missed === 'meeting.missed' && doneBy === null)
    .map(({ data }) => data['due']);
}

function established(on: string, meets: string, terms = {}): Ledger {
  const ledger = new Ledger({ end: '2026-06-30', ...terms }).at(`${on}T09:00:00Z`);
  const data = { body: 'board', title: 'Board', terms: 'x', meets };
  ledger.logs('client', { kind: 'governance.established', effective: on, data });
  return ledger;
}

function held(ledger: Ledger, on: string, logged = on): void {
  const data = { body: 'board', quorate: true, attended: 'All' };
  ledger.at(`${logged}T12:00:00Z`).logs('client', { kind: 'meeting.held', effective: on, data });
}

function moved(ledger: Ledger, on: string, newDate: string): void {
  const data = { body: 'board', newDate };
  ledger.at(`${on}T10:00:00Z`).logs('client', { kind: 'meeting.postponed', effective: on, data });
}

describe('meetings', () => {
  it('are planned from the day on which the body was established, until the contract ends', async () => {
    const ledger = established('2026-01-31', 'monthly');
    expect(await open(ledger)).toEqual(['2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31', '2026-06-30']);
  });

  it('keep to their days whenever the one before was held', async () => {
    const ledger = established('2026-02-01', 'monthly');
    held(ledger, '2026-02-20');
    held(ledger, '2026-04-08');
    expect(await open(ledger)).toEqual(['2026-05-01', '2026-06-01']);
  });

  it('are planned for as long as the contract was extended, whatever part of it was handed over', async () => {
    const ledger = established('2026-04-01', 'quarterly');
    expect(await open(ledger)).toEqual([]);
    const longer = { title: 'Longer', what: 'term', end: '2026-12' };
    ledger.agree({ kind: 'contract.amended', effective: '2026-04-01', data: longer });
    expect(await open(ledger)).toEqual(['2026-07-01', '2026-10-01']);
    ledger.at('2026-09-30T10:00:00Z');
    ledger.logs('client', { kind: 'exit.triggered', effective: '2026-09-30', data: { reason: 'Lighting goes' } });
    ledger.logs('client', { kind: 'exit.handed-over', effective: '2026-09-30', data: { to: 'Council' } });
    expect(await open(ledger)).toEqual(['2026-07-01', '2026-10-01']);
  });

  it('each do for one planned day alone', async () => {
    const ledger = established('2026-02-02', 'weekly');
    for (const day of ['2026-02-09', '2026-02-16', '2026-02-23']) held(ledger, day);
    held(ledger, '2026-03-20');
    expect(await missedBy(ledger, '2026-03-21T00:00:00Z')).toEqual(['2026-03-02', '2026-03-09']);
  });

  it('that were missed wait no more once another was held', async () => {
    const ledger = established('2026-02-01', 'monthly');
    held(ledger, '2026-04-01');
    expect(await missedBy(ledger, '2026-04-02T00:00:00Z')).toEqual(['2026-03-01']);
    expect(await open(ledger)).toEqual(['2026-05-01', '2026-06-01']);
  });

  it('that were moved have time until some days after their new one; the next keeps to its own', async () => {
    const ledger = established('2026-02-01', 'monthly');
    moved(ledger, '2026-03-05', '2026-03-20');
    moved(ledger, '2026-03-25', '2026-03-31');
    expect(await missedBy(ledger, '2026-04-10T22:00:00Z')).toEqual([]);
    expect(await missedBy(ledger, '2026-04-11T00:00:00Z')).toEqual(['2026-03-01']);
    expect(await missedBy(ledger, '2026-04-12T00:00:00Z')).toEqual(['2026-03-01', '2026-04-01']);
  });

  it('are moved by the next one’s day where that before was held', async () => {
    const ledger = established('2026-02-01', 'monthly');
    held(ledger, '2026-03-01');
    moved(ledger, '2026-03-05', '2026-04-20');
    expect(await missedBy(ledger, '2026-04-29T00:00:00Z')).toEqual([]);
    expect(await missedBy(ledger, '2026-05-01T00:00:00Z')).toEqual(['2026-04-01']);
  });

  it('are missed where they were moved, or told of, only when they were', async () => {
    const ledger = established('2026-02-01', 'monthly');
    ledger.at('2026-04-15T10:00:00Z').logs('client', {
      kind: 'meeting.postponed',
      effective: '2026-04-02',
      data: { body: 'board', newDate: '2026-04-30' },
    });
    expect(await missedBy(ledger, '2026-04-16T00:00:00Z')).toEqual(['2026-03-01', '2026-04-01']);
  });

  it('that are told of late do for the next planned day where there is still time', async () => {
    const ledger = established('2026-01-10', 'weekly');
    held(ledger, '2026-01-26', '2026-01-29');
    expect(await missedBy(ledger, '2026-02-04T10:00:00Z')).toEqual(['2026-01-17']);
    expect(await missedBy(ledger, '2026-02-12T10:00:00Z')).toEqual(['2026-01-17', '2026-01-31']);
  });

  it('of a body that is logged late are not missed by that', async () => {
    const ledger = new Ledger().at('2026-05-05T09:00:00Z');
    const data = { body: 'board', title: 'Board', terms: 'x', meets: 'monthly' };
    ledger.logs('client', { kind: 'governance.established', effective: '2026-01-01', data });
    expect(await missedBy(ledger, '2026-05-12T00:00:00Z')).toEqual(['2026-05-01']);
  });

  it('are counted from the day on which the body was known, however old it is', async () => {
    const ledger = new Ledger({ end: '2026-06-30' }).at('2026-05-05T09:00:00Z');
    const data = { body: 'board', title: 'Board', terms: 'x', meets: 'weekly' };
    ledger.logs('client', { kind: 'governance.established', effective: '1900-01-01', data });
    expect((await open(ledger)).slice(0, 2)).toEqual(['2026-04-20', '2026-04-27']);
    expect(await missedBy(ledger, '2026-05-08T00:00:00Z')).toEqual(['2026-04-27']);
  });
});
