/** Records that are counted, as the tests make them: through the API, with times of their own where nobody can give them. */
import { adminRows, snake } from '../../support/admin';
import type { Client } from '../../support/app';
import { actor, done } from '../acting';
import { register, rowsOf, services, uuidOf, type CaseShown } from '../case/acts';
import type { World } from '../world';

/** Nobody knows who it happened to. */
export const nobody = { anonymous: true, survivor: null, consents: null };

const reporting = { purpose: 'REPORTING_NON_IDENTIFIABLE', decision: 'GIVEN', mode: 'WRITTEN' };

/** Somebody who agreed to services, and to be counted. */
export const somebody = (birthYear: number | null = null, genderIdentity = 'WOMAN') => ({
  anonymous: false,
  survivor: {
    genderIdentity,
    ...(birthYear && { demographics: { birthYear, exchangesSexForMoneyOrGoods: true } }),
  },
  consents: [services, reporting],
});

/** A beating, with consent to be counted, unless said otherwise. */
export const beaten = { violationTypes: ['BEATING'], consentReporting: true };

/** A case with these incidents; of nobody known, unless said otherwise. */
export const report = (client: Client, incidents: readonly object[], more: object = nobody): Promise<CaseShown> =>
  register(client, { incidents: incidents.map((one) => ({ ...beaten, ...one })), ...more });

interface Kept {
  readonly id: string;
  readonly version: number;
}

/** The first record of a case in a table. */
export async function firstOf(world: World, table: string, { id }: Pick<CaseShown, 'id'>): Promise<Kept> {
  const [row] = await rowsOf(world, table, 'case_id = $1 ORDER BY created_at, id LIMIT 1', [uuidOf(id)]);
  return row as unknown as Kept;
}

const onVoiding = actor<{ id: string }>('voiding', 'id');

/** Takes out what was recorded in error. */
export async function takeOut(client: Client, thing: string, { id, version }: Kept): Promise<void> {
  const key = `${thing[0]?.toLowerCase()}${thing.slice(1)}Id`;
  done(await onVoiding(client, `void${thing}`, { [key]: id, expectedVersion: version, reason: 'Recorded in error.' }));
}

const onConsent = actor<{ id: string }>('consent', 'id');

/** The survivor does not agree any more to be counted. */
export async function refuseToBeCounted(world: World, client: Client, { survivor }: CaseShown): Promise<void> {
  const which = `survivor_id = $1 AND purpose = 'REPORTING_NON_IDENTIFIABLE'`;
  const [consent] = await rowsOf(world, 'consent', which, [uuidOf(survivor?.id ?? '')]);
  done(await onConsent(client, 'withdrawConsent', { consentId: consent?.id }));
}

/** Has a record say that it was at another time, since nobody records what was long ago. */
export async function dated(world: World, table: string, id: string, times: Record<string, unknown>): Promise<void> {
  const names = Object.keys(times);
  const set = names.map((name, at) => `${snake(name)} = $${at + 2}`).join(', ');
  const uuid = id.includes('-') ? id : uuidOf(id);
  await adminRows(world.database, `UPDATE za."${table}" SET ${set} WHERE id = $1`, [uuid, ...Object.values(times)]);
}
