/** Material: issued, given to units, used in trainings; in either language it is said what is wrong. */
import '../../../src/domain/all';
import type { Client } from '../../support/app';
import { openWorld } from '../../support/outside';
import { actor, done, expectForbidden, told } from '../acting';
import { problemsOf } from '../correction/makers';
import type { World } from '../world';

interface MaterialShown {
  readonly id: string;
  readonly version: number;
  readonly edition: string;
  readonly languageLabel: string;
  readonly organisation: { readonly id: string };
  readonly supersedes: { readonly id: string } | null;
}
interface GivenShown {
  readonly id: string;
  readonly version: number;
  readonly copies: number | null;
  readonly material: { readonly id: string } | null;
  readonly district: { readonly id: string } | null;
}

const act = actor<MaterialShown>('material', 'id version edition languageLabel organisation { id } supersedes { id }');
const give = actor<GivenShown>('dissemination', 'id version copies material { id } district { id }');

let world: World;
let manager: Client;
beforeAll(async () => {
  world = await openWorld();
  manager = await world.as('case-manager', 'za');
});
afterAll(() => world.close());

const manual = {
  kind: 'POLICE_TRAINERS_MANUAL',
  title: 'Police trainer’s manual',
  edition: '1',
  language: 'ENGLISH',
  issuedOn: '2026-01-05',
  url: 'https://example.org/manual',
};
const given = {
  recipientUnit: 'Hillbrow Police Station',
  recipientKind: 'POLICE_STATION',
  copies: 40,
  channel: 'PRINT',
  disseminatedOn: '2026-02-10',
  level: 'COMMUNITY',
  outcome: 'LTO4',
};

const issued = async (values: object = {}, client = manager): Promise<MaterialShown> =>
  done(await act(client, 'issueMaterial', { ...manual, ...values }));
const spread = async (values: object = {}, client = manager): Promise<GivenShown> =>
  done(await give(client, 'recordDissemination', { ...given, materialId: (await issued()).id, ...values }));

describe('material', () => {
  test('a new edition takes the place of the one before, and both are found from each other', async () => {
    const first = await issued();
    const second = await issued({ edition: '2', issuedOn: '2026-06-01', supersedesId: first.id });
    expect(second).toMatchObject({ edition: '2', languageLabel: 'English', supersedes: { id: first.id } });
    const { data } = await manager.query(
      'query ($id: ID!) { material(id: $id) { supersededBy { edges { node { id } } } } }',
      { id: first.id },
    );
    expect(data.material.supersededBy.edges).toEqual([{ node: { id: second.id } }]);
  });

  test.each(['supervisor', 'partner-admin'])('a %s issues it too', async (role) => {
    expect((await issued({}, await world.as(role, 'za'))).version).toBe(1);
  });

  test('whoever sees to data issues it for an organisation that they name', async () => {
    const officer = await world.as('me-officer', 'za');
    const { id: organisationId } = (await issued({}, await world.as('case-manager-2', 'za'))).organisation;
    expect((await issued({ organisationId }, officer)).organisation).toEqual({ id: organisationId });
    expect(told(await act(manager, 'issueMaterial', { ...manual, organisationId }))).toEqual([
      'INVALID_INPUT organisationId',
    ]);
  });

  test.each(['field-worker', 'service-provider', 'privacy-officer'])('a %s does not', async (role) => {
    expectForbidden(await act(await world.as(role, 'za'), 'issueMaterial', manual));
  });

  test('other organisations of the country read it, and do not change it; other countries do neither', async () => {
    const { id, version } = await issued();
    const read = async (role: string, country: 'za' | 'bw'): Promise<unknown> => {
      const client = await world.as(role, country);
      const { data } = await client.query('query ($id: ID!) { material(id: $id) { id } }', { id });
      return data.material;
    };
    expect(await read('case-manager-2', 'za')).toEqual({ id });
    expect(await read('service-provider', 'za')).toEqual({ id });
    expect(await read('case-manager', 'bw')).toBeNull();
    const change = { id, expectedVersion: version, title: 'Theirs' };
    expect(told(await act(await world.as('case-manager-2', 'za'), 'updateMaterial', change))).toEqual(['NOT_FOUND id']);
  });

  test.each([
    ['an address without encryption', { url: 'http://example.org/manual' }, 'url'],
    ['an address with a password', { url: 'https://me:secret@example.org/manual' }, 'url'],
    ['what is no address', { url: 'on the shelf' }, 'url'],
    ['a day that is still to come', { issuedOn: '2199-01-01' }, 'issuedOn'],
  ])('%s is refused', async (_, values, path) => {
    expect(told(await act(manager, 'issueMaterial', { ...manual, ...values }))).toEqual([`INVALID_INPUT ${path}`]);
  });

  test('it takes the place neither of a later edition, nor, over others, of itself', async () => {
    const first = await issued();
    const later = await issued({ issuedOn: '2026-03-01' });
    const before = { ...manual, supersedesId: later.id };
    expect(told(await act(manager, 'issueMaterial', before))).toEqual(['INVALID_INPUT supersedesId']);
    const second = await issued({ edition: '2', supersedesId: first.id });
    const circle = { id: first.id, expectedVersion: first.version, supersedesId: second.id };
    expect(told(await act(manager, 'updateMaterial', circle))).toEqual(['INVALID_INPUT supersedesId']);
  });

  test('what was recorded in error stands in no list; a reason is needed', async () => {
    const { id, version: expectedVersion } = await issued();
    const without = await manager.query(
      'mutation ($input: VoidMaterialInput!) { voidMaterial(input: $input) { problems { code } } }',
      { input: { idempotencyKey: 'void-material-0', id, expectedVersion } },
    );
    expect(without.errors).not.toEqual([]);
    done(await act(manager, 'voidMaterial', { id, expectedVersion, voidedReason: 'Twice.' }));
    const { data } = await manager.query('query ($id: ID!) { materials(filter: { id: { eq: $id } }) { totalCount } }', {
      id,
    });
    expect(data.materials.totalCount).toBe(0);
  });

  test('a training names what it is held with; the words that say it stay', async () => {
    const { id: teachingMaterialId } = await issued();
    const plan = actor<{ id: string; material: string; teachingMaterial: { id: string } }>(
      'training',
      'id material teachingMaterial { id }',
    );
    const input = {
      title: 'A',
      topic: 'POLICE_SENSITISATION',
      audience: 'POLICE',
      level: 'COMMUNITY',
      outcome: 'LTO4',
    };
    const planned = { ...input, startOn: '2026-03-02', material: 'The manual', teachingMaterialId };
    expect(done(await plan(manager, 'planTraining', planned))).toMatchObject({
      material: 'The manual',
      teachingMaterial: { id: teachingMaterialId },
    });
    const foreign = await issued({}, await world.as('case-manager', 'bw'));
    const wrong = { ...planned, teachingMaterialId: foreign.id };
    expect(told(await plan(manager, 'planTraining', wrong))).toEqual(['NOT_FOUND teachingMaterialId']);
  });
});

