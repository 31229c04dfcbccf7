/** Outreach with whom it reached, what was handed out there, and slips for services of nobody known. */
import { checkLetter } from '../../src/base/typed-number';
import { ServiceCategory } from '../../src/domain/casework/referral/referral.codes';
import { categoryOfService, ServiceType } from '../../src/domain/casework/referral/service-type.codes';
import type { AgeBand, GenderIdentity } from '../../src/domain/casework/survivor/survivor.codes';
import { OutreachActivity, OutreachReach } from '../../src/domain/outreach/outreach-activity.entity';
import {
  SupplyKind,
  type OutreachStatus,
  type OutreachType,
  type ReachKind,
} from '../../src/domain/outreach/outreach.codes';
import { SupplyDistribution } from '../../src/domain/outreach/supply-distribution.entity';
import { ServiceSlip } from '../../src/domain/service-slip/service-slip.entity';
import { outreachTexts } from '../text/outreach';
import { drawOrganiser, putRight } from './activity';
import { made, type Row } from './batch';
import { BEGIN, between, day, DAY, END, later } from './calendar';
import { shortNumber } from './number';
import { Deck } from './random';
import type { Story } from './story';

const SALT = 0x15e7b2d;
const counts = { PLANNED: 5, HELD: 40, CANCELLED: 3 };

/** Days from the end of the demonstration data to the day of an activity that stands there. */
const days: Readonly<Record<OutreachStatus, readonly [number, number]>> = {
  PLANNED: [3, 60],
  HELD: [-(END - BEGIN) / DAY + 20, -1],
  CANCELLED: [-400, -10],
};

/** How many are reached at most by one; of visits and calls it is a round of them. */
const most: Readonly<Record<OutreachType, number>> = {
  ...{ ROUNDTABLE: 18, LECTURE: 40, DEBATE: 30, HOME_VISIT: 4, TELEPHONE_CALL: 6 },
  ...{ COMMUNITY_MEETING: 45, HELPLINE_SESSION: 14 },
};

export function addOutreach(story: Story): void {
  const own = story.beside('outreach');
  const { random, batch, world } = own;
  const { activities, cancelled } = outreachTexts[world.country.defaultLocale];
  const told = own.deck('outreach', () => new Deck(random, activities)).draw();
  const status = own.deck<OutreachStatus>('outreach states', () => Deck.of<OutreachStatus>(random, counts)).draw();
  const heldAt = between(random, END + days[status][0] * DAY, END + days[status][1] * DAY);
  const { team, by } = drawOrganiser(own);
  const isPlanned = status !== 'HELD' || random.chance(0.4);
  const madeAt = isPlanned ? Math.min(heldAt, END) - random.int(5, 18) * DAY : later(random, heldAt, 0, 1);
  const changedAt = Math.min(END, status === 'CANCELLED' ? heldAt - DAY : later(random, heldAt, 0, 2));
  const came = status === 'HELD' && random.chance(0.6);
  const isOfPlace = !['HELPLINE_SESSION', 'TELEPHONE_CALL'].includes(told.type);
  const place = random.pickEarly(team.districts.length > 0 ? team.districts : world.districts);
  const row = batch.add(OutreachActivity, {
    ...{ organisationId: team.id, type: told.type, title: told.title, heldOn: day(heldAt) },
    ...{ level: told.level, outcome: told.outcome, districtId: isOfPlace ? place.id : null },
    topics: [...told.topics],
    status,
    resultingCases: came ? random.int(0, 2) : null,
    resultingReferrals: came ? random.int(0, 3) : null,
    resultingAlerts: came ? random.int(0, 1) : null,
    resultNote: came ? told.result : null,
    statusReason: status === 'CANCELLED' ? random.pick(cancelled) : null,
    voidedAt: null,
    ...made(random, Math.min(madeAt, END), by.id, isPlanned && status !== 'PLANNED' ? 1 : 0, changedAt),
  });
  if (status === 'HELD') {
    addReach(own, row);
    if (random.chance(0.5)) addSupplies(own, row);
  }
  const { id: organisationId } = team;
  const actions = [isPlanned ? 'planOutreachActivity' : 'recordOutreachActivity', 'updateOutreachActivity'] as const;
  putRight(own, OutreachActivity, row, { by, organisationId, actions, before: { title: `${row.title} (2)` } });
  story.batch.join(batch);
}

