/**
 * Bodies that come slowly. Node knows one time for all requests: it is the one of attachments, and everything else is
 * held to its own here.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Cuts off requests that have not come wholly after `ms`, at most a quarter of that later; those of `slow` paths are not looked at. */
export function cutSlowBodies(http: FastifyInstance, ms: number, slow: readonly string[]): void {
  const since = new Map<FastifyRequest, number>();
  const sweep = setInterval(() => {
    const latest = performance.now() - ms;
    for (const [request, began] of since) {
      if (request.raw.complete) since.delete(request);
      else if (began <= latest) {
        since.delete(request);
        const { socket } = request.raw;
        if (socket.writable)
          socket.end('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n', () => socket.destroy());
        else request.raw.destroy();
      }
    }
  }, ms / 4);
  sweep.unref();
  http.addHook('onRequest', (request, _reply, done) => {
    if (!request.raw.complete && !slow.some((path) => request.url.startsWith(path)))
      since.set(request, performance.now());
    done();
  });
  http.addHook('onResponse', (request, _reply, done) => {
    since.delete(request);
    done();
  });
  http.addHook('onClose', (_http, done) => {
    clearInterval(sweep);
    done();
  });
}

/** A body that is taken as it comes. */
export interface Body {
  readonly parts: AsyncIterable<Buffer>;
  /** Nobody reads on. */
  end(): void;
}

export function bodyOf({ raw }: FastifyRequest, ms: number): Body {
  const timer = setTimeout(() => raw.destroy(new Error('The content took too long to arrive.')), ms).unref();
  // Leaving the loop early must not tear down the connection that the answer goes out on.
  const parts = raw.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  return {
    parts,
    end: () => clearTimeout(timer),
  };
}
