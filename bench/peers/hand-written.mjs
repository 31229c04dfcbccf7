// Hand-written SQL behind node:http and pg: what the fastest thinkable server would do. No sign-in, no policy, no paging.
import { createServer } from 'node:http';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.BENCH_DATABASE, max: 8 });
const questions = join(dirname(dirname(fileURLToPath(import.meta.url))), 'questions');
const statements = new Map(
  readdirSync(questions, { recursive: true })
    .filter((path) => path.endsWith('/hand-written.sql'))
    .map((path) => [`/${dirname(path)}`, { name: dirname(path), text: readFileSync(join(questions, path), 'utf8') }]),
);

async function answer(request, response) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const statement = statements.get(request.url);
  if (!statement) return void response.writeHead(404).end();
  const { rows } = await pool.query({ ...statement, values: JSON.parse(Buffer.concat(chunks).toString()) });
  response.setHeader('content-type', 'application/json');
  response.end(rows[0].body);
}

createServer((request, response) => {
  answer(request, response).catch((error) => response.writeHead(500).end(error.message));
}).listen(Number(process.env.PORT), '127.0.0.1');
