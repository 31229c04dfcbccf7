/** The places and profiles that the project brings along, read as `country add` reads them. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { knownCountry, type CountryDefinition } from '../../src/installation/country-definition';
import type { ProvinceDefinition } from '../../src/installation/place-definition';
import { projectRoot } from '../../src/base/project';

/** As the files have it: a name in Portuguese where that differs. */
export interface CountryPlaces extends CountryDefinition {
  readonly provinces: readonly (ProvinceDefinition & { readonly namePt?: string })[];
}

/** By code. */
export const countryPlaces: Readonly<Record<string, CountryPlaces>> = Object.fromEntries(
  readdirSync(join(projectRoot, 'seeds', 'places')).flatMap((file) => {
    const code = file.replace('.json', '');
    const known = knownCountry(code);
    return known ? [[code, known]] : [];
  }),
);
