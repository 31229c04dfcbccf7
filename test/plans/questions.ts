/** Everything that the schema lets be asked of a list: each order both ways, each filter with each of its operators. */
import { getNamedType, isEnumType, type GraphQLInputObjectType } from 'graphql';
import { adminRows } from '../support/admin';
import type { TestDatabase } from '../support/database';
import { thingNamed } from '../support/walk';
import { countryAttribute } from '../../src/policy/country';
import { allThings, filterName, isList, type Attribute, type Thing } from '../../src/model/thing';

export interface Question {
  /** `order OPENED_AT DESC`, `filter status.eq rare`. */
  readonly what: string;
  readonly filter?: Readonly<Record<string, unknown>>;
  /** Asks for the records that one other record is named by, or for one record. */
  readonly byId?: true;
  readonly orderBy?: readonly { readonly field: string; readonly direction: string }[];
  /** Asks how many there are, and for none of them. */
  readonly counted?: true;
  /** Begins behind the last record rather than with the first. */
  readonly beyond?: true;
}

export const askable: readonly Thing[] = [...allThings.values()];

export function orderQuestions({ name }: Thing): Question[] {
  const { orders } = thingNamed(name);
  return orders.flatMap((field) =>
    ['ASC', 'DESC'].flatMap((direction): Question[] => {
      const orderBy = [{ field, direction }];
      const what = `order ${field} ${direction}`;
      return [
        { what, orderBy },
        { what: `${what} beyond`, orderBy, beyond: true },
      ];
    }),
  );
}

/** How many stand where in their lifecycle: what a list's tabs and badges ask at every visit. */
export const countQuestions = ({ name }: Thing): Question[] => {
  const status = thingNamed(name).filters.find((filter) => filter.name === 'status');
  const codes = status ? codesOf(status.comparison) : [];
  return codes.length === 0
    ? []
    : [
        { what: 'count all', counted: true },
        { what: 'count one status', counted: true, filter: { status: { eq: codes[0] } } },
        { what: 'count statuses', counted: true, filter: { status: { in: codes.slice(0, 4) } } },
      ];
};

const codesOf = (comparison: GraphQLInputObjectType): string[] => {
  const type = getNamedType(comparison.getFields()['eq']?.type);
  return isEnumType(type) ? type.getValues().map(({ name }) => name) : [];
};

/** Values of a column to ask for. */
interface Values {
  readonly common: unknown;
  readonly rare: unknown;
  readonly least: unknown;
  readonly most: unknown;
}

export async function filterQuestions(database: TestDatabase, thing: Thing, schema: string): Promise<Question[]> {
  const questions: Question[] = [];
  // The country is settled before a statement is sent.
  const filters = thingNamed(thing.name).filters.filter(({ name }) => name !== countryAttribute.name);
  for (const { name, comparison } of filters) {
    const attribute = [...thing.attributes.values()].find((one) => filterName(thing, one) === name);
    if (!attribute) throw new Error(`${thing.name} has a filter ${name} and no attribute for it`);
    const values = await valuesOf(database, thing, attribute, schema);
    if (!values) continue;
    for (const operator of Object.keys(comparison.getFields())) {
      for (const [which, given] of operands(operator, values)) {
        const what = `filter ${name}.${operator} ${which}`;
        const byId = operator === 'eq' && (attribute.type === 'uuid' || attribute.unique);
        questions.push({ what, filter: { [name]: { [operator]: given } }, ...(byId && { byId }) });
      }
    }
  }
  return questions;
}

function operands(operator: string, { common, rare, least, most }: Values): [string, unknown][] {
  switch (operator) {
    case 'isNull':
      return [
        ['true', true],
        ['false', false],
      ];
    case 'in':
    case 'hasAny':
      return [
        ['common', [common]],
        ['rare', [rare]],
      ];
    case 'gt':
    case 'gte':
      return [
        ['few', most],
        ['all', least],
      ];
    case 'lt':
    case 'lte':
      return [
        ['few', least],
        ['all', most],
      ];
    default:
      return [
        ['common', common],
        ['rare', rare],
      ];
  }
}

/** The commonest and the rarest value there is, and the least and the greatest; null where there is none at all. */
async function valuesOf(
  database: TestDatabase,
  { table }: Thing,
  attribute: Attribute,
  schema: string,
): Promise<Values | null> {
  const value = isList(attribute.type) ? `unnest("${attribute.column}")` : `"${attribute.column}"`;
  const text = attribute.type === 'dateTime' ? `to_char(v AT TIME ZONE 'UTC', '${iso}')` : 'v::text';
  const [row] = await adminRows<Record<keyof Values, string | null>>(
    database,
    `WITH found AS (SELECT v, count(*) AS n FROM (SELECT ${value} AS v FROM ${schema}."${table}") t WHERE v IS NOT NULL GROUP BY v)
     SELECT (SELECT ${text} FROM found ORDER BY n DESC, v LIMIT 1) AS common,
            (SELECT ${text} FROM found ORDER BY n, v DESC LIMIT 1) AS rare,
            (SELECT ${text} FROM found ORDER BY v LIMIT 1) AS least,
            (SELECT ${text} FROM found ORDER BY v DESC LIMIT 1) AS most`,
  );
  if (!row || row.common === null) return null;
  const typed = (given: string | null): unknown => {
    if (attribute.type === 'int') return Number(given);
    if (attribute.type === 'boolean') return given === 'true';
    return given;
  };
  return { common: typed(row.common), rare: typed(row.rare), least: typed(row.least), most: typed(row.most) };
}

const iso = 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"';
