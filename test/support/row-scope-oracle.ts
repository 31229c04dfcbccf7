/**
 * Which rows a role may read, written by hand from `domain.md` 1.5 and 2, in SQL that shares nothing with the API.
 * `$1` is the account, `$2` its organisation. No entry for a role: it reads nothing of the thing.
 */

const team = ['CASE_MANAGER', 'SUPERVISOR'] as const;
const partner = [...team, 'PARTNER_ADMIN'] as const;
const everybody = ['FIELD_WORKER', ...partner, 'ME_OFFICER', 'SERVICE_PROVIDER', 'PRIVACY_OFFICER'] as const;
const region = ['SECRETARIAT', 'ANALYST'] as const;

/** Cases that I registered or was assigned, as long as my organisation handles them. */
const ownCases = `SELECT id FROM "case" WHERE organisation_id = $2 AND (owner_id = $1 OR created_by_id = $1)`;
const ourCases = `SELECT id FROM "case" WHERE organisation_id = $2 AND $1::uuid IS NOT NULL`;
const survivorsOf = (cases: string): string => `SELECT survivor_id FROM "case" WHERE id IN (${cases})`;

const myAccess = (id: string): string =>
  `EXISTS (SELECT FROM access_grant g WHERE g.case_id = ${id} AND g.grantee_id = $1 AND g.ends_at > now())`;
/** Of what closes with a case: cases of which nothing is closed off, or to which I took access. */
const closedBeside = `w.status = 'DRAFT' AND w.survivor_id IN (
  SELECT o.survivor_id FROM "case" o WHERE o.organisation_id = w.organisation_id AND o.closed_off_at IS NOT NULL)`;
const open = `SELECT w.id FROM "case" w
  WHERE (w.closed_off_at IS NULL AND (${closedBeside}) IS NOT TRUE) OR ${myAccess('w.id')}`;
const openOf = (cases: string): string => `${cases} AND id IN (${open})`;
/** Of my organisation, while my access to them stands. */
const accessed = `${ourCases} AND ${myAccess('"case".id')}`;

/** Referrals that my organisation has accepted and not finished, under a consent that has not run out. */
const openReferrals = `SELECT * FROM referral WHERE to_organisation_id = $2 AND $1::uuid IS NOT NULL
   AND status IN ('ACCEPTED', 'IN_SERVICE') AND (consent_valid_until IS NULL OR consent_valid_until > now())`;
const shares = (what: string): string => `SELECT * FROM (${openReferrals}) r WHERE '${what}' = ANY (r.shared_fields)`;

/** Incidents that they cover and share something of. */
const told = "ARRAY['INCIDENT', 'INCIDENT_DETAIL', 'NARRATIVE', 'HEALTH', 'PERPETRATOR', 'PERPETRATOR_IDENTITY']";
const covered = (referrals: string): string =>
  `SELECT c.incident_id FROM referral_incident c JOIN (${referrals}) s ON s.id = c.referral_id WHERE c.voided_at IS NULL`;
const coveredTelling = (what: string): string => covered(shares(what));

type Scopes = Readonly<Record<string, string>>;
const forAll = (roles: readonly string[], condition: string): Scopes =>
  Object.fromEntries(roles.map((role) => [role, condition]));
const all = 'true OR $1::uuid = $2::uuid';

/** What hangs on a case. */
const ofCase = (own: readonly string[], organisation: readonly string[]): Scopes => ({
  ...forAll(own, `case_id IN (${ownCases})`),
  ...forAll(organisation, `case_id IN (${ourCases})`),
});

/** The same of what is closed off with its case; what a provider recorded stays its own. */
const closing = ({ SERVICE_PROVIDER: provider, ...scopes }: Scopes, cases = 'case_id'): Scopes => ({
  ...Object.fromEntries(
    Object.entries(scopes).map(([role, condition]) => [role, `(${condition}) AND ${cases} IN (${open})`]),
  ),
  ...(provider && { SERVICE_PROVIDER: provider }),
});

/** What hangs on a survivor. */
const ofSurvivor = (own: readonly string[], organisation: readonly string[], shared?: string): Scopes => ({
  ...forAll(own, `survivor_id IN (${survivorsOf(ownCases)})`),
  ...forAll(organisation, `survivor_id IN (${survivorsOf(ourCases)})`),
  ...(shared && { SERVICE_PROVIDER: `survivor_id IN (SELECT survivor_id FROM (${shares(shared)}) s)` }),
});

