import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  cosign,
  formatNote,
  formatSignature,
  formatVerifierKey,
  InvalidNote,
  judge,
  keyPairOf,
  MAX_NOTE_SIGNATURES,
  parseNote,
  parsePolicy,
  verifierKey,
  type NoteSignature,
  type Policy,
} from '@app/integrity';
import { logOf, requestOf, treeOf } from '../../../../apps/witness/src/log.fixture';
import { add, endWitnesses, startWitness, type RunningWitness } from '../../../../apps/witness/src/running.fixture';
import { askWitnesses, type WitnessRequest } from './ask-witnesses';
import { MAX_WITNESS_ANSWER_BYTES, MAX_WITNESSES_ASKED } from './limits';

const log = logOf('ledger.example/road');
const tree = treeOf(700);
const fork = treeOf(700, 'other', 300);
const SHORT_MS = 100;

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
  await endWitnesses();
});

interface Party {
  readonly name: string;
  readonly key: string;
  readonly url?: string;
}

function policyOf(...parties: Party[]): Policy {
  return parsePolicy(
    [
      `log ${formatVerifierKey(log.key)}`,
      ...parties.map(({ name, key, url = '' }) => `witness ${name} ${key} ${url}`),
      `group parties all ${parties.map(({ name }) => name).join(' ')}`,
      'quorum parties',
    ].join('\n'),
  );
}

function party(name: string, { witness, address }: RunningWitness): Party {
  return { name, key: formatVerifierKey(witness.verifier), url: address };
}

function start(name: string): Promise<RunningWitness> {
  return startWitness({ logs: [log.key], name: `${name}.example/witness` });
}

const ask = (policy: Policy, request: Partial<WitnessRequest> = {}, timeoutMs?: number) =>
  askWitnesses({ note: log.checkpoint(tree), tree, policy, oldSizes: new Map(), ...request }, undefined, timeoutMs);

describe('asking the witnesses of both parties', () => {
  it('gets cosignatures that the policy asks for, from whatever size each of them has', async () => {
    const [client, provider] = [await start('client'), await start('provider')];
    await add(provider, requestOf(log, tree, 0, 300));
    const policy = policyOf(party('client', client), party('provider', provider));
    const { note, outcomes } = await ask(policy);
    expect(outcomes).toEqual([
      { witness: 'client', cosigned: true, theirSize: 700 },
      { witness: 'provider', cosigned: true, theirSize: 700 },
    ]);
    expect(judge(parseNote(note), policy)).toMatchObject({ checkpoint: { size: 700 }, quorum: true });
    expect(parseNote(note).signatures).toHaveLength(3);

    const later = treeOf(900);
    const sizes = new Map(outcomes.map(({ witness, theirSize = 0 }) => [witness, theirSize]));
    const grown = await ask(policy, { note: log.checkpoint(later), tree: later, oldSizes: sizes });
    expect(judge(parseNote(grown.note), policy).quorum).toBe(true);
  });

  it('asks once where the size is known, and nobody whose cosignature is there', async () => {
    const client = await start('client');
    const policy = policyOf(party('client', client));
    const bodies: unknown[] = [];
    const counted: typeof fetch = (address, init) => {
      bodies.push(init?.body);
      return fetch(address, init);
    };
    const request = { note: log.checkpoint(tree), tree, policy, oldSizes: new Map([['client', 300]]) };
    await add(client, requestOf(log, tree, 0, 300));
    const first = await askWitnesses(request, counted);
    expect(bodies).toHaveLength(1);
    const second = await askWitnesses({ ...request, note: first.note }, counted);
    expect(second).toEqual(first);
    expect(bodies).toHaveLength(1);
  });

  it('keeps the quorum open where one of them is away, or has no address', async () => {
    const [client, provider] = [await start('client'), await start('provider')];
    const policy = policyOf(party('client', client), party('provider', provider));
    await provider.end();
    const { note, outcomes } = await ask(policy);
    expect(outcomes).toEqual([
      { witness: 'client', cosigned: true, theirSize: 700 },
      { witness: 'provider', cosigned: false, reason: 'it cannot be reached (ECONNREFUSED)' },
    ]);
    expect(judge(parseNote(note), policy).quorum).toBe(false);
    const unreachable = policyOf({ ...party('client', client), url: '' });
    expect(await ask(unreachable)).toEqual({ note: log.checkpoint(tree), outcomes: [] });
  });

  it.each(['ftp://witness.example', 'file:///etc', 'http://user:secret@witness.example', 'witness.example', 'http://'])(
    'goes to no address like %s',
    async (url) => {
      const client = await start('client');
      const { outcomes } = await ask(policyOf({ ...party('client', client), url }));
      expect(outcomes).toEqual([
        { witness: 'client', cosigned: false, reason: 'its address is none of http or https, without a password' },
      ]);
    },
  );

  it('refuses a note that is none, and a tree that does not reach', async () => {
    const policy = policyOf(party('client', await start('client')));
    await expect(ask(policy, { note: 'none' })).rejects.toThrow(InvalidNote);
    const request = { tree: treeOf(600), oldSizes: new Map([['client', 300]]) };
    await expect(ask(policy, request)).rejects.toThrow(RangeError);
  });
});

