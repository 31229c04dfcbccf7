/** Giving service slips, confirming that one was used by the number on it, and correcting both. */
import { notFound, problem } from '../../base/problem';
import { hasCheckLetter, typedNumber } from '../../base/typed-number';
import { changing, finding, making } from '../../model/action-input';
import { field, one, oneOf, type InputOf } from '../../model/input';
import { action } from '../../writing/action';
import { InputCheck } from '../../writing/input';
import { notTomorrow, now } from '../../writing/moments';
import { checkedNumber } from '../../writing/short-number';
import type { Work } from '../../writing/work';
import { checkServiceType } from '../casework/referral/service-type.checks';
import { District } from '../country/place.entity';
import { ServiceSlip, slipNumber } from './service-slip.entity';
import { asCorrected, same, slipLifecycle } from './service-slip.lifecycle';

action(
  {
    name: 'giveServiceSlip',
    of: ServiceSlip,
    label: { en: 'give a service slip', pt: 'entregar uma senha de serviço' },
    description:
      'Gives a slip for a service, with a number of its own and without a name. Today unless said otherwise.',
    input: making(ServiceSlip, {
      description: 'What giving a service slip takes. Nothing of whom it is given to.',
      relies: ['category'],
    }),
    steps: [slipLifecycle.on({ from: [], to: 'GIVEN' })],
  },
  async (work, { id, values }) => {
    const slip = { ...values, givenOn: values.givenOn ?? work.day(), confirmedUsedOn: null };
    await assertSlip(work, slip);
    return work.insert(ServiceSlip, {
      ...slip,
      id,
      organisationId: ownOrganisation(work),
      number: checkedNumber(work, ServiceSlip, 'number', slipNumber.prefix),
      status: slipLifecycle.step(null, work.action, {}),
    });
  },
);

/** Slips are those of an organisation; who works for none gives none. */
function ownOrganisation({ actor }: Work): string {
  if (actor.organisationId !== null) return actor.organisationId;
  throw new Error(`${actor.role} gives service slips of no organisation`);
}

const whichSlip = oneOf('whichServiceSlip', 'The slip: by its id, or by the number on it.', {
  serviceSlipId: field({ type: 'uuid', of: () => ServiceSlip, description: 'The slip, by its id.' }),
  number: field({
    type: 'text',
    description: 'Number on the slip, however it is typed.',
    becomes: 'ServiceSlip.number',
  }),
});

action(
  {
    name: 'confirmServiceSlip',
    of: ServiceSlip,
    label: { en: 'confirm that the slip was used', pt: 'confirmar que a senha foi usada' },
    description:
      'Confirms that a service slip was used: it came back, or the provider said its number. Today unless said otherwise. Confirmed again: the day is another.',
    input: finding(ServiceSlip, {
      description: 'What confirming that a service slip was used takes.',
      fields: { slip: one(whichSlip, { description: 'The slip.' }) },
    }),
    steps: [slipLifecycle.on({ from: ['GIVEN', 'USED'], to: 'USED' })],
  },
  async (work, { slip: which, values }) => {
    const path = ['slip', which.number == null ? 'serviceSlipId' : 'number'];
    const slip = await work.load(ServiceSlip, await idOf(work, which), { path });
    const confirmedUsedOn = values.confirmedUsedOn ?? work.day();
    await assertSlip(work, { ...slip, confirmedUsedOn });
    const status = slipLifecycle.step(slip.status, work.action, {});
    await work.update(ServiceSlip, slip, { confirmedUsedOn, status });
    return slip.id;
  },
);

/** @throws ProblemError INVALID_INPUT for a slip of the pen, NOT_FOUND where there is none */
async function idOf(work: Work, { serviceSlipId, number: typed = '' }: InputOf<typeof whichSlip>): Promise<string> {
  if (serviceSlipId) return serviceSlipId;
  const path = ['slip', 'number'];
  const number = typedNumber(typed, slipNumber, work.country);
  if (number === null || !hasCheckLetter(number)) {
    throw problem(
      'INVALID_INPUT',
      'No slip has this number: a letter or digit of it is mistyped. Compare it with the paper.',
      'Nenhuma senha tem este número: há uma letra ou um algarismo enganado. Compare com o papel.',
      path,
    );
  }
  const [slip] = await work.find(ServiceSlip, { number });
  if (!slip) throw notFound(path);
  return slip.id;
}

action(
  {
    name: 'updateServiceSlip',
    of: ServiceSlip,
    label: { en: 'correct the service slip', pt: 'corrigir a senha de serviço' },
    description:
      'Corrects what is recorded of a service slip; without a day of use it counts as not confirmed any more.',
    input: changing(ServiceSlip, {
      description: 'What correcting a service slip takes; what is left out stays as it is.',
    }),
    steps: [slipLifecycle.on({ from: ['GIVEN', 'USED'], to: asCorrected })],
  },
  async (work, { id, expectedVersion, values }) => {
    const slip = await work.load(ServiceSlip, id, { expectedVersion });
    const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
    await assertSlip(work, { ...slip, ...given });
    const used = values.confirmedUsedOn === undefined ? undefined : values.confirmedUsedOn !== null;
    const status = slipLifecycle.step(slip.status, work.action, { used });
    await work.update(ServiceSlip, slip, { ...values, status });
    return id;
  },
);

action(
  {
    name: 'voidServiceSlip',
    of: ServiceSlip,
    label: { en: 'take the slip out, as recorded in error', pt: 'retirar a senha, registada por engano' },
    description: 'Takes a service slip out of all lists and counts, since it was recorded in error.',
    input: changing(ServiceSlip, { description: 'What taking a service slip out takes.' }),
    steps: [slipLifecycle.on({ from: ['GIVEN', 'USED'], to: same })],
  },
  async (work, { id, expectedVersion, values }) => {
    const slip = await work.load(ServiceSlip, id, { expectedVersion });
    const status = slipLifecycle.step(slip.status, work.action, {});
    await work.update(ServiceSlip, slip, { ...values, status, voidedAt: now() });
    return id;
  },
);

type Told = Pick<ServiceSlip, 'category' | 'givenOn' | 'confirmedUsedOn'> &
  Partial<Pick<ServiceSlip, 'serviceType' | 'districtId'>>;

/** @throws ProblemError with all that is wrong in what is told of a slip */
async function assertSlip(work: Work, slip: Told): Promise<void> {
  const { givenOn, confirmedUsedOn, districtId } = slip;
  const check = new InputCheck();
  checkServiceType(check, slip);
  notTomorrow(check, givenOn, work.day(), ['givenOn']);
  notTomorrow(check, confirmedUsedOn, work.day(), ['confirmedUsedOn']);
  if (confirmedUsedOn && confirmedUsedOn < givenOn) {
    check.refuse(['confirmedUsedOn'], {
      en: `It was given on ${givenOn}; it cannot have been used before.`,
      pt: `Foi entregue em ${givenOn}; não pode ter sido usada antes.`,
    });
  }
  check.done();
  if (districtId) await work.load(District, districtId, { right: 'read', path: ['districtId'] });
}
