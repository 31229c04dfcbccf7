/** Giving follow-ups to somebody, in every place where that is done. */
import type { Client } from '../../support/app';
import { act as actFollowUp, planned } from '../follow-up/acts';

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

/** A follow-up and what comes after it, given to somebody. */
export async function followUpTries(client: Client, caseId: string, responsibleId: string) {
  const { id, version } = await planned(client, caseId);
  const of = { id, expectedVersion: version };
  const type = 'REVIEW';
  const nextFollowUp = { type, dueAt: inDays(5), responsibleId };
  const done = { outcome: 'SUPPORTED', type, caseId };
  return {
    'planFollowUp.responsibleId': () => actFollowUp(client, 'planFollowUp', { caseId, ...nextFollowUp }),
    'recordFollowUp.responsibleId': () => actFollowUp(client, 'recordFollowUp', { ...done, responsibleId }),
    'assignFollowUp.responsibleId': () => actFollowUp(client, 'assignFollowUp', { ...of, responsibleId }),
    'completeFollowUp.responsibleId': () =>
      actFollowUp(client, 'completeFollowUp', { ...of, outcome: 'SUPPORTED', nextFollowUp }),
    'recordFollowUpNotReached.responsibleId': () =>
      actFollowUp(client, 'recordFollowUpNotReached', { ...of, nextFollowUp }),
  };
}
