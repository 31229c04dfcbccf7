/** Participants by name: who may be named, by whom, sealed, and erased when the time is over. */
import '../../../src/domain/all';
import { randomBytes, randomUUID } from 'node:crypto';
import type { Client } from '../../support/app';
import { adminRows } from '../../support/admin';
import { openWorld } from '../../support/outside';
import { sweepNow } from '../../support/sweep-now';
import { actor, done, expectForbidden, told } from '../acting';
import { call, problemsOf } from '../correction/makers';
import type { CountryName, World } from '../world';

interface Shown {
  readonly id: string;
  readonly version: number;
  readonly name: string | null;
  readonly rank: string | null;
  readonly completed: boolean | null;
}

const act = actor<Shown>('trainingParticipant', 'id version name rank station audience completed preScore postScore');
const mark = `zq${randomBytes(9).toString('hex')}`;
const uuidOf = (id: string): string => Buffer.from(id, 'base64url').toString().split(':')[2]!;

let world: World;
let admin: Client;
beforeAll(async () => {
  world = await openWorld();
  admin = await world.as('partner-admin', 'za');
});
afterAll(() => world.close());

async function training(audience = 'POLICE', country: CountryName = 'za', role = 'partner-admin'): Promise<string> {
  const topic = audience === 'SEX_WORKER' ? 'RIGHTS_LITERACY' : 'POLICE_SENSITISATION';
  const plan = { title: 'A', topic, audience, level: 'COMMUNITY', outcome: 'LTO4', startOn: '2026-03-02' };
  return (await call(await world.as(role, country), 'planTraining', plan, 'training { id }')).training!.id;
}

const person = { audience: 'POLICE', name: `${mark} Dube`, rank: `${mark} Sergeant`, consentGivenOn: '2026-03-02' };
const named = async (values: object = {}, client = admin): Promise<Shown> =>
  done(await act(client, 'nameTrainingParticipant', { trainingId: await training(), ...person, ...values }));
const read = async (client: Client, id: string): Promise<Shown | null> =>
  (await client.query('query ($id: ID!) { trainingParticipant(id: $id) { id version name rank } }', { id })).data
    .trainingParticipant as Shown | null;

test.each(['POLICE', 'MEDIA', 'RELIGIOUS_LEADER', 'PLATFORM_LEADER'])('%s are named', async (audience) => {
  const values = { audience, rank: null, completed: true, preScore: 40, postScore: 80 };
  expect(await named(values)).toMatchObject({ ...values, name: person.name });
});

test.each(['SEX_WORKER', 'ASSOCIATION', 'PARALEGAL', 'HEALTH_WORKER', 'POLICY_MAKER', 'NGO', 'OTHER'])(
  '%s are counted alone',
  async (audience) => {
    const input = { trainingId: await training(), ...person, audience, rank: null };
    expect(told(await act(admin, 'nameTrainingParticipant', input))).toEqual(['INVALID_INPUT audience']);
  },
);

test('of a training for sex workers nobody is named, whoever came', async () => {
  const input = { trainingId: await training('SEX_WORKER'), ...person };
  expect(told(await act(admin, 'nameTrainingParticipant', input))).toEqual(['INVALID_INPUT trainingId']);
});

test('without the day of their consent nobody is named, nor with one that is still to come', async () => {
  const trainingId = await training();
  const { consentGivenOn: _, ...without } = person;
  const answer = await act(admin, 'nameTrainingParticipant', { trainingId, ...without });
  expect(answer.record).toBeNull();
  expect(answer.answer.errors).not.toEqual([]);
  const ahead = { trainingId, ...person, consentGivenOn: '2199-01-01' };
  expect(told(await act(admin, 'nameTrainingParticipant', ahead))).toEqual(['INVALID_INPUT consentGivenOn']);
});

test('rank and station are of the police alone, also when it is corrected', async () => {
  const input = { trainingId: await training(), ...person, audience: 'MEDIA', station: 'A' };
  const both = ['INVALID_INPUT rank', 'INVALID_INPUT station'];
  expect(told(await act(admin, 'nameTrainingParticipant', input))).toEqual(both);
  const { id, version: expectedVersion } = await named();
  const change = { id, expectedVersion, audience: 'MEDIA' };
  expect(told(await act(admin, 'updateTrainingParticipant', { ...change, rank: 'A' }))).toEqual(['INVALID_INPUT rank']);
  expect(done(await act(admin, 'updateTrainingParticipant', change))).toMatchObject({ name: person.name, rank: null });
});

test('Mozambique keeps no names, and says so in either language', async () => {
  const client = await world.as('partner-admin', 'mz');
  const input = { trainingId: await training('POLICE', 'mz'), ...person };
  expect(told(await act(client, 'nameTrainingParticipant', input))).toEqual(['IDENTITY_VAULT_OFF name']);
  const [pt] = await problemsOf(client, 'nameTrainingParticipant', input, 'pt');
  expect(pt).toMatchObject({
    message: 'Este país não guarda nomes: quem participa é contado no relatório da formação.',
  });
});

test('a training in which somebody is named does not become one for sex workers', async () => {
  const onTraining = actor<{ id: string; version: number; audience: string }>('training', 'id version audience');
  const {
    id,
    version: expectedVersion,
    training: of,
  } = done(
    await actor<Shown & { training: { id: string; version: number } }>(
      'trainingParticipant',
      'id version training { id version }',
    )(admin, 'nameTrainingParticipant', { trainingId: await training(), ...person }),
  );
  const change = { id: of.id, expectedVersion: of.version, audience: 'SEX_WORKER' };
  expect(told(await onTraining(admin, 'updateTraining', change))).toEqual(['INVALID_INPUT audience']);
  await act(admin, 'voidTrainingParticipant', { id, expectedVersion });
  expect(done(await onTraining(admin, 'updateTraining', change)).audience).toBe('SEX_WORKER');
});

