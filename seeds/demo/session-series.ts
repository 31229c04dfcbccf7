/** The sessions of one referral, in their order. */
import { nothingGiven, type ServiceCategory } from '../../src/domain/casework/referral/referral.codes';
import type { Referral } from '../../src/domain/casework/referral/referral.entity';
import type { SessionMode, SessionPlace, ToldBy } from '../../src/domain/casework/session/service-session.codes';
import { ServiceSession } from '../../src/domain/casework/session/service-session.entity';
import { made, type Row } from './batch';
import { between, DAY, END, HOUR, instant } from './calendar';
import type { Random } from './random';
import type { ReferralTimes } from './referral-timeline';
import type { Story } from './story';
import type { Colleague } from './world';

/** What sessions are of, who records them, and between which times. */
export interface Held {
  readonly links: Pick<Row<ServiceSession>, 'caseId' | 'referralId' | 'needId' | 'providerId'>;
  readonly toldBy: ToldBy | null;
  readonly how: { readonly mode: SessionMode; readonly place: SessionPlace };
  readonly by: Colleague;
  readonly from: number;
  readonly until: number;
}

type Told = Partial<Row<ServiceSession>> & Pick<Row<ServiceSession>, 'number' | 'status'>;

/** @param plannedFor when it was to be held; it was planned between `madeAt` and then */
function add({ batch }: Story, random: Random, held: Held, told: Told, madeAt: number, changedAt?: number) {
  return batch.add(ServiceSession, {
    ...held.links,
    plannedAt: null,
    heldAt: null,
    ...held.how,
    toldBy: told.status === 'ATTENDED' || told.status === 'NO_SHOW' ? held.toldBy : null,
    insteadOfId: null,
    endReason: null,
    overdueToldAt: null,
    voidedAt: null,
    ...told,
    ...made(random, madeAt, held.by.id, changedAt === undefined ? 0 : 1, changedAt),
  });
}

/** Psychosocial care is a series, once it is accepted. */
export const plannedIn = ({ world }: Story, category: ServiceCategory, times: ReferralTimes): number | null =>
  category === 'PSYCHOSOCIAL' && times.respondedAt !== undefined && times.status !== 'REJECTED'
    ? world.country.psychosocialSessions
    : null;

/** As many as were held until then; what is still open has one ahead. */
export function addSeries(story: Story, random: Random, referral: Row<Referral>, held: Held): void {
  const { status, outcome, plannedSessions, appointmentAt } = referral;
  if (status === 'ACCEPTED')
    return appointmentAt ? addAhead(story, random, held, 1, Date.parse(appointmentAt)) : undefined;
  if (status === 'NO_SHOW') return addMissed(story, random, held);
  if (status === 'REVOKED' || status === 'RETURNED') return addCancelled(story, random, referral, held);
  if (outcome !== null && nothingGiven.includes(outcome))
    return outcome === 'LOST_TO_FOLLOW_UP' ? addMissed(story, random, held) : undefined;
  const most = plannedSessions ?? 1;
  const count = status === 'COMPLETED' ? (random.chance(0.6) ? most : random.int(1, most)) : random.int(1, most);
  addHeld(story, random, held, count);
  if (status === 'IN_SERVICE' && count < most) addAhead(story, random, held, count + 1, END + random.int(1, 9) * DAY);
  if (plannedSessions !== null && status === 'COMPLETED')
    Object.assign(referral, {
      seriesEnd: count === most && outcome === 'SERVICE_PROVIDED' ? 'PLAN_DONE' : 'ENDED_BY_AGREEMENT',
    });
}

/** Evenly between the beginning and the end; now and then one was moved, or the survivor did not come. */
function addHeld(story: Story, random: Random, held: Held, count: number): void {
  const step = (held.until - held.from) / (count + 1);
  for (let number = 1; number <= count; number++) {
    const at = held.from + step * number;
    const before = held.from + step * (number - 1);
    const isOther = story.count('sessions held') % 5;
    const earlier = Math.floor(at - step / 3);
    const first = { number, plannedAt: instant(earlier) };
    const away =
      isOther === 2
        ? add(story, random, held, { ...first, status: 'NO_SHOW' }, before, earlier)
        : isOther === 4
          ? add(story, random, held, { ...first, status: 'MOVED', endReason: 'SURVIVOR_ASKED' }, before, earlier)
          : undefined;
    const heldAt = instant(Math.floor(at));
    const told = { number, status: 'ATTENDED', plannedAt: heldAt, heldAt, insteadOfId: away?.id ?? null } as const;
    add(story, random, held, told, away ? earlier : before, Math.floor(at));
  }
}

/** One that is planned; of which day has passed, who records it was told. */
function addAhead(story: Story, random: Random, held: Held, number: number, at: number): void {
  const isOver = at < END - DAY;
  const told = { number, status: 'PLANNED', plannedAt: instant(at) } as const;
  const overdueToldAt = isOver ? instant(at + DAY) : null;
  add(story, random, held, { ...told, overdueToldAt }, Math.min(held.from + HOUR, held.until));
}

/** Twice to which the survivor did not come. */
function addMissed(story: Story, random: Random, held: Held): void {
  const at = between(random, held.from, held.until);
  const first = { number: 1, status: 'NO_SHOW', plannedAt: instant(at) } as const;
  const { id: insteadOfId } = add(story, random, held, first, held.from, at);
  const again = between(random, at, held.until);
  add(story, random, held, { ...first, plannedAt: instant(again), insteadOfId }, at, again);
}

function addCancelled(story: Story, random: Random, { status }: Row<Referral>, held: Held): void {
  const endReason = status === 'REVOKED' ? 'SURVIVOR_DECIDED' : 'SERVICE_ENDED';
  const plannedAt = instant(held.until + random.int(1, 8) * DAY);
  add(story, random, held, { number: 1, status: 'CANCELLED', plannedAt, endReason }, held.from, held.until);
}
