/** What cancels planned sessions without anybody's word on them: the end of what they rest on. */
import { asSystem } from '../../../writing/system-write';
import type { Work } from '../../../writing/work';
import { nobody, type Audience } from '../../../writing/work-ledger';
import { ServiceSession } from './service-session.entity';
import { sessionLifecycle, type EndOfSession } from './service-session.lifecycle';

const dependent = asSystem(ServiceSession, 'A planned session is cancelled with what it rests on.');

const planned = { status: 'PLANNED', voidedAt: null } as const;

/** Those of a referral that has come to its end. It is held. */
export const cancelSessions = async (
  work: Work,
  referralId: string,
  cause: string,
  audience: Audience,
): Promise<void> =>
  cancel(work, await work.find(ServiceSession, { referralId, ...planned }, true), endOf(cause), audience);

/** Those in which the organisation of the case meets a need itself. The case is held. */
export const cancelOwnSessions = async (work: Work, caseId: string, cause: EndOfSession): Promise<void> =>
  cancel(work, await work.find(ServiceSession, { caseId, referralId: null, ...planned }, true), cause);

/** Those of a need that is decided otherwise, or that another is asked to meet. */
export const cancelSessionsOf = async (
  work: Work,
  needId: string,
  cause: EndOfSession = 'decideServiceNeed',
): Promise<void> => cancel(work, await work.find(ServiceSession, { needId, ...planned }, true), cause);

const endOf = (cause: string): EndOfSession =>
  cause === 'withdrawConsent' ? 'withdrawConsent' : 'the end of the referral';

async function cancel(
  work: Work,
  sessions: readonly ServiceSession[],
  cause: EndOfSession,
  audience = nobody,
): Promise<void> {
  const isDecided = cause === 'withdrawConsent' || cause === 'the end of consent to services';
  const endReason = isDecided ? 'SURVIVOR_DECIDED' : 'SERVICE_ENDED';
  for (const session of sessions) {
    const status = sessionLifecycle.step(session.status, cause, {});
    await work.update(ServiceSession, session, { status, endReason }, { as: dependent, audience });
  }
}
