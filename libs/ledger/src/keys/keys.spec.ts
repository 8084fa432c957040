import { bodyHashOf, keyPairOf, partyKeyIdOf, type KeyPair } from '@app/integrity';
import type { EventToAppend, JsonObject } from '@app/event-store';
import fc from 'fast-check';
import { kindOf } from '../catalogue/catalogue';
import { envelopeOf } from '../entry/read';
import { beginning, learnEnvelope } from '../entry/state';
import { Ledger, type Behind } from '../entry/ledger.fixture';
import { learnKeys, noKeys, signatureProblem, textOf } from './party-keys';
import { signedScoreFault } from './signed-score';
import { signedWordsFault } from './signed-words';

const laptop = keyPairOf(Buffer.alloc(32, 1));
const phone = keyPairOf(Buffer.alloc(32, 2));
const SPONSOR: Behind = { sponsor: true };
const NOTE = { kind: 'note.logged', factor: 609, sign: '+', text: 'Kept.' } as const;

const idOf = ({ publicKey }: KeyPair): string => partyKeyIdOf(publicKey);

function registration(keys: KeyPair, changes: object = {}) {
  const data = { keyId: idOf(keys), publicKey: keys.publicKey.toString('hex'), device: 'A device', ...changes };
  return { kind: 'key.registered', data };
}

function revocation(keys: KeyPair) {
  return { kind: 'key.revoked', data: { keyId: idOf(keys), reason: 'Lost' } };
}

/** A ledger whose client signs with its laptop. */
function signing(): Ledger {
  const ledger = new Ledger();
  const id = ledger.logs('client', registration(laptop));
  ledger.logs('client', { kind: 'entry.agreed', answers: id }, SPONSOR);
  return ledger;
}

describe('a key that is registered', () => {
  it.each([
    ['another id than its own', { keyId: idOf(phone) }, 'invalid-entry'],
    ['capital letters', { publicKey: laptop.publicKey.toString('hex').toUpperCase() }, 'invalid-entry'],
    ['half a key', { publicKey: 'abcd' }, 'invalid-entry'],
  ])('is refused with %s', (_name, changes, code) => {
    expect(new Ledger().refuses('client', registration(laptop, changes))).toBe(code);
  });

  it('is refused a second time, also of the other party, also once it is revoked', () => {
    const ledger = new Ledger();
    ledger.logs('client', registration(laptop));
    expect(ledger.refuses('client', registration(laptop))).toBe('not-allowed-now');
    expect(ledger.refuses('provider', registration(laptop))).toBe('not-allowed-now');
    ledger.logs('client', revocation(laptop));
    expect(ledger.refuses('client', registration(laptop), SPONSOR)).toBe('not-allowed-now');
  });

  it('is no third party’s', () => {
    expect(new Ledger().refuses('third-party', registration(laptop))).toBe('invalid-entry');
  });

  it('has its id, its bytes and its sponsor in the envelope, and the device in the payload', () => {
    const ledger = new Ledger();
    ledger.logs('client', registration(laptop), SPONSOR);
    expect(ledger.last().facts).toEqual({
      keyId: idOf(laptop),
      publicKey: laptop.publicKey.toString('hex'),
      sponsor: true,
    });
    ledger.logs('provider', NOTE, SPONSOR);
    expect(ledger.last().facts).toEqual({});
  });

  it('waits, and signs nothing, until a sponsor of its party agrees', () => {
    const ledger = new Ledger();
    const id = ledger.logs('client', registration(laptop));
    ledger.logs('client', NOTE);
    expect(ledger.refuses('client', NOTE, { keys: laptop })).toBe('signature-invalid');
    expect(ledger.refuses('client', { kind: 'entry.agreed', answers: id })).toBe('invalid-answer');
    ledger.logs('provider', { kind: 'entry.agreed', answers: id }, SPONSOR);
    ledger.logs('client', NOTE);
    ledger.logs('client', { kind: 'entry.agreed', answers: id }, SPONSOR);
    expect(ledger.last().facts).toEqual({ sponsor: true });
    expect(ledger.refuses('client', NOTE)).toBe('signature-required');
    ledger.logs('client', NOTE, { keys: laptop });
  });

  it('is in effect at once where a sponsor registers it', () => {
    const ledger = new Ledger();
    ledger.logs('client', registration(laptop), SPONSOR);
    expect(ledger.refuses('client', NOTE)).toBe('signature-required');
    ledger.logs('client', NOTE, { keys: laptop });
  });

  it('is neither corrected nor voided, which would change nothing', () => {
    const ledger = new Ledger();
    const answers = ledger.logs('client', registration(laptop));
    expect(ledger.refuses('client', { kind: 'entry.voided', answers })).toBe('invalid-answer');
    const data = { publicKey: phone.publicKey.toString('hex') };
    expect(ledger.refuses('client', { kind: 'entry.corrected', answers, data })).toBe('invalid-answer');
  });

  it('is agreed by its own party, and counts no more than before', () => {
    const ledger = new Ledger();
    const id = ledger.logs('client', registration(laptop));
    ledger.logs('client', { kind: 'entry.agreed', answers: id }, SPONSOR);
    expect(ledger.status(id)).toBe('asserted');
    const note = ledger.logs('client', NOTE, { keys: laptop });
    const agreement = { kind: 'entry.agreed', answers: note };
    expect(ledger.refuses('client', agreement, { ...SPONSOR, keys: laptop })).toBe('invalid-answer');
    const dispute = { kind: 'entry.disputed', answers: id };
    expect(ledger.refuses('client', dispute, { ...SPONSOR, keys: laptop })).toBe('invalid-answer');
  });
});

