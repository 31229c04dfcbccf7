/** Preparing an export, whose file is then fetched by its link. */
import { problem } from '../../base/problem';
import { field } from '../../model/input';
import { actionLabel } from '../../model/action';
import { making } from '../../model/action-input';
import { action } from '../../writing/action';
import { makeLink, type LinkKind } from '../../writing/one-time-link';
import { sql } from '../../base/sql';
import type { Work } from '../../writing/work';
import { isForDhis2, type ExportFormat, type RowForm } from './data-export.codes';
import { DataExport } from './data-export.entity';
import { exportLifecycle } from './data-export.lifecycle';

/** The file of an export. */
export const exportLink: LinkKind = { kind: 'export', minutes: 15 };

/** Longest document, and longest variables. */
const LONGEST = 20_000;

action(
  {
    name: 'exportData',
    of: DataExport,
    label: { en: 'export data', pt: 'exportar dados' },
    description:
      'Makes a link to a file with every row of a list, or of a table of indicators, that the account may read: good once and for 15 minutes. What is sealed never leaves so.',
    input: making(DataExport, {
      description: 'What exporting data takes.',
      relies: ['format', 'purpose'],
      fields: {
        document: field({
          type: 'longText',
          maxLength: LONGEST,
          description:
            'GraphQL document with one query of one list, or of `indicatorTable`. It says filter, order and columns; pages are not asked for, all rows leave. In tables a field of a linked record is a column, and there is no place for lists within rows.',
        }),
        variables: field({
          type: 'longText',
          maxLength: LONGEST,
          nullable: true,
          description: 'Its variables, as the text of a JSON object.',
        }),
      },
    }),
    link: exportLink,
    steps: [exportLifecycle.on({ from: [], to: 'PREPARED' })],
  },
  async (work, { id, values, document, variables = null, idempotencyKey }) => {
    await assertWithinLimit(work);
    const isTable = isTableOf(formOf(values.format));
    const { ctx, actor } = work;
    const { root, columns } = ctx.app.documents.check(ctx, { document, variables, isTable });
    const made = await work.insert(DataExport, {
      ...{ ...values, id, root, columns: [...columns], document, variables },
      ...{ organisationId: actor.organisationId, sessionId: actor.sessionId, locale: ctx.locale },
      status: exportLifecycle.step(null, work.action, undefined),
    });
    makeLink(work, exportLink, made, idempotencyKey);
    return made;
  },
);

/** Whether a form has rows and columns, and no place for a list within a row. */
export const isTableOf = (format: RowForm): boolean => format !== 'NDJSON';

/** @throws ProblemError for a form that a mapping makes */
function formOf(format: ExportFormat): RowForm {
  if (!isForDhis2(format)) return format;
  throw problem(
    'INVALID_INPUT',
    `A file for a DHIS2 is made by a mapping, and not by a document. Do this instead: ${actionLabel('exportForDhis2', 'en')}.`,
    `Um ficheiro para um DHIS2 faz-se por uma correspondência, e não por um documento. Faça antes isto: ${actionLabel('exportForDhis2', 'pt')}.`,
    ['format'],
  );
}

/** @throws ProblemError EXPORT_LIMIT: somebody else holds the account, or a program runs wild */
export async function assertWithinLimit(work: Work): Promise<void> {
  const most = work.ctx.app.config.limits.exportsPerDay;
  // One after the other: those that are made at once would not see each other.
  work.write(sql`SELECT pg_advisory_xact_lock(hashtext('exports of ' || ${work.actor.accountId}::text))`);
  const [found] = await work.query<{ count: number }>(sql`
    SELECT count(*)::int AS count FROM data_export
    WHERE created_by_id = ${work.actor.accountId}::uuid AND created_at > now() - interval '1 day'`);
  if ((found?.count ?? 0) < most) return;
  throw problem(
    'EXPORT_LIMIT',
    `This account has exported ${most} times within a day. Try again tomorrow, or ask for fewer, larger files.`,
    `Esta conta exportou ${most} vezes num dia. Tente de novo amanhã, ou peça menos ficheiros, maiores.`,
  );
}
