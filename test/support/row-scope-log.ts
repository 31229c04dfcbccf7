/** Which entries of the access log somebody may read, by hand: see row-scope-oracle.ts. */

/** Everything of these cases of which reads are logged. */
const ofAnyCase = (cases: string): string => {
  const besides = ['access_grant', 'accused_colleague', 'service_need_text', 'case_note', 'attachment_content'];
  const told = ['planned_action_text', 'perpetrator_identity', 'incident_narrative', 'incident_injury'];
  const later = ['complaint_identity', 'complaint_note', 'service_delivery', 'service_record'];
  const under = [
    ...['alert_place', 'alert_number'].map((table) => [table, 'alert_id', 'emergency_alert']),
    ...['referral_reason', 'referral_answer'].map((table) => [table, 'referral_id', 'referral']),
    ['transfer_summary', 'transfer_id', 'case_transfer'],
  ];
  return [
    ...[...besides, ...told, ...later].map((table) => `SELECT id FROM ${table} WHERE case_id IN (${cases})`),
    ...under.map(
      ([table, link, of]) =>
        `SELECT t.id FROM ${table} t JOIN ${of} o ON o.id = t.${link} WHERE o.case_id IN (${cases})`,
    ),
  ].join(' UNION ');
};

interface Terms {
  readonly openToMe: string;
  readonly openCases: string;
  readonly myRole: string;
}

export const entriesOfNoShutCase = ({
  openToMe,
  openCases,
  myRole,
}: Terms): string => `(survivor_id IS NULL OR survivor_id NOT IN (
    SELECT survivor_id FROM "case" WHERE survivor_id IS NOT NULL AND restricted_at IS NOT NULL AND NOT (${openToMe})))
  AND (survivor_id IS NOT NULL OR record_id IS NULL OR record_id NOT IN (${ofAnyCase(
    'SELECT case_id FROM accused_colleague WHERE accused_id = $1 AND voided_at IS NULL',
  )}))
  AND (entity <> 'ConductBreach' OR record_id IS NULL OR actor_id = $1 OR ${myRole} = 'PRIVACY_OFFICER' OR record_id IN (
    SELECT b.id FROM conduct_breach b JOIN member_association a ON a.id = b.association_id JOIN platform p ON p.id = a.platform_id
    JOIN platform_reviewer r ON r.platform_id = p.id AND r.ended_at IS NULL
    WHERE r.member_id = $1 AND p.organisation_id = $2 AND b.created_by_id IS DISTINCT FROM $1))
  AND (survivor_id IS NOT NULL OR record_id IS NULL OR record_id NOT IN (
    SELECT x.id FROM accused_colleague x WHERE x.case_id NOT IN (${openCases})))`;
