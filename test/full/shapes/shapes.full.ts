/**
 * Every shape in which an installation may stand, and what people do with it: each cell of SHAPES.md is a real run.
 * `PG_SERVERS` names servers of other versions, by their superusers; PgBouncer and pg_dump are needed for two of them.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../src/base/project';
import { markdownTable } from '../../../src/base/markdown';
import { asAdmin } from '../../../src/database/connect';
import { parseAddress } from '../../../src/base/config/address';
import { handsoff } from '../../support/command';
import { freshDatabase, type TestDatabase } from '../../support/database';
import { temporaryDirectory } from '../../support/temporary';
import { countries, Installation, trials, type Environment, type Shape, type Trial } from './installation';
import { findPgBouncer, owned, startPgBouncer, startServer, type Server } from './servers';

const rows: string[][] = [];

const without = ({ DATABASE_ADMIN_URL: _, ...env }: Environment): Environment => env;

async function onServer(make: (server: Server) => Promise<TestDatabase>, instances = 1): Promise<Shape> {
  const server = await startServer();
  const { env } = await make(server);
  return { commands: env, instances: Array<Environment>(instances).fill(without(env)), close: server.stop };
}

async function embedded(): Promise<Shape> {
  const env = { DATA_DIR: temporaryDirectory('shape') };
  return Promise.resolve({ commands: env, instances: [env], close: () => Promise.resolve() });
}

/** Mozambique on a server of its own, and the data keys of all countries on another. */
async function perCountry(): Promise<Shape> {
  const servers = await Promise.all([startServer(), startServer(), startServer()]);
  const [main, mozambique, keys] = (await Promise.all(servers.map((server) => freshDatabase('empty', server)))) as [
    TestDatabase,
    TestDatabase,
    TestDatabase,
  ];
  const places = { DATABASE_URL_MZ: mozambique.url, DATABASE_KEYS_URL: keys.url };
  const admins = { DATABASE_ADMIN_URL_MZ: mozambique.adminUrl, DATABASE_ADMIN_URL_KEYS: keys.adminUrl };
  return {
    commands: { ...main.env, ...places, ...admins },
    instances: [{ ...without(main.env), ...places }],
    close: async () => void (await Promise.all(servers.map(({ stop }) => stop()))),
  };
}

/** The administrator goes directly, everybody else over the pooler. */
async function pooled(path: string, settings: Readonly<Record<string, string | number>>): Promise<Shape> {
  const server = await startServer();
  const database = await freshDatabase('empty', server);
  await done(database.env, 'migrate');
  const pooler = await startPgBouncer(path, database, settings);
  const env = { ...database.env, DATABASE_URL: pooler.url };
  return {
    commands: env,
    instances: [without(env), without(env)],
    close: async () => {
      await pooler.stop();
      await server.stop();
    },
  };
}

/** Copied from one server, put back on another by an administrator who is no superuser. */
async function restored(): Promise<Shape> {
  const [from, to] = [await startServer(), await startServer()];
  const original = await freshDatabase('empty', from);
  for (const command of ['migrate', 'seed']) await done(original.env, command);
  const [folder, keys] = [temporaryDirectory('shape-backup'), temporaryDirectory('shape-keys')];
  const PG_BIN = process.env.PG_BIN ?? '';
  const out = await done({ ...original.env, PG_BIN }, 'backup', '--to', folder, '--keys-to', keys);
  const { env: made } = await owned(to);
  // Secrets travel by themselves.
  const env = { ...made, PG_BIN, DATA_DIR: original.env['DATA_DIR'] ?? '' };
  const files = out.match(/\S+\.dump/g) ?? [];
  const of = (schema: string): string => files.find((file) => file.includes(`/${schema}-`)) ?? 'missing';
  await done(env, 'restore', of('identity'));
  for (const country of countries) await done(env, 'restore', of(country), '--keys', of(`${country}_keys`));
  return {
    commands: env,
    instances: [without(env)],
    seeds: ['--if-empty'],
    close: async () => void (await Promise.all([from.stop(), to.stop()])),
  };
}

async function done(env: Environment, ...args: string[]): Promise<string> {
  const { code, out, error } = await handsoff(args, env);
  if (code !== 0) throw new Error(`handsoff ${args.join(' ')}:\n${out}${error}`);
  return out;
}

