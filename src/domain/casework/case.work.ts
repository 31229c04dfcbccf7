/** Everyday changes to a case: its fields, its owner, its notes. */
import { InputCheck } from '../../writing/input';
import type { Work } from '../../writing/work';
import { problem } from '../../base/problem';
import type { Role } from '../../base/names';
import { scopeOf } from '../../policy/rights';
import { StaffMember } from '../organisation/staff-member.entity';
import { checkAgainstCountry, checkSurvivor } from './survivor.checks';
import { addSurvivor } from './survivor.recording';
import { taken } from '../../writing/taken';
import { addNote, takeStep } from './case.step';
import { Case } from './case.entity';
import type { AddCaseNoteInput, AssignCaseInput, UpdateCaseInput } from './case.inputs';
import { caseLifecycle } from './case.lifecycle';

export async function updateCase(work: Work, input: UpdateCaseInput): Promise<string> {
  const { survivor } = input;
  const record = await work.load(Case, input.id, { expectedVersion: input.expectedVersion });
  checkUpdate(input, record);
  if (survivor) await checkAgainstCountry(work, survivor, ['survivor']);
  // The key that seals the draft becomes the survivor's.
  const survivorId = survivor ? await addSurvivor(work, survivor, record.dataKeyId) : undefined;
  await takeStep(
    work,
    record,
    'updateCase',
    {},
    {
      ...taken<Case>(input, ['riskLevel', 'priority', 'source', 'registeredAtOffice', 'anonymous']),
      survivorId,
    },
  );
  return record.id;
}

/** Whose the case is can be settled as long as it is a draft. */
function checkUpdate({ survivor, anonymous }: UpdateCaseInput, { status, ...record }: Case): void {
  const check = new InputCheck();
  const settled = status !== 'DRAFT';
  if (settled && anonymous !== undefined && anonymous !== record.anonymous) check.refuse(['anonymous'], onlyDraft);
  if (survivor && (settled || record.survivorId !== null)) check.refuse(['survivor'], onlyDraft);
  if (anonymous && (survivor || record.survivorId !== null)) check.refuse(['anonymous'], survivorKnown);
  if (survivor && anonymous === undefined && record.anonymous) check.refuse(['anonymous'], survivorKnown);
  if (survivor) checkSurvivor(check, survivor, ['survivor']);
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

/** Gives the case to a colleague who can work on it. */
export async function assignCase(work: Work, input: AssignCaseInput): Promise<string> {
  const path = ['ownerId'];
  const [record, owner] = await Promise.all([
    work.load(Case, input.id, { expectedVersion: input.expectedVersion }),
    work.load(StaffMember, input.ownerId, { right: 'read', path }),
  ]);
  const able = scopeOf(owner.role as Role, 'CASE_OPERATIONS', 'write') !== null;
  if (!owner.active || !able || owner.organisationId !== record.organisationId) {
    throw problem(
      'INVALID_INPUT',
      'This colleague cannot work on the case: it takes an active account of the organisation whose role works on cases.',
      'Este colega não pode trabalhar no caso: é preciso uma conta activa da organização cuja função trabalhe em casos.',
      path,
    );
  }
  await takeStep(work, record, 'assignCase', {}, { ownerId: owner.id });
  return record.id;
}

export async function addCaseNote(work: Work, input: AddCaseNoteInput): Promise<string> {
  const record = await work.load(Case, input.caseId, { path: ['caseId'] });
  caseLifecycle.step(record.status, 'addCaseNote', {});
  const kind = input.kind ?? 'NOTE';
  if (kind === 'STEP_REASON') {
    throw problem(
      'INVALID_INPUT',
      'Reasons are noted with their step. Take NOTE or SAFETY_PLAN.',
      'Os motivos são anotados com o respectivo passo. Use NOTE ou SAFETY_PLAN.',
      ['kind'],
    );
  }
  return addNote(work, record, kind, input.text, input.id ?? undefined);
}
