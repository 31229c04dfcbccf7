/** Rights that several classes of casework have alike. */
import type { Rights } from './scope';

/**
 * What those who work on a case need of it, and a receiving organisation as far as a referral shares it: whoever manages
 * cases there has of a referral that was sent to them what a service provider has.
 */
export const caseContent: Rights = {
  FIELD_WORKER: 'own rw',
  CASE_MANAGER: ['organisation rw', 'referred r'],
  SUPERVISOR: 'organisation r',
  SERVICE_PROVIDER: 'referred r',
};
