import { Attribute, Thing } from '../../model/declaration';
import { CountryCode } from '../../model/country.codes';
import { ThingRecord } from '../../model/record';

/** The same rows in every country (`seeds/programme/phases.json`): a country can be of a phase that is no tenant, as Namibia is. */
@Thing({
  label: { en: 'Phase of the programme', pt: 'Fase do programa' },
  description: 'A phase of the programme: its years, and the countries that it worked in.',
  dataClass: 'REFERENCE',
  plural: 'programmePhases',
  few: true,
  reach: {},
  order: { field: 'firstYear', direction: 'ASC' },
})
export class ProgrammePhase extends ThingRecord {
  @Attribute({ type: 'text', unique: true, description: 'Code, the same in every country: `HANDS_OFF_I`.' })
  code: string;

  @Attribute({ type: 'text', description: 'Name in English.' })
  nameEn: string;

  @Attribute({ type: 'text', description: 'Name in Portuguese.' })
  namePt: string;

  @Attribute({ type: [CountryCode], description: 'Countries that it worked in (ISO 3166-1).' })
  countryCodes: CountryCode[];

  @Attribute({ type: 'int', min: 1990, max: 2199, description: 'Year in which it began.' })
  firstYear: number;

  @Attribute({
    type: 'int',
    nullable: true,
    min: 1990,
    max: 2199,
    description: 'Year in which it ended; null: not said.',
  })
  lastYear: number | null;
}
