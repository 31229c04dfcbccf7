/** Needs and their referrals: which need a referral is of, and what becomes of the need with it. */
import { sql } from '../../../base/sql';
import { problem } from '../../../base/problem';
import { labels } from '../../../model/codelist';
import { now } from '../../../writing/moments';
import { asSystem } from '../../../writing/system-write';
import type { Values, Work } from '../../../writing/work';
import type { Case } from '../case/case.entity';
import { nothingGiven, ReferralOutcome, ServiceCategory } from '../referral/referral.codes';
import type { Referral } from '../referral/referral.entity';
import { cancelSessionsOf } from '../session/service-session.end';
import { accessNow, accessWith, changedIn, metBy } from './service-need.access';
import type { Access } from './service-need.access-rules';
import { ServiceNeed } from './service-need.entity';
import { needLifecycle, type NeedFacts } from './service-need.lifecycle';

const following = asSystem(
  ServiceNeed,
  'What becomes of a need follows from its referrals, whoever takes their steps.',
);

/** Of a need the part that a referral of it must share. */
type Wanted = Pick<Referral, 'category'> & Partial<Pick<Referral, 'serviceType'>>;

const running = ['REQUESTED', 'ACCEPTED', 'IN_SERVICE'];
const given = ReferralOutcome.codes.filter((code) => !nothingGiven.includes(code));

/** What of the referrals of needs is known, by the id of the need. One that was never sent does not count. */
async function standingOf(work: Work, needIds: readonly string[]): Promise<ReadonlyMap<string, NeedFacts>> {
  const found = await work.query<{ id: string; runs: boolean }>(sql`
    SELECT need_id AS id, bool_or(status = ANY(${running})) AS runs FROM referral
    WHERE need_id = ANY(${needIds}::uuid[]) AND (status = ANY(${running}) OR (status <> 'DRAFT' AND outcome = ANY(${given})))
    GROUP BY need_id`);
  return new Map(found.map(({ id, runs }) => [id, { referralRuns: runs, referralStands: true }]));
}

/** What the guards of a need judge by. */
export const factsOf = async (work: Work, needId: string): Promise<Required<NeedFacts>> => ({
  referralRuns: false,
  referralStands: false,
  ...(await standingOf(work, [needId])).get(needId),
});

/** Has a need follow what became of its referrals and was given of it, at the end: it is open again where nothing is left. */
export function followReferrals(work: Work, needId: string | null): void {
  if (needId !== null) work.atEnd(settle, needId);
}

/**
 * The needs are held first: of two that end the last two referrals of one at once, the second sees what the first did.
 * Both statements go out in this order, and neither is waited for before the other.
 */
async function settle(work: Work, needIds: readonly string[]): Promise<void> {
  const [needs, standing, met] = await Promise.all([
    work.find(ServiceNeed, { id: [...needIds] }, true),
    standingOf(work, needIds),
    metBy(work, needIds),
  ]);
  for (const need of needs) {
    const stands = standing.get(need.id)?.referralStands ?? false;
    const cause = causeOf(need, stands);
    const stood = cause ? after(need, cause) : {};
    const access = changedIn(need, accessWith({ ...need, ...stood }, met.get(need.id)));
    if (cause) await work.update(ServiceNeed, need, { ...stood, ...access }, { as: following });
    else if (access) keepAccess(work, need.id, access);
  }
}

/** The version stays: nobody who changes the need is told that somebody was faster, when its provider recorded something. */
const keepAccess = (work: Work, id: string, access: Access): void =>
  work.write(sql`
    UPDATE service_need SET accessed_at = ${access.accessedAt}, access_basis = ${access.accessBasis},
      used_at = ${access.usedAt}, use_basis = ${access.useBasis}, updated_at = now() WHERE id = ${id}`);

function causeOf({ status }: ServiceNeed, stands: boolean): string | undefined {
  if (status === 'REFERRED' && !stands) return 'the end of its referrals';
  return status === 'OPEN' && stands ? 'the service of a referral' : undefined;
}

/** How a need stands after what follows from its referrals. */
function after(need: ServiceNeed, cause: string) {
  const status = needLifecycle.step(need.status, cause, {});
  return { status, decidedAt: status === 'OPEN' ? null : now(), servedAt: null, unavailableReason: null };
}

