/** Opens sealed attributes of rows that were read. */
import type { Row } from '../../database/query';
import type { RequestContext } from '../../server/context';
import type { Plan } from './plan';

/** Replaces ciphertext by text. A row whose data key was destroyed keeps null: it was erased. */
export function unseal(ctx: RequestContext, country: string, { thing, columns }: Plan, found: readonly Row[]): void {
  const { vault } = ctx.app;
  const sealed = [...columns].filter((attribute) => attribute.sealed);
  const keys = new Map<string, Buffer>();
  for (const row of found) {
    const id = row.$dataKeyId as string;
    const wrapped = row.$wrapped as Buffer | null;
    if (wrapped && sealed.length && !keys.has(id)) keys.set(id, vault.openDataKey(country, id, wrapped));
    const key = keys.get(id);
    for (const { name, column } of sealed) {
      const value = row[name] as Buffer | null;
      const place = { country, table: thing.table, column, row: row.$id as string };
      row[name] = value && key ? vault.open(key, value, place) : null;
    }
  }
}
