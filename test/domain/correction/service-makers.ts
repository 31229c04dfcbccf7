/** Makes sessions and services that the tests correct, through the API. */
import type { CountryName, World } from '../world';
import { call } from './makers';

/** What is not corrected of them. */
export const givenExceptions: Readonly<Record<string, string>> = {
  'ServiceSession.plannedAt': 'it is moved by a step',
  'ServiceSession.endReason': 'the reason of a step',
  'ServiceSession.referralId': 'a session of another referral is another session',
  'ServiceSession.needId': 'a session of another need is another session',
  'ServiceSession.insteadOfId': 'one that takes the place of another is planned as such',
  'ServiceDelivery.referralId': 'a service of another referral is another service',
  'ServiceDelivery.needId': 'a service of another need is another service',
};

/** Values that go with the others. */
export const givenValues: Readonly<Record<string, unknown>> = {
  'ServiceDelivery.serviceType': 'WOUND_CARE',
  'ServiceDelivery.result': 'PARTLY_PROVIDED',
  'ServiceDelivery.givenAt': '2026-02-02T10:00:00Z',
};

/** Of a provider outside the system, recorded by who referred. */
export const serviceMakers = (world: World): Readonly<Record<string, (country: CountryName) => Promise<string>>> => {
  const sent = async (country: CountryName) => {
    const { caseId } = await world.newCase(country, { anonymous: true });
    const manager = await world.as('case-manager', country);
    const input = { caseId, category: 'HEALTH', urgency: 'ROUTINE', receiver: { remoteProvider: 'A clinic' } };
    const { referral } = await call(manager, 'makeReferral', input, 'referral { id }');
    return { manager, of: { referralId: referral!.id } };
  };
  return {
    async ServiceSession(country) {
      const { manager, of } = await sent(country);
      const input = { of, mode: 'VIDEO', place: 'OTHER', toldBy: 'SURVIVOR' };
      return (await call(manager, 'recordServiceSession', input, 'serviceSession { id }')).serviceSession!.id;
    },
    async ServiceDelivery(country) {
      const { manager, of } = await sent(country);
      const input = { of, serviceType: 'PEP', result: 'PROVIDED', givenAt: '2026-02-01T10:00:00Z', note: 'Given.' };
      return (await call(manager, 'recordServiceDelivery', input, 'serviceDelivery { id }')).serviceDelivery!.id;
    },
  };
};
