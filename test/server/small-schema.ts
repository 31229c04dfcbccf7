/** A schema that has a bit of everything, without a database: what the tests of the server run against. */
import { GraphQLError, Kind, buildSchema, isObjectType, type GraphQLScalarType, type GraphQLSchema } from 'graphql';
import { ApiError } from '../../src/base/errors';
import { ForbiddenError, type Denial } from '../../src/policy/denial';
import type { RequestContext } from '../../src/base/context';
import type { OperationCheck } from '../../src/schema/served';

export const sdl = /* GraphQL */ `
  scalar DateTime
  enum Status {
    OPEN
    CLOSED
  }
  interface Node {
    id: ID!
  }
  type Organisation implements Node {
    id: ID!
    name: String!
    cases(first: Int, last: Int): CaseConnection!
  }
  type Case implements Node {
    id: ID!
    displayId: String!
    status: Status!
    openedAt: DateTime!
    priority: Int
    secret: String
    organisation: Organisation
    partners: [Organisation!]!
    referrals(first: Int, last: Int): ReferralConnection!
    broken: String!
    label(upper: Boolean = false): String
  }
  type Referral implements Node {
    id: ID!
    kind: String
    organisation: Organisation
    case: Case
  }
  type PageInfo {
    hasNextPage: Boolean!
  }
  type CaseEdge {
    cursor: String!
    node: Case!
  }
  type CaseConnection {
    edges: [CaseEdge!]!
    pageInfo: PageInfo!
    totalCount: Int!
  }
  type ReferralEdge {
    node: Referral!
  }
  type ReferralConnection {
    edges: [ReferralEdge!]!
    pageInfo: PageInfo!
    totalCount: Int!
  }
  input TextFilter {
    eq: String
    in: [String!]
  }
  input CaseFilter {
    displayId: TextFilter
    status: Status
    openedAt: DateTime
    and: [CaseFilter!]
    not: CaseFilter
  }
  type Query {
    hello(name: String, status: Status): String
    echo(text: String, number: Int, filter: CaseFilter, list: [[String!]]): String
    cases(first: Int, last: Int, filter: CaseFilter): CaseConnection
    case(id: ID!): Case
    node(id: ID!): Node
    nodes(ids: [ID!]!): [Node]!
    fails(how: String!): String
    failsHard(how: String!): String!
    slow(ms: Int!): String
    me: String
  }
  type Mutation {
    signIn: String
    touch(input: TextFilter!): String
  }
`;

type Row = Record<string, unknown>;

export const rows: readonly Row[] = Array.from({ length: 50 }, (_, index) => ({
  __typename: 'Case',
  id: `case-${index}`,
  displayId: `ZA-2026-${index}`,
  status: index % 3 ? 'OPEN' : 'CLOSED',
  openedAt: '2026-11-21T20:01:04.123456Z',
  priority: index % 5 ? index : null,
  organisation: index % 7 ? organisation(index % 4) : null,
  partners: [organisation(index), organisation(index + 1)],
}));

function organisation(index: number): Row {
  return { __typename: 'Organisation', id: `organisation-${index}`, name: `Sisonke ${index}` };
}

const page = (found: readonly Row[], first: number): Row => ({
  edges: found.slice(0, first).map((node) => ({ cursor: String(node['id']), node })),
  pageInfo: { hasNextPage: found.length > first },
  totalCount: found.length,
});

const referrals = (of: Row): Row[] =>
  [1, 2, 3].map((n) => ({
    __typename: 'Referral',
    id: `${String(of['id'])}-${n}`,
    kind: 'HEALTH',
    organisation: organisation(n),
    case: of,
  }));

interface Page {
  first?: number;
  last?: number;
}

type Resolver = (parent: Row, args: never, context: RequestContext) => unknown;

