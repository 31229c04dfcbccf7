/** Role by coordinate, in output: every field of every thing answers as `schema/access.md` says, from the root and through every link. */
import type { Client, TestApp } from '../support/app';
import { sharedApp } from '../support/outside';
import { expectSame } from '../support/same';
import { adminRows, snake } from '../support/admin';
import { actorOf, countriesOf, denials, home, matrix, roles, told } from '../support/policy-actors';
import { idsIn, listAll, readGlobalId, tableOf, type Page, type Shown } from '../support/records';
import { globalId } from '../../src/base/global-id';
import { label } from '../../src/model/codelist';
import { CountryCode } from '../../src/model/country.codes';
import { leaf, thingNamed, walkedThings, type OutputField, type WalkedThing } from '../support/walk';

let api: TestApp;
beforeAll(async () => {
  api = await sharedApp();
  const reader = await api.as('case-manager', home);
  await reader.query('{ incidentNarratives(first: 5) { edges { node { id text } } } }'); // something for the access log
});
afterAll(() => api?.close());

const things = [...walkedThings().values()];
const fieldsOf = (thing: WalkedThing): readonly OutputField[] => Object.values(thing.type.getFields());

describe.each(roles)('%s', (role) => {
  let client: Client;
  beforeAll(async () => {
    client = await actorOf(api, role);
  });

  const reads = (type: string, field: string): boolean => matrix.reads(role, type, field);
  const lists = (thing: WalkedThing): boolean => reads('Query', thing.plural);
  const isInPlace = (type: string, name: string): boolean =>
    matrix.row(type, name).cells.get(role)?.read === 'secretariat';
  /** Of what the region did itself, and of no country; where it is so of the whole record, its list has no other. */
  const inOwnPlace = (thing: WalkedThing): OutputField[] =>
    fieldsOf(thing).filter(({ name }) => !isInPlace('Query', thing.plural) && isInPlace(thing.name, name));
  const permitted = (thing: WalkedThing): OutputField[] =>
    fieldsOf(thing).filter((field) => reads(thing.name, field.name) && !inOwnPlace(thing).includes(field));
  const denied = (thing: WalkedThing): OutputField[] => fieldsOf(thing).filter(({ name }) => !reads(thing.name, name));
  const values = (thing: WalkedThing): OutputField[] => thing.values.filter(({ name }) => reads(thing.name, name));

  const readable = things.filter(lists);
  const closed = things.filter((thing) => !lists(thing));
  const table = (some: readonly WalkedThing[]): [string, WalkedThing][] => some.map((thing) => [thing.name, thing]);

  if (readable.length > 0) {
    it.each(table(readable))('reads %s: what may be read is what the database holds', async (_name, thing) => {
      const shown = await everything(thing);
      for (const country of countriesOf(role)) await compareWithDatabase(thing, country, shown);
      const { errors, data } = await client.query(
        `{ ${thing.plural}(first: 5) { edges { node { ${permitted(thing).map(leaf).join(' ')} } } } }`,
      );
      expect([errors, data[thing.plural]]).toEqual([[], expect.anything()]);
    });
  }

  const partlyReadable = readable.filter((thing) => denied(thing).length > 0);
  if (partlyReadable.length > 0) {
    it.each(table(partlyReadable))('of %s, what may not be read is null, with one error each', async (_name, thing) => {
      const fields = denied(thing);
      const twice = fields.map((field) => `${leaf(field)} again_${field.name}: ${leaf(field)}`).slice(0, 14);
      const { data, errors } = await client.query(
        `{ ${thing.plural}(first: 5) { edges { node { id ${twice.join(' ')} } } } }`,
      );
      expect(told(errors)).toEqual(
        denials(
          thing.name,
          fields.map(({ name }) => name),
        ),
      );
      for (const { node } of (data[thing.plural] as Page).edges) {
        const shown = fields.map(({ name }): unknown => [name, node[name], node[`again_${name}`]]);
        expectSame(
          shown,
          fields.map(({ name }) => [name, null, null]),
        );
      }
    });
  }

  const listedInPlace = readable.filter(({ plural }) => isInPlace('Query', plural));
  if (listedInPlace.length > 0) {
    it.each(table(listedInPlace))('of %s, a country is refused, not told to have none', async (name, { plural }) => {
      for (const country of countriesOf(role).filter((code) => code !== 'REGION')) {
        const { data, errors } = await client.query(`{ ${plural}(country: ${country}) { totalCount } }`);
        expect(data).toEqual({ [plural]: null });
        expect(errors.map(({ extensions }) => [extensions.code, extensions.coordinate])).toEqual([
          ['FORBIDDEN', `Query.${plural}`],
        ]);
      }
      const { errors } = await client.query(`{ ${plural}(country: REGION) { totalCount } }`);
      expect([name, errors]).toEqual([name, []]);
    });
  }

  const ofOwnPlace = readable.filter((thing) => inOwnPlace(thing).length > 0);
  if (ofOwnPlace.length > 0) {
    it.each(table(ofOwnPlace))('of %s, what is read of the region alone is null elsewhere', async (_name, thing) => {
      const fields = inOwnPlace(thing);
      const selected = fields.map(leaf).join(' ');
      for (const country of countriesOf(role)) {
        const { data, errors } = await client.query(
          `{ ${thing.plural}(first: 5, country: ${country}) { edges { node { id ${selected} } } } }`,
        );
        const { edges } = data[thing.plural] as Page;
        const isThere = country === 'REGION' || edges.length === 0;
        const names = isThere ? [] : fields.map(({ name }) => name);
        expect(told(errors)).toEqual(
          denials(thing.name, names).map(({ readableBy, ...rest }) => ({
            ...rest,
            readableBy: (readableBy as string[]).filter((one) => one !== role),
          })),
        );
        for (const { node } of edges)
          for (const { name } of fields) expect([country, node[name] !== null]).toEqual([country, isThere]);
      }
    });
  }

  const listed = new Map<string, Promise<Shown[] | null>>();

  /** All that the role can list of a thing, with all values that it may read. */
  async function everything(thing: WalkedThing): Promise<Shown[]> {
    const found = listed.get(thing.name) ?? listAll(client, thing, values(thing).map(leaf).join(' '));
    listed.set(thing.name, found);
    return (await found) ?? [];
  }

  async function compareWithDatabase(thing: WalkedThing, country: string, shown: readonly Shown[]): Promise<void> {
    const own = shown.filter(({ id }) => readGlobalId(id).country === country);
    const rows = await adminRows(api.database, `SELECT * FROM ${tableOf(country, thing)} WHERE id = ANY ($1)`, [
      own.map(({ id }) => readGlobalId(id).uuid),
    ]);
    const byId = new Map(rows.map((row) => [row.id as string, row]));
    expect(rows).toHaveLength(own.length);
    for (const record of own) {
      const row = byId.get(readGlobalId(record.id).uuid) ?? {};
      const expected = values(thing).map(({ name }) => [name, expectedValue(thing, country, name, row, record)]);
      const shown = values(thing).map(({ name }): unknown => [name, record[name]]);
      expectSame(shown, expected);
    }
  }

  /** What the row says; a sealed value can only be there or not, a label whenever its code is. */
  function expectedValue(
    thing: WalkedThing,
    country: string,
    name: string,
    row: Record<string, unknown>,
    record: Shown,
  ): unknown {
    if (name === 'id') return globalId(thing.name, country, row.id as string);
    if (name === 'country') return country;
    if (name === 'countryLabel') return label(CountryCode, country, 'en');
    const code = name.replace(/Label$/, '');
    const value = row[snake(name in row || snake(name) in row ? name : code)];
    if (value === null || value === undefined) return null;
    if (Buffer.isBuffer(value) || code !== name) return record[name] === null ? 'something' : record[name];
    return value;
  }

  it.each(table(closed))(
    'does not read %s: neither the list, nor one record, nor any field of it',
    async (_name, thing) => {
      const [uuid = ''] = await idsIn(api.database, 'ZA', thing);
      const id = globalId(thing.name, 'ZA', uuid);
      const roots = await client.query(
        `{ ${thing.plural} { ${thing.total} edges { node { id } } } ${thing.singular}(id: "${id}") { id } }`,
      );
      expect(told(roots.errors)).toEqual(denials('Query', [thing.plural, thing.singular]));
      expect(roots.data).toEqual({ [thing.plural]: null, [thing.singular]: null });
      const fields = denied(thing);
      const inNode = await client.query(
        `{ node(id: "${id}") { ... on ${thing.name} { ${fields.map(leaf).join(' ')} } } }`,
      );
      expect(inNode.data).toEqual({ node: null });
      expect(told(inNode.errors)).toEqual(
        denials(
          thing.name,
          fields.map(({ name }) => name),
        ),
      );
    },
  );

  /** A survivor’s record that was merged into another stands in no list, and is read by its id. */
  async function merged({ name }: WalkedThing, { id }: Shown, selection: string): Promise<Shown | undefined> {
    if (name !== 'Survivor') return undefined;
    const { data } = await client.query(`{ survivor(id: "${id}") { mergedInto { id } ${selection} } }`);
    const { mergedInto, ...record } = data.survivor as Shown & { readonly mergedInto: object | null };
    return mergedInto ? record : undefined;
  }

  /** What an organisation takes part in stands in no list either, and is read by its id. */
  async function joint({ singular }: WalkedThing, { id }: Shown, selection: string): Promise<Shown | undefined> {
    const { data } = await client.query(`{ ${singular}(id: "${id}") { ${selection} } }`);
    return (data[singular] as Shown | null) ?? undefined;
  }

  const ways = things.flatMap((parent) => [...parent.links, ...parent.lists].map((way) => ({ parent, ...way })));
  const open = ways.filter(
    ({ parent, name }) =>
      lists(parent) && reads(parent.name, name) && !inOwnPlace(parent).some((field) => field.name === name),
  );

  if (open.length > 0) {
    it.each(open.map((way) => [`${way.parent.name}.${way.name}`, way] as const))(
      'through %s it sees the same records, with the same fields',
      async (_name, { parent, name, target }) => {
        const thing = thingNamed(target);
        const selection = values(thing).map(leaf).join(' ');
        const known = new Map((await everything(thing)).map((record) => [record.id, record]));
        const isList = parent.lists.some((list) => list.name === name);
        const closedFields = denied(thing);
        const below = `${selection} ${closedFields.map(leaf).join(' ')}`;
        const inner = isList
          ? `${name}(first: 10) { ${thing.total} edges { node { ${below} } } }`
          : `${name} { ${below} }`;
        const { data, errors } = await client.query(
          `{ ${parent.plural}(first: 40) { edges { node { id ${inner} } } } }`,
        );
        expect(told(errors)).toEqual(
          denials(
            thing.name,
            closedFields.map((field) => field.name),
          ),
        );
        const nothing = Object.fromEntries(closedFields.map((field) => [field.name, null]));
        for (const { node } of (data[parent.plural] as Page).edges) {
          const reached = node[name] as Page | Shown | null;
          const found = isList ? (reached as Page).edges.map((edge) => edge.node) : reached ? [reached as Shown] : [];
          for (const record of found) {
            const byId = async () =>
              (await merged(thing, record, selection)) ?? (await joint(thing, record, selection));
            const same = known.get(record.id) ?? (await byId());
            expectSame(record, { ...same, ...nothing });
          }
        }
      },
    );
  }
});
