import { Index } from 'typeorm';
import { SealedRecord } from '../../../model/record';
import { Attribute, Hidden, Link, Thing } from '../../../model/declaration';
import { marksOfTyped } from '../duplicate/identity-marks';
import { sharedWithMe } from '../referral/referral.reach';
import { SafeContactMethod } from './survivor.codes';
import { Survivor } from './survivor.entity';

/** The identity vault: every field optional, every field sealed, every read logged. */
@Index(['phoneMark'], { where: 'phone_mark IS NOT NULL' })
@Index(['secondPhoneMark'], { where: 'second_phone_mark IS NOT NULL' })
@Index(['documentMark'], { where: 'document_mark IS NOT NULL' })
@Index(['markedBy'], { where: 'marked_by = 0' })
@Thing({
  label: { en: 'Identity of a survivor', pt: 'Identidade de uma pessoa sobrevivente' },
  description: 'Who a survivor is. Sealed; every read is logged.',
  dataClass: 'IDENTITY',
  plural: 'survivorIdentities',
  subject: 'survivor',
  marked: { columns: ['phoneMark', 'secondPhoneMark', 'documentMark'], marks: marksOfTyped },
  reach: {
    through: 'survivor.cases',
    referred: (alias, subject, dataClass) => sharedWithMe(alias, 'survivor_id', 'survivor_id', subject, dataClass),
  },
  erased: true,
})
export class SurvivorIdentity extends SealedRecord {
  @Link(() => Survivor, {
    description: 'The survivor.',
    one: { name: 'identity', description: 'Who the survivor is. Sealed; every read is logged.' },
  })
  survivorId: string;

  @Attribute({
    type: 'text',
    nullable: true,
    sealed: true,
    description: 'Name on documents.',
    write: ['survivorIdentity'],
  })
  legalName: string | null;

  @Attribute({
    type: 'text',
    nullable: true,
    sealed: true,
    description: 'Name used at work; enough on its own.',
    write: ['survivorIdentity'],
  })
  workingName: string | null;

  @Attribute({
    type: 'text',
    nullable: true,
    sealed: true,
    description: 'Telephone number.',
    write: ['survivorIdentity'],
  })
  phone: string | null;

  @Attribute({
    type: 'text',
    nullable: true,
    sealed: true,
    description: 'Number of an identity document.',
    write: ['survivorIdentity'],
  })
  idNumber: string | null;

  @Attribute({
    type: 'text',
    nullable: true,
    sealed: true,
    maxLength: 500,
    description: 'Address.',
    write: ['survivorIdentity'],
  })
  address: string | null;

  @Attribute({ type: 'date', nullable: true, sealed: true, description: 'Date of birth.', write: ['survivorIdentity'] })
  dateOfBirth: string | null;

  /** By which equal numbers are found (`identity-marks.ts`). */
  @Hidden({ type: 'text', nullable: true })
  phoneMark: string | null;

  @Hidden({ type: 'text', nullable: true })
  secondPhoneMark: string | null;

  @Hidden({ type: 'text', nullable: true })
  documentMark: string | null;

  /** By which rules they were made; 0: not yet. */
  @Hidden({ type: 'int', initial: 0 })
  markedBy: number;
}

@Thing({
  label: { en: 'Safe contact', pt: 'Contacto seguro' },
  description: 'How a survivor can be reached safely. Notes are sealed; every read is logged.',
  dataClass: 'SAFE_CONTACT',
  plural: 'safeContacts',
  subject: 'survivor',
  reach: {
    through: 'survivor.cases',
    referred: (alias, subject, dataClass) => sharedWithMe(alias, 'survivor_id', 'survivor_id', subject, dataClass),
  },
  erased: true,
})
export class SafeContact extends SealedRecord {
  @Link(() => Survivor, {
    description: 'The survivor.',
    one: { name: 'safeContact', description: 'How the survivor can be reached safely. Every read is logged.' },
  })
  survivorId: string;

  @Attribute({
    type: SafeContactMethod,
    description: 'Means of contact that is safe.',
    write: ['newSafeContact', 'safeContact'],
  })
  method: SafeContactMethod;

  @Attribute({
    type: 'text',
    nullable: true,
    sealed: true,
    description: 'Times that are safe.',
    write: ['newSafeContact', 'safeContact'],
  })
  times: string | null;

  @Attribute({
    type: 'longText',
    nullable: true,
    sealed: true,
    maxLength: 2000,
    description: 'What else to mind.',
    write: ['newSafeContact', 'safeContact'],
  })
  note: string | null;
}
