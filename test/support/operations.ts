/** The example documents of `schema/operations`: who each is for, with which variables. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { projectRoot } from '../../src/project';
import type { Answer, Client, TestApp } from './app';

const folder = join(projectRoot, 'schema', 'operations');

export interface Operation {
  readonly name: string;
  readonly document: string;
  /** `role@country`, or nobody. */
  readonly who: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

export const operations: readonly Operation[] = readdirSync(folder)
  .filter((file) => file.endsWith('.graphql'))
  .sort()
  .map((file) => {
    const document = readFileSync(join(folder, file), 'utf8');
    const said = (word: string): string | undefined => new RegExp(`^# ${word}: (.*)$`, 'm').exec(document)?.[1];
    const variables = JSON.parse(said('Variables') ?? '{}') as Record<string, unknown>;
    return { name: file.replace('.graphql', ''), document, who: said('Who') ?? '', variables };
  });

export async function clientOf(api: TestApp, { who }: Operation): Promise<Client> {
  const [role, country] = who.split('@');
  return role && country ? api.as(role, country) : api.anyone;
}

/** Runs an operation; a variable that says `first of cases` is the id of the account's first case. */
export async function run(api: TestApp, operation: Operation): Promise<Answer> {
  const client = await clientOf(api, operation);
  const variables = await Promise.all(
    Object.entries(operation.variables).map(async ([name, value]) => [name, await valueOf(client, value)]),
  );
  return client.query(operation.document, Object.fromEntries(variables) as Record<string, unknown>);
}

async function valueOf(client: Client, value: unknown): Promise<unknown> {
  const list = typeof value === 'string' ? /^first of (\w+)$/.exec(value)?.[1] : undefined;
  if (!list) return value;
  const { data } = await client.query(`{ ${list}(first: 1) { edges { node { id } } } }`);
  return (data as Record<string, { edges: { node: { id: string } }[] }>)[list]?.edges[0]?.node.id;
}

/** The SQL statements that reads run meanwhile; signing in and mutations count theirs elsewhere. */
export async function readsOf<T>(work: () => Promise<T>): Promise<{ result: T; statements: readonly string[] }> {
  const texts: string[] = [];
  const listen = (message: unknown): void => void texts.push((message as { text: string }).text);
  subscribe('handsoff:statement', listen);
  try {
    return { result: await work(), statements: texts };
  } finally {
    unsubscribe('handsoff:statement', listen);
  }
}
