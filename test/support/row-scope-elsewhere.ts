/** The part of the row scopes that is about cases of another organisation, to which somebody was named. By hand, as they are. */

type Scopes = Readonly<Record<string, string>>;

/** What the other row scopes have of a case, as SQL. */
interface Parts {
  readonly openToMe: string;
  readonly survivorsOf: (cases: string) => string;
  readonly openOf: (cases: string) => string;
}

/** Of a case of another organisation its supervisor by name has the coded part: no words, nobody recognisable, no health. */
const codedElsewhere = (elsewhere: string, { survivorsOf, openOf }: Parts): Scopes => ({
  Case: `id IN (${elsewhere})`,
  Survivor: `id IN (${survivorsOf(elsewhere)})`,
  Consent: `survivor_id IN (${survivorsOf(elsewhere)})`,
  ...Object.fromEntries(
    [
      'CaseActivity',
      'CaseMember',
      'AccusedColleague',
      'Complaint',
      'ComplaintWish',
      'FollowUp',
      'FollowUpDue',
      'Incident',
      'Referral',
      'ServiceNeed',
      'ServiceSession',
      'PlannedAction',
      'Voiding',
    ].map((name) => [name, `case_id IN (${elsewhere})`]),
  ),
  AllegedPerpetrator: `case_id IN (${openOf(elsewhere)})`,
  ...Object.fromEntries(
    ['ReferralIncident', 'ReferralLetter'].map((name) => [
      name,
      `referral_id IN (SELECT id FROM referral WHERE case_id IN (${elsewhere}))`,
    ]),
  ),
});

/** Those in a case with somebody of another organisation see each other: who was named, and whom they were named to. */
const mine = `SELECT case_id FROM case_member WHERE member_id = $1 AND ended_at IS NULL`;
const namedToMine = `id IN (SELECT outside_supervisor_id FROM "case" WHERE id IN (${mine}))`;
const inElsewhere = (
  elsewhere: string,
): string => `id IN (SELECT member_id FROM case_member WHERE case_id IN (${elsewhere}))
  OR id IN (SELECT accused_id FROM accused_colleague WHERE case_id IN (${elsewhere}) AND voided_at IS NULL)`;

/** The scopes of a thing by role, with what is reached by name. */
export function withElsewhere(name: string, scopes: Scopes, parts: Parts): Scopes {
  const elsewhere = `SELECT id FROM "case" WHERE outside_supervisor_id = $1 AND $2::uuid IS NOT NULL AND ${parts.openToMe}`;
  const either = (role: string, more: string): Scopes => ({ [role]: `((${scopes[role]}) OR ${more})` });
  if (name === 'StaffMember')
    return {
      ...scopes,
      ...either('FIELD_WORKER', namedToMine),
      ...either('CASE_MANAGER', namedToMine),
      ...either('SUPERVISOR', `${namedToMine} OR ${inElsewhere(elsewhere)}`),
    };
  const coded = codedElsewhere(elsewhere, parts)[name];
  return coded ? { ...scopes, ...either('SUPERVISOR', coded) } : scopes;
}
