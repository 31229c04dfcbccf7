import { SealedRecord, voided } from '../../../model/record';
import { Attribute, Link, Thing } from '../../../model/declaration';
import { Case } from '../case/case.entity';
import { Incident, ofCase } from './incident.entity';

@Thing({
  label: { en: 'Account of an incident', pt: 'Relato de um incidente' },
  description: 'What happened, in words. Sealed; every read is logged.',
  dataClass: 'NARRATIVE',
  plural: 'incidentNarratives',
  subject: 'case.survivor',
  reach: ofCase('incident_id'),
  erased: true,
})
export class IncidentNarrative extends SealedRecord {
  @Link(() => Case, { description: 'The case.' })
  caseId: string;

  @Link(() => Incident, {
    description: 'The incident.',
    one: { name: 'narrative', description: 'What happened, in words. Sealed; every read is logged.' },
  })
  incidentId: string;

  @Attribute({ type: 'longText', sealed: true, description: 'The account.', write: ['incidentNarrative'] })
  text: string;

  @Attribute(voided)
  voidedAt: string | null;
}

@Thing({
  label: { en: 'Injuries from an incident', pt: 'Ferimentos de um incidente' },
  description: 'Injuries of an incident. Sealed; every read is logged.',
  dataClass: 'HEALTH',
  plural: 'incidentInjuries',
  subject: 'case.survivor',
  reach: ofCase('incident_id'),
  erased: true,
})
export class IncidentInjury extends SealedRecord {
  @Link(() => Case, { description: 'The case.' })
  caseId: string;

  @Link(() => Incident, {
    description: 'The incident.',
    one: { name: 'injury', description: 'Injuries. Sealed; every read is logged.' },
  })
  incidentId: string;

  @Attribute({
    type: 'longText',
    sealed: true,
    maxLength: 2000,
    description: 'Injuries, in words.',
    write: ['incidentInjury'],
  })
  description: string;

  @Attribute(voided)
  voidedAt: string | null;
}
