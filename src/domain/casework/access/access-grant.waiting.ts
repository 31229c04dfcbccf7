/** Accesses that somebody took, and that somebody else is to look at. */
import { raw, sql } from '../../../base/sql';
import { waits, workSource } from '../../work-list/work-source';
import { AccessGrant } from './access-grant.entity';

workSource({
  name: 'accessToReview',
  of: [AccessGrant],
  rows: (among) => sql`
    SELECT ${waits({
      ...{ root: raw('g.id'), kind: 'TO_APPROVE', since: raw('g.created_at'), audience: 'accessReview' },
      ...{ organisationId: raw('g.organisation_id'), caseId: raw('g.case_id'), reference: raw('g.display_id') },
      record: { entity: AccessGrant, id: raw('g.id'), makerId: raw('g.created_by_id') },
    })}
    FROM access_grant g WHERE ${among(raw('g.id'))} AND g.review IS NULL AND g.case_id IS NOT NULL`,
});
