/** Breaks some seals of a test database, as a faulty disk or a hand from outside would. */
import { asAdmin } from '../../../src/database/connect';
import { allThings } from '../../../src/model/thing';
import type { TestDatabase } from '../database';

/** Changes the last byte of the first sealed value of every seventh record of each sealed thing, in every country. */
export async function breakSeals(database: TestDatabase): Promise<void> {
  await asAdmin(database.admin, async (client) => {
    for (const { table, attributes } of allThings.values()) {
      const sealed = [...attributes.values()].find((attribute) => attribute.sealed);
      if (!sealed) continue;
      for (const schema of ['za', 'bw', 'mz', 'zw']) {
        const value = `"${sealed.column}"`;
        const last = `length(${value}) - 1`;
        await client.query(
          `UPDATE "${schema}"."${table}" SET ${value} = set_byte(${value}, ${last}, get_byte(${value}, ${last}) # 1)
            WHERE id IN (SELECT id FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM "${schema}"."${table}") t WHERE n % 7 = 0)`,
        );
      }
    }
  });
}
