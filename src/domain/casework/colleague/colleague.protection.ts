/** Child-protection persons: the restricted cases of children are open to them, whenever they are named. */
import { sql } from '../../../base/sql';
import { changing } from '../../../model/action-input';
import { action } from '../../../writing/action';
import { now } from '../../../writing/moments';
import type { Work } from '../../../writing/work';
import { assertVersion, ofAnother } from '../../../writing/work-errors';
import { StaffMember } from '../../organisation/staff-member.entity';
import { CaseMember } from '../case/case-member.entity';
import { Case } from '../case/case.entity';
import { byItself } from '../case/case.members';
import { hasToHave, notAble, worksOnCases } from './colleague.able';
import { tell } from '../notice/notice.sending';

action(
  {
    name: 'nameChildProtection',
    of: StaffMember,
    label: { en: 'name who protects children', pt: 'nomear quem protege crianças' },
    description:
      'Names a colleague a child-protection person, or no longer: the restricted cases of children of the organisation are open to them, those that are there already too.',
    duty: 'childProtectionNaming',
    input: changing(StaffMember, {
      description: 'What naming a child-protection person takes.',
      relies: ['childProtection'],
    }),
  },
  async (work, { id, expectedVersion, values: { childProtection } }) => {
    const member = await work.load(StaffMember, id);
    if (member.organisationId !== work.actor.organisationId) throw ofAnother(['id']);
    assertVersion(member, expectedVersion);
    if (childProtection && (!member.active || !worksOnCases(member.role))) throw notAble(['id']);
    await work.update(StaffMember, member, { childProtection });
    const cases = await childrensCases(work, member.id, member.organisationId as string);
    for (const record of cases) {
      if (childProtection) await open(work, record, member.id);
      else await close(work, record, member);
    }
    return id;
  },
);

/** Restricted cases of children that the organisation handles; never one in which the colleague is accused. */
async function childrensCases(work: Work, memberId: string, organisationId: string): Promise<Case[]> {
  const found = await work.query<{ id: string }>(sql`
    SELECT c.id FROM "case" c WHERE c.organisation_id = ${organisationId} AND c.restriction_reason = 'MINOR'
      AND c.restricted_at IS NOT NULL AND NOT EXISTS (SELECT FROM accused_colleague x
        WHERE x.case_id = c.id AND x.accused_id = ${memberId} AND x.voided_at IS NULL)`);
  return work.find(Case, { id: found.map(({ id }) => id) }, true);
}

async function open(work: Work, record: Case, memberId: string): Promise<void> {
  const [held] = await work.find(CaseMember, { caseId: record.id, memberId, endedAt: null });
  if (held) return;
  await work.insert(CaseMember, { caseId: record.id, memberId }, { as: byItself });
  await tell(work, 'CASE_RESTRICTED', [memberId], record);
}

/** Who has the case, made it or manages cases there keeps it. */
async function close(work: Work, record: Case, member: StaffMember): Promise<void> {
  if ([record.ownerId, record.createdById].includes(member.id) || hasToHave(member, record)) return;
  const held = await work.find(CaseMember, { caseId: record.id, memberId: member.id, endedAt: null }, true);
  for (const one of held) await work.update(CaseMember, one, { endedAt: now() }, { as: byItself });
}
