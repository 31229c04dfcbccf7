/**
 * Keeps a PostgreSQL server running for the process that started this one, and never longer than that: when that
 * process ends, however it ends, its end of the pipe closes and the server is shut down. Runs in a session of its own,
 * so that Ctrl-C reaches the API and not the server under it; starts the server again when it dies.
 * Argument: JSON of { command, args, uid, gid, removeAfter }; the last is a directory that goes with the server.
 */
'use strict';
const { spawn } = require('node:child_process');
const { rmSync } = require('node:fs');
const { setTimeout } = require('node:timers');

const { command, args, uid, gid, removeAfter } = JSON.parse(process.argv[2]);
/** After a crash, backends of the dead server may hold its memory for a moment. */
const pauseMs = 500;
/** A server that never served fails to start for good; one that did comes back when the disk has room again. */
const patience = 12;
const servedMs = 10_000;
const slowMs = 7_000;

let server;
let stopping = false;
let failures = 0;
let hasServed = false;

function start() {
  const startedAt = Date.now();
  server = spawn(command, args, { cwd: '/', stdio: ['ignore', 'inherit', 'inherit'], uid, gid });
  const ended = (code, signal) => {
    const lasted = Date.now() - startedAt > servedMs;
    hasServed ||= lasted;
    failures = lasted ? 0 : failures + 1;
    if (stopping || (failures > patience && !hasServed)) return leave();
    // Once for each time that it ends, not for each try.
    if (failures <= 1) console.error(`The server has ended (${signal ?? code}); it is started again until it serves.`);
    setTimeout(() => (stopping ? leave() : start()), Math.min(pauseMs * Math.max(1, failures), 5_000));
  };
  server.once('exit', ended);
  server.once('error', ended);
}

function leave() {
  if (removeAfter) rmSync(removeAfter, { recursive: true, force: true });
  process.exit(stopping ? 0 : 1);
}

/** Fast shutdown: open transactions are rolled back. Immediate when that takes too long; the next start recovers. */
function stop() {
  if (stopping) return;
  stopping = true;
  server.kill('SIGINT');
  setTimeout(() => server.kill('SIGQUIT'), slowMs).unref();
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
process.stdin.on('end', stop).on('error', stop).resume();
start();
