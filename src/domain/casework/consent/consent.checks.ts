/** What of a decision can be wrong before it is written: its fields, who may take it, and what it speaks of. */
import { labels } from '../../../model/codelist';
import { ConsentDecision } from './consent.codes';
import { problem } from '../../../base/problem';
import { InputCheck, type Path } from '../../../writing/input';
import { notAhead, now } from '../../../writing/moments';
import { inOneRound } from '../../../writing/one-round';
import type { Work } from '../../../writing/work';
import { Organisation } from '../../organisation/organisation.entity';
import { StaffMember } from '../../organisation/staff-member.entity';
import { Consent } from './consent.entity';
import { checkGuardian, isMinorToday, type Decision } from './consent.guardian';
import { recipientOf, type NewConsent, type Told } from './consent.inputs';
import { isRelease } from './consent.ledger';
import { Survivor } from '../survivor/survivor.entity';

export async function assertWithdrawable(work: Work, { id, decision, survivorId }: Consent): Promise<void> {
  if (decision !== 'GIVEN') {
    throw problem(
      'INVALID_INPUT',
      `Only a consent that was given can be withdrawn; this entry says “${labels(ConsentDecision, decision).en}”.`,
      `Só um consentimento dado pode ser retirado; esta entrada diz «${labels(ConsentDecision, decision).pt}».`,
      ['consentId'],
      {
        en: 'Only a consent that was given can be withdrawn; this entry is none.',
        pt: 'Só um consentimento dado pode ser retirado; esta entrada não o é.',
      },
    );
  }
  if ((await work.find(Consent, { survivorId, withdrawsId: id, decision: 'WITHDRAWN' })).length === 0) return;
  throw problem('ALREADY_WITHDRAWN', 'This consent is withdrawn already.', 'Este consentimento já foi retirado.', [
    'consentId',
  ]);
}

/** Notes what is wrong with an entry, before anything is written. */
export function checkConsent(check: InputCheck, { values }: NewConsent, path: Path): void {
  const { decision, purpose, recipientId, recipientCategory, takenAt, validUntil } = values;
  if (decision !== 'GIVEN' && decision !== 'REFUSED') {
    check.refuse([...path, 'decision'], {
      en: 'A new decision is given or refused. To withdraw a consent, choose it among the survivor’s consents and withdraw it.',
      pt: 'Uma decisão nova é dada ou recusada. Para retirar um consentimento, escolha-o entre os consentimentos da pessoa sobrevivente e retire-o.',
    });
  }
  if (decision === 'GIVEN' && isRelease(purpose) && !recipientId && !recipientCategory) {
    check.refuse([...path, 'recipientId'], {
      en: 'A consent to sharing names with whom: an organisation, or a category of services outside the programme.',
      pt: 'Um consentimento de partilha diz com quem: uma organização ou uma categoria de serviços fora do programa.',
    });
  }
  if (values.reason === 'RECORDS_MERGED') check.refuse([...path, 'reason'], bySystem);
  notAhead(check, takenAt, [...path, 'takenAt']);
  if (validUntil && Date.parse(validUntil) <= Date.parse(takenAt ?? now())) {
    check.refuse([...path, 'validUntil'], {
      en: 'It ends before it begins: choose an end after the time at which it was taken.',
      pt: 'Termina antes de começar: escolha um fim posterior à hora em que foi registado.',
    });
  }
}

const bySystem = {
  en: 'Entries with this reason are made when records are merged. Choose another reason, or leave it out.',
  pt: 'As entradas com este motivo são feitas quando se fundem registos. Escolha outro motivo ou retire-o.',
};

export function checkIncident(check: InputCheck, { incidentId, values }: Told): void {
  const { purpose, decision } = values;
  if (!incidentId || (purpose === 'REPORTING_NON_IDENTIFIABLE' && decision === 'GIVEN')) return;
  check.refuse(['incidentId'], {
    en: 'An incident goes with a consent that is given to non-identifiable reporting. A refusal holds for all incidents: leave the incident out.',
    pt: 'Um incidente acompanha um consentimento dado para relatórios sem identificação. Uma recusa vale para todos os incidentes: retire o incidente.',
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
  await inOneRound(
    inputs.map(({ values: { recipientId } }, at) => (recipientId ? check(recipientId, at) : Promise.resolve())),
  );
}

const elsewhere = {
  en: 'Whether another organisation may work with the survivor is recorded there. Here it can be agreed to, so that a case is handed over, and that agreement be taken back.',
  pt: 'Se outra organização pode trabalhar com a pessoa sobrevivente regista-se nessa organização. Aqui pode concordar-se, para que um caso seja entregue, e retirar esse acordo.',
};

/** Nobody ends another organisation's work. */
export function checkServices(check: InputCheck, work: Work, consent: NewConsent): void {
  const { purpose, decision } = consent.values;
  const isElsewhere = recipientOf(work, consent) !== work.actor.organisationId;
  if (purpose === 'SERVICES' && decision !== 'GIVEN' && isElsewhere) check.refuse(['recipientId'], elsewhere);
}

/** @throws ProblemError where it was taken by another organisation for itself */
export async function assertOurs(work: Work, { purpose, recipientId, takenById }: Consent): Promise<void> {
  const { organisationId } = work.actor;
  if (purpose !== 'SERVICES' || recipientId === null || recipientId === organisationId) return;
  const [taker] = await work.find(StaffMember, { id: takenById });
  if (taker?.organisationId === organisationId) return;
  throw problem('INVALID_INPUT', elsewhere.en, elsewhere.pt, ['consentId']);
}

/** @throws ProblemError where the decision is not that of whoever may take it */
export async function assertGuardian(work: Work, survivorId: string, values: Decision): Promise<void> {
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
export async function assertCorrection(work: Work, survivorId: string, consent: NewConsent): Promise<void> {
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
