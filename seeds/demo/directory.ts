/** The service directory: what the country's providers offer, and some outside the system; one stale here and there, one closed. */
import { ServiceEntry } from '../../src/domain/directory/service-entry.entity';
import type { ServiceCategory } from '../../src/domain/casework/referral/referral.codes';
import { knownCountry } from '../../src/installation/country-definition';
import { placeId } from '../../src/installation/place-id';
import type { DirectoryText } from '../text/types';
import { made, type Row } from './batch';
import { DAY, day, END } from './calendar';
import type { Story } from './story';
import type { Team } from './world';

const officeDays = ['Mo', 'Tu', 'We', 'Th', 'Fr'].map((name) => `${name} 08:00-16:00`);
const offered: Readonly<Partial<Record<ServiceCategory, ServiceEntry['serviceTypes']>>> = {
  HEALTH: ['PEP', 'STI_TREATMENT', 'HIV_TEST', 'WOUND_CARE'],
  PSYCHOSOCIAL: ['COUNSELLING'],
  LEGAL: ['PARALEGAL_ADVICE', 'LEGAL_REPRESENTATION'],
  SAFE_HOUSE: ['SAFE_SHELTER'],
  EMERGENCY_RESPONSE: ['TRANSPORT', 'CRISIS_ACCOMPANIMENT'],
  SOCIAL: ['SOCIAL_GRANT', 'IDENTITY_DOCUMENTS'],
};

/** Adds the entries of a country, kept by its first partner. */
export function addDirectory(story: Story): void {
  const [keeper] = story.world.partners;
  const by = keeper?.staff.get('case-manager')?.[0];
  if (!keeper || !by) return;
  const places = placesOf(story.world.country.code);
  const add = (told: Told): void => addEntry(story, { keptById: keeper.id, by: by.id }, told);
  story.world.providers.forEach((team, nth) => add(ofTeam(story, team, places.get(team.provinceId) ?? [], nth)));
  const [first] = [...places.values()].filter(({ length }) => length > 1);
  for (const text of story.world.text.directory) add(ofText(story, text, first ?? [], provinceOf(story)));
}

type Told = Omit<Row<ServiceEntry>, 'id' | 'version' | 'createdAt' | 'updatedAt' | 'createdById' | Kept> & {
  readonly daysSince: number;
};
type Kept = 'keptById' | 'confirmedById' | 'lastConfirmedOn' | 'voidedAt';

/** Codes of districts by the province that they lie in. */
const placesOf = (code: string): ReadonlyMap<string, readonly string[]> =>
  new Map(
    knownCountry(code)?.provinces.map((province) => [
      placeId(code, province.code),
      province.districts.map((district) => district.code),
    ]),
  );

const provinceOf = ({ world: { country } }: Story): string => knownCountry(country.code)?.provinces[0]?.code ?? '';

function addEntry(
  story: Story,
  { keptById, by }: { keptById: string; by: string },
  { daysSince, ...told }: Told,
): void {
  const random = story.apart('directory');
  const at = END - daysSince * DAY;
  story.batch.add(ServiceEntry, {
    ...told,
    keptById,
    confirmedById: by,
    lastConfirmedOn: day(at),
    voidedAt: null,
    ...made(random, at, by, told.status === 'CURRENT' ? 0 : 1, at + 30 * DAY),
  });
}

/** Each fifth was not confirmed for long. */
function ofTeam({ world }: Story, team: Team, districts: readonly string[], nth: number): Told {
  const isSafeHouse = team.services.includes('SAFE_HOUSE');
  const isStale = nth % 5 === 4;
  return {
    organisationId: team.id,
    name: team.name,
    categories: [...team.services],
    serviceTypes: team.services.flatMap((category) => offered[category] ?? []),
    coverage: districts.length > 0 ? 'DISTRICTS' : 'NATIONWIDE',
    provinceCodes: [],
    districtCodes: districts.slice(0, 3),
    alwaysOpen: isSafeHouse,
    openingHours: isSafeHouse ? [] : officeDays,
    languages: [...world.text.directoryLanguages],
    accepts: ['WOMEN', 'MEN', 'TRANS_PEOPLE', 'SEX_WORKERS'],
    asksFor: nth % 3 === 0 ? ['REFERRAL_LETTER'] : ['NOTHING'],
    telephone: team.letter.workTelephone,
    email: null,
    address: isSafeHouse ? null : team.letter.place,
    note: null,
    status: isStale ? 'STALE' : 'CURRENT',
    closedOn: null,
    daysSince: isStale ? 120 + nth : 3 + nth,
  };
}

function ofText({ world }: Story, text: DirectoryText, districts: readonly string[], province: string): Told {
  const { closed = false, daysSince, coverage, alwaysOpen } = text;
  return {
    organisationId: null,
    name: text.name,
    categories: [...text.categories],
    serviceTypes: [...text.serviceTypes],
    coverage,
    provinceCodes: coverage === 'PROVINCES' ? [province] : [],
    districtCodes: coverage === 'DISTRICTS' ? districts.slice(0, 2) : [],
    alwaysOpen,
    openingHours: alwaysOpen ? [] : officeDays,
    languages: [...world.text.directoryLanguages],
    accepts: [...text.accepts],
    asksFor: [...text.asksFor],
    telephone: `${world.demography.phone} 000 ${4000 + daysSince}`,
    email: text.email,
    address: text.address,
    note: text.note,
    status: closed ? 'CLOSED' : daysSince >= 90 ? 'STALE' : 'CURRENT',
    closedOn: closed ? day(END - 60 * DAY) : null,
    daysSince,
  };
}
