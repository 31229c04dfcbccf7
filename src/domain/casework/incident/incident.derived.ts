/** What follows from what was told of an incident: codes, month, hours until the report. */
import { sql, type Sql } from '../../../base/sql';
import type { Work } from '../../../writing/work';
import { monthOf } from '../../../writing/moments';
import { GbvimsType, HarmKind, ViolenceForm, type DatePrecision, type TimeOfDay } from './incident.codes';
import { violationDefaults } from './incident.violation-defaults';
import type { Incident, IncidentDetail } from './incident.entity';
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

/** Each part of the day by the clock there, in hours from its beginning; the night is that of the day or of the next. */
const partsOfDay: Readonly<Record<TimeOfDay, readonly [from: number, to: number]>> = {
  MORNING: [5, 12],
  AFTERNOON: [12, 19],
  EVENING_NIGHT: [0, 30],
  UNKNOWN: [0, 24],
};

/** What the hours are reckoned from. */
export interface Reported {
  readonly detail: ToldDetail | null | undefined;
  readonly reportedAt: string;
}

export type Elapsed = Pick<IncidentDetail, 'elapsedHours' | 'elapsedHoursAtLeast' | 'elapsedHoursAtMost'>;

/**
 * The hours from each incident to its report, by the country's clock: as many as a recorded hour says, else from the
 * fewest to the most that the part of the day leaves possible, so that nobody appears to be within a limit who may not
 * be. Null where the day is not known.
 */
export async function elapsedOf(work: Work, reports: readonly Reported[]): Promise<Elapsed[]> {
  const days = reports.map(({ detail }) => detail && exactDay(detail));
  if (!days.some(Boolean)) return days.map(() => unknown);
  const spans = reports.map(({ detail }) => spanOf(detail));
  const hour = (of: Sql): Sql =>
    sql`extract(epoch FROM t.reported - ((t.day + make_interval(hours => ${of})) AT TIME ZONE c.timezone)) / 3600`;
  const found = await work.query<{ least: number | null; most: number | null; exact: boolean }>(sql`
    SELECT greatest(0, floor(${hour(sql`t.until`)}))::int AS least, greatest(0, ceil(${hour(sql`t.since`)}))::int AS most,
           t.since = t.until AS exact
    FROM unnest(${reports.map(({ reportedAt }) => reportedAt)}::timestamptz[], ${days}::date[],
        ${spans.map(([since]) => since)}::int[], ${spans.map(([, until]) => until)}::int[])
      WITH ORDINALITY AS t(reported, day, since, until, at), country c ORDER BY t.at`);
  return found.map(({ least, most, exact }) => ({
    elapsedHours: exact ? least : null,
    elapsedHoursAtLeast: least,
    elapsedHoursAtMost: exact ? least : most,
  }));
}

const unknown: Elapsed = { elapsedHours: null, elapsedHoursAtLeast: null, elapsedHoursAtMost: null };

/** From when until when it can have been, in hours from the beginning of the day. */
function spanOf(detail: ToldDetail | null | undefined): readonly [number, number] {
  const hour = detail?.occurredHour ?? null;
  return hour === null ? partsOfDay[detail?.timeOfDay ?? 'UNKNOWN'] : [hour, hour];
}

const exactDay = (detail: ToldDetail): string | null =>
  ['EXACT', 'DAY'].includes(precisionOf(detail)) ? occurredOn(detail) : null;
