/** Who funds an organisation: recorded, corrected, taken out. */
import { changing, making, type Changing } from '../../model/action-input';
import { action } from '../../writing/action';
import { now } from '../../writing/moments';
import type { Work } from '../../writing/work';
import { assertAll, checkSpan, standing } from '../activity/activity.checks';
import { organisationOfActivity } from '../activity/activity.organisation';
import { FundingStream } from './funding-stream.entity';
import { ProgrammePhase } from './programme-phase.entity';

type Days = Pick<FundingStream, 'startsOn'> & Partial<Pick<FundingStream, 'endsOn'>>;

const assertDays = ({ startsOn, endsOn }: Days): void =>
  assertAll((check) => checkSpan(check, startsOn, endsOn, ['endsOn']));

const assertPhase = async (work: Work, id: string | undefined): Promise<void> => {
  if (id) await work.load(ProgrammePhase, id, { right: 'read', path: ['phaseId'] });
};

action(
  {
    name: 'recordFundingStream',
    of: FundingStream,
    label: { en: 'record a funding stream', pt: 'registar uma fonte de financiamento' },
    description: 'Records who funds an organisation in a phase of the programme, and through whom.',
    duty: 'fundingKeeping',
    input: making(FundingStream, {
      description: 'What recording a funding stream takes.',
      relies: ['startsOn', 'phaseId'],
    }),
  },
  async (work, { id, values }) => {
    assertDays(values);
    const [organisationId] = await Promise.all([
      organisationOfActivity(work, values.organisationId),
      assertPhase(work, values.phaseId),
    ]);
    return work.insert(FundingStream, { ...values, id, organisationId });
  },
);

action(
  {
    name: 'updateFundingStream',
    of: FundingStream,
    label: { en: 'correct the funding stream', pt: 'corrigir a fonte de financiamento' },
    description: 'Corrects what is recorded of a funding stream.',
    duty: 'fundingKeeping',
    input: changing(FundingStream, {
      description: 'What correcting a funding stream takes; what is left out stays as it is.',
    }),
  },
  async (work, { id, expectedVersion, values }) => {
    const stream = await work.load(FundingStream, id, { expectedVersion });
    assertDays(standing(stream, values));
    await assertPhase(work, values.phaseId);
    await work.update(FundingStream, stream, values);
    return id;
  },
);

action(
  {
    name: 'voidFundingStream',
    of: FundingStream,
    label: {
      en: 'take the funding stream out, as recorded in error',
      pt: 'retirar a fonte de financiamento, registada por engano',
    },
    description: 'Takes a funding stream out of all lists and counts, since it was recorded in error.',
    duty: 'fundingKeeping',
    input: changing(FundingStream, { description: 'What taking a funding stream out takes.' }),
  },
  async (work, { id, expectedVersion }: Changing) => {
    const stream = await work.load(FundingStream, id, { expectedVersion });
    await work.update(FundingStream, stream, { voidedAt: now() });
    return id;
  },
);
