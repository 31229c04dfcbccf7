/** Who decides for whom: a child with a guardian, or on the child-protection path without one; an adult alone. */
import { yearOf } from '../../../base/calendar';
import type { InputCheck, Path } from '../../../writing/input';
import type { Work } from '../../../writing/work';
import type { Consent } from './consent.entity';
import { ageBandOf } from '../survivor/survivor.age';
import type { AgeBand } from '../survivor/survivor.codes';
import { SurvivorDemographics, type Survivor } from '../survivor/survivor.entity';

/** Whether somebody of this band is a child; undefined where that is not known. */
export const isMinor = (ageBand: AgeBand): boolean | undefined =>
  ageBand === 'UNKNOWN' ? undefined : ageBand === 'UNDER_18';

/** Whether a survivor is a child today: the band is that of the day on which it was last recorded. */
export async function isMinorToday(work: Work, { id, ageBand }: Survivor): Promise<boolean | undefined> {
  if (ageBand !== 'UNDER_18') return isMinor(ageBand);
  const [held] = await work.find(SurvivorDemographics, { survivorId: id });
  return !held?.birthYear || ageBandOf(held.birthYear, yearOf(work.day())) === 'UNDER_18';
}

/** How a decision was taken. */
export type Decision = Pick<Consent, 'decision'> & Partial<Pick<Consent, 'mode' | 'guardianAbsence'>>;

/** Notes where a decision is not that of whoever may take it. */
export function checkGuardian(
  check: InputCheck,
  { decision, mode, guardianAbsence }: Decision,
  minor: boolean | undefined,
  path: Path,
): void {
  const byGuardian = mode === 'GUARDIAN';
  if (minor === true && decision === 'GIVEN' && !byGuardian && !guardianAbsence) check.refuse([...path, 'mode'], child);
  if (minor === false && byGuardian) check.refuse([...path, 'mode'], adult);
  if (guardianAbsence && (minor === false || byGuardian)) check.refuse([...path, 'guardianAbsence'], noAbsence);
}

const child = {
  en: 'The survivor is a child. Where a guardian agrees and telling them is safe, record the decision as taken by a guardian; else say why there is none to ask, and refer to child protection.',
  pt: 'A pessoa sobrevivente é uma criança. Quando um tutor concorda e é seguro informá-lo, registe a decisão como tomada por um tutor; caso contrário, diga por que não há a quem perguntar e encaminhe para a protecção da criança.',
};
const adult = {
  en: 'The survivor is an adult and decides alone. Choose how the decision was taken down, or correct the age.',
  pt: 'A pessoa sobrevivente é adulta e decide sozinha. Escolha como a decisão foi registada, ou corrija a idade.',
};
const noAbsence = {
  en: 'This is for a child who decided without a guardian. Leave it out.',
  pt: 'Isto é para uma criança que decidiu sem um tutor. Retire-o.',
};
