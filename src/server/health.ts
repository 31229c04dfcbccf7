/** Liveness (the process answers) and readiness (so does everything it needs). */
import type { FastifyInstance } from 'fastify';
import type { App } from '../identity/app';

/** Longest that one part may take to answer. */
const PATIENCE_MS = 2_000;

export interface Lifecycle {
  stopping: boolean;
}

interface Readiness {
  readonly status: 'ready' | 'unavailable' | 'stopping';
  /** Names of the parts that did not answer. */
  readonly failing: readonly string[];
}

export function healthRoutes(http: FastifyInstance, app: App, lifecycle: Lifecycle): void {
  let asking: Promise<readonly string[]> | undefined;
  http.get('/health/live', () => ({ status: 'live' }));
  http.get('/health/ready', async (_request, reply) => {
    if (lifecycle.stopping) return reply.code(503).send({ status: 'stopping', failing: [] } satisfies Readiness);
    // However many ask, each part is asked once at a time.
    asking ??= failingParts(app).finally(() => (asking = undefined));
    const failing = await asking;
    const status = failing.length > 0 ? 'unavailable' : 'ready';
    return reply.code(failing.length > 0 ? 503 : 200).send({ status, failing } satisfies Readiness);
  });
}

async function failingParts(app: App): Promise<readonly string[]> {
  const parts: [string, Promise<unknown>][] = [['identity', app.identity.ping()]];
  for (const { code, app: pool, region } of app.countries.all()) {
    parts.push([code, pool.query('SELECT 1')], [`${code} (region)`, region.query('SELECT 1')]);
  }
  const answered = await Promise.all(parts.map(([, asked]) => inTime(asked)));
  return parts.flatMap(([name], index) => (answered[index] ? [] : [name]));
}

async function inTime(asked: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<boolean>((resolve) => (timer = setTimeout(resolve, PATIENCE_MS, false)));
  const answered = asked.then(
    () => true,
    () => false,
  );
  return Promise.race([answered, tooLate]).finally(() => clearTimeout(timer));
}
