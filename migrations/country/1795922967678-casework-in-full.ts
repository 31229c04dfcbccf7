/** casework-in-full: generated from the entities. */
import { SteppedMigration } from '../../src/database/migration-steps';

export class CaseworkInFull1795922967678 extends SteppedMigration {
  readonly name = 'CaseworkInFull1795922967678';

  protected readonly steps = [
    `CREATE TABLE "stored_content" (
       "id" uuid NOT NULL,
       "store" text NOT NULL,
       "started_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
       "finished_at" TIMESTAMP WITH TIME ZONE,
       CONSTRAINT "stored_content_pkey" PRIMARY KEY ("id")
    )`,
    `CREATE TABLE "content_piece" (
       "content_id" uuid NOT NULL,
       "number" integer NOT NULL,
       "bytes" bytea NOT NULL,
       CONSTRAINT "content_piece_pkey" PRIMARY KEY ("content_id", "number")
    )`,
    `CREATE TABLE "emergency_alert" (
       "id" uuid NOT NULL,
       "version" integer NOT NULL,
       "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "created_by_id" uuid,
       "organisation_id" uuid NOT NULL,
       "channel" text NOT NULL,
       "district_id" uuid NOT NULL,
       "risk_level" text,
       "status" text NOT NULL,
       "raised_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "ack_due_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "acknowledged_at" TIMESTAMP WITH TIME ZONE,
       "acknowledger_id" uuid,
       "on_site_due_at" TIMESTAMP WITH TIME ZONE,
       "dispatched_at" TIMESTAMP WITH TIME ZONE,
       "arrived_at" TIMESTAMP WITH TIME ZONE,
       "resolved_at" TIMESTAMP WITH TIME ZONE,
       "responses" text array NOT NULL DEFAULT '{}',
       "case_id" uuid,
       "escalated_at" TIMESTAMP WITH TIME ZONE,
       "late_told_at" TIMESTAMP WITH TIME ZONE,
       "place_erased_at" TIMESTAMP WITH TIME ZONE,
       "number_erased_at" TIMESTAMP WITH TIME ZONE,
       CONSTRAINT "emergency_alert_channel_code" CHECK ("channel" IN ('HELPLINE', 'WHATSAPP', 'SMS', 'PEER', 'WALK_IN')),
       CONSTRAINT "emergency_alert_risk_level_code" CHECK ("risk_level" IN ('HIGH', 'MEDIUM', 'LOW')),
       CONSTRAINT "emergency_alert_status_code" CHECK ("status" IN ('RAISED', 'ACKNOWLEDGED', 'DISPATCHED', 'ON_SITE', 'RESOLVED', 'FALSE_ALARM', 'UNREACHABLE')),
       CONSTRAINT "emergency_alert_responses_code" CHECK ("responses" <@ ARRAY['FIRST_LINE_SUPPORT', 'TRANSPORT', 'SAFE_HOUSE', 'BAIL', 'PEP_LINKAGE']),
       CONSTRAINT "emergency_alert_pkey" PRIMARY KEY ("id")
    )`,
    `CREATE INDEX "emergency_alert_on_site_due_at_c08ff8_idx" ON "emergency_alert"  ("on_site_due_at") WHERE status IN ('ACKNOWLEDGED', 'DISPATCHED')`,
    `CREATE INDEX "emergency_alert_ack_due_at_26d7f0_idx" ON "emergency_alert"  ("ack_due_at") WHERE status = 'RAISED'`,
    `CREATE TABLE "alert_place" (
       "id" uuid NOT NULL,
       "version" integer NOT NULL,
       "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "created_by_id" uuid,
       "data_key_id" uuid NOT NULL,
       "alert_id" uuid NOT NULL,
       "place" bytea,
       "known" bytea,
       CONSTRAINT "alert_place_pkey" PRIMARY KEY ("id")
    )`,
    `CREATE UNIQUE INDEX "alert_place_alert_id_idx" ON "alert_place"  ("alert_id")`,
    `CREATE TABLE "alert_number" (
       "id" uuid NOT NULL,
       "version" integer NOT NULL,
       "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "created_by_id" uuid,
       "data_key_id" uuid NOT NULL,
       "alert_id" uuid NOT NULL,
       "telephone" bytea,
       CONSTRAINT "alert_number_pkey" PRIMARY KEY ("id")
    )`,
    `CREATE UNIQUE INDEX "alert_number_alert_id_idx" ON "alert_number"  ("alert_id")`,
    `CREATE TABLE "alert_responder" (
       "id" uuid NOT NULL,
       "version" integer NOT NULL,
       "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "created_by_id" uuid,
       "alert_id" uuid NOT NULL,
       "member_id" uuid NOT NULL,
       "sent_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "arrived_at" TIMESTAMP WITH TIME ZONE,
       "ended_at" TIMESTAMP WITH TIME ZONE,
       CONSTRAINT "alert_responder_pkey" PRIMARY KEY ("id")
    )`,
    `CREATE TABLE "on_call_shift" (
       "id" uuid NOT NULL,
       "version" integer NOT NULL,
       "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "created_by_id" uuid,
       "organisation_id" uuid NOT NULL,
       "member_id" uuid NOT NULL,
       "turn" text NOT NULL,
       "district_codes" text array NOT NULL DEFAULT '{}',
       "starts_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "ends_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "status" text NOT NULL,
       CONSTRAINT "on_call_shift_turn_code" CHECK ("turn" IN ('FIRST', 'SECOND')),
       CONSTRAINT "on_call_shift_status_code" CHECK ("status" IN ('PLANNED', 'CANCELLED')),
       CONSTRAINT "on_call_shift_pkey" PRIMARY KEY ("id")
    )`,
    `CREATE INDEX "on_call_shift_member_id_ends_at_3ca57c_idx" ON "on_call_shift"  ("member_id", "ends_at") WHERE status = 'PLANNED'`,
    `CREATE TABLE "attachment" (
       "id" uuid NOT NULL,
       "version" integer NOT NULL,
       "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "created_by_id" uuid,
       "case_id" uuid NOT NULL,
       "kind" text NOT NULL,
       "taken_on" date,
       "status" text NOT NULL DEFAULT 'AWAITING_CONTENT',
       "media_type" text,
       "size" integer,
       "stored_at" TIMESTAMP WITH TIME ZONE,
       "content_id" uuid,
       "voided_at" TIMESTAMP WITH TIME ZONE,
       CONSTRAINT "attachment_kind_code" CHECK ("kind" IN ('DOCUMENT', 'MEDICO_LEGAL_FORM', 'PHOTOGRAPH', 'AUDIO')),
       CONSTRAINT "attachment_status_code" CHECK ("status" IN ('AWAITING_CONTENT', 'STORED')),
       CONSTRAINT "attachment_media_type_code" CHECK ("media_type" IN ('JPEG', 'PNG', 'WEBP', 'MP3', 'M4A', 'OGG_OPUS', 'WAV', 'AMR', 'PDF')),
       CONSTRAINT "attachment_pkey" PRIMARY KEY ("id")
    )`,
    `CREATE UNIQUE INDEX "attachment_content_id_idx" ON "attachment"  ("content_id")`,
    `CREATE INDEX "attachment_created_at_51d7dd_idx" ON "attachment"  ("created_at") WHERE status = 'AWAITING_CONTENT'`,
    `CREATE TABLE "attachment_content" (
       "id" uuid NOT NULL,
       "version" integer NOT NULL,
       "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "created_by_id" uuid,
       "data_key_id" uuid NOT NULL,
       "case_id" uuid NOT NULL,
       "attachment_id" uuid NOT NULL,
       "caption" bytea,
       "digest" bytea,
       "voided_at" TIMESTAMP WITH TIME ZONE,
       CONSTRAINT "attachment_content_pkey" PRIMARY KEY ("id")
    )`,
    `CREATE UNIQUE INDEX "attachment_content_attachment_id_idx" ON "attachment_content"  ("attachment_id")`,
    `CREATE TABLE "service_session" (
       "id" uuid NOT NULL,
       "version" integer NOT NULL,
       "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "created_by_id" uuid,
       "case_id" uuid NOT NULL,
       "referral_id" uuid,
       "need_id" uuid,
       "provider_id" uuid,
       "number" integer NOT NULL,
       "status" text NOT NULL,
       "planned_at" TIMESTAMP WITH TIME ZONE,
       "held_at" TIMESTAMP WITH TIME ZONE,
       "mode" text,
       "place" text,
       "told_by" text,
       "instead_of_id" uuid,
       "end_reason" text,
       "overdue_told_at" TIMESTAMP WITH TIME ZONE,
       "voided_at" TIMESTAMP WITH TIME ZONE,
       CONSTRAINT "service_session_number_range" CHECK ("number" BETWEEN 1 AND 2147483647),
       CONSTRAINT "service_session_status_code" CHECK ("status" IN ('PLANNED', 'ATTENDED', 'NO_SHOW', 'MOVED', 'CANCELLED')),
       CONSTRAINT "service_session_mode_code" CHECK ("mode" IN ('IN_PERSON', 'GROUP', 'TELEPHONE', 'VIDEO')),
       CONSTRAINT "service_session_place_code" CHECK ("place" IN ('PROVIDER', 'SENDER', 'DROP_IN_CENTRE', 'OUTREACH', 'SAFE_HOUSE', 'HOSPITAL', 'HOME', 'COURT_OR_STATION', 'OTHER')),
       CONSTRAINT "service_session_told_by_code" CHECK ("told_by" IN ('PROVIDER', 'LETTER', 'SURVIVOR', 'STAFF_PRESENT', 'OTHER')),
       CONSTRAINT "service_session_end_reason_code" CHECK ("end_reason" IN ('SURVIVOR_ASKED', 'SURVIVOR_DECIDED', 'NOT_SAFE', 'PROVIDER_UNAVAILABLE', 'NO_TRANSPORT', 'SERVICE_ENDED', 'RECORDED_IN_ERROR', 'OTHER')),
       CONSTRAINT "service_session_pkey" PRIMARY KEY ("id")
    )`,
    `CREATE INDEX "service_session_planned_at_3ca57c_idx" ON "service_session"  ("planned_at") WHERE status = 'PLANNED'`,
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
       CONSTRAINT "work_item_kind_code" CHECK ("kind" IN ('ALERT_UNACKNOWLEDGED', 'ALERT_OPEN', 'CARE_WITHIN_HOURS', 'REFERRAL_IMMEDIATE', 'OVERDUE_AT_RISK', 'AFTER_WITHDRAWAL', 'REFERRAL_WITHIN_72H', 'TRANSFER_TO_ANSWER', 'FOLLOW_UP', 'COMPLAINT', 'TO_APPROVE', 'LETTER_WITHOUT_OUTCOME', 'REFERRAL_ROUTINE', 'DRAFT_EXPIRES', 'REPORT_TO_VERIFY', 'DIRECTORY_ENTRY_STALE')),
       CONSTRAINT "work_item_risk_code" CHECK ("risk" IN ('HIGH', 'MEDIUM', 'LOW', 'NOT_SAID')),
       CONSTRAINT "work_item_pkey" PRIMARY KEY ("id")
    )`,
    `CREATE TABLE "service_delivery" (
       "id" uuid NOT NULL,
       "version" integer NOT NULL,
       "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "created_by_id" uuid,
       "data_key_id" uuid NOT NULL,
       "case_id" uuid NOT NULL,
       "referral_id" uuid,
       "need_id" uuid,
       "provider_id" uuid,
       "service_type" text NOT NULL,
       "result" text NOT NULL,
       "given_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "completed_at" TIMESTAMP WITH TIME ZONE,
       "given_by_id" uuid,
       "told_by" text,
       "note" bytea,
       "voided_at" TIMESTAMP WITH TIME ZONE,
       CONSTRAINT "service_delivery_service_type_code" CHECK ("service_type" IN ('PEP', 'EMERGENCY_CONTRACEPTION', 'STI_TREATMENT', 'HIV_TEST', 'PREP', 'ART_LINKAGE', 'FORENSIC_EXAM', 'WOUND_CARE', 'COUNSELLING', 'SUPPORT_GROUP', 'COURT_SUPPORT', 'BAIL', 'PARALEGAL_ADVICE', 'LEGAL_REPRESENTATION', 'TRANSPORT', 'CRISIS_ACCOMPANIMENT', 'SAFE_SHELTER', 'COMPLAINT_REGISTRATION', 'PHYSICAL_PROTECTION', 'CASH_OR_FOOD_SUPPORT', 'SKILLS_AND_INCOME', 'CHILD_WELFARE')),
       CONSTRAINT "service_delivery_result_code" CHECK ("result" IN ('PROVIDED', 'PARTLY_PROVIDED', 'OFFERED', 'DECLINED', 'NOT_GIVEN', 'REFERRED_ONWARD')),
       CONSTRAINT "service_delivery_told_by_code" CHECK ("told_by" IN ('PROVIDER', 'LETTER', 'SURVIVOR', 'STAFF_PRESENT', 'OTHER')),
       CONSTRAINT "service_delivery_pkey" PRIMARY KEY ("id")
    )`,
    `ALTER TABLE "district" ADD "urban" boolean NOT NULL DEFAULT false`,
    `ALTER TABLE "notice" ADD "alert_id" uuid`,
    `ALTER TABLE "country" ADD "psychosocial_sessions" integer NOT NULL DEFAULT '6'`,
    `ALTER TABLE "country" ADD "alert_acknowledge_minutes" integer NOT NULL DEFAULT '15'`,
    `ALTER TABLE "country" ADD "alert_town_minutes" integer NOT NULL DEFAULT '60'`,
    `ALTER TABLE "country" ADD "alert_elsewhere_minutes" integer NOT NULL DEFAULT '180'`,
    `ALTER TABLE "country" ADD "alert_place_hours" integer NOT NULL DEFAULT '72'`,
    `ALTER TABLE "country" ADD "alert_place_most_hours" integer NOT NULL DEFAULT '72'`,
    `ALTER TABLE "country" ADD "alert_number_hours" integer NOT NULL DEFAULT '24'`,
    `ALTER TABLE "service_need" ADD "accessed_at" TIMESTAMP WITH TIME ZONE`,
    `ALTER TABLE "service_need" ADD "access_basis" text`,
    `ALTER TABLE "service_need" ADD "used_at" TIMESTAMP WITH TIME ZONE`,
    `ALTER TABLE "service_need" ADD "use_basis" text`,
    `ALTER TABLE "referral" ADD "planned_sessions" integer`,
    `ALTER TABLE "referral" ADD "series_end" text`,
    `ALTER TABLE "country" ADD CONSTRAINT "country_psychosocial_sessions_range" CHECK ("psychosocial_sessions" BETWEEN 1 AND 2147483647) NOT VALID`,
    `ALTER TABLE "country" ADD CONSTRAINT "country_alert_acknowledge_minutes_range" CHECK ("alert_acknowledge_minutes" BETWEEN 1 AND 2147483647) NOT VALID`,
    `ALTER TABLE "country" ADD CONSTRAINT "country_alert_town_minutes_range" CHECK ("alert_town_minutes" BETWEEN 1 AND 2147483647) NOT VALID`,
    `ALTER TABLE "country" ADD CONSTRAINT "country_alert_elsewhere_minutes_range" CHECK ("alert_elsewhere_minutes" BETWEEN 1 AND 2147483647) NOT VALID`,
    `ALTER TABLE "country" ADD CONSTRAINT "country_alert_place_hours_range" CHECK ("alert_place_hours" BETWEEN 1 AND 168) NOT VALID`,
    `ALTER TABLE "country" ADD CONSTRAINT "country_alert_place_most_hours_range" CHECK ("alert_place_most_hours" BETWEEN 1 AND 336) NOT VALID`,
    `ALTER TABLE "country" ADD CONSTRAINT "country_alert_number_hours_range" CHECK ("alert_number_hours" BETWEEN 1 AND 72) NOT VALID`,
    `ALTER TABLE "service_need" ADD CONSTRAINT "service_need_access_basis_code" CHECK ("access_basis" IN ('RECEIVED_ELSEWHERE', 'PROVIDED_HERE', 'SESSION_OFFERED', 'SESSION_ATTENDED', 'SEEN', 'PLACE_OFFERED', 'SERVICE_GIVEN')) NOT VALID`,
    `ALTER TABLE "service_need" ADD CONSTRAINT "service_need_use_basis_code" CHECK ("use_basis" IN ('RECEIVED_ELSEWHERE', 'PROVIDED_HERE', 'SESSION_OFFERED', 'SESSION_ATTENDED', 'SEEN', 'PLACE_OFFERED', 'SERVICE_GIVEN')) NOT VALID`,
    `ALTER TABLE "referral" ADD CONSTRAINT "referral_planned_sessions_range" CHECK ("planned_sessions" BETWEEN 1 AND 100) NOT VALID`,
    `ALTER TABLE "referral" ADD CONSTRAINT "referral_series_end_code" CHECK ("series_end" IN ('PLAN_DONE', 'ENDED_BY_AGREEMENT')) NOT VALID`,
    `ALTER TABLE "emergency_alert" ADD CONSTRAINT "emergency_alert_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    `ALTER TABLE "emergency_alert" ADD CONSTRAINT "emergency_alert_district_id_fkey" FOREIGN KEY ("district_id") REFERENCES "district"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    `ALTER TABLE "emergency_alert" ADD CONSTRAINT "emergency_alert_acknowledger_id_fkey" FOREIGN KEY ("acknowledger_id") REFERENCES "staff_member"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    `ALTER TABLE "emergency_alert" ADD CONSTRAINT "emergency_alert_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    `ALTER TABLE "notice" ADD CONSTRAINT "notice_alert_id_fkey" FOREIGN KEY ("alert_id") REFERENCES "emergency_alert"("id") ON DELETE NO ACTION ON UPDATE NO ACTION NOT VALID`,
    `ALTER TABLE "alert_place" ADD CONSTRAINT "alert_place_alert_id_fkey" FOREIGN KEY ("alert_id") REFERENCES "emergency_alert"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    `ALTER TABLE "alert_number" ADD CONSTRAINT "alert_number_alert_id_fkey" FOREIGN KEY ("alert_id") REFERENCES "emergency_alert"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    `ALTER TABLE "alert_responder" ADD CONSTRAINT "alert_responder_alert_id_fkey" FOREIGN KEY ("alert_id") REFERENCES "emergency_alert"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    `ALTER TABLE "alert_responder" ADD CONSTRAINT "alert_responder_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "staff_member"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    `ALTER TABLE "on_call_shift" ADD CONSTRAINT "on_call_shift_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    `ALTER TABLE "on_call_shift" ADD CONSTRAINT "on_call_shift_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "staff_member"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    `ALTER TABLE "attachment" ADD CONSTRAINT "attachment_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    `ALTER TABLE "attachment_content" ADD CONSTRAINT "attachment_content_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    `ALTER TABLE "attachment_content" ADD CONSTRAINT "attachment_content_attachment_id_fkey" FOREIGN KEY ("attachment_id") REFERENCES "attachment"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    `ALTER TABLE "service_session" ADD CONSTRAINT "service_session_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    `ALTER TABLE "service_session" ADD CONSTRAINT "service_session_referral_id_fkey" FOREIGN KEY ("referral_id") REFERENCES "referral"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    `ALTER TABLE "service_session" ADD CONSTRAINT "service_session_need_id_fkey" FOREIGN KEY ("need_id") REFERENCES "service_need"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    `ALTER TABLE "service_session" ADD CONSTRAINT "service_session_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    `ALTER TABLE "service_session" ADD CONSTRAINT "service_session_instead_of_id_fkey" FOREIGN KEY ("instead_of_id") REFERENCES "service_session"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    `ALTER TABLE "work_item" ADD CONSTRAINT "work_item_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    `ALTER TABLE "work_item" ADD CONSTRAINT "work_item_responsible_id_fkey" FOREIGN KEY ("responsible_id") REFERENCES "staff_member"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    `ALTER TABLE "work_item" ADD CONSTRAINT "work_item_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    `ALTER TABLE "service_delivery" ADD CONSTRAINT "service_delivery_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    `ALTER TABLE "service_delivery" ADD CONSTRAINT "service_delivery_referral_id_fkey" FOREIGN KEY ("referral_id") REFERENCES "referral"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    `ALTER TABLE "service_delivery" ADD CONSTRAINT "service_delivery_need_id_fkey" FOREIGN KEY ("need_id") REFERENCES "service_need"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    `ALTER TABLE "service_delivery" ADD CONSTRAINT "service_delivery_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    `ALTER TABLE "service_delivery" ADD CONSTRAINT "service_delivery_given_by_id_fkey" FOREIGN KEY ("given_by_id") REFERENCES "staff_member"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    `ALTER TABLE "notice" DROP CONSTRAINT "notice_kind_code", ADD CONSTRAINT "notice_kind_code" CHECK ("kind" IN ('CASE_WITHDRAWN', 'CASE_RESUMED', 'CLOSURE_TAKEN_BACK', 'DISCLOSED_SINCE', 'TRANSFER_REQUESTED', 'TRANSFER_ANSWERED', 'TRANSFER_ENDED', 'TRANSFER_EXPIRED', 'REFERRAL_REVOKED', 'CASE_RESTRICTED', 'SUPERVISOR_NEEDED', 'OUTSIDE_SUPERVISOR_NAMED', 'DRAFT_EXPIRES', 'DRAFT_ERASED', 'CASE_ASSIGNED', 'CASE_TAKEN_OVER', 'CASES_HANDED_OVER', 'DEPUTISED', 'COLLEAGUE_LEFT', 'COLLEAGUE_OFFERED', 'RESET_CODE_ISSUED', 'CONSENT_OVERRIDDEN', 'ACCESS_TAKEN', 'COMPLAINT_STALLED', 'COMPLAINT_HEARING', 'REFERRAL_UNANSWERED', 'REFERRAL_EXPIRED', 'SESSION_MISSED', 'SESSIONS_MISSED', 'SESSION_UNRECORDED', 'SERVICE_ENTRY_STALE', 'PLAN_OVERDUE', 'FOLLOW_UP_ASSIGNED', 'FOLLOW_UP_CANCELLED', 'FOLLOW_UP_OVERDUE', 'FOLLOW_UP_STILL_OVERDUE', 'FOLLOW_UP_DUE', 'FOLLOW_UP_STILL_DUE', 'ALERT_RAISED', 'ALERT_NOBODY_ON_CALL', 'ALERT_UNACKNOWLEDGED', 'ALERT_ACKNOWLEDGED', 'ALERT_GIVEN_BACK', 'ALERT_HANDED_OVER', 'ALERT_TAKEN_OVER', 'ALERT_SENT', 'ALERT_SENT_BACK', 'ALERT_NOT_ON_SITE', 'ON_CALL_PLANNED', 'ON_CALL_CHANGED')) NOT VALID`,
    `ALTER TABLE "case_activity" DROP CONSTRAINT "case_activity_kind_code", ADD CONSTRAINT "case_activity_kind_code" CHECK ("kind" IN ('INCIDENT_ADDED', 'INCIDENT_CHANGED', 'NOTE_ADDED', 'NOTE_CHANGED', 'NEED_ADDED', 'NEED_CHANGED', 'PLAN_CHANGED', 'REFERRAL_ADDED', 'REFERRAL_CHANGED', 'SERVICE_CHANGED', 'COMPLAINT_ADDED', 'COMPLAINT_CHANGED', 'FOLLOW_UP_ADDED', 'FOLLOW_UP_CHANGED', 'TRANSFER_CHANGED')) NOT VALID`,
    `CREATE INDEX "emergency_alert_updated_at_list_f6ab556b" ON "emergency_alert" ("updated_at", "id")`,
    `CREATE INDEX "emergency_alert_raised_at_list_6009397c" ON "emergency_alert" ("raised_at", "id")`,
    `CREATE INDEX "emergency_alert_resolved_at_list_3b09d9e9" ON "emergency_alert" (coalesce("resolved_at", 'infinity'::timestamptz), "id")`,
    `CREATE INDEX "emergency_alert_resolved_at_list_fe9aff87" ON "emergency_alert" (coalesce("resolved_at", '-infinity'::timestamptz), "id")`,
    `CREATE INDEX "emergency_alert_organisation_id_list_99c03a7c" ON "emergency_alert" ("organisation_id", "raised_at", "id")`,
    `CREATE INDEX "emergency_alert_district_id_list_d3cb9e3f" ON "emergency_alert" ("district_id", "raised_at", "id")`,
    `CREATE INDEX "emergency_alert_acknowledger_id_list_4075607e" ON "emergency_alert" ("acknowledger_id", "raised_at", "id") WHERE ("acknowledger_id" IS NOT NULL)`,
    `CREATE INDEX "emergency_alert_case_id_list_2c451074" ON "emergency_alert" ("case_id") WHERE ("case_id" IS NOT NULL)`,
    `CREATE INDEX "emergency_alert_organisation_id_status_list_60c6e823" ON "emergency_alert" ("organisation_id", "status")`,
    `CREATE INDEX CONCURRENTLY "notice_alert_id_list_8d854e20" ON "notice" ("alert_id") WHERE ("alert_id" IS NOT NULL)`,
    `CREATE INDEX "alert_place_created_at_list_ea589e80" ON "alert_place" ("created_at", "id")`,
    `CREATE INDEX "alert_number_created_at_list_f979bdca" ON "alert_number" ("created_at", "id")`,
    `CREATE INDEX "alert_responder_updated_at_list_396759a9" ON "alert_responder" ("updated_at", "id")`,
    `CREATE INDEX "alert_responder_sent_at_list_a8684bbb" ON "alert_responder" ("sent_at", "id")`,
    `CREATE INDEX "alert_responder_alert_id_list_41b1f41a" ON "alert_responder" ("alert_id")`,
    `CREATE INDEX "alert_responder_member_id_list_215e3e25" ON "alert_responder" ("member_id", "sent_at", "id")`,
    `CREATE INDEX "on_call_shift_updated_at_list_40355d97" ON "on_call_shift" ("updated_at", "id")`,
    `CREATE INDEX "on_call_shift_starts_at_list_42aca966" ON "on_call_shift" ("starts_at", "id")`,
    `CREATE INDEX "on_call_shift_ends_at_list_f7a91894" ON "on_call_shift" ("ends_at", "id")`,
    `CREATE INDEX "on_call_shift_organisation_id_list_e20bcd04" ON "on_call_shift" ("organisation_id", "starts_at", "id")`,
    `CREATE INDEX "on_call_shift_member_id_list_66afed96" ON "on_call_shift" ("member_id", "starts_at", "id")`,
    `CREATE INDEX "on_call_shift_organisation_id_status_list_02f3cd94" ON "on_call_shift" ("organisation_id", "status")`,
    `CREATE INDEX "attachment_created_at_list_8aceefd9" ON "attachment" ("created_at", "id")`,
    `CREATE INDEX "attachment_updated_at_list_8d734976" ON "attachment" ("updated_at", "id")`,
    `CREATE INDEX "attachment_case_id_list_89baead4" ON "attachment" ("case_id")`,
    `CREATE INDEX "attachment_content_created_at_list_a9847072" ON "attachment_content" ("created_at", "id")`,
    `CREATE INDEX "attachment_content_case_id_list_28f350c0" ON "attachment_content" ("case_id")`,
    `CREATE INDEX "service_session_created_at_list_146607ae" ON "service_session" ("created_at", "id")`,
    `CREATE INDEX "service_session_updated_at_list_c574ee10" ON "service_session" ("updated_at", "id")`,
    `CREATE INDEX "service_session_planned_at_list_e774e8c9" ON "service_session" (coalesce("planned_at", 'infinity'::timestamptz), "id")`,
    `CREATE INDEX "service_session_planned_at_list_de861b7f" ON "service_session" (coalesce("planned_at", '-infinity'::timestamptz), "id")`,
    `CREATE INDEX "service_session_held_at_list_fdf71bee" ON "service_session" (coalesce("held_at", 'infinity'::timestamptz), "id")`,
    `CREATE INDEX "service_session_held_at_list_9bd30a15" ON "service_session" (coalesce("held_at", '-infinity'::timestamptz), "id")`,
    `CREATE INDEX "service_session_case_id_list_df7a76d2" ON "service_session" ("case_id")`,
    `CREATE INDEX "service_session_referral_id_list_a9b66833" ON "service_session" ("referral_id") WHERE ("referral_id" IS NOT NULL)`,
    `CREATE INDEX "service_session_need_id_list_6217127f" ON "service_session" ("need_id") WHERE ("need_id" IS NOT NULL)`,
    `CREATE INDEX "service_session_provider_id_list_9ebb31b8" ON "service_session" ("provider_id", "created_at", "id") WHERE ("provider_id" IS NOT NULL)`,
    `CREATE INDEX "service_session_instead_of_id_list_049c4051" ON "service_session" ("instead_of_id") WHERE ("instead_of_id" IS NOT NULL)`,
    `CREATE INDEX "work_item_updated_at_list_3cef4ae5" ON "work_item" ("updated_at", "id")`,
    `CREATE INDEX "work_item_kind_list_ad82149c" ON "work_item" (array_position(ARRAY['ALERT_UNACKNOWLEDGED','ALERT_OPEN','CARE_WITHIN_HOURS','REFERRAL_IMMEDIATE','OVERDUE_AT_RISK','AFTER_WITHDRAWAL','REFERRAL_WITHIN_72H','TRANSFER_TO_ANSWER','FOLLOW_UP','COMPLAINT','TO_APPROVE','LETTER_WITHOUT_OUTCOME','REFERRAL_ROUTINE','DRAFT_EXPIRES','REPORT_TO_VERIFY','DIRECTORY_ENTRY_STALE'], "kind"), coalesce("due_at", 'infinity'::timestamptz), array_position(ARRAY['HIGH','MEDIUM','LOW','NOT_SAID'], "risk"), "since", "id")`,
    `CREATE INDEX "work_item_organisation_id_list_22e5a6a2" ON "work_item" ("organisation_id", array_position(ARRAY['ALERT_UNACKNOWLEDGED','ALERT_OPEN','CARE_WITHIN_HOURS','REFERRAL_IMMEDIATE','OVERDUE_AT_RISK','AFTER_WITHDRAWAL','REFERRAL_WITHIN_72H','TRANSFER_TO_ANSWER','FOLLOW_UP','COMPLAINT','TO_APPROVE','LETTER_WITHOUT_OUTCOME','REFERRAL_ROUTINE','DRAFT_EXPIRES','REPORT_TO_VERIFY','DIRECTORY_ENTRY_STALE'], "kind"), coalesce("due_at", 'infinity'::timestamptz), array_position(ARRAY['HIGH','MEDIUM','LOW','NOT_SAID'], "risk"), "since", "id")`,
    `CREATE INDEX "work_item_responsible_id_list_e8995400" ON "work_item" ("responsible_id", array_position(ARRAY['ALERT_UNACKNOWLEDGED','ALERT_OPEN','CARE_WITHIN_HOURS','REFERRAL_IMMEDIATE','OVERDUE_AT_RISK','AFTER_WITHDRAWAL','REFERRAL_WITHIN_72H','TRANSFER_TO_ANSWER','FOLLOW_UP','COMPLAINT','TO_APPROVE','LETTER_WITHOUT_OUTCOME','REFERRAL_ROUTINE','DRAFT_EXPIRES','REPORT_TO_VERIFY','DIRECTORY_ENTRY_STALE'], "kind"), coalesce("due_at", 'infinity'::timestamptz), array_position(ARRAY['HIGH','MEDIUM','LOW','NOT_SAID'], "risk"), "since", "id") WHERE ("responsible_id" IS NOT NULL)`,
    `CREATE INDEX "work_item_case_id_list_d7fef411" ON "work_item" ("case_id") WHERE ("case_id" IS NOT NULL)`,
    `CREATE INDEX "service_delivery_created_at_list_d8aebfb6" ON "service_delivery" ("created_at", "id")`,
    `CREATE INDEX "service_delivery_case_id_list_91477403" ON "service_delivery" ("case_id")`,
    `CREATE INDEX "service_delivery_referral_id_list_05405842" ON "service_delivery" ("referral_id") WHERE ("referral_id" IS NOT NULL)`,
    `CREATE INDEX "service_delivery_need_id_list_b2a6d094" ON "service_delivery" ("need_id") WHERE ("need_id" IS NOT NULL)`,
    `CREATE INDEX "service_delivery_provider_id_list_2362a480" ON "service_delivery" ("provider_id", "created_at", "id") WHERE ("provider_id" IS NOT NULL)`,
    `CREATE INDEX "service_delivery_given_by_id_list_1480e569" ON "service_delivery" ("given_by_id", "created_at", "id") WHERE ("given_by_id" IS NOT NULL)`,
    `CREATE VIEW "erasable_alert_place" AS SELECT id FROM "alert_place" t WHERE EXISTS (SELECT FROM erased_record e WHERE e.id = t.id)`,
    `CREATE VIEW "erasable_alert_number" AS SELECT id FROM "alert_number" t WHERE EXISTS (SELECT FROM erased_record e WHERE e.id = t.id)`,
    `CREATE VIEW "erasable_attachment" AS SELECT id FROM "attachment" t WHERE EXISTS (SELECT FROM erased_record e WHERE e.id = t.id)`,
    `CREATE VIEW "erasable_attachment_content" AS SELECT id FROM "attachment_content" t WHERE EXISTS (SELECT FROM erased_record e WHERE e.id = t.id)`,
    `ALTER TABLE "country" VALIDATE CONSTRAINT "country_psychosocial_sessions_range"`,
    `ALTER TABLE "country" VALIDATE CONSTRAINT "country_alert_acknowledge_minutes_range"`,
    `ALTER TABLE "country" VALIDATE CONSTRAINT "country_alert_town_minutes_range"`,
    `ALTER TABLE "country" VALIDATE CONSTRAINT "country_alert_elsewhere_minutes_range"`,
    `ALTER TABLE "country" VALIDATE CONSTRAINT "country_alert_place_hours_range"`,
    `ALTER TABLE "country" VALIDATE CONSTRAINT "country_alert_place_most_hours_range"`,
    `ALTER TABLE "country" VALIDATE CONSTRAINT "country_alert_number_hours_range"`,
    `ALTER TABLE "service_need" VALIDATE CONSTRAINT "service_need_access_basis_code"`,
    `ALTER TABLE "service_need" VALIDATE CONSTRAINT "service_need_use_basis_code"`,
    `ALTER TABLE "referral" VALIDATE CONSTRAINT "referral_planned_sessions_range"`,
    `ALTER TABLE "referral" VALIDATE CONSTRAINT "referral_series_end_code"`,
    `ALTER TABLE "notice" VALIDATE CONSTRAINT "notice_alert_id_fkey"`,
    `ALTER TABLE "notice" VALIDATE CONSTRAINT "notice_kind_code"`,
    `ALTER TABLE "case_activity" VALIDATE CONSTRAINT "case_activity_kind_code"`,
    // What waits already stands on the lists from the beginning.
    `WITH w ("source", "root_id", "kind", "due_at", "risk", "since", "from_at", "until_at", "organisation_id", "responsible_id", "audience", "case_id", "entity", "record_id", "reference", "created_by_id") AS (SELECT 'accessToReview', s.* FROM (
       SELECT g.id, 'TO_APPROVE', NULL::timestamptz, 'NOT_SAID', g.created_at, g.created_at, NULL::timestamptz, g.organisation_id, NULL::uuid, 'accessReview', g.case_id, 'AccessGrant', g.id, g.display_id, g.created_by_id
       FROM access_grant g WHERE TRUE AND g.review IS NULL AND g.case_id IS NOT NULL) s UNION ALL SELECT 'alertToAcknowledge', s.* FROM (
       SELECT a.id, 'ALERT_UNACKNOWLEDGED', a.ack_due_at, coalesce(a.risk_level, 'NOT_SAID'), a.raised_at, a.raised_at, NULL::timestamptz, a.organisation_id, NULL::uuid, 'caseManagement', NULL::uuid, 'EmergencyAlert', a.id, NULL::text, a.created_by_id
       FROM emergency_alert a WHERE TRUE AND a.status = 'RAISED') s UNION ALL SELECT 'alertThatRuns', s.* FROM (
       SELECT a.id, 'ALERT_OPEN', CASE WHEN a.arrived_at IS NULL THEN a.on_site_due_at END, coalesce(a.risk_level, 'NOT_SAID'), a.raised_at, a.raised_at, NULL::timestamptz, a.organisation_id, a.acknowledger_id, NULL::text, NULL::uuid, 'EmergencyAlert', a.id, NULL::text, a.created_by_id
       FROM emergency_alert a WHERE TRUE AND a.status IN ('ACKNOWLEDGED', 'DISPATCHED', 'ON_SITE')) s UNION ALL SELECT 'caseToApprove', s.* FROM (
       SELECT c.id, 'TO_APPROVE', NULL::timestamptz, coalesce(c.risk_level, 'NOT_SAID'), k.since, k.since, NULL::timestamptz, c.organisation_id, NULL::uuid, 'supervision', c.id, 'Case', c.id, c.display_id, c.created_by_id
       FROM "case" c CROSS JOIN LATERAL (
       SELECT c.closure_requested_at WHERE c.status = 'CLOSURE_REQUESTED' AND c.closure_requested_at IS NOT NULL
       UNION ALL SELECT c.opened_at WHERE c.duplicate_asked_by_id IS NOT NULL
       UNION ALL SELECT coalesce(c.restricted_at, c.opened_at) WHERE c.opening_asked_by_id IS NOT NULL) k (since)
       WHERE TRUE AND c.closed_off_at IS NULL) s UNION ALL SELECT 'draftThatExpires', s.* FROM (
       SELECT c.id, 'DRAFT_EXPIRES', c.draft_until, coalesce(c.risk_level, 'NOT_SAID'), c.created_at, c.draft_until - interval '3 days', NULL::timestamptz, c.organisation_id, coalesce(c.owner_id, c.created_by_id), NULL::text, c.id, 'Case', c.id, c.display_id, c.created_by_id
       FROM "case" c WHERE TRUE AND c.status = 'DRAFT' AND c.draft_until IS NOT NULL) s UNION ALL SELECT 'complaint', s.* FROM (
       SELECT coalesce(q.case_id, q.id), 'COMPLAINT', k.due_at, coalesce(c.risk_level, 'NOT_SAID'), q.created_at, k.from_at, k.until_at, coalesce(c.organisation_id, q.organisation_id), CASE WHEN c.id IS NULL THEN q.created_by_id ELSE c.owner_id END, NULL::text, c.id, 'Complaint', q.id, c.display_id, q.created_by_id
       FROM complaint q LEFT JOIN "case" c ON c.id = q.case_id CROSS JOIN LATERAL (
       SELECT ((q.hearing_on + 1)::timestamp AT TIME ZONE (SELECT z.timezone FROM country z)), ((q.hearing_on - 3)::timestamp AT TIME ZONE (SELECT z.timezone FROM country z)), ((q.hearing_on + 1)::timestamp AT TIME ZONE (SELECT z.timezone FROM country z))
       WHERE q.hearing_on IS NOT NULL
       UNION ALL SELECT ((q.stalls_on + 1)::timestamp AT TIME ZONE (SELECT z.timezone FROM country z)), ((q.stalls_on + 1)::timestamp AT TIME ZONE (SELECT z.timezone FROM country z)), NULL WHERE q.stalls_on IS NOT NULL)
       k (due_at, from_at, until_at)
       WHERE TRUE AND q.status IN ('FILED', 'REGISTERED', 'UNDER_INVESTIGATION', 'REFERRED_TO_PROSECUTOR', 'IN_COURT')
       AND q.voided_at IS NULL AND c.closed_off_at IS NULL) s UNION ALL SELECT 'followUp', s.* FROM (
       SELECT f.case_id, k.kind, f.due_at, coalesce(c.risk_level, 'NOT_SAID'), f.created_at, k.from_at, k.until_at, c.organisation_id, coalesce(f.responsible_id, c.owner_id), NULL::text, c.id, 'FollowUp', f.id, c.display_id, f.created_by_id
       FROM follow_up f JOIN "case" c ON c.id = f.case_id CROSS JOIN LATERAL (
       SELECT 'FOLLOW_UP', date_trunc('day', f.due_at, (SELECT z.timezone FROM country z)), CASE WHEN (c.risk_level = 'HIGH' OR EXISTS (
       SELECT FROM survivor s LEFT JOIN survivor_demographics sd ON sd.survivor_id = s.id AND sd.birth_year IS NOT NULL
       WHERE s.id = c.survivor_id AND coalesce(sd.birth_year + 18 >= date_part('year', now()), s.age_band = 'UNDER_18'))) THEN f.due_at END
       UNION ALL SELECT 'OVERDUE_AT_RISK', f.due_at, NULL WHERE (c.risk_level = 'HIGH' OR EXISTS (
       SELECT FROM survivor s LEFT JOIN survivor_demographics sd ON sd.survivor_id = s.id AND sd.birth_year IS NOT NULL
       WHERE s.id = c.survivor_id AND coalesce(sd.birth_year + 18 >= date_part('year', now()), s.age_band = 'UNDER_18')))) k (kind, from_at, until_at)
       WHERE TRUE AND f.status = 'PLANNED' AND f.voided_at IS NULL AND f.due_at IS NOT NULL) s UNION ALL SELECT 'followUpDue', s.* FROM (
       SELECT f.case_id, k.kind, f.due_at, coalesce(c.risk_level, 'NOT_SAID'), f.created_at, k.from_at, k.until_at, c.organisation_id, c.owner_id, NULL::text, c.id, 'FollowUpDue', f.id, c.display_id, f.created_by_id
       FROM follow_up_due f JOIN "case" c ON c.id = f.case_id CROSS JOIN LATERAL (
       SELECT 'FOLLOW_UP', date_trunc('day', f.due_at, (SELECT z.timezone FROM country z)), CASE WHEN (c.risk_level = 'HIGH' OR EXISTS (
       SELECT FROM survivor s LEFT JOIN survivor_demographics sd ON sd.survivor_id = s.id AND sd.birth_year IS NOT NULL
       WHERE s.id = c.survivor_id AND coalesce(sd.birth_year + 18 >= date_part('year', now()), s.age_band = 'UNDER_18'))) THEN f.due_at END
       UNION ALL SELECT 'OVERDUE_AT_RISK', f.due_at, NULL WHERE (c.risk_level = 'HIGH' OR EXISTS (
       SELECT FROM survivor s LEFT JOIN survivor_demographics sd ON sd.survivor_id = s.id AND sd.birth_year IS NOT NULL
       WHERE s.id = c.survivor_id AND coalesce(sd.birth_year + 18 >= date_part('year', now()), s.age_band = 'UNDER_18')))) k (kind, from_at, until_at)
       WHERE TRUE) s UNION ALL SELECT 'letterWithoutOutcome', s.* FROM (
       SELECT r.case_id, 'LETTER_WITHOUT_OUTCOME', coalesce(r.service_due_at, ((l.valid_until + 1)::timestamp AT TIME ZONE (SELECT z.timezone FROM country z))), coalesce(c.risk_level, 'NOT_SAID'), l.created_at, coalesce(r.service_due_at, ((l.valid_until + 1)::timestamp AT TIME ZONE (SELECT z.timezone FROM country z))), NULL::timestamptz, c.organisation_id, coalesce(c.owner_id, l.created_by_id), NULL::text, c.id, 'ReferralLetter', l.id, c.display_id, l.created_by_id
       FROM referral_letter l JOIN referral r ON r.id = l.referral_id JOIN "case" c ON c.id = r.case_id
       WHERE TRUE AND l.status = 'ISSUED' AND l.replied_on IS NULL
       AND r.status IN ('REQUESTED', 'ACCEPTED', 'IN_SERVICE') AND c.closed_off_at IS NULL) s UNION ALL SELECT 'plannedAction', s.* FROM (
       SELECT p.case_id, k.kind, ((p.due_on + 1)::timestamp AT TIME ZONE (SELECT z.timezone FROM country z)), coalesce(c.risk_level, 'NOT_SAID'), p.created_at, k.from_at, k.until_at, c.organisation_id, coalesce(p.responsible_id, c.owner_id), NULL::text, c.id, 'PlannedAction', p.id, c.display_id, p.created_by_id
       FROM planned_action p JOIN "case" c ON c.id = p.case_id CROSS JOIN LATERAL (
       SELECT 'FOLLOW_UP', ((p.due_on)::timestamp AT TIME ZONE (SELECT z.timezone FROM country z)), CASE WHEN (c.risk_level = 'HIGH' OR EXISTS (
       SELECT FROM survivor s LEFT JOIN survivor_demographics sd ON sd.survivor_id = s.id AND sd.birth_year IS NOT NULL
       WHERE s.id = c.survivor_id AND coalesce(sd.birth_year + 18 >= date_part('year', now()), s.age_band = 'UNDER_18'))) THEN ((p.due_on + 1)::timestamp AT TIME ZONE (SELECT z.timezone FROM country z)) END
       UNION ALL SELECT 'OVERDUE_AT_RISK', ((p.due_on + 1)::timestamp AT TIME ZONE (SELECT z.timezone FROM country z)), NULL WHERE (c.risk_level = 'HIGH' OR EXISTS (
       SELECT FROM survivor s LEFT JOIN survivor_demographics sd ON sd.survivor_id = s.id AND sd.birth_year IS NOT NULL
       WHERE s.id = c.survivor_id AND coalesce(sd.birth_year + 18 >= date_part('year', now()), s.age_band = 'UNDER_18')))) k (kind, from_at, until_at)
       WHERE TRUE AND p.status = 'PLANNED' AND p.voided_at IS NULL AND p.due_on IS NOT NULL
       AND c.closed_off_at IS NULL AND c.status NOT IN ('CLOSED', 'DUPLICATE')) s UNION ALL SELECT 'referralToAnswer', s.* FROM (
       SELECT r.case_id, k.kind, r.answer_due_at, 'NOT_SAID', r.requested_at, k.from_at, k.until_at, r.to_organisation_id, NULL::uuid, 'serving', NULL::uuid, 'Referral', r.id, r.survivor_code, r.created_by_id
       FROM referral r CROSS JOIN LATERAL (
       SELECT 'CARE_WITHIN_HOURS', r.requested_at, r.requested_at + CASE r.service_type WHEN 'PEP' THEN interval '72 hours' WHEN 'FORENSIC_EXAM' THEN interval '72 hours' WHEN 'EMERGENCY_CONTRACEPTION' THEN interval '120 hours' END WHERE r.requested_at + CASE r.service_type WHEN 'PEP' THEN interval '72 hours' WHEN 'FORENSIC_EXAM' THEN interval '72 hours' WHEN 'EMERGENCY_CONTRACEPTION' THEN interval '120 hours' END > r.requested_at
       UNION ALL SELECT 'REFERRAL_' || r.urgency, coalesce(greatest(r.requested_at, r.requested_at + CASE r.service_type WHEN 'PEP' THEN interval '72 hours' WHEN 'FORENSIC_EXAM' THEN interval '72 hours' WHEN 'EMERGENCY_CONTRACEPTION' THEN interval '120 hours' END), r.requested_at), NULL) k (kind, from_at, until_at)
       WHERE TRUE AND r.status = 'REQUESTED' AND r.to_organisation_id IS NOT NULL) s UNION ALL SELECT 'referralToBegin', s.* FROM (
       SELECT r.case_id, k.kind, coalesce(r.appointment_at, r.service_due_at), 'NOT_SAID', r.responded_at, k.from_at, k.until_at, r.to_organisation_id, NULL::uuid, 'serving', NULL::uuid, 'Referral', r.id, r.survivor_code, r.created_by_id
       FROM referral r CROSS JOIN LATERAL (
       SELECT 'CARE_WITHIN_HOURS', r.responded_at, r.requested_at + CASE r.service_type WHEN 'PEP' THEN interval '72 hours' WHEN 'FORENSIC_EXAM' THEN interval '72 hours' WHEN 'EMERGENCY_CONTRACEPTION' THEN interval '120 hours' END WHERE r.requested_at + CASE r.service_type WHEN 'PEP' THEN interval '72 hours' WHEN 'FORENSIC_EXAM' THEN interval '72 hours' WHEN 'EMERGENCY_CONTRACEPTION' THEN interval '120 hours' END > r.responded_at
       UNION ALL SELECT 'REFERRAL_' || r.urgency, coalesce(greatest(r.responded_at, r.requested_at + CASE r.service_type WHEN 'PEP' THEN interval '72 hours' WHEN 'FORENSIC_EXAM' THEN interval '72 hours' WHEN 'EMERGENCY_CONTRACEPTION' THEN interval '120 hours' END), r.responded_at), NULL) k (kind, from_at, until_at)
       WHERE TRUE AND r.status = 'ACCEPTED' AND r.to_organisation_id IS NOT NULL AND r.responded_at IS NOT NULL) s UNION ALL SELECT 'referralUnanswered', s.* FROM (
       SELECT r.case_id, k.kind, r.expires_at, coalesce(c.risk_level, 'NOT_SAID'), r.answer_due_at, k.from_at, k.until_at, c.organisation_id, coalesce(c.owner_id, r.created_by_id), NULL::text, c.id, 'Referral', r.id, c.display_id, r.created_by_id
       FROM referral r JOIN "case" c ON c.id = r.case_id CROSS JOIN LATERAL (
       SELECT 'CARE_WITHIN_HOURS', r.answer_due_at, r.requested_at + CASE r.service_type WHEN 'PEP' THEN interval '72 hours' WHEN 'FORENSIC_EXAM' THEN interval '72 hours' WHEN 'EMERGENCY_CONTRACEPTION' THEN interval '120 hours' END WHERE r.requested_at + CASE r.service_type WHEN 'PEP' THEN interval '72 hours' WHEN 'FORENSIC_EXAM' THEN interval '72 hours' WHEN 'EMERGENCY_CONTRACEPTION' THEN interval '120 hours' END > r.answer_due_at
       UNION ALL SELECT 'REFERRAL_' || r.urgency, coalesce(greatest(r.answer_due_at, r.requested_at + CASE r.service_type WHEN 'PEP' THEN interval '72 hours' WHEN 'FORENSIC_EXAM' THEN interval '72 hours' WHEN 'EMERGENCY_CONTRACEPTION' THEN interval '120 hours' END), r.answer_due_at), NULL) k (kind, from_at, until_at)
       WHERE TRUE AND r.status = 'REQUESTED' AND r.answer_due_at IS NOT NULL AND c.closed_off_at IS NULL) s UNION ALL SELECT 'referralFailed', s.* FROM (
       SELECT r.case_id, k.kind, r.service_due_at, coalesce(c.risk_level, 'NOT_SAID'), r.ended_at, k.from_at, k.until_at, c.organisation_id, coalesce(c.owner_id, r.created_by_id), NULL::text, c.id, 'Referral', r.id, c.display_id, r.created_by_id
       FROM referral r JOIN "case" c ON c.id = r.case_id JOIN service_need n ON n.id = r.need_id CROSS JOIN LATERAL (
       SELECT 'CARE_WITHIN_HOURS', r.ended_at, r.requested_at + CASE r.service_type WHEN 'PEP' THEN interval '72 hours' WHEN 'FORENSIC_EXAM' THEN interval '72 hours' WHEN 'EMERGENCY_CONTRACEPTION' THEN interval '120 hours' END WHERE r.requested_at + CASE r.service_type WHEN 'PEP' THEN interval '72 hours' WHEN 'FORENSIC_EXAM' THEN interval '72 hours' WHEN 'EMERGENCY_CONTRACEPTION' THEN interval '120 hours' END > r.ended_at
       UNION ALL SELECT 'REFERRAL_' || r.urgency, coalesce(greatest(r.ended_at, r.requested_at + CASE r.service_type WHEN 'PEP' THEN interval '72 hours' WHEN 'FORENSIC_EXAM' THEN interval '72 hours' WHEN 'EMERGENCY_CONTRACEPTION' THEN interval '120 hours' END), r.ended_at), NULL) k (kind, from_at, until_at)
       WHERE TRUE AND r.status IN ('EXPIRED', 'REJECTED', 'RETURNED', 'NO_SHOW') AND r.ended_at IS NOT NULL
       AND n.status = 'OPEN' AND n.voided_at IS NULL AND c.closed_off_at IS NULL
       AND NOT EXISTS (SELECT FROM referral l WHERE l.need_id = n.id AND l.requested_at > r.requested_at AND l.status <> 'DRAFT')) s UNION ALL SELECT 'serviceWithinHours', s.* FROM (
       SELECT n.case_id, 'CARE_WITHIN_HOURS', n.created_at + CASE n.service_type WHEN 'PEP' THEN interval '72 hours' WHEN 'FORENSIC_EXAM' THEN interval '72 hours' WHEN 'EMERGENCY_CONTRACEPTION' THEN interval '120 hours' END, coalesce(c.risk_level, 'NOT_SAID'), n.created_at, n.created_at, n.created_at + CASE n.service_type WHEN 'PEP' THEN interval '72 hours' WHEN 'FORENSIC_EXAM' THEN interval '72 hours' WHEN 'EMERGENCY_CONTRACEPTION' THEN interval '120 hours' END, c.organisation_id, coalesce(c.owner_id, n.created_by_id), NULL::text, c.id, 'ServiceNeed', n.id, c.display_id, n.created_by_id
       FROM service_need n JOIN "case" c ON c.id = n.case_id
       WHERE TRUE AND n.status = 'OPEN' AND n.voided_at IS NULL AND n.created_at + CASE n.service_type WHEN 'PEP' THEN interval '72 hours' WHEN 'FORENSIC_EXAM' THEN interval '72 hours' WHEN 'EMERGENCY_CONTRACEPTION' THEN interval '120 hours' END IS NOT NULL AND c.closed_off_at IS NULL
       AND NOT EXISTS (SELECT FROM referral l WHERE l.need_id = n.id AND l.status <> 'DRAFT')) s UNION ALL SELECT 'providerToTell', s.* FROM (
       SELECT r.case_id, 'AFTER_WITHDRAWAL', NULL::timestamptz, coalesce(c.risk_level, 'NOT_SAID'), r.ended_at, r.ended_at, r.ended_at + interval '7 days', c.organisation_id, coalesce(c.owner_id, r.created_by_id), NULL::text, c.id, 'Referral', r.id, c.display_id, r.created_by_id
       FROM referral r JOIN "case" c ON c.id = r.case_id
       WHERE TRUE AND r.status = 'REVOKED' AND r.ended_by_consent_id IS NOT NULL AND r.ended_at IS NOT NULL
       AND r.to_organisation_id IS NULL) s UNION ALL SELECT 'sessionOfProvider', s.* FROM (
       SELECT s.case_id, 'FOLLOW_UP', s.planned_at, 'NOT_SAID', s.created_at, date_trunc('day', s.planned_at, (SELECT z.timezone FROM country z)), NULL::timestamptz, s.provider_id, NULL::uuid, 'serving', NULL::uuid, 'ServiceSession', s.id, r.survivor_code, s.created_by_id
       FROM service_session s JOIN referral r ON r.id = s.referral_id
       WHERE TRUE AND s.status = 'PLANNED' AND s.voided_at IS NULL AND s.planned_at IS NOT NULL AND s.provider_id IS NOT NULL) s UNION ALL SELECT 'sessionOfCase', s.* FROM (
       SELECT s.case_id, 'FOLLOW_UP', s.planned_at, coalesce(c.risk_level, 'NOT_SAID'), s.created_at, date_trunc('day', s.planned_at, (SELECT z.timezone FROM country z)), NULL::timestamptz, c.organisation_id, coalesce(c.owner_id, s.created_by_id), NULL::text, c.id, 'ServiceSession', s.id, c.display_id, s.created_by_id
       FROM service_session s JOIN "case" c ON c.id = s.case_id
       WHERE TRUE AND s.status = 'PLANNED' AND s.voided_at IS NULL AND s.planned_at IS NOT NULL AND s.provider_id IS NULL) s UNION ALL SELECT 'transferToAnswer', s.* FROM (
       SELECT t.case_id, 'TRANSFER_TO_ANSWER', t.expires_at, 'NOT_SAID', t.requested_at, t.requested_at, NULL::timestamptz, t.to_organisation_id, NULL::uuid, 'caseManagement', t.case_id, 'CaseTransfer', t.id, t.display_id, t.created_by_id
       FROM case_transfer t WHERE TRUE AND t.status = 'REQUESTED') s UNION ALL SELECT 'entryNotConfirmed', s.* FROM (
       SELECT s.id, 'DIRECTORY_ENTRY_STALE', NULL::timestamptz, 'NOT_SAID', s.last_confirmed_on::timestamptz, s.last_confirmed_on::timestamptz, NULL::timestamptz, s.kept_by_id, NULL::uuid, 'directoryKeeping', NULL::uuid, 'ServiceEntry', s.id, NULL::text, s.created_by_id
       FROM service_entry s WHERE TRUE AND s.status = 'STALE' AND s.voided_at IS NULL) s UNION ALL SELECT 'reportToVerify', s.* FROM (
       SELECT t.id, 'REPORT_TO_VERIFY', NULL::timestamptz, 'NOT_SAID', t.created_at, t.created_at, NULL::timestamptz, t.organisation_id, NULL::uuid, 'verification', NULL::uuid, 'Training', t.id, NULL::text, t.created_by_id
       FROM training t WHERE TRUE AND t.status = 'REPORTED') s),
       n AS MATERIALIZED (SELECT md5(w::text)::uuid AS id, w.* FROM w) INSERT INTO "work_item" (id, version, created_at, updated_at, "source", "root_id", "kind", "due_at", "risk", "since", "from_at", "until_at", "organisation_id", "responsible_id", "audience", "case_id", "entity", "record_id", "reference", "created_by_id") SELECT id, 1, now(), now(), "source", "root_id", "kind", "due_at", "risk", "since", "from_at", "until_at", "organisation_id", "responsible_id", "audience", "case_id", "entity", "record_id", "reference", "created_by_id" FROM n`,
  ];

  protected readonly back = [
    `DROP VIEW "erasable_alert_place"`,
    `DROP VIEW "erasable_alert_number"`,
    `DROP VIEW "erasable_attachment"`,
    `DROP VIEW "erasable_attachment_content"`,
    `DROP INDEX "emergency_alert_updated_at_list_f6ab556b"`,
    `DROP INDEX "emergency_alert_raised_at_list_6009397c"`,
    `DROP INDEX "emergency_alert_resolved_at_list_3b09d9e9"`,
    `DROP INDEX "emergency_alert_resolved_at_list_fe9aff87"`,
    `DROP INDEX "emergency_alert_organisation_id_list_99c03a7c"`,
    `DROP INDEX "emergency_alert_district_id_list_d3cb9e3f"`,
    `DROP INDEX "emergency_alert_acknowledger_id_list_4075607e"`,
    `DROP INDEX "emergency_alert_case_id_list_2c451074"`,
    `DROP INDEX "emergency_alert_organisation_id_status_list_60c6e823"`,
    `DROP INDEX "notice_alert_id_list_8d854e20"`,
    `DROP INDEX "alert_place_created_at_list_ea589e80"`,
    `DROP INDEX "alert_number_created_at_list_f979bdca"`,
    `DROP INDEX "alert_responder_updated_at_list_396759a9"`,
    `DROP INDEX "alert_responder_sent_at_list_a8684bbb"`,
    `DROP INDEX "alert_responder_alert_id_list_41b1f41a"`,
    `DROP INDEX "alert_responder_member_id_list_215e3e25"`,
    `DROP INDEX "on_call_shift_updated_at_list_40355d97"`,
    `DROP INDEX "on_call_shift_starts_at_list_42aca966"`,
    `DROP INDEX "on_call_shift_ends_at_list_f7a91894"`,
    `DROP INDEX "on_call_shift_organisation_id_list_e20bcd04"`,
    `DROP INDEX "on_call_shift_member_id_list_66afed96"`,
    `DROP INDEX "on_call_shift_organisation_id_status_list_02f3cd94"`,
    `DROP INDEX "attachment_created_at_list_8aceefd9"`,
    `DROP INDEX "attachment_updated_at_list_8d734976"`,
    `DROP INDEX "attachment_case_id_list_89baead4"`,
    `DROP INDEX "attachment_content_created_at_list_a9847072"`,
    `DROP INDEX "attachment_content_case_id_list_28f350c0"`,
    `DROP INDEX "service_session_created_at_list_146607ae"`,
    `DROP INDEX "service_session_updated_at_list_c574ee10"`,
    `DROP INDEX "service_session_planned_at_list_e774e8c9"`,
    `DROP INDEX "service_session_planned_at_list_de861b7f"`,
    `DROP INDEX "service_session_held_at_list_fdf71bee"`,
    `DROP INDEX "service_session_held_at_list_9bd30a15"`,
    `DROP INDEX "service_session_case_id_list_df7a76d2"`,
    `DROP INDEX "service_session_referral_id_list_a9b66833"`,
    `DROP INDEX "service_session_need_id_list_6217127f"`,
    `DROP INDEX "service_session_provider_id_list_9ebb31b8"`,
    `DROP INDEX "service_session_instead_of_id_list_049c4051"`,
    `DROP INDEX "work_item_updated_at_list_3cef4ae5"`,
    `DROP INDEX "work_item_kind_list_ad82149c"`,
    `DROP INDEX "work_item_organisation_id_list_22e5a6a2"`,
    `DROP INDEX "work_item_responsible_id_list_e8995400"`,
    `DROP INDEX "work_item_case_id_list_d7fef411"`,
    `DROP INDEX "service_delivery_created_at_list_d8aebfb6"`,
    `DROP INDEX "service_delivery_case_id_list_91477403"`,
    `DROP INDEX "service_delivery_referral_id_list_05405842"`,
    `DROP INDEX "service_delivery_need_id_list_b2a6d094"`,
    `DROP INDEX "service_delivery_provider_id_list_2362a480"`,
    `DROP INDEX "service_delivery_given_by_id_list_1480e569"`,
    `ALTER TABLE "notice" DROP CONSTRAINT "notice_kind_code"`,
    `ALTER TABLE "notice" ADD CONSTRAINT "notice_kind_code" CHECK ((kind = ANY (ARRAY['CASE_WITHDRAWN'::text, 'CASE_RESUMED'::text, 'CLOSURE_TAKEN_BACK'::text, 'DISCLOSED_SINCE'::text, 'TRANSFER_REQUESTED'::text, 'TRANSFER_ANSWERED'::text, 'TRANSFER_ENDED'::text, 'TRANSFER_EXPIRED'::text, 'REFERRAL_REVOKED'::text, 'CASE_RESTRICTED'::text, 'SUPERVISOR_NEEDED'::text, 'OUTSIDE_SUPERVISOR_NAMED'::text, 'DRAFT_EXPIRES'::text, 'DRAFT_ERASED'::text, 'CASE_ASSIGNED'::text, 'CASE_TAKEN_OVER'::text, 'CASES_HANDED_OVER'::text, 'DEPUTISED'::text, 'COLLEAGUE_LEFT'::text, 'COLLEAGUE_OFFERED'::text, 'RESET_CODE_ISSUED'::text, 'CONSENT_OVERRIDDEN'::text, 'ACCESS_TAKEN'::text, 'COMPLAINT_STALLED'::text, 'COMPLAINT_HEARING'::text, 'REFERRAL_UNANSWERED'::text, 'REFERRAL_EXPIRED'::text, 'SERVICE_ENTRY_STALE'::text, 'PLAN_OVERDUE'::text, 'FOLLOW_UP_ASSIGNED'::text, 'FOLLOW_UP_CANCELLED'::text, 'FOLLOW_UP_OVERDUE'::text, 'FOLLOW_UP_STILL_OVERDUE'::text, 'FOLLOW_UP_DUE'::text, 'FOLLOW_UP_STILL_DUE'::text])))`,
    `ALTER TABLE "case_activity" DROP CONSTRAINT "case_activity_kind_code"`,
    `ALTER TABLE "case_activity" ADD CONSTRAINT "case_activity_kind_code" CHECK ((kind = ANY (ARRAY['INCIDENT_ADDED'::text, 'INCIDENT_CHANGED'::text, 'NOTE_ADDED'::text, 'NOTE_CHANGED'::text, 'NEED_ADDED'::text, 'NEED_CHANGED'::text, 'PLAN_CHANGED'::text, 'REFERRAL_ADDED'::text, 'REFERRAL_CHANGED'::text, 'COMPLAINT_ADDED'::text, 'COMPLAINT_CHANGED'::text, 'FOLLOW_UP_ADDED'::text, 'FOLLOW_UP_CHANGED'::text, 'TRANSFER_CHANGED'::text])))`,
    `ALTER TABLE "service_delivery" DROP CONSTRAINT "service_delivery_given_by_id_fkey"`,
    `ALTER TABLE "service_delivery" DROP CONSTRAINT "service_delivery_provider_id_fkey"`,
    `ALTER TABLE "service_delivery" DROP CONSTRAINT "service_delivery_need_id_fkey"`,
    `ALTER TABLE "service_delivery" DROP CONSTRAINT "service_delivery_referral_id_fkey"`,
    `ALTER TABLE "service_delivery" DROP CONSTRAINT "service_delivery_case_id_fkey"`,
    `ALTER TABLE "work_item" DROP CONSTRAINT "work_item_case_id_fkey"`,
    `ALTER TABLE "work_item" DROP CONSTRAINT "work_item_responsible_id_fkey"`,
    `ALTER TABLE "work_item" DROP CONSTRAINT "work_item_organisation_id_fkey"`,
    `ALTER TABLE "service_session" DROP CONSTRAINT "service_session_instead_of_id_fkey"`,
    `ALTER TABLE "service_session" DROP CONSTRAINT "service_session_provider_id_fkey"`,
    `ALTER TABLE "service_session" DROP CONSTRAINT "service_session_need_id_fkey"`,
    `ALTER TABLE "service_session" DROP CONSTRAINT "service_session_referral_id_fkey"`,
    `ALTER TABLE "service_session" DROP CONSTRAINT "service_session_case_id_fkey"`,
    `ALTER TABLE "attachment_content" DROP CONSTRAINT "attachment_content_attachment_id_fkey"`,
    `ALTER TABLE "attachment_content" DROP CONSTRAINT "attachment_content_case_id_fkey"`,
    `ALTER TABLE "attachment" DROP CONSTRAINT "attachment_case_id_fkey"`,
    `ALTER TABLE "on_call_shift" DROP CONSTRAINT "on_call_shift_member_id_fkey"`,
    `ALTER TABLE "on_call_shift" DROP CONSTRAINT "on_call_shift_organisation_id_fkey"`,
    `ALTER TABLE "alert_responder" DROP CONSTRAINT "alert_responder_member_id_fkey"`,
    `ALTER TABLE "alert_responder" DROP CONSTRAINT "alert_responder_alert_id_fkey"`,
    `ALTER TABLE "alert_number" DROP CONSTRAINT "alert_number_alert_id_fkey"`,
    `ALTER TABLE "alert_place" DROP CONSTRAINT "alert_place_alert_id_fkey"`,
    `ALTER TABLE "notice" DROP CONSTRAINT "notice_alert_id_fkey"`,
    `ALTER TABLE "emergency_alert" DROP CONSTRAINT "emergency_alert_case_id_fkey"`,
    `ALTER TABLE "emergency_alert" DROP CONSTRAINT "emergency_alert_acknowledger_id_fkey"`,
    `ALTER TABLE "emergency_alert" DROP CONSTRAINT "emergency_alert_district_id_fkey"`,
    `ALTER TABLE "emergency_alert" DROP CONSTRAINT "emergency_alert_organisation_id_fkey"`,
    `ALTER TABLE "referral" DROP CONSTRAINT "referral_series_end_code"`,
    `ALTER TABLE "referral" DROP CONSTRAINT "referral_planned_sessions_range"`,
    `ALTER TABLE "service_need" DROP CONSTRAINT "service_need_use_basis_code"`,
    `ALTER TABLE "service_need" DROP CONSTRAINT "service_need_access_basis_code"`,
    `ALTER TABLE "country" DROP CONSTRAINT "country_alert_number_hours_range"`,
    `ALTER TABLE "country" DROP CONSTRAINT "country_alert_place_most_hours_range"`,
    `ALTER TABLE "country" DROP CONSTRAINT "country_alert_place_hours_range"`,
    `ALTER TABLE "country" DROP CONSTRAINT "country_alert_elsewhere_minutes_range"`,
    `ALTER TABLE "country" DROP CONSTRAINT "country_alert_town_minutes_range"`,
    `ALTER TABLE "country" DROP CONSTRAINT "country_alert_acknowledge_minutes_range"`,
    `ALTER TABLE "country" DROP CONSTRAINT "country_psychosocial_sessions_range"`,
    `ALTER TABLE "referral" DROP COLUMN "series_end"`,
    `ALTER TABLE "referral" DROP COLUMN "planned_sessions"`,
    `ALTER TABLE "service_need" DROP COLUMN "use_basis"`,
    `ALTER TABLE "service_need" DROP COLUMN "used_at"`,
    `ALTER TABLE "service_need" DROP COLUMN "access_basis"`,
    `ALTER TABLE "service_need" DROP COLUMN "accessed_at"`,
    `ALTER TABLE "country" DROP COLUMN "alert_number_hours"`,
    `ALTER TABLE "country" DROP COLUMN "alert_place_most_hours"`,
    `ALTER TABLE "country" DROP COLUMN "alert_place_hours"`,
    `ALTER TABLE "country" DROP COLUMN "alert_elsewhere_minutes"`,
    `ALTER TABLE "country" DROP COLUMN "alert_town_minutes"`,
    `ALTER TABLE "country" DROP COLUMN "alert_acknowledge_minutes"`,
    `ALTER TABLE "country" DROP COLUMN "psychosocial_sessions"`,
    `ALTER TABLE "notice" DROP COLUMN "alert_id"`,
    `ALTER TABLE "district" DROP COLUMN "urban"`,
    `DROP TABLE "service_delivery"`,
    `DROP TABLE "work_item"`,
    `DROP INDEX "service_session_planned_at_3ca57c_idx"`,
    `DROP TABLE "service_session"`,
    `DROP INDEX "attachment_content_attachment_id_idx"`,
    `DROP TABLE "attachment_content"`,
    `DROP INDEX "attachment_created_at_51d7dd_idx"`,
    `DROP INDEX "attachment_content_id_idx"`,
    `DROP TABLE "attachment"`,
    `DROP INDEX "on_call_shift_member_id_ends_at_3ca57c_idx"`,
    `DROP TABLE "on_call_shift"`,
    `DROP TABLE "alert_responder"`,
    `DROP INDEX "alert_number_alert_id_idx"`,
    `DROP TABLE "alert_number"`,
    `DROP INDEX "alert_place_alert_id_idx"`,
    `DROP TABLE "alert_place"`,
    `DROP INDEX "emergency_alert_ack_due_at_26d7f0_idx"`,
    `DROP INDEX "emergency_alert_on_site_due_at_c08ff8_idx"`,
    `DROP TABLE "emergency_alert"`,
    `DROP TABLE "content_piece"`,
    `DROP TABLE "stored_content"`,
  ];
}
