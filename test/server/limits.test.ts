/** Documents and variables beyond a limit are refused, cheaply, and say which limit it was. */
import { getIntrospectionQuery } from 'graphql';
import { startTestServer, type Answer, type TestServer } from './harness';

let server: TestServer;
beforeAll(async () => void (server = await startTestServer()));
afterAll(() => server.shutdown());

const refusal = ({ status, errors, data }: Answer): object => ({
  status,
  data,
  code: errors?.[0]?.extensions['code'],
  limit: errors?.[0]?.extensions['limit'],
  errors: errors?.length,
});
const refused = (limit: string, code = 'GRAPHQL_VALIDATION_FAILED'): object => ({
  status: 400,
  data: undefined,
  code,
  limit,
  errors: 1,
});

/** organisation → cases → organisation → …: each turn is three levels deep, `edges` not counted. */
const nested = (turns: number, inside = 'name'): string =>
  turns === 0 ? inside : `cases(first: 1) { edges { node { organisation { ${nested(turns - 1, inside)} } } } }`;
const within = (selection: string): string => `{ case(id: "case-1") { organisation { ${selection} } } }`;

describe('depth', () => {
  it('counts fields from the root to the leaf, but not `edges`', async () => {
    expect((await server.ask(within(nested(2)))).status).toBe(200); // 2 + 3 + 3 + 1
    expect(refusal(await server.ask(within(nested(3))))).toEqual(refused('depth'));
    expect((await server.ask(within(nested(3)))).errors?.[0]?.extensions).toMatchObject({ found: 12, maximum: 10 });
  });

  it('leaves room for what people ask', async () => {
    const query = '{ cases { edges { node { referrals { edges { node { organisation { name } } } } } } } }';
    expect((await server.ask(query)).errors).toBeUndefined();
  });

  it('is counted through fragments', async () => {
    const spread = (n: number): string =>
      Array.from(
        { length: n },
        (_, i) => `fragment F${i} on Organisation { cases { edges { node { organisation { ...F${i + 1} } } } } }`,
      ).join(' ');
    expect(refusal(await server.ask(`${within('...F0')} ${spread(4)} fragment F4 on Organisation { name }`))).toEqual(
      refused('depth'),
    );
  });

  it('lets introspection through and bounds it', async () => {
    expect((await server.ask(getIntrospectionQuery())).errors).toBeUndefined();
    const deep =
      '{ __schema { types { fields { type { fields { type { fields { type { fields { type { fields { name } } } } } } } } } } } }';
    expect(refusal(await server.ask(deep))).toEqual(refused('depth'));
  });
});

describe('other measures of a document', () => {
  const many = (n: number, text: (i: number) => string): string =>
    Array.from({ length: n }, (_, i) => text(i)).join(' ');

  it.each([
    ['aliases', `{ case(id: "case-1") { ${many(16, (i) => `a${i}: id`)} } }`],
    ['directives', `{ case(id: "case-1") { ${many(10, () => 'id @include(if: true)')} } }`],
    ['rootFields', `{ ${many(11, () => 'hello')} }`],
    ['rootFields', `mutation { ${many(6, () => 'signIn')} }`],
    ['rootFields', `{ ...A ...A } fragment A on Query { ${many(6, () => 'hello')} }`],
    ['fields', `{ case(id: "case-1") { ${many(600, () => 'id')} } }`],
    ['definitions', `{ hello } ${many(100, (i) => `fragment F${i} on Case { id }`)}`],
    ['inputDepth', `{ echo(filter: ${'{ not: '.repeat(17)}{}${'}'.repeat(17)}) }`],
    ['listLength', `{ nodes(ids: [${many(101, (i) => `"${i}"`)}]) { id } }`],
  ])('refuses too many %s', async (limit, query) => {
    expect(refusal(await server.ask(query))).toEqual(refused(limit));
  });

  it.each([
    ['aliases', `{ case(id: "case-1") { ${many(15, (i) => `a${i}: id`)} } }`],
    ['__typename under other names', `{ case(id: "case-1") { ${many(30, (i) => `__is${i}: __typename`)} } }`],
    ['root fields', `{ ${many(10, () => 'hello')} }`],
    ['list items', `{ nodes(ids: [${many(100, (i) => `"${i}"`)}]) { id } }`],
  ])('takes as many %s as are allowed', async (_, query) => {
    expect((await server.ask(query)).errors).toBeUndefined();
  });

  it('refuses more tokens than allowed', async () => {
    const { status, errors } = await server.ask(`{ ${many(5_000, () => 'hello')} }`, undefined, {
      accept: 'application/graphql-response+json',
    });
    expect({ status, code: errors?.[0]?.extensions['code'] }).toEqual({
      status: 400,
      code: 'GRAPHQL_VALIDATION_FAILED',
    });
  });

  it('says it in Portuguese', async () => {
    const { errors } = await server.ask(`{ ${many(11, () => 'hello')} }`, {}, { 'accept-language': 'pt' });
    expect(errors?.[0]?.message).toBe('O documento tem demasiados campos de raiz: há 11, o máximo permitido é 10.');
  });
});

