/** work-list-under-keys: generated from the entities. */
import { SteppedMigration } from '../../src/database/migration-steps';

export class WorkListUnderKeys1796091470552 extends SteppedMigration {
  readonly name = 'WorkListUnderKeys1796091470552';

  protected readonly steps = [
    `CREATE INDEX CONCURRENTLY "work_item_organisation_id_list_48a21afd" ON "work_item" ("organisation_id", array_position(ARRAY['ALERT_UNACKNOWLEDGED','ALERT_OPEN','CARE_WITHIN_HOURS','REFERRAL_IMMEDIATE','OVERDUE_AT_RISK','AFTER_WITHDRAWAL','REFERRAL_WITHIN_72H','TRANSFER_TO_ANSWER','FOLLOW_UP','COMPLAINT','TO_APPROVE','LETTER_WITHOUT_OUTCOME','REFERRAL_ROUTINE','DRAFT_EXPIRES','CONDUCT_REVIEW','CONDUCT_APPEAL','REVIEWER_MISSING','ACTIVITY_DAY_PAST','REPORT_TO_VERIFY','DIRECTORY_ENTRY_STALE','ADOPTION_UNCHECKED'], "kind"), coalesce("due_at", 'infinity'::timestamptz), array_position(ARRAY['HIGH','MEDIUM','LOW','NOT_SAID'], "risk"), "since", "id")`,
    `CREATE INDEX CONCURRENTLY "work_item_organisation_id_kind_list_c6290168" ON "work_item" ("organisation_id", coalesce("responsible_id"::text, "audience"), array_position(ARRAY['ALERT_UNACKNOWLEDGED','ALERT_OPEN','CARE_WITHIN_HOURS','REFERRAL_IMMEDIATE','OVERDUE_AT_RISK','AFTER_WITHDRAWAL','REFERRAL_WITHIN_72H','TRANSFER_TO_ANSWER','FOLLOW_UP','COMPLAINT','TO_APPROVE','LETTER_WITHOUT_OUTCOME','REFERRAL_ROUTINE','DRAFT_EXPIRES','CONDUCT_REVIEW','CONDUCT_APPEAL','REVIEWER_MISSING','ACTIVITY_DAY_PAST','REPORT_TO_VERIFY','DIRECTORY_ENTRY_STALE','ADOPTION_UNCHECKED'], "kind"), coalesce("due_at", 'infinity'::timestamptz), array_position(ARRAY['HIGH','MEDIUM','LOW','NOT_SAID'], "risk"), "since", "id") INCLUDE ("kind", "from_at", "until_at", "case_id", "root_id", "audience", "responsible_id")`,
    `DROP INDEX CONCURRENTLY "work_item_organisation_id_list_46a70d8c"`,
  ];

  protected readonly back = [
    `CREATE INDEX "work_item_organisation_id_list_46a70d8c" ON work_item (organisation_id, array_position(ARRAY['ALERT_UNACKNOWLEDGED'::text, 'ALERT_OPEN'::text, 'CARE_WITHIN_HOURS'::text, 'REFERRAL_IMMEDIATE'::text, 'OVERDUE_AT_RISK'::text, 'AFTER_WITHDRAWAL'::text, 'REFERRAL_WITHIN_72H'::text, 'TRANSFER_TO_ANSWER'::text, 'FOLLOW_UP'::text, 'COMPLAINT'::text, 'TO_APPROVE'::text, 'LETTER_WITHOUT_OUTCOME'::text, 'REFERRAL_ROUTINE'::text, 'DRAFT_EXPIRES'::text, 'CONDUCT_REVIEW'::text, 'CONDUCT_APPEAL'::text, 'REVIEWER_MISSING'::text, 'ACTIVITY_DAY_PAST'::text, 'REPORT_TO_VERIFY'::text, 'DIRECTORY_ENTRY_STALE'::text, 'ADOPTION_UNCHECKED'::text], kind), COALESCE(due_at, 'infinity'::timestamp with time zone), array_position(ARRAY['HIGH'::text, 'MEDIUM'::text, 'LOW'::text, 'NOT_SAID'::text], risk), since, id) INCLUDE (kind, from_at, until_at, case_id, root_id, audience, responsible_id)`,
    `DROP INDEX "work_item_organisation_id_list_48a21afd"`,
    `DROP INDEX "work_item_organisation_id_kind_list_c6290168"`,
  ];
}
