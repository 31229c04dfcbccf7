/** Entries of the consent ledger: recorded and withdrawn, never changed. */
import { field } from '../../../model/input';
import { making } from '../../../model/action-input';
import { action } from '../../../writing/action';
import { InputCheck } from '../../../writing/input';
import { inOneRound } from '../../../writing/one-round';
import type { Audience, NewValues, Work } from '../../../writing/work';
import { notFound } from '../../../base/problem';
import { receiversOf } from '../case/case.audience';
import type { Case } from '../case/case.entity';
import { Incident } from '../incident/incident.entity';
import { notAhead, now } from '../../../writing/moments';
import { Survivor } from '../survivor/survivor.entity';
import { lasting, lockCases } from '../survivor/survivor.lock';
import {
  assertCorrection,
  assertGuardian,
  assertOurs,
  assertWithdrawable,
  checkConsent,
  checkIncident,
  checkRecipients,
  checkServices,
} from './consent.checks';
import { enforceConsents } from './consent.withdrawal';
import { Consent } from './consent.entity';
import { decision, recipientOf, type NewConsent } from './consent.inputs';
import { agreeAgain } from './consent.services';

/** A decision against something acts as a withdrawal of what was agreed before. */
action(
  {
    name: 'recordConsent',
    of: Consent,
    label: { en: 'record a decision of the survivor', pt: 'registar uma decisão da pessoa sobrevivente' },
    description: 'Records a decision of a survivor. A refusal ends what an earlier consent allowed.',
    input: decision,
  },
  async (work, input) => {
    const check = new InputCheck();
    checkConsent(check, input, []);
    checkIncident(check, input);
    checkServices(check, work, input);
    check.done();
    const survivorId = lasting(await work.load(Survivor, input.survivorId, { path: ['survivorId'] }));
    const [cases] = await inOneRound([
      lockCases(work, survivorId),
      checkRecipients(work, [input], () => []),
      assertGuardian(work, survivorId, input.values),
      assertCorrection(work, survivorId, input),
    ]);
    const id = await decide(work, survivorId, input, cases);
    if (input.incidentId) await report(work, input.incidentId, cases);
    return id;
  },
);

action(
  {
    name: 'withdrawConsent',
    of: Consent,
    label: { en: 'withdraw a consent', pt: 'retirar um consentimento' },
    description:
      'Withdraws a consent; ends at once the referrals and transfers that rest on it, and within 30 days what was released to the region.',
    input: making(Consent, {
      description: 'What withdrawing a consent takes.',
      fields: {
        consentId: field({
          type: 'uuid',
          of: () => Consent,
          description: 'The entry of the ledger that is withdrawn; it must be a consent that was given.',
          becomes: 'Consent.withdrawsId',
        }),
      },
    }),
  },
  async (work, { id, consentId, values }) => {
    const check = new InputCheck();
    notAhead(check, values.takenAt, ['takenAt']);
    check.done();
    const given = await work.load(Consent, consentId, { path: ['consentId'] });
    const [cases] = await Promise.all([
      lockCases(work, given.survivorId),
      assertWithdrawable(work, given),
      assertOurs(work, given),
      values.mode && assertGuardian(work, given.survivorId, { decision: 'WITHDRAWN', mode: values.mode }),
    ]);
    const { survivorId, purpose, recipientId, recipientCategory, scopes, mode } = given;
    const about = { survivorId, purpose, recipientId, recipientCategory, scopes, mode, withdrawsId: given.id };
    const entryId = await addEntry(work, { ...about, ...values, id, decision: 'WITHDRAWN' });
    await enforceConsents(work, { id: entryId, survivorId, purpose, recipientId }, cases);
    return entryId;
  },
);

/**
 * Writes an entry of a survivor's ledger that has been checked, as its recipient has, and does what follows from it.
 * @param cases those of the survivor, locked
 * @returns its id
 */
export async function decide(
  work: Work,
  survivorId: string,
  consent: NewConsent,
  cases: readonly Case[],
): Promise<string> {
  const { purpose, decision: decided } = consent.values;
  const recipientId = recipientOf(work, consent);
  const id = await addEntry(work, { ...consent.values, recipientId, id: consent.id, survivorId });
  if (cases.length === 0) return id;
  if (decided !== 'GIVEN') await enforceConsents(work, { id, survivorId, purpose, recipientId }, cases);
  else if (purpose === 'SERVICES' && recipientId === work.actor.organisationId)
    await agreeAgain(work, recipientId, cases);
  return id;
}

const addEntry = (work: Work, entry: NewValues<Consent>): Promise<string> =>
  work.insert(
    Consent,
    { takenAt: now(), ...entry, takenById: work.actor.accountId },
    { audience: recipient(entry.recipientId) },
  );

/** The organisation that a consent names sees it too. */
const recipient = (id: string | null | undefined): Audience => ({ organisations: id ? [id] : [], accounts: [] });

/** From now on the incident may be counted and released. */
async function report(work: Work, incidentId: string, cases: readonly Case[]): Promise<void> {
  const path = ['incidentId'];
  const incident = await work.load(Incident, incidentId, { path });
  if (!cases.some(({ id }) => id === incident.caseId)) throw notFound(path);
  await work.update(
    Incident,
    incident,
    { consentReporting: true },
    { audience: (await receiversOf(work, cases))(Incident, incidentId) },
  );
}
