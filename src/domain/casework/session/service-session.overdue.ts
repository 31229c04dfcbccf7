/** Sessions whose day has passed and of which nobody recorded what came: whoever records it is told once. */
import { sql } from '../../../base/sql';
import { SWEEP_BATCH, sweep } from '../../../writing/sweep';
import type { Work } from '../../../writing/work';
import { StaffMember } from '../../organisation/staff-member.entity';
import { Case } from '../case/case.entity';
import { hasDuty } from '../../../policy/rights';
import { onDuty, overseers, tell } from '../notice/notice.sending';
import { answersThere } from '../referral/referral.answering';
import { ServiceSession } from './service-session.entity';

sweep({
  name: 'tellUnrecordedSessions',
  label: {
    en: 'reminder of a session of which nothing was recorded',
    pt: 'lembrete de uma sessão da qual nada foi registado',
  },
  description: 'tells whoever records sessions, once, of those whose day has passed without anything being recorded',
  writes: [],
  run: remind,
});

/** Those that are being recorded just now are left for the next time. */
async function remind(work: Work): Promise<number> {
  const due = await work.query<{ id: string }>(sql`
    SELECT s.id FROM service_session s
    WHERE s.status = 'PLANNED' AND s.overdue_told_at IS NULL AND s.voided_at IS NULL
      AND s.planned_at < ${work.day()}::date::timestamp AT TIME ZONE (SELECT timezone FROM country)
    ORDER BY s.planned_at, s.id LIMIT ${SWEEP_BATCH} FOR NO KEY UPDATE OF s SKIP LOCKED`);
  if (due.length === 0) return 0;
  const sessions = await work.find(ServiceSession, { id: due.map(({ id }) => id) }, true);
  const cases = await work.find(Case, { id: sessions.map(({ caseId }) => caseId) });
  const told = new Set<string>();
  for (const session of sessions) {
    const record = cases.find(({ id }) => id === session.caseId);
    if (record) await remindOf(work, record, session, told);
  }
  // The version stays: nobody who changes the session is told that somebody was faster.
  work.write(sql`
    UPDATE service_session SET overdue_told_at = now() WHERE id = ANY(${sessions.map(({ id }) => id)}::uuid[])`);
  return sessions.length;
}

/** Each is told once, however many there are; those of a provider hear of no case. */
async function remindOf(work: Work, record: Case, session: ServiceSession, told: Set<string>): Promise<void> {
  const isTheirs = session.providerId !== null && (await answersThere(work, session.providerId));
  const people = isTheirs ? await ofProvider(work, session) : await ofCase(work, record);
  const about = isTheirs ? null : record;
  const fresh = people.filter((id): id is string => id !== null && !told.has(`${id} ${about?.id}`));
  for (const id of fresh) told.add(`${id} ${about?.id}`);
  await tell(work, 'SESSION_UNRECORDED', fresh, about);
}

/** Who planned it, as long as they serve there; else whoever does. */
async function ofProvider(
  work: Work,
  { createdById, providerId }: ServiceSession,
): Promise<readonly (string | null)[]> {
  const [planner] = createdById ? await work.find(StaffMember, { id: createdById, active: true }) : [];
  const serves = planner && planner.organisationId === providerId && hasDuty('serving', planner.role);
  return serves ? [planner.id] : onDuty(work, 'serving', providerId ?? []);
}

const ofCase = async (work: Work, record: Case): Promise<readonly (string | null)[]> =>
  record.ownerId ? [record.ownerId] : overseers(work, record);
