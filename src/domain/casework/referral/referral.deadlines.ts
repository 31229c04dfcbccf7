/** How long a referral waits for an answer and for its service: what countries begin with, and how the table is read. */
import type { DeadlineOf } from './service-deadline.codes';
import type { Referral } from './referral.entity';
import type { ServiceDeadline } from './service-deadline.entity';

export type Hours = Pick<ServiceDeadline, 'answerHours' | 'expiryHours' | 'serviceHours'>;
export type Deadlines = Readonly<Record<DeadlineOf, Hours>>;

const DAY = 24;
const row = (answerHours: number, expiryHours: number, serviceHours: number): Hours => ({
  answerHours,
  expiryHours,
  serviceHours,
});
const routine = row(48, 14 * DAY, 14 * DAY);

/** What a country begins with. "At once" is before the referral would have ended; psychosocial care is answered as routine. */
export const defaultDeadlines: Deadlines = {
  IMMEDIATE: row(1, 4, DAY),
  WITHIN_72H: row(12, DAY, 72),
  ROUTINE: routine,
  PEP: row(1, 2, 2),
  FORENSIC_EXAM: row(1, 2, 2),
  EMERGENCY_CONTRACEPTION: row(1, 4, DAY),
  SAFE_HOUSE: row(1, 2, 12),
  BAIL: row(1, 4, DAY),
  CHILD_PROTECTION: row(4, 12, DAY),
  PSYCHOSOCIAL: row(routine.answerHours, routine.expiryHours, 7 * DAY),
  LEGAL: row(48, 7 * DAY, 7 * DAY),
  LIVELIHOOD: row(5 * DAY, 14 * DAY, 30 * DAY),
};

/** Hours from the incident after which the service does no more good: facts of medicine, no settings. */
export const hoursFromIncident: Readonly<Partial<Record<string, number>>> = {
  PEP: 72,
  FORENSIC_EXAM: 72,
  EMERGENCY_CONTRACEPTION: 120,
};

export type Awaited = Pick<Referral, 'category' | 'urgency'> & Partial<Pick<Referral, 'serviceType'>>;

/** The row of the service, else of its category, in place of ROUTINE; the urgency wins where it is stricter. */
export function hoursOf({ category, urgency, serviceType }: Awaited, table: Deadlines = defaultDeadlines): Hours {
  const rows: Readonly<Partial<Record<string, Hours>>> = table;
  const own = (serviceType ? rows[serviceType] : undefined) ?? rows[category] ?? table.ROUTINE;
  if (urgency === 'ROUTINE') return own;
  const urgent = table[urgency];
  const stricter = (name: keyof Hours): number => Math.min(own[name], urgent[name]);
  return row(stricter('answerHours'), stricter('expiryHours'), stricter('serviceHours'));
}

/** @returns hours after which it ends unanswered */
export const hoursToAnswer = (referral: Awaited, table?: Deadlines): number => hoursOf(referral, table).expiryHours;

export type Due = Pick<Referral, 'answerDueAt' | 'expiresAt' | 'serviceDueAt'>;

/**
 * When a referral that is sent at a moment is due. Providers outside the system answer to the sender, who records it.
 * @param isAnswered whether somebody in the system can answer it
 * @param incidentAt when it happened at the latest, where that is known to the day
 */
export function dueFrom(
  referral: Awaited,
  requestedAt: string,
  isAnswered: boolean,
  { table = defaultDeadlines, incidentAt = null }: { table?: Deadlines; incidentAt?: string | null } = {},
): Due {
  const { answerHours, expiryHours, serviceHours } = hoursOf(referral, table);
  const after = (hours: number, from = requestedAt): string =>
    new Date(Date.parse(from) + hours * 3_600_000).toISOString();
  const most = hoursFromIncident[referral.serviceType ?? ''];
  const [given, latest] = [after(serviceHours), most && incidentAt ? after(most, incidentAt) : null];
  return {
    answerDueAt: isAnswered ? after(answerHours) : null,
    expiresAt: isAnswered ? after(expiryHours) : null,
    serviceDueAt: latest !== null && latest < given ? latest : given,
  };
}

export const notDue: Due = { answerDueAt: null, expiresAt: null, serviceDueAt: null };
