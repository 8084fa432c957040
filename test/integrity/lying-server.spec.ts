import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pino from 'pino';
import {
  formatCheckpoint,
  formatNote,
  formatTlogProof,
  formatVerifierKey,
  judge,
  keyPairOf,
  parseCheckpoint,
  parseNote,
  parsePolicy,
  parseTlogProof,
  partyKeyIdOf,
  signText,
  type Checkpoint,
  type Policy,
} from '@app/integrity';
import {
  checkReceipt,
  InvalidReceipt,
  logIdentity,
  policyOf,
  sampleJournal,
  verifyLedger,
  type Verification,
} from '@app/ledger';
import { originHash } from '../../apps/witness/src/kept-notes';
import { endWitnesses, send, startWitness, type RunningWitness } from '../../apps/witness/src/running.fixture';
import { startNorthRoad, startServer, tokensFor, type HttpServer } from '../e2e/http.fixture';
import {
  copyOf,
  cosign,
  historyOf,
  importLines,
  lastOf,
  logNote,
  logSigned,
  newPlace,
  OTHER,
  receiptOf,
  RELATIONSHIP,
  removePlaces,
  rewriteHistory,
  sign,
  signAnew,
  using,
  withOtherWords,
  writeHistory,
} from './lying-operator';
import { registrationOf } from './signing-client';
import type { Row } from './tampering';

/** Entries that were signed first, and all of them. */
const [EARLY, ALL] = [20, 24];
const PATH = `/api/v1/relationships/${RELATIONSHIP}`;
const NOTE = { kind: 'note.logged', effective: '2026-01-05', factor: 609, sign: '+', text: 'kept' } as const;
const PARTIES = ['client', 'provider'] as const;

jest.setTimeout(60_000);

/** Made once: the honest ledger, an older copy of it, and the directories of its witnesses. */
let honest: string;
let older: string;
let witnessPlaces: readonly string[];
/** What the parties keep, of an honest time. */
let early: Checkpoint;
let all: Checkpoint;
let receipt: string;
let signedNote: string;

/** For each test: the witnesses as they were after the honest time, and the policy that was pinned. */
let witnesses: readonly RunningWitness[];
let pinned: Policy;

const startWitnesses = (places: readonly string[], directory: string): Promise<RunningWitness[]> =>
  Promise.all(
    places.map((place, index) => {
      const logs = parsePolicy(policyOf(directory, RELATIONSHIP)).logs.map(({ key }) => key);
      return startWitness({ directory: place, name: `${PARTIES[index]}.example/witness`, logs, clock: Date.now });
    }),
  );

/** What the operator writes into `private/witnesses/ID.policy`. */
const witnessLines = (running: readonly RunningWitness[]): string =>
  running
    .map(
      ({ witness, address }, index) => `witness ${PARTIES[index]} ${formatVerifierKey(witness.verifier)} ${address}\n`,
    )
    .join('') + `group parties all ${PARTIES.join(' ')}\nquorum parties\n`;

const policyWith = (directory: string, running: readonly RunningWitness[]): Policy =>
  parsePolicy(policyOf(directory, RELATIONSHIP).replace('quorum none\n', witnessLines(running)));

beforeAll(async () => {
  honest = newPlace();
  logIdentity(honest, 'ledger.example');
  await importLines(honest, RELATIONSHIP, 0, EARLY);
  await importLines(honest, OTHER, 0, ALL);
  await sign(honest);
  await sign(honest, OTHER);
  const places = [newPlace(), newPlace()];
  const running = await startWitnesses(places, honest);
  const policy = policyWith(honest, running);
  expect(await cosign(honest, policy)).toMatchObject([{ cosigned: true }, { cosigned: true }]);
  older = copyOf(honest);
  early = lastOf(honest).checkpoint;
  for (let size = EARLY; size < ALL; size += 1) await logNote(honest, `note ${size}`);
  await sign(honest);
  expect(await cosign(honest, policy)).toMatchObject([{ cosigned: true }, { cosigned: true }]);
  all = lastOf(honest).checkpoint;
  signedNote = lastOf(honest).note;
  receipt = await receiptOf(honest, 10);
  for (const witness of running) await witness.end();
  witnessPlaces = places;
});

