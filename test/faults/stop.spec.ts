import { spawn } from 'node:child_process';
import { Agent, request, type ClientRequest, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { environment, ledgerJson, newDirectory, removeDirectories } from '../e2e/cli';
import { note, openRelationship, RELATIONSHIP } from './ledger-in-use';
import { endServers, startServer, type Server } from './server';

jest.setTimeout(60_000);
afterAll(() => {
  endServers();
  removeDirectories();
});

describe('a server that is told to stop', () => {
  it('finishes the request in flight, takes no new one, and ends with 0', async () => {
    const directory = newDirectory();
    const token = await openRelationship(directory);
    const server = await startServer(directory).listening;
    const { key, body } = note('in flight');
    const text = JSON.stringify(body);
    const inFlight = postHalf(server, token, key, text);
    // The server's "100 Continue" says that the request is in its hands.
    await once(inFlight, 'continue');

    server.process.kill('SIGTERM');
    while (await accepts(server)) continue;
    inFlight.end(text.slice(text.length / 2));

    const [response] = (await once(inFlight, 'response')) as [IncomingMessage];
    response.resume();
    expect(response.statusCode).toBe(201);
    expect(await server.ended).toEqual({ exitCode: 0, signal: null });
    // The client would have kept its connection alive: nothing was cut off for that.
    expect(server.said()).not.toContain('did not finish');
    interface Trail {
      readonly entries: readonly { readonly text: string | null }[];
    }
    const { entries } = await ledgerJson<Trail>(['trail', RELATIONSHIP, '--data', directory]);
    expect(entries.at(-1)).toMatchObject({ text: 'in flight' });
  });

  it('is told by npm too, which stops no more than the shell between them', async () => {
    const npm = spawn('npm', ['start'], {
      cwd: join(__dirname, '../..'),
      env: environment({ DATA_DIR: newDirectory(), PORT: '0', HOST: '127.0.0.1' }),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    // The pipe ends when the last process that holds it does: the server itself.
    const ended = once(npm.stdout, 'end');
    await new Promise<void>((resolve) => {
      let said = '';
      const hear = (text: string): void => {
        said += text;
        if (said.includes('listens on http://127.0.0.1:')) resolve();
      };
      npm.stdout.setEncoding('utf8').on('data', hear);
      npm.stderr.setEncoding('utf8').on('data', hear);
    });
    npm.kill('SIGTERM');
    await ended;
  });
});

function postHalf({ address }: Server, token: string, key: string, text: string): ClientRequest {
  const post = request(`${address}/api/v1/relationships/${RELATIONSHIP}/entries`, {
    method: 'POST',
    agent: new Agent({ keepAlive: true }),
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
      'idempotency-key': key,
      expect: '100-continue',
    },
  });
  post.write(text.slice(0, text.length / 2));
  return post;
}

/** Whether a new connection is still taken. */
function accepts({ address }: Server): Promise<boolean> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}
