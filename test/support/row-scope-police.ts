/** The part of the row scopes that is about material, what units adopt of it, and who of a training is named. By hand, as they are. */

type Scopes = Readonly<Record<string, string>>;

const everybody = [
  ...['FIELD_WORKER', 'CASE_MANAGER', 'SUPERVISOR', 'PARTNER_ADMIN', 'ME_OFFICER', 'SERVICE_PROVIDER'],
  ...['PRIVACY_OFFICER', 'SECRETARIAT', 'ANALYST'],
];

/** Manuals and procedures are for everybody, what was done with them as all activities are. */
export function policeScopes(
  activity: (own: string, organisation: string) => Scopes,
): Readonly<Record<string, Scopes>> {
  const mine = 'created_by_id = $1 AND organisation_id = $2';
  const ours = 'organisation_id = $2 AND $1::uuid IS NOT NULL';
  const ofTraining = (rows: string): string => `training_id IN (SELECT id FROM training WHERE ${rows})`;
  const ofAdoption = (rows: string): string => `adoption_id IN (SELECT id FROM procedure_adoption WHERE ${rows})`;
  return {
    Material: Object.fromEntries(everybody.map((role) => [role, 'true OR $1::uuid = $2::uuid'])),
    Dissemination: activity(mine, ours),
    ProcedureAdoption: activity(mine, ours),
    TrainingParticipant: {
      FIELD_WORKER: ofTraining(mine),
      ...Object.fromEntries(['CASE_MANAGER', 'SUPERVISOR', 'PARTNER_ADMIN'].map((role) => [role, ofTraining(ours)])),
    },
    AdoptionCheck: activity(ofAdoption(mine), ofAdoption(ours)),
  };
}
