/** What makes an incident recognisable: when exactly, where exactly, with what, and who was arrested. */
import { LocationType } from '../../src/domain/casework/incident/location-type.codes';
import type { DatePrecision, TimeOfDay, WeaponUse } from '../../src/domain/casework/incident/incident.codes';
import type { ViolationType } from '../../src/domain/casework/incident/violation-type.codes';
import { IncidentDetail } from '../../src/domain/casework/incident/incident.entity';
import { label } from '../../src/model/codelist';
import type { NarrativeText } from '../text';
import { made, type Row } from './batch';
import { between, day, DAY, HOUR, month } from './calendar';
import type { Weights } from './random';
import type { Story } from './story';
import type { Colleague, Place } from './world';

/** Around what an incident's rows are made. */
export interface Setting {
  readonly caseId: string;
  readonly incidentId: string;
  readonly dataKeyId: string;
  readonly told: NarrativeText;
  readonly place: Place;
  readonly by: Colleague;
  readonly reportedAt: number;
}

/** When an incident took place, and how well that is known. */
export interface Occurrence {
  readonly at: number;
  readonly precision: DatePrecision;
  readonly time: TimeOfDay;
}

const precisions: Weights<DatePrecision> = { EXACT: 36, DAY: 40, MONTH: 14, YEAR: 3, UNKNOWN: 7 };
const times: Weights<TimeOfDay> = { EVENING_NIGHT: 62, AFTERNOON: 18, MORNING: 10, UNKNOWN: 10 };

/** Most come within days, some only after months. */
export function drawOccurrence({ random }: Story, reportedAt: number): Occurrence {
  const [from, to] = random.chance(0.42)
    ? [3 * HOUR, 3 * DAY]
    : random.chance(0.55)
      ? [3 * DAY, 14 * DAY]
      : random.chance(0.8)
        ? [14 * DAY, 90 * DAY]
        : [90 * DAY, 400 * DAY];
  const at = reportedAt - between(random, from, to);
  return { at, precision: random.weighted(precisions), time: random.weighted(times) };
}

const isDated = ({ precision }: Occurrence): boolean => precision === 'EXACT' || precision === 'DAY';

/** First day of the month, where that much is known. */
export const monthOf = (occurrence: Occurrence): string | null =>
  isDated(occurrence) || occurrence.precision === 'MONTH' ? month(occurrence.at) : null;

function occurredOn(occurrence: Occurrence): string | null {
  if (isDated(occurrence)) return day(occurrence.at);
  if (occurrence.precision === 'YEAR') return `${day(occurrence.at).slice(0, 4)}-01-01`;
  return monthOf(occurrence);
}

const custody: ReadonlySet<ViolationType> = new Set<ViolationType>([
  'ARBITRARY_ARREST',
  'UNLAWFUL_DETENTION',
  'CONDOMS_AS_EVIDENCE',
  'SEX_FOR_RELEASE',
  'RAID',
]);
const bribes: ReadonlySet<ViolationType> = new Set<ViolationType>(['EXTORTION_BRIBE', 'UNLAWFUL_FINE', 'RAID']);
const condoms: ReadonlySet<ViolationType> = new Set<ViolationType>([
  'FORCED_UNPROTECTED_SEX_STEALTHING',
  'CONDOM_CONFISCATION',
  'CONDOMS_AS_EVIDENCE',
]);
const weapons: Weights<WeaponUse> = { BLADE: 50, FIREARM: 20, BLUNT_OBJECT: 22, CHEMICAL: 8 };

type Hours = Pick<IncidentDetail, 'occurredHour' | 'elapsedHours' | 'elapsedHoursAtLeast' | 'elapsedHoursAtMost'>;

/** Of some the hour is known; of the others what the day leaves possible. */
function elapsed({ aside }: Story, occurrence: Occurrence, reportedAt: number): Hours {
  if (!isDated(occurrence)) {
    return { occurredHour: null, elapsedHours: null, elapsedHoursAtLeast: null, elapsedHoursAtMost: null };
  }
  const hours = Math.floor((reportedAt - occurrence.at) / HOUR);
  if (aside.chance(0.4)) {
    const occurredHour = new Date(occurrence.at).getUTCHours();
    return { occurredHour, elapsedHours: hours, elapsedHoursAtLeast: hours, elapsedHoursAtMost: hours };
  }
  return {
    occurredHour: null,
    elapsedHours: null,
    elapsedHoursAtLeast: Math.max(0, hours - 6),
    elapsedHoursAtMost: hours + 7,
  };
}

export function addDetail(story: Story, setting: Setting, occurrence: Occurrence): Row<IncidentDetail> {
  const { random, batch, world } = story;
  const { caseId, incidentId, told, place, by, reportedAt } = setting;
  const has = (which: ReadonlySet<ViolationType>): boolean =>
    told.violationTypes.some((violation) => which.has(violation));
  const arrested = has(custody);
  const armed = told.violationTypes.includes('WEAPON_THREAT_OR_USE');
  const spot = `${label(LocationType, told.locationType, world.country.defaultLocale)}, ${place.name}`;
  return batch.add(IncidentDetail, {
    caseId,
    incidentId,
    occurredOn: occurredOn(occurrence),
    datePrecision: occurrence.precision,
    timeOfDay: occurrence.time,
    ...elapsed(story, occurrence, reportedAt),
    hotspot: told.locationType === 'STREET_HOTSPOT' && random.chance(0.7) ? spot : null,
    weaponUsed: armed ? random.weighted(weapons) : random.chance(0.15) ? 'UNKNOWN' : 'NONE',
    condomInterference: has(condoms) ? true : random.chance(0.25) ? null : false,
    arrested,
    detainedHours: arrested ? random.int(2, 76) : null,
    charged: arrested ? random.chance(0.25) : null,
    bribePaid: has(bribes) ? random.chance(0.8) : arrested ? random.chance(0.4) : null,
    ...made(random, reportedAt, by.id),
  });
}
