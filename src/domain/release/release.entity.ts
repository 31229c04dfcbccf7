import { Attribute, Thing } from '../../model/declaration';
import { ThingRecord } from '../../model/record';

/** What a country gave the region of the cases of one closed period. */
@Thing({
  label: { en: 'Release', pt: 'Publicação' },
  description:
    'What a country gave the region of the cases that were registered in a closed period, each as coarsely as is safe.',
  dataClass: 'CASE_SHARE',
  plural: 'releases',
  few: true,
  reach: {},
  order: { field: 'startsOn', direction: 'DESC' },
  derived: true,
  ofSharing: true,
})
export class Release extends ThingRecord {
  @Attribute({ type: 'text', unique: true, sort: true, description: 'The period, as DHIS2 names it: 2026Q1, 2026S1.' })
  period: string;

  @Attribute({ type: 'date', sort: true, description: 'First day of the period.' })
  startsOn: string;

  @Attribute({ type: 'date', description: 'Last day of the period.' })
  endsOn: string;

  @Attribute({
    type: 'int',
    description: 'How often it was published. In a later edition rows are missing, and no other is changed.',
  })
  edition: number;

  @Attribute({ type: 'date', description: 'Day of the edition.' })
  publishedOn: string;

  @Attribute({ type: 'int', description: 'People who look alike in all that is told of a row, at least.' })
  k: number;

  @Attribute({
    type: 'int',
    description:
      'Kinds of violence and of perpetrators among those who look alike in the rest, at least, where any is told.',
  })
  l: number;

  @Attribute({
    type: 'int',
    nullable: true,
    description:
      'Rows that could not be made safe and were left out of the first edition, per cent, rounded up; null: there were none to release.',
  })
  suppressedShare: number | null;
}
