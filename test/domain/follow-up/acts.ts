/** Follow-ups as the tests make them and look at them. */
import type { Client } from '../../support/app';

import { actor, done, type Acted } from '../acting';
import type { CaseIds, CountryName, World } from '../world';

export interface FollowUpShown {
  readonly id: string;
  readonly version: number;
  readonly type: string;
  readonly status: string;
  readonly dueAt: string | null;
  readonly doneAt: string | null;
  readonly outcome: string | null;
  readonly feedback: string | null;
  readonly movedReason: string | null;
  readonly cancelledReason: string | null;
  readonly survivorGotInTouch: boolean;
  readonly responsible: { name: string } | null;
  readonly previous: { id: string } | null;
  readonly next: { id: string; type: string; status: string; version: number } | null;
  readonly referral: { id: string } | null;
}

const fields = `id version type status dueAt doneAt outcome feedback movedReason cancelledReason survivorGotInTouch
  responsible { name } previous { id } next { id type status version } referral { id }`;

export const act = actor<FollowUpShown>('followUp', fields);

const DAY = 86_400_000;
/** So many days from now; past ones are negative. */
export const inDays = (days: number): string => new Date(Date.now() + days * DAY).toISOString();

/** A meeting that contacts nobody, unless said otherwise. */
export const planInput = (caseId: string, values: object = {}): object => ({
  caseId,
  type: 'OFFICE_MEETING',
  dueAt: inDays(3),
  ...values,
});

export const planned = async (client: Client, caseId: string, values: object = {}): Promise<FollowUpShown> =>
  done(await act(client, 'planFollowUp', planInput(caseId, values)));

export const recorded = async (client: Client, caseId: string, values: object = {}): Promise<FollowUpShown> =>
  done(await act(client, 'recordFollowUp', { caseId, type: 'REVIEW', outcome: 'SUPPORTED', ...values }));

export const step = (
  client: Client,
  action: string,
  { id, version }: Pick<FollowUpShown, 'id' | 'version'>,
  more: object = {},
): Promise<Acted<FollowUpShown>> => act(client, action, { id, expectedVersion: version, ...more });

/** The follow-up as somebody sees it; null where they do not. */
export const seen = async (client: Client, { id }: Pick<FollowUpShown, 'id'>): Promise<FollowUpShown | null> =>
  (await client.query(`query ($id: ID!) { followUp(id: $id) { ${fields} } }`, { id })).data.followUp as never;

/** A decision on being contacted. */
export const agrees = (world: World, { survivorId }: CaseIds, values: object = {}, country: CountryName = 'za') =>
  world.newConsent(survivorId, { purpose: 'CONTACT_FOLLOW_UP', scopes: [], ...values }, country);

/** A case of a survivor who agreed to be contacted; the safe way is a call. */
export async function reachable(world: World, country: CountryName = 'za'): Promise<CaseIds> {
  const made = await world.newCase(country);
  await agrees(world, made, {}, country);
  return made;
}

/** What somebody was told, newest first. */
export async function noticesOf(client: Client): Promise<string[]> {
  const { data } = await client.query(
    '{ notices(first: 100, orderBy: [{ field: CREATED_AT, direction: DESC }]) { edges { node { kind } } } }',
  );
  return (data.notices.edges as { node: { kind: string } }[]).map(({ node }) => node.kind);
}
