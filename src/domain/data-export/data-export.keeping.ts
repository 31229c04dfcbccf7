/** What is written of an export by itself: its file is made when the link is opened, and goes when its time is over. */
import type { Pool } from 'pg';
import type { RequestContext, Services } from '../../base/context';
import type { CountryDatabase } from '../../base/countries';
import { sql } from '../../base/sql';
import type { Locale } from '../../base/locale';
import { thingOf } from '../../model/thing';
import { byItself } from '../../writing/by-itself';
import type { StoreName } from '../../writing/content/store';
import { now } from '../../writing/moments';
import { asSystem } from '../../writing/system-write';
import { SWEEP_BATCH, sweep } from '../../writing/sweep';
import type { Work } from '../../writing/work';
import type { AccessPurpose } from '../../policy/access-purpose.codes';
import type { ExportFormat, ExportStatus } from './data-export.codes';
import { DataExport } from './data-export.entity';
import { exportLifecycle, FORGOTTEN, MADE } from './data-export.lifecycle';

const files = asSystem(
  DataExport,
  'The file of an export is made when its link is opened, and goes when the link is over.',
);

/** An export as its link leads to it. */
export interface Exporting {
  readonly id: string;
  readonly status: ExportStatus;
  readonly root: string;
  readonly document: string;
  readonly variables: string | null;
  readonly format: ExportFormat;
  readonly byteOrderMark: boolean;
  readonly hxl: boolean;
  readonly purpose: AccessPurpose;
  readonly locale: Locale;
  readonly accountId: string;
  readonly sessionId: string;
  readonly createdAt: string;
  readonly file: MadeFile | null;
}

/** A file that is made, and where it is kept. */
export interface MadeFile {
  readonly contentId: string;
  readonly store: StoreName;
  readonly rows: number;
  readonly bytes: number;
  /** As it is kept, packed; null where it is kept as it is. */
  readonly packedBytes: number | null;
  /** In hexadecimal. */
  readonly sha256: string;
}

type Found = Omit<Exporting, 'file'> & { readonly [K in keyof MadeFile]: MadeFile[K] | null };

/** Undefined where nothing is left of it. */
export async function findExport(pool: Pool, id: string): Promise<Exporting | undefined> {
  const { rows } = await pool.query<Found>(
    `SELECT d.id, status, root, document, variables, format, byte_order_mark AS "byteOrderMark", hxl, purpose, locale,
       created_by_id AS "accountId", session_id AS "sessionId", created_at AS "createdAt",
       content_id AS "contentId", s.store, rows, bytes, packed_bytes AS "packedBytes", sha256
     FROM data_export d LEFT JOIN stored_content s ON s.id = d.content_id
     WHERE d.id = $1 AND document IS NOT NULL`,
    [id],
  );
  const [found] = rows;
  if (!found) return undefined;
  const { contentId, store, rows: many, bytes, packedBytes, sha256, ...asked } = found;
  const isMade = contentId !== null && store !== null && many !== null && bytes !== null && sha256 !== null;
  return { ...asked, file: isMade ? { contentId, store, rows: many, bytes, packedBytes, sha256 } : null };
}

/** Notes that the file is made, and in the access log that its rows left. */
export const noteMade = (
  country: CountryDatabase,
  app: Services,
  { id, purpose }: Exporting,
  file: Omit<MadeFile, 'store'>,
  { requestId, actor }: RequestContext,
): Promise<void> =>
  inTransaction(app, country, MADE, async (work) => {
    const [record] = await work.find(DataExport, { id }, true);
    if (!record) throw new Error('an export that is not there');
    const status = exportLifecycle.step(record.status, MADE, undefined);
    await work.update(DataExport, record, { ...file, status, madeAt: now() }, { as: files });
    const { name, dataClass } = thingOf(DataExport);
    const who = sql`${actor?.accountId}::uuid, ${actor?.accountId}::uuid, ${actor?.role}::text, ${record.organisationId}::uuid`;
    work.write(sql`
      INSERT INTO access_log_entry (id, version, created_at, updated_at, created_by_id, actor_id, actor_role,
        organisation_id, request_id, entity, data_class, purpose, record_id, survivor_id)
      VALUES (gen_random_uuid(), 1, now(), now(), ${who}, ${requestId}::text, ${name}::text, ${dataClass}::text,
        ${purpose}::text, ${id}::uuid, NULL::uuid)`);
  });

async function forget(work: Work, ids: readonly string[]): Promise<void> {
  for (const record of await work.find(DataExport, { id: ids }, true)) {
    if (record.status === 'OVER') continue;
    const status = exportLifecycle.step(record.status, FORGOTTEN, undefined);
    const nothing = { document: null, variables: null, sessionId: null, contentId: null };
    await work.update(DataExport, record, { ...nothing, status }, { as: files });
  }
}

async function inTransaction(
  app: Services,
  { code, app: pool }: CountryDatabase,
  name: string,
  run: (work: Work) => Promise<void>,
): Promise<void> {
  const client = await pool.connect();
  let isDone = false;
  try {
    await client.query('BEGIN');
    await byItself(app, code, client, {
      name,
      writes: [files],
      run: (work) => run(work).then(() => 1),
    });
    await client.query('COMMIT');
    isDone = true;
  } finally {
    if (!isDone) await client.query('ROLLBACK').catch(() => undefined);
    client.release();
  }
}

sweep({
  name: FORGOTTEN,
  label: { en: 'forget the file of an export', pt: 'esquecer o ficheiro de uma exportação' },
  description: 'forgets exports whose link is over, with what was asked and its file',
  writes: [files],
  inRegion: true,
  run: async (work) => {
    const due = await work.query<{ id: string }>(sql`
      SELECT d.id FROM data_export d WHERE d.status <> 'OVER' AND NOT EXISTS (
        SELECT FROM one_time_link l WHERE l.record_id = d.id AND (l.expires_at > now() OR l.leased_until > now()))
      LIMIT ${SWEEP_BATCH}`);
    await forget(
      work,
      due.map(({ id }) => id),
    );
    return due.length;
  },
});
