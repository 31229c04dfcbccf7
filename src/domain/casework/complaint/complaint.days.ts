/** The days of a complaint: each in its order, none before what it follows, none of what has happened still to come. */
import type { Text } from '../../../base/locale';
import { InputCheck } from '../../../writing/input';
import { notTomorrow } from '../../../writing/moments';
import type { Values, Work } from '../../../writing/work';
import { assertNotBefore } from '../incident/incident.beginning';
import type { ComplaintStatus } from './complaint.codes';
import { Complaint } from './complaint.entity';

/** What has happened by then. */
const days = ['filedOn', 'refusedOn', 'registeredOn', 'heardOn', 'concludedOn', 'withdrawnOn'] as const;
type Day = (typeof days)[number] | 'hearingOn';

export type Dated = Partial<Pick<Complaint, Day>>;

/** Where a complaint comes from and stands then, and the step that is taken. */
export interface Taken {
  readonly from: ComplaintStatus | null;
  readonly to: ComplaintStatus;
  readonly step: string;
}

type Order = readonly [earlier: 'filedOn' | 'refusedOn' | 'registeredOn', later: Day];
const always: readonly Order[] = [
  ...(['registeredOn', 'heardOn', 'hearingOn', 'concludedOn', 'withdrawnOn'] as const).map((day): Order => [
    'filedOn',
    day,
  ]),
  ...(['registeredOn', 'concludedOn', 'withdrawnOn'] as const).map((day): Order => ['refusedOn', day]),
  ...(['concludedOn', 'withdrawnOn'] as const).map((day): Order => ['registeredOn', day]),
];

/** What was refused can be brought again: then it is brought after it was refused. A stage is reached after registration. */
function ordersOf({ from, to, step }: Taken): readonly Order[] {
  if (to === 'REFUSED_TO_REGISTER') return [...always, ['filedOn', 'refusedOn']];
  if (from === 'REFUSED_TO_REGISTER' && to === 'FILED') return [...always, ['refusedOn', 'filedOn']];
  return step.startsWith('advanceComplaint') ? [...always, ['registeredOn', 'heardOn']] : always;
}

/**
 * Notes days that cannot be.
 * @param told what is said now; `held` what is known of it before
 */
export function checkDays(check: InputCheck, told: Dated, held: Dated, today: string, taken: Taken): void {
  for (const day of days) notTomorrow(check, told[day], today, [day]);
  const now = (day: Day): string | null | undefined => (told[day] === undefined ? held[day] : told[day]);
  const met = new Set<Day>();
  for (const [earlier, later] of ordersOf(taken)) {
    const [first, second] = [now(earlier), now(later)];
    const at = told[later] ? later : told[earlier] ? earlier : undefined;
    if (!first || !second || second >= first || !at || met.has(at)) continue;
    met.add(at);
    check.refuse([at], contradicted[earlier](first));
  }
}

const contradicted: Readonly<Record<Order[0], (day: string) => Text>> = {
  filedOn: (filedOn) => ({
    en: `It was brought on ${filedOn}: what came of it is no earlier. Correct one of the two days.`,
    pt: `Foi apresentada em ${filedOn}: o que se seguiu não é anterior. Corrija um dos dois dias.`,
  }),
  refusedOn: (refusedOn) => ({
    en: `Its registration was refused on ${refusedOn}: what followed is no earlier. Correct one of the two days.`,
    pt: `O registo foi recusado em ${refusedOn}: o que se seguiu não é anterior. Corrija um dos dois dias.`,
  }),
  registeredOn: (registeredOn) => ({
    en: `It was registered on ${registeredOn}: what came of it is no earlier. Correct one of the two days.`,
    pt: `Foi registada em ${registeredOn}: o que se seguiu não é anterior. Corrija um dos dois dias.`,
  }),
};

/**
 * What takes a refused complaint further is brought after the refusal, and what is about violence after that.
 * @throws ProblemError INVALID_INPUT
 */
export async function assertFollows(work: Work, held: Complaint, told: Values<Complaint>): Promise<void> {
  const now = { ...held, ...Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)) };
  const check = new InputCheck();
  if (told.filedOn && held.afterId !== null) {
    const [earlier] = await work.find(Complaint, { id: held.afterId, voidedAt: null });
    if (earlier?.refusedOn && told.filedOn < earlier.refusedOn) check.refuse(['filedOn'], beforeRefusal);
  }
  if (told.refusedOn) {
    const later = await work.find(Complaint, { afterId: held.id, voidedAt: null });
    const brought = later.some(({ filedOn }) => filedOn !== null && filedOn < (told.refusedOn as string));
    if (brought) check.refuse(['refusedOn'], afterLater);
  }
  check.done();
  const placed = told.filedOn || told.about || told.incidentId;
  if (placed && (now.about === 'VIOLENCE' || now.incidentId !== null))
    await assertNotBefore(work, now.caseId, now.filedOn, ['filedOn']);
}

const beforeRefusal = {
  en: 'That is before the refusal that it follows. Correct the day, or that of the refusal.',
  pt: 'Isso é anterior à recusa que a motivou. Corrija o dia, ou o da recusa.',
};
const afterLater = {
  en: 'It was taken elsewhere before that day. Correct the day, or that of the later complaint.',
  pt: 'Foi levada a outro lado antes desse dia. Corrija o dia, ou o da queixa posterior.',
};
