import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { ReadModels } from './read-models';
import type { StorePulse } from './store-pulse';

const DURATION_BUCKETS_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What Prometheus reads: requests by route and status, appends, projections, the store, the process. */
export function watchServer(server: FastifyInstance, readModels: ReadModels, pulse: StorePulse): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'ledger_http_request_duration_seconds',
    help: 'Time to answer, by route and status.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: DURATION_BUCKETS_SECONDS,
    registers: [registry],
  });
  const appends = new Counter({
    name: 'ledger_appends_total',
    help: 'Commands that wrote something new and were acknowledged.',
    registers: [registry],
  });
  server.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    durations.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
    if (reply.statusCode === 201 && route.startsWith('/api/v1/relationships')) appends.inc();
    done();
  });
  watchProjections(registry, readModels);
  new Gauge({
    name: 'ledger_store_reachable',
    help: '1 while the event store answers.',
    registers: [registry],
    collect() {
      this.set(pulse.awaySince() === null ? 1 : 0);
    },
  });
  return registry;
}

function watchProjections(registry: Registry, readModels: ReadModels): void {
  const up = ['live', 'failing'] as const;
  for (const state of up) {
    new Gauge({
      name: `ledger_projection_${state}`,
      help:
        state === 'live' ? '1 while it follows the log event by event.' : '1 while an event fails and it stands still.',
      labelNames: ['projection'] as const,
      registers: [registry],
      collect() {
        for (const projection of readModels.status()) {
          const value =
            state === 'live' ? projection.live && !projection.interrupted : projection.failing !== undefined;
          this.set({ projection: projection.name }, value ? 1 : 0);
        }
      },
    });
  }
  new Gauge({
    name: 'ledger_projection_behind_seconds',
    help: 'Time that the read models take at this moment to reach the end of the log, at most one second.',
    registers: [registry],
    async collect() {
      this.set(await readModels.behindSeconds());
    },
  });
}
