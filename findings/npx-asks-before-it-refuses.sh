#!/usr/bin/env bash
# `npx --no` asks the registry about a command that is not installed, and only then refuses to run it.
#
# What surprised: npx of npm 11.6.2, told never to install (`--no`, or `yes=false` in .npmrc), sends the name of the
#   command to the registry all the same, and names the version that it would have run in its refusal. `npm exec
#   --offline` ends without a request.
# Why it matters here: `npx handsoff` is what people type, also in a folder where nothing is installed yet. `yes=false`
#   keeps a stranger's package of that name from being run, but on a machine without a way out (an office, a server that
#   is fenced in) the same command waits for the network before it fails, and a registry learns what was typed.
# A good guess would have been: who may not install has no reason to ask, so that the refusal comes at once and from
#   this machine alone.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent npm@11.6.2

cat >show.cjs <<'JS'
const { spawn } = require('node:child_process');
const { once } = require('node:events');
const { createServer } = require('node:http');
const { join } = require('node:path');
const { version } = require('./node_modules/npm/package.json');

/** A registry that knows a single package. */
const asked = [];
const place = () => `http://127.0.0.1:${registry.address().port}/`;
const registry = createServer((request, response) => {
  asked.push(`${request.method} ${request.url}`);
  const dist = { tarball: new URL('somebody-elses-command.tgz', place()).href, shasum: '0'.repeat(40) };
  const one = { name: 'somebody-elses-command', version: '1.0.0', bin: { 'somebody-elses-command': 'x.js' }, dist };
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ name: one.name, 'dist-tags': { latest: '1.0.0' }, versions: { '1.0.0': one } }));
});

async function run(...options) {
  asked.length = 0;
  const cli = join(__dirname, 'node_modules/npm/bin/npm-cli.js');
  const child = spawn(process.execPath, [cli, 'exec', ...options, `--registry=${place()}`, `--cache=${join(__dirname, 'cache')}`, '--', 'somebody-elses-command'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk) => (said += chunk));
  const [code] = await once(child, 'close');
  return { code, said, requests: [...asked] };
}

async function main() {
  registry.listen(0, '127.0.0.1');
  await once(registry, 'listening');
  const refused = await run('--no');
  const offline = await run('--offline', '--no', '--prefer-online=false');
  registry.close();
  console.log(`npm ${version}`);
  console.log(`  --no: ends with ${refused.code}, after ${refused.requests.join(', ') || 'no request'}`);
  console.log(`  ${/npx canceled[^\n]*/.exec(refused.said)?.[0]}`);
  console.log(`  --offline: ends with ${offline.code}, after ${offline.requests.join(', ') || 'no request'}`);
  const same =
    refused.code === 1 && refused.requests.join() === 'GET /somebody-elses-command' && /canceled/.test(refused.said);
  if (same && offline.requests.length === 0) return;
  console.log('This is no longer as it was.');
  process.exitCode = 1;
}
main();
JS
node show.cjs
