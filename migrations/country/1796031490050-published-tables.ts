/** published-tables: generated from the entities. */
import { SteppedMigration } from '../../src/database/migration-steps';

export class PublishedTables1796031490050 extends SteppedMigration {
  readonly name = 'PublishedTables1796031490050';

  protected readonly steps = [
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
  ];
}
