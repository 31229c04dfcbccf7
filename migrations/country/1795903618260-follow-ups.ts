/** follow-ups: generated from the entities, but for what is due of cases that are open by then. */
import { SteppedMigration } from '../../src/database/migration-steps';

export class FollowUps1795903618260 extends SteppedMigration {
  readonly name = 'FollowUps1795903618260';

  protected readonly steps = [
    `CREATE TABLE "follow_up" (
       "id" uuid NOT NULL,
       "version" integer NOT NULL,
       "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "created_by_id" uuid,
       "case_id" uuid NOT NULL,
       "type" text NOT NULL,
       "status" text NOT NULL,
       "due_at" TIMESTAMP WITH TIME ZONE,
       "responsible_id" uuid,
       "done_at" TIMESTAMP WITH TIME ZONE,
       "outcome" text,
       "survivor_got_in_touch" boolean NOT NULL DEFAULT false,
       "referral_id" uuid,
       "feedback" text,
       "previous_id" uuid,
       "moved_reason" text,
       "cancelled_reason" text,
       "ended_by_consent_id" uuid,
       "overdue_told_at" TIMESTAMP WITH TIME ZONE,
       "overseers_told_at" TIMESTAMP WITH TIME ZONE,
       "voided_at" TIMESTAMP WITH TIME ZONE,
       CONSTRAINT "follow_up_type_code" CHECK ("type" IN ('HOME_VISIT', 'PHONE_CALL', 'OFFICE_MEETING', 'ACCOMPANIMENT', 'COURT_ATTENDANCE', 'POLICE_VISIT', 'MESSAGE', 'REVIEW')),
       CONSTRAINT "follow_up_status_code" CHECK ("status" IN ('PLANNED', 'DONE', 'NOT_REACHED', 'CANCELLED')),
       CONSTRAINT "follow_up_outcome_code" CHECK ("outcome" IN ('SUPPORTED', 'SAFE', 'NEEDS_FOUND', 'NOT_SAFE', 'REFERRED', 'PLAN_CHANGED', 'POSTPONED', 'COULD_NOT_TALK', 'DECLINED', 'NO_CONTACT', 'OTHER')),
       CONSTRAINT "follow_up_feedback_code" CHECK ("feedback" IN ('SATISFIED', 'PARTLY', 'NOT')),
       CONSTRAINT "follow_up_moved_reason_code" CHECK ("moved_reason" IN ('SURVIVOR_ASKED', 'NOT_SAFE', 'AUTHORITY_MOVED_IT', 'NOBODY_AVAILABLE', 'NO_TRANSPORT', 'RECORDED_IN_ERROR', 'OTHER')),
       CONSTRAINT "follow_up_cancelled_reason_code" CHECK ("cancelled_reason" IN ('SURVIVOR_DECIDED', 'NOT_SAFE', 'CASE_ENDED', 'NO_LONGER_NEEDED', 'RECORDED_IN_ERROR', 'OTHER')),
       CONSTRAINT "follow_up_pkey" PRIMARY KEY ("id")
    )`,
    `CREATE UNIQUE INDEX "follow_up_previous_id_idx" ON "follow_up"  ("previous_id")`,
    `CREATE INDEX "follow_up_due_at_3ca57c_idx" ON "follow_up"  ("due_at") WHERE status = 'PLANNED'`,
    `CREATE TABLE "follow_up_due" (
       "id" uuid NOT NULL,
       "version" integer NOT NULL,
       "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "created_by_id" uuid,
       "case_id" uuid NOT NULL,
       "referral_id" uuid,
       "rule" text NOT NULL,
       "due_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "overdue_told_at" TIMESTAMP WITH TIME ZONE,
       "overseers_told_at" TIMESTAMP WITH TIME ZONE,
       CONSTRAINT "follow_up_due_rule_code" CHECK ("rule" IN ('CASE_RISK', 'PSYCHOSOCIAL_REFERRAL')),
       CONSTRAINT "follow_up_due_pkey" PRIMARY KEY ("id")
    )`,
    `CREATE UNIQUE INDEX "follow_up_due_referral_id_71cbf7_idx" ON "follow_up_due"  ("referral_id") WHERE referral_id IS NOT NULL`,
    `CREATE UNIQUE INDEX "follow_up_due_case_id_7de7d8_idx" ON "follow_up_due"  ("case_id") WHERE referral_id IS NULL`,
    `ALTER TABLE "case_note" ADD "follow_up_id" uuid`,
    `ALTER TABLE "country" ADD "high_risk_follow_up_hours" integer NOT NULL DEFAULT '48'`,
    `ALTER TABLE "country" ADD "medium_risk_follow_up_days" integer NOT NULL DEFAULT '7'`,
    `ALTER TABLE "country" ADD "low_risk_follow_up_days" integer NOT NULL DEFAULT '30'`,
    `ALTER TABLE "country" ADD "psychosocial_follow_up_days" integer NOT NULL DEFAULT '14'`,
    `ALTER TABLE "country" ADD "psychosocial_repeat_days" integer NOT NULL DEFAULT '30'`,
    `ALTER TABLE "country" ADD CONSTRAINT "country_high_risk_follow_up_hours_range" CHECK ("high_risk_follow_up_hours" BETWEEN 1 AND 2147483647) NOT VALID`,
    `ALTER TABLE "country" ADD CONSTRAINT "country_medium_risk_follow_up_days_range" CHECK ("medium_risk_follow_up_days" BETWEEN 1 AND 2147483647) NOT VALID`,
    `ALTER TABLE "country" ADD CONSTRAINT "country_low_risk_follow_up_days_range" CHECK ("low_risk_follow_up_days" BETWEEN 1 AND 2147483647) NOT VALID`,
    `ALTER TABLE "country" ADD CONSTRAINT "country_psychosocial_follow_up_days_range" CHECK ("psychosocial_follow_up_days" BETWEEN 1 AND 2147483647) NOT VALID`,
    `ALTER TABLE "country" ADD CONSTRAINT "country_psychosocial_repeat_days_range" CHECK ("psychosocial_repeat_days" BETWEEN 1 AND 2147483647) NOT VALID`,
    `ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    `ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_responsible_id_fkey" FOREIGN KEY ("responsible_id") REFERENCES "staff_member"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    `ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_referral_id_fkey" FOREIGN KEY ("referral_id") REFERENCES "referral"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    `ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_previous_id_fkey" FOREIGN KEY ("previous_id") REFERENCES "follow_up"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    `ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_ended_by_consent_id_fkey" FOREIGN KEY ("ended_by_consent_id") REFERENCES "consent"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    `ALTER TABLE "case_note" ADD CONSTRAINT "case_note_follow_up_id_fkey" FOREIGN KEY ("follow_up_id") REFERENCES "follow_up"("id") ON DELETE NO ACTION ON UPDATE NO ACTION NOT VALID`,
    `ALTER TABLE "follow_up_due" ADD CONSTRAINT "follow_up_due_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    `ALTER TABLE "follow_up_due" ADD CONSTRAINT "follow_up_due_referral_id_fkey" FOREIGN KEY ("referral_id") REFERENCES "referral"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    `CREATE INDEX "follow_up_created_at_list_5ab169d2" ON "follow_up" ("created_at", "id")`,
    `CREATE INDEX "follow_up_updated_at_list_c7fdebe4" ON "follow_up" ("updated_at", "id")`,
    `CREATE INDEX "follow_up_due_at_list_d987a8b3" ON "follow_up" (coalesce("due_at", 'infinity'::timestamptz), "id")`,
    `CREATE INDEX "follow_up_due_at_list_07896d18" ON "follow_up" (coalesce("due_at", '-infinity'::timestamptz), "id")`,
    `CREATE INDEX "follow_up_done_at_list_28b60867" ON "follow_up" (coalesce("done_at", 'infinity'::timestamptz), "id")`,
    `CREATE INDEX "follow_up_done_at_list_a986a766" ON "follow_up" (coalesce("done_at", '-infinity'::timestamptz), "id")`,
    `CREATE INDEX "follow_up_case_id_list_8a792212" ON "follow_up" ("case_id")`,
    `CREATE INDEX "follow_up_responsible_id_list_bf5fc75a" ON "follow_up" ("responsible_id", "created_at", "id") WHERE ("responsible_id" IS NOT NULL)`,
    `CREATE INDEX "follow_up_referral_id_list_0bae64eb" ON "follow_up" ("referral_id") WHERE ("referral_id" IS NOT NULL)`,
    `CREATE INDEX "follow_up_ended_by_consent_id_list_42bd589a" ON "follow_up" ("ended_by_consent_id") WHERE ("ended_by_consent_id" IS NOT NULL)`,
    `CREATE INDEX CONCURRENTLY "case_note_follow_up_id_list_f3bd4dc4" ON "case_note" ("follow_up_id") WHERE ("follow_up_id" IS NOT NULL)`,
    `CREATE INDEX "follow_up_due_updated_at_list_7dcca281" ON "follow_up_due" ("updated_at", "id")`,
    `CREATE INDEX "follow_up_due_due_at_list_b58f4d10" ON "follow_up_due" ("due_at", "id")`,
    `CREATE INDEX "follow_up_due_case_id_list_d7108e09" ON "follow_up_due" ("case_id")`,
    `CREATE INDEX "follow_up_due_referral_id_list_467b5bc2" ON "follow_up_due" ("referral_id") WHERE ("referral_id" IS NOT NULL)`,
    `ALTER TABLE "country" VALIDATE CONSTRAINT "country_high_risk_follow_up_hours_range"`,
    `ALTER TABLE "country" VALIDATE CONSTRAINT "country_medium_risk_follow_up_days_range"`,
    `ALTER TABLE "country" VALIDATE CONSTRAINT "country_low_risk_follow_up_days_range"`,
    `ALTER TABLE "country" VALIDATE CONSTRAINT "country_psychosocial_follow_up_days_range"`,
    `ALTER TABLE "country" VALIDATE CONSTRAINT "country_psychosocial_repeat_days_range"`,
    `ALTER TABLE "case_note" VALIDATE CONSTRAINT "case_note_follow_up_id_fkey"`,
    // By hand. What was done before stands nowhere: cases that are open, and psychosocial care that runs, are due from now on.
    `INSERT INTO "follow_up_due" ("id", "version", "created_at", "updated_at", "case_id", "referral_id", "rule", "due_at")
     SELECT gen_random_uuid(), 1, now(), now(), d.*
     FROM "country" p CROSS JOIN LATERAL (
       SELECT c."id", NULL::uuid, 'CASE_RISK', now() + CASE c."risk_level"
         WHEN 'HIGH' THEN make_interval(hours => p."high_risk_follow_up_hours")
         WHEN 'LOW' THEN make_interval(days => p."low_risk_follow_up_days")
         ELSE make_interval(days => p."medium_risk_follow_up_days") END
       FROM "case" c
       WHERE c."status" IN ('REGISTERED', 'ASSESSED', 'ACTION_PLANNED', 'IN_FOLLOW_UP', 'CLOSURE_REQUESTED', 'REOPENED')
       UNION ALL
       SELECT r."case_id", r."id", 'PSYCHOSOCIAL_REFERRAL', now() + make_interval(days => p."psychosocial_follow_up_days")
       FROM "referral" r JOIN "case" c ON c."id" = r."case_id"
       WHERE r."category" = 'PSYCHOSOCIAL' AND r."status" IN ('ACCEPTED', 'IN_SERVICE') AND r."responded_at" IS NOT NULL
         AND c."status" IN ('REGISTERED', 'ASSESSED', 'ACTION_PLANNED', 'IN_FOLLOW_UP', 'CLOSURE_REQUESTED', 'REOPENED')) d
     ON CONFLICT DO NOTHING`,
  ];

