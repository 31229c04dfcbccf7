/** Allies and what they did: institutions, with days that fit and links that everybody may open. */
import { randomUUID } from 'node:crypto';
import type { Client } from '../../support/app';
import { openWorld } from '../../support/outside';
import { actor, done, expectForbidden, told, type Acted } from '../acting';
import type { World } from '../world';

interface AllyShown {
  readonly id: string;
  readonly version: number;
  readonly endedOn: string | null;
  readonly organisation: { readonly name: string };
  readonly actions: { readonly edges: readonly { readonly node: { readonly id: string; readonly version: number } }[] };
}
interface DeedShown {
  readonly id: string;
  readonly version: number;
  readonly kindLabel: string;
  readonly advocacyActivity: { readonly title: string } | null;
}

const onAlly = actor<AllyShown>(
  'ally',
  'id version endedOn organisation { name } actions { edges { node { id version } } }',
);
const onDeed = actor<DeedShown>('allyAction', 'id version kindLabel advocacyActivity { title }');
const onAdvocacy = actor<{ readonly id: string; readonly version: number }>('advocacyActivity', 'id version');

let world: World;
let manager: Client;
beforeAll(async () => {
  world = await openWorld();
  manager = await world.as('case-manager', 'za');
});
afterAll(() => world.close());

const about = { name: 'Municipal council', allyType: 'LOCAL_AUTHORITY', level: 'COMMUNITY', engagedOn: '2026-02-10' };
const deed = {
  ...{ actedOn: '2026-03-01', kind: 'PUBLIC_STATEMENT', description: 'Said so.', level: 'COMMUNITY', outcome: 'LTO3' },
};
const engaged = async (values: object = {}, client = manager): Promise<AllyShown> =>
  done(await onAlly(client, 'engageAlly', { ...about, ...values }));
const recordDeed = (allyId: string, values: object = {}, client = manager): Promise<Acted<DeedShown>> =>
  onDeed(client, 'recordAllyAction', { ...deed, allyId, ...values });
const now = ({ id, version }: { id: string; version: number }): object => ({ id, expectedVersion: version });
const advocacy = async (client: Client): Promise<string> =>
  done(
    await onAdvocacy(client, 'recordAdvocacyActivity', {
      ...{ title: 'A by-law', kind: 'BYLAW_CHANGE', level: 'COMMUNITY', outcome: 'LTO3', target: 'B', ask: 'C' },
      activityOn: '2026-02-10',
    }),
  ).id;

test.each(['field-worker', 'case-manager', 'supervisor', 'partner-admin'])(
  'a %s records an ally of the own organisation, and of no other',
  async (role) => {
    const client = await world.as(role, 'za');
    expect(
      (await engaged({ mouSignedOn: '2026-04-01', districtId: world.district.za }, client)).organisation.name,
    ).toBe('Partner');
    const organisationId = world.organisation.za.otherPartner;
    expect(told(await onAlly(client, 'engageAlly', { ...about, organisationId }))).toEqual([
      'INVALID_INPUT organisationId',
    ]);
  },
);

test.each([
  ['service-provider', 'za'],
  ['privacy-officer', 'za'],
])('a %s may not', async (role, country) => {
  const client = await world.as(role, country);
  const ally = await engaged();
  expectForbidden(await onAlly(client, 'engageAlly', about));
  expectForbidden(await onAlly(client, 'endAlly', now(ally)));
  expectForbidden(await recordDeed(ally.id, {}, client));
});

test('days lie behind, and the last one after the first', async () => {
  for (const [day, value] of [
    ['engagedOn', '2198-01-01'],
    ['mouSignedOn', '2198-01-01'],
  ])
    expect(told(await onAlly(manager, 'engageAlly', { ...about, [day!]: value }))).toEqual([`INVALID_INPUT ${day}`]);
  const ally = await engaged();
  for (const endedOn of ['2026-02-09', '2198-01-01'])
    expect(told(await onAlly(manager, 'endAlly', { ...now(ally), endedOn }))).toEqual(['INVALID_INPUT endedOn']);
  expect(told(await onAlly(manager, 'engageAlly', { ...about, districtId: randomUUID() }))).toEqual([
    'NOT_FOUND districtId',
  ]);
});

test('an ally ends, and is taken up again by a correction', async () => {
  const ended = done(await onAlly(manager, 'endAlly', { ...now(await engaged()), endedOn: '2026-05-01' }));
  expect(ended.endedOn).toBe('2026-05-01');
  expect(done(await onAlly(manager, 'updateAlly', { ...now(ended), endedOn: null })).endedOn).toBeNull();
});

