/** Everyday changes to a case: its fields, its owner, its notes. */
import { problem } from '../../../base/problem';
import { field, one, type InputOf } from '../../../model/input';
import { changing, making } from '../../../model/action-input';
import { action } from '../../../writing/action';
import { InputCheck } from '../../../writing/input';
import { inOneRound } from '../../../writing/one-round';
import type { Work } from '../../../writing/work';
import { StaffMember } from '../../organisation/staff-member.entity';
import { CaseNote } from './case-note.entity';
import { Case } from './case.entity';
import { endsSoon } from './case.draft';
import { caseLifecycle, same, unfinished } from './case.lifecycle';
import { admit } from './case.members';
import { restrict } from './case.restriction';
import { addNote, caseToAddTo, inCase, takeStep } from './case.step';
import { ableColleague, release } from '../colleague/colleague.able';
import { passOnOfShut } from '../colleague/colleague.passing-on';
import { followOwner } from '../follow-up/follow-up.people';
import { isMinor } from '../consent/consent.guardian';
import { overseers, tell } from '../notice/notice.sending';
import { recordedAge } from '../survivor/survivor.age';
import { checkAgainstCountry, checkNewSurvivor } from '../survivor/survivor.checks';
import { newSurvivor, toldAge } from '../survivor/survivor.inputs';
import { addSurvivor } from '../survivor/survivor.recording';

const update = changing(Case, {
  description: 'What changing a case takes; what is left out stays as it is.',
  fields: { survivor: one(newSurvivor, { nullable: true, description: 'The survivor of a draft that had none.' }) },
});

action(
  {
    name: 'updateCase',
    of: Case,
    label: { en: 'change the case', pt: 'alterar o caso' },
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
  en: 'Only a draft without a survivor can be given one, or be made anonymous. To change survivors, correct what is recorded of them.',
  pt: 'Só um rascunho sem pessoa sobrevivente pode receber uma ou tornar-se anónimo. Para alterar uma pessoa sobrevivente, corrija o que está registado dela.',
};
const survivorKnown = {
  en: 'A case with a survivor on record is not anonymous: say that it is not, or leave the survivor out.',
  pt: 'Um caso com pessoa sobrevivente registada não é anónimo: diga que não o é, ou retire a pessoa sobrevivente.',
};

action(
  {
    name: 'assignCase',
    of: Case,
    label: { en: 'assign the case to a colleague', pt: 'atribuir o caso a um colega' },
    description: 'Assigns a case to a colleague of the organisation.',
    duty: 'caseManagement',
    input: changing(Case, { description: 'What assigning a case takes.', relies: ['ownerId'] }),
    steps: [caseLifecycle.on({ from: unfinished, to: same })],
  },
  async (work, { id, expectedVersion, values }) => {
    const path = ['ownerId'];
    const [record] = await inOneRound([
      work.load(Case, id, { expectedVersion }),
      work.load(StaffMember, values.ownerId, { right: 'read', path }),
    ]);
    const { ownerId: formerId } = record;
    const owner = await ableColleague(work, values.ownerId, record.organisationId, path);
    if (record.restrictedAt) await admit(work, record, owner, path);
    await takeStep(work, record, values);
    if (formerId !== owner.id) {
      await followOwner(work, record, formerId);
      await tellOfOwner(work, record, formerId);
      await passOnOfShut(work, record);
    }
    // Who had it before was warned.
    if (endsSoon(record)) await tell(work, 'DRAFT_EXPIRES', [owner.id], record);
    return id;
  },
);

/** Who has it now is told; and that a case went from one colleague to another, who had it and who supervises. */
async function tellOfOwner(work: Work, record: Case, formerId: string | null): Promise<void> {
  await tell(work, 'CASE_ASSIGNED', [record.ownerId], record);
  if (formerId === null) return;
  const supervisors = await overseers(work, record);
  const told = [formerId, ...supervisors].filter((one) => one !== record.ownerId);
  await tell(work, 'CASE_TAKEN_OVER', told, record, record.ownerId);
  await release(work, record, formerId);
}

action(
  {
    name: 'addCaseNote',
    of: CaseNote,
    label: { en: 'add a note', pt: 'acrescentar uma nota' },
    description: 'Adds a note or a safety plan to a case.',
    input: making(CaseNote, {
      description: 'What adding a note to a case takes.',
      relies: ['text'],
      fields: { caseId: field({ type: 'uuid', of: () => Case, description: 'The case.' }) },
    }),
    steps: [caseLifecycle.on({ from: [...unfinished, 'CLOSED'], to: same })],
  },
  async (work, { id, caseId, values: { kind = 'NOTE', text } }) => {
    const record = await caseToAddTo(work, caseId);
    if (kind === 'STEP_REASON') {
      throw problem(
        'INVALID_INPUT',
        'Reasons are noted with their step. Choose a note or a safety plan.',
        'Os motivos são anotados com o respectivo passo. Escolha uma nota ou um plano de segurança.',
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
    label: { en: 'amend a note', pt: 'emendar uma nota' },
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
