/** A case from its opening to whatever became of it, with everything that hangs on it. */
import type { CasePriority, CaseSource, ClosureReason, RiskLevel } from '../../src/domain/casework/case/case.codes';
import { Case } from '../../src/domain/casework/case/case.entity';
import type { Consent } from '../../src/domain/casework/consent/consent.entity';
import { addAlertOf } from './alert';
import { addActivity } from './case-activity';
import { made, type Row } from './batch';
import { between, DAY, HOUR, instant, monthsLater } from './calendar';
import { timelineOf, type Timeline } from './case-timeline';
import { castOf, type Cast } from './case-cast';
import { addComplaints } from './complaint';
import { openLedger, withdraw } from './consent';
import { newDataKey } from './data-key';
import { addErasure } from './erasure';
import { addCorrections } from './correction';
import { addDuplicates } from './duplicate';
import { addFollowUps } from './follow-up';
import { addIncident, type ToldIncident } from './incident';
import { addRepeat } from './repeat';
import { addRestriction, restrictionOf } from './restriction';
import { addNeeds } from './need';
import { addNotes, addReason } from './note';
import { shortNumber } from './number';
import { Deck, type Weights } from './random';
import { addAttachments } from './attachment';
import { addPlan } from './plan';
import { addReferrals } from './referral';
import { addOutside, addToFirstClinic } from './referral-seat';
import type { Story } from './story';
import type { Person } from './person';
import { addTransfers } from './transfer';
import { addWithdrawal } from './withdrawal';

const sources: Weights<CaseSource> = {
  PEER_PARALEGAL: 30,
  SELF_REFERRAL_FIRST_POINT_OF_CONTACT: 18,
  HELPLINE: 11,
  OUTREACH_ACTIVITY: 10,
  PLATFORM_ASSOCIATION: 8,
  HEALTH_MEDICAL_SERVICES: 8,
  EMERGENCY_ALERT: 5,
  VIOLENCE_OFFICE: 4,
  PSYCHOSOCIAL_COUNSELING_SERVICES: 2,
  LEGAL_ASSISTANCE_SERVICES: 2,
  SAFE_HOUSE_SHELTER: 1,
  COMMUNITY_OR_CAMP_LEADER: 1,
};

const risks: Weights<RiskLevel> = { HIGH: 22, MEDIUM: 46, LOW: 32 };
const priorities: Readonly<Record<RiskLevel, Weights<CasePriority>>> = {
  HIGH: { URGENT: 60, HIGH: 35, NORMAL: 5 },
  MEDIUM: { HIGH: 40, NORMAL: 60 },
  LOW: { NORMAL: 60, LOW: 40 },
};
const furtherIncidents: Weights<string> = { 0: 80, 1: 15, 2: 5 };
const SALT = 0x2d51e3b;

/** @param time when it is opened, unless it is a draft */
export function addCase(story: Story, time: number): void {
  const cast = castOf(story, time);
  const { person, owner, openedAt } = cast;
  const timeline = timelineOf(story, cast.status, openedAt);
  const row = addRow(story, cast, timeline);
  const ending = person && askForConsent(story, cast, person, timeline);
  addRestriction(story, cast, row);
  addWithdrawal(story, cast, row, timeline.at.withdrawn, ending);
  const incidents = addIncidents(story, cast, row, timeline);
  addNotes(story, row, owner, cast.supervisor, timeline);
  const near = person?.home ?? story.random.pickEarly(cast.team.districts);
  const { id, dataKeyId } = row;
  const endedByConsentId = ending?.id ?? null;
  const referred = { ...cast, id, dataKeyId, near, timeline, endedByConsentId, incidents };
  const open = addReferrals(story, referred);
  const closing = cast.status === 'CLOSED' || cast.status === 'CLOSURE_REQUESTED';
  if (open && closing) addReason(story, row, owner, timeline.at.closureRequested, 'OPEN_REFERRALS');
  addTransfers(story, { ...cast, row, timeline, near });
  addActivity(story, row);
  addErasure(story, cast, openedAt);
  addToFirstClinic(story, row, referred);
  addOutside(story, row, referred);
  addNeeds(story, cast, row, timeline);
  addPlan(story, cast, row, timeline);
  addAttachments(story, cast, row, timeline);
  addFollowUps(story, { row, person, timeline });
  addCorrections(story, cast, row, timeline);
  addComplaints(story, cast, row, timeline.at.registered);
  addAlertOf(story, cast.team, row);
  if (person) addDuplicates(story, cast, row, person);
  if (person && !cast.duplicateOfId) person.lastCaseId = row.id;
}

function addRow(story: Story, cast: Cast, timeline: Timeline): Row<Case> {
  const { random, batch, world } = story;
  const { team, owner, creator, person } = cast;
  const { status, stage, openedAt, at } = timeline;
  const source = random.weighted(sources);
  const district = random.pickEarly(team.districts);
  const office = `${world.text.violenceOffice}, ${district.name}`;
  const assessed = at.assessed !== undefined;
  const riskLevel = assessed || random.chance(0.3) ? random.weighted(risks) : null;
  const offline = creator.role === owner.role && random.chance(0.25);
  return batch.add(Case, {
    displayId: `${world.country.code}-${shortNumber(story.count('case'), SALT)}`,
    status,
    workflowStage: stage,
    riskLevel,
    priority: riskLevel && random.weighted(priorities[riskLevel]),
    openedAt: instant(openedAt),
    source,
    registeredAtOffice:
      at.registered !== undefined && (source === 'VIOLENCE_OFFICE' || random.chance(0.06)) ? office : null,
    anonymous: person === null,
    imported: false,
    organisationId: team.id,
    ownerId: owner.id,
    survivorId: person?.id ?? null,
    draftUntil: status === 'DRAFT' ? instant(openedAt + world.country.draftDays * DAY) : null,
    duplicateOfId: cast.duplicateOfId,
    ...stands,
    ...restrictionOf(story, cast, openedAt),
    clientCreatedAt: offline ? instant(openedAt - random.int(1, 360) * 60_000) : null,
    dataKeyId: person?.dataKeyId ?? newDataKey(story, openedAt),
    ...closureOf(story, cast, timeline),
    ...made(random, openedAt, creator.id, timeline.changes, timeline.changedAt),
  });
}

