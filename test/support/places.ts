/** Provinces, districts and data protection profiles by country. */
import type { CountryCode, CrossBorderRule } from '../../src/domain/country/country.codes';
import type { Locale, Text } from '../../src/locale/locale';
import bw from '../../seeds/places/BW.json';
import mz from '../../seeds/places/MZ.json';
import na from '../../seeds/places/NA.json';
import za from '../../seeds/places/ZA.json';
import zw from '../../seeds/places/ZW.json';

/** A district (in Namibia a constituency); the code is ours and stays as it is. */
export interface DistrictPlace {
  readonly code: string;
  readonly name: string;
}

/** A province (in Botswana a district, city or town; in Namibia a region) with its ISO 3166-2 code. */
export interface ProvincePlace {
  readonly code: string;
  readonly name: string;
  /** The name in Portuguese where it differs. */
  readonly namePt?: string;
  readonly districts: readonly DistrictPlace[];
}

/** What a country is set up with. */
export interface CountryProfile {
  readonly code: CountryCode;
  readonly name: Text;
  readonly defaultLocale: Locale;
  /** IANA name. */
  readonly timezone: string;
  /** Hours within which a breach must be notified; null: as soon as reasonably possible. */
  readonly breachHours: number | null;
  /** Months that a closed case is kept. */
  readonly retentionMonths: number;
  readonly crossBorderRule: CrossBorderRule;
  readonly identityVault: boolean;
  readonly caseSharing: boolean;
}

export interface CountryPlaces {
  readonly country: CountryProfile;
  readonly provinces: readonly ProvincePlace[];
}

/** The places of each country that the programme works or has worked in, by its code. */
export const countryPlaces: Readonly<Record<string, CountryPlaces>> = {
  ZA: za as CountryPlaces,
  BW: bw as CountryPlaces,
  MZ: mz as CountryPlaces,
  ZW: zw as CountryPlaces,
  NA: na as CountryPlaces,
};
