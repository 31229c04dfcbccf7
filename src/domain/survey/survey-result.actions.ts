/** Results of surveys that others made: recorded, corrected, taken out. */
import { changing, making, type Changing } from '../../model/action-input';
import { action } from '../../writing/action';
import { now } from '../../writing/moments';
import type { Work } from '../../writing/work';
import { assertAll, standing } from '../activity/activity.checks';
import { ProgrammePhase } from '../programme/programme-phase.entity';
import { checkResult } from './survey-result.checks';
import { SurveyResult } from './survey-result.entity';

const assertPhase = async (work: Work, id: string | null | undefined): Promise<void> => {
  if (id) await work.load(ProgrammePhase, id, { right: 'read', path: ['phaseId'] });
};

action(
  {
    name: 'recordSurveyResult',
    of: SurveyResult,
    label: { en: 'record a survey result', pt: 'registar um resultado de inquérito' },
    description: 'Records what a survey of others found, as an aggregate with its source.',
    duty: 'dataQuality',
    input: making(SurveyResult, { description: 'What recording a survey result takes.' }),
  },
  async (work, { id, values }) => {
    assertAll((check) => checkResult(check, values, work.day()));
    await assertPhase(work, values.phaseId);
    return work.insert(SurveyResult, { ...values, id });
  },
);

action(
  {
    name: 'updateSurveyResult',
    of: SurveyResult,
    label: { en: 'correct the survey result', pt: 'corrigir o resultado de inquérito' },
    description: 'Corrects what is recorded of a survey result.',
    duty: 'dataQuality',
    input: changing(SurveyResult, {
      description: 'What correcting a survey result takes; what is left out stays as it is.',
    }),
  },
  async (work, { id, expectedVersion, values }) => {
    const result = await work.load(SurveyResult, id, { expectedVersion });
    assertAll((check) => checkResult(check, standing(result, values), work.day()));
    await assertPhase(work, values.phaseId);
    await work.update(SurveyResult, result, values);
    return id;
  },
);

action(
  {
    name: 'voidSurveyResult',
    of: SurveyResult,
    label: { en: 'take the survey result out, as recorded in error', pt: 'retirar o resultado, registado por engano' },
    description: 'Takes a survey result out of all lists, since it was recorded in error.',
    duty: 'dataQuality',
    input: changing(SurveyResult, { description: 'What taking a survey result out takes.' }),
  },
  async (work, { id, expectedVersion }: Changing) => {
    const result = await work.load(SurveyResult, id, { expectedVersion });
    await work.update(SurveyResult, result, { voidedAt: now() });
    return id;
  },
);
