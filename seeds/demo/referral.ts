/** Referrals of a case: with the consent before them, and whatever became of them. */
import { OrganisationKind } from '../../src/domain/organisation/organisation.codes';
import { purposeOfCategory, ReferralRejectedReason } from '../../src/domain/casework/referral/referral.codes';
import { categoryOfService, ServiceType } from '../../src/domain/casework/referral/service-type.codes';
import type {
  ReferralStatus,
  ReferralUrgency,
  ServiceCategory,
} from '../../src/domain/casework/referral/referral.codes';
import { Referral } from '../../src/domain/casework/referral/referral.entity';
import { ReferralIncident } from '../../src/domain/casework/referral/referral-incident.entity';
import type { ToldIncident } from './incident';
import { dueFrom, hoursToAnswer, notDue, type Awaited } from '../../src/domain/casework/referral/referral.deadlines';
import { label } from '../../src/model/codelist';
import { mayPassOn } from '../../src/policy/rights';
import type { ShareableClass } from '../../src/policy/shareable.codes';
import type { Consent } from '../../src/domain/casework/consent/consent.entity';
import { made, type Row } from './batch';
import { END, instant, HOUR } from './calendar';
import type { Timeline } from './case-timeline';
import { record, withdraw } from './consent';
import { addLetters } from './letter';
import { addNeedOf } from './need';
import { nearest } from './provider';
import { Deck, Random, type Weights } from './random';
import { addAnswer, addReferralReason, addServiceRecord, outcomes } from './referral-record';
import { drawReferralStatus, referable, referralTimes, type ReferralTimes, type Span } from './referral-timeline';
import { addSessions } from './session';
import { plannedIn } from './session-series';
import type { Story } from './story';
import type { Person } from './person';
import type { Colleague, Place, Team } from './world';

/** The case that is referred. */
export interface ReferredCase {
  readonly id: string;
  readonly dataKeyId: string;
  readonly team: Team;
  readonly owner: Colleague;
  readonly person: Person | null;
  readonly near: Place;
  readonly timeline: Timeline;
  readonly incidents: readonly ToldIncident[];
  /** The entry of the ledger that ended all services. */
  readonly endedByConsentId: string | null;
}

/** Half of those who would be referred for a livelihood go to social services. */
const categories: Weights<ServiceCategory> = {
  HEALTH: 40,
  PSYCHOSOCIAL: 22,
  LEGAL: 15,
  EMERGENCY_RESPONSE: 7,
  SAFE_HOUSE: 6,
  LIVELIHOOD: 5,
  POLICE_SECURITY: 3,
  CHILD_PROTECTION: 2,
  SOCIAL: 0,
};

/** What a service needs to know, where anything crosses between organisations. */
const shares: Readonly<Record<ServiceCategory, readonly ShareableClass[]>> = {
  HEALTH: ['SAFE_CONTACT', 'DEMOGRAPHICS', 'INCIDENT', 'HEALTH'],
  PSYCHOSOCIAL: ['SAFE_CONTACT', 'DEMOGRAPHICS', 'INCIDENT', 'NARRATIVE'],
  LEGAL: [
    'IDENTITY',
    'SAFE_CONTACT',
    'INCIDENT',
    'INCIDENT_DETAIL',
    'NARRATIVE',
    'PERPETRATOR',
    'PERPETRATOR_IDENTITY',
  ],
  EMERGENCY_RESPONSE: ['IDENTITY', 'SAFE_CONTACT', 'INCIDENT'],
  SAFE_HOUSE: ['IDENTITY', 'SAFE_CONTACT', 'DEMOGRAPHICS'],
  POLICE_SECURITY: ['INCIDENT', 'INCIDENT_DETAIL', 'PERPETRATOR'],
  LIVELIHOOD: ['IDENTITY', 'SAFE_CONTACT', 'DEMOGRAPHICS'],
  CHILD_PROTECTION: ['SAFE_CONTACT', 'DEMOGRAPHICS'],
  SOCIAL: ['IDENTITY', 'SAFE_CONTACT', 'DEMOGRAPHICS'],
};

const kinds: Readonly<Record<ServiceCategory, OrganisationKind>> = {
  HEALTH: 'HEALTH_FACILITY',
  PSYCHOSOCIAL: 'PSYCHOSOCIAL_SERVICE',
  LEGAL: 'LEGAL_AID',
  EMERGENCY_RESPONSE: 'EMERGENCY_SERVICE',
  SAFE_HOUSE: 'SHELTER',
  POLICE_SECURITY: 'LAW_ENFORCEMENT',
  LIVELIHOOD: 'LIVELIHOOD_SERVICE',
  CHILD_PROTECTION: 'CHILD_PROTECTION_SERVICE',
  SOCIAL: 'GOVERNMENT',
};

const numbers: Weights<string> = { 0: 24, 1: 46, 2: 21, 3: 9 };
const urgencies: Weights<ReferralUrgency> = { IMMEDIATE: 14, WITHIN_72H: 31, ROUTINE: 55 };

