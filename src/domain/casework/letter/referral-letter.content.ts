/** What a new letter says: from the referral, the directory and what the sender adds; nothing of it tells what happened. */
import { daysAfter } from '../../../base/calendar';
import type { Locale, Text } from '../../../base/locale';
import type { CountryLocale } from '../../../model/country.codes';
import { InputCheck, type Path } from '../../../writing/input';
import { checkedNumber } from '../../../writing/short-number';
import type { NewValues, Values, Work } from '../../../writing/work';
import { countryOf } from '../../country/country.own';
import { Organisation } from '../../organisation/organisation.entity';
import type { SpokenLanguage } from '../survivor/language.codes';
import { letterNumber } from '../case/number-forms';
import { serviceInLetter } from './referral-letter.codes';
import { ReferralLetter } from './referral-letter.entity';
import { plainLetter } from './referral-letter.text';
import { kindOfCategory, nameInLetter, neutralNames, tellingAsWritten, tellingWord } from './referral-letter.words';
import type { ReferralUrgency } from '../referral/referral.codes';
import type { Referral } from '../referral/referral.entity';
import { Survivor } from '../survivor/survivor.entity';

/** Months after which a letter is erased; none is good for longer. */
export const LETTER_MONTHS = 6;

const daysGood: Readonly<Record<ReferralUrgency, number>> = { IMMEDIATE: 3, WITHIN_72H: 7, ROUTINE: 30 };

export const localeOf = (language: CountryLocale): Locale => (language === 'PT' ? 'pt' : 'en');

/** @throws ProblemError with everything that is missing, or says too much */
export async function letterContent(
  work: Work,
  referral: Referral,
  values: Values<ReferralLetter>,
): Promise<NewValues<ReferralLetter>> {
  const { survivor, provider } = await languagesOf(work, referral, values);
  const { name, ...known } = await directoryOf(work, referral, localeOf(provider));
  const check = new InputCheck();
  const letter = {
    number: checkedNumber(work, ReferralLetter, 'number', letterNumber.prefix),
    service: serviceInLetter[referral.category],
    urgency: referral.urgency,
    providerName: name,
    place: needed(check, values.place ?? known.place, ['place'], placeMissing),
    hours: (values.hours === undefined ? known.hours : values.hours) ?? null,
    workTelephone: needed(check, values.workTelephone ?? known.workTelephone, ['workTelephone'], telephoneMissing),
    validUntil: validityOf(check, values.validUntil, referral.urgency, work.day()),
  };
  for (const field of ['place', 'hours', 'workTelephone'] as const) refuseTelling(check, letter[field], [field]);
  check.done();
  return {
    ...letter,
    survivorLanguage: survivor,
    providerLanguage: provider,
    survivorText: plainLetter(letter, localeOf(survivor)),
    providerText: plainLetter(letter, localeOf(provider)),
  };
}

const written: Readonly<Partial<Record<SpokenLanguage, CountryLocale>>> = { ENGLISH: 'EN', PORTUGUESE: 'PT' };

/** Whoever speaks what no letter is written in gets it in the country's language. */
async function languagesOf(
  work: Work,
  { survivorId }: Referral,
  { survivorLanguage, providerLanguage }: Values<ReferralLetter>,
): Promise<Readonly<Record<'survivor' | 'provider', CountryLocale>>> {
  const [{ defaultLocale }, [survivor]] = await Promise.all([
    countryOf(work),
    survivorId && !survivorLanguage ? work.find(Survivor, { id: survivorId }) : [],
  ]);
  const preferred = survivor?.preferredLanguage ? written[survivor.preferredLanguage] : undefined;
  return {
    survivor: survivorLanguage ?? preferred ?? defaultLocale,
    provider: providerLanguage ?? defaultLocale,
  };
}

interface Directory extends Pick<Organisation, 'place' | 'hours' | 'workTelephone'> {
  readonly name: string;
}

/** What is known of the provider, and the telephone of the sender. */
async function directoryOf(work: Work, referral: Referral, locale: Locale): Promise<Directory> {
  const { fromOrganisationId, toOrganisationId, remoteProvider, category } = referral;
  const ids = [fromOrganisationId, toOrganisationId].filter((id) => id !== null);
  const found = await work.find(Organisation, { id: ids });
  const [from, to] = [fromOrganisationId, toOrganisationId].map((id) => found.find((one) => one.id === id));
  const outside =
    remoteProvider && !tellingWord(remoteProvider) ? remoteProvider : neutralNames[kindOfCategory[category]][locale];
  return {
    name: to ? nameInLetter(to, locale) : outside,
    place: to?.place ?? null,
    hours: to?.hours ?? null,
    workTelephone: from?.workTelephone ?? null,
  };
}

const placeMissing = {
  en: 'The directory has no place of this provider. Say where to go.',
  pt: 'O directório não tem o local deste prestador. Indique onde ir.',
};
const telephoneMissing = {
  en: 'The directory has no work telephone of your organisation. Give one; never your own or the survivor’s.',
  pt: 'O directório não tem telefone de serviço da sua organização. Indique um; nunca o seu nem o da pessoa sobrevivente.',
};

function needed(check: InputCheck, value: string | null, path: Path, missing: Text): string {
  if (!value) check.refuse(path, missing);
  return value ?? '';
}

function refuseTelling(check: InputCheck, value: string | null, path: Path): void {
  const word = value === null ? undefined : tellingAsWritten(value);
  if (word === undefined) return;
  check.refuse(path, {
    en: `“${word}” tells whoever finds the letter too much. Say it in neutral words.`,
    pt: `“${word}” diz demasiado a quem encontrar a carta. Use palavras neutras.`,
  });
}

function monthsAfter(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 10);
}

function validityOf(check: InputCheck, told: string | undefined, urgency: ReferralUrgency, today: string): string {
  const validUntil = told ?? daysAfter(today, daysGood[urgency]);
  if (validUntil < today) check.refuse(['validUntil'], { en: 'It is over already.', pt: 'Já passou.' });
  if (validUntil > monthsAfter(today, LETTER_MONTHS)) {
    check.refuse(['validUntil'], {
      en: `A letter is good for ${LETTER_MONTHS} months at most; then it is erased.`,
      pt: `Uma carta é válida no máximo ${LETTER_MONTHS} meses; depois é apagada.`,
    });
  }
  return validUntil;
}
