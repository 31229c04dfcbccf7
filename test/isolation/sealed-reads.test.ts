/** Whatever is sealed is read with a trace: of every thing, by every role that reads it. Walked, not listed by hand. */
import '../../src/domain/all';
import { allThings, type Thing } from '../../src/model/thing';
import { assertSubjects } from '../../src/policy/operation-check';
import { dataClasses } from '../../src/policy/table';
import { adminRows } from '../support/admin';
import type { Client, TestApp } from '../support/app';
import { sharedApp } from '../support/outside';
import { actorOf, matrix, roles } from '../support/policy-actors';

const sealed = [...allThings.values()].filter((thing) => thing.sealed);
const textsOf = ({ attributes }: Thing): string[] =>
  [...attributes.values()].filter((one) => one.sealed && !one.hidden).map(({ name }) => name);

let api: TestApp;
beforeAll(async () => {
  api = await sharedApp();
});

test.each(sealed.map((thing) => [thing.name, thing] as const))('reads of %s are logged', (_, { dataClass }) => {
  expect(dataClasses[dataClass].logged).toBe(true);
});

test('what is sealed and not logged stops the start', () => {
  const [{ name }] = sealed as [Thing];
  const open = { ...(allThings.get(name) as Thing), dataClass: 'REFERENCE' as const };
  expect(() => assertSubjects([open])).toThrow(/not logged/);
});

interface Entry {
  readonly record_id: string | null;
  readonly data_class: string;
  readonly purpose: string;
}

/** What is read, and what the log has of the request that read it. */
async function readBy(client: Client, { plural }: Thing, fields: readonly string[]): Promise<[string[], Entry[]]> {
  const { data, errors, headers } = await client.query(
    `{ ${plural}(first: 3, purpose: QUALITY_REVIEW) { edges { node { id ${fields.join(' ')} } } } }`,
  );
  expect(errors).toEqual([]);
  const ids = (data[plural].edges as { node: { id: string } }[]).map(
    ({ node }) => Buffer.from(node.id, 'base64url').toString().split(':')[2]!,
  );
  const entries = await adminRows<Entry & Record<string, unknown>>(
    api.database,
    'SELECT record_id, data_class, purpose FROM za.access_log_entry WHERE request_id = $1',
    [headers['x-request-id']],
  );
  return [ids, entries];
}

const walks = sealed.flatMap((thing) =>
  roles
    .filter((role) => textsOf(thing).some((name) => matrix.reads(role, thing.name, name)))
    .map((role) => [role, thing.name, thing] as const),
);

test('sealed things are read by somebody', () => {
  expect(walks.length).toBeGreaterThan(20);
});

test.each(walks)('%s reads %s with an entry for each, which says why', async (role, _, thing) => {
  const fields = textsOf(thing).filter((name) => matrix.reads(role, thing.name, name));
  const [ids, entries] = await readBy(await actorOf(api, role), thing, fields);
  expect(entries.map(({ record_id: id }) => id).sort()).toEqual([...ids].sort());
  for (const entry of entries) expect(entry).toMatchObject({ data_class: thing.dataClass, purpose: 'QUALITY_REVIEW' });
});
