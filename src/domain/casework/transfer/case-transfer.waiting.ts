/** Cases that are offered to an organisation. */
import { raw, sql } from '../../../base/sql';
import { waits, workSource } from '../../work-list/work-source';
import { CaseTransfer } from './case-transfer.entity';

workSource({
  name: 'transferToAnswer',
  of: [CaseTransfer],
  rows: (among) => sql`
    SELECT ${waits({
      ...{
        root: raw('t.case_id'),
        kind: 'TRANSFER_TO_ANSWER',
        dueAt: raw('t.expires_at'),
        since: raw('t.requested_at'),
      },
      ...{ organisationId: raw('t.to_organisation_id'), audience: 'caseManagement', reference: raw('t.display_id') },
      record: { entity: CaseTransfer, id: raw('t.id'), makerId: raw('t.created_by_id') },
      caseId: raw('t.case_id'),
    })}
    FROM case_transfer t WHERE ${among(raw('t.case_id'))} AND t.status = 'REQUESTED'`,
});
