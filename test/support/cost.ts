/** What mutations cost the database: their statements, and how often the process waited for an answer. */
import { Client } from 'pg';

export interface Cost {
  /** By their first word. */
  readonly statements: readonly string[];
  /** How often a statement was sent while no answer was outstanding: each is a way to the database and back. */
  readonly turns: number;
}

interface Transaction {
  readonly texts: string[];
  turns: number;
  open: number;
}

type Query = (this: Client, ...args: unknown[]) => Promise<unknown>;

/** The cost of the mutations that run meanwhile, from each one's BEGIN to its end; reads beside them do not count. */
export async function costOf(run: () => Promise<unknown>): Promise<Cost> {
  const query = Reflect.get(Client.prototype, 'query') as Query;
  const all: Transaction[] = [];
  const current = new WeakMap<Client, Transaction>();
  const watched = function (this: Client, ...args: unknown[]): unknown {
    const [asked] = args as [string | { text: string }];
    const text = (typeof asked === 'string' ? asked : asked.text).trim();
    if (text === 'BEGIN') current.set(this, all[all.push({ texts: [], turns: 0, open: 0 }) - 1] as Transaction);
    const transaction = current.get(this);
    const answer = query.apply(this, args);
    if (!transaction) return answer;
    transaction.texts.push(text);
    if (transaction.open++ === 0) transaction.turns++;
    if (text === 'COMMIT' || text === 'ROLLBACK') current.delete(this);
    const done = (): void => void transaction.open--;
    answer.then(done, done);
    return answer;
  };
  const spy = jest.spyOn(Client.prototype, 'query').mockImplementation(watched);
  try {
    await run();
  } finally {
    spy.mockRestore();
  }
  const mutations = all.filter(({ texts }) => texts.some((text) => text.includes('idempotency_record')));
  return {
    statements: mutations.flatMap(({ texts }) => texts.map((text) => text.split(/\s/)[0] ?? '')),
    turns: mutations.reduce((sum, { turns }) => sum + turns, 0),
  };
}
