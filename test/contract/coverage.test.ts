/**
 * Every sentence of the programme opens queries that answer with demo data, for the role that each is for, in every
 * country: `schema/coverage.md`.
 */
import { join } from 'node:path';
import type { TestApp } from '../support/app';
import { folder, operationsIn, type Operation } from '../support/operations';
import { sharedApp } from '../support/outside';

const countries = ['ZA', 'BW', 'MZ', 'ZW'] as const;
const documents = operationsIn(join(folder, 'programme'));

let api: TestApp;
beforeAll(async () => {
  api = await sharedApp();
});

/** Lists at the root of an answer: each must have something. */
const emptyLists = (data: object): string[] =>
  Object.entries(data as Record<string, { edges: unknown[] } | null>)
    .filter(([, list]) => !list?.edges.length)
    .map(([name]) => name);

/** Asks in a country as the role that it is for there; the region's roles narrow their question to the country. */
async function askIn(country: string, { who, document }: Operation): Promise<{ errors: unknown; empty: string[] }> {
  const [role = '', where = ''] = who.split('@');
  const regional = where === 'region';
  const client = await api.as(role, regional ? where : country.toLowerCase());
  const { data, errors } = await client.query(document, regional ? { country } : {});
  return { errors, empty: emptyLists((data ?? {}) as object) };
}

describe.each(documents)('$name', (operation) => {
  it.each(countries)('answers with records in each of its lists in %s', async (country) => {
    expect(await askIn(country, operation)).toEqual({ errors: [], empty: [] });
  });
});
