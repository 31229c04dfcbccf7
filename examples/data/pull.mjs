// Numbers and lists of the Hands Off API as CSV, with Node.js 20 or later and nothing else.
//
//   node pull.mjs indicators    values of indicators               -> indicators.csv
//   node pull.mjs pages         a list, page by page               -> trainings.csv
//   node pull.mjs export        the same list as one file          -> trainings-export.csv
//
// Who asks: HANDSOFF_URL, HANDSOFF_EMAIL and HANDSOFF_PASSWORD, or HANDSOFF_TOKEN. What is asked for: see `options`.
// Tokens stay in memory. Files are written when everything is there, replace those of the same name, and are readable
// by you alone.
import { createHash, randomUUID } from 'node:crypto';
import { appendFile, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';

const text = (value) => ({ type: 'string', default: value });
const options = {
  indicators: text('I03,I08,I10'), // their codes: schema/indicators.md
  period: text('LAST_4_QUARTERS'), // or names: 2025,2026Q1,2026S1,2026Oct
  by: text(''), //                    such as PROVINCE,GENDER
  list: text('trainings'), //         any list of the schema
  fields: text('id country title topic status startOn organisation { name }'), // GraphQL: what each row tells
  format: text('CSV'), //             of an export: CSV, XLSX, PARQUET, NDJSON
  into: text('.'), //                 the folder
};

class Refused extends Error {}

const url = (process.env.HANDSOFF_URL ?? 'http://localhost:4000').replace(/\/+$/, '');
const language = process.env.HANDSOFF_LANGUAGE ?? 'en';
const session = { accessToken: process.env.HANDSOFF_TOKEN ?? null, refreshToken: null };

// --- Asking ---

/** Sends one document. An answer with any error in it is no answer: a field that may not be read would be empty. */
async function ask(query, variables = {}, { isAgain = false, token = session.accessToken } = {}) {
  const response = await patiently(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'accept-language': language,
      // A region's table without one of its countries would look complete.
      'require-all-countries': 'true',
      ...(token && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors = [] } = await response.json().catch(() => ({}));
  const isOver = errors.some(({ extensions }) => extensions?.code === 'UNAUTHENTICATED');
  if (isOver && session.refreshToken && !isAgain) {
    await refresh();
    return ask(query, variables, { isAgain: true });
  }
  if (errors.length > 0) throw new Refused(errors.map(({ message }) => message).join('\n'));
  if (!data) throw new Refused(`${url} answers with ${response.status}, and not as the API does.`);
  return data;
}

/** Waits, for ten minutes at most, where the API has too much to do, or is still making a file. */
async function patiently(address, request) {
  const until = Date.now() + 600_000;
  for (;;) {
    const response = await fetch(address, request).catch(({ cause, message }) => {
      throw new Refused(`${new URL(address).origin} does not answer: ${cause?.message || cause?.code || message}`);
    });
    if (![429, 503].includes(response.status) || Date.now() > until) return response;
    await wait(1000 * Number(response.headers.get('retry-after') ?? 1));
  }
}

/** What a mutation answers, or what it has against it. */
function done({ problems, ...rest }) {
  if (problems.length > 0) throw new Refused(problems.map(({ message }) => message).join('\n'));
  return rest;
}

const tokens = 'session { accessToken refreshToken } problems { code message }';

async function signIn() {
  if (session.accessToken) return;
  const { HANDSOFF_EMAIL: email, HANDSOFF_PASSWORD: password } = process.env;
  if (!email || !password) throw new Refused('Set HANDSOFF_EMAIL and HANDSOFF_PASSWORD, or HANDSOFF_TOKEN.');
  const once = async (oneTimeCode) => {
    const mutation = `mutation ($input: SignInInput!) { signIn(input: $input) { ${tokens} } }`;
    return (await ask(mutation, { input: { email, password, oneTimeCode } })).signIn;
  };
  let answer = await once();
  if (answer.problems.some(({ code }) => code === 'SECOND_FACTOR_REQUIRED')) answer = await once(await askForCode());
  Object.assign(session, done(answer).session);
}

async function askForCode() {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const nobodyThere = new Promise((resolve) => lines.once('close', () => resolve('')));
  const code = await Promise.race([lines.question('Code of your authenticator app: '), nobodyThere]);
  lines.close();
  return code.trim();
}

/** Ends the session that was begun here: nothing that was kept of it opens anything. */
async function signOut() {
  if (session.refreshToken) done((await ask('mutation { signOut { problems { message } } }')).signOut);
}

/** An access token lasts 15 minutes. A refresh token is good for one use, and is sent without the old token. */
async function refresh() {
  const mutation = `mutation ($input: RefreshSessionInput!) { refreshSession(input: $input) { ${tokens} } }`;
  const input = { refreshToken: session.refreshToken };
  const { refreshSession } = await ask(mutation, { input }, { isAgain: true, token: null });
  Object.assign(session, done(refreshSession).session);
}

// --- Indicators ---

/** A value that is hidden or missing is an empty cell, never 0: `status` and `gap` say which it is, and why. */
async function indicators({ indicators: codes, period, by, into }) {
  const names = split(period);
  const dimensions = split(by);
  const input = {
    indicators: split(codes),
    period: /^\d/.test(period) ? { names } : { relative: period },
    by: dimensions,
  };
  const { indicatorTable: table } = await ask(
    `query ($input: IndicatorTableInput!) {
      indicatorTable(input: $input) {
        rows {
          indicator version country period from to dimensions { dimension code label }
          value numerator denominator status gap lockedOn
        }
        countries { country asOf }
      }
    }`,
    { input },
  );
  const asOf = new Map(table.countries.map((one) => [one.country, one.asOf]));
  const rows = table.rows.map(({ dimensions: told, ...row }) => {
    const of = dimensions.map((name) => told.find(({ dimension }) => dimension === name));
    return [
      ...[row.indicator, row.version, row.country, row.period, row.from, row.to],
      ...of.flatMap((one) => [one?.code, one?.label]),
      ...[row.value, row.numerator, row.denominator, row.status, row.gap, row.lockedOn, asOf.get(row.country)],
    ];
  });
  const head = [
    ...['indicator', 'version', 'country', 'period', 'from', 'to'],
    ...dimensions.flatMap((name) => [name.toLowerCase(), `${name.toLowerCase()}_label`]),
    ...['value', 'numerator', 'denominator', 'status', 'gap', 'lockedOn', 'asOf'],
  ];
  await write(`${into}/indicators.csv`, [head, ...rows]);
}

const split = (list) =>
  list
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);

// --- A list, page by page ---

async function pages({ list, fields, into }) {
  const page = `pageInfo { hasNextPage endCursor } edges { node { ${fields} } }`;
  const rows = [];
  let after = null;
  let total;
  do {
    // How many there are is counted anew each time that it is asked for: once is enough.
    const asked = after === null ? 'totalCount' : '';
    const answer = (
      await ask(`query ($after: String) { ${list}(first: 100, after: $after) { ${asked} ${page} } }`, { after })
    )[list];
    total ??= answer.totalCount;
    rows.push(...answer.edges.map(({ node }) => node));
    after = answer.pageInfo.hasNextPage ? answer.pageInfo.endCursor : null;
  } while (after !== null);
  if (rows.length !== total)
    console.error(`There were ${total} at first, and ${rows.length} came: some changed meanwhile.`);
  const columns = columnsOf(fields);
  const inRow = (row) => columns.map((path) => path.split('.').reduce((value, name) => value?.[name], row));
  await write(`${into}/${list}.csv`, [columns, ...rows.map(inRow)]);
}

/** `title organisation { name }` as the columns `title` and `organisation.name`. */
function columnsOf(fields) {
  const words = fields.match(/\w+|[{}]/g) ?? [];
  const path = [];
  const columns = [];
  for (const [at, word] of words.entries()) {
    if (word === '}') path.pop();
    else if (words[at + 1] === '{') path.push(word);
    else if (word !== '{') columns.push([...path, word].join('.'));
  }
  return columns;
}

// --- The same list as one file ---

/** All rows of one moment, made by the API. Each export is in the list of exports that the privacy officer reads. */
async function exported({ list, fields, format, into }) {
  const input = {
    idempotencyKey: randomUUID(),
    document: `{ ${list} { edges { node { ${fields} } } } }`,
    purpose: 'REPORTING',
    format,
  };
  const mutation = `mutation ($input: ExportDataInput!) { exportData(input: $input) { url problems { message } } }`;
  const made = done((await ask(mutation, { input })).exportData);
  const path = `${into}/${list}-export.${format.toLowerCase()}`;
  const part = `${path}.part`;
  try {
    // The path of the link, at the address where the API is asked.
    const told = await download(url + new URL(made.url).pathname, part);
    await rename(part, path);
    console.log(`${path}: ${told.rows} rows, ${told.bytes} bytes, SHA-256 ${told.sha256}`);
  } finally {
    await rm(part, { force: true });
  }
}

/** The link is good once, for 15 minutes; until its last byte is here it can be asked for the rest. */
async function download(link, part) {
  let tag = null;
  await writeFile(part, '', { mode: 0o600 });
  for (let tries = 0; tries < 5; tries++) {
    const at = (await readFile(part)).length;
    const response = await patiently(link, {
      headers: { 'accept-language': language, ...(at > 0 && { range: `bytes=${at}-`, 'if-range': tag }) },
    });
    if (!response.ok) throw new Refused(await whatIsSaid(response));
    // Anything but 206 is the whole file anew.
    if (response.status !== 206) await writeFile(part, '');
    tag = response.headers.get('etag');
    const isWhole = await received(response, part);
    if (!isWhole) continue;
    const bytes = await readFile(part);
    const hash = createHash('sha256').update(bytes);
    const [sha256, digest] = [hash.copy().digest('hex'), hash.digest('base64')];
    if (response.headers.get('repr-digest') !== `sha-256=:${digest}:`)
      throw new Refused('What arrived is not what was sent.');
    return { rows: response.headers.get('x-row-count'), bytes: bytes.length, sha256 };
  }
  throw new Refused('The download broke off five times.');
}

/** @returns whether it came to its end */
async function received(response, part) {
  try {
    for await (const piece of response.body) await appendFile(part, piece);
    return true;
  } catch {
    return false;
  }
}

async function whatIsSaid(response) {
  const { problems = [] } = await response.json().catch(() => ({}));
  return problems.map(({ message }) => message).join('\n') || `The link answers with ${response.status}.`;
}

// --- CSV ---

async function write(path, rows) {
  await writeFile(path, rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join(''), { mode: 0o600 });
  console.log(`${path}: ${rows.length - 1} rows`);
}

/** A text that a spreadsheet would run as a formula gets an apostrophe before it, as in the exports of the API. */
function cellOf(value) {
  if (typeof value !== 'string') return value === null || value === undefined ? '' : String(value);
  const harmless = value.replace(/(^|[;\t\r\n])([=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20])/g, "$1'$2");
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

// --- What to do ---

const tasks = { indicators, pages, export: exported };

try {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const unknown = positionals.filter((name) => !Object.hasOwn(tasks, name));
  if (positionals.length === 0 || unknown.length > 0) throw new Refused('Say what to pull: indicators, pages, export.');
  await signIn();
  try {
    for (const name of positionals) await tasks[name](values);
  } finally {
    await signOut();
  }
} catch (error) {
  if (!(error instanceof Refused) && !error.code) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
