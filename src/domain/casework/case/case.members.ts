/** Those to whom a restricted case is open, and who of them supervises it: what every mutation about them keeps to. */
import { problem } from '../../../base/problem';
import { typedNumber } from '../../../base/typed-number';
import { hasDuty } from '../../../policy/rights';
import type { Path } from '../../../writing/input';
import { now } from '../../../writing/moments';
import { asSystem } from '../../../writing/system-write';
import type { Work } from '../../../writing/work';
import { StaffMember } from '../../organisation/staff-member.entity';
import { AccusedColleague, CaseMember } from './case-member.entity';
import { Case } from './case.entity';
import { hasToHave, notAble } from '../colleague/colleague.able';
import { onDuty, tell } from '../notice/notice.sending';
import { caseNumber } from './number-forms';

export const byItself = asSystem(CaseMember, 'Whoever has to have a restricted case is named when it is restricted.');
export const shutting = asSystem(Case, 'An accusation restricts the case, whoever makes it.');
export const supervising = asSystem(
  Case,
  'Who supervises a case from another organisation stands in it, whoever named them, and no longer than needed.',
);

/** Whether somebody approves what others ask for. */
export const isSupervisor = ({ role, active }: Pick<StaffMember, 'role' | 'active'>): boolean =>
  active && hasDuty('supervision', role);

/** Who has to have a restricted case, but for who is accused in it. */
export async function nameMembers(
  work: Work,
  record: Pick<
    Case,
    'id' | 'displayId' | 'restrictedAt' | 'ownerId' | 'createdById' | 'organisationId' | 'restrictionReason'
  >,
  accusedId?: string,
): Promise<void> {
  const colleagues = await work.find(StaffMember, { organisationId: record.organisationId, active: true });
  const staff = colleagues.filter((one) => hasToHave(one, record));
  const actor = record.organisationId === work.actor.organisationId ? work.byId : null;
  const wanted = [record.createdById, record.ownerId, actor, ...staff.map(({ id }) => id)];
  const members = new Set(wanted.filter((id): id is string => id !== null && id !== accusedId));
  const rows = [...members].map((memberId) => ({ caseId: record.id, memberId }));
  await work.insertAll(CaseMember, rows, { as: byItself });
  await tell(work, 'CASE_RESTRICTED', [...members], record);
}

/** Those to whom a restricted case is open just now. */
const membersOf = async (work: Work, caseId: string): Promise<string[]> =>
  (await work.find(CaseMember, { caseId, endedAt: null })).map(({ memberId }) => memberId);

/** Privacy officers hear where nobody who has a restricted case supervises it. */
export async function tellUnsupervised(
  work: Work,
  record: Pick<Case, 'id' | 'displayId' | 'restrictedAt'>,
): Promise<void> {
  const staff = await work.find(StaffMember, { id: await membersOf(work, record.id), active: true });
  if (staff.some(isSupervisor)) return;
  await tell(work, 'SUPERVISOR_NEEDED', await onDuty(work, 'privacy'), record);
}

/** Who is accused in a case. */
export async function accusedIn(work: Work, caseId: string): Promise<ReadonlySet<string>> {
  const standing = await work.find(AccusedColleague, { caseId, voidedAt: null });
  return new Set(standing.map(({ accusedId }) => accusedId));
}

/** The id of the case with a number, however that was typed. */
export async function numbered(work: Work, displayId: string): Promise<string | undefined> {
  const number = typedNumber(displayId, caseNumber, work.country) ?? displayId;
  return (await work.find(Case, { displayId: number }))[0]?.id;
}

export const notRestricted = (at: string) =>
  problem(
    'NOT_RESTRICTED',
    'There is no such restricted case. A case that is not restricted is open to the organisation.',
    'Não há tal caso restrito. Um caso sem restrição está aberto à organização.',
    [at],
  );

/**
 * Opens a restricted case to a colleague who can work on it. One who supervises it takes the place of who did so from
 * another organisation. @returns the id of the membership
 * @throws ProblemError for who is accused: as for anybody who cannot work on it, so that nobody learns who it is
 */
export async function admit(
  work: Work,
  record: Pick<Case, 'id' | 'outsideSupervisorId'>,
  colleague: StaffMember,
  path: Path,
  id?: string | null,
): Promise<string> {
  const [caseId, memberId] = [record.id, colleague.id];
  const accusations = await work.find(AccusedColleague, { caseId, accusedId: memberId, voidedAt: null });
  if (accusations.length > 0) throw notAble(path);
  if (isSupervisor(colleague)) await endOutside(work, record);
  const [held] = await work.find(CaseMember, { caseId, memberId, endedAt: null }, true);
  return held?.id ?? (await work.insert(CaseMember, { id, caseId, memberId }, { as: byItself }));
}

/** Whoever supervises the case from another organisation has it no longer. */
export async function endOutside(
  work: Work,
  { id: caseId, outsideSupervisorId: memberId }: Pick<Case, 'id' | 'outsideSupervisorId'>,
): Promise<void> {
  if (memberId === null) return;
  const [record] = await work.find(Case, { id: caseId }, true);
  if (record) await work.update(Case, record, { outsideSupervisorId: null }, { as: supervising });
  await endMembership(work, caseId, memberId);
}

export async function endMembership(work: Work, caseId: string, memberId: string): Promise<void> {
  const held = await work.find(CaseMember, { caseId, memberId, endedAt: null }, true);
  for (const one of held) await work.update(CaseMember, one, { endedAt: now() }, { as: byItself });
}
