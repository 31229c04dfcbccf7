/** Breaches of a code of conduct as tests make, find and take them on. */
import type { Client } from '../../support/app';
import { openWorld } from '../../support/outside';
import { actor, done } from '../acting';
import type { CountryName, World } from '../world';
import { at, newPlatform, onAssociation } from './acts';

export interface Shown {
  readonly id: string;
  readonly version: number;
}
export type Breach = Shown & {
  readonly status: string;
  readonly note: string | null;
  readonly decision: string | null;
};

export const act = actor<Breach>('conductBreach', 'id version status note decision');
export const onReviewer = actor<Shown & { readonly endedAt: string | null }>('platformReviewer', 'id version endedAt');

/** The world of the test, once `openBreaches` has opened it, and who acts in it. */
export let world: World;
export const as: Record<string, Client> = {};

export async function openBreaches(): Promise<void> {
  world = await openWorld();
  for (const who of ['case-manager', 'case-manager-2', 'supervisor', 'partner-admin', 'field-worker', 'field-worker-2'])
    as[who] = await world.as(who, 'za');
}

export const note = 'What was said in confidence was repeated.';
export const about = { category: 'CONFIDENTIALITY', severity: 'SERIOUS', roleOfPerson: 'PARALEGAL', note };

export const name = async (platformId: string, who: string, country: CountryName = 'za') =>
  onReviewer(await world.as('partner-admin', country), 'namePlatformReviewer', {
    platformId,
    memberId: world.account[country][who],
  });

/** An association whose platform has these reviewers. */
export async function reviewedBy(...reviewers: string[]): Promise<{ platformId: string; associationId: string }> {
  const { id: platformId } = await newPlatform(as['case-manager']!);
  const association = await onAssociation(as['case-manager']!, 'registerMemberAssociation', { platformId, name: 'A' });
  for (const who of reviewers) done(await name(platformId, who));
  return { platformId, associationId: done(association).id };
}

export const listed = async (client: Client): Promise<Breach[]> => {
  const { data, errors } = await client.query(
    '{ conductBreaches(first: 100) { edges { node { id version status note decision } } } }',
  );
  expect(errors).toEqual([]);
  return (data.conductBreaches.edges as { node: Breach }[]).map(({ node }) => node);
};

/** Reported by a field worker who is no reviewer; as the first reviewer sees it. */
export async function reported(...reviewers: string[]): Promise<Breach> {
  const { associationId } = await reviewedBy(...reviewers);
  const before = await listed(as[reviewers[0]!]!);
  await act(as['field-worker']!, 'reportConductBreach', { associationId, ...about });
  return (await listed(as[reviewers[0]!]!)).find(({ id }) => !before.some((one) => one.id === id))!;
}

/** Those of an association, as a reviewer sees them. */
export const breachesOf = async (who: string, associationId: string): Promise<Breach[]> => {
  const { data } = await as[who]!.query(
    `query ($id: ID!) { memberAssociation(id: $id) { conductBreaches(first: 9) { edges { node { id version status note decision } } } } }`,
    { id: associationId },
  );
  return (data.memberAssociation.conductBreaches.edges as { node: Breach }[]).map(({ node }) => node);
};

export const step = (who: string, action: string, breach: Breach, more: object = {}) =>
  act(as[who]!, action, { ...at(breach), ...more });
