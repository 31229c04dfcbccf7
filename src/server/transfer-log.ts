/** One line per content that goes up or down, and its metrics: how it went and how much it was, and never of what. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { Counter, Histogram, type Registry } from 'prom-client';

declare module 'fastify' {
  interface FastifyRequest {
    /** Bytes of a content that have gone by. */
    transferred: number;
  }
}

/** Hands on what comes, and counts it. */
export async function* counted(request: FastifyRequest, parts: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const part of parts) {
    request.transferred += part.length;
    yield part;
  }
}

export function logTransfers(http: FastifyInstance, log: Logger, registry: Registry): void {
  const count = counters(registry);
  http.decorateRequest('transferred', 0);
  http.addHook('onRequest', (request, reply, done) => {
    let isNoted = false;
    const note = (status: number | null): void => {
      if (isNoted) return;
      isNoted = true;
      const noted = entry(request, status, reply.elapsedTime);
      count(noted);
      log.info(noted, 'attachment');
    };
    reply.raw.once('finish', () => note(reply.statusCode));
    // Whoever hangs up hears no answer.
    reply.raw.once('close', () => note(null));
    done();
  });
}

interface Entry {
  readonly method: string;
  /** Null: it broke off. */
  readonly status: number | null;
  readonly ms: number;
  readonly bytes: number;
}

/** Without the path: it names an attachment. */
function entry(request: FastifyRequest, status: number | null, ms: number): Entry {
  const actor = request.exchange?.context.actor;
  return {
    ...{ requestId: request.id, method: request.method },
    status,
    ms: Math.round(ms * 10) / 10,
    bytes: request.transferred,
    ...(actor && { role: actor.role, country: actor.country ?? 'region' }),
    ...(request.refused && { codes: [request.refused] }),
  };
}

function counters(registry: Registry): (entry: Entry) => void {
  const registers = [registry];
  const requests = new Counter({
    name: 'attachment_requests_total',
    help: 'Contents of attachments sent and fetched, by method and status (broken: the connection ended before the answer)',
    labelNames: ['method', 'status'] as const,
    registers,
  });
  const durations = new Histogram({
    name: 'attachment_request_duration_seconds',
    help: 'Time from the first byte of a content that is sent or fetched to the last of the answer',
    labelNames: ['method'] as const,
    buckets: [0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60, 300, 600],
    registers,
  });
  const bytes = new Counter({
    name: 'attachment_bytes_total',
    help: 'Bytes of contents of attachments that came (PUT) and went (GET)',
    labelNames: ['method'] as const,
    registers,
  });
  return (entry) => {
    const { method } = entry;
    requests.inc({ method, status: String(entry.status ?? 'broken') });
    durations.observe({ method }, entry.ms / 1000);
    bytes.inc({ method }, entry.bytes);
  };
}
