/** Whose a record of a service is, where no provider of its own is named: that of the organisation that recorded it. */
import { ProblemError } from '../../../base/problem';
import { sql } from '../../../base/sql';
import { thingOf, type Constructor } from '../../../model/thing';
import type { Work } from '../../../writing/work';
import type { ServiceDelivery } from './service-delivery.entity';
import type { ServiceSession } from './service-session.entity';

type Given = ServiceSession | ServiceDelivery;

/** What becomes of a session that was planned, by whoever has the case then. */
const becomes = ['recordSessionAttended', 'recordSessionNoShow'];

/**
 * What an organisation gave and recorded stays as it said when the case goes to another, which can take it out for a reason and
 * put it back, and record anew. Of a session that was only planned there, what became of it counts. The audit trail says who
 * recorded it; colleagues who have moved take nothing with them.
 * @throws ProblemError NOT_YOURS
 */
export async function assertRecordedHere(
  work: Work,
  target: Constructor<Given>,
  { id, providerId }: Pick<Given, 'id' | 'providerId'>,
): Promise<void> {
  const { organisationId } = work.actor;
  if (providerId !== null && providerId === organisationId) return;
  const [made] = await work.query<{ by: string | null }>(sql`
    SELECT e.organisation_id AS by FROM audit_event e
    WHERE e.record_id = ${id} AND e.entity = ${thingOf(target).name}
      AND (e.operation = 'INSERT' OR e.action = ANY(${becomes}::text[]))
    ORDER BY e.at DESC LIMIT 1`);
  if (!made?.by || made.by === organisationId) return;
  throw new ProblemError([theirs]);
}

const theirs = {
  code: 'NOT_YOURS',
  text: {
    en: 'The organisation that had the case before gave this and recorded it. It stays as it was said there. If it is wrong, take it out and say why.',
    pt: 'Foi a organização que tinha o caso antes que prestou e registou isto. Fica como lá foi dito. Se está errado, retire-o e diga porquê.',
  },
};