describe('what is given out', () => {
  test('is recorded with unit, copies, channel and day, and corrected', async () => {
    const made = await spread({ districtId: world.district.za });
    expect(made.copies).toBe(40);
    expect(made.district).not.toBeNull();
    const change = { id: made.id, expectedVersion: made.version, copies: 45 };
    expect(done(await give(manager, 'updateDissemination', change)).copies).toBe(45);
  });

  test('may be what another organisation issued', async () => {
    const { id: materialId } = await issued();
    expect((await spread({ materialId }, await world.as('case-manager-2', 'za'))).material).toEqual({ id: materialId });
  });

  test('a field worker records their own; another organisation does not find it', async () => {
    const { id, version: expectedVersion } = await spread({}, await world.as('field-worker', 'za'));
    const change = { id, expectedVersion, copies: 41 };
    const others = await world.as('case-manager-2', 'za');
    expect(told(await give(others, 'updateDissemination', change))).toEqual(['NOT_FOUND id']);
    expect(done(await give(manager, 'updateDissemination', change)).copies).toBe(41);
  });

  test.each(['service-provider', 'privacy-officer'])('a %s records none', async (role) => {
    const input = { ...given, materialId: (await issued()).id };
    expectForbidden(await give(await world.as(role, 'za'), 'recordDissemination', input));
  });

  test.each([
    ['in print without copies', { copies: null }, 'copies'],
    ['no copies', { copies: 0 }, 'copies'],
    ['before it was issued', { disseminatedOn: '2026-01-04' }, 'disseminatedOn'],
    ['in the future', { disseminatedOn: '2199-01-01' }, 'disseminatedOn'],
  ])('%s is refused', async (_, values, path) => {
    const input = { ...given, materialId: (await issued()).id, ...values };
    expect(told(await give(manager, 'recordDissemination', input))).toEqual([`INVALID_INPUT ${path}`]);
  });

  test('on the radio there are no copies', async () => {
    expect((await spread({ channel: 'RADIO', copies: null })).copies).toBeNull();
  });

  test('says what is wrong in either language', async () => {
    const input = { ...given, materialId: (await issued()).id, copies: null };
    const [en, pt] = await Promise.all(
      ['en', 'pt'].map((language) => problemsOf(manager, 'recordDissemination', input, language)),
    );
    expect(en).toMatchObject([{ message: 'Say how many printed copies were given.' }]);
    expect(pt).toMatchObject([{ message: 'Indique quantos exemplares em papel foram entregues.' }]);
  });

  test('is taken out of all lists where it was recorded in error', async () => {
    const { id, version: expectedVersion } = await spread();
    done(await give(manager, 'voidDissemination', { id, expectedVersion, voidedReason: 'Twice.' }));
    const asked = 'query ($id: ID!) { disseminations(filter: { id: { eq: $id } }) { totalCount } }';
    expect((await manager.query(asked, { id })).data.disseminations.totalCount).toBe(0);
  });
});
