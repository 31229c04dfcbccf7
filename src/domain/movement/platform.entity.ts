import { ThingRecord, voided } from '../../model/record';
import { Attribute, Link, Thing } from '../../model/declaration';
import { ActivityLevel } from '../activity/activity.codes';
import { Organisation } from '../organisation/organisation.entity';

@Thing({
  label: { en: 'Platform', pt: 'Plataforma' },
  description: 'A platform or network in which associations of sex workers stand together.',
  dataClass: 'PLATFORM',
  plural: 'platforms',
  reach: { organisation: ['organisationId'] },
  order: { field: 'name', direction: 'ASC' },
  staysInSight: true,
})
export class Platform extends ThingRecord {
  @Link(() => Organisation, {
    description: 'Organisation that hosts it.',
    write: ['registerPlatform?'],
  })
  organisationId: string;

  @Attribute({ type: 'text', sort: true, description: 'Name.', write: ['registerPlatform', 'updatePlatform'] })
  name: string;

  @Attribute({
    type: ActivityLevel,
    description: 'Whether it is one of a community, of the country or of several countries.',
    write: ['registerPlatform', 'updatePlatform'],
  })
  level: ActivityLevel;

  @Attribute({
    type: 'date',
    nullable: true,
    description: 'Day on which it was founded.',
    write: ['registerPlatform', 'updatePlatform'],
  })
  foundedOn: string | null;

  @Attribute({
    type: 'longText',
    nullable: true,
    filter: false,
    maxLength: 2000,
    description: 'What it is and does. Nobody is named in it.',
    write: ['registerPlatform', 'updatePlatform'],
  })
  description: string | null;

  @Attribute(voided)
  voidedAt: string | null;
}
