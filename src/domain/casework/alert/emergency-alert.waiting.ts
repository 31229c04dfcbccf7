/** Alerts that nobody has acknowledged, and those that somebody answers. */
import { column, raw, sql, type Sql } from '../../../base/sql';
import type { Subject } from '../../../model/reach';
import { waits, workSource, type Waiting } from '../../work-list/work-source';
import { onCallOrSent } from './emergency-alert.reach';
import { EmergencyAlert } from './emergency-alert.entity';

const UNACKNOWLEDGED = 'alertToAcknowledge';

/**
 * It waits for whoever is on call in its district as well, whatever else they do. Looked up once in a statement: whose an
 * item is, is then decided before it is looked up whether its case is open; by the root, which items are found by.
 */
export const waitsOnCall = (alias: string, subject: Subject): Sql => sql`(${column(alias, 'source')} = ${UNACKNOWLEDGED}
  AND ${column(alias, 'root_id')} = ANY(ARRAY(
    SELECT wa.id FROM emergency_alert wa WHERE wa.status = 'RAISED' AND ${onCallOrSent('wa', subject)})))`;

const shared: Omit<Waiting, 'kind'> = {
  ...{ root: raw('a.id'), since: raw('a.raised_at'), organisationId: raw('a.organisation_id') },
  risk: raw(`coalesce(a.risk_level, 'NOT_SAID')`),
  record: { entity: EmergencyAlert, id: raw('a.id'), makerId: raw('a.created_by_id') },
};

workSource({
  name: UNACKNOWLEDGED,
  of: [EmergencyAlert],
  rows: (among) => sql`
    SELECT ${waits({ ...shared, kind: 'ALERT_UNACKNOWLEDGED', dueAt: raw('a.ack_due_at'), audience: 'caseManagement' })}
    FROM emergency_alert a WHERE ${among(raw('a.id'))} AND a.status = 'RAISED'`,
});

workSource({
  name: 'alertThatRuns',
  of: [EmergencyAlert],
  rows: (among) => sql`
    SELECT ${waits({
      ...shared,
      kind: 'ALERT_OPEN',
      dueAt: raw('CASE WHEN a.arrived_at IS NULL THEN a.on_site_due_at END'),
      responsibleId: raw('a.acknowledger_id'),
    })}
    FROM emergency_alert a WHERE ${among(raw('a.id'))} AND a.status IN ('ACKNOWLEDGED', 'DISPATCHED', 'ON_SITE')`,
});
