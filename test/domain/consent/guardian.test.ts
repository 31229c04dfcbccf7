/** Who decides for a child: a guardian, or the child on the child-protection path; never a guardian for an adult. */
import type { Client } from '../../support/app';
import { openWorld } from '../../support/outside';
import { actor, done, told } from '../acting';
import { act, services } from '../case/acts';
import type { World } from '../world';

let world: World;
let manager: Client;
beforeAll(async () => {
  world = await openWorld();
  manager = await world.as('case-manager', 'za');
});
afterAll(() => world.close());

const year = new Date().getUTCFullYear();
const survivors = {
  child: { ageBand: 'UNDER_18' },
  'child by its year of birth': { demographics: { exchangesSexForMoneyOrGoods: true, birthYear: year - 17 } },
  'child by its date of birth': { identity: { dateOfBirth: `${year - 17}-01-01` } },
  adult: { ageBand: 'AGE_25_34' },
  'person of unknown age': {},
};
const modes = {
  alone: { mode: 'VERBAL_WITNESSED' },
  'by a guardian': { mode: 'GUARDIAN' },
  'without a guardian': { mode: 'VERBAL_WITNESSED', guardianAbsence: 'UNSAFE_TO_TELL' },
  'both ways': { mode: 'GUARDIAN', guardianAbsence: 'NO_GUARDIAN' },
};
const refusedAt: Record<string, Partial<Record<keyof typeof modes, string>>> = {
  child: { alone: 'mode', 'both ways': 'guardianAbsence' },
  'child by its year of birth': { alone: 'mode', 'both ways': 'guardianAbsence' },
  'child by its date of birth': { alone: 'mode', 'both ways': 'guardianAbsence' },
  adult: { 'by a guardian': 'mode', 'without a guardian': 'guardianAbsence', 'both ways': 'mode' },
  'person of unknown age': { 'both ways': 'guardianAbsence' },
};

const recorded = actor<{ readonly id: string }>('consent', 'id');

describe.each(Object.entries(survivors))('of a %s', (who, values) => {
  it.each(Object.entries(modes))(
    'a consent taken %s is accepted or refused, with the case and later',
    async (how, decision) => {
      const at = refusedAt[who]?.[how as keyof typeof modes];
      const survivor = { genderIdentity: 'WOMAN', ...values };
      const consent = { ...services, ...decision };
      const first = await act(manager, 'registerCase', { source: 'HELPLINE', survivor, consents: [consent] });
      expect(told(first)[0]).toBe(at && `INVALID_INPUT consents.0.${at}`);
      const draft = { source: 'HELPLINE', survivor, consents: [], draft: true };
      const survivorId = done(await act(manager, 'registerCase', draft)).survivor?.id;
      const later = await recorded(manager, 'recordConsent', { survivorId, ...consent });
      expect(told(later)[0]).toBe(at && `INVALID_INPUT ${at}`);
      // Whoever says no needs nobody.
      const no = { purpose: 'SERVICES', decision: 'REFUSED', mode: 'VERBAL_WITNESSED' };
      expect(told(await recorded(manager, 'recordConsent', { survivorId, ...no }))).toEqual([]);
      const again = { source: 'HELPLINE', survivorId, consents: [consent], draft: true };
      expect(told(await act(manager, 'registerCase', again))[0]).toBe(at && `INVALID_INPUT consents.0.${at}`);
    },
  );
});
