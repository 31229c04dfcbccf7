/** What ends the handing-over of a case without an answer: what it rests on, or its time. */
import { sql } from '../../../base/sql';
import { asSystem } from '../../../writing/system-write';
import { SWEEP_BATCH, sweep } from '../../../writing/sweep';
import type { Work } from '../../../writing/work';
import { now } from '../../../writing/moments';
import { countryOf } from '../../country/country.own';
import { CaseTransfer } from './case-transfer.entity';
import { transferLifecycle, type EndOfTransfer } from './case-transfer.lifecycle';
import { Case } from '../case/case.entity';
import { tell } from '../notice/notice.sending';

const HOUR = 3_600_000;

/** Until when a transfer waits for an answer, as the country has it. */
export async function expiryOf(
  work: Work,
  { riskLevel }: Pick<Case, 'riskLevel'>,
  requestedAt: string,
): Promise<string> {
  const { transferDays, highRiskTransferHours } = await countryOf(work);
  const hours = riskLevel === 'HIGH' ? highRiskTransferHours : transferDays * 24;
  return new Date(Date.parse(requestedAt) + hours * HOUR).toISOString();
}

const dependent = asSystem(CaseTransfer, 'A transfer that nobody answered ends with what it rests on.');

/** Ends the transfer of a case that nobody answered, and tells who asked for it. The case is held. */
export async function endPendingTransfers(work: Work, record: Case, cause: EndOfTransfer): Promise<void> {
  const pending = await work.find(CaseTransfer, { caseId: record.id, status: 'REQUESTED' }, true);
  for (const transfer of pending) {
    await endTransfer(work, transfer, cause);
    await tell(work, 'TRANSFER_ENDED', [transfer.createdById], record);
  }
}

/** @param endedByConsentId the entry of the ledger that ended it, where it was one */
export async function endTransfer(
  work: Work,
  transfer: CaseTransfer,
  cause: EndOfTransfer | 'the end of its time',
  endedByConsentId?: string,
): Promise<void> {
  const status = transferLifecycle.step(transfer.status, cause, {});
  await work.update(CaseTransfer, transfer, { status, endedByConsentId, respondedAt: now() }, { as: dependent });
}

sweep({
  name: 'expireTransfers',
  label: {
    en: 'end a transfer that was not answered in time',
    pt: 'terminar uma transferência que não foi respondida a tempo',
  },
  description: 'ends transfers of cases that were not answered in time, and tells who asked for them',
  writes: [asSystem(CaseTransfer, 'A transfer that nobody answers in time ends by itself.')],
  run: expire,
});

/** Those whose case is being worked on just now are left for the next time: the case is held before its transfer. */
async function expire(work: Work): Promise<number> {
  const due = await work.query<{ id: string; caseId: string }>(sql`
    SELECT t.id, t.case_id AS "caseId" FROM case_transfer t JOIN "case" c ON c.id = t.case_id
    WHERE t.status = 'REQUESTED' AND t.expires_at <= now()
    ORDER BY t.expires_at LIMIT ${SWEEP_BATCH} FOR NO KEY UPDATE SKIP LOCKED`);
  if (due.length === 0) return 0;
  const cases = new Map((await work.find(Case, { id: due.map(({ caseId }) => caseId) })).map((one) => [one.id, one]));
  for (const transfer of await work.find(CaseTransfer, { id: due.map(({ id }) => id) }, true)) {
    await endTransfer(work, transfer, 'the end of its time');
    const record = cases.get(transfer.caseId);
    if (record) await tell(work, 'TRANSFER_EXPIRED', [transfer.createdById, record.ownerId], record);
  }
  return due.length;
}
