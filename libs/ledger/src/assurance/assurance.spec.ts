import type { JsonObject } from '@app/event-store';
import { dueOf } from '../due/due.queries';
import { Ledger } from '../entry/ledger.fixture';
import type { Clocks } from '../parameters';
import { explanationOf, scoreOf } from '../score/score.queries';
import { auditsOf, findingsOf, type Audit, type Finding } from './assurance.queries';

const NOW = Date.parse('2026-12-31T12:00:00Z');
const AUDIT = { audit: 'aud', scope: 'Governance', by: 'certification-body', asOf: '2025-12-31', sampleSeed: '42' };
const FINDING = { finding: 'fin', audit: 'aud', title: 'The board did not meet', grade: 'major-nonconformity' };
const ANSWER = { finding: 'fin', action: 'A fixed day', owner: 'client', due: '2026-03-31' };

const opened = { kind: 'audit.opened', data: AUDIT };
const raised = { kind: 'finding.raised', factor: 601, data: { ...FINDING, due: '2026-02-28' } };
const answered = { kind: 'finding.answered', effective: '2026-01-06', data: ANSWER };
const closed = { kind: 'finding.closed', effective: '2026-01-06', data: { finding: 'fin', verified: 'Minutes seen' } };

describe('an audit', () => {
  let ledger: Ledger;

  beforeEach(() => {
    ledger = new Ledger();
  });

  const finding = async (clocks: Clocks = {}): Promise<Finding | undefined> =>
    (await findingsOf(ledger.views(), 'road', clocks, NOW)).findings[0];
  const audit = async (clocks: Clocks = {}): Promise<Audit | undefined> =>
    (await auditsOf(ledger.views(), 'road', clocks, NOW)).audits[0];
  const reminders = async (): Promise<unknown> =>
    (await dueOf(ledger.views(), 'road', { within: '3660', asOf: '2026-01-06' }, NOW)).due;

  it('is opened by an auditor, who is of no party, raises findings and closes them', async () => {
    const begun = ledger.logs('auditor', opened);
    expect(ledger.last()).toMatchObject({ party: 'third-party', sign: '0', facts: { loggedBy: 'auditor' } });
    const first = ledger.logs('auditor', raised);
    expect(await finding()).toMatchObject({
      situation: 'open',
      raised: '2026-01-05',
      raisedBy: 'auditor',
      factor: 601,
      due: '2026-02-28',
    });
    expect(await reminders()).toMatchObject([
      { kind: null, title: 'Answer the finding', due: '2026-02-28', parties: ['client', 'provider'], entry: first },
    ]);
    const second = ledger.logs('client', answered);
    expect(await reminders()).toMatchObject([
      { kind: null, title: 'Put the finding right', due: '2026-03-31', parties: ['client'], entry: second },
    ]);
    const last = ledger.logs('auditor', closed);
    expect(await reminders()).toEqual([]);
    expect(await finding()).toEqual({
      id: 'fin',
      title: 'The board did not meet',
      audit: 'aud',
      situation: 'closed',
      grade: 'major-nonconformity',
      factor: 601,
      clause: null,
      raised: '2026-01-05',
      raisedBy: 'auditor',
      answered: '2026-01-06',
      action: 'A fixed day',
      owner: 'client',
      due: '2026-03-31',
      closed: '2026-01-06',
      verified: 'Minutes seen',
      entries: [first, second, last],
    });
    expect(await audit()).toEqual({
      id: 'aud',
      scope: 'Governance',
      by: 'certification-body',
      openedBy: 'auditor',
      opened: '2026-01-05',
      lookedAt: '2025-12-31',
      sampleSeed: '42',
      findings: ['fin'],
      open: 0,
      entries: [begun, first, second, last],
    });
    expect(await finding({ asOf: '2026-01-05' })).toMatchObject({ situation: 'open', closed: null });
    expect(await audit({ asOf: '2026-01-05' })).toMatchObject({ open: 1, entries: [begun, first] });
  });

  it('goes on with those who began it: nobody else raises its findings or closes them', () => {
    ledger.logs('auditor', opened);
    expect(ledger.refuses('client', raised)).toBe('not-allowed-now');
    ledger.logs('auditor', raised);
    expect(ledger.refuses('client', closed)).toBe('not-allowed-now');
    expect(ledger.refuses('third-party', closed)).toBe('not-allowed-now');
    ledger.logs('auditor', closed);
    expect(ledger.refuses('auditor', closed)).toBe('not-allowed-now');
    expect(ledger.refuses('client', answered)).toBe('not-allowed-now');
    // What a party's own audit found stays with that party.
    ledger.logs('client', { ...opened, data: { ...AUDIT, audit: 'own' } });
    const own = { ...raised, data: { ...FINDING, finding: 'own-1', audit: 'own' } };
    expect(ledger.refuses('auditor', own)).toBe('not-allowed-now');
    ledger.logs('client', own);
  });

  it('leaves what an auditor says to the auditor: a party answers it, and neither corrects nor voids it', () => {
    ledger.logs('auditor', opened);
    const id = ledger.logs('auditor', raised);
    expect(ledger.refuses('client', { kind: 'entry.voided', answers: id, text: 'No.' })).toBe('invalid-answer');
    expect(ledger.refuses('client', { kind: 'entry.corrected', answers: id, data: { title: 'x' } })).toBe(
      'invalid-answer',
    );
    ledger.logs('client', { kind: 'entry.disputed', answers: id, text: 'It did.' });
    expect(ledger.status(id)).toBe('disputed');
  });

  it('moves no score', async () => {
    const before = await scoreOf(ledger.views(), 'road', {}, NOW);
    for (const body of [opened, raised, closed]) {
      expect(ledger.refuses('auditor', { ...body, sign: '+' })).toBe('invalid-entry');
      ledger.logs('auditor', body);
    }
    expect(await scoreOf(ledger.views(), 'road', {}, NOW)).toEqual(before);
  });

  it('moves none by a correction either', () => {
    const own = [opened, raised, answered, closed].map((body) => ledger.logs('client', body));
    for (const answers of own) {
      const corrected = (data: object) => ({ kind: 'entry.corrected', answers, data: { ...data } });
      expect(ledger.refuses('client', corrected({ sign: '+' }))).toBe('invalid-entry');
      expect(ledger.refuses('client', corrected({ sign: '0' }))).toBe('taken');
      expect(ledger.refuses('client', corrected({ sign: null }))).toBe('taken');
    }
  });

  it('is agreed by the parties alone, all of them; an auditor agrees to nothing and logs nothing else', () => {
    const begun = ledger.logs('auditor', opened);
    const id = ledger.logs('auditor', raised);
    const note = ledger.logs('client', { kind: 'note.logged', text: 'x' });
    expect(ledger.status(id)).toBe('asserted');
    for (const answers of [begun, id, note]) {
      const answer = { answers, text: 'x' };
      for (const kind of ['entry.agreed', 'entry.disputed', 'entry.noted'])
        expect([kind, ledger.refuses('auditor', { kind, ...answer })]).toEqual([kind, 'invalid-answer']);
      const evidence = [{ url: 'https://example.org/minutes' }];
      expect(ledger.refuses('auditor', { kind: 'evidence.added', ...answer, evidence })).toBe('signature-required');
    }
    for (const answers of [id, note])
      expect(ledger.refuses('auditor', { kind: 'entry.voided', answers, text: 'x' })).toBe('invalid-answer');
    const independent: JsonObject = { level: 4, assessor: 'internal-audit', reason: 'x' };
    expect(ledger.refuses('auditor', { kind: 'note.logged', text: 'x' })).toBe('signature-required');
    expect(ledger.refuses('auditor', answered)).toBe('signature-required');
    expect(ledger.refuses('auditor', { kind: 'rating.independent', factor: 603, data: independent })).toBe(
      'signature-required',
    );
    ledger.logs('client', { kind: 'entry.agreed', answers: id });
    expect(ledger.status(id)).toBe('asserted');
    ledger.logs('provider', { kind: 'entry.agreed', answers: id });
    expect(ledger.status(id)).toBe('agreed');
  });

  it('belongs to no party that may join under its name', () => {
    const joins = { kind: 'party.joined', data: { party: 'auditor', name: 'Auditor Ltd', role: 'partner' } };
    expect(ledger.refuses('client', joins)).toBe('invalid-entry');
  });
});

