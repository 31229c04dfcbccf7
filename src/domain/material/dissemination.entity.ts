/** Material on its way: to which unit, how many copies, by which channel, when. */
import { Attribute, Link, Thing } from '../../model/declaration';
import { ThingRecord, voided } from '../../model/record';
import { ActivityLevel, LongTermOutcome } from '../activity/activity.codes';
import { District } from '../country/place.entity';
import { Organisation } from '../organisation/organisation.entity';
import { DisseminationChannel, RecipientKind } from './material.codes';
import { Material } from './material.entity';

@Thing({
  label: { en: 'Dissemination of material', pt: 'Divulgação de material' },
  description: 'Material that was given to a unit or an institution: how many copies, by which channel, on which day.',
  dataClass: 'ACTIVITY',
  plural: 'disseminations',
  reach: { own: ['createdById'], organisation: ['organisationId'] },
  order: { field: 'disseminatedOn', direction: 'DESC' },
})
export class Dissemination extends ThingRecord {
  @Link(() => Organisation, {
    description: 'Who gave it.',
    write: ['recordDissemination?'],
  })
  organisationId: string;

  @Link(() => Material, {
    description: 'The material.',
    many: { name: 'disseminations', description: 'To whom it was given.' },
    write: ['recordDissemination', 'updateDissemination'],
  })
  materialId: string;

  @Attribute({
    type: 'text',
    search: true,
    description: 'Name of the unit or institution that received it. Nobody’s name.',
    write: ['recordDissemination', 'updateDissemination'],
  })
  recipientUnit: string;

  @Attribute({
    type: RecipientKind,
    description: 'What kind of unit or institution received it.',
    write: ['recordDissemination', 'updateDissemination'],
  })
  recipientKind: RecipientKind;

  @Link(() => District, {
    nullable: true,
    description: 'Where the unit lies; null: it is for the whole country.',
    many: { name: 'disseminations', description: 'Material that was given to units here.' },
    write: ['recordDissemination', 'updateDissemination'],
  })
  districtId: string | null;

  @Attribute({
    type: 'int',
    nullable: true,
    min: 1,
    max: 1000000,
    description: 'Number of copies; null where it is not counted in copies, as on the radio.',
    write: ['recordDissemination', 'updateDissemination'],
  })
  copies: number | null;

  @Attribute({
    type: DisseminationChannel,
    description: 'How it was given.',
    write: ['recordDissemination', 'updateDissemination'],
  })
  channel: DisseminationChannel;

  @Attribute({
    type: 'date',
    sort: true,
    description: 'Day on which it was given.',
    write: ['recordDissemination', 'updateDissemination'],
  })
  disseminatedOn: string;

  @Attribute({
    type: ActivityLevel,
    description: 'Community, national or regional.',
    write: ['recordDissemination', 'updateDissemination'],
  })
  level: ActivityLevel;

  @Attribute({
    type: LongTermOutcome,
    description: 'Long-term outcome of the programme that it serves.',
    write: ['recordDissemination', 'updateDissemination'],
  })
  outcome: LongTermOutcome;

  @Attribute({
    type: 'longText',
    nullable: true,
    filter: false,
    maxLength: 2000,
    description: 'Why it was taken out.',
    write: ['voidDissemination!'],
  })
  voidedReason: string | null;

  @Attribute(voided)
  voidedAt: string | null;
}
