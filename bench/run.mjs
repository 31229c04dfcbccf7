// The published benchmark: CPU for each request of 50 cases with organisation and 3 referrals each, through whole servers.
import { execFileSync } from 'node:child_process';
import { cpuOf, cpuOfTree } from './cpu.mjs';
import { install } from './installation.mjs';
import { load, send } from './load.mjs';
import { node, startHandWritten, startOurs, startPostGraphile } from './servers.mjs';

const scale = Number(process.env.BENCH_SCALE ?? 100);
const requests = Number(process.env.BENCH_REQUESTS ?? 1500);
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const concurrency = 4;

const installation = await install(scale);
const servers = [];
try {
  servers.push(await startHandWritten(installation));
  servers.push(await startOurs({ ...installation, execution: 'compiled' }));
  servers.push(await startOurs({ ...installation, execution: 'interpreted' }));
  servers.push(await startPostGraphile(installation));
  for (const { name, port, headers, body } of servers) {
    const { status, text } = await send(port, headers, body);
    if (status !== 200 || text.includes('"errors"'))
      throw new Error(`${name} answers ${status}: ${text.slice(0, 500)}`);
    process.stderr.write(`${name}: ${text.length} bytes\n`);
    await load(port, headers, body, requests, concurrency);
  }
  print(await measure());
} finally {
  for (const server of servers) server.stop();
  await installation.stop();
}

/** Rounds in turn, so that a drift of the machine meets all alike. */
async function measure() {
  const found = new Map(servers.map(({ name }) => [name, { node: [], postgres: [] }]));
  for (let round = 0; round < rounds; round++) {
    for (const { name, port, pid, headers, body } of servers) {
      const before = [cpuOf(pid), cpuOfTree(installation.postmaster)];
      await load(port, headers, body, requests, concurrency);
      found.get(name).node.push((cpuOf(pid) - before[0]) / requests);
      found.get(name).postgres.push((cpuOfTree(installation.postmaster) - before[1]) / requests);
    }
  }
  return found;
}

function print(found) {
  const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
  const total = ({ node, postgres }) => median(node.map((ms, i) => ms + postgres[i]));
  const own = total(found.get('Hands Off API, compiled'));
  console.log(
    `\n${installation.cases} cases in the country, ${rounds} rounds of ${requests} requests, ${concurrency} at once, Node.js ${execFileSync(node, ['-v']).toString().trim()}\n`,
  );
  console.log('| server | Node ms | PostgreSQL ms | together | ratio to ours |\n|---|---|---|---|---|');
  for (const [name, figures] of found) {
    const cells = [median(figures.node), median(figures.postgres), total(figures), total(figures) / own];
    console.log(`| ${name} | ${cells.map((value) => value.toFixed(2)).join(' | ')} |`);
  }
}
