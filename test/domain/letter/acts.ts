/** Letters as the tests issue them and look at them. */
import type { Client } from '../../support/app';
import { actor, done, type Acted } from '../acting';
import { act as actOnReferral, inputFor, type ReferralShown } from '../referral/acts';
import type { CountryName, World } from '../world';

export interface LetterShown {
  readonly id: string;
  readonly version: number;
  readonly number: string;
  readonly status: string;
  readonly survivorLanguage: string;
  readonly providerLanguage: string;
  readonly service: string;
  readonly providerName: string;
  readonly place: string;
  readonly hours: string | null;
  readonly validUntil: string;
  readonly workTelephone: string;
  readonly survivorText: string;
  readonly providerText: string;
  readonly seen: boolean | null;
  readonly repliedOn: string | null;
  readonly referral: { readonly id: string; readonly status: string; readonly outcome: string | null };
}

const fields = `id version number status survivorLanguage providerLanguage service providerName place hours validUntil
  workTelephone survivorText providerText seen repliedOn referral { id status outcome }`;

export const act = actor<LetterShown>('referralLetter', fields);

export const whereTo = { place: 'Avenida 25, 3', workTelephone: '+258 99 000 1000' };

/** A referral of an anonymous case to a provider outside the system. */
export async function outsideReferral(
  world: World,
  client: Client,
  country: CountryName,
  values: object = {},
): Promise<ReferralShown> {
  const { caseId } = await world.newCase(country, { anonymous: true });
  const outside = { toOrganisationId: undefined, receiver: { remoteProvider: 'The hospital' } };
  return done(
    await actOnReferral(client, 'makeReferral', inputFor(world, { caseId }, { ...outside, ...values }, country)),
  );
}

export const issue = (client: Client, referralId: string, values: object = {}): Promise<Acted<LetterShown>> =>
  act(client, 'issueReferralLetter', { referralId, ...whereTo, ...values });

export async function issued(
  world: World,
  client: Client,
  country: CountryName,
  values: object = {},
): Promise<LetterShown> {
  return done(await issue(client, (await outsideReferral(world, client, country)).id, values));
}

export const step = (
  client: Client,
  action: string,
  { id, version }: Pick<LetterShown, 'id' | 'version'>,
  more: object = {},
): Promise<Acted<LetterShown>> => act(client, action, { id, expectedVersion: version, ...more });

export interface LinkShown {
  readonly url: string | null;
  readonly expiresAt: string | null;
  readonly problems: readonly { readonly code: string }[];
}

export async function link(
  client: Client,
  { id, version }: Pick<LetterShown, 'id' | 'version'>,
  idempotencyKey: string = crypto.randomUUID(),
): Promise<LinkShown> {
  const { data } = await client.query(
    'mutation ($input: LinkReferralLetterInput!) { linkReferralLetter(input: $input) { url expiresAt problems { code } } }',
    { input: { idempotencyKey, id, expectedVersion: version } },
  );
  return data.linkReferralLetter as LinkShown;
}
