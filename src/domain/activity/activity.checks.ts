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

/** A name with a dot, not an address in numbers: what stands at one is in some house’s own network as a rule. */
const PUBLIC_HOST = /^(?!.*\.(?:local|localhost|internal|test|invalid)$)(?:[\p{L}\p{N}-]+\.)+\p{L}[\p{L}\p{N}-]*$/u;

/**
 * Refuses what is no public page that everybody may open safely: anything but https, an account or a password in the
 * link, an address inside somebody’s network. Whether the page is there is not asked: the server calls nobody.
 */
export function checkLink(check: InputCheck, link: string | null | undefined, path: Path): void {
  if (!link) return;
  if (!isPublic(link)) {
    check.refuse(path, {
      en: 'Give the link of a public page, beginning with https:// and without a user name or a password.',
      pt: 'Indique a ligação de uma página pública, que comece por https:// e não tenha nome de utilizador nem palavra-passe.',
    });
  }
}

function isPublic(link: string): boolean {
  if (!/^https:\/\/[^\s\\]+$/i.test(link) || !URL.canParse(link)) return false;
  const { protocol, username, password, hostname, port } = new URL(link);
  return protocol === 'https:' && username + password + port === '' && PUBLIC_HOST.test(hostname);
}

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
