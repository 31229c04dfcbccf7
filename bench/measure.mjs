// Measures one workload: rounds in turn, so that a drift of the machine meets all alike, and ratios within a round.
import { cpuOf, cpuOfTree, residentOf } from './cpu.mjs';
import { entrantsOf, mustAgree } from './entrants.mjs';
import { headersFor, startServer } from './servers.mjs';

const CONNECTIONS = 4;
/** What a server answers before it is measured, at least: compilers and plans have settled by then. */
const WARM_UP = 200;

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** `{ node, postgres }` in ms of CPU for each request, `perSecond` requests, `loadBusy` the share of a core that load took. */
async function turn({ job, bodiesFor, lengths, server }, load, requests, connections) {
  const sent = { ...(await job()), bodies: await bodiesFor(requests), lengths, requests, connections };
  const { pid, installation } = server;
  const before = [cpuOf(pid), cpuOfTree(installation.postmaster)];
  const { seconds, ownCpu } = await load(sent);
  return {
    node: (cpuOf(pid) - before[0]) / requests,
    postgres: (cpuOfTree(installation.postmaster) - before[1]) / requests,
    perSecond: requests / seconds,
    loadBusy: ownCpu / seconds,
  };
}

/** @returns for each entrant its rounds, their medians, and its ratio to the first of the workload */
export async function measure(workload, servers, load, options) {
  const entrants = await entrantsOf(workload, servers);
  mustAgree(workload, entrants);
  const requests = Math.max(1, Math.round(options.requests * (workload.share ?? 1)));
  const connections = workload.connections ?? CONNECTIONS;
  for (const entrant of entrants) await turn(entrant, load, Math.max(requests, WARM_UP), connections);
  const rounds = entrants.map(() => []);
  for (let round = 0; round < options.rounds; round++) {
    // Another begins each time, so that nobody always comes after the same one.
    for (let i = 0; i < entrants.length; i++) {
      const nth = (round + i) % entrants.length;
      rounds[nth].push(await turn(entrants[nth], load, requests, connections));
    }
  }
  return entrants.map(({ label, content }, i) => ({
    server: label,
    records: content[0].records,
    requests,
    connections,
    ...summary(workload, rounds[i], rounds[0]),
    rounds: rounds[i],
  }));
}

function summary({ measure: kind }, rounds, first) {
  const together = ({ node, postgres }) => node + postgres;
  const figure = kind === 'throughput' ? ({ perSecond }) => perSecond : together;
  const ratios = rounds.map((round, i) => figure(round) / figure(first[i]));
  return {
    node: median(rounds.map(({ node }) => node)),
    postgres: median(rounds.map(({ postgres }) => postgres)),
    together: median(rounds.map(together)),
    perSecond: median(rounds.map(({ perSecond }) => perSecond)),
    loadBusy: median(rounds.map(({ loadBusy }) => loadBusy)),
    ratio: { median: median(ratios), lowest: Math.min(...ratios), highest: Math.max(...ratios) },
  };
}

/** Resident memory of a server just started, and after so many different documents, each sent twice: some caches take
 *  in what comes again. */
export async function measureMemory(workload, servers, load, { documents }) {
  const found = [];
  for (const kind of workload.servers.filter((name) => servers.has(name))) {
    const { installation } = servers.get(kind);
    const server = await startServer(kind, installation);
    try {
      const headers = await headersFor(server, workload.account);
      const bodies = Array.from({ length: 2 * documents }, (_, i) =>
        JSON.stringify({ query: workload.question(Math.floor(i / 2)) }),
      );
      const job = { port: server.port, path: '/graphql', headers, connections: CONNECTIONS };
      const atStart = residentOf(server.pid);
      await load({ ...job, bodies, requests: bodies.length });
      found.push({ server: server.name, documents, atStart, after: residentOf(server.pid) });
    } finally {
      await server.stop();
    }
  }
  return found;
}
