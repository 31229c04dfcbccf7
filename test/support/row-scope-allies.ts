/** The part of the row scopes that is about advocacy, allies, media, knowledge, funding, surveys and targets. By hand, as they are. */

type Scopes = Readonly<Record<string, string>>;

/** What the other row scopes have of an activity, as SQL. */
interface Parts {
  readonly activity: (own: string, organisation: string) => Scopes;
  readonly all: string;
}

const mine = 'created_by_id = $1 AND organisation_id = $2';
const ours = 'organisation_id = $2 AND $1::uuid IS NOT NULL';

const below = (link: string, table: string, { activity }: Parts): Scopes =>
  activity(`${link} IN (SELECT id FROM ${table} WHERE ${mine})`, `${link} IN (SELECT id FROM ${table} WHERE ${ours})`);

const counting = [
  ...['FIELD_WORKER', 'CASE_MANAGER', 'SUPERVISOR', 'PARTNER_ADMIN', 'ME_OFFICER'],
  ...['SECRETARIAT', 'ANALYST'],
];

export const allies = (parts: Parts): Readonly<Record<string, Scopes>> => ({
  ...Object.fromEntries(
    ['AdvocacyActivity', 'Ally', 'MediaPiece', 'KnowledgeProduct', 'Intervention', 'FundingStream'].map((name) => [
      name,
      parts.activity(mine, ours),
    ]),
  ),
  AllyAction: below('ally_id', 'ally', parts),
  AdvocacyStageReached: below('activity_id', 'advocacy_activity', parts),
  AdvocacyEvidence: below('activity_id', 'advocacy_activity', parts),
  SurveyResult: Object.fromEntries(counting.map((role) => [role, parts.all])),
  ReportingPeriodLock: Object.fromEntries(counting.slice(0, 5).map((role) => [role, parts.all])),
  IndicatorTarget: Object.fromEntries(counting.map((role) => [role, parts.all])),
});