describe('a log that does not go on as it was', () => {
  it.each([
    ['forked, asked about with the size that it had', 600, 400],
    ['forked, asked about anew', 600, 0],
    ['forked at the same size', 400, 400],
  ])('is caught when it is %s', async (_name, size, oldSize) => {
    const client = await start('client');
    await add(client, requestOf(log, tree, 0, 400));
    const note = log.checkpoint(fork, size);
    const oldSizes = new Map([['client', oldSize]]);
    const asked = await ask(policyOf(party('client', client)), { note, tree: fork, oldSizes });
    expect(asked.outcomes).toMatchObject([{ cosigned: false, inconsistent: true }]);
    expect(asked.note).toBe(note);
  });

  it.each([0, 300, 400])('is caught when it went back, believed at %i', async (oldSize) => {
    const client = await start('client');
    await add(client, requestOf(log, tree, 0, 400));
    const note = log.checkpoint(tree, 300);
    const asked = await ask(policyOf(party('client', client)), { note, oldSizes: new Map([['client', oldSize]]) });
    expect(asked.outcomes).toEqual([
      {
        witness: 'client',
        cosigned: false,
        theirSize: 400,
        ahead: 400,
        reason: 'it says that it cosigned 400 leaves, and the log has 300',
      },
    ]);
    expect(asked.note).toBe(note);
  });

  it('is not cosigned under another key, or another name', async () => {
    const client = await start('client');
    for (const [other, reason] of [
      [logOf(log.origin, 2), 'does not trust the key'],
      [logOf('ledger.example/other'), 'does not know the log'],
    ] as const) {
      const note = other.checkpoint(tree);
      const asked = await ask(policyOf(party('client', client)), { note });
      expect(asked.outcomes).toMatchObject([{ cosigned: false, reason: expect.stringContaining(reason) }]);
      expect(asked.note).toBe(note);
    }
  });
});

