/** What of a survivor's record can be wrong before anything is written. */
import type { InputCheck, Path } from '../../../writing/input';
import { inOneRound } from '../../../writing/one-round';
import type { Work } from '../../../writing/work';
import { ProblemError, type ProblemShape } from '../../../base/problem';
import { countryOf } from '../../country/country.own';
import { District } from '../../country/place.entity';
import { notTomorrow } from '../../../writing/moments';
import { typedNumber } from '../../../base/typed-number';
import type { Values } from '../../../model/record';
import { survivorNumber } from '../case/number-forms';
import { checkAge } from './survivor.age';
import type { SurvivorDemographics } from './survivor.entity';
import { toldAge, type NewSurvivor, type ToldSurvivor } from './survivor.inputs';

export function checkSurvivor(
  check: InputCheck,
  { identity, demographics }: ToldSurvivor,
  today: string,
  path: Path,
): void {
  const code = demographics?.values.toldCode;
  if (code && !isCode(code)) check.refuse([...path, 'demographics', 'toldCode'], noCode);
  notTomorrow(check, identity?.values.dateOfBirth, today, [...path, 'identity', 'dateOfBirth']);
}

/** The same, and that date, year and band agree. */
export function checkNewSurvivor(check: InputCheck, survivor: NewSurvivor, today: string, path: Path): void {
  const before = check.problems.length;
  checkSurvivor(check, survivor, today, path);
  if (check.problems.length === before) checkAge(check, toldAge(survivor), {}, today, path);
}

/** Whether the country keeps identities at all, and the district is one that there is. */
export async function checkAgainstCountry(work: Work, parts: ToldSurvivor, path: Path): Promise<void> {
  const { homeDistrictId } = parts.demographics?.values ?? {};
  const home = [...path, 'demographics', 'homeDistrictId'];
  await inOneRound([
    checkVault(work, parts, path),
    homeDistrictId && work.load(District, homeDistrictId, { right: 'read', path: home }),
  ]);
}

async function checkVault(work: Work, parts: ToldSurvivor, path: Path): Promise<void> {
  const { times, note } = parts.safeContact?.values ?? {};
  const inWords = Object.entries({ times, note }).filter(([, text]) => text);
  if ((!parts.identity && inWords.length === 0) || (await countryOf(work)).identityVault) return;
  throw new ProblemError([
    ...(parts.identity ? [vaultOff([...path, 'identity'])] : []),
    ...inWords.map(([name]) => codeOnly([...path, 'safeContact', name])),
  ]);
}

/** A code tells how somebody can be reached, and not who it is; what is told in words can. */
const codeOnly = (path: Path): ProblemShape => ({
  code: 'IDENTITY_VAULT_OFF',
  text: {
    en: 'This country records how a survivor can be reached by its code alone. Leave the words out.',
    pt: 'Este país regista apenas por código como se pode contactar a pessoa sobrevivente. Retire as palavras.',
  },
  path,
});

const vaultOff = (path: Path): ProblemShape => ({
  code: 'IDENTITY_VAULT_OFF',
  text: {
    en: 'This country records survivors by code only. Leave out names, telephone, documents and address; the survivor is known by the code.',
    pt: 'Este país regista as pessoas sobreviventes apenas por código. Retire nomes, telefone, documentos e morada; a pessoa sobrevivente é conhecida pelo código.',
  },
  path,
});

const isCode = (code: string): boolean =>
  typedNumber(code, survivorNumber, '')?.length === survivorNumber.prefix.length + 1 + survivorNumber.length;

const noCode = {
  en: 'A survivor’s code is S and six letters or digits, such as S-7K3QW9. Correct it, or leave it out.',
  pt: 'O código de uma pessoa sobrevivente é S e seis letras ou algarismos, como S-7K3QW9. Corrija-o ou retire-o.',
};

/** The code as codes are written, however it was typed. */
export const toldCode = (
  { country }: Work,
  { toldCode: code }: Values<SurvivorDemographics>,
): string | null | undefined => (code ? typedNumber(code, survivorNumber, country) : code);
