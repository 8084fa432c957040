import { Ledger } from '../entry/ledger.fixture';
import { dueOf, type DueItem } from '../due/due.queries';
import type { Clocks } from '../parameters';
import { exitOf, planOf, type ExitRegister } from './documents.queries';

const NOW = Date.parse('2026-12-31T12:00:00Z');
const PARTS = {
  disengagement: 'In steps', continuity: 'Winter first', customerSupport: 'One number', stakeholders: 'Told first',
  assets: 'Depots return', financial: 'Within a quarter', commercial: 'Taken over', people: 'A list',
  conflicts: 'Data', conflictsAddressed: 'A copy each',
}; // prettier-ignore

const issued = (version: string, nextReview: string) => ({
  kind: 'exit.issued',
  data: { version, ...PARTS, nextReview },
});
const agreed = (version: string, nextReview: string) => ({ kind: 'exit.agreed', data: { version, nextReview } });
const reviewed = (effective: string, nextReview: string, change = ['periodic']) => ({
  kind: 'exit.reviewed',
  effective,
  data: { change, effectOnRelationship: 'None', finding: 'Holds', updated: false, nextReview },
});

describe('the exit strategy', () => {
  let ledger: Ledger;

  beforeEach(() => {
    ledger = new Ledger();
  });

  const exit = (clocks: Clocks = {}): Promise<ExitRegister> => exitOf(ledger.views(), 'road', clocks, NOW);
  const due = async (clocks: Clocks = {}): Promise<readonly DueItem[]> =>
    (await dueOf(ledger.views(), 'road', { within: '3660', ...clocks }, NOW)).due;

  it('before one is issued, is not there, and neither agreed nor reviewed', async () => {
    expect(await exit()).toMatchObject({ situation: 'none', nextReview: null, overdue: false, exit: [] });
    expect(ledger.refuses('client', agreed('1', '2027-01-05'))).toBe('not-allowed-now');
    expect(ledger.refuses('client', reviewed('2026-01-05', '2027-01-05'))).toBe('not-allowed-now');
    expect(ledger.refuses('client', { kind: 'exit.handed-over', data: { to: 'X' } })).toBe('not-allowed-now');
  });

  it('needs all its parts, and a next review to come', () => {
    const { data } = issued('1', '2027-01-05');
    for (const part of Object.keys(PARTS)) {
      expect(ledger.refuses('client', { kind: 'exit.issued', data: { ...data, [part]: '' } })).toBe('invalid-entry');
    }
    expect(ledger.refuses('client', issued('1', '2026-01-05'))).toBe('not-allowed-now');
    expect(ledger.refuses('client', issued('1', '2026'))).toBe('taken');
  });

  it('shows its versions, who agreed when, with all its parts and reviews, at any dates', async () => {
    const first = ledger.logs('client', issued('1', '2027-01-05'));
    expect(await exit()).toMatchObject({ situation: 'proposed', nextReview: '2027-01-05' });
    const waiting = ledger.logs('client', { ...agreed('1', '2027-02-28'), effective: '2026-01-06' });
    expect(await exit()).toMatchObject({ situation: 'proposed', exit: [{ situation: 'issued', agreed: null }] });
    ledger.logs('provider', { kind: 'entry.agreed', answers: waiting });
    const review = ledger.logs('provider', reviewed('2026-01-06', '2027-03-31', ['people', 'market']));
    const second = ledger.logs('provider', { ...issued('2', '2027-04'), effective: '2026-01-06' });
    expect(await exit()).toEqual({
      relationship: 'road',
      asOf: '2026-12-31',
      knownAt: null,
      situation: 'agreed',
      nextReview: '2027-03-31',
      overdue: false,
      unreviewed: [],
      exit: [
        {
          version: '1',
          situation: 'agreed',
          issued: '2026-01-05',
          issuedBy: 'client',
          agreed: '2026-01-06',
          nextReview: '2027-03-31',
          parts: PARTS,
          reviews: [
            {
              entry: review,
              effective: '2026-01-06',
              by: 'provider',
              status: 'asserted',
              changes: ['people', 'market'],
              effectOnRelationship: 'None',
              finding: 'Holds',
              version: null,
              updated: false,
              counted: true,
              nextReview: '2027-03-31',
            },
          ],
          entries: [first, waiting, review],
        },
        expect.objectContaining({ version: '2', situation: 'issued', issuedBy: 'provider', entries: [second] }),
      ],
      triggered: [],
      handedOver: [],
    });
    expect(await exit({ asOf: '2026-01-05' })).toMatchObject({ situation: 'proposed', nextReview: '2027-01-05' });
    ledger.agree({ ...agreed('2', '2028-01-31'), effective: '2026-01-06' });
    expect((await exit()).exit.map(({ situation }) => situation)).toEqual(['replaced', 'agreed']);
  });

  it('counts reviews once in 90 days, whichever was logged first, and takes the others all the same', async () => {
    ledger.logs('client', issued('1', '2027-01-05'));
    const signs = (effective: string, sign?: '+' | '0'): string | null => {
      ledger.logs('client', { ...reviewed(effective, '2027-06-30'), ...(sign && { sign }) });
      return ledger.last().sign;
    };
    const first = ledger.logs('client', reviewed('2025-09-01', '2026-09-01'));
    expect(signs('2025-11-29')).toBe('0');
    expect(signs('2025-06-04')).toBe('0');
    expect(signs('2025-11-30')).toBe('+');
    expect(signs('2025-12-10', '0')).toBe('0');
    expect(ledger.refuses('client', { ...reviewed('2025-09-05', '2027-06-30'), sign: '+' })).toBe('not-allowed-now');
    expect(signs('2025-06-03', '+')).toBe('+');
    expect((await exit()).exit[0]?.reviews.map(({ counted }) => counted)).toEqual([
      true,
      false,
      true,
      false,
      true,
      false,
    ]);
    ledger.logs('client', { kind: 'entry.voided', answers: first, text: 'Never took place.' });
    expect(signs('2025-09-01')).toBe('+');
  });

  it('is due for review on its day, and after each change, until it is reviewed', async () => {
    ledger.logs('client', { kind: 'contract.amended', data: { title: 'Before there was a strategy' } });
    const strategy = ledger.logs('client', issued('1', '2026-06-30'));
    expect(await due()).toMatchObject([
      { kind: 'exit.review-overdue', data: { due: '2026-06-30' }, due: '2026-06-30', overdue: true, entry: strategy },
    ]);
    const left = ledger.logs('provider', {
      kind: 'sponsor.changed',
      effective: '2026-01-05',
      data: { about: 'provider', role: 'Director' },
    });
    ledger.logs('client', { kind: 'leader.departed', data: { about: 'client', role: 'Head of highways' } });
    ledger.logs('client', { kind: 'contract.amended', data: { title: 'Two more years' } });
    const reminder = { kind: null, title: 'Review exit?', due: '2026-02-02', overdue: false, missed: null };
    expect(await due()).toMatchObject([
      { kind: 'sponsor.vacant', entry: left },
      { ...reminder, data: { after: 'sponsor.changed' }, entry: left, parties: ['client', 'provider'] },
      { ...reminder, data: { after: 'leader.departed' } },
      { ...reminder, data: { after: 'contract.amended' } },
      { kind: 'leader.vacant' },
      { kind: 'exit.review-overdue' },
    ]);
    expect((await exit({ asOf: '2026-07-01' })).unreviewed.map(({ kind }) => kind)).toEqual([
      'sponsor.changed',
      'leader.departed',
      'contract.amended',
    ]);
    expect(await exit({ asOf: '2026-07-01' })).toMatchObject({ nextReview: '2026-06-30', overdue: true });
    ledger.logs('client', reviewed('2026-01-06', '2027-06-30', ['people']));
    expect(await due()).toMatchObject([
      { kind: 'sponsor.vacant' },
      { kind: 'leader.vacant' },
      { kind: 'exit.review-overdue', due: '2027-06-30', overdue: false },
    ]);
    expect(await exit()).toMatchObject({ nextReview: '2027-06-30', unreviewed: [] });
  });

  it('is to be reviewed, too, where a post changed hands and nobody logged who left', async () => {
    const LEADER = {
      ...{ capabilityAssessed: true, aptitudeAssessed: true, commitmentAssessed: true, developmentAgreed: true },
      ...{ behaviourAssessed: true, interactionAssessed: true, otherPartyConsulted: true },
    };
    const sponsor = (effective: string, about = 'provider'): string =>
      ledger.logs(about, { kind: 'sponsor.appointed', effective, data: { about, role: 'Director' } });
    const leader = (effective: string, role: string): string =>
      ledger.logs('client', { kind: 'leader.appointed', effective, data: { about: 'client', role, ...LEADER } });
    const unreviewed = async () => (await exit({ asOf: '2026-07-01' })).unreviewed.map(({ entry }) => entry);
    ledger.at('2026-06-01T10:00:00Z').logs('client', issued('1', '2026-12-31'));
    // The first of each post.
    sponsor('2026-01-10');
    sponsor('2026-02-01', 'client');
    leader('2026-01-10', 'Head of highways');
    leader('2026-01-10', 'Clerk');
    expect(await unreviewed()).toEqual([]);
    const second = sponsor('2026-03-01');
    // Somebody else logs the same.
    ledger.logs('client', {
      kind: 'sponsor.appointed',
      effective: '2026-03-01',
      data: { about: 'provider', role: 'Director' },
    });
    const head = leader('2026-03-02', 'head of  highways');
    expect(await unreviewed()).toEqual([second, head]);
    expect(await due()).toMatchObject([
      { title: 'Review exit?', data: { after: 'sponsor.appointed' }, due: '2026-03-29', entry: second },
      { title: 'Review exit?', data: { after: 'leader.appointed' }, due: '2026-03-30', entry: head },
      { kind: 'exit.review-overdue' },
    ]);
    // With its departure it is one change, and a post that was left and filled is one, too.
    const left = ledger.logs('client', {
      kind: 'leader.departed',
      effective: '2026-03-05',
      data: { about: 'client', role: 'Head of highways' },
    });
    const clerk = ledger.logs('client', {
      kind: 'leader.departed',
      effective: '2026-03-06',
      data: { about: 'client', role: 'Clerk' },
    });
    leader('2026-04-01', 'Clerk');
    expect(await unreviewed()).toEqual([second, left, clerk]);
    ledger.logs('client', reviewed('2026-05-31', '2027-06-30', ['people']));
    expect(await unreviewed()).toEqual([]);
  });

  it('once triggered is carried out, not reviewed, and handed over', async () => {
    ledger.logs('client', issued('1', '2026-06-30'));
    const triggered = ledger.logs('client', { kind: 'exit.triggered', data: { reason: 'Expiry', ends: '2026-12-01' } });
    expect(await due()).toEqual([]);
    expect(await exit()).toMatchObject({
      situation: 'triggered',
      nextReview: null,
      triggered: [{ entry: triggered, effective: '2026-01-05', reason: 'Expiry', ends: '2026-12-01' }],
    });
    ledger.logs('provider', { kind: 'exit.handed-over', data: { to: 'Next contractor' } });
    expect(await exit()).toMatchObject({ situation: 'handed-over', handedOver: [{ to: 'Next contractor' }] });
    expect(ledger.refuses('client', { kind: 'exit.handed-over', data: { to: 'X' } })).toBe('not-allowed-now');
  });
});

