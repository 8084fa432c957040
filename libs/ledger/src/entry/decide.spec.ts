import type { JsonObject } from '@app/event-store';
import { canonicalJson, envelopeHash, payloadCommitment } from '@app/integrity';
import { envelopeOf } from './read';
import { Ledger } from './ledger.fixture';

const note = { kind: 'note.logged', factor: 609, sign: '-', severity: 'major' } as const;

describe('what every entry is held to', () => {
  it('chains envelopes, and commits to payloads', () => {
    const ledger = new Ledger();
    ledger.logs('client', { ...note, text: 'told' });
    const [first, second] = ledger.events;
    expect(ledger.last().previous).toBe(envelopeHash(canonicalJson(first?.data)));
    const { payload, salt } = second?.metadata as { payload: unknown; salt: string };
    expect(ledger.last().commitment).toBe(payloadCommitment(canonicalJson(payload), salt));
    expect(envelopeOf({ data: second?.data ?? {} })).toMatchObject({
      revision: 1,
      imported: false,
      claimedRecorded: null,
    });
  });

  it('resolves factor, sign and severity when it is recorded', () => {
    const ledger = new Ledger();
    ledger.logs('client', { kind: 'process.adopted', data: { process: 'joint planning' } });
    expect(ledger.last()).toMatchObject({ factor: 605, sign: '+', severity: 'moderate' });
    ledger.logs('client', { kind: 'note.logged', factor: 601, sign: '+' });
    expect(ledger.last()).toMatchObject({ factor: 601, sign: '+', severity: 'moderate' });
  });

  it.each<[string, string, Parameters<Ledger['logs']>[1]]>([
    ['a field that is missing', 'invalid-entry', { kind: 'process.adopted' }],
    ['a field that is unknown', 'invalid-entry', { kind: 'process.adopted', data: { process: 'x', other: 1 } }],
    [
      'a kind of the ledger',
      'kind-not-writable',
      { kind: 'rating.revealed', data: { round: 'r', of: 'client', salt: 's', ratings: [] } },
    ],
    [
      'a second establishment',
      'not-allowed-now',
      { kind: 'relationship.established', data: { title: 'a', client: 'b', provider: 'c', start: '2026' } },
    ],
    ['a party that is unknown', 'unknown-party', { kind: 'value.defined', data: { about: 'stranger', means: 'x' } }],
    ['evidence that is not there', 'invalid-entry', { kind: 'rating.given', factor: 601, level: 3, evidenced: true }],
    ['a script as evidence', 'invalid-entry', { ...note, evidence: [{ url: 'javascript:alert(1)' }] }],
    ['evidence at no address', 'invalid-entry', { ...note, evidence: [{ title: 'Minutes', url: 'minutes.pdf' }] }],
    ['a choice that does not exist', 'invalid-entry', { kind: 'stage.entered', data: { stage: 'honeymoon' } }],
    ['money that is a number', 'invalid-entry', { kind: 'payment.made', data: { amount: 12.5 } }],
    [
      'an issue nobody raised',
      'not-allowed-now',
      { kind: 'issue.assigned', data: { issue: 'i', owner: 'client', ownerRole: 'lead' } },
    ],
  ])('refuses %s', (_name, code, body) => {
    expect(new Ledger().refuses('client', body)).toBe(code);
  });

  it.each<[string, string, Parameters<Ledger['logs']>[1]]>([
    [
      'money in words',
      'data.amount: expected an object with amount, currency',
      { kind: 'payment.made', data: { amount: '£50' } },
    ],
    [
      'one choice of several',
      'data.change: expected a list of organisation, environment, people, performance, market, periodic',
      { kind: 'exit.reviewed', data: { change: 'people' } },
    ],
    [
      'a field of the kind that stands beside its data',
      'level: issue.escalated takes none; its own is data.level',
      { kind: 'issue.escalated', level: 2, data: { issue: 'i', reason: 'x' } },
    ],
    ['what the kind does not know', 'level: note.logged takes none', { ...note, level: 2 }],
  ])('says what it takes instead of %s', (_name, detail, body) => {
    const caught = (): unknown => new Ledger().logs('client', body);
    expect(caught).toThrow(new Error(detail));
  });

  it('refuses a party that has not joined, and takes it once all agreed', () => {
    const ledger = new Ledger();
    expect(ledger.refuses('utility', note)).toBe('unknown-party');
    const joined = ledger.logs('client', {
      kind: 'party.joined',
      data: { party: 'utility', name: 'Utility', role: 'partner' },
    });
    expect(ledger.refuses('utility', note)).toBe('unknown-party');
    ledger.logs('provider', { kind: 'entry.agreed', answers: joined });
    expect(ledger.refuses('utility', note)).toBe('taken');
  });
});

