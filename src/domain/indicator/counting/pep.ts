/** Whether PEP was given in time after a rape: by the hour at which it happened, or the earliest at which it can have. */
import { raw, sql } from '../../../base/sql';
import { ServiceNeed } from '../../casework/need/service-need.entity';
import { hoursFromIncident } from '../../casework/referral/referral.deadlines';
import { Referral } from '../../casework/referral/referral.entity';
import { ServiceRecord } from '../../casework/referral/service-record.entity';
import { ServiceDelivery } from '../../casework/session/service-delivery.entity';
import { through, zone, type Decides } from './counting';

/** Hours in which it does good. */
const window = raw(`interval '${hoursFromIncident.PEP ?? 72} hours'`);

export const isRape = raw(`(i.gbvims_type = 'RAPE')`);

/** When the incident `i` with the detail `x` happened, at the earliest; null where neither hour nor interval is known. */
const happened = sql`coalesce(
  CASE WHEN x.date_precision IN ('EXACT', 'DAY')
    THEN (x.occurred_on + make_interval(hours => x.occurred_hour)) AT TIME ZONE ${zone} END,
  i.reported_at - make_interval(hours => x.elapsed_hours_at_most))`;

/** Lateral: whether it was reported in time, and when it happened. */
export const rapeInTime = sql`(SELECT v.at, ${isRape} AND i.reported_at <= v.at + ${window} AS rape_in_time
  FROM (SELECT ${happened} AS at) v)`;

const inTime = sql`BETWEEN w.at AND w.at + ${window}`;

/** From whoever gave it: a provider in the system or outside of it, or somebody before the case came. */
export const pepGiven = sql`(EXISTS (SELECT FROM service_delivery g WHERE g.case_id = i.case_id AND g.service_type = 'PEP'
    AND g.voided_at IS NULL AND g.result IN ('PROVIDED', 'PARTLY_PROVIDED') AND g.given_at ${inTime})
  OR EXISTS (SELECT FROM referral g LEFT JOIN service_record o ON o.referral_id = g.id
    WHERE g.case_id = i.case_id AND g.service_type = 'PEP' AND g.outcome IN ('SERVICE_PROVIDED', 'PARTIALLY_PROVIDED')
      AND coalesce(o.service_provided_at, g.ended_at) ${inTime})
  OR EXISTS (SELECT FROM service_need n WHERE n.case_id = i.case_id AND n.service_type = 'PEP' AND n.voided_at IS NULL
    AND n.used_at ${inTime}))`;

export const pepDeclined = raw(`(EXISTS (SELECT FROM service_delivery g WHERE g.case_id = i.case_id
    AND g.service_type = 'PEP' AND g.voided_at IS NULL AND g.result = 'DECLINED')
  OR EXISTS (SELECT FROM referral g WHERE g.case_id = i.case_id AND g.service_type = 'PEP'
    AND g.outcome = 'SURVIVOR_DECLINED')
  OR EXISTS (SELECT FROM service_need n WHERE n.case_id = i.case_id AND n.service_type = 'PEP' AND n.voided_at IS NULL
    AND n.status = 'DECLINED_BY_SURVIVOR'))`);

export const decidesPep: readonly Decides[] = [
  through(ServiceDelivery, 'service_delivery'),
  through(ServiceNeed, 'service_need'),
  through(Referral, 'referral'),
  through(ServiceRecord, 'service_record'),
];
