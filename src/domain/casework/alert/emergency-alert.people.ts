/** Who is told of an emergency alert, and who can answer one. A notice names neither place nor person. */
import type { Role } from '../../../base/names';
import { problem } from '../../../base/problem';
import { sql } from '../../../base/sql';
import { mayUse, rolesThatMay } from '../../../policy/rights';
import type { Path } from '../../../writing/input';
import type { Work } from '../../../writing/work';
import { StaffMember } from '../../organisation/staff-member.entity';
import type { NoticeKind } from '../notice/notice.codes';
import { onDuty, tell } from '../notice/notice.sending';
import type { OnCallTurn } from './emergency-alert.codes';
import type { EmergencyAlert } from './emergency-alert.entity';
import { isFor, runs } from './on-call-shift.now';

type Alert = Pick<EmergencyAlert, 'id' | 'organisationId' | 'districtId'>;

/** Tells colleagues of an alert, each once, but for who does it. */
export const tellOf = (
  work: Work,
  { id }: Pick<Alert, 'id'>,
  kind: NoticeKind,
  recipients: readonly (string | null)[],
): Promise<void> => tell(work, kind, recipients, null, null, id);

/** Who supervises in the organisation. */
export const supervisors = (work: Work, { organisationId }: Alert): Promise<string[]> =>
  onDuty(work, 'supervision', organisationId);

/** Who is on call in the district just now, in this turn, and can be reached. */
export async function onCall(work: Work, { organisationId, districtId }: Alert, turn: OnCallTurn): Promise<string[]> {
  const found = await work.query<{ id: string }>(sql`
    SELECT DISTINCT s.member_id AS id FROM on_call_shift s JOIN staff_member m ON m.id = s.member_id
    WHERE s.organisation_id = ${organisationId} AND s.turn = ${turn} AND ${runs('s')}
      AND ${isFor('s', sql`${districtId}::uuid`)} AND m.active AND m.organisation_id = s.organisation_id
      AND m.role = ANY(${rolesThatMay('write', 'EMERGENCY_ALERT')})`);
  return found.map(({ id }) => id);
}

/** The first on call hears of it; where there is none the second; where nobody is on call, the supervisors at once. */
export async function callOut(work: Work, alert: Alert): Promise<void> {
  const first = await onCall(work, alert, 'FIRST');
  const called = first.length > 0 ? first : await onCall(work, alert, 'SECOND');
  if (called.length > 0) await tellOf(work, alert, 'ALERT_RAISED', called);
  else await tellOf(work, alert, 'ALERT_NOBODY_ON_CALL', await supervisors(work, alert));
}

/** Whether a colleague can answer alerts of an organisation. */
export const canAnswer = (colleague: StaffMember, organisationId: string): boolean =>
  colleague.active &&
  colleague.organisationId === organisationId &&
  mayUse(colleague.role as Role, 'EMERGENCY_ALERT', 'write');

/**
 * A colleague of the organisation who can answer alerts, held until the end.
 * @throws ProblemError NOT_FOUND, INVALID_INPUT
 */
export async function answering(work: Work, id: string, organisationId: string, path: Path): Promise<StaffMember> {
  await work.load(StaffMember, id, { right: 'read', path });
  const [colleague] = await work.find(StaffMember, { id }, true);
  if (colleague && canAnswer(colleague, organisationId)) return colleague;
  throw problem(
    'INVALID_INPUT',
    'This colleague does not answer alerts: it takes an active account of the organisation, of somebody who works on cases.',
    'Este colega não responde a alertas: é preciso uma conta activa da organização, de quem trabalhe em casos.',
    path,
  );
}
