/** What of an entry can be wrong before anything is written. */
import type { Text } from '../../base/locale';
import { sql } from '../../base/sql';
import { InputCheck } from '../../writing/input';
import type { Work } from '../../writing/work';
import { categoryOfService } from '../casework/referral/service-type.codes';
import { District, Province } from '../country/place.entity';
import { Organisation } from '../organisation/organisation.entity';
import { hoursOf } from './opening-hours';
import { ServiceEntry } from './service-entry.entity';

export type Offer = Pick<
  ServiceEntry,
  | ('categories' | 'serviceTypes' | 'coverage' | 'provinceCodes' | 'districtCodes' | 'alwaysOpen' | 'openingHours')
  | ('asksFor' | 'telephone' | 'email' | 'address' | 'organisationId')
>;

/** The entry as it stood, where there is one. */
type Stood = Pick<ServiceEntry, 'id' | 'categories' | 'address'>;

/** @throws ProblemError INVALID_INPUT with everything that does not fit */
export async function assertOffer(work: Work, offer: Offer, stood?: Stood): Promise<void> {
  const check = new InputCheck();
  checkServices(check, offer);
  checkHours(check, offer);
  checkContact(check, offer);
  await checkPlaceUntold(work, check, offer, stood);
  await checkPlaces(work, check, offer);
  check.done();
}

function checkServices(check: InputCheck, { categories, serviceTypes, asksFor }: Offer): void {
  if (categories.length === 0) {
    check.refuse(['categories'], {
      en: 'Name at least one category of service.',
      pt: 'Indique pelo menos uma categoria de serviço.',
    });
  }
  serviceTypes.forEach((type, at) => {
    if (categories.includes(categoryOfService[type])) return;
    check.refuse(['serviceTypes', at], {
      en: 'This service is of another category. Add its category, or leave it out.',
      pt: 'Este serviço é de outra categoria. Acrescente a categoria, ou retire-o.',
    });
  });
  if (asksFor.includes('NOTHING') && asksFor.length > 1) {
    check.refuse(['asksFor'], {
      en: 'It asks for nothing, or for something: take one of them out.',
      pt: 'Não exige nada, ou exige alguma coisa: retire uma das indicações.',
    });
  }
}

function checkHours(check: InputCheck, { alwaysOpen, openingHours }: Offer): void {
  if (alwaysOpen && openingHours.length > 0) {
    check.refuse(['openingHours'], {
      en: 'It is always open: leave the hours out, or say that it is not always open.',
      pt: 'Está sempre aberto: não indique horas, ou diga que não está sempre aberto.',
    });
    return;
  }
  const { malformed, overlaps } = hoursOf(openingHours);
  for (const at of malformed) {
    check.refuse(['openingHours', at], {
      en: 'Write days and from when to when, such as “Mo-Fr 08:00-16:30” or “Sa,Su 09:00-12:00” (Mo, Tu, We, Th, Fr, Sa, Su; up to 24:00). What goes on after midnight is a stretch of the next day; holidays go into the note.',
      pt: 'Escreva os dias e desde quando até quando, como «Mo-Fr 08:00-16:30» ou «Sa,Su 09:00-12:00» (Mo, Tu, We, Th, Fr, Sa, Su; até às 24:00). O que continua depois da meia-noite é outro período, do dia seguinte; os feriados vão para a nota.',
    });
  }
  for (const at of overlaps) {
    check.refuse(['openingHours', at], {
      en: 'It overlaps with another stretch of the same day. Make them one.',
      pt: 'Sobrepõe-se a outro período do mesmo dia. Junte-os num só.',
    });
  }
}