describe('the relationship management plan', () => {
  const plan = { version: '1', nextReview: '2026-05-11' };

  it('is issued, agreed and reviewed likewise, until the contract is handed over', async () => {
    const ledger = new Ledger();
    const read = () => planOf(ledger.views(), 'road', {}, NOW);
    expect(ledger.refuses('client', { kind: 'plan.reviewed', data: { ...plan, finding: 'x' } })).toBe(
      'not-allowed-now',
    );
    ledger.logs('provider', { kind: 'plan.issued', data: plan });
    ledger.agree({ kind: 'plan.agreed', data: { ...plan, howReviewed: 'By the board, each May' } });
    ledger.logs('client', { kind: 'plan.reviewed', data: { version: '1.1', finding: 'x', nextReview: '2027-05-11' } });
    expect(await read()).toMatchObject({
      situation: 'agreed',
      nextReview: '2027-05-11',
      plan: [
        {
          version: '1',
          situation: 'agreed',
          howReviewed: 'By the board, each May',
          reviews: [{ version: '1.1', changes: [], updated: null, counted: true }],
        },
      ],
    });
    expect((await read()).plan[0]).not.toHaveProperty('parts');
    ledger.logs('client', { kind: 'exit.triggered', data: { reason: 'Expiry' } });
    expect(await read()).toMatchObject({ situation: 'agreed', nextReview: '2027-05-11' });
    ledger.logs('client', { kind: 'exit.handed-over', data: { to: 'Next contractor' } });
    expect(await read()).toMatchObject({ nextReview: null });
  });

  it('proposed anew, is due on the day that all agreed to until all agree to the new one', async () => {
    const ledger = new Ledger();
    const due = async () => (await dueOf(ledger.views(), 'road', { within: '3660' }, NOW)).due.map((each) => each.due);
    ledger.logs('provider', { kind: 'plan.issued', data: plan });
    ledger.agree({ kind: 'plan.agreed', data: { ...plan, howReviewed: 'By the board', nextReview: '2026-11-30' } });
    const next = { version: '2', nextReview: '2029-05-11' };
    const proposed = ledger.logs('provider', { kind: 'plan.issued', data: next });
    expect(await due()).toEqual(['2026-11-30']);
    ledger.logs('client', { kind: 'entry.disputed', answers: proposed, text: 'Not so late' });
    expect(await due()).toEqual(['2026-11-30']);
    expect(await planOf(ledger.views(), 'road', {}, NOW)).toMatchObject({ nextReview: '2026-11-30', overdue: true });
    expect(ledger.strikes('2026-12-01T12:00:00Z')).toHaveLength(1);
    ledger.agree({ kind: 'plan.agreed', data: { ...next, howReviewed: 'By the board' } });
    expect(await due()).toEqual(['2029-05-11']);
  });
});
