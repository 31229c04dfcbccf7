/**
 * The public API, and the session on it. Both tokens live in this closure and nowhere else: computers are shared, and
 * some are seized. What a tab forgets when it is closed, nobody finds.
 */
import type { Locale } from '../base/locale';

export interface ApiProblem {
  readonly code: string;
  readonly message: string;
}

interface Tokens {
  readonly accessToken: string;
  readonly accessTokenExpiresAt: string;
  readonly refreshToken: string;
}

interface GraphqlError {
  readonly message: string;
  readonly extensions?: { readonly code?: string };
}

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly GraphqlError[];
}

/** The session is over: signing in again is what helps. */
export class SessionEnded extends Error {}

/** What the API or the network said; the message is for people. */
export class Failure extends Error {
  constructor(
    message: string,
    readonly code: string | null,
  ) {
    super(message);
  }
}

/** Longer than a slow line needs for any answer that is asked for here. */
const PATIENCE_MS = 60_000;
/** A token that ends within this is refreshed before it is used. */
const SOON_MS = 30_000;

const refreshDocument = `mutation Refresh($token: String!) {
  refreshSession(input: { refreshToken: $token }) { session { accessToken accessTokenExpiresAt refreshToken } problems { code } }
}`;

export class Api {
  #tokens: Tokens | null = null;
  #refreshing: Promise<void> | null = null;
  locale: Locale = 'en';

  /** @param unreachable what is said where the network fails */
  constructor(private readonly unreachable: () => string) {}

  get isSignedIn(): boolean {
    return this.#tokens !== null;
  }

  keep(tokens: Tokens): void {
    this.#tokens = tokens;
  }

  /** Ends the session here at once, and on the server as soon as it hears of it, even when the tab is closing. */
  signOut(): void {
    const token = this.#tokens?.accessToken;
    this.#tokens = null;
    if (token === undefined) return;
    void this.#send('graphql', token, { query: 'mutation SignOut { signOut { problems { code } } }' }, true).catch(
      () => undefined,
    );
  }

  /** Without a session: signing in itself. @throws Failure */
  async anonymously<T>(query: string, variables: object): Promise<T> {
    return dataOf<T>(await this.#answer(null, { query, variables }));
  }

  /** @throws SessionEnded @throws Failure */
  async ask<T>(query: string, variables: object): Promise<T> {
    return this.#asSomebody(async (token) => dataOf<T>(await this.#answer(token, { query, variables })));
  }

  /** A picture of the server's. @throws SessionEnded @throws Failure */
  async picture(address: string): Promise<string> {
    return this.#asSomebody(async (token) => {
      const response = await this.#send(address, token);
      if (response.ok) return response.text();
      return dataOf<string>((await response.json()) as Answer);
    });
  }

  /** A token that has ended is refreshed once, with all that waits behind it. */
  async #asSomebody<T>(work: (token: string) => Promise<T>): Promise<T> {
    if (this.#tokens && Date.parse(this.#tokens.accessTokenExpiresAt) - Date.now() < SOON_MS) await this.#refresh();
    const used = this.#token();
    try {
      return await work(used);
    } catch (error) {
      if (!(error instanceof Failure) || error.code !== 'UNAUTHENTICATED') throw error;
      if (this.#tokens?.accessToken === used) await this.#refresh();
      return work(this.#token());
    }
  }

  #token(): string {
    if (!this.#tokens) throw new SessionEnded();
    return this.#tokens.accessToken;
  }

  #refresh(): Promise<void> {
    this.#refreshing ??= this.#renew().finally(() => (this.#refreshing = null));
    return this.#refreshing;
  }

  async #renew(): Promise<void> {
    const token = this.#tokens?.refreshToken;
    if (token === undefined) throw new SessionEnded();
    const told = await this.anonymously<{ refreshSession: { session: Tokens | null } }>(refreshDocument, { token });
    // Signed out meanwhile: what came is not kept.
    if (!this.#tokens) throw new SessionEnded();
    this.#tokens = told.refreshSession.session;
    if (!this.#tokens) throw new SessionEnded();
  }

  async #answer(token: string | null, body: object): Promise<Answer> {
    const response = await this.#send('graphql', token, body);
    try {
      return (await response.json()) as Answer;
    } catch {
      throw new Failure(this.unreachable(), null);
    }
  }

  async #send(address: string, token: string | null, body?: object, keepalive = false): Promise<Response> {
    try {
      return await fetch(address, {
        method: body ? 'POST' : 'GET',
        headers: {
          'accept-language': this.locale,
          ...(body && { 'content-type': 'application/json' }),
          ...(token !== null && { authorization: `Bearer ${token}` }),
        },
        ...(body && { body: JSON.stringify(body) }),
        ...{ keepalive, credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer' },
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
    } catch {
      throw new Failure(this.unreachable(), null);
    }
  }
}

function dataOf<T>({ data, errors = [] }: Answer): T {
  const [first] = errors;
  const isEmpty = !data || Object.values(data).every((value) => value === null);
  if (first && isEmpty) throw new Failure(first.message, first.extensions?.code ?? null);
  return data as T;
}
