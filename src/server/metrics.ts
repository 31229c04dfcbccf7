/** GET /metrics for Prometheus: counts and durations without names, pools, and the process itself. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { App } from '../identity/app';
import { unauthenticated } from '../base/refusals';

export interface Metrics {
  /** Notes one GraphQL request. `type` is `query`, `mutation` or `none`; `code` the first error's, or `OK`. */
  count(type: string, code: string, seconds: number): void;
  /** For what else counts. */
  readonly registry: Registry;
}

export function metricsRoute(http: FastifyInstance, app: App): Metrics {
  const registry = new Registry();
  const ofProcess = processRegistry();
  poolGauge(registry, app);
  const labelNames = ['operation', 'code'] as const;
  const requests = new Counter({
    name: 'graphql_requests_total',
    help: 'GraphQL requests by type of operation and by the code of the first error (OK: none)',
    labelNames,
    registers: [registry],
  });
  const durations = new Histogram({
    name: 'graphql_request_duration_seconds',
    help: 'Time from the first byte of a GraphQL request to the last of its answer',
    labelNames: ['operation'] as const,
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  const { metricsToken } = app.config.server;
  // What it counts says when people work, and how many: in production nobody sees that who was not let in.
  if (metricsToken || !app.config.production)
    http.get('/metrics', async (request, reply) => {
      if (metricsToken && !sameText(request.headers.authorization ?? '', `Bearer ${metricsToken}`))
        throw unauthenticated();
      return reply.type(registry.contentType).send(`${await ofProcess.metrics()}\n${await registry.metrics()}`);
    });
  return {
    registry,
    count(operation, code, seconds) {
      requests.inc({ operation, code });
      durations.observe({ operation }, seconds);
    },
  };
}

let processMetrics: Registry | undefined;

/** Of the process itself, once: what watches the collector of garbage is never taken away again, with all it knows. */
function processRegistry(): Registry {
  if (!processMetrics) collectDefaultMetrics({ register: (processMetrics = new Registry()) });
  return processMetrics;
}

function poolGauge(registry: Registry, app: App): void {
  new Gauge({
    name: 'database_connections',
    help: 'Connections of the pools, by country, role and state',
    labelNames: ['country', 'role', 'state'] as const,
    registers: [registry],
    collect() {
      for (const { code: country, app: own, region } of app.countries.all()) {
        for (const [role, pool] of [
          ['app', own],
          ['region', region],
        ] as const) {
          this.set({ country, role, state: 'open' }, pool.totalCount);
          this.set({ country, role, state: 'idle' }, pool.idleCount);
          this.set({ country, role, state: 'waiting' }, pool.waitingCount);
        }
      }
    },
  });
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

const sameText = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));
