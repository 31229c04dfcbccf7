import { adminRows } from '../support/admin';
import { uuidOf } from './case/acts';
import type { World } from './world';

/** Lets time pass in South Africa without waiting for it: what is due or valid until then becomes so, however slow the machine. */
export const letPass = (world: World, table: string, id: string, columns: Readonly<Record<string, string>>) =>
  adminRows(
    world.database,
    `UPDATE za.${table} SET ${Object.entries(columns)
      .map(([name, value]) => `${name} = ${value}`)
      .join(', ')} WHERE id = $1`,
    [/^[0-9a-f-]{36}$/.test(id) ? id : uuidOf(id)],
  );
