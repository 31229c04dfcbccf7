/** When the next follow-up is due by rule: derived at the end of whatever changes a case, its referrals or follow-ups. */
import { sql } from '../../../base/sql';
import { asSystem } from '../../../writing/system-write';
import type { Work } from '../../../writing/work';
import { countryOf, knownCountry } from '../../country/country.own';
import type { Country } from '../../country/country.entity';
import type { CaseStatus, RiskLevel } from '../case/case.codes';
import type { Case } from '../case/case.entity';
import { open } from '../case/case.lifecycle';
import type { ReferralUrgency } from '../referral/referral.codes';
import { FollowUpDue } from './follow-up-due.entity';
import type { FollowUpRule } from './follow-up-reason.codes';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Within which the first session of psychosocial care is, in hours. */
const hoursToFirstSession = (urgency: ReferralUrgency): number => (urgency === 'IMMEDIATE' ? 24 : 7 * 24);

type Times = Pick<
  Country,
  | 'highRiskFollowUpHours'
  | 'mediumRiskFollowUpDays'
  | 'lowRiskFollowUpDays'
  | 'psychosocialFollowUpDays'
  | 'psychosocialRepeatDays'
>;

/** The time between follow-ups of a case. Who was not assessed is as one at medium risk. */
const betweenFollowUps = (times: Times, riskLevel: RiskLevel | null): number => {
  if (riskLevel === 'HIGH') return times.highRiskFollowUpHours * HOUR;
  return (riskLevel === 'LOW' ? times.lowRiskFollowUpDays : times.mediumRiskFollowUpDays) * DAY;
};

/** When a case is to be followed up again: since the last follow-up that was done, else since it was opened. */
export const caseDue = (
  times: Times,
  { riskLevel, openedAt }: Pick<Case, 'riskLevel' | 'openedAt'>,
  doneAt: string | null,
): number => Date.parse(doneAt && doneAt > openedAt ? doneAt : openedAt) + betweenFollowUps(times, riskLevel);

/** When a psychosocial referral that was accepted then is to be followed up, first and again. */
export const referralDue = (
  times: Times,
  { urgency, respondedAt }: { readonly urgency: ReferralUrgency; readonly respondedAt: string },
  doneAt: string | null,
): number =>
  doneAt
    ? Date.parse(doneAt) + times.psychosocialRepeatDays * DAY
    : Date.parse(respondedAt) + hoursToFirstSession(urgency) * HOUR + times.psychosocialFollowUpDays * DAY;

const derived = asSystem(FollowUpDue, 'When a follow-up is due follows from the case, whoever changes it.');

/** Has it derived at the end: to be called whenever status or risk of a case, a referral of it or a follow-up changes. */
export const refreshDue = (work: Work, caseId: string): void => work.atEnd(refreshAll, caseId);

type Begun = Pick<Case, 'id' | 'openedAt'> & Partial<Pick<Case, 'riskLevel'>>;

/** The same of a case that is just being registered: nothing was done in it, nor referred, so that nothing is looked up. */
export async function firstDue(work: Work, begun: Begun): Promise<void> {
  const country = knownCountry(work);
  // With the other new rows, where nothing has to be asked for it.
  if (country) return addFirst(work, begun, country);
  work.atEnd(async () => addFirst(work, begun, await countryOf(work)), begun.id);
}

async function addFirst(
  work: Work,
  { id: caseId, riskLevel = null, openedAt }: Begun,
  country: Country,
): Promise<void> {
  const dueAt = new Date(caseDue(country, { riskLevel, openedAt }, null)).toISOString();
  await work.insert(FollowUpDue, { caseId, referralId: null, rule: 'CASE_RISK', dueAt }, { as: derived });
}

