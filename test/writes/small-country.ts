/** A country of a few small things, in a database of its own: what the write side needs, and nothing of the domain. */
import { randomBytes, randomUUID } from 'node:crypto';
import { Pool } from 'pg';
import { pino } from 'pino';
import { DataSource } from 'typeorm';
import type { AdminAddress } from '../../src/base/config';
import { asAdmin } from '../../src/database/connect';
import { ledgerEntities, systemTables } from '../../src/writing/ledger.entities';
import { guard } from '../../src/database/pool';
import { provision } from '../../src/installation/provision';
import { roleLogin } from '../../src/database/roles';
import { typeParsers } from '../../src/database/types';
import { meetKeys } from '../../src/vault/meet-keys';
import { createVault } from '../../src/vault/vault';
import type { Vault } from '../../src/base/vault';
import { Told } from '../../src/base/told';
import { codeList, type CodeOf } from '../../src/model/codelist';
import { SealedRecord, ThingRecord } from '../../src/model/record';
import { Attribute, connectThings, Link, Thing } from '../../src/model/declaration';
import { thingOf, type Constructor } from '../../src/model/thing';
import type { RequestContext } from '../../src/base/context';
import type { App } from '../../src/identity/app';
import type { Actor } from '../../src/base/actor';
import { freshDatabase } from '../support/database';

const Colour = codeList(
  'BoxColour',
  { en: 'Colour of a box.', pt: 'Cor de uma caixa.' },
  {
    RED: { en: 'Red', pt: 'Vermelho' },
    BLUE: { en: 'Blue', pt: 'Azul' },
  },
);
type Colour = CodeOf<typeof Colour>;

@Thing({
  label: { en: 'Box', pt: 'Caixa' },
  description: 'A box.',
  dataClass: 'CASE_OPERATIONS',
  plural: 'boxes',
  reach: { own: ['ownerId', 'createdById'], organisation: ['organisationId'] },
})
export class Box extends ThingRecord {
  @Attribute({ type: 'text', description: 'Name.' })
  name: string;

  @Attribute({ type: 'int', description: 'Number of things in it.', min: 0, max: 9 })
  content: number;

  @Attribute({ type: ['text'], description: 'Tags.' })
  tags: string[];

  @Attribute({ type: [Colour], nullable: true, description: 'Colours.' })
  colours: Colour[] | null;

  @Attribute({ type: 'date', nullable: true, description: 'Day on which it was bought.' })
  boughtOn: string | null;

  @Attribute({ type: 'dateTime', nullable: true, description: 'When it was opened.' })
  openedAt: string | null;

  @Attribute({ type: 'uuid', nullable: true, description: 'Account of its owner.' })
  ownerId: string | null;

  @Attribute({ type: 'uuid', description: 'Organisation.' })
  organisationId: string;

  @Link(() => Shelf, {
    nullable: true,
    description: 'Shelf.',
    many: { name: 'boxes', description: 'Boxes on the shelf.' },
  })
  shelfId: string | null;
}

@Thing({
  label: { en: 'Shelf', pt: 'Prateleira' },
  description: 'A shelf.',
  dataClass: 'SURVIVOR',
  plural: 'shelves',
  reach: { own: ['createdById'], through: 'boxes' },
})
export class Shelf extends ThingRecord {
  @Attribute({ type: 'text', description: 'Name.' })
  name: string;
}

@Thing({
  label: { en: 'Letter', pt: 'Carta' },
  description: 'A letter in a box.',
  dataClass: 'CASE_NOTES',
  plural: 'letters',
  reach: { through: 'box' },
})
export class Letter extends SealedRecord {
  @Link(() => Box, { description: 'Box.' })
  boxId: string;

  @Attribute({ type: 'longText', sealed: true, description: 'The text.' })
  text: string;

  @Attribute({ type: 'text', sealed: true, nullable: true, description: 'Who signed it.' })
  signature: string | null;
}

@Thing({
  label: { en: 'Enclosure', pt: 'Anexo' },
  description: 'What lies with a letter.',
  dataClass: 'CASE_NOTES',
  plural: 'enclosures',
  reach: { through: 'letter' },
})
export class Enclosure extends ThingRecord {
  @Link(() => Letter, { description: 'Letter.' })
  letterId: string;
}

@Thing({
  label: { en: 'Stamp', pt: 'Selo' },
  description: 'A stamp.',
  dataClass: 'CONSENT',
  plural: 'stamps',
  appendOnly: true,
  reach: { own: ['createdById'] },
})
export class Stamp extends ThingRecord {
  @Attribute({ type: 'text', description: 'Ink.' })
  ink: string;
}

@Thing({
  label: { en: 'Label', pt: 'Etiqueta' },
  description: 'A label.',
  dataClass: 'CASE_SHARE',
  plural: 'labels',
  derived: true,
  reach: {},
})
export class Label extends ThingRecord {
  @Attribute({ type: 'text', description: 'Words.' })
  words: string;
}

