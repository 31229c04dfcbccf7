/** What stays of a draft that is gone, and to whom: who took access to it, and nothing for who was accused in it. */
import { randomUUID } from 'node:crypto';
import { adminRows } from '../../support/admin';
import type { Client } from '../../support/app';
import { openWorld, sweepNow } from '../../support/outside';
import { actor, done, told } from '../acting';
import type { CountryName, World } from '../world';
import { act as actCase, register, registration, rowsOf, step, uuidOf, type CaseShown } from './acts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const grant = actor<{ id: string; version: number }>('accessGrant', 'id version');
const accuse = actor<{ id: string }>('accusedColleague', 'id');
const erase = actor<{ id: string }>('erasure', 'id');
const discard = (client: Client, { id, version }: CaseShown) =>
  erase(client, 'discardCase', { caseId: id, expectedVersion: version });

const draftOf = (client: Client): Promise<CaseShown> =>
  register(client, { draft: true, survivor: { genderIdentity: 'WOMAN', safeContact: { method: 'VIA_PEER' } } });
const now = async (client: Client, record: CaseShown): Promise<CaseShown> => {
  const { data } = await client.query('query ($id: ID!) { case(id: $id) { version } }', { id: record.id });
  return { ...record, version: data.case.version as number };
};
const noticesOf = async (client: Client): Promise<{ kind: string; displayId: string | null }[]> => {
  const { data } = await client.query('{ notices(first: 100) { edges { node { kind displayId } } } }');
  return (data.notices.edges as { node: { kind: string; displayId: string | null } }[]).map(({ node }) => node);
};

describe.each(['za', 'mz'] as const)('in %s', (country: CountryName) => {
  test('the privacy officer hears of an access to a draft, and looks at it when the draft is gone', async () => {
    const [manager, officer] = [await world.as('case-manager', country), await world.as('privacy-officer', country)];
    const supervisor = await world.as('supervisor', country);
    const draft = await draftOf(manager);
    const taken = done(await grant(supervisor, 'takeAccess', { caseId: draft.id, reason: 'Danger.' }));
    const told = { kind: 'ACCESS_TAKEN', displayId: draft.displayId };
    expect(await noticesOf(officer)).toContainEqual(told);
    done(await discard(manager, draft));
    expect(await noticesOf(officer)).toContainEqual(told);
    const { data } = await officer.query(
      'query ($id: ID!) { accessGrant(id: $id) { version displayId case { id } grantee { id } } }',
      { id: taken.id },
    );
    expect(data.accessGrant).toMatchObject({ displayId: draft.displayId, case: null });
    const { version } = data.accessGrant as { version: number };
    done(await grant(officer, 'reviewAccess', { id: taken.id, expectedVersion: version, review: 'UNJUSTIFIED' }));
  });

  test('who was accused in it finds nothing of it afterwards either, in whatever role', async () => {
    const peer = await world.as('field-worker', country);
    const officer = await world.as('privacy-officer', country);
    const supervisor = await world.as('supervisor', country);
    const draft = await draftOf(peer);
    const survivorId = draft.survivor!.id;
    const taken = done(await grant(supervisor, 'takeAccess', { caseId: draft.id, reason: 'Danger.' }));
    await supervisor.query('query ($id: ID!) { survivor(id: $id) { safeContact { method } } }', { id: survivorId });
    done(await accuse(peer, 'accuseColleague', { caseId: draft.id, accusedId: world.account[country].supervisor }));
    // Colleagues do not find the officer of the country: of another organisation's survivor they would.
    await adminRows(
      world.database,
      `INSERT INTO ${country}.accused_colleague SELECT (jsonb_populate_record(x, jsonb_build_object('id', gen_random_uuid(), 'accused_id', $1::uuid))).*
         FROM ${country}.accused_colleague x WHERE case_id = $2`,
      [world.account[country]['privacy-officer'], uuidOf(draft.id)],
    );
    const seen = async (): Promise<unknown[]> => {
      const log = '{ accessLogEntries { totalCount } erasures { totalCount } notices { totalCount } }';
      const all = await Promise.all([officer.query(log), supervisor.query(log.replace('erasures { totalCount }', ''))]);
      return all.map(({ data, errors }) => [data, errors.length] as unknown);
    };
    const before = await seen();
    done(await discard(peer, await now(peer, draft)));
    expect(await seen()).toEqual(before);
    const { data } = await officer.query('query ($id: ID!) { accessGrant(id: $id) { id } }', { id: taken.id });
    expect(data.accessGrant).toBeNull();
    expect(await rowsOf(world, 'access_grant', 'id = $1', [uuidOf(taken.id)], country)).toHaveLength(1);
  });

  test('its end by itself is told to nobody who was accused in it', async () => {
    const [peer, manager] = [await world.as('field-worker-2', country), await world.as('case-manager', country)];
    const draft = await draftOf(peer);
    const accusedId = world.account[country]['field-worker-2'];
    const given = done(
      await step(await world.as('supervisor', country), 'assignCase', draft, {
        ownerId: world.account[country]['case-manager'],
      }),
    );
    done(await accuse(manager, 'accuseColleague', { caseId: given.id, accusedId }));
    await adminRows(
      world.database,
      `UPDATE ${country}."case" SET draft_until = now() - interval '9 days' WHERE id = $1`,
      [uuidOf(draft.id)],
    );
    await sweepNow(world, country, 'warnOfDrafts');
    expect(await sweepNow(world, country, 'eraseDrafts')).toBe(1);
    expect((await noticesOf(peer)).map(({ kind }) => kind)).not.toContain('DRAFT_ERASED');
    expect((await noticesOf(manager)).map(({ kind }) => kind)).toContain('DRAFT_ERASED');
    const { data } = await peer.query('{ erasures { totalCount } }');
    expect(data.erasures.totalCount).toBe(0);
  });

  test('no id of what is gone is used again, by a late retry of a phone neither', async () => {
    const peer = await world.as('field-worker', country);
    const [id, survivorId] = [randomUUID(), randomUUID()];
    const values = { draft: true, id, survivor: { id: survivorId, genderIdentity: 'WOMAN' }, consents: undefined };
    done(await discard(peer, done(await actCase(peer, 'registerCase', registration(values)))));
    expect(told(await actCase(peer, 'registerCase', registration(values)))).toEqual([
      expect.stringMatching(/^ALREADY_EXISTS (id|survivor\.id)$/),
    ]);
    const others = { ...values, id: randomUUID() };
    expect(told(await actCase(peer, 'registerCase', registration(others)))).toEqual(['ALREADY_EXISTS survivor.id']);
  });

  test('a change in the same moment finds nothing, or comes before', async () => {
    const peer = await world.as('field-worker', country);
    for (let turn = 0; turn < 4; turn++) {
      const draft = await draftOf(peer);
      const [gone, noted] = await Promise.all([
        discard(peer, draft),
        actor<{ id: string }>('caseNote', 'id')(peer, 'addCaseNote', { caseId: draft.id, text: 'At once.' }),
      ]);
      expect([...gone.answer.errors, ...noted.answer.errors]).toEqual([]);
      for (const one of [...told(gone), ...told(noted)]) expect(one).toMatch(/^(NOT_FOUND|VERSION_CONFLICT)/);
    }
  });
});
