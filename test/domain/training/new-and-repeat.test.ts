/** Those who come to a topic for the first time in the phase, and those who came before, are counted apart. */
import '../../../src/domain/all';
import type { Client } from '../../support/app';
import { openWorld } from '../../support/outside';
import { actor, done, told } from '../acting';
import type { World } from '../world';

interface Shown {
  readonly id: string;
  readonly version: number;
  readonly participations: { readonly edges: readonly { readonly node: object }[] };
}

const act = actor<Shown>(
  'training',
  'id version participations { edges { node { enrolled newParticipants repeatParticipants } } }',
);

let world: World;
let manager: Client;
beforeAll(async () => {
  world = await openWorld();
  manager = await world.as('case-manager', 'za');
});
afterAll(() => world.close());

const count = { genderIdentity: 'WOMAN', ageBand: 'AGE_25_34', audience: 'SEX_WORKER', enrolled: 12, completed: 10 };

async function heldTraining(): Promise<Shown> {
  const about = { title: 'A', topic: 'RIGHTS_LITERACY', audience: 'SEX_WORKER', level: 'COMMUNITY', outcome: 'LTO1' };
  let training = done(await act(manager, 'planTraining', { ...about, startOn: '2026-03-02' }));
  for (const action of ['confirmTraining', 'holdTraining'])
    training = done(await act(manager, action, { id: training.id, expectedVersion: training.version }));
  return training;
}

test('those who are new to the topic and those who are not are counted where it is known', async () => {
  const held = await heldTraining();
  const report = (values: object, language = 'en') =>
    act(
      manager,
      'reportTraining',
      { id: held.id, expectedVersion: held.version, participations: [{ ...count, ...values }] },
      { 'accept-language': language },
    );
  const more = { newParticipants: 8, repeatParticipants: 5 };
  expect(told(await report(more))).toEqual(['INVALID_INPUT participations.0.newParticipants']);
  expect(told(await report({ repeatParticipants: 13 }))).toEqual(['INVALID_INPUT participations.0.repeatParticipants']);
  const [{ message } = { message: '' }] = (await report(more, 'pt')).problems;
  expect(message).toBe(
    'As pessoas novas e as que já tinham participado não podem ser, juntas, mais do que as 12 inscritas.',
  );
  const reported = done(await report({ newParticipants: 7, repeatParticipants: 4 }));
  expect(reported.participations.edges[0]!.node).toMatchObject({ newParticipants: 7, repeatParticipants: 4 });
  const corrected = done(
    await act(manager, 'correctTrainingReport', {
      id: held.id,
      expectedVersion: reported.version,
      participations: [count],
    }),
  );
  expect(corrected.participations.edges[0]!.node).toMatchObject({ newParticipants: null, repeatParticipants: null });
});
