/** What must hold of a complaint as it is told: an office of the mechanism, an incident of the case, corrections that are ones. */
import { problem } from '../../../base/problem';
import { InputCheck } from '../../../writing/input';
import type { Values, Work } from '../../../writing/work';
import { Province } from '../../country/place.entity';
import { Incident } from '../incident/incident.entity';
import { ComplaintMechanism, ComplaintOffice } from './complaint-mechanism.entity';
import type { Complaint } from './complaint.entity';

/** Days and codes of steps that were taken: corrected, neither taken away nor set in a step's place. */
const ofSteps = [
  ...(['filedOn', 'refusedOn', 'refusalReason', 'registeredOn', 'conclusion', 'concludedOn', 'withdrawnOn'] as const),
];

/** Notes where a correction would take a step, or undo one. */
export function checkCorrection(check: InputCheck, told: Values<Complaint>, held: Complaint): void {
  for (const name of ofSteps) {
    if (told[name] === undefined) continue;
    if (held[name] === null && told[name] !== null) check.refuse([name], notYet);
    if (held[name] !== null && told[name] === null) check.refuse([name], putBack);
  }
  if (told.refusalIncidentId && held.refusedOn === null) check.refuse(['refusalIncidentId'], notYet);
}

const notYet = {
  en: 'Nothing of this is recorded yet, so there is nothing to correct: record the step that it belongs to.',
  pt: 'Nada disto está registado, por isso não há que corrigir: registe o passo a que pertence.',
};
const putBack = {
  en: 'A step was recorded with this. If it was never taken, put the complaint back to where it stood.',
  pt: 'Com isto registou-se um passo. Se nunca foi dado, reponha a queixa onde estava.',
};

interface Seat {
  readonly mechanism: ComplaintMechanism;
  readonly provinceId: string | null | undefined;
}

type Seated = Partial<Pick<Complaint, 'mechanismId' | 'officeId' | 'provinceId'>>;

/**
 * Before whom it is brought, and where. The province is the office's.
 * @throws ProblemError NOT_FOUND, INVALID_INPUT
 */
export async function seatOf(work: Work, told: Seated, held: Seated = {}): Promise<Seat> {
  const mechanismId = (told.mechanismId ?? held.mechanismId) as string;
  const officeId = told.officeId === undefined ? held.officeId : told.officeId;
  const mechanism = await work.load(ComplaintMechanism, mechanismId, { right: 'read', path: ['mechanismId'] });
  if (told.provinceId) await work.load(Province, told.provinceId, { right: 'read', path: ['provinceId'] });
  const office = officeId && (await work.load(ComplaintOffice, officeId, { right: 'read', path: ['officeId'] }));
  if (!office) return { mechanism, provinceId: told.provinceId };
  const check = new InputCheck();
  if (office.mechanismId !== mechanism.id) check.refuse(['officeId'], anothers(mechanism));
  if (office.closed && told.officeId) check.refuse(['officeId'], closed);
  const { provinceId } = office;
  if (told.provinceId && provinceId && told.provinceId !== provinceId) check.refuse(['provinceId'], elsewhere);
  check.done();
  return { mechanism, provinceId: provinceId ?? told.provinceId };
}

const anothers = ({ name }: ComplaintMechanism) => ({
  en: `It is no office of this mechanism (${name}). Choose one of its own, or the mechanism that the office belongs to.`,
  pt: `Não é um serviço deste mecanismo (${name}). Escolha um dele, ou o mecanismo a que o serviço pertence.`,
});
const closed = {
  en: 'The office is no longer there. Choose another, or none.',
  pt: 'O serviço já não existe. Escolha outro, ou nenhum.',
};
const elsewhere = {
  en: 'The office serves another province. Leave the province out: it follows from the office.',
  pt: 'O serviço atende outra província. Retire a província: resulta do serviço.',
};

/** @throws ProblemError NOT_FOUND for what is no incident of the case */
export async function checkIncidents(
  work: Work,
  caseId: string | null,
  { incidentId, refusalIncidentId }: Values<Complaint>,
): Promise<void> {
  if (incidentId) await incidentOf(work, caseId, incidentId, 'incidentId');
  if (!refusalIncidentId) return;
  const { violationTypes } = await incidentOf(work, caseId, refusalIncidentId, 'refusalIncidentId');
  if (!violationTypes.includes('REFUSAL_TO_REGISTER_COMPLAINT')) {
    throw problem(
      'INVALID_INPUT',
      'The refusal to register a complaint is not among the violations of this incident. Add it there, or name another.',
      'A recusa de registar uma queixa não está entre as violações deste incidente. Acrescente-a lá, ou indique outro.',
      ['refusalIncidentId'],
    );
  }
}

async function incidentOf(work: Work, caseId: string | null, id: string, name: string): Promise<Incident> {
  const incident = await work.load(Incident, id, { right: 'read', path: [name] });
  if (incident.caseId === caseId && incident.voidedAt === null) return incident;
  throw problem(
    'INVALID_INPUT',
    'It is no incident of the case of this complaint. Choose one of the same case.',
    'Não é um incidente do caso desta queixa. Escolha um do mesmo caso.',
    [name],
  );
}
