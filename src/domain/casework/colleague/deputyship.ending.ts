/** Time alone ends that somebody stands in; what they took on meanwhile does not stay with who can see it no more. */
import { raw, sql } from '../../../base/sql';
import { SWEEP_BATCH, sweep } from '../../../writing/sweep';
import type { Work } from '../../../writing/work';
import { StaffMember } from '../../organisation/staff-member.entity';
import { hasToDoElsewhere, passedOn, passOn, shutToDoIn } from './colleague.passing-on';

sweep({
  name: 'passOnOfDeputies',
  label: { en: 'end of standing in for a colleague', pt: 'fim da substituição de um colega' },
  description: 'gives what a deputy was to do in cases that are open to them no more to whoever has these',
  writes: passedOn,
  run: passOnOfDeputies,
});

async function passOnOfDeputies(work: Work): Promise<number> {
  // Each of those who ever stood in is asked after at every sweep: few of them are to do anything in a case of others.
  const ended = await work.query<{ id: string }>(sql`
    SELECT DISTINCT d.deputy_id AS id FROM deputyship d
    WHERE d.ends_at <= now() AND ${hasToDoElsewhere(raw('d.deputy_id'))} ORDER BY 1`);
  if (ended.length === 0) return 0;
  let done = 0;
  for (const deputy of await work.find(StaffMember, { id: ended.map(({ id }) => id) })) {
    const cases = await shutToDoIn(work, deputy, SWEEP_BATCH - done);
    for (const record of cases) await passOn(work, record, deputy.id);
    done += cases.length;
    if (done >= SWEEP_BATCH) break;
  }
  return done;
}
