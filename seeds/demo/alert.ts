/** Emergency alerts of each state, who answered them and was sent, and what of the person is still kept. */
import type { Case } from '../../src/domain/casework/case/case.entity';
import type { RiskLevel } from '../../src/domain/casework/case/case.codes';
import { AlertNumber, AlertPlace } from '../../src/domain/casework/alert/alert-place.entity';
import { AlertResponder } from '../../src/domain/casework/alert/alert-responder.entity';
import type { AlertChannel, AlertResponse, AlertStatus } from '../../src/domain/casework/alert/emergency-alert.codes';
import { EmergencyAlert } from '../../src/domain/casework/alert/emergency-alert.entity';
import { Notice } from '../../src/domain/casework/notice/notice.entity';
import { alertWords } from './alert-words';
import { made, type Row } from './batch';
import { DAY, END, HOUR, instant } from './calendar';
import { newDataKey } from './data-key';
import type { Story } from './story';
import type { Colleague, Place, Team } from './world';

const MINUTE = 60_000;

interface Sent {
  readonly who: Colleague;
  readonly arrived?: true;
  readonly sentBack?: true;
}

/** An alert as it is told. */
interface ToldAlert {
  readonly team: Team;
  readonly at: number;
  readonly status: AlertStatus;
  readonly channel: AlertChannel;
  readonly riskLevel: RiskLevel | null;
  readonly raiser: Colleague;
  readonly answers?: Colleague;
  readonly sent?: readonly Sent[];
  readonly responses?: readonly AlertResponse[];
  /** Nobody acknowledged it in its minutes. */
  readonly escalated?: true;
  readonly caseId?: string;
}

/** Alerts of an organisation, of yesterday and of before: one of each state, and what a night needs beside. */
export function addAlerts(story: Story): void {
  const own = story.beside('alerts');
  for (const team of own.world.partners) for (const told of ofTeam(team)) tell(own, told);
  story.batch.join(own.batch);
}

/** One whose case says that it came of an alert. */
export function addAlertOf(story: Story, team: Team, { id, source, status, openedAt, riskLevel }: Row<Case>): void {
  if (source !== 'EMERGENCY_ALERT' || status === 'DRAFT') return;
  const own = story.beside('alerts');
  const [worker, other] = team.staff.get('field-worker') ?? [];
  const manager = team.staff.get('case-manager')?.[0];
  if (!worker || !manager) return;
  tell(own, {
    ...{ team, at: Date.parse(openedAt) - 3 * HOUR, status: 'RESOLVED', channel: 'HELPLINE', riskLevel, caseId: id },
    ...{ raiser: worker, answers: manager, sent: [{ who: other ?? worker, arrived: true }] },
    responses: ['FIRST_LINE_SUPPORT', 'TRANSPORT'],
  });
  story.batch.join(own.batch);
}

