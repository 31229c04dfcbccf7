/** Survivors: pseudonymous, few of them children, with an identity only where the country's profile has the vault. */
import type { AgeBand, DisabilityKind, GenderIdentity } from '../../src/domain/casework/survivor/survivor.codes';
import { SafeContact, SurvivorIdentity } from '../../src/domain/casework/survivor/survivor-identity.entity';
import { Survivor, SurvivorDemographics } from '../../src/domain/casework/survivor/survivor.entity';
import { made } from './batch';
import { instant } from './calendar';
import { shortNumber } from './number';
import type { Colleague, Team } from './world';
import type { Weights } from './random';
import type { Person } from './person';
import type { Story } from './story';

const ageBands: Weights<AgeBand> = {
  UNDER_18: 3,
  AGE_18_24: 27,
  AGE_25_34: 44,
  AGE_35_49: 23,
  AGE_50_PLUS: 3,
  UNKNOWN: 3,
};
/** Years that lie inside the band whatever the month of birth. */
const years: Readonly<Record<Exclude<AgeBand, 'UNKNOWN'>, readonly [number, number]>> = {
  UNDER_18: [12, 14],
  AGE_18_24: [19, 24],
  AGE_25_34: [26, 34],
  AGE_35_49: [36, 49],
  AGE_50_PLUS: [51, 58],
};
const genders: Weights<GenderIdentity> = {
  WOMAN: 82,
  TRANS_WOMAN: 7,
  MAN: 6,
  NON_BINARY: 2,
  TRANS_MAN: 1,
  PREFER_NOT_TO_SAY: 1,
  INTERSEX: 0.5,
  OTHER: 0.5,
};
const reporting = { GIVEN: 80, REFUSED: 13, WITHDRAWN: 7 };
const selfIdentification = { YES: 72, NO: 18, PREFERS_NOT_TO_SAY: 10 };
const disabilities: Weights<DisabilityKind> = { NONE: 92, PHYSICAL: 4, MENTAL: 3, UNKNOWN: 1 };
const SALT = 0x1f3a5c7;
const unmerged = { mergedIntoId: null, mergedAt: null };
/** The numbers are compared once they are sealed. */
const unmarked = { phoneMark: null, secondPhoneMark: null, documentMark: null, markedBy: 0 };

/**
 * The code of the n-th survivor of a country. Whoever stands in no other survivor's story is counted from the other
 * end, with negative numbers, so that the two never meet.
 */
export const codeOf = (nth: number): string => `S-${shortNumber(nth, SALT)}`;

/** A survivor of whom no year of birth is told yet. */
type Untold = Omit<Person, 'birthYear'>;

/** @param adult no child, whose case is not handed over */
export function makeSurvivor(story: Story, team: Team, by: Colleague, at: number, adult = false): Person {
  const { random, batch, world } = story;
  const base = made(random, at, by.id);
  const home = random.chance(0.8) ? random.pickEarly(team.districts) : random.pick(world.districts);
  const dataKeyId = random.id(at);
  batch.dataKeys.push({ id: dataKeyId, at: instant(at) });
  const person: Untold = {
    id: base.id,
    survivorCode: codeOf(story.count('survivor')),
    ageBand: bandOf(random.weighted(ageBands), adult),
    genderIdentity: random.weighted(genders),
    language: random.weighted(world.demography.languages),
    home,
    dataKeyId,
    team,
    reporting: random.weighted(reporting),
    contact: { agreed: false, method: null },
    lastCaseId: '',
  };
  const platformMember = random.chance(0.8) ? random.chance(0.35) : null;
  const { survivorCode, ageBand, genderIdentity, language: preferredLanguage } = person;
  batch.add(Survivor, {
    survivorCode,
    ageBand,
    genderIdentity,
    preferredLanguage,
    platformMember,
    ...unmerged,
    ...base,
  });
  const birthYear = addDemographics(story, person, by, at);
  if (world.country.identityVault) addIdentity(story, person, by, at, birthYear);
  else addSafeContact(story, person, by, at);
  return { ...person, birthYear };
}

