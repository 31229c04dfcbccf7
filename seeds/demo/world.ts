/** What is there before the first case: places, organisations and the people who work in them. */
import { knownCountry, type CountryProfile } from '../../src/installation/country-definition';
import { placeId } from '../../src/installation/place-id';
import { Organisation } from '../../src/domain/organisation/organisation.entity';
import { Deputyship } from '../../src/domain/casework/colleague/deputyship.entity';
import { StaffMember } from '../../src/domain/organisation/staff-member.entity';
import type { ServiceCategory } from '../../src/domain/casework/referral/referral.codes';
import { neutralNames, tellingWord } from '../../src/domain/casework/letter/referral-letter.words';
import type { Role } from '../../src/policy/role';
import { countryTexts, type CountryText } from '../text';
import { made, type Batch } from './batch';
import { BEGIN, DAY, instant } from './calendar';
import { demographyOf, type Demography } from './demography';
import { clinicPosts, partnerPosts, providerPosts, roleOf, type Post } from './posts';
import { Random } from './random';

export interface Place {
  readonly id: string;
  readonly name: string;
  readonly provinceId: string;
  /** It is a town. */
  readonly urban: boolean;
}

/** An organisation with its colleagues by post; each is known by the id of the account that they would have. */
export interface Team {
  readonly id: string;
  readonly name: string;
  readonly services: readonly ServiceCategory[];
  readonly provinceId: string;
  /** Districts of the province that it works from. */
  readonly districts: readonly Place[];
  readonly staff: ReadonlyMap<Post, readonly Colleague[]>;
  /** What letters say of it. */
  readonly letter: LetterEntry;
}

interface LetterEntry {
  readonly name: string;
  readonly place: string;
  readonly hours: string;
  readonly workTelephone: string;
}

export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

export interface World {
  readonly country: CountryProfile;
  readonly text: CountryText;
  readonly demography: Demography;
  readonly districts: readonly Place[];
  readonly partners: readonly Team[];
  readonly providers: readonly Team[];
}

/** Countries that there are texts of. */
export const demoCountries: readonly string[] = Object.keys(countryTexts).sort();

/** Makes the organisations and colleagues of a country, and tells what there is. */
export function makeWorld(code: string, random: Random, batch: Batch): World {
  const [definition, text] = [knownCountry(code), countryTexts[code]];
  if (!definition || !text) throw new Error(`There is no demonstration data of ${code}`);
  const districts = definition.provinces.flatMap((province) =>
    province.districts.map(({ code: district, name, urban = false }) => ({
      id: placeId(code, district),
      name,
      urban,
      provinceId: placeId(code, province.code),
    })),
  );
  const make = teamMaker(code, text, { names: nameMaker(text, random), batch, districts });
  const partners = text.partners.map((partner, nth) => make({ ...partner, services: [] }, partnerPosts(nth), random));
  offerColleague(batch, partners);
  const provider = { partnerRole: 'SERVICE_PROVIDER', sexWorkerLed: false } as const;
  const clinic = { ...provider, kind: 'HEALTH_FACILITY', services: ['HEALTH'] } as const;
  // Chance of their own: they change nothing of what else is told.
  const ofClinics = new Random(`clinics of ${code}`);
  return {
    country: definition.country,
    text,
    demography: demographyOf(code),
    districts,
    partners,
    providers: [
      ...text.providers.map((told) => make({ ...told, ...provider }, providerPosts, random)),
      ...text.clinics.map((told) => make({ ...told, ...clinic }, clinicPosts, ofClinics)),
    ],
  };
}

type NewOrganisation = Pick<Organisation, 'name' | 'kind' | 'partnerRole' | 'sexWorkerLed'> & {
  readonly services: readonly ServiceCategory[];
  /** ISO 3166-2. */
  readonly province: string;
};
type TeamMaker = (
  organisation: NewOrganisation,
  posts: Readonly<Partial<Record<Post, number>>>,
  random: Random,
) => Team;

