/** What the sender does with a referral: makes it, sends it, takes it back, ends it. */
import { field, one, oneOf, part, type InputOf } from '../../../model/input';
import { changing, making } from '../../../model/action-input';
import { action } from '../../../writing/action';
import { InputCheck, type Path } from '../../../writing/input';
import { now } from '../../../writing/moments';
import { inOneRound } from '../../../writing/one-round';
import type { Work } from '../../../writing/work';
import { Organisation } from '../../organisation/organisation.entity';
import { reason } from '../case/case-note.inputs';
import { Case } from '../case/case.entity';
import { keepReason } from '../case/case.step';
import { assertNeed, referNeed } from '../need/service-need.referrals';
import { districtOf } from '../incident/incident.place';
import { assertConsistent, checkLinks, loadConsent } from './referral.checks';
import { consentAgainst } from './referral.consent';
import { Referral } from './referral.entity';
import { notDue, type Awaited, type Due } from './referral.deadlines';
import { dueOf } from './referral.due';
import { accepted, caseIsOpen, consentCovers, consentIsSound, referralLifecycle } from './referral.lifecycle';
import { anythingCrosses, assertShareable, assertWordsCross } from './referral.sharing';
import { cover } from './referral.coverage';
import { covers, type Covers } from './referral.covers';
import { answersThere } from './referral.answering';
import { advance, caseOf, factsOf, receiverOf, tellReceivers } from './referral.step';
import { ReferralReason } from './service-record.entity';
import { Survivor } from '../survivor/survivor.entity';

export const newReferralReason = part('newReferralReason', ReferralReason, {
  description: 'What the sender writes for the receiver. Sealed; the receiver reads it once it has accepted.',
});

export const referralReceiver = oneOf(
  'referralReceiver',
  'Who is asked to serve: an organisation, or a provider outside the system.',
  {
    organisationId: field({
      type: 'uuid',
      of: () => Organisation,
      description: 'An organisation of the country.',
      becomes: 'Referral.toOrganisationId',
    }),
    remoteProvider: field({ type: 'text', description: 'A provider outside the system, by its name.' }),
  },
);

const input = making(Referral, {
  description: 'What making a referral takes.',
  relies: ['caseId', 'category', 'urgency'],
  fields: {
    receiver: one(referralReceiver, { nullable: true, description: 'Who is asked to serve. Needed.' }),
    reason: one(newReferralReason, { nullable: true, description: 'What the receiver should know.' }),
    covers,
    draft: field({
      type: 'boolean',
      nullable: true,
      description: 'True: keep it as a draft; `sendReferral` sends it.',
    }),
  },
});
type NewReferral = InputOf<ReturnType<typeof input>>['values'];
type Receiver = InputOf<typeof referralReceiver>;

/** Locks the case: a consent cannot be withdrawn, nor the case closed, between the guards and the sending. */
action(
  {
    name: 'makeReferral',
    of: Referral,
    label: { en: 'refer the survivor', pt: 'encaminhar a pessoa sobrevivente' },
    description: 'Refers the survivor of a case to a service, inside the programme or outside it.',
    duty: 'referring',
    input,
    steps: [referralLifecycle.on({ from: [], to: 'DRAFT', guards: [caseIsOpen, consentIsSound] })],
  },
  async (work, { id: given, values: told, receiver, draft, reason, covers: incidents }) => {
    const values = withReceiver(told, receiver);
    const record = await work.load(Case, values.caseId, { path: ['caseId'] });
    const receiverAt = receiverAtOf(receiver);
    assertConsistent(values, record, receiverAt);
    if (reason?.values.text && values.toOrganisationId) await assertWordsCross(work);
    const { referral, against } = await newReferral(work, record, values, receiverAt);
    const facts = factsOf(record, referral, against);
    const drafted = referralLifecycle.step(null, work.action, facts);
    const status = draft ? drafted : referralLifecycle.step(drafted, 'sendReferral', facts);
    const needId = status === 'DRAFT' ? referral.needId : await referNeed(work, record, referral);
    const due = status === 'REQUESTED' ? await dueOfSent(work, referral, referral.requestedAt, incidents) : notDue;
    const id = await work.insert(
      Referral,
      { ...referral, ...due, needId, status, id: given },
      { audience: receiverOf({ ...referral, status }) },
    );
    const { toOrganisationId = null } = values;
    await cover(work, { id, caseId: record.id, status, toOrganisationId }, incidents);
    if (reason?.values.text) {
      await work.insert(ReferralReason, { ...reason.values, referralId: id, dataKeyId: record.dataKeyId });
    }
    return id;
  },
);

/** Where in the input the receiver is named. */
export const receiverAtOf = (receiver: Receiver | null | undefined): Path =>
  receiver ? ['receiver', 'organisationId'] : ['toOrganisationId'];

/** @throws ProblemError where the receiver is named in both ways */
export function withReceiver(values: NewReferral, receiver: Receiver | null | undefined): NewReferral {
  if (!receiver) return values;
  const twice = (['toOrganisationId', 'remoteProvider'] as const).filter((name) => values[name]);
  const check = new InputCheck();
  for (const name of twice) {
    check.refuse([name], {
      en: 'The receiver is named beside this already. Leave this out.',
      pt: 'O destinatário já está indicado ao lado. Retire isto.',
    });
  }
  check.done();
  const { organisationId = null, remoteProvider = null } = receiver;
  return { ...values, toOrganisationId: organisationId, remoteProvider };
}

