/** SERVICES: the survivor lets one organisation work with her; its end ends that work at once, whoever would have to approve it. */
import { sql, type Sql } from '../../../base/sql';
import type { Work } from '../../../writing/work';
import { now } from '../../../writing/moments';
import { Case } from '../case/case.entity';
import { open } from '../case/case.lifecycle';
import { takeStep } from '../case/case.step';
import { endTransfer } from '../transfer/case-transfer.end';
import { CaseTransfer } from '../transfer/case-transfer.entity';
import { cancelPlanned } from '../follow-up/follow-up.end';
import type { Consent } from './consent.entity';
import { decidesAgainst } from './consent.standing';
import { tell } from '../notice/notice.sending';
import { openReferrals, revoke } from '../referral/referral.step';

type Subject = Pick<Case, 'anonymous' | 'survivorId' | 'organisationId'>;

/** Whether the organisation may work on the case: nobody is known in it, or the survivor agreed to its services. */
export async function servicesAgreed(work: Work, { anonymous, survivorId, organisationId }: Subject): Promise<boolean> {
  if (anonymous) return true;
  if (survivorId === null) return false;
  const [agreed] = await work.query(sql`
    SELECT FROM consent g LEFT JOIN staff_member gs ON gs.id = g.taken_by_id
    WHERE g.survivor_id = ${survivorId} AND ${standsFor(organisationId)} LIMIT 1`);
  return agreed !== undefined;
}

/**
 * Whether a consent (`g`, taken by `gs`) to the services of an organisation stands. What was decided at the organisation
 * itself counts in the order of receipt; what another has recorded for it, to hand a case over, never overrules a
 * decision against it that was made there, nor ends what was agreed to there. A refusal is made nowhere else, and does
 * not cease to count when whoever took it works elsewhere since.
 */
export const standsFor = (organisationId: string | Sql): Sql => sql`g.purpose = 'SERVICES' AND g.decision = 'GIVEN'
  AND (g.recipient_id IS NULL OR g.recipient_id = ${organisationId})
  AND (g.valid_until IS NULL OR g.valid_until > now())
  AND NOT EXISTS (
    SELECT FROM consent e LEFT JOIN staff_member es ON es.id = e.taken_by_id
    WHERE e.survivor_id = g.survivor_id AND (e.withdraws_id = g.id OR (
      e.purpose = 'SERVICES' AND ${decidesAgainst}
      AND (e.decision <> 'WITHDRAWN' OR es.organisation_id = ${organisationId})
      AND (e.recipient_id IS NULL OR e.recipient_id = ${organisationId})
      AND (e.created_at >= g.created_at OR gs.organisation_id IS DISTINCT FROM ${organisationId}))))`;

/** What an entry of the ledger ended. */
type Ending = Pick<Consent, 'id' | 'recipientId'>;

/**
 * Ends the work of the organisation that the entry names, or of all. A draft stays one: nothing was done with it yet,
 * and it cannot be registered any more.
 */
export async function endServices(work: Work, { id, recipientId }: Ending, cases: readonly Case[]): Promise<void> {
  const own = cases.filter((record) => isOf(record, recipientId) && record.status !== 'DRAFT');
  const ended = own.filter(({ status }) => open.includes(status));
  const [referrals] = await Promise.all([openReferrals(work, own), endTransfers(work, ended, id)]);
  await revoke(work, referrals, id);
  const at = now();
  const withdrawal = { endedByConsentId: id, withdrawnAt: at, withdrawnById: work.byId, closedOffAt: at };
  for (const record of ended) {
    await cancelPlanned(work, record, 'the end of consent to services', id);
    await takeStep(work, record, withdrawal, {}, 'the end of consent to services');
    await tell(work, 'CASE_WITHDRAWN', [record.ownerId, record.createdById], record);
  }
  // What came to its end before stays as it ended; what is told in it is hers as well.
  for (const record of own.filter(isOver)) if (!record.closedOffAt) await close(work, record, at);
}

/** The survivor agrees again: what had ended before is open again. What was withdrawn a second person takes up. */
export async function agreeAgain(work: Work, recipientId: string | null, cases: readonly Case[]): Promise<void> {
  const closed = cases.filter((record) => isOf(record, recipientId) && isOver(record) && record.closedOffAt);
  for (const record of closed) await close(work, record, null);
}

async function close(work: Work, record: Case, closedOffAt: string | null): Promise<void> {
  await work.update(Case, record, { closedOffAt });
}

const isOf = ({ anonymous, organisationId }: Case, recipientId: string | null): boolean =>
  !anonymous && (recipientId === null || recipientId === organisationId);
const isOver = ({ status }: Case): boolean => status === 'CLOSED' || status === 'DUPLICATE';

async function endTransfers(work: Work, cases: readonly Case[], endedByConsentId: string): Promise<void> {
  const caseId = cases.map(({ id }) => id);
  const pending = await work.find(CaseTransfer, { caseId, status: 'REQUESTED' }, true);
  for (const transfer of pending) await endTransfer(work, transfer, 'withdrawConsent', endedByConsentId);
}
