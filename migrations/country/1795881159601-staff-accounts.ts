/** staff-accounts: generated from the entities. */
import { SteppedMigration } from '../../src/database/migration-steps';

export class StaffAccounts1795881159601 extends SteppedMigration {
  readonly name = 'StaffAccounts1795881159601';

  protected readonly steps = [
    `CREATE TABLE "deputyship" (
       "id" uuid NOT NULL,
       "version" integer NOT NULL,
       "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "created_by_id" uuid,
       "organisation_id" uuid NOT NULL,
       "absent_id" uuid NOT NULL,
       "deputy_id" uuid NOT NULL,
       "starts_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "ends_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       CONSTRAINT "deputyship_pkey" PRIMARY KEY ("id")
    )`,
    `ALTER TABLE "staff_member" ADD "moving_to_id" uuid`,
    `ALTER TABLE "staff_member" ADD "child_protection" boolean NOT NULL DEFAULT false`,
    `ALTER TABLE "notice" ADD "about_id" uuid`,
    `ALTER TABLE "staff_member" ADD CONSTRAINT "staff_member_moving_to_id_fkey" FOREIGN KEY ("moving_to_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION NOT VALID`,
    `ALTER TABLE "notice" ADD CONSTRAINT "notice_about_id_fkey" FOREIGN KEY ("about_id") REFERENCES "staff_member"("id") ON DELETE NO ACTION ON UPDATE NO ACTION NOT VALID`,
    `ALTER TABLE "deputyship" ADD CONSTRAINT "deputyship_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    `ALTER TABLE "deputyship" ADD CONSTRAINT "deputyship_absent_id_fkey" FOREIGN KEY ("absent_id") REFERENCES "staff_member"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    `ALTER TABLE "deputyship" ADD CONSTRAINT "deputyship_deputy_id_fkey" FOREIGN KEY ("deputy_id") REFERENCES "staff_member"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    `ALTER TABLE "notice" DROP CONSTRAINT "notice_kind_code", ADD CONSTRAINT "notice_kind_code" CHECK ("kind" IN ('CASE_WITHDRAWN', 'CASE_RESUMED', 'CLOSURE_TAKEN_BACK', 'REFERRAL_EXPIRED', 'REFERRAL_REVOKED', 'CASE_RESTRICTED', 'SUPERVISOR_NEEDED', 'CASE_ASSIGNED', 'CASE_TAKEN_OVER', 'CASES_HANDED_OVER', 'DEPUTISED', 'COLLEAGUE_LEFT', 'COLLEAGUE_OFFERED', 'CONSENT_OVERRIDDEN', 'ACCESS_TAKEN')) NOT VALID`,
    `CREATE INDEX CONCURRENTLY "staff_member_moving_to_id_list_012e8001" ON "staff_member" ("moving_to_id") WHERE ("moving_to_id" IS NOT NULL)`,
    `CREATE INDEX CONCURRENTLY "notice_about_id_list_66a3b90b" ON "notice" ("about_id", "created_at", "id") WHERE ("about_id" IS NOT NULL)`,
    `CREATE INDEX "deputyship_updated_at_list_e5d4f3be" ON "deputyship" ("updated_at", "id")`,
    `CREATE INDEX "deputyship_ends_at_list_ed3e6af1" ON "deputyship" ("ends_at", "id")`,
    `CREATE INDEX "deputyship_organisation_id_list_866ed46a" ON "deputyship" ("organisation_id", "ends_at", "id")`,
    `CREATE INDEX "deputyship_absent_id_list_d2cf9169" ON "deputyship" ("absent_id", "ends_at", "id")`,
    `CREATE INDEX "deputyship_deputy_id_list_0b73c892" ON "deputyship" ("deputy_id", "ends_at", "id")`,
    `ALTER TABLE "staff_member" VALIDATE CONSTRAINT "staff_member_moving_to_id_fkey"`,
    `ALTER TABLE "notice" VALIDATE CONSTRAINT "notice_about_id_fkey"`,
    `ALTER TABLE "notice" VALIDATE CONSTRAINT "notice_kind_code"`,
  ];

  protected readonly back = [
    `DROP INDEX "staff_member_moving_to_id_list_012e8001"`,
    `DROP INDEX "notice_about_id_list_66a3b90b"`,
    `DROP INDEX "deputyship_updated_at_list_e5d4f3be"`,
    `DROP INDEX "deputyship_ends_at_list_ed3e6af1"`,
    `DROP INDEX "deputyship_organisation_id_list_866ed46a"`,
    `DROP INDEX "deputyship_absent_id_list_d2cf9169"`,
    `DROP INDEX "deputyship_deputy_id_list_0b73c892"`,
    `ALTER TABLE "notice" DROP CONSTRAINT "notice_kind_code"`,
    `ALTER TABLE "notice" ADD CONSTRAINT "notice_kind_code" CHECK ((kind = ANY (ARRAY['CASE_WITHDRAWN'::text, 'CASE_RESUMED'::text, 'CLOSURE_TAKEN_BACK'::text, 'REFERRAL_EXPIRED'::text, 'REFERRAL_REVOKED'::text, 'CASE_RESTRICTED'::text, 'SUPERVISOR_NEEDED'::text, 'CONSENT_OVERRIDDEN'::text, 'ACCESS_TAKEN'::text])))`,
    `ALTER TABLE "deputyship" DROP CONSTRAINT "deputyship_deputy_id_fkey"`,
    `ALTER TABLE "deputyship" DROP CONSTRAINT "deputyship_absent_id_fkey"`,
    `ALTER TABLE "deputyship" DROP CONSTRAINT "deputyship_organisation_id_fkey"`,
    `ALTER TABLE "notice" DROP CONSTRAINT "notice_about_id_fkey"`,
    `ALTER TABLE "staff_member" DROP CONSTRAINT "staff_member_moving_to_id_fkey"`,
    `ALTER TABLE "notice" DROP COLUMN "about_id"`,
    `ALTER TABLE "staff_member" DROP COLUMN "child_protection"`,
    `ALTER TABLE "staff_member" DROP COLUMN "moving_to_id"`,
    `DROP TABLE "deputyship"`,
  ];
}
