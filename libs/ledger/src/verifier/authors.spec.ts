import { openEventStore, type EventToAppend } from '@app/event-store';
import { keyPairOf, partyKeyIdOf, type KeyPair } from '@app/integrity';
import { bundleOfEntries, HandWritten, withLedger, type Beside } from '../bundle/bundle.fixture';
import { verifyLedger, type Verification } from '../log/verify';
import { verdictText } from './verdict-text';
import { verifyBundle, type Verdict } from './verify-bundle';

const laptop = keyPairOf(Buffer.alloc(32, 1));
const phone = keyPairOf(Buffer.alloc(32, 2));
const NOTE = { kind: 'note.logged', party: 'client', factor: 609, sign: '+' } as const;

/** A ledger of which the client signs. */
class Signing extends HandWritten {
  /** A note that it signed. */
  noted = '';

  /** With the ids that a ledger gives: those of the events. */
  override log(said: Parameters<HandWritten['log']>[0], beside?: Beside): string {
    return super.log({ id: `20000000-0000-5000-8000-${String(this.size).padStart(12, '0')}`, ...said }, beside);
  }

  registers(keys: KeyPair, sponsor: boolean, beside: Beside = {}, party = 'client'): string {
    const facts = { keyId: partyKeyIdOf(keys.publicKey), publicKey: keys.publicKey.toString('hex') };
    return this.log({ kind: 'key.registered', party, facts: { ...facts, ...(sponsor && { sponsor }) } }, beside);
  }

  revokes(keys: KeyPair, sponsor: boolean, beside: Beside = {}): string {
    const facts = { keyId: partyKeyIdOf(keys.publicKey), ...(sponsor && { sponsor }) };
    return this.log({ kind: 'key.revoked', party: 'client', facts }, beside);
  }

  async verdict(): Promise<Verdict> {
    return verifyBundle(await bundleOfEntries(this));
  }

  /** Whoever has the store writes there once more what was signed. */
  repeats(revision: number): void {
    const { data, metadata } = this.events[revision] as EventToAppend;
    const { id: _id, revision: _revision, previous: _previous, recorded: _recorded, ...said } = data;
    this.log(NOTE, { lie: (envelope) => ({ ...envelope, ...said }) });
    this.events.push({ ...(this.events.pop() as EventToAppend), metadata });
  }

  /** What both verifiers say of it. */
  judged(): Promise<{ readonly bundle: Verdict; readonly ledger: Verification }> {
    return withLedger(this, async (directory, files) => {
      const bundle = verifyBundle(await files());
      const store = await openEventStore({ kind: 'sqlite', directory });
      try {
        return { bundle, ledger: await verifyLedger(store, { relationship: 'road', dataDirectory: directory }) };
      } finally {
        await store.close();
      }
    });
  }

  /** Both find that entry to be the first that is bad, for that reason. */
  async expectBad(revision: number, reason: string): Promise<void> {
    const { bundle, ledger } = await this.judged();
    const firstBad = { revision, reason: expect.stringContaining(reason) as string };
    expect(bundle).toMatchObject({ valid: false, firstBad });
    expect(ledger).toMatchObject({ valid: false, firstBad });
  }
}

