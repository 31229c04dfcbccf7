/** Who changed what of a record, and when: read with the record by whoever reads it, and by nobody else. */
import { randomUUID } from 'node:crypto';
import type { Client } from '../../support/app';
import { openWorld } from '../../support/outside';
import { actor, done } from '../acting';
import type { CountryName, World } from '../world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

interface Shown {
  readonly id: string;
  readonly version: number;
}
const actCase = actor<Shown>('case', 'id version');
const actIncident = actor<Shown>('incident', 'id version');
const actTraining = actor<Shown>('training', 'id version');

interface Entry {
  readonly action: string;
  readonly version: number;
  readonly actorRole: string;
  readonly actor: { readonly name: string } | null;
  readonly changes: readonly { field: string; before: unknown; after: unknown; afterLabel: string | null }[];
}

const fields = 'action version actorRole actor { name } changes { field before after afterLabel }';

async function historyOf(client: Client, singular: string, id: string, below = ''): Promise<readonly Entry[] | null> {
  const history = `history(first: 50) { edges { node { ${fields} } } }`;
  const inner = below === '' ? history : `${below} { ${history} }`;
  const { data } = await client.query(`query ($id: ID!) { record: ${singular}(id: $id) { ${inner} } }`, { id });
  const record = below === '' ? data.record : data.record?.[below];
  const edges = (record?.history.edges ?? null) as { node: Entry }[] | null;
  return edges && edges.map(({ node }) => node);
}

const change = (client: Client, { id, version }: Shown, values: object) =>
  actCase(client, 'updateCase', { id, expectedVersion: version, ...values });

async function corrected(country: CountryName): Promise<Shown> {
  const { caseId } = await world.newCase(country);
  const manager = await world.as('case-manager', country);
  const once = done(await change(manager, { id: caseId, version: 1 }, { riskLevel: 'LOW' }));
  return done(await change(await world.as('supervisor', country), once, { riskLevel: 'HIGH', priority: 'HIGH' }));
}

describe.each(['za', 'mz'] as const)('in %s', (country) => {
  test('each change is told with who made it, in which role, and what the field was; the newest first', async () => {
    const { id } = await corrected(country);
    const history = await historyOf(await world.as('case-manager', country), 'case', id);
    expect(history).toMatchObject([
      {
        action: 'updateCase',
        version: 3,
        actorRole: 'SUPERVISOR',
        actor: { name: `supervisor ${country}` },
        changes: [
          { field: 'riskLevel', before: 'LOW', after: 'HIGH', afterLabel: 'High risk' },
          { field: 'priority', before: null, after: 'HIGH' },
        ],
      },
      { version: 2, changes: [{ field: 'riskLevel', before: null, after: 'LOW' }] },
      { version: 1, changes: [] },
    ]);
  });

  test('whoever reads the record reads it, and nobody else', async () => {
    const { id } = await corrected(country);
    for (const role of ['field-worker', 'case-manager', 'supervisor', 'partner-admin', 'me-officer'])
      expect([role, (await historyOf(await world.as(role, country), 'case', id))?.length]).toEqual([role, 3]);
    for (const role of ['field-worker-2', 'case-manager-2', 'privacy-officer', 'service-provider'])
      expect([role, await historyOf(await world.as(role, country), 'case', id)]).toEqual([role, null]);
    const other = country === 'za' ? 'mz' : 'za';
    expect(await historyOf(await world.as('case-manager', other), 'case', id)).toBeNull();
  });
});

