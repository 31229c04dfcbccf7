/** The server answers byte for byte as graphql-js does over the simplest resolvers: random documents, every role. */
import { startApp, type Client, type TestApp } from '../support/app';
import { contracts, type Contract } from '../support/oracle/contract';
import { Oracle, type Question } from '../support/oracle/oracle';
import { randomQuestion } from '../support/oracle/question';
import { Sample } from '../support/oracle/sample';
import type { Actor } from '../../src/server/context';
import type { Locale } from '../../src/locale/locale';

/** Documents for each account; a nightly run can afford more. */
const documents = Number(process.env.DIFFERENTIAL_DOCUMENTS ?? 30);
const firstSeed = Number(process.env.DIFFERENTIAL_SEED ?? 1);
const times = 3;

/** Which answers are expected where they are about to change. */
const contract = contracts[process.env.DIFFERENTIAL_CONTRACT ?? 'present'] as Contract;

const accounts: readonly (readonly [role: string, country: string, locale: Locale])[] = [
  ['field-worker', 'za', 'en'],
  ['case-manager', 'za', 'en'],
  ['case-manager-2', 'za', 'pt'],
  ['supervisor', 'za', 'en'],
  ['partner-admin', 'za', 'en'],
  ['me-officer', 'za', 'pt'],
  ['service-provider', 'za', 'en'],
  ['privacy-officer', 'za', 'en'],
  ['case-manager', 'mz', 'pt'],
  ['service-provider', 'mz', 'pt'],
  ['me-officer', 'mz', 'en'],
  ['secretariat', 'region', 'en'],
  ['analyst', 'region', 'pt'],
  ['operator', 'region', 'en'],
];

let api: TestApp;
let sample: Sample;
beforeAll(async () => {
  api = await startApp({ env: { EXECUTION: process.env.EXECUTION ?? 'interpreted' } });
  sample = await Sample.of(api.database);
});
afterAll(() => api?.close());

interface Told {
  readonly status: number;
  readonly text: string;
}

async function ask({ token }: Client, { document, ...rest }: Question, locale: Locale): Promise<Told> {
  const response = await api.http.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'accept-language': locale },
    payload: JSON.stringify({ query: document, ...rest }),
  });
  return { status: response.statusCode, text: response.body };
}

describe.each(accounts)('random documents of a %s of %s (%s)', (role, country, locale) => {
  it('are answered as the oracle answers them, every time', async () => {
    const client = await api.as(role, country);
    const actor = (await api.app.identity.authenticate(`Bearer ${client.token}`)) as Actor;
    const oracle = new Oracle(api.app, contract);
    const base = accounts.findIndex(([r, c]) => r === role && c === country) * 100_000;
    for (let seed = base + firstSeed; seed < base + firstSeed + documents; seed++) {
      const limits = api.config.limits;
      const question = randomQuestion({ seed, actor, sample, contract, limits });
      const first = await compare(oracle, client, question, { seed, actor, locale });
      const next = question.next(first);
      if (next) await compare(oracle, client, next, { seed, actor, locale });
    }
  });
});

interface Case {
  readonly seed: number;
  readonly actor: Actor;
  readonly locale: Locale;
}

async function compare(oracle: Oracle, client: Client, question: Question, { seed, actor, locale }: Case) {
  const expected = await oracle.answer(question, actor, locale);
  for (let time = 1; time <= times; time++) {
    const { status, text } = await ask(client, question, locale);
    if (status === expected.status && text === expected.text) continue;
    const about = { seed, time, actor: actor.email, locale, ...question };
    throw new Error([JSON.stringify(about), question.document, ...apart(text, expected.text)].join('\n'));
  }
  return expected;
}

/** Both texts, and where they part. */
function apart(server: string, oracle: string): string[] {
  let at = 0;
  while (at < server.length && server[at] === oracle[at]) at++;
  const near = (text: string): string => text.slice(Math.max(0, at - 150), at + 150);
  return [
    `server: ${server}`,
    `oracle: ${oracle}`,
    `server near ${at}: ${near(server)}`,
    `oracle near ${at}: ${near(oracle)}`,
  ];
}
