/** In which language somebody is answered: the one asked for, else the account's, else English. */
import type { TestApp } from '../support/app';
import { sharedApp } from '../support/outside';

let api: TestApp;
beforeAll(async () => {
  api = await sharedApp();
});
afterAll(() => api?.close());

const labelOf = async (country: string, language?: string): Promise<string> => {
  const client = await api.as('field-worker', country);
  const headers: Record<string, string> = language === undefined ? {} : { 'accept-language': language };
  const { data } = await client.query('{ viewer { account { roleLabel } } }', {}, headers);
  return (data as { viewer: { account: { roleLabel: string } } }).viewer.account.roleLabel;
};

it.each([
  ['mz', undefined, 'Activista de campo'],
  // What programs send by themselves asks for no language.
  ['mz', '*', 'Activista de campo'],
  ['mz', 'zu', 'Activista de campo'],
  ['mz', 'en', 'Field worker'],
  ['za', undefined, 'Field worker'],
  ['za', 'pt', 'Activista de campo'],
] as const)('somebody of %s who asks for %s is answered: %s', async (country, language, label) => {
  expect(await labelOf(country, language)).toBe(label);
});

it('errors and known documents are told in it as well', async () => {
  const client = await api.as('field-worker', 'mz');
  const document = 'query ($n: Int) { cases(first: $n) { edges { node { id statusLabel } } } }';
  for (const _ of [1, 2]) {
    const { errors } = await client.query(document, { n: 'two' });
    expect(errors.map(({ message }) => message)).toEqual([
      'Espera-se um número inteiro, como 3, com dez algarismos no máximo.',
    ]);
  }
});

it('signing in answers in the language of the account that it opens', async () => {
  const { data } = await api.anyone.query(
    `mutation ($input: SignInInput!) { signIn(input: $input) { viewer { account { roleLabel } } problems { message } } }`,
    { input: { email: 'case-manager@mz.demo', password: api.config.demoPassword } },
  );
  const { signIn } = data as { signIn: { viewer: { account: { roleLabel: string } } } };
  expect(signIn.viewer.account.roleLabel).toBe('Gestor de casos');
});

it('nobody known is answered in English', async () => {
  const { errors } = await api.anyone.query('{ cases { totalCount } }');
  expect(errors.map(({ message }) => message)).toEqual(['Sign in first.']);
});

/** Posts a body as it is, with the token of a client. */
async function refusedTo(country: string | null, body: string): Promise<unknown> {
  const client = country ? await api.as('field-worker', country) : api.anyone;
  const { token } = client;
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
  const answer = await api.http.inject({ method: 'POST', url: '/graphql', headers, body });
  const { errors } = answer.json<{ errors: { message: string }[] }>();
  return [answer.statusCode, ...errors.map(({ message }) => message)];
}

const texts = 'query ($text: String!) { search(text: $text) { totalCount } }';
const half = `{"query": "${texts}", "variables": {"text": "abc\\ud800"}}`;

it.each([
  ['mz', '{', 'O corpo do pedido não é JSON em UTF-8.'],
  ['mz', '{}', '"query" deve ser um documento de GraphQL.'],
  ['mz', half, expect.stringMatching(/^O texto em "text" contém um carácter que não se pode guardar: .*Apague-o/)],
  ['za', half, expect.stringMatching(/^The text in "text" contains a character that cannot be kept: .*Delete it/)],
  ['za', '{', 'The request body is not JSON in UTF-8.'],
  // Nobody is known by no token.
  [null, '{', 'The request body is not JSON in UTF-8.'],
] as const)('somebody of %s whose request cannot be read (%s) is told so in it', async (country, body, message) => {
  expect(await refusedTo(country, body)).toEqual([400, message]);
});

it('says where a text stands that cannot be kept', async () => {
  const client = await api.as('case-manager', 'mz');
  const document = 'mutation ($input: UpdateCaseInput!) { updateCase(input: $input) { problems { code } } }';
  const { errors } = await client.query(document, { input: { reasons: [{ text: 'a\0' }] } });
  expect(errors[0]).toMatchObject({
    message: expect.stringContaining('O texto em "text"') as string,
    extensions: { code: 'BAD_USER_INPUT', variable: 'input', path: ['input', 'reasons', '0', 'text'] },
  });
  const literal = await client.query('{ search(text: "a\\u0000") { totalCount } }');
  expect(literal.errors[0]).toMatchObject({ message: expect.stringContaining('O texto em "text"') as string });
});
