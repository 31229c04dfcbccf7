/** Which rows of exports a role may read, as in `row-scope-oracle.ts`. */

type Scopes = Readonly<Record<string, string>>;

const mine = 'created_by_id = $1 AND ($2::uuid IS NULL OR true)';
const oursToo = '(created_by_id = $1 OR organisation_id = $2)';

const ofRegion = "current_schema() = 'region' AND ($1::uuid IS NOT NULL OR $2::uuid IS NULL)";

export const exported: Readonly<Record<string, Scopes>> = {
  DataExport: {
    FIELD_WORKER: mine,
    CASE_MANAGER: mine,
    SUPERVISOR: oursToo,
    PARTNER_ADMIN: oursToo,
    ME_OFFICER: mine,
    SERVICE_PROVIDER: mine,
    SECRETARIAT: ofRegion,
    ANALYST: ofRegion,
    PRIVACY_OFFICER: '$1::uuid IS NOT NULL AND ($2::uuid IS NULL OR true)',
  },
};
