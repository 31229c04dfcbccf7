/** What has come of a complaint, and on which days. */
import { daysAfter } from '../../src/base/calendar';
import {
  ComplaintCompany,
  ComplaintRefusalReason,
  type ComplaintConclusion,
  type ComplaintStatus,
} from '../../src/domain/casework/complaint/complaint.codes';
import type { Complaint } from '../../src/domain/casework/complaint/complaint.entity';
import { running } from '../../src/domain/casework/complaint/complaint.lifecycle';
import type { made, Row } from './batch';
import { between, DAY, day, END, instant } from './calendar';
import type { Random, Weights } from './random';

/** The steps that lead to where it stands. */
const steps: Readonly<Record<ComplaintStatus, readonly ComplaintStatus[]>> = {
  PREPARED: [],
  FILED: ['FILED'],
  REFUSED_TO_REGISTER: ['FILED', 'REFUSED_TO_REGISTER'],
  REGISTERED: ['FILED', 'REGISTERED'],
  UNDER_INVESTIGATION: ['FILED', 'REGISTERED', 'UNDER_INVESTIGATION'],
  REFERRED_TO_PROSECUTOR: ['FILED', 'REGISTERED', 'UNDER_INVESTIGATION', 'REFERRED_TO_PROSECUTOR'],
  IN_COURT: ['FILED', 'REGISTERED', 'UNDER_INVESTIGATION', 'REFERRED_TO_PROSECUTOR', 'IN_COURT'],
  CONCLUDED: ['FILED', 'REGISTERED', 'UNDER_INVESTIGATION', 'CONCLUDED'],
  WITHDRAWN_BY_SURVIVOR: ['FILED', 'REGISTERED', 'WITHDRAWN_BY_SURVIVOR'],
  DROPPED: ['FILED', 'DROPPED'],
};
/** Days that a step takes at most. */
const longest: Readonly<Partial<Record<ComplaintStatus, number>>> = { FILED: 4, REFUSED_TO_REGISTER: 2, REGISTERED: 9 };

const conclusions: Weights<ComplaintConclusion> = {
  ...{ CONVICTION: 14, ACQUITTAL: 6, DISCIPLINARY_SANCTION: 14, MEDIATED_SETTLEMENT: 18, COMPENSATION: 6 },
  ...{ DISMISSED_NO_EVIDENCE: 20, NOT_PROSECUTED: 12, LOST_FILE: 8, UNKNOWN: 2 },
};

/** When each step towards an end was taken, as far as time allowed. */
export function whenTaken(random: Random, begun: number, end: ComplaintStatus): ReadonlyMap<ComplaintStatus, number> {
  const when = new Map<ComplaintStatus, number>();
  let last = begun;
  for (const step of steps[end]) {
    last = last + between(random, DAY / 2, (longest[step] ?? 60) * DAY);
    if (last > END) break;
    when.set(step, last);
  }
  return when;
}

type Happened = Omit<
  Row<Complaint>,
  | keyof ReturnType<typeof made>
  | ('caseId' | 'organisationId' | 'about' | 'incidentId' | 'mechanismId' | 'officeId' | 'provinceId' | 'afterId')
  | ('status' | 'voidedAt')
>;

/** What its steps said. */
export function happened(
  random: Random,
  when: ReadonlyMap<ComplaintStatus, number>,
  stalledAfterDays: number,
  status: ComplaintStatus,
): Happened {
  const on = (step: ComplaintStatus): string | null => {
    const at = when.get(step);
    return at === undefined ? null : day(at);
  };
  const registeredOn = on('REGISTERED');
  const stages = [on('UNDER_INVESTIGATION'), on('REFERRED_TO_PROSECUTOR'), on('IN_COURT')].filter(
    (one) => one !== null,
  );
  const heardOn = stages.at(-1) ?? null;
  const filedOn = on('FILED');
  const last = heardOn ?? registeredOn ?? filedOn;
  const hearingOn = status === 'IN_COURT' && last !== null ? daysAfter(last, random.int(10, 60)) : null;
  const stallsOn =
    running.includes(status) && last !== null
      ? hearingOn
        ? daysAfter(hearingOn, 7)
        : daysAfter(last, stalledAfterDays)
      : null;
  const stalled = stallsOn !== null && stallsOn < day(END);
  const refused = when.has('REFUSED_TO_REGISTER');
  const concluded = when.has('CONCLUDED');
  return {
    filedOn,
    company: filedOn === null ? null : random.pick(ComplaintCompany.codes),
    refusedOn: on('REFUSED_TO_REGISTER'),
    refusalReason: refused ? random.pick(ComplaintRefusalReason.codes) : null,
    refusalIncidentId: null,
    registeredOn,
    hearingOn,
    heardOn,
    stallsOn,
    stalledAt: stalled ? instant(Date.parse(`${stallsOn}T22:00:00Z`) + DAY) : null,
    conclusion: concluded ? random.weighted(conclusions) : null,
    concludedOn: on('CONCLUDED'),
    withdrawnOn: on('WITHDRAWN_BY_SURVIVOR') ?? on('DROPPED'),
    hearingToldOf: hearingOn !== null && hearingOn <= daysAfter(day(END), 3) ? hearingOn : null,
  };
}
