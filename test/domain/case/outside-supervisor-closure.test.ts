/** What only a supervisor of another organisation can approve waits on their list. */
import { adminRows } from '../../support/admin';
import type { Client } from '../../support/app';
import { openWorld } from '../../support/outside';
import { done } from '../acting';
import type { World } from '../world';
import { step, uuidOf, type CaseShown } from './acts';
import { Outside, seen } from './outside-supervisors';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

test.each(['za', 'mz'] as const)('in %s a closure waits on their list, and on nobody else’s there', async (country) => {
  const at = await Outside.open(world, country);
  const { record, outside } = await at.supervisedCase();
  await adminRows(world.database, `UPDATE ${country}."case" SET status = 'IN_FOLLOW_UP' WHERE id = $1`, [
    uuidOf(record.id),
  ]);
  const values = { closureReason: 'NEEDS_MET', safetyPlanReviewed: true, informedCanResume: true };
  const waiting = async (client: Client): Promise<string[]> => {
    const { data, text } = await client.query('{ workList(first: 100) { edges { node { kind reference } } } }');
    if (data === null) throw new Error(text);
    const items = (data.workList.edges as { node: { kind: string; reference: string } }[]).map(({ node }) => node);
    return items.filter(({ reference }) => reference === record.displayId).map(({ kind }) => kind);
  };
  const now = async (client: Client): Promise<CaseShown> => (await seen(client, record.id)) as CaseShown;
  done(await step(at.peer, 'requestCaseClosure', await now(at.peer), values));
  expect(await waiting(outside)).toEqual(['TO_APPROVE']);
  for (const other of ['supervisor', 'supervisor-3', 'case-manager-2'])
    expect([other, await waiting(await world.as(other, country))]).toEqual([other, []]);
  done(await step(outside, 'approveCaseClosure', await now(outside)));
  expect(await waiting(outside)).toEqual([]);
});
