/** When the time of a deputy is over, what they took on in cases of the absent one is not left with them. */
import { openWorld, sweepNow } from '../../support/outside';
import type { Client } from '../../support/app';
import { actor, done } from '../acting';
import { register } from '../case/acts';
import type { World } from '../world';
import { actDeputyship, notices, sees } from './acts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

interface Shown {
  readonly id: string;
}

describe.each(['za', 'mz'] as const)('in %s', (country) => {
  const id = (name: string): string => world.account[country][name]!;
  const inHours = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();
  let [peer, deputy, supervisor]: Client[] = [];

  beforeAll(async () => {
    [peer, deputy, supervisor] = await Promise.all(
      ['field-worker', 'field-worker-2', 'supervisor'].map((name) => world.as(name, country)),
    );
  });

  const dueIn = async (client: Client, caseId: string): Promise<string[]> => {
    const list = 'workList(first: 50) { edges { node { entity recordId case { id } } } }';
    const { data } = await client.query(`{ ${list} }`);
    const all = data.workList.edges as { node: { entity: string; case: Shown | null } }[];
    return all
      .filter(({ node }) => node.case === null || node.case.id === caseId)
      .map(({ node }) => node.entity)
      .filter((entity) => entity !== 'EmergencyAlert')
      .sort();
  };

  test('it goes to whoever has the case, who is told; what is the deputy’s own stays', async () => {
    const [theirs, own] = [await register(peer!, {}), await register(deputy!, {})];
    const time = { absentId: id('field-worker'), deputyId: id('field-worker-2'), endsAt: inHours(8) };
    const made = done(await actDeputyship(supervisor!, 'deputise', time));
    const today = { responsibleId: id('field-worker-2'), dueAt: new Date().toISOString() };
    for (const { id: caseId } of [theirs, own])
      done(await actor<Shown>('followUp', 'id')(deputy!, 'planFollowUp', { caseId, type: 'REVIEW', ...today }));
    const words = { plan: 'SAFETY', doer: 'CASE_WORKER', words: { text: 'Stays at her aunt’s.' } };
    const plan = { caseId: theirs.id, responsibleId: id('field-worker-2'), dueOn: today.dueAt.slice(0, 10), ...words };
    done(await actor<Shown>('plannedAction', 'id')(deputy!, 'planAction', plan));
    await sweepNow(world, country, 'passOnOfDeputies');
    expect(await dueIn(deputy!, theirs.id)).toEqual(['FollowUp', 'PlannedAction']);

    done(
      await actDeputyship(supervisor!, 'updateDeputyship', { id: made.id, expectedVersion: 1, endsAt: inHours(-1) }),
    );
    expect(await sees(deputy!, theirs.id)).toBe(false);
    expect(await sweepNow(world, country, 'passOnOfDeputies')).toBe(1);
    expect(await dueIn(deputy!, own.id)).toEqual(['FollowUp']);
    expect(await dueIn(peer!, theirs.id)).toEqual(['FollowUp', 'PlannedAction']);
    expect(await notices(peer!)).toEqual(['FOLLOW_UP_ASSIGNED']);
    expect(await sweepNow(world, country, 'passOnOfDeputies')).toBe(0);
  });
});
