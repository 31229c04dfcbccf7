// Reference data: every code list speaks both languages, every mapping is complete, every place is real in form and number.
import 'reflect-metadata';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { countryPlaces, type CountryPlaces } from '../support/places';
import { CountryCode, CrossBorderRule } from '../../src/model/country.codes';
import { ConsentPurpose } from '../../src/domain/casework/consent/consent.codes';
import {
  GbvimsType,
  HarmKind,
  PerpetratorCategory,
  PerpetratorRelationship,
  ViolenceForm,
  relationshipOfCategory,
} from '../../src/domain/casework/incident/incident.codes';
import { violationDefaults } from '../../src/domain/casework/incident/incident.violation-defaults';
import { ViolationType } from '../../src/domain/casework/incident/violation-type.codes';
import { ServiceCategory, purposeOfCategory } from '../../src/domain/casework/referral/referral.codes';
import { ServiceType, categoryOfService } from '../../src/domain/casework/referral/service-type.codes';
import { above, codeLists, type CodeList } from '../../src/model/codelist';
import { locales, type Text } from '../../src/base/locale';

const domain = join(__dirname, '../../src/domain');

/** The values that occur more than once. */
function repeated(values: readonly string[]): string[] {
  return values.filter((value, i) => values.indexOf(value) !== i);
}

/** Calls `check` for every list and gathers what it finds wrong. */
function wrong(check: (list: CodeList) => readonly string[]): string[] {
  return [...codeLists.values()].flatMap((list) => check(list).map((found) => `${list.name}: ${found}`));
}

