/** data-exports: generated from the entities. */
import { SteppedMigration } from '../../src/database/migration-steps';

export class DataExports1796067295615 extends SteppedMigration {
  readonly name = 'DataExports1796067295615';

  protected readonly steps = [
    `CREATE TABLE "data_export" (
       "id" uuid NOT NULL,
       "version" integer NOT NULL,
       "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "created_by_id" uuid,
       "organisation_id" uuid,
       "root" text NOT NULL,
       "columns" text array NOT NULL,
       "format" text NOT NULL,
       "byte_order_mark" boolean NOT NULL DEFAULT false,
       "hxl" boolean NOT NULL DEFAULT false,
       "purpose" text NOT NULL,
       "status" text NOT NULL,
       "rows" integer,
       "bytes" integer,
       "sha256" text,
       "made_at" TIMESTAMP WITH TIME ZONE,
       "document" text,
       "variables" text,
       "session_id" uuid,
       "locale" text NOT NULL,
       "content_id" uuid,
       CONSTRAINT "data_export_format_code" CHECK ("format" IN ('NDJSON', 'CSV', 'XLSX', 'PARQUET')),
       CONSTRAINT "data_export_purpose_code" CHECK ("purpose" IN ('CASE_WORK', 'REFERRAL', 'SUPERVISION', 'QUALITY_REVIEW', 'SURVIVOR_REQUEST', 'REPORTING', 'INVESTIGATION')),
       CONSTRAINT "data_export_status_code" CHECK ("status" IN ('PREPARED', 'READY', 'OVER')),
       CONSTRAINT "data_export_pkey" PRIMARY KEY ("id")
    )`,
    `ALTER TABLE "data_export" ADD CONSTRAINT "data_export_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    `ALTER TABLE "access_log_entry" DROP CONSTRAINT "access_log_entry_purpose_code", ADD CONSTRAINT "access_log_entry_purpose_code" CHECK ("purpose" IN ('CASE_WORK', 'REFERRAL', 'SUPERVISION', 'QUALITY_REVIEW', 'SURVIVOR_REQUEST', 'REPORTING', 'INVESTIGATION')) NOT VALID`,
    `CREATE INDEX "data_export_created_at_list_07d9c0d8" ON "data_export" ("created_at", "id")`,
    `CREATE INDEX "data_export_updated_at_list_ff96796d" ON "data_export" ("updated_at", "id")`,
    `CREATE INDEX "data_export_created_by_id_list_7084b8dc" ON "data_export" ("created_by_id", "created_at", "id") WHERE ("created_by_id" IS NOT NULL)`,
    `CREATE INDEX "data_export_organisation_id_list_58e54c96" ON "data_export" ("organisation_id", "created_at", "id") WHERE ("organisation_id" IS NOT NULL)`,
    `CREATE INDEX "data_export_organisation_id_status_list_fcba43a1" ON "data_export" ("organisation_id", "status") WHERE ("organisation_id" IS NOT NULL)`,
    `ALTER TABLE "access_log_entry" VALIDATE CONSTRAINT "access_log_entry_purpose_code"`,
  ];

  protected readonly back = [
    `DROP INDEX "data_export_created_at_list_07d9c0d8"`,
    `DROP INDEX "data_export_updated_at_list_ff96796d"`,
    `DROP INDEX "data_export_created_by_id_list_7084b8dc"`,
    `DROP INDEX "data_export_organisation_id_list_58e54c96"`,
    `DROP INDEX "data_export_organisation_id_status_list_fcba43a1"`,
    `ALTER TABLE "access_log_entry" DROP CONSTRAINT "access_log_entry_purpose_code"`,
    `ALTER TABLE "access_log_entry" ADD CONSTRAINT "access_log_entry_purpose_code" CHECK ((purpose = ANY (ARRAY['CASE_WORK'::text, 'REFERRAL'::text, 'SUPERVISION'::text, 'QUALITY_REVIEW'::text, 'SURVIVOR_REQUEST'::text, 'INVESTIGATION'::text])))`,
    `ALTER TABLE "data_export" DROP CONSTRAINT "data_export_organisation_id_fkey"`,
    `DROP TABLE "data_export"`,
  ];
}
