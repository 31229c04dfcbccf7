/** What recording a survivor takes, and changing what is recorded. */
import { Changing, Input, InputField, inputOf, Nested } from '../../model/input';
import { SafeContact, SurvivorIdentity } from './survivor-identity.entity';
import { Survivor, SurvivorDemographics } from './survivor.entity';

const described = [
  'birthYear',
  'genderModality',
  'keyPopulations',
  'nationality',
  'homeDistrictId',
  'disability',
  'selfIdentifiesAsSexWorker',
] as const;

@Input('Quasi-identifiers of a new survivor.')
export class NewDemographicsInput extends inputOf(SurvivorDemographics, {
  required: ['exchangesSexForMoneyOrGoods'],
  optional: described,
}) {}

@Input('Quasi-identifiers of a survivor; what is left out stays as it is.')
export class DemographicsInput extends inputOf(SurvivorDemographics, {
  optional: [...described, 'exchangesSexForMoneyOrGoods'],
}) {}

@Input('Who a survivor is. Every field is optional, every field is sealed; what is left out stays as it is.')
export class SurvivorIdentityInput extends inputOf(SurvivorIdentity, {
  optional: ['legalName', 'workingName', 'phone', 'idNumber', 'address', 'dateOfBirth'],
}) {}

@Input('How a new survivor can be reached safely.')
export class NewSafeContactInput extends inputOf(SafeContact, { required: ['method'], optional: ['times', 'note'] }) {}

@Input('How a survivor can be reached safely; what is left out stays as it is.')
export class SafeContactInput extends inputOf(SafeContact, { optional: ['method', 'times', 'note'] }) {}

@Input('A new survivor. The random code is made here, the age band follows from the year of birth where that is given.')
export class NewSurvivorInput extends inputOf(Survivor, {
  required: ['genderIdentity'],
  optional: ['ageBand', 'preferredLanguage', 'platformMember'],
}) {
  @InputField({
    type: 'uuid',
    nullable: true,
    description: 'UUID made by the client; one is made here if none is given.',
  })
  id?: string | null;

  @Nested(() => NewDemographicsInput, { nullable: true, description: 'Quasi-identifiers.' })
  demographics?: NewDemographicsInput | null;

  @Nested(() => SurvivorIdentityInput, {
    nullable: true,
    description: 'Who the survivor is; only where the country keeps identities.',
  })
  identity?: SurvivorIdentityInput | null;

  @Nested(() => NewSafeContactInput, {
    nullable: true,
    description: 'Safe contact; only where the country keeps identities.',
  })
  safeContact?: NewSafeContactInput | null;
}

@Input('What changing what is recorded of a survivor takes; what is left out stays as it is.')
export class UpdateSurvivorInput extends inputOf(Survivor, {
  optional: ['genderIdentity', 'ageBand', 'preferredLanguage', 'platformMember'],
  base: Changing,
}) {
  @Nested(() => DemographicsInput, { nullable: true, description: 'Quasi-identifiers.' })
  demographics?: DemographicsInput | null;

  @Nested(() => SurvivorIdentityInput, {
    nullable: true,
    description: 'Who the survivor is; only where the country keeps identities.',
  })
  identity?: SurvivorIdentityInput | null;

  @Nested(() => SafeContactInput, {
    nullable: true,
    description: 'Safe contact; only where the country keeps identities.',
  })
  safeContact?: SafeContactInput | null;
}
