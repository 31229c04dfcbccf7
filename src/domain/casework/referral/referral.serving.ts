/** What the receiving organisation does with a referral. That it is theirs is the row scope's to say. */
import { problem } from '../../../base/problem';
import { changing, type Changing } from '../../../model/action-input';
import { action } from '../../../writing/action';
import { now } from '../../../writing/moments';
import type { Values, Work } from '../../../writing/work';
import { checkSeries, planFirst, plannedOf } from '../session/service-series';
import { Referral } from './referral.entity';
import { accepted, consentStillStands, givenBeforeTheEnd, referralLifecycle, same } from './referral.lifecycle';
import { checkService, keepWords, recordService, words, type Words } from './referral.service';
import { advance } from './referral.step';
import { ServiceRecord } from './service-record.entity';

async function step(
  work: Work,
  { id, expectedVersion, words }: Changing & { readonly words?: Words },
  changes: Values<Referral> = {},
): Promise<string> {
  const referral = await work.load(Referral, id, { expectedVersion, side: 'received' });
  await keepWords(work, referral, await advance(work, referral, changes), words);
  return id;
}

action(
  {
    name: 'acceptReferral',
    of: Referral,
    label: { en: 'accept the referral', pt: 'aceitar o encaminhamento' },
    description: 'Accepts a referral to my organisation; opens what it shares.',
    duty: 'serving',
    input: changing(Referral, {
      description: 'What accepting a referral takes; the appointment, where there is one, is its first session.',
    }),
    steps: [referralLifecycle.on({ from: ['REQUESTED'], to: 'ACCEPTED', guards: [consentStillStands] })],
  },
  async (work, { id, expectedVersion, values }) => {
    const referral = await work.load(Referral, id, { expectedVersion, side: 'received' });
    const plannedSessions = await plannedOf(work, referral, values.plannedSessions);
    const record = await advance(work, referral, { ...values, plannedSessions, respondedAt: now() });
    await planFirst(work, referral, record, values.appointmentAt);
    return id;
  },
);

action(
  {
    name: 'rejectReferral',
    of: Referral,
    label: { en: 'decline the referral', pt: 'recusar o encaminhamento' },
    description: 'Declines a referral to my organisation.',
    duty: 'serving',
    input: changing(Referral, { description: 'What declining a referral takes.', fields: { words } }),
    steps: [referralLifecycle.on({ from: ['REQUESTED'], to: 'REJECTED' })],
  },
  (work, input) => step(work, input, { ...input.values, respondedAt: now() }),
);

action(
  {
    name: 'startReferral',
    of: Referral,
    label: { en: 'record that the service has begun', pt: 'registar que o serviço começou' },
    description: 'Records that the service has begun.',
    duty: 'serving',
    input: changing(Referral, { description: 'What beginning the service takes.' }),
    steps: [referralLifecycle.on({ from: ['ACCEPTED'], to: 'IN_SERVICE' })],
  },
  (work, input) => step(work, input),
);

/** The provider keeps the record of its service; it is sealed with the key of the case, which it never sees. */
action(
  {
    name: 'completeReferral',
    of: Referral,
    label: { en: 'record what came of the referral', pt: 'registar o resultado do encaminhamento' },
    description: 'Records what came of a referral, with the record of the service; closes what it shared.',
    duty: 'serving',
    input: changing(Referral, {
      description: 'What completing a referral takes: what came of it, and the record of the service.',
      relies: ['outcome'],
      also: { service: ServiceRecord },
    }),
    steps: [
      referralLifecycle.on({ from: ['IN_SERVICE'], to: 'COMPLETED' }),
      referralLifecycle.on({ from: ['REVOKED'], to: same, guards: [givenBeforeTheEnd] }),
    ],
  },
  async (work, { id, expectedVersion, values, service }) => {
    if (service.feedbackFromSurvivor) throw ownMarks();
    const referral = await work.load(Referral, id, { expectedVersion, side: 'received' });
    const givenBefore = isGivenBefore(referral, service.serviceProvidedAt);
    const record = await advance(work, referral, values, work.action, { givenBefore });
    await checkService(work, referral, values.outcome, service);
    await checkSeries(work, referral, { outcome: values.outcome, seriesEnd: values.seriesEnd });
    await recordService(work, referral, record, service);
    return id;
  },
);

/** Who is judged does not record the judgement. */
const ownMarks = () =>
  problem(
    'FEEDBACK_BY_SENDER',
    'What the survivor says of a service is asked and recorded by who referred them, in a follow-up. Leave it out.',
    'O que a pessoa sobrevivente diz de um serviço é perguntado e registado por quem a encaminhou, num seguimento. Retire-o.',
    ['feedbackFromSurvivor'],
  );

const DAYS = 86_400_000;

/** The consent has ended, what was done on the strength of it is not undone by that. */
const isGivenBefore = (
  { requestedAt, respondedAt, endedAt, outcome }: Referral,
  at: string | null | undefined,
): boolean =>
  endedAt !== null &&
  respondedAt !== null &&
  outcome === null &&
  Boolean(at) &&
  Date.parse(at as string) >= Date.parse(requestedAt) &&
  Date.parse(at as string) <= Date.parse(endedAt) &&
  Date.parse(endedAt) > Date.now() - 7 * DAYS;

action(
  {
    name: 'returnReferral',
    of: Referral,
    label: { en: 'give the referral back', pt: 'devolver o encaminhamento' },
    description: 'Gives an accepted referral back to its sender; closes what it shared.',
    duty: 'serving',
    input: changing(Referral, { description: 'What giving a referral back takes.', fields: { words } }),
    steps: [referralLifecycle.on({ from: accepted, to: 'RETURNED' })],
  },
  (work, input) => step(work, input, input.values),
);

action(
  {
    name: 'recordReferralNoShow',
    of: Referral,
    label: { en: 'record that the survivor did not come', pt: 'registar que a pessoa sobrevivente não veio' },
    description: 'Records that the survivor did not come; closes what the referral shared.',
    duty: 'serving',
    input: changing(Referral, { description: 'What recording that the survivor did not come takes.' }),
    steps: [referralLifecycle.on({ from: accepted, to: 'NO_SHOW' })],
  },
  (work, input) => step(work, input),
);
