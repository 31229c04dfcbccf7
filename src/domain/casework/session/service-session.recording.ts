/** Recording what came of a session, planned before or not, and correcting it. */
import { changing, making } from '../../../model/action-input';
import { action } from '../../../writing/action';
import { InputCheck } from '../../../writing/input';
import { notAhead, now } from '../../../writing/moments';
import { sql } from '../../../base/sql';
import type { Values, Work } from '../../../writing/work';
import { tell } from '../notice/notice.sending';
import { beginService } from '../referral/referral.step';
import { ServiceSession } from './service-session.entity';
import { byWhoServes, goesOn, NEXT, same, sessionLifecycle } from './service-session.lifecycle';
import { of } from './service-session.planning';
import { assertInTime, served, type Served } from './service-session.series';
import { addSession, heldSession, next, replace, take, type Held } from './service-session.step';

/** The service has begun with its first session. */
const begun = async (work: Work, { referral }: Served): Promise<void> => {
  if (referral?.status === 'ACCEPTED') await beginService(work, referral);
};

function checkHeld(heldAt: string | null | undefined): void {
  const check = new InputCheck();
  notAhead(check, heldAt, ['heldAt']);
  check.done();
}

action(
  {
    name: 'recordServiceSession',
    of: ServiceSession,
    label: { en: 'record a session that was held', pt: 'registar uma sessão realizada' },
    description: 'Records a session that was held without having been planned.',
    input: making(ServiceSession, {
      description: 'What recording a session takes; it was held now unless said.',
      fields: { of },
    }),
    steps: [sessionLifecycle.on({ from: [], to: 'ATTENDED', guards: [goesOn, byWhoServes] })],
  },
  async (work, { id, of: told, values }) => {
    checkHeld(values.heldAt);
    const by = await served(work, told);
    await assertInTime(work, by, values.heldAt, ['heldAt']);
    const status = sessionLifecycle.step(null, work.action, by.facts);
    const sessionId = await addSession(work, by, { ...values, id, heldAt: values.heldAt ?? now(), status });
    await begun(work, by);
    return sessionId;
  },
);

action(
  {
    name: 'recordSessionAttended',
    of: ServiceSession,
    label: { en: 'record that the session was held', pt: 'registar que a sessão se realizou' },
    description:
      'Records that the survivor came to a planned session; with the first one the service has begun. Also where it was recorded by mistake that they did not come.',
    input: changing(ServiceSession, {
      description: 'What recording that a session was held takes; at the time that was planned unless said.',
    }),
    steps: [sessionLifecycle.on({ from: ['PLANNED', 'NO_SHOW'], to: 'ATTENDED', guards: [byWhoServes] })],
  },
  async (work, { id, expectedVersion, values }) => {
    checkHeld(values.heldAt);
    const held = await heldSession(work, { id, expectedVersion });
    const heldAt = values.heldAt ?? heldAsPlanned(held.session);
    await assertInTime(work, held.by, heldAt, ['heldAt']);
    await take(work, held, { ...values, heldAt });
    await begun(work, held.by);
    return id;
  },
);

/** One that was planned for later, and held before, was held now. */
const heldAsPlanned = ({ plannedAt }: ServiceSession): string =>
  plannedAt !== null && Date.parse(plannedAt) < Date.now() ? plannedAt : now();

action(
  {
    name: 'recordSessionNoShow',
    of: ServiceSession,
    label: {
      en: 'record that the survivor did not come to the session',
      pt: 'registar que a pessoa sobrevivente não veio à sessão',
    },
    description:
      'Records that the survivor did not come to a session, with an appointment anew; the referral goes on. Who referred is told.',
    input: changing(ServiceSession, {
      description: 'What recording that the survivor did not come takes.',
      fields: { nextSession: next },
    }),
    steps: [
      sessionLifecycle.on({ from: ['PLANNED', 'ATTENDED'], to: 'NO_SHOW', guards: [byWhoServes] }),
      sessionLifecycle.on({ variant: NEXT, from: [], to: 'PLANNED', guards: [goesOn, byWhoServes] }),
    ],
  },
  async (work, { id, expectedVersion, values, nextSession: anew }) => {
    const held = await heldSession(work, { id, expectedVersion });
    await take(work, held, { ...values, heldAt: null });
    await replace(work, held, anew);
    await tellSender(work, held);
    return id;
  },
);

/**
 * From the second one in a row on, whoever referred has to see whether the survivor is safe, and wants it still. One that
 * was held in the place of one that was missed ends the row.
 */
async function tellSender(work: Work, { by: { referral, of } }: Held): Promise<void> {
  if (referral === null) return;
  const [{ missed } = { missed: 1 }] = await work.query<{ missed: number }>(sql`
    SELECT count(*)::int AS missed FROM service_session s
    WHERE s.referral_id = ${referral.id} AND s.status = 'NO_SHOW' AND s.voided_at IS NULL AND s.planned_at > (
      SELECT coalesce(max(coalesce(planned_at, held_at)), '-infinity') FROM service_session WHERE referral_id = s.referral_id
        AND status = 'ATTENDED' AND voided_at IS NULL)`);
  await tell(work, missed > 1 ? 'SESSIONS_MISSED' : 'SESSION_MISSED', [referral.createdById, of.ownerId], of);
}

action(
  {
    name: 'updateServiceSession',
    of: ServiceSession,
    label: { en: 'correct the session', pt: 'corrigir a sessão' },
    description: 'Corrects what was recorded of a session; a planned one is moved with moveServiceSession.',
    input: changing(ServiceSession, {
      description: 'What correcting a session takes; what is left out stays as it is.',
    }),
    steps: [sessionLifecycle.on({ from: ['PLANNED', 'ATTENDED', 'NO_SHOW'], to: same, guards: [byWhoServes] })],
  },
  async (work, { id, expectedVersion, values }) => {
    checkHeld(values.heldAt);
    const held = await heldSession(work, { id, expectedVersion });
    checkCorrection(held.session, values);
    await take(work, held, values);
    return id;
  },
);

/** Only what was held has a time at which it was. */
function checkCorrection({ status }: ServiceSession, { heldAt }: Values<ServiceSession>): void {
  const check = new InputCheck();
  if (status === 'ATTENDED' && heldAt === null) check.refuse(['heldAt'], needed);
  if (status !== 'ATTENDED' && heldAt) check.refuse(['heldAt'], notHeld);
  check.done();
}

const needed = {
  en: 'A session that was held has a time. Give another, or leave it out.',
  pt: 'Uma sessão realizada tem uma hora. Dê outra, ou omita-a.',
};
const notHeld = {
  en: 'It was not held. Record first that it was.',
  pt: 'Não se realizou. Registe primeiro que sim.',
};