  protected readonly back = [
    `DROP INDEX "follow_up_created_at_list_5ab169d2"`,
    `DROP INDEX "follow_up_updated_at_list_c7fdebe4"`,
    `DROP INDEX "follow_up_due_at_list_d987a8b3"`,
    `DROP INDEX "follow_up_due_at_list_07896d18"`,
    `DROP INDEX "follow_up_done_at_list_28b60867"`,
    `DROP INDEX "follow_up_done_at_list_a986a766"`,
    `DROP INDEX "follow_up_case_id_list_8a792212"`,
    `DROP INDEX "follow_up_responsible_id_list_bf5fc75a"`,
    `DROP INDEX "follow_up_referral_id_list_0bae64eb"`,
    `DROP INDEX "follow_up_ended_by_consent_id_list_42bd589a"`,
    `DROP INDEX "case_note_follow_up_id_list_f3bd4dc4"`,
    `DROP INDEX "follow_up_due_updated_at_list_7dcca281"`,
    `DROP INDEX "follow_up_due_due_at_list_b58f4d10"`,
    `DROP INDEX "follow_up_due_case_id_list_d7108e09"`,
    `DROP INDEX "follow_up_due_referral_id_list_467b5bc2"`,
    `ALTER TABLE "follow_up_due" DROP CONSTRAINT "follow_up_due_referral_id_fkey"`,
    `ALTER TABLE "follow_up_due" DROP CONSTRAINT "follow_up_due_case_id_fkey"`,
    `ALTER TABLE "case_note" DROP CONSTRAINT "case_note_follow_up_id_fkey"`,
    `ALTER TABLE "follow_up" DROP CONSTRAINT "follow_up_ended_by_consent_id_fkey"`,
    `ALTER TABLE "follow_up" DROP CONSTRAINT "follow_up_previous_id_fkey"`,
    `ALTER TABLE "follow_up" DROP CONSTRAINT "follow_up_referral_id_fkey"`,
    `ALTER TABLE "follow_up" DROP CONSTRAINT "follow_up_responsible_id_fkey"`,
    `ALTER TABLE "follow_up" DROP CONSTRAINT "follow_up_case_id_fkey"`,
    `ALTER TABLE "country" DROP CONSTRAINT "country_psychosocial_repeat_days_range"`,
    `ALTER TABLE "country" DROP CONSTRAINT "country_psychosocial_follow_up_days_range"`,
    `ALTER TABLE "country" DROP CONSTRAINT "country_low_risk_follow_up_days_range"`,
    `ALTER TABLE "country" DROP CONSTRAINT "country_medium_risk_follow_up_days_range"`,
    `ALTER TABLE "country" DROP CONSTRAINT "country_high_risk_follow_up_hours_range"`,
    `ALTER TABLE "country" DROP COLUMN "psychosocial_repeat_days"`,
    `ALTER TABLE "country" DROP COLUMN "psychosocial_follow_up_days"`,
    `ALTER TABLE "country" DROP COLUMN "low_risk_follow_up_days"`,
    `ALTER TABLE "country" DROP COLUMN "medium_risk_follow_up_days"`,
    `ALTER TABLE "country" DROP COLUMN "high_risk_follow_up_hours"`,
    `ALTER TABLE "case_note" DROP COLUMN "follow_up_id"`,
    `DROP INDEX "follow_up_due_case_id_7de7d8_idx"`,
    `DROP INDEX "follow_up_due_referral_id_71cbf7_idx"`,
    `DROP TABLE "follow_up_due"`,
    `DROP INDEX "follow_up_due_at_3ca57c_idx"`,
    `DROP INDEX "follow_up_previous_id_idx"`,
    `DROP TABLE "follow_up"`,
  ];
}
