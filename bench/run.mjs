// The published benchmark: CPU for each request of whole servers, ours and peers, on one database and in turns.
import { startLoad } from './client.mjs';
import { commitOf, install, ownRoot, sameDatabase } from './installation.mjs';
import { measure, measureMemory } from './measure.mjs';
import { options } from './options.mjs';
import { markdown, reportOf, write } from './report.mjs';
import { startServer } from './servers.mjs';
import { workloads } from './workloads.mjs';

const chosen = workloads.filter(({ name }) => options.only.includes(name));
const say = (line) => process.stderr.write(`${line}\n`);

/** The baseline has a cluster of its own only where it could not serve ours: roles belong to a whole cluster. */
async function installAll(scale) {
  const { baseline: root } = options;
  const own = await install(ownRoot, scale);
  if (!root) return { own };
  if (sameDatabase(ownRoot, root)) return { own, baseline: { ...own, root, commit: commitOf(root) } };
  say('The baseline makes another database: it gets an installation of its own.');
  try {
    return { own, baseline: await install(root, scale) };
  } catch (error) {
    await own.stop();
    throw error;
  }
}

/** Starts every server that one of the workloads asks for, as far as there is what it serves. */
async function startAll({ own, baseline }, listed, servers) {
  const kinds = new Set(listed.flatMap((workload) => workload.servers.map((entry) => entry.server ?? entry)));
  for (const kind of kinds) {
    const installation = kind === 'baseline' ? baseline : own;
    if (installation) servers.set(kind, await startServer(kind, installation));
  }
}

/** Memory does not depend on how much there is: it is measured once. */
const listedAt = (nth) => chosen.filter(({ measure: kind }) => kind !== 'memory' || nth === 0);

async function measureScale(scale, nth, load) {
  const installed = await installAll(scale);
  const servers = new Map();
  try {
    const listed = listedAt(nth);
    await startAll(installed, listed, servers);
    const found = {};
    for (const workload of listed) {
      say(`${workload.name} at scale ${scale}`);
      const way = workload.measure === 'memory' ? measureMemory : measure;
      // What was measured before is not lost with one that fails.
      try {
        found[workload.name] = await way(workload, servers, load, options);
      } catch (error) {
        say(`${workload.name} is left out: ${error.stack}`);
        process.exitCode = 1;
      }
    }
    const { count: cases, depth, version: postgres } = installed.own.facts;
    return { scale, cases, depth, postgres, found };
  } finally {
    for (const server of servers.values()) await server.stop();
    for (const stop of new Set(Object.values(installed).map((installation) => installation.stop))) await stop();
  }
}

const { load, stop } = startLoad();
try {
  const scales = [];
  for (const [nth, scale] of options.scales.entries()) scales.push(await measureScale(scale, nth, load));
  const report = reportOf(options, scales);
  if (options.out) write(options.out, report);
  console.log(markdown(report));
} finally {
  stop();
}
