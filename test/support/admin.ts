/** The administrator's view of a test database: what the tests hold the API's answers against. */
import type { Client } from 'pg';
import { asAdmin } from '../../src/database/connect';
import type { TestDatabase } from './database';

export type AdminRow = Record<string, unknown>;

/** Runs one statement as the superuser. */
export const adminRows = <R extends object = AdminRow>(
  database: TestDatabase,
  text: string,
  values: unknown[] = [],
): Promise<R[]> => asAdmin(database.admin, async (client: Client) => (await client.query(text, values)).rows as R[]);

/** The column of an attribute, as the entities name it. */
export const snake = (name: string): string =>
  name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replace(/^_/, '');
