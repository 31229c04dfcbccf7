/** What the steps of a session have in common: what it is of is held, its lifecycle asked, access and use follow. */
import { notFound } from '../../../base/problem';
import type { Changing } from '../../../model/action-input';
import { one, part, type InputOf } from '../../../model/input';
import { stepName } from '../../../model/lifecycle';
import { InputCheck, type Path } from '../../../writing/input';
import type { SystemWrite } from '../../../writing/system-write';
import type { Values, Work } from '../../../writing/work';
import { followReferrals } from '../need/service-need.referrals';
import { assertRecordedHere } from './service-given';
import { ServiceSession } from './service-session.entity';
import { NEXT, sessionLifecycle } from './service-session.lifecycle';
import { linksOf, needOf, nextNumber, served, type Served } from './service-session.series';

const nextSession = part(NEXT, ServiceSession, {
  description: 'The session that takes the place of the one that is recorded.',
  relies: ['plannedAt'],
});
export type NextSession = InputOf<typeof nextSession>;

export const next = one(nextSession, { nullable: true, description: 'An appointment anew, in its place.' });

const DAY = 86_400_000;
/** A client may have planned it days ago, without a connection. */
const DAYS_BEHIND = 7;
const DAYS_AHEAD = 366;

/** Notes where no session can be planned for then. */
export function checkPlanned(check: InputCheck, plannedAt: string | null | undefined, path: Path): void {
  if (!plannedAt) return;
  const at = Date.parse(plannedAt);
  if (at < Date.now() - DAYS_BEHIND * DAY)
    check.refuse(path, {
      en: 'That is past. Choose a time to come; what was held already is recorded as held.',
      pt: 'Isso já passou. Escolha uma hora futura; o que já se realizou regista-se como realizado.',
    });
  else if (at > Date.now() + DAYS_AHEAD * DAY)
    check.refuse(path, {
      en: 'That is more than a year ahead. Choose an earlier time.',
      pt: 'Isso é daqui a mais de um ano. Escolha uma hora mais próxima.',
    });
}

/** A session that is to be changed, and what it is of. */
export interface Held {
  readonly session: ServiceSession;
  readonly by: Served;
}

/**
 * What it is of is held before it, as whatever ends that holds it.
 * @throws ProblemError NOT_FOUND, NOT_YOURS, VERSION_CONFLICT
 */
export async function heldSession(
  work: Work,
  { id, expectedVersion }: Omit<Changing, 'idempotencyKey'>,
): Promise<Held> {
  const [before] = await work.find(ServiceSession, { id });
  if (!before) throw notFound(['id']);
  const by = await served(work, before, ['id']);
  // Whose it is comes before its version, which is told to whoever it is of.
  if (before.status !== 'PLANNED') await assertRecordedHere(work, ServiceSession, before);
  return { by, session: await work.load(ServiceSession, id, { expectedVersion, side: sideOf(work, before) }) };
}

/** Its provider has received what it is of; whoever has the case has sent it. */
export const sideOf = (work: Work, { providerId }: Pick<ServiceSession, 'providerId'>): 'received' | 'sent' =>
  providerId !== null && providerId === work.actor.organisationId ? 'received' : 'sent';

/** Takes a step with what changes by it. @throws ProblemError IllegalStep, or what the guards have against it */
export async function take(
  work: Work,
  { session, by }: Held,
  changes: Values<ServiceSession> = {},
): Promise<ServiceSession['status']> {
  const status = sessionLifecycle.step(session.status, work.action, by.facts);
  await work.update(ServiceSession, session, { ...changes, status }, { audience: by.audience });
  followReferrals(work, needOf(by));
  return status;
}

type New = Values<ServiceSession> & { readonly id?: string | null };

/** Makes a session. @returns its id */
export async function addSession(
  work: Work,
  by: Served,
  values: New,
  number?: number,
  as?: SystemWrite,
): Promise<string> {
  const place = number ?? (await nextNumber(work, by));
  const whole = { ...values, ...linksOf(by), number: place };
  const id = await work.insert(ServiceSession, whole, { audience: by.audience, ...(as && { as }) });
  followReferrals(work, needOf(by));
  return id;
}

/** Plans a session in the place of another, where one is given. */
export async function replace(
  work: Work,
  { session, by }: Held,
  told: NextSession | null | undefined,
  path: Path = [NEXT],
): Promise<void> {
  if (!told) return;
  const check = new InputCheck();
  checkPlanned(check, told.values.plannedAt, [...path, 'plannedAt']);
  check.done();
  const status = sessionLifecycle.step(null, stepName(work.action, NEXT), by.facts);
  const { mode = session.mode, place = session.place } = told.values;
  const values = { plannedAt: told.values.plannedAt, mode, place, insteadOfId: session.id, status };
  await addSession(work, by, values, session.number);
}