describe('answers', () => {
  it('make a fact agreed only when the other side says so', () => {
    const ledger = new Ledger();
    const id = ledger.logs('client', note);
    expect(ledger.status(id)).toBe('asserted');
    expect(ledger.refuses('client', { kind: 'entry.agreed', answers: id })).toBe('invalid-answer');
    ledger.logs('provider', { kind: 'entry.agreed', answers: id, data: { severity: 'minor' } });
    expect(ledger.status(id)).toBe('agreed');
    expect(ledger.last().facts).toEqual({ severity: 'minor' });
  });

  it('never agree to more than was said', () => {
    const ledger = new Ledger();
    const id = ledger.logs('client', note);
    expect(ledger.refuses('provider', { kind: 'entry.agreed', answers: id, data: { severity: 'critical' } })).toBe(
      'invalid-answer',
    );
  });

  it('put right only what was agreed, and only by who logged it', () => {
    const ledger = new Ledger();
    const id = ledger.logs('client', note);
    const remedy = { kind: 'entry.remedied', answers: id, data: { action: 'done' } };
    expect(ledger.refuses('client', remedy)).toBe('invalid-answer');
    ledger.logs('provider', { kind: 'entry.agreed', answers: id });
    expect(ledger.refuses('provider', remedy)).toBe('invalid-answer');
    ledger.logs('client', remedy);
    expect(ledger.status(id)).toBe('remedied');
  });

  it('correct what the entry says, within what it could have said', () => {
    const ledger = new Ledger();
    const id = ledger.logs('client', note);
    expect(ledger.refuses('provider', { kind: 'entry.corrected', answers: id, data: { severity: 'minor' } })).toBe(
      'invalid-answer',
    );
    expect(ledger.refuses('client', { kind: 'entry.corrected', answers: id, data: { factor: 700 } })).toBe(
      'unknown-factor',
    );
    expect(ledger.refuses('client', { kind: 'entry.corrected', answers: id, data: { effective: '2027-01-01' } })).toBe(
      'effective-in-future',
    );
    expect(ledger.refuses('client', { kind: 'entry.corrected', answers: id, data: { colour: 'red' } })).toBe(
      'invalid-entry',
    );
    expect(ledger.refuses('client', { kind: 'entry.corrected', answers: id })).toBe('invalid-entry');
    ledger.logs('client', { kind: 'entry.corrected', answers: id, data: { severity: 'minor', text: 'told better' } });
    expect(ledger.last().facts).toEqual({ severity: 'minor' });
  });

  it('resolve anew what a correction takes away, and refuse a sign against the corrected data', () => {
    const ledger = new Ledger();
    ledger.agree({ kind: 'principle.agreed', data: { principle: 'openness', title: 'Openness' } });
    const data = { principle: 'openness', about: 'provider', exhibits: 'exhibits', effect: 'none' };
    const id = ledger.logs('client', { kind: 'behaviour.observed', data });
    const correct = (changes: JsonObject) => ({ kind: 'entry.corrected', answers: id, data: changes });
    expect(ledger.refuses('client', correct({ exhibits: 'breaches' }))).toBe('sign-contradicts-data');
    ledger.logs('client', correct({ exhibits: 'breaches', sign: null }));
    expect(ledger.last().facts).toEqual({ exhibits: 'breaches', sign: '-' });
  });

  it('never make a rating evidenced by its author’s word, only by what it cites', () => {
    const ledger = new Ledger();
    const rating = { kind: 'rating.given', factor: 608, level: 4 };
    const id = ledger.logs('client', rating);
    const correct = (data: JsonObject) => ({ kind: 'entry.corrected', answers: id, data });
    expect(ledger.refuses('client', correct({ evidenced: true }))).toBe('invalid-entry');
    expect(ledger.refuses('client', correct({ evidence: [{ entry: 'nothing' }] }))).toBe('entry-not-found');
    expect(ledger.refuses('client', correct({ evidence: [{ entry: id }] }))).toBe('entry-not-found');
    expect(ledger.refuses('client', { ...rating, evidence: [{ entry: 'nothing' }] })).toBe('entry-not-found');
    const minutes = [{ title: 'minutes', url: 'https://records.example/minutes' }];
    ledger.logs('client', correct({ evidence: minutes }));
    expect(ledger.last().facts).toEqual({ evidenced: true });
    ledger.logs('client', correct({ evidence: [{ title: 'minutes that nobody can find' }] }));
    expect(ledger.last().facts).toEqual({ evidenced: false });
    ledger.logs('client', { ...rating, evidence: [{ entry: id }] });
    expect(ledger.last().evidenced).toBe(true);
  });

  it('never take away what the kind requires', () => {
    const ledger = new Ledger();
    const data = { issue: 'bridge', title: 'Who pays for the bridge', impact: 'high' };
    const id = ledger.logs('client', { kind: 'issue.raised', data });
    const taking = { kind: 'entry.corrected', answers: id, data: { title: null } };
    expect(ledger.refuses('client', taking)).toBe('invalid-entry');
  });

  it('leave what all agreed to in effect', () => {
    const ledger = new Ledger();
    const id = ledger.agree({ kind: 'principle.agreed', data: { title: 'Openness' } });
    for (const kind of ['entry.disputed', 'entry.corrected', 'entry.voided']) {
      const party = kind === 'entry.disputed' ? 'provider' : 'client';
      const data: JsonObject = kind === 'entry.corrected' ? { title: 'Candour' } : {};
      expect(ledger.refuses(party, { kind, answers: id, data })).toBe('in-effect');
    }
  });

  it('let the party whose member logged it void what a third party said', () => {
    const ledger = new Ledger();
    const id = ledger.logs('third-party', note);
    expect(ledger.refuses('provider', { kind: 'entry.voided', answers: id })).toBe('invalid-answer');
    ledger.logs('client', { kind: 'entry.voided', answers: id, text: 'not ours' });
    expect(ledger.status(id)).toBe('voided');
    expect(ledger.refuses('provider', { kind: 'entry.agreed', answers: id })).toBe('invalid-answer');
  });
});

