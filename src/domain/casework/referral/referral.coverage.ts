/** Which incidents a referral covers: those that are named, else those recorded when it is sent; later ones by extension. */
import { notFound, problem, ProblemError } from '../../../base/problem';
import { field, many } from '../../../model/input';
import { changing } from '../../../model/action-input';
import { ShareableClass } from '../../../policy/shareable.codes';
import { action } from '../../../writing/action';
import { now } from '../../../writing/moments';
import type { Work } from '../../../writing/work';
import type { Case } from '../case/case.entity';
import { Consent } from '../consent/consent.entity';
import { Incident } from '../incident/incident.entity';
import { loadConsent } from './referral.checks';
import { reckonDue } from './referral.due-anew';
import { coveredIncident, type Covers } from './referral.covers';
import { Referral } from './referral.entity';
import { ReferralIncident } from './referral-incident.entity';
import { accepted, caseIsOpen, consentCovers, referralLifecycle, same } from './referral.lifecycle';
import { assertShareable } from './referral.sharing';
import { advance, caseOf, receiverOf } from './referral.step';

/** @throws ProblemError NOT_FOUND for what is no incident of the case */
async function named(work: Work, caseId: string, told: Covers): Promise<Incident[]> {
  const held = await work.find(Incident, { caseId, voidedAt: null });
  if (!told) return held;
  const found = told.map(({ values: { incidentId } }) => held.find(({ id }) => id === incidentId));
  const missing = found.flatMap((incident, at) => (incident ? [] : notFound(['covers', at, 'incidentId']).problems));
  if (missing.length > 0) throw new ProblemError(missing);
  return found.filter((incident) => incident !== undefined);
}

type Covering = Pick<Referral, 'id' | 'caseId' | 'status' | 'toOrganisationId'>;

/** Has a referral cover what is told, or what is recorded by now where it is on its way and nothing is told. */
export async function cover(work: Work, referral: Covering, told: Covers): Promise<void> {
  if (!told && referral.status === 'DRAFT') return;
  const held = await work.find(ReferralIncident, { referralId: referral.id }, true);
  const standing = held.filter(({ voidedAt }) => voidedAt === null);
  if (!told && standing.length > 0) return;
  const incidents = new Set((await named(work, referral.caseId, told)).map(({ id }) => id));
  const options = { audience: receiverOf(referral) };
  for (const one of held) {
    const voidedAt = incidents.delete(one.incidentId) ? null : (one.voidedAt ?? now());
    if (voidedAt !== one.voidedAt) await work.update(ReferralIncident, one, { voidedAt }, options);
  }
  const rows = [...incidents].map((incidentId) => ({ referralId: referral.id, incidentId }));
  await work.insertAll(ReferralIncident, rows, options);
}

action(
  {
    name: 'extendReferral',
    of: Referral,
    label: { en: 'extend the referral', pt: 'alargar o encaminhamento' },
    description:
      'Has a referral that was sent cover more incidents, or share more of them, under a consent that says so.',
    duty: 'referring',
    input: changing(Referral, {
      description: 'What extending a referral takes: what is added to it.',
      fields: {
        covers: many(coveredIncident, { nullable: true, description: 'Incidents that are added.' }),
        alsoShared: field({
          type: [ShareableClass],
          nullable: true,
          description: 'Field groups that are added.',
          becomes: 'Referral.sharedFields',
        }),
      },
    }),
    steps: [referralLifecycle.on({ from: ['REQUESTED', ...accepted], to: same, guards: [caseIsOpen, consentCovers] })],
  },
  async (work, { id, expectedVersion, values, covers: told, alsoShared }) => {
    const { caseId } = await work.load(Referral, id, { right: 'read' });
    const record = await caseOf(work, caseId, true);
    const referral = await work.load(Referral, id, { expectedVersion });
    const added = await named(work, caseId, told ?? []);
    await assertShareable(work, record, alsoShared ?? [], referral.category, 'alsoShared');
    const consent = values.consentId ? await loadConsent(work, values.consentId, record.survivorId) : undefined;
    await assertSpeaksOf(work, record, added, consent?.id ?? referral.consentId);
    const sharedFields = [...new Set([...referral.sharedFields, ...(alsoShared ?? [])])];
    const changes = consent && { consentId: consent.id, consentValidUntil: consent.validUntil };
    await advance(work, referral, { sharedFields, ...changes });
    await add(work, referral, added);
    await reckonDue(work, caseId, id);
    return id;
  },
);

/** A consent says nothing of what was told after it was given. @throws ProblemError CONSENT_MISSING */
async function assertSpeaksOf(
  work: Work,
  { survivorId }: Case,
  incidents: readonly Incident[],
  consentId: string | null,
): Promise<void> {
  if (survivorId === null || consentId === null) return;
  const [consent] = await work.find(Consent, { id: consentId });
  if (!consent || incidents.every(({ createdAt }) => createdAt <= consent.createdAt)) return;
  throw problem(
    'CONSENT_MISSING',
    'This consent was recorded before the incident was. Ask the survivor again, and name the new consent.',
    'Este consentimento foi registado antes do incidente. Volte a perguntar à pessoa sobrevivente e indique o novo consentimento.',
    ['consentId'],
  );
}

async function add(work: Work, referral: Referral, incidents: readonly Incident[]): Promise<void> {
  const held = await work.find(ReferralIncident, { referralId: referral.id, voidedAt: null });
  const ids = new Set([...held.map(({ incidentId }) => incidentId), ...incidents.map(({ id }) => id)]);
  await cover(
    work,
    referral,
    [...ids].map((incidentId) => ({ values: { incidentId } })),
  );
}