interface Around {
  readonly names: () => string;
  readonly batch: Batch;
  readonly districts: readonly Place[];
}

function teamMaker(code: string, text: CountryText, { names, batch, districts }: Around): TeamMaker {
  let nth = 0;
  return ({ province, services, ...organisation }, posts, random) => {
    const provinceId = placeId(code, province);
    const at = BEGIN - random.int(30, 400) * DAY;
    const near = districts.filter((district) => district.provinceId === provinceId);
    const letter = letterOf(code, text, organisation, near, (nth += 1));
    const { id, name } = batch.add(Organisation, {
      services: [...services],
      provinceId,
      endsOn: null,
      letterName: letter.name === organisation.name ? null : letter.name,
      place: letter.place,
      hours: letter.hours,
      workTelephone: letter.workTelephone,
      ...organisation,
      ...made(random, at, null),
    });
    const staff = new Map<Post, Colleague[]>();
    for (const [post, count] of Object.entries(posts) as [Post, number][]) {
      staff.set(
        post,
        Array.from({ length: count }, () => hire(batch, random, id, post, names())),
      );
    }
    standIn(batch, id, staff.get('field-worker') ?? []);
    return { id, name, services, provinceId, districts: near, staff, letter };
  };
}

/** Clinics go by their own names; what others are called says what they do, or for whom. */
function letterOf(
  code: string,
  { officeHours }: CountryText,
  { name, kind }: Pick<NewOrganisation, 'name' | 'kind'>,
  [town]: readonly Place[],
  nth: number,
): LetterEntry {
  const { country } = knownCountry(code) ?? {};
  const isClinic = kind === 'HEALTH_FACILITY' && tellingWord(name) === undefined;
  return {
    name: isClinic ? name : neutralNames[kind][country?.defaultLocale ?? 'en'],
    place: town?.name ?? name,
    hours: officeHours,
    workTelephone: `${demographyOf(code).phone} 000 ${String(1000 + nth)}`,
  };
}

function hire(batch: Batch, random: Random, organisationId: string, post: Post, name: string): Colleague {
  const at = BEGIN - random.int(1, 30) * DAY;
  const role = roleOf(post);
  const row = batch.add(StaffMember, {
    name,
    role,
    active: true,
    organisationId,
    movingToId: null,
    childProtection: false,
    ...made(random, at, null),
  });
  return { id: row.id, name, role };
}

/** Somebody of the second partner is to move to the first, where nobody has agreed yet. */
function offerColleague(batch: Batch, [to, from]: readonly Team[]): void {
  const leaving = from?.staff.get('partner-admin')?.at(-1);
  const row = batch.of(StaffMember).find(({ id }) => id === leaving?.id);
  if (row && to) Object.assign(row, { movingToId: to.id });
}

/** Somebody stood in for a colleague who was absent for two weeks. */
function standIn(batch: Batch, organisationId: string, [absent, deputy]: readonly Colleague[]): void {
  if (!absent || !deputy) return;
  // Chance of its own: it changes nothing of what else is told.
  const random = new Random(`standing in ${organisationId}`);
  const at = BEGIN + random.int(5, 60) * DAY;
  batch.add(Deputyship, {
    organisationId,
    absentId: absent.id,
    deputyId: deputy.id,
    startsAt: instant(at),
    endsAt: instant(at + 14 * DAY),
    ...made(random, at, null),
  });
}

/** Names of people, none twice as long as there are enough. */
function nameMaker({ givenNames, surnames }: CountryText, random: Random): () => string {
  const [given, family] = [random.shuffle(givenNames), random.shuffle(surnames)];
  let nth = 0;
  return () => {
    const name = `${given[nth % given.length]} ${family[(nth * 7 + Math.floor(nth / given.length)) % family.length]}`;
    nth++;
    return name;
  };
}
