import { ThingRecord } from '../../model/record';
import { Attribute, Link, Thing } from '../../model/declaration';
import { Zone } from './release-profile.codes';

/** The first level below the country. */
@Thing({
  label: { en: 'Province', pt: 'Província' },
  description: 'A province (in Botswana a district, in Namibia a region) with its ISO 3166-2 code.',
  dataClass: 'REFERENCE',
  plural: 'provinces',
  few: true,
  reach: {},
  order: { field: 'code', direction: 'ASC' },
})
export class Province extends ThingRecord {
  @Attribute({ type: 'text', unique: true, description: 'ISO 3166-2 code.', sort: true })
  code: string;

  @Attribute({ type: 'text', description: 'Name.', sort: true })
  name: string;

  @Attribute({
    type: Zone,
    nullable: true,
    description: 'Larger part of the country that it lies in, where the country gives nothing away by province.',
  })
  zone: Zone | null;
}

/** The second level: the finest place that an incident is recorded with. */
@Thing({
  label: { en: 'District', pt: 'Distrito' },
  description: 'A district of a province.',
  dataClass: 'REFERENCE',
  plural: 'districts',
  few: true,
  reach: {},
  order: { field: 'code', direction: 'ASC' },
})
export class District extends ThingRecord {
  @Attribute({ type: 'text', unique: true, description: 'Code of the district, unique in its country.', sort: true })
  code: string;

  @Attribute({ type: 'text', description: 'Name.', sort: true })
  name: string;

  @Link(() => Province, {
    description: 'The province that it lies in.',
    many: { name: 'districts', description: 'Its districts.' },
  })
  provinceId: string;

  @Attribute({
    type: 'boolean',
    description: 'Whether it is a town: help is there sooner than elsewhere.',
    initial: false,
  })
  urban: boolean;
}
