// The load, in a process of its own so that it holds up nobody: so many requests, so many at once, every answer checked.
// HTTP/1.1 by hand on keep-alive sockets: Node's own client costs as much as some of the servers that are measured.
import { connect } from 'node:net';
import { performance } from 'node:perf_hooks';

const headEnd = Buffer.from('\r\n\r\n');

/** One connection; `exchange` sends a request that is ready and gives status and body back. */
function open(port) {
  const socket = connect({ host: '127.0.0.1', port, noDelay: true });
  let received = Buffer.alloc(0);
  let waiting = null;
  const take = () => {
    const head = received.indexOf(headEnd);
    if (head < 0 || !waiting) return;
    const text = received.toString('latin1', 0, head);
    const length = /\r\ncontent-length: *(\d+)/i.exec(text);
    if (!length) return void socket.destroy(new Error('an answer without Content-Length'));
    const end = head + headEnd.length + Number(length[1]);
    if (received.length < end) return;
    const body = received.subarray(head + headEnd.length, end);
    received = received.subarray(end);
    waiting.resolve({ status: Number(text.slice(9, 12)), body });
  };
  socket.on('data', (chunk) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
    take();
  });
  socket.setTimeout(60_000, () => socket.destroy(new Error('no answer for a minute')));
  socket.on('error', (error) => waiting?.reject(error));
  socket.on('close', () => waiting?.reject(new Error('the server closed the connection')));
  const exchange = (bytes) =>
    new Promise((resolve, reject) => {
      waiting = { resolve, reject };
      socket.write(bytes);
    });
  return { exchange, close: () => socket.destroy() };
}

function written({ path, headers }, body) {
  const fields = {
    host: '127.0.0.1',
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    ...headers,
  };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`POST ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`);
}

/** @throws when an answer has errors or problems, or is not as long as the one that was looked at before */
function check({ status, body }, length) {
  const wrong =
    status !== 200 ||
    body.includes('"errors":') ||
    body.includes('"problems":[{') ||
    body.length !== (length ?? body.length);
  if (wrong)
    throw new Error(`answered ${status}, ${body.length} bytes for ${length}: ${body.toString('utf8', 0, 500)}`);
}

/** Bodies are sent in turn; `lengths` are those of their answers, where every answer to one must be the same. */
async function run({ port, path, headers, bodies, lengths, requests, connections }) {
  const ready = bodies.map((body) => written({ path, headers }, body));
  const opened = Array.from({ length: connections }, () => open(port));
  const began = { time: performance.now(), cpu: process.cpuUsage() };
  let sent = 0;
  const drive = async ({ exchange }) => {
    while (sent < requests) {
      const nth = sent++ % ready.length;
      check(await exchange(ready[nth]), lengths?.[nth]);
    }
  };
  await Promise.all(opened.map(drive));
  const { user, system } = process.cpuUsage(began.cpu);
  const seconds = (performance.now() - began.time) / 1000;
  for (const { close } of opened) close();
  return { seconds, ownCpu: (user + system) / 1e6 };
}

process.on('message', (job) =>
  run(job).then(
    (result) => process.send({ result }),
    (error) => process.send({ error: error.message }),
  ),
);
