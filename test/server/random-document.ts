/** Random valid documents over a schema: what nobody would think of asking. */
import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';

export type Numbers = (below: number) => number;

/** A repeatable sequence of numbers (mulberry32). */
export function randomNumbers(seed: number): Numbers {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

interface Writing {
  readonly schema: GraphQLSchema;
  readonly next: Numbers;
  readonly fragments: string[];
}

export function randomDocument(schema: GraphQLSchema, next: Numbers): { query: string; variables: object } {
  const writing: Writing = { schema, next, fragments: [] };
  const root = schema.getQueryType();
  if (!root) throw new Error('no queries');
  const operation = `query Q($a: Boolean!, $b: Boolean = true) { used: hello @skip(if: $a) @include(if: $b) ${selections(writing, root, 5)} }`;
  return {
    query: [operation, ...writing.fragments].join('\n'),
    variables: { a: next(2) === 0, ...(next(2) && { b: next(2) === 0 }) },
  };
}

function selections(writing: Writing, type: GraphQLCompositeType, depth: number): string {
  const { next } = writing;
  const written = Array.from({ length: 1 + next(4) }, () => selection(writing, type, depth)).filter(Boolean);
  return written.length > 0 ? written.join(' ') : '__typename';
}

function selection(writing: Writing, type: GraphQLCompositeType, depth: number): string {
  const { next } = writing;
  const condition = ['', '', '', ' @skip(if: $a)', ' @include(if: $b)', ' @skip(if: $b) @include(if: $a)'][
    next(6)
  ] as string;
  if (depth > 1 && next(6) === 0) return `...${condition} { ${selections(writing, type, depth - 1)} }`;
  if (depth > 1 && next(6) === 0) return `...${fragment(writing, type, depth - 1)}${condition}`;
  if (isInterfaceType(type) && next(2)) {
    const possible = writing.schema.getPossibleTypes(type);
    const narrow = possible[next(possible.length)];
    return narrow ? `... on ${narrow.name}${condition} { ${selections(writing, narrow, depth - 1)} }` : '';
  }
  return field(writing, type, depth, condition);
}

function fragment(writing: Writing, type: GraphQLCompositeType, depth: number): string {
  const known = writing.fragments
    .map((text) => /^fragment (\w+) on (\w+)/.exec(text))
    .filter((match) => match?.[2] === type.name);
  const again = known[writing.next(known.length + 1)];
  if (again?.[1]) return again[1];
  const text = selections(writing, type, depth);
  const name = `F${writing.fragments.length}`;
  writing.fragments.push(`fragment ${name} on ${type.name} { ${text} }`);
  return name;
}

function field(writing: Writing, type: GraphQLCompositeType, depth: number, condition: string): string {
  if (!isObjectType(type) && !isInterfaceType(type)) return '__typename';
  const fields = Object.values(type.getFields()).filter(({ name }) => !['slow', 'me', 'echo'].includes(name));
  const chosen = fields[writing.next(fields.length)];
  if (!chosen) return '__typename';
  const of = getNamedType(chosen.type);
  if (!isCompositeType(of)) return `${alias(writing, chosen)}${chosen.name}${argumentsOf(chosen)}${condition}`;
  if (depth <= 0) return '__typename';
  return `${alias(writing, chosen)}${chosen.name}${argumentsOf(chosen)}${condition} { ${selections(writing, of, depth - 1)} }`;
}

/** Few enough names to meet, but never for fields of another kind. */
const alias = ({ next }: Writing, { name }: GraphQLField<unknown, unknown>): string =>
  ['', '', `x_${name}: `, `${name}_y: `][next(4)] as string;

/** The same arguments wherever a field stands, so that selections merge. */
function argumentsOf({ name, args }: GraphQLField<unknown, unknown>): string {
  if (args.some((argument) => argument.name === 'first')) return '(first: 2)';
  if (name === 'nodes') return '(ids: ["case-1", "case-2", "none"])';
  if (args.some((argument) => argument.name === 'id')) return '(id: "case-1")';
  return args.some((argument) => argument.name === 'how') ? '(how: "api")' : '';
}
