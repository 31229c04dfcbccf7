import { Attribute, Hidden, Thing } from '../../../model/declaration';
import { ThingRecord, voided } from '../../../model/record';

/** What a country reported stays what it reported: what changes afterwards is told beside it. */
@Thing({
  label: { en: 'Lock of a reporting period', pt: 'Fecho de um período de reporte' },
  description:
    'A period whose numbers the country holds fast as they were counted on a day: what is counted otherwise since is told beside them, as `revised`.',
  dataClass: 'PERIOD_LOCK',
  plural: 'reportingPeriodLocks',
  few: true,
  reach: {},
  order: { field: 'startsOn', direction: 'DESC' },
  erased: true,
  ended: {
    en: 'This lock was lifted, so it is not changed any more. To hold the period fast again, lock it anew.',
    pt: 'Este fecho foi levantado, por isso já não se altera. Para voltar a fixar o período, feche-o de novo.',
  },
})
export class ReportingPeriodLock extends ThingRecord {
  @Attribute({
    type: 'text',
    maxLength: 20,
    description:
      'The period, as DHIS2 names it: 2026Q1, 2026S1, 2026. It is over, and no month of it is locked already.',
    write: ['lockReportingPeriod'],
  })
  period: string;

  @Attribute({ type: 'date', sort: true, description: 'First day of the period.' })
  startsOn: string;

  @Attribute({ type: 'date', sort: true, description: 'Last day of the period, which belongs to it.' })
  endsOn: string;

  @Attribute({
    type: 'date',
    sort: true,
    description: 'Day on which it was locked. Indicators whose period was too young by then are not locked with it.',
  })
  lockedOn: string;

  @Attribute({ type: 'dateTime', description: 'Everything that was recorded by then is counted in it, in UTC.' })
  asOf: string;

  @Attribute({
    type: 'text',
    nullable: true,
    filter: false,
    maxLength: 2000,
    description: 'For which report, or why; no word of survivors.',
    write: ['lockReportingPeriod'],
  })
  note: string | null;

  /** By which version of each indicator it was counted: “I03 1”. */
  @Hidden({ type: ['text'], initial: [] })
  versions: string[];

  @Attribute({
    ...voided,
    description:
      'When the lock was lifted, in UTC: from then on it stands in no list, and the period is told as it is counted.',
  })
  voidedAt: string | null;
}
