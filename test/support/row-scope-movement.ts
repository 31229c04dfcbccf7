/** The part of the row scopes that is about the movement: whose platform it is. By hand, as they are. */

type Scopes = Readonly<Record<string, string>>;

const ours = 'organisation_id = $2 AND $1::uuid IS NOT NULL';
const all = 'true OR $1::uuid = $2::uuid';
const platforms = `SELECT id FROM platform WHERE ${ours}`;
const associations = `SELECT id FROM member_association WHERE platform_id IN (${platforms})`;

/** The organisation that hosts the platform reads it, the country’s officer and the region read all. */
const hosted = (rows: string): Scopes => ({
  ...Object.fromEntries(['FIELD_WORKER', 'CASE_MANAGER', 'SUPERVISOR', 'PARTNER_ADMIN'].map((role) => [role, rows])),
  ...Object.fromEntries(['ME_OFFICER', 'SECRETARIAT', 'ANALYST'].map((role) => [role, all])),
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
};

/** What of it was recorded in error stands in no list. */
export const voidableOfMovement = [
  ...['Platform', 'MemberAssociation', 'MemberCount', 'MemberCountGroup', 'CapacityAssessment', 'CapacityScore'],
];
