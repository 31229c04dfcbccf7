/** Emergency alerts as the tests make them and look at them. */
import { adminRows } from '../../support/admin';
import type { Client } from '../../support/app';
import { actor, done, type Acted } from '../acting';
import { uuidOf } from '../case/acts';
import type { World } from '../world';

export interface ResponderShown {
  readonly id: string;
  readonly version: number;
  readonly arrivedAt: string | null;
  readonly endedAt: string | null;
  readonly member: { readonly name: string } | null;
  readonly alert: AlertShown;
}

export interface AlertShown {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly channel: string;
  readonly riskLevel: string | null;
  readonly raisedAt: string;
  readonly ackDueAt: string;
  readonly acknowledgedAt: string | null;
  readonly onSiteDueAt: string | null;
  readonly dispatchedAt: string | null;
  readonly arrivedAt: string | null;
  readonly resolvedAt: string | null;
  readonly responses: readonly string[];
  readonly acknowledger: { readonly name: string } | null;
  readonly case: { readonly id: string } | null;
}

const fields = `id version status channel riskLevel raisedAt ackDueAt acknowledgedAt onSiteDueAt dispatchedAt arrivedAt
  resolvedAt responses acknowledger { name } case { id }`;

export const act = actor<AlertShown>('emergencyAlert', fields);
export const onResponder = actor<ResponderShown>(
  'alertResponder',
  `id version arrivedAt endedAt member { name } alert { ${fields} }`,
);

export interface ShiftShown {
  readonly id: string;
  readonly version: number;
  readonly turn: string;
  readonly status: string;
  readonly districtCodes: readonly string[];
  readonly startsAt: string;
  readonly endsAt: string;
  readonly member: { readonly name: string } | null;
}
export const onShift = actor<ShiftShown>(
  'onCallShift',
  'id version turn status districtCodes startsAt endsAt member { name }',
);

const HOUR = 3_600_000;
/** So many hours from now; past ones are negative. */
export const inHours = (hours: number): string => new Date(Date.now() + hours * HOUR).toISOString();

/** An alert that came in on the helpline, unless said otherwise. */
export const raise = (client: Client, districtId: string, values: object = {}): Promise<Acted<AlertShown>> =>
  act(client, 'raiseAlert', { channel: 'HELPLINE', districtId, riskLevel: 'HIGH', ...values });

export const step = (
  client: Client,
  action: string,
  { id, version }: Pick<AlertShown, 'id' | 'version'>,
  more: object = {},
): Promise<Acted<AlertShown>> => act(client, action, { id, expectedVersion: version, ...more });

/** Sends a colleague. */
export const send = (client: Client, alert: Pick<AlertShown, 'id'>, memberId: string) =>
  onResponder(client, 'sendToAlert', { alertId: alert.id, memberId });

export const stepOf = (
  client: Client,
  action: string,
  { id, version }: Pick<ResponderShown, 'id' | 'version'>,
  more: object = {},
): Promise<Acted<ResponderShown>> => onResponder(client, action, { id, expectedVersion: version, ...more });

/** A colleague is on call from an hour ago until tomorrow, unless said otherwise. */
export const plan = async (client: Client, memberId: string, values: object = {}): Promise<ShiftShown> =>
  done(
    await onShift(client, 'planOnCall', {
      ...{ memberId, turn: 'FIRST', startsAt: inHours(-1), endsAt: inHours(24) },
      ...values,
    }),
  );

/** The alert as it is for somebody: null where it does not exist for them. */
export async function seen(client: Client, { id }: Pick<AlertShown, 'id'>): Promise<AlertShown | null> {
  const { data, text } = await client.query(`query ($id: ID!) { emergencyAlert(id: $id) { ${fields} } }`, { id });
  if (data === null) throw new Error(text);
  return data.emergencyAlert as AlertShown | null;
}

export interface Told {
  readonly place: { readonly place: string | null; readonly known: string | null } | null;
  readonly number: { readonly telephone: string | null } | null;
}

/** What of the person somebody reads. */
export async function told(client: Client, { id }: Pick<AlertShown, 'id'>): Promise<Told | null> {
  const { data, text } = await client.query(
    'query ($id: ID!) { emergencyAlert(id: $id) { place { place known } number { telephone } } }',
    { id },
  );
  if (data === null) throw new Error(text);
  return data.emergencyAlert as Told | null;
}

/** Kinds of the notices that somebody has not read yet, of this alert, the oldest first. */
export async function notices(client: Client, { id }: Pick<AlertShown, 'id'>): Promise<string[]> {
  const { data } = await client.query(
    'query ($id: ID!) { notices(first: 100, filter: { alert: { eq: $id } }, orderBy: [{ field: CREATED_AT, direction: ASC }]) { edges { node { kind } } } }',
    { id },
  );
  return (data.notices.edges as { node: { kind: string } }[]).map(({ node }) => node.kind);
}

/** So many minutes pass for an alert: whatever it holds was so much earlier. */
export async function pass(
  world: World,
  { id }: Pick<AlertShown, 'id'>,
  minutes: number,
  country = 'za',
): Promise<void> {
  const times = ['raised_at', 'created_at', 'ack_due_at', 'acknowledged_at', 'on_site_due_at', 'resolved_at'];
  const set = times.map((name) => `${name} = ${name} - make_interval(mins => $2)`).join(', ');
  await adminRows(world.database, `UPDATE ${country}.emergency_alert SET ${set} WHERE id = $1`, [uuidOf(id), minutes]);
}

/** Cancels every shift that is planned. */
export async function nobodyOnCall(supervisor: Client): Promise<void> {
  const { data } = await supervisor.query(
    '{ onCallShifts(first: 100, filter: { status: { eq: PLANNED } }) { edges { node { id version } } } }',
  );
  for (const { node } of data.onCallShifts.edges as { node: { id: string; version: number } }[])
    await onShift(supervisor, 'cancelOnCall', { id: node.id, expectedVersion: node.version });
}
