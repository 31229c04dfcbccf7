/** However many rows there are and whatever is asked of them, a document is one SQL statement in each country: every list of the schema, walked. */
import '../../src/domain/all';
import { allThings, type Link, type Thing } from '../../src/model/thing';
import { isHeldByRegion, mayUse, scopesOf } from '../../src/policy/rights';
import { roles } from '../../src/policy/role';
import { startApp, type Client, type TestApp } from '../support/app';
import { readsOf } from '../support/operations';

let api: TestApp;
beforeAll(async () => {
  api = await startApp();
});
afterAll(() => api.close());

const things = [...allThings.values()];
const mayRead = (role: (typeof roles)[number], thing: Thing): boolean => mayUse(role, thing.dataClass, 'read');

/** Somebody who may read all of these things; a thing that nobody may read would be of no use. */
function readerOf(...wanted: readonly Thing[]): { role: string; country: string } | undefined {
  const role = roles.find((one) => wanted.every((thing) => mayRead(one, thing)));
  if (!role) return undefined;
  const regional = wanted.some((thing) => scopesOf(role, thing.dataClass, 'read').includes('region'));
  return { role: role.toLowerCase().replaceAll('_', '-'), country: regional ? 'region' : 'za' };
}

async function clientFor(...wanted: readonly Thing[]): Promise<{ client: Client; countries: number }> {
  const reader = readerOf(...wanted);
  if (!reader) throw new Error(`nobody may read ${wanted.map(({ name }) => name).join(' and ')}`);
  // Mozambique shares no cases, and is asked for none.
  const countries = wanted[0]?.ofSharing ? 3 : 4;
  const ofRegion = wanted[0] && isHeldByRegion(wanted[0].dataClass) ? countries + 1 : countries;
  return { client: await api.as(reader.role, reader.country), countries: reader.country === 'region' ? ofRegion : 1 };
}

async function count(client: Client, document: string): Promise<number> {
  const { result, statements } = await readsOf(() => client.query(document));
  expect(result.errors).toEqual([]);
  return statements.length;
}

describe.each(things.map((thing) => [thing.plural, thing] as const))('%s', (plural, thing) => {
  it('is one statement for each country, with its total or without', async () => {
    const { client, countries } = await clientFor(thing);
    const list = (first: number, more = ''): string =>
      `{ ${plural}(first: ${first}) { ${more} edges { cursor node { id } } } }`;
    expect(await count(client, list(2))).toBe(countries);
    expect(await count(client, list(50))).toBe(countries);
    expect(await count(client, list(50, 'totalCount'))).toBe(countries);
  });
});

/** Links whose both ends somebody may read; for the others there is nothing to count. */
const links = things.flatMap((thing) =>
  [...thing.links.values()]
    .filter((link) => readerOf(thing, link.target()))
    .map((link) => [`${thing.name}.${link.name}`, thing, link] as const),
);

const selection = (link: Link, first: number): string => {
  // What changed is a list of its own for each entry, so that only few entries can be asked for.
  const { inner } = link.target();
  const fields = inner ? 'version changes { field before after }' : 'id';
  return link.kind === 'many'
    ? `${link.name}(first: ${inner ? Math.min(first, 20) : first}) { edges { node { ${fields} } } }`
    : `${link.name} { id }`;
};

describe.each(links)('%s', (_name, thing, link) => {
  it('takes no statement of its own, whether two records are read or fifty', async () => {
    const { client, countries } = await clientFor(thing, link.target());
    const list = (first: number): string =>
      `{ ${thing.plural}(first: ${first}) { edges { node { id ${selection(link, first)} } } } }`;
    expect([await count(client, list(2)), await count(client, list(50))]).toEqual([countries, countries]);
  });
});
