/** How a referral ends: with its case, given back by who received it, or taken back by who sent it. */
import { openWorld } from '../../support/outside';
import { actor, done } from '../acting';
import type { World } from '../world';
import { acceptedOf, act, inputFor, newSetting, step, walk, type ReferralShown } from './acts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

test('a closure cancels what nobody has answered; what was accepted runs on', async () => {
  const of = await newSetting(world, 'za');
  const running = await acceptedOf(world, of, {}, 'za');
  const make = async (values: object): Promise<ReferralShown> =>
    done(await act(of.manager, 'makeReferral', inputFor(world, of, { consentId: of.consentId, ...values })));
  const [waiting, draft] = [await make({}), await make({ draft: true })];
  const actCase = actor<{ id: string; version: number }>('case', 'id version');
  const asked = done(
    await actCase(of.manager, 'requestCaseClosure', {
      id: of.caseId,
      expectedVersion: 1,
      closureReason: 'NEEDS_MET',
      overrideReason: 'The clinic goes on.',
    }),
  );
  const supervisor = await world.as('supervisor', 'za');
  done(await actCase(supervisor, 'approveCaseClosure', { id: asked.id, expectedVersion: asked.version }));
  const { data } = await of.manager.query(
    'query ($id: ID!) { case(id: $id) { referrals { edges { node { id status } } } } }',
    {
      id: of.caseId,
    },
  );
  const { edges } = data.case.referrals as { edges: { node: { id: string; status: string } }[] };
  const status = Object.fromEntries(edges.map(({ node }) => [node.id, node.status]));
  expect([status[running.id], status[waiting.id], status[draft.id]]).toEqual(['ACCEPTED', 'CANCELLED', 'CANCELLED']);
  expect(done(await step(of.clinic, 'startReferral', running)).status).toBe('IN_SERVICE');
});

test('the receiver is told why a referral was ended; the sender reads the words of who gave it back, and sends it again', async () => {
  const of = await newSetting(world, 'za');
  const words = { text: 'No bed before Monday.' };
  const returned = await walk(await acceptedOf(world, of, {}, 'za'), [
    of.clinic,
    'returnReferral',
    { rejectedReason: 'NO_CAPACITY', words },
  ]);
  const { data } = await of.manager.query('query ($id: ID!) { referral(id: $id) { answer { text } } }', {
    id: returned.id,
  });
  expect(data.referral.answer).toEqual(words);
  const again = await walk(returned, [of.manager, 'sendReferral'], [of.clinic, 'acceptReferral']);
  expect(again).toMatchObject({ status: 'ACCEPTED', rejectedReason: null, endedAt: null });
  done(await step(of.manager, 'revokeReferral', again, { revokedReason: 'OTHER_PROVIDER' }));
  const theirs = await of.clinic.query(
    'query ($id: ID!) { referral(id: $id) { status revokedReason revokedReasonLabel } notices(filter: { kind: { eq: REFERRAL_REVOKED } }) { edges { node { case { id } } } } }',
    { id: again.id },
  );
  expect(theirs.data.referral).toEqual({
    status: 'REVOKED',
    revokedReason: 'OTHER_PROVIDER',
    revokedReasonLabel: 'Another provider serves',
  });
  expect(theirs.data.notices.edges).toContainEqual({ node: { case: null } });
});
