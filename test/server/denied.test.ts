/** What a role may not use is null, and said once; what nobody may use without signing in is refused whole. */
import type { OperationCheck } from '../../src/schema/served';
import { startTestServer, type TestServer } from './harness';
import { secretDenial } from './small-schema';

describe('what is denied', () => {
  const check: OperationCheck = (_, document, __, role) => {
    const text = JSON.stringify(document);
    const denials = text.includes('"secret"') ? [{ ...secretDenial, path: ['cases', 'edges', 'node', 'secret'] }] : [];
    const stranger = { coordinate: 'Query.cases', dataClass: 'case', readableBy: [], path: ['cases'] };
    return role === null && text.includes('"cases"') ? [stranger, ...denials] : denials;
  };
  let server: TestServer;
  beforeAll(async () => void (server = await startTestServer({ check })));
  afterAll(() => server.shutdown());

  it('is one error per coordinate, however many rows have it and whoever denied it', async () => {
    for (let turn = 0; turn < 3; turn++) {
      const { status, data, errors } = await server.ask(
        '{ cases(first: 20) { edges { node { id secret } } } hello }',
        {},
        { authorization: 'Bearer good' },
      );
      expect(status).toBe(200);
      expect(data?.['hello']).toBe('hello world');
      expect(errors).toHaveLength(1);
      expect(errors?.[0]?.extensions).toEqual({
        code: 'FORBIDDEN',
        coordinate: 'Case.secret',
        dataClass: 'narrative',
        readableBy: ['CASE_MANAGER'],
      });
      expect(errors?.[0]?.path?.slice(0, 2)).toEqual(['cases', 'edges']);
    }
  });

  it('is said in the language of the caller, at its path, when nothing was there to deny', async () => {
    const { errors } = await server.ask(
      '{ cases(first: 0) { edges { node { secret } } } }',
      {},
      { authorization: 'Bearer good', 'accept-language': 'pt-MZ' },
    );
    expect(errors?.map(({ message, path }) => ({ message, path }))).toEqual([
      {
        message:
          'A sua função não tem direito a isto: narrative. Pergunte a quem tem uma função com esse direito: Gestor de casos.',
        path: ['cases', 'edges', 'node', 'secret'],
      },
    ]);
  });

  it('is not said of a field that was left out', async () => {
    const query = 'query ($on: Boolean!) { cases(first: 1) { edges { node { id secret @include(if: $on) } } } }';
    const ask = async (on: boolean): Promise<number> =>
      (await server.ask(query, { on }, { authorization: 'Bearer good' })).errors?.length ?? 0;
    expect([await ask(true), await ask(false), await ask(true), await ask(false)]).toEqual([1, 0, 1, 0]);
  });

  it('refuses the whole request when nobody is signed in and nothing of it may be used', async () => {
    const { status, data, errors } = await server.ask('{ cases { edges { node { secret } } } }');
    expect({ status, data, codes: errors?.map(({ extensions }) => extensions['code']) }).toEqual({
      status: 401,
      data: undefined,
      codes: ['UNAUTHENTICATED'],
    });
  });

  it('leaves the rest when nobody is signed in and something of it may be used', async () => {
    const { status, data, errors } = await server.ask('{ cases { totalCount } hello }');
    expect({ status, hello: data?.['hello'], codes: errors?.map(({ extensions }) => extensions['code']) }).toEqual({
      status: 200,
      hello: 'hello world',
      codes: ['UNAUTHENTICATED'],
    });
  });
});
