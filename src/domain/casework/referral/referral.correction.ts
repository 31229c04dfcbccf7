/** Correcting a referral: a draft as a whole, what was sent as far as nobody has relied on it. */
import { one, type InputOf } from '../../../model/input';
import { changing } from '../../../model/action-input';
import { action } from '../../../writing/action';
import { InputCheck } from '../../../writing/input';
import type { Values, Work } from '../../../writing/work';
import { District } from '../../country/place.entity';
import type { Case } from '../case/case.entity';
import { assertNeed, followReferrals, referNeed } from '../need/service-need.referrals';
import { assertConsistent } from './referral.checks';
import { ServiceSession } from '../session/service-session.entity';
import { Referral } from './referral.entity';
import { ReferralIncident } from './referral-incident.entity';
import { cover } from './referral.coverage';
import { covers } from './referral.covers';
import type { Due } from './referral.deadlines';
import { dueOf } from './referral.due';
import { accepted, caseIsOpen, consentIsSound, referralLifecycle, same } from './referral.lifecycle';
import { newReferral, newReferralReason, receiverAtOf, referralReceiver, withReceiver } from './referral.sending';
import { assertWordsCross } from './referral.sharing';
import { caseOf, factsOf, receiverOf } from './referral.step';
import { ReferralReason } from './service-record.entity';

const input = changing(Referral, {
  description:
    'What correcting a referral takes; what is left out stays as it is. What was sent already keeps its receiver, its service and what it shares.',
  fields: {
    receiver: one(referralReceiver, { nullable: true, description: 'Who is asked to serve; of a draft.' }),
    reason: one(newReferralReason, { nullable: true, description: 'What the receiver should know.' }),
    covers,
  },
});

action(
  {
    name: 'updateReferral',
    of: Referral,
    label: { en: 'correct the referral', pt: 'corrigir o encaminhamento' },
    description: 'Corrects a draft, or the urgency, appointment, district or reason of a referral that was sent.',
    duty: 'referring',
    input,
    steps: [
      referralLifecycle.on({ from: ['DRAFT'], to: same, guards: [caseIsOpen, consentIsSound] }),
      referralLifecycle.on({ from: ['REQUESTED', ...accepted], to: same }),
    ],
  },
  async (work, told) => {
    const { id, expectedVersion, reason } = told;
    // The case is held first, as whatever ends a referral holds it.
    const { caseId } = await work.load(Referral, id, { right: 'read' });
    const record = await caseOf(work, caseId, true);
    const referral = await work.load(Referral, id, { expectedVersion });
    const changes =
      referral.status === 'DRAFT' ? await ofDraft(work, record, referral, told) : await ofSent(work, referral, told);
    const { districtId } = told.values;
    if (districtId) await work.load(District, districtId, { right: 'read', path: ['districtId'] });
    const facts = { caseStatus: record.status, consentNamed: false, consent: undefined };
    if (referral.status !== 'DRAFT') referralLifecycle.step(referral.status, work.action, facts);
    if (changes.needId && referral.status !== 'DRAFT') await changeNeed(work, record, referral, changes.needId);
    await work.update(Referral, referral, changes, { audience: receiverOf(referral) });
    if (reason && (changes.toOrganisationId ?? referral.toOrganisationId)) await assertWordsCross(work);
    if (told.covers) await cover(work, referral, told.covers);
    if (reason) await putReason(work, record, referral, reason.values);
    return id;
  },
);

type Told = InputOf<ReturnType<typeof input>>;

/** A draft is judged as a new referral is. */
async function ofDraft(work: Work, record: Case, referral: Referral, told: Told): Promise<Values<Referral>> {
  const { toOrganisationId, remoteProvider } = referral;
  const { receiver, values } = told;
  const held = receiver ? {} : { toOrganisationId, remoteProvider };
  const { category, serviceType, urgency, districtId, sharedFields, consentId, needId, appointmentAt } = referral;
  const kept = { category, serviceType, urgency, districtId, sharedFields, consentId, needId, appointmentAt };
  const merged = withReceiver({ caseId: record.id, ...kept, ...held, ...values }, receiver);
  const receiverAt = receiverAtOf(receiver);
  assertConsistent(merged, record, receiverAt);
  const { referral: made, against } = await newReferral(work, record, merged, receiverAt);
  referralLifecycle.step(referral.status, work.action, factsOf(record, made, against));
  const { requestedAt: _, fromOrganisationId: __, ...changes } = made;
  return changes;
}

