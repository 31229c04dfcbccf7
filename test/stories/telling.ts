/** How the stories are told: each person by what they do and see, through the API alone. */
import type { Client } from '../support/app';
import { actor, done } from '../domain/acting';

export interface Told {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly survivor: { readonly id: string } | null;
}

export const onCase = actor<Told>('case', 'id version status survivor { id }');
export const onReferral = actor<Told>('referral', 'id version status survivor { id }');
export const onConsent = actor<{ id: string }>('consent', 'id');
export const onIncident = actor<{ id: string }>('incident', 'id');

/** A next step with what was seen last, which must be done. */
export async function next(
  on: typeof onCase,
  client: Client,
  action: string,
  { id, version }: Pick<Told, 'id' | 'version'>,
  more: object = {},
): Promise<Told> {
  return done(await on(client, action, { id, expectedVersion: version, ...more }));
}

/** What somebody sees of a record, the fields in GraphQL; null where it does not exist for them. */
export async function sees(
  client: Client,
  what: string,
  id: string | undefined,
  fields: string,
): Promise<Record<string, unknown> | null> {
  const { data } = await client.query(`query ($id: ID!) { ${what}(id: $id) { ${fields} } }`, { id });
  return (data?.[what] ?? null) as Record<string, unknown> | null;
}

/** The kinds of what somebody was told. */
export async function noticesOf(client: Client): Promise<string[]> {
  const { data } = await client.query('{ notices(first: 50) { edges { node { kind } } } }');
  return (data.notices.edges as { node: { kind: string } }[]).map(({ node }) => node.kind);
}

export const hoursAgo = (count: number): string => new Date(Date.now() - count * 3_600_000).toISOString();

export const agreed = (purpose: string, more: object = {}): object => ({
  purpose,
  decision: 'GIVEN',
  mode: 'VERBAL_WITNESSED',
  ...more,
});
