/**
 * Watches over the connections to a schema. A server that accepts and never answers is noticed by its silence, one that
 * is gone by what it drops: then a connection of its own asks whether it serves. While it does not, all that waits on it
 * is thrown away, and it is asked every second.
 */
import type { Socket } from 'node:net';
import { Client, type ClientBase, type ClientConfig, type Pool } from 'pg';
import { sqlState } from '../base/sqlstate';
import { explain } from './unready';

const AGAIN_MS = 1_000;
/** Longest that a connection which is closed may take to say goodbye. */
const LEAVE_MS = 2_000;
/** How far the bound here is above the one of the server, which knows better what it does. */
const ABOVE_MS = 2_000;

/** How often it is asked at most, where this process was held up meanwhile. */
const TURNS = 3;

type Connected = ((error: Error) => void) | ((error: null, client: Client) => void);

export class Watch {
  readonly #sockets = new Set<Socket>();
  /** Those that were silent once since they were taken: the next time is the end of them. */
  readonly #asked = new WeakSet<Socket>();
  #because: string | null = null;
  #isLooking = false;
  #again: NodeJS.Timeout | undefined;
  #stopped = false;
  #boundMs = 60_000;

  /**
   * @param who the country's code, or `identity`
   * @param login how to connect to ask
   * @param silenceMs after which a connection in use is asked after, and that the one which asks may take
   * @param hear is told why the server does not serve; null when it does again
   */
  constructor(
    private readonly who: string,
    private readonly login: ClientConfig,
    private readonly silenceMs: number,
    private readonly hear: (because: string | null) => void,
  ) {}

  /** No statement is waited for longer than the server lets it run, and a little. */
  async learnBound(pool: Pool): Promise<void> {
    const { rows } = await pool.query<{ ms: number }>(
      `SELECT setting::int AS ms FROM pg_settings WHERE name = 'statement_timeout'`,
    );
    if (rows[0]?.ms) this.#boundMs = rows[0].ms + ABOVE_MS;
  }

  /** What `pg` connects with for the pools that this watches over: one that cannot connect is a reason to look. */
  get client(): typeof Client {
    const suspect = (): void => this.suspect();
    return class extends Client {
      override connect(): Promise<Client>;
      override connect(callback: Connected): void;
      override connect(callback?: Connected): Promise<Client> | void {
        if (!callback) return super.connect();
        super.connect((error: Error | null) => {
          if (error) suspect();
          (callback as (error: Error | null, client: Client) => void)(error, this);
        });
      }
    };
  }

  over(pool: Pool): void {
    pool.on('acquire', (client) => {
      const socket = socketOf(client);
      // Not on `connect`: TypeORM has connected once before anybody can listen (findings/typeorm-first-connection.sh).
      if (!this.#sockets.has(socket)) this.#meet(socket, client);
      this.#asked.delete(socket);
      socket.setTimeout(this.silenceMs);
    });
    pool.on('release', (_error, client) => void socketOf(client).setTimeout(0));
  }

  #meet(socket: Socket, client: ClientBase): void {
    this.#sockets.add(socket);
    socket.once('close', () => this.#sockets.delete(socket));
    socket.on('timeout', () => {
      // The silence is ours: somebody reckons between two statements, as long as the server lets a transaction stand idle.
      if (isAtRest(client)) {
        this.#asked.delete(socket);
        return void socket.setTimeout(this.silenceMs);
      }
      if (this.#asked.has(socket)) return void socket.destroy(noAnswer());
      this.#asked.add(socket);
      socket.setTimeout(Math.max(this.#boundMs - this.silenceMs, 1));
      this.suspect();
    });
  }

  get isDown(): boolean {
    return this.#because !== null;
  }

  /** Looks whether the server serves; while one look is under way, another would say nothing new. */
  suspect(): void {
    if (this.#stopped || this.#isLooking || this.#because !== null) return;
    this.#isLooking = true;
    void this.#look().finally(() => (this.#isLooking = false));
  }

  async #look(): Promise<void> {
    const because = await this.#ask();
    if (this.#stopped) return;
    const isNews = because !== this.#because;
    this.#because = because;
    if (isNews) this.hear(because);
    if (because === null) return;
    this.#drop();
    this.#again = setTimeout(() => void this.#look(), AGAIN_MS).unref();
  }

  #drop(): void {
    for (const socket of this.#sockets) socket.destroy(noAnswer());
  }

  /** @returns why it does not serve; null when it does */
  async #ask(): Promise<string | null> {
    for (let turn = 1; ; turn++) {
      const pace = new Pace();
      const because = await this.#askOnce();
      const gap = pace.end();
      // Whoever was held up itself hears its own clock first: the answer may have lain there, and nobody came to read it.
      if (because === null || turn === TURNS || gap < this.silenceMs / 2) return because;
    }
  }

  async #askOnce(): Promise<string | null> {
    const bounds = { connectionTimeoutMillis: this.silenceMs, query_timeout: this.silenceMs };
    const client = new Client({ ...this.login, ...bounds });
    client.on('error', () => undefined);
    try {
      await client.connect();
      const { rows } = await client.query<{ standby: boolean }>('SELECT pg_is_in_recovery() AS standby');
      return rows[0]?.standby ? `${this.who} cannot be written to: its server is a standby` : null;
    } catch (error) {
      // All its connections are taken, so it serves somebody.
      if ((error as { code?: string }).code === sqlState.tooManyConnections) return null;
      return explain(this.who, error as Error).message;
    } finally {
      socketOf(client).destroy();
    }
  }

  /** Before the pools are closed: a server that is frozen takes leave of nobody, and is not waited for. */
  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#again);
    setTimeout(() => this.#drop(), LEAVE_MS).unref();
  }
}

const PACE_MS = 50;

/** How long this process was held up at most, while something else was waited for. */
class Pace {
  #last = performance.now();
  #gap = 0;
  readonly #timer = setInterval(() => this.#look(), PACE_MS).unref();

  #look(): void {
    const now = performance.now();
    this.#gap = Math.max(this.#gap, now - this.#last);
    this.#last = now;
  }

  /** In milliseconds. */
  end(): number {
    clearInterval(this.#timer);
    this.#look();
    return this.#gap;
  }
}

const socketOf = (client: ClientBase): Socket =>
  (client as unknown as { readonly connection: { readonly stream: Socket } }).connection.stream;

/** Whether the server waits for us, and not we for it. */
const isAtRest = (client: ClientBase): boolean =>
  (client as unknown as { readonly readyForQuery: boolean }).readyForQuery;

/** What connections are dropped with. */
export const noAnswer = (): Error => Object.assign(new Error('The database does not answer.'), { code: 'ETIMEDOUT' });
