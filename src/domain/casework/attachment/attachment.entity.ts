import { Index } from 'typeorm';
import { column, sql, type Sql } from '../../../base/sql';
import { SealedRecord, ThingRecord, voided } from '../../../model/record';
import { Attribute, Hidden, Link, Thing } from '../../../model/declaration';
import { Case } from '../case/case.entity';
import { consentStands } from '../consent/consent.standing';
import { AttachmentKind, AttachmentStatus, AttachmentType, personal } from './attachment.codes';

/** The coded part. A file's name is not kept: it is in words, names people more often than not, and helps nobody here. */
@Index(['createdAt'], { where: `status = 'AWAITING_CONTENT'` })
@Index(['contentId'], { unique: true })
@Thing({
  label: { en: 'Attachment', pt: 'Anexo' },
  description:
    'A photograph, an audio recording, a document or a medico-legal form of a case. Its content is sent to and fetched from the path `/attachments/` with the id behind it.',
  dataClass: 'ATTACHMENT',
  plural: 'attachments',
  subject: 'case.survivor',
  reach: { through: 'case' },
  erased: true,
})
export class Attachment extends ThingRecord {
  @Link(() => Case, {
    description: 'The case.',
    many: { name: 'attachments', description: 'Photographs, recordings and documents of the case.' },
    write: ['attachToCase'],
  })
  caseId: string;

  @Attribute({ type: AttachmentKind, description: 'What it is.', write: ['attachToCase', 'updateAttachment'] })
  kind: AttachmentKind;

  @Attribute({
    type: 'date',
    nullable: true,
    description: 'Day on which it was taken, recorded or drawn up.',
    write: ['attachToCase', 'updateAttachment'],
  })
  takenOn: string | null;

  @Attribute({ type: AttachmentStatus, description: 'Whether its content is here.', initial: 'AWAITING_CONTENT' })
  status: AttachmentStatus;

  @Attribute({ type: AttachmentType, nullable: true, description: 'Type of the content, told by what is in it.' })
  mediaType: AttachmentType | null;

  @Attribute({ type: 'int', nullable: true, description: 'Size of the content as it is fetched, in bytes.' })
  size: number | null;

  @Attribute({ type: 'dateTime', nullable: true, description: 'When the content had come, in UTC.' })
  storedAt: string | null;

  /** What the bytes are found by, which are kept apart. */
  @Hidden({ type: 'uuid', nullable: true })
  contentId: string | null;

  @Attribute(voided)
  voidedAt: string | null;
}

/** A photograph or a recording is shut, with what is said of it, while no consent to it stands. */
const isAgreed = (alias: string): Sql => sql`EXISTS (
  SELECT FROM attachment oa JOIN "case" oc ON oc.id = oa.case_id WHERE oa.id = ${column(alias, 'attachment_id')}
    AND (oa.kind <> ALL(${personal}) OR ${consentStands(sql`oc.survivor_id`, 'PHOTO_AUDIO')}))`;

@Thing({
  label: { en: 'Content of an attachment', pt: 'Conteúdo de um anexo' },
  description: 'What an attachment shows, and by what its content is known again. Sealed; every read is logged.',
  dataClass: 'EVIDENCE',
  plural: 'attachmentContents',
  subject: 'case.survivor',
  reach: { through: 'case', open: isAgreed },
  erased: true,
})
export class AttachmentContent extends SealedRecord {
  @Link(() => Case, { description: 'The case.' })
  caseId: string;

  @Link(() => Attachment, {
    description: 'The attachment.',
    one: { name: 'content', description: 'What it shows, in words. Every read is logged.' },
  })
  attachmentId: string;

  @Attribute({
    type: 'longText',
    nullable: true,
    sealed: true,
    maxLength: 5000,
    description: 'What it shows.',
    write: ['attachmentWords'],
  })
  caption: string | null;

  @Attribute({
    type: 'text',
    nullable: true,
    sealed: true,
    description: 'SHA-256 of the content as it is fetched, in hexadecimal.',
  })
  digest: string | null;

  @Attribute(voided)
  voidedAt: string | null;
}
