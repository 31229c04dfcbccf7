/**
 * Which rows a role may read, written by hand from `domain.md` 1.5 and 2, in SQL that shares nothing with the API.
 * `$1` is the account, `$2` its organisation. No entry for a role: it reads nothing of the thing.
 */
import { allies } from './row-scope-allies';
import { besideCase } from './row-scope-beside';
import { complaints } from './row-scope-complaints';
import { exported } from './row-scope-exports';
import { erasures, stillOpen } from './row-scope-erased';
import { givenServices } from './row-scope-given';
import { entriesOfNoShutCase } from './row-scope-log';
import { released } from './row-scope-ministry';
import { movement } from './row-scope-movement';
import { imports } from './row-scope-imports';
import { outreach } from './row-scope-outreach';
import { withElsewhere } from './row-scope-elsewhere';
import { policeScopes } from './row-scope-police';
import { standing } from './voidable';

const referenceThings = ['Country', 'Province', 'District', 'Organisation', 'ServiceDeadline', 'ProgrammePhase'];
const team = ['CASE_MANAGER', 'SUPERVISOR'] as const;
const partner = [...team, 'PARTNER_ADMIN'] as const;
const everybody = ['FIELD_WORKER', ...partner, 'ME_OFFICER', 'SERVICE_PROVIDER', 'PRIVACY_OFFICER'] as const;
const region = ['SECRETARIAT', 'ANALYST'] as const;

const myRole = '(SELECT role FROM staff_member WHERE id = $1)';
const accusedIn = (caseId: string): string =>
  `EXISTS (SELECT FROM accused_colleague x WHERE x.case_id = ${caseId} AND x.accused_id = $1 AND x.voided_at IS NULL)`;
/** Whom I stand in for just now. */
const absent = `(SELECT absent_id FROM deputyship WHERE deputy_id = $1 AND starts_at <= now() AND now() < ends_at)`;
const named = `id IN (SELECT case_id FROM case_member WHERE member_id = $1 AND ended_at IS NULL)`;
/** A restricted case is open to those who are named and to whoever stands in for who has it, a draft to its maker and the supervisor, one that was imported to whoever manages cases. */
const openToMe = `(restricted_at IS NULL
    OR ${named} OR (owner_id IN ${absent} AND NOT ${accusedIn('"case".id')})
    OR (${myRole} = 'PRIVACY_OFFICER' AND NOT ${accusedIn('"case".id')}))
  AND (status <> 'DRAFT' OR $1 IN (created_by_id, owner_id) OR ${myRole} IN ('SUPERVISOR', 'PRIVACY_OFFICER') OR (imported AND ${myRole} = 'CASE_MANAGER'))`;
const openCases = `SELECT id FROM "case" WHERE ($2::uuid IS NULL OR true) AND ${openToMe}`;

/** Cases that I registered or was assigned, stand in for or was named to, as long as my organisation handles them. */
const ownCases = `SELECT id FROM "case" WHERE organisation_id = $2 AND (owner_id = $1 OR created_by_id = $1
  OR owner_id IN ${absent} OR (restricted_at IS NOT NULL AND ${named})) AND ${openToMe}`;
