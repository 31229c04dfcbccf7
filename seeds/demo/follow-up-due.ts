/** What is due by rule in an open case, as the API derives it. */
import type { Case } from '../../src/domain/casework/case/case.entity';
import { FollowUpDue } from '../../src/domain/casework/follow-up/follow-up-due.entity';
import { caseDue, referralDue } from '../../src/domain/casework/follow-up/follow-up.due';
import { FollowUp } from '../../src/domain/casework/follow-up/follow-up.entity';
import { Referral } from '../../src/domain/casework/referral/referral.entity';
import { made, type Row } from './batch';
import { END, HOUR, instant } from './calendar';
import type { Story } from './story';

const running: readonly string[] = ['ACCEPTED', 'IN_SERVICE'];

/** @param done what was done or tried in the case so far */
export function addDue(beside: Story, { batch }: Story, row: Row<Case>, done: readonly Row<FollowUp>[]): void {
  const { country } = beside.world;
  const planned = beside.batch.of(FollowUp).filter(({ status }) => status === 'PLANNED');
  const last = (of: readonly Row<FollowUp>[]): string | null =>
    of.reduce<string | null>((latest, { status, doneAt }) => {
      if (status !== 'DONE' || doneAt === null) return latest;
      return latest !== null && latest > doneAt ? latest : doneAt;
    }, null);
  if (planned.length === 0) {
    const doneAt = last(done);
    put(beside, row, null, caseDue(country, row, doneAt), doneAt ?? row.openedAt);
  }
  for (const referral of batch.of(Referral)) {
    const { id, caseId, category, status, urgency, respondedAt } = referral;
    if (caseId !== row.id || category !== 'PSYCHOSOCIAL' || !running.includes(status) || !respondedAt) continue;
    if (planned.some(({ referralId }) => referralId === id)) continue;
    const doneAt = last(done.filter(({ referralId }) => referralId === id));
    put(beside, row, id, referralDue(country, { urgency, respondedAt }, doneAt), doneAt ?? respondedAt);
  }
}

function put({ batch, random }: Story, row: Row<Case>, referralId: string | null, due: number, since: string): void {
  batch.add(FollowUpDue, {
    caseId: row.id,
    referralId,
    rule: referralId === null ? 'CASE_RISK' : 'PSYCHOSOCIAL_REFERRAL',
    dueAt: instant(due),
    overdueToldAt: due < END - HOUR ? instant(due + HOUR) : null,
    overseersToldAt: due < END - 26 * HOUR ? instant(due + 25 * HOUR) : null,
    ...made(random, Date.parse(since), row.ownerId),
  });
}
