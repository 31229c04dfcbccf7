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
    expect(errors.map(({ message }) => message)).toEqual(['Espera-se um número inteiro, como 3.']);
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
