/** Entries of the consent ledger: recorded and withdrawn, never changed. */
import { field, madeId, part, type InputOf } from '../../model/input';
import { making } from '../../model/action-input';
import { action } from '../../writing/action';
import { InputCheck, type Path } from '../../writing/input';
import type { Audience, NewValues, Work } from '../../writing/work';
import { notFound, problem } from '../../base/problem';
import { receiversOf } from './case.audience';
import { refreshShare } from './case.share';
import { Case } from './case.entity';
import { Incident } from './incident.entity';
import { notAhead, now } from '../../writing/moments';
import { Organisation } from '../organisation/organisation.entity';
import { StaffMember } from '../organisation/staff-member.entity';
import { Survivor } from './survivor.entity';
import { enforceConsents } from './consent.withdrawal';
import { Consent } from './consent.entity';
import { checkGuardian, isMinorToday, type Decision } from './consent.guardian';
import { isRelease } from './consent.ledger';
import { agreeAgain } from './consent.services';

/** What is told of a decision of the survivor, here and where a case is registered. */
export const newConsent = part('newConsent', Consent, {
  description: 'A decision of the survivor, for the consent ledger.',
  relies: ['purpose', 'decision'],
  fields: { id: madeId },
});

export type NewConsent = InputOf<typeof newConsent>;

const decision = making(Consent, {
  description: 'What recording a decision of the survivor takes.',
  like: newConsent,
  fields: {
    survivorId: field({ type: 'uuid', of: () => Survivor, description: 'The survivor who decided.' }),
    incidentId: field({
      type: 'uuid',
      of: () => Incident,
      nullable: true,
      description: 'With REPORTING_NON_IDENTIFIABLE given: the incident that may be counted and shared from now on.',
    }),
  },
});