/** What counted by the decision before, counts no more. */
async function follow(work: Work, need: ServiceNeed, cause: string): Promise<void> {
  const stood = after(need, cause);
  const isDecided = need.accessBasis === 'RECEIVED_ELSEWHERE' || need.accessBasis === 'PROVIDED_HERE';
  const access = isDecided ? await accessNow(work, { ...need, ...stood }) : {};
  const wasMetHere = need.status === 'PROVIDED_HERE';
  await work.update(ServiceNeed, need, { ...stood, ...access }, { as: following });
  if (wasMetHere) await cancelSessionsOf(work, need.id, 'the referral of its need');
}

/** @throws ProblemError NOT_FOUND, INVALID_INPUT where the need is none of the case, or of another category than the referral */
export async function assertNeed(
  work: Work,
  { id: caseId }: Pick<Case, 'id'>,
  { category }: Wanted,
  needId: string,
): Promise<void> {
  const path = ['needId'];
  const need = await work.load(ServiceNeed, needId, { right: 'read', path });
  if (need.caseId !== caseId || need.voidedAt) throw ofAnotherCase(path);
  if (need.category !== category) throw ofAnotherCategory(need.category, category, path);
}

const ofAnotherCase = (path: readonly string[]) =>
  problem(
    'INVALID_INPUT',
    'The need is of another case, or was taken out. Name one of this case, or leave it out.',
    'A necessidade é de outro caso, ou foi retirada. Indique uma deste caso, ou não indique nenhuma.',
    path,
  );

function ofAnotherCategory(own: ServiceCategory, asked: ServiceCategory, path: readonly string[]) {
  const [is, want] = [own, asked].map((code) => labels(ServiceCategory, code));
  return problem(
    'INVALID_INPUT',
    `The need is one of “${is?.en}”, the referral of “${want?.en}”. Name a need of that category, or leave it out.`,
    `A necessidade é de «${is?.pt}», o encaminhamento de «${want?.pt}». Indique uma necessidade dessa categoria, ou não indique nenhuma.`,
    path,
    {
      en: 'The need is of another category than the referral. Name a need of its category, or leave it out.',
      pt: 'A necessidade é de outra categoria do que o encaminhamento. Indique uma necessidade da mesma categoria, ou não indique nenhuma.',
    },
  );
}

/**
 * The need that a referral is of where none is named: of its category one for the same service, else one for none in
 * particular; that waits, that could not be met, or of which another referral runs.
 * @returns its id, where there is one
 */
async function waitingNeed(
  work: Work,
  { id: caseId }: Pick<Case, 'id'>,
  { category, serviceType = null }: Wanted,
): Promise<string | undefined> {
  const [found] = await work.query<{ id: string }>(sql`
    SELECT n.id FROM service_need n
    WHERE n.case_id = ${caseId} AND n.category = ${category} AND n.voided_at IS NULL
      AND (n.service_type IS NULL OR n.service_type = ${serviceType})
      AND (n.status IN ('OPEN', 'UNAVAILABLE') OR (n.status = 'REFERRED' AND n.service_type IS NOT DISTINCT FROM ${serviceType}
        AND EXISTS (SELECT FROM referral r WHERE r.need_id = n.id AND r.status = ANY(${running}))))
    ORDER BY n.service_type IS NULL, n.status, n.created_at, n.id LIMIT 1`);
  return found?.id;
}

const madeFor = (work: Work, caseId: string, { category, serviceType }: Wanted) =>
  ({
    caseId,
    category,
    serviceType: serviceType ?? null,
    // Nobody said that the survivor had asked for it.
    namedBySurvivor: false,
    identifiedOn: work.day(),
    status: needLifecycle.step(null, work.action, {}),
    decidedAt: now(),
  }) satisfies Values<ServiceNeed>;

/**
 * The need of a referral that is being sent: the named one unless it was taken out since, else what waits; where there
 * is none it is made, so that every referral that was sent has one. It is referred by that, whatever was decided before.
 * @returns its id
 */
export async function referNeed(work: Work, record: Pick<Case, 'id'>, referral: Wanted & Named): Promise<string> {
  const [named] = referral.needId ? await work.find(ServiceNeed, { id: referral.needId, voidedAt: null }) : [];
  const id = named?.id ?? (await waitingNeed(work, record, referral));
  if (id === undefined) return work.insert(ServiceNeed, madeFor(work, record.id, referral), { as: following });
  const [need] = await work.find(ServiceNeed, { id }, true);
  if (need && need.status !== 'REFERRED') await follow(work, need, work.action);
  return id;
}
type Named = Partial<Pick<Referral, 'needId'>>;
