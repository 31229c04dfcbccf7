/** Sessions of services and what was given in them: by providers, by senders on the word of others, and by the organisation itself. */
import { accessOf, type AccessFacts } from '../../src/domain/casework/need/service-need.access-rules';
import { ServiceNeed } from '../../src/domain/casework/need/service-need.entity';
import {
  nothingGiven,
  type ReferralOutcome,
  type ServiceCategory,
} from '../../src/domain/casework/referral/referral.codes';
import type { Referral } from '../../src/domain/casework/referral/referral.entity';
import { ServiceRecord } from '../../src/domain/casework/referral/service-record.entity';
import { categoryOfService, ServiceType } from '../../src/domain/casework/referral/service-type.codes';
import type { ServiceResult } from '../../src/domain/casework/session/service-delivery.codes';
import { ServiceDelivery } from '../../src/domain/casework/session/service-delivery.entity';
import { SessionMode, SessionPlace, ToldBy } from '../../src/domain/casework/session/service-session.codes';
import { ServiceSession } from '../../src/domain/casework/session/service-session.entity';
import { Incident, IncidentDetail } from '../../src/domain/casework/incident/incident.entity';
import { made, type Batch, type Row } from './batch';
import { between, DAY, END, HOUR, instant } from './calendar';
import { Random } from './random';
import { isHeard } from './referral-record';
import type { ReferralTimes } from './referral-timeline';
import { addSeries, type Held } from './session-series';
import type { Story } from './story';
import type { Colleague, Team } from './world';

/** A case as what is given in it needs it. */
interface Served {
  readonly id: string;
  readonly dataKeyId: string;
  readonly owner: Colleague;
}

/** Tells of the sessions of a referral that was accepted, and of what was given. */
export function addSessions(
  story: Story,
  referral: Row<Referral>,
  of: Served,
  provider: Team | null,
  times: ReferralTimes,
): void {
  const { respondedAt = times.requestedAt, status, endedAt } = times;
  const isServed = referral.respondedAt !== null && status !== 'REJECTED' && status !== 'EXPIRED';
  if (isServed || status === 'COMPLETED') {
    // Chance of its own: it changes nothing of what else is told.
    const random = new Random(`sessions of ${referral.id}`);
    const by = provider ? random.pickEarly(provider.staff.get('service-provider') ?? []) : of.owner;
    const links = { caseId: of.id, referralId: referral.id, needId: null, providerId: provider?.id ?? null };
    const toldBy = provider ? null : random.pick(ToldBy.codes);
    const how = { mode: random.pick(SessionMode.codes), place: random.pick(SessionPlace.codes) };
    const held: Held = { links, toldBy, how, by, from: respondedAt, until: Math.min(endedAt ?? END, END) };
    addSeries(story, random, referral, held);
    if (status !== 'ACCEPTED' || offering.includes(referral.category)) addGiven(story, random, referral, of, held);
  }
  reckon(story, referral);
}

/** Where a place is offered before it is taken. */
const offering: readonly ServiceCategory[] = [
  'SAFE_HOUSE',
  'LIVELIHOOD',
  'CHILD_PROTECTION',
  'SOCIAL',
  'EMERGENCY_RESPONSE',
  'LEGAL',
];

const results: Readonly<Record<ReferralOutcome, ServiceResult>> = {
  SERVICE_PROVIDED: 'PROVIDED',
  PARTIALLY_PROVIDED: 'PARTLY_PROVIDED',
  REFERRED_ONWARD: 'REFERRED_ONWARD',
  SURVIVOR_DECLINED: 'DECLINED',
  LOST_TO_FOLLOW_UP: 'NOT_GIVEN',
};

function resultOf({ outcome, status, category }: Row<Referral>): ServiceResult | undefined {
  if (outcome) return results[outcome];
  if (status === 'ACCEPTED') return 'OFFERED';
  return status === 'IN_SERVICE' && category !== 'PSYCHOSOCIAL' ? 'PARTLY_PROVIDED' : undefined;
}

const serviceOf = (random: Random, category: ServiceCategory): ServiceType =>
  random.pick(ServiceType.codes.filter((service) => categoryOfService[service] === category));

function addGiven(story: Story, random: Random, referral: Row<Referral>, of: Served, held: Held): void {
  const result = resultOf(referral);
  if (!result) return;
  const [record] = story.batch.of(ServiceRecord).filter(({ referralId }) => referralId === referral.id);
  const at = record?.serviceProvidedAt ? Date.parse(record.serviceProvidedAt) : between(random, held.from, held.until);
  const serviceType = referral.serviceType ?? serviceOf(random, referral.category);
  addDelivery(story, random, { of, held, serviceType, result, at });
}

interface Given {
  readonly of: Served;
  readonly held: Held;
  readonly serviceType: ServiceType;
  readonly result: ServiceResult;
  readonly at: number;
}

