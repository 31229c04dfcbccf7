/**
 * Whatever hangs behind a resolver, the client gets an answer. One sweep looks after all requests: Fastify's
 * `handlerTimeout` makes an abort controller and a timer for each, a twentieth of a request's whole work.
 */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { unavailable } from '../base/refusals';

export class Patience {
  readonly #since = new Map<FastifyReply, number>();

  /** Answers requests that take longer than `ms`, at most a quarter of that later. */
  constructor(
    http: FastifyInstance,
    private readonly ms: number,
  ) {
    const sweep = setInterval(() => this.#sweep(), ms / 4);
    sweep.unref();
    http.addHook('onClose', (_http, done) => {
      clearInterval(sweep);
      done();
    });
  }

  /** Watches over a request until it is answered. */
  async over<T>(reply: FastifyReply, work: () => Promise<T>): Promise<T> {
    this.#since.set(reply, performance.now());
    try {
      return await work();
    } finally {
      this.#since.delete(reply);
    }
  }

  #sweep(): void {
    const latest = performance.now() - this.ms;
    for (const [reply, since] of this.#since) {
      if (since > latest) continue;
      this.#since.delete(reply);
      reply.send(unavailable());
    }
  }
}
