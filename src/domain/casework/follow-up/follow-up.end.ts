/** What cancels a planned follow-up without anybody's word on it: what it rests on. */
import { column, sql } from '../../../base/sql';
import { SWEEP_BATCH, sweep } from '../../../writing/sweep';
import { asSystem } from '../../../writing/system-write';
import type { Work } from '../../../writing/work';
import { Case } from '../case/case.entity';
import { tell } from '../notice/notice.sending';
import { dropPlans } from '../plan/planned-action.end';
import type { EndOfPlan } from '../plan/planned-action.lifecycle';
import { cancelOwnSessions } from '../session/service-session.end';
import type { EndOfSession } from '../session/service-session.lifecycle';
import type { FollowUpCancelledReason } from './follow-up-reason.codes';
import { contacts } from './follow-up.codes';
import { againstContact, agreedToContact } from './follow-up.contact';
import { refreshDue } from './follow-up.due';
import { FollowUp } from './follow-up.entity';
import { followUpLifecycle, type EndOfFollowUp } from './follow-up.lifecycle';

const dependent = asSystem(FollowUp, 'A planned follow-up is cancelled with what it rests on.');

const reasons: Readonly<Record<EndOfFollowUp, FollowUpCancelledReason>> = {
  withdrawConsent: 'SURVIVOR_DECIDED',
  'the end of consent to be contacted': 'SURVIVOR_DECIDED',
  'another safe way of contact': 'NOT_SAFE',
  withdrawCase: 'CASE_ENDED',
  'the end of consent to services': 'CASE_ENDED',
  'the closure of the case': 'CASE_ENDED',
  'the case being found a duplicate': 'CASE_ENDED',
  'the transfer of the case': 'SURVIVOR_DECIDED',
};

const plannedIn = (work: Work, caseId: string): Promise<FollowUp[]> =>
  work.find(FollowUp, { caseId, status: 'PLANNED', voidedAt: null }, true);

/**
 * Cancels what is planned in a case, and tells those who were to do it; with the sessions in which its organisation meets a
 * need itself, and what its plans hold besides. The case is held.
 * @param endedByConsentId the entry of the ledger that did it, where it was one
 */
export async function cancelPlanned(
  work: Work,
  record: Case,
  cause: EndOfFollowUp & EndOfSession & EndOfPlan,
  endedByConsentId?: string,
): Promise<void> {
  await dropPlans(work, record.id, cause);
  await cancelOwnSessions(work, record.id, cause);
  await cancel(work, record, await plannedIn(work, record.id), cause, endedByConsentId);
}

/** Cancels the planned contacts of cases that the survivor does not agree to any more, or that are no longer safe. */
export async function cancelContacts(
  work: Work,
  cases: readonly Case[],
  cause: EndOfFollowUp,
  endedByConsentId?: string,
): Promise<void> {
  for (const record of cases) {
    const planned = (await plannedIn(work, record.id)).filter(({ type }) => contacts.includes(type));
    const against = await Promise.all(planned.map(({ type }) => againstContact(work, record, { type })));
    const over = planned.filter((_, at) => against[at] !== null);
    await cancel(work, record, over, cause, endedByConsentId);
  }
}

async function cancel(
  work: Work,
  record: Case,
  planned: readonly FollowUp[],
  cause: EndOfFollowUp,
  endedByConsentId?: string,
): Promise<void> {
  if (planned.length === 0) return;
  for (const one of planned) {
    const status = followUpLifecycle.step(one.status, cause, {});
    const changes = { status, cancelledReason: reasons[cause], endedByConsentId };
    await work.update(FollowUp, one, changes, { as: dependent });
  }
  refreshDue(work, record.id);
  const told = planned.map(({ responsibleId }) => responsibleId ?? record.ownerId);
  await tell(work, 'FOLLOW_UP_CANCELLED', told, record);
}

sweep({
  name: 'endLapsedContact',
  label: {
    en: 'end of a consent to be contacted whose time is over',
    pt: 'fim de um consentimento para ser contactada cujo prazo terminou',
  },
  description: 'cancels planned contacts with survivors whose consent to be contacted has run out',
  writes: [],
  run: endLapsed,
});

/** Cases that are being worked on just now are left for the next time. */
async function endLapsed(work: Work): Promise<number> {
  const lapsed = await work.query<{ id: string }>(sql`
    SELECT c.id FROM "case" c WHERE c.id IN (
      SELECT f.case_id FROM consent l JOIN "case" c ON c.survivor_id = l.survivor_id
        JOIN follow_up f ON f.case_id = c.id AND f.status = 'PLANNED' AND f.voided_at IS NULL
          AND ${column('f', 'type')} = ANY(${contacts})
      WHERE l.purpose = 'CONTACT_FOLLOW_UP' AND l.decision = 'GIVEN' AND l.valid_until <= now()
        AND NOT ${agreedToContact(sql`now()`)})
    ORDER BY c.id LIMIT ${SWEEP_BATCH} FOR NO KEY UPDATE SKIP LOCKED`);
  if (lapsed.length === 0) return 0;
  const cases = await work.find(Case, { id: lapsed.map(({ id }) => id) }, true);
  await cancelContacts(work, cases, 'the end of consent to be contacted');
  return cases.length;
}
