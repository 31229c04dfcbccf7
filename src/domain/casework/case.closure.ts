/** The end of a case, by two people, and its reopening. */
import { sql } from '../../base/sql';
import type { Values, Work } from '../../writing/work';
import { openReferral } from './consent.withdrawal';
import { now } from '../../writing/moments';
import { Referral } from './referral.entity';
import { taken } from '../../writing/taken';
import type {
  ApproveCaseClosureInput,
  RejectCaseClosureInput,
  ReopenCaseInput,
  RequestCaseClosureInput,
} from './case.closure.inputs';
import { keepReason, takeStep } from './case.step';
import { Case } from './case.entity';

/** Nothing of a closure, asked for or done. */
const notClosed: Values<Case> = {
  closureReason: null,
  closedAt: null,
  retentionUntil: null,
  safetyPlanReviewed: false,
  informedCanResume: false,
  supervisorReviewed: false,
};

export async function requestCaseClosure(work: Work, input: RequestCaseClosureInput): Promise<string> {
  const record = await work.load(Case, input.id, { expectedVersion: input.expectedVersion });
  const open = await work.find(Referral, { caseId: record.id, status: openReferral });
  const referralsSettled = open.length === 0 || Boolean(input.overrideReason);
  await takeStep(
    work,
    record,
    'requestCaseClosure',
    { referralsSettled },
    {
      ...taken<Case>(input, ['closureReason', 'safetyPlanReviewed', 'informedCanResume']),
      closureRequestedAt: now(),
      closureRequestedById: work.actor.accountId,
    },
  );
  await keepReason(work, record, input.overrideReason);
  return record.id;
}

/** What was open when closure was asked for was settled then; what was opened since counts anew. */
export async function approveCaseClosure(work: Work, input: ApproveCaseClosureInput): Promise<string> {
  const record = await work.load(Case, input.id, { expectedVersion: input.expectedVersion });
  const [opened, retention] = await Promise.all([
    work.query(sql`
      SELECT FROM referral WHERE case_id = ${record.id} AND status = ANY(${openReferral})
        AND requested_at > ${record.closureRequestedAt}`),
    retentionUntil(work),
  ]);
  const facts = {
    referralsSettled: opened.length === 0 || Boolean(input.overrideReason),
    anotherPerson: record.closureRequestedById !== work.actor.accountId,
  };
  await takeStep(work, record, 'approveCaseClosure', facts, {
    closedAt: now(),
    supervisorReviewed: true,
    retentionUntil: retention,
  });
  await keepReason(work, record, input.overrideReason);
  return record.id;
}

/** The day until which a case that is closed today is kept, by the country's calendar. */
async function retentionUntil(work: Work): Promise<string | undefined> {
  const [found] = await work.query<{ day: string }>(
    sql`SELECT ((now() AT TIME ZONE timezone) + make_interval(months => retention_months))::date AS day FROM country`,
  );
  return found?.day;
}

export async function rejectCaseClosure(work: Work, input: RejectCaseClosureInput): Promise<string> {
  const record = await work.load(Case, input.id, { expectedVersion: input.expectedVersion });
  await takeStep(work, record, 'rejectCaseClosure', {}, notClosed);
  await keepReason(work, record, input.reason);
  return record.id;
}

export async function reopenCase(work: Work, input: ReopenCaseInput): Promise<string> {
  const record = await work.load(Case, input.id, { expectedVersion: input.expectedVersion });
  await takeStep(work, record, 'reopenCase', {}, notClosed);
  await keepReason(work, record, input.reason);
  return record.id;
}
