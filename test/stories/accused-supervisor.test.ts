/** Maputo: police took money, and the supervisor of the organisation is said to have taken a share of it. */
import { openWorld, put, StaffMember } from '../support/outside';
import { actor, done } from '../domain/acting';
import type { World } from '../domain/world';
import { agreed, hoursAgo, next, noticesOf, onCase, sees } from './telling';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const accuse = actor<{ id: string }>('accusedColleague', 'id');
const admit = actor<{ id: string; member: { name: string } }>('caseMember', 'id member { name }');

test('extorted by police, with the supervisor in it', async () => {
  const [peer, manager, supervisor, officer] = await Promise.all(
    ['field-worker', 'case-manager', 'supervisor', 'privacy-officer'].map((name) => world.as(name, 'mz')),
  );

  // In Mozambique nobody is recorded by name: the survivor is a code.
  const registered = done(
    await onCase(peer!, 'registerCase', {
      source: 'OUTREACH_ACTIVITY',
      survivor: { genderIdentity: 'TRANS_WOMAN', ageBand: 'AGE_25_34' },
      consents: [agreed('SERVICES')],
      incidents: [
        {
          violationTypes: ['EXTORTION_BRIBE', 'ARBITRARY_ARREST'],
          consentReporting: true,
          districtId: world.district.mz,
          detail: { occurredOn: hoursAgo(40).slice(0, 10), arrested: true, detainedHours: 6, bribePaid: true },
          narrative: { text: 'They knew where she works; somebody had told them.' },
          allegedPerpetrators: [
            { actorKind: 'GOVERNMENT', category: 'POLICE_OFFICER', relationship: 'NO_RELATION', uniformed: true },
          ],
        },
      ],
    }),
  );
  expect(await sees(supervisor!, 'case', registered.id, 'status')).toEqual({ status: 'REGISTERED' });

  // She says who had told them. From that moment nothing of the case exists for that account.
  const accusedId = world.account.mz.supervisor;
  done(await accuse(peer!, 'accuseColleague', { caseId: registered.id, accusedId }));
  expect(await sees(supervisor!, 'case', registered.id, 'id')).toBeNull();
  expect(await sees(supervisor!, 'survivor', registered.survivor?.id, 'id')).toBeNull();
  const { data } = await supervisor!.query('{ cases { totalCount } incidents { totalCount } notices { totalCount } }');
  expect(data).toEqual({ cases: { totalCount: 0 }, incidents: { totalCount: 0 }, notices: { totalCount: 0 } });

  // Nobody else supervises there: the privacy officer is told, without a word of the case, and names another.
  expect(await noticesOf(officer!)).toContain('SUPERVISOR_NEEDED');
  expect(await sees(officer!, 'case', registered.id, 'id')).toBeNull();
  const named = await world.arrange('mz', (work) =>
    put(work, StaffMember, {
      ...{ name: 'Dona Amélia', role: 'SUPERVISOR', active: true },
      organisationId: world.organisation.mz.partner,
    }),
  );
  const { data: needed } = await officer!.query('{ notices { edges { node { kind displayId } } } }');
  const [notice] = (needed.notices.edges as { node: { kind: string; displayId: string } }[])
    .map(({ node }) => node)
    .filter(({ kind }) => kind === 'SUPERVISOR_NEEDED');
  const typed = notice!.displayId.toLowerCase();
  const member = done(await admit(officer!, 'admitToCase', { displayId: typed, memberId: named }));
  expect(member.member.name).toBe('Dona Amélia');

  // The work goes on, by those whom it is open to.
  const { version } = (await sees(manager!, 'case', registered.id, 'version')) as { version: number };
  const assessed = await next(onCase, manager!, 'assessCase', { id: registered.id, version }, { riskLevel: 'HIGH' });
  expect(assessed.status).toBe('ASSESSED');
  expect(await sees(supervisor!, 'case', registered.id, 'id')).toBeNull();
});
