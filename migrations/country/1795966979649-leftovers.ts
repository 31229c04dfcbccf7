/** leftovers: generated from the entities. */
import { SteppedMigration } from '../../src/database/migration-steps';

export class Leftovers1795966979649 extends SteppedMigration {
  readonly name = 'Leftovers1795966979649';

  protected readonly steps = [
    `ALTER TABLE "country" ADD "conduct_months" integer NOT NULL DEFAULT '24'`,
    `ALTER TABLE "country" ADD CONSTRAINT "country_conduct_months_range" CHECK ("conduct_months" BETWEEN 6 AND 24) NOT VALID`,
    `ALTER TABLE "work_item" DROP CONSTRAINT "work_item_kind_code", ADD CONSTRAINT "work_item_kind_code" CHECK ("kind" IN ('ALERT_UNACKNOWLEDGED', 'ALERT_OPEN', 'CARE_WITHIN_HOURS', 'REFERRAL_IMMEDIATE', 'OVERDUE_AT_RISK', 'AFTER_WITHDRAWAL', 'REFERRAL_WITHIN_72H', 'TRANSFER_TO_ANSWER', 'FOLLOW_UP', 'COMPLAINT', 'TO_APPROVE', 'LETTER_WITHOUT_OUTCOME', 'REFERRAL_ROUTINE', 'DRAFT_EXPIRES', 'CONDUCT_REVIEW', 'CONDUCT_APPEAL', 'ACTIVITY_DAY_PAST', 'REPORT_TO_VERIFY', 'DIRECTORY_ENTRY_STALE', 'ADOPTION_UNCHECKED')) NOT VALID`,
    `DROP INDEX CONCURRENTLY "work_item_kind_list_ad82149c"`,
    `DROP INDEX CONCURRENTLY "work_item_organisation_id_list_22e5a6a2"`,
    `DROP INDEX CONCURRENTLY "work_item_responsible_id_list_e8995400"`,
    `CREATE INDEX CONCURRENTLY "work_item_kind_list_f7d3bcc5" ON "work_item" (array_position(ARRAY['ALERT_UNACKNOWLEDGED','ALERT_OPEN','CARE_WITHIN_HOURS','REFERRAL_IMMEDIATE','OVERDUE_AT_RISK','AFTER_WITHDRAWAL','REFERRAL_WITHIN_72H','TRANSFER_TO_ANSWER','FOLLOW_UP','COMPLAINT','TO_APPROVE','LETTER_WITHOUT_OUTCOME','REFERRAL_ROUTINE','DRAFT_EXPIRES','CONDUCT_REVIEW','CONDUCT_APPEAL','ACTIVITY_DAY_PAST','REPORT_TO_VERIFY','DIRECTORY_ENTRY_STALE','ADOPTION_UNCHECKED'], "kind"), coalesce("due_at", 'infinity'::timestamptz), array_position(ARRAY['HIGH','MEDIUM','LOW','NOT_SAID'], "risk"), "since", "id")`,
    `CREATE INDEX CONCURRENTLY "work_item_organisation_id_list_fe060671" ON "work_item" ("organisation_id", array_position(ARRAY['ALERT_UNACKNOWLEDGED','ALERT_OPEN','CARE_WITHIN_HOURS','REFERRAL_IMMEDIATE','OVERDUE_AT_RISK','AFTER_WITHDRAWAL','REFERRAL_WITHIN_72H','TRANSFER_TO_ANSWER','FOLLOW_UP','COMPLAINT','TO_APPROVE','LETTER_WITHOUT_OUTCOME','REFERRAL_ROUTINE','DRAFT_EXPIRES','CONDUCT_REVIEW','CONDUCT_APPEAL','ACTIVITY_DAY_PAST','REPORT_TO_VERIFY','DIRECTORY_ENTRY_STALE','ADOPTION_UNCHECKED'], "kind"), coalesce("due_at", 'infinity'::timestamptz), array_position(ARRAY['HIGH','MEDIUM','LOW','NOT_SAID'], "risk"), "since", "id")`,
    `CREATE INDEX CONCURRENTLY "work_item_responsible_id_list_5db36a86" ON "work_item" ("responsible_id", array_position(ARRAY['ALERT_UNACKNOWLEDGED','ALERT_OPEN','CARE_WITHIN_HOURS','REFERRAL_IMMEDIATE','OVERDUE_AT_RISK','AFTER_WITHDRAWAL','REFERRAL_WITHIN_72H','TRANSFER_TO_ANSWER','FOLLOW_UP','COMPLAINT','TO_APPROVE','LETTER_WITHOUT_OUTCOME','REFERRAL_ROUTINE','DRAFT_EXPIRES','CONDUCT_REVIEW','CONDUCT_APPEAL','ACTIVITY_DAY_PAST','REPORT_TO_VERIFY','DIRECTORY_ENTRY_STALE','ADOPTION_UNCHECKED'], "kind"), coalesce("due_at", 'infinity'::timestamptz), array_position(ARRAY['HIGH','MEDIUM','LOW','NOT_SAID'], "risk"), "since", "id") WHERE ("responsible_id" IS NOT NULL)`,
    `ALTER TABLE "country" VALIDATE CONSTRAINT "country_conduct_months_range"`,
    `ALTER TABLE "work_item" VALIDATE CONSTRAINT "work_item_kind_code"`,
  ];

