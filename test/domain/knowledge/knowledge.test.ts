/** Knowledge products with links that are right, and interventions that activities say they are part of. */
import type { Client } from '../../support/app';
import { openWorld } from '../../support/outside';
import { actor, done, expectForbidden, told, type Acted } from '../acting';
import type { World } from '../world';

interface Shown {
  readonly id: string;
  readonly version: number;
}
interface TaggedShown extends Shown {
  readonly intervention: { readonly name: string; readonly maturityLabel: string } | null;
}
const onProduct = actor<Shown & { readonly doi: string | null }>('knowledgeProduct', 'id version doi');
const onIntervention = actor<Shown & { readonly maturity: string }>('intervention', 'id version maturity');
const onTraining = actor<TaggedShown>('training', 'id version intervention { name maturityLabel }');
const onAdvocacy = actor<TaggedShown>('advocacyActivity', 'id version intervention { name maturityLabel }');

let world: World;
let manager: Client;
let other: Client;
beforeAll(async () => {
  world = await openWorld();
  [manager, other] = await Promise.all([world.as('case-manager', 'za'), world.as('case-manager-2', 'za')]);
});
afterAll(() => world.close());

const product = {
  ...{ kind: 'RESEARCH', title: 'Violence and care', publishedOn: '2026-02-10', language: 'ENGLISH' },
  ...{ level: 'REGIONAL', outcome: 'LTO2' },
};
const way = { name: 'Paralegals', maturity: 'PILOT', level: 'COMMUNITY', outcome: 'LTO2', startedOn: '2026-01-10' };
const training = {
  ...{ title: 'A', topic: 'PARALEGAL', audience: 'PARALEGAL', level: 'COMMUNITY', outcome: 'LTO2' },
  startOn: '2026-03-01',
};
const advocacy = {
  ...{ title: 'A', kind: 'MARCH', level: 'NATIONAL', outcome: 'LTO4', target: 'B', ask: 'C', activityOn: '2026-02-10' },
};
const now = ({ id, version }: Shown): object => ({ id, expectedVersion: version });
const intervention = async (client = manager): Promise<Shown & { readonly maturity: string }> =>
  done(await onIntervention(client, 'recordIntervention', way));
const recordProduct = (values: object, client = manager): Promise<Acted<Shown & { doi: string | null }>> =>
  onProduct(client, 'recordKnowledgeProduct', { ...product, ...values });

test.each([
  ['service-provider', 'za'],
  ['privacy-officer', 'za'],
])('a %s records neither', async (role, country) => {
  const client = await world.as(role, country);
  expectForbidden(await recordProduct({}, client));
  expectForbidden(await onIntervention(client, 'recordIntervention', way));
});

test.each(['10.1000/182', '10.5555/demo.7', '10.1016/S0140-6736(14)60933-8'])(
  '%s identifies a product',
  async (doi) => {
    expect(done(await recordProduct({ doi, url: 'https://www.example.org/library/1' })).doi).toBe(doi);
  },
);

test.each(['https://doi.org/10.1000/182', 'doi:10.1000/182', '10.1000', '11.1000/182', '10.1000/a b'])(
  '%s does not',
  async (doi) => {
    expect(told(await recordProduct({ doi }))).toEqual(['INVALID_INPUT doi']);
  },
);

test('everything that is wrong of a product is told at once, in both languages', async () => {
  const wrong = { ...product, doi: 'x', url: 'ftp://example.org', publishedOn: '2198-01-01' };
  const acted = await onProduct(manager, 'recordKnowledgeProduct', wrong, { 'accept-language': 'pt' });
  expect(told(acted)).toEqual(['INVALID_INPUT publishedOn', 'INVALID_INPUT url', 'INVALID_INPUT doi']);
  expect(acted.problems.at(-1)?.message).toBe(
    'Indique só o identificador, como 10.1000/182, sem o endereço de uma página à frente.',
  );
  expect((await recordProduct({ doi: 'x' })).problems[0]?.message).toBe(
    'Give the identifier alone, such as 10.1000/182, without the address of a page in front.',
  );
});

test('a product is corrected, and taken out', async () => {
  const made = done(await recordProduct({}));
  expect(told(await onProduct(manager, 'updateKnowledgeProduct', { ...now(made), doi: 'x' }))).toHaveLength(1);
  const put = done(await onProduct(manager, 'updateKnowledgeProduct', { ...now(made), doi: '10.1000/182' }));
  done(await onProduct(manager, 'voidKnowledgeProduct', now(put)));
  const { data } = await manager.query('{ knowledgeProducts(first: 100) { edges { node { id } } } }');
  expect(JSON.stringify(data)).not.toContain(made.id);
});

test('a pilot is proven, ends after it began, and is taken out', async () => {
  const pilot = await intervention();
  expect(told(await onIntervention(manager, 'updateIntervention', { ...now(pilot), endedOn: '2026-01-09' }))).toEqual([
    'INVALID_INPUT endedOn',
  ]);
  const proven = done(await onIntervention(manager, 'updateIntervention', { ...now(pilot), maturity: 'PROVEN' }));
  expect(proven.maturity).toBe('PROVEN');
  expect(told(await onIntervention(other, 'voidIntervention', now(proven)))).toEqual(['NOT_FOUND id']);
  done(await onIntervention(manager, 'voidIntervention', now(proven)));
});

describe.each([
  ['a training', 'planTraining', 'updateTraining', training, onTraining],
  ['advocacy', 'recordAdvocacyActivity', 'updateAdvocacyActivity', advocacy, onAdvocacy],
] as const)('%s', (_, making, correcting, about, act) => {
  it('says which intervention it is part of, and is corrected', async () => {
    const { id: interventionId } = await intervention();
    const made = done(await act(manager, making, { ...about, interventionId }));
    expect(made.intervention).toEqual({ name: 'Paralegals', maturityLabel: 'Pilot' });
    const none = done(await act(manager, correcting, { ...now(made), interventionId: null }));
    expect(none.intervention).toBeNull();
    expect(done(await act(manager, correcting, { ...now(none), interventionId })).intervention?.name).toBe(
      'Paralegals',
    );
  });

  it('is part of none of another organisation', async () => {
    const { id: interventionId } = await intervention(other);
    expect(told(await act(manager, making, { ...about, interventionId }))).toEqual(['NOT_FOUND interventionId']);
    const made = done(await act(manager, making, about));
    expect(told(await act(manager, correcting, { ...now(made), interventionId }))).toEqual([
      'NOT_FOUND interventionId',
    ]);
    const officer = await world.as('me-officer', 'za');
    expect(told(await act(officer, correcting, { ...now(made), interventionId }))).toEqual([
      'INVALID_INPUT interventionId',
    ]);
  });
});