test('what is sealed is sealed in the history too, and told to those who may open it', async () => {
  const { incidentId } = await world.newCase();
  const manager = await world.as('case-manager', 'za');
  const words = `Said ${randomUUID()}`;
  done(
    await actIncident(manager, 'updateIncident', { id: incidentId, expectedVersion: 1, narrative: { text: words } }),
  );
  const [entry] = (await historyOf(manager, 'incident', incidentId, 'narrative')) ?? [];
  expect(entry?.changes).toMatchObject([{ field: 'text', before: 'What happened.', after: words }]);
  const kept = await world.app.countries.get('ZA')!.app.query(
    `SELECT (SELECT count(*)::int FROM record_change WHERE sealed IS NOT NULL) AS sealed,
            (SELECT count(*)::int FROM record_change WHERE open LIKE $1) AS open`,
    [`%${words}%`],
  );
  expect(kept.rows[0]).toMatchObject({ open: 0 });
  expect(kept.rows[0].sealed).toBeGreaterThan(0);
  expect((await historyOf(await world.as('me-officer', 'za'), 'incident', incidentId, 'narrative')) ?? null).toBeNull();
});

test('reading it is reading the record: it goes into the access log', async () => {
  const { incidentId } = await world.newCase();
  const manager = await world.as('case-manager', 'za');
  const before = await logged();
  await historyOf(manager, 'incident', incidentId, 'narrative');
  expect(await logged()).toBe(before + 1);
});

const logged = async (): Promise<number> =>
  (
    await world.app.countries
      .get('ZA')!
      .app.query(`SELECT count(*)::int AS n FROM access_log_entry WHERE entity = 'IncidentNarrative'`)
  ).rows[0].n as number;

test('a link is told only where what it leads to is seen', async () => {
  const { caseId } = await world.newCase();
  const manager = await world.as('case-manager', 'za');
  const { id, version } = done(
    await actCase(manager, 'assignCase', { id: caseId, expectedVersion: 1, ownerId: world.account.za.supervisor }),
  );
  const { data } = await manager.query('query ($id: ID!) { case(id: $id) { owner { id } } }', { id });
  const mine = await historyOf(manager, 'case', id);
  expect([version, mine?.[0]?.changes]).toMatchObject([2, [{ field: 'owner', after: data.case.owner.id }]]);
  // Staff are for their own organisation, and for the country’s M&E officer; the partner’s administrator is one of it.
  const admin = await historyOf(await world.as('partner-admin', 'za'), 'case', id);
  expect(admin?.[0]?.changes).toMatchObject([{ field: 'owner', after: data.case.owner.id }]);
});

test('it has no list and no id of its own, and the region has none', async () => {
  const officer = await world.as('me-officer', 'za');
  const { errors } = await officer.query('{ historyEntries { edges { node { version } } } }');
  expect(errors[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  const plan = { title: 'A', topic: 'RIGHTS_LITERACY', audience: 'SEX_WORKER', level: 'COMMUNITY', outcome: 'LTO1' };
  const manager = await world.as('case-manager', 'za');
  done(await actTraining(manager, 'planTraining', { ...plan, startOn: '2026-03-02' }));
  const region = await (
    await world.as('secretariat')
  ).query('{ trainings(first: 1, country: ZA) { edges { node { title history { totalCount } } } } }');
  expect(region.errors.map(({ extensions }) => extensions)).toMatchObject([
    { code: 'FORBIDDEN', coordinate: 'Training.history', dataClass: 'HISTORY' },
  ]);
  expect(region.data.trainings.edges[0].node).toMatchObject({ history: null });
});

test('it is filtered, counted and paged like every list', async () => {
  const { id } = await corrected('za');
  const manager = await world.as('case-manager', 'za');
  const { data } = await manager.query(
    `query ($id: ID!) { case(id: $id) {
      history(first: 1, filter: { action: { eq: "updateCase" } }) { totalCount pageInfo { hasNextPage endCursor } edges { node { version } } } } }`,
    { id },
  );
  const { totalCount, pageInfo, edges } = data.case.history;
  expect([totalCount, pageInfo.hasNextPage, edges]).toEqual([2, true, [{ node: { version: 3 } }]]);
  const next = await manager.query(
    `query ($id: ID!, $after: String) { case(id: $id) {
      history(first: 1, after: $after, filter: { action: { eq: "updateCase" } }) { edges { node { version } } } } }`,
    { id, after: pageInfo.endCursor },
  );
  expect(next.data.case.history.edges).toEqual([{ node: { version: 2 } }]);
});
