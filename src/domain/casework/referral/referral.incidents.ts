/** A receiver sees no case; what a referral shares of it hangs on the referral itself. */
import { linkThings } from '../../../model/declaration';
import { Incident } from '../incident/incident.entity';
import { Referral } from './referral.entity';

linkThings(Referral, {
  name: 'incidents',
  description: 'Incidents of the case; for the receiver as far as the referral shares them.',
  kind: 'many',
  local: 'caseId',
  foreign: 'caseId',
  target: Incident,
});
