/** Which providers come first: for a place, and for a referral that has to go elsewhere. */
import { column, sql, type Sql } from '../../base/sql';
import type { ListBy } from '../../model/thing';
import { Referral } from '../casework/referral/referral.entity';
import { District } from '../country/place.entity';

/**
 * How near a provider is to a district, the nearest first: it covers the district, the province, the country; then
 * another district of the province, then what lies elsewhere. What is closed comes last; as near, a confirmed entry comes
 * before a stale one, and a provider that answers in the system before one outside it.
 */
function nearness(alias: string, districtId: Sql): Sql {
  const [coverage, status] = [column(alias, 'coverage'), column(alias, 'status')];
  const [districts, provinces] = [column(alias, 'district_codes'), column(alias, 'province_codes')];
  const here = sql`SELECT d.code FROM district d WHERE d.id = ${districtId}`;
  const around = sql`SELECT v.code FROM district d JOIN province v ON v.id = d.province_id WHERE d.id = ${districtId}`;
  const beside = sql`SELECT FROM district d JOIN district o ON o.province_id = d.province_id
    WHERE d.id = ${districtId} AND o.code = ANY(${districts})`;
  return sql`(CASE WHEN (${here}) = ANY(${districts}) THEN 0 WHEN (${around}) = ANY(${provinces}) THEN 4
      WHEN ${coverage} = 'NATIONWIDE' THEN 8 WHEN EXISTS (${beside}) THEN 12 ELSE 16 END
    + CASE ${status} WHEN 'CURRENT' THEN 0 WHEN 'STALE' THEN 2 ELSE 32 END
    + CASE WHEN ${column(alias, 'organisation_id')} IS NULL THEN 1 ELSE 0 END)`;
}

export const near: ListBy = {
  argument: 'near',
  of: () => District,
  description:
    'A district, by its id: who covers it comes first, then who covers its province, the whole country, another district of the province, others; as near, current entries before stale ones. Closed ones come last. None where the country has no such district.',
  rank: nearness,
};

/** What was asked for the same need of the case already: by the organisation, or by the name that was written. */
const asked = (alias: string): Sql => sql`SELECT FROM referral o
  WHERE o.case_id = r.case_id AND o.category = r.category AND o.status <> 'DRAFT'
    AND (o.to_organisation_id = ${column(alias, 'organisation_id')}
      OR lower(o.remote_provider) = lower(${column(alias, 'name')}))`;

export const forReferral: ListBy = {
  argument: 'forReferral',
  of: () => Referral,
  description:
    'A referral that your organisation made, by its id: whom to ask next. Providers of its category and service that are not closed and were not asked in the case yet, the nearest to its district first. None where it is no referral that the account may see.',
  rank: (alias, id) => nearness(alias, sql`(SELECT r.district_id FROM referral r WHERE r.id = ${id})`),
  rows: (alias, id) => sql`(${column(alias, 'status')} <> 'CLOSED' AND EXISTS (SELECT FROM referral r
    WHERE r.id = ${id} AND r.category = ANY(${column(alias, 'categories')})
      AND (r.service_type IS NULL OR ${column(alias, 'service_types')} = '{}'
        OR r.service_type = ANY(${column(alias, 'service_types')}))
      AND ${column(alias, 'organisation_id')} IS DISTINCT FROM r.from_organisation_id
      AND NOT EXISTS (${asked(alias)})))`,
};
