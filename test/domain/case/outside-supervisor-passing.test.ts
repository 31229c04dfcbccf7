/** Whoever supervises a case from another organisation passes nothing of it on that they do not have, to their own least of all. */
import { openWorld } from '../../support/outside';
import { actor, done, told } from '../acting';
import type { World } from '../world';
import { register, step } from './acts';
import { Outside, seen } from './outside-supervisors';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const refer = actor<{ id: string }>('referral', 'id');

it.each(['NARRATIVE', 'INCIDENT_DETAIL', 'DEMOGRAPHICS', 'SAFE_CONTACT', 'IDENTITY'])(
  'no %s by a referral, whatever the survivor agreed to',
  async (field) => {
    const at = await Outside.open(world, 'za');
    const { record, member, outside } = await at.supervisedCase();
    const receiver = { organisationId: world.organisation.za.lawyers };
    const input = { caseId: record.id, category: 'LEGAL', urgency: 'ROUTINE', receiver, sharedFields: [field] };
    expect(told(await refer(outside, 'makeReferral', input))).toContain('SHARING_NOT_ALLOWED sharedFields.0');
    const coded = { ...input, sharedFields: ['INCIDENT'] };
    expect(told(await refer(outside, 'makeReferral', coded))).not.toContain('SHARING_NOT_ALLOWED sharedFields.0');
    done(await at.end(member));
  },
);

it('no case of another organisation is said to be the one that it repeats', async () => {
  const at = await Outside.open(world, 'za');
  const { record, member, outside } = await at.supervisedCase();
  const theirs = await register(await world.as('case-manager-2', 'za'));
  const { version } = (await seen(outside, record.id))!;
  const marked = { duplicateOfId: theirs.id, reason: 'The same.' };
  expect(told(await step(outside, 'markCaseDuplicate', { ...record, version }, marked))).toEqual([
    'NOT_FOUND duplicateOfId',
  ]);
  done(await at.end(member));
});
