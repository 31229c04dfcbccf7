/** Date, DateTime and UUID: validated by graphql-scalars, carried as text so that rows need no conversion. */
import { GraphQLScalarType } from 'graphql';
import { DateResolver, DateTimeResolver, UUIDResolver } from 'graphql-scalars';

const asIs = (value: unknown): unknown => value;

function textual(
  resolver: GraphQLScalarType,
  description: string,
  toText: (value: Date, given: unknown) => string,
): GraphQLScalarType {
  const config = resolver.toConfig();
  return new GraphQLScalarType({
    ...config,
    description,
    serialize: asIs,
    parseValue: (value) => toText(config.parseValue(value) as Date, value),
    parseLiteral: (node, variables) =>
      toText(config.parseLiteral(node, variables) as Date, 'value' in node ? node.value : undefined),
  });
}

export const DateScalar = textual(DateResolver, 'A day of the calendar, `2026-03-08` (RFC 3339 full-date).', (value) =>
  value.toISOString().slice(0, 10),
);

/** Answers are as exact as the database, to the microsecond: sent back, a point in time must be the same one. */
export const DateTimeScalar = textual(
  DateTimeResolver,
  'A point in time, `2026-03-08T10:15:00Z` (RFC 3339). Answers are in UTC.',
  (value, given) => {
    const [, fraction = ''] = /\.(\d{1,6})/.exec(typeof given === 'string' ? given : value.toISOString()) ?? [];
    return `${value.toISOString().slice(0, -'.000Z'.length)}${fraction && `.${fraction}`}Z`;
  },
);

export const UUIDScalar = new GraphQLScalarType({
  ...UUIDResolver.toConfig(),
  description: 'A UUID (RFC 9562), `0198c0de-7f3a-7c51-9a4e-2b1d9c5e8f00`.',
  serialize: asIs,
});