beforeAll(async () => {
  const files = readdirSync(domain, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.codes.ts'));
  for (const file of files) await import(join(domain, file));
});

describe('code lists', () => {
  it('have codes that are GraphQL enum values and stable constants', () => {
    expect(wrong((list) => list.codes.filter((code) => !/^[A-Z][A-Z0-9_]*$/.test(code)))).toEqual([]);
    expect(wrong((list) => (list.codes.length < 2 ? ['fewer than two codes'] : []))).toEqual([]);
  });

  it('have a description and a label for every code in every language', () => {
    expect(
      wrong((list) =>
        locales.flatMap((locale) => (list.description[locale].trim() ? [] : [`no description in ${locale}`])),
      ),
    ).toEqual([]);
    expect(
      wrong((list) => list.codes.filter((code) => locales.some((locale) => !list.of[code]?.[locale]?.trim()))),
    ).toEqual([]);
    const half = (text?: Text): boolean => text !== undefined && locales.some((locale) => !text[locale]?.trim());
    expect(wrong((list) => list.codes.filter((code) => half(list.of[code]?.description)))).toEqual([]);
  });

  it('belong to codes of the list above, and give way to codes that stay', () => {
    expect(
      wrong((list) => {
        const parents = above(list);
        if (!parents) return [];
        const strange = Object.values(parents.of).filter((code) => code !== null && !parents.list.codes.includes(code));
        return [...list.codes.filter((code) => parents.of[code] === undefined), ...strange.map(String)];
      }),
    ).toEqual([]);
    expect(
      wrong((list) =>
        list.codes.filter((code) => {
          const { since, instead } = list.of[code]?.deprecated ?? {};
          if (since === undefined) return false;
          const next = instead === undefined ? undefined : list.of[instead];
          return !/^\d{4}-\d{2}-\d{2}$/.test(since) || (instead !== undefined && (!next || next.deprecated));
        }),
      ),
    ).toEqual([]);
  });

  it('never give two codes of a list the same label', () => {
    expect(
      wrong((list) => locales.flatMap((locale) => repeated(list.codes.map((code) => list.of[code]?.[locale] ?? '')))),
    ).toEqual([]);
  });

  it('name the source of every code whose source code differs', () => {
    expect(wrong((list) => list.codes.filter((code) => list.of[code]?.sourceCode && !list.of[code]?.source))).toEqual(
      [],
    );
  });

  it('know every African state, and the region', () => {
    expect(CountryCode.codes).toHaveLength(55);
    expect(CountryCode.codes.filter((code) => !/^[A-Z]{2}$/.test(code))).toEqual(['REGION']);
  });
});

describe('mappings between code lists', () => {
  it('give every violation one GBVIMS type, at least one harm and at least one form', () => {
    expect(Object.keys(violationDefaults).sort()).toEqual([...ViolationType.codes].sort());
    for (const { gbvimsType, harmKinds, violenceForms } of Object.values(violationDefaults)) {
      expect(GbvimsType.codes).toContain(gbvimsType);
      expect(harmKinds.length).toBeGreaterThan(0);
      expect(violenceForms.length).toBeGreaterThan(0);
      expect(HarmKind.codes).toEqual(expect.arrayContaining([...harmKinds]));
      expect(ViolenceForm.codes).toEqual(expect.arrayContaining([...violenceForms]));
    }
  });

  it('use every kind of harm and every form of violence', () => {
    const defaults = Object.values(violationDefaults);
    expect(new Set(defaults.flatMap((each) => each.harmKinds)).size).toBe(HarmKind.codes.length);
    expect(new Set(defaults.flatMap((each) => each.violenceForms)).size).toBe(ViolenceForm.codes.length);
  });

  it('give every perpetrator category a GBVIMS relationship', () => {
    expect(Object.keys(relationshipOfCategory).sort()).toEqual([...PerpetratorCategory.codes].sort());
    expect(PerpetratorRelationship.codes).toEqual(expect.arrayContaining(Object.values(relationshipOfCategory)));
  });

  it('give every service category a purpose of consent, and a service', () => {
    expect(Object.keys(purposeOfCategory).sort()).toEqual([...ServiceCategory.codes].sort());
    for (const purpose of Object.values(purposeOfCategory)) {
      expect(ConsentPurpose.codes).toContain(purpose);
      expect(purpose).toMatch(/^RELEASE_TO_/);
    }
    expect(Object.keys(categoryOfService).sort()).toEqual([...ServiceType.codes].sort());
    expect([...new Set(Object.values(categoryOfService))].sort()).toEqual([...ServiceCategory.codes].sort());
  });
});

describe.each([
  // [country, provinces, districts]: Botswana's provinces are the districts, cities and towns of ISO 3166-2;
  // Mozambique's districts are the 154 of the provinces and the 7 of Maputo city.
  ['ZA', 9, 52],
  ['BW', 16, 28],
  ['MZ', 11, 161],
  ['ZW', 10, 64],
  ['NA', 14, 121],
] as const)('places of %s', (code, provinceCount, districtCount) => {
  const { country, provinces } = countryPlaces[code] as CountryPlaces;
  const districts = provinces.flatMap((province) => province.districts);

  it('are as many as the country has', () => {
    expect(provinces).toHaveLength(provinceCount);
    expect(districts).toHaveLength(districtCount);
  });

  it('have ISO 3166-2 province codes and district codes below them, all unique', () => {
    for (const province of provinces) {
      expect(province.code).toMatch(new RegExp(`^${code}-[A-Z0-9]{1,3}$`));
      for (const district of province.districts) {
        expect(district.code.startsWith(`${province.code}-`)).toBe(true);
        expect(district.code).toMatch(/^[A-Z0-9]+(-[A-Z0-9]+)+$/);
      }
    }
    expect(repeated([...provinces, ...districts].map((place) => place.code))).toEqual([]);
  });

  it('have a name each, unique among provinces and within a province', () => {
    expect([...provinces, ...districts].filter((place) => !place.name.trim())).toEqual([]);
    expect(repeated(provinces.map((province) => province.name))).toEqual([]);
    for (const province of provinces) expect(repeated(province.districts.map((district) => district.name))).toEqual([]);
  });

  it('come with a data protection profile', () => {
    expect(country.code).toBe(code);
    expect(CountryCode.of[code]).toMatchObject(country.name);
    expect(locales).toContain(country.defaultLocale);
    expect(Intl.supportedValuesOf('timeZone')).toContain(country.timezone);
    expect(CrossBorderRule.codes).toContain(country.crossBorderRule);
    expect(country.retentionMonths).toBeGreaterThan(0);
    expect(country.breachHours === null || country.breachHours > 0).toBe(true);
  });
});

describe('data protection profiles', () => {
  const profile = (code: string) => (countryPlaces[code] as CountryPlaces).country;

  it('keep Mozambique pseudonymous and its cases in the country', () => {
    expect(profile('MZ')).toMatchObject({ identityVault: false, caseSharing: false, crossBorderRule: 'PROHIBITED' });
  });

  it('let the other three countries share de-identified cases', () => {
    for (const code of ['ZA', 'BW', 'ZW']) expect(profile(code).caseSharing).toBe(true);
  });

  it('follow the breach clocks of the laws', () => {
    expect(['ZA', 'BW', 'MZ', 'ZW'].map((code) => profile(code).breachHours)).toEqual([null, 72, null, 24]);
  });
});
