/** Telling colleagues, and their marking it as read. */
import type { Role } from '../../../base/names';
import { sql } from '../../../base/sql';
import { changing } from '../../../model/action-input';
import { duties, type Duty } from '../../../policy/duties';
import { action } from '../../../writing/action';
import { now } from '../../../writing/moments';
import { asSystem } from '../../../writing/system-write';
import type { Work } from '../../../writing/work';
import { StaffMember } from '../../organisation/staff-member.entity';
import type { Case } from '../case/case.entity';
import type { NoticeKind } from './notice.codes';
import { Notice } from './notice.entity';

const told = asSystem(Notice, 'Whoever has to know of something is told of it, whoever did it.');

/** Tells each of them once; nobody is told of what they did themselves. */
export async function tell(
  work: Work,
  kind: NoticeKind,
  recipients: readonly (string | null)[],
  about: Pick<Case, 'id' | 'displayId' | 'restrictedAt'> | null,
  colleagueId: string | null = null,
  alertId: string | null = null,
): Promise<void> {
  const { byId } = work;
  const named = recipients.filter((id): id is string => id !== null && id !== byId);
  const others = new Set(about?.restrictedAt ? await openTo(work, about.id, named) : named);
  const notices = [...others].map((addresseeId) => ({
    addresseeId,
    kind,
    aboutId: colleagueId,
    byId,
    caseId: about?.id ?? null,
    displayId: about?.displayId ?? null,
    alertId,
  }));
  if (notices.length > 0) await work.insertAll(Notice, notices, { as: told });
}

/** Of these the ones to whom a restricted case is open: nobody else hears that there is one. */
async function openTo(work: Work, caseId: string, staff: readonly string[]): Promise<string[]> {
  const role = [...duties.privacy] as Role[];
  const found = await work.query<{ id: string }>(sql`
    SELECT s.id FROM staff_member s WHERE s.id = ANY(${staff}::uuid[]) AND NOT EXISTS (
        SELECT FROM accused_colleague x WHERE x.case_id = ${caseId} AND x.accused_id = s.id AND x.voided_at IS NULL)
      AND (s.role = ANY(${role}) OR EXISTS (
        SELECT FROM case_member m WHERE m.case_id = ${caseId} AND m.member_id = s.id AND m.ended_at IS NULL))`);
  return found.map(({ id }) => id);
}

/** Who supervises a case and can be reached: colleagues of the organisation, and who was named from another. */
export const overseers = async (
  work: Work,
  { organisationId, outsideSupervisorId }: Pick<Case, 'organisationId' | 'outsideSupervisorId'>,
): Promise<(string | null)[]> => [...(await onDuty(work, 'supervision', organisationId)), outsideSupervisorId];

/** Those of an organisation or of several, or of the country where none is given, who have a duty and can be reached. */
export async function onDuty(work: Work, duty: Duty, organisationId?: string | readonly string[]): Promise<string[]> {
  const role = [...duties[duty]] as Role[];
  const where = { role, active: true, ...(organisationId !== undefined && { organisationId }) };
  return (await work.find(StaffMember, where)).map(({ id }) => id);
}

action(
  {
    name: 'readNotice',
    of: Notice,
    label: { en: 'mark the notice as read', pt: 'marcar o aviso como lido' },
    description: 'Marks a notice as read.',
    input: changing(Notice, { description: 'What marking a notice as read takes.' }),
  },
  async (work, { id, expectedVersion }) => {
    const notice = await work.load(Notice, id, { expectedVersion });
    await work.update(Notice, notice, { readAt: notice.readAt ?? now() });
    return id;
  },
);
