/** Data keys on a server of their own are destroyed there when what they sealed is erased; where it is away, later. */
import { sql } from '../../../base/sql';
import { sweep } from '../../../writing/sweep';
import { DATA_KEY } from '../../../writing/work-erasing';

/** Days that they are looked for, however long that server is away; a copy of keys from before may be put back meanwhile. */
const LOOKED_FOR_DAYS = 35;

sweep({
  name: 'destroyKeys',
  label: { en: 'destroy the keys of what was erased', pt: 'destruir as chaves do que foi apagado' },
  description: 'destroys the data keys of what was erased, where these stand on a server of their own',
  writes: [],
  run: async (work) => {
    const { apart } = work.ctx.app.vault;
    if (!apart) return 0;
    const gone = await work.query<{ id: string }>(sql`
      SELECT id FROM erased_record
      WHERE entity = ${DATA_KEY} AND erased_at > now() - make_interval(days => ${LOOKED_FOR_DAYS})`);
    const ids = gone.map(({ id }) => id);
    return ids.length > 0 ? apart.destroy(work.country, ids) : 0;
  },
});
