/** Everyday changes to a case: its fields, its owner, its notes. */
import { problem } from '../../base/problem';
import type { Role } from '../../base/names';
import { field, one, type InputOf } from '../../model/input';
import { changing, making } from '../../model/action-input';
import { mayUse } from '../../policy/rights';
import { action } from '../../writing/action';
import { InputCheck } from '../../writing/input';
import { inOneRound } from '../../writing/one-round';
import { StaffMember } from '../organisation/staff-member.entity';
import { CaseNote } from './case-note.entity';
import { Case } from './case.entity';
import { caseLifecycle, same, unfinished } from './case.lifecycle';
import { admit, notAble, restrict } from './case.restriction';
import { addNote, assertNotClosedOff, inCase, takeStep } from './case.step';
import { isMinor } from './consent.guardian';
import { recordedAge } from './survivor.age';
import { checkAgainstCountry, checkNewSurvivor } from './survivor.checks';
import { newSurvivor, toldAge } from './survivor.inputs';
import { addSurvivor } from './survivor.recording';

const update = changing(Case, {
  description: 'What changing a case takes; what is left out stays as it is.',
  fields: { survivor: one(newSurvivor, { nullable: true, description: 'The survivor of a draft that had none.' }) },
});

action(
  {
    name: 'updateCase',
    of: Case,
    description: 'Changes a case that is being worked on.',
    duty: 'caseWork',
    input: update,
    steps: [caseLifecycle.on({ from: unfinished, to: same })],
  },
  async (work, input) => {
    const { id, expectedVersion, values, survivor } = input;
    const record = await work.load(Case, id, { expectedVersion });
    checkUpdate(input, record, work.day());
    if (survivor) await checkAgainstCountry(work, survivor, ['survivor']);
    // The key that seals the draft becomes the survivor's.
    const survivorId = survivor ? await addSurvivor(work, survivor, record.dataKeyId) : undefined;
    await takeStep(work, record, { ...values, survivorId });
    if (survivor && isMinor(recordedAge(toldAge(survivor), {}, work.day()).ageBand ?? 'UNKNOWN'))
      await restrict(work, record, 'MINOR');
    return id;
  },
);

/** Whose the case is can be settled as long as it is a draft. */
function checkUpdate(
  { survivor, values }: InputOf<ReturnType<typeof update>>,
  { status, ...record }: Case,
  today: string,
): void {
  const check = new InputCheck();
  const { anonymous } = values;
  const settled = status !== 'DRAFT';
  if (settled && anonymous !== undefined && anonymous !== record.anonymous) check.refuse(['anonymous'], onlyDraft);
  if (survivor && (settled || record.survivorId !== null)) check.refuse(['survivor'], onlyDraft);
  if (anonymous && (survivor || record.survivorId !== null)) check.refuse(['anonymous'], survivorKnown);
  if (survivor && anonymous === undefined && record.anonymous) check.refuse(['anonymous'], survivorKnown);
  if (survivor) checkNewSurvivor(check, survivor, today, ['survivor']);
  check.done();
}

const onlyDraft = {
  en: 'Only a draft without a survivor can be given one, or be made anonymous. Change survivors with updateSurvivor.',
  pt: 'Só um rascunho sem sobrevivente pode receber uma ou tornar-se anónimo. Altere sobreviventes com updateSurvivor.',
};
const survivorKnown = {
  en: 'A case with a survivor on record is not anonymous: set anonymous to false, or leave the survivor out.',
  pt: 'Um caso com sobrevivente registada não é anónimo: ponha anonymous como falso ou retire a sobrevivente.',
};

action(
  {
    name: 'assignCase',
    of: Case,
    description: 'Assigns a case to a colleague of the organisation.',
    duty: 'caseManagement',
    input: changing(Case, { description: 'What assigning a case takes.', relies: ['ownerId'] }),
    steps: [caseLifecycle.on({ from: unfinished, to: same })],
  },
  async (work, { id, expectedVersion, values }) => {
    const path = ['ownerId'];
    const [record, owner] = await inOneRound([
      work.load(Case, id, { expectedVersion }),
      work.load(StaffMember, values.ownerId, { right: 'read', path }),
    ]);
    const able = mayUse(owner.role as Role, 'CASE_OPERATIONS', 'write');
    if (!owner.active || !able || owner.organisationId !== record.organisationId) throw notAble(path);
    if (record.restrictedAt) await admit(work, record, owner.id, path);
    await takeStep(work, record, values);
    return id;
  },
);

action(
  {
    name: 'addCaseNote',
    of: CaseNote,
    description: 'Adds a note or a safety plan to a case.',
    input: making(CaseNote, {
      description: 'What adding a note to a case takes.',
      relies: ['text'],
      fields: { caseId: field({ type: 'uuid', of: () => Case, description: 'The case.' }) },
    }),
    steps: [caseLifecycle.on({ from: [...unfinished, 'CLOSED'], to: same })],
  },
  async (work, { id, caseId, values: { kind = 'NOTE', text } }) => {
    const record = await work.load(Case, caseId, { path: ['caseId'] });
    assertNotClosedOff(record);
    caseLifecycle.step(record.status, work.action, {});
    if (kind === 'STEP_REASON') {
      throw problem(
        'INVALID_INPUT',
        'Reasons are noted with their step. Take NOTE or SAFETY_PLAN.',
        'Os motivos são anotados com o respectivo passo. Use NOTE ou SAFETY_PLAN.',
        ['kind'],
      );
    }
    return addNote(work, record, kind, text, id);
  },
);

action(
  {
    name: 'amendCaseNote',
    of: CaseNote,
    description: 'Amends a note; the earlier text stays in its history, sealed.',
    input: changing(CaseNote, { description: 'What amending a note takes.', relies: ['text'] }),
    steps: [caseLifecycle.on({ from: [...unfinished, 'CLOSED'], to: same })],
  },
  async (work, { id, expectedVersion, values: { text } }) => {
    const { record: note } = await inCase(work, CaseNote, id, { expectedVersion });
    await work.update(CaseNote, note, { text });
    return id;
  },
);