const ownReferrals = `SELECT id FROM referral WHERE case_id IN (${ownCases})`;
const ourReferrals = `SELECT id FROM referral WHERE case_id IN (${ourCases})`;
const ownTrainings = 'SELECT id FROM training WHERE created_by_id = $1 AND organisation_id = $2';
const ourTrainings = 'SELECT id FROM training WHERE organisation_id = $2 AND $1::uuid IS NOT NULL';

const activity = (own: string, organisation: string): Scopes => ({
  FIELD_WORKER: own,
  ...forAll(partner, organisation),
  ...forAll(['ME_OFFICER', ...region], all),
});

/** What was recorded in error stands in no list. */
const voidable = [
  ...['Incident', 'IncidentDetail', 'IncidentNarrative', 'IncidentInjury', 'AllegedPerpetrator', 'PerpetratorIdentity'],
  ...['CaseNote', 'Training', 'TrainingParticipation', 'AdvocacyActivity', 'AdvocacyStageReached', 'ReferralIncident'],
];

const everyScope: Readonly<Record<string, Scopes>> = {
  ...Object.fromEntries(
    ['Country', 'Province', 'District', 'Organisation'].map((name) => [
      name,
      forAll([...everybody, ...region, 'OPERATOR'], all),
    ]),
  ),
  StaffMember: {
    ...forAll(['FIELD_WORKER', ...partner], 'organisation_id = $2 AND $1::uuid IS NOT NULL'),
    ME_OFFICER: all,
  },
  Survivor: {
    FIELD_WORKER: `id IN (${survivorsOf(ownCases)})`,
    ...forAll(partner, `id IN (${survivorsOf(ourCases)})`),
    ME_OFFICER: all,
    SERVICE_PROVIDER: `id IN (SELECT survivor_id FROM (${openReferrals}) r)`,
  },
  SurvivorDemographics: ofSurvivor(['FIELD_WORKER'], team, 'DEMOGRAPHICS'),
  SurvivorIdentity: {
    ...ofSurvivor(['FIELD_WORKER', 'CASE_MANAGER'], [], 'IDENTITY'),
    ...forAll(['FIELD_WORKER', 'CASE_MANAGER'], `survivor_id IN (${survivorsOf(openOf(ownCases))})`),
    SUPERVISOR: `survivor_id IN (${survivorsOf(accessed)})`,
  },
  SafeContact: {
    ...ofSurvivor(['FIELD_WORKER', 'CASE_MANAGER'], ['SUPERVISOR'], 'SAFE_CONTACT'),
    ...forAll(['FIELD_WORKER', 'CASE_MANAGER'], `survivor_id IN (${survivorsOf(openOf(ownCases))})`),
    SUPERVISOR: `survivor_id IN (${survivorsOf(openOf(ourCases))})`,
  },
  Case: { FIELD_WORKER: `id IN (${ownCases})`, ...forAll(partner, `id IN (${ourCases})`), ME_OFFICER: all },
  CaseNote: closing({ ...ofCase([], team), FIELD_WORKER: `created_by_id = $1 AND case_id IN (${ourCases})` }),
  CaseTransfer: {
    FIELD_WORKER: 'created_by_id = $1 AND $2 IN (from_organisation_id, to_organisation_id)',
    ...forAll(partner, '$2 IN (from_organisation_id, to_organisation_id) AND $1::uuid IS NOT NULL'),
    ME_OFFICER: all,
  },
  Incident: {
    ...ofCase(['FIELD_WORKER'], team),
    ME_OFFICER: all,
    SERVICE_PROVIDER: `id IN (${covered(`SELECT * FROM (${openReferrals}) r WHERE r.shared_fields && ${told}`)})`,
  },
  IncidentDetail: closing({
    ...ofCase(['FIELD_WORKER'], team),
    SERVICE_PROVIDER: `incident_id IN (${coveredTelling('INCIDENT_DETAIL')})`,
  }),
  IncidentNarrative: closing({
    ...ofCase([], team),
    SERVICE_PROVIDER: `incident_id IN (${coveredTelling('NARRATIVE')})`,
    FIELD_WORKER: `case_id IN (${ownCases}) AND created_at > now() - interval '30 days'`,
  }),
  IncidentInjury: closing({
    ...ofCase([], ['CASE_MANAGER']),
    SERVICE_PROVIDER: `incident_id IN (${coveredTelling('HEALTH')})`,
    SUPERVISOR: `case_id IN (${accessed})`,
  }),
  AllegedPerpetrator: closing({
    ...ofCase(['FIELD_WORKER'], team),
    ME_OFFICER: all,
    SERVICE_PROVIDER: `incident_id IN (${coveredTelling('PERPETRATOR')})`,
  }),
  PerpetratorIdentity: closing({
    ...ofCase([], team),
    SERVICE_PROVIDER: `alleged_perpetrator_id IN (
      SELECT id FROM alleged_perpetrator WHERE incident_id IN (${coveredTelling('PERPETRATOR_IDENTITY')}))`,
  }),
  Consent: {
    ...ofSurvivor([], team),
    FIELD_WORKER: `taken_by_id = $1 AND survivor_id IN (${survivorsOf(ourCases)})`,
    SERVICE_PROVIDER: `recipient_id = $2 AND purpose <> 'SERVICES' AND $1::uuid IS NOT NULL`,
    PRIVACY_OFFICER: all,
  },
  Referral: {
    FIELD_WORKER: `id IN (${ownReferrals})`,
    ...forAll(partner, `id IN (${ourReferrals})`),
    ME_OFFICER: all,
    SERVICE_PROVIDER: `to_organisation_id = $2 AND status <> 'DRAFT' AND $1::uuid IS NOT NULL`,
  },
  ReferralIncident: {
    FIELD_WORKER: `referral_id IN (${ownReferrals})`,
    ...forAll(partner, `referral_id IN (${ourReferrals})`),
    ME_OFFICER: all,
    SERVICE_PROVIDER: `referral_id IN (SELECT id FROM (${openReferrals}) r)`,
  },
  ReferralReason: closing(
    {
      FIELD_WORKER: `referral_id IN (${ownReferrals})`,
      ...forAll(team, `referral_id IN (${ourReferrals})`),
      SERVICE_PROVIDER: `referral_id IN (SELECT id FROM (${openReferrals}) r)`,
    },
    '(SELECT case_id FROM referral f WHERE f.id = referral_id)',
  ),
  ReferralAnswer: closing(
    {
      FIELD_WORKER: `referral_id IN (${ownReferrals})`,
      ...forAll(team, `referral_id IN (${ourReferrals})`),
      SERVICE_PROVIDER: 'provider_id = $2 AND $1::uuid IS NOT NULL',
    },
    '(SELECT case_id FROM referral f WHERE f.id = referral_id)',
  ),
  ServiceRecord: closing({
    ...forAll(team, `case_id IN (${ourCases})`),
    SERVICE_PROVIDER: 'provider_id = $2 AND $1::uuid IS NOT NULL',
  }),
  AccessGrant: {
    CASE_MANAGER: 'grantee_id = $1 AND organisation_id = $2',
    SUPERVISOR: 'organisation_id = $2 AND $1::uuid IS NOT NULL',
    PRIVACY_OFFICER: all,
  },
  Notice: forAll(everybody, 'addressee_id = $1 AND ($2::uuid IS NULL OR true)'),
  Training: activity(`id IN (${ownTrainings})`, `id IN (${ourTrainings})`),
  TrainingParticipation: activity(`training_id IN (${ownTrainings})`, `training_id IN (${ourTrainings})`),
  AdvocacyStageReached: activity(
    'activity_id IN (SELECT id FROM advocacy_activity WHERE created_by_id = $1 AND organisation_id = $2)',
    'activity_id IN (SELECT id FROM advocacy_activity WHERE organisation_id = $2 AND $1::uuid IS NOT NULL)',
  ),
  Voiding: {
    FIELD_WORKER: `maker_id = $1 AND case_id IN (${ourCases})`,
    ...forAll(team, `case_id IN (${ourCases})`),
    PRIVACY_OFFICER: all,
  },
  AdvocacyActivity: activity(
    'created_by_id = $1 AND organisation_id = $2',
    'organisation_id = $2 AND $1::uuid IS NOT NULL',
  ),
  AccessLogEntry: {
    ...forAll(['FIELD_WORKER', 'CASE_MANAGER'], 'actor_id = $1 AND $2::uuid IS NOT NULL'),
    SUPERVISOR: 'organisation_id = $2 AND $1::uuid IS NOT NULL',
    PRIVACY_OFFICER: all,
  },
  SharedCase: { SECRETARIAT: all },
  SharedIncident: { SECRETARIAT: all },
};

export const rowScopes: Readonly<Record<string, Scopes>> = Object.fromEntries(
  Object.entries(everyScope).map(([name, scopes]) => [
    name,
    voidable.includes(name)
      ? Object.fromEntries(Object.entries(scopes).map(([role, rows]) => [role, `(${rows}) AND voided_at IS NULL`]))
      : scopes,
  ]),
);
