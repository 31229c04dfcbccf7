import { Attribute, Link, Thing } from '../../model/declaration';
import { ThingRecord, voided } from '../../model/record';
import { ActivityLevel } from '../activity/activity.codes';
import { District } from '../country/place.entity';
import { Organisation } from '../organisation/organisation.entity';
import { AllyType } from './ally.codes';

const told = ['engageAlly', 'updateAlly'];

/** An institution, never a person: the region reads allies one by one. Work contacts are kept in the service directory. */
@Thing({
  label: { en: 'Ally', pt: 'Aliado' },
  description: 'An institution that stands with sex workers: what it is, at which level, and since when.',
  dataClass: 'ACTIVITY',
  plural: 'allies',
  few: true,
  reach: { own: ['createdById'], organisation: ['organisationId'] },
  order: { field: 'engagedOn', direction: 'DESC' },
})
export class Ally extends ThingRecord {
  @Link(() => Organisation, {
    description: 'Whose ally it is.',
    write: ['engageAlly?'],
  })
  organisationId: string;

  @Attribute({
    type: 'text',
    sort: true,
    description: 'Name of the institution; never that of a person.',
    write: told,
  })
  name: string;

  @Attribute({ type: AllyType, description: 'What it is.', write: told })
  allyType: AllyType;

  @Attribute({ type: ActivityLevel, description: 'Level at which it acts.', write: told })
  level: ActivityLevel;

  @Link(() => District, {
    nullable: true,
    description: 'Where it is, where that is one district.',
    many: { name: 'allies', description: 'Allies that are here.' },
    write: told,
  })
  districtId: string | null;

  @Attribute({ type: 'date', sort: true, description: 'Day since which it is an ally.', write: told })
  engagedOn: string;

  @Attribute({
    type: 'date',
    nullable: true,
    description: 'Day on which a memorandum of understanding was signed; null: there is none.',
    write: told,
  })
  mouSignedOn: string | null;

  @Attribute({
    type: 'date',
    nullable: true,
    description: 'Last day on which it was an ally; null: it is one. A correction to null takes it up again.',
    write: ['endAlly?', 'updateAlly'],
  })
  endedOn: string | null;

  @Attribute({
    type: 'longText',
    nullable: true,
    filter: false,
    maxLength: 2000,
    description: 'What is to be known of it; nothing about any person.',
    write: [...told, 'endAlly'],
  })
  note: string | null;

  @Attribute(voided)
  voidedAt: string | null;
}