/** The referral with all that is looked up for it, and what is against its sharing for want of consent. */
export async function newReferral(
  work: Work,
  { id: caseId, survivorId, organisationId }: Case,
  values: NewReferral,
  receiverAt: Path,
) {
  const { category, toOrganisationId = null, sharedFields = [], consentId = null } = values;
  const sharing = { survivorId, category, toOrganisationId, sharedFields, consentId };
  const [consent, , stub, districtId, against] = await inOneRound([
    checkLinks(work, values, receiverAt),
    assertShareable(work, { organisationId }, sharedFields, category),
    stubOf(work, survivorId, toOrganisationId),
    // Null is what the survivor wants: that none is told.
    values.districtId === undefined ? districtOf(work, caseId) : values.districtId,
    consentAgainst(work, sharing),
    values.needId ? assertNeed(work, { id: caseId }, values, values.needId) : undefined,
  ]);
  const named = { consentId: consent?.id ?? null, consentValidUntil: consent?.validUntil ?? null };
  const made = { ...stub, ...sharing, ...named, districtId, requestedAt: now() };
  const from = { fromOrganisationId: organisationId, responsibleOrganisationId: organisationId };
  return { referral: { ...values, ...made, caseId, ...from }, against };
}

/** What the receiver sees before it accepts. */
async function stubOf(
  work: Work,
  survivorId: string | null,
  toOrganisationId: string | null,
): Promise<Pick<Referral, 'survivorCode' | 'ageBand'>> {
  // To another organisation not even the code goes, where nothing crosses; a letter has a number of its own.
  const shown = survivorId !== null && (toOrganisationId === null || (await anythingCrosses(work)));
  const [survivor] = shown ? await work.find(Survivor, { id: survivorId }) : [];
  return { survivorCode: survivor?.survivorCode ?? null, ageBand: survivor?.ageBand ?? null };
}

type Sent = Awaited & Pick<Referral, 'caseId'> & Partial<Pick<Referral, 'toOrganisationId'>>;

async function dueOfSent(work: Work, referral: Sent, requestedAt: string, incidents: Covers): Promise<Due> {
  const isAnswered = await answersThere(work, referral.toOrganisationId);
  return dueOf(work, referral, { caseId: referral.caseId, requestedAt, isAnswered, covers: incidents });
}

/** Locks the case before the referral, as withdrawing a consent does: so neither waits for the other in a circle. */
action(
  {
    name: 'sendReferral',
    of: Referral,
    label: { en: 'send the referral', pt: 'enviar o encaminhamento' },
    description: 'Sends a drafted referral, or again one that was returned or that the survivor did not come to.',
    duty: 'referring',
    input: changing(Referral, { description: 'What sending a referral takes.', fields: { covers } }),
    steps: [
      referralLifecycle.on({
        from: ['DRAFT', 'RETURNED', 'NO_SHOW'],
        to: 'REQUESTED',
        guards: [caseIsOpen, consentCovers],
      }),
    ],
  },
  async (work, { id, expectedVersion, values: { consentId }, covers: incidents }) => {
    const { caseId } = await work.load(Referral, id, { right: 'read' });
    const [record, referral] = await Promise.all([
      caseOf(work, caseId, true),
      work.load(Referral, id, { expectedVersion }),
    ]);
    const { survivorId } = record;
    const [named, stub] = await Promise.all([
      consentId ? loadConsent(work, consentId, survivorId) : undefined,
      stubOf(work, survivorId, referral.toOrganisationId),
    ]);
    // Left out, the consent is the draft's; null takes it away.
    const consent =
      consentId === undefined ? {} : { consentId: named?.id ?? null, consentValidUntil: named?.validUntil ?? null };
    const requestedAt = now();
    const due = await dueOfSent(work, referral, requestedAt, incidents);
    const anew = { requestedAt, ...due, unansweredToldAt: null, respondedAt: null, rejectedReason: null };
    const needId = await referNeed(work, record, referral);
    // The appointment that they did not come to is over.
    const anewAt = referral.status === 'NO_SHOW' ? { appointmentAt: null } : {};
    await advance(work, referral, { ...anewAt, ...stub, ...consent, ...anew, needId });
    await cover(work, referral, incidents);
    return id;
  },
);

/** A draft was never sent, so the organisation that it was meant for is not to learn of it by its end. */
action(
  {
    name: 'cancelReferral',
    of: Referral,
    label: { en: 'take the referral back', pt: 'retirar o encaminhamento' },
    description: 'Takes a referral back that is not answered yet, or drops a draft.',
    duty: 'referring',
    input: changing(Referral, { description: 'What taking a referral back before it is answered takes.' }),
    steps: [referralLifecycle.on({ from: ['DRAFT', 'REQUESTED'], to: 'CANCELLED' })],
  },
  async (work, { id, expectedVersion }) => {
    const referral = await work.load(Referral, id, { expectedVersion });
    await advance(work, referral, referral.status === 'DRAFT' ? { toOrganisationId: null } : {});
    return id;
  },
);

action(
  {
    name: 'revokeReferral',
    of: Referral,
    label: { en: 'end the referral', pt: 'terminar o encaminhamento' },
    description: 'Ends a referral that was accepted; the receiver is told why, and sees no more of the case.',
    duty: 'referring',
    input: changing(Referral, {
      description:
        'What ending an accepted referral takes, from the sender; the receiver is told revokedReason, the words stay in the notes of the case.',
      fields: { reason },
    }),
    steps: [referralLifecycle.on({ from: accepted, to: 'REVOKED' })],
  },
  async (work, { id, expectedVersion, values, reason: why }) => {
    const referral = await work.load(Referral, id, { expectedVersion });
    const { revokedReason = 'OTHER' } = values;
    await keepReason(work, await advance(work, referral, { revokedReason }), why);
    await tellReceivers(work, [referral]);
    return id;
  },
);
