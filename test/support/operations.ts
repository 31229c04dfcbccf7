/** The example documents of `schema/operations`: who each is for, with which variables. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/base/project';
import type { Answer, Client, TestApp } from './app';
import { toCountries } from './cost';
import { listen } from './wire';

export const folder = join(projectRoot, 'schema', 'operations');

export type Variables = Readonly<Record<string, unknown>>;

export interface Operation {
  readonly name: string;
  readonly document: string;
  /** `role@country`, or nobody. */
  readonly who: string;
  readonly variables: Variables;
}

/** The documents of a folder, by their names. */
export const operationsIn = (within: string): readonly Operation[] =>
  readdirSync(within)
    .filter((file) => file.endsWith('.graphql'))
    .sort()
    .map((file) => {
      const document = readFileSync(join(within, file), 'utf8');
      const said = (word: string): string | undefined => new RegExp(`^# ${word}: (.*)$`, 'm').exec(document)?.[1];
      const variables = JSON.parse(said('Variables') ?? '{}') as Variables;
      return { name: file.replace('.graphql', ''), document, who: said('Who') ?? '', variables };
    });

export const operations: readonly Operation[] = operationsIn(folder);

export async function clientOf(api: TestApp, { who }: Operation): Promise<Client> {
  const [role, country] = who.split('@');
  return role && country ? api.as(role, country) : api.anyone;
}

/** Runs an operation with the variables that it says. */
export async function run(api: TestApp, operation: Operation): Promise<Answer> {
  const client = await clientOf(api, operation);
  return client.query(operation.document, await variablesOf(client, operation));
}

/**
 * The variables with what only the data can tell: `first of cases` is the id of the account's first case, `end of
 * page 3` the cursor that the operation itself gives after three pages.
 */
export async function variablesOf(client: Client, { document, variables }: Operation): Promise<Variables> {
  const valueOf = async (value: unknown): Promise<unknown> => {
    if (Array.isArray(value)) return Promise.all(value.map(valueOf));
    if (value && typeof value === 'object') return variablesIn(value);
    const [, list, pages] = /^(?:first of (\w+)|end of page (\d+))$/.exec(String(value)) ?? [];
    if (list) return firstOf(client, list);
    return pages ? cursorAfter(client, document, Number(pages)) : value;
  };
  const variablesIn = async (values: object): Promise<Variables> => {
    const found = Object.entries(values).map(async ([name, value]) => [name, await valueOf(value)] as const);
    return Object.fromEntries(await Promise.all(found));
  };
  return variablesIn(variables);
}

async function firstOf(client: Client, list: string): Promise<unknown> {
  const { data } = await client.query(`{ ${list}(first: 1) { edges { node { id } } } }`);
  return (data as Record<string, { edges: { node: { id: string } }[] }>)[list]?.edges[0]?.node.id;
}

async function cursorAfter(client: Client, document: string, pages: number): Promise<string | null> {
  let after: string | null = null;
  for (let page = 0; page < pages; page++) {
    const { data } = await client.query(document, { after });
    const [list] = Object.values(data as Record<string, { pageInfo: { endCursor: string } }>);
    after = list?.pageInfo.endCursor ?? null;
  }
  return after;
}

/** The SQL statements that countries are asked meanwhile; those for accounts and sessions do not count. */
export async function readsOf<T>(work: () => Promise<T>): Promise<{ result: T; statements: readonly string[] }> {
  const { result, sent } = await listen(work);
  return { result, statements: toCountries(sent).map(({ text }) => text) };
}