describe('objectives', () => {
  const proposed = {
    kind: 'objective.proposed',
    data: {
      title: 'Safer roads',
      outcome: 'fewer',
      driversClient: 'safety',
      driversProvider: 'repute',
      measure: 'count',
    },
  };

  it('get their id from the ledger, and are agreed only by every party', () => {
    const ledger = new Ledger();
    ledger.logs('client', proposed);
    expect(ledger.last().facts).toMatchObject({ objective: 'objective-1' });
    const objective = 'objective-1';
    expect(ledger.refuses('client', { kind: 'objective.achieved', data: { objective } })).toBe('not-allowed-now');
    const agreed = ledger.logs('client', { kind: 'objective.agreed', data: { objective } });
    expect(ledger.refuses('client', { kind: 'objective.achieved', data: { objective } })).toBe('not-allowed-now');
    ledger.logs('provider', { kind: 'entry.agreed', answers: agreed });
    expect(ledger.refuses('client', { kind: 'objective.achieved', data: { objective } })).toBe('taken');
    expect(ledger.refuses('client', { kind: 'objective.retired', data: { objective, reason: 'x' } })).toBe(
      'not-allowed-now',
    );
  });

  it('have milestones that are met once, late ones too', () => {
    const ledger = new Ledger();
    ledger.logs('client', proposed);
    const milestone = { objective: 'objective-1', milestone: 'first' };
    expect(ledger.refuses('client', { kind: 'milestone.met', data: milestone })).toBe('not-allowed-now');
    ledger.logs('client', { kind: 'milestone.set', data: { ...milestone, title: 'First', due: '2026-01-04' } });
    expect(
      ledger.refuses('client', { kind: 'milestone.set', data: { ...milestone, title: 'Again', due: '2026' } }),
    ).toBe('not-allowed-now');
    ledger.logs('client', { kind: 'milestone.missed', data: milestone });
    ledger.logs('provider', { kind: 'remedial.taken', data: { ...milestone, action: 'more people' } });
    ledger.logs('provider', { kind: 'milestone.met', data: milestone });
    expect(ledger.refuses('client', { kind: 'milestone.missed', data: milestone })).toBe('not-allowed-now');
  });
});

