/** The checks of an adoption that stand, and what follows from them for the steps that can be taken. */
import type { Work } from '../../writing/work';
import { AdoptionCheck } from './adoption-check.entity';
import { foundBy } from './procedure-adoption.checks';
import type { ProcedureAdoption } from './procedure-adoption.entity';
import type { AdoptionFacts } from './procedure-adoption.lifecycle';

/** The last one last: by the day of the check, those of one day as they were recorded. */
export async function checksOf(work: Work, adoptionId: string): Promise<AdoptionCheck[]> {
  const checks = await work.find(AdoptionCheck, { adoptionId, voidedAt: null }, true);
  const at = ({ checkedOn, createdAt }: AdoptionCheck): string => `${checkedOn} ${createdAt}`;
  return checks.sort((a, b) => (at(a) < at(b) ? -1 : 1));
}

export const factsOf = (
  { actor }: Work,
  { createdById, recordedById }: ProcedureAdoption,
  checks: readonly AdoptionCheck[],
): AdoptionFacts => ({
  isRecorder: [createdById, recordedById].includes(actor.accountId),
  found: foundBy(checks).status,
  checks: checks.length,
});
