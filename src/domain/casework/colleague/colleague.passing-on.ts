/** What a colleague was to do in a case that is open to them no more: whoever has the case does it now. */
import type { Role } from '../../../base/names';
import { sql, type Sql } from '../../../base/sql';
import { thingOf } from '../../../model/thing';
import { rowScope } from '../../../policy/rights';
import { asSystem } from '../../../writing/system-write';
import type { Work } from '../../../writing/work';
import { StaffMember } from '../../organisation/staff-member.entity';
import { Case } from '../case/case.entity';
import { FollowUp } from '../follow-up/follow-up.entity';
import { tellOfFollowUp } from '../follow-up/follow-up.people';
import { PlannedAction } from '../plan/planned-action.entity';
import { hasCase } from './colleague.holding';

const reason = 'What a colleague was to do in a case that is open to them no more goes to whoever has it.';
export const passedOn = [asSystem(FollowUp, reason), asSystem(PlannedAction, reason)] as const;
const [followUps, actions] = passedOn;

/** What is planned in cases, with who is to do it. */
const planned = sql`(
  SELECT case_id, responsible_id FROM follow_up WHERE status = 'PLANNED' AND voided_at IS NULL
  UNION SELECT case_id, responsible_id FROM planned_action WHERE status = 'PLANNED' AND voided_at IS NULL)`;

/** What a colleague was to do in a case goes to who has it, who is told; where nobody has it, it waits for somebody. The case is held. */
export async function passOn(work: Work, record: Case, responsibleId: string): Promise<void> {
  const theirs = { caseId: record.id, responsibleId, status: 'PLANNED', voidedAt: null } as const;
  const changes = { responsibleId: record.ownerId === responsibleId ? null : record.ownerId };
  const found = await work.find(FollowUp, theirs, true);
  for (const one of found) await work.update(FollowUp, one, changes, { as: followUps });
  for (const one of await work.find(PlannedAction, theirs, true))
    await work.update(PlannedAction, one, changes, { as: actions });
  if (found.length > 0) await tellOfFollowUp(work, record, changes.responsibleId);
}

/** The same of everybody to whom the case is open no more, however that came. */
export async function passOnOfShut(work: Work, record: Case): Promise<void> {
  const found = await work.query<{ id: string }>(sql`
    SELECT DISTINCT p.responsible_id AS id FROM ${planned} p
    WHERE p.case_id = ${record.id} AND p.responsible_id IS NOT NULL ORDER BY 1`);
  if (found.length === 0) return;
  for (const one of await work.find(StaffMember, { id: found.map(({ id }) => id) }))
    if (!(await hasCase(work, record.id, one))) await passOn(work, record, one.id);
}

/** A colleague is to do something in a case that somebody else has, or nobody. */
export const hasToDoElsewhere = (id: Sql): Sql => sql`EXISTS (
  SELECT FROM ${planned} p JOIN "case" c ON c.id = p.case_id
  WHERE p.responsible_id = ${id} AND c.owner_id IS DISTINCT FROM ${id})`;

/** Cases that are open to a colleague no more, and in which they are to do something: these first so many, held. */
export async function shutToDoIn(work: Work, colleague: StaffMember, most: number): Promise<Case[]> {
  const { id, organisationId } = colleague;
  const viewer = { accountId: id, organisationId, role: colleague.role as Role, country: work.country };
  const within = rowScope({ ...viewer, namedElsewhere: true }, thingOf(Case), 'write', 'c');
  const found = await work.query<{ id: string }>(sql`
    SELECT c.id FROM "case" c WHERE c.id IN (SELECT p.case_id FROM ${planned} p WHERE p.responsible_id = ${id})
      AND (${within}) IS NOT TRUE ORDER BY c.id LIMIT ${most}`);
  return found.length === 0 ? [] : work.find(Case, { id: found.map((one) => one.id) }, true);
}

/** Cases of others in which a colleague is to do something. Of their own they hand over what is to be done as well. */
export async function casesToDoIn(work: Work, memberId: string): Promise<string[]> {
  const found = await work.query<{ id: string }>(sql`
    SELECT DISTINCT c.id FROM ${planned} p JOIN "case" c ON c.id = p.case_id
    WHERE p.responsible_id = ${memberId} AND c.owner_id IS DISTINCT FROM ${memberId}`);
  return found.map(({ id }) => id);
}