/** Errors that a resolver can end with, by name. */
const failures: Readonly<Record<string, () => Error>> = {
  plain: () => new Error('relation "za.case" does not exist at /srv/secret/path.ts'),
  api: () =>
    new ApiError('BAD_USER_INPUT', { en: 'That cursor is none.', pt: 'Esse cursor não é válido.' }, { hint: 1 }),
  unauthenticated: () => new ApiError('UNAUTHENTICATED', { en: 'Sign in first.', pt: 'Inicie sessão primeiro.' }),
  limited: () => new ApiError('RATE_LIMITED', { en: 'Slow down.', pt: 'Mais devagar.' }),
  graphql: () => new GraphQLError('SELECT * FROM survivor', { extensions: { code: 'WHATEVER' } }),
  refused: () => Object.assign(new Error('connect ECONNREFUSED 10.0.0.3:5432'), { code: 'ECONNREFUSED' }),
  pool: () => new Error('timeout exceeded when trying to connect'),
  shutdown: () =>
    Object.assign(new Error('terminating connection due to administrator command'), {
      code: '57P01',
      severity: 'FATAL',
    }),
  timeout: () =>
    Object.assign(new Error('canceling statement due to statement timeout'), { code: '57014', severity: 'ERROR' }),
  constraint: () =>
    Object.assign(new Error('duplicate key value violates unique constraint "survivor_phone"'), {
      code: '23505',
      severity: 'ERROR',
      detail: 'Key (phone)=(+27 82 000 0000) already exists.',
    }),
  nul: () =>
    Object.assign(new Error('invalid byte sequence for encoding "UTF8": 0x00'), { code: '22021', severity: 'ERROR' }),
};

export const secretDenial: Denial = { coordinate: 'Case.secret', dataClass: 'narrative', readableBy: ['CASE_MANAGER'] };

const failing: Resolver = (_, { how }: { how: string }) => {
  const failure = failures[how]?.();
  if (how === 'text') throw 'just a text' as unknown as Error;
  if (failure) throw failure;
  return 'well';
};

const resolvers: Record<string, Record<string, Resolver>> = {
  Query: {
    hello: (_, { name }: { name?: string }) => `hello ${name ?? 'world'}`,
    echo: (_, args: object) => JSON.stringify(Object.entries(args).sort()),
    cases: (_, { first, last }: Page) => Promise.resolve(page(rows, first ?? last ?? 20)),
    case: (_, { id }: { id: string }) => rows.find((row) => row['id'] === id) ?? null,
    node: (_, { id }: { id: string }) => rows.find((row) => row['id'] === id) ?? null,
    nodes: (_, { ids }: { ids: string[] }) => ids.map((id) => rows.find((row) => row['id'] === id) ?? organisation(1)),
    fails: failing,
    failsHard: failing,
    slow: (_, { ms }: { ms: number }) => new Promise((resolve) => setTimeout(resolve, ms, 'slept')),
    me: (_, __, context) =>
      JSON.stringify({ actor: context.actor?.role, frozen: Object.isFrozen(context), id: context.requestId }),
  },
  Mutation: {
    signIn: () => 'token',
    touch: (_, args: object) => JSON.stringify(args),
  },
  Organisation: { cases: (of, { first }: Page) => page(rows.slice(0, 3), first ?? 20) ?? of },
  Case: {
    referrals: (of, { first }: Page) => page(referrals(of), first ?? 20),
    broken: () => null,
    label: (of, { upper }: { upper: boolean }) => (upper ? String(of['displayId']).toUpperCase() : of['displayId']),
    secret: () => {
      throw new ForbiddenError(secretDenial);
    },
  },
};

export function smallSchema(): GraphQLSchema {
  const schema = buildSchema(sdl);
  for (const [typeName, fields] of Object.entries(resolvers)) {
    const type = schema.getType(typeName);
    if (!isObjectType(type)) throw new Error(typeName);
    for (const [name, resolve] of Object.entries(fields)) {
      const field = type.getFields()[name];
      if (!field) throw new Error(`${typeName}.${name}`);
      field.resolve = resolve as never;
    }
  }
  const dateTime = schema.getType('DateTime') as GraphQLScalarType;
  dateTime.parseValue = (value) => {
    if (typeof value === 'string' && /^\d{4}-/.test(value)) return value;
    throw new GraphQLError('That is no date.');
  };
  dateTime.parseLiteral = (node) => dateTime.parseValue(node.kind === Kind.STRING ? node.value : undefined);
  return schema;
}

export const nothingDenied: OperationCheck = () => [];
