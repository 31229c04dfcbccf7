/** Whoever is accused in a case is shut out of it as a receiver of its referrals too. */
import type { Work } from '../../src/writing/work';
import { AccusedColleague, Case, openWorld, put } from '../support/outside';
import { actor, done } from '../domain/acting';
import type { World } from '../domain/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

interface Shown {
  readonly id: string;
}

test('a receiver who is accused sees nothing of the referral; a colleague there does', async () => {
  const ids = await world.newCase('za');
  const consentId = await world.newConsent(ids.survivorId);
  const manager = await world.as('case-manager', 'za');
  const actReferral = actor<Shown>('referral', 'id version');
  const clinic = world.organisation.za.clinic;
  const { id } = done(
    await actReferral(manager, 'makeReferral', {
      ...{
        caseId: ids.caseId,
        category: 'HEALTH',
        urgency: 'ROUTINE',
        receiver: { organisationId: clinic },
        consentId,
      },
    }),
  );
  const provider = await world.as('service-provider', 'za');
  const seen = async (): Promise<boolean> =>
    (await provider.query('query ($id: ID!) { referral(id: $id) { id } }', { id })).data.referral !== null;
  expect(await seen()).toBe(true);
  await world.arrange('za', (work) => accused(work, ids.caseId, world.account.za['service-provider']!));
  expect(await seen()).toBe(false);
});

async function accused(work: Work, caseId: string, accusedId: string): Promise<string> {
  const [record] = await work.find(Case, { id: caseId });
  return put(work, AccusedColleague, { caseId, accusedId, dataKeyId: record!.dataKeyId });
}
