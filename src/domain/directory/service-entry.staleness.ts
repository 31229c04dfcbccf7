/** When an entry that nobody confirmed any more becomes stale, and who is told. */
import { sql } from '../../base/sql';
import { asSystem } from '../../writing/system-write';
import { SWEEP_BATCH, sweep } from '../../writing/sweep';
import type { Work } from '../../writing/work';
import { onDuty, tell } from '../casework/notice/notice.sending';
import { countryOf } from '../country/country.own';
import { StaffMember } from '../organisation/staff-member.entity';
import { ServiceEntry } from './service-entry.entity';
import { serviceEntryLifecycle, STALE_BY_TIME } from './service-entry.lifecycle';

const becomesStale = asSystem(ServiceEntry, 'An entry that nobody confirms in time is stale by itself.');

sweep({
  name: 'staleServiceEntries',
  label: {
    en: 'mark a directory entry as not confirmed for long',
    pt: 'marcar uma entrada como por confirmar há muito',
  },
  description: 'marks directory entries that nobody confirmed in the country’s days, and tells who keeps them',
  writes: [becomesStale],
  run: markStale,
});

/** Those that somebody works on just now are left for the next time. */
async function markStale(work: Work): Promise<number> {
  const { directoryDays, emergencyDirectoryDays } = await countryOf(work);
  const due = await work.query<{ id: string }>(sql`
    SELECT id FROM service_entry WHERE status = 'CURRENT' AND voided_at IS NULL AND last_confirmed_on + CASE
        WHEN categories @> ARRAY['EMERGENCY_RESPONSE'] THEN ${emergencyDirectoryDays}::int
        ELSE ${directoryDays}::int END <= ${work.day()}::date
    ORDER BY last_confirmed_on, id LIMIT ${SWEEP_BATCH} FOR NO KEY UPDATE SKIP LOCKED`);
  if (due.length === 0) return 0;
  const entries = await work.find(ServiceEntry, { id: due.map(({ id }) => id) }, true);
  const told = new Set<string>();
  for (const entry of entries) {
    const { lastConfirmedOn } = entry;
    const facts = { on: work.day(), today: work.day(), lastConfirmedOn };
    const status = serviceEntryLifecycle.step(entry.status, STALE_BY_TIME, facts);
    await work.update(ServiceEntry, entry, { status }, { as: becomesStale });
    for (const id of await keepersOf(work, entry)) told.add(id);
  }
  // One notice for all that became stale at once: which they are stands in the directory.
  await tell(work, 'SERVICE_ENTRY_STALE', [...told], null);
  return entries.length;
}

/** Who confirmed it last or added it; where they are not there any more, who supervises in the organisation that keeps it. */
async function keepersOf(work: Work, entry: ServiceEntry): Promise<string[]> {
  const { confirmedById, createdById, keptById: organisationId } = entry;
  const id = confirmedById ?? createdById;
  const there = id === null ? [] : await work.find(StaffMember, { id, active: true, organisationId });
  return there.length > 0 ? there.map((one) => one.id) : onDuty(work, 'supervision', organisationId);
}
