/** Code lists of how finely a country gives anything away. */
import { codeList, type CodeOf } from '../../model/codelist';

const own = { source: 'Hands Off' } as const;

/** A part of a country that is larger than a province. */
export const Zone = codeList(
  'Zone',
  { en: 'A part of a country that is larger than a province.', pt: 'Uma parte de um país maior do que uma província.' },
  {
    NORTH: { en: 'North', pt: 'Norte', ...own },
    CENTRE: { en: 'Centre', pt: 'Centro', ...own },
    SOUTH: { en: 'South', pt: 'Sul', ...own },
  },
);
export type Zone = CodeOf<typeof Zone>;

/** The finest period of which a country gives anything away. */
export const ReleasePeriod = codeList(
  'ReleasePeriod',
  {
    en: 'The finest period of which a country gives anything away.',
    pt: 'O período mais curto de que um país publica alguma coisa.',
  },
  {
    QUARTER: { en: 'Quarter', pt: 'Trimestre', ...own },
    HALF_YEAR: { en: 'Half-year', pt: 'Semestre', ...own },
  },
);
export type ReleasePeriod = CodeOf<typeof ReleasePeriod>;

/** The smallest place of which a country gives anything away. */
export const ReleasePlace = codeList(
  'ReleasePlace',
  {
    en: 'The smallest place of which a country gives anything away.',
    pt: 'O lugar mais pequeno de que um país publica alguma coisa.',
  },
  {
    PROVINCE: { en: 'Province', pt: 'Província', ...own },
    ZONE: { en: 'Zone', pt: 'Zona', ...own },
  },
);
export type ReleasePlace = CodeOf<typeof ReleasePlace>;