describe('issues', () => {
  const raised = { kind: 'issue.raised', data: { issue: 'delay', title: 'Delay', impact: 'high' } } as const;
  const issue = 'delay';

  it('climb the ladder, and are resolved at the weight of their impact', () => {
    const ledger = new Ledger();
    ledger.logs('provider', raised);
    ledger.logs('provider', { kind: 'issue.escalated', data: { issue, level: '3', reason: 'stuck' } });
    expect(ledger.refuses('client', { kind: 'issue.escalated', data: { issue, level: '2', reason: 'down' } })).toBe(
      'not-allowed-now',
    );
    ledger.logs('client', { kind: 'issue.resolved', data: { issue, resolution: 'paid' } });
    expect(ledger.last()).toMatchObject({ sign: '+', severity: 'major' });
    expect(ledger.refuses('client', { kind: 'issue.assigned', data: { issue, owner: 'client', ownerRole: 'x' } })).toBe(
      'not-allowed-now',
    );
    ledger.logs('client', { kind: 'issue.reopened', data: { issue, reason: 'again' } });
    expect(ledger.refuses('client', { kind: 'issue.withdrawn', data: { issue, reason: 'x' } })).toBe('not-allowed-now');
    expect(ledger.refuses('provider', { kind: 'issue.withdrawn', data: { issue, reason: 'x' } })).toBe('taken');
  });

  it('never cost the one who raises them', () => {
    expect(new Ledger().refuses('client', { ...raised, sign: '-' })).toBe('no-fault');
  });
});

describe('behaviours', () => {
  it('are held against principles that all agreed to', () => {
    const ledger = new Ledger();
    const observed = {
      kind: 'behaviour.observed',
      data: { principle: 'openness', about: 'provider', exhibits: 'breaches', effect: 'none' },
    };
    expect(ledger.refuses('client', observed)).toBe('not-allowed-now');
    const principle = ledger.logs('client', {
      kind: 'principle.agreed',
      data: { principle: 'openness', title: 'Openness' },
    });
    expect(ledger.refuses('client', observed)).toBe('not-allowed-now');
    ledger.logs('provider', { kind: 'entry.agreed', answers: principle });
    ledger.logs('client', observed);
    expect(ledger.last()).toMatchObject({
      sign: '-',
      severity: 'moderate',
      facts: { about: 'provider', exhibits: 'breaches' },
    });
    expect(ledger.refuses('client', { ...observed, sign: '+' })).toBe('sign-contradicts-data');
  });
});