describe('a witness that is none', () => {
  const keys = keyPairOf(Buffer.alloc(32, 20));
  const key = verifierKey('client.example/witness', 'cosignature', keys.publicKey);
  const { text } = parseNote(log.checkpoint(tree));
  const line = (signature: NoteSignature): string => `${formatSignature(signature)}\n`;
  const own = cosign(text, key.name, keys, 1_790_000_000);
  const strangers = cosign(text, 'stranger.example', keyPairOf(Buffer.alloc(32, 21)), 1_790_000_000);

  async function serve(answer: (response: ServerResponse, times: number) => void): Promise<Policy> {
    let times = 0;
    const server = createServer((request, response) => {
      request.resume();
      times += 1;
      answer(response, times);
    });
    servers.push(server.listen(0, '127.0.0.1'));
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return policyOf({ name: 'client', key: formatVerifierKey(key), url: `${url}/` });
  }

  it('may answer with more lines than its own, and its own is taken once', async () => {
    const policy = await serve((response) => response.end(line(strangers) + line(own) + line(own)));
    const { note, outcomes } = await ask(policy);
    expect(outcomes).toEqual([{ witness: 'client', cosigned: true, theirSize: 700 }]);
    expect(note).toBe(log.checkpoint(tree) + line(own));
  });

  const size =
    (text: string, type = 'text/x.tlog.size') =>
    (response: ServerResponse) => {
      response.writeHead(409, { 'content-type': type }).end(text);
    };
  const no409 = 'it answered 409 without its size';
  const noLine = 'it answered without a cosignature of its key that holds';
  it.each<[string, (response: ServerResponse, times: number) => void, string]>([
    ['with nothing', (response) => response.end(), noLine],
    ['with garbage', (response) => response.end(Buffer.from([0, 255, 10, 10, 13])), noLine],
    ['with a line of another key', (response) => response.end(line(strangers)), noLine],
    ['under its name with another key', (response) => response.end(line({ ...own, id: strangers.id })), noLine],
    [
      'with a cosignature of another checkpoint',
      (response) => response.end(line(cosign(parseNote(log.checkpoint(fork)).text, key.name, keys, 1))),
      noLine,
    ],
    ['without a time', (response) => response.end(line(cosign(text, key.name, keys, 0))), noLine],
    ['with too much', (response) => response.end(line(own).repeat(MAX_WITNESS_ANSWER_BYTES / 100)), 'more than'],
    ['elsewhere', (response) => response.writeHead(307, { location: '/elsewhere' }).end(), 'it answered 307'],
    ['that it failed', (response) => response.writeHead(500).end(line(own)), 'it answered 500'],
    ['that the request is malformed', (response) => response.writeHead(400).end(), 'malformed'],
    ['by going away', (response) => response.destroy(), 'cannot be reached'],
    [
      'half',
      (response) => response.writeHead(200, { 'content-length': 9 }).write('half', () => response.destroy()),
      'reached',
    ],
    ['a size that is none', size('many\n'), no409],
    ['a size without its line', size('300'), no409],
    ['a size that cannot be', size('9999999999999999\n'), no409],
    ['a size of another type', size('300\n', 'text/plain'), no409],
    ['the size that it was asked about', size('0\n'), no409],
    ['another size each time', (response, times) => size(`${times * 100}\n`)(response), 'it has gone on meanwhile'],
  ])('cosigns nothing when it answers %s', async (_name, answer, reason) => {
    const { note, outcomes } = await ask(await serve(answer));
    expect(outcomes).toMatchObject([{ witness: 'client', cosigned: false, reason: expect.stringContaining(reason) }]);
    expect(note).toBe(log.checkpoint(tree));
  });

  it('is not waited for, whether it says nothing or does not come to an end', async () => {
    const dribble = (response: ServerResponse): void => {
      const timer = setInterval(() => response.write(' '), SHORT_MS / 10);
      response.on('close', () => clearInterval(timer));
    };
    for (const policy of [await serve(() => undefined), await serve(dribble)]) {
      const { outcomes } = await ask(policy, {}, SHORT_MS);
      expect(outcomes).toEqual([{ witness: 'client', cosigned: false, reason: 'it did not answer in time' }]);
    }
  });

  it('keeps nobody else from cosigning', async () => {
    const held: ServerResponse[] = [];
    const silent = await serve((response) => held.push(response));
    // It goes away only once the other has cosigned.
    const goAway = (): void => held.forEach((response) => response.destroy());
    const provider = await startWitness({ logs: [log.key], log: goAway });
    const url = silent.witnesses[0]?.url ?? '';
    const policy = policyOf({ name: 'client', key: formatVerifierKey(key), url }, party('provider', provider));
    const { outcomes } = await ask(policy);
    expect(outcomes.map(({ cosigned }) => cosigned)).toEqual([false, true]);
  });

  it('is one of so many that are asked, and as the note has room', async () => {
    const crowd = Array.from({ length: MAX_WITNESSES_ASKED + 1 }, (_, index) => {
      const { publicKey } = keyPairOf(Buffer.alloc(32, 100 + index));
      return {
        name: `w${index}`,
        key: formatVerifierKey(verifierKey('w', 'cosignature', publicKey)),
        url: 'http://127.0.0.1:1',
      };
    });
    let asked = 0;
    const refusing: typeof fetch = async () => {
      asked += 1;
      return new Response('', { status: 503 });
    };
    const request = { note: log.checkpoint(tree), tree, policy: policyOf(...crowd), oldSizes: new Map() };
    const { outcomes } = await askWitnesses(request, refusing);
    expect([asked, outcomes.length]).toEqual([MAX_WITNESSES_ASKED, MAX_WITNESSES_ASKED + 1]);
    expect(outcomes.at(-1)).toMatchObject({
      reason: `no more than ${MAX_WITNESSES_ASKED} witnesses are asked at once`,
    });
    const [signature] = parseNote(request.note).signatures as [NoteSignature];
    const full = formatNote({ text, signatures: Array<NoteSignature>(MAX_NOTE_SIGNATURES - 1).fill(signature) });
    await askWitnesses({ ...request, note: full }, refusing);
    expect(asked).toBe(MAX_WITNESSES_ASKED + 1);
  });
});
