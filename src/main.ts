/** The composition root: configuration, databases, identity, schema, server. No logic. */
import 'reflect-metadata';
import { createServer, type AddressInfo } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { pino, type DestinationStream } from 'pino';
import { banner } from './banner';
import { complain } from './cli/terminal';
import { composeApp } from './compose';
import { loadConfig, withDatabase, type Config } from './base/config';
import { readEnvFile } from './base/env-file';
import { startEmbedded } from './installation/embedded/embedded';
import { prepare } from './cli/prepare';
import { Shutdown } from './shutdown';

// Garbage is looked for when the heap has doubled, not when it has quadrupled: after 5,000 documents a third less of
// memory for the same processor time.
setFlagsFromString('--heap-growing-percent=100');

const say = (line: string): void => console.log(line);

/** A log that cannot be written (its disk is full) loses entries, and neither ends the process nor fills its memory. */
function quietly(): DestinationStream {
  const stream = pino.destination({ fd: process.stdout.fd, sync: true, maxLength: 1_000_000 });
  stream.on('error', () => undefined);
  return stream;
}

/** Before minutes of seeding: a port that another program has is said at once. @throws EADDRINUSE */
async function insistOnPort({ host, port }: Config['server']): Promise<void> {
  const knocker = createServer();
  await new Promise<void>((resolve, reject) => {
    knocker.once('error', reject);
    knocker.listen({ host, port }, resolve);
  });
  await new Promise((resolve) => knocker.close(resolve));
}

async function main(shutdown: Shutdown): Promise<void> {
  const configured = loadConfig(process.env);
  await insistOnPort(configured.server);
  const embedded = configured.database.main ? null : await startEmbedded(configured.dataDir);
  if (embedded) {
    shutdown.add(() => embedded.stop());
    void embedded.ended.then(() => shutdown.begun || shutdown.end('its PostgreSQL has ended for good', 1));
  }
  if (embedded?.elsewhere) say(`PostgreSQL may not enter ${configured.dataDir}; its data are in ${embedded.elsewhere}`);
  await prepare(process.env, embedded?.admin ?? null, say);
  const administrators = Object.keys(process.env).filter((key) => key.startsWith('DATABASE_ADMIN_URL'));
  for (const key of administrators) delete process.env[key];

  const config = embedded ? withDatabase(configured, embedded.address) : configured;
  const log = pino({ level: config.logLevel }, quietly());
  if (config.production && administrators.length > 0)
    log.warn({ keys: administrators }, 'What serves was given an administrator: give it to `handsoff migrate` only');
  const { app, identityPool, http, close } = await composeApp(config, log);
  shutdown.add(close);
  await http.listen({ host: config.server.host, port: config.server.port });
  const { port } = http.server.address() as AddressInfo;
  say(
    await banner(
      config,
      identityPool,
      app.countries.all().map(({ code }) => code),
      port,
    ),
  );
}

readEnvFile();
const shutdown = new Shutdown();
main(shutdown).catch(async (error: unknown) => {
  if (shutdown.begun) return;
  complain(error);
  await shutdown.run();
  process.exit(1);
});