@Thing({
  label: { en: 'Ticket', pt: 'Bilhete' },
  description: 'A ticket.',
  dataClass: 'SURVIVOR',
  plural: 'tickets',
  reach: { own: ['createdById'] },
})
export class Ticket extends ThingRecord {
  @Attribute({ type: 'text', unique: true, description: 'Number, drawn by chance.' })
  number: string;
}

connectThings();

const smallThings: readonly Constructor[] = [Box, Shelf, Letter, Enclosure, Stamp, Label, Ticket];
const settings = {
  secret: 'for tests only',
  statementTimeoutMs: 20_000,
  lockTimeoutMs: 10_000,
  idleTransactionTimeoutMs: 20_000,
  connectionLimit: 100,
};

export interface SmallCountry {
  readonly pool: Pool;
  readonly owner: DataSource;
  readonly vault: Vault;
  /** A context of an actor of this country; two of one organisation share its id. */
  context(actor?: Partial<Actor>): RequestContext;
  /** What lies in the tables, asked as the superuser. */
  look<R extends object>(text: string, values?: readonly unknown[]): Promise<R[]>;
  /** How many rows a table has, whoever's they are. */
  count(table: string): Promise<number>;
  close(): Promise<void>;
}

/** Its code is none of ISO 3166's. */
const code = 'QX';
const schema = code.toLowerCase();

export async function openSmallCountry(): Promise<SmallCountry> {
  const database = await freshDatabase('empty');
  const owner = await create(database.admin);
  const login = roleLogin(settings.secret, `${schema}_app`);
  const writer = await source({ ...database.admin, ...login }, 12).initialize();
  const pool = (writer.driver as unknown as { master: Pool }).master;
  guard(pool, () => undefined);
  const keys = [{ id: 'k1', key: randomBytes(32) }];
  const vault = createVault(() => keys);
  vault.admit(code, await meetKeys(pool, code, keys));
  const countries = {
    get: (asked: string) => (asked === code ? { code, writer, app: pool, region: pool } : undefined),
  };
  const app = { countries, vault, log: pino({ enabled: false }) } as unknown as App;
  const behind = new Pool({ ...database.admin, max: 2, types: typeParsers, options: `-c search_path=${schema}` });
  const look = async <R extends object>(text: string, values: readonly unknown[] = []): Promise<R[]> =>
    (await behind.query<R>(text, [...values])).rows;
  return {
    pool,
    owner,
    vault,
    context: (actor) => context(app, code, actor),
    look,
    count: async (table) => (await look<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`))[0]?.n ?? -1,
    close: async () => {
      await writer.destroy();
      await owner.destroy();
      await behind.end();
      await database.drop();
    },
  };
}

const source = (address: AdminAddress, max: number, options?: string): DataSource =>
  new DataSource({
    type: 'postgres',
    host: address.host,
    port: address.port,
    database: address.database,
    username: address.user,
    password: address.password,
    entities: [...smallThings, ...ledgerEntities] as (new () => object)[],
    installExtensions: false,
    extra: { max, pipeline: true, types: typeParsers, options },
  });

/** The schema with its roles, its tables and the least rights on them. */
async function create(admin: AdminAddress): Promise<DataSource> {
  await asAdmin(admin, (client) => provision(client, schema, settings));
  const owner = await source(admin, 4, `-c search_path=${schema} -c role=${schema}_owner`).initialize();
  await owner.synchronize();
  await owner.query(
    'CREATE TABLE data_key (id uuid PRIMARY KEY, wrapped bytea NOT NULL, created_at timestamptz NOT NULL)',
  );
  const rights = [
    ...Object.entries(systemTables),
    ...smallThings.map(thingOf).map(({ table, appendOnly, derived }) => {
      const change = appendOnly ? [] : derived ? ['DELETE'] : ['UPDATE'];
      return [table, ['SELECT', 'INSERT', ...change]] as const;
    }),
  ];
  await owner.query(`GRANT USAGE ON SCHEMA ${schema} TO ${schema}_app`);
  for (const [table, privileges] of rights)
    await owner.query(`GRANT ${privileges.join(', ')} ON ${table} TO ${schema}_app`);
  return owner;
}

function context(app: App, country: string, actor: Partial<Actor> = {}): RequestContext {
  return {
    requestId: randomUUID(),
    locale: 'en',
    address: '127.0.0.1',
    actor: {
      accountId: randomUUID(),
      sessionId: randomUUID(),
      name: 'A',
      email: 'a@qx.demo',
      role: 'CASE_MANAGER',
      country,
      organisationId: randomUUID(),
      locale: 'en',
      ...actor,
    },
    standing: null,
    app,
    scope: [],
    requiresAll: false,
    asked: null,
    told: new Told(),
  };
}