describe('a party with a key', () => {
  it('is not spoken for without it, and the other party is', () => {
    const ledger = signing();
    expect(ledger.refuses('client', NOTE)).toBe('signature-required');
    expect(ledger.refuses('client', NOTE, SPONSOR)).toBe('signature-required');
    const note = ledger.logs('provider', NOTE);
    expect(ledger.refuses('client', { kind: 'entry.agreed', answers: note })).toBe('signature-required');
    ledger.logs('client', { kind: 'entry.agreed', answers: note }, { keys: laptop });
    expect(ledger.status(note)).toBe('agreed');
  });

  it('signs what it reports of a third party', () => {
    const ledger = signing();
    expect(ledger.refuses('third-party', NOTE)).toBe('signature-required');
    ledger.logs('third-party', NOTE, { keys: laptop });
    expect(ledger.last()).toMatchObject({ party: 'third-party', facts: { loggedBy: 'client' } });
    expect(ledger.last().signature?.key).toBe(idOf(laptop));
  });

  it.each<[string, Behind]>([
    ['a key that nobody registered', { keys: phone }],
    ['another key under the id of its own', { keys: phone, keyId: idOf(laptop) }],
  ])('is not spoken for with %s', (_name, behind) => {
    expect(signing().refuses('client', NOTE, behind)).toBe('signature-invalid');
  });

  it('is not spoken for with the key of the other party', () => {
    const ledger = signing();
    ledger.logs('provider', registration(phone), SPONSOR);
    expect(ledger.refuses('client', NOTE, { keys: phone })).toBe('signature-invalid');
    expect(ledger.refuses('provider', NOTE, { keys: laptop })).toBe('signature-invalid');
    ledger.logs('provider', NOTE, { keys: phone });
  });

  it('is not spoken for with the signature of another of its entries', () => {
    const ledger = signing();
    ledger.logs('client', NOTE, { keys: laptop });
    const { signature } = ledger.last();
    const body = textOf(ledger.events.at(-1)?.metadata['signedBody']);
    if (signature === undefined) throw new Error('it is signed');
    expect(ledger.refuses('client', NOTE, { signed: { signature, body } })).toBe('signature-invalid');
  });

  it('keeps what was signed beside the payload, and the signature in the envelope', () => {
    const ledger = signing();
    const checkpointSeen = { root: Buffer.alloc(32, 3).toString('base64'), size: 2 };
    ledger.logs('client', NOTE, { keys: laptop, checkpointSeen });
    expect(ledger.last()).toMatchObject({ checkpointSeen, signature: { key: idOf(laptop) } });
    const nonce = Buffer.alloc(32, 1).toString('base64url');
    expect(ledger.events.at(-1)?.metadata['signedBody']).toBe(
      `{"effective":"2026-01-05","factor":609,"kind":"note.logged","nonce":"${nonce}","sign":"+","text":"Kept."}`,
    );
  });
});

