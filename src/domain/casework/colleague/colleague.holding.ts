/** Whether a colleague has a case: works on cases, and this one is open to them. */
import type { Role } from '../../../base/names';
import { sql } from '../../../base/sql';
import { thingOf } from '../../../model/thing';
import { rowScope } from '../../../policy/rights';
import type { Work } from '../../../writing/work';
import type { StaffMember } from '../../organisation/staff-member.entity';
import { Case } from '../case/case.entity';

/** As the policy has it of somebody who is active: of their own, of one that they stand in for, of one that they were named to. */
export async function hasCase(work: Work, caseId: string, colleague: StaffMember): Promise<boolean> {
  if (!colleague.active) return false;
  const { id: accountId, organisationId } = colleague;
  const viewer = { accountId, organisationId, role: colleague.role as Role, country: work.country };
  const within = rowScope({ ...viewer, namedElsewhere: true }, thingOf(Case), 'write', 'c');
  const found = await work.query(sql`SELECT FROM "case" c WHERE c.id = ${caseId} AND ${within}`);
  return found.length > 0;
}
