/** Date, DateTime and UUID: validated by graphql-scalars, carried as text so that rows need no conversion. */
import { GraphQLScalarType, type StringValueNode } from 'graphql';
import { DateResolver, DateTimeResolver, UUIDResolver } from 'graphql-scalars';
import { badInput, type ApiError } from '../base/errors';

const asIs = (value: unknown): unknown => value;

/** `config` takes nothing but texts where the values come from JSON. */
function textual(
  resolver: GraphQLScalarType,
  description: string,
  serialize: (value: unknown) => unknown,
  toText: (value: Date, given: string) => string,
): GraphQLScalarType {
  const config = resolver.toConfig();
  return new GraphQLScalarType({
    ...config,
    description,
    specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
    serialize,
    parseValue: (value) => toText(config.parseValue(value) as Date, value as string),
    parseLiteral: (node, variables) =>
      toText(config.parseLiteral(node, variables) as Date, (node as StringValueNode).value),
  });
}

export const DateScalar = textual(
  DateResolver,
  'A day of the calendar, `2026-03-08` (RFC 3339 full-date), of the years 0001 to 9999.',
  asIs,
  (day) => onCalendar(day).toISOString().slice(0, 10),
);

/** Answers are as exact as the database, to the microsecond: sent back, a point in time must be the same one. */
export const DateTimeScalar = textual(
  DateTimeResolver,
  'A point in time, `2026-03-08T10:15:00Z` (RFC 3339), of the years 0001 to 9999. Answers are in UTC and have six fractional digits; more are not taken.',
  (value) => (value instanceof Date ? instantText(value) : value),
  (moment, given) => {
    const [, fraction = ''] = /\.(\d+)/.exec(given) ?? [];
    if (/[1-9]/.test(fraction.slice(6))) throw tooExact();
    return instantText(onCalendar(moment), fraction);
  },
);

/** The form of every point in time that goes out: texts of it compare as what they stand for. */
const instantText = (moment: Date, fraction = moment.toISOString().slice(-4, -1)): string =>
  `${moment.toISOString().slice(0, -'.000Z'.length)}.${fraction.slice(0, 6).padEnd(6, '0')}Z`;

const firstMoment = Date.parse('0001-01-01T00:00:00Z');
const lastMoment = Date.parse('9999-12-31T23:59:59.999Z');

/** RFC 3339 writes the years 0000 to 9999 and PostgreSQL has no year 0; an offset can lead beyond either end. */
function onCalendar(moment: Date): Date {
  if (moment.getTime() >= firstMoment && moment.getTime() <= lastMoment) return moment;
  throw badInput(
    'A date or time lies outside the years 0001 to 9999 (in UTC).',
    'Uma data ou hora está fora dos anos 0001 a 9999 (em UTC).',
  );
}

const tooExact = (): ApiError =>
  badInput(
    'A time has more than six fractional digits. Send it to the microsecond.',
    'Uma hora tem mais de seis casas decimais. Envie-a até ao microssegundo.',
  );

/** What a field was or is, whichever field it is. */
export const FieldValueScalar = new GraphQLScalarType({
  name: 'FieldValue',
  description: 'A value of a field as the field itself gives it: a text, a number, true or false, or a list of texts.',
  serialize: asIs,
});

export const UUIDScalar = new GraphQLScalarType({
  ...UUIDResolver.toConfig(),
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc9562',
  description: 'A UUID (RFC 9562), `0198c0de-7f3a-7c51-9a4e-2b1d9c5e8f00`.',
  serialize: asIs,
});
