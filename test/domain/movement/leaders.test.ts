/** Offices in associations: names with consent alone, none where the country keeps none, gone when consent or time is over. */
import '../../../src/domain/all';
import { asOwner } from '../../../src/database/connect';
import { schemaOf } from '../../../src/database/roles';
import type { Client } from '../../support/app';
import { openWorld, sweepNow } from '../../support/outside';
import { dayFromNow } from '../../support/days';
import { actor, done, expectForbidden, told } from '../acting';
import { problemsOf } from '../correction/makers';
import type { World } from '../world';
import { at, newAssociation, newPlatform } from './acts';

interface RoleShown {
  readonly id: string;
  readonly version: number;
  readonly nameConsent: boolean;
  readonly person: { readonly name: string } | null;
}

const act = actor<RoleShown>('leaderRole', 'id version nameConsent person { name }');
const onInvolvement = actor<{ readonly id: string; readonly version: number; readonly title: string | null }>(
  'keyPopulationInvolvement',
  'id version title',
);

let world: World;
let admin: Client;
beforeAll(async () => {
  world = await openWorld();
  admin = await world.as('partner-admin', 'za');
});
afterAll(() => world.close());

const sql = async (text: string): Promise<{ rows: Record<string, unknown>[] }> =>
  asOwner(world.database.admin, schemaOf('ZA'), (client) => client.query(text));
const office = async (client = admin): Promise<object> => ({
  associationId: (await newAssociation(client)).id,
  ...{ position: 'CHAIR', heldFrom: '2024-01-01' },
});
const named = { nameConsent: true, person: { name: 'Nomvula' } };

test('an office is recorded without a name', async () => {
  expect(done(await act(admin, 'recordLeaderRole', await office()))).toMatchObject({
    nameConsent: false,
    person: null,
  });
});

test('a name needs the consent of the person, and lies sealed', async () => {
  const { person } = named;
  expect(told(await act(admin, 'recordLeaderRole', { ...(await office()), person }))).toEqual([
    'CONSENT_MISSING person',
  ]);
  const role = done(await act(admin, 'recordLeaderRole', { ...(await office()), ...named }));
  expect(role.person).toEqual(person);
  const { rows } = await sql('SELECT n.* FROM leader_name n');
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.some(({ name }) => (name as Buffer).toString('latin1').includes('Nomvula'))).toBe(false);
});

test.each(['en', 'pt'])('where the country keeps no names there is none of a leader, says %s', async (language) => {
  const client = await world.as('partner-admin', 'mz');
  const [problem] = await problemsOf(client, 'recordLeaderRole', { ...(await office(client)), ...named }, language);
  expect(problem).toMatchObject({ code: 'IDENTITY_VAULT_OFF', path: ['person'] });
  expect(problem?.message).toMatch({ en: /keeps no names/, pt: /não guarda nomes/ }[language] as RegExp);
});

test('a consent that is taken back erases the name, its key and its history', async () => {
  const role = done(await act(admin, 'recordLeaderRole', { ...(await office()), ...named }));
  const before = await sql('SELECT id, data_key_id FROM leader_name ORDER BY created_at DESC LIMIT 1');
  const { id, data_key_id: key } = before.rows[0] as { id: string; data_key_id: string };
  const now = done(await act(admin, 'updateLeaderRole', { ...at(role), nameConsent: false }));
  expect(now).toMatchObject({ nameConsent: false, person: null });
  const left = await sql(`SELECT FROM leader_name WHERE id = '${id}'`);
  const history = await sql(
    `SELECT FROM record_change c JOIN audit_event a ON a.id = c.id WHERE a.record_id = '${id}' OR '${key}' = '${id}'`,
  );
  expect([left.rows, history.rows]).toEqual([[], []]);
});

test('a name is corrected, and an office that was recorded in error leaves none', async () => {
  const role = done(await act(admin, 'recordLeaderRole', { ...(await office()), ...named }));
  const other = done(await act(admin, 'updateLeaderRole', { ...at(role), person: { name: 'Zanele' } }));
  expect(other.person).toEqual({ name: 'Zanele' });
  const wrong = done(await act(admin, 'recordLeaderRole', { ...(await office()), ...named }));
  done(await act(admin, 'voidLeaderRole', at(wrong)));
  const { rows } = await sql(
    'SELECT FROM leader_name n JOIN leader_role r ON r.id = n.leader_role_id WHERE r.voided_at IS NOT NULL',
  );
  expect(rows).toEqual([]);
});

