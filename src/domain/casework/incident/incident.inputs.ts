/** What is told of an incident. */
import { madeId, many, one, part, type InputOf } from '../../../model/input';
import { AllegedPerpetrator, PerpetratorIdentity } from './alleged-perpetrator.entity';
import { IncidentInjury, IncidentNarrative } from './incident-narrative.entity';
import { Incident, IncidentDetail } from './incident.entity';

export const incidentDetail = part('incidentDetail', IncidentDetail, {
  description: 'What makes an incident recognisable. The hours until the report are reckoned here.',
});

export const incidentNarrative = part('incidentNarrative', IncidentNarrative, {
  description: 'What happened, in words. Sealed; every read is logged.',
});

export const incidentInjury = part('incidentInjury', IncidentInjury, {
  description: 'Injuries. Sealed; every read is logged.',
});

export const perpetratorIdentity = part('perpetratorIdentity', PerpetratorIdentity, {
  description: 'Who it is alleged to have been. Sealed; every read is logged.',
});

export const newAllegedPerpetrator = part('newAllegedPerpetrator', AllegedPerpetrator, {
  description: 'A person, group or institution that is alleged to have done it.',
  fields: {
    id: madeId,
    identity: one(perpetratorIdentity, { nullable: true, description: 'Who it is alleged to have been.' }),
  },
});

export const newIncident = part('newIncident', Incident, {
  description: 'An incident. GBVIMS type, forms and harms follow from the violations where they are left out.',
  relies: ['violationTypes', 'consentReporting'],
  fields: {
    id: madeId,
    detail: one(incidentDetail, { nullable: true, description: 'Exact date, time, hot spot, weapon, arrest.' }),
    narrative: one(incidentNarrative, { nullable: true, description: 'What happened, in words.' }),
    injury: one(incidentInjury, { nullable: true, description: 'Injuries.' }),
    allegedPerpetrators: many(newAllegedPerpetrator, {
      nullable: true,
      description: 'Those alleged to have done it; the first is the primary one unless said otherwise.',
    }),
  },
});

export type NewIncident = InputOf<typeof newIncident>;
/** What the checks look at, of a new incident or of one that is corrected. */
export interface Told {
  readonly values: Pick<NewIncident['values'], 'violationTypes' | 'reportedAt' | 'consentReporting'>;
  readonly detail?: { readonly values: ToldDetail } | null | undefined;
}
export type ToldDetail = InputOf<typeof incidentDetail>['values'];
export type NewAllegedPerpetrator = InputOf<typeof newAllegedPerpetrator>;
