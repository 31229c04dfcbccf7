/** The record of a service, one service after the other: what was given, offered or declined. */
import { notFound } from '../../../base/problem';
import { changing, making } from '../../../model/action-input';
import { one } from '../../../model/input';
import { action } from '../../../writing/action';
import { InputCheck } from '../../../writing/input';
import { notAhead, now } from '../../../writing/moments';
import { problem, ProblemError } from '../../../base/problem';
import type { Values, Work } from '../../../writing/work';
import { StaffMember } from '../../organisation/staff-member.entity';
import { followReferrals } from '../need/service-need.referrals';
import { assertAnswerCrosses } from '../referral/referral.sharing';
import { checkServiceType } from '../referral/service-type.checks';
import { servedBy } from './service-delivery.codes';
import { ServiceDelivery } from './service-delivery.entity';
import { assertRecordedHere } from './service-given';
import { byWhoServes, goesOn } from './service-session.lifecycle';
import { assertInTime, linksOf, needOf, served, servedOf, type Served } from './service-session.series';
import { sideOf } from './service-session.step';

const of = one(servedOf('ServiceDelivery'), { description: 'What it was given of.' });

action(
  {
    name: 'recordServiceDelivery',
    of: ServiceDelivery,
    label: { en: 'record a service that was given', pt: 'registar um serviço prestado' },
    description:
      'Records a service that was given, offered or declined, while the referral is accepted or in service or the need is met here. What a provider outside the system did is recorded by who referred.',
    input: making(ServiceDelivery, {
      description: 'What recording a service takes.',
      relies: ['serviceType', 'result'],
      fields: { of },
    }),
  },
  async (work, { id: given, of: told, values }) => {
    const by = await served(work, told);
    assertMay(by, [goesOn, byWhoServes]);
    const delivery = { ...values, givenAt: values.givenAt ?? now() };
    await assertWhole(work, by, delivery);
    await assertNoteCrosses(work, by, delivery);
    const { dataKeyId } = by.of;
    const all = { ...delivery, ...linksOf(by), dataKeyId };
    const id = await work.insert(ServiceDelivery, { ...all, id: given }, { audience: by.audience });
    followReferrals(work, needOf(by));
    return id;
  },
);

/** Also when the referral is over: whether PEP was taken to its end is known weeks after it was given. */
action(
  {
    name: 'updateServiceDelivery',
    of: ServiceDelivery,
    label: { en: 'correct a service that was recorded', pt: 'corrigir um serviço registado' },
    description:
      'Corrects or completes what was recorded of a service, by the organisation that recorded it; also after the referral.',
    input: changing(ServiceDelivery, {
      description: 'What correcting a service takes; what is left out stays as it is.',
    }),
  },
  async (work, { id, expectedVersion, values }) => {
    const [before] = await work.find(ServiceDelivery, { id });
    if (!before) throw notFound(['id']);
    const by = await served(work, before, ['id']);
    const delivery = await work.load(ServiceDelivery, id, { expectedVersion, side: sideOf(work, before) });
    assertMay(by, [byWhoServes]);
    await assertRecordedHere(work, ServiceDelivery, before);
    await assertWhole(work, by, { ...delivery, ...values });
    await assertNoteCrosses(work, by, values);
    await work.update(ServiceDelivery, delivery, values, { audience: by.audience });
    followReferrals(work, needOf(by));
    return id;
  },
);

function assertMay({ facts }: Served, guards: readonly (typeof goesOn)[]): void {
  const against = guards.map((guard) => guard.against(facts)).filter((shape) => shape !== undefined);
  if (against.length > 0) throw new ProblemError(against);
}

/** What was noted before, and is not told now, stays: words may have crossed then. @throws ProblemError SHARING_NOT_ALLOWED */
async function assertNoteCrosses(work: Work, { referral }: Served, { note }: Values<ServiceDelivery>): Promise<void> {
  if (referral) await assertAnswerCrosses(work, referral, note, ['note']);
}

type Whole = Values<ServiceDelivery> & Pick<ServiceDelivery, 'serviceType' | 'result'>;

/** @throws ProblemError with every value that cannot be */
async function assertWhole(work: Work, { referral, need, of }: Served, delivery: Whole): Promise<void> {
  const { givenAt, completedAt, result, serviceType, givenById } = delivery;
  const check = new InputCheck();
  const category = (referral ?? need)?.category;
  if (category) checkServiceType(check, { category, serviceType });
  notAhead(check, givenAt, ['givenAt']);
  notAhead(check, completedAt, ['completedAt']);
  if (completedAt && !servedBy.includes(result)) check.refuse(['completedAt'], notGiven);
  else if (completedAt && givenAt && Date.parse(completedAt) < Date.parse(givenAt))
    check.refuse(['completedAt'], tooEarly);
  check.done();
  await assertInTime(work, { referral, of }, givenAt, ['givenAt']);
  if (givenById) await assertColleague(work, givenById);
}

const notGiven = {
  en: 'Nothing was given, so nothing was taken to its end. Leave it out, or choose another result.',
  pt: 'Nada foi prestado, por isso nada chegou ao fim. Retire-o, ou escolha outro resultado.',
};
const tooEarly = {
  en: 'It cannot have been taken to its end before it was given.',
  pt: 'Não pode ter chegado ao fim antes de ser prestado.',
};

/** Whoever gave it works where it is recorded; colleagues elsewhere are not for naming. */
async function assertColleague(work: Work, id: string): Promise<void> {
  const [colleague] = await work.find(StaffMember, { id });
  if (colleague?.organisationId === work.actor.organisationId) return;
  throw problem(
    'NOT_FOUND',
    'There is no such colleague in your organisation. Name one, or leave it out.',
    'Não há tal colega na sua organização. Indique um, ou omita-o.',
    ['givenById'],
  );
}
