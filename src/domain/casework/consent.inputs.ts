/** What is told of a decision of the survivor. */
import { madeId, part, type InputOf } from '../../model/input';
import { Consent } from './consent.entity';

export const newConsent = part('newConsent', Consent, {
  description: 'A decision of the survivor, for the consent ledger.',
  relies: ['purpose', 'decision'],
  fields: { id: madeId },
});

export type NewConsent = InputOf<typeof newConsent>;
