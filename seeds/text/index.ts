/** Demonstration texts by country: all invented, Mozambique's in Portuguese. */
import { bw } from './BW';
import { mz } from './MZ';
import type { CountryText } from './types';
import { za } from './ZA';
import { zw } from './ZW';

export type * from './types';

/** The texts of each country that has demonstration data, by its code. */
export const countryTexts: Readonly<Record<string, CountryText>> = { ZA: za, BW: bw, MZ: mz, ZW: zw };