describe('variables', () => {
  const query =
    'query ($f: CaseFilter, $l: [[String!]], $i: [ID!]!) { echo(filter: $f, list: $l) nodes(ids: $i) { id } }';
  const deep = (n: number): object => (n === 0 ? {} : { not: deep(n - 1) });

  it.each([
    ['inputDepth', { f: deep(40), i: [] }],
    ['listLength', { l: [Array.from({ length: 101 }, String)], i: [] }],
    ['listLength', { i: Array.from({ length: 1_001 }, String) }],
  ])('refuses too much %s', async (limit, variables) => {
    expect(refusal(await server.ask(query, variables))).toEqual(refused(limit));
  });

  it('survives nesting that no stack would', async () => {
    const response = await server.post(
      `{"query": "query ($f: CaseFilter) { echo(filter: $f) }", "variables": {"f": ${'{"not":'.repeat(100_000)}{}${'}'.repeat(100_000)}}}`,
    );
    expect(response.statusCode).toBe(400);
    expect(response.json<Answer>().errors?.[0]?.extensions['limit']).toBe('inputDepth');
  });
});

describe('cost', () => {
  const query =
    'query ($n: Int, $m: Int) { cases(first: $n) { edges { node { referrals(last: $m) { edges { node { organisation { name } } } } } } } }';

  it('multiplies pages by what is below them', async () => {
    const { status, errors } = await server.ask(query, { n: 100, m: 100 }, { 'x-ask': '1' });
    // 1 + 100 × (1 + 1 + 100 × 2)
    expect({ status, ...errors?.[0]?.extensions }).toEqual({
      status: 400,
      code: 'COST_EXCEEDED',
      cost: 20_201,
      maximum: 20_000,
    });
    expect((await server.ask(query, { n: 50, m: 3 })).errors).toBeUndefined();
    expect((await server.ask(query, {})).errors).toBeUndefined();
  });

  it('prices a total as a page of what it counts, however often it is selected', async () => {
    const counting =
      '{ cases(first: 100) { totalCount again: totalCount edges { node { referrals(last: 100) { totalCount edges { node { organisation { name } } } } } } } }';
    // 1 + 100 + 100 × (1 + 1 + 20 + 100 × 2)
    expect((await server.ask(counting)).errors?.[0]?.extensions['cost']).toBe(22_301);
  });

  it('counts what each alias asks', async () => {
    const one = (alias: string): string =>
      `${alias}: cases(first: 100) { edges { node { referrals(first: 50) { edges { node { id } } } } } }`;
    expect((await server.ask(`{ ${one('a')} ${one('b')} }`)).errors).toBeUndefined();
    expect(refusal(await server.ask(`{ ${['a', 'b', 'c', 'd'].map(one).join(' ')} }`))).toMatchObject({
      code: 'COST_EXCEEDED',
    });
  });

  it.each([
    ['a variable', query, { n: 101 }],
    ['a variable below zero', query, { n: -1 }],
    ['a nested page', query, { n: 1, m: 1_000 }],
    ['a literal', '{ cases(first: 101) { totalCount } }', {}],
    ['a literal below zero', '{ cases(last: -1) { totalCount } }', {}],
  ])('refuses a page that is too large: %s', async (_, text, variables) => {
    expect(refusal(await server.ask(text, variables))).toEqual(refused('pageSize', 'BAD_USER_INPUT'));
  });
});

describe('time', () => {
  /** Milliseconds of this process, whatever else the machine does. */
  const spent = (since: NodeJS.CpuUsage): number => {
    const { user, system } = process.cpuUsage(since);
    return (user + system) / 1_000;
  };

  const worst = {
    '2,000 root fields of one name': `{ ${'hello '.repeat(2_000)} }`,
    '1,200 aliased root fields': `{ ${Array.from({ length: 1_200 }, (_, i) => `a${i}:hello`).join(' ')} }`,
    '2,000 operations': Array.from({ length: 900 }, (_, i) => `query Q${i}{hello}`).join(' '),
    'fragments that double': `{ ...F0 } ${Array.from({ length: 90 }, (_, i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`).join(' ')} fragment F90 on Query { hello }`,
    'a circle of fragments': `{ ...F0 } ${Array.from({ length: 60 }, (_, i) => `fragment F${i} on Query { ...F${(i + 1) % 60} ...F${(i + 2) % 60} }`).join(' ')}`,
    'one field again and again': `{ case(id: "case-1") { ${'organisation { name } '.repeat(1_000)} } }`,
    brackets: `{ echo(list: ${'['.repeat(2_400)}${']'.repeat(2_400)}) }`,
    braces: `${'{ case '.repeat(1_600)}${'}'.repeat(1_600)}`,
  };

  it.each(Object.entries(worst))('refuses %s without holding anybody up', async (_, query) => {
    await server.ask('{ hello }');
    const start = process.cpuUsage();
    const answer = await server.ask(query, undefined, { accept: 'application/graphql-response+json' });
    const elapsed = spent(start);
    expect({ status: answer.status, code: answer.errors?.[0]?.extensions['code'], data: answer.data }).toEqual({
      status: 400,
      code: 'GRAPHQL_VALIDATION_FAILED',
      data: undefined,
    });
    expect(elapsed).toBeLessThan(500);
  });

  it('spends little on the largest document that is allowed', async () => {
    const query = `{ case(id: "case-1") { ${'label(upper: true) '.repeat(490)} } }`;
    const start = process.cpuUsage();
    expect((await server.ask(query)).errors).toBeUndefined();
    expect(spent(start)).toBeLessThan(1_000);
  });
});
