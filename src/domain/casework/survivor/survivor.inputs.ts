/** What of a survivor is told: inside the registration of a case, or when it changes. */
import { madeId, one, part, type InputOf } from '../../../model/input';
import { SafeContact, SurvivorIdentity } from './survivor-identity.entity';
import type { Values } from '../../../model/record';
import type { Age } from './survivor.age';
import { Survivor, SurvivorDemographics } from './survivor.entity';

const newDemographics = part('newDemographics', SurvivorDemographics, {
  description: 'Quasi-identifiers of a new survivor.',
});

const demographics = part('demographics', SurvivorDemographics, {
  description: 'Quasi-identifiers of a survivor; what is left out stays as it is.',
  making: false,
});

const survivorIdentity = part('survivorIdentity', SurvivorIdentity, {
  description: 'Who a survivor is. Every field is optional, every field is sealed; what is left out stays as it is.',
});

const newSafeContact = part('newSafeContact', SafeContact, {
  description: 'How a new survivor can be reached safely.',
});

const safeContact = part('safeContact', SafeContact, {
  description: 'How a survivor can be reached safely; what is left out stays as it is.',
  making: false,
});

const identity = one(survivorIdentity, {
  nullable: true,
  description: 'Who the survivor is; only where the country keeps identities.',
});
const reaching = 'Safe contact; where the country keeps no identities, its code alone.';

/** Everything that is told of a new survivor. */
export const newSurvivor = part('newSurvivor', Survivor, {
  description:
    'A new survivor. The random code is made here; year of birth and age band follow from the date of birth, the band from the year, where they are given, and must not contradict them.',
  fields: {
    id: madeId,
    demographics: one(newDemographics, { nullable: true, description: 'Quasi-identifiers.' }),
    identity,
    safeContact: one(newSafeContact, { nullable: true, description: reaching }),
  },
});

/** What changes of a survivor beside the survivor's own attributes. */
export const changedParts = {
  demographics: one(demographics, { nullable: true, description: 'Quasi-identifiers.' }),
  identity,
  safeContact: one(safeContact, { nullable: true, description: reaching }),
};

/** The parts of a survivor's record, each where it is told of. */
export interface ToldSurvivor {
  readonly demographics?: Pick<InputOf<typeof demographics>, 'values'> | null;
  readonly identity?: InputOf<typeof survivorIdentity> | null;
  readonly safeContact?: Pick<InputOf<typeof safeContact>, 'values'> | null;
}

export type NewSurvivor = InputOf<typeof newSurvivor>;

/** What is told of an age. */
export const toldAge = (told: ToldSurvivor & { readonly values: Values<Survivor> }): Age => ({
  dateOfBirth: told.identity?.values.dateOfBirth,
  birthYear: told.demographics?.values.birthYear,
  ageBand: told.values.ageBand,
});