describe('an independent rating', () => {
  const rating = (effective: string, level: number, assessor = 'peer') => ({
    kind: 'rating.independent',
    effective,
    factor: 603,
    data: { level, assessor, reason: 'x' },
  });

  it('is shown beside those of the parties, the latest of each kind of assessor, and counts in nothing', async () => {
    const ledger = new Ledger();
    for (const party of ['client', 'provider']) {
      ledger.logs(party, { kind: 'rating.given', factor: 603, level: 2, evidence: [{ url: 'https://example.org/m' }] });
    }
    const ask = { asOf: '2026-01-05' };
    const before = await scoreOf(ledger.views(), 'road', ask, NOW);
    expect(before.independent).toEqual([]);
    ledger.logs('client', rating('2025-01-01', 4));
    const peer = ledger.logs('client', rating('2026-01-01', 1));
    const body = ledger.logs('provider', rating('2025-06-01', 3, 'certification-body'));
    const shown = [
      { factor: 603, entry: body, assessor: 'certification-body', level: 3, effective: '2025-06-01', ageDays: 218, status: 'asserted' },
      { factor: 603, entry: peer, assessor: 'peer', level: 1, effective: '2026-01-01', ageDays: 4, status: 'asserted' },
    ]; // prettier-ignore
    const { independent, ...after } = await scoreOf(ledger.views(), 'road', ask, NOW);
    expect({ ...after, independent: [] }).toEqual(before);
    expect(independent).toHaveLength(2);
    expect(independent).toEqual(expect.arrayContaining(shown));
    expect((await explanationOf(ledger.views(), 'road', { ...ask, factor: '603' }, NOW)).independent).toEqual(
      independent,
    );
    expect((await explanationOf(ledger.views(), 'road', { ...ask, factor: '604' }, NOW)).independent).toEqual([]);
    expect((await scoreOf(ledger.views(), 'road', { asOf: '2025-05-31' }, NOW)).independent).toMatchObject([
      { level: 4 },
    ]);
  });
});