/** A server that somebody else keeps: of its superuser, who makes a database of it. */
async function elsewhere(url: string): Promise<Shape> {
  const { address, login } = parseAddress(url);
  if (!login) throw new Error('PG_SERVERS: each URL names a superuser');
  const stop = (): Promise<void> => Promise.resolve();
  const server = { admin: { ...address, ...login }, dataDir: temporaryDirectory('shape-secrets'), stop };
  const database = await freshDatabase('empty', server);
  return { commands: database.env, instances: [without(database.env)], close: () => database.drop() };
}

const pgBouncer = findPgBouncer();
const others = (process.env.PG_SERVERS ?? '').split(',').filter(Boolean);
const superuser = (server: Server): Promise<TestDatabase> => freshDatabase('empty', server);

const shapes: readonly (readonly [string, () => Promise<Shape>])[] = [
  ['embedded', embedded],
  ['own server, superuser', () => onServer(superuser)],
  ['own server, owner with CREATEROLE', () => onServer(owned)],
  ['a country and the keys on servers of their own', perCountry],
  ['two instances', () => onServer(superuser, 2)],
  ...(pgBouncer
    ? ([
        [
          `PgBouncer ${pgBouncer.version}, transaction mode, two instances`,
          () => pooled(pgBouncer.path, { pool_mode: 'transaction', max_prepared_statements: 500 }),
        ],
        [
          `PgBouncer ${pgBouncer.version}, session mode, two instances`,
          () => pooled(pgBouncer.path, { pool_mode: 'session', default_pool_size: 60 }),
        ],
      ] as const)
    : []),
  ['restored on another server, by an owner with CREATEROLE', restored],
];

afterAll(() => {
  const head = [
    '# The shapes of an installation',
    'Made by `npm run test:full -- shapes`: every cell is a real run, by commands and requests, in all four countries. Seconds; — was not come to.',
  ];
  const missing = pgBouncer ? [] : ['PgBouncer was not tried: there is none here (`PGBOUNCER` names one).'];
  const table = markdownTable(['shape', ...trials], rows);
  writeFileSync(join(projectRoot, 'test/full/shapes/SHAPES.md'), `${[...head, table, ...missing].join('\n\n')}\n`);
});

async function tryAll(name: string, shape: Shape): Promise<void> {
  const installation = new Installation(shape);
  const cells = new Map<Trial, string>();
  try {
    for (const trial of trials) {
      const began = performance.now();
      cells.set(trial, '**failed**');
      await installation.trials[trial]();
      cells.set(trial, ((performance.now() - began) / 1000).toFixed(1));
    }
  } finally {
    rows.push([name, ...trials.map((trial) => cells.get(trial) ?? '—')]);
    await installation.close();
  }
}

it.each(shapes)('%s', async (name, make) => tryAll(name, await make()));

if (others.length > 0)
  it.each(others.map((url) => [new URL(url).host, url] as const))('a server of its own at %s', async (_, url) => {
    const { address, login } = parseAddress(url);
    const { rows: found } = await asAdmin({ ...address, ...(login ?? { user: '', password: '' }) }, (client) =>
      client.query<{ version: string }>(`SELECT current_setting('server_version') AS version`),
    );
    await tryAll(`PostgreSQL ${found[0]?.version}, own server, superuser`, await elsewhere(url));
  });

if (pgBouncer)
  it('the doctor says that a pooler loses what is prepared, and administrators are told to go directly', async () => {
    const shape = await pooled(pgBouncer.path, { pool_mode: 'transaction', max_prepared_statements: 0 });
    try {
      const { code, out } = await handsoff(['doctor'], shape.commands);
      expect([code, out]).toEqual([
        1,
        expect.stringMatching(/WRONG the pooler .* loses what is prepared: PgBouncer 1\.21/),
      ]);
      const url = new URL(shape.commands['DATABASE_ADMIN_URL'] ?? '');
      url.port = new URL(shape.commands['DATABASE_URL'] ?? '').port;
      const { code: refused, error } = await handsoff(['migrate'], { ...shape.commands, DATABASE_ADMIN_URL: url.href });
      expect([refused, error]).toEqual([1, expect.stringMatching(/goes to the server itself, not through PgBouncer/)]);
    } finally {
      await shape.close();
    }
  });