beforeEach(async () => {
  witnesses = await startWitnesses(witnessPlaces.map(copyOf), honest);
  pinned = policyWith(honest, witnesses);
});

afterEach(endWitnesses);
afterAll(removePlaces);

function verified(directory: string, known: readonly Checkpoint[] = []): Promise<Verification> {
  return using(directory, (store) => verifyLedger(store, { dataDirectory: directory, known }));
}

/** Nobody who has seen nothing before can see the lie. */
async function expectConsistent(directory: string): Promise<void> {
  expect(await verified(directory)).toMatchObject({ valid: true });
}

/** The rows with the one at an index replaced. */
function replacing(rows: readonly Row[], index: number, replace: (row: Row) => Row): readonly Row[] {
  return rows.map((row, at) => (at === index ? replace(row) : row));
}

describe('an honest server', () => {
  it('is called honest by all who can see a lie', async () => {
    expect(await verified(honest, [early, all])).toMatchObject({ valid: true, entries: 2 * ALL, signed: 2 });
    expect(judge(parseNote(signedNote), pinned)).toMatchObject({ checkpoint: all, quorum: true });
    expect(checkReceipt(receipt, pinned)).toMatchObject({ index: 10, size: ALL, witnesses: PARTIES, quorum: true });
    expect(await cosign(copyOf(honest), pinned)).toMatchObject([{ cosigned: true }, { cosigned: true }]);
  });
});

