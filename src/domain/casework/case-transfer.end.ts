/** What ends the handing-over of a case without an answer. */
import type { Work } from '../../writing/work';
import { now } from '../../writing/moments';
import { CaseTransfer } from './case-transfer.entity';
import { transferLifecycle } from './case.lifecycle';

/** Ends transfers of a case that nobody answered, without a word about the case. */
export async function endPendingTransfers(work: Work, caseId: string): Promise<void> {
  const pending = await work.find(CaseTransfer, { caseId, status: 'REQUESTED' }, true);
  for (const transfer of pending) await endTransfer(work, transfer, 'withdrawCase');
}

/**
 * @param cause what it follows from
 * @param endedByConsentId the entry of the ledger that ended it, where it was one
 */
export async function endTransfer(
  work: Work,
  transfer: CaseTransfer,
  cause: string,
  endedByConsentId?: string,
): Promise<void> {
  const status = transferLifecycle.step(transfer.status, cause, { receiver: false });
  await work.update(CaseTransfer, transfer, { status, endedByConsentId, respondedAt: now() });
}
