/** Who can be given work on cases; and what follows when somebody can no longer. */
import type { Role } from '../../../base/names';
import { problem } from '../../../base/problem';
import { duties } from '../../../policy/duties';
import { mayUse } from '../../../policy/rights';
import type { Path } from '../../../writing/input';
import { now } from '../../../writing/moments';
import { asSystem } from '../../../writing/system-write';
import type { Work } from '../../../writing/work';
import { StaffMember } from '../../organisation/staff-member.entity';
import { CaseMember } from '../case/case-member.entity';
import type { Case } from '../case/case.entity';
import { Deputyship } from './deputyship.entity';
import { onDuty, tell } from '../notice/notice.sending';

/** Whether a role works on cases. */
export const worksOnCases = (role: string): boolean => mayUse(role as Role, 'CASE_OPERATIONS', 'write');

/**
 * A colleague who can work on cases of an organisation, held: who is given work stays active until it is given.
 * @throws ProblemError NOT_FOUND, INVALID_INPUT
 */
export async function ableColleague(
  work: Work,
  id: string,
  organisationId: string | null,
  path: Path,
): Promise<StaffMember> {
  await work.load(StaffMember, id, { right: 'read', path });
  const [colleague] = await work.find(StaffMember, { id }, true);
  if (!colleague?.active || !worksOnCases(colleague.role) || colleague.organisationId !== organisationId)
    throw notAble(path);
  return colleague;
}

export const notAble = (path: Path) =>
  problem(
    'INVALID_INPUT',
    'This colleague cannot work on the case: it takes an active account of the organisation whose role works on cases.',
    'Este colega não pode trabalhar no caso: é preciso uma conta activa da organização cuja função trabalhe em casos.',
    path,
  );

const ended = [
  asSystem(
    CaseMember,
    'Who can work on cases no longer, or has a case no longer, is none of those to whom it is open.',
  ),
  asSystem(Deputyship, 'Who works on cases no longer stands in for nobody, and nobody for them.'),
] as const;

/** Nothing of what was open to a colleague by name stays so, in whatever role or organisation they work from now on. */
export async function endEntrusted(work: Work, memberId: string): Promise<void> {
  const held = await work.find(CaseMember, { memberId, endedAt: null }, true);
  for (const one of held) await work.update(CaseMember, one, { endedAt: now() }, { as: ended[0] });
  const pending = await Promise.all([
    work.find(Deputyship, { absentId: memberId }, true),
    work.find(Deputyship, { deputyId: memberId }, true),
  ]);
  for (const one of pending.flat().filter(({ endsAt }) => endsAt > now()))
    await work.update(Deputyship, one, { endsAt: now() }, { as: ended[1] });
}

/** Supervisors where a colleague worked hear that there may be cases to hand over. */
export async function tellOfLeaving(work: Work, { id, organisationId }: StaffMember): Promise<void> {
  if (organisationId === null) return;
  const supervisors = await onDuty(work, 'supervision', organisationId);
  await tell(
    work,
    'COLLEAGUE_LEFT',
    supervisors.filter((one) => one !== id),
    null,
    id,
  );
}

/** Who had a restricted case and has it no longer: to them it is closed, unless they have to have it anyhow. */
export async function release(work: Work, record: Case, formerId: string | null): Promise<void> {
  if (!record.restrictedAt || formerId === null || formerId === record.createdById) return;
  const [former] = await work.find(StaffMember, { id: formerId });
  if (former && hasToHave(former, record)) return;
  const held = await work.find(CaseMember, { caseId: record.id, memberId: formerId, endedAt: null }, true);
  for (const one of held) await work.update(CaseMember, one, { endedAt: now() }, { as: ended[0] });
}

/** Whoever manages cases or supervises where it is handled; and child-protection persons a child's. */
export const hasToHave = (
  { role, childProtection, organisationId }: StaffMember,
  record: Pick<Case, 'organisationId' | 'restrictionReason'>,
): boolean =>
  organisationId === record.organisationId &&
  ((duties.childCases as readonly string[]).includes(role) ||
    (childProtection && record.restrictionReason === 'MINOR'));
