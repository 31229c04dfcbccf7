/** ministry-releases: generated from the entities. */
import { SteppedMigration } from '../../src/database/migration-steps';

export class MinistryReleases1796070673656 extends SteppedMigration {
  readonly name = 'MinistryReleases1796070673656';

  protected readonly steps = [
    `CREATE TABLE "ministry_release" (
       "id" uuid NOT NULL,
       "version" integer NOT NULL,
       "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "created_by_id" uuid,
       "ministry" text NOT NULL,
       "address" text NOT NULL,
       "indicator_codes" text array NOT NULL,
       "by" text array NOT NULL DEFAULT '{}',
       "starts_on" date NOT NULL,
       "ends_on" date NOT NULL,
       "reason" text NOT NULL,
       "valid_until" date NOT NULL,
       "status" text NOT NULL,
       "revoked_at" TIMESTAMP WITH TIME ZONE,
       CONSTRAINT "ministry_release_by_code" CHECK ("by" <@ ARRAY['PROVINCE', 'ORGANISATION', 'GENDER', 'AGE_BAND', 'VIOLENCE_TYPE', 'PERPETRATOR', 'REPORTING_DELAY', 'CASE_SOURCE', 'CLOSURE_REASON', 'SERVICE_CATEGORY', 'URGENCY', 'FOLLOW_UP_TYPE', 'DISTRICT_KIND', 'MECHANISM', 'CONCLUSION', 'WISH_REASON', 'TOPIC', 'AUDIENCE', 'MODALITY', 'REACH_KIND', 'CAPACITY_DOMAIN', 'LEVEL', 'ADVOCACY_KIND', 'ALLY_TYPE', 'TONE']),
       CONSTRAINT "ministry_release_status_code" CHECK ("status" IN ('IN_FORCE', 'REVOKED')),
       CONSTRAINT "ministry_release_pkey" PRIMARY KEY ("id")
    )`,
  ];

  protected readonly back = [`DROP TABLE "ministry_release"`];
}
