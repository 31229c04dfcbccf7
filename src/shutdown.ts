/** Stopping: what was started last is stopped first, and nothing takes longer than anybody waits. */

/** A supervisor that asked to stop kills after ten seconds. */
const deadlineMs = 9_500;

type Step = () => Promise<unknown>;

export class Shutdown {
  readonly #steps: Step[] = [];
  #running: Promise<void> | undefined;

  /** Listens to SIGINT and SIGTERM: both stop everything and end the process with code 0. Further signals change nothing. */
  constructor() {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => void this.run().finally(() => process.exit(0)));
    }
  }

  /** Whether stopping has begun; whatever fails from then on fails because of it. */
  get begun(): boolean {
    return this.#running !== undefined;
  }

  /** What is to be stopped; at once, when stopping has begun already. */
  add(step: Step): void {
    if (this.#running) void step().catch(() => undefined);
    else this.#steps.push(step);
  }

  /** Runs the steps, last first; calls that come meanwhile share it. A step that fails does not keep the others. */
  run(): Promise<void> {
    this.#running ??= Promise.race([
      this.#all(),
      new Promise<void>((resolve) => setTimeout(resolve, deadlineMs).unref()),
    ]);
    return this.#running;
  }

  async #all(): Promise<void> {
    for (let step = this.#steps.pop(); step; step = this.#steps.pop()) await step().catch(() => undefined);
  }
}
