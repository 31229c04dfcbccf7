/** Whatever is wrong with a document is said in the caller's language, whichever rule of GraphQL finds it. */
import {
  buildSchema,
  GraphQLError,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
  type ValidationRule,
} from 'graphql';
import { formatError, translate } from '../../src/server/format-error';
import { UNKNOWN } from '../../src/server/document-words';
import { startTestServer, type TestServer } from './harness';

const schema = buildSchema(`
  directive @once on FIELD
  directive @sized(by: Int!) on FIELD
  enum Colour { RED GREEN }
  input Choice @oneOf { a: Int b: Int }
  input Paint { colour: Colour!, thickness: Int }
  interface Thing { id: ID }
  type Box implements Thing { id: ID, name: String, inner(depth: Int!, paint: Paint, choice: Choice, colours: [Colour!]): Box, thing: Thing }
  type Bag implements Thing { id: ID }
  type Query { box: Box, bag: Bag, count(upTo: Int): Int }
  type Subscription { told: Int, heard: Int }
`);

/** For each rule, documents that break it in each of the ways that it tells. */
const broken: Readonly<Record<string, readonly string[]>> = {
  ExecutableDefinitionsRule: ['type A { b: Int } { count }', 'schema { query: Query } { count }'],
  UniqueOperationNamesRule: ['query A { count } query A { count }'],
  LoneAnonymousOperationRule: ['{ count } query A { count }'],
  SingleFieldSubscriptionsRule: [
    'subscription { told heard }',
    'subscription A { told heard }',
    'subscription { __typename }',
    'subscription A { __typename }',
  ],
  KnownTypeNamesRule: ['{ ... on Nowhere { id } }', 'query ($a: Bax) { count }'],
  FragmentsOnCompositeTypesRule: ['{ box { ... on Colour { id } } }', 'fragment F on Colour { id } { count }'],
  VariablesAreInputTypesRule: ['query ($a: Box) { count }'],
  ScalarLeafsRule: ['{ count { id } }', '{ box }'],
  FieldsOnCorrectTypeRule: ['{ nothing }', '{ box { nam } }'],
  UniqueFragmentNamesRule: ['fragment F on Box { id } fragment F on Box { id } { box { ...F } }'],
  KnownFragmentNamesRule: ['{ box { ...F } }'],
  NoUnusedFragmentsRule: ['fragment F on Box { id } { count }'],
  PossibleFragmentSpreadsRule: ['{ box { ... on Bag { id } } }', 'fragment F on Bag { id } { box { ...F } }'],
  NoFragmentCyclesRule: [
    'fragment F on Box { ...F } { box { ...F } }',
    'fragment F on Box { ...G } fragment G on Box { ...F } { box { ...F } }',
  ],
  UniqueVariableNamesRule: ['query ($a: Int, $a: Int) { count(upTo: $a) }'],
  NoUndefinedVariablesRule: ['{ count(upTo: $a) }', 'query A { count(upTo: $a) }'],
  NoUnusedVariablesRule: ['query ($a: Int) { count }', 'query A($a: Int) { count }'],
  KnownDirectivesRule: ['{ count @nowhere }', 'query @once { count }'],
  UniqueDirectivesPerLocationRule: ['{ count @once @once }'],
  KnownArgumentNamesRule: ['{ count(off: 1) }', '{ count @sized(bye: 1) }'],
  UniqueArgumentNamesRule: ['{ count(upTo: 1, upTo: 2) }'],
  ValuesOfCorrectTypeRule: [
    '{ count(upTo: "spoken") }',
    '{ count(upTo: 99999999999) }',
    '{ box { inner(depth: null) { id } } }',
    '{ box { inner(depth: 1, paint: 5) { id } } }',
    '{ box { inner(depth: 1, paint: { }) { id } } }',
    '{ box { inner(depth: 1, paint: { colour: REDD }) { id } } }',
    '{ box { inner(depth: 1, paint: { colour: "RED" }) { id } } }',
    '{ box { inner(depth: 1, paint: { colour: RED, thick: 2 }) { id } } }',
    '{ box { inner(depth: 1, choice: { a: 1, b: 2 }) { id } } }',
    '{ box { inner(depth: 1, choice: { a: null }) { id } } }',
    '{ box { inner(depth: 1, colours: [BLUE]) { id } } }',
  ],
  ProvidedRequiredArgumentsRule: ['{ box { inner { id } } }', '{ count @sized }'],
  VariablesInAllowedPositionRule: [
    'query ($a: String) { count(upTo: $a) }',
    'query ($a: Int) { box { inner(depth: 1, choice: { a: $a }) { id } } }',
  ],
  OverlappingFieldsCanBeMergedRule: [
    '{ a: count a: box { id } }',
    '{ count(upTo: 1) count(upTo: 2) }',
    '{ box { a: id } box { a: name } }',
  ],
  UniqueInputFieldNamesRule: ['{ box { inner(depth: 1, paint: { colour: RED, colour: RED }) { id } } }'],
  MaxIntrospectionDepthRule: [
    '{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }',
  ],
  NoSchemaIntrospectionCustomRule: ['{ __schema { types { name } } }'],
};
const rules: readonly ValidationRule[] = [...specifiedRules, NoSchemaIntrospectionCustomRule];

