// Who takes part in a workload: a server, an account and the requests that it sends, looked at before they are measured.
import { send } from './client.mjs';
import { ask, headersFor } from './servers.mjs';

/** Values that must be the same whoever answers, wherever they stand in the answer. */
const compared = ['displayId', 'survivorCode', 'status', 'category', 'purpose', 'decision', 'gbvimsType', 'name'];

/** What is in an answer, whatever its form: how many records, which are objects with an id, that of another or a code, and their codes. */
function contentOf(text) {
  let records = 0;
  const values = [];
  JSON.parse(text, (key, value) => {
    if (compared.includes(key)) values.push(`${key}=${value}`);
    if (value && ['id', 'recordId', ...compared].some((name) => Object.hasOwn(value, name))) records++;
    return value;
  });
  return { records, values: values.sort().join() };
}

/** @param servers those that run, by kind; kinds that do not run take no part */
export async function entrantsOf(workload, servers) {
  const wanted = workload.servers.map((entry) => (typeof entry === 'string' ? { server: entry } : entry));
  const present = wanted.filter(({ server }) => servers.has(server));
  return Promise.all(
    present.map(({ server: kind, account = workload.account, as }) => {
      const server = servers.get(kind);
      return entrantOf(workload, server, account, as ? `${server.name}: ${as}` : server.name);
    }),
  );
}

async function entrantOf(workload, server, account, label) {
  const { family, installation } = server;
  const { root } = installation;
  const query = workload.question[family](root);
  const path = family === 'handWritten' ? `/${query}` : '/graphql';
  const asked = (document, variables) => ask(server, account, document, variables);
  const bodiesFor = async (count) => {
    const variables = await workload.variables[family](installation.facts, asked, { root, count });
    return variables.map((one) => JSON.stringify(family === 'handWritten' ? one : { query, variables: one }));
  };
  const job = async () => ({ port: server.port, path, headers: await headersFor(server, account) });
  const entrant = { label, server, account, job, bodiesFor };
  if (workload.writes) return { ...entrant, ...(await lookAt(entrant, await bodiesFor(1))), lengths: null };
  const bodies = await bodiesFor(0);
  return { ...entrant, ...(await lookAt(entrant, bodies)), bodiesFor: () => bodies };
}

/** @throws when an answer is not what was asked for */
async function lookAt({ label, job }, bodies) {
  const { port, path, headers } = await job();
  const texts = [];
  for (const body of bodies) {
    const { status, text } = await send(port, path, headers, body);
    if (status !== 200 || text.includes('"errors":') || text.includes('"problems":[{'))
      throw new Error(`${label} answers ${status}: ${text.slice(0, 500)}`);
    texts.push(text);
  }
  return { content: texts.map(contentOf), lengths: texts.map((text) => Buffer.byteLength(text)) };
}

/** @throws when one answers nothing (where that is part of the question: always nothing), or two that answer for one account from one database do not answer the same */
export function mustAgree({ name, writes, findsNothing = false }, entrants) {
  const firsts = new Map();
  for (const { label, account, server, content } of entrants) {
    const empty = content.filter(({ records }) => records === 0).length;
    if (empty > 0 && (!findsNothing || empty === content.length))
      throw new Error(`${name}: ${label} answers no record`);
    const key = `${account} ${server.installation.home}`;
    const first = firsts.get(key) ?? { label, content };
    firsts.set(key, first);
    if (!writes && JSON.stringify(content) !== JSON.stringify(first.content))
      throw new Error(`${name}: ${label} and ${first.label} answer different things`);
  }
}
