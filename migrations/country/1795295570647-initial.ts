/** initial: generated from the entities. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Initial1795295570647 implements MigrationInterface {
  readonly name = 'Initial1795295570647';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE "audit_event" (
       "id" uuid NOT NULL,
       "at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "actor_id" uuid NOT NULL,
       "actor_role" text NOT NULL,
       "organisation_id" uuid,
       "action" text NOT NULL,
       "operation" text NOT NULL,
       "entity" text NOT NULL,
       "record_id" uuid NOT NULL,
       "version" integer NOT NULL,
       "data_classes" text array NOT NULL,
       "request_id" text NOT NULL,
       CONSTRAINT "audit_event_operation" CHECK ("operation" IN ('INSERT', 'UPDATE', 'REMOVE')),
       CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
    )`);
    await queryRunner.query(`CREATE INDEX "audit_event_record_id_at_idx" ON "audit_event"  ("record_id", "at")`);
    await queryRunner.query(`CREATE TABLE "change_entry" (
       "xid" bigint NOT NULL DEFAULT txid_current(),
       "seq" bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
       "at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "entity" text NOT NULL,
       "record_id" uuid NOT NULL,
       "version" integer NOT NULL,
       "operation" text NOT NULL,
       "data_class" text NOT NULL,
       "organisations" uuid array NOT NULL,
       "accounts" uuid array NOT NULL,
       CONSTRAINT "change_entry_operation" CHECK ("operation" IN ('INSERT', 'UPDATE', 'REMOVE')),
       CONSTRAINT "change_entry_pkey" PRIMARY KEY ("xid", "seq")
    )`);
    await queryRunner.query(`CREATE TABLE "data_key" (
       "id" uuid NOT NULL,
       "wrapped" bytea NOT NULL,
       "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
       CONSTRAINT "data_key_pkey" PRIMARY KEY ("id")
    )`);
    await queryRunner.query(`CREATE TABLE "idempotency_record" (
       "account_id" uuid NOT NULL,
       "key" text NOT NULL,
       "action" text NOT NULL,
       "request_hash" bytea NOT NULL,
       "result_id" uuid,
       "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       CONSTRAINT "idempotency_record_pkey" PRIMARY KEY ("account_id", "key")
    )`);
    await queryRunner.query(`CREATE TABLE "access_log_entry" (
       "id" uuid NOT NULL,
       "version" integer NOT NULL,
       "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "created_by_id" uuid,
       "actor_id" uuid NOT NULL,
       "actor_role" text NOT NULL,
       "organisation_id" uuid,
       "entity" text NOT NULL,
       "record_id" uuid NOT NULL,
       "survivor_id" uuid,
       "data_class" text NOT NULL,
       "purpose" text NOT NULL,
       "request_id" text NOT NULL,
       CONSTRAINT "access_log_entry_purpose_code" CHECK ("purpose" IN ('CASE_WORK', 'REFERRAL', 'SUPERVISION', 'QUALITY_REVIEW', 'SURVIVOR_REQUEST', 'INVESTIGATION')),
       CONSTRAINT "access_log_entry_pkey" PRIMARY KEY ("id")
    )`);
    await queryRunner.query(
      `CREATE INDEX "access_log_entry_created_at_id_idx" ON "access_log_entry"  ("created_at", "id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "access_log_entry_organisation_id_created_at_idx" ON "access_log_entry"  ("organisation_id", "created_at")`,
    );
    await queryRunner.query(
      `CREATE INDEX "access_log_entry_actor_id_created_at_idx" ON "access_log_entry"  ("actor_id", "created_at")`,
    );
    await queryRunner.query(
      `CREATE INDEX "access_log_entry_survivor_id_created_at_idx" ON "access_log_entry"  ("survivor_id", "created_at")`,
    );
    await queryRunner.query(`CREATE TABLE "province" (
       "id" uuid NOT NULL,
       "version" integer NOT NULL,
       "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "created_by_id" uuid,
       "code" text NOT NULL,
       "name" text NOT NULL,
       CONSTRAINT "province_pkey" PRIMARY KEY ("id")
    )`);
    await queryRunner.query(`CREATE UNIQUE INDEX "province_code_idx" ON "province"  ("code")`);
    await queryRunner.query(`CREATE INDEX "province_code_id_idx" ON "province"  ("code", "id")`);
    await queryRunner.query(`CREATE TABLE "district" (
       "id" uuid NOT NULL,
       "version" integer NOT NULL,
       "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "created_by_id" uuid,
       "code" text NOT NULL,
       "name" text NOT NULL,
       "province_id" uuid NOT NULL,
       CONSTRAINT "district_pkey" PRIMARY KEY ("id")
    )`);
    await queryRunner.query(`CREATE UNIQUE INDEX "district_code_idx" ON "district"  ("code")`);
    await queryRunner.query(`CREATE INDEX "district_province_id_idx" ON "district"  ("province_id")`);
    await queryRunner.query(`CREATE INDEX "district_code_id_idx" ON "district"  ("code", "id")`);
    await queryRunner.query(`CREATE TABLE "organisation" (
       "id" uuid NOT NULL,
       "version" integer NOT NULL,
       "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "created_by_id" uuid,
       "name" text NOT NULL,
       "kind" text NOT NULL,
       "partner_role" text,
       "sex_worker_led" boolean NOT NULL,
       "services" text array NOT NULL,
       "province_id" uuid,
       "ends_on" date,
       CONSTRAINT "organisation_kind_code" CHECK ("kind" IN ('SEX_WORKER_LED', 'NGO', 'CBO', 'HEALTH_FACILITY', 'LEGAL_AID', 'PSYCHOSOCIAL_SERVICE', 'EMERGENCY_SERVICE', 'SHELTER', 'CHILD_PROTECTION_SERVICE', 'LIVELIHOOD_SERVICE', 'LAW_ENFORCEMENT', 'FAITH_BASED', 'MEDIA', 'GOVERNMENT', 'OTHER')),
       CONSTRAINT "organisation_partner_role_code" CHECK ("partner_role" IN ('LEAD', 'IMPLEMENTING', 'PLATFORM', 'TECHNICAL', 'SERVICE_PROVIDER', 'ALLY')),
       CONSTRAINT "organisation_services_code" CHECK ("services" <@ ARRAY['HEALTH', 'PSYCHOSOCIAL', 'LEGAL', 'EMERGENCY_RESPONSE', 'SAFE_HOUSE', 'POLICE_SECURITY', 'LIVELIHOOD', 'CHILD_PROTECTION']),
       CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
    )`);
    await queryRunner.query(`CREATE INDEX "organisation_province_id_idx" ON "organisation"  ("province_id")`);
    await queryRunner.query(`CREATE INDEX "organisation_name_id_idx" ON "organisation"  ("name", "id")`);
    await queryRunner.query(`CREATE TABLE "advocacy_activity" (
       "id" uuid NOT NULL,
       "version" integer NOT NULL,
       "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "created_by_id" uuid,
       "organisation_id" uuid NOT NULL,
       "title" text NOT NULL,
       "kind" text NOT NULL,
       "level" text NOT NULL,
       "outcome" text NOT NULL,
       "target" text NOT NULL,
       "ask" text NOT NULL,
       "stage" text NOT NULL,
       "activity_on" date NOT NULL,
       "evidence_cases" integer,
       "result_note" text,
       CONSTRAINT "advocacy_activity_kind_code" CHECK ("kind" IN ('LAW_REFORM', 'POLICY_REFORM', 'BYLAW_CHANGE', 'STRATEGIC_LITIGATION', 'POLICE_DIALOGUE', 'PARLIAMENT_HEARING', 'CAMPAIGN', 'RELIGIOUS_DIALOGUE', 'COALITION', 'SUBMISSION', 'MARCH')),
       CONSTRAINT "advocacy_activity_level_code" CHECK ("level" IN ('COMMUNITY', 'NATIONAL', 'REGIONAL', 'GLOBAL')),
       CONSTRAINT "advocacy_activity_outcome_code" CHECK ("outcome" IN ('LTO1', 'LTO2', 'LTO3', 'LTO4')),
       CONSTRAINT "advocacy_activity_stage_code" CHECK ("stage" IN ('AGENDA', 'DRAFTED', 'TABLED', 'ADOPTED', 'IMPLEMENTED', 'ENFORCED', 'REJECTED', 'BLOCKED', 'REVERSED')),
       CONSTRAINT "advocacy_activity_evidence_cases_range" CHECK ("evidence_cases" BETWEEN 0 AND 1000000),
       CONSTRAINT "advocacy_activity_pkey" PRIMARY KEY ("id")
    )`);
    await queryRunner.query(
      `CREATE INDEX "advocacy_activity_organisation_id_idx" ON "advocacy_activity"  ("organisation_id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "advocacy_activity_activity_on_id_idx" ON "advocacy_activity"  ("activity_on", "id")`,
    );
    await queryRunner.query(`CREATE TABLE "staff_member" (
       "id" uuid NOT NULL,
       "version" integer NOT NULL,
       "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "created_by_id" uuid,
       "name" text NOT NULL,
       "role" text NOT NULL,
       "active" boolean NOT NULL,
       "organisation_id" uuid,
       CONSTRAINT "staff_member_pkey" PRIMARY KEY ("id")
    )`);
    await queryRunner.query(`CREATE INDEX "staff_member_organisation_id_idx" ON "staff_member"  ("organisation_id")`);
    await queryRunner.query(`CREATE INDEX "staff_member_name_id_idx" ON "staff_member"  ("name", "id")`);
    await queryRunner.query(`CREATE TABLE "survivor" (
       "id" uuid NOT NULL,
       "version" integer NOT NULL,
       "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "created_by_id" uuid,
       "survivor_code" text NOT NULL,
       "age_band" text NOT NULL,
       "gender_identity" text NOT NULL,
       "preferred_language" text,
       "platform_member" boolean,
       CONSTRAINT "survivor_age_band_code" CHECK ("age_band" IN ('UNDER_18', 'AGE_18_24', 'AGE_25_34', 'AGE_35_49', 'AGE_50_PLUS', 'UNKNOWN')),
       CONSTRAINT "survivor_gender_identity_code" CHECK ("gender_identity" IN ('WOMAN', 'MAN', 'TRANS_WOMAN', 'TRANS_MAN', 'NON_BINARY', 'INTERSEX', 'OTHER', 'PREFER_NOT_TO_SAY')),
       CONSTRAINT "survivor_preferred_language_code" CHECK ("preferred_language" IN ('AFRIKAANS', 'BARWE', 'CHOPI', 'CHUWABO', 'ENGLISH', 'FRENCH', 'GITONGA', 'KALANGA', 'KGALAGADI', 'KHOEKHOE', 'KOTI', 'LOMWE', 'MAKHUWA', 'MAKONDE', 'MANYIKA', 'MBUKUSHU', 'NAMBYA', 'NARO', 'NDAU', 'NDEBELE_NORTHERN', 'NDEBELE_SOUTHERN', 'NYANJA', 'NYUNGWE', 'OSHIWAMBO', 'PORTUGUESE', 'RONGA', 'SENA', 'SHONA', 'SIGN_LANGUAGE', 'SOTHO_NORTHERN', 'SOTHO_SOUTHERN', 'SWAHILI', 'SWATI', 'TEWE', 'TONGA_ZAMBEZI', 'TSONGA', 'TSWA', 'TSWANA', 'VENDA', 'XHOSA', 'YAO', 'YEYI', 'ZULU', 'OTHER')),
       CONSTRAINT "survivor_pkey" PRIMARY KEY ("id")
    )`);
    await queryRunner.query(`CREATE UNIQUE INDEX "survivor_survivor_code_idx" ON "survivor"  ("survivor_code")`);
    await queryRunner.query(`CREATE INDEX "survivor_created_at_id_idx" ON "survivor"  ("created_at", "id")`);
    await queryRunner.query(`CREATE TABLE "survivor_demographics" (
       "id" uuid NOT NULL,
       "version" integer NOT NULL,
       "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "created_by_id" uuid,
       "survivor_id" uuid NOT NULL,
       "birth_year" integer,
       "gender_modality" text,
       "key_populations" text array NOT NULL,
       "nationality" text,
       "home_district_id" uuid,
       "disability" text,
       "self_identifies_as_sex_worker" text,
       "exchanges_sex_for_money_or_goods" boolean NOT NULL,
       CONSTRAINT "survivor_demographics_birth_year_range" CHECK ("birth_year" BETWEEN 1900 AND 2100),
       CONSTRAINT "survivor_demographics_gender_modality_code" CHECK ("gender_modality" IN ('CIS', 'TRANS', 'PREFER_NOT_TO_SAY')),
       CONSTRAINT "survivor_demographics_key_populations_code" CHECK ("key_populations" <@ ARRAY['SW', 'MSM', 'PWID', 'TG', 'PLHIV', 'YOUTH']),
       CONSTRAINT "survivor_demographics_disability_code" CHECK ("disability" IN ('NONE', 'MENTAL', 'PHYSICAL', 'BOTH', 'UNKNOWN')),
       CONSTRAINT "survivor_demographics_self_identifies_as_sex_worker_code" CHECK ("self_identifies_as_sex_worker" IN ('YES', 'NO', 'PREFERS_NOT_TO_SAY')),
       CONSTRAINT "survivor_demographics_pkey" PRIMARY KEY ("id")
    )`);
    await queryRunner.query(
      `CREATE UNIQUE INDEX "survivor_demographics_survivor_id_idx" ON "survivor_demographics"  ("survivor_id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "survivor_demographics_home_district_id_idx" ON "survivor_demographics"  ("home_district_id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "survivor_demographics_created_at_id_idx" ON "survivor_demographics"  ("created_at", "id")`,
    );
    await queryRunner.query(`CREATE TABLE "case" (
       "id" uuid NOT NULL,
       "version" integer NOT NULL,
       "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "created_by_id" uuid,
       "display_id" text NOT NULL,
       "status" text NOT NULL,
       "workflow_stage" text NOT NULL,
       "risk_level" text,
       "priority" text,
       "opened_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "source" text NOT NULL,
       "registered_at_office" text,
       "anonymous" boolean NOT NULL,
       "organisation_id" uuid NOT NULL,
       "owner_id" uuid,
       "survivor_id" uuid,
       "duplicate_of_id" uuid,
       "closure_requested_at" TIMESTAMP WITH TIME ZONE,
       "closure_requested_by_id" uuid,
       "closure_reason" text,
       "closed_at" TIMESTAMP WITH TIME ZONE,
       "safety_plan_reviewed" boolean NOT NULL,
       "informed_can_resume" boolean NOT NULL,
       "supervisor_reviewed" boolean NOT NULL,
       "client_created_at" TIMESTAMP WITH TIME ZONE,
       "retention_until" date,
       "data_key_id" uuid NOT NULL,
       CONSTRAINT "case_status_code" CHECK ("status" IN ('DRAFT', 'REGISTERED', 'ASSESSED', 'ACTION_PLANNED', 'IN_FOLLOW_UP', 'CLOSURE_REQUESTED', 'CLOSED', 'REOPENED', 'TRANSFERRED', 'DUPLICATE', 'WITHDRAWN')),
       CONSTRAINT "case_workflow_stage_code" CHECK ("workflow_stage" IN ('NEW', 'ASSESSMENT', 'CASE_PLAN', 'SERVICE_PROVISION', 'SERVICES_IMPLEMENTED', 'CLOSED', 'REOPENED')),
       CONSTRAINT "case_risk_level_code" CHECK ("risk_level" IN ('HIGH', 'MEDIUM', 'LOW')),
       CONSTRAINT "case_priority_code" CHECK ("priority" IN ('URGENT', 'HIGH', 'NORMAL', 'LOW')),
       CONSTRAINT "case_source_code" CHECK ("source" IN ('SELF_REFERRAL_FIRST_POINT_OF_CONTACT', 'HEALTH_MEDICAL_SERVICES', 'PSYCHOSOCIAL_COUNSELING_SERVICES', 'POLICE_OTHER_SECURITY_ACTOR', 'LEGAL_ASSISTANCE_SERVICES', 'LIVELIHOODS_PROGRAM', 'SAFE_HOUSE_SHELTER', 'TEACHER_SCHOOL_OFFICIAL', 'COMMUNITY_OR_CAMP_LEADER', 'OTHER_HUMANITARIAN_OR_DEVELOPMENT_ACTOR', 'OTHER_GOVERNMENT_SERVICE', 'PEER_PARALEGAL', 'HELPLINE', 'EMERGENCY_ALERT', 'OUTREACH_ACTIVITY', 'PLATFORM_ASSOCIATION', 'VIOLENCE_OFFICE')),
       CONSTRAINT "case_closure_reason_code" CHECK ("closure_reason" IN ('NEEDS_MET', 'NO_FURTHER_SUPPORT_AGREED', 'SURVIVOR_REQUEST', 'NO_CONTACT_30_DAYS', 'LEFT_AREA', 'TRANSFERRED_ORGANISATION', 'FUNDING_CONSTRAINTS', 'LEGAL_CONCLUSION', 'DEATH', 'OTHER')),
       CONSTRAINT "case_pkey" PRIMARY KEY ("id")
    )`);
    await queryRunner.query(`CREATE UNIQUE INDEX "case_display_id_idx" ON "case"  ("display_id")`);
    await queryRunner.query(`CREATE INDEX "case_organisation_id_idx" ON "case"  ("organisation_id")`);
    await queryRunner.query(`CREATE INDEX "case_owner_id_idx" ON "case"  ("owner_id")`);
    await queryRunner.query(`CREATE INDEX "case_survivor_id_idx" ON "case"  ("survivor_id")`);
    await queryRunner.query(`CREATE INDEX "case_duplicate_of_id_idx" ON "case"  ("duplicate_of_id")`);
    await queryRunner.query(`CREATE INDEX "case_closure_requested_by_id_idx" ON "case"  ("closure_requested_by_id")`);
    await queryRunner.query(`CREATE INDEX "case_opened_at_id_idx" ON "case"  ("opened_at", "id")`);
    await queryRunner.query(
      `CREATE INDEX "case_organisation_id_opened_at_id_idx" ON "case"  ("organisation_id", "opened_at", "id")`,
    );
    await queryRunner.query(`CREATE TABLE "case_note" (
       "id" uuid NOT NULL,
       "version" integer NOT NULL,
       "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "created_by_id" uuid,
       "data_key_id" uuid NOT NULL,
       "case_id" uuid NOT NULL,
       "kind" text NOT NULL,
       "text" bytea NOT NULL,
       CONSTRAINT "case_note_kind_code" CHECK ("kind" IN ('NOTE', 'SAFETY_PLAN', 'STEP_REASON')),
       CONSTRAINT "case_note_pkey" PRIMARY KEY ("id")
    )`);
    await queryRunner.query(`CREATE INDEX "case_note_case_id_idx" ON "case_note"  ("case_id")`);
    await queryRunner.query(`CREATE INDEX "case_note_created_at_id_idx" ON "case_note"  ("created_at", "id")`);
    await queryRunner.query(`CREATE TABLE "case_transfer" (
       "id" uuid NOT NULL,
       "version" integer NOT NULL,
       "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "created_by_id" uuid,
       "case_id" uuid NOT NULL,
       "display_id" text NOT NULL,
       "from_organisation_id" uuid NOT NULL,
       "to_organisation_id" uuid NOT NULL,
       "status" text NOT NULL,
       "requested_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "responded_at" TIMESTAMP WITH TIME ZONE,
       CONSTRAINT "case_transfer_status_code" CHECK ("status" IN ('REQUESTED', 'ACCEPTED', 'REJECTED', 'REVOKED')),
       CONSTRAINT "case_transfer_pkey" PRIMARY KEY ("id")
    )`);
    await queryRunner.query(`CREATE INDEX "case_transfer_case_id_idx" ON "case_transfer"  ("case_id")`);
    await queryRunner.query(
      `CREATE INDEX "case_transfer_from_organisation_id_idx" ON "case_transfer"  ("from_organisation_id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "case_transfer_to_organisation_id_idx" ON "case_transfer"  ("to_organisation_id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "case_transfer_requested_at_id_idx" ON "case_transfer"  ("requested_at", "id")`,
    );
    await queryRunner.query(`CREATE TABLE "shared_case" (
       "id" uuid NOT NULL,
       "version" integer NOT NULL,
       "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "created_by_id" uuid,
       "opened_month" date NOT NULL,
       "province_id" uuid,
       "status" text NOT NULL,
       "source" text NOT NULL,
       "gender_identity" text,
       "age_band" text,
       CONSTRAINT "shared_case_status_code" CHECK ("status" IN ('DRAFT', 'REGISTERED', 'ASSESSED', 'ACTION_PLANNED', 'IN_FOLLOW_UP', 'CLOSURE_REQUESTED', 'CLOSED', 'REOPENED', 'TRANSFERRED', 'DUPLICATE', 'WITHDRAWN')),
       CONSTRAINT "shared_case_source_code" CHECK ("source" IN ('SELF_REFERRAL_FIRST_POINT_OF_CONTACT', 'HEALTH_MEDICAL_SERVICES', 'PSYCHOSOCIAL_COUNSELING_SERVICES', 'POLICE_OTHER_SECURITY_ACTOR', 'LEGAL_ASSISTANCE_SERVICES', 'LIVELIHOODS_PROGRAM', 'SAFE_HOUSE_SHELTER', 'TEACHER_SCHOOL_OFFICIAL', 'COMMUNITY_OR_CAMP_LEADER', 'OTHER_HUMANITARIAN_OR_DEVELOPMENT_ACTOR', 'OTHER_GOVERNMENT_SERVICE', 'PEER_PARALEGAL', 'HELPLINE', 'EMERGENCY_ALERT', 'OUTREACH_ACTIVITY', 'PLATFORM_ASSOCIATION', 'VIOLENCE_OFFICE')),
       CONSTRAINT "shared_case_gender_identity_code" CHECK ("gender_identity" IN ('WOMAN', 'MAN', 'TRANS_WOMAN', 'TRANS_MAN', 'NON_BINARY', 'INTERSEX', 'OTHER', 'PREFER_NOT_TO_SAY')),
       CONSTRAINT "shared_case_age_band_code" CHECK ("age_band" IN ('UNDER_18', 'AGE_18_24', 'AGE_25_34', 'AGE_35_49', 'AGE_50_PLUS', 'UNKNOWN')),
       CONSTRAINT "shared_case_pkey" PRIMARY KEY ("id")
    )`);
    await queryRunner.query(`CREATE INDEX "shared_case_province_id_idx" ON "shared_case"  ("province_id")`);
    await queryRunner.query(`CREATE INDEX "shared_case_opened_month_id_idx" ON "shared_case"  ("opened_month", "id")`);
    await queryRunner.query(`CREATE TABLE "shared_incident" (
       "id" uuid NOT NULL,
       "version" integer NOT NULL,
       "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "created_by_id" uuid,
       "shared_case_id" uuid NOT NULL,
       "month" date NOT NULL,
       "province_id" uuid,
       "gbvims_type" text NOT NULL,
       "violation_types" text array NOT NULL,
       "violence_forms" text array NOT NULL,
       "harm_kinds" text array NOT NULL,
       "perpetrator_categories" text array NOT NULL,
       CONSTRAINT "shared_incident_gbvims_type_code" CHECK ("gbvims_type" IN ('RAPE', 'SEXUAL_ASSAULT', 'PHYSICAL_ASSAULT', 'FORCED_MARRIAGE', 'DENIAL_OF_RESOURCES_OPPORTUNITIES_OR_SERVICES', 'PSYCHOLOGICAL_EMOTIONAL_ABUSE', 'NON_GBV')),
       CONSTRAINT "shared_incident_violation_types_code" CHECK ("violation_types" <@ ARRAY['BEATING', 'WEAPON_THREAT_OR_USE', 'RESTRAINT_OR_ABDUCTION', 'HOMICIDE', 'RAPE', 'GANG_RAPE', 'SEXUAL_ASSAULT', 'FORCED_UNPROTECTED_SEX_STEALTHING', 'SEXUAL_HARASSMENT', 'SEX_FOR_RELEASE', 'VERBAL_ABUSE', 'HUMILIATION', 'THREAT', 'OUTING_DISCLOSURE', 'STALKING_ONLINE_ABUSE', 'NON_PAYMENT', 'ROBBERY', 'EXTORTION_BRIBE', 'UNLAWFUL_FINE', 'EVICTION', 'LIVELIHOOD_DENIAL', 'ARBITRARY_ARREST', 'UNLAWFUL_DETENTION', 'CONDOM_CONFISCATION', 'CONDOMS_AS_EVIDENCE', 'REFUSAL_TO_REGISTER_COMPLAINT', 'RAID', 'FORCED_TESTING_OR_REHABILITATION', 'DENIAL_OF_HEALTH_CARE', 'DENIAL_OF_OTHER_SERVICE', 'BREACH_OF_CONFIDENTIALITY', 'STIGMA_COMMUNITY', 'STIGMA_FAMILY', 'RELIGIOUS_OR_CULTURAL_EXCLUSION', 'CHILD_CUSTODY_THREAT', 'MEDIA_HARM', 'DISCRIMINATORY_LAW_OR_BYLAW', 'TRAFFICKING_OR_FORCED_LABOUR', 'OTHER']),
       CONSTRAINT "shared_incident_violence_forms_code" CHECK ("violence_forms" <@ ARRAY['ABUSE', 'COERCION', 'STIGMA']),
       CONSTRAINT "shared_incident_harm_kinds_code" CHECK ("harm_kinds" <@ ARRAY['PHYSICAL', 'MENTAL', 'POLITICAL', 'SOCIAL', 'CULTURAL', 'ECONOMIC']),
       CONSTRAINT "shared_incident_perpetrator_categories_code" CHECK ("perpetrator_categories" <@ ARRAY['CLIENT', 'POLICE_OFFICER', 'MILITARY', 'BORDER_OR_PRISON_GUARD', 'MUNICIPAL_ENFORCEMENT', 'INTIMATE_PARTNER', 'FAMILY_MEMBER', 'THIRD_PARTY_MANAGER', 'VENUE_OWNER_OR_STAFF', 'CRIMINAL_OR_GANG', 'GENERAL_PUBLIC_NEIGHBOUR', 'HEALTH_CARE_WORKER', 'NGO_WORKER', 'OTHER_SEX_WORKER', 'RELIGIOUS_ACTOR', 'TRADITIONAL_LEADER', 'LANDLORD', 'MEDIA', 'GOVERNMENT_BODY', 'JUDICIARY', 'UNKNOWN', 'OTHER']),
       CONSTRAINT "shared_incident_pkey" PRIMARY KEY ("id")
    )`);
    await queryRunner.query(
      `CREATE INDEX "shared_incident_shared_case_id_idx" ON "shared_incident"  ("shared_case_id")`,
    );
    await queryRunner.query(`CREATE INDEX "shared_incident_province_id_idx" ON "shared_incident"  ("province_id")`);
    await queryRunner.query(`CREATE INDEX "shared_incident_month_id_idx" ON "shared_incident"  ("month", "id")`);
    await queryRunner.query(`CREATE TABLE "consent" (
       "id" uuid NOT NULL,
       "version" integer NOT NULL,
       "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "created_by_id" uuid,
       "survivor_id" uuid NOT NULL,
       "purpose" text NOT NULL,
       "recipient_id" uuid,
       "recipient_category" text,
       "scopes" text array NOT NULL,
       "decision" text NOT NULL,
       "withdraws_id" uuid,
       "mode" text NOT NULL,
       "taken_by_id" uuid NOT NULL,
       "taken_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "valid_until" TIMESTAMP WITH TIME ZONE,
       "form_version" text,
       "language" text,
       CONSTRAINT "consent_purpose_code" CHECK ("purpose" IN ('SERVICES', 'RELEASE_TO_SECURITY', 'RELEASE_TO_PSYCHOSOCIAL', 'RELEASE_TO_HEALTH', 'RELEASE_TO_SAFE_HOUSE', 'RELEASE_TO_LEGAL', 'RELEASE_TO_PROTECTION', 'RELEASE_TO_LIVELIHOODS', 'RELEASE_TO_OTHER', 'REPORTING_NON_IDENTIFIABLE', 'CONTACT_FOLLOW_UP', 'PEER_WARNING', 'POLICE_ANONYMOUS', 'POLICE_FULL', 'ADVOCACY_CASE_STORY', 'RESEARCH', 'MEDIA', 'CROSS_BORDER_TRANSFER', 'PHOTO_AUDIO')),
       CONSTRAINT "consent_recipient_category_code" CHECK ("recipient_category" IN ('HEALTH', 'PSYCHOSOCIAL', 'LEGAL', 'EMERGENCY_RESPONSE', 'SAFE_HOUSE', 'POLICE_SECURITY', 'LIVELIHOOD', 'CHILD_PROTECTION')),
       CONSTRAINT "consent_scopes_code" CHECK ("scopes" <@ ARRAY['IDENTITY', 'SAFE_CONTACT', 'DEMOGRAPHICS', 'INCIDENT', 'INCIDENT_DETAIL', 'NARRATIVE', 'HEALTH', 'PERPETRATOR', 'PERPETRATOR_IDENTITY', 'COMPLAINT', 'EVIDENCE']),
       CONSTRAINT "consent_decision_code" CHECK ("decision" IN ('GIVEN', 'REFUSED', 'WITHDRAWN', 'EXPIRED')),
       CONSTRAINT "consent_mode_code" CHECK ("mode" IN ('WRITTEN', 'VERBAL_WITNESSED', 'DIGITAL', 'GUARDIAN')),
       CONSTRAINT "consent_language_code" CHECK ("language" IN ('AFRIKAANS', 'BARWE', 'CHOPI', 'CHUWABO', 'ENGLISH', 'FRENCH', 'GITONGA', 'KALANGA', 'KGALAGADI', 'KHOEKHOE', 'KOTI', 'LOMWE', 'MAKHUWA', 'MAKONDE', 'MANYIKA', 'MBUKUSHU', 'NAMBYA', 'NARO', 'NDAU', 'NDEBELE_NORTHERN', 'NDEBELE_SOUTHERN', 'NYANJA', 'NYUNGWE', 'OSHIWAMBO', 'PORTUGUESE', 'RONGA', 'SENA', 'SHONA', 'SIGN_LANGUAGE', 'SOTHO_NORTHERN', 'SOTHO_SOUTHERN', 'SWAHILI', 'SWATI', 'TEWE', 'TONGA_ZAMBEZI', 'TSONGA', 'TSWA', 'TSWANA', 'VENDA', 'XHOSA', 'YAO', 'YEYI', 'ZULU', 'OTHER')),
       CONSTRAINT "consent_pkey" PRIMARY KEY ("id")
    )`);
    await queryRunner.query(`CREATE INDEX "consent_survivor_id_idx" ON "consent"  ("survivor_id")`);
    await queryRunner.query(`CREATE INDEX "consent_recipient_id_idx" ON "consent"  ("recipient_id")`);
    await queryRunner.query(`CREATE INDEX "consent_withdraws_id_idx" ON "consent"  ("withdraws_id")`);
    await queryRunner.query(`CREATE INDEX "consent_taken_by_id_idx" ON "consent"  ("taken_by_id")`);
    await queryRunner.query(`CREATE INDEX "consent_taken_at_id_idx" ON "consent"  ("taken_at", "id")`);
    await queryRunner.query(`CREATE TABLE "country" (
       "id" uuid NOT NULL,
       "version" integer NOT NULL,
       "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "created_by_id" uuid,
       "code" text NOT NULL,
       "name_en" text NOT NULL,
       "name_pt" text NOT NULL,
       "default_locale" text NOT NULL,
       "timezone" text NOT NULL,
       "breach_hours" integer,
       "retention_months" integer NOT NULL,
       "cross_border_rule" text NOT NULL,
       "identity_vault" boolean NOT NULL,
       "case_sharing" boolean NOT NULL,
       CONSTRAINT "country_code_code" CHECK ("code" IN ('AO', 'BF', 'BI', 'BJ', 'BW', 'CD', 'CF', 'CG', 'CI', 'CM', 'CV', 'DJ', 'DZ', 'EG', 'ER', 'ET', 'GA', 'GH', 'GM', 'GN', 'GQ', 'GW', 'KE', 'KM', 'LR', 'LS', 'LY', 'MA', 'MG', 'ML', 'MR', 'MU', 'MW', 'MZ', 'NA', 'NE', 'NG', 'RW', 'SC', 'SD', 'SL', 'SN', 'SO', 'SS', 'ST', 'SZ', 'TD', 'TG', 'TN', 'TZ', 'UG', 'ZA', 'ZM', 'ZW')),
       CONSTRAINT "country_default_locale_code" CHECK ("default_locale" IN ('EN', 'PT')),
       CONSTRAINT "country_breach_hours_range" CHECK ("breach_hours" BETWEEN 1 AND 2147483647),
       CONSTRAINT "country_retention_months_range" CHECK ("retention_months" BETWEEN 1 AND 2147483647),
       CONSTRAINT "country_cross_border_rule_code" CHECK ("cross_border_rule" IN ('PROHIBITED', 'PRIOR_AUTHORISATION', 'CONSENT', 'SAFEGUARDS', 'NOT_REGULATED')),
       CONSTRAINT "country_pkey" PRIMARY KEY ("id")
    )`);
    await queryRunner.query(`CREATE INDEX "country_code_id_idx" ON "country"  ("code", "id")`);
    await queryRunner.query(`CREATE TABLE "incident" (
       "id" uuid NOT NULL,
       "version" integer NOT NULL,
       "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "created_by_id" uuid,
       "case_id" uuid NOT NULL,
       "occurred_month" date,
       "reported_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "district_id" uuid,
       "location_type" text,
       "gbvims_type" text NOT NULL,
       "violation_types" text array NOT NULL,
       "violence_forms" text array NOT NULL,
       "harm_kinds" text array NOT NULL,
       "previous_incidents" boolean,
       "reported_elsewhere" boolean NOT NULL,
       "reported_elsewhere_to" text,
       "consent_reporting" boolean NOT NULL,
       CONSTRAINT "incident_location_type_code" CHECK ("location_type" IN ('BUSH_FOREST', 'GARDEN_CULTIVATED_FIELD', 'SCHOOL', 'ROAD', 'CLIENT_S_HOME', 'PERPETRATOR_S_HOME', 'MARKET', 'STREAMSIDE', 'BEACH', 'FARM', 'LATRINE', 'PERPETRATOR_S_FRIEND_S_HOME', 'ENTERTAINMENT_CENTRE', 'UNFINISHED_HOUSE', 'GUEST_HOUSE_HOTEL', 'STREET_HOTSPOT', 'BROTHEL', 'BAR_CLUB_BARRACA', 'TRUCK_STOP', 'VEHICLE', 'POLICE_STATION_OR_CELL', 'HEALTH_FACILITY', 'MINE_OR_WORK_CAMP', 'ONLINE', 'OTHER')),
       CONSTRAINT "incident_gbvims_type_code" CHECK ("gbvims_type" IN ('RAPE', 'SEXUAL_ASSAULT', 'PHYSICAL_ASSAULT', 'FORCED_MARRIAGE', 'DENIAL_OF_RESOURCES_OPPORTUNITIES_OR_SERVICES', 'PSYCHOLOGICAL_EMOTIONAL_ABUSE', 'NON_GBV')),
       CONSTRAINT "incident_violation_types_code" CHECK ("violation_types" <@ ARRAY['BEATING', 'WEAPON_THREAT_OR_USE', 'RESTRAINT_OR_ABDUCTION', 'HOMICIDE', 'RAPE', 'GANG_RAPE', 'SEXUAL_ASSAULT', 'FORCED_UNPROTECTED_SEX_STEALTHING', 'SEXUAL_HARASSMENT', 'SEX_FOR_RELEASE', 'VERBAL_ABUSE', 'HUMILIATION', 'THREAT', 'OUTING_DISCLOSURE', 'STALKING_ONLINE_ABUSE', 'NON_PAYMENT', 'ROBBERY', 'EXTORTION_BRIBE', 'UNLAWFUL_FINE', 'EVICTION', 'LIVELIHOOD_DENIAL', 'ARBITRARY_ARREST', 'UNLAWFUL_DETENTION', 'CONDOM_CONFISCATION', 'CONDOMS_AS_EVIDENCE', 'REFUSAL_TO_REGISTER_COMPLAINT', 'RAID', 'FORCED_TESTING_OR_REHABILITATION', 'DENIAL_OF_HEALTH_CARE', 'DENIAL_OF_OTHER_SERVICE', 'BREACH_OF_CONFIDENTIALITY', 'STIGMA_COMMUNITY', 'STIGMA_FAMILY', 'RELIGIOUS_OR_CULTURAL_EXCLUSION', 'CHILD_CUSTODY_THREAT', 'MEDIA_HARM', 'DISCRIMINATORY_LAW_OR_BYLAW', 'TRAFFICKING_OR_FORCED_LABOUR', 'OTHER']),
       CONSTRAINT "incident_violence_forms_code" CHECK ("violence_forms" <@ ARRAY['ABUSE', 'COERCION', 'STIGMA']),
       CONSTRAINT "incident_harm_kinds_code" CHECK ("harm_kinds" <@ ARRAY['PHYSICAL', 'MENTAL', 'POLITICAL', 'SOCIAL', 'CULTURAL', 'ECONOMIC']),
       CONSTRAINT "incident_pkey" PRIMARY KEY ("id")
    )`);
    await queryRunner.query(`CREATE INDEX "incident_case_id_idx" ON "incident"  ("case_id")`);
    await queryRunner.query(`CREATE INDEX "incident_district_id_idx" ON "incident"  ("district_id")`);
    await queryRunner.query(`CREATE INDEX "incident_reported_at_id_idx" ON "incident"  ("reported_at", "id")`);
    await queryRunner.query(`CREATE TABLE "incident_detail" (
       "id" uuid NOT NULL,
       "version" integer NOT NULL,
       "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "created_by_id" uuid,
       "case_id" uuid NOT NULL,
       "incident_id" uuid NOT NULL,
       "occurred_on" date,
       "date_precision" text NOT NULL,
       "time_of_day" text,
       "elapsed_hours" integer,
       "hotspot" text,
       "weapon_used" text,
       "condom_interference" boolean,
       "arrested" boolean,
       "detained_hours" integer,
       "charged" boolean,
       "bribe_paid" boolean,
       CONSTRAINT "incident_detail_date_precision_code" CHECK ("date_precision" IN ('EXACT', 'DAY', 'MONTH', 'YEAR', 'UNKNOWN')),
       CONSTRAINT "incident_detail_time_of_day_code" CHECK ("time_of_day" IN ('MORNING', 'AFTERNOON', 'EVENING_NIGHT', 'UNKNOWN')),
       CONSTRAINT "incident_detail_elapsed_hours_range" CHECK ("elapsed_hours" BETWEEN 0 AND 2147483647),
       CONSTRAINT "incident_detail_weapon_used_code" CHECK ("weapon_used" IN ('NONE', 'FIREARM', 'BLADE', 'BLUNT_OBJECT', 'CHEMICAL', 'VEHICLE', 'OTHER', 'UNKNOWN')),
       CONSTRAINT "incident_detail_detained_hours_range" CHECK ("detained_hours" BETWEEN 0 AND 87600),
       CONSTRAINT "incident_detail_pkey" PRIMARY KEY ("id")
    )`);
    await queryRunner.query(`CREATE INDEX "incident_detail_case_id_idx" ON "incident_detail"  ("case_id")`);
    await queryRunner.query(
      `CREATE UNIQUE INDEX "incident_detail_incident_id_idx" ON "incident_detail"  ("incident_id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "incident_detail_created_at_id_idx" ON "incident_detail"  ("created_at", "id")`,
    );
    await queryRunner.query(`CREATE TABLE "alleged_perpetrator" (
       "id" uuid NOT NULL,
       "version" integer NOT NULL,
       "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "created_by_id" uuid,
       "case_id" uuid NOT NULL,
       "incident_id" uuid NOT NULL,
       "actor_kind" text NOT NULL,
       "category" text NOT NULL,
       "relationship" text NOT NULL,
       "rank" text NOT NULL,
       "sex" text,
       "age_group" text,
       "uniformed" boolean,
       "count" integer NOT NULL,
       CONSTRAINT "alleged_perpetrator_actor_kind_code" CHECK ("actor_kind" IN ('PERSON', 'GROUP', 'INSTITUTION', 'GOVERNMENT')),
       CONSTRAINT "alleged_perpetrator_category_code" CHECK ("category" IN ('CLIENT', 'POLICE_OFFICER', 'MILITARY', 'BORDER_OR_PRISON_GUARD', 'MUNICIPAL_ENFORCEMENT', 'INTIMATE_PARTNER', 'FAMILY_MEMBER', 'THIRD_PARTY_MANAGER', 'VENUE_OWNER_OR_STAFF', 'CRIMINAL_OR_GANG', 'GENERAL_PUBLIC_NEIGHBOUR', 'HEALTH_CARE_WORKER', 'NGO_WORKER', 'OTHER_SEX_WORKER', 'RELIGIOUS_ACTOR', 'TRADITIONAL_LEADER', 'LANDLORD', 'MEDIA', 'GOVERNMENT_BODY', 'JUDICIARY', 'UNKNOWN', 'OTHER')),
       CONSTRAINT "alleged_perpetrator_relationship_code" CHECK ("relationship" IN ('INTIMATE_PARTNER_FORMER_PARTNER', 'PRIMARY_CAREGIVER', 'FAMILY_OTHER_THAN_SPOUSE_OR_CAREGIVER', 'SUPERVISOR_EMPLOYER', 'SCHOOLMATE', 'TEACHER_SCHOOL_OFFICIAL', 'SERVICE_PROVIDER', 'COTENANT_HOUSEMATE', 'FAMILY_FRIEND_NEIGHBOR', 'OTHER_REFUGEE_IDP_RETURNEE', 'OTHER_RESIDENT_COMMUNITY_MEMBER', 'OTHER', 'NO_RELATION', 'UNKNOWN')),
       CONSTRAINT "alleged_perpetrator_rank_code" CHECK ("rank" IN ('PRIMARY', 'SECONDARY')),
       CONSTRAINT "alleged_perpetrator_sex_code" CHECK ("sex" IN ('FEMALE', 'MALE', 'BOTH', 'OTHER', 'UNKNOWN')),
       CONSTRAINT "alleged_perpetrator_age_group_code" CHECK ("age_group" IN ('AGE_0_11', 'AGE_12_17', 'AGE_18_25', 'AGE_26_40', 'AGE_41_60', 'AGE_61_PLUS', 'UNKNOWN')),
       CONSTRAINT "alleged_perpetrator_count_range" CHECK ("count" BETWEEN 1 AND 1000),
       CONSTRAINT "alleged_perpetrator_pkey" PRIMARY KEY ("id")
    )`);
    await queryRunner.query(`CREATE INDEX "alleged_perpetrator_case_id_idx" ON "alleged_perpetrator"  ("case_id")`);
    await queryRunner.query(
      `CREATE INDEX "alleged_perpetrator_incident_id_idx" ON "alleged_perpetrator"  ("incident_id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "alleged_perpetrator_created_at_id_idx" ON "alleged_perpetrator"  ("created_at", "id")`,
    );
    await queryRunner.query(`CREATE TABLE "perpetrator_identity" (
       "id" uuid NOT NULL,
       "version" integer NOT NULL,
       "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "created_by_id" uuid,
       "data_key_id" uuid NOT NULL,
       "case_id" uuid NOT NULL,
       "alleged_perpetrator_id" uuid NOT NULL,
       "name" bytea,
       "badge_number" bytea,
       "plate_number" bytea,
       "institution" bytea,
       "description" bytea,
       CONSTRAINT "perpetrator_identity_pkey" PRIMARY KEY ("id")
    )`);
    await queryRunner.query(`CREATE INDEX "perpetrator_identity_case_id_idx" ON "perpetrator_identity"  ("case_id")`);
    await queryRunner.query(
      `CREATE UNIQUE INDEX "perpetrator_identity_alleged_perpetrator_id_idx" ON "perpetrator_identity"  ("alleged_perpetrator_id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "perpetrator_identity_created_at_id_idx" ON "perpetrator_identity"  ("created_at", "id")`,
    );
    await queryRunner.query(`CREATE TABLE "incident_narrative" (
       "id" uuid NOT NULL,
       "version" integer NOT NULL,
       "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "created_by_id" uuid,
       "data_key_id" uuid NOT NULL,
       "case_id" uuid NOT NULL,
       "incident_id" uuid NOT NULL,
       "text" bytea NOT NULL,
       CONSTRAINT "incident_narrative_pkey" PRIMARY KEY ("id")
    )`);
    await queryRunner.query(`CREATE INDEX "incident_narrative_case_id_idx" ON "incident_narrative"  ("case_id")`);
    await queryRunner.query(
      `CREATE UNIQUE INDEX "incident_narrative_incident_id_idx" ON "incident_narrative"  ("incident_id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "incident_narrative_created_at_id_idx" ON "incident_narrative"  ("created_at", "id")`,
    );
    await queryRunner.query(`CREATE TABLE "incident_injury" (
       "id" uuid NOT NULL,
       "version" integer NOT NULL,
       "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "created_by_id" uuid,
       "data_key_id" uuid NOT NULL,
       "case_id" uuid NOT NULL,
       "incident_id" uuid NOT NULL,
       "description" bytea NOT NULL,
       CONSTRAINT "incident_injury_pkey" PRIMARY KEY ("id")
    )`);
    await queryRunner.query(`CREATE INDEX "incident_injury_case_id_idx" ON "incident_injury"  ("case_id")`);
    await queryRunner.query(
      `CREATE UNIQUE INDEX "incident_injury_incident_id_idx" ON "incident_injury"  ("incident_id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "incident_injury_created_at_id_idx" ON "incident_injury"  ("created_at", "id")`,
    );
    await queryRunner.query(`CREATE TABLE "referral" (
       "id" uuid NOT NULL,
       "version" integer NOT NULL,
       "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "created_by_id" uuid,
       "case_id" uuid NOT NULL,
       "survivor_id" uuid,
       "survivor_code" text,
       "age_band" text,
       "district_id" uuid,
       "category" text NOT NULL,
       "service_type" text,
       "from_organisation_id" uuid NOT NULL,
       "to_organisation_id" uuid,
       "remote_provider" text,
       "requested_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "urgency" text NOT NULL,
       "shared_fields" text array NOT NULL,
       "consent_id" uuid,
       "consent_valid_until" TIMESTAMP WITH TIME ZONE,
       "appointment_at" TIMESTAMP WITH TIME ZONE,
       "status" text NOT NULL,
       "responded_at" TIMESTAMP WITH TIME ZONE,
       "rejected_reason" text,
       "outcome" text,
       "ended_at" TIMESTAMP WITH TIME ZONE,
       CONSTRAINT "referral_age_band_code" CHECK ("age_band" IN ('UNDER_18', 'AGE_18_24', 'AGE_25_34', 'AGE_35_49', 'AGE_50_PLUS', 'UNKNOWN')),
       CONSTRAINT "referral_category_code" CHECK ("category" IN ('HEALTH', 'PSYCHOSOCIAL', 'LEGAL', 'EMERGENCY_RESPONSE', 'SAFE_HOUSE', 'POLICE_SECURITY', 'LIVELIHOOD', 'CHILD_PROTECTION')),
       CONSTRAINT "referral_service_type_code" CHECK ("service_type" IN ('PEP', 'EMERGENCY_CONTRACEPTION', 'STI_TREATMENT', 'HIV_TEST', 'PREP', 'ART_LINKAGE', 'FORENSIC_EXAM', 'WOUND_CARE', 'COUNSELLING', 'SUPPORT_GROUP', 'COURT_SUPPORT', 'BAIL', 'PARALEGAL_ADVICE', 'LEGAL_REPRESENTATION', 'TRANSPORT', 'CRISIS_ACCOMPANIMENT', 'SAFE_SHELTER', 'COMPLAINT_REGISTRATION', 'PHYSICAL_PROTECTION', 'CASH_OR_FOOD_SUPPORT', 'SKILLS_AND_INCOME', 'CHILD_WELFARE')),
       CONSTRAINT "referral_urgency_code" CHECK ("urgency" IN ('IMMEDIATE', 'WITHIN_72H', 'ROUTINE')),
       CONSTRAINT "referral_shared_fields_code" CHECK ("shared_fields" <@ ARRAY['IDENTITY', 'SAFE_CONTACT', 'DEMOGRAPHICS', 'INCIDENT', 'INCIDENT_DETAIL', 'NARRATIVE', 'HEALTH', 'PERPETRATOR', 'PERPETRATOR_IDENTITY', 'COMPLAINT', 'EVIDENCE']),
       CONSTRAINT "referral_status_code" CHECK ("status" IN ('DRAFT', 'REQUESTED', 'ACCEPTED', 'IN_SERVICE', 'COMPLETED', 'REJECTED', 'EXPIRED', 'CANCELLED', 'REVOKED', 'NO_SHOW', 'RETURNED')),
       CONSTRAINT "referral_rejected_reason_code" CHECK ("rejected_reason" IN ('NO_CAPACITY', 'OUT_OF_AREA', 'NOT_ELIGIBLE', 'SERVICE_NOT_OFFERED', 'SAFETY_RISK', 'INCOMPLETE_INFO', 'OTHER')),
       CONSTRAINT "referral_outcome_code" CHECK ("outcome" IN ('SERVICE_PROVIDED', 'PARTIALLY_PROVIDED', 'REFERRED_ONWARD', 'SURVIVOR_DECLINED', 'LOST_TO_FOLLOW_UP')),
       CONSTRAINT "referral_pkey" PRIMARY KEY ("id")
    )`);
    await queryRunner.query(`CREATE INDEX "referral_case_id_idx" ON "referral"  ("case_id")`);
    await queryRunner.query(`CREATE INDEX "referral_survivor_id_idx" ON "referral"  ("survivor_id")`);
    await queryRunner.query(`CREATE INDEX "referral_district_id_idx" ON "referral"  ("district_id")`);
    await queryRunner.query(`CREATE INDEX "referral_from_organisation_id_idx" ON "referral"  ("from_organisation_id")`);
    await queryRunner.query(`CREATE INDEX "referral_to_organisation_id_idx" ON "referral"  ("to_organisation_id")`);
    await queryRunner.query(`CREATE INDEX "referral_consent_id_idx" ON "referral"  ("consent_id")`);
    await queryRunner.query(`CREATE INDEX "referral_requested_at_id_idx" ON "referral"  ("requested_at", "id")`);
    await queryRunner.query(
      `CREATE INDEX "referral_to_organisation_id_requested_at_id_idx" ON "referral"  ("to_organisation_id", "requested_at", "id")`,
    );
    await queryRunner.query(`CREATE TABLE "referral_reason" (
       "id" uuid NOT NULL,
       "version" integer NOT NULL,
       "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "created_by_id" uuid,
       "data_key_id" uuid NOT NULL,
       "referral_id" uuid NOT NULL,
       "text" bytea NOT NULL,
       CONSTRAINT "referral_reason_pkey" PRIMARY KEY ("id")
    )`);
    await queryRunner.query(
      `CREATE UNIQUE INDEX "referral_reason_referral_id_idx" ON "referral_reason"  ("referral_id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "referral_reason_created_at_id_idx" ON "referral_reason"  ("created_at", "id")`,
    );
    await queryRunner.query(`CREATE TABLE "service_record" (
       "id" uuid NOT NULL,
       "version" integer NOT NULL,
       "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "created_by_id" uuid,
       "data_key_id" uuid NOT NULL,
       "case_id" uuid NOT NULL,
       "referral_id" uuid NOT NULL,
       "provider_id" uuid NOT NULL,
       "service_provided_at" TIMESTAMP WITH TIME ZONE,
       "provider_note" bytea,
       "feedback_from_survivor" text,
       CONSTRAINT "service_record_feedback_from_survivor_code" CHECK ("feedback_from_survivor" IN ('SATISFIED', 'PARTLY', 'NOT')),
       CONSTRAINT "service_record_pkey" PRIMARY KEY ("id")
    )`);
    await queryRunner.query(`CREATE INDEX "service_record_case_id_idx" ON "service_record"  ("case_id")`);
    await queryRunner.query(
      `CREATE UNIQUE INDEX "service_record_referral_id_idx" ON "service_record"  ("referral_id")`,
    );
    await queryRunner.query(`CREATE INDEX "service_record_provider_id_idx" ON "service_record"  ("provider_id")`);
    await queryRunner.query(
      `CREATE INDEX "service_record_created_at_id_idx" ON "service_record"  ("created_at", "id")`,
    );
    await queryRunner.query(`CREATE TABLE "survivor_identity" (
       "id" uuid NOT NULL,
       "version" integer NOT NULL,
       "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "created_by_id" uuid,
       "data_key_id" uuid NOT NULL,
       "survivor_id" uuid NOT NULL,
       "legal_name" bytea,
       "working_name" bytea,
       "phone" bytea,
       "id_number" bytea,
       "address" bytea,
       "date_of_birth" bytea,
       CONSTRAINT "survivor_identity_pkey" PRIMARY KEY ("id")
    )`);
    await queryRunner.query(
      `CREATE UNIQUE INDEX "survivor_identity_survivor_id_idx" ON "survivor_identity"  ("survivor_id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "survivor_identity_created_at_id_idx" ON "survivor_identity"  ("created_at", "id")`,
    );
    await queryRunner.query(`CREATE TABLE "safe_contact" (
       "id" uuid NOT NULL,
       "version" integer NOT NULL,
       "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "created_by_id" uuid,
       "data_key_id" uuid NOT NULL,
       "survivor_id" uuid NOT NULL,
       "method" text NOT NULL,
       "times" bytea,
       "note" bytea,
       CONSTRAINT "safe_contact_method_code" CHECK ("method" IN ('CALL', 'SMS', 'WHATSAPP', 'IN_PERSON', 'VIA_PEER', 'DO_NOT_CONTACT')),
       CONSTRAINT "safe_contact_pkey" PRIMARY KEY ("id")
    )`);
    await queryRunner.query(`CREATE UNIQUE INDEX "safe_contact_survivor_id_idx" ON "safe_contact"  ("survivor_id")`);
    await queryRunner.query(`CREATE INDEX "safe_contact_created_at_id_idx" ON "safe_contact"  ("created_at", "id")`);
    await queryRunner.query(`CREATE TABLE "training" (
       "id" uuid NOT NULL,
       "version" integer NOT NULL,
       "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "created_by_id" uuid,
       "organisation_id" uuid NOT NULL,
       "title" text NOT NULL,
       "topic" text NOT NULL,
       "audience" text NOT NULL,
       "level" text NOT NULL,
       "outcome" text NOT NULL,
       "material" text,
       "start_on" date NOT NULL,
       "end_on" date,
       "hours" integer,
       "district_id" uuid,
       "facilitators" integer,
       "status" text NOT NULL,
       CONSTRAINT "training_topic_code" CHECK ("topic" IN ('RIGHTS_LITERACY', 'POLICE_SENSITISATION', 'POLICE_TRAINING_OF_TRAINERS', 'MEDIA', 'CAPACITY_BUILDING_MOVEMENT', 'PARALEGAL', 'EMERGENCY_RESPONSE', 'HEALTH_WORKER_SENSITISATION', 'RELIGIOUS_LEADER', 'POLICY_MAKER', 'LEADERSHIP', 'SECURITY_DATA_PROTECTION')),
       CONSTRAINT "training_audience_code" CHECK ("audience" IN ('SEX_WORKER', 'POLICE', 'MEDIA', 'HEALTH_WORKER', 'RELIGIOUS_LEADER', 'POLICY_MAKER', 'PLATFORM_LEADER', 'ASSOCIATION', 'PARALEGAL', 'NGO', 'OTHER')),
       CONSTRAINT "training_level_code" CHECK ("level" IN ('COMMUNITY', 'NATIONAL', 'REGIONAL', 'GLOBAL')),
       CONSTRAINT "training_outcome_code" CHECK ("outcome" IN ('LTO1', 'LTO2', 'LTO3', 'LTO4')),
       CONSTRAINT "training_hours_range" CHECK ("hours" BETWEEN 1 AND 1000),
       CONSTRAINT "training_facilitators_range" CHECK ("facilitators" BETWEEN 0 AND 1000),
       CONSTRAINT "training_status_code" CHECK ("status" IN ('PLANNED', 'CONFIRMED', 'HELD', 'REPORTED', 'VERIFIED', 'POSTPONED', 'CANCELLED')),
       CONSTRAINT "training_pkey" PRIMARY KEY ("id")
    )`);
    await queryRunner.query(`CREATE INDEX "training_organisation_id_idx" ON "training"  ("organisation_id")`);
    await queryRunner.query(`CREATE INDEX "training_district_id_idx" ON "training"  ("district_id")`);
    await queryRunner.query(`CREATE INDEX "training_start_on_id_idx" ON "training"  ("start_on", "id")`);
    await queryRunner.query(`CREATE TABLE "training_participation" (
       "id" uuid NOT NULL,
       "version" integer NOT NULL,
       "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "created_by_id" uuid,
       "training_id" uuid NOT NULL,
       "gender_identity" text NOT NULL,
       "age_band" text NOT NULL,
       "audience" text NOT NULL,
       "enrolled" integer NOT NULL,
       "completed" integer NOT NULL,
       "pre_score" integer,
       "post_score" integer,
       CONSTRAINT "training_participation_gender_identity_code" CHECK ("gender_identity" IN ('WOMAN', 'MAN', 'TRANS_WOMAN', 'TRANS_MAN', 'NON_BINARY', 'INTERSEX', 'OTHER', 'PREFER_NOT_TO_SAY')),
       CONSTRAINT "training_participation_age_band_code" CHECK ("age_band" IN ('UNDER_18', 'AGE_18_24', 'AGE_25_34', 'AGE_35_49', 'AGE_50_PLUS', 'UNKNOWN')),
       CONSTRAINT "training_participation_audience_code" CHECK ("audience" IN ('SEX_WORKER', 'POLICE', 'MEDIA', 'HEALTH_WORKER', 'RELIGIOUS_LEADER', 'POLICY_MAKER', 'PLATFORM_LEADER', 'ASSOCIATION', 'PARALEGAL', 'NGO', 'OTHER')),
       CONSTRAINT "training_participation_enrolled_range" CHECK ("enrolled" BETWEEN 0 AND 100000),
       CONSTRAINT "training_participation_completed_range" CHECK ("completed" BETWEEN 0 AND 100000),
       CONSTRAINT "training_participation_pre_score_range" CHECK ("pre_score" BETWEEN 0 AND 100),
       CONSTRAINT "training_participation_post_score_range" CHECK ("post_score" BETWEEN 0 AND 100),
       CONSTRAINT "training_participation_pkey" PRIMARY KEY ("id")
    )`);
    await queryRunner.query(
      `CREATE INDEX "training_participation_training_id_idx" ON "training_participation"  ("training_id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "training_participation_created_at_id_idx" ON "training_participation"  ("created_at", "id")`,
    );
    await queryRunner.query(
      `ALTER TABLE "district" ADD CONSTRAINT "district_province_id_fkey" FOREIGN KEY ("province_id") REFERENCES "province"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "organisation" ADD CONSTRAINT "organisation_province_id_fkey" FOREIGN KEY ("province_id") REFERENCES "province"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "advocacy_activity" ADD CONSTRAINT "advocacy_activity_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "staff_member" ADD CONSTRAINT "staff_member_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "survivor_demographics" ADD CONSTRAINT "survivor_demographics_survivor_id_fkey" FOREIGN KEY ("survivor_id") REFERENCES "survivor"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "survivor_demographics" ADD CONSTRAINT "survivor_demographics_home_district_id_fkey" FOREIGN KEY ("home_district_id") REFERENCES "district"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "case" ADD CONSTRAINT "case_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "case" ADD CONSTRAINT "case_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "staff_member"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "case" ADD CONSTRAINT "case_survivor_id_fkey" FOREIGN KEY ("survivor_id") REFERENCES "survivor"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "case" ADD CONSTRAINT "case_duplicate_of_id_fkey" FOREIGN KEY ("duplicate_of_id") REFERENCES "case"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "case" ADD CONSTRAINT "case_closure_requested_by_id_fkey" FOREIGN KEY ("closure_requested_by_id") REFERENCES "staff_member"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "case_note" ADD CONSTRAINT "case_note_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "case_transfer" ADD CONSTRAINT "case_transfer_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "case_transfer" ADD CONSTRAINT "case_transfer_from_organisation_id_fkey" FOREIGN KEY ("from_organisation_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "case_transfer" ADD CONSTRAINT "case_transfer_to_organisation_id_fkey" FOREIGN KEY ("to_organisation_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "shared_case" ADD CONSTRAINT "shared_case_province_id_fkey" FOREIGN KEY ("province_id") REFERENCES "province"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "shared_incident" ADD CONSTRAINT "shared_incident_shared_case_id_fkey" FOREIGN KEY ("shared_case_id") REFERENCES "shared_case"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "shared_incident" ADD CONSTRAINT "shared_incident_province_id_fkey" FOREIGN KEY ("province_id") REFERENCES "province"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "consent" ADD CONSTRAINT "consent_survivor_id_fkey" FOREIGN KEY ("survivor_id") REFERENCES "survivor"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "consent" ADD CONSTRAINT "consent_recipient_id_fkey" FOREIGN KEY ("recipient_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "consent" ADD CONSTRAINT "consent_withdraws_id_fkey" FOREIGN KEY ("withdraws_id") REFERENCES "consent"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "consent" ADD CONSTRAINT "consent_taken_by_id_fkey" FOREIGN KEY ("taken_by_id") REFERENCES "staff_member"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "incident" ADD CONSTRAINT "incident_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "incident" ADD CONSTRAINT "incident_district_id_fkey" FOREIGN KEY ("district_id") REFERENCES "district"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "incident_detail" ADD CONSTRAINT "incident_detail_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "incident_detail" ADD CONSTRAINT "incident_detail_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "alleged_perpetrator" ADD CONSTRAINT "alleged_perpetrator_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "alleged_perpetrator" ADD CONSTRAINT "alleged_perpetrator_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "perpetrator_identity" ADD CONSTRAINT "perpetrator_identity_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "perpetrator_identity" ADD CONSTRAINT "perpetrator_identity_alleged_perpetrator_id_fkey" FOREIGN KEY ("alleged_perpetrator_id") REFERENCES "alleged_perpetrator"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "incident_narrative" ADD CONSTRAINT "incident_narrative_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "incident_narrative" ADD CONSTRAINT "incident_narrative_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "incident_injury" ADD CONSTRAINT "incident_injury_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "incident_injury" ADD CONSTRAINT "incident_injury_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "referral" ADD CONSTRAINT "referral_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "referral" ADD CONSTRAINT "referral_survivor_id_fkey" FOREIGN KEY ("survivor_id") REFERENCES "survivor"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "referral" ADD CONSTRAINT "referral_district_id_fkey" FOREIGN KEY ("district_id") REFERENCES "district"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "referral" ADD CONSTRAINT "referral_from_organisation_id_fkey" FOREIGN KEY ("from_organisation_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "referral" ADD CONSTRAINT "referral_to_organisation_id_fkey" FOREIGN KEY ("to_organisation_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "referral" ADD CONSTRAINT "referral_consent_id_fkey" FOREIGN KEY ("consent_id") REFERENCES "consent"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "referral_reason" ADD CONSTRAINT "referral_reason_referral_id_fkey" FOREIGN KEY ("referral_id") REFERENCES "referral"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "service_record" ADD CONSTRAINT "service_record_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "service_record" ADD CONSTRAINT "service_record_referral_id_fkey" FOREIGN KEY ("referral_id") REFERENCES "referral"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "service_record" ADD CONSTRAINT "service_record_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "survivor_identity" ADD CONSTRAINT "survivor_identity_survivor_id_fkey" FOREIGN KEY ("survivor_id") REFERENCES "survivor"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "safe_contact" ADD CONSTRAINT "safe_contact_survivor_id_fkey" FOREIGN KEY ("survivor_id") REFERENCES "survivor"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "training" ADD CONSTRAINT "training_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "training" ADD CONSTRAINT "training_district_id_fkey" FOREIGN KEY ("district_id") REFERENCES "district"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "training_participation" ADD CONSTRAINT "training_participation_training_id_fkey" FOREIGN KEY ("training_id") REFERENCES "training"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `ALTER TABLE "training_participation" DROP CONSTRAINT "training_participation_training_id_fkey"`,
    );
    await queryRunner.query(`ALTER TABLE "training" DROP CONSTRAINT "training_district_id_fkey"`);
    await queryRunner.query(`ALTER TABLE "training" DROP CONSTRAINT "training_organisation_id_fkey"`);
    await queryRunner.query(`ALTER TABLE "safe_contact" DROP CONSTRAINT "safe_contact_survivor_id_fkey"`);
    await queryRunner.query(`ALTER TABLE "survivor_identity" DROP CONSTRAINT "survivor_identity_survivor_id_fkey"`);
    await queryRunner.query(`ALTER TABLE "service_record" DROP CONSTRAINT "service_record_provider_id_fkey"`);
    await queryRunner.query(`ALTER TABLE "service_record" DROP CONSTRAINT "service_record_referral_id_fkey"`);
    await queryRunner.query(`ALTER TABLE "service_record" DROP CONSTRAINT "service_record_case_id_fkey"`);
    await queryRunner.query(`ALTER TABLE "referral_reason" DROP CONSTRAINT "referral_reason_referral_id_fkey"`);
    await queryRunner.query(`ALTER TABLE "referral" DROP CONSTRAINT "referral_consent_id_fkey"`);
    await queryRunner.query(`ALTER TABLE "referral" DROP CONSTRAINT "referral_to_organisation_id_fkey"`);
    await queryRunner.query(`ALTER TABLE "referral" DROP CONSTRAINT "referral_from_organisation_id_fkey"`);
    await queryRunner.query(`ALTER TABLE "referral" DROP CONSTRAINT "referral_district_id_fkey"`);
    await queryRunner.query(`ALTER TABLE "referral" DROP CONSTRAINT "referral_survivor_id_fkey"`);
    await queryRunner.query(`ALTER TABLE "referral" DROP CONSTRAINT "referral_case_id_fkey"`);
    await queryRunner.query(`ALTER TABLE "incident_injury" DROP CONSTRAINT "incident_injury_incident_id_fkey"`);
    await queryRunner.query(`ALTER TABLE "incident_injury" DROP CONSTRAINT "incident_injury_case_id_fkey"`);
    await queryRunner.query(`ALTER TABLE "incident_narrative" DROP CONSTRAINT "incident_narrative_incident_id_fkey"`);
    await queryRunner.query(`ALTER TABLE "incident_narrative" DROP CONSTRAINT "incident_narrative_case_id_fkey"`);
    await queryRunner.query(
      `ALTER TABLE "perpetrator_identity" DROP CONSTRAINT "perpetrator_identity_alleged_perpetrator_id_fkey"`,
    );
    await queryRunner.query(`ALTER TABLE "perpetrator_identity" DROP CONSTRAINT "perpetrator_identity_case_id_fkey"`);
    await queryRunner.query(`ALTER TABLE "alleged_perpetrator" DROP CONSTRAINT "alleged_perpetrator_incident_id_fkey"`);
    await queryRunner.query(`ALTER TABLE "alleged_perpetrator" DROP CONSTRAINT "alleged_perpetrator_case_id_fkey"`);
    await queryRunner.query(`ALTER TABLE "incident_detail" DROP CONSTRAINT "incident_detail_incident_id_fkey"`);
    await queryRunner.query(`ALTER TABLE "incident_detail" DROP CONSTRAINT "incident_detail_case_id_fkey"`);
    await queryRunner.query(`ALTER TABLE "incident" DROP CONSTRAINT "incident_district_id_fkey"`);
    await queryRunner.query(`ALTER TABLE "incident" DROP CONSTRAINT "incident_case_id_fkey"`);
    await queryRunner.query(`ALTER TABLE "consent" DROP CONSTRAINT "consent_taken_by_id_fkey"`);
    await queryRunner.query(`ALTER TABLE "consent" DROP CONSTRAINT "consent_withdraws_id_fkey"`);
    await queryRunner.query(`ALTER TABLE "consent" DROP CONSTRAINT "consent_recipient_id_fkey"`);
    await queryRunner.query(`ALTER TABLE "consent" DROP CONSTRAINT "consent_survivor_id_fkey"`);
    await queryRunner.query(`ALTER TABLE "shared_incident" DROP CONSTRAINT "shared_incident_province_id_fkey"`);
    await queryRunner.query(`ALTER TABLE "shared_incident" DROP CONSTRAINT "shared_incident_shared_case_id_fkey"`);
    await queryRunner.query(`ALTER TABLE "shared_case" DROP CONSTRAINT "shared_case_province_id_fkey"`);
    await queryRunner.query(`ALTER TABLE "case_transfer" DROP CONSTRAINT "case_transfer_to_organisation_id_fkey"`);
    await queryRunner.query(`ALTER TABLE "case_transfer" DROP CONSTRAINT "case_transfer_from_organisation_id_fkey"`);
    await queryRunner.query(`ALTER TABLE "case_transfer" DROP CONSTRAINT "case_transfer_case_id_fkey"`);
    await queryRunner.query(`ALTER TABLE "case_note" DROP CONSTRAINT "case_note_case_id_fkey"`);
    await queryRunner.query(`ALTER TABLE "case" DROP CONSTRAINT "case_closure_requested_by_id_fkey"`);
    await queryRunner.query(`ALTER TABLE "case" DROP CONSTRAINT "case_duplicate_of_id_fkey"`);
    await queryRunner.query(`ALTER TABLE "case" DROP CONSTRAINT "case_survivor_id_fkey"`);
    await queryRunner.query(`ALTER TABLE "case" DROP CONSTRAINT "case_owner_id_fkey"`);
    await queryRunner.query(`ALTER TABLE "case" DROP CONSTRAINT "case_organisation_id_fkey"`);
    await queryRunner.query(
      `ALTER TABLE "survivor_demographics" DROP CONSTRAINT "survivor_demographics_home_district_id_fkey"`,
    );
    await queryRunner.query(
      `ALTER TABLE "survivor_demographics" DROP CONSTRAINT "survivor_demographics_survivor_id_fkey"`,
    );
    await queryRunner.query(`ALTER TABLE "staff_member" DROP CONSTRAINT "staff_member_organisation_id_fkey"`);
    await queryRunner.query(`ALTER TABLE "advocacy_activity" DROP CONSTRAINT "advocacy_activity_organisation_id_fkey"`);
    await queryRunner.query(`ALTER TABLE "organisation" DROP CONSTRAINT "organisation_province_id_fkey"`);
    await queryRunner.query(`ALTER TABLE "district" DROP CONSTRAINT "district_province_id_fkey"`);
    await queryRunner.query(`DROP INDEX "training_participation_created_at_id_idx"`);
    await queryRunner.query(`DROP INDEX "training_participation_training_id_idx"`);
    await queryRunner.query(`DROP TABLE "training_participation"`);
    await queryRunner.query(`DROP INDEX "training_start_on_id_idx"`);
    await queryRunner.query(`DROP INDEX "training_district_id_idx"`);
    await queryRunner.query(`DROP INDEX "training_organisation_id_idx"`);
    await queryRunner.query(`DROP TABLE "training"`);
    await queryRunner.query(`DROP INDEX "safe_contact_created_at_id_idx"`);
    await queryRunner.query(`DROP INDEX "safe_contact_survivor_id_idx"`);
    await queryRunner.query(`DROP TABLE "safe_contact"`);
    await queryRunner.query(`DROP INDEX "survivor_identity_created_at_id_idx"`);
    await queryRunner.query(`DROP INDEX "survivor_identity_survivor_id_idx"`);
    await queryRunner.query(`DROP TABLE "survivor_identity"`);
    await queryRunner.query(`DROP INDEX "service_record_created_at_id_idx"`);
    await queryRunner.query(`DROP INDEX "service_record_provider_id_idx"`);
    await queryRunner.query(`DROP INDEX "service_record_referral_id_idx"`);
    await queryRunner.query(`DROP INDEX "service_record_case_id_idx"`);
    await queryRunner.query(`DROP TABLE "service_record"`);
    await queryRunner.query(`DROP INDEX "referral_reason_created_at_id_idx"`);
    await queryRunner.query(`DROP INDEX "referral_reason_referral_id_idx"`);
    await queryRunner.query(`DROP TABLE "referral_reason"`);
    await queryRunner.query(`DROP INDEX "referral_to_organisation_id_requested_at_id_idx"`);
    await queryRunner.query(`DROP INDEX "referral_requested_at_id_idx"`);
    await queryRunner.query(`DROP INDEX "referral_consent_id_idx"`);
    await queryRunner.query(`DROP INDEX "referral_to_organisation_id_idx"`);
    await queryRunner.query(`DROP INDEX "referral_from_organisation_id_idx"`);
    await queryRunner.query(`DROP INDEX "referral_district_id_idx"`);
    await queryRunner.query(`DROP INDEX "referral_survivor_id_idx"`);
    await queryRunner.query(`DROP INDEX "referral_case_id_idx"`);
    await queryRunner.query(`DROP TABLE "referral"`);
    await queryRunner.query(`DROP INDEX "incident_injury_created_at_id_idx"`);
    await queryRunner.query(`DROP INDEX "incident_injury_incident_id_idx"`);
    await queryRunner.query(`DROP INDEX "incident_injury_case_id_idx"`);
    await queryRunner.query(`DROP TABLE "incident_injury"`);
    await queryRunner.query(`DROP INDEX "incident_narrative_created_at_id_idx"`);
    await queryRunner.query(`DROP INDEX "incident_narrative_incident_id_idx"`);
    await queryRunner.query(`DROP INDEX "incident_narrative_case_id_idx"`);
    await queryRunner.query(`DROP TABLE "incident_narrative"`);
    await queryRunner.query(`DROP INDEX "perpetrator_identity_created_at_id_idx"`);
    await queryRunner.query(`DROP INDEX "perpetrator_identity_alleged_perpetrator_id_idx"`);
    await queryRunner.query(`DROP INDEX "perpetrator_identity_case_id_idx"`);
    await queryRunner.query(`DROP TABLE "perpetrator_identity"`);
    await queryRunner.query(`DROP INDEX "alleged_perpetrator_created_at_id_idx"`);
    await queryRunner.query(`DROP INDEX "alleged_perpetrator_incident_id_idx"`);
    await queryRunner.query(`DROP INDEX "alleged_perpetrator_case_id_idx"`);
    await queryRunner.query(`DROP TABLE "alleged_perpetrator"`);
    await queryRunner.query(`DROP INDEX "incident_detail_created_at_id_idx"`);
    await queryRunner.query(`DROP INDEX "incident_detail_incident_id_idx"`);
    await queryRunner.query(`DROP INDEX "incident_detail_case_id_idx"`);
    await queryRunner.query(`DROP TABLE "incident_detail"`);
    await queryRunner.query(`DROP INDEX "incident_reported_at_id_idx"`);
    await queryRunner.query(`DROP INDEX "incident_district_id_idx"`);
    await queryRunner.query(`DROP INDEX "incident_case_id_idx"`);
    await queryRunner.query(`DROP TABLE "incident"`);
    await queryRunner.query(`DROP INDEX "country_code_id_idx"`);
    await queryRunner.query(`DROP TABLE "country"`);
    await queryRunner.query(`DROP INDEX "consent_taken_at_id_idx"`);
    await queryRunner.query(`DROP INDEX "consent_taken_by_id_idx"`);
    await queryRunner.query(`DROP INDEX "consent_withdraws_id_idx"`);
    await queryRunner.query(`DROP INDEX "consent_recipient_id_idx"`);
    await queryRunner.query(`DROP INDEX "consent_survivor_id_idx"`);
    await queryRunner.query(`DROP TABLE "consent"`);
    await queryRunner.query(`DROP INDEX "shared_incident_month_id_idx"`);
    await queryRunner.query(`DROP INDEX "shared_incident_province_id_idx"`);
    await queryRunner.query(`DROP INDEX "shared_incident_shared_case_id_idx"`);
    await queryRunner.query(`DROP TABLE "shared_incident"`);
    await queryRunner.query(`DROP INDEX "shared_case_opened_month_id_idx"`);
    await queryRunner.query(`DROP INDEX "shared_case_province_id_idx"`);
    await queryRunner.query(`DROP TABLE "shared_case"`);
    await queryRunner.query(`DROP INDEX "case_transfer_requested_at_id_idx"`);
    await queryRunner.query(`DROP INDEX "case_transfer_to_organisation_id_idx"`);
    await queryRunner.query(`DROP INDEX "case_transfer_from_organisation_id_idx"`);
    await queryRunner.query(`DROP INDEX "case_transfer_case_id_idx"`);
    await queryRunner.query(`DROP TABLE "case_transfer"`);
    await queryRunner.query(`DROP INDEX "case_note_created_at_id_idx"`);
    await queryRunner.query(`DROP INDEX "case_note_case_id_idx"`);
    await queryRunner.query(`DROP TABLE "case_note"`);
    await queryRunner.query(`DROP INDEX "case_organisation_id_opened_at_id_idx"`);
    await queryRunner.query(`DROP INDEX "case_opened_at_id_idx"`);
    await queryRunner.query(`DROP INDEX "case_closure_requested_by_id_idx"`);
    await queryRunner.query(`DROP INDEX "case_duplicate_of_id_idx"`);
    await queryRunner.query(`DROP INDEX "case_survivor_id_idx"`);
    await queryRunner.query(`DROP INDEX "case_owner_id_idx"`);
    await queryRunner.query(`DROP INDEX "case_organisation_id_idx"`);
    await queryRunner.query(`DROP INDEX "case_display_id_idx"`);
    await queryRunner.query(`DROP TABLE "case"`);
    await queryRunner.query(`DROP INDEX "survivor_demographics_created_at_id_idx"`);
    await queryRunner.query(`DROP INDEX "survivor_demographics_home_district_id_idx"`);
    await queryRunner.query(`DROP INDEX "survivor_demographics_survivor_id_idx"`);
    await queryRunner.query(`DROP TABLE "survivor_demographics"`);
    await queryRunner.query(`DROP INDEX "survivor_created_at_id_idx"`);
    await queryRunner.query(`DROP INDEX "survivor_survivor_code_idx"`);
    await queryRunner.query(`DROP TABLE "survivor"`);
    await queryRunner.query(`DROP INDEX "staff_member_name_id_idx"`);
    await queryRunner.query(`DROP INDEX "staff_member_organisation_id_idx"`);
    await queryRunner.query(`DROP TABLE "staff_member"`);
    await queryRunner.query(`DROP INDEX "advocacy_activity_activity_on_id_idx"`);
    await queryRunner.query(`DROP INDEX "advocacy_activity_organisation_id_idx"`);
    await queryRunner.query(`DROP TABLE "advocacy_activity"`);
    await queryRunner.query(`DROP INDEX "organisation_name_id_idx"`);
    await queryRunner.query(`DROP INDEX "organisation_province_id_idx"`);
    await queryRunner.query(`DROP TABLE "organisation"`);
    await queryRunner.query(`DROP INDEX "district_code_id_idx"`);
    await queryRunner.query(`DROP INDEX "district_province_id_idx"`);
    await queryRunner.query(`DROP INDEX "district_code_idx"`);
    await queryRunner.query(`DROP TABLE "district"`);
    await queryRunner.query(`DROP INDEX "province_code_id_idx"`);
    await queryRunner.query(`DROP INDEX "province_code_idx"`);
    await queryRunner.query(`DROP TABLE "province"`);
    await queryRunner.query(`DROP INDEX "access_log_entry_survivor_id_created_at_idx"`);
    await queryRunner.query(`DROP INDEX "access_log_entry_actor_id_created_at_idx"`);
    await queryRunner.query(`DROP INDEX "access_log_entry_organisation_id_created_at_idx"`);
    await queryRunner.query(`DROP INDEX "access_log_entry_created_at_id_idx"`);
    await queryRunner.query(`DROP TABLE "access_log_entry"`);
    await queryRunner.query(`DROP TABLE "idempotency_record"`);
    await queryRunner.query(`DROP TABLE "data_key"`);
    await queryRunner.query(`DROP TABLE "change_entry"`);
    await queryRunner.query(`DROP INDEX "audit_event_record_id_at_idx"`);
    await queryRunner.query(`DROP TABLE "audit_event"`);
  }
}
