/**
 * Whom the change feed names: everybody who may see the record that changed, as the hand-written row scopes say who
 * that is. What hangs on another record is changed alone here, so that nothing but the feed looks for what it hangs on.
 */
import { randomUUID } from 'node:crypto';
import { asAdmin } from '../../src/database/connect';
import { mutate } from '../../src/writing/mutate';
import type { NewValues, Work } from '../../src/writing/work';
import { arranging } from '../support/arranging';
import { countryThings } from '../../src/domain/all';
import { Told } from '../../src/base/told';
import type { ThingRecord } from '../../src/model/record';
import { thingOf, type Constructor, type Thing } from '../../src/model/thing';
import type { Role } from '../../src/policy/role';
import type { RequestContext } from '../../src/base/context';
import { adminRows } from '../support/admin';
import { startApp, type TestApp } from '../support/app';
import { matrix } from '../support/policy-actors';
import { rowScopes } from '../support/row-scope-oracle';

interface Person {
  readonly id: string;
  readonly role: Role;
  readonly organisation_id: string | null;
}

let api: TestApp;
let people: Person[];
beforeAll(async () => {
  api = await startApp();
  people = await adminRows(
    api.database,
    "SELECT id, role, organisation_id FROM identity.account WHERE country = 'ZA' ORDER BY email",
  );
  await nameElsewhere(people.find(({ role }) => role === 'SUPERVISOR')!);
});
afterAll(() => api?.close());

/** Receivers of a referral are named by the mutations, from the referral. */
const namedByTheFeed = ['own', 'organisation', 'organisation+named', 'organisation+joint'];
const scopeOf = ({ dataClass }: Thing, { role }: Person): string =>
  (matrix.classCell(dataClass, role).read ?? '')
    .split('+')
    .filter((scope) => scope !== 'referred')
    .join('+');

const hanging = countryThings
  .map((target) => ({ target: target as Constructor<ThingRecord>, thing: thingOf(target) }))
  .filter(({ thing: { reach } }) => reach.through !== undefined);

/** Names a supervisor to cases of another organisation, with much below them. */
async function nameElsewhere({ id, organisation_id: organisationId }: Person): Promise<void> {
  const named = await adminRows<{ id: string }>(
    api.database,
    `UPDATE za."case" SET outside_supervisor_id = $1, restricted_at = now(), restriction_reason = 'OTHER'
     WHERE id IN (SELECT id FROM za."case" c WHERE organisation_id <> $2 AND survivor_id IS NOT NULL
       ORDER BY (SELECT count(*) FROM za.referral_letter l JOIN za.referral r ON r.id = l.referral_id WHERE r.case_id = c.id) DESC,
         (SELECT count(*) FROM za.referral r WHERE r.case_id = c.id) DESC, id LIMIT 8) RETURNING id`,
    [id, organisationId],
  );
  await adminRows(
    api.database,
    `INSERT INTO za.case_member (id, version, created_at, updated_at, case_id, member_id)
     SELECT gen_random_uuid(), 1, now(), now(), c, $2 FROM unnest($1::uuid[]) c`,
    [named.map((one) => one.id), id],
  );
}

/** The ids of those that a person may see by name alone, whatever is their organisation's. */
const namedIdsFor = (thing: Thing, person: Person): Promise<string[]> =>
  scopeOf(thing, person).includes('named')
    ? idsFor(thing, { ...person, organisation_id: randomUUID() })
    : Promise.resolve([]);

/** The ids of those that a person may see, going by the oracle. */
const idsFor = (thing: Thing, person: Person): Promise<string[]> =>
  asAdmin(api.database.admin, async (client) => {
    await client.query('SET search_path = za');
    const condition = rowScopes[thing.name]?.[person.role] ?? 'false AND $1 = $2';
    const text = `SELECT id FROM "${thing.table}" WHERE ${condition} ORDER BY id`;
    return (await client.query<{ id: string }>(text, [person.id, person.organisation_id])).rows.map(({ id }) => id);
  });

async function peopleBySight(thing: Thing): Promise<{ person: Person; ids: Set<string> }[]> {
  const scoped = people.filter((person) => namedByTheFeed.includes(scopeOf(thing, person)));
  return Promise.all(scoped.map(async (person) => ({ person, ids: new Set(await idsFor(thing, person)) })));
}

/** Changes a record and nothing else; of what cannot be changed it makes another. */
async function touch(work: Work, target: Constructor<ThingRecord>, id: string): Promise<string> {
  const [record] = await work.find(target, { id });
  if (!record) throw new Error(`${target.name} ${id} is not there`);
  const { appendOnly, attributes } = thingOf(target);
  if (!appendOnly) {
    await work.update(target, record, {}, arranging(target));
    return id;
  }
  const sealed = [...attributes.values()].filter((attribute) => attribute.sealed).map(({ name }) => [name, 'Sealed.']);
  const values = { ...record, ...Object.fromEntries(sealed), id: undefined } as unknown as NewValues<ThingRecord>;
  return work.insert(target, values, arranging(target));
}

async function change(actor: Person, target: Constructor<ThingRecord>, id: string): Promise<string> {
  const { id: accountId, role, organisation_id: organisationId } = actor;
  const who = {
    accountId,
    role,
    organisationId,
    country: 'ZA',
    sessionId: randomUUID(),
    name: 'A',
    email: 'a@za.demo',
    locale: 'en' as const,
  };
  const ctx: RequestContext = {
    requestId: randomUUID(),
    locale: 'en',
    address: '127.0.0.1',
    actor: who,
    app: api.app,
    scope: [],
    standing: null,
    requiresAll: false,
    asked: null,
    told: new Told(),
  };
  const answer = await mutate(ctx, 'touch', { idempotencyKey: randomUUID() }, (work) => touch(work, target, id));
  if (answer.id === null) throw new Error(JSON.stringify(answer.problems));
  return answer.id;
}

/** `accounts` of those who see it as theirs, `organisations` of those who see it through their organisation. */
async function namedOf(recordId: string): Promise<string[]> {
  const [entry] = await adminRows<{ accounts: string[]; organisations: string[] }>(
    api.database,
    'SELECT accounts, organisations FROM za.change_entry WHERE record_id = $1 ORDER BY seq DESC LIMIT 1',
    [recordId],
  );
  return [...(entry?.accounts ?? []), ...(entry?.organisations ?? [])];
}

it('the walk finds what hangs on another record', () => {
  expect(hanging.length).toBeGreaterThan(15);
});

it.each(hanging.map((one) => [one.thing.name, one] as const))('%s', async (_name, { thing, target }) => {
  const before = await peopleBySight(thing);
  const changed = new Set<string>();
  for (const { person, ids } of before) {
    const [id] = [...ids].filter((one) => !changed.has(one));
    if (id) changed.add(await change(person, target, id));
    const [named] = await namedIdsFor(thing, person);
    if (named && !changed.has(named)) changed.add(await change(person, target, named));
  }
  let sights = 0;
  for (const { person, ids } of await peopleBySight(thing)) {
    const byName = new Set(await namedIdsFor(thing, person));
    for (const id of [...changed].filter((one) => ids.has(one))) {
      const isTheirs = scopeOf(thing, person) === 'own' || byName.has(id);
      const expected = isTheirs ? person.id : person.organisation_id;
      expect([person.role, id, await namedOf(id)]).toEqual([person.role, id, expect.arrayContaining([expected])]);
      sights++;
    }
  }
  expect(sights).toBeGreaterThan(1);
});