/** A decision against something acts as a withdrawal of what was agreed before. */
action(
  {
    name: 'recordConsent',
    of: Consent,
    description: 'Records a decision of a survivor. A refusal ends what an earlier consent allowed.',
    input: decision,
  },
  async (work, input) => {
    const check = new InputCheck();
    checkConsent(check, input, []);
    checkIncident(check, input);
    checkServices(check, work, input);
    check.done();
    const { id: survivorId } = await work.load(Survivor, input.survivorId, { path: ['survivorId'] });
    const [cases] = await Promise.all([
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
    description: 'Withdraws a consent; ends at once the referrals, transfers and shares that rest on it.',
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

const elsewhere = {
  en: 'Whether another organisation may work with the survivor is recorded there. Here it can be agreed to, so that a case is handed over, and that agreement be taken back.',
  pt: 'Se outra organização pode trabalhar com a pessoa sobrevivente regista-se nessa organização. Aqui pode concordar-se, para que um caso seja entregue, e retirar esse acordo.',
};

/** Nobody ends another organisation's work. */
function checkServices(check: InputCheck, work: Work, consent: NewConsent): void {
  const { purpose, decision } = consent.values;
  const isElsewhere = recipientOf(work, consent) !== work.actor.organisationId;
  if (purpose === 'SERVICES' && decision !== 'GIVEN' && isElsewhere) check.refuse(['recipientId'], elsewhere);
}

/** @throws ProblemError where it was taken by another organisation for itself */
async function assertOurs(work: Work, { purpose, recipientId, takenById }: Consent): Promise<void> {
  const { organisationId } = work.actor;
  if (purpose !== 'SERVICES' || recipientId === null || recipientId === organisationId) return;
  const [taker] = await work.find(StaffMember, { id: takenById });
  if (taker?.organisationId === organisationId) return;
  throw problem('INVALID_INPUT', elsewhere.en, elsewhere.pt, ['consentId']);
}

/** @throws ProblemError where the decision is not that of whoever may take it */
async function assertGuardian(work: Work, survivorId: string, values: Decision): Promise<void> {
  const [survivor] = await work.find(Survivor, { id: survivorId });
  const check = new InputCheck();
  if (survivor) checkGuardian(check, values, await isMinorToday(work, survivor), []);
  check.done();
}

const DAY = 86_400_000;

/**
 * A decision against something can be corrected at any time: that is the safe way. One in favour is told by whoever made
 * the slip, within a day; later the survivor is asked again.
 * @throws ProblemError
 */
async function assertCorrection(work: Work, survivorId: string, consent: NewConsent): Promise<void> {
  const { reason, decision, purpose } = consent.values;
  if (!reason) return;
  const recipientId = recipientOf(work, consent);
  const ledger = await work.find(Consent, { survivorId, purpose });
  const about = ledger.filter((entry) => entry.recipientId === null || entry.recipientId === recipientId);
  const last = about.sort((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt))[0];
  const isSlip = last?.takenById === work.actor.accountId && Date.parse(last.createdAt) > Date.now() - DAY;
  if (last && (last.decision === 'GIVEN') !== (decision === 'GIVEN') && (decision !== 'GIVEN' || isSlip)) return;
  throw problem(
    'NOT_CORRECTABLE',
    'Only the last decision on this can be corrected, by one that says the opposite; one against it by whoever recorded it, within 24 hours. Ask the survivor again, and record the answer without a reason.',
    'Só a última decisão sobre isto pode ser corrigida, por uma que diga o contrário; uma decisão contra, por quem a registou e em 24 horas. Volte a perguntar à pessoa sobrevivente e registe a resposta sem motivo.',
    ['reason'],
  );
}

/**
 * The cases of a survivor, locked: whoever changes consents, or does something on the strength of one, holds them, so
 * that neither slips past the other.
 */
export function lockCases(work: Work, survivorId: string): Promise<Case[]> {
  // One after the other, so that a case which is registered meanwhile is among them, or waits.
  work.hold(Survivor, [survivorId]);
  return work.find(Case, { survivorId }, true);
}

async function assertWithdrawable(work: Work, { id, decision, survivorId }: Consent): Promise<void> {
  if (decision !== 'GIVEN') {
    throw problem(
      'INVALID_INPUT',
      `Only a consent that was given can be withdrawn; this entry says ${decision}.`,
      `Só um consentimento dado pode ser retirado; esta entrada diz ${decision}.`,
      ['consentId'],
    );
  }
  if ((await work.find(Consent, { survivorId, withdrawsId: id })).length === 0) return;
  throw problem('ALREADY_WITHDRAWN', 'This consent is withdrawn already.', 'Este consentimento já foi retirado.', [
    'consentId',
  ]);
}

/** Notes what is wrong with an entry, before anything is written. */
export function checkConsent(check: InputCheck, { values }: NewConsent, path: Path): void {
  const { decision, purpose, recipientId, recipientCategory, takenAt, validUntil } = values;
  if (decision !== 'GIVEN' && decision !== 'REFUSED') {
    check.refuse([...path, 'decision'], {
      en: 'GIVEN or REFUSED is expected; to withdraw a consent, use withdrawConsent.',
      pt: 'Espera-se GIVEN ou REFUSED; para retirar um consentimento, use withdrawConsent.',
    });
  }
  if (decision === 'GIVEN' && isRelease(purpose) && !recipientId && !recipientCategory) {
    check.refuse([...path, 'recipientId'], {
      en: 'A consent to sharing names with whom: an organisation, or a category of services outside the programme.',
      pt: 'Um consentimento de partilha diz com quem: uma organização ou uma categoria de serviços fora do programa.',
    });
  }
  notAhead(check, takenAt, [...path, 'takenAt']);
  if (validUntil && Date.parse(validUntil) <= Date.parse(takenAt ?? now())) {
    check.refuse([...path, 'validUntil'], {
      en: 'It ends before it begins: give a time after takenAt.',
      pt: 'Termina antes de começar: indique uma hora posterior a takenAt.',
    });
  }
}

function checkIncident(check: InputCheck, { incidentId, values }: InputOf<ReturnType<typeof decision>>): void {
  const { purpose, decision } = values;
  if (!incidentId || (purpose === 'REPORTING_NON_IDENTIFIABLE' && decision === 'GIVEN')) return;
  check.refuse(['incidentId'], {
    en: 'An incident goes with REPORTING_NON_IDENTIFIABLE that is GIVEN. A refusal holds for all incidents: leave it out.',
    pt: 'Um incidente acompanha REPORTING_NON_IDENTIFIABLE com a decisão GIVEN. Uma recusa vale para todos os incidentes: retire-o.',
  });
}

/** @throws ProblemError NOT_FOUND where there is no such organisation */
export async function checkRecipients(
  work: Work,
  inputs: readonly NewConsent[],
  pathOf: (at: number) => Path,
): Promise<void> {
  const check = async (id: string, at: number): Promise<void> => {
    await work.load(Organisation, id, { right: 'read', path: [...pathOf(at), 'recipientId'] });
  };
  await Promise.all(
    inputs.map(({ values: { recipientId } }, at) => (recipientId ? check(recipientId, at) : Promise.resolve())),
  );
}

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
  const { purpose, decision } = consent.values;
  const recipientId = recipientOf(work, consent);
  const id = await addEntry(work, { ...consent.values, recipientId, id: consent.id, survivorId });
  if (cases.length === 0) return id;
  if (decision !== 'GIVEN') await enforceConsents(work, { id, survivorId, purpose, recipientId }, cases);
  else if (purpose === 'SERVICES') await agreeAgain(work, recipientId, cases);
  return id;
}

/** Services are agreed to with one organisation: that of whoever records it, unless another is named. */
const recipientOf = ({ actor }: Work, { values: { purpose, recipientId } }: NewConsent): string | null =>
  recipientId ?? (purpose === 'SERVICES' ? actor.organisationId : null);

const addEntry = (work: Work, entry: NewValues<Consent>): Promise<string> =>
  work.insert(
    Consent,
    { takenAt: now(), ...entry, takenById: work.actor.accountId },
    { audience: recipient(entry.recipientId) },
  );

/** The organisation that a consent names sees it too. */
const recipient = (id: string | null | undefined): Audience => ({ organisations: id ? [id] : [], accounts: [] });

/** From now on the incident may be counted and shared. */
async function report(work: Work, incidentId: string, cases: readonly Case[]): Promise<void> {
  const path = ['incidentId'];
  const incident = await work.load(Incident, incidentId, { path });
  if (!cases.some(({ id }) => id === incident.caseId)) throw notFound(path);
  await work.update(
    Incident,
    incident,
    { consentReporting: true },
    { audience: (await receiversOf(work, cases))(Incident) },
  );
  refreshShare(work, incident.caseId);
}
