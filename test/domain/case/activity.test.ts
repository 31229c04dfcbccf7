/** What changes below a case shows on it, so that nobody decides about it blind. */
import { openWorld } from '../../support/outside';
import type { Client } from '../../support/app';
import { actor, done, told } from '../acting';
import type { World } from '../world';
import { inputFor } from '../referral/acts';
import { act, incident, register, rowsOf, step, uuidOf } from './acts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

interface Shown {
  readonly version: number;
  readonly updatedAt: string;
  readonly activity: { readonly edges: readonly { readonly node: { kind: string; kindLabel: string; by: unknown } }[] };
}

async function shown(client: Client, id: string): Promise<Shown | null> {
  const query = `query ($id: ID!) { case(id: $id) { version updatedAt activity(first: 20) { edges { node { kind kindLabel by { name } } } } } }`;
  return (await client.query(query, { id })).data.case as Shown | null;
}
const kinds = (of: Shown | null): string[] => (of?.activity.edges ?? []).map(({ node }) => node.kind);

const actIncident = actor<{ id: string; version: number }>('incident', 'id version');
const actNote = actor<{ id: string; version: number }>('caseNote', 'id version');
const actReferral = actor<{ id: string; version: number }>('referral', 'id version');

describe.each(['za', 'mz'] as const)('in %s', (country) => {
  test('each change below it is told with who made it, and moves the time but not the version', async () => {
    const [peer, manager] = [await world.as('field-worker', country), await world.as('case-manager', country)];
    const record = await register(peer, { survivor: null, consents: null, anonymous: true });
    const before = await shown(manager, record.id);
    expect(kinds(before)).toEqual([]);
    const made = done(await actIncident(peer, 'addIncident', { caseId: record.id, ...incident }));
    const note = done(await actNote(manager, 'addCaseNote', { caseId: record.id, text: 'Called.' }));
    done(await actNote(manager, 'amendCaseNote', { id: note.id, expectedVersion: 1, text: 'Called twice.' }));
    done(await actIncident(peer, 'updateIncident', { id: made.id, expectedVersion: 1, violationTypes: ['ROBBERY'] }));
    const sent = { toOrganisationId: null, remoteProvider: 'A clinic in town' };
    done(await actReferral(manager, 'makeReferral', inputFor(world, { caseId: record.id }, sent, country)));
    const after = await shown(await world.as('supervisor', country), record.id);
    expect(kinds(after)).toEqual([
      'REFERRAL_ADDED',
      'INCIDENT_CHANGED',
      'NOTE_CHANGED',
      'NOTE_ADDED',
      'INCIDENT_ADDED',
    ]);
    expect(after?.activity.edges[0]?.node.by).toEqual({ name: `case-manager ${country}` });
    expect(after?.version).toBe(before?.version);
    expect(Date.parse(after!.updatedAt)).toBeGreaterThan(Date.parse(before!.updatedAt));
  });

  test('who may not see the case is told nothing of it, nor is who is accused told of by it', async () => {
    const [peer, manager] = [await world.as('field-worker', country), await world.as('case-manager', country)];
    const record = await register(peer, { survivor: null, consents: null, anonymous: true });
    done(await actIncident(peer, 'addIncident', { caseId: record.id, ...incident }));
    const accuse = actor<{ id: string }>('accusedColleague', 'id');
    const accusedId = world.account[country]['case-manager'];
    done(await accuse(peer, 'accuseColleague', { caseId: record.id, accusedId }));
    expect(kinds(await shown(peer, record.id))).toEqual(['INCIDENT_ADDED']);
    for (const client of [manager, await world.as('case-manager-2', country)]) {
      const { data } = await client.query(
        'query ($case: ID!) { caseActivities(filter: { case: { eq: $case } }) { totalCount } case(id: $case) { id } }',
        { case: record.id },
      );
      expect(data).toEqual({ caseActivities: { totalCount: 0 }, case: null });
    }
  });
});

test('a change of the case at the same time waits for nobody, and what it expects still stands', async () => {
  const manager = await world.as('case-manager', 'za');
  const record = await register(manager);
  const notes = Array.from({ length: 6 }, (_, at) =>
    actNote(manager, 'addCaseNote', { caseId: record.id, text: `${at}` }),
  );
  const [assessed, ...others] = await Promise.all([step(manager, 'assessCase', record), ...notes]);
  expect([told(assessed), ...others.map(told)]).toEqual(Array(7).fill([]));
  expect(await rowsOf(world, 'case_activity', 'case_id = $1', [uuidOf(record.id)])).toHaveLength(6);
  expect(told(await act(manager, 'updateCase', { id: record.id, expectedVersion: 2, riskLevel: 'LOW' }))).toEqual([]);
});