function addDelivery(story: Story, random: Random, { of, held, serviceType, result, at }: Given): void {
  const { links, toldBy, by } = held;
  const isWhole = serviceType === 'PEP' && result === 'PROVIDED' && at + 28 * DAY < END;
  const texts = story.world.text.providerNotes.filter(({ category }) => category === categoryOfService[serviceType]);
  const text = texts.length > 0 && random.chance(0.5) ? random.pick(texts).text : null;
  story.batch.add(ServiceDelivery, {
    ...links,
    dataKeyId: of.dataKeyId,
    serviceType,
    result,
    givenAt: instant(at),
    completedAt: isWhole && random.chance(0.7) ? instant(at + 28 * DAY) : null,
    givenById: toldBy === null ? by.id : null,
    toldBy,
    note: isHeard(story, links.providerId) ? text : null,
    voidedAt: null,
    ...made(random, Math.min(at + HOUR, END), by.id),
  });
}

/** What the organisation of the case gave itself. */
export function addGivenHere(story: Story, need: Row<ServiceNeed>, of: Served): void {
  if (need.status !== 'PROVIDED_HERE' || need.servedAt === null) return;
  const random = new Random(`given here of ${need.id}`);
  const at = Date.parse(need.servedAt);
  const links = { caseId: of.id, referralId: null, needId: need.id, providerId: null };
  const how = { mode: 'IN_PERSON', place: 'SENDER' } as const;
  const held: Held = { links, toldBy: null, how, by: of.owner, from: at, until: at };
  story.batch.add(ServiceSession, {
    ...links,
    number: 1,
    status: 'ATTENDED',
    plannedAt: null,
    heldAt: instant(at),
    ...how,
    toldBy: null,
    insteadOfId: null,
    endReason: null,
    overdueToldAt: null,
    voidedAt: null,
    ...made(random, at, of.owner.id),
  });
  const serviceType = need.serviceType ?? serviceOf(random, need.category);
  addDelivery(story, random, { of, held, serviceType, result: 'PROVIDED', at });
}

/** Until when PEP does good, as far as the days of the incidents are known; all the countries are two hours ahead of UTC. */
function pepUntil(batch: Batch, caseId: string): number {
  const incidents = new Set(
    batch.of(Incident).flatMap((row) => (row.caseId === caseId && !row.voidedAt ? row.id : [])),
  );
  const known = batch
    .of(IncidentDetail)
    .filter(({ incidentId, datePrecision }) => incidents.has(incidentId) && isDay(datePrecision))
    .flatMap(({ occurredOn, occurredHour }) =>
      occurredOn ? Date.parse(`${occurredOn}T00:00:00+02:00`) + (occurredHour ?? 24) * HOUR : [],
    );
  return known.length > 0 ? Math.max(...known) + 72 * HOUR : Infinity;
}

const isDay = (precision: string | null): boolean => precision === 'EXACT' || precision === 'DAY';

/** Access and use of the need of a referral, as the API reckons them. */
function reckon({ batch }: Story, referral: Row<Referral>): void {
  const need = batch.of(ServiceNeed).find(({ id }) => id === referral.needId);
  if (!need) return;
  const of = ({ referralId }: { referralId: string | null }): boolean => referralId === referral.id;
  const sessions = batch.of(ServiceSession).filter(of);
  const deliveries = batch.of(ServiceDelivery).filter(of);
  const [record] = batch.of(ServiceRecord).filter(of);
  const isGiven = referral.outcome !== null && !nothingGiven.includes(referral.outcome);
  const came = isGiven ? [record?.serviceProvidedAt ?? referral.endedAt ?? ''] : [];
  const due = Date.parse(referral.serviceDueAt ?? referral.requestedAt);
  const inTime = (at: string | null): boolean => at !== null && Date.parse(at) <= due;
  const first = (all: readonly (string | null)[]): string | null => all.filter((at) => at !== null).sort()[0] ?? null;
  const given = (...some: ServiceResult[]) =>
    deliveries.filter(({ result }) => some.includes(result)).map(({ givenAt }) => givenAt);
  const latest = need.serviceType === 'PEP' ? pepUntil(batch, need.caseId) : Infinity;
  const facts: AccessFacts = {
    ...need,
    offeredInTimeAt: first([
      ...sessions.filter(({ plannedAt, heldAt }) => inTime(plannedAt ?? heldAt)).map(({ createdAt }) => createdAt),
      ...deliveries.map(({ givenAt }) => givenAt).filter(inTime),
      ...came.filter(inTime),
    ]),
    attendedAt: first(sessions.map(({ heldAt }) => heldAt)),
    placeOfferedAt: first([...given('OFFERED', 'DECLINED', 'PROVIDED', 'PARTLY_PROVIDED'), ...came]),
    seenAt: first([...given('DECLINED', 'PROVIDED', 'PARTLY_PROVIDED', 'NOT_GIVEN', 'REFERRED_ONWARD'), ...came]),
    givenAt: first([...given('PROVIDED', 'PARTLY_PROVIDED'), ...came].filter((at) => Date.parse(at) <= latest)),
  };
  Object.assign(need, accessOf(facts));
}
