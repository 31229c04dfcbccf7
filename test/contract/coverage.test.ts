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

const isRegional = ({ who }: Operation): boolean => who.endsWith('@region');
/** Where a question is asked: in each country, but once where it is one of the region as a whole. */
const placesOf = (operation: Operation): readonly string[] =>
  isRegional(operation) && !operation.document.includes('$country') ? ['the region'] : countries;

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
async function askIn(country: string, operation: Operation): Promise<{ errors: unknown; empty: string[] }> {
  const [role = '', where = ''] = operation.who.split('@');
  const client = await api.as(role, isRegional(operation) ? where : country.toLowerCase());
  const narrowed = operation.document.includes('$country') ? { country } : {};
  const { data, errors } = await client.query(operation.document, narrowed);
  return { errors, empty: emptyLists((data ?? {}) as object) };
}

describe.each(documents)('$name', (operation) => {
  it.each(placesOf(operation))('answers with records in each of its lists in %s', async (country) => {
    expect(await askIn(country, operation)).toEqual({ errors: [], empty: [] });
  });
});
