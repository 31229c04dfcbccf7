/** Where sealed contents are kept: one small interface, and what is known of each in the country's database. */
import { join } from 'node:path';
import type { Pool } from 'pg';
import type { Services } from '../../base/context';
import type { CountryCode } from '../../base/countries';
import { databaseStore } from './database';
import type { ContentStore } from './content-store';
import { folderStore } from './folder';
import { s3Store } from './s3';

export type StoreName = Services['config']['attachments']['store'];

/** The stores of a country. */
export function storeOf({ config, countries }: Services, country: CountryCode, name: StoreName): ContentStore {
  const database = countries.get(country);
  if (!database) throw new Error(`${country} is not served`);
  switch (name) {
    case 'database':
      return databaseStore(database.app);
    case 'folder':
      return folderStore(join(config.attachments.folder, country));
    case 's3':
      return s3Store(config.attachments.s3, country);
  }
}

/** Keeps a content under a new id. A content that breaks off leaves nothing. */
export async function keepContent(
  app: Services,
  country: CountryCode,
  id: string,
  pieces: AsyncIterable<Buffer>,
): Promise<void> {
  const { store: name } = app.config.attachments;
  const pool = poolOf(app, country);
  await pool.query('INSERT INTO stored_content (id, store) VALUES ($1, $2)', [id, name]);
  try {
    await storeOf(app, country, name).put(id, pieces);
    await pool.query('UPDATE stored_content SET finished_at = now() WHERE id = $1', [id]);
  } catch (error) {
    await removeContent(app, country, id, name).catch(() => undefined);
    throw error;
  }
}

/** What fails here is tried again by the sweep. */
export async function removeContent(app: Services, country: CountryCode, id: string, name: StoreName): Promise<void> {
  await storeOf(app, country, name).remove(id);
  await poolOf(app, country).query('DELETE FROM stored_content WHERE id = $1', [id]);
}

function poolOf({ countries }: Services, country: CountryCode): Pool {
  const found = countries.get(country);
  if (!found) throw new Error(`${country} is not served`);
  return found.app;
}
