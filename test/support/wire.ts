/** What the process says to PostgreSQL meanwhile: each statement, who ran it, when it was answered and what it read. */
import { Client } from 'pg';

export interface Sent {
  /** The connection, to tell one from another. */
  readonly connection: object;
  /** The database role that the connection belongs to. */
  readonly role: string;
  readonly text: string;
  /** Which way to the database and back it went with: statements of one round wait for no answer of each other. */
  readonly round: number;
  /** Pages of tables and indexes that it touched; null where the server does not say (see measured-database.ts). */
  readonly buffers: number | null;
}

type Entry = { -readonly [K in keyof Sent]: Sent[K] };
type Query = (this: Client, ...args: unknown[]) => unknown;
type Deliver = (...answer: unknown[]) => void;
type Hearing = (notice: { message?: string | undefined }) => void;

/**
 * Statements of every connection of the process that were sent while `work` ran, in the order of sending. Answers are
 * handed on when nothing is outstanding, all together, as they come over a long line: so that what is a round does not
 * depend on which answer happened to be quicker. Work that waits for a lock of other work in it would wait for ever.
 */
export async function listen<T>(work: () => Promise<T>): Promise<{ result: T; sent: readonly Sent[] }> {
  const query = Reflect.get(Client.prototype, 'query') as Query;
  const rounds = new Rounds();
  const watched: Query = function (...args) {
    const [asked] = args as [string | { text: string }];
    const nth = rounds.sent(this, typeof asked === 'string' ? asked : asked.text);
    const last = args.at(-1);
    if (typeof last === 'function') {
      const hold: Deliver = (...answer) => rounds.answered(nth, () => (last as Deliver)(...answer));
      return query.call(this, ...args.slice(0, -1), hold);
    }
    const answer = query.apply(this, args) as Promise<unknown>;
    const released = (): Promise<void> => new Promise((release) => rounds.answered(nth, release));
    return answer.finally(released);
  };
  const spy = jest.spyOn(Client.prototype, 'query').mockImplementation(watched);
  try {
    return { result: await work(), sent: rounds.all };
  } finally {
    spy.mockRestore();
    rounds.end();
  }
}

class Rounds {
  readonly all: Entry[] = [];
  readonly #heard = new Map<Client, Hearing>();
  readonly #held: { readonly nth: number; readonly deliver: () => void }[] = [];
  #outstanding = 0;
  #round = 1;

  /** @returns which of all that were sent it is */
  sent(connection: Client, text: string): number {
    if (!this.#heard.has(connection)) this.#hear(connection);
    this.#outstanding++;
    const role = connection.user ?? '';
    return this.all.push({ connection, role, text: text.trim(), round: this.#round, buffers: null });
  }

  /** Holds an answer back until those of its round are there, and what is on its way to be sent is sent. */
  answered(nth: number, deliver: () => void): void {
    this.#held.push({ nth, deliver });
    if (--this.#outstanding === 0) setImmediate(() => this.#release());
  }

  end(): void {
    for (const [connection, hear] of this.#heard) connection.off('notice', hear);
  }

  #release(): void {
    if (this.#outstanding > 0) return;
    this.#round++;
    // In the order of sending: then connections become free in an order, and the next round finds each where it was.
    for (const { deliver } of this.#held.splice(0).sort((a, b) => a.nth - b.nth)) deliver();
  }

  /** The plan of a statement comes before its answer. */
  #hear(connection: Client): void {
    const hear: Hearing = ({ message }) => {
      const told = planOf(message);
      const isTold = (one: Entry): boolean =>
        one.connection === connection && one.buffers === null && one.text === told?.text;
      const entry = this.all.find(isTold);
      if (entry && told) entry.buffers = told.buffers;
    };
    this.#heard.set(connection, hear);
    connection.on('notice', hear);
  }
}

/** How often the process waited for one of these: each is a way to the database and back. */
export const turnsOf = (sent: readonly Sent[]): number => new Set(sent.map(({ round }) => round)).size;

interface Plan {
  readonly 'Node Type': string;
  readonly 'Parent Relationship'?: string;
  readonly 'Subplan Name'?: string;
  readonly 'CTE Name'?: string;
  readonly 'Shared Hit Blocks': number;
  readonly 'Shared Read Blocks': number;
  readonly Plans?: readonly Plan[];
}

/** What auto_explain tells of a statement after it ran. */
function planOf(message: string | undefined): { text: string; buffers: number } | null {
  const json = /^duration: [\d.]+ ms {2}plan:\n(.*)$/s.exec(message ?? '')?.[1];
  if (!json) return null;
  const told = JSON.parse(json) as { 'Query Text': string; Plan: Plan };
  return { text: told['Query Text'].trim(), buffers: buffersOf(told.Plan) };
}

const touched = (plan: Plan): number => plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
const within = (plan: Plan): readonly Plan[] => [plan, ...(plan.Plans ?? []).flatMap(within)];

/** A writing WITH that nobody reads from runs after the main part, whose figures are without it. */
function buffersOf(plan: Plan): number {
  const read = new Set(within(plan).map((node) => node['CTE Name'] && `CTE ${node['CTE Name']}`));
  const after = (plan.Plans ?? []).filter(
    (node) => node['Node Type'] === 'ModifyTable' && node['Subplan Name'] && !read.has(node['Subplan Name']),
  );
  return [plan, ...after].reduce((sum, node) => sum + touched(node), 0);
}
