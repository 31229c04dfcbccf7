/** Stopping: what was started last is stopped first, nothing takes longer than anybody waits, and the last line says why. */
import { writeSync } from 'node:fs';

/** A supervisor that asked to stop kills after ten seconds. */
const deadlineMs = 9_500;

type Step = () => Promise<unknown>;

export class Shutdown {
  readonly #steps: Step[] = [];
  #running: Promise<void> | undefined;
  #why: string | undefined;

  /** Listens to SIGINT and SIGTERM: both stop everything and end the process with code 0. Further signals change nothing. */
  constructor() {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => this.end(signal, 0));
    }
    process.on('exit', (code) => {
      // What could not start has said why already.
      if (this.#why === undefined && code === 1 && this.#running) return;
      tell(`The API has ended: ${this.#why ?? `nobody asked it to (code ${code}); the error stands above`}.`);
    });
    // What cannot be said (a full disk, a terminal that is gone) is no reason to stop serving.
    for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
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

  /** Stops everything and ends the process; the first reason that is given is the one that is told. */
  end(why: string, code: number): void {
    this.#why ??= why;
    void this.run().finally(() => process.exit(code));
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

/** At once: when a process ends nothing is written later. */
function tell(line: string): void {
  try {
    writeSync(2, `${line}\n`);
  } catch {
    // Nobody listens.
  }
}
