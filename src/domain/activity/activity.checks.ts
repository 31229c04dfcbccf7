/** What can be wrong of an activity, whichever it is: links, days, and the place and the record that it names. */
import type { Values } from '../../model/record';
import { InputCheck, type Path } from '../../writing/input';
import type { Work } from '../../writing/work';
import { District } from '../country/place.entity';

/** @throws ProblemError with everything that the checks found */
export function assertAll(...checks: readonly ((check: InputCheck) => void)[]): void {
  const check = new InputCheck();
  for (const each of checks) each(check);
  check.done();
}

/** The record as it will stand: what is undefined stays as it is. */
export const standing = <T extends object>(record: T, values: Values<T>): T => ({
  ...record,
  ...Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)),
});

/** Refuses a last day that comes before the first. */
export function checkSpan(
  check: InputCheck,
  first: string | null | undefined,
  last: string | null | undefined,
  path: Path,
): void {
  if (!first || !last || last >= first) return;
  check.refuse(path, {
    en: `The last day cannot be before the first, ${first}.`,
    pt: `O último dia não pode ser anterior ao primeiro, ${first}.`,
    without: { en: 'The last day cannot be before the first.', pt: 'O último dia não pode ser anterior ao primeiro.' },
  });
}

/** @throws ProblemError NOT_FOUND where the country has no such district */
export async function assertDistrict(work: Work, id: string | null | undefined): Promise<void> {
  if (id) await work.load(District, id, { right: 'read', path: ['districtId'] });
}
