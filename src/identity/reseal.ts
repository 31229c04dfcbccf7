/** Brings what TOKEN_SECRET seals under the first of its values, so that the other can be taken away. */
import type { ClientBase } from 'pg';
import { Seal, type SealedPurpose } from './seal';

/** Where sealed values stand: the column, and of which row they are. */
const places = [
  { purpose: 'signing-key', table: 'signing_key', id: 'kid', column: 'private_key', where: `status <> 'RETIRED'` },
  { purpose: 'second-factor', table: 'account', id: 'id', column: 'totp_secret', where: 'totp_secret IS NOT NULL' },
  { purpose: 'second-factor', table: 'account', id: 'id', column: 'totp_pending', where: 'totp_pending IS NOT NULL' },
] as const satisfies readonly ({ purpose: SealedPurpose } & Record<'table' | 'id' | 'column' | 'where', string>)[];

export interface Resealed {
  /** Values that were brought under the first secret. */
  readonly done: number;
  /** Values that none of the secrets opens: they were of no use before. */
  readonly lost: number;
}

/** While the installation serves; run again, it finds nothing left. `owner` has the owner's rights. */
export async function reseal(owner: ClientBase, tokenSecrets: readonly string[]): Promise<Resealed> {
  let [done, lost] = [0, 0];
  for (const { purpose, table, id, column, where } of places) {
    const [all, first] = [new Seal(tokenSecrets, purpose), new Seal(tokenSecrets.slice(0, 1), purpose)];
    const { rows } = await owner.query<{ about: string; sealed: string }>(
      `SELECT ${id} AS about, ${column} AS sealed FROM ${table} WHERE ${where}`,
    );
    for (const { about, sealed } of rows) {
      if (opened(first, sealed, about) !== null) continue;
      const plain = opened(all, sealed, about);
      if (plain === null) {
        lost++;
        continue;
      }
      // Only what was read: somebody may replace a device meanwhile.
      const text = `UPDATE ${table} SET ${column} = $3 WHERE ${id} = $1 AND ${column} = $2`;
      done += (await owner.query(text, [about, sealed, first.close(plain, about)])).rowCount ?? 0;
    }
  }
  return { done, lost };
}

function opened(seal: Seal, sealed: string, about: string): string | null {
  try {
    return seal.open(sealed, about);
  } catch {
    return null;
  }
}
