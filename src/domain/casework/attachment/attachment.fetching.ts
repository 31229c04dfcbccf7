/** The content of an attachment is fetched: who reads it is noted in the statement that finds it, before the first byte. */
import type { RequestContext } from '../../../base/context';
import type { CountryCode } from '../../../base/countries';
import type { PieceSeal } from '../../../base/vault';
import { sql } from '../../../base/sql';
import { label } from '../../../model/codelist';
import { thingOf } from '../../../model/thing';
import { rowScope } from '../../../policy/rights';
import type { AccessPurpose } from '../../../policy/access-purpose.codes';
import { storeOf, type StoreName } from '../../../writing/content/store';
import { AttachmentType, type AttachmentKind } from './attachment.codes';
import { AttachmentContent } from './attachment.entity';
import { opened } from './attachment.pieces';
import { rowOf } from './attachment.receiving';

export interface Fetched {
  readonly type: AttachmentType;
  readonly size: number;
  /** All of it was found whole before this is handed out. */
  readonly content: () => AsyncGenerator<Buffer>;
}

interface Found {
  readonly contentId: string;
  readonly store: StoreName;
  readonly type: AttachmentType;
  readonly kind: AttachmentKind;
  readonly size: number;
  readonly key: string;
  readonly wrapped: Buffer | null;
}

/**
 * @param id of the attachment, a UUID
 * @returns undefined where there is none, none to this account, none with content, or none any more
 * @throws SealBroken where a byte of it was changed
 */
export async function fetchContent(
  ctx: RequestContext,
  id: string,
  purpose: AccessPurpose,
): Promise<Fetched | undefined> {
  const country = ctx.actor?.country as CountryCode;
  const found = await find(ctx, id, purpose);
  if (!found) return undefined;
  const seal = await sealOf(ctx, country, id, found);
  if (!seal) return undefined;
  const { type, size, contentId } = found;
  const store = storeOf(ctx.app, country, found.store);
  const content = (): AsyncGenerator<Buffer> => opened(store.get(contentId), seal, size);
  for await (const part of content()) void part;
  return { type, size, content };
}

async function find(ctx: RequestContext, id: string, purpose: AccessPurpose): Promise<Found | undefined> {
  const { actor, app, requestId } = ctx;
  const pool = actor?.country && app.countries.get(actor.country)?.app;
  if (!actor || !pool) return undefined;
  const thing = thingOf(AttachmentContent);
  const statement = sql`
    WITH found AS MATERIALIZED (
      SELECT c.id, c.data_key_id, k.wrapped, a.content_id, a.media_type, a.kind, a.size, s.store, o.survivor_id
      FROM attachment_content c JOIN attachment a ON a.id = c.attachment_id JOIN "case" o ON o.id = a.case_id
        JOIN stored_content s ON s.id = a.content_id LEFT JOIN data_key k ON k.id = c.data_key_id
      WHERE a.id = ${id}::uuid AND a.status = 'STORED'
        AND ${rowScope(actor, thing, 'read', 'c')}),
    noted AS (
      INSERT INTO access_log_entry (id, version, created_at, updated_at, created_by_id, actor_id, actor_role,
        organisation_id, request_id, entity, data_class, purpose, record_id, survivor_id)
      SELECT gen_random_uuid(), 1, now(), now(), ${actor.accountId}::uuid, ${actor.accountId}::uuid, ${actor.role}::text,
        ${actor.organisationId}::uuid, ${requestId}::text, ${thing.name}::text, ${thing.dataClass}::text, ${purpose}::text,
        f.id, f.survivor_id FROM found f)
    SELECT content_id AS "contentId", store, media_type AS type, kind, size, data_key_id AS key, wrapped FROM found`;
  const { rows } = await pool.query<Found>(statement.text, [...statement.values]);
  return rows[0];
}

/** @returns undefined where its key was destroyed. @throws SealBroken */
async function sealOf(
  { app: { vault } }: RequestContext,
  country: CountryCode,
  id: string,
  { key, wrapped, contentId }: Found,
): Promise<PieceSeal | undefined> {
  const apart = wrapped ? undefined : (await vault.apart?.open(country, [key]))?.get(key);
  if (apart instanceof Error) throw apart;
  const dataKey = wrapped ? vault.openDataKey(country, key, wrapped) : apart;
  const place = { country, table: thingOf(AttachmentContent).table, column: 'content', row: rowOf(id, contentId) };
  return dataKey && vault.pieces(dataKey, place);
}

/** As the header of an answer says it. */
export const mediaTypeOf = (type: AttachmentType): string =>
  AttachmentType.of[type].sourceCode ?? label(AttachmentType, type, 'en');