const bandOf = (drawn: AgeBand, adult: boolean): AgeBand => (adult && drawn === 'UNDER_18' ? 'AGE_18_24' : drawn);

function addDemographics({ random, batch, world }: Story, person: Untold, by: Colleague, at: number): number | null {
  const { ageBand, genderIdentity } = person;
  const span = ageBand === 'UNKNOWN' || random.chance(0.15) ? null : years[ageBand];
  const birthYear = span && new Date(at).getUTCFullYear() - random.int(...span);
  const trans = genderIdentity.startsWith('TRANS_');
  const sellsSex = random.chance(0.96);
  batch.add(SurvivorDemographics, {
    survivorId: person.id,
    birthYear,
    genderModality: random.chance(0.1) ? null : trans ? 'TRANS' : 'CIS',
    keyPopulations: [
      ...(sellsSex ? (['SW'] as const) : []),
      ...(genderIdentity === 'MAN' && random.chance(0.6) ? (['MSM'] as const) : []),
      ...(random.chance(0.04) ? (['PWID'] as const) : []),
      ...(trans ? (['TG'] as const) : []),
      ...(random.chance(0.18) ? (['PLHIV'] as const) : []),
      ...(ageBand === 'AGE_18_24' ? (['YOUTH'] as const) : []),
    ],
    nationality: random.chance(0.08) ? null : random.weighted(world.demography.nationalities),
    homeDistrictId: random.chance(0.05) ? null : person.home.id,
    disability: random.chance(0.2) ? null : random.weighted(disabilities),
    selfIdentifiesAsSexWorker: random.weighted(selfIdentification),
    exchangesSexForMoneyOrGoods: sellsSex,
    toldCode: null,
    ...made(random, at, by.id),
  });
  return birthYear;
}

function addIdentity(
  { random, batch, world }: Story,
  person: Untold,
  by: Colleague,
  at: number,
  birthYear: number | null,
): void {
  const { text, demography } = world;
  const of = <T>(chance: number, value: () => T): T | null => (random.chance(chance) ? value() : null);
  const shared = { survivorId: person.id, dataKeyId: person.dataKeyId };
  const address = (): string =>
    demography.address
      .replace('{number}', String(random.int(1, 400)))
      .replace('{name}', random.pick(text.surnames))
      .replace('{place}', person.home.name);
  if (random.chance(0.88)) {
    batch.add(SurvivorIdentity, {
      workingName: of(0.92, () => random.pick(text.workingNames)),
      legalName: of(0.62, () => `${random.pick(text.givenNames)} ${random.pick(text.surnames)}`),
      phone: of(0.75, () => `${demography.phone} ${random.digits(3)} ${random.digits(4)}`),
      idNumber: of(0.25, () => `X${random.digits(8)}`),
      address: of(0.4, address),
      dateOfBirth:
        birthYear === null ? null : of(0.4, () => `${birthYear}-${two(random.int(1, 12))}-${two(random.int(1, 28))}`),
      ...unmarked,
      ...shared,
      ...made(random, at, by.id),
    });
  }
  const { method, times, note } = random.pick(text.safeContacts);
  if (random.chance(0.85)) {
    person.contact.method = method;
    batch.add(SafeContact, {
      method,
      times: times || null,
      note: of(0.8, () => note),
      ...shared,
      ...made(random, at, by.id),
    });
  }
}

/** Where no identity is kept, the code of how somebody is reached, and no words. */
function addSafeContact(story: Story, person: Untold, by: Colleague, at: number): void {
  const { batch, world } = story;
  const random = story.apart('safe contacts');
  if (!random.chance(0.6)) return;
  const { method } = random.pick(world.text.safeContacts);
  person.contact.method = method;
  batch.add(SafeContact, {
    method,
    times: null,
    note: null,
    survivorId: person.id,
    dataKeyId: person.dataKeyId,
    ...made(random, at, by.id),
  });
}

const two = (value: number): string => String(value).padStart(2, '0');
