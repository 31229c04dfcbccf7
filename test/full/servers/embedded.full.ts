/** The embedded PostgreSQL: started, kept, shared with commands, and recovered from whatever killed it. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asAdmin } from '../../../src/database/connect';
import { startEmbedded, useEmbedded, type EmbeddedDatabase } from '../../../src/installation/embedded/embedded';
import { commandOf, runs } from '../../../src/installation/embedded/processes';
import { temporaryDirectory } from '../../support/temporary';

const running: EmbeddedDatabase[] = [];
afterEach(async () => {
  for (const database of running.splice(0)) await database.stop();
});

async function open(dataDir: string): Promise<EmbeddedDatabase> {
  const database = await startEmbedded(dataDir);
  running.push(database);
  return database;
}

const postmaster = (dataDir: string): number =>
  Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);

const ask = <T extends object>(database: EmbeddedDatabase, text: string): Promise<T[]> =>
  asAdmin(database.admin, async (client) => (await client.query<T>(text)).rows);

/** Asks until the server is back. */
async function askAgain<T extends object>(database: EmbeddedDatabase, text: string): Promise<T[]> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await ask<T>(database, text);
    } catch (error) {
      if (attempt === 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

it('keeps its data and its port over a restart, and leaves no process when it stops', async () => {
  const dataDir = temporaryDirectory('embedded');
  const first = await startEmbedded(dataDir);
  await ask(first, 'CREATE TABLE kept AS SELECT 42 AS answer');
  const pid = postmaster(dataDir);
  await first.stop();
  expect(runs(pid)).toBe(false);
  const second = await open(dataDir);
  expect(second.address).toEqual(first.address);
  expect(await ask(second, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
});

it('takes another port when its own is taken', async () => {
  const dataDir = temporaryDirectory('embedded');
  const first = await startEmbedded(dataDir);
  await first.stop();
  const other = await open(temporaryDirectory('embedded'));
  writeFileSync(join(dataDir, 'embedded.json'), JSON.stringify({ port: other.address.port }));
  expect((await open(dataDir)).address.port).not.toBe(other.address.port);
});

it('belongs to one process; commands share it', async () => {
  const dataDir = temporaryDirectory('embedded');
  const api = await open(dataDir);
  await expect(startEmbedded(dataDir)).rejects.toThrow(`${dataDir} is in use by the API (process ${process.pid})`);
  const command = await useEmbedded(dataDir, 'doctor');
  expect(command.admin).toEqual(api.admin);
  await command.stop();
  expect(await ask(api, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

it('is started for a command and stopped after it', async () => {
  const dataDir = temporaryDirectory('embedded');
  const command = await useEmbedded(dataDir, 'migrate');
  const pid = postmaster(dataDir);
  expect(runs(pid)).toBe(true);
  await command.stop();
  expect(runs(pid)).toBe(false);
  expect(existsSync(join(dataDir, 'embedded.lock'))).toBe(false);
});

it('comes back by itself, with every acknowledged write, when it was killed', async () => {
  const dataDir = temporaryDirectory('embedded');
  const database = await open(dataDir);
  await ask(database, 'CREATE TABLE written AS SELECT 1 AS n');
  const pid = postmaster(dataDir);
  process.kill(pid, 'SIGKILL');
  expect(await askAgain(database, 'SELECT n FROM written')).toEqual([{ n: 1 }]);
  expect(postmaster(dataDir)).not.toBe(pid);
});

it('starts over a server that nobody keeps any more', async () => {
  const dataDir = temporaryDirectory('embedded');
  const first = await startEmbedded(dataDir);
  const orphan = postmaster(dataDir);
  process.kill(keeperOf(orphan), 'SIGKILL');
  await first.stop();
  expect(runs(orphan)).toBe(true);
  const second = await open(dataDir);
  expect(runs(orphan)).toBe(false);
  expect(await ask(second, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

it('starts over the traces of a machine that lost its power', async () => {
  const dataDir = temporaryDirectory('embedded');
  await (await startEmbedded(dataDir)).stop();
  const innocent = process.pid;
  writeFileSync(
    join(dataDir, 'postgres/postmaster.pid'),
    `${innocent}\n${dataDir}/postgres\n1700000000\n5432\n\n127.0.0.1\n`,
  );
  writeFileSync(
    join(dataDir, 'embedded.lock'),
    JSON.stringify({ pid: innocent, identity: `${innocent} 1`, doing: 'the API' }),
  );
  const database = await open(dataDir);
  expect(await ask(database, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

it('finishes what an interrupted first start began', async () => {
  const dataDir = temporaryDirectory('embedded');
  mkdirSync(join(dataDir, 'postgres.new'));
  writeFileSync(join(dataDir, 'postgres.new/half'), 'a cluster');
  expect(await ask(await open(dataDir), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  expect(existsSync(join(dataDir, 'postgres.new'))).toBe(false);
});

it('says so when the secrets are not those of the data', async () => {
  const dataDir = temporaryDirectory('embedded');
  await (await startEmbedded(dataDir)).stop();
  const path = join(dataDir, 'secrets.json');
  writeFileSync(path, readFileSync(path, 'utf8').replace(/("POSTGRES_PASSWORD": ").*"/, '$1another"'));
  await expect(startEmbedded(dataDir)).rejects.toThrow(/refuses the password of DATA_DIR\/secrets.json/);
});

/** The process that started a server. */
function keeperOf(pid: number): number {
  const parent = Number(/^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  expect(commandOf(parent)).toContain('keeper.cjs');
  return parent;
}
