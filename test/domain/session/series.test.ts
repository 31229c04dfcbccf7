/** A series of six sessions, with one to which the survivor did not come and one that was moved: what each side sees of it. */
import type { Client } from '../../support/app';
import { openWorld } from '../../support/outside';
import { done, told } from '../acting';
import { uuidOf } from '../case/acts';
import { step } from '../referral/acts';
import type { World } from '../world';
import { accepted, days, planned, seen, stepOf, type SessionShown } from './acts';

let world: World;
let manager: Client;
let peer: Client;
let clinic: Client;
beforeAll(async () => {
  world = await openWorld();
  manager = await world.as('case-manager', 'za');
  peer = await world.as('field-worker', 'za');
  clinic = await world.as('service-provider', 'za');
});
afterAll(() => world.close());

const placesOf = (sessions: readonly SessionShown[]): string[] =>
  sessions.map(({ number, status }) => `${number} ${status}`);

async function noticesOf(client: Client, caseId: string): Promise<string[]> {
  const filter = '{ kind: { in: [SESSION_MISSED, SESSIONS_MISSED] } }';
  const { data } = await client.query(
    `{ notices(first: 100, filter: ${filter}) { edges { node { kind case { id } } } } }`,
  );
  type Edge = { node: { kind: string; case: { id: string } | null } };
  return (data.notices.edges as Edge[])
    .filter(({ node }) => node.case && uuidOf(node.case.id) === caseId)
    .map(({ node }) => node.kind);
}

test('six sessions, one missed and one moved, ended as planned', async () => {
  const { id, caseId, version } = await accepted(world);
  const of = { referralId: id };
  expect(await seen(manager, id)).toMatchObject({ plannedSessions: 6, status: 'ACCEPTED', sessions: [] });
  expect((await seen(manager, id)).need).toEqual({ accessedAt: null, accessBasis: null, usedAt: null, useBasis: null });

  let first = await planned(clinic, of, days(1), { mode: 'IN_PERSON', place: 'PROVIDER' });
  expect(first).toMatchObject({ number: 1, status: 'PLANNED' });
  expect((await seen(manager, id)).need).toMatchObject({ accessBasis: 'SESSION_OFFERED', usedAt: null });
  first = done(await stepOf(clinic, 'recordSessionAttended', first));
  expect(first).toMatchObject({ status: 'ATTENDED', heldAt: expect.any(String) });
  const begun = await seen(manager, id);
  expect(begun).toMatchObject({ status: 'IN_SERVICE', need: { useBasis: 'SESSION_ATTENDED' } });
  expect(begun.version).toBe(version + 1);

  const second = await planned(clinic, of, days(2));
  const nextSession = { plannedAt: days(3) };
  expect(done(await stepOf(clinic, 'recordSessionNoShow', second, { nextSession })).status).toBe('NO_SHOW');
  expect(await noticesOf(peer, caseId)).toEqual(['SESSION_MISSED']);
  const third = await planned(clinic, of, days(4));
  done(await stepOf(clinic, 'moveServiceSession', third, { plannedAt: days(5), endReason: 'SURVIVOR_ASKED' }));
  for (let place = 4; place <= 6; place++) await planned(clinic, of, days(2 + place));

  const planned6 = (await seen(clinic, id)).sessions;
  expect(placesOf(planned6)).toEqual([
    ...['1 ATTENDED', '2 NO_SHOW', '2 PLANNED', '3 MOVED', '3 PLANNED', '4 PLANNED', '5 PLANNED', '6 PLANNED'],
  ]);
  const [last, ...open] = planned6.filter(({ status }) => status === 'PLANNED').reverse();
  for (const session of open) done(await stepOf(clinic, 'recordSessionAttended', session));

  const now = await seen(clinic, id);
  const end = { outcome: 'SERVICE_PROVIDED', providerNote: 'She is better.' };
  const complete = (more: object) => step(clinic, 'completeReferral', now, { ...end, ...more });
  expect(told(await complete({}))).toEqual(['INVALID_INPUT seriesEnd']);
  expect(told(await complete({ seriesEnd: 'PLAN_DONE' }))).toEqual(['INVALID_INPUT seriesEnd']);
  expect(told(await complete({ seriesEnd: 'PLAN_DONE', outcome: 'LOST_TO_FOLLOW_UP' }))).toEqual([
    'INVALID_INPUT seriesEnd',
  ]);
  done(await stepOf(clinic, 'recordSessionAttended', last!));
  expect(done(await complete({ seriesEnd: 'PLAN_DONE' })).status).toBe('COMPLETED');

  const places = [
    ...['1 ATTENDED', '2 NO_SHOW', '2 ATTENDED', '3 MOVED', '3 ATTENDED', '4 ATTENDED', '5 ATTENDED', '6 ATTENDED'],
  ];
  const [bySender, byPeer, byProvider] = await Promise.all([seen(manager, id), seen(peer, id), seen(clinic, id)]);
  expect(placesOf(bySender.sessions)).toEqual(places);
  expect(placesOf(byPeer.sessions)).toEqual(places);
  expect(placesOf(byProvider.sessions)).toEqual(places);
  expect(bySender).toMatchObject({ seriesEnd: 'PLAN_DONE', case: { id: expect.any(String) } });
  // The provider keeps what it gave, and sees nothing of the case, nor what its need counts as.
  expect(byProvider).toMatchObject({ seriesEnd: 'PLAN_DONE', case: null, need: null });
  expect(byProvider.sessions.every((one) => one.case === null)).toBe(true);
});

test('the end of the referral cancels what is still planned, and who has the case cannot plan for the provider', async () => {
  const { id, ...referral } = await accepted(world);
  const of = { referralId: id };
  const { plannedAt, id: sessionId } = await planned(clinic, of, days(1));
  expect(plannedAt).not.toBeNull();
  const more = { reason: 'She moved away.', revokedReason: 'NO_LONGER_NEEDED' };
  done(await step(manager, 'revokeReferral', { ...referral, id }, more));
  expect((await seen(clinic, id)).sessions).toMatchObject([
    { id: sessionId, status: 'CANCELLED', endReason: 'SERVICE_ENDED' },
  ]);
});
