/** Who is to do a follow-up: a colleague to whom the case is open, since only they can read how contact is safe. */
import { problem } from '../../../base/problem';
import type { Path } from '../../../writing/input';
import { asSystem } from '../../../writing/system-write';
import type { Work } from '../../../writing/work';
import { StaffMember } from '../../organisation/staff-member.entity';
import type { Case } from '../case/case.entity';
import { hasCase } from '../colleague/colleague.holding';
import { tell } from '../notice/notice.sending';
import { FollowUp } from './follow-up.entity';

/**
 * Who is accused in the case is refused as anybody is to whom it is not open: nobody learns who it is.
 * @throws ProblemError NOT_FOUND, INVALID_INPUT
 */
export async function assertHasCase(
  work: Work,
  { id: caseId }: Pick<Case, 'id'>,
  responsibleId: string,
  path: Path = ['responsibleId'],
): Promise<void> {
  if (responsibleId === work.actor.accountId) return;
  await work.load(StaffMember, responsibleId, { right: 'read', path });
  const [colleague] = await work.find(StaffMember, { id: responsibleId }, true);
  if (colleague && (await hasCase(work, caseId, colleague))) return;
  throw problem(
    'INVALID_INPUT',
    'This colleague does not have the case: it takes an active colleague who works on cases and to whom this one is open. Assign the case first, or choose somebody who has it.',
    'Este colega não tem o caso: é preciso um colega activo que trabalhe em casos e a quem este esteja aberto. Atribua primeiro o caso, ou escolha alguém que o tenha.',
    path,
  );
}

/** Whoever is to do something hears of it. */
export const tellOfFollowUp = (work: Work, record: Case, responsibleId: string | null): Promise<void> =>
  tell(work, 'FOLLOW_UP_ASSIGNED', [responsibleId], record);

/** Whoever supervises a case from another organisation sees what is planned, and follows nobody up. @throws ProblemError */
export function assertOurs(work: Work, { organisationId }: Pick<Case, 'organisationId'>): void {
  if (organisationId === work.actor.organisationId) return;
  throw problem(
    'NOT_ALLOWED',
    'The case is another organisation’s, which you supervise it for: its own colleagues follow the survivor up. Ask who has the case.',
    'O caso é de outra organização, para a qual o supervisiona: são os colegas de lá que fazem o seguimento. Fale com quem tem o caso.',
    ['caseId'],
  );
}

const handedOn = asSystem(FollowUp, 'What a colleague was to do in a case goes to whoever has the case now.');

/** What is planned in a case goes to whoever has it now: all of it, or what one colleague was to do. */
export async function followOwner(work: Work, { id: caseId, ownerId }: Case, formerId?: string | null): Promise<void> {
  const all = await work.find(FollowUp, { caseId, status: 'PLANNED', voidedAt: null }, true);
  const theirs = all.filter(({ responsibleId }) => formerId === undefined || responsibleId === formerId);
  for (const one of theirs.filter(({ responsibleId }) => responsibleId !== ownerId))
    await work.update(FollowUp, one, { responsibleId: ownerId }, { as: handedOn });
}