  protected readonly back = [
    `DROP INDEX "work_item_kind_list_f7d3bcc5"`,
    `DROP INDEX "work_item_organisation_id_list_fe060671"`,
    `DROP INDEX "work_item_responsible_id_list_5db36a86"`,
    `CREATE INDEX "work_item_kind_list_ad82149c" ON work_item (array_position(ARRAY['ALERT_UNACKNOWLEDGED'::text, 'ALERT_OPEN'::text, 'CARE_WITHIN_HOURS'::text, 'REFERRAL_IMMEDIATE'::text, 'OVERDUE_AT_RISK'::text, 'AFTER_WITHDRAWAL'::text, 'REFERRAL_WITHIN_72H'::text, 'TRANSFER_TO_ANSWER'::text, 'FOLLOW_UP'::text, 'COMPLAINT'::text, 'TO_APPROVE'::text, 'LETTER_WITHOUT_OUTCOME'::text, 'REFERRAL_ROUTINE'::text, 'DRAFT_EXPIRES'::text, 'REPORT_TO_VERIFY'::text, 'DIRECTORY_ENTRY_STALE'::text], kind), COALESCE(due_at, 'infinity'::timestamp with time zone), array_position(ARRAY['HIGH'::text, 'MEDIUM'::text, 'LOW'::text, 'NOT_SAID'::text], risk), since, id)`,
    `CREATE INDEX "work_item_organisation_id_list_22e5a6a2" ON work_item (organisation_id, array_position(ARRAY['ALERT_UNACKNOWLEDGED'::text, 'ALERT_OPEN'::text, 'CARE_WITHIN_HOURS'::text, 'REFERRAL_IMMEDIATE'::text, 'OVERDUE_AT_RISK'::text, 'AFTER_WITHDRAWAL'::text, 'REFERRAL_WITHIN_72H'::text, 'TRANSFER_TO_ANSWER'::text, 'FOLLOW_UP'::text, 'COMPLAINT'::text, 'TO_APPROVE'::text, 'LETTER_WITHOUT_OUTCOME'::text, 'REFERRAL_ROUTINE'::text, 'DRAFT_EXPIRES'::text, 'REPORT_TO_VERIFY'::text, 'DIRECTORY_ENTRY_STALE'::text], kind), COALESCE(due_at, 'infinity'::timestamp with time zone), array_position(ARRAY['HIGH'::text, 'MEDIUM'::text, 'LOW'::text, 'NOT_SAID'::text], risk), since, id)`,
    `CREATE INDEX "work_item_responsible_id_list_e8995400" ON work_item (responsible_id, array_position(ARRAY['ALERT_UNACKNOWLEDGED'::text, 'ALERT_OPEN'::text, 'CARE_WITHIN_HOURS'::text, 'REFERRAL_IMMEDIATE'::text, 'OVERDUE_AT_RISK'::text, 'AFTER_WITHDRAWAL'::text, 'REFERRAL_WITHIN_72H'::text, 'TRANSFER_TO_ANSWER'::text, 'FOLLOW_UP'::text, 'COMPLAINT'::text, 'TO_APPROVE'::text, 'LETTER_WITHOUT_OUTCOME'::text, 'REFERRAL_ROUTINE'::text, 'DRAFT_EXPIRES'::text, 'REPORT_TO_VERIFY'::text, 'DIRECTORY_ENTRY_STALE'::text], kind), COALESCE(due_at, 'infinity'::timestamp with time zone), array_position(ARRAY['HIGH'::text, 'MEDIUM'::text, 'LOW'::text, 'NOT_SAID'::text], risk), since, id) WHERE (responsible_id IS NOT NULL)`,
    `ALTER TABLE "work_item" DROP CONSTRAINT "work_item_kind_code"`,
    `ALTER TABLE "work_item" ADD CONSTRAINT "work_item_kind_code" CHECK ((kind = ANY (ARRAY['ALERT_UNACKNOWLEDGED'::text, 'ALERT_OPEN'::text, 'CARE_WITHIN_HOURS'::text, 'REFERRAL_IMMEDIATE'::text, 'OVERDUE_AT_RISK'::text, 'AFTER_WITHDRAWAL'::text, 'REFERRAL_WITHIN_72H'::text, 'TRANSFER_TO_ANSWER'::text, 'FOLLOW_UP'::text, 'COMPLAINT'::text, 'TO_APPROVE'::text, 'LETTER_WITHOUT_OUTCOME'::text, 'REFERRAL_ROUTINE'::text, 'DRAFT_EXPIRES'::text, 'REPORT_TO_VERIFY'::text, 'DIRECTORY_ENTRY_STALE'::text])))`,
    `ALTER TABLE "country" DROP CONSTRAINT "country_conduct_months_range"`,
    `ALTER TABLE "country" DROP COLUMN "conduct_months"`,
  ];
}
