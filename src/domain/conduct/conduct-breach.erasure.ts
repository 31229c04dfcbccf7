/** The end of a breach: it goes when its time is over, with its key and with what its history held. */
import { sql } from '../../base/sql';
import { SWEEP_BATCH, sweep } from '../../writing/sweep';
import { asSystem } from '../../writing/system-write';
import { countryOf } from '../country/country.own';
import { ConductBreach } from './conduct-breach.entity';

const byItself = asSystem(ConductBreach, 'A breach of a code of conduct is erased by itself when its time is over.');

sweep({
  name: 'eraseConductBreaches',
  label: { en: 'erase breaches of long ago', pt: 'apagar violações antigas' },
  description:
    'erases breaches of codes of conduct in the months of the country after the last decision, with their keys',
  writes: [byItself],
  run: async (work) => {
    const { conductMonths } = await countryOf(work);
    const due = await work.query<{ id: string }>(sql`
      SELECT b.id FROM conduct_breach b
      WHERE b.status IN ('RESOLVED', 'DISMISSED', 'UPHELD', 'OVERTURNED')
        AND coalesce(b.appeal_decided_at, b.decided_at) + make_interval(months => ${conductMonths}) <= now()
      ORDER BY b.id LIMIT ${SWEEP_BATCH} FOR NO KEY UPDATE SKIP LOCKED`);
    if (due.length === 0) return 0;
    const breaches = await work.find(ConductBreach, { id: due.map(({ id }) => id) }, true);
    work.erase(ConductBreach, breaches, { as: byItself });
    work.destroyKeys(breaches.map(({ dataKeyId }) => dataKeyId));
    return breaches.length;
  },
});
