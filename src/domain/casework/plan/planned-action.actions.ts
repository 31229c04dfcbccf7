/** What is planned for a survivor: added, changed, done, dropped, taken up again. */
import { field, one } from '../../../model/input';
import { changing, making, type Changing } from '../../../model/action-input';
import { action } from '../../../writing/action';
import { InputCheck } from '../../../writing/input';
import { notTomorrow } from '../../../writing/moments';
import type { Values, Work } from '../../../writing/work';
import { reason } from '../case/case-note.inputs';
import { Case } from '../case/case.entity';
import { caseLifecycle, same as caseStays, unfinished } from '../case/case.lifecycle';
import { caseToAddTo, inCase, keepReason } from '../case/case.step';
import { assertNotBefore } from '../incident/incident.beginning';
import { PlannedAction, PlannedActionText } from './planned-action.entity';
import { newPlannedAction, plannedActionWords } from './planned-action.inputs';
import { plannedActionLifecycle, same } from './planned-action.lifecycle';
import { assertDue, assertLinks, forWhat, keepWords, plan } from './planned-action.planning';

/** What came of it can be said when the case is closed as well. */
const said = caseLifecycle.on({ from: [...unfinished, 'CLOSED'], to: caseStays });
const worked = caseLifecycle.on({ from: unfinished, to: caseStays });

action(
  {
    name: 'planAction',
    of: PlannedAction,
    label: { en: 'plan something', pt: 'planear algo' },
    description: 'Adds something to the safety plan or the action plan of a case.',
    duty: 'caseWork',
    input: making(PlannedAction, {
      description: 'What adding something to a plan takes.',
      like: newPlannedAction,
      fields: { caseId: field({ type: 'uuid', of: () => Case, description: 'The case.' }) },
    }),
    steps: [plannedActionLifecycle.on({ from: [], to: 'PLANNED' }), worked],
  },
  async (work, { caseId, ...told }) => {
    const record = await caseToAddTo(work, caseId);
    return plan(work, record, told, []);
  },
);

action(
  {
    name: 'updatePlannedAction',
    of: PlannedAction,
    label: { en: 'change what is planned', pt: 'alterar o que está planeado' },
    description: 'Changes what is planned, or corrects it.',
    duty: 'caseWork',
    input: changing(PlannedAction, {
      description: 'What changing something planned takes; what is left out stays as it is.',
      fields: { words: one(plannedActionWords, { nullable: true, description: 'What is to be done.' }) },
    }),
    steps: [plannedActionLifecycle.on({ from: ['PLANNED', 'DONE', 'DROPPED'], to: same }), said],
  },
  async (work, { id, expectedVersion, values, words }) => {
    const { record: held, of } = await inCase(work, PlannedAction, id, { expectedVersion });
    plannedActionLifecycle.step(held.status, work.action, undefined);
    assertDue(values.dueOn, work.day(of.openedAt), []);
    checkDone(work, { ...held, ...values });
    await assertLinks(work, of, values, []);
    if (values.needId === null && !words) await assertSpoken(work, id);
    await work.update(PlannedAction, held, { ...values, ...untold(held, values) });
    if (words) await keepWords(work, of, id, words.values);
    return id;
  },
);

/** What is for no need says what it is. @throws ProblemError INVALID_INPUT */
async function assertSpoken(work: Work, plannedActionId: string): Promise<void> {
  const check = new InputCheck();
  if ((await work.find(PlannedActionText, { plannedActionId })).length === 0) check.refuse(['needId'], forWhat);
  check.done();
}

/** Whoever sees to it now, or until another day, is told anew when that day is over. */
const untold = (held: PlannedAction, { dueOn, responsibleId }: Values<PlannedAction>): Values<PlannedAction> =>
  (dueOn !== undefined && dueOn !== held.dueOn) || (responsibleId !== undefined && responsibleId !== held.responsibleId)
    ? { overdueToldAt: null }
    : {};

/** @throws ProblemError INVALID_INPUT */
function checkDone(work: Work, { status, doneOn }: Pick<PlannedAction, 'status' | 'doneOn'>): void {
  const check = new InputCheck();
  notTomorrow(check, doneOn, work.day(), ['doneOn']);
  if (status === 'DONE' && !doneOn)
    check.refuse(['doneOn'], { en: 'Say on which day it was done.', pt: 'Diga em que dia foi feito.' });
  if (status !== 'DONE' && doneOn)
    check.refuse(['doneOn'], {
      en: 'It is not done. Leave the day out, or record that it was done.',
      pt: 'Não está feito. Retire o dia, ou registe que foi feito.',
    });
  check.done();
}

async function step(work: Work, { id, expectedVersion }: Changing, changes: Values<PlannedAction>): Promise<Case> {
  const { record: held, of } = await inCase(work, PlannedAction, id, { expectedVersion });
  const status = plannedActionLifecycle.step(held.status, work.action, undefined);
  checkDone(work, { status, doneOn: changes.doneOn ?? null });
  await assertNotBefore(work, of.id, changes.doneOn, ['doneOn']);
  await work.update(PlannedAction, held, { ...changes, status });
  return of;
}

action(
  {
    name: 'completePlannedAction',
    of: PlannedAction,
    label: { en: 'record that it was done', pt: 'registar que foi feito' },
    description: 'Records that what was planned is done; also of what was dropped, and was done all the same.',
    duty: 'caseWork',
    input: changing(PlannedAction, {
      description: 'What recording that something planned was done takes; today unless said otherwise.',
    }),
    steps: [plannedActionLifecycle.on({ from: ['PLANNED', 'DROPPED'], to: 'DONE' }), said],
  },
  async (work, input) => {
    await step(work, input, { doneOn: input.values.doneOn ?? work.day() });
    return input.id;
  },
);

action(
  {
    name: 'dropPlannedAction',
    of: PlannedAction,
    label: { en: 'drop what is planned', pt: 'abandonar o que está planeado' },
    description: 'Records that what was planned is not done any more.',
    duty: 'caseWork',
    input: changing(PlannedAction, {
      description: 'What dropping something planned takes.',
      fields: { reason },
    }),
    steps: [plannedActionLifecycle.on({ from: ['PLANNED'], to: 'DROPPED' }), said],
  },
  async (work, input) => {
    await keepReason(work, await step(work, input, {}), input.reason);
    return input.id;
  },
);

action(
  {
    name: 'reopenPlannedAction',
    of: PlannedAction,
    label: { en: 'plan it again', pt: 'planeá-lo de novo' },
    description: 'Plans again what was done or dropped.',
    duty: 'caseWork',
    input: changing(PlannedAction, { description: 'What planning something again takes.' }),
    steps: [plannedActionLifecycle.on({ from: ['DONE', 'DROPPED'], to: 'PLANNED' }), worked],
  },
  async (work, input) => {
    await step(work, input, { doneOn: null, overdueToldAt: null });
    return input.id;
  },
);
