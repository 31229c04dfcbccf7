#!/usr/bin/env bash
# prom-client's default metrics keep whatever shares their registry in memory, when nobody holds the registry any more.
#
# What surprised: `collectDefaultMetrics({ register })` of prom-client 15.1.3 starts a PerformanceObserver for garbage
#   collection that nothing ends. It holds its histogram, which holds the registry, which holds every other metric of
#   it with what their `collect` functions reach. A registry without the default metrics is let go.
# Why it matters here: a gauge of database connections reaches the pools, and with them the whole API. Each API that was
#   started and closed in one process (a test does so hundreds of times) stayed in memory, some 8 MB each. The process's
#   metrics stand in a registry of their own now, made once.
# A good guess would have been: a registry that nobody holds is collected like any other object.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent prom-client@15.1.3

cat >show.cjs <<'JS'
const { setTimeout: delay } = require('node:timers/promises');
const { collectDefaultMetrics, Gauge, Registry } = require('prom-client');
const { version } = require('./node_modules/prom-client/package.json');

/** Whether what a gauge's collect function reaches is still in memory when nobody holds the registry any more. */
async function isHeld(withDefaults) {
  const reached = (() => {
    const register = new Registry();
    if (withDefaults) collectDefaultMetrics({ register });
    const service = { pools: new Array(1000).fill('pool') };
    new Gauge({ name: 'connections', help: 'x', registers: [register], collect: () => void service.pools.length });
    return new WeakRef(service);
  })();
  for (let turn = 0; turn < 5; turn++) {
    await delay(20);
    global.gc();
  }
  return reached.deref() !== undefined;
}

(async () => {
  const found = { 'with default metrics': await isHeld(true), without: await isHeld(false) };
  console.log(`prom-client ${version}`);
  for (const [how, held] of Object.entries(found)) console.log(`registry ${how}: ${held ? 'held' : 'let go'}`);
  process.exit(found['with default metrics'] && !found.without ? 0 : 1);
})();
JS
node --expose-gc show.cjs
