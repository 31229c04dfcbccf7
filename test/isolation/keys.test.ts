/** An idempotency key is its account's: used in another country, or by a colleague, it is a new one. */
import { randomUUID } from 'node:crypto';
import { accountOf } from '../support/access-matrix';
import type { Answer, Client, TestApp } from '../support/app';
import { startApp } from '../support/outside';
import { matrix } from '../support/policy-actors';
import { findInput, noId, OwnRecords, type WithId } from '../support/reach';
import { domainMutations, fillInput, mutationDocument, mutationNamed } from '../support/walk-input';
import type { OutputField } from '../support/walk';

let api: TestApp;
beforeAll(async () => {
  api = await startApp();
});
afterAll(() => api?.close());

const succeeded =
  (mutation: OutputField) =>
  ({ data, errors }: Answer): boolean =>
    errors.length === 0 && data?.[mutation.name]?.problems.length === 0;

/** What the demo data may lack, or other mutations have used up: a complete draft, a referral that only has to be sent (of a case without a survivor), and what can be restored. */
async function prepare(country: string): Promise<void> {
  const client = await api.as('case-manager', country);
  for (const [name, ...filled] of [
    ['registerCase', 'draft', 'anonymous'],
    ['registerCase', 'anonymous'],
    ['makeReferral', 'draft', 'remoteProvider'],
    ['makeReferral', 'remoteProvider'],
  ] as const) {
    const mutation = mutationNamed(name);
    const always = filled.map((field) => ({ path: [field] }));
    const search = { mutation, towards: noId, own: new OwnRecords(client), arrived: succeeded(mutation), always };
    if (!(await findInput(search, randomUUID))) throw new Error(`${name} makes no ${filled.join(' ')} in ${country}`);
  }
  const supervisor = await api.as('supervisor', country);
  const mutation = mutationNamed('voidIncident');
  const search = { mutation, towards: noId, own: new OwnRecords(supervisor), arrived: succeeded(mutation) };
  await findInput(search, randomUUID);
}

const order = ['CASE_MANAGER', 'SERVICE_PROVIDER', 'SUPERVISOR', 'ME_OFFICER', 'PARTNER_ADMIN', 'FIELD_WORKER'];

/** The accounts that may do it; of case managers both, since some things are between two organisations. */
function accounts({ name }: OutputField): string[] {
  const writers = order.filter((role) => matrix.row('Mutation', name).cells.get(role)?.write).map(accountOf);
  return writers.flatMap((account) => (account === 'case-manager' ? [account, 'case-manager-2'] : [account]));
}

/** Does a mutation once with this key, as the first account of the country that finds something to do it with. */
async function doOnce(
  mutation: OutputField,
  country: string,
  key: string,
): Promise<{ client: Client; make: WithId } | undefined> {
  for (const account of accounts(mutation)) {
    const client = await api.as(account, country);
    const own = new OwnRecords(client);
    const search = { mutation, towards: noId, own, key, arrived: succeeded(mutation) };
    const make = await findInput(search, randomUUID);
    if (make) return { client, make };
  }
  return undefined;
}

/** The same, with more to do it with where nothing is left. */
async function doIn(country: string, mutation: OutputField, key: string): ReturnType<typeof doOnce> {
  const done = await doOnce(mutation, country, key);
  if (done) return done;
  await prepare(country);
  return doOnce(mutation, country, key);
}

it.each(domainMutations().map((mutation) => [mutation.name, mutation] as const))('%s', async (_name, mutation) => {
  const key = randomUUID();
  const there = await doIn('bw', mutation, key);
  const here = await doIn('za', mutation, key);
  if (!there || !here) throw new Error(`${mutation.name} cannot be done with the demo data: ${there ? 'ZA' : 'BW'}`);
  const again = await here.client.query(mutationDocument(mutation, 'id'), { input: here.make('') });
  expect(succeeded(mutation)(again)).toBe(true); // The same account, key and input: the same answer.
});

it('a colleague’s key is a new one: each makes a record of their own, and neither sees the other’s answer', async () => {
  const mutation = mutationNamed('recordAdvocacyActivity');
  const input = { ...fillInput(mutation, { id: () => randomUUID() }), idempotencyKey: randomUUID() };
  const ids = new Set<string>();
  for (const account of ['case-manager', 'case-manager-2', 'supervisor', 'partner-admin']) {
    const answer = await (await api.as(account, 'za')).query(mutationDocument(mutation, 'id'), { input });
    expect(succeeded(mutation)(answer)).toBe(true);
    ids.add(answer.data.recordAdvocacyActivity.advocacyActivity.id as string);
  }
  expect(ids.size).toBe(4);
});
