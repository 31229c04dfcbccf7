// One hand-written SQL statement behind node:http and pg: what the fastest thinkable server would do.
import { createServer } from 'node:http';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.BENCH_DATABASE, max: 8 });
const text = `
  SELECT coalesce(json_agg(json_build_object('id', c.id, 'displayId', c.display_id, 'status', c.status, 'openedAt', c.opened_at,
    'organisation', json_build_object('id', o.id, 'name', o.name),
    'referrals', (SELECT coalesce(json_agg(json_build_object('id', r.id, 'category', r.category, 'status', r.status)), '[]')
       FROM (SELECT id, category, status FROM za.referral WHERE case_id = c.id ORDER BY requested_at DESC, id DESC LIMIT 3) r))), '[]')::text AS body
  FROM (SELECT * FROM za."case" WHERE organisation_id = $1 ORDER BY opened_at DESC, id DESC LIMIT 50) c
  JOIN za.organisation o ON o.id = c.organisation_id`;

createServer(async (request, response) => {
  request.resume();
  const { rows } = await pool.query({ name: 'list', text, values: [process.env.BENCH_ORGANISATION] });
  response.setHeader('content-type', 'application/json');
  response.end(rows[0].body);
}).listen(Number(process.env.PORT), '127.0.0.1');
