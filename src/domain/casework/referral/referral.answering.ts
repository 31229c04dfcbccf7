/** Who answers a referral in the system. */
import type { Role } from '../../../base/names';
import { duties } from '../../../policy/duties';
import type { Work } from '../../../writing/work';
import { StaffMember } from '../../organisation/staff-member.entity';

/** Whether somebody of the organisation can answer a referral. */
export async function answersThere(work: Work, organisationId: string | null | undefined): Promise<boolean> {
  if (!organisationId) return false;
  const role = [...duties.serving] as Role[];
  return (await work.find(StaffMember, { organisationId, role, active: true })).length > 0;
}
