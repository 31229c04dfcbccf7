/** What recording an incident takes. */
import { Input, InputField, inputOf, Nested } from '../../model/input';
import { Case } from './case.entity';
import { AllegedPerpetrator, PerpetratorIdentity } from './alleged-perpetrator.entity';
import { IncidentInjury, IncidentNarrative } from './incident-narrative.entity';
import { Incident, IncidentDetail } from './incident.entity';

@Input('What makes an incident recognisable. The hours until the report are reckoned here.')
export class IncidentDetailInput extends inputOf(IncidentDetail, {
  optional: [
    'occurredOn',
    'datePrecision',
    'timeOfDay',
    'hotspot',
    'weaponUsed',
    'condomInterference',
    'arrested',
    'detainedHours',
    'charged',
    'bribePaid',
  ],
}) {}

@Input('What happened, in words. Sealed; every read is logged.')
export class IncidentNarrativeInput extends inputOf(IncidentNarrative, { required: ['text'] }) {}

@Input('Injuries. Sealed; every read is logged.')
export class IncidentInjuryInput extends inputOf(IncidentInjury, { required: ['description'] }) {}

@Input('Who it is alleged to have been. Sealed; every read is logged.')
export class PerpetratorIdentityInput extends inputOf(PerpetratorIdentity, {
  optional: ['name', 'badgeNumber', 'plateNumber', 'institution', 'description'],
}) {}

@Input('A person, group or institution that is alleged to have done it.')
export class NewAllegedPerpetratorInput extends inputOf(AllegedPerpetrator, {
  required: ['actorKind', 'category', 'relationship'],
  optional: ['rank', 'sex', 'ageGroup', 'uniformed', 'count'],
}) {
  @InputField({
    type: 'uuid',
    nullable: true,
    description: 'UUID made by the client; one is made here if none is given.',
  })
  id?: string | null;

  @Nested(() => PerpetratorIdentityInput, { nullable: true, description: 'Who it is alleged to have been.' })
  identity?: PerpetratorIdentityInput | null;
}

@Input('An incident. GBVIMS type, forms and harms follow from the violations where they are left out.')
export class NewIncidentInput extends inputOf(Incident, {
  required: ['violationTypes', 'consentReporting'],
  optional: [
    'reportedAt',
    'districtId',
    'locationType',
    'gbvimsType',
    'violenceForms',
    'harmKinds',
    'previousIncidents',
    'reportedElsewhere',
    'reportedElsewhereTo',
  ],
}) {
  @InputField({
    type: 'uuid',
    nullable: true,
    description: 'UUID made by the client; one is made here if none is given.',
  })
  id?: string | null;

  @Nested(() => IncidentDetailInput, { nullable: true, description: 'Exact date, time, hot spot, weapon, arrest.' })
  detail?: IncidentDetailInput | null;

  @Nested(() => IncidentNarrativeInput, { nullable: true, description: 'What happened, in words.' })
  narrative?: IncidentNarrativeInput | null;

  @Nested(() => IncidentInjuryInput, { nullable: true, description: 'Injuries.' })
  injury?: IncidentInjuryInput | null;

  @Nested(() => NewAllegedPerpetratorInput, {
    list: true,
    nullable: true,
    description: 'Those alleged to have done it; the first is the primary one unless said otherwise.',
  })
  allegedPerpetrators?: NewAllegedPerpetratorInput[] | null;
}

@Input('What adding an incident to a case takes.')
export class AddIncidentInput extends NewIncidentInput {
  @InputField({
    type: 'text',
    maxLength: 128,
    description: 'Made by the client, 8 to 128 characters: the same key sent again has one effect and one answer.',
  })
  idempotencyKey: string;

  @InputField({ type: 'uuid', of: () => Case, description: 'The case that the incident belongs to.' })
  caseId: string;
}
