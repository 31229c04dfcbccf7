/** Referrals as the tests make them and look at them. */
import type { Client } from '../../support/app';
import { actor, done, type Acted } from '../acting';
import type { CaseIds, CountryName, World } from '../world';

export interface ReferralShown {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly survivorCode: string | null;
  readonly ageBand: string | null;
  readonly district: { id: string; name: string } | null;
  readonly category: string;
  readonly sharedFields: string[];
  readonly requestedAt: string;
  readonly respondedAt: string | null;
  readonly endedAt: string | null;
  readonly rejectedReason: string | null;
  readonly outcome: string | null;
  readonly toOrganisation: { name: string } | null;
  readonly fromOrganisation: { name: string };
  readonly remoteProvider: string | null;
}

const fields = `id version status survivorCode ageBand district { id name } category sharedFields requestedAt respondedAt
  endedAt rejectedReason outcome toOrganisation { name } fromOrganisation { name } remoteProvider`;

export const act = actor<ReferralShown>('referral', fields);

/** A referral of a new case to the clinic, with the survivor's consent. */
export async function makeInput(world: World, values: object = {}, country: CountryName = 'za'): Promise<object> {
  const { caseId, survivorId } = await world.newCase(country);
  const consentId = await world.newConsent(survivorId, {}, country);
  return inputFor(world, { caseId }, { consentId, ...values }, country);
}

export const inputFor = (
  world: World,
  { caseId }: Pick<CaseIds, 'caseId'>,
  values: object = {},
  country: CountryName = 'za',
): object => ({
  caseId,
  category: 'HEALTH',
  urgency: 'ROUTINE',
  toOrganisationId: world.organisation[country].clinic,
  ...values,
});

/** A referral that the clinic was sent. */
export async function sent(world: World, values: object = {}): Promise<ReferralShown> {
  return done(await act(await world.as('case-manager', 'za'), 'makeReferral', await makeInput(world, values)));
}

/** Takes steps one after the other, each with the version of the one before. */
export async function walk(
  referral: ReferralShown,
  ...steps: readonly (readonly [Client, string, object?])[]
): Promise<ReferralShown> {
  let now = referral;
  for (const [client, action, more] of steps) now = done(await step(client, action, now, more));
  return now;
}

export const step = (
  client: Client,
  action: string,
  { id, version }: ReferralShown,
  more: object = {},
): Promise<Acted<ReferralShown>> => act(client, action, { id, expectedVersion: version, ...more });

/** A new case whose survivor agrees, and who refers it to whom. */
export interface Setting extends CaseIds {
  readonly manager: Client;
  readonly clinic: Client;
  readonly consentId: string;
}

export async function newSetting(world: World, country: CountryName): Promise<Setting> {
  const ids = await world.newCase(country);
  return {
    ...ids,
    manager: await world.as('case-manager', country),
    clinic: await world.as('service-provider', country),
    consentId: await world.newConsent(ids.survivorId, {}, country),
  };
}

export async function acceptedOf(
  world: World,
  of: Setting,
  values: object,
  country: CountryName,
): Promise<ReferralShown> {
  const input = inputFor(world, of, { consentId: of.consentId, ...values }, country);
  return walk(done(await act(of.manager, 'makeReferral', input)), [of.clinic, 'acceptReferral']);
}
