/** restricted-cases: generated from the entities; and what follows from what there is already. */
import { SteppedMigration } from '../../src/database/migration-steps';

export class RestrictedCases1795875083213 extends SteppedMigration {
  readonly name = 'RestrictedCases1795875083213';

  protected readonly steps = [
    `CREATE TABLE "case_member" (
       "id" uuid NOT NULL,
       "version" integer NOT NULL,
       "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "created_by_id" uuid,
       "case_id" uuid NOT NULL,
       "member_id" uuid NOT NULL,
       "ended_at" TIMESTAMP WITH TIME ZONE,
       CONSTRAINT "case_member_pkey" PRIMARY KEY ("id")
    )`,
    `CREATE TABLE "accused_colleague" (
       "id" uuid NOT NULL,
       "version" integer NOT NULL,
       "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "created_by_id" uuid,
       "data_key_id" uuid NOT NULL,
       "case_id" uuid NOT NULL,
       "accused_id" uuid NOT NULL,
       "withdrawal_asked_by_id" uuid,
       "withdrawn_reason" bytea,
       "voided_at" TIMESTAMP WITH TIME ZONE,
       CONSTRAINT "accused_colleague_pkey" PRIMARY KEY ("id")
    )`,
    `ALTER TABLE "case" ADD "restricted_at" TIMESTAMP WITH TIME ZONE`,
    `ALTER TABLE "case" ADD "restriction_reason" text`,
    `ALTER TABLE "case" ADD "opening_asked_by_id" uuid`,
    `ALTER TABLE "incident_detail" ADD "occurred_hour" integer`,
    `ALTER TABLE "incident_detail" ADD "elapsed_hours_at_least" integer`,
    `ALTER TABLE "incident_detail" ADD "elapsed_hours_at_most" integer`,
    `ALTER TABLE "country" ADD "cross_organisation_sharing" text NOT NULL DEFAULT 'NONE'`,
    `CREATE INDEX CONCURRENTLY "case_survivor_id_75c7f7_idx" ON "case"  ("survivor_id") WHERE restricted_at IS NOT NULL`,
    `ALTER TABLE "case" ADD CONSTRAINT "case_restriction_reason_code" CHECK ("restriction_reason" IN ('MINOR', 'ACCUSED_COLLEAGUE', 'WELL_KNOWN', 'OTHER')) NOT VALID`,
    `ALTER TABLE "incident_detail" ADD CONSTRAINT "incident_detail_occurred_hour_range" CHECK ("occurred_hour" BETWEEN 0 AND 23) NOT VALID`,
    `ALTER TABLE "incident_detail" ADD CONSTRAINT "incident_detail_elapsed_hours_at_least_range" CHECK ("elapsed_hours_at_least" BETWEEN 0 AND 2147483647) NOT VALID`,
    `ALTER TABLE "incident_detail" ADD CONSTRAINT "incident_detail_elapsed_hours_at_most_range" CHECK ("elapsed_hours_at_most" BETWEEN 0 AND 2147483647) NOT VALID`,
    `ALTER TABLE "country" ADD CONSTRAINT "country_cross_organisation_sharing_code" CHECK ("cross_organisation_sharing" IN ('NONE', 'CODED', 'FULL')) NOT VALID`,
    `ALTER TABLE "case" ADD CONSTRAINT "case_opening_asked_by_id_fkey" FOREIGN KEY ("opening_asked_by_id") REFERENCES "staff_member"("id") ON DELETE NO ACTION ON UPDATE NO ACTION NOT VALID`,
    `ALTER TABLE "case_member" ADD CONSTRAINT "case_member_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    `ALTER TABLE "case_member" ADD CONSTRAINT "case_member_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "staff_member"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    `ALTER TABLE "accused_colleague" ADD CONSTRAINT "accused_colleague_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    `ALTER TABLE "accused_colleague" ADD CONSTRAINT "accused_colleague_accused_id_fkey" FOREIGN KEY ("accused_id") REFERENCES "staff_member"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    `ALTER TABLE "accused_colleague" ADD CONSTRAINT "accused_colleague_withdrawal_asked_by_id_fkey" FOREIGN KEY ("withdrawal_asked_by_id") REFERENCES "staff_member"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    `ALTER TABLE "notice" DROP CONSTRAINT "notice_kind_code", ADD CONSTRAINT "notice_kind_code" CHECK ("kind" IN ('CASE_WITHDRAWN', 'CASE_RESUMED', 'CLOSURE_TAKEN_BACK', 'REFERRAL_EXPIRED', 'REFERRAL_REVOKED', 'CASE_RESTRICTED', 'SUPERVISOR_NEEDED', 'CONSENT_OVERRIDDEN', 'ACCESS_TAKEN')) NOT VALID`,
    `CREATE INDEX CONCURRENTLY "case_opening_asked_by_id_list_0ab92671" ON "case" ("opening_asked_by_id", "opened_at", "id") WHERE ("opening_asked_by_id" IS NOT NULL)`,
    `CREATE INDEX "case_member_created_at_list_58446489" ON "case_member" ("created_at", "id")`,
    `CREATE INDEX "case_member_updated_at_list_c324218b" ON "case_member" ("updated_at", "id")`,
    `CREATE INDEX "case_member_case_id_list_c6f22bb5" ON "case_member" ("case_id")`,
    `CREATE INDEX "case_member_member_id_list_461e707d" ON "case_member" ("member_id", "created_at", "id")`,
    `CREATE INDEX "accused_colleague_created_at_list_6ff50f58" ON "accused_colleague" ("created_at", "id")`,
    `CREATE INDEX "accused_colleague_case_id_list_e4767dbe" ON "accused_colleague" ("case_id")`,
    `CREATE INDEX "accused_colleague_accused_id_list_f9b8350c" ON "accused_colleague" ("accused_id", "created_at", "id")`,
    `CREATE INDEX "accused_colleague_withdrawal_asked_by_id_list_52c0aa33" ON "accused_colleague" ("withdrawal_asked_by_id", "created_at", "id") WHERE ("withdrawal_asked_by_id" IS NOT NULL)`,
    `ALTER TABLE "case" VALIDATE CONSTRAINT "case_restriction_reason_code"`,
    `ALTER TABLE "incident_detail" VALIDATE CONSTRAINT "incident_detail_occurred_hour_range"`,
    `ALTER TABLE "incident_detail" VALIDATE CONSTRAINT "incident_detail_elapsed_hours_at_least_range"`,
    `ALTER TABLE "incident_detail" VALIDATE CONSTRAINT "incident_detail_elapsed_hours_at_most_range"`,
    `ALTER TABLE "country" VALIDATE CONSTRAINT "country_cross_organisation_sharing_code"`,
    `ALTER TABLE "case" VALIDATE CONSTRAINT "case_opening_asked_by_id_fkey"`,
    `ALTER TABLE "notice" VALIDATE CONSTRAINT "notice_kind_code"`,
    // As it was until now: where identities are not kept, survivors are referred by code.
    `UPDATE "country" SET cross_organisation_sharing = 'FULL' WHERE identity_vault`,
    // The hours were reckoned from the middle of a part of the day: what is known is from when until when.
    `UPDATE "incident_detail" d SET elapsed_hours = NULL,
        elapsed_hours_at_least = greatest(0, floor(extract(epoch FROM i.reported_at
          - ((d.occurred_on + make_interval(hours => s.until)) AT TIME ZONE c.timezone)) / 3600))::int,
        elapsed_hours_at_most = greatest(0, ceil(extract(epoch FROM i.reported_at
          - ((d.occurred_on + make_interval(hours => s.since)) AT TIME ZONE c.timezone)) / 3600))::int
       FROM "incident" i, "country" c, (VALUES ('MORNING', 5, 12), ('AFTERNOON', 12, 19), ('EVENING_NIGHT', 0, 30),
         ('UNKNOWN', 0, 24)) AS s(part, since, until)
      WHERE i.id = d.incident_id AND s.part = coalesce(d.time_of_day, 'UNKNOWN')
        AND d.occurred_on IS NOT NULL AND d.date_precision IN ('EXACT', 'DAY')`,
  ];

