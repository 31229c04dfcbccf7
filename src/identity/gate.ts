/** Bounds how much of a costly thing goes on at once, and how much may wait for it. */
import { ApiError } from '../base/errors';

/** Each argon2 computation takes 19 MiB and a thread: a flood of sign-ins must cost time, never memory. */
export class Gate {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly width: number,
    private readonly room: number,
  ) {}

  /** @throws ApiError UNAVAILABLE at once when too many wait already. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.running < this.width) this.running++;
    else await this.turn();
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running--;
    }
  }

  private turn(): Promise<void> {
    if (this.waiting.length >= this.room) {
      throw new ApiError('UNAVAILABLE', {
        en: 'Too many people are signing in at this moment. Try again in a few seconds.',
        pt: 'Há demasiadas pessoas a iniciar sessão neste momento. Tente de novo dentro de segundos.',
      });
    }
    return new Promise((resolve) => this.waiting.push(resolve));
  }
}
