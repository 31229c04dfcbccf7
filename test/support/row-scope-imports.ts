/** Which rows of imports a role may read, as in `row-scope-oracle.ts`. */

type Scopes = Readonly<Record<string, string>>;

const mine = 'created_by_id = $1';
const ours = 'organisation_id = $2 AND $1::uuid IS NOT NULL';
const ofOwn: Scopes = {
  CASE_MANAGER: `${mine} AND organisation_id = $2`,
  SUPERVISOR: ours,
  PARTNER_ADMIN: ours,
  ME_OFFICER: `${mine} AND organisation_id = $2`,
};

export const imports: Readonly<Record<string, Scopes>> = {
  DataImport: ofOwn,
  ImportMapping: ofOwn,
  ImportRowFinding: Object.fromEntries(
    Object.entries(ofOwn).map(([role, rows]) => [role, `data_import_id IN (SELECT id FROM data_import WHERE ${rows})`]),
  ),
};
