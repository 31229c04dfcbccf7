import { ThingRecord } from '../../model/record';
import { Attribute, Hidden, Link, Thing } from '../../model/declaration';
import { AccessPurpose } from '../../policy/access-purpose.codes';
import { Organisation } from '../organisation/organisation.entity';
import { ExportFormat, ExportStatus } from './data-export.codes';

/** That rows left, which, for what and for whom; never what stood in them. */
@Thing({
  label: { en: 'Export', pt: 'Exportação' },
  description:
    'A file that rows of a list, or of a table of indicators, left in: for what, in which form, how many. Its content is fetched by a link.',
  dataClass: 'DATA_EXPORT',
  plural: 'dataExports',
  within: ['createdById'],
  reach: { own: ['createdById'], organisation: ['organisationId'] },
})
export class DataExport extends ThingRecord {
  @Link(() => Organisation, { nullable: true, description: 'Organisation of whoever exported.' })
  organisationId: string | null;

  @Attribute({ type: 'text', description: 'What was asked for: the list, or the table of indicators.' })
  root: string;

  @Attribute({
    type: ['text'],
    description: 'What each row tells, by the names of the fields; a point leads into a record that it is linked to.',
  })
  columns: string[];

  @Attribute({ type: ExportFormat, description: 'In which form.', write: ['exportData', 'exportForDhis2'] })
  format: ExportFormat;

  @Attribute({
    type: 'boolean',
    initial: false,
    description: 'CSV begins with a byte order mark, which some spreadsheets take UTF-8 by.',
    write: ['exportData'],
  })
  byteOrderMark: boolean;

  @Attribute({
    type: 'boolean',
    initial: false,
    description: 'Below the headings stands a row of HXL tags (hxlstandard.org); in CSV and spreadsheets.',
    write: ['exportData'],
  })
  hxl: boolean;

  @Attribute({
    type: AccessPurpose,
    description: 'What it is for, as the access log says it.',
    write: ['exportData', 'exportForDhis2'],
  })
  purpose: AccessPurpose;

  @Attribute({ type: ExportStatus, description: 'How far it is.' })
  status: ExportStatus;

  @Attribute({
    type: 'int',
    nullable: true,
    description: 'Rows in the file, or values for a DHIS2; null until it is made.',
  })
  rows: number | null;

  @Attribute({ type: 'int', nullable: true, description: 'Bytes of the file; null until it is made.' })
  bytes: number | null;

  /** As the file is kept, packed; null where it is kept as it is. */
  @Hidden({ type: 'int', nullable: true })
  packedBytes: number | null;

  @Attribute({
    type: 'text',
    nullable: true,
    description: 'SHA-256 of the file, in hexadecimal; null until it is made.',
  })
  sha256: string | null;

  @Attribute({ type: 'dateTime', nullable: true, description: 'When the file was made, in UTC.' })
  madeAt: string | null;

  /**
   * The document, or the mapping for a DHIS2, and its variables, or what else that takes: they may say whom somebody
   * looked for, and go when the link is over.
   */
  @Hidden({ type: 'longText', nullable: true, maxLength: 50_000, untold: true })
  document: string | null;

  @Hidden({ type: 'longText', nullable: true, maxLength: 510_000, untold: true })
  variables: string | null;

  /** Of whoever exported: when it ends, the link ends. */
  @Hidden({ type: 'uuid', nullable: true })
  sessionId: string | null;

  @Hidden({ type: 'text' })
  locale: string;

  @Hidden({ type: 'uuid', nullable: true })
  contentId: string | null;
}
