/** The demonstration data in the database: whole, sealed, and made only once. */
import { demoAccounts, isVacant, seedDemo } from '../../seeds';
import { loadTables } from '../../seeds/bulk';
import { knownCountry } from '../../src/installation/country-definition';
import { mechanismsOf } from '../../src/installation/mechanisms';
import { lookForTables, tables } from '../../seeds/copy';
import { fillCountry } from '../../seeds/fill';
import { IncidentNarrative } from '../../src/domain/casework/incident/incident-narrative.entity';
import { PerpetratorIdentity } from '../../src/domain/casework/incident/alleged-perpetrator.entity';
import { SurvivorIdentity } from '../../src/domain/casework/survivor/survivor-identity.entity';
import { countryThings } from '../../src/domain/all';
import type { AdminConfig } from '../../src/base/config';
import type { Administration } from '../../src/installation/administration';
import { asOwner, inTransaction } from '../../src/database/connect';
import { identitySchema, schemaOf } from '../../src/database/roles';
import { createVault } from '../../src/vault/vault';
import type { Vault } from '../../src/base/vault';
import type { ThingRecord } from '../../src/model/record';
import { thingOf, type Constructor } from '../../src/model/thing';
import { freshDatabase, type TestDatabase } from '../support/database';
import { administer, catalogue, seeding } from './vacant';
import { asRead, countries, tell } from './told';

let database: TestDatabase;
let administration: Administration;
let config: AdminConfig;
let vault: Vault;

const query = async <R extends object>(schema: string, text: string, values: unknown[] = []): Promise<R[]> =>
  asOwner(administration.main, schema, async (client) => (await client.query<R>(text, values)).rows);

async function open(template: 'migrated' | 'demo'): Promise<void> {
  database = await freshDatabase(template);
  ({ administration, config } = administer(database.env));
  vault = createVault((country) => config.secrets.countryKeys(country));
}

const options = (scale = 1, only?: readonly string[]) => seeding(config, scale, only);

/** Rows of a told thing that the country has from its beginning: provincial offices of complaint mechanisms. */
const begunWith = (code: string, table: string): number =>
  table === 'complaint_office'
    ? mechanismsOf(code).filter(({ offices }) => offices).length * (knownCountry(code)?.provinces.length ?? 0)
    : 0;

describe('a demo installation', () => {
  beforeAll(() => open('demo'));
  afterAll(() => database.drop());

  it.each(countries)('has every row of %s', async (code) => {
    const told = tell(code);
    for (const target of countryThings as readonly Constructor<ThingRecord>[]) {
      const { table } = thingOf(target);
      const { length } = told.of(target);
      if (length === 0) continue;
      const rows = await query<{ id: string }>(schemaOf(code), `SELECT id FROM "${table}"`);
      expect([table, rows.length]).toEqual([table, length + begunWith(code, table)]);
    }
    const keys = await query<{ id: string }>(schemaOf(code), 'SELECT id FROM data_key');
    expect(keys.map(({ id }) => id).sort()).toEqual([...told.dataKeys].sort());
  });

  it('holds the columns as they were told, lists and empty ones too', async () => {
    const told = tell('ZW');
    for (const target of countryThings as readonly Constructor<ThingRecord>[]) {
      const thing = thingOf(target);
      const open = [...thing.attributes.values()].filter(({ sealed }) => !sealed);
      const columns = open.map(({ column, name }) => `"${column}" AS "${name}"`).join(', ');
      const [first] = told.of(target);
      if (!first) continue;
      const [row] = await query<Record<string, unknown>>(
        'zw',
        `SELECT ${columns} FROM "${thing.table}" WHERE id = $1`,
        [first.id],
      );
      const values = first as unknown as Record<string, unknown>;
      expect(row).toEqual(
        Object.fromEntries(open.map(({ name, type }) => [name, asRead(type === 'dateTime', values[name])])),
      );
    }
  });

  it('has no identity and no release of Mozambique', async () => {
    for (const table of ['survivor_identity', 'release', 'released_case', 'released_incident']) {
      expect([table, await query('mz', `SELECT id FROM ${table}`)]).toEqual([table, []]);
    }
    // How somebody is reached is a code there, and no words.
    expect(await query('mz', 'SELECT id FROM safe_contact WHERE times IS NOT NULL OR note IS NOT NULL')).toEqual([]);
  });

  it('opens what was sealed with the key of the survivor or the case', async () => {
    const told = tell('ZA');
    const open = async (target: Constructor<ThingRecord>, name: string): Promise<void> => {
      const thing = thingOf(target);
      const column = thing.attributes.get(name)?.column as string;
      const rows = told.of(target) as unknown as Record<string, string | null>[];
      const row = rows.find((one) => one[name] !== null) as Record<string, string>;
      const [found] = await query<{ sealed: Buffer; wrapped: Buffer; key: string }>(
        'za',
        `SELECT t."${column}" AS sealed, k.wrapped, k.id AS key FROM "${thing.table}" t JOIN data_key k ON k.id = t.data_key_id WHERE t.id = $1`,
        [row['id']],
      );
      if (!found) throw new Error(`${thing.name} is not there`);
      const key = vault.openDataKey('ZA', found.key, found.wrapped);
      expect(
        vault.open(key, found.sealed, { country: 'ZA', table: thing.table, column, row: row['id'] as string }),
      ).toBe(row[name]);
    };
    await open(SurvivorIdentity, 'workingName');
    await open(IncidentNarrative, 'text');
    await open(PerpetratorIdentity, 'description');
  });

  it('has the demo accounts and no others', async () => {
    const accounts = await query<{ email: string }>(
      identitySchema,
      'SELECT id, email, role, organisation_id AS "organisationId" FROM account WHERE demo',
    );
    const expected = demoAccounts(countries).map(({ id, email, role, organisationId }) => ({
      id,
      email,
      role,
      organisationId,
    }));
    expect(accounts).toHaveLength(35);
    expect(accounts).toEqual(expect.arrayContaining(expected));
  });

  it('is not filled twice', async () => {
    expect(await isVacant(administration)).toBe(false);
    await expect(seedDemo(administration, options())).rejects.toThrow('has accounts already');
  });
});

describe('an installation without accounts', () => {
  beforeEach(() => open('migrated'));
  afterEach(() => database.drop());

  it('is filled once by two who begin at the same time', async () => {
    const country = {
      country: 'BW',
      scale: 1,
      admin: administration.main,
      keys: config.secrets.countryKeys('BW') ?? [],
    };
    const rows = await Promise.all([1, 2].map(() => fillCountry(country, () => undefined)));
    expect(rows.sort((a, b) => a - b)).toEqual([0, expect.any(Number)]);
    expect(await query('bw', 'SELECT id FROM "case"')).toHaveLength(190);
  });

  it('is completed after an interruption', async () => {
    await seedDemo(administration, options(1, ['BW']));
    await query(identitySchema, 'DELETE FROM account');
    expect(await isVacant(administration)).toBe(true);
    const reports = await seedDemo(administration, options(1, ['BW', 'MZ']));
    expect(reports.map(({ country, rows }) => [country, rows > 0])).toEqual([
      ['BW', false],
      ['MZ', true],
    ]);
  });

  it('stays as it was when the loading fails', async () => {
    const before = await catalogue(administration);
    const failing = asOwner(administration.main, 'bw', (client) =>
      inTransaction(client, async () => {
        await lookForTables(client, 'BW');
        return loadTables(client, tables, () => Promise.reject(new Error('no power')));
      }),
    );
    await expect(failing).rejects.toThrow('no power');
    expect(await catalogue(administration)).toEqual(before);
  });
});
