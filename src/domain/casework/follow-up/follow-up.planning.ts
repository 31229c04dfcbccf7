/** Planning a follow-up, and what becomes of the plan: moved, given to somebody else, cancelled. */
import { changing, making } from '../../../model/action-input';
import { action } from '../../../writing/action';
import { InputCheck } from '../../../writing/input';
import { Case } from '../case/case.entity';
import { caseLifecycle, open, same as caseStays } from '../case/case.lifecycle';
import { assertNotClosedOff, inCase, nextStatus } from '../case/case.step';
import { againstContact } from './follow-up.contact';
import { refreshDue } from './follow-up.due';
import { FollowUp } from './follow-up.entity';
import { checkDue, checkMoved, keepNote, note, plan } from './follow-up.inputs';
import { contactAgreed, followUpLifecycle, same } from './follow-up.lifecycle';
import { assertHasCase, assertOurs, tellOfFollowUp } from './follow-up.people';

const worked = () => caseLifecycle.on({ from: open, to: caseStays });

/** What was told of its being overdue counts no more. */
const dueAnew = { overdueToldAt: null, overseersToldAt: null };

action(
  {
    name: 'planFollowUp',
    of: FollowUp,
    label: { en: 'plan a follow-up', pt: 'planear um seguimento' },
    description:
      'Plans a follow-up of an open case. What contacts the survivor takes their consent to it, and has to be the safe way that they named.',
    duty: 'caseWork',
    input: making(FollowUp, {
      description: 'What planning a follow-up takes.',
      relies: ['caseId', 'type', 'dueAt'],
      fields: { note },
    }),
    steps: [worked(), followUpLifecycle.on({ from: [], to: 'PLANNED', guards: [contactAgreed] })],
  },
  async (work, { id, values, note: told }) => {
    const check = new InputCheck();
    checkDue(check, values.dueAt, ['dueAt']);
    check.done();
    const record = await work.load(Case, values.caseId, { path: ['caseId'] });
    assertOurs(work, record);
    assertNotClosedOff(record);
    await nextStatus(work, record);
    const contact = await againstContact(work, record, values);
    const status = followUpLifecycle.step(null, work.action, { contact });
    const followUpId = await plan(work, record, { ...values, id, status });
    await keepNote(work, record, followUpId, told);
    refreshDue(work, record.id);
    return followUpId;
  },
);

action(
  {
    name: 'moveFollowUp',
    of: FollowUp,
    label: { en: 'move the follow-up', pt: 'mudar a data do seguimento' },
    description: 'Moves a planned follow-up to another time, today or later.',
    duty: 'caseWork',
    input: changing(FollowUp, { description: 'What moving a follow-up takes.', relies: ['dueAt', 'movedReason'] }),
    steps: [worked(), followUpLifecycle.on({ from: ['PLANNED'], to: same, guards: [contactAgreed] })],
  },
  async (work, { id, expectedVersion, values }) => {
    const check = new InputCheck();
    checkMoved(work, check, values.dueAt);
    check.done();
    const { record, of } = await inCase(work, FollowUp, id, { expectedVersion });
    const contact = await againstContact(work, of, record, ['id']);
    const status = followUpLifecycle.step(record.status, work.action, { contact });
    await work.update(FollowUp, record, { ...values, ...dueAnew, status });
    return id;
  },
);

action(
  {
    name: 'assignFollowUp',
    of: FollowUp,
    label: { en: 'give the follow-up to a colleague', pt: 'entregar o seguimento a um colega' },
    description: 'Gives a planned follow-up to a colleague to whom the case is open.',
    duty: 'caseManagement',
    input: changing(FollowUp, {
      description: 'What giving a follow-up to a colleague takes.',
      relies: ['responsibleId'],
    }),
    steps: [worked(), followUpLifecycle.on({ from: ['PLANNED'], to: same })],
  },
  async (work, { id, expectedVersion, values }) => {
    const { record, of } = await inCase(work, FollowUp, id, { expectedVersion });
    const status = followUpLifecycle.step(record.status, work.action, {});
    await assertHasCase(work, of, values.responsibleId);
    await work.update(FollowUp, record, { ...values, ...dueAnew, status });
    await tellOfFollowUp(work, of, values.responsibleId);
    return id;
  },
);

action(
  {
    name: 'cancelFollowUp',
    of: FollowUp,
    label: { en: 'cancel the follow-up', pt: 'cancelar o seguimento' },
    description: 'Cancels a planned follow-up.',
    duty: 'caseWork',
    input: changing(FollowUp, {
      description: 'What cancelling a follow-up takes.',
      relies: ['cancelledReason'],
      fields: { note },
    }),
    steps: [worked(), followUpLifecycle.on({ from: ['PLANNED'], to: 'CANCELLED' })],
  },
  async (work, { id, expectedVersion, values, note: told }) => {
    const { record, of } = await inCase(work, FollowUp, id, { expectedVersion });
    const status = followUpLifecycle.step(record.status, work.action, {});
    await work.update(FollowUp, record, { ...values, status });
    await keepNote(work, of, id, told);
    refreshDue(work, of.id);
    return id;
  },
);