interface Known {
  readonly caseId: string;
  readonly referralId: string | null;
  readonly status: CaseStatus;
  readonly riskLevel: RiskLevel | null;
  readonly openedAt: string;
  readonly urgency: ReferralUrgency | null;
  readonly respondedAt: string | null;
  /** When it was last done: of the case, or on the referral. */
  readonly doneAt: string | null;
  /** One is planned already. */
  readonly planned: boolean;
}

/** The cases themselves, and their psychosocial referrals that run. */
const known = (work: Work, caseIds: readonly string[]): Promise<(Known & Record<string, unknown>)[]> =>
  work.query(sql`
    SELECT s.*, max(f.done_at) FILTER (WHERE f.status = 'DONE') AS "doneAt",
      count(*) FILTER (WHERE f.status = 'PLANNED') > 0 AS planned
    FROM (
      SELECT c.id AS "caseId", NULL::uuid AS "referralId", c.status, c.risk_level AS "riskLevel", c.opened_at AS "openedAt",
        NULL AS urgency, NULL::timestamptz AS "respondedAt"
      FROM "case" c WHERE c.id = ANY(${caseIds}::uuid[])
      UNION ALL
      SELECT c.id, r.id, c.status, c.risk_level, c.opened_at, r.urgency, r.responded_at
      FROM referral r JOIN "case" c ON c.id = r.case_id
      WHERE r.case_id = ANY(${caseIds}::uuid[]) AND r.category = 'PSYCHOSOCIAL'
        AND r.status IN ('ACCEPTED', 'IN_SERVICE') AND r.responded_at IS NOT NULL) s
    LEFT JOIN follow_up f ON f.case_id = s."caseId" AND f.voided_at IS NULL
      AND (s."referralId" IS NULL OR f.referral_id = s."referralId")
    GROUP BY s."caseId", s."referralId", s.status, s."riskLevel", s."openedAt", s.urgency, s."respondedAt"`);

async function refreshAll(work: Work, caseIds: readonly string[]): Promise<void> {
  takeTurns(work, caseIds);
  const [country, all, held] = await Promise.all([
    countryOf(work),
    known(work, caseIds),
    work.find(FollowUpDue, { caseId: caseIds }, true),
  ]);
  const due = all.filter(({ status, planned }) => open.includes(status) && !planned);
  const at = (one: Known | FollowUpDue): string => `${one.caseId} ${one.referralId}`;
  const before = new Map(held.map((one) => [at(one), one]));
  for (const one of due) {
    await put(work, one, dueAt(country, one), before.get(at(one)));
    before.delete(at(one));
  }
  for (const over of before.values()) await work.remove(FollowUpDue, over, { as: derived });
}

/**
 * Two that derive it for one case come one after the other, and the second sees what the first did. Not by the case: whoever
 * answers a referral does not hold it, and must not wait for it when the referral is held.
 */
const takeTurns = (work: Work, caseIds: readonly string[]): void =>
  work.write(sql`
    SELECT pg_advisory_xact_lock(hashtext('follow-ups due ' || id)) FROM unnest(${caseIds}::text[]) AS c(id) ORDER BY id`);

const dueAt = (country: Country, { urgency, respondedAt, doneAt, ...of }: Known): string => {
  const ofReferral = urgency && respondedAt && { urgency, respondedAt };
  return new Date(ofReferral ? referralDue(country, ofReferral, doneAt) : caseDue(country, of, doneAt)).toISOString();
};

async function put(
  work: Work,
  { caseId, referralId }: Known,
  dueAt: string,
  held: FollowUpDue | undefined,
): Promise<void> {
  const rule: FollowUpRule = referralId === null ? 'CASE_RISK' : 'PSYCHOSOCIAL_REFERRAL';
  if (!held) await work.insert(FollowUpDue, { caseId, referralId, rule, dueAt }, { as: derived });
  else if (Date.parse(held.dueAt) !== Date.parse(dueAt))
    await work.update(FollowUpDue, held, { dueAt, overdueToldAt: null, overseersToldAt: null }, { as: derived });
}
