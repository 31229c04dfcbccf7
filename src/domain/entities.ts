/** Every entity of a country's schema: the list that migrations, grants, schema and policy checks work from. */
import { ledgerEntities } from '../writing/ledger.entities';
import { AccessLogEntry } from './access-log/access-log.entity';
import { connectThings, linkThings } from '../model/declaration';
import type { Constructor } from '../model/thing';
import { AdvocacyActivity } from './advocacy/advocacy-activity.entity';
import { CaseNote } from './casework/case-note.entity';
import { CaseTransfer } from './casework/case-transfer.entity';
import { Case } from './casework/case.entity';
import { SharedCase, SharedIncident } from './casework/shared-case.entity';
import { Consent } from './casework/consent.entity';
import { Country } from './country/country.entity';
import { District, Province } from './country/place.entity';
import { AllegedPerpetrator, PerpetratorIdentity } from './casework/alleged-perpetrator.entity';
import { IncidentInjury, IncidentNarrative } from './casework/incident-narrative.entity';
import { Incident, IncidentDetail } from './casework/incident.entity';
import { Organisation } from './organisation/organisation.entity';
import { StaffMember } from './organisation/staff-member.entity';
import { Referral } from './casework/referral.entity';
import { ReferralReason, ServiceRecord } from './casework/service-record.entity';
import { SafeContact, SurvivorIdentity } from './casework/survivor-identity.entity';
import { Survivor, SurvivorDemographics } from './casework/survivor.entity';
import { Training, TrainingParticipation } from './training/training.entity';

export const countryThings: readonly Constructor[] = [
  Country,
  Province,
  District,
  Organisation,
  StaffMember,
  Survivor,
  SurvivorDemographics,
  SurvivorIdentity,
  SafeContact,
  Case,
  CaseNote,
  CaseTransfer,
  SharedCase,
  SharedIncident,
  Incident,
  IncidentDetail,
  IncidentNarrative,
  IncidentInjury,
  AllegedPerpetrator,
  PerpetratorIdentity,
  Consent,
  Referral,
  ReferralReason,
  ServiceRecord,
  Training,
  TrainingParticipation,
  AdvocacyActivity,
  AccessLogEntry,
];

connectThings();

/** A receiver sees no case; what a referral shares of it hangs on the referral itself. */
linkThings(Referral, {
  name: 'incidents',
  description: 'Incidents of the case; for the receiver as far as the referral shares them.',
  kind: 'many',
  local: 'caseId',
  foreign: 'caseId',
  target: Incident,
});

export const countryEntities: readonly Constructor[] = [...countryThings, ...ledgerEntities];