describe('a party without a key', () => {
  it('signs nothing', () => {
    expect(new Ledger().refuses('client', NOTE, { keys: laptop })).toBe('signature-invalid');
  });
});

describe('a key that is revoked', () => {
  it('signs nothing from the next entry on, while another does', () => {
    const ledger = signing();
    ledger.logs('client', registration(phone), SPONSOR);
    ledger.logs('client', revocation(laptop), { keys: laptop });
    expect(ledger.refuses('client', NOTE, { keys: laptop })).toBe('signature-invalid');
    ledger.logs('client', NOTE, { keys: phone });
  });

  it('is one of the party’s own, and revoked once', () => {
    const ledger = signing();
    expect(ledger.refuses('provider', revocation(laptop))).toBe('not-allowed-now');
    expect(ledger.refuses('client', revocation(phone), { keys: laptop })).toBe('not-allowed-now');
    ledger.logs('client', revocation(laptop), { keys: laptop });
    expect(ledger.refuses('client', revocation(laptop), SPONSOR)).toBe('not-allowed-now');
  });

  it('does not come back by an agreement', () => {
    const ledger = new Ledger();
    const id = ledger.logs('client', registration(laptop));
    ledger.logs('client', revocation(laptop));
    ledger.logs('client', { kind: 'entry.agreed', answers: id }, SPONSOR);
    expect(ledger.refuses('client', NOTE, { keys: laptop })).toBe('signature-invalid');
    ledger.logs('client', NOTE);
  });

  it('as the last one, by a member, leaves the party to its sponsor', () => {
    const ledger = signing();
    expect(ledger.refuses('client', revocation(laptop))).toBe('signature-required');
    ledger.logs('client', revocation(laptop), { keys: laptop });
    expect(ledger.refuses('client', NOTE)).toBe('signature-required');
    expect(ledger.refuses('client', registration(phone))).toBe('signature-required');
    ledger.logs('client', registration(phone), SPONSOR);
    ledger.logs('client', NOTE, { keys: phone });
  });

  it('as the last one, by a sponsor, frees the party from signing', () => {
    const ledger = signing();
    ledger.logs('client', registration(phone), { keys: laptop });
    ledger.logs('client', revocation(laptop), SPONSOR);
    ledger.logs('client', NOTE);
    // A key that still waits signs nothing, and its end frees nobody.
    ledger.logs('client', revocation(phone), SPONSOR);
    ledger.logs('client', NOTE);
  });
});

