import { voidableOfMovement } from './row-scope-movement';

/** What was recorded in error stands in no list. */
export const voidable = [
  ...['Incident', 'IncidentDetail', 'IncidentNarrative', 'IncidentInjury', 'AllegedPerpetrator', 'PerpetratorIdentity'],
  ...[
    'CaseNote',
    'Complaint',
    'ComplaintIdentity',
    'ComplaintNote',
    'FollowUp',
    'Training',
    'TrainingParticipation',
    'TrainingParticipant',
    'AdvocacyActivity',
    'AdvocacyStageReached',
    ...['ActivityPartner', 'AdvocacyEvidence', 'Ally', 'AllyAction', 'MediaPiece', 'KnowledgeProduct', 'Intervention'],
    ...['FundingStream', 'SurveyResult', 'IndicatorTarget', 'ReportingPeriodLock'],
    'ReferralIncident',
    'ImportMapping',
    ...['Material', 'Dissemination', 'ProcedureAdoption', 'AdoptionCheck'],
    'AccusedColleague',
    'ServiceNeed',
    'ServiceNeedText',
    'PlannedAction',
    'PlannedActionText',
    'Attachment',
    'AttachmentContent',
    'ServiceEntry',
    'ServiceSession',
    'ServiceDelivery',
  ],
  ...voidableOfMovement,
  ...['OutreachActivity', 'OutreachReach', 'SupplyDistribution', 'ServiceSlip'],
];

/** Nor what says nothing without a record that was taken out. */
const behind: Readonly<Record<string, string>> = {
  ReferralIncident: ' AND incident_id IN (SELECT id FROM incident WHERE voided_at IS NULL)',
};

/** Rows of a thing that stand. */
export const standing = (name: string, rows: string): string =>
  voidable.includes(name) ? `(${rows}) AND voided_at IS NULL${behind[name] ?? ''}` : rows;
