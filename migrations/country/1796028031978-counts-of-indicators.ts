/** counts-of-indicators: generated from the entities. */
import { SteppedMigration } from '../../src/database/migration-steps';

export class CountsOfIndicators1796028031978 extends SteppedMigration {
  readonly name = 'CountsOfIndicators1796028031978';

  protected readonly steps = [
    `CREATE TABLE "indicator_cell" (
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
       "amount" integer,
       CONSTRAINT "indicator_cell_pkey" PRIMARY KEY ("id")
    )`,
    `CREATE INDEX "indicator_cell_counting_month_idx" ON "indicator_cell"  ("counting", "month")`,
    `CREATE TABLE "open_cell" (
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
       "amount" integer,
       CONSTRAINT "open_cell_pkey" PRIMARY KEY ("id")
    )`,
    `CREATE INDEX "open_cell_counting_month_idx" ON "open_cell"  ("counting", "month")`,
    `CREATE TABLE "indicator_share" (
       "n" integer NOT NULL,
       "m1" integer NOT NULL,
       "m2" integer NOT NULL,
       "m3" integer NOT NULL,
       "m4" integer NOT NULL,
       "m5" integer NOT NULL,
       "m6" integer NOT NULL,
       "root_id" uuid NOT NULL,
       "cell_id" uuid NOT NULL,
       CONSTRAINT "indicator_share_pkey" PRIMARY KEY ("root_id", "cell_id")
    )`,
    `CREATE TABLE "indicator_position" (
       "derivation" text NOT NULL,
       "xid" bigint NOT NULL,
       "seq" bigint NOT NULL,
       "as_of" TIMESTAMP WITH TIME ZONE NOT NULL,
       CONSTRAINT "indicator_position_pkey" PRIMARY KEY ("derivation")
    )`,
  ];

  protected readonly back = [
    `DROP TABLE "indicator_position"`,
    `DROP TABLE "indicator_share"`,
    `DROP INDEX "open_cell_counting_month_idx"`,
    `DROP TABLE "open_cell"`,
    `DROP INDEX "indicator_cell_counting_month_idx"`,
    `DROP TABLE "indicator_cell"`,
  ];
}
