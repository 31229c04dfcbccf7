/** Liveness (the process answers) and readiness (so does everything it needs). */
import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
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
  /** How it stands with each country. */
  readonly countries: readonly { readonly code: string; readonly served: boolean }[];
}

export function healthRoutes(http: FastifyInstance, app: App, lifecycle: Lifecycle): void {
  let asking: Promise<Readiness> | undefined;
  http.get('/health/live', () => ({ status: 'live' }));
  http.get('/health/ready', async (_request, reply) => {
    if (lifecycle.stopping)
      return reply.code(503).send({ status: 'stopping', failing: [], countries: [] } satisfies Readiness);
    // However many ask, each part is asked once at a time.
    asking ??= readiness(app).finally(() => (asking = undefined));
    const ready = await asking;
    return reply.code(ready.status === 'ready' ? 200 : 503).send(ready);
  });
}

/** Ready is who can sign people in and serve one country at least: the others are down alone. */
async function readiness(app: App): Promise<Readiness> {
  const states = app.countries.states();
  const [identity, ...answers] = await Promise.all([
    inTime(app.identity.ping()),
    ...states.map(({ code }) => failingOf(app, code)),
  ]);
  const countries = states.map(({ code }, at) => ({ code, served: answers[at]?.length === 0 }));
  const isReady = identity && (countries.length === 0 || countries.some(({ served }) => served));
  const failing = [...(identity ? [] : ['identity']), ...answers.flat()];
  return { status: isReady ? 'ready' : 'unavailable', failing, countries };
}

/** The parts of a country that do not answer. */
async function failingOf({ countries }: App, code: string): Promise<readonly string[]> {
  const country = countries.get(code);
  if (!country) return [code];
  const [app, region] = await Promise.all([inTime(writes(country.app)), inTime(writes(country.region))]);
  return [...(app ? [] : [code]), ...(region ? [] : [`${code} (region)`])];
}

/** A standby answers, and serves nobody. */
async function writes(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ standby: boolean }>('SELECT pg_is_in_recovery() AS standby');
  if (rows[0]?.standby) throw new Error('standby');
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
