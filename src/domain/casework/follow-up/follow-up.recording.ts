/** Recording what was done, planned before or not, and correcting what was recorded. */
import { changing, making, type Changing } from '../../../model/action-input';
import { stepName } from '../../../model/lifecycle';
import { action } from '../../../writing/action';
import { InputCheck } from '../../../writing/input';
import { now } from '../../../writing/moments';
import type { Values, Work } from '../../../writing/work';
import { Case } from '../case/case.entity';
import { caseLifecycle, open, same as caseStays, toldOf } from '../case/case.lifecycle';
import { assertNotClosedOff, inCase, nextStatus } from '../case/case.step';
import { againstContact } from './follow-up.contact';
import { refreshDue } from './follow-up.due';
import { assertNotBefore } from '../incident/incident.beginning';
import { FollowUp } from './follow-up.entity';
import { assertReferral, checkDone, keepNote, next, note, planNext, type NextFollowUp } from './follow-up.inputs';
import { contactAgreed, followUpLifecycle, NEXT, recorded, same, UNREACHED } from './follow-up.lifecycle';
import { assertHasCase, assertOurs } from './follow-up.people';

/** With what is recorded the next follow-up can be planned. */
const withNext = () => followUpLifecycle.on({ variant: NEXT, from: [], to: 'PLANNED', guards: [contactAgreed] });

/** Also of a closed case: the survivor may come back, or a hearing take place, when our work has ended. */
action(
  {
    name: 'recordFollowUp',
    of: FollowUp,
    label: { en: 'record a follow-up that was done', pt: 'registar um seguimento feito' },
    description:
      'Records a follow-up that was done without having been planned, or tried (outcome NO_CONTACT); the next one can be planned with it, where the case is open.',
    duty: 'caseWork',
    input: making(FollowUp, {
      description: 'What recording a follow-up takes.',
      relies: ['caseId', 'type', 'outcome'],
      fields: { note, nextFollowUp: next },
    }),
    steps: [
      caseLifecycle.on({ from: [...open, 'CLOSED'], to: caseStays }),
      followUpLifecycle.on({ from: [], to: 'DONE', guards: [contactAgreed] }),
      followUpLifecycle.on({ variant: UNREACHED, from: [], to: 'NOT_REACHED', guards: [contactAgreed] }),
      withNext(),
    ],
  },
  async (work, { id, values, note: told, nextFollowUp: after }) => {
    const check = new InputCheck();
    checkDone(check, values);
    check.done();
    const record = await work.load(Case, values.caseId, { path: ['caseId'] });
    assertOurs(work, record);
    assertNotClosedOff(record);
    await nextStatus(work, record);
    await assertNotBefore(work, record.id, values.doneAt, ['doneAt']);
    // Nothing is planned in a case that is closed.
    if (after) await nextStatus(work, record, {}, 'planFollowUp');
    const { doneAt = now(), responsibleId = work.actor.accountId } = values;
    const contact = await againstContact(work, record, { ...values, at: doneAt });
    const step = values.outcome === 'NO_CONTACT' ? stepName(work.action, UNREACHED) : work.action;
    const status = followUpLifecycle.step(null, step, { contact });
    await assertReferral(work, record.id, values.referralId);
    if (responsibleId) await assertHasCase(work, record, responsibleId);
    const done = { ...values, doneAt: doneAt ?? now(), responsibleId, status };
    const followUpId = await work.insert(FollowUp, { ...done, id });
    await keepNote(work, record, followUpId, told);
    await planNext(work, record, { id: followUpId, referralId: values.referralId ?? null }, after);
    refreshDue(work, record.id);
    return followUpId;
  },
);

interface Recorded extends Changing {
  readonly values: Values<FollowUp>;
  readonly note?: { readonly values: { readonly text: string } } | null;
  readonly nextFollowUp?: NextFollowUp | null;
}

/** Records what came of a planned one. */
async function complete(
  work: Work,
  { id, expectedVersion, values, note: told, nextFollowUp: after }: Recorded,
): Promise<string> {
  const { record, of } = await inCase(work, FollowUp, id, { expectedVersion });
  const status = followUpLifecycle.step(record.status, work.action, {});
  const check = new InputCheck();
  checkDone(check, { referralId: record.referralId, ...values });
  if (status === 'DONE' && values.outcome === 'NO_CONTACT') check.refuse(['outcome'], unreached);
  check.done();
  const { doneAt } = values;
  await assertNotBefore(work, of.id, doneAt, ['doneAt']);
  await work.update(FollowUp, record, { ...values, doneAt: doneAt ?? now(), status });
  await keepNote(work, of, id, told);
  await planNext(work, of, record, after);
  refreshDue(work, of.id);
  return id;
}

