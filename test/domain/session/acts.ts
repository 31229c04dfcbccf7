/** Sessions and services as the tests record them and look at them. */
import type { Client } from '../../support/app';
import { actor, done, type Acted } from '../acting';
import { act as refer, inputFor, step, type ReferralShown } from '../referral/acts';
import type { CountryName, World } from '../world';

export interface SessionShown {
  readonly id: string;
  readonly version: number;
  readonly number: number;
  readonly status: string;
  readonly plannedAt: string | null;
  readonly heldAt: string | null;
  readonly mode: string | null;
  readonly place: string | null;
  readonly toldBy: string | null;
  readonly endReason: string | null;
}
const fields = 'id version number status plannedAt heldAt mode place toldBy endReason';

export interface DeliveryShown {
  readonly id: string;
  readonly version: number;
  readonly serviceType: string;
  readonly result: string;
  readonly givenAt: string;
  readonly completedAt: string | null;
  readonly note: string | null;
}
const given = 'id version serviceType result givenAt completedAt note';

export const actSession = actor<SessionShown>('serviceSession', fields);
export const actDelivery = actor<DeliveryShown>('serviceDelivery', given);

const DAY = 86_400_000;
export const days = (n: number): string => new Date(Date.now() + n * DAY).toISOString();

/** Whatever it is a session of. */
export type Of = { readonly referralId: string } | { readonly needId: string };

export const planned = async (client: Client, of: Of, at: string, more: object = {}): Promise<SessionShown> =>
  done(await actSession(client, 'planServiceSession', { of, plannedAt: at, ...more }));

export const stepOf = (
  client: Client,
  action: string,
  { id, version }: Pick<SessionShown, 'id' | 'version'>,
  more: object = {},
): Promise<Acted<SessionShown>> => actSession(client, action, { id, expectedVersion: version, ...more });

/** A psychosocial referral of a new case that the clinic has accepted. */
export async function accepted(
  world: World,
  values: object = {},
  country: CountryName = 'za',
): Promise<ReferralShown & { readonly caseId: string }> {
  const { caseId, survivorId } = await world.newCase(country);
  const consentId = await world.newConsent(survivorId, { purpose: 'RELEASE_TO_PSYCHOSOCIAL', scopes: [] }, country);
  const input = inputFor(world, { caseId }, { category: 'PSYCHOSOCIAL', consentId, ...values }, country);
  const manager = await world.as('case-manager', country);
  const clinic = await world.as('service-provider', country);
  const sent = done(await refer(manager, 'makeReferral', input));
  return { ...done(await step(clinic, 'acceptReferral', sent)), caseId };
}

type Inside = { readonly case: { id: string } | null };
export interface Served extends ReferralShown {
  readonly plannedSessions: number | null;
  readonly seriesEnd: string | null;
  readonly case: { id: string } | null;
  readonly need: Record<'accessedAt' | 'accessBasis' | 'usedAt' | 'useBasis', string | null> | null;
  readonly sessions: readonly (SessionShown & Inside)[];
  readonly deliveries: readonly DeliveryShown[];
}
interface Answered extends Omit<Served, 'sessions' | 'deliveries'> {
  readonly sessions: { edges: { node: SessionShown & Inside }[] };
  readonly deliveries: { edges: { node: DeliveryShown }[] } | null;
}

/** The referral as somebody sees it, with its sessions in the order of their places. */
export async function seen(client: Client, id: string): Promise<Served> {
  const { data, errors } = await client.query(
    `query ($id: ID!) { referral(id: $id) { id version status plannedSessions seriesEnd outcome case { id }
      need { accessedAt accessBasis usedAt useBasis }
      sessions(first: 20) { edges { node { ${fields} case { id } insteadOf { id } } } }
      deliveries(first: 20) { edges { node { ${given} } } } } }`,
    { id },
  );
  const referral = data?.referral as Answered | null;
  if (!referral) throw new Error(JSON.stringify(errors));
  const sessions = referral.sessions.edges.map(({ node }) => node);
  sessions.sort((a, b) => a.number - b.number || (a.plannedAt ?? '').localeCompare(b.plannedAt ?? ''));
  return { ...referral, sessions, deliveries: (referral.deliveries?.edges ?? []).map(({ node }) => node) };
}