/** As it goes out in a language. */
function told(error: GraphQLError, code: string, locale: 'en' | 'pt') {
  const formatted = formatError({ ...error.toJSON(), extensions: { code } }, error);
  translate([formatted], locale);
  return formatted;
}

/** Words that Portuguese has none of. */
const english =
  /\b(the|not|must|field|of|type|was|with|because|cannot|unknown|only|expected|found|this|never|used|is)\b/i;

it('every rule of GraphQL is broken here', () => {
  expect(Object.keys(broken).sort()).toEqual(rules.map(({ name }) => name).sort());
});

test.each(Object.entries(broken).flatMap(([rule, documents]) => documents.map((each) => [rule, each] as const)))(
  '%s is told in Portuguese: %s',
  (name, document) => {
    const rule = rules.find((each) => each.name === name)!;
    const errors = validate(schema, parse(document), [rule]);
    expect(errors.length).toBeGreaterThan(0);
    for (const error of errors) {
      const { message, extensions } = told(error, 'GRAPHQL_VALIDATION_FAILED', 'pt');
      expect([error.message, message]).not.toEqual([error.message, UNKNOWN]);
      expect(message).not.toMatch(english);
      expect(message).not.toMatch(/spoken|undefined/);
      expect(extensions).toEqual({ code: 'GRAPHQL_VALIDATION_FAILED', detail: error.message });
      expect(told(error, 'GRAPHQL_VALIDATION_FAILED', 'en').message).toBe(error.message);
    }
  },
);

const unreadable = [
  '{',
  '',
  '{ a(b: "',
  '{ a(b: 0x1) }',
  '{ "a" }',
  'hunter2',
  '{ a(b: "\\u12") }',
  "{ a(b: 'c') }",
  '{ ? }',
];

test.each(unreadable)('what cannot be read is told where, and not what stands there: %s', (document) => {
  const read = (): unknown => parse(document);
  expect(read).toThrow(GraphQLError);
  try {
    read();
  } catch (error) {
    const { message } = told(error as GraphQLError, 'GRAPHQL_PARSE_FAILED', 'pt');
    expect(message).toMatch(/^Erro de sintaxe: .* na linha 1, coluna \d+\.$/);
    expect(message).not.toMatch(/hunter2/);
  }
});

it('tells in general, and in Portuguese, what it does not know', () => {
  const { message, extensions } = told(new GraphQLError('Something new is wrong.'), 'BAD_REQUEST', 'pt');
  expect({ message, extensions }).toEqual({
    message: UNKNOWN,
    extensions: { code: 'BAD_USER_INPUT', detail: 'Something new is wrong.' },
  });
});

describe('from outside', () => {
  let server: TestServer;
  beforeAll(async () => void (server = await startTestServer()));
  afterAll(() => server.shutdown());

  test.each([
    ['{ nothing }', {}, 'O tipo Query não tem o campo nothing.'],
    ['{ hello(', {}, 'Erro de sintaxe: o documento não se consegue ler a partir daqui, na linha 1, coluna 9.'],
    ['query ($n: Int!) { slow(ms: $n) }', {}, 'Isto é necessário e falta: preencha-o.'],
    [
      'query ($n: Int!) { slow(ms: $n) }',
      { n: 'x' },
      'Espera-se um número inteiro, como 3, com dez algarismos no máximo.',
    ],
    ['query ($n: Int) { slow(ms: $n) }', { n: null }, null],
    ['query A { hello } query B { hello }', {}, null],
    ['{ echo(filter: { openedAt: "yesterday" }) }', {}, null],
  ])('%s %j', async (document, variables, expected) => {
    for (let times = 0; times < 3; times++) {
      const { errors } = await server.ask(document, variables, { 'accept-language': 'pt' });
      const messages = errors?.map(({ message }) => message) ?? [];
      expect(messages).toHaveLength(1);
      if (expected !== null) expect(messages).toEqual([expected]);
      expect(messages[0]).not.toMatch(english);
    }
  });
});
