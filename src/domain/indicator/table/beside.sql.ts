/** What a table needs beside what is counted: surveys, places, and as of when it is counted. */
import { raw, sql, type Sql } from '../../../base/sql';
import type { Narrowed } from './counts.sql';

/**
 * What surveys of the whole country said, a line for each; of those of one year the last that was recorded. A survey
 * names an indicator in capital letters.
 */
export interface SurveyedValue {
  readonly indicator: string;
  readonly year: number;
  readonly isBaseline: boolean;
  readonly value: number;
  readonly numerator: number | null;
  readonly respondents: number | null;
}

export const surveysStatement = (codes: readonly string[]): Sql => sql`
  SELECT DISTINCT ON (o.code, s.is_baseline, s.year) o.code AS indicator, s.year,
    s.is_baseline AS "isBaseline", s.value_hundredths / 100.0::float8 AS value, s.numerator, s.respondents
  FROM unnest(${[...codes]}::text[]) AS o (code) JOIN survey_result s ON s.indicator_code = upper(o.code)
  WHERE s.voided_at IS NULL AND s.place IS NULL
    AND (s.country_code IS NULL OR s.country_code = (SELECT z.code FROM country z))
  ORDER BY o.code, s.is_baseline, s.year, s.created_at DESC, s.id`;

/** How a country stands to what is asked. */
export interface StateOfCountry {
  /** Everything that was recorded by then is counted; null where nothing was yet. */
  readonly asOf: string | null;
  /** What the table is narrowed to is a record of the country. */
  readonly isThere: boolean;
}

export const stateStatement = ({ organisationId, provinceId }: Narrowed): Sql => sql`SELECT
  (SELECT to_char(as_of AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') FROM indicator_as_of) AS "asOf",
  (${organisationId}::uuid IS NULL OR EXISTS (SELECT FROM organisation WHERE id = ${organisationId}::uuid))
  AND (${provinceId}::uuid IS NULL OR EXISTS (SELECT FROM province WHERE id = ${provinceId}::uuid)) AS "isThere"`;

/** Provinces or organisations that a table is told by. */
export const placesStatement = {
  provinces: raw('SELECT id::text AS id, code AS told, name AS label FROM province ORDER BY name, id'),
  organisations: raw('SELECT id::text AS id, id::text AS told, name AS label FROM organisation ORDER BY name, id'),
} as const;
