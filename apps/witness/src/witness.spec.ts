import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  consistencyProof,
  cosignaturesOf,
  formatAddCheckpoint,
  formatNote,
  formatVerifierKey,
  judge,
  MAX_ADD_CHECKPOINT_BYTES,
  parseNote,
  parsePolicy,
  parseSignature,
} from '@app/integrity';
import { originHash } from './kept-notes';
import { MAX_REFUSED_KEPT } from './limits';
import { logOf, requestOf, treeOf, type Log } from './log.fixture';
import {
  add,
  endWitnesses,
  NAME,
  NOW_MS,
  send,
  startWitness,
  type Answered,
  type RunningWitness,
} from './running.fixture';
import type { Witness, WitnessOptions } from './witness';

const log = logOf('ledger.example/road');
const tree = treeOf(700);
const fork = treeOf(700, 'other', 300);

const start = (options: Partial<WitnessOptions> = {}) => startWitness({ logs: [log.key], ...options });

afterEach(endWitnesses);

/** Times of the cosignatures of a checkpoint in an answer. */
function timesIn({ body }: Answered, checkpoint: string, { verifier }: Witness): number[] {
  const signatures = body.trimEnd().split('\n').map(parseSignature);
  return cosignaturesOf({ ...parseNote(checkpoint), signatures }, [verifier]).map(({ timestamp }) => timestamp);
}

