/** indicators: generated from the entities. */
import { SteppedMigration } from '../../src/database/migration-steps';

export class Indicators1796034199546 extends SteppedMigration {
  readonly name = 'Indicators1796034199546';

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
       CONSTRAINT "indicator_position_pkey" PRIMARY KEY ("derivation")
    )`,
    `CREATE TABLE "indicator_as_of" (
       "as_of" TIMESTAMP WITH TIME ZONE NOT NULL,
       CONSTRAINT "indicator_as_of_pkey" PRIMARY KEY ("as_of")
    )`,
    `CREATE TABLE "published_period" (
       "series" text NOT NULL,
       "period" text NOT NULL,
       "starts_on" date NOT NULL,
       "ends_on" date NOT NULL,
       "published_on" date NOT NULL,
       "list" text NOT NULL,
       "parts" text array,
       CONSTRAINT "published_period_pkey" PRIMARY KEY ("series", "period")
    )`,
    `CREATE TABLE "published_cell" (
       "id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
       "period" text NOT NULL,
       "population" text NOT NULL,
       "dimensions" text NOT NULL,
       "codes" text array NOT NULL,
       "value" integer,
       "is_rounded" boolean NOT NULL,
       CONSTRAINT "published_cell_pkey" PRIMARY KEY ("id")
    )`,
    `CREATE INDEX "published_cell_population_period_dimensions_idx" ON "published_cell"  ("population", "period", "dimensions")`,
    `CREATE TABLE "published_edition" (
       "series" text NOT NULL,
       "period" text NOT NULL,
       "content" text NOT NULL,
       "floors" text NOT NULL,
       CONSTRAINT "published_edition_pkey" PRIMARY KEY ("series", "period")
    )`,
    `CREATE TABLE "published_record" (
       "counting" text NOT NULL,
       "record_id" uuid NOT NULL,
       "period" text NOT NULL,
       CONSTRAINT "published_record_pkey" PRIMARY KEY ("counting", "record_id")
    )`,
  ];

  protected readonly back = [
    `DROP TABLE "published_record"`,
    `DROP TABLE "published_edition"`,
    `DROP INDEX "published_cell_population_period_dimensions_idx"`,
    `DROP TABLE "published_cell"`,
    `DROP TABLE "published_period"`,
    `DROP TABLE "indicator_as_of"`,
    `DROP TABLE "indicator_position"`,
    `DROP TABLE "indicator_share"`,
    `DROP INDEX "open_cell_counting_month_idx"`,
    `DROP TABLE "open_cell"`,
    `DROP INDEX "indicator_cell_counting_month_idx"`,
    `DROP TABLE "indicator_cell"`,
  ];
}