const ourCases = `SELECT id FROM "case" WHERE organisation_id = $2 AND $1::uuid IS NOT NULL AND ${openToMe}`;
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
   AND NOT ${accusedIn('case_id')} AND status IN ('ACCEPTED', 'IN_SERVICE') AND (consent_valid_until IS NULL OR consent_valid_until > now())`;
/** What the country lets organisations know of each other's cases. */
const codes = ['SURVIVOR', 'DEMOGRAPHICS', 'INCIDENT', 'PERPETRATOR', 'COMPLAINT'];
const crossing = (what: string): string =>
  `(SELECT cross_organisation_sharing FROM country) ${codes.includes(what) ? "<> 'NONE'" : "= 'FULL'"}`;
const shares = (what: string): string =>
  `SELECT * FROM (${openReferrals}) r WHERE '${what}' = ANY (r.shared_fields) AND ${crossing(what)}`;

/** Incidents that they cover and share something of. */
const told = "ARRAY['INCIDENT', 'INCIDENT_DETAIL', 'NARRATIVE', 'HEALTH', 'PERPETRATOR', 'PERPETRATOR_IDENTITY']";
const covered = (referrals: string): string =>
  `SELECT c.incident_id FROM referral_incident c JOIN (${referrals}) s ON s.id = c.referral_id WHERE c.voided_at IS NULL`;
const coveredTelling = (what: string): string => covered(shares(what));

type Scopes = Readonly<Record<string, string>>;
const forAll = (roles: readonly string[], condition: string): Scopes =>
  Object.fromEntries(roles.map((role) => [role, condition]));
const all = 'true OR $1::uuid = $2::uuid';
/** All in the country of what is a case's, or a survivor's: as far as the case is open. */
const allOfCases = `case_id IN (${openCases})`;
const allOfSurvivors = `survivor_id IN (SELECT survivor_id FROM "case" WHERE id IN (${openCases}))`;
const beside = `(case_id IS NULL OR case_id IN (${openCases}))`;

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

/** Entries about nobody whose case is restricted and not open to me; and none about a record without a survivor for who is accused. */
const ofNoShutCase = entriesOfNoShutCase({ openToMe, openCases, myRole });

const ownReferrals = `SELECT id FROM referral WHERE case_id IN (${ownCases})`;
const ourReferrals = `SELECT id FROM referral WHERE case_id IN (${ourCases})`;
const ownTrainings = 'SELECT id FROM training WHERE created_by_id = $1 AND organisation_id = $2';
const ourTrainings = 'SELECT id FROM training WHERE organisation_id = $2 AND $1::uuid IS NOT NULL';

const activity = (own: string, organisation: string): Scopes => ({
  FIELD_WORKER: own,
  ...forAll(partner, organisation),
  ...forAll(['ME_OFFICER', ...region], all),
});

/** Until it is answered it is for both, then for whoever has the case. */
const summaryForMe = `(SELECT CASE status WHEN 'REQUESTED' THEN $2 WHEN 'ACCEPTED' THEN to_organisation_id ELSE from_organisation_id END
  FROM case_transfer f WHERE f.id = transfer_id) = $2`;

const everyScope: Readonly<Record<string, Scopes>> = {
  ...Object.fromEntries(['ComplaintMechanism', 'ComplaintOffice'].map((name) => [name, forAll(everybody, all)])),
  ServiceEntry: forAll(everybody, all),
  ...Object.fromEntries(referenceThings.map((name) => [name, forAll([...everybody, ...region, 'OPERATOR'], all)])),
  StaffMember: {
    ...forAll(['FIELD_WORKER', ...partner], '$2 IN (organisation_id, moving_to_id) AND $1::uuid IS NOT NULL'),
    ...forAll(['ME_OFFICER', 'PRIVACY_OFFICER'], all),
  },
  Deputyship: {
    ...forAll(['FIELD_WORKER', ...partner], 'organisation_id = $2 AND $1::uuid IS NOT NULL'),
    ...forAll(['ME_OFFICER', 'PRIVACY_OFFICER'], all),
  },
  Survivor: {
    FIELD_WORKER: `id IN (${survivorsOf(ownCases)})`,
    ...forAll(partner, `id IN (${survivorsOf(ourCases)})`),
    ...forAll(['ME_OFFICER', 'PRIVACY_OFFICER'], `id IN (SELECT survivor_id FROM "case" WHERE id IN (${openCases}))`),
    SERVICE_PROVIDER: `id IN (SELECT survivor_id FROM (${openReferrals}) r) AND ${crossing('SURVIVOR')}`,
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
  Case: {
    FIELD_WORKER: `id IN (${ownCases})`,
    ...forAll(partner, `id IN (${ourCases})`),
    ME_OFFICER: `id IN (${openCases})`,
  },
  ...besideCase({ ofCase, closing, ourCases, allOfCases, absent, beside, accusedIn, openCases }),
  ...complaints({ ofCase, openOf, shares, ownCases, ourCases, allOfCases, beside }),
  CaseTransfer: {
    FIELD_WORKER: `created_by_id = $1 AND $2 IN (from_organisation_id, to_organisation_id) AND ${beside}`,
    ...forAll(partner, `$2 IN (from_organisation_id, to_organisation_id) AND $1::uuid IS NOT NULL AND ${beside}`),
    ME_OFFICER: beside,
  },
  TransferSummary: closing(
    {
      FIELD_WORKER: `${summaryForMe} AND transfer_id IN (SELECT id FROM case_transfer WHERE created_by_id = $1 AND $2 IN (from_organisation_id, to_organisation_id) AND ${beside})`,
      ...forAll(
        team,
        `${summaryForMe} AND transfer_id IN (SELECT id FROM case_transfer WHERE $2 IN (from_organisation_id, to_organisation_id) AND $1::uuid IS NOT NULL AND ${beside})`,
      ),
    },
    '(SELECT case_id FROM case_transfer f WHERE f.id = transfer_id)',
  ),
  CaseMember: { ...ofCase(['FIELD_WORKER'], team), PRIVACY_OFFICER: allOfCases },
  AccusedColleague: closing({ ...ofCase(['FIELD_WORKER'], team), PRIVACY_OFFICER: allOfCases }),
  Incident: {
    ...ofCase(['FIELD_WORKER'], team),
    ME_OFFICER: allOfCases,
    SERVICE_PROVIDER: `id IN (${covered(`SELECT * FROM (${openReferrals}) r WHERE r.shared_fields && ${told} AND ${crossing('INCIDENT')}`)})`,
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
    ME_OFFICER: allOfCases,
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
    PRIVACY_OFFICER: allOfSurvivors,
  },
  Referral: {
    FIELD_WORKER: `id IN (${ownReferrals})`,
    ...forAll(partner, `id IN (${ourReferrals})`),
    ME_OFFICER: allOfCases,
    SERVICE_PROVIDER: `to_organisation_id = $2 AND status <> 'DRAFT' AND NOT ${accusedIn('case_id')}`,
  },
  ReferralIncident: {
    FIELD_WORKER: `referral_id IN (${ownReferrals})`,
    ...forAll(partner, `referral_id IN (${ourReferrals})`),
    ME_OFFICER: `referral_id IN (SELECT id FROM referral WHERE ${allOfCases})`,
    SERVICE_PROVIDER: `referral_id IN (SELECT id FROM (${openReferrals}) r) AND ${crossing('INCIDENT')}`,
  },
  ReferralLetter: {
    FIELD_WORKER: `referral_id IN (${ownReferrals})`,
    ...forAll(team, `referral_id IN (${ourReferrals})`),
  },
  ReferralReason: closing(
    {
      FIELD_WORKER: `referral_id IN (${ownReferrals})`,
      ...forAll(team, `referral_id IN (${ourReferrals})`),
      SERVICE_PROVIDER: `referral_id IN (SELECT id FROM (${openReferrals}) r) AND ${crossing('REFERRAL_REASON')}`,
    },
    '(SELECT case_id FROM referral f WHERE f.id = referral_id)',
  ),
  ReferralAnswer: closing(
    {
      FIELD_WORKER: `referral_id IN (${ownReferrals})`,
      ...forAll(team, `referral_id IN (${ourReferrals})`),
      SERVICE_PROVIDER: `provider_id = $2 AND NOT ${accusedIn('(SELECT case_id FROM referral f WHERE f.id = referral_id)')}`,
    },
    '(SELECT case_id FROM referral f WHERE f.id = referral_id)',
  ),
  ...givenServices({ ofCase, closing, ourCases, allOfCases, accusedIn }),
  AccessGrant: {
    CASE_MANAGER: `grantee_id = $1 AND organisation_id = $2 AND ${beside} AND ${stillOpen}`,
    SUPERVISOR: `organisation_id = $2 AND ${beside} AND ${stillOpen}`,
    PRIVACY_OFFICER: `${beside} AND ${stillOpen}`,
  },
  Notice: forAll(everybody, `addressee_id = $1 AND ${beside}`),
  Training: activity(`id IN (${ownTrainings})`, `id IN (${ourTrainings})`),
  TrainingParticipation: activity(`training_id IN (${ownTrainings})`, `training_id IN (${ourTrainings})`),
  ...allies({ activity, all }),
  Voiding: {
    ...forAll(
      ['FIELD_WORKER', 'SERVICE_PROVIDER'],
      `maker_id = $1 AND (case_id IN (${ourCases}) OR organisation_id = $2)`,
    ),
    ...forAll(team, `(case_id IN (${ourCases}) OR organisation_id = $2)`),
    PRIVACY_OFFICER: beside,
  },
  AccessLogEntry: {
    ...forAll(['FIELD_WORKER', 'CASE_MANAGER'], `actor_id = $1 AND $2::uuid IS NOT NULL AND ${ofNoShutCase}`),
    SUPERVISOR: `organisation_id = $2 AND ${ofNoShutCase}`,
    PRIVACY_OFFICER: `${ofNoShutCase} AND ($2::uuid IS NULL OR true)`,
  },
  ...{ Release: { SECRETARIAT: all }, SharedCase: { SECRETARIAT: all }, SharedIncident: { SECRETARIAT: all } },
  ...{ Erasure: erasures },
  ...{ ...policeScopes(activity), ...movement, ...outreach, ...imports, ...exported, ...released },
};

/** Whoever manages cases has of what was referred to the organisation what a service provider has. */
const answering = ({ CASE_MANAGER: team, SERVICE_PROVIDER: provider, ...scopes }: Scopes): Scopes => ({
  ...scopes,
  ...(provider && { SERVICE_PROVIDER: provider }),
  ...(team && { CASE_MANAGER: provider ? `((${team}) OR (${provider}))` : team }),
});

const parts = { openToMe, survivorsOf, openOf };

export const rowScopes: Readonly<Record<string, Scopes>> = Object.fromEntries(
  Object.entries(everyScope)
    .map(([name, told]) => [name, withElsewhere(name, answering(told), parts)] as const)
    .map(([name, scopes]) => [
      name,
      Object.fromEntries(Object.entries(scopes).map(([role, rows]) => [role, standing(name, rows)])),
    ]),
);