describe('a server that lies, with all files and all keys', () => {
  let lie: string;
  beforeEach(() => {
    lie = copyOf(honest);
  });

  describe('is seen by the witnesses when it', () => {
    const inconsistent = PARTIES.map((witness) => ({ witness, cosigned: false, inconsistent: true }));

    it('forks: shows each party another history', async () => {
      const other = copyOf(honest);
      await logNote(lie, 'We agreed.');
      await logNote(other, 'We did not agree.');
      for (const directory of [lie, other]) {
        await sign(directory);
        expect(await verified(directory, [early, all])).toMatchObject({ valid: true });
      }
      expect(await cosign(lie, pinned)).toMatchObject([{ cosigned: true }, { cosigned: true }]);
      expect(await cosign(other, pinned)).toMatchObject(inconsistent);
      // Two checkpoints that the log signed, of one size: whoever has both can prove it to anybody.
      for (const { said } of witnesses) expect(said.at(-1)).toMatch(/^REFUSED what contradicts .* is kept in /);
    });

    it('drops an entry', async () => {
      await rewriteHistory(lie, (rows) => rows.filter((_, index) => index !== 10));
      for (const text of ['one', 'two']) await logNote(lie, text);
      await sign(lie);
      await expectConsistent(lie);
      expect(await cosign(lie, pinned)).toMatchObject(inconsistent);
    });

    it('forges an entry in the middle', async () => {
      await rewriteHistory(lie, (rows) =>
        rows.flatMap((row, index) => (index === 10 ? [row, withOtherWords(row, 'Forged.')] : [row])),
      );
      await expectConsistent(lie);
      expect(await cosign(lie, pinned)).toMatchObject(inconsistent);
    });

    it('rewinds to an older database with the checkpoint of that time', async () => {
      await expectConsistent(older);
      const ahead = PARTIES.map((witness) => ({ witness, cosigned: false, ahead: ALL }));
      // Cosigned as it was then, it goes by as honest until it is shown to a witness again.
      const { text, signatures } = parseNote(lastOf(older).note);
      const note = formatNote({ text, signatures: signatures.slice(0, 1) });
      expect(await cosign(older, pinned, note)).toMatchObject(ahead);
    });

    it('shows a stale checkpoint for ever', async () => {
      const stale = judge(parseNote(lastOf(older).note), pinned);
      expect(stale.quorum).toBe(true);
      for (const witness of witnesses) {
        const { body } = await send(witness, `/${originHash(stale.checkpoint.origin)}/checkpoint`);
        const { checkpoint } = judge(parseNote(body), pinned);
        expect(checkpoint.size).toBeGreaterThan(stale.checkpoint.size);
      }
    });

    it('shows the log of another relationship under this name', async () => {
      const { root, size } = lastOf(lie, OTHER).checkpoint;
      const text = formatCheckpoint({ ...all, size, root });
      const note = formatNote({ text, signatures: [signText(text, all.origin, logIdentity(lie).keys)] });
      // Of the same size, and signed by the right key.
      expect(judge(parseNote(note), pinned).checkpoint.size).toBe(all.size);
      expect(await cosign(lie, pinned, note)).toMatchObject(inconsistent);
    });
  });

  describe('is seen by the policy that was pinned when it', () => {
    it('signs with a new key that no entry names', async () => {
      rmSync(join(lie, 'private', 'signing-key'));
      await signAnew(lie);
      await expectConsistent(lie);
      expect(() => judge(parseNote(lastOf(lie).note), pinned)).toThrow('no log of the policy signed the checkpoint');
      const untrusted = { cosigned: false, reason: expect.stringContaining('does not trust the key') as string };
      expect(await cosign(lie, pinned)).toMatchObject([untrusted, untrusted]);
    });

    it('shows the checkpoint of another relationship', () => {
      expect(() => judge(parseNote(lastOf(lie, OTHER).note), pinned)).toThrow('no log of the policy signed');
    });

    it('begins a new log under another origin, with no break declared', async () => {
      const origin = `${all.origin}/2`;
      const text = formatCheckpoint({ ...all, origin });
      const note = formatNote({ text, signatures: [signText(text, origin, logIdentity(lie).keys)] });
      expect(() => judge(parseNote(note), pinned)).toThrow(`signed the checkpoint of ${origin}`);
      const unknown = { cosigned: false, reason: expect.stringContaining('does not know the log') as string };
      expect(await cosign(lie, pinned, note)).toMatchObject([unknown, unknown]);
    });

    it('replays the cosignatures of one checkpoint under another', async () => {
      await rewriteHistory(lie, (rows) => replacing(rows, 22, (row) => withOtherWords(row, 'Rewritten.')));
      const { text, signatures } = parseNote(lastOf(lie).note);
      const [, ...cosignatures] = parseNote(signedNote).signatures;
      expect(cosignatures).toHaveLength(2);
      const note = formatNote({ text, signatures: [...signatures, ...cosignatures] });
      expect(() => judge(parseNote(note), pinned)).toThrow(/the cosignature of \S+ does not hold/);
    });

    it('has it cosigned by witnesses of its own making, with the names of the others', async () => {
      await rewriteHistory(lie, (rows) => replacing(rows, 22, (row) => withOtherWords(row, 'Rewritten.')));
      const own = await startWitnesses([newPlace(), newPlace()], lie);
      const policy = policyWith(lie, own);
      expect(await cosign(lie, policy)).toMatchObject([{ cosigned: true }, { cosigned: true }]);
      const { note } = lastOf(lie);
      expect(judge(parseNote(note), policy).quorum).toBe(true);
      expect(judge(parseNote(note), pinned)).toMatchObject({ quorum: false, cosignatures: new Map() });
    });

    it('says that there are no witnesses', async () => {
      await logNote(lie, 'Seen by nobody.');
      await sign(lie);
      const text = await receiptOf(lie, ALL);
      expect(checkReceipt(text, parsePolicy(policyOf(lie, RELATIONSHIP))).quorum).toBe(true);
      expect(checkReceipt(text, pinned)).toMatchObject({ witnesses: [], quorum: false });
    });
  });

  describe('is seen by whoever has kept a checkpoint when it', () => {
    it('changes the order of two entries', async () => {
      await rewriteHistory(lie, (rows) => [...rows.slice(0, 10), rows[11] as Row, rows[10] as Row, ...rows.slice(12)]);
      await expectConsistent(lie);
      const reason = `its first ${ALL} entries are not those of the known checkpoint`;
      expect(await verified(lie, [all])).toMatchObject({
        valid: false,
        firstBad: { relationship: RELATIONSHIP, reason },
      });
    });

    it('cuts off the end and signs what is left', async () => {
      await rewriteHistory(lie, (rows) => rows.slice(0, ALL - 2));
      await expectConsistent(lie);
      const reason = `it has ${ALL - 2} entries, and the known checkpoint ${ALL}`;
      expect(await verified(lie, [early, all])).toMatchObject({ valid: false, firstBad: { reason } });
    });
  });

  describe('is seen by whoever has kept a receipt when it', () => {
    it('removes the entry', async () => {
      await rewriteHistory(lie, (rows) => rows.filter((_, index) => index !== 10));
      await expectConsistent(lie);
      // The receipt holds without the server: what it is of was in the log.
      const { envelope } = checkReceipt(receipt, pinned);
      const { checkpoint } = parseTlogProof(receipt);
      const found = await verified(lie, [parseCheckpoint(parseNote(checkpoint).text)]);
      expect(found).toMatchObject({ valid: false, firstBad: { relationship: RELATIONSHIP } });
      expect(historyOf(lie).map(({ id }) => id)).not.toContain(envelope.id);
    });

    it('gives it for another entry, or for one of another relationship', async () => {
      const proof = parseTlogProof(receipt);
      const other = parseTlogProof(await receiptOf(honest, 11));
      const forged = formatTlogProof({ ...proof, extra: other.extra });
      expect(() => checkReceipt(forged, pinned)).toThrow(InvalidReceipt);
      const { root, size } = lastOf(lie, OTHER).checkpoint;
      const text = formatCheckpoint({ ...all, size, root });
      const checkpoint = formatNote({ text, signatures: [signText(text, all.origin, logIdentity(lie).keys)] });
      const foreign = formatTlogProof({ ...parseTlogProof(await receiptOf(lie, 10, OTHER)), checkpoint });
      expect(() => checkReceipt(foreign, pinned)).toThrow(`its entry belongs to ${OTHER}`);
    });
  });

  describe('is seen by whoever verifies, without having seen anything before, when it', () => {
    it('leaves an entry whose author had seen another history', async () => {
      await rewriteHistory(lie, (rows) => replacing(rows, 10, (row) => withOtherWords(row, 'Rewritten.')), false);
      const reason = 'its author had seen a checkpoint that is none of this log';
      expect(await verified(lie)).toMatchObject({ valid: false, firstBad: { revision: EARLY, reason } });
    });

    it('changes the words behind an entry', async () => {
      writeHistory(
        lie,
        replacing(historyOf(lie), 10, (row) => ({ ...row, metadata: withOtherWords(row, 'Other.').metadata })),
      );
      await signAnew(lie);
      const reason = 'its payload is not the one that was recorded';
      expect(await verified(lie)).toMatchObject({ valid: false, firstBad: { revision: 10, reason } });
    });
  });

  describe('is seen by the client that says what it has seen when it', () => {
    /** What a server on the directory answers to clients that have seen the checkpoints. */
    const answers = async (directory: string, seen: readonly Checkpoint[]): Promise<unknown[]> => {
      const server = await startServer({ place: { directory, eventStoreUrl: null } });
      try {
        const { client } = await tokensFor(server, RELATIONSHIP);
        const answered: unknown[] = [];
        for (const { size, root } of seen) {
          const checkpointSeen = { size, root: root.toString('base64') };
          answered.push(await server.post(`${PATH}/entries`, client, { ...NOTE, checkpointSeen }));
        }
        return answered;
      } finally {
        await server.api.close();
      }
    };
    const contradicted = { status: 409, json: { code: 'checkpoint-contradicted' } };

    it('writes the end of its history anew', async () => {
      await rewriteHistory(lie, (rows) => replacing(rows, 22, (row) => withOtherWords(row, 'Rewritten.')));
      await expectConsistent(lie);
      expect(await answers(lie, [early, all])).toMatchObject([{ status: 201 }, contradicted]);
    });

    it('goes back to what it was', async () => {
      expect(await answers(copyOf(older), [early, all])).toMatchObject([{ status: 201 }, contradicted]);
    });
  });
});

