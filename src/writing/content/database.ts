/** Contents in the country's own database: where its data may be they are, and its backups hold them. */
import type { Pool } from 'pg';
import type { ContentStore } from './content-store';

export const databaseStore = (pool: Pool): ContentStore => ({
  /** Each piece is a transaction of its own: a slow telephone holds no connection while it sends. */
  async put(id, pieces) {
    let number = 0;
    for await (const bytes of pieces) {
      await pool.query('INSERT INTO content_piece (content_id, number, bytes) VALUES ($1, $2, $3)', [
        id,
        number++,
        bytes,
      ]);
    }
  },

  async *get(id) {
    for (let number = 0; ; number++) {
      const { rows } = await pool.query<{ bytes: Buffer }>(
        'SELECT bytes FROM content_piece WHERE content_id = $1 AND number = $2',
        [id, number],
      );
      if (!rows[0] && number === 0) throw new Error(`There is no content ${id}`);
      if (!rows[0]) return;
      yield rows[0].bytes;
    }
  },

  async remove(id) {
    await pool.query('DELETE FROM content_piece WHERE content_id = $1', [id]);
  },
});
