/** Who sees to it that something planned is done: a colleague who has the case, and what follows when they have it no longer. */
import type { Role } from '../../../base/names';
import { problem } from '../../../base/problem';
import { hasDuty, scopesOf } from '../../../policy/rights';
import type { Path } from '../../../writing/input';
import type { Work } from '../../../writing/work';
import type { StaffMember } from '../../organisation/staff-member.entity';
import { CaseMember } from '../case/case-member.entity';
import type { Case } from '../case/case.entity';
import { ableColleague, worksOnCases } from '../colleague/colleague.able';
import { PlannedAction } from './planned-action.entity';

type Held = Pick<
  Case,
  'id' | 'organisationId' | 'ownerId' | 'createdById' | 'restrictedAt' | 'status' | 'outsideSupervisorId'
>;

/** @throws ProblemError NOT_FOUND, INVALID_INPUT for who cannot work on the case, or does not see it */
export async function assertResponsible(work: Work, record: Held, id: string, path: Path): Promise<void> {
  const colleague = await ableColleague(work, id, record.organisationId, path);
  if (await hasCase(work, record, colleague)) return;
  throw problem(
    'INVALID_INPUT',
    'This colleague does not see the case. Assign the case to them, or name somebody who sees it.',
    'Este colega não vê o caso. Atribua-lhe o caso, ou indique alguém que o veja.',
    path,
  );
}

/** Whether a colleague works on the case and sees it. */
export async function hasCase(work: Work, record: Held, colleague: StaffMember): Promise<boolean> {
  const { id, active, organisationId } = colleague;
  const role = colleague.role as Role;
  if (!active || !worksOnCases(role) || organisationId !== record.organisationId) return false;
  const isOwn = id === record.ownerId || id === record.createdById;
  const begins = record.status === 'DRAFT' && !hasDuty('supervision', role);
  const isTheirs = !begins && scopesOf(role, 'CASE_OPERATIONS', 'read').includes('organisation');
  if (!record.restrictedAt) return isOwn || isTheirs;
  return (await work.find(CaseMember, { caseId: record.id, memberId: id, endedAt: null })).length > 0;
}

/** What a colleague was to see to in a case passes on, or to whoever has the case. */
export async function passActions(work: Work, caseId: string, from: string | null, to: string | null): Promise<void> {
  if (from === null) return;
  for (const one of await work.find(PlannedAction, { caseId, responsibleId: from, status: 'PLANNED' }, true))
    await work.update(PlannedAction, one, { responsibleId: to });
}

/** Nobody of the organisation that a case came from sees to anything in it. */
export async function releaseActions(work: Work, caseId: string): Promise<void> {
  for (const one of await work.find(PlannedAction, { caseId, status: 'PLANNED' }, true))
    if (one.responsibleId !== null) await work.update(PlannedAction, one, { responsibleId: null });
}