describe('a server that lies of a party that signs, with all files and all keys but its own', () => {
  const laptop = keyPairOf(Buffer.alloc(32, 1));
  let lie: string;

  beforeEach(async () => {
    lie = copyOf(honest);
    await logSigned(lie, registrationOf(laptop, NOTE.effective), null);
    await logSigned(lie, NOTE, laptop);
    await logSigned(lie, { ...NOTE, text: 'lost', sign: '0' }, laptop);
    await sign(lie);
    await expectConsistent(lie);
  });

  /** The history with one more entry behind it: the one of that revision, changed so. */
  const appends = (revision: number, change: Record<string, unknown>): Promise<void> =>
    rewriteHistory(lie, (rows) => {
      const row = rows[revision] as Row;
      const id = randomUUID();
      return [...rows, { ...row, id, data: JSON.stringify({ ...(JSON.parse(row.data) as object), ...change, id }) }];
    });
  const expectBad = async (revision: number, reason: string): Promise<void> => {
    const firstBad = { revision, reason: expect.stringContaining(reason) as string };
    expect(await verified(lie)).toMatchObject({ valid: false, firstBad });
  };

  it('is seen by whoever verifies when it has another severity scored than was signed', async () => {
    await rewriteHistory(lie, (rows) =>
      replacing(rows, ALL + 1, (row) => ({ ...row, data: row.data.replace('"moderate"', '"critical"') })),
    );
    await expectBad(ALL + 1, 'its severity is not what the ledger makes of what its author signed');
  });

  it('is seen by whoever verifies when it repeats what was signed', async () => {
    const { recorded } = JSON.parse(historyOf(lie).at(-1)?.data ?? '') as { recorded: string };
    await appends(ALL + 1, { recorded });
    await expectBad(ALL + 3, 'its signature stands under an earlier entry already');
  });

  it('is refused when it imports in the name of the party, and seen by whoever verifies when it does so all the same', async () => {
    const mine = sampleJournal().findIndex(({ party }, index) => party === 'client' && index > ALL);
    await expect(importLines(lie, RELATIONSHIP, mine, mine + 1)).rejects.toMatchObject({ code: 'signature-required' });
    await expectConsistent(lie);
    const { recorded } = JSON.parse(historyOf(lie).at(-1)?.data ?? '') as { recorded: string };
    const told = historyOf(lie).findIndex(({ data }) => data.includes('"imported":true'));
    await appends(told, { recorded, claimedRecorded: null, party: 'client' });
    await expectBad(ALL + 3, 'client signs its entries, and what is imported has no signature');
  });

  it('is seen by whoever verifies when it writes in the name of all parties', async () => {
    const { recorded } = JSON.parse(historyOf(lie).at(-1)?.data ?? '') as { recorded: string };
    await appends(EARLY, { recorded, party: 'joint' });
    await expectBad(ALL + 3, 'nothing is taken in the name of all without a signature');
  });

  it('is seen by whoever verifies when it takes a plus away that no reopening takes', async () => {
    const { recorded, id } = JSON.parse(historyOf(lie).at(-2)?.data ?? '') as { recorded: string; id: string };
    const correction = { kind: 'entry.corrected', party: 'ledger', answers: id, facts: { sign: '0' } };
    await rewriteHistory(lie, (rows) => {
      const row = withOtherWords(rows.at(-1) as Row, 'Reopened.');
      const { signature: _signature, ...envelope } = JSON.parse(row.data) as Record<string, unknown>;
      const own = { ...envelope, ...correction, effective: null, recorded, id: randomUUID() };
      return [...rows, { ...row, id: own.id, type: 'entry.corrected.v1', data: JSON.stringify(own) }];
    });
    await expectBad(ALL + 3, 'the ledger corrects nothing but the plus of a resolution');
  });

  it('is told of by every verdict when it gives the party a key of its own', async () => {
    const own = keyPairOf(Buffer.alloc(32, 9));
    await logSigned(lie, registrationOf(own, NOTE.effective), null);
    await logSigned(lie, { ...NOTE, text: 'We were at fault.', sign: '-' }, own);
    await sign(lie);
    const caveat = `entry ${ALL + 3} of ${RELATIONSHIP}: the key ${partyKeyIdOf(own.publicKey)} of client was registered`;
    const { valid, caveats } = await verified(lie);
    expect([valid, caveats]).toEqual([true, [expect.stringContaining(caveat)]]);
  });
});

