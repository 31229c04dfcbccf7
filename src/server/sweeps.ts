/** Looks now and then, in every country that is served, whether work has fallen due. Several instances do so beside each other. */
import { Counter, Gauge, type Registry } from 'prom-client';
import type { App } from '../identity/app';
import { followAccounts } from '../identity/following';
import { REGION, type CountryDatabase } from '../base/countries';
import { allSweeps, SWEEP_BATCH, sweepOnce, type Sweep } from '../writing/sweep';

/** What is done of one kind before another has its turn. */
const MOST_BATCHES = 20;

export class Sweeps {
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #slow: Promise<void> | undefined;
  #stopped = false;
  readonly #done: Counter<'country' | 'sweep'>;
  readonly #ranAt: Gauge<'country' | 'sweep'>;

  constructor(
    private readonly app: App,
    registry: Registry,
  ) {
    const labelNames = ['country', 'sweep'] as const;
    this.#done = new Counter({
      name: 'sweep_done_total',
      help: 'How much work that had fallen due was done',
      labelNames,
      registers: [registry],
    });
    this.#ranAt = new Gauge({
      name: 'sweep_last_success_timestamp_seconds',
      help: 'When it was last looked whether work is due, without a failure',
      labelNames,
      registers: [registry],
    });
  }

  /** @param seconds between two looks; 0: never */
  start(seconds: number): void {
    if (seconds <= 0) return;
    // Instances that were started together do not look together.
    const first = 1000 * Math.min(seconds, 1 + Math.random() * seconds);
    this.#timer = setTimeout(() => void this.#next(seconds), first).unref();
  }

  async #next(seconds: number): Promise<void> {
    this.#running = this.run();
    await this.#running;
    if (!this.#stopped) this.#timer = setTimeout(() => void this.#next(seconds), seconds * 1000).unref();
  }

  /** Everything that is due in every country; one that fails holds no other up. What takes long goes on beside it. */
  async run(): Promise<void> {
    for (const country of this.app.countries.all()) {
      // Of what the region does itself hardly anything falls due, and its accounts are in no country.
      const isRegion = country.code === REGION;
      if (!isRegion) await this.#follow(country);
      for (const one of allSweeps.values())
        if (!one.isSlow && (!isRegion || one.inRegion)) await this.#try(country, one);
    }
    this.#slow ??= this.#runSlow().finally(() => (this.#slow = undefined));
  }

  async #runSlow(): Promise<void> {
    for (const country of this.app.countries.all())
      for (const one of allSweeps.values()) if (one.isSlow && country.code !== REGION) await this.#try(country, one);
  }

  async #try(country: CountryDatabase, one: Sweep): Promise<void> {
    if (this.#stopped) return;
    await this.#sweep(country, one).catch((error: unknown) =>
      this.app.log.warn({ err: error, country: country.code, sweep: one.name }, 'Work that is due could not be done'),
    );
  }

  async #follow({ code: country }: CountryDatabase): Promise<void> {
    await followAccounts(this.app, country).catch((error: unknown) =>
      this.app.log.warn({ err: error, country }, 'Colleagues could not follow their accounts'),
    );
  }

  async #sweep(country: CountryDatabase, one: Sweep): Promise<void> {
    const labels = { country: country.code, sweep: one.name };
    for (let batch = 0; batch < MOST_BATCHES && !this.#stopped; batch++) {
      const done = await sweepOnce(this.app, country, one);
      if (done === null) return;
      this.#ranAt.setToCurrentTime(labels);
      this.#done.inc(labels, done);
      if (done < SWEEP_BATCH) return;
    }
  }

  /** Lets what is being done finish. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#running;
    await this.#slow;
  }
}
