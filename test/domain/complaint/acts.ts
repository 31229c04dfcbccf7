/** Complaints as the tests make them and look at them. */
import type { Client } from '../../support/app';
import { dayFromNow } from '../../support/days';
import { register, registration, type CaseShown } from '../case/acts';
import { actor, done, type Acted } from '../acting';

export interface ComplaintShown {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly about: string;
  readonly filedOn: string | null;
  readonly refusedOn: string | null;
  readonly refusalReason: string | null;
  readonly registeredOn: string | null;
  readonly hearingOn: string | null;
  readonly heardOn: string | null;
  readonly stallsOn: string | null;
  readonly stalledAt: string | null;
  readonly conclusion: string | null;
  readonly concludedOn: string | null;
  readonly withdrawnOn: string | null;
  readonly province: { readonly code: string } | null;
  readonly case: { readonly id: string; readonly concluded: boolean | null } | null;
}

const fields = `id version status about filedOn refusedOn refusalReason registeredOn hearingOn heardOn stallsOn stalledAt
  conclusion concludedOn withdrawnOn province { code } case { id concluded }`;

export const act = actor<ComplaintShown>('complaint', fields);
export const onWish = actor<{ id: string; version: number; wish: string; reason: string | null }>(
  'complaintWish',
  'id version wish reason',
);

export interface MechanismShown {
  readonly id: string;
  readonly name: string;
  readonly stalledAfterDays: number;
  readonly verified: boolean;
  readonly offices: readonly { readonly id: string; readonly name: string; readonly verified: boolean }[];
}

/** The first mechanism of a kind, or the one of a name. */
export async function mechanism(client: Client, kind: string, name?: string): Promise<MechanismShown> {
  const { data } = await client.query(
    `query ($kind: ComplaintMechanismKind!) { complaintMechanisms(first: 50, filter: { kind: { eq: $kind } }) {
       edges { node { id name stalledAfterDays verified offices(first: 50) { edges { node { id name verified } } } } } } }`,
    { kind },
  );
  type Node = Omit<MechanismShown, 'offices'> & { offices: { edges: { node: MechanismShown['offices'][number] }[] } };
  const all = (data.complaintMechanisms.edges as { node: Node }[]).map(({ node }) => node);
  const found = name === undefined ? all[0] : all.find((one) => one.name.startsWith(name));
  if (!found) throw new Error(`no mechanism ${kind} ${name ?? ''}`);
  return { ...found, offices: found.offices.edges.map(({ node }) => node) };
}

/** Today, and days around it. */
export const day = (from = 0): string => dayFromNow(from);

/** A case of somebody who wants to complain, unless said otherwise. */
export async function complainant(
  client: Client,
  wish: string | null = 'YES',
  values: object = {},
): Promise<CaseShown> {
  const record = await register(client, registration(values));
  if (wish) done(await onWish(client, 'recordComplaintWish', { caseId: record.id, mechanismsExplained: true, wish }));
  return record;
}

/** A complaint at a police station, unless said otherwise. */
export async function record(client: Client, values: object = {}): Promise<Acted<ComplaintShown>> {
  const { id: mechanismId } = await mechanism(client, 'POLICE_STATION');
  return act(client, 'recordComplaint', { mechanismId, about: 'VIOLENCE', ...values });
}

export const step = (
  client: Client,
  action: string,
  { id, version }: Pick<ComplaintShown, 'id' | 'version'>,
  more: object = {},
): Promise<Acted<ComplaintShown>> => act(client, action, { id, expectedVersion: version, ...more });

/** Takes steps one after the other, each with the version of the one before. */
export async function walk(
  client: Client,
  from: ComplaintShown,
  ...steps: readonly (readonly [string, object?])[]
): Promise<ComplaintShown> {
  let now = from;
  for (const [action, more] of steps) now = done(await step(client, action, now, more));
  return now;
}

export { daysAfter } from '../../../src/base/calendar';