const stands = {
  duplicateAskedById: null,
  outsideSupervisorId: null,
  withdrawnAt: null,
  withdrawnById: null,
  endedByConsentId: null,
  closedOffAt: null,
  consentOverriddenAt: null,
  consentOverriddenById: null,
  concluded: null,
  concludedAt: null,
};

type Closure = Pick<
  Row<Case>,
  | 'closureRequestedAt'
  | 'closureRequestedById'
  | 'closureReason'
  | 'closedAt'
  | 'safetyPlanReviewed'
  | 'informedCanResume'
  | 'supervisorReviewed'
  | 'retentionUntil'
>;

function closureOf(story: Story, { owner, person }: Cast, { status, at }: Timeline): Closure {
  const { random, world } = story;
  const asked = at.closureRequested !== undefined && (status === 'CLOSURE_REQUESTED' || status === 'CLOSED');
  const closed = status === 'CLOSED' ? at.closed : undefined;
  return {
    closureRequestedAt: at.closureRequested === undefined ? null : instant(at.closureRequested),
    closureRequestedById: at.closureRequested === undefined ? null : owner.id,
    closureReason: asked ? closureReason(story, person) : null,
    closedAt: closed === undefined ? null : instant(closed),
    safetyPlanReviewed: asked && random.chance(0.9),
    informedCanResume: asked && random.chance(0.95),
    supervisorReviewed: closed !== undefined,
    retentionUntil: closed === undefined ? null : keptUntil(closed, world.country.retentionMonths, person),
  };
}

/** Of a child at least until the end of the year in which they are 21. */
function keptUntil(closed: number, months: number, person: Person | null): string {
  const until = monthsLater(closed, months);
  const unknown = person?.ageBand === 'UNDER_18' ? new Date(closed).getUTCFullYear() : null;
  const birthYear = person?.birthYear ?? unknown;
  if (birthYear === null) return until;
  const grown = `${birthYear + 21}-12-31`;
  return grown > until ? grown : until;
}

const closureReason = (story: Story, person: Person | null): ClosureReason =>
  person === null
    ? story.random.weighted(anonymousClosures)
    : story.deck('closures', () => Deck.of<ClosureReason>(story.random, closures)).draw();

const anonymousClosures: Weights<ClosureReason> = { NO_CONTACT_30_DAYS: 60, LEGAL_CONCLUSION: 20, OTHER: 20 };
const closures: Weights<ClosureReason> = {
  NEEDS_MET: 12,
  NO_FURTHER_SUPPORT_AGREED: 6,
  NO_CONTACT_30_DAYS: 5,
  SURVIVOR_REQUEST: 3,
  LEGAL_CONCLUSION: 3,
  LEFT_AREA: 2,
  TRANSFERRED_ORGANISATION: 1,
  FUNDING_CONSTRAINTS: 1,
  OTHER: 1,
};

/**
 * A new survivor is asked before the case is registered; who withdraws from everything withdraws from reporting too.
 * @returns what ended the services, where something did
 */
function askForConsent(
  story: Story,
  { creator, owner, team, cameFrom }: Cast,
  person: Person,
  { status, openedAt, at, endedAt }: Timeline,
): Row<Consent> | null {
  if (status === 'DRAFT' || person.lastCaseId !== '') return null;
  const given = openLedger(story, person, { by: creator, at: openedAt, until: endedAt, team: cameFrom ?? team });
  const { withdrawn } = at;
  if (withdrawn === undefined) return null;
  const entries = given.map((entry) => withdraw(story, person, owner, withdrawn, entry));
  return entries.find(({ purpose }) => purpose === 'SERVICES') ?? null;
}

function addIncidents(
  story: Story,
  cast: Cast,
  row: Row<Case>,
  { status, openedAt, endedAt }: Timeline,
): ToldIncident[] {
  const { random } = story;
  const { person, team, creator, owner } = cast;
  const of = {
    id: row.id,
    dataKeyId: row.dataKeyId,
    anonymous: person === null,
    consentReporting: person
      ? person.reporting === 'GIVEN' && status !== 'WITHDRAWN' && status !== 'DRAFT'
      : random.chance(0.7),
    team,
    near: team.districts,
  };
  const first = addIncident(story, of, creator, openedAt);
  const more = status === 'DRAFT' || status === 'DUPLICATE' ? 0 : Number(random.weighted(furtherIncidents));
  const until = Math.min(endedAt - HOUR, openedAt + 200 * DAY);
  const others = Array.from({ length: more }, () =>
    addIncident(story, of, owner, between(random, openedAt, Math.max(until, openedAt))),
  );
  if (more > 0) addRepeat(story, cast, row, first, Math.min(endedAt - HOUR, openedAt + 3 * DAY));
  return [first, ...others];
}
