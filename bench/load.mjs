// A bounded load on loopback: so many requests, so many at once.
import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true, maxSockets: 16 });

/** Sends one body and gives status and text back. */
export function send(port, headers, body) {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, path: '/graphql', method: 'POST', agent };
    const sent = request({ ...options, headers: { 'content-type': 'application/json', ...headers } }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode, text: Buffer.concat(chunks).toString() }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

export async function load(port, headers, body, requests, concurrency) {
  let left = requests;
  const worker = async () => {
    while (left-- > 0) {
      const { status } = await send(port, headers, body);
      if (status !== 200) throw new Error(`answered ${status}`);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
}