/** Refers the case to services, or notes that the survivor did not want that. @returns whether one is still open */
export function addReferrals(story: Story, of: ReferredCase): boolean {
  const { random } = story;
  const times = referable(of.timeline);
  if (!times) return false;
  const count = of.person ? Number(random.weighted(numbers)) : Number(random.chance(0.25));
  const drawn = Array.from({ length: count }, () => random.weighted(categories));
  const isSocial = new Random(`social services of ${of.id}`).chance(0.5);
  const wanted = drawn.map((category) => (category === 'LIVELIHOOD' && isSocial ? 'SOCIAL' : category));
  const statuses = [...new Set(wanted)].map((category) => addReferral(story, of, category, times));
  if (count === 0 && of.person?.lastCaseId === '' && random.chance(0.3)) {
    const purpose = purposeOfCategory[random.weighted(categories)];
    record(story, of.person, of.owner, Math.min(times.from + HOUR, times.until), { purpose, decision: 'REFUSED' });
  }
  return statuses.some((status) => status === 'REQUESTED' || status === 'ACCEPTED' || status === 'IN_SERVICE');
}

function addReferral(story: Story, of: ReferredCase, category: ServiceCategory, span: Span): ReferralStatus {
  const { random, world } = story;
  const receiver = random.chance(0.06) ? null : nearest(world, category, of.near);
  const isBusy = receiver !== null && (random.chance(0.7) || random.chance(0.5)) && category === 'HEALTH';
  const drawn = drawReferralStatus(story, of.timeline.status, receiver === null ? 'remote' : isBusy ? 'busy' : 'other');
  const told = needOf(story, category, receiver);
  // What is urgent is over within a day: of what still waits most can.
  const need = drawn === 'REQUESTED' ? { ...told, urgency: 'ROUTINE' as const } : told;
  return tellReferral(story, of, { need, receiver, drawn }, span);
}

/** A referral before it is known what becomes of it. */
interface Wanted {
  readonly need: Need;
  readonly receiver: Team | null;
  readonly drawn: ReferralStatus;
}

/** Tells of one referral with everything that hangs on it. @returns where it stands */
export function tellReferral(story: Story, of: ReferredCase, wanted: Wanted, { from, until }: Span): ReferralStatus {
  const { random, world } = story;
  const { need, receiver } = wanted;
  const { category } = need;
  const times = unanswered(need, referralTimes(story, wanted.drawn, from, until), from);
  const { status } = times;
  const sharedFields = sharedOf(story, of, category);
  const none = { consent: null, endedByConsentId: of.endedByConsentId };
  const released =
    of.person && status !== 'DRAFT' ? release(story, of, of.person, category, receiver, sharedFields, times) : none;
  const row = makeRow(story, of, { need, receiver, times, sharedFields, ...released });
  const isTold = receiver === null || world.country.crossOrganisationSharing === 'FULL';
  if (isTold && random.chance(0.88)) addReferralReason(story, row, of.dataKeyId, of.owner);
  if (status !== 'DRAFT') addCovers(story, row, of);
  addLetters(story, row, of, receiver);
  if (status === 'COMPLETED') addServiceRecord(story, row, of, receiver, times);
  if (row.rejectedReason) addAnswer(story, row, of, receiver);
  if (status !== 'DRAFT') addSessions(story, row, of, receiver, times);
  return status;
}

/** It covers what was recorded when it was sent. */
function addCovers({ aside, batch }: Story, { id: referralId, requestedAt }: Row<Referral>, of: ReferredCase): void {
  for (const { row } of of.incidents) {
    if (row.createdAt > requestedAt) continue;
    const cover = { referralId, incidentId: row.id, voidedAt: null };
    batch.add(ReferralIncident, { ...cover, ...made(aside, Date.parse(requestedAt), of.owner.id) });
  }
}

/** What somebody needs, and whether an answer to it is waited for in the system. */
export type Need = Awaited & { readonly isAwaited: boolean };

function needOf({ random }: Story, category: ServiceCategory, receiver: Team | null): Need {
  const services = ServiceType.codes.filter((service) => categoryOfService[service] === category);
  const serviceType = random.chance(0.85) ? random.pickEarly(services) : null;
  return { category, serviceType, urgency: random.weighted(urgencies), isAwaited: receiver !== null };
}

/** What nobody answered has ended in its time, or is so new that it has not. */
function unanswered(need: Need, times: ReferralTimes, from: number): ReferralTimes {
  const wait = hoursToAnswer(need) * HOUR;
  const { status, requestedAt } = times;
  if (!need.isAwaited || (status !== 'REQUESTED' && status !== 'EXPIRED')) return times;
  if (status === 'REQUESTED' && requestedAt + wait > END) return times;
  const lately = Math.max(from, END - Math.floor(wait * 0.7));
  if (status === 'REQUESTED' && lately + wait > END && times.until >= END)
    return { ...times, requestedAt: lately, changedAt: lately };
  const endedAt = Math.min(requestedAt + wait, END);
  return { ...times, status: 'EXPIRED', endedAt, changes: 1, changedAt: endedAt };
}

