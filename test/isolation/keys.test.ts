/** An idempotency key is its account's: used in another country, or by a colleague, it is a new one. */
import { randomUUID } from 'node:crypto';
import { accountOf } from '../support/access-matrix';
import { startApp, type Answer, type Client, type TestApp } from '../support/app';
import { matrix } from '../support/policy-actors';
import { findInput, noId, OwnRecords, type WithId } from '../support/reach';
import { domainMutations, mutationDocument } from '../support/walk-input';
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

const order = ['CASE_MANAGER', 'SERVICE_PROVIDER', 'SUPERVISOR', 'ME_OFFICER', 'PARTNER_ADMIN', 'FIELD_WORKER'];

/** Does a mutation once with this key, as the first account of the country that finds something to do it with. */
async function doOnce(
  mutation: OutputField,
  country: string,
  key: string,
): Promise<{ client: Client; make: WithId } | undefined> {
  for (const role of order.filter((one) => matrix.row('Mutation', mutation.name).cells.get(one)?.write)) {
    const client = await api.as(accountOf(role), country);
    const own = new OwnRecords(client);
    const search = { mutation, towards: noId, own, key, arrived: succeeded(mutation) };
    const make = await findInput(search, randomUUID);
    if (make) return { client, make };
  }
  return undefined;
}

it.each(domainMutations().map((mutation) => [mutation.name, mutation] as const))('%s', async (_name, mutation) => {
  const key = randomUUID();
  const there = await doOnce(mutation, 'bw', key);
  const here = await doOnce(mutation, 'za', key);
  if (!there || !here) throw new Error(`${mutation.name} cannot be done with the demo data: ${there ? 'ZA' : 'BW'}`);
  const again = await here.client.query(mutationDocument(mutation, 'id'), { input: here.make('') });
  expect(succeeded(mutation)(again)).toBe(true); // The same account, key and input: the same answer.
});
