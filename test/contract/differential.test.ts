/**
 * The server answers byte for byte as graphql-js does over the simplest resolvers: random documents, every role.
 *
 * `DIFFERENTIAL_DOCUMENTS` says how many documents each account asks (a nightly run can afford more),
 * `DIFFERENTIAL_SEED` where they begin, `DIFFERENTIAL_CONTRACT` which of the contracts is expected.
 */
import type { Standing } from '../../src/base/standing';
import type { Locale } from '../../src/base/locale';
import type { Actor } from '../../src/base/actor';
import { startApp, type Client, type TestApp } from '../support/app';
import { contractNamed } from '../support/oracle/contract';
import { Oracle, type OracleAnswer, type Question } from '../support/oracle/oracle';
import { randomQuestion } from '../support/oracle/question';
import { Sample } from '../support/oracle/sample';
import { breakSeals } from '../support/oracle/seals';

const documents = Number(process.env.DIFFERENTIAL_DOCUMENTS ?? 20);
const firstSeed = Number(process.env.DIFFERENTIAL_SEED ?? 1);
const contract = contractNamed(process.env.DIFFERENTIAL_CONTRACT ?? 'planned');

/** What is kept of a document may answer otherwise than its first time. */
const times = 3;

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
  api = await startApp();
  if (contract.breaksSeals) await breakSeals(api.database);
  sample = await Sample.of(api.database);
});
afterAll(() => api?.close());

interface Case {
  readonly seed: number;
  readonly account: string;
  readonly client: Client;
  readonly actor: Actor;
  readonly locale: Locale;
}

describe.each(accounts)('random documents of a %s of %s (%s)', (role, country, locale) => {
  const account = `${role} of ${country}`;
  const patience = Math.max(60_000, documents * 5_000);

  it(
    'are answered as the oracle answers them, every time',
    async () => {
      const client = await api.as(role, country);
      const standing = await api.app.identity.authenticate(`Bearer ${client.token}`);
      const { actor } = standing as Standing;
      const { limits } = api.config;
      let telling = 0;
      for (let seed = firstSeed; seed < firstSeed + documents; seed++) {
        const question = randomQuestion({ seed, account, actor, sample, contract, limits });
        const asked = { seed, account, client, actor, locale };
        const answer = await compare(question, asked);
        const next = question.next(answer);
        if (next) await compare(next, asked);
        if (answer.text.length > 200) telling++;
      }
      // Documents that nobody gets an answer to would prove nothing.
      expect(telling).toBeGreaterThanOrEqual(Math.floor(documents / 5));
    },
    patience,
  );
});

/** Asks both, the server several times. */
async function compare(question: Question, { seed, account, client, actor, locale }: Case): Promise<OracleAnswer> {
  const expected = await new Oracle(api.app, contract).answer(question, actor, locale);
  for (let time = 1; time <= times; time++) {
    const { status, text } = await ask(question, client, locale);
    if (status === expected.status && text === expected.text) continue;
    const again = `DIFFERENTIAL_SEED=${seed} DIFFERENTIAL_DOCUMENTS=1 npx jest test/contract/differential -t '${account} '`;
    const { document, ...rest } = question;
    const about = { account, locale, time, status: { server: status, oracle: expected.status }, ...rest };
    throw new Error([again, document, JSON.stringify(about), ...apart(text, expected.text)].join('\n'));
  }
  return expected;
}

async function ask({ document, ...rest }: Question, { token }: Client, locale: Locale) {
  const response = await api.http.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'accept-language': locale },
    payload: JSON.stringify({ query: document, ...rest }),
  });
  return { status: response.statusCode, text: response.body };
}

/** Both texts, and where they part. */
function apart(server: string, oracle: string): string[] {
  let at = 0;
  while (at < server.length && server[at] === oracle[at]) at++;
  const near = (text: string): string => text.slice(Math.max(0, at - 150), at + 150);
  return [
    `server: ${server}`,
    `oracle: ${oracle}`,
    `from ${at} on, server: … ${near(server)} …`,
    `from ${at} on, oracle: … ${near(oracle)} …`,
  ];
}
