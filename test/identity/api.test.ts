/** The sign-in family over HTTP, through the whole server. */
import { pino } from 'pino';
import { loadConfig } from '../../src/base/config';
import { composeApp, type RunningApp } from '../../src/compose';
import { asOwner } from '../../src/database/connect';
import { identitySchema } from '../../src/database/roles';
import { createAccount, insertDemoAccounts } from '../../src/identity/account.service';
import { freshDatabase, type TestDatabase } from '../support/database';
import { password } from './installation';

let database: TestDatabase;
let running: RunningApp;

const person = { role: 'CASE_MANAGER', country: 'ZA', organisationId: null, locale: 'en' } as const;

beforeAll(async () => {
  database = await freshDatabase('migrated');
  running = await composeApp(loadConfig(database.env), pino({ level: 'silent' }));
  await asOwner(database.admin, identitySchema, (owner) =>
    insertDemoAccounts(
      owner,
      [
        { ...person, email: 'za@api.test', name: 'Zanele Dlamini' },
        { ...person, email: 'mz@api.test', name: 'Amélia Macuácua', country: 'MZ', locale: 'pt' },
        { ...person, email: 'region@api.test', name: 'Rutendo Moyo', country: null, role: 'SECRETARIAT' },
        { ...person, email: 'alias@api.test', name: 'Alias' },
      ],
      password,
    ),
  );
});
afterAll(async () => {
  await running.close();
  await database.drop();
});

