/** Service needs as the tests record them and look at them. */
import type { Client } from '../../support/app';
import { actor, done, type Acted } from '../acting';

export interface NeedShown {
  readonly id: string;
  readonly version: number;
  readonly category: string;
  readonly serviceType: string | null;
  readonly status: string;
  readonly namedBySurvivor: boolean;
  readonly identifiedOn: string;
  readonly decidedAt: string | null;
  readonly servedAt: string | null;
  readonly unavailableReason: string | null;
}

const fields = `id version category serviceType status namedBySurvivor identifiedOn decidedAt servedAt unavailableReason`;

export const act = actor<NeedShown>('serviceNeed', fields);

/** Of housing, named by the survivor, unless said otherwise. */
export const record = (client: Client, caseId: string, values: object = {}): Promise<Acted<NeedShown>> =>
  act(client, 'recordServiceNeed', { caseId, category: 'SAFE_HOUSE', namedBySurvivor: true, ...values });

export const recorded = async (client: Client, caseId: string, values: object = {}): Promise<NeedShown> =>
  done(await record(client, caseId, values));

export const decide = (
  client: Client,
  { id, version }: Pick<NeedShown, 'id' | 'version'>,
  status: string,
  more: object = {},
): Promise<Acted<NeedShown>> => act(client, 'decideServiceNeed', { id, expectedVersion: version, status, ...more });

/** What goes with a decision. */
export const beside: Readonly<Record<string, object>> = {
  PROVIDED_HERE: { servedAt: '2026-02-01T10:00:00Z' },
  UNAVAILABLE: { unavailableReason: 'NO_PROVIDER' },
};

/** Needs of a case as somebody sees them, the oldest first. */
export async function needsOf(client: Client, caseId: string): Promise<(NeedShown & { referrals: string[] })[]> {
  const { data, errors } = await client.query(
    `query ($id: ID!) { case(id: $id) { serviceNeeds { edges { node { ${fields}
      referrals { edges { node { status } } } } } } } }`,
    { id: caseId },
  );
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  type Node = NeedShown & { referrals: { edges: { node: { status: string } }[] } };
  return (data.case.serviceNeeds.edges as { node: Node }[]).map(({ node }) => ({
    ...node,
    referrals: node.referrals.edges.map((edge) => edge.node.status),
  }));
}
