/** Writing down what is planned with a survivor. */
import type { Path } from '../../../writing/input';
import { InputCheck } from '../../../writing/input';
import type { Values, Work } from '../../../writing/work';
import { problem } from '../../../base/problem';
import type { Case } from '../case/case.entity';
import { ServiceNeed } from '../need/service-need.entity';
import { PlannedAction, PlannedActionText } from './planned-action.entity';
import type { NewPlannedAction } from './planned-action.inputs';
import { plannedActionLifecycle } from './planned-action.lifecycle';
import { assertResponsible } from './planned-action.responsible';

/** Makes what is planned a record of the case. @param path where in the input it stands. @returns its id */
export async function plan(work: Work, record: Case, told: NewPlannedAction, path: Path): Promise<string> {
  const { id: caseId, dataKeyId } = record;
  const { id: given, values, words } = told;
  assertSpoken(told, path);
  assertDue(values.dueOn, work.day(record.openedAt), path);
  await assertLinks(work, record, values, path);
  const status = plannedActionLifecycle.step(null, work.action, undefined);
  const plannedActionId = await work.insert(PlannedAction, { ...values, id: given, caseId, status });
  if (words) await work.insert(PlannedActionText, { ...words.values, caseId, plannedActionId, dataKeyId });
  return plannedActionId;
}

export const forWhat = {
  en: 'Say what is to be done, or which need it is for.',
  pt: 'Diga o que se deve fazer, ou para que necessidade é.',
};

function assertSpoken({ values, words }: NewPlannedAction, path: Path): void {
  const check = new InputCheck();
  if (!words && !values.needId) check.refuse([...path, 'words'], forWhat);
  check.done();
}

/** Keeps what is to be done, in words; the earlier stay in the history. */
export async function keepWords(
  work: Work,
  { id: caseId, dataKeyId }: Pick<Case, 'id' | 'dataKeyId'>,
  plannedActionId: string,
  { text }: Pick<PlannedActionText, 'text'>,
): Promise<void> {
  const [held] = await work.find(PlannedActionText, { plannedActionId }, true);
  if (held) await work.update(PlannedActionText, held, { text });
  else await work.insert(PlannedActionText, { text, caseId, plannedActionId, dataKeyId });
}

/** @throws ProblemError INVALID_INPUT where it was to be done before there was a case */
export function assertDue(dueOn: string | null | undefined, openedOn: string, path: Path): void {
  const check = new InputCheck();
  if (dueOn && dueOn < openedOn)
    check.refuse([...path, 'dueOn'], {
      en: 'That is before the case was opened. Give the day until which it is to be done.',
      pt: 'É antes de o caso ser aberto. Indique o dia até ao qual se deve fazer.',
    });
  check.done();
}

/** @throws ProblemError NOT_FOUND, INVALID_INPUT for a need of another case, or a colleague who does not see this one */
export async function assertLinks(
  work: Work,
  record: Case,
  { needId, responsibleId }: Values<PlannedAction>,
  path: Path,
): Promise<void> {
  if (needId) {
    const at = [...path, 'needId'];
    const need = await work.load(ServiceNeed, needId, { right: 'read', path: at });
    if (need.caseId !== record.id || need.voidedAt) throw ofAnotherCase(at);
  }
  if (responsibleId) await assertResponsible(work, record, responsibleId, [...path, 'responsibleId']);
}

const ofAnotherCase = (path: Path) =>
  problem(
    'INVALID_INPUT',
    'The need is of another case, or was taken out. Name one of this case, or leave it out.',
    'A necessidade é de outro caso, ou foi retirada. Indique uma deste caso, ou não indique nenhuma.',
    path,
  );
