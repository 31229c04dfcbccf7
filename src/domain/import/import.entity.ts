import { ThingRecord } from '../../model/record';
import { Attribute, Hidden, Link, Thing } from '../../model/declaration';
import { ImportShape } from '../../exchange/shape.codes';
import { Organisation } from '../organisation/organisation.entity';
import { ImportFinding, ImportKind, ImportStatus } from './import.codes';
import { ImportMapping } from './import-mapping.entity';

const count = { type: 'int', initial: 0 } as const;

/** What came of a file; never what stood in it. */
@Thing({
  label: { en: 'Import', pt: 'Importação' },
  description:
    'A file whose rows became records: of what kind, how far it is, and what was found in it. Its content goes to `/imports/<id>`.',
  dataClass: 'IMPORT',
  plural: 'dataImports',
  reach: { own: ['createdById'], organisation: ['organisationId'] },
})
export class DataImport extends ThingRecord {
  @Link(() => Organisation, { description: 'Whose records they are.', write: ['prepareImport?'] })
  organisationId: string;

  @Attribute({ type: ImportKind, description: 'What the rows become.', write: ['prepareImport'] })
  kind: ImportKind;

  @Attribute({
    type: ImportShape,
    nullable: true,
    description: 'What program the file comes from; null until it is told by the file itself.',
    write: ['prepareImport'],
  })
  shape: ImportShape | null;

  @Attribute({ type: 'text', nullable: true, description: 'What people call the file.', write: ['prepareImport'] })
  fileName: string | null;

  @Link(() => ImportMapping, {
    nullable: true,
    description: 'How its columns are called.',
    write: ['prepareImport'],
  })
  mappingId: string | null;

  @Attribute({
    type: 'longText',
    maxLength: 50_000,
    nullable: true,
    description: 'How its columns are called where that is kept for no other file, as JSON; as `ImportMapping` has it.',
    write: ['prepareImport'],
  })
  ownMapping: string | null;

  @Attribute({
    type: 'boolean',
    initial: false,
    description: 'Only looked at: everything is checked, nothing is kept.',
    write: ['prepareImport'],
  })
  dryRun: boolean;

  @Attribute({ type: ImportStatus, description: 'How far it is.' })
  status: ImportStatus;

  @Attribute({ ...count, description: 'Rows that were seen so far.' })
  rowsRead: number;

  @Attribute({ ...count, description: 'Rows that became records.' })
  rowsMade: number;

  @Attribute({ ...count, description: 'Rows that were imported before, and were left as they are.' })
  rowsKnown: number;

  @Attribute({ ...count, description: 'Rows that were refused; `findings` say why.' })
  rowsRefused: number;

  @Attribute({ ...count, description: 'Rows whose records were taken back.' })
  rowsUndone: number;

  @Attribute({
    ...count,
    description: 'Rows that stayed when the import was taken back, since somebody has worked on their records.',
  })
  rowsKept: number;

  @Attribute({ type: 'dateTime', nullable: true, description: 'When the end of the file was reached, in UTC.' })
  finishedAt: string | null;

  /** Keyed hash of the file, so that another one is not taken for its rest. */
  @Hidden({ type: 'text', nullable: true })
  fingerprint: string | null;
}

/** Kept while the import is: the first thousand. */
@Thing({
  label: { en: 'Finding of an import', pt: 'Observação de uma importação' },
  description: 'What is wrong or odd in a row of an imported file; never a value of it.',
  dataClass: 'IMPORT',
  plural: 'importFindings',
  reach: { through: 'dataImport' },
  order: { field: 'row', direction: 'ASC' },
  derived: true,
})
export class ImportRowFinding extends ThingRecord {
  @Link(() => DataImport, {
    description: 'The import.',
    many: {
      name: 'findings',
      description: 'What is wrong or odd in its file, in the order of the rows: the first thousand.',
    },
  })
  dataImportId: string;

  @Attribute({ type: ImportFinding, description: 'Whether it kept the row from being imported.' })
  finding: ImportFinding;

  @Attribute({
    type: 'int',
    sort: true,
    description: 'Row of the file as a spreadsheet counts them; 0 for the file as a whole.',
  })
  row: number;

  @Attribute({ type: 'text', nullable: true, description: 'Sheet, or file of several; null where there is one.' })
  sheet: string | null;

  @Attribute({
    type: 'text',
    nullable: true,
    description: 'Column, by its letter and heading; null for the whole row.',
  })
  column: string | null;

  @Attribute({ type: 'text', nullable: true, description: 'Field that the column is, by its path in the input.' })
  path: string | null;

  @Attribute({ type: 'text', description: 'Code, as problems of mutations have it.' })
  code: string;

  @Attribute({ type: 'longText', description: 'What is wrong and how to mend it, in English.' })
  messageEn: string;

  @Attribute({ type: 'longText', description: 'What is wrong and how to mend it, in Portuguese.' })
  messagePt: string;
}
