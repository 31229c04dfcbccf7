/** Records for the tests: those that an actor sees, and those that it must never learn of. */
import { randomUUID } from 'node:crypto';
import { globalId } from '../../src/base/global-id';
import { adminRows, snake } from './admin';
import type { Answer, Client } from './app';
import type { TestDatabase } from './database';
import type { WalkedThing } from './walk';

export interface Shown {
  readonly id: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests read what they asked for
  readonly [field: string]: any;
}

/** A page of a list, as far as it was asked for. */
export interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: Shown }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly totalCount: number;
}

/** Everything that a client can list of a thing, page by page; null where its role may not list it. */
export async function listAll(
  client: Client,
  thing: WalkedThing,
  selection = 'id',
  args = '',
): Promise<Shown[] | null> {
  const found: Shown[] = [];
  const document = `query ($after: String) { ${thing.plural}(first: 100, after: $after${args}) { edges { node { ${selection} } } pageInfo { hasNextPage endCursor } } }`;
  let after: string | null = null;
  do {
    const { data, errors, text }: Answer = await client.query(document, { after });
    if (errors.some(({ extensions }) => extensions.code !== 'FORBIDDEN'))
      throw new Error(`${thing.plural}: ${text.slice(0, 500)}`);
    const page = data?.[thing.plural] as Page | null | undefined;
    if (!page) return null;
    found.push(...page.edges.map(({ node }) => node));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after);
  return found;
}

export interface GivenId {
  readonly type: string;
  readonly country: string;
  readonly uuid: string;
}

export function readGlobalId(id: string): GivenId {
  const [type = '', country = '', uuid = ''] = Buffer.from(id, 'base64url').toString('latin1').split(':');
  return { type, country, uuid };
}

/** The rows of a thing's table in one country. */
export const tableOf = (country: string, thing: WalkedThing): string =>
  `"${country.toLowerCase()}"."${tableNamed(thing.name)}"`;

/** Of what was given another name than its table has, the table. */
const others: Readonly<Record<string, string>> = { SharedCase: 'released_case', SharedIncident: 'released_incident' };

export const tableNamed = (name: string): string => others[name] ?? snake(name);

/** What was recorded in error is left out: it stands in no list, and is found by its id all the same. `isTaken`: it is not left out. */
export async function idsIn(
  database: TestDatabase,
  country: string,
  thing: WalkedThing,
  isTaken = false,
): Promise<string[]> {
  const standing = !isTaken && thing.values.some(({ name }) => name === 'voidedAt') ? 'WHERE voided_at IS NULL' : '';
  const text = `SELECT id FROM ${tableOf(country, thing)} ${standing} ORDER BY id`;
  const rows = await adminRows<{ id: string }>(database, text);
  return rows.map(({ id }) => id);
}

/** An id of a thing in one of the forms that the API takes. */
export interface Probe {
  readonly what: string;
  readonly id: string;
}

const forms = (what: string, type: string, country: string, uuid: string): Probe[] => [
  { what: `${what}, global id`, id: globalId(type, country, uuid) },
  { what: `${what}, UUID`, id: uuid },
];

/** Ids of records that do not exist: what every other answer must be equal to. */
export const absent = (type: string, country: string): Probe[] => forms('no record', type, country, randomUUID());

/** Ids of records of another country, or of this country and out of the actor's sight. */
export const present = (what: string, type: string, country: string, uuid: string | undefined): Probe[] =>
  uuid === undefined ? [] : forms(what, type, country, uuid);

/** The id of a record in the actor’s sight, with a country that it is not of: no such record exists. */
export const saidToBeElsewhere = (type: string, country: string, seen: Iterable<string>): Probe[] =>
  [...seen]
    .slice(0, 1)
    .map((uuid) => ({ what: `a record in sight, said to be of ${country}`, id: globalId(type, country, uuid) }));
