/** The movement as tests use it. */
import type { Client } from '../../support/app';
import { actor, done } from '../acting';

interface Shown {
  readonly id: string;
  readonly version: number;
}

export interface AssociationShown extends Shown {
  readonly name: string;
  readonly status: string;
  readonly joinedOn: string | null;
  readonly leftOn: string | null;
  readonly statusReason: string | null;
}

type Groups<G> = { readonly edges: readonly { readonly node: G }[] };

export interface CountShown extends Shown {
  readonly total: number;
  readonly byGender: Groups<{ readonly genderIdentity: string; readonly members: number }>;
}

export interface AssessmentShown extends Shown {
  readonly tool: string;
  readonly scores: Groups<{ readonly domain: string; readonly score: number }>;
}

export const onPlatform = actor<Shown & { readonly name: string; readonly organisation: { name: string } }>(
  'platform',
  'id version name organisation { name }',
);
export const onAssociation = actor<AssociationShown>(
  'memberAssociation',
  'id version name status joinedOn leftOn statusReason',
);
export const onCount = actor<CountShown>(
  'memberCount',
  'id version total byGender { edges { node { genderIdentity members } } }',
);
export const onAssessment = actor<AssessmentShown>(
  'capacityAssessment',
  'id version tool scores { edges { node { domain score } } }',
);

export const at = ({ id, version }: Shown): object => ({ id, expectedVersion: version });

export const nodes = <G>({ edges }: Groups<G>): G[] => edges.map(({ node }) => node);

export const newPlatform = async (client: Client, more: object = {}) =>
  done(await onPlatform(client, 'registerPlatform', { name: 'A platform', level: 'NATIONAL', ...more }));

/** An association that applies to a platform of its own. */
export async function newAssociation(client: Client, more: object = {}): Promise<AssociationShown> {
  const { id: platformId } = await newPlatform(client);
  return done(
    await onAssociation(client, 'registerMemberAssociation', { platformId, name: 'An association', ...more }),
  );
}
