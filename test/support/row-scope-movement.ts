/** The part of the row scopes that is about the movement: whose platform it is. By hand, as they are. */

type Scopes = Readonly<Record<string, string>>;

const ours = 'organisation_id = $2 AND $1::uuid IS NOT NULL';
const all = 'true OR $1::uuid = $2::uuid';
const platforms = `SELECT id FROM platform WHERE ${ours}`;
const associations = `SELECT id FROM member_association WHERE platform_id IN (${platforms})`;

const staff = ['FIELD_WORKER', 'CASE_MANAGER', 'SUPERVISOR', 'PARTNER_ADMIN'];
const among = (roles: readonly string[], rows: string): Scopes => Object.fromEntries(roles.map((role) => [role, rows]));

/** Of the platforms that I was named a reviewer of, and still am. */
const reviewed = `SELECT id FROM member_association WHERE platform_id IN (${platforms})
  AND platform_id IN (SELECT platform_id FROM platform_reviewer WHERE member_id = $1 AND ended_at IS NULL)`;

const leaders: Scopes = {
  FIELD_WORKER: `created_by_id = $1 AND association_id IN (${associations})`,
  ...among(['CASE_MANAGER', 'SUPERVISOR', 'PARTNER_ADMIN'], `association_id IN (${associations})`),
};

/** The organisation that hosts the platform reads it, the country’s officer and the region read all. */
const hosted = (rows: string): Scopes => ({
  ...among(staff, rows),
  ...among(['ME_OFFICER', 'SECRETARIAT', 'ANALYST'], all),
});

export const movement: Readonly<Record<string, Scopes>> = {
  Platform: hosted(ours),
  MemberAssociation: hosted(`platform_id IN (${platforms})`),
  MemberCount: hosted(`association_id IN (${associations})`),
  MemberCountGroup: hosted(`count_id IN (SELECT id FROM member_count WHERE association_id IN (${associations}))`),
  CapacityAssessment: hosted(`association_id IN (${associations})`),
  CapacityScore: hosted(
    `assessment_id IN (SELECT id FROM capacity_assessment WHERE association_id IN (${associations}))`,
  ),
  CodeOfConduct: hosted(`platform_id IN (${platforms})`),
  ConductCheck: hosted(`association_id IN (${associations})`),
  PlatformReviewer: {
    ...among(staff, `platform_id IN (${platforms})`),
    ...among(['ME_OFFICER', 'PRIVACY_OFFICER'], all),
  },
  ConductBreach: among(staff, `association_id IN (${reviewed}) AND (created_by_id IS NULL OR created_by_id <> $1)`),
  LeaderRole: leaders,
  LeaderName: Object.fromEntries(
    Object.entries(leaders).map(([role, rows]) => [
      role,
      `leader_role_id IN (SELECT id FROM leader_role WHERE ${rows})`,
    ]),
  ),
  KeyPopulationInvolvement: {
    FIELD_WORKER: `created_by_id = $1 AND ${ours}`,
    ...among(['CASE_MANAGER', 'SUPERVISOR', 'PARTNER_ADMIN'], ours),
    ...among(['ME_OFFICER', 'SECRETARIAT', 'ANALYST'], all),
  },
};

/** What of it was recorded in error stands in no list. */
export const voidableOfMovement = [
  ...['Platform', 'MemberAssociation', 'MemberCount', 'MemberCountGroup', 'CapacityAssessment', 'CapacityScore'],
  ...['CodeOfConduct', 'ConductCheck', 'LeaderRole', 'KeyPopulationInvolvement'],
];
