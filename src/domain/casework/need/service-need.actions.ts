/** Recording what a survivor needs, correcting it, and deciding on it. */
import { one, part, type InputOf } from '../../../model/input';
import { changing, making } from '../../../model/action-input';
import { action } from '../../../writing/action';
import { InputCheck } from '../../../writing/input';
import { now } from '../../../writing/moments';
import type { Values, Work } from '../../../writing/work';
import { caseLifecycle, same as caseStays, unfinished } from '../case/case.lifecycle';
import { caseToAddTo, inCase } from '../case/case.step';
import { assertNotBefore } from '../incident/incident.beginning';
import { Referral } from '../referral/referral.entity';
import { cancelSessionsOf } from '../session/service-session.end';
import { accessNow, accessWith, changedIn } from './service-need.access';
import { assertWhole } from './service-need.checks';
import { ServiceNeed, ServiceNeedText } from './service-need.entity';
import { decision, deciding, needLifecycle, recording, same } from './service-need.lifecycle';
import { ServiceNeedStatus } from './service-need.codes';
import { factsOf } from './service-need.referrals';

const serviceNeedWords = part('serviceNeedWords', ServiceNeedText, {
  description: 'What the survivor said of a need, and why it was decided so. Sealed; every read is logged.',
});
type Words = InputOf<typeof serviceNeedWords> | null | undefined;
const words = one(serviceNeedWords, { nullable: true, description: 'In words, sealed.' });

/** What became of a need can be said when the case is closed as well. */
const said = [...unfinished, 'CLOSED'] as const;

action(
  {
    name: 'recordServiceNeed',
    of: ServiceNeed,
    label: { en: 'record a service need', pt: 'registar uma necessidade de serviço' },
    description:
      'Records that the survivor of a case needs a service, as they named it or as it was assessed; with the decision on it, where there is one.',
    input: making(ServiceNeed, {
      description: 'What recording a service need takes; it was named or assessed today unless said otherwise.',
      relies: ['caseId', 'category', 'namedBySurvivor'],
      fields: { words },
    }),
    steps: [...recording, caseLifecycle.on({ from: unfinished, to: caseStays })],
  },
  async (work, { id: given, values, words: told }) => {
    const record = await caseToAddTo(work, values.caseId);
    const { status: wanted = 'OPEN', identifiedOn = work.day() } = values;
    const status = needLifecycle.step(null, decision(work.action, wanted), { referralStands: false });
    const need = { ...values, identifiedOn, status, decidedAt: status === 'OPEN' ? null : now() };
    assertWhole(need, work.day());
    await assertNotBefore(work, record.id, need.servedAt, ['servedAt']);
    const { servedAt = null } = need;
    const id = await work.insert(ServiceNeed, { ...need, ...accessWith({ ...need, servedAt }), id: given });
    await keepWords(work, { needId: id, caseId: record.id, dataKeyId: record.dataKeyId }, told?.values);
    return id;
  },
);

action(
  {
    name: 'updateServiceNeed',
    of: ServiceNeed,
    label: { en: 'correct a service need', pt: 'corrigir uma necessidade de serviço' },
    description: 'Corrects what was recorded of a service need; what was decided on it stays.',
    input: changing(ServiceNeed, {
      description: 'What correcting a service need takes; what is left out stays as it is.',
      fields: { words },
    }),
    steps: [
      needLifecycle.on({ from: ServiceNeedStatus.codes, to: same }),
      caseLifecycle.on({ from: said, to: caseStays }),
    ],
  },
  async (work, { id, expectedVersion, values, words: told }) => {
    const { record: need, of } = await inCase(work, ServiceNeed, id, { expectedVersion });
    needLifecycle.step(need.status, work.action, {});
    assertWhole({ ...need, ...values }, work.day());
    await assertNotBefore(work, of.id, values.servedAt, ['servedAt']);
    await assertUnreferred(work, need, values);
    const access = changedIn(need, await accessNow(work, { ...need, ...given(values) }));
    await work.update(ServiceNeed, need, { ...values, ...access });
    await keepWords(work, { needId: id, caseId: of.id, dataKeyId: of.dataKeyId }, told?.values);
    return id;
  },
);

action(
  {
    name: 'decideServiceNeed',
    of: ServiceNeed,
    label: { en: 'decide on a service need', pt: 'decidir sobre uma necessidade de serviço' },
    description:
      'Records what was decided on a service need where no referral says it, or that it is undecided again. What was said of a decision before goes with it, and stays in the history.',
    input: changing(ServiceNeed, {
      description: 'What deciding on a service need takes.',
      relies: ['status'],
      fields: { words },
    }),
    steps: [...deciding, caseLifecycle.on({ from: said, to: caseStays })],
  },
  async (work, { id, expectedVersion, values, words: told }) => {
    const { record: need, of } = await inCase(work, ServiceNeed, id, { expectedVersion });
    const facts = await factsOf(work, id);
    const wasMetHere = need.status === 'PROVIDED_HERE';
    const status = needLifecycle.step(need.status, decision(work.action, values.status), facts);
    const { servedAt = null, unavailableReason = null } = values;
    const decidedAt = status === 'OPEN' ? null : now();
    const decided = { status, servedAt, unavailableReason, decidedAt };
    assertWhole({ ...need, ...decided }, work.day());
    await assertNotBefore(work, of.id, servedAt, ['servedAt']);
    const access = await accessNow(work, { ...need, ...decided });
    await work.update(ServiceNeed, need, { ...decided, ...access });
    if (wasMetHere) await cancelSessionsOf(work, id);
    const own = { needId: id, caseId: of.id, dataKeyId: of.dataKeyId };
    await keepWords(work, own, { decisionReason: null, ...told?.values });
    return id;
  },
);

const given = (values: Values<ServiceNeed>): Values<ServiceNeed> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

type Own = Pick<ServiceNeedText, 'needId' | 'caseId' | 'dataKeyId'>;

/** What is left out stays; nothing is kept of a need of which nothing was ever said. */
async function keepWords(work: Work, own: Own, told: NonNullable<Words>['values'] | undefined): Promise<void> {
  const { ownWords, decisionReason } = told ?? {};
  if (ownWords === undefined && decisionReason === undefined) return;
  const { needId } = own;
  const [held] = await work.find(ServiceNeedText, { needId }, true);
  if (held) await work.update(ServiceNeedText, held, { ownWords, decisionReason });
  else if (ownWords || decisionReason) await work.insert(ServiceNeedText, { ...own, ownWords, decisionReason });
}

/** A referral was made of what the need is of. @throws ProblemError INVALID_INPUT */
async function assertUnreferred(work: Work, need: ServiceNeed, { category }: Values<ServiceNeed>): Promise<void> {
  if (category === undefined || category === need.category) return;
  if ((await work.find(Referral, { needId: need.id })).length === 0) return;
  const check = new InputCheck();
  check.refuse(['category'], {
    en: 'A referral was made of this need, of the same category. Record another need, and correct the referral so that it is of that one.',
    pt: 'Fez-se um encaminhamento desta necessidade, da mesma categoria. Registe outra necessidade e corrija o encaminhamento para que seja dela.',
  });
  check.done();
}
