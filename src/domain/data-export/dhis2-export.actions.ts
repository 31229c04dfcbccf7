/** Preparing a file for a DHIS2, which is then fetched by its link. */
import { problem } from '../../base/problem';
import { making } from '../../model/action-input';
import { field } from '../../model/input';
import { actionLabel } from '../../model/action';
import { action } from '../../writing/action';
import { makeLink } from '../../writing/one-time-link';
import { assertWithinLimit, exportLink } from './data-export.actions';
import { dhis2Forms, isForDhis2, type Dhis2Form, type ExportFormat } from './data-export.codes';
import { DataExport } from './data-export.entity';
import { exportLifecycle } from './data-export.lifecycle';
import { askedForDhis2, columnsOf, type Dhis2Asked, type Dhis2Given } from './dhis2-asked';
import { assertMapped, oddIn } from './dhis2-file';

/** Longest mapping: beyond that a mapping is no text that anybody keeps by hand. */
const LONGEST_MAPPING = 50_000;
/** Longest record of what was sent: some thousand cells. */
const LONGEST_RECORD = 500_000;

action(
  {
    name: 'exportForDhis2',
    of: DataExport,
    label: { en: 'export published numbers for a DHIS2', pt: 'exportar números publicados para um DHIS2' },
    duty: 'tellingPublished',
    description:
      'Makes a link to a file that a DHIS2 imports: one data set of a mapping, of these periods, as the region is told its numbers; good once and for 15 minutes. It takes an account of the region: exact numbers leave a country by a release to its ministry alone. Nothing is made as long as the mapping has a fault; each is a problem with its line. The file marks no form as complete.',
    input: making(DataExport, {
      description: 'What exporting a data set for a DHIS2 takes.',
      relies: ['format', 'purpose'],
      fields: {
        mapping: field({
          type: 'longText',
          maxLength: LONGEST_MAPPING,
          description: 'The mapping, as YAML: which published number goes to which cell (docs/dhis2.md).',
        }),
        dataSet: field({
          type: 'text',
          maxLength: 250,
          nullable: true,
          description: 'Id of the data set, as the mapping has it; may be left out where it has one alone.',
        }),
        periods: field({
          type: ['text'],
          description: 'Periods of the type of the data set, as DHIS2 names them: `2026Q1`; 1 to 100.',
        }),
        sent: field({
          type: 'longText',
          maxLength: LONGEST_RECORD,
          nullable: true,
          description:
            'The record of what was sent before, as `handsoff dhis2 push` keeps it: what of it is hidden or missing by now is deleted. ADX has no deletions, and takes none.',
        }),
      },
    }),
    link: exportLink,
    remarks: ({ ctx }, _id, given) => oddIn(ctx.app.documents.api(ctx), askedIn(given as unknown as Given)),
    steps: [exportLifecycle.on({ from: [], to: 'PREPARED' })],
  },
  async (work, { id, values, mapping, dataSet, periods, sent = null, idempotencyKey }) => {
    const { ctx, actor } = work;
    const asked = askedIn({ mapping, dataSet, periods, sent, format: values.format });
    await assertWithinLimit(work);
    await assertMapped(ctx.app.documents.api(ctx), asked);
    const { country } = asked.mapping;
    const given: Dhis2Given = { country, dataSet: asked.dataSet.id, periods: asked.periods, sent };
    const made = await work.insert(DataExport, {
      ...{ ...values, id, root: 'indicatorTable', columns: columnsOf(asked.dataSet) },
      ...{ document: mapping, variables: JSON.stringify(given) },
      ...{ organisationId: actor.organisationId, sessionId: actor.sessionId, locale: ctx.locale },
      status: exportLifecycle.step(null, work.action, undefined),
    });
    makeLink(work, exportLink, made, idempotencyKey);
    return made;
  },
);

interface Given {
  readonly mapping: string;
  readonly dataSet?: string | null | undefined;
  readonly periods: readonly string[];
  readonly sent?: string | null | undefined;
  readonly format: ExportFormat;
}

/** @throws ProblemError with all that is wrong, as far as nobody has to be asked */
const askedIn = ({ mapping, dataSet = null, periods, sent = null, format }: Given): Dhis2Asked =>
  askedForDhis2(mapping, { dataSet, periods, sent }, dhis2Forms[formOf(format)]);

/** @throws ProblemError for a form of rows */
function formOf(format: ExportFormat): Dhis2Form {
  if (isForDhis2(format)) return format;
  throw problem(
    'INVALID_INPUT',
    `A DHIS2 imports no such file. Choose a form for a DHIS2; for any other, do this instead: ${actionLabel('exportData', 'en')}.`,
    `Um DHIS2 não importa um ficheiro assim. Escolha uma forma para um DHIS2; para outra, faça antes isto: ${actionLabel('exportData', 'pt')}.`,
    ['format'],
  );
}