describe('a server whose log two witnesses watch', () => {
  const servers: HttpServer[] = [];
  afterEach(async () => {
    for (const server of servers.splice(0)) await server.stop();
  });

  const until = async (isSo: () => Promise<boolean>): Promise<void> => {
    while (!(await isSo())) await new Promise((resolve) => setImmediate(resolve));
  };
  const health = async (server: HttpServer) => (await server.call('/health/ready')).json as unknown as Health;
  interface Health {
    readonly readOnly: string | null;
    readonly log: { readonly signed: number; readonly witnessed: number; readonly quorum: number };
  }

  /** With entries that both cosigned, and a copy from before the last of them; it is stopped. */
  async function watched(): Promise<{ directory: string; before: string; policy: Policy }> {
    const { server, tokens } = await startNorthRoad();
    const { directory } = server;
    const lines = join(directory, 'private', 'witnesses', `${RELATIONSHIP}.policy`);
    mkdirSync(dirname(lines));
    const running = await startWitnesses([newPlace(), newPlace()], directory);
    writeFileSync(lines, witnessLines(running));
    const policy = parsePolicy((await server.call(`${PATH}/log/policy`, { token: tokens.client })).text);
    const log = async (at: HttpServer, token: string): Promise<void> => {
      const { status, json } = await at.post(`${PATH}/entries`, token, NOTE);
      expect(status).toBe(201);
      const cosigned = async (): Promise<boolean> => {
        const receipt = await at.call(String(json['proof']), { token });
        return receipt.status === 200 && checkReceipt(receipt.text, policy).quorum;
      };
      await until(cosigned);
      await until(async () => (await health(at)).log.quorum === 1);
    };
    await log(server, tokens.client);
    expect(await health(server)).toMatchObject({ readOnly: null, log: { signed: 1, witnessed: 1, quorum: 1 } });
    const { json } = await server.call(`${PATH}/trail`, { token: tokens.client });
    for (const { id } of json.entries ?? []) {
      const { text } = await server.call(`${PATH}/entries/${id}/proof`, { token: tokens.client });
      expect(checkReceipt(text, policy)).toMatchObject({ witnesses: PARTIES, quorum: true });
    }
    await server.api.close();
    const before = copyOf(directory);
    const again = await startServer({ place: { directory, eventStoreUrl: null } });
    servers.push(again);
    await log(again, (await tokensFor(again, RELATIONSHIP)).client);
    const shown = await again.call(`${PATH}/log/checkpoint`, { token: tokens.client });
    expect(judge(parseNote(shown.text), policy)).toMatchObject({ checkpoint: { size: 3 }, quorum: true });
    return { directory, before, policy };
  }

  async function expectReadOnly(directory: string, reason: string): Promise<void> {
    const said: string[] = [];
    const log = pino({}, { write: (line: string) => void said.push(line) });
    const server = await startServer({ place: { directory, eventStoreUrl: null }, log });
    servers.push(server);
    await until(async () => (await health(server)).readOnly !== null);
    const { client } = await tokensFor(server, RELATIONSHIP);
    const answer = await server.post(`${PATH}/entries`, client, NOTE);
    expect(answer).toMatchObject({ status: 503, json: { code: 'read-only' } });
    expect(said.join('')).toContain(`the ledger of ${RELATIONSHIP} is read-only: it ${reason}`);
  }

  it('is read-only when it is started on an older copy of everything', async () => {
    const { before } = await watched();
    await expectReadOnly(
      before,
      'has 2 entries, and the witness client has a checkpoint of 3 entries: entries are missing',
    );
  });

  it('is read-only when it has grown past what they saw, on an older copy of everything', async () => {
    const { before } = await watched();
    for (const text of ['one', 'two', 'three']) await logNote(before, text);
    // Asked by whoever signs they would tell: the policy is aside meanwhile.
    const policy = join(before, 'private', 'witnesses', `${RELATIONSHIP}.policy`);
    renameSync(policy, `${policy}.aside`);
    await sign(before);
    renameSync(`${policy}.aside`, policy);
    await expectReadOnly(before, 'is not the one of which the witness client has a checkpoint of 3 entries');
  });
});
