/** forms-for-dhis2: generated from the entities. */
import { SteppedMigration } from '../../src/database/migration-steps';

export class FormsForDhis21796078689704 extends SteppedMigration {
  readonly name = 'FormsForDhis21796078689704';

  protected readonly steps = [
    `ALTER TABLE "data_export" DROP CONSTRAINT "data_export_format_code", ADD CONSTRAINT "data_export_format_code" CHECK ("format" IN ('NDJSON', 'CSV', 'XLSX', 'PARQUET', 'DHIS2_JSON', 'DHIS2_CSV', 'DHIS2_ADX')) NOT VALID`,
    `ALTER TABLE "data_export" VALIDATE CONSTRAINT "data_export_format_code"`,
  ];

  protected readonly back = [
    `ALTER TABLE "data_export" DROP CONSTRAINT "data_export_format_code"`,
    `ALTER TABLE "data_export" ADD CONSTRAINT "data_export_format_code" CHECK ((format = ANY (ARRAY['NDJSON'::text, 'CSV'::text, 'XLSX'::text, 'PARQUET'::text])))`,
  ];
}
