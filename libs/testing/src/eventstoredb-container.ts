import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The last line under the BSD licence. */
const IMAGE = 'eventstore/eventstore:24.2.0-jammy';
const PORT = 2113;
/** How long the engine may take to say whether it has the image. */
const PROBE_TIMEOUT_MS = 2_000;
/** How long the server may take to be ready. */
const STARTUP_TIMEOUT_MS = 90_000;

/**
 * Why no container of EventStoreDB can be started here, or undefined where one can.
 *
 * @remarks Looks for an engine's socket first, which costs no more than a few file lookups, and asks the engine for the
 * image only then. An image that is missing is pulled only where `EVENTSTORE_PULL_TIMEOUT_MS` says how long that may
 * take: a test run never waits for a download that nobody asked for. Synchronous, because jest wants to know while it
 * collects the cases.
 */
export function eventStoreDbContainerLack(): string | undefined {
  const host = engineHost();
  if (host === undefined) return 'there is no container engine (no DOCKER_HOST, no docker.sock)';
  if (ask(host, 'GET', `/images/${IMAGE}/json`, PROBE_TIMEOUT_MS) === 'done') return undefined;
  if (ask(host, 'GET', '/_ping', PROBE_TIMEOUT_MS) !== 'done') return `no container engine answers at ${host}`;
  const pullTimeoutMs = Number(process.env.EVENTSTORE_PULL_TIMEOUT_MS ?? 0);
  if (!(pullTimeoutMs > 0)) {
    return `the engine has no image ${IMAGE} (docker pull it, or set EVENTSTORE_PULL_TIMEOUT_MS)`;
  }
  const [name, tag] = IMAGE.split(':');
  ask(host, 'POST', `/images/create?fromImage=${name}&tag=${tag}`, pullTimeoutMs);
  if (ask(host, 'GET', `/images/${IMAGE}/json`, PROBE_TIMEOUT_MS) === 'done') return undefined;
  return `the image ${IMAGE} could not be pulled within ${pullTimeoutMs} ms`;
}

/** A single node on its own disk, without TLS and access rules, removed with the container. */
export async function startEventStoreDbContainer(): Promise<{ url: string; stop(): Promise<void> }> {
  // Its watchdog is a second image, which would be pulled here without a limit; the container is stopped after the run.
  process.env.TESTCONTAINERS_RYUK_DISABLED ??= 'true';
  // Loaded only where there is an engine: it takes longer to load than the probe takes to find none.
  const { GenericContainer, Wait } = await import('testcontainers');
  const container = await new GenericContainer(IMAGE)
    .withEnvironment({
      EVENTSTORE_CLUSTER_SIZE: '1',
      EVENTSTORE_RUN_PROJECTIONS: 'None',
      EVENTSTORE_INSECURE: 'true',
      EVENTSTORE_MEM_DB: 'false',
      EVENTSTORE_TELEMETRY_OPTOUT: 'true',
    })
    .withExposedPorts(PORT)
    .withWaitStrategy(Wait.forHttp('/health/live', PORT).forStatusCodeMatching((code) => code >= 200 && code < 300))
    .withStartupTimeout(STARTUP_TIMEOUT_MS)
    .start();
  return {
    url: `esdb://${container.getHost()}:${container.getMappedPort(PORT)}?tls=false`,
    async stop() {
      await container.stop();
    },
  };
}

function engineHost(): string | undefined {
  const named = process.env.DOCKER_HOST ?? testcontainersHost();
  if (named !== undefined && named !== '') return named;
  const runtime = process.env.XDG_RUNTIME_DIR;
  const sockets = [
    '/var/run/docker.sock',
    ...(runtime === undefined ? [] : [join(runtime, 'docker.sock')]),
    join(homedir(), '.docker', 'run', 'docker.sock'),
    join(homedir(), '.docker', 'desktop', 'docker.sock'),
  ];
  const socket = sockets.find((path) => existsSync(path));
  return socket === undefined ? undefined : `unix://${socket}`;
}

function testcontainersHost(): string | undefined {
  const file = join(homedir(), '.testcontainers.properties');
  if (!existsSync(file)) return undefined;
  return /^(?:tc|docker)\.host\s*=\s*(\S+)/m.exec(readFileSync(file, 'utf8'))?.[1];
}

/** One call of the engine's HTTP interface, in a process of its own that is ended when it takes too long. */
function ask(host: string, method: string, path: string, timeoutMs: number): 'done' | 'failed' {
  const { protocol, hostname, port, pathname } = new URL(host);
  const target = protocol === 'unix:' ? { socketPath: pathname } : { hostname, port: port || '2375' };
  const program = `
    const request = require('node:http').request(${JSON.stringify({ ...target, method, path })}, (response) => {
      response.resume().on('end', () => process.exit(response.statusCode === 200 ? 0 : 1));
    });
    request.on('error', () => process.exit(1)).end();`;
  const { status } = spawnSync(process.execPath, ['-e', program], { timeout: timeoutMs, stdio: 'ignore' });
  return status === 0 ? 'done' : 'failed';
}
