/** What is written about a referral, by its sender and by its receiver; sealed. */
import { Referral } from '../../src/domain/casework/referral/referral.entity';
import { nothingGiven, type ReferralOutcome } from '../../src/domain/casework/referral/referral.codes';
import {
  ReferralAnswer,
  ReferralReason,
  ServiceRecord,
} from '../../src/domain/casework/referral/service-record.entity';
import { made, type Batch, type Row } from './batch';
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

/** Referrals of a case that a provider served, so that the survivor can be asked about it. */
export const answered = (batch: Batch, caseId: string): readonly Row<Referral>[] =>
  batch
    .of(Referral)
    .filter(
      ({ caseId: own, status, toOrganisationId, outcome }) =>
        own === caseId &&
        status === 'COMPLETED' &&
        toOrganisationId !== null &&
        !nothingGiven.includes(outcome as ReferralOutcome),
    );

export const outcomes = {
  SERVICE_PROVIDED: 74,
  PARTIALLY_PROVIDED: 12,
  REFERRED_ONWARD: 5,
  SURVIVOR_DECLINED: 5,
  LOST_TO_FOLLOW_UP: 4,
};

const feedbacks = { SATISFIED: 72, PARTLY: 20, NOT: 8 };

/** A case as what is written of its referrals needs it. */
interface Written {
  readonly dataKeyId: string;
  readonly owner: Colleague;
}

/** Who writes of it: somebody of the provider, or the sender where that has no account. */
const writer = ({ random }: Story, { owner }: Written, provider: Team | null): Colleague =>
  provider ? random.pickEarly(provider.staff.get('service-provider') ?? []) : owner;

/** Whether who referred may read the words of a provider: where these cross between organisations. */
export const isHeard = ({ world }: Story, providerId: string | null): boolean =>
  providerId === null || world.country.crossOrganisationSharing === 'FULL';

export function addServiceRecord(
  story: Story,
  referral: Row<Referral>,
  of: Written,
  provider: Team | null,
  times: ReferralTimes,
): void {
  const { random, batch, world } = story;
  const to = times.endedAt as number;
  const from = times.startedAt ?? times.requestedAt;
  const given = !nothingGiven.includes(referral.outcome as ReferralOutcome);
  const texts = world.text.providerNotes.filter((note) => note.category === referral.category);
  const by = writer(story, of, provider);
  const serviceProvidedAt = given ? instant(between(random, from, to)) : null;
  const note = given && random.chance(0.85) ? random.pick(texts).text : null;
  const feedback = given && random.chance(0.6) ? random.weighted(feedbacks) : null;
  batch.add(ServiceRecord, {
    caseId: referral.caseId,
    referralId: referral.id,
    providerId: provider?.id ?? null,
    dataKeyId: of.dataKeyId,
    serviceProvidedAt,
    providerNote: isHeard(story, provider?.id ?? null) ? note : null,
    earlierReason: null,
    // A provider does not record its own marks.
    feedbackFromSurvivor: provider ? null : feedback,
    ...made(random, to, by.id),
  });
}

/** What was written with a rejection, or when it was given back. */
export function addAnswer(story: Story, referral: Row<Referral>, of: Written, provider: Team | null): void {
  const { aside, batch, world } = story;
  const at = Date.parse(referral.endedAt ?? referral.requestedAt);
  const answer = {
    referralId: referral.id,
    providerId: provider?.id ?? null,
    dataKeyId: of.dataKeyId,
    text: aside.pick(world.text.answers),
    ...made(aside, at, writer(story, of, provider).id),
  };
  if (isHeard(story, answer.providerId)) batch.add(ReferralAnswer, answer);
}
