import { Ledger } from '../entry/ledger.fixture';
import type { Clocks } from '../parameters';
import { membersOf, type Member } from './members.queries';

const NOW = Date.parse('2026-12-31T12:00:00Z');
const NOTE = { kind: 'note.logged', text: 'A note.' };

async function members(ledger: Ledger, clocks: Clocks = {}): Promise<readonly Member[]> {
  return (await membersOf(ledger.views(), 'road', clocks, NOW)).members;
}

/** The member who logs for a party in these tests is `m-` and the party. */
function admitted(member: string, more = {}) {
  return { kind: 'member.admitted', data: { member, post: 'Engineer', role: 'member', mayAgree: true, ...more } };
}

function withdrawn(member: string) {
  return { kind: 'member.withdrawn', data: { member } };
}

describe('members', () => {
  let ledger: Ledger;
  beforeEach(() => {
    ledger = new Ledger();
  });

  it('act and agree for their party from their admission until it is ended, as of every day', async () => {
    const first = ledger.logs('client', admitted('m-x', { until: '2026-06-30' }));
    ledger.at('2026-03-01T09:00:00Z');
    const second = ledger.logs('client', { ...withdrawn('m-x'), effective: '2026-03-01' });
    expect(await members(ledger)).toEqual([
      {
        member: 'm-x',
        party: 'client',
        situation: 'withdrawn',
        post: 'Engineer',
        role: 'member',
        mayAct: false,
        mayAgree: false,
        admitted: '2026-01-05',
        until: '2026-06-30',
        withdrawn: '2026-03-01',
        entries: [first, second],
      },
    ]);
    expect(await members(ledger, { asOf: '2026-02-28' })).toMatchObject([
      { situation: 'admitted', mayAct: true, mayAgree: true, withdrawn: null, entries: [first] },
    ]);
    const then = { knownAt: '2026-02-28' };
    expect(await members(ledger, then)).toMatchObject([{ situation: 'expired', mayAct: false }]);
    expect(await members(ledger, { ...then, asOf: '2026-06-30' })).toMatchObject([{ situation: 'admitted' }]);
  });

  it('say nothing more once they were withdrawn or their time is over', () => {
    ledger.logs('client', admitted('m-client', { until: '2026-02-28' }));
    ledger.logs('client', NOTE);
    ledger.at('2026-02-28T12:00:00Z').logs('client', NOTE);
    expect(ledger.at('2026-03-01T12:00:00Z').refuses('client', NOTE)).toBe('not-allowed-now');
    ledger.logs('provider', admitted('m-provider'));
    ledger.logs('provider', withdrawn('m-provider'));
    expect(ledger.refuses('provider', NOTE)).toBe('not-allowed-now');
    expect(ledger.refuses('provider', withdrawn('m-provider'))).toBe('not-allowed-now');
  });

  it('who may not agree log, and agree to nothing', () => {
    ledger.logs('client', admitted('m-client', { mayAgree: false }));
    const id = ledger.logs('provider', NOTE);
    expect(ledger.refuses('client', { kind: 'entry.agreed', answers: id })).toBe('not-allowed-now');
    ledger.logs('client', { kind: 'entry.disputed', answers: id, text: 'Not so.' });
    const left = { kind: 'party.left', data: { party: 'provider' } };
    expect(ledger.refuses('client', left)).toBe('not-allowed-now');
    ledger.logs('client', NOTE);
  });

  it('who may not agree do not say who may', () => {
    const own = ledger.logs('client', admitted('m-client', { mayAgree: false }));
    expect(ledger.refuses('client', admitted('m-client'))).toBe('not-allowed-now');
    expect(ledger.refuses('client', withdrawn('m-client'))).toBe('not-allowed-now');
    const correction = { kind: 'entry.corrected', answers: own, data: { mayAgree: true } };
    expect(ledger.refuses('client', correction)).toBe('not-allowed-now');
    expect(ledger.refuses('client', { kind: 'entry.voided', answers: own, text: 'No.' })).toBe('not-allowed-now');
  });

  it('who read alone, or stand beside the parties, speak for none', () => {
    ledger.logs('client', admitted('m-client', { role: 'reader', mayAgree: false }));
    expect(ledger.refuses('client', NOTE)).toBe('not-allowed-now');
  });

  it('are those of their own party: no other one ends or limits what they may', () => {
    ledger.logs('client', admitted('m-client'));
    expect(ledger.refuses('provider', withdrawn('m-client'))).toBe('not-allowed-now');
    ledger.logs('provider', admitted('m-client', { mayAgree: false }));
    ledger.logs('client', { kind: 'entry.agreed', answers: ledger.logs('provider', NOTE) });
    expect(ledger.refuses('third-party', admitted('m-y'))).toBe('not-allowed-now');
  });

  it('are admitted until a day that is not over', () => {
    expect(ledger.refuses('client', admitted('m-x', { until: '2025-12-31' }))).toBe('not-allowed-now');
    expect(ledger.refuses('client', withdrawn('m-nobody'))).toBe('not-allowed-now');
  });

  it('act for no party that left', async () => {
    ledger.agree({ kind: 'party.joined', data: { party: 'utilities', name: 'Utilities', role: 'partner' } });
    ledger.logs('utilities', admitted('m-x'));
    expect(await members(ledger)).toMatchObject([{ mayAct: true, mayAgree: true }]);
    ledger.at('2026-02-01T09:00:00Z');
    const left = ledger.agree({ kind: 'party.left', effective: '2026-02-01', data: { party: 'utilities' } });
    ledger.logs('utilities', { kind: 'entry.agreed', answers: left });
    expect(await members(ledger)).toMatchObject([{ situation: 'admitted', mayAct: false, mayAgree: false }]);
    expect(await members(ledger, { asOf: '2026-01-31' })).toMatchObject([{ mayAct: true, mayAgree: true }]);
  });

  it('are admitted again after they were withdrawn', async () => {
    ledger.logs('client', admitted('m-x'));
    ledger.logs('client', withdrawn('m-x'));
    ledger.logs('client', admitted('m-x', { post: 'Manager' }));
    expect(await members(ledger)).toMatchObject([{ situation: 'admitted', post: 'Manager', withdrawn: null }]);
  });
});