describe('a party that signs', () => {
  it('is believed as long as it does, with every key in its time', async () => {
    const ledger = new Signing();
    ledger.log(NOTE);
    const id = ledger.registers(laptop, false);
    ledger.log(NOTE);
    ledger.log({ kind: 'entry.agreed', party: 'client', answers: id, facts: { sponsor: true } });
    ledger.log(NOTE, { keys: laptop, text: 'Signed.' });
    ledger.log({ ...NOTE, party: 'provider' });
    ledger.log({ ...NOTE, party: 'third-party', facts: { loggedBy: 'client' } }, { keys: laptop });
    ledger.log({ kind: 'finding.closed', party: 'third-party', sign: '0', facts: { loggedBy: 'auditor' } });
    ledger.registers(phone, true);
    ledger.revokes(laptop, false, { keys: phone });
    ledger.log({ ...NOTE, checkpointSeen: ledger.seen(3) }, { keys: phone });
    ledger.revokes(phone, true);
    ledger.log(NOTE);
    expect(await ledger.verdict()).toMatchObject({ code: 0, signedEntries: 4 });
  });

  it.each<[string, number, string, (ledger: Signing) => void]>([
    ['no signature', 2, 'this one has no signature', (ledger) => ledger.log(NOTE)],
    ['a key of nobody', 2, 'has no key', (ledger) => ledger.log(NOTE, { keys: phone })],
    ['no signature of a third party’s', 2, 'this one has no signature', (ledger) =>
      ledger.log({ ...NOTE, party: 'third-party', facts: { loggedBy: 'client' } })],
    ['the word of an auditor for what no auditor logs', 2, 'an auditor logs audit.opened', (ledger) =>
      ledger.log({ ...NOTE, party: 'third-party', facts: { loggedBy: 'auditor' } })],
    ['the key of the other party', 3, 'has no key', (ledger) => {
      ledger.registers(phone, true, {}, 'provider');
      ledger.log(NOTE, { keys: phone });
    }],
    ['a key that waits for a sponsor', 3, 'waits for a sponsor', (ledger) => {
      ledger.registers(phone, false, { keys: laptop });
      ledger.log(NOTE, { keys: phone });
    }],
    ['a revoked key', 4, 'is revoked', (ledger) => {
      ledger.registers(phone, true);
      ledger.revokes(laptop, true);
      ledger.log(NOTE, { keys: laptop });
    }],
    ['no signature once a member revoked the last key', 3, 'this one has no signature', (ledger) => {
      ledger.revokes(laptop, false, { keys: laptop });
      ledger.log(NOTE);
    }],
    ['the signature of something else', 2, 'is not one of this entry', (ledger) =>
      ledger.log(NOTE, { keys: laptop, lie: (envelope) => ({ ...envelope, effective: '2026-01-04' }) })],
    ['no signature at all in it', 2, 'is not one of this entry', (ledger) =>
      ledger.log(NOTE, { keys: laptop, lie: ({ signature, ...envelope }) =>
        ({ ...envelope, signature: { ...(signature as NonNullable<typeof signature>), value: 'AAAA' } }) })],
    ['a key that is none', 2, 'expected a key of Ed25519', (ledger) =>
      ledger.log({ kind: 'key.registered', party: 'provider', facts: { keyId: 'x', publicKey: 'y' } })],
    ['a key under another id', 2, 'the beginning of the SHA-256 of the key', (ledger) =>
      ledger.log({ kind: 'key.registered', party: 'provider', facts: { keyId: 'x', publicKey: 'ab'.repeat(32) } })],
  ])('is not spoken for with %s', async (_name, revision, reason, tell) => {
    const ledger = new Signing();
    ledger.registers(laptop, true);
    tell(ledger);
    const verdict = await ledger.verdict();
    expect(verdict).toMatchObject({ code: 40, firstBad: { revision } });
    const said = verdict.findings.filter((finding) => finding.revision === revision);
    expect(said.map((finding) => finding.reason).join()).toContain(reason);
  }); // prettier-ignore

  it('is bound to its words', async () => {
    const ledger = new Signing();
    ledger.registers(laptop, true);
    ledger.log(NOTE, { keys: laptop, text: 'Signed.' });
    const files = new Map(await bundleOfEntries(ledger));
    const payloads = (files.get('payloads.ndjson') as Buffer).toString();
    const verdictOn = (text: string): Verdict => verifyBundle(files.set('payloads.ndjson', Buffer.from(text)));
    expect(verdictOn(payloads.replace(/,"signedBody":"(\\.|[^"])*"/, ''))).toMatchObject({ code: 10, firstBad: { revision: 2 } });
    expect(verdictOn(payloads.replace('\\"text\\":\\"Signed', '\\"text\\":\\"Forged'))).toMatchObject({ code: 20, firstBad: { revision: 2 } });
  }); // prettier-ignore

  it('says nothing twice, though its signature holds', async () => {
    const ledger = new Signing();
    ledger.registers(laptop, true);
    ledger.log(NOTE, { keys: laptop });
    ledger.log({ ...NOTE, sign: '0' }, { keys: laptop });
    expect((await ledger.judged()).ledger).toMatchObject({ valid: true });
    ledger.repeats(2);
    await ledger.expectBad(4, 'its signature stands under an earlier entry already');
  });

  const AGAINST = { ...NOTE, sign: '-', severity: 'critical' } as const;
  it.each<[string, string, (ledger: Signing, theirs: string) => void]>([
    ['by an import', 'what is imported has no signature', (ledger) => ledger.log({ ...AGAINST, imported: true })],
    ['by the import of an agreement', 'what is imported has no signature', (ledger, answers) =>
      ledger.log({ kind: 'entry.agreed', party: 'client', answers, imported: true })],
    ['by the import of what it reports', 'what is imported has no signature', (ledger) =>
      ledger.log({ ...AGAINST, party: 'third-party', facts: { loggedBy: 'client' }, imported: true })],
    ['by the import of what it rated', 'what is imported has no signature', (ledger) =>
      ledger.log({ kind: 'rating.revealed', party: 'ledger', facts: { round: 'r', of: 'client' }, imported: true })],
    ['by an import in the name of all', 'in the name of all', (ledger) =>
      ledger.log({ kind: 'rating.jmt-agreed', party: 'joint', factor: 609, level: 4, imported: true })],
    ['in the name of all', 'in the name of all', (ledger) =>
      ledger.log({ kind: 'rating.jmt-agreed', party: 'joint', factor: 609, level: 4 })],
    ['by an agreement of all', 'in the name of all', (ledger, answers) =>
      ledger.log({ kind: 'entry.voided', party: 'joint', answers })],
    ['by the ledger, of what it never writes', 'the ledger itself never writes note.logged', (ledger) =>
      ledger.log({ ...AGAINST, party: 'ledger' })],
    ['by the ledger, which takes back what a party said', 'takes back nothing but its own', (ledger, answers) =>
      ledger.log({ kind: 'entry.voided', party: 'ledger', answers })],
  ])('is not spoken for %s', async (_name, reason, tell) => {
    const ledger = new Signing();
    const theirs = ledger.log({ ...NOTE, party: 'provider' });
    ledger.registers(laptop, true);
    tell(ledger, theirs);
    await ledger.expectBad(3, reason);
  }); // prettier-ignore

  it('lets the ledger take back that a meeting was missed', async () => {
    const ledger = new Signing();
    ledger.registers(laptop, true);
    const answers = ledger.log({ kind: 'meeting.missed', party: 'ledger', sign: '-', facts: { body: 'jmt' } });
    ledger.log({ kind: 'entry.voided', party: 'ledger', answers });
    const { bundle, ledger: log } = await ledger.judged();
    expect([bundle.findings, log.firstBad]).toEqual([[], null]);
  });

  it('is not told that the ledger took back anything else that was missed', async () => {
    const ledger = new Signing();
    ledger.registers(laptop, true);
    const answers = ledger.log({ kind: 'report.overdue', party: 'ledger', sign: '-', facts: { indicator: 'rate' } });
    ledger.log({ kind: 'entry.voided', party: 'ledger', answers });
    await ledger.expectBad(3, 'takes back nothing but its own');
  });

  const CORRECTED = { kind: 'entry.corrected', party: 'client' } as const;
  const SIGN = { kind: 'entry.corrected', party: 'ledger', facts: { sign: '0' } } as const;
  const ISSUE = { factor: 609, facts: { issue: 'gully' } } as const;
  const RESOLVED = { ...ISSUE, kind: 'issue.resolved', party: 'client', sign: '+', severity: 'minor' } as const;
  const REOPENED = { ...ISSUE, kind: 'issue.reopened', party: 'provider', sign: '0' } as const;
  const VOIDED = { kind: 'entry.voided', party: 'provider' } as const;
  const reopens = (imported = false): { ledger: Signing; answers: string; reopened: string } => {
    const ledger = new Signing(imported);
    const answers = ledger.log({ ...RESOLVED, imported });
    return { ledger, answers, reopened: ledger.log({ ...REOPENED, imported }) };
  };

  it.each([false, true])(
    'lets the ledger take back the plus of a resolution, and give it back; imported %s',
    async (imported) => {
      const { ledger, answers, reopened } = reopens(imported);
      ledger.log({ ...SIGN, answers, imported });
      ledger.log({ ...VOIDED, answers: reopened, imported });
      ledger.log({ ...SIGN, answers, imported, facts: { sign: '+' } }, { text: 'No more.' });
      ledger.log({ ...REOPENED, imported });
      ledger.log({ ...SIGN, answers, imported }, { erased: '2026-02-01' });
      const { bundle, ledger: log } = await ledger.judged();
      expect([bundle.findings, log.firstBad]).toEqual([[], null]);
    },
  );

  const CORRECTS_NOTHING_ELSE = 'corrects nothing but the plus of a resolution';
  const BORNE_OUT = 'no reopening bears out';
  it.each<[string, string, (told: ReturnType<typeof reopens>) => void]>([
    ['its sign made a minus', CORRECTS_NOTHING_ELSE, ({ ledger, answers }) =>
      ledger.log({ ...SIGN, answers, facts: { sign: '-' } })],
    ['its severity', CORRECTS_NOTHING_ELSE, ({ ledger, answers }) =>
      ledger.log({ ...SIGN, answers, facts: { severity: 'minor' } })],
    ['another field with its sign', CORRECTS_NOTHING_ELSE, ({ ledger, answers }) =>
      ledger.log({ ...SIGN, answers, facts: { sign: '0', factor: 601 } })],
    ['words with its sign', CORRECTS_NOTHING_ELSE, ({ ledger, answers }) =>
      ledger.log({ ...SIGN, answers }, { data: { resolution: 'Nothing was done' } })],
    ['another entry', CORRECTS_NOTHING_ELSE, ({ ledger }) =>
      ledger.log({ ...SIGN, answers: ledger.log({ ...NOTE, party: 'provider' }) })],
    ['nothing', CORRECTS_NOTHING_ELSE, ({ ledger }) => ledger.log({ ...SIGN })],
    ['the plus that it has', BORNE_OUT, ({ ledger, answers }) =>
      ledger.log({ ...SIGN, answers, facts: { sign: '+' } })],
    ['it a second time', BORNE_OUT, ({ ledger, answers }) => {
      ledger.log({ ...SIGN, answers });
      ledger.log({ ...SIGN, answers });
    }],
    ['it though the reopening is voided', BORNE_OUT, ({ ledger, answers, reopened }) => {
      ledger.log({ ...VOIDED, answers: reopened });
      ledger.log({ ...SIGN, answers });
    }],
    ['it though the reopening is disputed', BORNE_OUT, ({ ledger, answers, reopened }) => {
      ledger.log({ kind: 'entry.disputed', party: 'client', answers: reopened });
      ledger.log({ ...SIGN, answers });
    }],
    ['a resolution behind the reopening', BORNE_OUT, ({ ledger }) =>
      ledger.log({ ...SIGN, answers: ledger.log(RESOLVED) })],
    ['that of another issue', BORNE_OUT, ({ ledger }) =>
      ledger.log({ ...SIGN, answers: ledger.log({ ...RESOLVED, facts: { issue: 'signs' } }) })],
    ['it back though the reopening stands', BORNE_OUT, ({ ledger, answers }) => {
      ledger.log({ ...SIGN, answers });
      ledger.log({ ...SIGN, answers, facts: { sign: '+' } });
    }],
    ['what its author corrected', BORNE_OUT, ({ ledger, answers }) => {
      ledger.log({ kind: 'entry.corrected', party: 'client', answers, facts: { sign: '+' } });
      ledger.log({ ...SIGN, answers });
    }],
    ['it by an import', BORNE_OUT, ({ ledger, answers }) => ledger.log({ ...SIGN, answers, imported: true })],
  ])('is not told that the ledger corrected %s', async (_name, reason, tell) => {
    const told = reopens();
    tell(told);
    await told.ledger.expectBad(told.ledger.size - 1, reason);
  }); // prettier-ignore

  it('is not told that the ledger took a plus back for an import, or of one', async () => {
    const { ledger, answers } = reopens(true);
    ledger.log({ ...SIGN, answers });
    await ledger.expectBad(3, BORNE_OUT);
    const other = new Signing();
    const resolved = other.log(RESOLVED);
    other.log({ ...REOPENED, imported: true });
    other.log({ ...SIGN, answers: resolved });
    await other.expectBad(3, BORNE_OUT);
  });

  it('is scored by what it signed where the ledger took back its plus meanwhile', async () => {
    const ledger = new Signing();
    ledger.registers(laptop, true);
    ledger.log(
      { ...ISSUE, kind: 'issue.raised', party: 'client', sign: '0', facts: { ...ISSUE.facts, impact: 'low' } },
      { keys: laptop },
    );
    const answers = ledger.log(RESOLVED, { keys: laptop });
    ledger.log(REOPENED);
    ledger.log({ ...SIGN, answers });
    ledger.log({ ...CORRECTED, answers, facts: { severity: 'moderate' } }, { keys: laptop });
    const { bundle, ledger: log } = await ledger.judged();
    expect([bundle.findings, bundle.caveats, log.firstBad]).toEqual([[], [], null]);
  });

  it('was spoken for by an import before it signed, and by all of them', async () => {
    const ledger = new Signing(true);
    ledger.log({ ...AGAINST, imported: true });
    ledger.log({ kind: 'rating.jmt-agreed', party: 'joint', factor: 609, level: 4, evidenced: true, imported: true });
    ledger.registers(laptop, true);
    ledger.log({ ...NOTE, party: 'provider', imported: true });
    const { bundle, ledger: log } = await ledger.judged();
    expect([bundle.findings, log.firstBad]).toEqual([[], null]);
  });

  it('is told of keys that came and went without its signature', async () => {
    const ledger = new Signing();
    const told = async (): Promise<readonly string[]> => {
      const { bundle, ledger: log } = await ledger.judged();
      expect([bundle.findings, log.firstBad]).toEqual([[], null]);
      expect(
        verdictText(bundle)
          .split('\n')
          .filter((line) => line.startsWith('To be known: ')),
      ).toEqual(bundle.caveats.map((caveat) => `To be known: ${caveat}.`));
      expect(log.caveats).toEqual(bundle.caveats.map((caveat) => caveat.replace(/entry \d+/, '$& of road')));
      return bundle.caveats;
    };
    // The first key is the word of the server in any case.
    ledger.registers(laptop, true);
    ledger.registers(phone, false, { keys: laptop });
    ledger.revokes(phone, false, { keys: laptop });
    expect(await told()).toEqual([]);
    const operators = keyPairOf(Buffer.alloc(32, 9));
    ledger.registers(operators, true);
    ledger.log(NOTE, { keys: operators });
    ledger.revokes(operators, true);
    ledger.revokes(laptop, true);
    ledger.log(NOTE);
    const [theirs, own] = [operators, laptop].map(({ publicKey }) => partyKeyIdOf(publicKey));
    const alone = 'without a signature, by the word of the server alone';
    const ask = 'ask a sponsor of client whether that is so';
    expect(await told()).toEqual([
      `entry 4: the key ${theirs} of client was registered ${alone}; ${ask}`,
      `entry 6: the key ${theirs} of client was revoked ${alone}; ${ask}`,
      `entry 7: the key ${own} of client was revoked ${alone}, and client needs none from then on; ${ask}`,
    ]);
  });

  it('is told of a factor set that all are said to have agreed', async () => {
    const ledger = new Signing();
    ledger.registers(laptop, true);
    ledger.log({ kind: 'factorset.agreed', party: 'joint' });
    expect((await ledger.verdict()).caveats).toEqual([
      'entry 2: it is in the name of all, without a signature, by the word of the server alone, while client signs',
    ]);
    ledger.log({ kind: 'factorset.agreed', party: 'joint', imported: true });
    await ledger.expectBad(3, 'in the name of all');
  });

  it.each<[string, string, (ledger: Signing) => void]>([
    ['a severity that it left open', 'severity', (ledger) =>
      ledger.log(NOTE, { keys: laptop, lie: (envelope) => ({ ...envelope, severity: 'critical' }) })],
    ['a sign that it left open', 'sign', (ledger) =>
      ledger.log({ ...NOTE, sign: null }, { keys: laptop, lie: (envelope) => ({ ...envelope, sign: '-' }) })],
    ['a sign that it gave', 'sign', (ledger) =>
      ledger.log(NOTE, { keys: laptop, lie: (envelope) => ({ ...envelope, sign: '-' }) })],
    ['evidence that it did not give', 'evidenced', (ledger) =>
      ledger.log({ kind: 'rating.given', party: 'client', factor: 609, level: 2, evidenced: false }, { keys: laptop, lie: (envelope) => ({ ...envelope, evidenced: true }) })],
    ['a level beside the one that it gave', 'facts.level', (ledger) =>
      ledger.log({ kind: 'rating.given', party: 'client', factor: 609, level: 2, facts: {} }, { keys: laptop, lie: (envelope) => ({ ...envelope, facts: { level: 4 } }) })],
    ['another correction', 'facts.severity', (ledger) =>
      ledger.log({ ...CORRECTED, answers: ledger.noted, facts: { severity: 'minor' } }, { keys: laptop, lie: (envelope) => ({ ...envelope, facts: { severity: 'critical' } }) })],
    ['more than its correction', 'facts.sign', (ledger) =>
      ledger.log({ ...CORRECTED, answers: ledger.noted, facts: { severity: 'minor' } }, { keys: laptop, lie: (envelope) => ({ ...envelope, facts: { severity: 'minor', sign: '-' } }) })],
  ])('is not scored by %s', async (_name, field, tell) => {
    const ledger = new Signing();
    ledger.registers(laptop, true);
    ledger.noted = ledger.log(NOTE, { keys: laptop });
    expect((await ledger.judged()).ledger).toMatchObject({ valid: true });
    tell(ledger);
    await ledger.expectBad(3, `its ${field} is not what the ledger makes of what its author signed`);
  }); // prettier-ignore

  it('is scored by what it signed, with what the ledger made of it', async () => {
    const ledger = new Signing();
    ledger.registers(laptop, true);
    const rating = { kind: 'rating.given', party: 'client', factor: 609, level: 2, evidenced: true } as const;
    ledger.log(rating, { keys: laptop, evidence: [{ url: 'https://road.example/minutes' }] });
    const answers = ledger.log(NOTE, { keys: laptop });
    ledger.log({ ...CORRECTED, answers, facts: { severity: 'minor' } }, { keys: laptop });
    const { bundle, ledger: log } = await ledger.judged();
    expect([bundle.findings, bundle.caveats, log.firstBad, log.caveats]).toEqual([[], [], null, []]);
  });

  it('is told of what was not checked, where the words are erased', async () => {
    const ledger = new Signing();
    ledger.registers(laptop, true);
    for (let count = 0; count < 7; count += 1) ledger.log(NOTE, { keys: laptop, erased: '2026-02-01' });
    expect(await ledger.verdict()).toMatchObject({
      code: 0,
      signedEntries: 7,
      caveats: [
        expect.stringContaining('the words of 7 entries'),
        'the words of signed entries are not there (2, 3, 4, 5, 6 and 2 more): whether the score reads of them what was signed was not checked',
      ],
    });
  });
});
