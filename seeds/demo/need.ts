/** What survivors need: of each referral, and where no referral followed. */
import type { Case } from '../../src/domain/casework/case/case.entity';
import { CaseActivity } from '../../src/domain/casework/case/case-activity.entity';
import type { CaseActivityKind } from '../../src/domain/casework/case/case-activity.codes';
import { UnavailableReason, type ServiceNeedStatus } from '../../src/domain/casework/need/service-need.codes';
import { accessWith } from '../../src/domain/casework/need/service-need.access';
import { ServiceNeed, ServiceNeedText } from '../../src/domain/casework/need/service-need.entity';
import { nothingGiven, type ReferralOutcome } from '../../src/domain/casework/referral/referral.codes';
import { ServiceCategory } from '../../src/domain/casework/referral/referral.codes';
import type { Referral } from '../../src/domain/casework/referral/referral.entity';
import { categoryOfService, ServiceType } from '../../src/domain/casework/referral/service-type.codes';
import { made, type Row } from './batch';
import { between, day, END, HOUR, instant } from './calendar';
import type { Timeline } from './case-timeline';
import type { Cast } from './case-cast';
import { needWords } from './need-words';
import type { ReferralTimes } from './referral-timeline';
import { Random } from './random';
import { addGivenHere } from './session';
import type { Story } from './story';
import type { Colleague } from './world';

const running: readonly string[] = ['REQUESTED', 'ACCEPTED', 'IN_SERVICE'];

const unmet = { accessedAt: null, accessBasis: null, usedAt: null, useBasis: null };

type Service = Pick<ServiceNeed, 'category'> & Partial<Pick<Referral, 'serviceType'>>;

/** The need of a referral: open again where that ended without a service. */
export function addNeedOf(
  story: Story,
  of: { readonly id: string; readonly owner: Colleague },
  { category, serviceType = null }: Service,
  { status, requestedAt, endedAt = requestedAt }: ReferralTimes,
  outcome: ReferralOutcome | null,
): Row<ServiceNeed> {
  // Chance of its own: it changes nothing of what else is told.
  const random = new Random(`need of ${of.id} ${category}`);
  const stands = running.includes(status) || (outcome !== null && !nothingGiven.includes(outcome));
  return story.batch.add(ServiceNeed, {
    caseId: of.id,
    category,
    serviceType,
    namedBySurvivor: random.chance(0.6),
    identifiedOn: day(requestedAt),
    status: stands ? 'REFERRED' : 'OPEN',
    decidedAt: stands ? instant(requestedAt) : null,
    servedAt: null,
    unavailableReason: null,
    ...unmet,
    voidedAt: null,
    ...made(random, requestedAt, of.owner.id, stands ? 0 : 1, endedAt),
  });
}

/** What is decided otherwise than by a referral: each in its turn, so that a small set of data shows all. */
const decisions: readonly ServiceNeedStatus[] = [
  ...(['PROVIDED_HERE', 'OPEN', 'RECEIVED_ELSEWHERE', 'UNAVAILABLE', 'PROVIDED_HERE'] as const),
  ...(['DECLINED_BY_SURVIVOR', 'NOT_APPLICABLE'] as const),
];

/** Needs of a case that was assessed, of categories that it was not referred for. */
export function addNeeds(story: Story, { owner }: Cast, row: Row<Case>, { at, endedAt }: Timeline): void {
  const from = at.assessed;
  if (from === undefined) return;
  const random = story.apart('other needs');
  const asked = new Set(
    story.batch.of(ServiceNeed).flatMap(({ caseId, category }) => (caseId === row.id ? [category] : [])),
  );
  const free = random.shuffle(ServiceCategory.codes.filter((category) => !asked.has(category)));
  for (const category of free.slice(0, random.int(0, 2))) {
    const decided = decisions[story.count('decisions') % decisions.length] ?? 'OPEN';
    const when = Math.min(between(random, from, Math.min(endedAt, from + 20 * 24 * HOUR)), END);
    addNeed(story, random, row, owner, { category, status: decided, when, until: Math.min(endedAt, END) });
  }
}

interface Decided {
  readonly category: ServiceCategory;
  readonly status: ServiceNeedStatus;
  readonly when: number;
  readonly until: number;
}

function addNeed(
  story: Story,
  random: Random,
  row: Row<Case>,
  by: Colleague,
  { category, status, when, until }: Decided,
): void {
  const isServed = status === 'PROVIDED_HERE' || (status === 'RECEIVED_ELSEWHERE' && random.chance(0.6));
  const decidedAt = between(random, when, Math.min(until, when + 5 * 24 * HOUR));
  const services = ServiceType.codes.filter((service) => categoryOfService[service] === category);
  const need = story.batch.add(ServiceNeed, {
    caseId: row.id,
    category,
    serviceType: random.chance(0.7) ? random.pick(services) : null,
    namedBySurvivor: random.chance(0.6),
    identifiedOn: day(when),
    status,
    decidedAt: status === 'OPEN' ? null : instant(decidedAt),
    servedAt: isServed ? instant(decidedAt) : null,
    unavailableReason: status === 'UNAVAILABLE' ? random.pick(UnavailableReason.codes) : null,
    ...accessWith({
      category,
      status,
      servedAt: isServed ? instant(decidedAt) : null,
      decidedAt: status === 'OPEN' ? null : instant(decidedAt),
    }),
    voidedAt: null,
    ...made(random, when, by.id, status === 'OPEN' ? 0 : 1, decidedAt),
  });
  const { ownWords, decisionReasons } = needWords[story.world.country.defaultLocale];
  story.batch.add(ServiceNeedText, {
    caseId: row.id,
    dataKeyId: row.dataKeyId,
    needId: need.id,
    ownWords: need.namedBySurvivor ? random.pick(ownWords) : null,
    decisionReason: status === 'OPEN' ? null : random.pick(decisionReasons),
    voidedAt: null,
    ...made(random, when, by.id, status === 'OPEN' ? 0 : 1, decidedAt),
  });
  addGivenHere(story, need, { id: row.id, dataKeyId: row.dataKeyId, owner: by });
  show(story, random, row, { kind: 'NEED_ADDED', by, at: when });
}

/** The case shows what happened below it. */
export function show(
  { batch }: Story,
  random: Random,
  row: Row<Case>,
  { kind, by, at }: { readonly kind: CaseActivityKind; readonly by: Colleague; readonly at: number },
): void {
  batch.add(CaseActivity, { caseId: row.id, kind, byId: by.id, ...made(random, at, by.id) });
  if (instant(at) > row.updatedAt) Object.assign(row, { updatedAt: instant(at) });
}
