import { once } from 'node:events';
import { Agent, request, type ClientRequest, type IncomingMessage } from 'node:http';
import { connect, type Socket } from 'node:net';
import { formatVerifierKey } from '@app/integrity';
import { HEADERS_TIMEOUT_MS, MAX_HEADER_BYTES } from './limits';
import { originHash } from './kept-notes';
import { logOf, requestOf, treeOf } from './log.fixture';
import { add, endWitnesses, send, startWitness, type RunningWitness } from './running.fixture';

const log = logOf('ledger.example/road');
const tree = treeOf(10);

afterEach(endWitnesses);

describe('the server of a witness', () => {
  it('shows its key, and what it knows of each log', async () => {
    const running = await startWitness({ logs: [log.key, logOf('ledger.example/other', 2).key] });
    await add(running, requestOf(log, tree, 0));
    const { status, body } = await send(running, '/');
    expect(status).toBe(200);
    expect(body).toContain(formatVerifierKey(running.witness.verifier));
    expect(body).toContain(`size 10, root ${tree.root().toString('base64')}, cosigned 2026-09-21T`);
    expect(body).toContain('log ledger.example/other\n');
    expect(body).toContain('nothing cosigned yet');
    expect(await send(running, '/', { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
  });

  it.each([
    ['GET', '/add-checkpoint', 405, 'POST'],
    ['POST', '/', 405, 'GET, HEAD'],
    ['DELETE', `/${originHash(log.origin)}/checkpoint`, 405, 'GET, HEAD'],
    ['GET', '/add-checkpoint/', 404, null],
    ['GET', '/checkpoint', 404, null],
    ['POST', '/nothing', 404, null],
    ['GET', `/${originHash('another')}/checkpoint`, 404, null],
  ])('answers %s %s with %i', async (method, path, status, allow) => {
    const running = await startWitness({ logs: [log.key] });
    const response = await fetch(`${running.address}${path}`, { method });
    expect([response.status, response.headers.get('allow')]).toEqual([status, allow]);
  });

  it('takes no headers that are too long, and waits for none that do not come', async () => {
    const running = await startWitness({ logs: [log.key] });
    const response = await fetch(running.address, { headers: { long: 'x'.repeat(MAX_HEADER_BYTES) } });
    expect(response.status).toBe(431);
    const startedAt = performance.now();
    const socket = connectTo(running);
    socket.write('POST /add-checkpoint HTTP/1.1\r\n');
    const [answered] = (await once(socket.setEncoding('utf8'), 'data')) as [string];
    expect(answered).toMatch(/^HTTP\/1\.1 408 /);
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(HEADERS_TIMEOUT_MS - 1);
  });

  it('goes on when a client leaves in the middle of a request', async () => {
    const running = await startWitness({ logs: [log.key] });
    const half = postHalf(running, requestOf(log, tree, 0));
    half.on('error', () => undefined);
    await once(half, 'continue');
    half.destroy();
    expect((await add(running, requestOf(log, tree, 0))).status).toBe(200);
    expect(running.said.filter((line) => line.startsWith('failed'))).toEqual([]);
  });

  it('finishes what is in flight when it is told to stop', async () => {
    const running = await startWitness({ logs: [log.key] });
    const body = requestOf(log, tree, 0);
    const half = postHalf(running, body);
    await once(half, 'continue');
    const ended = running.end();
    half.end(body.slice(body.length / 2));
    const [response] = (await once(half, 'response')) as [IncomingMessage];
    response.resume();
    expect([response.statusCode, response.headers.connection]).toEqual([200, 'close']);
    await ended;
    await expect(fetch(running.address)).rejects.toThrow();
  });
});

function connectTo({ address }: RunningWitness): Socket {
  const { hostname, port } = new URL(address);
  return connect(Number(port), hostname);
}

/** The server's "100 Continue" says that the request is in its hands. */
function postHalf({ address }: RunningWitness, body: string): ClientRequest {
  const post = request(`${address}/add-checkpoint`, {
    method: 'POST',
    agent: new Agent({ keepAlive: true }),
    headers: { 'content-length': Buffer.byteLength(body), expect: '100-continue' },
  });
  post.write(body.slice(0, body.length / 2));
  return post;
}
