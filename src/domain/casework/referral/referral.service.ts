/** What is recorded of a service, and what the receiver writes with its answer; whoever records it. */
import { one, part, type InputOf } from '../../../model/input';
import { InputCheck } from '../../../writing/input';
import { notAhead } from '../../../writing/moments';
import type { Values, Work } from '../../../writing/work';
import { nobody } from '../../../writing/work-ledger';
import type { ChangeOptions } from '../../../writing/work-values';
import type { Case } from '../case/case.entity';
import { isBeforeIncidents } from '../incident/incident.beginning';
import { nothingGiven, ReferralOutcome } from './referral.codes';
import type { Referral } from './referral.entity';
import { assertAnswerCrosses } from './referral.sharing';
import { receiverOf } from './referral.step';
import { ReferralAnswer, ServiceRecord } from './service-record.entity';

const referralWords = part('referralWords', ReferralAnswer, {
  description: 'What the receiver writes with its answer. Sealed; the sender reads it.',
  relies: ['text'],
});

/** Words beside the code of an answer. */
export const words = one(referralWords, { nullable: true, description: 'In words, for the sender.' });
export type Words = InputOf<typeof referralWords> | null | undefined;

/** @throws ProblemError with every value that cannot be */
export async function checkService(
  work: Work,
  referral: Referral,
  outcome: ReferralOutcome | null | undefined,
  { serviceProvidedAt: at, earlierReason, providerNote }: Values<ServiceRecord>,
): Promise<void> {
  const check = new InputCheck();
  const path = ['serviceProvidedAt'];
  notAhead(check, at, path);
  if (at && outcome && nothingGiven.includes(outcome)) {
    check.refuse(path, {
      en: `“${ReferralOutcome.of[outcome].en}” says that nothing was given, so there is no time to give. Leave it out, or choose another outcome.`,
      pt: `«${ReferralOutcome.of[outcome].pt}» diz que nada foi prestado, por isso não há hora a indicar. Retire-a ou escolha outro resultado.`,
    });
  }
  const isEarlier = at && Date.parse(at) < Date.parse(referral.requestedAt);
  if (isEarlier && !earlierReason) {
    check.refuse(path, {
      en: 'The service was given before the referral was sent. If that is so, say why.',
      pt: 'O serviço foi prestado antes de o encaminhamento ser enviado. Se assim foi, diga porquê.',
    });
  }
  if (isEarlier && check.problems.length === 0 && (await isBeforeIncidents(work, referral.caseId, work.day(at)))) {
    check.refuse(path, {
      en: 'The service cannot have been given before what happened.',
      pt: 'O serviço não pode ter sido prestado antes do que aconteceu.',
    });
  }
  check.done();
  await assertAnswerCrosses(work, referral, providerNote, ['providerNote']);
}

/** The provider keeps the record of its service; it is sealed with the key of the case, which it never sees. */
export async function recordService(
  work: Work,
  referral: Referral,
  { dataKeyId }: Pick<Case, 'dataKeyId'>,
  service: Values<ServiceRecord>,
  options: ChangeOptions = {},
): Promise<void> {
  const { id: referralId, caseId, toOrganisationId: providerId } = referral;
  const audience = receiverOf(referral);
  await work.insert(ServiceRecord, { ...service, caseId, referralId, providerId, dataKeyId }, { ...options, audience });
}

/** Keeps what was written with an answer; a later answer takes its place, and the earlier stays in the history. */
export async function keepWords(
  work: Work,
  { id: referralId, toOrganisationId: providerId }: Referral,
  { dataKeyId }: Pick<Case, 'dataKeyId'>,
  told: Words,
): Promise<void> {
  if (!told?.values.text) return;
  await assertAnswerCrosses(work, { toOrganisationId: providerId }, told.values.text, ['words', 'text']);
  const [held] = await work.find(ReferralAnswer, { referralId }, true);
  const audience = providerId === null ? nobody : { organisations: [providerId], accounts: [] };
  if (held) await work.update(ReferralAnswer, held, told.values, { audience });
  else await work.insert(ReferralAnswer, { ...told.values, referralId, providerId, dataKeyId }, { audience });
}
