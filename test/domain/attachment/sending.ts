/** Attachments made, sent and fetched as a client does, in a world that the tests of a file share. */
import { readGlobalId } from '../../support/records';
import { adminRows } from '../../support/admin';
import { openWorld } from '../../support/outside';
import type { Client } from '../../support/app';
import { actor, type Acted } from '../acting';
import type { World } from '../world';

export let world: World;
export const begin = async (env: Readonly<Record<string, string>> = {}): Promise<World> =>
  (world = await openWorld(env));

export interface Shown {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly mediaType: string | null;
  readonly size: number | null;
}
export const fields = 'id version status mediaType size';
export const act = actor<Shown>('attachment', fields);
export const attach = (client: Client, caseId: string, values: object = {}): Promise<Acted<Shown>> =>
  act(client, 'attachToCase', { caseId, kind: 'DOCUMENT', words: { caption: 'A sworn statement.' }, ...values });

export const sent = async (client: Client, id: string, payload: Buffer, headers: Record<string, string> = {}) =>
  world.http.inject({
    method: 'PUT',
    url: `/attachments/${id}`,
    payload,
    headers: { authorization: `Bearer ${client.token}`, 'content-type': 'application/octet-stream', ...headers },
  });
export const fetched = async (client: Client, id: string, query = '') =>
  world.http.inject({ url: `/attachments/${id}${query}`, headers: { authorization: `Bearer ${client.token}` } });

/** As it is fetched, without its content. */
export const asked = async (client: Client, id: string, query = '') =>
  world.http.inject({
    method: 'HEAD',
    url: `/attachments/${id}${query}`,
    headers: { authorization: `Bearer ${client.token}` },
  });

export const uuid = (id: string): string => readGlobalId(id).uuid;
export const rows = <R>(text: string, values: unknown[] = []): Promise<R[]> =>
  adminRows(world.database, text, values) as Promise<R[]>;
export const count = async (table: string): Promise<number> =>
  Number((await rows<{ n: string }>(`SELECT count(*) AS n FROM za.${table}`))[0]?.n);
export const shown = async (client: Client, id: string): Promise<Shown> =>
  (await client.query(`query ($id: ID!) { attachment(id: $id) { ${fields} } }`, { id })).data.attachment as Shown;

export const consented = async (): Promise<string> => {
  const { caseId, survivorId } = await world.newCase();
  await world.newConsent(survivorId, { purpose: 'PHOTO_AUDIO', recipientId: null, scopes: [] });
  return caseId;
};
