/** What is told of a survivor's decision, here and where a case is registered. */
import { field, madeId, part, type InputOf } from '../../../model/input';
import { making } from '../../../model/action-input';
import type { Work } from '../../../writing/work';
import { Incident } from '../incident/incident.entity';
import { Survivor } from '../survivor/survivor.entity';
import { Consent } from './consent.entity';

export const newConsent = part('newConsent', Consent, {
  description: 'A decision of the survivor, for the consent ledger.',
  relies: ['purpose', 'decision'],
  fields: { id: madeId },
});

/** An entry as it is told. */
export type NewConsent = InputOf<typeof newConsent>;

/** The same by itself. */
export const decision = making(Consent, {
  description: 'What recording a decision of the survivor takes.',
  like: newConsent,
  fields: {
    survivorId: field({ type: 'uuid', of: () => Survivor, description: 'The survivor who decided.' }),
    incidentId: field({
      type: 'uuid',
      of: () => Incident,
      nullable: true,
      description: 'With REPORTING_NON_IDENTIFIABLE given: the incident that may be counted and shared from now on.',
    }),
  },
});

export type Told = InputOf<ReturnType<typeof decision>>;

/** Services are agreed to with one organisation: that of whoever records it, unless another is named. */
export const recipientOf = ({ actor }: Work, { values: { purpose, recipientId } }: NewConsent): string | null =>
  recipientId ?? (purpose === 'SERVICES' ? actor.organisationId : null);