/** Not in the entry, nor in another of whoever runs the safe house, nor in what the entry was before. */
async function checkPlaceUntold(work: Work, check: InputCheck, offer: Offer, stood?: Stood): Promise<void> {
  const isSafeHouse = offer.categories.includes('SAFE_HOUSE');
  if (offer.address && (isSafeHouse || (await runsSafeHouse(work, offer.organisationId)))) {
    check.refuse(['address'], {
      en: 'The place of a safe house is not written down anywhere. Leave the address out; give a telephone.',
      pt: 'O lugar de uma casa de abrigo não se escreve em lado nenhum. Não indique o endereço; indique um telefone.',
    });
  } else if (isSafeHouse && stood && !stood.categories.includes('SAFE_HOUSE') && (await everTold(work, stood))) {
    check.refuse(['categories'], {
      en: 'The history of this entry tells an address, which nobody may read of a safe house. Take the entry out as recorded in error, and add a new one without an address.',
      pt: 'O histórico desta entrada diz um endereço, que de uma casa de abrigo ninguém pode ler. Retire a entrada como registada por engano, e acrescente outra sem endereço.',
    });
  }
}

/** By what the organisation is referred to for, or by another entry of it. */
async function runsSafeHouse(work: Work, organisationId: string | null): Promise<boolean> {
  if (organisationId === null) return false;
  const [organisation] = await work.find(Organisation, { id: organisationId });
  if (organisation?.services.includes('SAFE_HOUSE')) return true;
  const others = await work.find(ServiceEntry, { organisationId, voidedAt: null });
  return others.some(({ categories }) => categories.includes('SAFE_HOUSE'));
}

/** The entry has an address, or had one once. */
async function everTold(work: Work, { id, address }: Stood): Promise<boolean> {
  if (address !== null) return true;
  const [found] = await work.query<{ told: boolean }>(sql`
    SELECT EXISTS (SELECT FROM audit_event e JOIN record_change rc ON rc.id = e.id
      WHERE e.record_id = ${id} AND rc.open LIKE '%"address"%') AS told`);
  return found?.told === true;
}

function checkContact(check: InputCheck, { telephone, email }: Offer): void {
  if (telephone && !/^\+?[\d ()/-]*$/.test(telephone.trim())) {
    check.refuse(['telephone'], {
      en: 'Give a telephone number: digits, with spaces and a + in front if you like.',
      pt: 'Indique um número de telefone: algarismos, com espaços e um + à frente se quiser.',
    });
  }
  if (email && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) {
    check.refuse(['email'], { en: 'Give an e-mail address.', pt: 'Indique um endereço de correio electrónico.' });
  }
}

const needed: Readonly<
  Record<'PROVINCES' | 'DISTRICTS', { readonly field: 'provinceCodes' | 'districtCodes' } & Text>
> = {
  PROVINCES: { field: 'provinceCodes', en: 'Name the provinces.', pt: 'Indique as províncias.' },
  DISTRICTS: { field: 'districtCodes', en: 'Name the districts.', pt: 'Indique os distritos.' },
};

async function checkPlaces(work: Work, check: InputCheck, offer: Offer): Promise<void> {
  const { coverage, provinceCodes, districtCodes } = offer;
  const wanted = coverage === 'NATIONWIDE' ? undefined : needed[coverage];
  if (wanted && offer[wanted.field].length === 0) check.refuse([wanted.field], { en: wanted.en, pt: wanted.pt });
  for (const field of ['provinceCodes', 'districtCodes'] as const) {
    if (field === wanted?.field || offer[field].length === 0) continue;
    check.refuse([field], {
      en: 'It does not go with how far the service reaches. Leave it empty, or change the coverage.',
      pt: 'Não condiz com o alcance do serviço. Deixe vazio, ou mude o alcance.',
    });
  }
  await checkCodes(check, 'provinceCodes', provinceCodes, async (code) => work.find(Province, { code }));
  await checkCodes(check, 'districtCodes', districtCodes, async (code) => work.find(District, { code }));
}

async function checkCodes(
  check: InputCheck,
  field: string,
  given: readonly string[],
  find: (code: readonly string[]) => Promise<readonly { readonly code: string }[]>,
): Promise<void> {
  if (given.length === 0) return;
  const known = new Set((await find(given)).map(({ code }) => code));
  given.forEach((code, at) => {
    if (known.has(code)) return;
    check.refuse([field, at], {
      en: 'There is no place with this code in the country. Read the codes of provinces and districts anew.',
      pt: 'Não há no país nenhum lugar com este código. Leia de novo os códigos das províncias e dos distritos.',
    });
  });
}
