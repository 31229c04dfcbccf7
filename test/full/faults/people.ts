/** People at work in a country: each reads a list and registers a case, again and again until it is acknowledged. */
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';

export interface Answered {
  /** When it was asked, in milliseconds of this process's clock. */
  readonly at: number;
  readonly ms: number;
  readonly ok: boolean;
}

export interface Work {
  readonly answers: Answered[];
  /** Display number of each case that was acknowledged, by its idempotency key. */
  readonly acknowledged: Map<string, string>;
  /** Keys that were acknowledged with two different cases. */
  readonly doubled: string[];
}

const registration = `mutation ($input: RegisterCaseInput!) {
  registerCase(input: $input) { case { displayId } problems { code } } }`;
const list = `{ cases(first: 20) { totalCount edges { node { id status owner { name } } } } }`;
const signIn = 'mutation ($input: SignInInput!) { signIn(input: $input) { session { accessToken } } }';

/** As a client on a telephone does: it waits, and asks again. */
const patienceMs = 20_000;
const pauseMs = 200;

interface Data {
  readonly cases?: object;
  readonly signIn?: { readonly session?: { readonly accessToken: string } };
  readonly registerCase?: { readonly case?: { readonly displayId: string } };
}

/** One answer; null where there is none that could be used. */
async function ask(address: string, token: string, query: string, variables: object = {}): Promise<Data | null> {
  try {
    const response = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(patienceMs),
    });
    return ((await response.json()) as { data?: Data | null }).data ?? null;
  } catch {
    return null;
  }
}

/** Whoever gets no answer at one address goes to the next. */
export class Person {
  #turn: number;
  #token = '';

  constructor(
    private readonly addresses: readonly string[],
    private readonly country: string,
    private readonly work: Work,
    nth: number,
  ) {
    this.#turn = nth;
  }

  async workUntil(stop: AbortSignal): Promise<void> {
    while (!stop.aborted) {
      await this.#timed(list, {}, ({ cases }) => cases !== undefined);
      await this.#register();
    }
  }

  /** Not given up: what is begun is acknowledged, also after the end. */
  async #register(): Promise<void> {
    const input = { idempotencyKey: randomUUID(), source: 'HELPLINE', draft: true, anonymous: true };
    for (let last = false; !last;) {
      last = await this.#timed(registration, { input }, ({ registerCase }) => {
        const displayId = registerCase?.case?.displayId;
        if (displayId === undefined) return false;
        const before = this.work.acknowledged.get(input.idempotencyKey);
        if (before !== undefined && before !== displayId) this.work.doubled.push(input.idempotencyKey);
        this.work.acknowledged.set(input.idempotencyKey, displayId);
        return true;
      });
      if (!last) await delay(pauseMs);
    }
    // Sent once more, as after an answer that was lost.
    if (this.work.acknowledged.size % 10 === 0) {
      const again = await ask(this.#address, this.#token, registration, { input });
      const displayId = again?.registerCase?.case?.displayId;
      if (displayId && displayId !== this.work.acknowledged.get(input.idempotencyKey))
        this.work.doubled.push(input.idempotencyKey);
    }
  }

  get #address(): string {
    return this.addresses[this.#turn % this.addresses.length] as string;
  }

  async #timed(query: string, variables: object, use: (data: Data) => boolean): Promise<boolean> {
    if (!this.#token) await this.#signIn();
    const at = performance.now();
    const data = await ask(this.#address, this.#token, query, variables);
    const ok = data !== null && use(data);
    this.work.answers.push({ at, ms: performance.now() - at, ok });
    if (!ok) this.#turn++;
    return ok;
  }

  async #signIn(): Promise<void> {
    const input = { email: `case-manager@${this.country}.demo`, password: 'hands-off-demo' };
    while (!this.#token) {
      const data = await ask(this.#address, '', signIn, { input });
      this.#token = data?.signIn?.session?.accessToken ?? '';
      if (!this.#token) await delay(pauseMs);
    }
  }
}