/** Without a survivor there is nothing to share, without the vault only codes; nobody passes on what they have no right to. */
function sharedOf(
  { world }: Story,
  { person, owner }: ReferredCase,
  category: ServiceCategory,
): readonly ShareableClass[] {
  if (!person) return [];
  if (world.country.crossOrganisationSharing === 'NONE') return [];
  const may = (name: ShareableClass): boolean => mayPassOn(owner.role, name);
  return shares[category].filter(may);
}

interface Outline extends Release {
  readonly need: Awaited;
  readonly receiver: Team | null;
  readonly times: ReferralTimes;
  readonly sharedFields: readonly ShareableClass[];
}

function makeRow(story: Story, of: ReferredCase, outline: Outline): Row<Referral> {
  const { random, batch, world } = story;
  const { need, receiver, times, consent } = outline;
  const { status } = times;
  const outcome = status === 'COMPLETED' ? random.weighted(outcomes) : null;
  const requestedAt = instant(times.requestedAt);
  const due = status === 'DRAFT' ? notDue : dueFrom(need, requestedAt, receiver !== null);
  const outside = `${label(OrganisationKind, kinds[need.category], world.country.defaultLocale)}, ${of.near.name}`;
  const refused = status === 'REJECTED' || status === 'RETURNED';
  const crosses = receiver === null || world.country.crossOrganisationSharing !== 'NONE';
  return batch.add(Referral, {
    caseId: of.id,
    needId: status === 'DRAFT' ? null : addNeedOf(story, of, need, times, outcome).id,
    survivorId: of.person?.id ?? null,
    survivorCode: crosses ? (of.person?.survivorCode ?? null) : null,
    ageBand: crosses ? (of.person?.ageBand ?? null) : null,
    districtId: of.near.id,
    category: need.category,
    serviceType: need.serviceType ?? null,
    fromOrganisationId: of.team.id,
    responsibleOrganisationId: of.team.id,
    toOrganisationId: receiver?.id ?? null,
    remoteProvider: receiver ? null : outside,
    requestedAt,
    expiresAt: due.expiresAt,
    answerDueAt: due.answerDueAt,
    serviceDueAt: due.serviceDueAt,
    unansweredToldAt: due.answerDueAt !== null && Date.parse(due.answerDueAt) <= END ? due.answerDueAt : null,
    urgency: need.urgency,
    sharedFields: [...outline.sharedFields],
    consentId: consent?.id ?? null,
    consentValidUntil: consent?.validUntil ?? null,
    endedByConsentId: status === 'REVOKED' ? outline.endedByConsentId : null,
    appointmentAt: times.appointmentAt === undefined ? null : instant(times.appointmentAt),
    plannedSessions: plannedIn(story, need.category, times),
    status,
    respondedAt: times.respondedAt === undefined ? null : instant(times.respondedAt),
    rejectedReason: refused ? rejection(story) : null,
    revokedReason: status !== 'REVOKED' ? null : outline.endedByConsentId ? 'SURVIVOR_DECIDED' : 'CASE_WITHDRAWN',
    outcome,
    seriesEnd: null,
    endedAt: times.endedAt === undefined ? null : instant(times.endedAt),
    ...made(random, times.requestedAt, of.owner.id, times.changes, times.changedAt),
  });
}

const rejection = (story: Story): ReferralRejectedReason =>
  story.deck('rejections', () => new Deck(story.random, ReferralRejectedReason.codes)).draw();

interface Release {
  readonly consent: Row<Consent> | null;
  /** The entry of the ledger that revoked the referral, where one did. */
  readonly endedByConsentId: string | null;
}

/** The consent to this referral, taken a little before it; withdrawn where that ended it. */
function release(
  story: Story,
  of: ReferredCase,
  person: Person,
  category: ServiceCategory,
  receiver: Team | null,
  scopes: readonly ShareableClass[],
  times: ReferralTimes,
): Release {
  const takenAt =
    times.requestedAt - 1 - Math.floor(Math.min(0.5 * HOUR, (times.requestedAt - of.timeline.openedAt) / 2));
  const limited = times.endedAt !== undefined && times.status !== 'REVOKED' && story.random.chance(0.25);
  const consent = record(story, person, of.owner, takenAt, {
    purpose: purposeOfCategory[category],
    decision: 'GIVEN',
    recipientId: receiver?.id ?? null,
    recipientCategory: category,
    scopes: [...scopes],
    validUntil: limited ? instant(times.endedAt + story.random.int(30, 200) * 24 * HOUR) : null,
  });
  if (times.status !== 'REVOKED' || person.lastCaseId !== '' || !story.random.chance(0.7))
    return { consent, endedByConsentId: of.endedByConsentId };
  story.forget(person);
  return { consent, endedByConsentId: withdraw(story, person, of.owner, times.endedAt as number, consent).id };
}
