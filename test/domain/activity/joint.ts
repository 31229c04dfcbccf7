/** Activities of each kind and their partners, for tests of joint ones. */
import type { Client } from '../../support/app';
import { actor, done, type Acted } from '../acting';
import type { World } from '../world';

export interface Shown {
  readonly id: string;
  readonly version: number;
}
export interface Partner extends Shown {
  readonly parts: readonly string[];
  readonly organisation: { readonly name: string };
  readonly partner: { readonly name: string };
}
export const onPartner = actor<Partner>('activityPartner', 'id version parts organisation { name } partner { name }');

const goal = { level: 'COMMUNITY', outcome: 'LTO1', title: 'A' };
const reached = [{ genderIdentity: 'WOMAN', ageBand: 'UNKNOWN', kind: 'UNKNOWN', people: 4, contacts: 4 }];
/** Of each kind: the list and the link to it, what makes one, what takes one out. */
export const kinds = [
  [
    ...(['trainings', 'training', 'planTraining', 'voidTraining'] as const),
    { topic: 'PARALEGAL', audience: 'POLICE', startOn: '2026-03-02' },
    { statusReason: 'Twice.' },
  ],
  [
    ...(['outreachActivities', 'outreachActivity', 'recordOutreachActivity', 'voidOutreachActivity'] as const),
    { type: 'LECTURE', topics: ['RIGHTS'], heldOn: '2026-03-02', reached },
    { statusReason: 'Twice.' },
  ],
  [
    ...(['advocacyActivities', 'advocacyActivity', 'recordAdvocacyActivity', 'voidAdvocacyActivity'] as const),
    { kind: 'LAW_REFORM', target: 'B', ask: 'C', activityOn: '2026-03-02' },
    { voidedReason: 'Twice.' },
  ],
] as const;
export type Kind = (typeof kinds)[number];
export const named = kinds.map((kind) => [kind[1], kind] as const);

export const make = async ([, slot, action, , values]: Kind, client: Client): Promise<Shown> =>
  done(await actor<Shown>(slot, 'id version')(client, action, { ...goal, ...values }));

/** Adds the other partner of the world, unless another one is named. */
export const adding =
  (world: () => World) =>
  ([, slot]: Kind, { id }: Shown, client: Client, values: object = {}): Promise<Acted<Partner>> => {
    const partnerId = world().organisation.za.otherPartner;
    return onPartner(client, 'addActivityPartner', {
      ...{ [`${slot}Id`]: id, partnerId, parts: ['HOST', 'MOBILISER'] },
      ...values,
    });
  };

export const now = ({ id, version }: Shown): object => ({ id, expectedVersion: version });

export const listed = async (client: Client): Promise<string[]> => {
  const { data } = await client.query('{ activityPartners(first: 100) { edges { node { id } } } }');
  return (data.activityPartners as { edges: { node: Shown }[] }).edges.map(({ node }) => node.id);
};