describe('what a verifier makes of the envelopes alone', () => {
  it('is what the ledger decided', () => {
    const ledger = signing();
    ledger.logs('client', NOTE, { keys: laptop });
    const keys = noKeys();
    for (const { data } of ledger.events) {
      expect(signatureProblem(keys, envelopeOf({ data }))).toBeNull();
      learnKeys(keys, envelopeOf({ data }));
    }
    const { signature: _taken, ...unsigned } = ledger.last();
    expect(signatureProblem(keys, unsigned)?.code).toBe('signature-required');
    expect(signatureProblem(keys, { ...unsigned, imported: true })?.code).toBe('signature-required');
    expect(signatureProblem(noKeys(), { ...unsigned, imported: true })).toBeNull();
    expect(signatureProblem(keys, { ...ledger.last(), imported: true })?.code).toBe('signature-invalid');
  });

  it('changes by no import', () => {
    const ledger = new Ledger();
    ledger.logs('client', registration(laptop), SPONSOR);
    const keys = noKeys();
    learnKeys(keys, { ...ledger.last(), imported: true });
    expect(keys).toEqual(noKeys());
    learnKeys(keys, { ...ledger.last(), facts: { keyId: 'a', publicKey: 'b' } });
    expect(keys).toEqual(noKeys());
  });

  it('finds every change of what was signed', () => {
    const ledger = signing();
    ledger.logs('client', NOTE, { keys: laptop, checkpointSeen: { root: 'AAAA', size: 2 } });
    const signed = ledger.last();
    const keys = noKeys();
    for (const { data } of ledger.events.slice(0, -1)) learnKeys(keys, envelopeOf({ data }));
    expect(signatureProblem(keys, signed)).toBeNull();
    const text = fc.string();
    const changes = fc.oneof(
      fc.record({ relationship: text }),
      fc.record({ commandId: text }),
      fc.record({ kind: text }),
      fc.record({ effective: fc.option(text) }),
      fc.record({ answers: text }),
      fc.record({ party: fc.constant('third-party'), facts: fc.constant({ loggedBy: 'client' }) }),
      fc.record({ checkpointSeen: fc.option(fc.record({ root: text, size: fc.nat() }), { nil: undefined }) }),
      text.map((body) => ({ signature: { key: idOf(laptop), value: '', ...signed.signature, body } })),
      text.map((value) => ({ signature: { key: idOf(laptop), body: '', ...signed.signature, value } })),
    );
    fc.assert(
      fc.property(changes, (change) =>
        expect(signatureProblem(keys, { ...signed, ...change })?.code).toBe('signature-invalid'),
      ),
      { numRuns: 300 },
    );
  });
});

describe('the words of a signed entry', () => {
  const faultOf = (event: Pick<EventToAppend, 'data' | 'metadata'>) =>
    signedWordsFault(envelopeOf(event), event.metadata);
  const evidence = [{ title: 'Minutes', sha256: 'AB'.repeat(32) }];
  const ISSUE = { title: 'Keys', impact: 'low' };
  const RAISED = { kind: 'issue.raised', sign: '0', text: 'Lost.', data: ISSUE } as const;

  it.each<[string, Parameters<Ledger['logs']>[1]]>([
    ['a note', { ...NOTE, tags: ['a'], evidence, source: 'Minutes', correlation: 'c', causation: 'd' }],
    ['a thing whose id the ledger makes', RAISED],
    [
      'choices given as numbers',
      { kind: 'risk.raised', data: { title: 'Ice', category: 'safety', likelihood: 2, impact: 3 } },
    ],
    ['an empty text', { ...NOTE, text: '' }],
  ])('are those that are stored: %s', (_name, body) => {
    const ledger = signing();
    ledger.logs('client', body, { keys: laptop });
    expect(faultOf(ledger.events.at(-1) as EventToAppend)).toBeNull();
  });

  it('are those that are stored of a correction, also of what it takes away', () => {
    const ledger = signing();
    const answers = ledger.logs('client', { ...NOTE, severity: 'minor' }, { keys: laptop });
    const data = { severity: null, text: 'Kept better.' };
    ledger.logs('client', { kind: 'entry.corrected', answers, data }, { keys: laptop });
    expect(faultOf(ledger.events.at(-1) as EventToAppend)).toBeNull();
  });

  it('are not those that were changed behind the author’s back', () => {
    const ledger = signing();
    ledger.logs('client', RAISED, { keys: laptop });
    const event = ledger.events.at(-1);
    if (event === undefined) throw new Error('it was logged');
    const { payload, signedBody, salt } = event.metadata as { payload: JsonObject; signedBody: string; salt: string };
    const stored = (changes: object) => ({ ...event, metadata: { payload: { ...payload, ...changes }, signedBody } });
    const signedAs = (body: string) => ({
      ...event,
      data: { ...event.data, signature: { ...ledger.last().signature, body: bodyHashOf(body) } },
      metadata: { payload, signedBody: body },
    });
    const { issue } = (payload as { data: { issue: string } }).data;
    const data = { ...ISSUE, issue };
    const shown: readonly (readonly [string, Pick<EventToAppend, 'data' | 'metadata'>])[] = [
      ['its text is', stored({ text: 'Found.' })],
      ['its tags is', stored({ tags: ['a'] })],
      ['its data.impact is', stored({ data: { ...data, impact: 'high' } })],
      ['its data.title is', stored({ data: { issue, impact: 'low' } })],
      ['its data.owner is', stored({ data: { ...data, owner: 'client' } })],
      ['its data.impact is', stored({ data: null })],
      ['its recorded time is', { ...event, data: { ...event.data, claimedRecorded: '2026-01-01T00:00:00.000Z' } }],
      ['its kind is', { ...event, data: { ...event.data, kind: 'note.logged' } }],
      ['are missing', { ...event, metadata: { payload: {}, salt } }],
      ['cannot be read', signedAs('no JSON')],
      ['cannot be read', signedAs('{"kind":"nothing"}')],
      ['cannot be read', signedAs('null')],
      ['cannot be read', { ...event, metadata: { payload: null, signedBody } }],
      ['are not those', { ...event, metadata: { payload, signedBody: `${signedBody} ` } }],
    ];
    expect(shown.map(([, changed]) => faultOf(changed)?.reason)).toEqual(
      shown.map(([fault]) => expect.stringContaining(fault)),
    );
    expect(faultOf({ ...event, metadata: {} })).toBeNull();
  });
});

