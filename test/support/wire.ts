/** What the process says to PostgreSQL meanwhile: each statement, who ran it, when it was answered and what it read. */
import { Client } from 'pg';

export interface Sent {
  /** The connection, to tell one from another. */
  readonly connection: object;
  /** The database role that the connection belongs to. */
  readonly role: string;
  readonly text: string;
  /** When it was sent and answered, by one count of both. */
  readonly sentAt: number;
  readonly answeredAt: number;
  /** Pages of tables and indexes that it touched; null where the server does not say (see measured-database.ts). */
  readonly buffers: number | null;
}

type Entry = { -readonly [K in keyof Sent]: Sent[K] };
type Query = (this: Client, ...args: unknown[]) => unknown;
type Done = (...answer: unknown[]) => void;
type Hearing = (notice: { message?: string | undefined }) => void;

/** Statements of every connection of the process that were sent while `work` ran, in the order of sending. */
export async function listen<T>(work: () => Promise<T>): Promise<{ result: T; sent: readonly Sent[] }> {
  const query = Reflect.get(Client.prototype, 'query') as Query;
  const record = new Recording();
  const watched: Query = function (...args) {
    const [asked] = args as [string | { text: string }];
    const entry = record.sent(this, typeof asked === 'string' ? asked : asked.text);
    const last = args.at(-1);
    if (typeof last === 'function') {
      const tell: Done = (...answer) => (record.answered(entry), (last as Done)(...answer));
      return query.call(this, ...args.slice(0, -1), tell);
    }
    const answer = query.apply(this, args) as Promise<unknown>;
    const answered = (): void => record.answered(entry);
    answer.then(answered, answered);
    return answer;
  };
  const spy = jest.spyOn(Client.prototype, 'query').mockImplementation(watched);
  try {
    return { result: await work(), sent: record.all };
  } finally {
    spy.mockRestore();
    record.end();
  }
}

class Recording {
  readonly all: Entry[] = [];
  readonly #heard = new Map<Client, Hearing>();
  #now = 0;

  sent(connection: Client, text: string): Entry {
    if (!this.#heard.has(connection)) this.#hear(connection);
    const role = connection.user ?? '';
    const sentAt = ++this.#now;
    const entry = { connection, role, text: text.trim(), sentAt, answeredAt: Infinity, buffers: null };
    this.all.push(entry);
    return entry;
  }

  answered(entry: Entry): void {
    entry.answeredAt = ++this.#now;
  }

  end(): void {
    for (const [connection, hear] of this.#heard) connection.off('notice', hear);
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

/** How often one of these was sent while no answer was outstanding: each is a way to the database and back. */
export function turnsOf(sent: readonly Sent[]): number {
  let turns = 0;
  let until = 0;
  for (const { sentAt, answeredAt } of sent) {
    if (sentAt > until) turns++;
    until = Math.max(until, answeredAt);
  }
  return turns;
}

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
