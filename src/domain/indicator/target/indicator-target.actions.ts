/** Targets of indicators: set, corrected, taken out. */
import { problem } from '../../../base/problem';
import { changing, making, type Changing } from '../../../model/action-input';
import { actorScopes } from '../../../policy/rights';
import { action } from '../../../writing/action';
import { now } from '../../../writing/moments';
import type { Values, Work } from '../../../writing/work';
import { assertAll, standing } from '../../activity/activity.checks';
import { Province } from '../../country/place.entity';
import { Organisation } from '../../organisation/organisation.entity';
import { FundingStream } from '../../programme/funding-stream.entity';
import { checkTarget, daysOf, standsFor, type Told } from './indicator-target.checks';
import { IndicatorTarget } from './indicator-target.entity';

action(
  {
    name: 'setIndicatorTarget',
    of: IndicatorTarget,
    label: { en: 'set a target of an indicator', pt: 'fixar uma meta de um indicador' },
    description:
      'Sets what an indicator is to reach in a period: of the country, a province or an organisation, of the programme or of who funds it.',
    input: making(IndicatorTarget, {
      description: 'What setting a target of an indicator takes.',
      relies: ['indicatorCode', 'period', 'valueHundredths'],
    }),
  },
  async (work, { id, values }) => {
    const organisationId = await organisationOf(work, values.organisationId);
    const set = { ...values, organisationId };
    return work.insert(IndicatorTarget, { ...set, ...(await settled(work, set, set)), id });
  },
);

action(
  {
    name: 'updateIndicatorTarget',
    of: IndicatorTarget,
    label: { en: 'correct the target', pt: 'corrigir a meta' },
    description: 'Corrects a target of an indicator; what it was stays in its history.',
    input: changing(IndicatorTarget, {
      description: 'What correcting a target takes; what is left out stays as it is.',
    }),
  },
  async (work, { id, expectedVersion, values }) => {
    const target = await work.load(IndicatorTarget, id, { expectedVersion });
    await work.update(IndicatorTarget, target, {
      ...values,
      ...(await settled(work, standing(target, values), values, id)),
    });
    return id;
  },
);

action(
  {
    name: 'voidIndicatorTarget',
    of: IndicatorTarget,
    label: { en: 'take the target out, as recorded in error', pt: 'retirar a meta, registada por engano' },
    description: 'Takes a target out of all lists and tables, since it was recorded in error.',
    input: changing(IndicatorTarget, { description: 'What taking a target out takes.' }),
  },
  async (work, { id, expectedVersion }: Changing) => {
    const target = await work.load(IndicatorTarget, id, { expectedVersion });
    await work.update(IndicatorTarget, target, { voidedAt: now(), standsFor: null });
    return id;
  },
);

type Target = Told & Values<IndicatorTarget>;

/**
 * What follows from a target as it will stand.
 * @throws ProblemError with whatever is wrong of it; ALREADY_EXISTS where there is another one of the same
 */
async function settled(
  work: Work,
  target: Target,
  given: Values<IndicatorTarget>,
  id?: string,
): Promise<Values<IndicatorTarget>> {
  const { organisationId, provinceId } = target;
  const stream = await streamOf(work, target, given);
  if (provinceId) await work.load(Province, provinceId, { right: 'read', path: ['provinceId'] });
  assertAll((check) => {
    checkTarget(check, target, stream);
    if (stream && organisationId && stream.organisationId !== organisationId)
      check.refuse(['fundingStreamId'], {
        en: 'These funds are another organisation’s. Choose some of whose target it is.',
        pt: 'Esta fonte financia outra organização. Escolha uma da organização de quem é a meta.',
      });
  });
  const key = standsFor(target);
  const other = (await work.find(IndicatorTarget, { standsFor: key })).find((one) => one.id !== id);
  if (other) throw thereIs(other);
  return { ...daysOf(target.period), standsFor: key, setById: work.byId, setAt: now() };
}

/** Of whose funds it is. What it is of already is looked up whoever reads it: its year still decides. */
async function streamOf(
  work: Work,
  { fundingStreamId }: Target,
  given: Values<IndicatorTarget>,
): Promise<FundingStream | null> {
  if (!fundingStreamId) return null;
  if (given.fundingStreamId) return work.linked(FundingStream, fundingStreamId, ['fundingStreamId']);
  const [stream = null] = await work.find(FundingStream, { id: fundingStreamId });
  return stream;
}

/**
 * Whose target it is: of whoever sets targets of their own organisation alone, that one’s.
 * @throws ProblemError NOT_FOUND; INVALID_INPUT where it is not the actor’s to name
 */
async function organisationOf(work: Work, given: string | null | undefined): Promise<string | null> {
  const path = ['organisationId'];
  const named = given ? (await work.load(Organisation, given, { right: 'read', path })).id : null;
  if (actorScopes(work.actor, 'TARGET', 'write').includes('country')) return named;
  const own = work.actor.organisationId;
  if (own !== null && (named === null || named === own)) return own;
  throw problem(
    'INVALID_INPUT',
    'You set targets of your own organisation only. Leave the organisation out.',
    'Só fixa metas da sua própria organização. Não indique a organização.',
    path,
  );
}

const thereIs = ({ valueHundredths, setAt }: IndicatorTarget): Error => {
  const [value, day] = [valueHundredths / 100, setAt.slice(0, 10)];
  return problem(
    'ALREADY_EXISTS',
    `There is a target of ${value} for the same indicator, period, place, organisation and donor already, set on ${day}. Correct that one.`,
    `Já há uma meta de ${value} para o mesmo indicador, período, lugar, organização e doador, fixada em ${day}. Corrija essa.`,
    ['period'],
    {
      en: 'There is a target for the same indicator, period, place, organisation and donor already. Correct that one.',
      pt: 'Já há uma meta para o mesmo indicador, período, lugar, organização e doador. Corrija essa.',
    },
  );
};