  protected readonly back = [
    `DROP INDEX "case_opening_asked_by_id_list_0ab92671"`,
    `DROP INDEX "case_member_created_at_list_58446489"`,
    `DROP INDEX "case_member_updated_at_list_c324218b"`,
    `DROP INDEX "case_member_case_id_list_c6f22bb5"`,
    `DROP INDEX "case_member_member_id_list_461e707d"`,
    `DROP INDEX "accused_colleague_created_at_list_6ff50f58"`,
    `DROP INDEX "accused_colleague_case_id_list_e4767dbe"`,
    `DROP INDEX "accused_colleague_accused_id_list_f9b8350c"`,
    `DROP INDEX "accused_colleague_withdrawal_asked_by_id_list_52c0aa33"`,
    `ALTER TABLE "notice" DROP CONSTRAINT "notice_kind_code"`,
    `ALTER TABLE "notice" ADD CONSTRAINT "notice_kind_code" CHECK ((kind = ANY (ARRAY['CASE_WITHDRAWN'::text, 'CASE_RESUMED'::text, 'CLOSURE_TAKEN_BACK'::text, 'REFERRAL_EXPIRED'::text, 'REFERRAL_REVOKED'::text, 'CONSENT_OVERRIDDEN'::text, 'ACCESS_TAKEN'::text])))`,
    `ALTER TABLE "accused_colleague" DROP CONSTRAINT "accused_colleague_withdrawal_asked_by_id_fkey"`,
    `ALTER TABLE "accused_colleague" DROP CONSTRAINT "accused_colleague_accused_id_fkey"`,
    `ALTER TABLE "accused_colleague" DROP CONSTRAINT "accused_colleague_case_id_fkey"`,
    `ALTER TABLE "case_member" DROP CONSTRAINT "case_member_member_id_fkey"`,
    `ALTER TABLE "case_member" DROP CONSTRAINT "case_member_case_id_fkey"`,
    `ALTER TABLE "case" DROP CONSTRAINT "case_opening_asked_by_id_fkey"`,
    `ALTER TABLE "country" DROP CONSTRAINT "country_cross_organisation_sharing_code"`,
    `ALTER TABLE "incident_detail" DROP CONSTRAINT "incident_detail_elapsed_hours_at_most_range"`,
    `ALTER TABLE "incident_detail" DROP CONSTRAINT "incident_detail_elapsed_hours_at_least_range"`,
    `ALTER TABLE "incident_detail" DROP CONSTRAINT "incident_detail_occurred_hour_range"`,
    `ALTER TABLE "case" DROP CONSTRAINT "case_restriction_reason_code"`,
    `DROP INDEX "case_survivor_id_75c7f7_idx"`,
    `ALTER TABLE "country" DROP COLUMN "cross_organisation_sharing"`,
    `ALTER TABLE "incident_detail" DROP COLUMN "elapsed_hours_at_most"`,
    `ALTER TABLE "incident_detail" DROP COLUMN "elapsed_hours_at_least"`,
    `ALTER TABLE "incident_detail" DROP COLUMN "occurred_hour"`,
    `ALTER TABLE "case" DROP COLUMN "opening_asked_by_id"`,
    `ALTER TABLE "case" DROP COLUMN "restriction_reason"`,
    `ALTER TABLE "case" DROP COLUMN "restricted_at"`,
    `DROP TABLE "accused_colleague"`,
    `DROP TABLE "case_member"`,
  ];
}
