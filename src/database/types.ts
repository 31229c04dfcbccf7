/** How values of PostgreSQL become JavaScript on these pools: text that the API can send on, never a Date. */
import { types, type CustomTypesConfig } from 'pg';

const { TIMESTAMPTZ, TIMESTAMP, DATE, INT8, NUMERIC, INTERVAL } = types.builtins;
const TIMESTAMPTZ_ARRAY = 1185;
const DATE_ARRAY = 1182;
const TEXT_ARRAY = 1009;

const asIs = (value: string): string => value;

/**
 * `2026-11-21 20:01:04.12+00` → `2026-11-21T20:01:04.120000Z`: always six fractional digits, so that the texts compare
 * as the points in time. The sessions' time zone is UTC.
 */
export function instant(value: string): string {
  if (!value.endsWith('+00')) return value;
  const text = `${value.slice(0, 10)}T${value.slice(11, -3)}`;
  return `${text.length > SECONDS ? text.padEnd(SECONDS + 7, '0') : `${text}.000000`}Z`;
}

const SECONDS = '2026-11-21T20:01:04'.length;

const textArray = types.getTypeParser(TEXT_ARRAY as number) as (value: string) => string[];

const parsers = new Map<number, (value: string) => unknown>([
  [TIMESTAMPTZ, instant],
  [TIMESTAMP, asIs],
  [DATE, asIs],
  [INTERVAL, asIs],
  [NUMERIC, asIs],
  [INT8, Number],
  [TIMESTAMPTZ_ARRAY, (value) => textArray(value).map(instant)],
  [DATE_ARRAY, textArray],
]);

type Parser = (value: string) => unknown;

/** Parsers for a pool's `types`; process-wide settings of `pg` stay as they are. */
export const typeParsers: CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary'): Parser =>
    (format === 'binary' ? undefined : parsers.get(oid)) ??
    (types.getTypeParser(oid, format) as Parser)) as CustomTypesConfig['getTypeParser'],
};
