import { parseDay } from './days';
import type { EntryReading } from './entry-reading';
import { facts, type Line } from './journal.fixture';
import { Reading } from './reading';

const event: Line = { kind: 'behaviour.observed', sign: '-', severity: 'major', party: 'client' };
const answer = (kind: string, party: string, day: string, more: Partial<Line> = {}): Line => ({
  kind: `entry.${kind}`,
  party,
  recorded: `${day}T10:00:00Z`,
  answers: 'e0',
  ...more,
});

function read(...lines: readonly Line[]): { reading: Reading; first: EntryReading } {
  const reading = new Reading();
  for (const fact of facts(...lines)) reading.learn(fact);
  const first = reading.entry('e0');
  if (first === undefined) throw new Error('the first entry was not read');
  return { reading, first };
}

describe('the status of an entry', () => {
  it('is asserted until every other party has agreed', () => {
    expect(read(event).first.status).toBe('asserted');
    expect(read(event, answer('agreed', 'provider', '2019-07-01')).first.status).toBe('agreed');
    expect(read({ ...event, party: 'joint' }).first.status).toBe('agreed');
    expect(read({ ...event, party: 'ledger' }).first.status).toBe('agreed');
    const thirdParty = { ...event, party: 'third-party' };
    expect(read(thirdParty, answer('agreed', 'provider', '2019-07-01')).first.status).toBe('asserted');
    expect(
      read(thirdParty, answer('agreed', 'provider', '2019-07-01'), answer('agreed', 'client', '2019-07-02')).first
        .status,
    ).toBe('agreed');
  });

  it('follows the latest answer of each party', () => {
    const agreed = answer('agreed', 'provider', '2019-07-01');
    const disputed = read(event, agreed, answer('disputed', 'provider', '2019-07-02')).first;
    expect(disputed).toMatchObject({ status: 'disputed', disputedSinceDay: parseDay('2019-07-02') });
    const noted = read(event, agreed, answer('noted', 'provider', '2019-07-02')).first;
    expect(noted).toMatchObject({ status: 'asserted', statusWord: 'noted' });
  });

  it('does not restart the days of a dispute that is only repeated', () => {
    const days = ['2019-07-01', '2019-08-01'].map((day) => answer('disputed', 'provider', day));
    expect(read(event, ...days).first.disputedSinceDay).toBe(parseDay('2019-07-01'));
    const interrupted = [days[0], answer('noted', 'provider', '2019-07-10'), days[1]].filter(
      (line) => line !== undefined,
    );
    expect(read(event, ...interrupted).first.disputedSinceDay).toBe(parseDay('2019-08-01'));
  });

  it('reads answers by recorded time, not by their place in the ledger', () => {
    const { first } = read(
      event,
      answer('disputed', 'provider', '2019-08-01'),
      answer('agreed', 'provider', '2019-07-01'),
    );
    expect(first.status).toBe('disputed');
    expect(first.answeredBy).toEqual(['e2', 'e1']);
  });

  it('counts the lowest severity named by a standing agreement, never a higher', () => {
    const lower = answer('agreed', 'provider', '2019-07-01', { data: { severity: 'minor' } });
    expect(read(event, lower).first.severity).toBe('minor');
    expect(read(event, { ...lower, data: { severity: 'critical' } }).first.severity).toBe('major');
    expect(read(event, lower, answer('noted', 'provider', '2019-07-02')).first.severity).toBe('major');
  });

  it('starts over with a correction, and keeps a void', () => {
    const agreed = answer('agreed', 'provider', '2019-07-01');
    const corrected = answer('corrected', 'client', '2019-07-02', {
      data: { severity: 'minor', effective: '2018-05' },
    });
    expect(read(event, agreed, corrected).first).toMatchObject({
      status: 'asserted',
      severity: 'minor',
      day: parseDay('2018-05-31'),
    });
    expect(read(event, { ...corrected, party: 'joint' }).first.status).toBe('agreed');
    const voided = answer('voided', 'client', '2019-07-02');
    expect(read(event, voided, { ...corrected, recorded: '2019-07-03T00:00:00Z' }).first.status).toBe('voided');
  });

  it('is put right until a correction, whatever is disputed later', () => {
    const agreed = answer('agreed', 'provider', '2019-07-01');
    const remedied = answer('remedied', 'client', '2019-07-02');
    const disputed = answer('disputed', 'provider', '2019-07-03');
    expect(read(event, agreed, remedied, disputed).first).toMatchObject({ remedied: true, statusWord: 'remedied' });
    const corrected = answer('corrected', 'client', '2019-07-04', { data: { severity: 'minor' } });
    expect(read(event, agreed, remedied, corrected).first.remedied).toBe(false);
  });
});

describe('a correction', () => {
  it('replaces data fields, removes them by null, and leaves the level of an escalation to its data', () => {
    const escalated: Line = { kind: 'issue.escalated', data: { issue: 'i1', level: '2' } };
    const { first } = read(
      escalated,
      answer('corrected', 'client', '2019-07-01', { data: { level: '3', issue: null } }),
    );
    expect(first.data).toEqual({ level: '3' });
    expect(first.level).toBeNull();
  });
});

describe('parties', () => {
  const joined: Line = { kind: 'party.joined', effective: '2019-06-01', data: { party: 'partner', role: 'partner' } };

  it('join when all have agreed, and their agreement is then needed from that day on', () => {
    const { reading } = read(
      joined,
      { ...event, effective: '2019-05-01' },
      { ...event, effective: '2019-06-10' },
      answer('agreed', 'provider', '2019-07-01', { answers: 'e1' }),
      answer('agreed', 'provider', '2019-07-01', { answers: 'e2' }),
    );
    expect(reading.entry('e2')?.status).toBe('agreed');
    expect(reading.parties(20000)).toEqual(['client', 'provider']);
    for (const fact of facts(...Array<Line>(9).fill(event), answer('agreed', 'provider', '2019-07-02')).slice(-1)) {
      reading.learn(fact);
    }
    expect(reading.parties(20000)).toEqual(['client', 'provider', 'partner']);
    expect(reading.entry('e1')?.status).toBe('agreed');
    expect(reading.entry('e2')?.status).toBe('asserted');
  });

  it('gives an agreed factor set the day since which it stands agreed', () => {
    const set: Line = { kind: 'factorset.agreed' };
    const agreed = answer('agreed', 'provider', '2019-07-01');
    expect(read(set).first).toMatchObject({ inEffect: false, agreedSinceDay: null });
    expect(read(set, agreed).first.agreedSinceDay).toBe(parseDay('2019-07-01'));
    const { first } = read(
      set,
      agreed,
      answer('noted', 'provider', '2019-07-02'),
      answer('agreed', 'provider', '2019-07-05'),
    );
    expect(first.agreedSinceDay).toBe(parseDay('2019-07-05'));
  });
});
