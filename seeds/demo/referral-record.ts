/** What is written about a referral, by its sender and by its receiver; sealed. */
import type { Referral } from '../../src/domain/casework/referral.entity';
import { ReferralReason, ServiceRecord } from '../../src/domain/casework/service-record.entity';
import { made, type Row } from './batch';
import { between, instant } from './calendar';
import type { ReferralTimes } from './referral-timeline';
import type { Story } from './story';
import type { Colleague, Team } from './world';

export function addReferralReason(
  { random, batch, world }: Story,
  referral: Row<Referral>,
  dataKeyId: string,
  by: Colleague,
): void {
  const texts = world.text.referralReasons.filter((reason) => reason.category === referral.category);
  const at = Date.parse(referral.requestedAt);
  batch.add(ReferralReason, {
    referralId: referral.id,
    dataKeyId,
    text: random.pick(texts).text,
    ...made(random, at, by.id),
  });
}

const feedbacks = { SATISFIED: 72, PARTLY: 20, NOT: 8 };

export function addServiceRecord(
  { random, batch, world }: Story,
  referral: Row<Referral>,
  dataKeyId: string,
  provider: Team,
  times: ReferralTimes,
): void {
  const [from, to] = [times.startedAt as number, times.endedAt as number];
  const given = referral.outcome !== 'SURVIVOR_DECLINED' && referral.outcome !== 'LOST_TO_FOLLOW_UP';
  const texts = world.text.providerNotes.filter((note) => note.category === referral.category);
  const by = random.pickEarly(provider.staff.get('service-provider') ?? []);
  batch.add(ServiceRecord, {
    caseId: referral.caseId,
    referralId: referral.id,
    providerId: provider.id,
    dataKeyId,
    serviceProvidedAt: given ? instant(between(random, from, to)) : null,
    providerNote: given && random.chance(0.85) ? random.pick(texts).text : null,
    feedbackFromSurvivor: given && random.chance(0.6) ? random.weighted(feedbacks) : null,
    ...made(random, to, by.id),
  });
}
