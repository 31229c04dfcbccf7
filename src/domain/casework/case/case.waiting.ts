/** What of a case itself waits: for a second person, or for being registered before its draft is erased. */
import { raw, sql } from '../../../base/sql';
import { ofCase, waits, workSource } from '../../work-list/work-source';
import { WARNED_DAYS } from './case.draft';
import { Case } from './case.entity';

const record = { entity: Case, id: raw('c.id'), makerId: raw('c.created_by_id') };

/** A second person is asked for something. */
const asked = raw(`CROSS JOIN LATERAL (
  SELECT c.closure_requested_at WHERE c.status = 'CLOSURE_REQUESTED' AND c.closure_requested_at IS NOT NULL
  UNION ALL SELECT c.opened_at WHERE c.duplicate_asked_by_id IS NOT NULL
  UNION ALL SELECT coalesce(c.restricted_at, c.opened_at) WHERE c.opening_asked_by_id IS NOT NULL) k (since)`);

const isAsked = ({ status, duplicateAskedById, openingAskedById }: Readonly<Record<string, unknown>>): boolean =>
  status === 'CLOSURE_REQUESTED' || Boolean(duplicateAskedById ?? openingAskedById);

workSource({
  name: 'caseToApprove',
  of: [Case],
  mayWait: isAsked,
  followsCase: true,
  rows: (among) => sql`
    SELECT ${waits({ ...ofCase, root: raw('c.id'), kind: 'TO_APPROVE', since: raw('k.since'), audience: 'supervision', record })}
    FROM "case" c ${asked}
    WHERE ${among(raw('c.id'))} AND c.closed_off_at IS NULL`,
});

/** Who supervises the case from another organisation approves what nobody of its own can. */
workSource({
  name: 'caseToApproveOutside',
  of: [Case],
  mayWait: isAsked,
  followsCase: true,
  rows: (among) => sql`
    SELECT ${waits({
      ...{ ...ofCase, root: raw('c.id'), kind: 'TO_APPROVE', since: raw('k.since'), record },
      organisationId: raw('o.organisation_id'),
      responsibleId: raw('o.id'),
    })}
    FROM "case" c JOIN staff_member o ON o.id = c.outside_supervisor_id ${asked}
    WHERE ${among(raw('c.id'))} AND c.closed_off_at IS NULL AND o.organisation_id IS NOT NULL`,
});

workSource({
  name: 'draftThatExpires',
  of: [Case],
  mayWait: ({ status }) => status === 'DRAFT',
  followsCase: true,
  rows: (among) => sql`
    SELECT ${waits({
      ...ofCase,
      ...{ root: raw('c.id'), kind: 'DRAFT_EXPIRES', dueAt: raw('c.draft_until'), since: raw('c.created_at') },
      from: raw(`c.draft_until - interval '${WARNED_DAYS} days'`),
      responsibleId: raw('coalesce(c.owner_id, c.created_by_id)'),
      record,
    })}
    FROM "case" c WHERE ${among(raw('c.id'))} AND c.status = 'DRAFT' AND c.draft_until IS NOT NULL`,
});
