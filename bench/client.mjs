// The benchmark's own requests, one by one, and the handle of the process that makes load.
import { fork } from 'node:child_process';
import { request } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Sends one body and gives status and text back. */
export function send(port, path, headers, body) {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, path, method: 'POST', agent: false };
    const sent = request({ ...options, headers: { 'content-type': 'application/json', ...headers } }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode, text: Buffer.concat(chunks).toString() }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Starts the process that makes load; `load` resolves to `{ seconds, ownCpu }`, both in seconds. */
export function startLoad() {
  const child = fork(join(dirname(fileURLToPath(import.meta.url)), 'load.mjs'));
  const load = (job) =>
    new Promise((resolve, reject) => {
      const ended = (code) => reject(new Error(`the process that makes load ended with ${code}`));
      child.once('exit', ended);
      child.once('message', ({ result, error }) => {
        child.off('exit', ended);
        if (error === undefined) resolve(result);
        else reject(new Error(error));
      });
      child.send(job);
    });
  return { load, stop: () => child.kill() };
}
