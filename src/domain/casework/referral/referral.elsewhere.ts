/** Referrals that nobody answers in the system: the sender records what came of them. And the correction of what was recorded. */
import { field } from '../../../model/input';
import { changing } from '../../../model/action-input';
import { stepName } from '../../../model/lifecycle';
import { action } from '../../../writing/action';
import { InputCheck } from '../../../writing/input';
import { now } from '../../../writing/moments';
import { asSystem } from '../../../writing/system-write';
import type { Values, Work } from '../../../writing/work';
import { StaffMember } from '../../organisation/staff-member.entity';
import { checkSeries, planFirst, plannedOf } from '../session/service-series';
import { answersThere } from './referral.answering';
import { ReferralResponse } from './referral.codes';
import { Referral } from './referral.entity';
import { accepted, consentStillStands, nobodyThere, ownRecord, referralLifecycle, same } from './referral.lifecycle';
import { checkService, keepWords, recordService, words } from './referral.service';
import { advance, receiverOf } from './referral.step';
import { ServiceRecord } from './service-record.entity';

export const bySender = asSystem(
  ServiceRecord,
  'What came of a referral that nobody answers in the system is recorded by its sender, or corrected.',
);

const response = (to: ReferralResponse): string => `response: ${to}`;

action(
  {
    name: 'recordReferralAnswer',
    of: Referral,
    label: { en: 'record what the provider answered', pt: 'registar o que o prestador respondeu' },
    description: 'Records what a provider answered that has no account, or that the survivor did not come.',
    duty: 'referring',
    input: changing(Referral, {
      description: 'What recording the answer of a provider without an account takes.',
      fields: {
        response: field({ type: ReferralResponse, description: 'What it answered.' }),
        words,
      },
    }),
    steps: [
      referralLifecycle.on({
        variant: response('ACCEPTED'),
        from: ['REQUESTED'],
        to: 'ACCEPTED',
        guards: [nobodyThere, consentStillStands],
      }),
      referralLifecycle.on({
        variant: response('REJECTED'),
        from: ['REQUESTED'],
        to: 'REJECTED',
        guards: [nobodyThere],
      }),
      referralLifecycle.on({
        variant: response('NO_SHOW'),
        from: ['REQUESTED', ...accepted],
        to: 'NO_SHOW',
        guards: [nobodyThere],
      }),
    ],
  },
  async (work, { id, expectedVersion, values, response: answer, words: told }) => {
    const check = new InputCheck();
    if (answer === 'REJECTED' && !values.rejectedReason) check.refuse(['rejectedReason'], reasonMissing);
    if (answer !== 'REJECTED' && values.rejectedReason) check.refuse(['rejectedReason'], notRejected);
    check.done();
    const referral = await work.load(Referral, id, { expectedVersion });
    const facts = { nobodyThere: !(await answersThere(work, referral.toOrganisationId)) };
    const respondedAt = answer === 'NO_SHOW' ? undefined : now();
    const isAccepted = answer === 'ACCEPTED';
    const plannedSessions = isAccepted ? await plannedOf(work, referral, values.plannedSessions) : undefined;
    const record = await advance(
      work,
      referral,
      { ...values, plannedSessions, respondedAt },
      stepName(work.action, response(answer)),
      facts,
    );
    if (isAccepted) await planFirst(work, referral, record, values.appointmentAt);
    await keepWords(work, referral, record, told);
    return id;
  },
);

const reasonMissing = { en: 'Say why it was rejected.', pt: 'Diga por que foi recusado.' };
const notRejected = {
  en: 'It was not rejected, so there is no reason to give. Leave it out.',
  pt: 'Não foi recusado, por isso não há motivo a indicar. Retire-o.',
};

action(
  {
    name: 'recordReferralService',
    of: Referral,
    label: {
      en: 'record what came of the referral outside the system',
      pt: 'registar o resultado do encaminhamento fora do sistema',
    },
    description: 'Records what came of a referral to a provider without an account, with the record of the service.',
    duty: 'referring',
    input: changing(Referral, {
      description: 'What recording the service of a provider without an account takes.',
      relies: ['outcome'],
      also: { service: ServiceRecord },
    }),
    steps: [referralLifecycle.on({ from: ['REQUESTED', ...accepted], to: 'COMPLETED', guards: [nobodyThere] })],
  },
  async (work, { id, expectedVersion, values, service }) => {
    const referral = await work.load(Referral, id, { expectedVersion });
    await checkService(work, referral, values.outcome, service);
    await checkSeries(work, referral, { outcome: values.outcome, seriesEnd: values.seriesEnd });
    const facts = { nobodyThere: !(await answersThere(work, referral.toOrganisationId)) };
    const record = await advance(work, referral, values, work.action, facts);
    await recordService(work, referral, record, service, { as: bySender });
    return id;
  },
);

/** What the survivor said of the service is not corrected. */
action(
  {
    name: 'correctReferralService',
    of: Referral,
    label: { en: 'correct the record of the service', pt: 'corrigir o registo do serviço' },
    description: 'Corrects what was recorded of a service, by the organisation that recorded it.',
    input: changing(Referral, {
      description: 'What correcting the record of a service takes; what is left out stays as it is.',
      also: { service: ServiceRecord },
    }),
    steps: [referralLifecycle.on({ from: ['COMPLETED', 'REVOKED'], to: same, guards: [ownRecord] })],
  },
  async (work, { id, expectedVersion, values, service }) => {
    const referral = await work.load(Referral, id, { expectedVersion, side: 'either' });
    const [held] = await work.find(ServiceRecord, { referralId: id }, true);
    const { organisationId } = work.actor;
    const recorder = (await answersThere(work, referral.toOrganisationId))
      ? referral.toOrganisationId
      : referral.fromOrganisationId;
    const recorders = [recorder, referral.toOrganisationId, await madeAt(work, held)];
    const own = held !== undefined && recorders.includes(organisationId);
    const { outcome = referral.outcome } = values;
    await checkService(work, referral, outcome, {
      ...held,
      ...service,
      earlierReason: earlierIn(referral, held, service),
    });
    const { seriesEnd = referral.seriesEnd } = values;
    await checkSeries(work, referral, { outcome, seriesEnd }, false);
    await advance(work, referral, values, work.action, { ownRecord: own });
    if (held) await work.update(ServiceRecord, held, service, { as: bySender, audience: receiverOf(referral) });
    return id;
  },
);

/** Where the colleague works who recorded it: a sender, by letter, also of a provider that answers itself. */
async function madeAt(work: Work, held: ServiceRecord | undefined): Promise<string | null | undefined> {
  const [maker] = held?.createdById ? await work.find(StaffMember, { id: held.createdById }) : [];
  return maker?.organisationId;
}

/** What was said when it was recorded is sealed, and needs not be said again. */
function earlierIn(
  { requestedAt }: Referral,
  held: ServiceRecord | undefined,
  { earlierReason }: Values<ServiceRecord>,
): string | null | undefined {
  const wasEarlier = held?.serviceProvidedAt && Date.parse(held.serviceProvidedAt) < Date.parse(requestedAt);
  return earlierReason === undefined && wasEarlier ? '–' : earlierReason;
}
