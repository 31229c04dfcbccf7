/** Who is on call just now. */
import { column, sql, type Sql } from '../../../base/sql';
import type { ListBy } from '../../../model/thing';
import { District } from '../../country/place.entity';

/** The shift stands, has begun and has not ended. */
export const runs = (alias: string): Sql => sql`(${column(alias, 'status')} = 'PLANNED'
  AND ${column(alias, 'starts_at')} <= now() AND ${column(alias, 'ends_at')} > now())`;

/** It is for the district, or for all. */
export const isFor = (alias: string, districtId: Sql): Sql => sql`(${column(alias, 'district_codes')} = '{}'
  OR EXISTS (SELECT 1 FROM district d WHERE d.id = ${districtId} AND d.code = ANY(${column(alias, 'district_codes')})))`;

export const onCallNow: ListBy = {
  argument: 'onCallNow',
  of: () => District,
  description:
    'A district, by its id: who is on call there just now, who is called first before the second. Nobody where the country has no such district.',
  rank: (alias) => sql`CASE ${column(alias, 'turn')} WHEN 'FIRST' THEN 0 ELSE 1 END`,
  rows: (alias, id) => sql`(${runs(alias)} AND ${isFor(alias, id)})`,
};