describe('a witness', () => {
  it('cosigns a log as it grows, and shows what it cosigned last', async () => {
    const running = await start();
    const path = `/${originHash(log.origin)}/checkpoint`;
    expect((await send(running, path)).status).toBe(404);
    for (const [oldSize, size] of [
      [0, 0],
      [0, 300],
      [300, 300],
      [300, 700],
    ] as const) {
      const answered = await add(running, requestOf(log, tree, oldSize, size));
      expect(answered).toMatchObject({ status: 200, type: 'text/plain; charset=utf-8' });
      expect(timesIn(answered, log.checkpoint(tree, size), running.witness)).toEqual([Math.floor(NOW_MS / 1000)]);
    }
    const kept = await send(running, path);
    expect(kept.status).toBe(200);
    const policy = parsePolicy(
      `log ${formatVerifierKey(log.key)}\nwitness client ${formatVerifierKey(running.witness.verifier)}\nquorum client`,
    );
    expect(judge(parseNote(kept.body), policy)).toMatchObject({ checkpoint: { size: 700 }, quorum: true });
    expect(running.said).toContain('cosigned ledger.example/road at 700');
  });

  const stranger = logOf('elsewhere.example/road');
  const rekeyed = logOf(log.origin, 2);
  it.each<[string, (body: string) => string | Buffer, number, string, Log?]>([
    ['what is no request', () => 'hello', 400, 'a request has an old size'],
    ['what is no text', () => Buffer.from([0xff, 0xfe]), 400, 'a request is UTF-8'],
    ['an old size beyond the checkpoint', (body) => body.replace('old 300', 'old 701'), 400, 'is older than 701'],
    ['a request that is too long', (body) => body.padEnd(MAX_ADD_CHECKPOINT_BYTES + 1), 413, 'at most'],
    ['a log that it does not know', (body) => body, 404, 'is not known here', stranger],
    ['a log under another key', (body) => body, 403, 'no known key', rekeyed],
    ['another size than was signed', (body) => body.replace('\n700\n', '\n699\n'), 403, 'does not hold'],
    ['another old size', (body) => body.replace('old 300', 'old 299'), 409, '300\n'],
    ['another proof', (body) => body.replace(/^(old 300\n).*\n/, `$1${'A'.repeat(43)}=\n`), 422, 'the proof leads'],
  ])('refuses %s', async (_name, change, status, body, by = log) => {
    const running = await start();
    expect((await add(running, requestOf(log, tree, 0, 300))).status).toBe(200);
    const answered = await add(running, change(requestOf(by, tree, 300)));
    expect(answered.status).toBe(status);
    expect(answered.body).toContain(body);
    expect(answered.type).toBe(status === 409 ? 'text/x.tlog.size' : 'text/plain; charset=utf-8');
    expect((await send(running, `/${originHash(log.origin)}/checkpoint`)).body).toContain('\n300\n');
  });

  const keptIn = ({ directory }: RunningWitness, kind: string) =>
    readdirSync(directory).filter((name) => name.includes(`.${kind}-`));

  it('keeps what is not shown to follow, so many of them and each once, and tells of all', async () => {
    const running = await start();
    await add(running, requestOf(log, tree, 0, 400));
    const forked = requestOf(log, fork, 400);
    for (const request of [forked, forked]) expect((await add(running, request)).status).toBe(422);
    const texts = keptIn(running, 'refused').map((name) => readFileSync(join(running.directory, name), 'utf8'));
    expect(texts).toEqual([log.checkpoint(fork)]);
    for (let more = 1; more <= MAX_REFUSED_KEPT; more += 1) await add(running, requestOf(log, fork, 400, 400 + more));
    expect(keptIn(running, 'refused')).toHaveLength(MAX_REFUSED_KEPT);
    const told = running.said.filter((line) => line.startsWith('refused what was not shown to follow: '));
    expect(told).toHaveLength(2 + MAX_REFUSED_KEPT);
    expect(told[0]).toMatch(
      / at 700, root \S+= \(the proof leads .*\); the checkpoint is kept in [0-9a-f]{64}\.refused-700-/,
    );
    expect(told.at(-1)).toMatch(/the checkpoint is not kept, as there are so many$/);
    await running.end();
    const again = await start({ directory: running.directory });
    expect((await send(again, '/')).body).toContain(`  refused ${MAX_REFUSED_KEPT} that the log signed and`);
  });

  it('keeps a fork as evidence, whoever has sent it true checkpoints with wrong proofs before', async () => {
    const running = await start();
    await add(running, requestOf(log, tree, 0, 400));
    for (let size = 401; size <= 401 + MAX_REFUSED_KEPT; size += 1) {
      const proof = consistencyProof(tree, 100, size);
      await add(running, formatAddCheckpoint({ oldSize: 400, proof, checkpoint: log.checkpoint(tree, size) }));
    }
    expect((await send(running, '/')).body).not.toContain('REFUSED');
    expect((await add(running, requestOf(log, fork, 400, 400))).status).toBe(422);
    expect((await send(running, '/')).body).toContain(
      'REFUSED 1 that contradict what the log signed; kept as evidence',
    );
    const [name = ''] = keptIn(running, 'contradicts');
    expect(readFileSync(join(running.directory, name), 'utf8')).toBe(log.checkpoint(fork, 400));
    expect(running.said.at(-1)).toMatch(/^REFUSED what contradicts .* is kept in [0-9a-f]{64}\.contradicts-400-/);
  });

  it('sees that two that it refused contradict each other', async () => {
    const running = await start();
    await add(running, requestOf(log, tree, 0, 400));
    await add(running, requestOf(log, fork, 400));
    const proof = consistencyProof(tree, 100, 700);
    await add(running, formatAddCheckpoint({ oldSize: 400, proof, checkpoint: log.checkpoint(tree) }));
    expect([keptIn(running, 'refused'), keptIn(running, 'contradicts')].map(({ length }) => length)).toEqual([1, 1]);
  });

  it('gives one of two forks a cosignature, whatever comes at once', async () => {
    const running = await start();
    await add(running, requestOf(log, tree, 0, 300));
    const requests = Array.from({ length: 10 }, (_, index) =>
      requestOf(log, index % 2 ? tree : fork, 300, 301 + index),
    );
    const answers = await Promise.all(requests.map((request) => add(running, request)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(9).fill(409)]);
  });

  it('remembers after it was started again, also of a log that is no longer watched', async () => {
    const other = logOf('ledger.example/other', 3);
    const first = await start({ logs: [log.key, other.key] });
    await add(first, requestOf(log, tree, 0, 300));
    await add(first, requestOf(other, tree, 0, 500));
    await first.end();
    const second = await start({ directory: first.directory, name: undefined });
    expect(second.witness.verifier).toEqual(first.witness.verifier);
    expect((await add(second, requestOf(other, tree, 0))).status).toBe(404);
    expect(await add(second, requestOf(log, tree, 0))).toMatchObject({ status: 409, body: '300\n' });
    await second.end();
    const third = await start({ directory: first.directory, logs: [log.key, other.key] });
    expect(await add(third, requestOf(other, fork, 0))).toMatchObject({ status: 409, body: '500\n' });
  });

  it('takes each of the keys that a log has', async () => {
    const rekeyed = logOf(log.origin, 2);
    const running = await start({ logs: [log.key, rekeyed.key, log.key] });
    expect((await add(running, requestOf(log, tree, 0, 300))).status).toBe(200);
    expect((await add(running, requestOf(rekeyed, tree, 300, 400))).status).toBe(200);
    expect((await add(running, requestOf(rekeyed, fork, 400))).status).toBe(422);
    expect((await send(running, '/')).body.match(/^ {2}key /gm)).toHaveLength(3);
  });

  it('keeps the signatures that it verified, and no others', async () => {
    const running = await start();
    const line = '\u2014 somebody.else AAAAAAAA\n';
    expect((await add(running, `${requestOf(log, tree, 0)}${line}`)).status).toBe(200);
    const kept = parseNote((await send(running, `/${originHash(log.origin)}/checkpoint`)).body);
    expect(kept.signatures.map(({ name }) => name)).toEqual([log.origin, NAME]);
  });

  it('cosigns nothing that it could not read back', async () => {
    const running = await start();
    const { text, signatures } = parseNote(log.checkpoint(tree));
    const repeated = Array.from({ length: 64 }, () => signatures[0] as (typeof signatures)[0]);
    const answered = await add(running, `old 0\n\n${formatNote({ text, signatures: repeated })}`);
    expect(answered).toMatchObject({ status: 400 });
    expect(answered.body).toContain('signatures');
    expect(readdirSync(running.directory).filter((name) => name.endsWith('.note'))).toEqual([]);
  });

  it('cosigns nothing while its clock stands before its last cosignature', async () => {
    let nowMs = NOW_MS;
    const running = await start({ clock: () => nowMs });
    await add(running, requestOf(log, tree, 0, 300));
    nowMs -= 1_000;
    expect((await add(running, requestOf(log, tree, 300))).status).toBe(503);
    nowMs += 1_000;
    expect((await add(running, requestOf(log, tree, 300))).status).toBe(200);
  });

  it('answers that it failed where it cannot keep a checkpoint, and cosigns it later', async () => {
    const running = await start();
    const inTheWay = join(running.directory, `${originHash(log.origin)}.note.unfinished`);
    mkdirSync(inTheWay);
    expect((await add(running, requestOf(log, tree, 0))).status).toBe(500);
    expect(running.said.some((line) => /^failed: .*EISDIR/.test(line))).toBe(true);
    expect((await send(running, `/${originHash(log.origin)}/checkpoint`)).status).toBe(404);
    rmSync(inTheWay, { recursive: true });
    expect((await add(running, requestOf(log, tree, 0))).status).toBe(200);
  });
});
