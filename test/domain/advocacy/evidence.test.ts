/** What advocacy rests on: published, or a number of cases; never a case. */
import type { Client } from '../../support/app';
import { openWorld } from '../../support/outside';
import { actor, done, expectForbidden, told, type Acted } from '../acting';
import type { World } from '../world';

interface Shown {
  readonly id: string;
  readonly version: number;
}
const onAdvocacy = actor<Shown>('advocacyActivity', 'id version');
const onEvidence = actor<Shown & { readonly caseCount: number | null }>('advocacyEvidence', 'id version caseCount');

let world: World;
let manager: Client;
let activity: Shown;
beforeAll(async () => {
  world = await openWorld();
  manager = await world.as('case-manager', 'za');
  activity = done(
    await onAdvocacy(manager, 'recordAdvocacyActivity', {
      ...{ title: 'A', kind: 'LAW_REFORM', level: 'NATIONAL', outcome: 'LTO3', target: 'B', ask: 'C' },
      activityOn: '2026-02-10',
    }),
  );
});
afterAll(() => world.close());

const add = (values: object, client = manager): Promise<Acted<Shown & { readonly caseCount: number | null }>> =>
  onEvidence(client, 'addAdvocacyEvidence', {
    ...{ activityId: activity.id, kind: 'LAW_TEXT', description: 'The text as it was tabled.' },
    ...values,
  });
const now = ({ id, version }: Shown): object => ({ id, expectedVersion: version });
const listed = async (): Promise<string> =>
  JSON.stringify((await manager.query('{ advocacyEvidenceItems(first: 100) { edges { node { id } } } }')).data);

test('evidence is added by who may change the activity', async () => {
  expect(done(await add({ url: 'https://www.example.org/bill' })).caseCount).toBeNull();
  expect(done(await add({ kind: 'COUNT_OF_CASES', caseCount: 12 })).caseCount).toBe(12);
  expect(told(await add({}, await world.as('case-manager-2', 'za')))).toEqual(['NOT_FOUND activityId']);
});

test.each([
  ['service-provider', 'za'],
  ['privacy-officer', 'za'],
])('a %s may not', async (role, country) => {
  expectForbidden(await add({}, await world.as(role, country)));
});

test('a number of cases is one of five at least, and nothing else has any', async () => {
  expect(told(await add({ kind: 'COUNT_OF_CASES', caseCount: 4 }))[0]).toBe('INVALID_INPUT caseCount');
  expect(told(await add({ kind: 'COUNT_OF_CASES' }))).toEqual(['INVALID_INPUT caseCount']);
  expect(told(await add({ caseCount: 12 }))).toEqual(['INVALID_INPUT caseCount']);
});

test('links are public pages; what is wrong is said in both languages', async () => {
  const wrong = { activityId: activity.id, kind: 'COUNT_OF_CASES', description: 'A', url: 'http://example.org' };
  const acted = await onEvidence(manager, 'addAdvocacyEvidence', wrong, { 'accept-language': 'pt' });
  expect(told(acted)).toEqual(['INVALID_INPUT url', 'INVALID_INPUT caseCount']);
  expect(acted.problems[1]?.message).toBe('Indique quantos casos são.');
  expect((await onEvidence(manager, 'addAdvocacyEvidence', wrong)).problems[1]?.message).toBe(
    'Say how many cases there are.',
  );
});

test('evidence that was added in error is taken out; with an activity that is taken out goes its evidence', async () => {
  const [one, two] = [done(await add({})), done(await add({}))];
  done(await onEvidence(manager, 'voidAdvocacyEvidence', now(one)));
  expect(await listed()).not.toContain(one.id);
  expect(await listed()).toContain(two.id);
  done(await onAdvocacy(manager, 'voidAdvocacyActivity', { ...now(activity), voidedReason: 'Twice.' }));
  expect(await listed()).not.toContain(two.id);
});
