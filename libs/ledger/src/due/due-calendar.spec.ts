import { catalogue } from '../catalogue/catalogue';
import { endOfLocalDay } from '../calendar/working-days';
import { Ledger } from '../entry/ledger.fixture';
import { formatInstant, parseDay } from '../scoring/days';
import type { Views } from '../views';
import { TO_DO, dueCalendarOf } from './due-calendar';
import { dueOf, type DueParameters } from './due.queries';

const NOW = Date.parse('2026-01-20T12:00:00Z');
const MAX_LINE_OCTETS = 75;

describe('what is due as a calendar', () => {
  let ledger: Ledger;
  let issue: string;

  beforeEach(() => {
    ledger = new Ledger();
    const board = { body: 'board', title: 'Board of Jane Doe', terms: 'x', meets: 'monthly' };
    ledger.logs('client', { kind: 'governance.established', data: board });
    const said = { issue: 'iss-1', title: 'Jane Doe is late', impact: 'high', owner: 'provider' };
    issue = ledger
      .at('2026-01-20T09:00:00Z')
      .logs('client', { kind: 'issue.raised', effective: '2026-01-20', data: said });
  });

  const ask = (asked: DueParameters = {}, views: Views = ledger.views(), now = NOW): Promise<string> =>
    dueCalendarOf(views, 'road', asked, now);
  /** Lines as they were before they were folded. */
  const linesOf = (calendar: string): string[] => calendar.replace(/\r\n[ \t]/g, '').split('\r\n');
  const eventsOf = (calendar: string): Record<string, string>[] =>
    calendar
      .split('BEGIN:VEVENT')
      .slice(1)
      .map((event) =>
        Object.fromEntries(linesOf(event).map((line) => line.split(/:(.*)/s).slice(0, 2) as [string, string])),
      );

  it('is a whole day for each duty, with what to do and for whom', async () => {
    const { due } = await dueOf(ledger.views(), 'road', { within: '30' }, NOW);
    const events = eventsOf(await ask({ within: '30' }));
    expect(events.map((event) => event['DTSTART;VALUE=DATE'])).toEqual(due.map((item) => item.due.replace(/-/g, '')));
    expect(events.map(({ SUMMARY }) => SUMMARY)).toEqual([
      'Resolve the issue or take it up the ladder (iss-1)',
      'Hold the joint meeting (board)',
    ]);
    expect(events[0]).toMatchObject({ DTSTAMP: '20260120T000000Z', TRANSP: 'TRANSPARENT' });
    expect(events[0]?.['DESCRIPTION']).toContain(`For provider.\\nFollows from entry ${issue} of road.`);
    for (const { due: day, until } of due) expect(until).toBe(formatInstant(endOfLocalDay(parseDay(day) ?? NaN)));
  });

  it('says what to do about everything of which the ledger says that it was missed', () => {
    const missed = catalogue.kinds.filter(({ derived }) => derived !== undefined).map(({ kind }) => kind);
    expect(Object.keys(TO_DO).sort()).toEqual(missed.sort());
  });

  it('is the same for the same question, whenever it is asked', async () => {
    const asked = { asOf: '2026-01-20' };
    expect(await ask(asked, ledger.views(), NOW + 3_600_000_000)).toBe(await ask(asked));
    expect(await ask()).toBe(await ask({}, ledger.views(), NOW + 3_600_000));
  });

  it('keeps the UID of a duty at other dates, and as its day moves', async () => {
    const uidOf = (calendar: string, subject: string, day: string) =>
      eventsOf(calendar).find(
        (event) => event['SUMMARY']?.endsWith(`(${subject})`) && event['DTSTART;VALUE=DATE'] === day,
      )?.['UID'];
    const now = await ask();
    expect(uidOf(now, 'board', '20260215')).toMatch(/^[0-9a-f]{64}$/);
    expect(uidOf(await ask({ asOf: '2026-02-15' }), 'board', '20260215')).toBe(uidOf(now, 'board', '20260215'));
    const before = eventsOf(now)[0] ?? {};
    ledger.agree({
      kind: 'issue.extended',
      effective: '2026-01-20',
      data: { issue: 'iss-1', due: '2026-03-27', reason: 'x' },
    });
    const moved = await ask();
    expect(before['DTSTART;VALUE=DATE']).not.toBe('20260327');
    expect(uidOf(moved, 'iss-1', '20260327')).toBe(before['UID']);
    const uids = eventsOf(moved).map(({ UID }) => UID);
    expect(new Set(uids).size).toBe(uids.length);
  });

  it('says what is overdue, and no more of what was done', async () => {
    const summaries = async (asOf: string) => eventsOf(await ask({ asOf })).map(({ SUMMARY }) => SUMMARY);
    expect(await summaries('2026-03-01')).toContain('Overdue: Hold the joint meeting (board)');
    const held = { body: 'board', quorate: true, attended: 'All' };
    ledger.at('2026-02-06T09:00:00Z').logs('client', { kind: 'meeting.held', effective: '2026-02-05', data: held });
    expect(await summaries('2026-03-01')).not.toContain('Overdue: Hold the joint meeting (board)');
    const known = eventsOf(await ask({ asOf: '2026-03-01', knownAt: '2026-02-01' }));
    expect(known.map(({ SUMMARY }) => SUMMARY)).toContain('Overdue: Hold the joint meeting (board)');
  });

  it('quotes no prose of entries, and escapes the names of things', async () => {
    const established = {
      title: 'Road; North, \\ \r\nATTACH:x',
      client: 'Council\r\nATTACH:x',
      provider: 'ä'.repeat(60),
    };
    const row = { ...{ id: 'road', firstEffective: null, entries: 3, revision: 2, imported: false }, sample: true };
    const views = { ...ledger.views(), relationship: () => Promise.resolve({ ...row, established }) };
    const calendar = await ask({ within: '30' }, views);
    expect(calendar).not.toContain('Jane');
    expect(linesOf(calendar)).toContain('X-WR-CALNAME:Road North ATTACH:x – what is due');
    expect(linesOf(calendar).filter((line) => line.startsWith('ATTACH'))).toEqual([]);
    expect(linesOf(calendar).join('')).toContain('A fictional sample contract.');
    for (const line of calendar.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(MAX_LINE_OCTETS);
    expect(calendar).toMatch(/END:VCALENDAR\r\n$/);
    expect(calendar.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
  });

  it('is refused as what is due is', async () => {
    await expect(ask({ within: '3661' })).rejects.toMatchObject({ code: 'invalid-parameter', field: 'within' });
    await expect(dueCalendarOf(ledger.views(), 'nowhere', {}, NOW)).rejects.toMatchObject({
      code: 'relationship-not-found',
    });
  });
});