const unreached = {
  en: 'A follow-up in which nobody was reached was not done: record that nobody was reached, with the next try.',
  pt: 'Um seguimento em que não se encontrou ninguém não foi feito: registe que não se encontrou ninguém, com a próxima tentativa.',
};

action(
  {
    name: 'completeFollowUp',
    of: FollowUp,
    label: { en: 'record that the follow-up was done', pt: 'registar que o seguimento foi feito' },
    description: 'Records what came of a planned follow-up; the next one can be planned with it.',
    duty: 'caseWork',
    input: changing(FollowUp, {
      description: 'What recording that a planned follow-up was done takes.',
      relies: ['outcome'],
      fields: { note, nextFollowUp: next },
    }),
    steps: [
      caseLifecycle.on({ from: open, to: caseStays }),
      followUpLifecycle.on({ from: ['PLANNED'], to: 'DONE' }),
      withNext(),
    ],
  },
  complete,
);

action(
  {
    name: 'recordFollowUpNotReached',
    of: FollowUp,
    label: { en: 'record that nobody was reached', pt: 'registar que não se encontrou ninguém' },
    description: 'Records that a planned follow-up was tried and nobody was reached, with the next try.',
    duty: 'caseWork',
    input: changing(FollowUp, {
      description: 'What recording that nobody was reached takes.',
      fields: { note, nextFollowUp: next },
    }),
    steps: [
      caseLifecycle.on({ from: open, to: caseStays }),
      followUpLifecycle.on({ from: ['PLANNED'], to: 'NOT_REACHED' }),
      withNext(),
    ],
  },
  (work, input) => complete(work, { ...input, values: { ...input.values, outcome: 'NO_CONTACT' } }),
);

action(
  {
    name: 'updateFollowUp',
    of: FollowUp,
    label: { en: 'correct the follow-up', pt: 'corrigir o seguimento' },
    description: 'Corrects what is recorded of a follow-up; a planned one is moved with moveFollowUp.',
    duty: 'caseWork',
    input: changing(FollowUp, {
      description: 'What correcting a follow-up takes; what is left out stays as it is.',
    }),
    steps: [
      caseLifecycle.on({ from: toldOf, to: caseStays }),
      followUpLifecycle.on({ from: ['PLANNED', ...recorded], to: same, guards: [contactAgreed] }),
    ],
  },
  async (work, { id, expectedVersion, values }) => {
    const { record, of } = await inCase(work, FollowUp, id, { expectedVersion });
    const after = { ...record, ...values };
    const asBefore = after.type === record.type && after.survivorGotInTouch === record.survivorGotInTouch;
    const contact = asBefore ? null : await againstContact(work, of, { ...after, at: after.doneAt });
    const status = followUpLifecycle.step(record.status, work.action, { contact });
    checkCorrection(record, values);
    if (values.referralId !== record.referralId) await assertReferral(work, of.id, values.referralId);
    await work.update(FollowUp, record, { ...values, status });
    refreshDue(work, of.id);
    return id;
  },
);

/** What was planned has no outcome yet; what was done keeps one, and does not become what was only tried. */
function checkCorrection(record: FollowUp, values: Values<FollowUp>): void {
  const check = new InputCheck();
  const { status } = record;
  for (const name of ['outcome', 'doneAt', 'feedback', 'survivorGotInTouch'] as const)
    if (status === 'PLANNED' && values[name]) check.refuse([name], notYet);
  for (const name of ['outcome', 'doneAt'] as const)
    if (status !== 'PLANNED' && values[name] === null) check.refuse([name], needed);
  if (status === 'DONE' && values.outcome === 'NO_CONTACT') check.refuse(['outcome'], anew);
  if (status === 'NOT_REACHED' && values.outcome && values.outcome !== 'NO_CONTACT') check.refuse(['outcome'], anew);
  checkDone(check, { ...record, ...values });
  check.done();
}

const notYet = {
  en: 'It is planned, and was not done yet. Record that it was done first.',
  pt: 'Está planeado, e ainda não foi feito. Registe primeiro que foi feito.',
};
const needed = {
  en: 'A follow-up that was done needs this. Give another value, or leave it as it is.',
  pt: 'Um seguimento que foi feito precisa disto. Indique outro valor, ou deixe-o como está.',
};
const anew = {
  en: 'A follow-up that was done and one in which nobody was reached are two things. Take this one out, as recorded in error, and record the other.',
  pt: 'Um seguimento feito e um em que não se encontrou ninguém são coisas diferentes. Retire este, como registado por engano, e registe o outro.',
};