function ofTeam(team: Team): ToldAlert[] {
  const [worker, second, third] = team.staff.get('field-worker') ?? [];
  const [manager] = team.staff.get('case-manager') ?? [];
  const [supervisor] = team.staff.get('supervisor') ?? [];
  if (!worker || !second || !third || !manager || !supervisor) return [];
  const at = (hours: number): Pick<ToldAlert, 'team' | 'at'> => ({ team, at: END - hours * HOUR });
  return [
    { ...at(0.1), status: 'RAISED', channel: 'HELPLINE', riskLevel: 'HIGH', raiser: worker },
    { ...at(0.6), status: 'RAISED', channel: 'SMS', riskLevel: null, raiser: manager, escalated: true },
    { ...at(0.8), status: 'RAISED', channel: 'WALK_IN', riskLevel: 'LOW', raiser: supervisor, escalated: true },
    { ...at(0.3), status: 'ACKNOWLEDGED', channel: 'WHATSAPP', riskLevel: 'MEDIUM', raiser: worker, answers: manager },
    { ...at(0.4), status: 'ACKNOWLEDGED', channel: 'HELPLINE', riskLevel: 'LOW', raiser: manager, answers: worker },
    { ...at(1.1), status: 'ACKNOWLEDGED', channel: 'PEER', riskLevel: 'HIGH', raiser: second, answers: supervisor },
    {
      ...{ ...at(0.7), status: 'DISPATCHED', channel: 'PEER', riskLevel: 'HIGH', raiser: supervisor, answers: manager },
      sent: [{ who: worker }, { who: second, sentBack: true }],
    },
    {
      ...{ ...at(2), status: 'ON_SITE', channel: 'HELPLINE', riskLevel: 'HIGH', raiser: worker, answers: supervisor },
      ...{ escalated: true, sent: [{ who: second, arrived: true }, { who: manager }] },
    },
    {
      ...{ ...at(9), status: 'RESOLVED', channel: 'HELPLINE', riskLevel: 'HIGH', raiser: worker, answers: manager },
      ...{ sent: [{ who: second, arrived: true }, { who: third }], responses: ['FIRST_LINE_SUPPORT', 'PEP_LINKAGE'] },
    },
    {
      ...{ ...at(26), status: 'RESOLVED', channel: 'SMS', riskLevel: 'LOW', raiser: manager, answers: worker },
      responses: ['FIRST_LINE_SUPPORT'],
    },
    { ...at(5), status: 'FALSE_ALARM', channel: 'WHATSAPP', riskLevel: null, raiser: manager },
    {
      ...{ ...at(400), status: 'UNREACHABLE', channel: 'SMS', riskLevel: 'MEDIUM', raiser: manager, answers: manager },
      sent: [{ who: worker, arrived: true }],
    },
    {
      ...{ ...at(30), status: 'UNREACHABLE', channel: 'PEER', riskLevel: 'HIGH', raiser: worker, answers: supervisor },
      sent: [{ who: third }],
    },
  ];
}

const isOver = (status: AlertStatus): boolean => ['RESOLVED', 'FALSE_ALARM', 'UNREACHABLE'].includes(status);

function tell(story: Story, told: ToldAlert): void {
  const { random, batch, world } = story;
  const { team, at, status, raiser, answers, sent = [] } = told;
  const district = random.pickEarly(team.districts);
  const times = timesOf(told);
  const { alertAcknowledgeMinutes, alertTownMinutes, alertElsewhereMinutes } = world.country;
  const within = district.urban ? alertTownMinutes : alertElsewhereMinutes;
  const lateAt = times.acknowledged === null ? Infinity : times.acknowledged + within * MINUTE;
  const erased = erasedOf(story, told, times.resolved);
  const taken = [times.acknowledged, times.dispatched, times.arrived, times.resolved].filter((time) => time !== null);
  const alert = batch.add(EmergencyAlert, {
    organisationId: team.id,
    channel: told.channel,
    districtId: district.id,
    riskLevel: told.riskLevel,
    status,
    raisedAt: instant(at),
    ackDueAt: instant(at + alertAcknowledgeMinutes * MINUTE),
    acknowledgedAt: moment(times.acknowledged),
    acknowledgerId: answers?.id ?? null,
    onSiteDueAt: times.acknowledged === null ? null : instant(lateAt),
    dispatchedAt: moment(times.dispatched),
    arrivedAt: moment(times.arrived),
    resolvedAt: moment(times.resolved),
    responses: [...(told.responses ?? [])],
    caseId: told.caseId ?? null,
    escalatedAt: told.escalated ? instant(at + (alertAcknowledgeMinutes + 1) * MINUTE) : null,
    lateToldAt: lateAt < END && ['ACKNOWLEDGED', 'DISPATCHED'].includes(status) ? instant(lateAt + MINUTE) : null,
    placeErasedAt: moment(erased.place),
    numberErasedAt: moment(erased.number),
    ...made(random, at, raiser.id, taken.length, Math.max(at, ...taken)),
  });
  sent.forEach((one) => addResponder(story, alert, one, times, answers ?? raiser));
  addWords(story, alert, district, erased);
  if (status === 'RAISED') callOut(story, alert, team);
}

