/** Who can review breaches of a platform at all, as SQL, and whether there is anybody. */
import { raw, sql } from '../../base/sql';
import { rolesThatMay } from '../../policy/rights';
import type { Work } from '../../writing/work';

/** The roles that can review. */
export const reading = raw(
  rolesThatMay('read', 'CONDUCT')
    .map((role) => `'${role}'`)
    .join(', '),
);

/** Reviewers `r` of the platform `p` who can review at all, each as the colleague `m`. */
export const reviewing = sql`platform_reviewer r JOIN staff_member m ON m.id = r.member_id AND m.active AND m.role IN (${reading})
  WHERE r.platform_id = p.id AND r.ended_at IS NULL AND m.organisation_id = p.organisation_id`;

/** Whether nobody reads a breach: who reported it does not, whatever they review besides. */
export async function isReadByNobody(work: Work, id: string): Promise<boolean> {
  const found = await work.query(sql`
    SELECT b.id FROM conduct_breach b JOIN member_association a ON a.id = b.association_id JOIN platform p ON p.id = a.platform_id
    WHERE b.id = ${id} AND NOT EXISTS (SELECT FROM ${reviewing} AND m.id IS DISTINCT FROM b.created_by_id)`);
  return found.length > 0;
}
