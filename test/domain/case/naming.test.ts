/** An anonymous case receives its survivor, once they want to be known and have agreed. */
import { openWorld } from '../../support/outside';
import { done, told } from '../acting';
import type { World } from '../world';
import { act, expectRoles, register, services, step, type CaseShown } from './acts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const survivor = { genderIdentity: 'WOMAN', ageBand: 'AGE_25_34' };

describe.each(['za', 'mz'] as const)('in %s', (country) => {
  const anonymous = async (): Promise<CaseShown> =>
    register(await world.as('field-worker', country), {
      anonymous: true,
      survivor: undefined,
      consents: undefined,
      incidents: [{ violationTypes: ['BEATING'], consentReporting: true, narrative: { text: 'Told without a name.' } }],
    });

  test.each(['field-worker', 'case-manager'])('a %s names the survivor, with the consent to services', async (role) => {
    const record = await anonymous();
    const client = await world.as(role, country);
    expect(told(await step(client, 'nameSurvivor', record, { survivor, consents: [] }))).toEqual([
      'CONSENT_MISSING consents',
    ]);
    const named = done(await step(client, 'nameSurvivor', record, { survivor, consents: [services] }));
    expect(named).toMatchObject({ anonymous: false, status: record.status, survivor: { ageBand: 'AGE_25_34' } });
    const { data } = await (
      await world.as('case-manager', country)
    ).query(
      'query ($id: ID!) { case(id: $id) { incidents { edges { node { narrative { text } } } } survivor { consents { totalCount } } } }',
      { id: record.id },
    );
    expect(data.case.incidents.edges[0].node.narrative.text).toBe('Told without a name.');
    expect(data.case.survivor.consents.totalCount).toBe(1);
    expect(told(await step(client, 'nameSurvivor', named, { survivor, consents: [services] }))).toEqual([
      'INVALID_INPUT survivor',
    ]);
  });

  test('a child is named with a guardian or a reason, and the case is restricted', async () => {
    const record = await anonymous();
    const peer = await world.as('field-worker', country);
    const child = { survivor: { ...survivor, ageBand: 'UNDER_18' } };
    expect(told(await step(peer, 'nameSurvivor', record, { ...child, consents: [services] }))).toEqual([
      'INVALID_INPUT consents.0.mode',
    ]);
    const consents = [{ ...services, guardianAbsence: 'NO_GUARDIAN' }];
    done(await step(peer, 'nameSurvivor', record, { ...child, consents }));
    const { data } = await (
      await world.as('me-officer', country)
    ).query('query ($id: ID!) { case(id: $id) { id } }', {
      id: record.id,
    });
    expect(data.case).toBeNull();
  });

  test('a refusal to be reported takes the incidents out of reports', async () => {
    const record = await anonymous();
    const refusal = { purpose: 'REPORTING_NON_IDENTIFIABLE', decision: 'REFUSED', mode: 'VERBAL_WITNESSED' };
    const peer = await world.as('field-worker', country);
    done(await step(peer, 'nameSurvivor', record, { survivor, consents: [services, refusal] }));
    const { data } = await peer.query(
      'query ($id: ID!) { case(id: $id) { incidents { edges { node { consentReporting } } } } }',
      { id: record.id },
    );
    expect(data.case.incidents.edges).toEqual([{ node: { consentReporting: false } }]);
  });
});

test('nobody else may, and what is wrong is told with its path', async () => {
  const client = await world.as('field-worker', 'za');
  const record = await register(client, { anonymous: true, survivor: undefined, consents: undefined });
  const wrong = { id: record.id, expectedVersion: record.version, survivor: { genderIdentity: 'WOMAN' }, consents: [] };
  await expectRoles(world, act, 'nameSurvivor', wrong);
});