describe('who may', () => {
  test('the organisation reads; its administrator, and a field worker in their own training, write', async () => {
    const { id } = await named();
    for (const role of ['case-manager', 'supervisor'])
      expect(await read(await world.as(role, 'za'), id)).toMatchObject({ name: person.name });
    const worker = await world.as('field-worker', 'za');
    const own = await named({ trainingId: await training('POLICE', 'za', 'field-worker') }, worker);
    expect(await read(worker, own.id)).toMatchObject({ name: person.name });
    expect(await read(worker, id)).toBeNull();
  });

  test.each(['case-manager', 'supervisor', 'me-officer', 'service-provider', 'privacy-officer'])(
    'a %s names nobody',
    async (role) => {
      const input = { trainingId: await training(), ...person };
      expectForbidden(await act(await world.as(role, 'za'), 'nameTrainingParticipant', input));
    },
  );

  test('another organisation, the M&E officer and the region read no name', async () => {
    const { id } = await named();
    expect(await read(await world.as('case-manager-2', 'za'), id)).toBeNull();
    for (const client of [await world.as('me-officer', 'za'), await world.as('secretariat', 'region')]) {
      const answer = await client.query('{ trainingParticipants { edges { node { name } } } }');
      expect(answer.errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    }
  });

  test('a training of nobody, of another organisation and of another country are the same bytes', async () => {
    const worker = await world.as('field-worker', 'za');
    const asked = async (trainingId: string): Promise<string> =>
      (await act(worker, 'nameTrainingParticipant', { trainingId, ...person })).answer.text;
    const nobodys = await asked(randomUUID());
    expect(nobodys).toContain('NOT_FOUND');
    expect(await asked(await training('POLICE', 'za', 'case-manager-2'))).toBe(nobodys);
    expect(await asked(await training('POLICE', 'bw'))).toBe(nobodys);
  });
});

describe('a name', () => {
  const sweep = (country: CountryName = 'za') => sweepNow(world, country, 'eraseTrainingParticipants');
  const rows = (text: string, id: string) => adminRows<Record<string, unknown>>(world.database, text, [uuidOf(id)]);
  const keyOf = async (id: string): Promise<unknown> =>
    (await rows('SELECT data_key_id AS key FROM za.training_participant WHERE id = $1', id))[0]?.['key'];
  const hasKey = async (key: unknown): Promise<boolean> =>
    (await adminRows(world.database, 'SELECT id FROM za.data_key WHERE id = $1', [key])).length > 0;

  test('is sealed where it is kept, each under a key of its own', async () => {
    const [one, other] = [await named(), await named()];
    expect(await keyOf(one.id)).not.toBe(await keyOf(other.id));
    const [row] = await rows('SELECT to_jsonb(p)::text AS text FROM za.training_participant p WHERE id = $1', one.id);
    expect(row?.['text']).not.toContain(mark);
    expect(row?.['text']).not.toContain(Buffer.from(mark).toString('hex'));
  });

  test('that is taken out is read by nobody, and erased with its key', async () => {
    const { id, version: expectedVersion } = await named();
    const key = await keyOf(id);
    await act(admin, 'voidTrainingParticipant', { id, expectedVersion });
    await sweep();
    expect(await read(admin, id)).toBeNull();
    expect(await keyOf(id)).toBeUndefined();
    expect(await hasKey(key)).toBe(false);
  });

  test('goes with a training that is taken out, whoever takes it out', async () => {
    const trainingId = await training();
    const { id } = await named({ trainingId });
    const key = await keyOf(id);
    const manager = await world.as('case-manager', 'za');
    const taken = { id: trainingId, expectedVersion: 1, statusReason: 'Twice.' };
    await call(manager, 'voidTraining', taken, 'training { id }');
    const { data } = await admin.query('{ trainingParticipants(first: 100) { edges { node { id } } } }');
    expect(JSON.stringify(data)).not.toContain(id);
    await sweep();
    expect([await keyOf(id), await hasKey(key)]).toEqual([undefined, false]);
  });

  test('is erased with its key in the months of the country; the training stays', async () => {
    const trainingId = await training();
    const { id } = await named({ trainingId });
    const key = await keyOf(id);
    await sweep();
    expect(await read(admin, id)).not.toBeNull();
    const back = (months: number) =>
      rows(
        `UPDATE za.training SET start_on = current_date - make_interval(months => ${months}) WHERE id = $1`,
        trainingId,
      );
    await back(23);
    await sweep();
    expect(await read(admin, id)).not.toBeNull();
    await back(25);
    await sweep();
    expect(await read(admin, id)).toBeNull();
    expect(await hasKey(key)).toBe(false);
    const { data } = await admin.query('query ($id: ID!) { training(id: $id) { title } }', { id: trainingId });
    expect(data.training).toEqual({ title: 'A' });
  });

  test('is kept no longer for a day that was corrected into the future', async () => {
    const trainingId = await training();
    const { id } = await named({ trainingId });
    await rows(`UPDATE za.training SET start_on = '2199-01-01' WHERE id = $1`, trainingId);
    await rows(`UPDATE za.training_participant SET created_at = now() - make_interval(months => 25) WHERE id = $1`, id);
    await sweep();
    expect(await read(admin, id)).toBeNull();
  });
});
