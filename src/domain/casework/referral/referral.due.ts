/** When a referral of a country is due: by the country's table, and by when the incident happened. */
import { sql } from '../../../base/sql';
import type { Work } from '../../../writing/work';
import { lastIncidentOf } from './referral.clock';
import type { Covers } from './referral.covers';
import {
  defaultDeadlines,
  dueFrom,
  hoursFromIncident,
  type Awaited,
  type Deadlines,
  type Due,
} from './referral.deadlines';
import { ServiceDeadline } from './service-deadline.entity';

const asked = new WeakMap<Work, Promise<Deadlines>>();

/** Read once in a unit of work. */
function deadlinesOf(work: Work): Promise<Deadlines> {
  let found = asked.get(work);
  if (!found) asked.set(work, (found = read(work)));
  return found;
}

async function read(work: Work): Promise<Deadlines> {
  const rows = await work.find(ServiceDeadline, {});
  return { ...defaultDeadlines, ...Object.fromEntries(rows.map((row) => [row.deadlineOf, row])) };
}

interface Sent {
  readonly caseId: string;
  readonly requestedAt: string;
  /** Somebody in the system can answer it. */
  readonly isAnswered: boolean;
  readonly covers?: Covers;
}

export async function dueOf(work: Work, referral: Awaited, sent: Sent): Promise<Due> {
  const table = await deadlinesOf(work);
  const isBound = hoursFromIncident[referral.serviceType ?? ''] !== undefined;
  const incidentAt = isBound ? await lastIncident(work, sent) : null;
  return dueFrom(referral, sent.requestedAt, sent.isAnswered, { table, incidentAt });
}

/** When the last of the incidents happened, of those that are known to the day: the clock runs from it. */
async function lastIncident(work: Work, { caseId, covers }: Sent): Promise<string | null> {
  const ids = covers?.map(({ values: { incidentId } }) => incidentId) ?? null;
  const [found] = await work.query<{ at: Date | null }>(
    sql`SELECT ${lastIncidentOf(sql`${caseId}::uuid`, ids && sql`${ids}::uuid[]`)} AS at`,
  );
  return found?.at ? new Date(found.at).toISOString() : null;
}