describe('what is read of a signed entry', () => {
  /** By both verifiers, as they come to the entries; the first that is wrong. */
  function faultIn(events: readonly Pick<EventToAppend, 'data' | 'metadata'>[]): string | null {
    const state = beginning('road');
    for (const { data, metadata } of events) {
      const envelope = envelopeOf({ data });
      const { signedBody } = metadata;
      const fault = typeof signedBody === 'string' ? signedScoreFault(state, envelope, signedBody) : null;
      if (fault !== null) return `${envelope.kind}: ${fault}`;
      expect(learnEnvelope(state, envelope)).toBe(true);
    }
    return null;
  }

  /** A ledger of which the client signs everything that leaves something to the ledger. */
  function life(): Ledger {
    const ledger = signing();
    const keys = laptop;
    const logs = (body: Parameters<Ledger['logs']>[1]): string => ledger.logs('client', body, { keys });
    const provider = (body: Parameters<Ledger['logs']>[1]): string => ledger.logs('provider', body);
    const evidence = [{ url: 'https://road.example/minutes' }];
    const note = logs({ kind: 'note.logged', factor: 609, sign: '+', text: 'Kept.' });
    logs({ kind: 'note.logged', text: 'Neither here nor there.' });
    logs({ kind: 'rating.given', factor: 609, level: 2, evidence });
    logs({ kind: 'rating.given', factor: 610, level: 3, evidenced: false });
    const principle = provider({
      kind: 'principle.agreed',
      data: { principle: 'open', title: 'Open' },
    });
    logs({ kind: 'entry.agreed', answers: principle });
    logs({
      kind: 'behaviour.observed',
      data: { principle: 'open', about: 'provider', exhibits: 'breaches', effect: 'Doubt' },
    });
    const TIME = { indicator: 'time', title: 'On time', unit: '%', target: 90, direction: 'at-least', every: 'month' };
    provider({ kind: 'indicator.defined', data: TIME });
    const month = { indicator: 'time', from: '2025-12-01', until: '2025-12-31' };
    logs({ kind: 'indicator.measured', data: { ...month, value: 91 } });
    const before = { from: '2025-11-01', until: '2025-11-30' };
    logs({ kind: 'indicator.measured', data: { ...month, ...before, value: 89 } });
    logs({ kind: 'issue.raised', data: { title: 'Keys', impact: 'high' } });
    logs({ kind: 'issue.raised', data: { title: 'Locks', impact: 'low' } });
    logs({ kind: 'issue.resolved', data: { issue: 'issue-1', resolution: 'Found.' } });
    const parts = kindOf('exit.issued')?.fields.map(({ name }) => [name, `The ${name}.`]) ?? [];
    logs({ kind: 'exit.issued', data: { ...Object.fromEntries(parts), nextReview: '2026-12-01' } });
    const REVIEW = { change: ['periodic'], effectOnRelationship: 'None.', updated: false, nextReview: '2026-12-01' };
    logs({ kind: 'exit.reviewed', data: { ...REVIEW, finding: 'In order.' } });
    logs({ kind: 'exit.reviewed', data: { ...REVIEW, finding: 'Still in order.' } });
    logs({ kind: 'entry.corrected', answers: note, data: { severity: 'minor', text: 'Kept well.' } });
    logs({ kind: 'entry.corrected', answers: note, data: { severity: null, sign: null } });
    const theirs = provider({ kind: 'note.logged', factor: 605, sign: '-', severity: 'major' });
    logs({ kind: 'entry.agreed', answers: theirs, data: { severity: 'minor' } });
    ledger.logs('third-party', NOTE, { keys });
    ledger.logs('client', registration(phone), { keys, sponsor: true });
    ledger.at('2026-06-01T09:00:00Z');
    logs({ kind: 'issue.resolved', data: { issue: 'issue-2', resolution: 'Found too late.' } });
    return ledger;
  }

  it('is what the ledger made of it', () => {
    const ledger = life();
    expect(faultIn(ledger.events)).toBeNull();
    expect(ledger.last()).toMatchObject({ kind: 'issue.resolved', sign: '0', severity: 'minor' });
  });

  it('is nothing else: every change of it is named', () => {
    const { events } = life();
    const signed = events.flatMap(({ metadata }, index) => (metadata['signedBody'] === undefined ? [] : [index]));
    const changes: readonly (readonly [name: string, value: unknown])[] = [
      ['factor', 601], ['sign', '+'], ['sign', '-'], ['severity', 'critical'], ['level', 4], ['evidenced', true],
    ]; // prettier-ignore
    const facts: readonly (readonly [name: string, value: unknown])[] = [
      ['level', 4], ['sign', '-'], ['severity', 'critical'], ['about', 'client'], ['issue', 'issue-1'], ['value', 7],
      ['sponsor', true], ['loggedBy', 'provider'],
    ]; // prettier-ignore
    const unnamed: string[] = [];
    for (const index of signed) {
      const { data, metadata } = events[index] as EventToAppend;
      const faultOf = (change: object): string =>
        faultIn([...events.slice(0, index), { data: { ...data, ...change }, metadata }]) ?? '';
      const { kind, facts: own } = envelopeOf({ data });
      for (const [name, value] of changes) {
        if (data[name] === value || faultOf({ [name]: value }).includes(`its ${name} is not`)) continue;
        unnamed.push(`${index} ${kind} ${name} ${String(value)}`);
      }
      for (const [name, value] of facts) {
        if (own[name] === value || faultOf({ facts: { ...own, [name]: value } }).includes(`its facts.${name} is not`))
          continue;
        unnamed.push(`${index} ${kind} facts.${name} ${String(value)}`);
      }
    }
    // Of the one the signature holds for the party of its key alone; of the other a verifier has no calendar that tells.
    const last = events.length - 1;
    expect(unnamed).toEqual([
      expect.stringMatching(/^\d+ note\.logged facts\.loggedBy provider$/),
      `${last} issue.resolved sign +`,
    ]);
  });
});
