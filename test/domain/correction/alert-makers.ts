/** Makes alerts and shifts that have come through all that can be recorded of one. */
import { done } from '../acting';
import { act, nobodyOnCall, plan, raise, send, step, stepOf } from '../alert/acts';
import type { CountryName, World } from '../world';

export const alertMakers = (world: World): Readonly<Record<string, (country: CountryName) => Promise<string>>> => {
  async function ended(country: CountryName): Promise<{ id: string; responderId: string }> {
    const manager = await world.as('case-manager', country);
    const words = { place: { place: 'There.', known: 'This.' }, number: { telephone: '1' } };
    const raised = done(await raise(manager, world.district[country], words));
    done(await step(manager, 'acknowledgeAlert', raised));
    const sent = done(await send(manager, raised, world.account[country]['field-worker']!));
    const { id, alert } = done(await stepOf(manager, 'recordAlertArrival', sent));
    done(await act(manager, 'resolveAlert', { ...versioned(alert), responses: ['FIRST_LINE_SUPPORT'] }));
    return { id: raised.id, responderId: id };
  }
  return {
    EmergencyAlert: async (country) => (await ended(country)).id,
    AlertResponder: async (country) => (await ended(country)).responderId,
    OnCallShift: async (country) => {
      const supervisor = await world.as('supervisor', country);
      await nobodyOnCall(supervisor);
      return (await plan(supervisor, world.account[country]['field-worker']!)).id;
    },
  };
};

const versioned = ({ id, version }: { id: string; version: number }): object => ({ id, expectedVersion: version });
