import { Index } from 'typeorm';
import { and, column, FALSE, or, raw, sql, TRUE, type Sql } from '../../../base/sql';
import { Attribute, Hidden, Link, Thing } from '../../../model/declaration';
import type { Kept, Subject } from '../../../model/reach';
import { ThingRecord } from '../../../model/record';
import { thingLabel } from '../../../model/thing';
import { shutAlerts } from '../alert/emergency-alert.reach';
import { waitsOnCall } from '../alert/emergency-alert.waiting';
import { absent, accused, isOpenBeside } from '../case/case.reach';
import { Case } from '../case/case.entity';
import { Organisation } from '../../organisation/organisation.entity';
import { StaffMember } from '../../organisation/staff-member.entity';
import { WorkKind, WorkRisk } from '../../work-list/work-item.codes';
import { CONFIDENTIAL } from '../../work-list/work-source';

/** It waits for anybody of the organisation who has this duty, and I have it. The duties stand in the text: how rare they are decides the plan. */
function onMyDuty(alias: string, { duties = [] }: Subject): Sql {
  if (duties.length === 0) return FALSE;
  return sql`${column(alias, 'audience')} IN (${raw(duties.map((duty) => `'${duty}'`).join(', '))})`;
}

/** It is that of somebody whom I stand in for, or of whoever has a duty that I have, or is on call as I am. */
const entrusted = (alias: string, subject: Subject): Sql =>
  or([
    sql`${column(alias, 'responsible_id')} = ANY(${absent(subject)})`,
    onMyDuty(alias, subject),
    waitsOnCall(alias, subject),
  ]);

/** Somebody's own, or on the duty of several; an alert that nobody has acknowledged is on that of who manages cases. */
const kept: Kept = {
  key: (column) => sql`coalesce(${column('responsible_id')}::text, ${column('audience')})`,
  mine: (subject) => {
    const duties = (subject.duties ?? []).map((duty) => `'${duty}'`).join(', ');
    return sql`(ARRAY[${subject.accountId}::uuid::text] || ${absent(subject)}::text[] || ARRAY[${raw(duties)}]::text[])`;
  },
  beside: waitsOnCall,
};

function countsNow(alias: string): Sql {
  const [from, until] = [column(alias, 'from_at'), column(alias, 'until_at')];
  return sql`${from} <= now() AND (${until} IS NULL OR ${until} > now())`;
}

/**
 * It counts now, and the case is open to me; of a referral that I received, or an alert, nothing is, where I am accused in
 * the case behind it. What is confidential is mine or not there. Of what I only watch over, what is mine to do.
 */
function isWaiting(alias: string, subject: Subject): Sql {
  return and([
    countsNow(alias),
    isOpenBeside(column(alias, 'case_id'), subject),
    sql`NOT ${accused(column(alias, 'root_id'), subject)}`,
    sql`${column(alias, 'root_id')} <> ALL(${shutAlerts(subject)})`,
    sql`(${column(alias, 'audience')} IS DISTINCT FROM ${CONFIDENTIAL} OR ${column(alias, 'responsible_id')} = ${subject.accountId})`,
    subject.watches ? onMyDuty(alias, subject) : TRUE,
  ]);
}

/** Derived at the end of whatever changes what it is about; never a name, nor what happened. */
@Index(['rootId'])
@Index(['audience'], { where: '"audience" IS NOT NULL' })
@Thing({
  label: { en: 'Something to do', pt: 'Algo a fazer' },
  description: 'Something that waits for the caller, the most pressing first: what, of which record, and until when.',
  dataClass: 'WORK_LIST',
  plural: 'workList',
  reach: {
    own: ['responsibleId'],
    organisation: ['organisationId'],
    entrusted,
    kept,
    open: isWaiting,
    openInPlace: countsNow,
    opens: ['fromAt', 'untilAt', 'caseId', 'rootId', 'audience', 'responsibleId'],
  },
  order: { field: 'kind', direction: 'ASC', then: ['dueAt', 'risk', 'since'] },
  tally: { name: 'workCounts', by: 'kind' },
  derived: true,
})
export class WorkItem extends ThingRecord {
  @Attribute({ type: WorkKind, description: 'What waits; the list is ordered by it.' })
  kind: WorkKind;

  @Attribute({
    type: 'dateTime',
    nullable: true,
    description: 'Until when it is to be done, in UTC: overdue where that has passed. Null: it has no time.',
  })
  dueAt: string | null;

  @Attribute({ type: WorkRisk, description: 'How much danger the survivor is in.' })
  risk: WorkRisk;

  @Attribute({ type: 'dateTime', description: 'Since when it is there, in UTC.' })
  since: string;

  @Link(() => Organisation, { description: 'Whose work it is.' })
  organisationId: string;

  @Link(() => StaffMember, {
    nullable: true,
    description: 'Who is to do it; null: whoever of the organisation has that duty.',
  })
  responsibleId: string | null;

  @Link(() => Case, {
    nullable: true,
    description: 'The case; null where it is about none, or about one that the caller does not see.',
    many: { name: 'workList', description: 'What waits in the case.' },
  })
  caseId: string | null;

  @Attribute({ type: 'text', labelled: thingLabel, description: 'Type of the record that it is about.' })
  entity: string;

  @Attribute({
    type: 'uuid',
    description: 'The record that it is about: taken by `node(id:)`, and by mutations as `id`.',
  })
  recordId: string;

  @Attribute({
    type: 'text',
    nullable: true,
    description: 'Number for people: of the case, or, for who received a referral, the code of the survivor.',
  })
  reference: string | null;

  /** The duty of those whom it waits for, where it is nobody's own; or that it is somebody's own, and of nobody else. */
  @Hidden({ type: 'text', nullable: true })
  audience: string | null;

  /** By which source it is there. */
  @Hidden({ type: 'text' })
  source: string;

  /** What it is derived with: the case, also where it is not shown, or the record. */
  @Hidden({ type: 'uuid' })
  rootId: string;

  @Hidden({ type: 'dateTime' })
  fromAt: string;

  @Hidden({ type: 'dateTime', nullable: true })
  untilAt: string | null;
}
