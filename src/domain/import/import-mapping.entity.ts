import { ThingRecord, voided } from '../../model/record';
import { Attribute, Link, Thing } from '../../model/declaration';
import { Organisation } from '../organisation/organisation.entity';
import { ImportKind } from './import.codes';

const written = ['keepImportMapping', 'updateImportMapping'];

/** How the columns of files of one make are called, kept so that the next file needs no asking. */
@Thing({
  label: { en: 'Mapping of columns', pt: 'Correspondência de colunas' },
  description: 'Which columns of a kind of file say what, kept for the next file of that kind.',
  dataClass: 'IMPORT',
  plural: 'importMappings',
  reach: { own: ['createdById'], organisation: ['organisationId'] },
  order: { field: 'name', direction: 'ASC' },
  few: true,
})
export class ImportMapping extends ThingRecord {
  @Link(() => Organisation, { description: 'Whose mapping it is.', write: ['keepImportMapping?'] })
  organisationId: string;

  @Attribute({
    type: 'text',
    sort: true,
    found: false,
    description: 'What people call it, such as the name of a form.',
    write: written,
  })
  name: string;

  @Attribute({ type: ImportKind, description: 'What the rows become.', write: ['keepImportMapping'] })
  kind: ImportKind;

  @Attribute({
    type: 'longText',
    maxLength: 50_000,
    description:
      'The mapping, as JSON: `columns` from heading to the path of the field, `values` from path to what texts of the file are as codes, `constants` from path to what every row has.',
    write: written,
  })
  mapping: string;

  @Attribute(voided)
  voidedAt: string | null;
}
