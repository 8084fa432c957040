import { Ledger } from '../entry/ledger.fixture';
import { protocolOf, withoutProtocolIn } from './protocol.queries';

const NOTE = { kind: 'note.logged', text: 'A note.' };
const PROTOCOL = {
  kind: 'protocol.agreed',
  data: { standing: 'No notice, admission or waiver.', disclosure: 'Between us.', retentionYears: 12, answerDays: 28 },
};

describe('the protocol for using the record', () => {
  let ledger: Ledger;
  beforeEach(() => {
    ledger = new Ledger();
  });
  const said = (knownAt?: string) =>
    withoutProtocolIn(ledger.views(), 'road', knownAt === undefined ? {} : { knownAt });

  it('is missing of a record that is kept live, until it is agreed', async () => {
    expect(await said()).toBeNull();
    const first = ledger.logs('client', NOTE);
    expect(await said()).toEqual({
      situation: 'missing',
      protocol: null,
      waitingFor: ['client', 'provider'],
      entries: 1,
      since: first,
    });
    const protocol = ledger.logs('client', PROTOCOL);
    expect(await said()).toMatchObject({ situation: 'waiting', protocol, waitingFor: ['provider'] });
    ledger.logs('provider', NOTE);
    ledger.at('2026-02-01T09:00:00Z').logs('provider', { kind: 'entry.agreed', answers: protocol });
    ledger.logs('provider', NOTE);
    expect(await said()).toEqual({ situation: 'late', protocol, waitingFor: [], entries: 2, since: first });
    expect(await said('2026-01-31')).toMatchObject({ situation: 'waiting' });
  });

  it('is not missed where all agreed to it before anything else was said', async () => {
    ledger.logs('client', {
      kind: 'member.admitted',
      data: { member: 'm-client', post: 'Manager', role: 'member', mayAgree: true },
    });
    ledger.agree(PROTOCOL);
    ledger.logs('client', NOTE);
    expect(await said()).toBeNull();
  });

  it('has versions, of which the last one that all agreed to holds', async () => {
    const [first, second] = [ledger.agree(PROTOCOL), ledger.agree(PROTOCOL)];
    const third = ledger.logs('client', { ...PROTOCOL, data: { ...PROTOCOL.data, retentionYears: 6 } });
    const { protocol } = await protocolOf(ledger.views(), 'road', {}, Date.parse('2026-12-31T12:00:00Z'));
    expect(protocol.map(({ id, situation }) => [id, situation])).toEqual([
      [first, 'replaced'],
      [second, 'in-force'],
      [third, 'waiting'],
    ]);
    expect(protocol[1]).toMatchObject({
      standing: 'No notice, admission or waiver.',
      retentionYears: 12,
      answerDays: 28,
    });
  });

  it.each([{ retentionYears: 0 }, { retentionYears: 1.5 }, { answerDays: -1 }])('counts whole years: %j', (wrong) => {
    expect(ledger.refuses('client', { ...PROTOCOL, data: { ...PROTOCOL.data, ...wrong } })).toBe('invalid-entry');
  });
});