const needed = {
  en: 'Every referral that was sent belongs to a need. Name another need, or leave this out.',
  pt: 'Cada encaminhamento enviado pertence a uma necessidade. Indique outra, ou retire isto.',
};

const sentFields = ['category', 'serviceType', 'sharedFields', 'consentId', 'receiver', 'covers'] as const;

/** What the receiver, or the survivor, has relied on is not changed behind their backs. */
async function ofSent(work: Work, referral: Referral, told: Told): Promise<Values<Referral>> {
  const { values, receiver, covers: incidents } = told;
  const check = new InputCheck();
  const given: Readonly<Record<string, unknown>> = {
    ...values,
    receiver: receiver ?? undefined,
    covers: incidents ?? undefined,
  };
  for (const name of sentFields) {
    if (given[name] === undefined || isHeld(referral, name, given[name])) continue;
    check.refuse([name], {
      en: 'This referral was sent already. Take it back, and refer anew; or extend it.',
      pt: 'Este encaminhamento já foi enviado. Retire-o e encaminhe de novo; ou alargue-o.',
    });
  }
  if (values.needId === null) check.refuse(['needId'], needed);
  if (await isSession(work, referral, values)) check.refuse(['appointmentAt'], moveIt);
  check.done();
  return { ...values, ...(await dueAnew(work, { ...referral, ...values }, values)) };
}

/** The appointment stands among the sessions as well, so that one of the two would be wrong. */
async function isSession(work: Work, { id, appointmentAt: held }: Referral, { appointmentAt }: Values<Referral>) {
  if (appointmentAt === undefined || (held && appointmentAt && Date.parse(held) === Date.parse(appointmentAt)))
    return false;
  return (await work.find(ServiceSession, { referralId: id, status: 'PLANNED', voidedAt: null })).length > 0;
}

const moveIt = {
  en: 'The appointment is one of the planned sessions. Move or cancel that session; where the receiver records its sessions itself, ask there.',
  pt: 'A marcação é uma das sessões planeadas. Mude ou cancele essa sessão; se o destinatário regista ele próprio as sessões, fale com ele.',
};

/** Another urgency has other deadlines; what is answered already waits for the service alone. */
async function dueAnew(work: Work, referral: Referral, { urgency }: Values<Referral>): Promise<Partial<Due>> {
  if (urgency === undefined) return {};
  const isAnswered = referral.status === 'REQUESTED' && referral.expiresAt !== null;
  const standing = await work.find(ReferralIncident, { referralId: referral.id, voidedAt: null });
  const incidents = standing.map(({ incidentId }) => ({ values: { incidentId } }));
  const due = await dueOf(work, referral, { ...referral, isAnswered, covers: incidents });
  return isAnswered ? due : { serviceDueAt: due.serviceDueAt };
}

/** The need that it was of before is open again where nothing else is left of it. */
async function changeNeed(work: Work, record: Case, referral: Referral, needId: string): Promise<void> {
  await assertNeed(work, record, referral, needId);
  followReferrals(work, referral.needId);
  await referNeed(work, record, { ...referral, needId });
}

/** What is told again, or said to be empty and is, changes nothing. */
const isHeld = (referral: Referral, name: string, value: unknown): boolean =>
  JSON.stringify((referral as unknown as Record<string, unknown>)[name]) === JSON.stringify(value);

async function putReason(
  work: Work,
  { dataKeyId }: Case,
  { id: referralId, status, toOrganisationId }: Referral,
  values: Values<ReferralReason>,
): Promise<void> {
  const [held] = await work.find(ReferralReason, { referralId }, true);
  const options = { audience: receiverOf({ status, toOrganisationId }) };
  if (held) await work.update(ReferralReason, held, values, options);
  else await work.insert(ReferralReason, { ...values, referralId, dataKeyId }, options);
}
