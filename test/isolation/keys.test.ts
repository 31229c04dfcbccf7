/** An idempotency key is its account's: used in another country, or by a colleague, it is a new one. */
import { randomUUID } from 'node:crypto';
import type { Client, TestApp } from '../support/app';
import { findDoer, ofRegion, prepare, succeeded } from '../support/doing';
import { startApp } from '../support/outside';
import { findInput, noId, OwnRecords, type Effort, type WithId } from '../support/reach';
import { domainMutations, fillInput, mutationDocument, mutationNamed } from '../support/walk-input';
import type { OutputField } from '../support/walk';

let api: TestApp;
beforeAll(async () => {
  api = await startApp();
  for (const country of ['bw', 'za']) await prepare(api, country);
});
afterAll(() => api?.close());

/** Does a mutation once with this key, as the first account of the country that finds something to do it with. */
function doIn(
  country: string,
  mutation: OutputField,
  key: string,
): Promise<{ client: Client; make: WithId } | undefined> {
  const attempt = async (account: string, effort: Effort) => {
    const client = await api.as(account, country);
    const own = new OwnRecords(client);
    const search = { mutation, towards: noId, own, key, effort, arrived: succeeded(mutation) };
    const make = await findInput(search, randomUUID);
    return make && { client, make };
  };
  return findDoer(mutation, attempt, () => prepare(api, country));
}

/** They find their record by a number that no walk knows: their own tests do it. */
const byNumber = ['recordLetterReply', 'nameOutsideSupervisor'];

it.each(
  domainMutations()
    .filter(({ name }) => ![...byNumber, ...ofRegion].includes(name))
    .map((mutation) => [mutation.name, mutation] as const),
)('%s', async (_name, mutation) => {
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
