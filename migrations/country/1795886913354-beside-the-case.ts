/** beside-the-case: generated from the entities; and what follows from what there is already. */
import { SteppedMigration } from '../../src/database/migration-steps';

export class BesideTheCase1795886913354 extends SteppedMigration {
  readonly name = 'BesideTheCase1795886913354';

  protected readonly steps = [
    `CREATE TABLE "case_activity" (
       "id" uuid NOT NULL,
       "version" integer NOT NULL,
       "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "created_by_id" uuid,
       "case_id" uuid NOT NULL,
       "kind" text NOT NULL,
       "by_id" uuid,
       CONSTRAINT "case_activity_kind_code" CHECK ("kind" IN ('INCIDENT_ADDED', 'INCIDENT_CHANGED', 'NOTE_ADDED', 'NOTE_CHANGED', 'REFERRAL_ADDED', 'REFERRAL_CHANGED', 'TRANSFER_CHANGED')),
       CONSTRAINT "case_activity_pkey" PRIMARY KEY ("id")
    )`,
    `CREATE TABLE "transfer_summary" (
       "id" uuid NOT NULL,
       "version" integer NOT NULL,
       "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "created_by_id" uuid,
       "data_key_id" uuid NOT NULL,
       "transfer_id" uuid NOT NULL,
       "needs" text array NOT NULL DEFAULT '{}',
       "risk_level" text,
       "age_band" text,
       "preferred_language" text,
       "district_id" uuid,
       "reason" bytea,
       CONSTRAINT "transfer_summary_needs_code" CHECK ("needs" <@ ARRAY['HEALTH', 'PSYCHOSOCIAL', 'LEGAL', 'EMERGENCY_RESPONSE', 'SAFE_HOUSE', 'POLICE_SECURITY', 'LIVELIHOOD', 'CHILD_PROTECTION']),
       CONSTRAINT "transfer_summary_risk_level_code" CHECK ("risk_level" IN ('HIGH', 'MEDIUM', 'LOW')),
       CONSTRAINT "transfer_summary_age_band_code" CHECK ("age_band" IN ('UNDER_18', 'AGE_18_24', 'AGE_25_34', 'AGE_35_49', 'AGE_50_PLUS', 'UNKNOWN')),
       CONSTRAINT "transfer_summary_preferred_language_code" CHECK ("preferred_language" IN ('AFRIKAANS', 'BARWE', 'CHOPI', 'CHUWABO', 'ENGLISH', 'FRENCH', 'GITONGA', 'KALANGA', 'KGALAGADI', 'KHOEKHOE', 'KOTI', 'LOMWE', 'MAKHUWA', 'MAKONDE', 'MANYIKA', 'MBUKUSHU', 'NAMBYA', 'NARO', 'NDAU', 'NDEBELE_NORTHERN', 'NDEBELE_SOUTHERN', 'NYANJA', 'NYUNGWE', 'OSHIWAMBO', 'PORTUGUESE', 'RONGA', 'SENA', 'SHONA', 'SIGN_LANGUAGE', 'SOTHO_NORTHERN', 'SOTHO_SOUTHERN', 'SWAHILI', 'SWATI', 'TEWE', 'TONGA_ZAMBEZI', 'TSONGA', 'TSWA', 'TSWANA', 'VENDA', 'XHOSA', 'YAO', 'YEYI', 'ZULU', 'OTHER')),
       CONSTRAINT "transfer_summary_pkey" PRIMARY KEY ("id")
    )`,
    `CREATE UNIQUE INDEX "transfer_summary_transfer_id_idx" ON "transfer_summary"  ("transfer_id")`,
    `ALTER TABLE "case" ADD "duplicate_asked_by_id" uuid`,
    `ALTER TABLE "case_transfer" ADD "expires_at" TIMESTAMP WITH TIME ZONE`,
    `ALTER TABLE "referral" ADD "responsible_organisation_id" uuid`,
    `CREATE INDEX CONCURRENTLY "case_transfer_expires_at_0e138a_idx" ON "case_transfer"  ("expires_at") WHERE status = 'REQUESTED'`,
    `CREATE UNIQUE INDEX CONCURRENTLY "case_transfer_case_id_0e138a_idx" ON "case_transfer"  ("case_id") WHERE status = 'REQUESTED'`,
    `ALTER TABLE "case" ADD CONSTRAINT "case_duplicate_asked_by_id_fkey" FOREIGN KEY ("duplicate_asked_by_id") REFERENCES "staff_member"("id") ON DELETE NO ACTION ON UPDATE NO ACTION NOT VALID`,
    `ALTER TABLE "case_activity" ADD CONSTRAINT "case_activity_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    `ALTER TABLE "case_activity" ADD CONSTRAINT "case_activity_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "staff_member"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    `ALTER TABLE "referral" ADD CONSTRAINT "referral_responsible_organisation_id_fkey" FOREIGN KEY ("responsible_organisation_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION NOT VALID`,
    `ALTER TABLE "transfer_summary" ADD CONSTRAINT "transfer_summary_transfer_id_fkey" FOREIGN KEY ("transfer_id") REFERENCES "case_transfer"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    `ALTER TABLE "transfer_summary" ADD CONSTRAINT "transfer_summary_district_id_fkey" FOREIGN KEY ("district_id") REFERENCES "district"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    `ALTER TABLE "notice" DROP CONSTRAINT "notice_kind_code", ADD CONSTRAINT "notice_kind_code" CHECK ("kind" IN ('CASE_WITHDRAWN', 'CASE_RESUMED', 'CLOSURE_TAKEN_BACK', 'DISCLOSED_SINCE', 'TRANSFER_REQUESTED', 'TRANSFER_ANSWERED', 'TRANSFER_ENDED', 'TRANSFER_EXPIRED', 'REFERRAL_EXPIRED', 'REFERRAL_REVOKED', 'CASE_RESTRICTED', 'SUPERVISOR_NEEDED', 'CASE_ASSIGNED', 'CASE_TAKEN_OVER', 'CASES_HANDED_OVER', 'DEPUTISED', 'COLLEAGUE_LEFT', 'COLLEAGUE_OFFERED', 'RESET_CODE_ISSUED', 'CONSENT_OVERRIDDEN', 'ACCESS_TAKEN')) NOT VALID`,
    `ALTER TABLE "case_transfer" DROP CONSTRAINT "case_transfer_status_code", ADD CONSTRAINT "case_transfer_status_code" CHECK ("status" IN ('REQUESTED', 'ACCEPTED', 'REJECTED', 'REVOKED', 'EXPIRED')) NOT VALID`,
    `CREATE INDEX CONCURRENTLY "case_duplicate_asked_by_id_list_11571751" ON "case" ("duplicate_asked_by_id", "opened_at", "id") WHERE ("duplicate_asked_by_id" IS NOT NULL)`,
    `CREATE INDEX "case_activity_created_at_list_7b4fa7bb" ON "case_activity" ("created_at", "id")`,
    `CREATE INDEX "case_activity_case_id_list_a33f5ed2" ON "case_activity" ("case_id")`,
    `CREATE INDEX "case_activity_by_id_list_1eb59fce" ON "case_activity" ("by_id", "created_at", "id") WHERE ("by_id" IS NOT NULL)`,
    `CREATE INDEX CONCURRENTLY "referral_responsible_organisation_id_list_5aaef20f" ON "referral" ("responsible_organisation_id", "requested_at", "id") WHERE ("responsible_organisation_id" IS NOT NULL)`,
    `CREATE INDEX "transfer_summary_created_at_list_7727f374" ON "transfer_summary" ("created_at", "id")`,
    `CREATE INDEX "transfer_summary_district_id_list_5124265e" ON "transfer_summary" ("district_id", "created_at", "id") WHERE ("district_id" IS NOT NULL)`,
    `ALTER TABLE "case" VALIDATE CONSTRAINT "case_duplicate_asked_by_id_fkey"`,
    `ALTER TABLE "referral" VALIDATE CONSTRAINT "referral_responsible_organisation_id_fkey"`,
    `ALTER TABLE "notice" VALIDATE CONSTRAINT "notice_kind_code"`,
    `ALTER TABLE "case_transfer" VALIDATE CONSTRAINT "case_transfer_status_code"`,
    // A case on its way is worked on as it stands: its stage still tells where that was.
    `UPDATE "case" SET status = CASE workflow_stage WHEN 'NEW' THEN 'REGISTERED' WHEN 'ASSESSMENT' THEN 'ASSESSED'
        WHEN 'CASE_PLAN' THEN 'ACTION_PLANNED' WHEN 'SERVICE_PROVISION' THEN 'IN_FOLLOW_UP'
        WHEN 'SERVICES_IMPLEMENTED' THEN 'CLOSURE_REQUESTED' ELSE workflow_stage END
      WHERE status = 'TRANSFERRED'`,
    // Nobody was told until when to answer: they have two days from now at least.
    `UPDATE "case_transfer" t SET expires_at = greatest(now() + interval '48 hours', t.requested_at
        + CASE c.risk_level WHEN 'HIGH' THEN interval '48 hours' ELSE interval '7 days' END)
       FROM "case" c WHERE c.id = t.case_id AND t.status = 'REQUESTED'`,
    `INSERT INTO "transfer_summary" (id, version, created_at, updated_at, created_by_id, data_key_id, transfer_id,
        needs, risk_level, age_band, preferred_language)
       SELECT gen_random_uuid(), 1, now(), now(), t.created_by_id, c.data_key_id, t.id,
         ARRAY(SELECT DISTINCT r.category FROM "referral" r WHERE r.case_id = c.id AND r.status IN ('DRAFT', 'REQUESTED', 'ACCEPTED', 'IN_SERVICE')),
         c.risk_level, s.age_band, s.preferred_language
       FROM "case_transfer" t JOIN "case" c ON c.id = t.case_id LEFT JOIN "survivor" s ON s.id = c.survivor_id
      WHERE t.status = 'REQUESTED'`,
    `UPDATE "referral" r SET responsible_organisation_id = c.organisation_id FROM "case" c WHERE c.id = r.case_id`,
  ];

  protected readonly back = [
    `DROP INDEX "case_duplicate_asked_by_id_list_11571751"`,
    `DROP INDEX "case_activity_created_at_list_7b4fa7bb"`,
    `DROP INDEX "case_activity_case_id_list_a33f5ed2"`,
    `DROP INDEX "case_activity_by_id_list_1eb59fce"`,
    `DROP INDEX "referral_responsible_organisation_id_list_5aaef20f"`,
    `DROP INDEX "transfer_summary_created_at_list_7727f374"`,
    `DROP INDEX "transfer_summary_district_id_list_5124265e"`,
    `ALTER TABLE "notice" DROP CONSTRAINT "notice_kind_code"`,
    `ALTER TABLE "notice" ADD CONSTRAINT "notice_kind_code" CHECK ((kind = ANY (ARRAY['CASE_WITHDRAWN'::text, 'CASE_RESUMED'::text, 'CLOSURE_TAKEN_BACK'::text, 'REFERRAL_EXPIRED'::text, 'REFERRAL_REVOKED'::text, 'CASE_RESTRICTED'::text, 'SUPERVISOR_NEEDED'::text, 'CASE_ASSIGNED'::text, 'CASE_TAKEN_OVER'::text, 'CASES_HANDED_OVER'::text, 'DEPUTISED'::text, 'COLLEAGUE_LEFT'::text, 'COLLEAGUE_OFFERED'::text, 'CONSENT_OVERRIDDEN'::text, 'ACCESS_TAKEN'::text])))`,
    `ALTER TABLE "case_transfer" DROP CONSTRAINT "case_transfer_status_code"`,
    `ALTER TABLE "case_transfer" ADD CONSTRAINT "case_transfer_status_code" CHECK ((status = ANY (ARRAY['REQUESTED'::text, 'ACCEPTED'::text, 'REJECTED'::text, 'REVOKED'::text])))`,
    `ALTER TABLE "transfer_summary" DROP CONSTRAINT "transfer_summary_district_id_fkey"`,
    `ALTER TABLE "transfer_summary" DROP CONSTRAINT "transfer_summary_transfer_id_fkey"`,
    `ALTER TABLE "referral" DROP CONSTRAINT "referral_responsible_organisation_id_fkey"`,
    `ALTER TABLE "case_activity" DROP CONSTRAINT "case_activity_by_id_fkey"`,
    `ALTER TABLE "case_activity" DROP CONSTRAINT "case_activity_case_id_fkey"`,
    `ALTER TABLE "case" DROP CONSTRAINT "case_duplicate_asked_by_id_fkey"`,
    `DROP INDEX "case_transfer_case_id_0e138a_idx"`,
    `DROP INDEX "case_transfer_expires_at_0e138a_idx"`,
    `ALTER TABLE "referral" DROP COLUMN "responsible_organisation_id"`,
    `ALTER TABLE "case_transfer" DROP COLUMN "expires_at"`,
    `ALTER TABLE "case" DROP COLUMN "duplicate_asked_by_id"`,
    `DROP INDEX "transfer_summary_transfer_id_idx"`,
    `DROP TABLE "transfer_summary"`,
    `DROP TABLE "case_activity"`,
  ];
}
