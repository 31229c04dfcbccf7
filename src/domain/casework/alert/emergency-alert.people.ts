/** Who is told of an emergency alert, and who can answer one. A notice names neither place nor person. */
import type { Role } from '../../../base/names';
import { problem } from '../../../base/problem';
import { sql } from '../../../base/sql';
import { mayUse, rolesThatMay } from '../../../policy/rights';
import type { Path } from '../../../writing/input';
import type { Work } from '../../../writing/work';
import { StaffMember } from '../../organisation/staff-member.entity';
import type { NoticeKind } from '../notice/notice.codes';
import { accusedIn } from '../case/case.members';
import { onDuty, tell } from '../notice/notice.sending';
import type { OnCallTurn } from './emergency-alert.codes';
import type { EmergencyAlert } from './emergency-alert.entity';
import { isFor, runs } from './on-call-shift.now';

type Alert = Pick<EmergencyAlert, 'id' | 'organisationId' | 'districtId' | 'caseId'>;

/** Tells colleagues of an alert, each once, but for who does it, and for who is accused in the case that came of it. */
export async function tellOf(
  work: Work,
  alert: Pick<Alert, 'id' | 'caseId'>,
  kind: NoticeKind,
  recipients: readonly (string | null)[],
): Promise<void> {
  const shut = await shutOutOf(work, alert);
  const open = recipients.filter((id) => id !== null && !shut.has(id));
  await tell(work, kind, open, null, null, alert.id);
}

/** Who is accused in the case that came of an alert: nothing of the alert exists for them. */
export async function shutOutOf(work: Work, { caseId }: Pick<Alert, 'caseId'>): Promise<ReadonlySet<string>> {
  return caseId === null ? new Set() : accusedIn(work, caseId);
}

/** Who supervises in the organisation. */
export const supervisors = (work: Work, { organisationId }: Pick<Alert, 'organisationId'>): Promise<string[]> =>
  onDuty(work, 'supervision', organisationId);

/** Who is on call in the district just now, in this turn, and can be reached; never who is accused in the case. */
export async function onCall(work: Work, alert: Alert, turn: OnCallTurn): Promise<string[]> {
  const { organisationId, districtId } = alert;
  const found = await work.query<{ id: string }>(sql`
    SELECT DISTINCT s.member_id AS id FROM on_call_shift s JOIN staff_member m ON m.id = s.member_id
    WHERE s.organisation_id = ${organisationId} AND s.turn = ${turn} AND ${runs('s')}
      AND ${isFor('s', sql`${districtId}::uuid`)} AND m.active AND m.organisation_id = s.organisation_id
      AND m.role = ANY(${rolesThatMay('write', 'EMERGENCY_ALERT')})`);
  const shut = await shutOutOf(work, alert);
  return found.map(({ id }) => id).filter((id) => !shut.has(id));
}

/** The first on call hears of it; where there is none the second; where nobody is on call, the supervisors at once. */
export async function callOut(work: Work, alert: Alert): Promise<void> {
  const first = await onCall(work, alert, 'FIRST');
  const called = first.length > 0 ? first : await onCall(work, alert, 'SECOND');
  if (called.length > 0) await tellOf(work, alert, 'ALERT_RAISED', called);
  else await tellOf(work, alert, 'ALERT_NOBODY_ON_CALL', await supervisors(work, alert));
}

/** An alert that there is; of one to come, whose case nobody knows, null. */
type Answered = Pick<Alert, 'organisationId' | 'caseId'>;

/** Whether a colleague can answer an alert. */
export const canAnswer = async (work: Work, colleague: StaffMember, alert: Answered): Promise<boolean> =>
  colleague.active &&
  colleague.organisationId === alert.organisationId &&
  mayUse(colleague.role as Role, 'EMERGENCY_ALERT', 'write') &&
  !(await shutOutOf(work, alert)).has(colleague.id);

/**
 * A colleague of the organisation who can answer an alert, held until the end. Who is accused in the case is refused as
 * anybody is who cannot: nobody learns who it is.
 * @throws ProblemError NOT_FOUND, INVALID_INPUT
 */
export async function answering(work: Work, id: string, alert: Answered, path: Path): Promise<StaffMember> {
  await work.load(StaffMember, id, { right: 'read', path });
  const [colleague] = await work.find(StaffMember, { id }, true);
  if (colleague && (await canAnswer(work, colleague, alert))) return colleague;
  throw problem(
    'INVALID_INPUT',
    'This colleague does not answer alerts here: it takes an active account of the organisation, of somebody who works on cases and to whom the alert is open.',
    'Este colega não responde aqui a alertas: é preciso uma conta activa da organização, de quem trabalhe em casos e a quem o alerta esteja aberto.',
    path,
  );
}