test('what is wrong is said in the language of whoever asks', async () => {
  const input = { ...now(await engaged()), endedOn: '2026-02-09' };
  const message = async (language: string): Promise<string | undefined> =>
    (await onAlly(manager, 'endAlly', input, { 'accept-language': language })).problems[0]?.message;
  expect(await message('en')).toBe('The last day cannot be before the first, 2026-02-10.');
  expect(await message('pt')).toBe('O último dia não pode ser anterior ao primeiro, 2026-02-10.');
});

test('an action says which advocacy it served, of the same organisation', async () => {
  const ally = await engaged();
  const advocacyActivityId = await advocacy(manager);
  expect(done(await recordDeed(ally.id, { advocacyActivityId })).advocacyActivity?.title).toBe('A by-law');
  const foreign = await advocacy(await world.as('case-manager-2', 'za'));
  expect(told(await recordDeed(ally.id, { advocacyActivityId: foreign }))).toEqual(['NOT_FOUND advocacyActivityId']);
  const officer = await world.as('me-officer', 'za');
  expect(told(await recordDeed(ally.id, { advocacyActivityId: foreign }, officer))).toEqual([
    'INVALID_INPUT advocacyActivityId',
  ]);
});

test('no action is recorded of another organisation’s ally, nor of one that is still to come', async () => {
  const ally = await engaged();
  expect(told(await recordDeed(ally.id, {}, await world.as('case-manager-2', 'za')))).toEqual(['NOT_FOUND allyId']);
  expect(told(await recordDeed(ally.id, { actedOn: '2198-01-01' }))).toEqual(['INVALID_INPUT actedOn']);
});

test.each([
  'http://www.example.org/statement',
  'javascript:alert(1)',
  'www.example.org/statement',
  'https://user:secret@www.example.org/statement',
  'https://www.example.org:8443/statement',
  'https://192.168.1.10/statement',
  'https://[::1]/statement',
  'https://localhost/statement',
  'https://files.office.local/statement',
  'https://www.example.org/a statement',
  'https://www.example.org\\@elsewhere.example.net',
])('%s is no link that is passed on', async (evidenceUrl) => {
  expect(told(await recordDeed((await engaged()).id, { evidenceUrl }))).toEqual(['INVALID_INPUT evidenceUrl']);
});

test.each(['https://www.example.org/statement?id=3&tokens=2#a:9', 'https://exemplo.co.mz/notícia'])(
  '%s is one',
  async (evidenceUrl) => {
    expect(done(await recordDeed((await engaged()).id, { evidenceUrl })).kindLabel).toBe('Public statement');
  },
);

test('an action is corrected and taken out; with an ally that is taken out go its actions', async () => {
  const ally = await engaged();
  const [one, two] = [done(await recordDeed(ally.id)), done(await recordDeed(ally.id))];
  expect(told(await onDeed(manager, 'updateAllyAction', { ...now(one), actedOn: '2198-01-01' }))).toEqual([
    'INVALID_INPUT actedOn',
  ]);
  const put = done(await onDeed(manager, 'updateAllyAction', { ...now(one), kind: 'FUNDING' }));
  expect(put.kindLabel).toBe('Funding');
  done(await onDeed(manager, 'voidAllyAction', now(put)));
  const left = async (): Promise<string[]> => {
    const { data } = await manager.query('{ allyActions(first: 100) { edges { node { id ally { id } } } } }');
    return (data.allyActions.edges as { node: { id: string; ally: { id: string } } }[]).flatMap(({ node }) =>
      node.ally.id === ally.id ? [node.id] : [],
    );
  };
  expect(await left()).toEqual([two.id]);
  done(await onAlly(manager, 'voidAlly', now(ally)));
  expect(await left()).toEqual([]);
  expect(told(await recordDeed(ally.id))).toHaveLength(1);
});

test('the region reads allies of every country, and no partner reads another’s', async () => {
  const { id } = await engaged({ name: 'A council of churches', allyType: 'RELIGIOUS_LEADER' });
  const list = '{ allies(first: 100) { edges { node { id allyTypeLabel } } } }';
  const seen = async (client: Client): Promise<boolean> =>
    JSON.stringify((await client.query(list)).data.allies).includes(id);
  expect(await seen(await world.as('secretariat'))).toBe(true);
  expect(await seen(await world.as('me-officer', 'za'))).toBe(true);
  expect(await seen(await world.as('case-manager-2', 'za'))).toBe(false);
  expect(await seen(await world.as('case-manager', 'bw'))).toBe(false);
});