const genders: readonly GenderIdentity[] = ['WOMAN', 'TRANS_WOMAN', 'MAN', 'NON_BINARY'];
const bands: readonly AgeBand[] = ['AGE_25_34', 'AGE_18_24', 'AGE_35_49', 'AGE_50_PLUS'];
const kinds: readonly ReachKind[] = ['NEW', 'REPEAT', 'UNKNOWN'];
const groups = genders.flatMap((gender, g) =>
  bands.flatMap((band, b) => kinds.map((kind, k) => [gender, band, kind, g + b + k] as const)),
);

function addReach({ random, batch }: Story, activity: Row<OutreachActivity>): void {
  const isMany = most[activity.type] > 10;
  for (const [genderIdentity, ageBand, kind, rarity] of random.some(groups, random.int(1, isMany ? 6 : 2))) {
    const people = Math.max(1, Math.round(random.int(1, Math.ceil(most[activity.type] / 3)) / (1 + rarity / 2)));
    batch.add(OutreachReach, {
      ...{ activityId: activity.id, genderIdentity, ageBand, kind, people },
      contacts: people + (isMany ? 0 : random.int(0, 2)),
      voidedAt: null,
      ...made(random, Date.parse(activity.updatedAt), activity.createdById),
    });
  }
}

const quantities: Readonly<Record<SupplyKind, readonly [number, number]>> = {
  CONDOM_EXTERNAL: [40, 900],
  CONDOM_INTERNAL: [5, 120],
  LUBRICANT: [20, 500],
  HIV_SELF_TEST: [1, 25],
  PREP_INFORMATION: [3, 40],
};

function addSupplies({ random, batch }: Story, activity: Row<OutreachActivity>): void {
  for (const kind of random.some(SupplyKind.codes, random.int(1, 3))) {
    batch.add(SupplyDistribution, {
      ...{ organisationId: activity.organisationId, outreachActivityId: activity.id, kind },
      quantity: random.int(...quantities[kind]),
      ...{ givenOn: activity.heldOn, districtId: activity.districtId, voidedReason: null, voidedAt: null },
      ...made(random, Date.parse(activity.updatedAt), activity.createdById),
    });
  }
}

/** Slips are given where no case is wanted: on the street, at the door of a meeting. */
export function addServiceSlip(story: Story): void {
  const own = story.beside('service slips');
  const { random, batch } = own;
  const nth = own.count('service slips');
  const category = random.pick(ServiceCategory.codes);
  const services = ServiceType.codes.filter((code) => categoryOfService[code] === category);
  const at = between(random, BEGIN, END - 2 * DAY);
  const isUsed = nth % 5 < 3;
  const usedAt = Math.min(END, later(random, at, 0, 20));
  const { team, by } = drawOrganiser(own);
  const letters = shortNumber(nth, SALT);
  batch.add(ServiceSlip, {
    organisationId: team.id,
    number: `V-${letters}${checkLetter(letters)}`,
    category,
    serviceType: services.length > 0 && random.chance(0.7) ? random.pick(services) : null,
    givenOn: day(at),
    districtId: team.districts.length > 0 && random.chance(0.8) ? random.pickEarly(team.districts).id : null,
    status: isUsed ? 'USED' : 'GIVEN',
    confirmedUsedOn: isUsed ? day(usedAt) : null,
    voidedReason: null,
    voidedAt: null,
    ...made(random, at, by.id, isUsed ? 1 : 0, usedAt),
  });
  story.batch.join(batch);
}
