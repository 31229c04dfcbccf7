/** What of an adoption and of its checks can be wrong, and what follows from both. */
import { InputCheck } from '../../writing/input';
import { notTomorrow } from '../../writing/moments';
import type { Values, Work } from '../../writing/work';
import { District } from '../country/place.entity';
import { Material } from '../material/material.entity';
import type { AdoptionCheck } from './adoption-check.entity';
import type { AdoptionStatus } from './procedure-adoption.codes';
import type { ProcedureAdoption } from './procedure-adoption.entity';

/** @throws ProblemError NOT_FOUND, INVALID_INPUT with everything that does not fit */
export async function assertAdoption(work: Work, told: Values<ProcedureAdoption>): Promise<void> {
  const { procedureId = '', districtId, pledgedOn, adoptedOn } = told;
  const check = new InputCheck();
  const [path, today] = [['procedureId'], work.day()];
  const procedure = await work.load(Material, procedureId, { right: 'read', path });
  if (districtId) await work.load(District, districtId, { right: 'read', path: ['districtId'] });
  notTomorrow(check, pledgedOn, today, ['pledgedOn']);
  notTomorrow(check, adoptedOn, today, ['adoptedOn']);
  if (procedure.kind === 'TRAINING_CURRICULUM') {
    check.refuse(path, {
      en: 'A curriculum is no procedure to work by. Choose a procedure, a code of conduct or a manual.',
      pt: 'Um currículo não é um procedimento de trabalho. Escolha um procedimento, um código de conduta ou um manual.',
    });
  }
  if (adoptedOn && adoptedOn < procedure.issuedOn) {
    check.refuse(['adoptedOn'], {
      en: 'The procedure was issued only later. Check the day, or choose the edition that was adopted.',
      pt: 'O procedimento só foi publicado depois. Verifique a data, ou escolha a edição que foi adoptada.',
    });
  }
  if (pledgedOn && adoptedOn && adoptedOn < pledgedOn) {
    check.refuse(['adoptedOn'], {
      en: 'It cannot have been adopted before it was pledged. Check both days.',
      pt: 'Não pode ter sido adoptado antes de ser prometido. Verifique ambas as datas.',
    });
  }
  check.done();
}

/** The day of an adoption as it is corrected. @throws ProblemError INVALID_INPUT */
export function assertDays(
  status: AdoptionStatus,
  { pledgedOn, adoptedOn }: Values<ProcedureAdoption>,
  checks: readonly AdoptionCheck[],
): void {
  const check = new InputCheck();
  if (status === 'PLEDGED' && adoptedOn) {
    check.refuse(['adoptedOn'], {
      en: 'It is only pledged. Record that the unit has adopted it instead.',
      pt: 'Está apenas prometida. Registe antes que a unidade o adoptou.',
    });
  }
  if (status === 'PLEDGED' && pledgedOn === null) check.refuse(['pledgedOn'], dayNeeded);
  if (status !== 'PLEDGED' && adoptedOn === null) check.refuse(['adoptedOn'], dayNeeded);
  if (adoptedOn && checks.some(({ checkedOn }) => checkedOn < adoptedOn)) {
    check.refuse(['adoptedOn'], {
      en: 'It was checked before that day. Take the check back, or correct the day.',
      pt: 'Foi verificada antes dessa data. Retire a verificação, ou corrija a data.',
    });
  }
  check.done();
}

const dayNeeded = { en: 'The day is needed.', pt: 'A data é necessária.' };

/** @throws ProblemError INVALID_INPUT with everything that does not fit */
export function assertCheck(work: Work, told: Values<AdoptionCheck>, adoptedOn: string): void {
  const { checkedOn = '', itemsMet = null, itemsTotal = null, complianceScore = null } = told;
  const check = new InputCheck();
  notTomorrow(check, checkedOn, work.day(), ['checkedOn']);
  if (checkedOn < adoptedOn) {
    check.refuse(['checkedOn'], {
      en: 'The unit adopted it only later. Check the day.',
      pt: 'A unidade só o adoptou depois. Verifique a data.',
    });
  }
  if ((itemsMet === null) !== (itemsTotal === null)) {
    check.refuse([itemsMet === null ? 'itemsMet' : 'itemsTotal'], {
      en: 'Say how many items are met and how many there are, or neither.',
      pt: 'Indique quantos pontos são cumpridos e quantos há, ou nenhum dos dois.',
    });
  } else if (itemsMet !== null && itemsTotal !== null && itemsMet > itemsTotal) {
    check.refuse(['itemsMet'], {
      en: 'No more items can be met than there are.',
      pt: 'Não podem ser cumpridos mais pontos do que os que há.',
    });
  }
  if (complianceScore !== null && itemsTotal !== null) {
    check.refuse(['complianceScore'], {
      en: 'It is reckoned from the items. Leave it out, or leave the items out.',
      pt: 'É calculado a partir dos pontos. Não o indique, ou não indique os pontos.',
    });
  }
  check.done();
}

/** In per cent: what was told, or what the items say. */
export const scoreOf = ({ complianceScore = null, itemsMet, itemsTotal }: Values<AdoptionCheck>): number | null =>
  typeof itemsMet === 'number' && itemsTotal ? Math.round((100 * itemsMet) / itemsTotal) : complianceScore;

/** Whole months from one day to another. */
export function monthsBetween(from: string, to: string): number {
  const [begin, end] = [new Date(from), new Date(to)];
  const months = (at: Date): number => at.getUTCFullYear() * 12 + at.getUTCMonth();
  // The last day of a shorter month ends the month that began on a day that it has not.
  const isLast = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1, 0)).getUTCDate() === end.getUTCDate();
  return months(end) - months(begin) - (end.getUTCDate() < begin.getUTCDate() && !isLast ? 1 : 0);
}

/** What the checks that stand say of an adoption; they are told with the last one last. */
export function foundBy(
  checks: readonly Pick<AdoptionCheck, 'checkedOn' | 'inPractice' | 'monthsSinceAdoption'>[],
): Pick<ProcedureAdoption, 'status' | 'checkedOn' | 'sustainedAfterMonths'> {
  const last = checks.at(-1);
  const kept = checks.findLast(({ inPractice }) => inPractice);
  return {
    status: last ? (last.inPractice ? 'VERIFIED' : 'LAPSED') : 'ADOPTED',
    checkedOn: last?.checkedOn ?? null,
    sustainedAfterMonths: kept?.monthsSinceAdoption ?? null,
  };
}
