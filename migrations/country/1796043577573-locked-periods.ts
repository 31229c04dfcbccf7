/** locked-periods: generated from the entities. */
import { SteppedMigration } from '../../src/database/migration-steps';

export class LockedPeriods1796043577573 extends SteppedMigration {
  readonly name = 'LockedPeriods1796043577573';

  protected readonly steps = [
    `CREATE TABLE "locked_cell" (
       "id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
       "lock_id" uuid NOT NULL,
       "counting" text NOT NULL,
       "month" date NOT NULL,
       "organisation_id" uuid,
       "province_id" uuid,
       "gender" text,
       "age_band" text,
       "violence_type" text,
       "perpetrator" text,
       "category" text,
       "detail" text,
       "amount" integer,
       "measures" jsonb NOT NULL,
       CONSTRAINT "locked_cell_pkey" PRIMARY KEY ("id")
    )`,
    `CREATE INDEX "locked_cell_lock_id_counting_month_idx" ON "locked_cell"  ("lock_id", "counting", "month")`,
    `CREATE TABLE "reporting_period_lock" (
       "id" uuid NOT NULL,
       "version" integer NOT NULL,
       "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "created_by_id" uuid,
       "period" text NOT NULL,
       "starts_on" date NOT NULL,
       "ends_on" date NOT NULL,
       "locked_on" date NOT NULL,
       "as_of" TIMESTAMP WITH TIME ZONE NOT NULL,
       "note" text,
       "voided_at" TIMESTAMP WITH TIME ZONE,
       CONSTRAINT "reporting_period_lock_pkey" PRIMARY KEY ("id")
    )`,
    `CREATE VIEW "erasable_reporting_period_lock" AS SELECT id FROM "reporting_period_lock" t WHERE EXISTS (SELECT FROM erased_record e WHERE e.id = t.id)`,
  ];

  protected readonly back = [
    `DROP VIEW "erasable_reporting_period_lock"`,
    `DROP TABLE "reporting_period_lock"`,
    `DROP INDEX "locked_cell_lock_id_counting_month_idx"`,
    `DROP TABLE "locked_cell"`,
  ];
}
