/** Closed by the organisation, and concluded by those before whom was complained, are two facts of a case. */
import { sql } from '../../../base/sql';
import { asSystem } from '../../../writing/system-write';
import { now } from '../../../writing/moments';
import { gatherings, type Work } from '../../../writing/work';
import type { Values } from '../../../writing/work';
import { Complaint } from '../complaint/complaint.entity';
import { over } from '../complaint/complaint.lifecycle';
import { Case } from './case.entity';
import { retentionFrom } from './case.retention';

const derived = asSystem(
  Case,
  'Whether a case is concluded, and from when on it is kept for a time, follows from its complaints, whoever changes those.',
);

interface Standing {
  readonly caseId: string;
  readonly concluded: boolean;
}

gatherings.add(async (work, all) => {
  const ids = all.filter(({ thing }) => thing.target === Complaint).map(({ row }) => row['caseId']);
  const concerned = [...new Set(ids.filter((id): id is string => typeof id === 'string'))];
  if (concerned.length === 0) return;
  const [cases, standing] = await Promise.all([work.find(Case, { id: concerned }, true), standingOf(work, concerned)]);
  const concludedOf = new Map(standing.map(({ caseId, concluded }) => [caseId, concluded]));
  for (const record of cases) {
    const concluded = concludedOf.get(record.id) ?? null;
    if (concluded !== record.concluded)
      await work.update(Case, record, await following(work, record, concluded), { as: derived });
  }
});

/** A refused complaint that was taken elsewhere has ended there; one that nobody took further waits for somebody. */
const standingOf = (work: Work, caseIds: readonly string[]): Promise<Standing[]> =>
  work.query<Standing>(sql`
    SELECT c.case_id AS "caseId", bool_and(c.status = ANY(${over}) OR EXISTS (
      SELECT FROM complaint l WHERE l.after_id = c.id AND l.voided_at IS NULL)) AS concluded
    FROM complaint c WHERE c.case_id = ANY(${caseIds}::uuid[]) AND c.voided_at IS NULL GROUP BY c.case_id`);

async function following(work: Work, record: Case, concluded: boolean | null): Promise<Values<Case>> {
  const facts = { concluded, concludedAt: concluded ? now() : null };
  if (record.status !== 'CLOSED') return facts;
  return { ...facts, retentionUntil: concluded === false ? null : await retentionFrom(work, record) };
}
