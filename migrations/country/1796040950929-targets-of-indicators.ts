/** targets-of-indicators: generated from the entities. */
import { SteppedMigration } from '../../src/database/migration-steps';

export class TargetsOfIndicators1796040950929 extends SteppedMigration {
  readonly name = 'TargetsOfIndicators1796040950929';

  protected readonly steps = [
    `CREATE TABLE "indicator_target" (
       "id" uuid NOT NULL,
       "version" integer NOT NULL,
       "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "created_by_id" uuid,
       "indicator_code" text NOT NULL,
       "period" text NOT NULL,
       "starts_on" date NOT NULL,
       "ends_on" date NOT NULL,
       "value_hundredths" integer NOT NULL,
       "organisation_id" uuid,
       "province_id" uuid,
       "funding_stream_id" uuid,
       "note" text,
       "set_by_id" uuid,
       "set_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "stands_for" text,
       "voided_at" TIMESTAMP WITH TIME ZONE,
       CONSTRAINT "indicator_target_value_hundredths_range" CHECK ("value_hundredths" BETWEEN 0 AND 2000000000),
       CONSTRAINT "indicator_target_pkey" PRIMARY KEY ("id")
    )`,
    `CREATE UNIQUE INDEX "indicator_target_stands_for_idx" ON "indicator_target"  ("stands_for")`,
    `ALTER TABLE "funding_stream" ADD "financial_year" text`,
    `ALTER TABLE "funding_stream" ADD CONSTRAINT "funding_stream_financial_year_code" CHECK ("financial_year" IN ('YEAR', 'FINANCIAL_APRIL', 'FINANCIAL_JULY', 'FINANCIAL_OCTOBER')) NOT VALID`,
    `ALTER TABLE "indicator_target" ADD CONSTRAINT "indicator_target_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    `ALTER TABLE "indicator_target" ADD CONSTRAINT "indicator_target_province_id_fkey" FOREIGN KEY ("province_id") REFERENCES "province"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    `ALTER TABLE "indicator_target" ADD CONSTRAINT "indicator_target_funding_stream_id_fkey" FOREIGN KEY ("funding_stream_id") REFERENCES "funding_stream"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    `ALTER TABLE "indicator_target" ADD CONSTRAINT "indicator_target_set_by_id_fkey" FOREIGN KEY ("set_by_id") REFERENCES "staff_member"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    `CREATE INDEX "indicator_target_organisation_id_list_8c46a583" ON "indicator_target" ("organisation_id") WHERE ("organisation_id" IS NOT NULL)`,
    `CREATE INDEX "indicator_target_province_id_list_85933ba2" ON "indicator_target" ("province_id") WHERE ("province_id" IS NOT NULL)`,
    `CREATE INDEX "indicator_target_funding_stream_id_list_3e124bb0" ON "indicator_target" ("funding_stream_id") WHERE ("funding_stream_id" IS NOT NULL)`,
    `CREATE INDEX "indicator_target_set_by_id_list_f6932b0f" ON "indicator_target" ("set_by_id") WHERE ("set_by_id" IS NOT NULL)`,
    `ALTER TABLE "funding_stream" VALIDATE CONSTRAINT "funding_stream_financial_year_code"`,
  ];

  protected readonly back = [
    `DROP INDEX "indicator_target_organisation_id_list_8c46a583"`,
    `DROP INDEX "indicator_target_province_id_list_85933ba2"`,
    `DROP INDEX "indicator_target_funding_stream_id_list_3e124bb0"`,
    `DROP INDEX "indicator_target_set_by_id_list_f6932b0f"`,
    `ALTER TABLE "indicator_target" DROP CONSTRAINT "indicator_target_set_by_id_fkey"`,
    `ALTER TABLE "indicator_target" DROP CONSTRAINT "indicator_target_funding_stream_id_fkey"`,
    `ALTER TABLE "indicator_target" DROP CONSTRAINT "indicator_target_province_id_fkey"`,
    `ALTER TABLE "indicator_target" DROP CONSTRAINT "indicator_target_organisation_id_fkey"`,
    `ALTER TABLE "funding_stream" DROP CONSTRAINT "funding_stream_financial_year_code"`,
    `ALTER TABLE "funding_stream" DROP COLUMN "financial_year"`,
    `DROP INDEX "indicator_target_stands_for_idx"`,
    `DROP TABLE "indicator_target"`,
  ];
}
