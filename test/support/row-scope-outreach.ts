/** Which rows of outreach and of services without a case a role may read, as in `row-scope-oracle.ts`. */

type Scopes = Readonly<Record<string, string>>;

const offices = ['CASE_MANAGER', 'SUPERVISOR', 'PARTNER_ADMIN'] as const;
const mine = 'created_by_id = $1 AND organisation_id = $2';
const ours = 'organisation_id = $2 AND $1::uuid IS NOT NULL';
const all = 'true OR $1::uuid = $2::uuid';

const inCountry = (own: string, organisation: string): Scopes => ({
  FIELD_WORKER: own,
  ...Object.fromEntries(offices.map((role) => [role, organisation])),
  ME_OFFICER: all,
});
const withRegion = (scopes: Scopes): Scopes => ({ ...scopes, SECRETARIAT: all, ANALYST: all });

/** What the region did itself, and of no country. */
const ofRegion = `current_schema() = 'region' AND (${all})`;

/** Of a partner: it takes part in an activity that is such. */
const inActivities = (such: string): string =>
  ['training', 'outreach_activity', 'advocacy_activity']
    .map((table) => `${table}_id IN (SELECT id FROM ${table} WHERE ${such})`)
    .join(' OR ');

/** Whom outreach of a country reached and the slips of nobody known are not for the region. */
export const outreach: Readonly<Record<string, Scopes>> = {
  OutreachActivity: withRegion(inCountry(mine, ours)),
  OutreachReach: {
    ...inCountry(
      `activity_id IN (SELECT id FROM outreach_activity WHERE ${mine})`,
      `activity_id IN (SELECT id FROM outreach_activity WHERE ${ours})`,
    ),
    SECRETARIAT: ofRegion,
  },
  ActivityPartner: withRegion(
    inCountry(
      `organisation_id = $2 AND (created_by_id = $1 OR ${inActivities('created_by_id = $1')})`,
      '$2 IN (organisation_id, partner_id) AND $1::uuid IS NOT NULL',
    ),
  ),
  SupplyDistribution: withRegion(inCountry(mine, ours)),
  ServiceSlip: inCountry(mine, ours),
};

/** Activities that my organisation takes part in, by a partner's link to them. */
const partnered = (table: string): string =>
  `SELECT ${table}_id FROM activity_partner WHERE partner_id = $2 AND voided_at IS NULL AND $1::uuid IS NOT NULL`;

/**
 * What else is read by its id and by links, and stands in no list of all there are: what my organisation takes part in
 * of another one, with what hangs on it; for whoever reads what is the organisation's.
 */
export const jointly: Readonly<Record<string, Scopes>> = Object.fromEntries(
  [
    ['Training', `id IN (${partnered('training')})`],
    ['TrainingParticipation', `training_id IN (${partnered('training')})`],
    ['OutreachActivity', `id IN (${partnered('outreach_activity')})`],
    ['AdvocacyActivity', `id IN (${partnered('advocacy_activity')})`],
    ...['AdvocacyStageReached', 'AdvocacyEvidence'].map((name) => [
      name,
      `activity_id IN (${partnered('advocacy_activity')})`,
    ]),
    [
      'ActivityPartner',
      ['training', 'outreach_activity', 'advocacy_activity']
        .map((table) => `${table}_id IN (${partnered(table)})`)
        .join(' OR '),
    ],
  ].map(([name, rows]) => [name, Object.fromEntries(offices.map((role) => [role, rows]))]),
) as Readonly<Record<string, Scopes>>;
