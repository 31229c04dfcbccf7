/**
 * A case manager of an organisation that is listed as provider answers its referrals: what a service provider has of
 * them, no more; and of what the organisation sends itself still only the sender's part.
 */
import { adminRows } from '../../support/admin';
import type { Client } from '../../support/app';
import { openWorld } from '../../support/outside';
import { actor, done, told } from '../acting';
import { register, uuidOf } from '../case/acts';
import type { CountryName, World } from '../world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

interface Shown {
  readonly id: string;
  readonly version: number;
  readonly status: string;
}
const step = actor<Shown>('referral', 'id version status');
const actCase = actor<Shown>('case', 'id version');
const actSurvivor = actor<Shown>('survivor', 'id version');
const actConsent = actor<{ id: string }>('consent', 'id');

const shared = ['IDENTITY', 'INCIDENT', 'NARRATIVE'];
const window = `query ($id: ID!) { referral(id: $id) { status case { id } sharedFields
  survivor { id survivorCode identity { workingName } safeContact { times } demographics { birthYear } }
  covers(first: 5) { edges { node { incident { id narrative { text } injury { description } allegedPerpetrators { totalCount } } } } } } }`;

describe.each(['za', 'bw'] as const)('in %s, where organisations share', (country: CountryName) => {
  let sender: Client;
  let receiver: Client;
  let provider: Client;

  beforeAll(async () => {
    const { otherPartner, clinic } = world.organisation[country];
    await adminRows(
      world.database,
      `UPDATE ${country}.organisation SET services = '{HEALTH}' WHERE id = '${otherPartner}'`,
    );
    await adminRows(world.database, `UPDATE ${country}.country SET cross_organisation_sharing = 'FULL'`);
    expect(clinic).toBeDefined();
    sender = await world.as('case-manager', country);
    receiver = await world.as('case-manager-2', country);
    provider = await world.as('service-provider', country);
  });

  async function sent(organisation: 'otherPartner' | 'clinic'): Promise<Shown & { survivorId: string }> {
    const ids = await world.newCase(country, { status: 'IN_FOLLOW_UP' });
    const consentId = await world.newConsent(ids.survivorId, {}, country);
    const receiving = { receiver: { organisationId: world.organisation[country][organisation] } };
    const what = { caseId: ids.caseId, category: 'HEALTH', urgency: 'ROUTINE', consentId, sharedFields: shared };
    return { ...done(await step(sender, 'makeReferral', { ...what, ...receiving })), survivorId: ids.survivorId! };
  }

  const seen = async (client: Client, id: string): Promise<unknown> => {
    const { data } = await client.query(window, { id });
    const { survivor, covers, ...about } = data.referral as Record<string, Record<string, unknown>>;
    const edges = (covers?.edges as { node: { incident: object } }[] | undefined) ?? [];
    return {
      ...about,
      survivor: survivor && { ...survivor, id: '', survivorCode: '' },
      incidents: edges.map(({ node }) => ({ ...node.incident, id: '' })),
    };
  };

  it('sees of a referral at every step what a service provider sees of one', async () => {
    const [mine, theirs] = [await sent('otherPartner'), await sent('clinic')];
    const same = async (): Promise<void> =>
      expect(await seen(receiver, mine.id)).toEqual(await seen(provider, theirs.id));
    await same();
    let [one, two]: Shown[] = [mine, theirs];
    for (const action of ['acceptReferral', 'startReferral']) {
      one = done(await step(receiver, action, { id: one!.id, expectedVersion: one!.version }));
      two = done(await step(provider, action, { id: two!.id, expectedVersion: two!.version }));
      await same();
      expect(JSON.stringify(await seen(receiver, mine.id))).toContain('What happened.');
    }
    const end = { outcome: 'SERVICE_PROVIDED', providerNote: 'Seen.' };
    done(await step(receiver, 'completeReferral', { id: one!.id, expectedVersion: one!.version, ...end }));
    done(await step(provider, 'completeReferral', { id: two!.id, expectedVersion: two!.version, ...end }));
    await same();
    expect(JSON.stringify(await seen(receiver, mine.id))).not.toContain('What happened.');
    const { data } = await receiver.query('query ($id: ID!) { survivor(id: $id) { id } }', { id: mine.survivorId });
    expect(data.survivor).toBeNull();
  });

  it('sees nothing more when the referral is revoked, nor where nothing crosses', async () => {
    const referral = await sent('otherPartner');
    const accepted = done(
      await step(receiver, 'acceptReferral', { id: referral.id, expectedVersion: referral.version }),
    );
    const narrative = async (): Promise<boolean> =>
      JSON.stringify(await seen(receiver, referral.id)).includes('What happened.');
    const crossing = (value: string): Promise<unknown> =>
      adminRows(world.database, `UPDATE ${country}.country SET cross_organisation_sharing = '${value}'`);
    expect(await narrative()).toBe(true);
    await crossing('NONE');
    expect(await narrative()).toBe(false);
    await crossing('FULL');
    expect(await narrative()).toBe(true);
    done(await step(sender, 'revokeReferral', { id: referral.id, expectedVersion: accepted.version }));
    expect(await narrative()).toBe(false);
  });

  it('does not see what was there before it was shared', async () => {
    const history = `query ($id: ID!) { referral(id: $id) { history { totalCount } survivor { history { totalCount } }
      covers(first: 1) { edges { node { incident { history { totalCount } } } } } } }`;
    const [mine, theirs] = [await sent('otherPartner'), await sent('clinic')];
    done(await step(receiver, 'acceptReferral', { id: mine.id, expectedVersion: mine.version }));
    done(await step(provider, 'acceptReferral', { id: theirs.id, expectedVersion: theirs.version }));
    const counts = async (client: Client, id: string): Promise<unknown[]> => {
      const { data } = await client.query(history, { id });
      const { history: own, survivor, covers } = data.referral;
      const of = [own, survivor.history, covers.edges[0].node.incident.history] as ({ totalCount: number } | null)[];
      return of.map((each) => each?.totalCount ?? 0);
    };
    expect(await counts(receiver, mine.id)).toEqual(await counts(provider, theirs.id));
    expect(await counts(receiver, mine.id)).toEqual([expect.any(Number), 0, 0]);
    // Of what is the organisation's own it sees the history.
    const own = await register(receiver, {});
    const { data } = await receiver.query(
      'query ($id: ID!) { case(id: $id) { survivor { history { totalCount } } } }',
      { id: own.id },
    );
    expect(data.case.survivor.history.totalCount).toBeGreaterThan(0);
  });

  it('does nothing with it that is the sender’s, nor with the survivor; and the sender nothing that is the receiver’s', async () => {
    const referral = await sent('otherPartner');
    const of = { id: referral.id, expectedVersion: referral.version };
    expect(told(await step(sender, 'acceptReferral', of))).toEqual(['NOT_FOUND id']);
    expect(told(await step(receiver, 'cancelReferral', of))).toEqual(['NOT_FOUND id']);
    expect(told(await step(receiver, 'updateReferral', { ...of, urgency: 'IMMEDIATE' }))).toEqual(['NOT_FOUND id']);
    const accepted = done(await step(receiver, 'acceptReferral', of));
    expect(told(await step(receiver, 'revokeReferral', { id: of.id, expectedVersion: accepted.version }))).toEqual([
      'NOT_FOUND id',
    ]);
    const { data } = await receiver.query('query ($id: ID!) { referral(id: $id) { survivor { id version } } }', {
      id: of.id,
    });
    const survivor = data.referral.survivor as Shown;
    const consents = [{ purpose: 'SERVICES', decision: 'GIVEN', mode: 'WRITTEN' }];
    const taken = await actCase(receiver, 'registerCase', { source: 'HELPLINE', survivorId: survivor.id, consents });
    expect(told(taken)).toEqual(['NOT_FOUND survivorId']);
    const change = { id: survivor.id, expectedVersion: survivor.version, ageBand: 'AGE_35_49' };
    expect(told(await actSurvivor(receiver, 'updateSurvivor', change))).toEqual(['NOT_FOUND id']);
    const recorded = await actConsent(receiver, 'recordConsent', { survivorId: survivor.id, ...consents[0] });
    expect(told(recorded)).toEqual(['NOT_FOUND survivorId']);
    // What the organisation handles itself stays its own, beside what was referred to it.
    const own = await register(receiver, {});
    const listed = await receiver.query('{ referrals(first: 100) { edges { node { id } } } cases { totalCount } }');
    expect((listed.data.referrals.edges as { node: Shown }[]).map(({ node }) => uuidOf(node.id))).toContain(
      uuidOf(of.id),
    );
    expect(listed.data.cases.totalCount).toBeGreaterThan(0);
    expect(own.id).toBeDefined();
  });
});

it('in mz, where nothing crosses, it answers all the same and sees the referral alone', async () => {
  await adminRows(
    world.database,
    `UPDATE mz.organisation SET services = '{HEALTH}' WHERE id = '${world.organisation.mz.otherPartner}'`,
  );
  const { caseId, survivorId } = await world.newCase('mz');
  const consentId = await world.newConsent(survivorId, {}, 'mz');
  const sender = await world.as('case-manager', 'mz');
  const receiver = await world.as('case-manager-2', 'mz');
  const organisationId = world.organisation.mz.otherPartner;
  const made = { caseId, category: 'HEALTH', urgency: 'ROUTINE', consentId, receiver: { organisationId } };
  const referral = await step(sender, 'makeReferral', made);
  const { id, version } = done(referral);
  const of = { id, expectedVersion: version };
  const accepted = done(await step(receiver, 'acceptReferral', of));
  expect(accepted.status).toBe('ACCEPTED');
  const { data } = await receiver.query('query ($id: ID!) { referral(id: $id) { case { id } survivor { id } } }', {
    id: of.id,
  });
  expect(data.referral).toEqual({ case: null, survivor: null });
});
