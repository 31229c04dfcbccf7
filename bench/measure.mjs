// Measures one workload: rounds in turn, so that a drift of the machine meets all alike, and ratios within a round.
import { cpuOf, cpuOfTree, residentOf } from './cpu.mjs';
import { entrantsOf, mustAgree } from './entrants.mjs';
import { headersFor, startServer } from './servers.mjs';

const CONNECTIONS = 4;
/** Requests of a slice for each connection. */
const SLICE = 25;

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1] + sorted[Math.floor(middle)]) / 2;
}

/** Sends so many requests; CPU in ms and time in seconds for all of them. */
async function slice({ job, bodiesFor, lengths, server }, load, requests, connections) {
  const sent = { ...(await job()), bodies: await bodiesFor(requests), lengths, requests, connections };
  const { pid, installation } = server;
  const before = [cpuOf(pid), cpuOfTree(installation.postmaster)];
  const { seconds, ownCpu } = await load(sent);
  const [node, postgres] = [cpuOf(pid) - before[0], cpuOfTree(installation.postmaster) - before[1]];
  return { requests, node, postgres, seconds, ownCpu };
}

/** A round in slices, so that a neighbour's work of a second or two meets all alike; another begins each time. */
async function roundOf(entrants, load, requests, connections) {
  const slices = entrants.map(() => []);
  const size = SLICE * connections;
  for (let done = 0, nth = 0; done < requests; done += size, nth++) {
    for (let i = 0; i < entrants.length; i++) {
      const turn = (nth + i) % entrants.length;
      slices[turn].push(await slice(entrants[turn], load, Math.min(size, requests - done), connections));
    }
  }
  return slices.map(perRequest);
}

/** `{ node, postgres }` in ms of CPU for a request, `perSecond` requests, `loadBusy` the share of a core that load took. */
function perRequest(slices) {
  const sum = (name) => slices.reduce((total, one) => total + one[name], 0);
  return {
    node: sum('node') / sum('requests'),
    postgres: sum('postgres') / sum('requests'),
    perSecond: sum('requests') / sum('seconds'),
    loadBusy: sum('ownCpu') / sum('seconds'),
  };
}

/** @returns for each entrant its rounds, their medians, and its ratio to the first of the workload */
export async function measure(workload, servers, load, options) {
  const entrants = await entrantsOf(workload, servers);
  mustAgree(workload, entrants);
  const requests = Math.max(1, Math.round(options.requests * (workload.share ?? 1)));
  const connections = workload.connections ?? CONNECTIONS;
  await roundOf(entrants, load, options.warmUp, connections);
  const rounds = [];
  for (let nth = 0; nth < options.rounds; nth++) rounds.push(await roundOf(entrants, load, requests, connections));
  return entrants.map(({ label, content }, i) => ({
    server: label,
    records: content[0].records,
    requests,
    connections,
    ...summary(workload, rounds, i),
    rounds: rounds.map((round) => round[i]),
  }));
}

function summary({ measure: kind }, all, nth) {
  const rounds = all.map((round) => round[nth]);
  const together = ({ node, postgres }) => node + postgres;
  const figure = kind === 'throughput' ? ({ perSecond }) => perSecond : together;
  const ratios = all.map((round) => figure(round[nth]) / figure(round[0]));
  return {
    node: median(rounds.map(({ node }) => node)),
    postgres: median(rounds.map(({ postgres }) => postgres)),
    together: median(rounds.map(together)),
    perSecond: median(rounds.map(({ perSecond }) => perSecond)),
    loadBusy: median(rounds.map(({ loadBusy }) => loadBusy)),
    ratio: { median: median(ratios), lowest: Math.min(...ratios), highest: Math.max(...ratios) },
  };
}

/**
 * Resident memory in MB of a server just started, and after so many different documents, each sent twice: some caches
 * take in only what comes again.
 */
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
