/** The demonstration data of a country are of that country: services near the survivor, its own offices, its own names. */
import { countryTexts } from '../../seeds/text';
import { AllegedPerpetrator, PerpetratorIdentity } from '../../src/domain/casework/incident/alleged-perpetrator.entity';
import { Case } from '../../src/domain/casework/case/case.entity';
import { Incident } from '../../src/domain/casework/incident/incident.entity';
import { Referral } from '../../src/domain/casework/referral/referral.entity';
import { ReferralLetter } from '../../src/domain/casework/letter/referral-letter.entity';
import { SurvivorDemographics } from '../../src/domain/casework/survivor/survivor.entity';
import { Organisation } from '../../src/domain/organisation/organisation.entity';
import { StaffMember } from '../../src/domain/organisation/staff-member.entity';
import { placeId } from '../../src/installation/place-id';
import { countryPlaces } from '../support/places';
import { breaking } from './keeping';
import { by, countries, tell, type Told } from './told';
import type { Row } from '../../seeds/demo/batch';

const telephone: Readonly<Record<string, string>> = { BW: '+267', MZ: '+258', ZA: '+27', ZW: '+263' };
const names = new Map(
  countries.map((code) => [
    code,
    tell(code)
      .of(Organisation)
      .map(({ name }) => name),
  ]),
);

describe.each(countries)('in the demonstration data of %s', (code) => {
  const told: Told = tell(code, 2);
  const provinces = countryPlaces[code]?.provinces ?? [];
  const districts = new Map(
    provinces.flatMap(({ code: province, districts: all }) =>
      all.map(({ code: district, name }) => [
        placeId(code, district),
        { name, provinceId: placeId(code, province) } as const,
      ]),
    ),
  );
  const organisations = told.of(Organisation);
  const organisation = new Map(organisations.map((one) => [one.id, one]));
  const districtNames = [...districts.values()].map(({ name }) => name);
  const endsInDistrict = (text: string | null): boolean =>
    text === null || districtNames.some((name) => text.endsWith(`, ${name}`));

  it('every province has a health facility, with somebody who answers', () => {
    const staffed = new Set(told.of(StaffMember).map(({ organisationId }) => organisationId));
    const having = organisations.filter(
      ({ id, kind, services }) => kind === 'HEALTH_FACILITY' && services.includes('HEALTH') && staffed.has(id),
    );
    const without = provinces.filter((one) => !having.some(({ provinceId }) => provinceId === placeId(code, one.code)));
    expect(without.map(({ name }) => name)).toEqual([]);
  });

  it('a survivor is referred to a provider of the province, or to the only one there is', () => {
    const rule = (referral: Row<Referral>): boolean => {
      const receiver = organisation.get(referral.toOrganisationId ?? '');
      if (!receiver) return true;
      const provinceId = districts.get(referral.districtId ?? '')?.provinceId;
      const offering = organisations.filter(({ services }) => services.includes(referral.category));
      const near = offering.filter((one) => one.provinceId === provinceId);
      return near.length > 0 ? near.includes(receiver) : referral.category !== 'HEALTH';
    };
    const referrals = told.of(Referral);
    expect(breaking(referrals, rule)).toEqual([]);
    const receivers = by(
      referrals.filter(({ category }) => category === 'HEALTH'),
      'toOrganisationId',
    );
    expect(receivers.size).toBeGreaterThan(4);
    const homes = new Map(told.of(SurvivorDemographics).map((row) => [row.survivorId, row.homeDistrictId]));
    const lives = ({ survivorId, districtId }: Row<Referral>): boolean =>
      (homes.get(survivorId ?? '') ?? districtId) === districtId;
    expect(breaking(referrals, lives)).toEqual([]);
  });

  it('organisations are named for their own country, and reached there', () => {
    const others = countries.filter((one) => one !== code).flatMap((one) => names.get(one) ?? []);
    expect(breaking(organisations, ({ name }) => !others.includes(name))).toEqual([]);
    const ours = new Set(provinces.map((one) => placeId(code, one.code)));
    expect(breaking(organisations, ({ provinceId }) => ours.has(provinceId ?? ''))).toEqual([]);
    const prefix = telephone[code] as string;
    expect(breaking(organisations, (one) => one.workTelephone?.startsWith(`${prefix} `) ?? false)).toEqual([]);
    expect(breaking(organisations, ({ place }) => districtNames.includes(place ?? ''))).toEqual([]);
    expect(breaking(told.of(ReferralLetter), ({ place }) => districtNames.includes(place))).toEqual([]);
  });

  it('a case is registered at an office of its own country, in a district where its organisation works', () => {
    const office = countryTexts[code]?.violenceOffice ?? '';
    for (const other of countries) if (other !== code) expect(countryTexts[other]?.violenceOffice).not.toBe(office);
    const rule = ({ registeredAtOffice, organisationId }: Row<Case>): boolean => {
      if (registeredAtOffice === null) return true;
      const { provinceId } = organisation.get(organisationId) ?? {};
      const near = [...districts.values()].filter((one) => one.provinceId === provinceId);
      return near.some(({ name }) => registeredAtOffice === `${office}, ${name}`);
    };
    expect(breaking(told.of(Case), rule)).toEqual([]);
    expect(told.of(Case).filter(({ registeredAtOffice }) => registeredAtOffice !== null).length).toBeGreaterThan(5);
  });

  it('what stands outside the system lies in the country too', () => {
    const remote = ({ remoteProvider, districtId }: Row<Referral>): boolean =>
      remoteProvider === null || remoteProvider.endsWith(`, ${districts.get(districtId ?? '')?.name}`);
    expect(breaking(told.of(Referral), remote)).toEqual([]);
    const cases = new Map(told.of(Case).map((row) => [row.id, row]));
    const elsewhere = ({ reportedElsewhereTo, caseId }: Row<Incident>): boolean =>
      reportedElsewhereTo === null ||
      organisations.some(({ name, id }) => name === reportedElsewhereTo && id !== cases.get(caseId)?.organisationId);
    expect(breaking(told.of(Incident), elsewhere)).toEqual([]);
    expect(breaking(told.of(PerpetratorIdentity), ({ institution }) => endsInDistrict(institution))).toEqual([]);
    expect(told.of(AllegedPerpetrator).length).toBeGreaterThan(0);
  });
});
