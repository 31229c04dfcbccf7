/** The fields of Primero's incident form, as plain tables of it call them. */
import type { Left, Rule } from '../mapping/mapping';
import * as rules from './primero.rules';

export const primeroFields: Readonly<Record<string, Rule | Left>> = {
  survivor_code: rules.survivorCode,
  date_of_first_report: rules.interviewedOn,
  incident_date: rules.occurredOn,
  date_of_birth: rules.birth,
  sex: rules.sex,
  ethnicity: rules.ethnicity,
  nationality: rules.origin,
  country_of_origin: rules.origin,
  maritial_status: rules.maritalStatus,
  displacement_status: rules.displacement,
  displacement_incident: rules.displacement,
  disability_type: rules.disability,
  unaccompanied_separated_status: rules.child,
  incident_timeofday: rules.timeOfDay,
  incident_location_type: rules.place,
  incident_location: rules.district,
  incident_camp_town: rules.exactPlace,
  gbv_sexual_violence_type: rules.gbvType,
  harmful_traditional_practice: rules.practice,
  goods_money_exchanged: rules.exchanged,
  abduction_status_time_of_incident: rules.abduction,
  gbv_reported_elsewhere: rules.reportedBefore,
  gbv_previous_incidents: rules.earlierIncidents,
  incident_description: rules.narrative,
  service_referred_from: rules.door,
  pursue_legal_action: rules.legalAction,
  consent_reporting: rules.reporting,
};
