/** work-list: generated from the entities. */
import { SteppedMigration } from '../../src/database/migration-steps';

export class WorkList1795919648584 extends SteppedMigration {
  readonly name = 'WorkList1795919648584';

  protected readonly steps = [
    `CREATE TABLE "work_item" (
       "id" uuid NOT NULL,
       "version" integer NOT NULL,
       "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "created_by_id" uuid,
       "kind" text NOT NULL,
       "due_at" TIMESTAMP WITH TIME ZONE,
       "risk" text NOT NULL,
       "since" TIMESTAMP WITH TIME ZONE NOT NULL,
       "organisation_id" uuid NOT NULL,
       "responsible_id" uuid,
       "case_id" uuid,
       "entity" text NOT NULL,
       "record_id" uuid NOT NULL,
       "reference" text,
       "audience" text,
       "source" text NOT NULL,
       "root_id" uuid NOT NULL,
       "from_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "until_at" TIMESTAMP WITH TIME ZONE,
       CONSTRAINT "work_item_kind_code" CHECK ("kind" IN ('CARE_WITHIN_HOURS', 'REFERRAL_IMMEDIATE', 'OVERDUE_AT_RISK', 'AFTER_WITHDRAWAL', 'REFERRAL_WITHIN_72H', 'TRANSFER_TO_ANSWER', 'FOLLOW_UP', 'COMPLAINT', 'TO_APPROVE', 'LETTER_WITHOUT_OUTCOME', 'REFERRAL_ROUTINE', 'DRAFT_EXPIRES', 'REPORT_TO_VERIFY', 'DIRECTORY_ENTRY_STALE')),
       CONSTRAINT "work_item_risk_code" CHECK ("risk" IN ('HIGH', 'MEDIUM', 'LOW', 'NOT_SAID')),
       CONSTRAINT "work_item_pkey" PRIMARY KEY ("id")
    )`,
    `ALTER TABLE "work_item" ADD CONSTRAINT "work_item_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    `ALTER TABLE "work_item" ADD CONSTRAINT "work_item_responsible_id_fkey" FOREIGN KEY ("responsible_id") REFERENCES "staff_member"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    `ALTER TABLE "work_item" ADD CONSTRAINT "work_item_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    `CREATE INDEX "work_item_updated_at_list_3cef4ae5" ON "work_item" ("updated_at", "id")`,
    `CREATE INDEX "work_item_kind_list_3d8f0077" ON "work_item" (array_position(ARRAY['CARE_WITHIN_HOURS','REFERRAL_IMMEDIATE','OVERDUE_AT_RISK','AFTER_WITHDRAWAL','REFERRAL_WITHIN_72H','TRANSFER_TO_ANSWER','FOLLOW_UP','COMPLAINT','TO_APPROVE','LETTER_WITHOUT_OUTCOME','REFERRAL_ROUTINE','DRAFT_EXPIRES','REPORT_TO_VERIFY','DIRECTORY_ENTRY_STALE'], "kind"), coalesce("due_at", 'infinity'::timestamptz), array_position(ARRAY['HIGH','MEDIUM','LOW','NOT_SAID'], "risk"), "since", "id")`,
    `CREATE INDEX "work_item_organisation_id_list_44de72e5" ON "work_item" ("organisation_id", array_position(ARRAY['CARE_WITHIN_HOURS','REFERRAL_IMMEDIATE','OVERDUE_AT_RISK','AFTER_WITHDRAWAL','REFERRAL_WITHIN_72H','TRANSFER_TO_ANSWER','FOLLOW_UP','COMPLAINT','TO_APPROVE','LETTER_WITHOUT_OUTCOME','REFERRAL_ROUTINE','DRAFT_EXPIRES','REPORT_TO_VERIFY','DIRECTORY_ENTRY_STALE'], "kind"), coalesce("due_at", 'infinity'::timestamptz), array_position(ARRAY['HIGH','MEDIUM','LOW','NOT_SAID'], "risk"), "since", "id")`,
    `CREATE INDEX "work_item_responsible_id_list_e9283bbf" ON "work_item" ("responsible_id", array_position(ARRAY['CARE_WITHIN_HOURS','REFERRAL_IMMEDIATE','OVERDUE_AT_RISK','AFTER_WITHDRAWAL','REFERRAL_WITHIN_72H','TRANSFER_TO_ANSWER','FOLLOW_UP','COMPLAINT','TO_APPROVE','LETTER_WITHOUT_OUTCOME','REFERRAL_ROUTINE','DRAFT_EXPIRES','REPORT_TO_VERIFY','DIRECTORY_ENTRY_STALE'], "kind"), coalesce("due_at", 'infinity'::timestamptz), array_position(ARRAY['HIGH','MEDIUM','LOW','NOT_SAID'], "risk"), "since", "id") WHERE ("responsible_id" IS NOT NULL)`,
    `CREATE INDEX "work_item_case_id_list_d7fef411" ON "work_item" ("case_id") WHERE ("case_id" IS NOT NULL)`,
  ];

  protected readonly back = [
    `DROP INDEX "work_item_updated_at_list_3cef4ae5"`,
    `DROP INDEX "work_item_kind_list_3d8f0077"`,
    `DROP INDEX "work_item_organisation_id_list_44de72e5"`,
    `DROP INDEX "work_item_responsible_id_list_e9283bbf"`,
    `DROP INDEX "work_item_case_id_list_d7fef411"`,
    `ALTER TABLE "work_item" DROP CONSTRAINT "work_item_case_id_fkey"`,
    `ALTER TABLE "work_item" DROP CONSTRAINT "work_item_responsible_id_fkey"`,
    `ALTER TABLE "work_item" DROP CONSTRAINT "work_item_organisation_id_fkey"`,
    `DROP TABLE "work_item"`,
  ];
}
