/** Whoever is accused in a case is shut out of it as a receiver of its referrals too. */
import type { Work } from '../../src/writing/work';
import { adminRows } from '../support/admin';
import { AccusedColleague, Case, openWorld, put } from '../support/outside';
import { actor, done, told } from '../domain/acting';
import type { World } from '../domain/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

interface Shown {
  readonly id: string;
  readonly version: number;
}

/** A service provider, and a case manager of an organisation that is listed as provider. */
const receivers = [
  ['service-provider', 'clinic', 'HEALTH'],
  ['case-manager-2', 'otherPartner', 'LEGAL'],
] as const;

test.each(receivers)(
  'a %s who is accused sees nothing of the referral, and answers none',
  async (name, where, category) => {
    await adminRows(world.database, `UPDATE za.organisation SET services = '{LEGAL}' WHERE id = $1`, [
      world.organisation.za.otherPartner,
    ]);
    const ids = await world.newCase('za');
    const purpose = category === 'HEALTH' ? 'RELEASE_TO_HEALTH' : 'RELEASE_TO_LEGAL';
    const consentId = await world.newConsent(ids.survivorId, { purpose });
    const manager = await world.as('case-manager', 'za');
    const actReferral = actor<Shown>('referral', 'id version');
    const { id, version } = done(
      await actReferral(manager, 'makeReferral', {
        ...{
          caseId: ids.caseId,
          category,
          urgency: 'ROUTINE',
          receiver: { organisationId: world.organisation.za[where] },
          consentId,
        },
      }),
    );
    const provider = await world.as(name, 'za');
    const seen = async (): Promise<boolean> =>
      (await provider.query('query ($id: ID!) { referral(id: $id) { id } }', { id })).data.referral !== null;
    expect(await seen()).toBe(true);
    await world.arrange('za', (work) => accused(work, ids.caseId, world.account.za[name]!));
    expect(await seen()).toBe(false);
    expect(told(await actReferral(provider, 'acceptReferral', { id, expectedVersion: version }))).toEqual([
      'NOT_FOUND id',
    ]);
  },
);

async function accused(work: Work, caseId: string, accusedId: string): Promise<string> {
  const [record] = await work.find(Case, { id: caseId });
  return put(work, AccusedColleague, { caseId, accusedId, dataKeyId: record!.dataKeyId });
}
