/** Who does what in the walks over all mutations, and with what: what the demo data lacks is made first. */
import { randomUUID } from 'node:crypto';
import { accountOf } from './access-matrix';
import type { Answer, Client, TestApp } from './app';
import { matrix } from './policy-actors';
import { findInput, noId, OwnRecords, type Effort } from './reach';
import type { OutputField } from './walk';
import { mutationDocument, mutationNamed } from './walk-input';

/** It is done, and whoever did it may read what it made or may not. */
export const succeeded =
  ({ name }: Pick<OutputField, 'name'>) =>
  ({ data, errors }: Answer): boolean => {
    const problems = data?.[name]?.problems as { code: string }[] | undefined;
    return errors.length === 0 && problems?.every(({ code }) => code === 'RECORD_OUT_OF_SIGHT') === true;
  };

/**
 * What the demo data may lack, or other mutations have used up: a complete draft, a referral that only has to be sent (of
 * a case without a survivor), a letter that is still good, what waits for a second person, and what can be restored.
 */
export async function prepare(api: TestApp, country: string): Promise<void> {
  const client = await api.as('case-manager', country);
  await make(client, country, [['registerCase', 'draft', 'anonymous'], anonymous]);
  await withdrawNobodys(client);
  await make(client, country, [
    anonymous,
    ['makeReferral', 'draft', 'remoteProvider'],
    ['makeReferral', 'remoteProvider'],
    ['issueReferralLetter'],
    ['markCaseDuplicate'],
  ]);
  for (const [account, name] of [
    ['supervisor', 'voidIncident'],
    ['case-manager', 'requestCaseClosure'],
  ] as const) {
    const mutation = mutationNamed(name);
    const own = new OwnRecords(await api.as(account, country));
    await findInput({ mutation, towards: noId, own, arrived: succeeded(mutation) }, randomUUID);
  }
}

const anonymous = ['registerCase', 'anonymous'] as const;

/** Does each of these, with these fields filled. */
async function make(client: Client, country: string, all: readonly (readonly [string, ...string[]])[]): Promise<void> {
  for (const [name, ...filled] of all) {
    const mutation = mutationNamed(name);
    const always = filled.map((field) => ({ path: [field] }));
    const search = { mutation, towards: noId, own: new OwnRecords(client), arrived: succeeded(mutation), always };
    if (!(await findInput(search, randomUUID)))
      throw new Error(`${name} makes no ${filled.join(' ')} record in ${country}`);
  }
}

/** Withdraws a case without a survivor, so that somebody else can take it up again. The oldest: what was prepared stands in newer ones. */
async function withdrawNobodys(client: Client): Promise<void> {
  const cases = '{ cases(first: 100, filter: { anonymous: { eq: true } }) { edges { node { id version status } } } }';
  const { data } = await client.query(cases);
  const all = (data.cases.edges as { node: { id: string; version: number; status: string } }[]).map(({ node }) => node);
  const found = all.findLast(({ status }) => status === 'REGISTERED');
  const input = { idempotencyKey: randomUUID(), id: found?.id, expectedVersion: found?.version, reason: 'They left.' };
  const withdraw = mutationNamed('withdrawCase');
  const answer = await client.query(mutationDocument(withdraw), { input });
  if (!succeeded(withdraw)(answer)) throw new Error(answer.text);
}

const order = [
  'CASE_MANAGER',
  'SERVICE_PROVIDER',
  'SUPERVISOR',
  'ME_OFFICER',
  'PARTNER_ADMIN',
  'FIELD_WORKER',
  'PRIVACY_OFFICER',
];

/** What only accounts of the region do, who have no case and no record of a country: their own tests hold it. */
export const ofRegion: readonly string[] = ['exportForDhis2'];

/** The accounts that may do it; of case managers both, since some things are between two organisations. */
export function accountsFor({ name }: OutputField): string[] {
  const writers = order.filter((role) => matrix.row('Mutation', name).cells.get(role)?.write).map(accountOf);
  return writers.flatMap((account) => (account === 'case-manager' ? [account, 'case-manager-2'] : [account]));
}

/**
 * What the first account that can do it finds to do it with. Every account looks with the least effort before one looks
 * with more, which is hundreds of tries, of which most are in vain; before much of it, more is made to find.
 */
export async function findDoer<T>(
  mutation: OutputField,
  attempt: (account: string, effort: Effort) => Promise<T | undefined>,
  makeMore: () => Promise<void>,
): Promise<T | undefined> {
  const first = async (effort: Effort): Promise<T | undefined> => {
    for (const account of accountsFor(mutation)) {
      const found = await attempt(account, effort);
      if (found) return found;
    }
    return undefined;
  };
  const found = (await first('least')) ?? (await first('little'));
  if (found) return found;
  await makeMore();
  return (await first('least')) ?? (await first('little')) ?? first('much');
}
