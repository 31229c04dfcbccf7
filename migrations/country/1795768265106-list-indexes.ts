/** list-indexes: generated from the entities. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ListIndexes1795768265106 implements MigrationInterface {
  readonly name = 'ListIndexes1795768265106';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX "access_log_entry_created_at_id_idx"`);
    await queryRunner.query(`DROP INDEX "access_log_entry_organisation_id_created_at_idx"`);
    await queryRunner.query(`DROP INDEX "access_log_entry_actor_id_created_at_idx"`);
    await queryRunner.query(`DROP INDEX "access_log_entry_survivor_id_created_at_idx"`);
    await queryRunner.query(`DROP INDEX "province_code_id_idx"`);
    await queryRunner.query(`DROP INDEX "district_province_id_idx"`);
    await queryRunner.query(`DROP INDEX "district_code_id_idx"`);
    await queryRunner.query(`DROP INDEX "organisation_province_id_idx"`);
    await queryRunner.query(`DROP INDEX "organisation_name_id_idx"`);
    await queryRunner.query(`DROP INDEX "advocacy_activity_organisation_id_idx"`);
    await queryRunner.query(`DROP INDEX "advocacy_activity_activity_on_id_idx"`);
    await queryRunner.query(`DROP INDEX "staff_member_organisation_id_idx"`);
    await queryRunner.query(`DROP INDEX "staff_member_name_id_idx"`);
    await queryRunner.query(`DROP INDEX "survivor_created_at_id_idx"`);
    await queryRunner.query(`DROP INDEX "survivor_demographics_home_district_id_idx"`);
    await queryRunner.query(`DROP INDEX "survivor_demographics_created_at_id_idx"`);
    await queryRunner.query(`DROP INDEX "case_organisation_id_idx"`);
    await queryRunner.query(`DROP INDEX "case_owner_id_idx"`);
    await queryRunner.query(`DROP INDEX "case_survivor_id_idx"`);
    await queryRunner.query(`DROP INDEX "case_duplicate_of_id_idx"`);
    await queryRunner.query(`DROP INDEX "case_closure_requested_by_id_idx"`);
    await queryRunner.query(`DROP INDEX "case_opened_at_id_idx"`);
    await queryRunner.query(`DROP INDEX "case_organisation_id_opened_at_id_idx"`);
    await queryRunner.query(`DROP INDEX "case_note_case_id_idx"`);
    await queryRunner.query(`DROP INDEX "case_note_created_at_id_idx"`);
    await queryRunner.query(`DROP INDEX "case_transfer_case_id_idx"`);
    await queryRunner.query(`DROP INDEX "case_transfer_from_organisation_id_idx"`);
    await queryRunner.query(`DROP INDEX "case_transfer_to_organisation_id_idx"`);
    await queryRunner.query(`DROP INDEX "case_transfer_requested_at_id_idx"`);
    await queryRunner.query(`DROP INDEX "shared_case_province_id_idx"`);
    await queryRunner.query(`DROP INDEX "shared_case_opened_month_id_idx"`);
    await queryRunner.query(`DROP INDEX "shared_incident_shared_case_id_idx"`);
    await queryRunner.query(`DROP INDEX "shared_incident_province_id_idx"`);
    await queryRunner.query(`DROP INDEX "shared_incident_month_id_idx"`);
    await queryRunner.query(`DROP INDEX "consent_survivor_id_idx"`);
    await queryRunner.query(`DROP INDEX "consent_recipient_id_idx"`);
    await queryRunner.query(`DROP INDEX "consent_withdraws_id_idx"`);
    await queryRunner.query(`DROP INDEX "consent_taken_by_id_idx"`);
    await queryRunner.query(`DROP INDEX "consent_taken_at_id_idx"`);
    await queryRunner.query(`DROP INDEX "country_code_id_idx"`);
    await queryRunner.query(`DROP INDEX "incident_case_id_idx"`);
    await queryRunner.query(`DROP INDEX "incident_district_id_idx"`);
    await queryRunner.query(`DROP INDEX "incident_reported_at_id_idx"`);
    await queryRunner.query(`DROP INDEX "incident_detail_case_id_idx"`);
    await queryRunner.query(`DROP INDEX "incident_detail_created_at_id_idx"`);
    await queryRunner.query(`DROP INDEX "alleged_perpetrator_case_id_idx"`);
    await queryRunner.query(`DROP INDEX "alleged_perpetrator_incident_id_idx"`);
    await queryRunner.query(`DROP INDEX "alleged_perpetrator_created_at_id_idx"`);
    await queryRunner.query(`DROP INDEX "perpetrator_identity_case_id_idx"`);
    await queryRunner.query(`DROP INDEX "perpetrator_identity_created_at_id_idx"`);
    await queryRunner.query(`DROP INDEX "incident_narrative_case_id_idx"`);
    await queryRunner.query(`DROP INDEX "incident_narrative_created_at_id_idx"`);
    await queryRunner.query(`DROP INDEX "incident_injury_case_id_idx"`);
    await queryRunner.query(`DROP INDEX "incident_injury_created_at_id_idx"`);
    await queryRunner.query(`DROP INDEX "referral_case_id_idx"`);
    await queryRunner.query(`DROP INDEX "referral_survivor_id_idx"`);
    await queryRunner.query(`DROP INDEX "referral_district_id_idx"`);
    await queryRunner.query(`DROP INDEX "referral_from_organisation_id_idx"`);
    await queryRunner.query(`DROP INDEX "referral_to_organisation_id_idx"`);
    await queryRunner.query(`DROP INDEX "referral_consent_id_idx"`);
    await queryRunner.query(`DROP INDEX "referral_requested_at_id_idx"`);
    await queryRunner.query(`DROP INDEX "referral_to_organisation_id_requested_at_id_idx"`);
    await queryRunner.query(`DROP INDEX "referral_reason_created_at_id_idx"`);
    await queryRunner.query(`DROP INDEX "service_record_case_id_idx"`);
    await queryRunner.query(`DROP INDEX "service_record_provider_id_idx"`);
    await queryRunner.query(`DROP INDEX "service_record_created_at_id_idx"`);
    await queryRunner.query(`DROP INDEX "survivor_identity_created_at_id_idx"`);
    await queryRunner.query(`DROP INDEX "safe_contact_created_at_id_idx"`);
    await queryRunner.query(`DROP INDEX "training_organisation_id_idx"`);
    await queryRunner.query(`DROP INDEX "training_district_id_idx"`);
    await queryRunner.query(`DROP INDEX "training_start_on_id_idx"`);
    await queryRunner.query(`DROP INDEX "training_participation_training_id_idx"`);
    await queryRunner.query(`DROP INDEX "training_participation_created_at_id_idx"`);
    await queryRunner.query(
      `CREATE INDEX "referral_to_organisation_id_3434b5_idx" ON "referral"  ("to_organisation_id") WHERE status IN ('ACCEPTED', 'IN_SERVICE')`,
    );
    await queryRunner.query(
      `CREATE INDEX "access_log_entry_created_at_list_a582f775" ON "access_log_entry" ("created_at", "id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "access_log_entry_actor_id_list_93216069" ON "access_log_entry" ("actor_id", "created_at", "id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "access_log_entry_organisation_id_list_cdc0f290" ON "access_log_entry" ("organisation_id", "created_at", "id") WHERE ("organisation_id" IS NOT NULL)`,
    );
    await queryRunner.query(
      `CREATE INDEX "access_log_entry_survivor_id_list_b6627b9f" ON "access_log_entry" ("survivor_id", "created_at", "id") WHERE ("survivor_id" IS NOT NULL)`,
    );
    await queryRunner.query(`CREATE INDEX "district_province_id_list_221849c8" ON "district" ("province_id")`);
    await queryRunner.query(
      `CREATE INDEX "organisation_province_id_list_c2a13ac7" ON "organisation" ("province_id") WHERE ("province_id" IS NOT NULL)`,
    );
    await queryRunner.query(
      `CREATE INDEX "advocacy_activity_updated_at_list_cbd03768" ON "advocacy_activity" ("updated_at", "id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "advocacy_activity_title_list_7f2b5e42" ON "advocacy_activity" ("title" COLLATE "C", "id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "advocacy_activity_activity_on_list_8bf1fed5" ON "advocacy_activity" ("activity_on", "id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "advocacy_activity_organisation_id_list_e795ce1d" ON "advocacy_activity" ("organisation_id", "activity_on", "id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "staff_member_organisation_id_list_94369e25" ON "staff_member" ("organisation_id") WHERE ("organisation_id" IS NOT NULL)`,
    );
    await queryRunner.query(`CREATE INDEX "survivor_created_at_list_c72fb0f2" ON "survivor" ("created_at", "id")`);
    await queryRunner.query(`CREATE INDEX "survivor_updated_at_list_68aa468c" ON "survivor" ("updated_at", "id")`);
    await queryRunner.query(
      `CREATE INDEX "survivor_survivor_code_list_3ae27451" ON "survivor" ("survivor_code" COLLATE "C", "id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "survivor_demographics_created_at_list_90a2e15a" ON "survivor_demographics" ("created_at", "id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "survivor_demographics_updated_at_list_9436db4b" ON "survivor_demographics" ("updated_at", "id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "survivor_demographics_home_district_id_list_2cbb0be4" ON "survivor_demographics" ("home_district_id", "created_at", "id") WHERE ("home_district_id" IS NOT NULL)`,
    );
    await queryRunner.query(`CREATE INDEX "case_updated_at_list_d2e70cd4" ON "case" ("updated_at", "id")`);
    await queryRunner.query(`CREATE INDEX "case_display_id_list_40bfeb50" ON "case" ("display_id" COLLATE "C", "id")`);
    await queryRunner.query(`CREATE INDEX "case_opened_at_list_f5a74f3f" ON "case" ("opened_at", "id")`);
    await queryRunner.query(
      `CREATE INDEX "case_closed_at_list_3ae22251" ON "case" (coalesce("closed_at", 'infinity'::timestamptz), "id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "case_closed_at_list_fca1de16" ON "case" (coalesce("closed_at", '-infinity'::timestamptz), "id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "case_organisation_id_list_67bbced6" ON "case" ("organisation_id", "opened_at", "id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "case_owner_id_list_20130542" ON "case" ("owner_id", "opened_at", "id") WHERE ("owner_id" IS NOT NULL)`,
    );
    await queryRunner.query(
      `CREATE INDEX "case_survivor_id_list_aca4f9ab" ON "case" ("survivor_id") WHERE ("survivor_id" IS NOT NULL)`,
    );
    await queryRunner.query(
      `CREATE INDEX "case_duplicate_of_id_list_f206231c" ON "case" ("duplicate_of_id") WHERE ("duplicate_of_id" IS NOT NULL)`,
    );
    await queryRunner.query(
      `CREATE INDEX "case_closure_requested_by_id_list_18524856" ON "case" ("closure_requested_by_id", "opened_at", "id") WHERE ("closure_requested_by_id" IS NOT NULL)`,
    );
    await queryRunner.query(`CREATE INDEX "case_note_created_at_list_1b55f65e" ON "case_note" ("created_at", "id")`);
    await queryRunner.query(`CREATE INDEX "case_note_case_id_list_a61a0774" ON "case_note" ("case_id")`);
    await queryRunner.query(
      `CREATE INDEX "case_transfer_updated_at_list_4cdb8ce2" ON "case_transfer" ("updated_at", "id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "case_transfer_requested_at_list_8daa69e2" ON "case_transfer" ("requested_at", "id")`,
    );
    await queryRunner.query(`CREATE INDEX "case_transfer_case_id_list_9324314a" ON "case_transfer" ("case_id")`);
    await queryRunner.query(
      `CREATE INDEX "case_transfer_from_organisation_id_list_e9a6c5dc" ON "case_transfer" ("from_organisation_id", "requested_at", "id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "case_transfer_to_organisation_id_list_b37990fa" ON "case_transfer" ("to_organisation_id", "requested_at", "id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "shared_case_updated_at_list_eadb74f5" ON "shared_case" ("updated_at", "id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "shared_case_opened_month_list_d76e8ab8" ON "shared_case" ("opened_month", "id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "shared_case_province_id_list_75117d88" ON "shared_case" ("province_id", "opened_month", "id") WHERE ("province_id" IS NOT NULL)`,
    );
    await queryRunner.query(
      `CREATE INDEX "shared_incident_updated_at_list_14108b75" ON "shared_incident" ("updated_at", "id")`,
    );
    await queryRunner.query(`CREATE INDEX "shared_incident_month_list_8737f7a2" ON "shared_incident" ("month", "id")`);
    await queryRunner.query(
      `CREATE INDEX "shared_incident_shared_case_id_list_0bf297a4" ON "shared_incident" ("shared_case_id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "shared_incident_province_id_list_76bf3227" ON "shared_incident" ("province_id", "month", "id") WHERE ("province_id" IS NOT NULL)`,
    );
    await queryRunner.query(`CREATE INDEX "consent_taken_at_list_4d285233" ON "consent" ("taken_at", "id")`);
    await queryRunner.query(`CREATE INDEX "consent_survivor_id_list_99eeedfa" ON "consent" ("survivor_id")`);
    await queryRunner.query(
      `CREATE INDEX "consent_recipient_id_list_512f5ff7" ON "consent" ("recipient_id", "taken_at", "id") WHERE ("recipient_id" IS NOT NULL)`,
    );
    await queryRunner.query(
      `CREATE INDEX "consent_withdraws_id_list_defd0da2" ON "consent" ("withdraws_id") WHERE ("withdraws_id" IS NOT NULL)`,
    );
    await queryRunner.query(
      `CREATE INDEX "consent_taken_by_id_list_721dbf14" ON "consent" ("taken_by_id", "taken_at", "id")`,
    );
    await queryRunner.query(`CREATE INDEX "incident_updated_at_list_ac8bcfe1" ON "incident" ("updated_at", "id")`);
    await queryRunner.query(
      `CREATE INDEX "incident_occurred_month_list_7941ec9c" ON "incident" (coalesce("occurred_month", 'infinity'::date), "id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "incident_occurred_month_list_de6bb7a6" ON "incident" (coalesce("occurred_month", '-infinity'::date), "id")`,
    );
    await queryRunner.query(`CREATE INDEX "incident_reported_at_list_809d033c" ON "incident" ("reported_at", "id")`);
    await queryRunner.query(`CREATE INDEX "incident_case_id_list_5debc4a4" ON "incident" ("case_id")`);
    await queryRunner.query(
      `CREATE INDEX "incident_district_id_list_d0f6b32f" ON "incident" ("district_id", "reported_at", "id") WHERE ("district_id" IS NOT NULL)`,
    );
    await queryRunner.query(
      `CREATE INDEX "incident_detail_created_at_list_162bee1c" ON "incident_detail" ("created_at", "id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "incident_detail_updated_at_list_c4cd4d96" ON "incident_detail" ("updated_at", "id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "incident_detail_occurred_on_list_df892b2a" ON "incident_detail" (coalesce("occurred_on", 'infinity'::date), "id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "incident_detail_occurred_on_list_5c2bc1da" ON "incident_detail" (coalesce("occurred_on", '-infinity'::date), "id")`,
    );
    await queryRunner.query(`CREATE INDEX "incident_detail_case_id_list_e331a55f" ON "incident_detail" ("case_id")`);
    await queryRunner.query(
      `CREATE INDEX "alleged_perpetrator_created_at_list_d0796230" ON "alleged_perpetrator" ("created_at", "id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "alleged_perpetrator_updated_at_list_72f45202" ON "alleged_perpetrator" ("updated_at", "id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "alleged_perpetrator_case_id_list_821c0e3a" ON "alleged_perpetrator" ("case_id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "alleged_perpetrator_incident_id_list_692447b6" ON "alleged_perpetrator" ("incident_id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "perpetrator_identity_created_at_list_bcee9b4a" ON "perpetrator_identity" ("created_at", "id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "perpetrator_identity_case_id_list_18fad317" ON "perpetrator_identity" ("case_id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "incident_narrative_created_at_list_7e232d01" ON "incident_narrative" ("created_at", "id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "incident_narrative_case_id_list_93ea8477" ON "incident_narrative" ("case_id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "incident_injury_created_at_list_2c089372" ON "incident_injury" ("created_at", "id")`,
    );
    await queryRunner.query(`CREATE INDEX "incident_injury_case_id_list_0676ec32" ON "incident_injury" ("case_id")`);
    await queryRunner.query(`CREATE INDEX "referral_updated_at_list_4e6fdf6b" ON "referral" ("updated_at", "id")`);
    await queryRunner.query(`CREATE INDEX "referral_requested_at_list_7d672dbb" ON "referral" ("requested_at", "id")`);
    await queryRunner.query(
      `CREATE INDEX "referral_appointment_at_list_fce65424" ON "referral" (coalesce("appointment_at", 'infinity'::timestamptz), "id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "referral_appointment_at_list_01002fa0" ON "referral" (coalesce("appointment_at", '-infinity'::timestamptz), "id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "referral_ended_at_list_5b755f55" ON "referral" (coalesce("ended_at", 'infinity'::timestamptz), "id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "referral_ended_at_list_e13ecf89" ON "referral" (coalesce("ended_at", '-infinity'::timestamptz), "id")`,
    );
    await queryRunner.query(`CREATE INDEX "referral_case_id_list_50558889" ON "referral" ("case_id")`);
    await queryRunner.query(
      `CREATE INDEX "referral_survivor_id_list_43bed8f9" ON "referral" ("survivor_id") WHERE ("survivor_id" IS NOT NULL)`,
    );
    await queryRunner.query(
      `CREATE INDEX "referral_district_id_list_cf0270da" ON "referral" ("district_id", "requested_at", "id") WHERE ("district_id" IS NOT NULL)`,
    );
    await queryRunner.query(
      `CREATE INDEX "referral_from_organisation_id_list_e7240b37" ON "referral" ("from_organisation_id", "requested_at", "id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "referral_to_organisation_id_list_4a3b7ec5" ON "referral" ("to_organisation_id", "requested_at", "id") WHERE ("to_organisation_id" IS NOT NULL)`,
    );
    await queryRunner.query(
      `CREATE INDEX "referral_consent_id_list_7ab8fa04" ON "referral" ("consent_id") WHERE ("consent_id" IS NOT NULL)`,
    );
    await queryRunner.query(
      `CREATE INDEX "referral_reason_created_at_list_4b7b9284" ON "referral_reason" ("created_at", "id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "service_record_created_at_list_bc78117f" ON "service_record" ("created_at", "id")`,
    );
    await queryRunner.query(`CREATE INDEX "service_record_case_id_list_8047f0bb" ON "service_record" ("case_id")`);
    await queryRunner.query(
      `CREATE INDEX "service_record_provider_id_list_e072873a" ON "service_record" ("provider_id", "created_at", "id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "survivor_identity_created_at_list_24398396" ON "survivor_identity" ("created_at", "id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "safe_contact_created_at_list_550ebc6a" ON "safe_contact" ("created_at", "id")`,
    );
    await queryRunner.query(`CREATE INDEX "training_updated_at_list_aecd6a0d" ON "training" ("updated_at", "id")`);
    await queryRunner.query(`CREATE INDEX "training_title_list_a2cc1f27" ON "training" ("title" COLLATE "C", "id")`);
    await queryRunner.query(`CREATE INDEX "training_start_on_list_83486e98" ON "training" ("start_on", "id")`);
    await queryRunner.query(
      `CREATE INDEX "training_end_on_list_a691c7c0" ON "training" (coalesce("end_on", 'infinity'::date), "id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "training_end_on_list_663ae629" ON "training" (coalesce("end_on", '-infinity'::date), "id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "training_organisation_id_list_7afa710d" ON "training" ("organisation_id", "start_on", "id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "training_district_id_list_76147c8b" ON "training" ("district_id", "start_on", "id") WHERE ("district_id" IS NOT NULL)`,
    );
    await queryRunner.query(
      `CREATE INDEX "training_participation_created_at_list_8af82a8d" ON "training_participation" ("created_at", "id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "training_participation_updated_at_list_faefc754" ON "training_participation" ("updated_at", "id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "training_participation_training_id_list_5c1745ff" ON "training_participation" ("training_id")`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX "access_log_entry_created_at_list_a582f775"`);
    await queryRunner.query(`DROP INDEX "access_log_entry_actor_id_list_93216069"`);
    await queryRunner.query(`DROP INDEX "access_log_entry_organisation_id_list_cdc0f290"`);
    await queryRunner.query(`DROP INDEX "access_log_entry_survivor_id_list_b6627b9f"`);
    await queryRunner.query(`DROP INDEX "district_province_id_list_221849c8"`);
    await queryRunner.query(`DROP INDEX "organisation_province_id_list_c2a13ac7"`);
    await queryRunner.query(`DROP INDEX "advocacy_activity_updated_at_list_cbd03768"`);
    await queryRunner.query(`DROP INDEX "advocacy_activity_title_list_7f2b5e42"`);
    await queryRunner.query(`DROP INDEX "advocacy_activity_activity_on_list_8bf1fed5"`);
    await queryRunner.query(`DROP INDEX "advocacy_activity_organisation_id_list_e795ce1d"`);
    await queryRunner.query(`DROP INDEX "staff_member_organisation_id_list_94369e25"`);
    await queryRunner.query(`DROP INDEX "survivor_created_at_list_c72fb0f2"`);
    await queryRunner.query(`DROP INDEX "survivor_updated_at_list_68aa468c"`);
    await queryRunner.query(`DROP INDEX "survivor_survivor_code_list_3ae27451"`);
    await queryRunner.query(`DROP INDEX "survivor_demographics_created_at_list_90a2e15a"`);
    await queryRunner.query(`DROP INDEX "survivor_demographics_updated_at_list_9436db4b"`);
    await queryRunner.query(`DROP INDEX "survivor_demographics_home_district_id_list_2cbb0be4"`);
    await queryRunner.query(`DROP INDEX "case_updated_at_list_d2e70cd4"`);
    await queryRunner.query(`DROP INDEX "case_display_id_list_40bfeb50"`);
    await queryRunner.query(`DROP INDEX "case_opened_at_list_f5a74f3f"`);
    await queryRunner.query(`DROP INDEX "case_closed_at_list_3ae22251"`);
    await queryRunner.query(`DROP INDEX "case_closed_at_list_fca1de16"`);
    await queryRunner.query(`DROP INDEX "case_organisation_id_list_67bbced6"`);
    await queryRunner.query(`DROP INDEX "case_owner_id_list_20130542"`);
    await queryRunner.query(`DROP INDEX "case_survivor_id_list_aca4f9ab"`);
    await queryRunner.query(`DROP INDEX "case_duplicate_of_id_list_f206231c"`);
    await queryRunner.query(`DROP INDEX "case_closure_requested_by_id_list_18524856"`);
    await queryRunner.query(`DROP INDEX "case_note_created_at_list_1b55f65e"`);
    await queryRunner.query(`DROP INDEX "case_note_case_id_list_a61a0774"`);
    await queryRunner.query(`DROP INDEX "case_transfer_updated_at_list_4cdb8ce2"`);
    await queryRunner.query(`DROP INDEX "case_transfer_requested_at_list_8daa69e2"`);
    await queryRunner.query(`DROP INDEX "case_transfer_case_id_list_9324314a"`);
    await queryRunner.query(`DROP INDEX "case_transfer_from_organisation_id_list_e9a6c5dc"`);
    await queryRunner.query(`DROP INDEX "case_transfer_to_organisation_id_list_b37990fa"`);
    await queryRunner.query(`DROP INDEX "shared_case_updated_at_list_eadb74f5"`);
    await queryRunner.query(`DROP INDEX "shared_case_opened_month_list_d76e8ab8"`);
    await queryRunner.query(`DROP INDEX "shared_case_province_id_list_75117d88"`);
    await queryRunner.query(`DROP INDEX "shared_incident_updated_at_list_14108b75"`);
    await queryRunner.query(`DROP INDEX "shared_incident_month_list_8737f7a2"`);
    await queryRunner.query(`DROP INDEX "shared_incident_shared_case_id_list_0bf297a4"`);
    await queryRunner.query(`DROP INDEX "shared_incident_province_id_list_76bf3227"`);
    await queryRunner.query(`DROP INDEX "consent_taken_at_list_4d285233"`);
    await queryRunner.query(`DROP INDEX "consent_survivor_id_list_99eeedfa"`);
    await queryRunner.query(`DROP INDEX "consent_recipient_id_list_512f5ff7"`);
    await queryRunner.query(`DROP INDEX "consent_withdraws_id_list_defd0da2"`);
    await queryRunner.query(`DROP INDEX "consent_taken_by_id_list_721dbf14"`);
    await queryRunner.query(`DROP INDEX "incident_updated_at_list_ac8bcfe1"`);
    await queryRunner.query(`DROP INDEX "incident_occurred_month_list_7941ec9c"`);
    await queryRunner.query(`DROP INDEX "incident_occurred_month_list_de6bb7a6"`);
    await queryRunner.query(`DROP INDEX "incident_reported_at_list_809d033c"`);
    await queryRunner.query(`DROP INDEX "incident_case_id_list_5debc4a4"`);
    await queryRunner.query(`DROP INDEX "incident_district_id_list_d0f6b32f"`);
    await queryRunner.query(`DROP INDEX "incident_detail_created_at_list_162bee1c"`);
    await queryRunner.query(`DROP INDEX "incident_detail_updated_at_list_c4cd4d96"`);
    await queryRunner.query(`DROP INDEX "incident_detail_occurred_on_list_df892b2a"`);
    await queryRunner.query(`DROP INDEX "incident_detail_occurred_on_list_5c2bc1da"`);
    await queryRunner.query(`DROP INDEX "incident_detail_case_id_list_e331a55f"`);
    await queryRunner.query(`DROP INDEX "alleged_perpetrator_created_at_list_d0796230"`);
    await queryRunner.query(`DROP INDEX "alleged_perpetrator_updated_at_list_72f45202"`);
    await queryRunner.query(`DROP INDEX "alleged_perpetrator_case_id_list_821c0e3a"`);
    await queryRunner.query(`DROP INDEX "alleged_perpetrator_incident_id_list_692447b6"`);
    await queryRunner.query(`DROP INDEX "perpetrator_identity_created_at_list_bcee9b4a"`);
    await queryRunner.query(`DROP INDEX "perpetrator_identity_case_id_list_18fad317"`);
    await queryRunner.query(`DROP INDEX "incident_narrative_created_at_list_7e232d01"`);
    await queryRunner.query(`DROP INDEX "incident_narrative_case_id_list_93ea8477"`);
    await queryRunner.query(`DROP INDEX "incident_injury_created_at_list_2c089372"`);
    await queryRunner.query(`DROP INDEX "incident_injury_case_id_list_0676ec32"`);
    await queryRunner.query(`DROP INDEX "referral_updated_at_list_4e6fdf6b"`);
    await queryRunner.query(`DROP INDEX "referral_requested_at_list_7d672dbb"`);
    await queryRunner.query(`DROP INDEX "referral_appointment_at_list_fce65424"`);
    await queryRunner.query(`DROP INDEX "referral_appointment_at_list_01002fa0"`);
    await queryRunner.query(`DROP INDEX "referral_ended_at_list_5b755f55"`);
    await queryRunner.query(`DROP INDEX "referral_ended_at_list_e13ecf89"`);
    await queryRunner.query(`DROP INDEX "referral_case_id_list_50558889"`);
    await queryRunner.query(`DROP INDEX "referral_survivor_id_list_43bed8f9"`);
    await queryRunner.query(`DROP INDEX "referral_district_id_list_cf0270da"`);
    await queryRunner.query(`DROP INDEX "referral_from_organisation_id_list_e7240b37"`);
    await queryRunner.query(`DROP INDEX "referral_to_organisation_id_list_4a3b7ec5"`);
    await queryRunner.query(`DROP INDEX "referral_consent_id_list_7ab8fa04"`);
    await queryRunner.query(`DROP INDEX "referral_reason_created_at_list_4b7b9284"`);
    await queryRunner.query(`DROP INDEX "service_record_created_at_list_bc78117f"`);
    await queryRunner.query(`DROP INDEX "service_record_case_id_list_8047f0bb"`);
    await queryRunner.query(`DROP INDEX "service_record_provider_id_list_e072873a"`);
    await queryRunner.query(`DROP INDEX "survivor_identity_created_at_list_24398396"`);
    await queryRunner.query(`DROP INDEX "safe_contact_created_at_list_550ebc6a"`);
    await queryRunner.query(`DROP INDEX "training_updated_at_list_aecd6a0d"`);
    await queryRunner.query(`DROP INDEX "training_title_list_a2cc1f27"`);
    await queryRunner.query(`DROP INDEX "training_start_on_list_83486e98"`);
    await queryRunner.query(`DROP INDEX "training_end_on_list_a691c7c0"`);
    await queryRunner.query(`DROP INDEX "training_end_on_list_663ae629"`);
    await queryRunner.query(`DROP INDEX "training_organisation_id_list_7afa710d"`);
    await queryRunner.query(`DROP INDEX "training_district_id_list_76147c8b"`);
    await queryRunner.query(`DROP INDEX "training_participation_created_at_list_8af82a8d"`);
    await queryRunner.query(`DROP INDEX "training_participation_updated_at_list_faefc754"`);
    await queryRunner.query(`DROP INDEX "training_participation_training_id_list_5c1745ff"`);
    await queryRunner.query(`DROP INDEX "referral_to_organisation_id_3434b5_idx"`);
    await queryRunner.query(
      `CREATE INDEX "training_participation_created_at_id_idx" ON "training_participation" USING btree ("created_at", "id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "training_participation_training_id_idx" ON "training_participation" USING btree ("training_id")`,
    );
    await queryRunner.query(`CREATE INDEX "training_start_on_id_idx" ON "training" USING btree ("id", "start_on")`);
    await queryRunner.query(`CREATE INDEX "training_district_id_idx" ON "training" USING btree ("district_id")`);
    await queryRunner.query(
      `CREATE INDEX "training_organisation_id_idx" ON "training" USING btree ("organisation_id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "safe_contact_created_at_id_idx" ON "safe_contact" USING btree ("created_at", "id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "survivor_identity_created_at_id_idx" ON "survivor_identity" USING btree ("created_at", "id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "service_record_created_at_id_idx" ON "service_record" USING btree ("created_at", "id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "service_record_provider_id_idx" ON "service_record" USING btree ("provider_id")`,
    );
    await queryRunner.query(`CREATE INDEX "service_record_case_id_idx" ON "service_record" USING btree ("case_id")`);
    await queryRunner.query(
      `CREATE INDEX "referral_reason_created_at_id_idx" ON "referral_reason" USING btree ("created_at", "id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "referral_to_organisation_id_requested_at_id_idx" ON "referral" USING btree ("id", "requested_at", "to_organisation_id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "referral_requested_at_id_idx" ON "referral" USING btree ("id", "requested_at")`,
    );
    await queryRunner.query(`CREATE INDEX "referral_consent_id_idx" ON "referral" USING btree ("consent_id")`);
    await queryRunner.query(
      `CREATE INDEX "referral_to_organisation_id_idx" ON "referral" USING btree ("to_organisation_id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "referral_from_organisation_id_idx" ON "referral" USING btree ("from_organisation_id")`,
    );
    await queryRunner.query(`CREATE INDEX "referral_district_id_idx" ON "referral" USING btree ("district_id")`);
    await queryRunner.query(`CREATE INDEX "referral_survivor_id_idx" ON "referral" USING btree ("survivor_id")`);
    await queryRunner.query(`CREATE INDEX "referral_case_id_idx" ON "referral" USING btree ("case_id")`);
    await queryRunner.query(
      `CREATE INDEX "incident_injury_created_at_id_idx" ON "incident_injury" USING btree ("created_at", "id")`,
    );
    await queryRunner.query(`CREATE INDEX "incident_injury_case_id_idx" ON "incident_injury" USING btree ("case_id")`);
    await queryRunner.query(
      `CREATE INDEX "incident_narrative_created_at_id_idx" ON "incident_narrative" USING btree ("created_at", "id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "incident_narrative_case_id_idx" ON "incident_narrative" USING btree ("case_id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "perpetrator_identity_created_at_id_idx" ON "perpetrator_identity" USING btree ("created_at", "id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "perpetrator_identity_case_id_idx" ON "perpetrator_identity" USING btree ("case_id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "alleged_perpetrator_created_at_id_idx" ON "alleged_perpetrator" USING btree ("created_at", "id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "alleged_perpetrator_incident_id_idx" ON "alleged_perpetrator" USING btree ("incident_id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "alleged_perpetrator_case_id_idx" ON "alleged_perpetrator" USING btree ("case_id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "incident_detail_created_at_id_idx" ON "incident_detail" USING btree ("created_at", "id")`,
    );
    await queryRunner.query(`CREATE INDEX "incident_detail_case_id_idx" ON "incident_detail" USING btree ("case_id")`);
    await queryRunner.query(
      `CREATE INDEX "incident_reported_at_id_idx" ON "incident" USING btree ("id", "reported_at")`,
    );
    await queryRunner.query(`CREATE INDEX "incident_district_id_idx" ON "incident" USING btree ("district_id")`);
    await queryRunner.query(`CREATE INDEX "incident_case_id_idx" ON "incident" USING btree ("case_id")`);
    await queryRunner.query(`CREATE INDEX "country_code_id_idx" ON "country" USING btree ("code", "id")`);
    await queryRunner.query(`CREATE INDEX "consent_taken_at_id_idx" ON "consent" USING btree ("id", "taken_at")`);
    await queryRunner.query(`CREATE INDEX "consent_taken_by_id_idx" ON "consent" USING btree ("taken_by_id")`);
    await queryRunner.query(`CREATE INDEX "consent_withdraws_id_idx" ON "consent" USING btree ("withdraws_id")`);
    await queryRunner.query(`CREATE INDEX "consent_recipient_id_idx" ON "consent" USING btree ("recipient_id")`);
    await queryRunner.query(`CREATE INDEX "consent_survivor_id_idx" ON "consent" USING btree ("survivor_id")`);
    await queryRunner.query(
      `CREATE INDEX "shared_incident_month_id_idx" ON "shared_incident" USING btree ("id", "month")`,
    );
    await queryRunner.query(
      `CREATE INDEX "shared_incident_province_id_idx" ON "shared_incident" USING btree ("province_id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "shared_incident_shared_case_id_idx" ON "shared_incident" USING btree ("shared_case_id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "shared_case_opened_month_id_idx" ON "shared_case" USING btree ("id", "opened_month")`,
    );
    await queryRunner.query(`CREATE INDEX "shared_case_province_id_idx" ON "shared_case" USING btree ("province_id")`);
    await queryRunner.query(
      `CREATE INDEX "case_transfer_requested_at_id_idx" ON "case_transfer" USING btree ("id", "requested_at")`,
    );
    await queryRunner.query(
      `CREATE INDEX "case_transfer_to_organisation_id_idx" ON "case_transfer" USING btree ("to_organisation_id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "case_transfer_from_organisation_id_idx" ON "case_transfer" USING btree ("from_organisation_id")`,
    );
    await queryRunner.query(`CREATE INDEX "case_transfer_case_id_idx" ON "case_transfer" USING btree ("case_id")`);
    await queryRunner.query(
      `CREATE INDEX "case_note_created_at_id_idx" ON "case_note" USING btree ("created_at", "id")`,
    );
    await queryRunner.query(`CREATE INDEX "case_note_case_id_idx" ON "case_note" USING btree ("case_id")`);
    await queryRunner.query(
      `CREATE INDEX "case_organisation_id_opened_at_id_idx" ON "case" USING btree ("id", "opened_at", "organisation_id")`,
    );
    await queryRunner.query(`CREATE INDEX "case_opened_at_id_idx" ON "case" USING btree ("id", "opened_at")`);
    await queryRunner.query(
      `CREATE INDEX "case_closure_requested_by_id_idx" ON "case" USING btree ("closure_requested_by_id")`,
    );
    await queryRunner.query(`CREATE INDEX "case_duplicate_of_id_idx" ON "case" USING btree ("duplicate_of_id")`);
    await queryRunner.query(`CREATE INDEX "case_survivor_id_idx" ON "case" USING btree ("survivor_id")`);
    await queryRunner.query(`CREATE INDEX "case_owner_id_idx" ON "case" USING btree ("owner_id")`);
    await queryRunner.query(`CREATE INDEX "case_organisation_id_idx" ON "case" USING btree ("organisation_id")`);
    await queryRunner.query(
      `CREATE INDEX "survivor_demographics_created_at_id_idx" ON "survivor_demographics" USING btree ("created_at", "id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "survivor_demographics_home_district_id_idx" ON "survivor_demographics" USING btree ("home_district_id")`,
    );
    await queryRunner.query(`CREATE INDEX "survivor_created_at_id_idx" ON "survivor" USING btree ("created_at", "id")`);
    await queryRunner.query(`CREATE INDEX "staff_member_name_id_idx" ON "staff_member" USING btree ("id", "name")`);
    await queryRunner.query(
      `CREATE INDEX "staff_member_organisation_id_idx" ON "staff_member" USING btree ("organisation_id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "advocacy_activity_activity_on_id_idx" ON "advocacy_activity" USING btree ("activity_on", "id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "advocacy_activity_organisation_id_idx" ON "advocacy_activity" USING btree ("organisation_id")`,
    );
    await queryRunner.query(`CREATE INDEX "organisation_name_id_idx" ON "organisation" USING btree ("id", "name")`);
    await queryRunner.query(
      `CREATE INDEX "organisation_province_id_idx" ON "organisation" USING btree ("province_id")`,
    );
    await queryRunner.query(`CREATE INDEX "district_code_id_idx" ON "district" USING btree ("code", "id")`);
    await queryRunner.query(`CREATE INDEX "district_province_id_idx" ON "district" USING btree ("province_id")`);
    await queryRunner.query(`CREATE INDEX "province_code_id_idx" ON "province" USING btree ("code", "id")`);
    await queryRunner.query(
      `CREATE INDEX "access_log_entry_survivor_id_created_at_idx" ON "access_log_entry" USING btree ("created_at", "survivor_id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "access_log_entry_actor_id_created_at_idx" ON "access_log_entry" USING btree ("actor_id", "created_at")`,
    );
    await queryRunner.query(
      `CREATE INDEX "access_log_entry_organisation_id_created_at_idx" ON "access_log_entry" USING btree ("created_at", "organisation_id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "access_log_entry_created_at_id_idx" ON "access_log_entry" USING btree ("created_at", "id")`,
    );
  }
}