/** Who is first on call was told, unless they raised it themselves. */
function callOut({ random, batch }: Story, alert: Row<EmergencyAlert>, { staff }: Team): void {
  const first = staff.get('field-worker')?.[0]?.id;
  if (first === undefined || first === alert.createdById) return;
  batch.add(Notice, {
    addresseeId: first,
    kind: 'ALERT_RAISED',
    ...{ caseId: null, displayId: null, alertId: alert.id, aboutId: null, byId: alert.createdById, readAt: null },
    ...made(random, Date.parse(alert.createdAt), alert.createdById),
  });
}

interface Times {
  readonly acknowledged: number | null;
  readonly dispatched: number | null;
  readonly arrived: number | null;
  readonly resolved: number | null;
}

const moment = (at: number | null): string | null => (at === null ? null : instant(at));

function timesOf({ at, status, answers, sent = [], escalated }: ToldAlert): Times {
  const acknowledged = answers ? at + (escalated ? 19 : 4) * MINUTE : null;
  const dispatched = sent.length > 0 ? at + 25 * MINUTE : null;
  const arrived = sent.some((one) => one.arrived) ? at + 65 * MINUTE : null;
  const resolved = isOver(status) ? at + (answers ? 150 : 6) * MINUTE : null;
  return { acknowledged, dispatched, arrived, resolved };
}

interface Erased {
  readonly place: number | null;
  readonly number: number | null;
}

/** When place and number were erased, by the hours of the country. */
function erasedOf({ world: { country } }: Story, { at, caseId }: ToldAlert, resolved: number | null): Erased {
  const { alertPlaceHours, alertPlaceMostHours, alertNumberHours, identityVault } = country;
  const place = Math.min(at + alertPlaceMostHours * HOUR, (resolved ?? Infinity) + alertPlaceHours * HOUR);
  const unlinked = caseId === undefined || !identityVault ? at + alertNumberHours * HOUR : Infinity;
  const past = (time: number): number | null => (time < END ? time + MINUTE : null);
  return { place: past(place), number: past(Math.min(place, unlinked)) };
}

function addResponder(
  { random, batch }: Story,
  { id: alertId }: Row<EmergencyAlert>,
  { who, arrived, sentBack }: Sent,
  { dispatched, arrived: arrivedAt, resolved }: Times,
  by: Colleague,
): void {
  const at = dispatched ?? END - DAY;
  const endedAt = sentBack ? at + 9 * MINUTE : resolved;
  batch.add(AlertResponder, {
    alertId,
    memberId: who.id,
    sentAt: instant(at),
    arrivedAt: arrived ? moment(arrivedAt) : null,
    endedAt: moment(endedAt),
    ...made(random, at, by.id, (arrived ? 1 : 0) + (endedAt === null ? 0 : 1), endedAt ?? arrivedAt ?? at),
  });
}

/** What of the person is still kept. */
function addWords(story: Story, alert: Row<EmergencyAlert>, district: Place, erased: Erased): void {
  const { random, batch, world } = story;
  const at = Date.parse(alert.createdAt);
  const { places, known } = alertWords[world.country.defaultLocale];
  const [place, told] = [random.pick(places).replace('{district}', district.name), random.pick(known)];
  const telephone = `${world.demography.phone} 000 ${random.digits(4)}`;
  const of = { alertId: alert.id };
  if (erased.place === null) {
    const sealed = { ...of, dataKeyId: newDataKey(story, at) };
    batch.add(AlertPlace, { ...sealed, place, known: told, ...made(random, at, alert.createdById) });
  }
  if (erased.number !== null) return;
  const sealed = { ...of, dataKeyId: newDataKey(story, at) };
  batch.add(AlertNumber, { ...sealed, telephone, ...made(random, at, alert.createdById) });
}
