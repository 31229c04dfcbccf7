import { ThingRecord, voided } from '../../model/record';
import { Attribute, Link, Thing } from '../../model/declaration';
import { SpokenLanguage } from '../casework/survivor/language.codes';
import { MemberAssociation } from '../movement/member-association.entity';
import { Platform } from '../movement/platform.entity';

/** What was adopted stays as it is: a change is another edition. */
@Thing({
  label: { en: 'Code of conduct', pt: 'Código de conduta' },
  description: 'The code of conduct of a platform, in one edition and language.',
  dataClass: 'PLATFORM',
  plural: 'codesOfConduct',
  reach: { through: 'platform' },
  order: { field: 'adoptedOn', direction: 'DESC' },
})
export class CodeOfConduct extends ThingRecord {
  @Link(() => Platform, {
    description: 'The platform.',
    many: { name: 'codesOfConduct', description: 'Its codes of conduct, the newest first.' },
    write: ['adoptCodeOfConduct'],
  })
  platformId: string;

  @Attribute({
    type: 'text',
    maxLength: 40,
    description: 'Which edition it is, such as 2 or 2026.',
    write: ['adoptCodeOfConduct'],
  })
  edition: string;

  @Attribute({ type: SpokenLanguage, description: 'Language that it is in.', write: ['adoptCodeOfConduct'] })
  language: SpokenLanguage;

  @Attribute({ type: 'text', description: 'Title.', write: ['adoptCodeOfConduct'] })
  title: string;

  @Attribute({
    type: 'longText',
    nullable: true,
    filter: false,
    description: 'What it says; null where it is published elsewhere.',
    write: ['adoptCodeOfConduct'],
  })
  text: string | null;

  @Attribute({
    type: 'text',
    nullable: true,
    maxLength: 500,
    filter: false,
    description: 'Where it is published, as an address that begins with https.',
    write: ['adoptCodeOfConduct'],
  })
  link: string | null;

  @Attribute({ type: 'date', sort: true, description: 'Day on which it was adopted.', write: ['adoptCodeOfConduct'] })
  adoptedOn: string;

  @Attribute(voided)
  voidedAt: string | null;
}

@Thing({
  label: { en: 'Check of conduct', pt: 'Verificação de conduta' },
  description: 'How far an association kept to the code of conduct in a time: items of the checklist that were met.',
  dataClass: 'PLATFORM',
  plural: 'conductChecks',
  reach: { through: 'association' },
  order: { field: 'checkedOn', direction: 'DESC' },
})
export class ConductCheck extends ThingRecord {
  @Link(() => MemberAssociation, {
    description: 'The association.',
    many: { name: 'conductChecks', description: 'How far it kept to the code of conduct, the newest check first.' },
    write: ['recordConductCheck'],
  })
  associationId: string;

  @Attribute({
    type: 'date',
    description: 'First day of the time that was checked.',
    write: ['recordConductCheck', 'updateConductCheck'],
  })
  periodFrom: string;

  @Attribute({
    type: 'date',
    description: 'Last day of the time that was checked.',
    write: ['recordConductCheck', 'updateConductCheck'],
  })
  periodTo: string;

  @Attribute({
    type: 'int',
    min: 1,
    max: 1000,
    description: 'Items of the checklist that were looked at.',
    write: ['recordConductCheck', 'updateConductCheck'],
  })
  itemsTotal: number;

  @Attribute({
    type: 'int',
    min: 0,
    max: 1000,
    description: 'Items among them that were met.',
    write: ['recordConductCheck', 'updateConductCheck'],
  })
  itemsMet: number;

  @Attribute({
    type: 'date',
    sort: true,
    description: 'Day of the check.',
    write: ['recordConductCheck', 'updateConductCheck'],
  })
  checkedOn: string;

  @Attribute(voided)
  voidedAt: string | null;
}
