/** What the mutations of the consent ledger take. */
import { Input, InputField, inputOf, Making } from '../../model/input';
import { Incident } from './incident.entity';
import { Survivor } from './survivor.entity';
import { Consent } from './consent.entity';

const decided = {
  required: ['purpose', 'decision', 'mode'],
  optional: ['recipientId', 'recipientCategory', 'scopes', 'takenAt', 'validUntil', 'formVersion', 'language'],
} as const;

@Input('A decision of the survivor, for the consent ledger.')
export class NewConsentInput extends inputOf(Consent, decided) {
  @InputField({
    type: 'uuid',
    nullable: true,
    description: 'UUID made by the client; one is made here if none is given.',
  })
  id?: string | null;
}

@Input('What recording a decision of the survivor takes.')
export class RecordConsentInput extends inputOf(Consent, { ...decided, base: Making }) {
  @InputField({ type: 'uuid', of: () => Survivor, description: 'The survivor who decided.' })
  survivorId: string;

  @InputField({
    type: 'uuid',
    of: () => Incident,
    nullable: true,
    description: 'With REPORTING_NON_IDENTIFIABLE given: the incident that may be counted and shared from now on.',
  })
  incidentId?: string | null;
}

@Input('What withdrawing a consent takes.')
export class WithdrawConsentInput extends inputOf(Consent, {
  optional: ['mode', 'takenAt', 'formVersion', 'language'],
  base: Making,
}) {
  @InputField({
    type: 'uuid',
    of: () => Consent,
    description: 'The entry of the ledger that is withdrawn; it must be a consent that was given.',
  })
  consentId: string;
}
