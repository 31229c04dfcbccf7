/** Manuals, procedures, codes of conduct and curricula, each in one edition and one language. */
import { Attribute, Link, Thing } from '../../model/declaration';
import { ThingRecord, voided } from '../../model/record';
import { SpokenLanguage } from '../casework/survivor/language.codes';
import { Organisation } from '../organisation/organisation.entity';
import { MaterialKind } from './material.codes';

@Thing({
  label: { en: 'Material', pt: 'Material' },
  description: 'A manual, a procedure, a code of conduct or a curriculum: one edition in one language.',
  dataClass: 'MATERIAL',
  plural: 'materials',
  few: true,
  reach: { organisation: ['organisationId'] },
  order: { field: 'issuedOn', direction: 'DESC' },
})
export class Material extends ThingRecord {
  @Link(() => Organisation, {
    description: 'Who issued it.',
    write: ['issueMaterial?'],
  })
  organisationId: string;

  @Attribute({ type: MaterialKind, description: 'What it is.', write: ['issueMaterial', 'updateMaterial'] })
  kind: MaterialKind;

  @Attribute({ type: 'text', sort: true, description: 'Title.', write: ['issueMaterial', 'updateMaterial'] })
  title: string;

  @Attribute({
    type: 'text',
    maxLength: 40,
    description: 'Edition or version, as it stands on it: `2`, `3.1`, `2026`.',
    write: ['issueMaterial', 'updateMaterial'],
  })
  edition: string;

  @Attribute({
    type: SpokenLanguage,
    description: 'Language that it is written in; a translation is material of its own.',
    write: ['issueMaterial', 'updateMaterial'],
  })
  language: SpokenLanguage;

  @Attribute({
    type: 'date',
    sort: true,
    description: 'Day on which it was issued.',
    write: ['issueMaterial', 'updateMaterial'],
  })
  issuedOn: string;

  @Attribute({
    type: 'text',
    maxLength: 500,
    nullable: true,
    filter: false,
    description: 'Where it can be read, an address that begins with `https://`.',
    write: ['issueMaterial', 'updateMaterial'],
  })
  url: string | null;

  @Link(() => Material, {
    nullable: true,
    description: 'The edition that it takes the place of.',
    many: { name: 'supersededBy', description: 'Editions that took its place.' },
    write: ['issueMaterial', 'updateMaterial'],
  })
  supersedesId: string | null;

  @Attribute({
    type: 'longText',
    nullable: true,
    filter: false,
    maxLength: 2000,
    description: 'Why it was taken out.',
    write: ['voidMaterial!'],
  })
  voidedReason: string | null;

  @Attribute(voided)
  voidedAt: string | null;
}
