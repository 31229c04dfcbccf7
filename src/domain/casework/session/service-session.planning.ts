/** Planning a session, and what becomes of the plan: moved, cancelled. */
import { notFound, problem } from '../../../base/problem';
import { changing, making } from '../../../model/action-input';
import { one } from '../../../model/input';
import { action } from '../../../writing/action';
import { InputCheck } from '../../../writing/input';
import { asSystem } from '../../../writing/system-write';
import type { Work } from '../../../writing/work';
import { Referral } from '../referral/referral.entity';
import { ServiceSession } from './service-session.entity';
import { byWhoServes, goesOn, NEXT, sessionLifecycle } from './service-session.lifecycle';
import { served, servedOf, type Served } from './service-session.series';
import { addSession, checkPlanned, heldSession, replace, take, type Held } from './service-session.step';

export const sessionOf = servedOf('ServiceSession');
export const of = one(sessionOf, { description: 'What it is a session of.' });

const guards = [goesOn, byWhoServes];

action(
  {
    name: 'planServiceSession',
    of: ServiceSession,
    label: { en: 'plan a session', pt: 'planear uma sessão' },
    description:
      'Plans the next session of a service. That of a provider outside the system is planned by who referred, as it was agreed.',
    input: making(ServiceSession, {
      description: 'What planning a session takes.',
      relies: ['plannedAt'],
      fields: { of },
    }),
    steps: [sessionLifecycle.on({ from: [], to: 'PLANNED', guards })],
  },
  async (work, { id, of: told, values }) => {
    const check = new InputCheck();
    checkPlanned(check, values.plannedAt, ['plannedAt']);
    check.done();
    const by = await served(work, told);
    const status = sessionLifecycle.step(null, work.action, by.facts);
    const before = values.insteadOfId ? await placeOf(work, by, values.insteadOfId) : undefined;
    return addSession(work, by, { ...values, id, status }, before?.number);
  },
);

/** @throws ProblemError NOT_FOUND, INVALID_INPUT where its place is not free */
async function placeOf(work: Work, { referral, need }: Served, id: string): Promise<ServiceSession> {
  const path = ['insteadOfId'];
  const [before] = await work.find(ServiceSession, { id, voidedAt: null });
  if (!before || before.referralId !== (referral?.id ?? null) || before.needId !== (need?.id ?? null))
    throw notFound(path);
  if (before.status === 'NO_SHOW' || before.status === 'CANCELLED') return before;
  throw problem(
    'INVALID_INPUT',
    'A session takes the place of one that the survivor did not come to, or that was cancelled. A planned one is moved.',
    'Uma sessão toma o lugar de uma a que a pessoa sobrevivente não veio, ou que foi cancelada. Uma planeada muda-se.',
    path,
  );
}

/** Where it stood stays to be seen: who came in vain is counted neither as missing nor as served. */
action(
  {
    name: 'moveServiceSession',
    of: ServiceSession,
    label: { en: 'move the session', pt: 'mudar a sessão' },
    description: 'Moves a planned session to another time: another one takes its place in the series.',
    input: changing(ServiceSession, {
      description: 'What moving a session takes; how and where it is held stays unless said.',
      relies: ['plannedAt', 'endReason'],
    }),
    steps: [
      sessionLifecycle.on({ from: ['PLANNED'], to: 'MOVED', guards }),
      sessionLifecycle.on({ variant: NEXT, from: [], to: 'PLANNED', guards }),
    ],
  },
  async (work, { id, expectedVersion, values }) => {
    const { plannedAt, endReason, mode, place } = values;
    const check = new InputCheck();
    checkPlanned(check, plannedAt, ['plannedAt']);
    check.done();
    const held = await heldSession(work, { id, expectedVersion });
    await take(work, held, { endReason });
    await replace(work, held, { values: { plannedAt, mode, place } }, []);
    await followAppointment(work, held, plannedAt);
    return id;
  },
);

const along = asSystem(
  Referral,
  'The appointment of a referral is moved with the session that it is, whoever moves it.',
);

async function followAppointment(work: Work, { session, by }: Held, appointmentAt: string): Promise<void> {
  const { referral, audience } = by;
  if (!referral?.appointmentAt || !session.plannedAt) return;
  if (Date.parse(referral.appointmentAt) !== Date.parse(session.plannedAt)) return;
  await work.update(Referral, referral, { appointmentAt }, { as: along, audience });
}

action(
  {
    name: 'cancelServiceSession',
    of: ServiceSession,
    label: { en: 'cancel the session', pt: 'cancelar a sessão' },
    description: 'Cancels a planned session; the referral goes on.',
    input: changing(ServiceSession, { description: 'What cancelling a session takes.', relies: ['endReason'] }),
    steps: [sessionLifecycle.on({ from: ['PLANNED'], to: 'CANCELLED', guards: [byWhoServes] })],
  },
  async (work, { id, expectedVersion, values }) => {
    await take(work, await heldSession(work, { id, expectedVersion }), values);
    return id;
  },
);
