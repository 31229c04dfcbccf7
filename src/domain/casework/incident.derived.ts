/** What follows from what was told of an incident: codes, month, hours until the report. */
import { sql } from '../../base/sql';
import type { Work } from '../../writing/work';
import { monthOf } from '../../writing/moments';
import { GbvimsType, HarmKind, ViolenceForm, type DatePrecision, type TimeOfDay } from './incident.codes';
import { violationDefaults } from './incident.violation-defaults';
import type { Incident } from './incident.entity';
import type { NewIncident, ToldDetail } from './incident.inputs';

type Told = Pick<NewIncident['values'], 'violationTypes' | keyof Codes>;
type Codes = Pick<Incident, 'gbvimsType' | 'violenceForms' | 'harmKinds'>;

/** The codes as told, and those of the violations where nothing was told. */
export function codesOf({ violationTypes, gbvimsType, violenceForms, harmKinds }: Told): Codes {
  const defaults = violationTypes.map((violation) => violationDefaults[violation]);
  const forms = new Set(defaults.flatMap((one) => one.violenceForms));
  const harms = new Set(defaults.flatMap((one) => one.harmKinds));
  // GBVIMS: one type for each incident, the first of the list that applies.
  const first = GbvimsType.codes.find((code) => defaults.some((one) => one.gbvimsType === code));
  return {
    gbvimsType: gbvimsType ?? first ?? 'NON_GBV',
    violenceForms: violenceForms?.length ? violenceForms : ViolenceForm.codes.filter((code) => forms.has(code)),
    harmKinds: harmKinds?.length ? harmKinds : HarmKind.codes.filter((code) => harms.has(code)),
  };
}

/** How precise the day is: as told; a day that comes without a word is that day. */
export const precisionOf = ({ occurredOn, datePrecision }: ToldDetail): DatePrecision =>
  datePrecision ?? (occurredOn ? 'DAY' : 'UNKNOWN');

/** The day as it is kept: the first of the month or of the year where no more is known. */
export function occurredOn(detail: ToldDetail): string | null {
  const day = detail.occurredOn ?? null;
  if (day === null) return null;
  const precision = precisionOf(detail);
  if (precision === 'YEAR') return `${day.slice(0, 4)}-01-01`;
  return precision === 'MONTH' ? monthOf(day) : day;
}

/** The month, where that much is known. */
export function occurredMonth(detail: ToldDetail | null | undefined): string | null {
  if (!detail?.occurredOn || ['YEAR', 'UNKNOWN'].includes(precisionOf(detail))) return null;
  return monthOf(detail.occurredOn);
}

/** The middle of each part of the day, by the clock there. */
const middle: Readonly<Record<TimeOfDay, string>> = {
  MORNING: '09:00',
  AFTERNOON: '15:00',
  EVENING_NIGHT: '22:00',
  UNKNOWN: '12:00',
};

/** What the hours are reckoned from. */
export interface Reported {
  readonly detail: ToldDetail | null | undefined;
  readonly reportedAt: string;
}

/** Whole hours from each incident to its report, by the country's clock; null where the day is not known. */
export async function elapsedHours(work: Work, reports: readonly Reported[]): Promise<(number | null)[]> {
  const days = reports.map(({ detail }) => detail && exactDay(detail));
  if (!days.some(Boolean)) return days.map(() => null);
  const times = reports.map(({ detail }) => middle[detail?.timeOfDay ?? 'UNKNOWN']);
  const found = await work.query<{ hours: number | null }>(sql`
    SELECT CASE WHEN t.day IS NOT NULL THEN greatest(0, floor(extract(epoch FROM
      t.reported - ((t.day + t.time) AT TIME ZONE c.timezone)) / 3600))::int END AS hours
    FROM unnest(${reports.map(({ reportedAt }) => reportedAt)}::timestamptz[], ${days}::date[], ${times}::time[])
      WITH ORDINALITY AS t(reported, day, time, at), country c ORDER BY t.at`);
  return found.map(({ hours }) => hours);
}

const exactDay = (detail: ToldDetail): string | null =>
  ['EXACT', 'DAY'].includes(precisionOf(detail)) ? occurredOn(detail) : null;
