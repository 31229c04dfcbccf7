/** indicator-sums: generated from the entities. */
import { SteppedMigration } from '../../src/database/migration-steps';

export class IndicatorSums1796041094214 extends SteppedMigration {
  readonly name = 'IndicatorSums1796041094214';

  protected readonly steps = [
    `CREATE TABLE "indicator_sum" (
       "n" integer NOT NULL,
       "m1" integer NOT NULL,
       "m2" integer NOT NULL,
       "m3" integer NOT NULL,
       "m4" integer NOT NULL,
       "m5" integer NOT NULL,
       "m6" integer NOT NULL,
       "id" uuid NOT NULL,
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
       "told" integer NOT NULL,
       CONSTRAINT "indicator_sum_pkey" PRIMARY KEY ("id")
    )`,
    `CREATE INDEX "indicator_sum_counting_told_month_idx" ON "indicator_sum"  ("counting", "told", "month")`,
  ];

  protected readonly back = [`DROP INDEX "indicator_sum_counting_told_month_idx"`, `DROP TABLE "indicator_sum"`];
}