interface Answer {
  readonly status: number;
  readonly data?: Record<string, never> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

async function ask(query: string, variables: object = {}, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await running.http.inject({
    method: 'POST',
    url: '/graphql',
    headers: { accept: 'application/graphql-response+json', ...headers },
    payload: { query, variables },
  });
  return { status: response.statusCode, ...response.json<Omit<Answer, 'status'>>() };
}

const fields = `session { accessToken accessTokenExpiresAt refreshToken }
  viewer { account { id name email role roleLabel locale localeLabel hasSecondFactor country { code } organisation { id } } }
  problems { __typename code message path }`;
const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { ${fields} } }`;
const REFRESH = `mutation ($input: RefreshSessionInput!) { refreshSession(input: $input) { ${fields} } }`;
const VIEWER = '{ viewer { account { email country { code } } } }';

interface Payload {
  readonly session: {
    readonly accessToken: string;
    readonly accessTokenExpiresAt: string;
    readonly refreshToken: string;
  } | null;
  readonly viewer: { readonly account: Record<string, unknown> } | null;
  readonly problems: readonly { readonly code: string; readonly message: string; readonly path: readonly string[] }[];
}

async function signIn(email: string, more: object = {}, headers: Record<string, string> = {}): Promise<Payload> {
  const { data, errors } = await ask(SIGN_IN, { input: { email, password, ...more } }, headers);
  expect(errors).toBeUndefined();
  return data?.signIn as unknown as Payload;
}

const bearer = (payload: Payload): Record<string, string> => ({
  authorization: `Bearer ${payload.session?.accessToken}`,
});

test('Signing in gives tokens and the viewer, with the country read with the rights of the account', async () => {
  const payload = await signIn('za@api.test');
  expect(payload).toEqual({
    session: {
      accessToken: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/) as string,
      accessTokenExpiresAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/) as string,
      refreshToken: expect.stringMatching(/^[\w-]{64}$/) as string,
    },
    viewer: {
      account: {
        id: expect.any(String) as string,
        name: 'Zanele Dlamini',
        email: 'za@api.test',
        role: 'CASE_MANAGER',
        roleLabel: 'Case manager',
        locale: 'EN',
        localeLabel: 'English',
        hasSecondFactor: false,
        country: { code: 'ZA' },
        organisation: null,
      },
    },
    problems: [],
  });
  const { data } = await ask(VIEWER, {}, bearer(payload));
  expect(data).toEqual({ viewer: { account: { email: 'za@api.test', country: { code: 'ZA' } } } });
});

test('Signing in with somebody else’s token shows the account that signs in, and its own country', async () => {
  const za = await signIn('za@api.test');
  expect((await signIn('mz@api.test', {}, bearer(za))).viewer?.account).toMatchObject({
    email: 'mz@api.test',
    country: { code: 'MZ' },
  });
  expect((await signIn('region@api.test', {}, bearer(za))).viewer?.account).toMatchObject({
    role: 'SECRETARIAT',
    country: null,
  });
});

test('Problems are in the language asked for', async () => {
  const wrong = { password: 'certainly not the password' };
  const [problem] = (await signIn('za@api.test', wrong, { 'accept-language': 'pt-MZ, en;q=0.5' })).problems;
  expect(problem).toEqual({
    __typename: 'PlainProblem',
    code: 'SIGN_IN_FAILED',
    message: 'O e-mail ou a palavra-passe não está certo.',
    path: [],
  });
});

test('Sign-ins under aliases in one document count one by one', async () => {
  const three = `mutation ($input: SignInInput!) { a: signIn(input: $input) { problems { code } }
    b: signIn(input: $input) { problems { code } } c: signIn(input: $input) { problems { code } } }`;
  const answers: unknown[] = [];
  for (let i = 0; i < 4; i++) {
    const { data } = await ask(three, { input: { email: 'alias@api.test', password: 'certainly not the password' } });
    answers.push(...Object.values(data ?? {}).flatMap((payload: Payload) => payload.problems.map(({ code }) => code)));
  }
  expect(answers.filter((code) => code === 'SIGN_IN_FAILED')).toHaveLength(10);
  expect(answers.slice(10)).toEqual(['TOO_MANY_ATTEMPTS', 'TOO_MANY_ATTEMPTS']);
});

test('Refreshing gives new tokens; the old one ends the session, for the access token too', async () => {
  const first = await signIn('za@api.test');
  const refresh = async ({ session }: Payload): Promise<Payload> =>
    (await ask(REFRESH, { input: { refreshToken: session?.refreshToken } })).data?.refreshSession as unknown as Payload;
  const second = await refresh(first);
  expect(second.problems).toEqual([]);
  expect(second.viewer?.account).toMatchObject({ email: 'za@api.test', country: { code: 'ZA' } });
  // An answer that got lost is given once more, until its token is used.
  expect((await refresh(first)).session?.refreshToken).toBe(second.session?.refreshToken);
  expect((await refresh(second)).problems).toEqual([]);
  expect((await refresh(first)).problems).toMatchObject([{ code: 'REFRESH_TOKEN_INVALID', path: ['refreshToken'] }]);
  const { status, errors } = await ask(VIEWER, {}, bearer(second));
  expect([status, errors?.[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
});

test('Signing out ends the session at once', async () => {
  const payload = await signIn('za@api.test');
  const { data } = await ask('mutation { signOut { problems { code } } }', {}, bearer(payload));
  expect(data).toEqual({ signOut: { problems: [] } });
  const { errors } = await ask(VIEWER, {}, bearer(payload));
  expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
});

test('Somebody signed out is no viewer, and changes nothing', async () => {
  const documents = [
    VIEWER,
    'mutation { signOut { problems { code } } }',
    'mutation { changePassword(input: { oldPassword: "a", newPassword: "b" }) { problems { code } } }',
    'mutation { enrolSecondFactor(input: { password: "a" }) { problems { code } } }',
    'mutation { confirmSecondFactor(input: { oneTimeCode: "a" }) { problems { code } } }',
    'mutation { removeSecondFactor(input: { password: "a", oneTimeCode: "b" }) { problems { code } } }',
  ];
  for (const document of documents) {
    expect((await ask(document)).errors?.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
  }
});

test('A new colleague replaces the one-time password while signing in, then changes it and enrols a second factor', async () => {
  const once = await asOwner(database.admin, identitySchema, (owner) =>
    createAccount(owner, { ...person, email: 'new@api.test', name: 'Palesa Molefe' }),
  );
  const asked = await signIn('new@api.test', { password: once.password });
  expect(asked.problems).toMatchObject([{ code: 'PASSWORD_CHANGE_REQUIRED', path: ['newPassword'] }]);
  const mine = await signIn('new@api.test', { password: once.password, newPassword: 'my very own sentence' });
  const changed = await ask(
    'mutation { changePassword(input: { oldPassword: "my very own sentence", newPassword: "password1234" }) { problems { code path } } }',
    {},
    bearer(mine),
  );
  expect(changed.data).toEqual({
    changePassword: { problems: [{ code: 'PASSWORD_TOO_COMMON', path: ['newPassword'] }] },
  });
  const enrolled = await ask(
    'mutation { enrolSecondFactor(input: { password: "my very own sentence" }) { enrolment { secret uri } problems { code } } }',
    {},
    bearer(mine),
  );
  expect(enrolled.data).toMatchObject({
    enrolSecondFactor: { enrolment: { secret: expect.any(String) as string }, problems: [] },
  });
});

test('The public keys are published, and none of the private ones', async () => {
  const response = await running.http.inject({ method: 'GET', url: '/.well-known/jwks.json' });
  const { keys } = response.json<{ keys: Record<string, string>[] }>();
  expect(keys).toHaveLength(1);
  expect(keys[0]).toMatchObject({ kty: 'EC', crv: 'P-256', alg: 'ES256', use: 'sig' });
  expect(keys[0]).not.toHaveProperty('d');
});
