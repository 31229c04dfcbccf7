/** What was recorded in error stands in no list. */
export const voidable = [
  ...['Incident', 'IncidentDetail', 'IncidentNarrative', 'IncidentInjury', 'AllegedPerpetrator', 'PerpetratorIdentity'],
  ...[
    'CaseNote',
    'Training',
    'TrainingParticipation',
    'AdvocacyActivity',
    'AdvocacyStageReached',
    'ReferralIncident',
    'AccusedColleague',
    'ServiceEntry',
  ],
];