test('24 months after the last day in office the name is erased by itself, and the office stays', async () => {
  const made = done(await act(admin, 'recordLeaderRole', { ...(await office()), ...named }));
  const gone = done(await act(admin, 'updateLeaderRole', { ...at(made), heldUntil: '2024-02-01' }));
  const held = done(await act(admin, 'recordLeaderRole', { ...(await office()), ...named }));
  await sweepNow(world, 'za', 'eraseLeaderNames');
  const { data } = await admin.query(
    'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on LeaderRole { person { name } } } }',
    {
      ids: [gone.id, held.id],
    },
  );
  expect(data.nodes).toEqual([{ person: null }, { person: named.person }]);
});

test('nobody is named of an office that ended so long ago that the name would be erased at once', async () => {
  const longAgo = { ...(await office()), heldUntil: '2024-02-01' };
  expect(told(await act(admin, 'recordLeaderRole', { ...longAgo, ...named }))).toEqual(['INVALID_INPUT person']);
  const without = done(await act(admin, 'recordLeaderRole', longAgo));
  expect(told(await act(admin, 'updateLeaderRole', { ...at(without), ...named }))).toEqual(['INVALID_INPUT person']);
  const lately = dayFromNow(-30);
  done(await act(admin, 'updateLeaderRole', { ...at(without), ...named, heldUntil: lately }));
});

test.each([
  ['in office before its day', { heldFrom: '2199-01-01' }, 'INVALID_INPUT heldFrom'],
  ['out of office before in it', { heldUntil: '2023-01-01' }, 'INVALID_INPUT heldUntil'],
  ['a day of training of who was not trained', { trainedOn: '2024-02-01' }, 'INVALID_INPUT trainedOn'],
])('nobody is %s', async (_, wrong, expected) => {
  expect(told(await act(admin, 'recordLeaderRole', { ...(await office()), ...wrong }))).toEqual([expected]);
});

test('case managers read offices, and write none; other organisations see none', async () => {
  const role = done(await act(admin, 'recordLeaderRole', { ...(await office()), ...named }));
  const ids = async (who: string): Promise<string[]> => {
    const { data } = await (await world.as(who, 'za')).query('{ leaderRoles(first: 100) { edges { node { id } } } }');
    return (data.leaderRoles.edges as { node: { id: string } }[]).map(({ node }) => node.id);
  };
  expect(await ids('case-manager')).toContain(role.id);
  expect(await ids('case-manager-2')).toEqual([]);
  expectForbidden(await act(await world.as('case-manager', 'za'), 'updateLeaderRole', at(role)));
  const { errors } = await (await world.as('secretariat', 'region')).query('{ leaderRoles { edges { node { id } } } }');
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
});

describe('the involvement of a key population', () => {
  const about = {
    level: 'NATIONAL',
    outcome: 'LTO1',
    keyPopulation: 'SW',
    involvedAs: 'GOVERNANCE',
    count: 3,
    onDate: '2026-02-01',
  };

  it('is recorded by title or platform, corrected and taken out', async () => {
    const peer = await world.as('field-worker', 'za');
    const one = done(await onInvolvement(peer, 'recordInvolvement', { ...about, title: 'A march' }));
    expect(done(await onInvolvement(peer, 'updateInvolvement', { ...at(one), title: 'Two marches' })).title).toBe(
      'Two marches',
    );
    const { id: platformId } = await newPlatform(admin);
    const other = done(await onInvolvement(admin, 'recordInvolvement', { ...about, platformId }));
    done(await onInvolvement(admin, 'voidInvolvement', at(other)));
  });

  it.each([
    ['nothing', {}, 'INVALID_INPUT title'],
    ['a day to come', { title: 'A', onDate: '2199-01-01' }, 'INVALID_INPUT onDate'],
    ['nobody', { title: 'A', count: 0 }, 'INVALID_INPUT count'],
  ])('is refused of %s', async (_, wrong, expected) => {
    expect(told(await onInvolvement(admin, 'recordInvolvement', { ...about, ...wrong }))).toEqual([expected]);
  });

  it('is refused of two things, and of a platform of another organisation', async () => {
    const { id: platformId } = await newPlatform(admin);
    expect(told(await onInvolvement(admin, 'recordInvolvement', { ...about, platformId, title: 'A' }))).toEqual([
      'INVALID_INPUT title',
    ]);
    const other = await world.as('case-manager-2', 'za');
    expect(told(await onInvolvement(other, 'recordInvolvement', { ...about, platformId }))).toEqual([
      'NOT_FOUND platformId',
    ]);
  });
});
