/** referral-letters: generated from the entities. */
import { SteppedMigration } from '../../src/database/migration-steps';

export class ReferralLetters1795880971658 extends SteppedMigration {
  readonly name = 'ReferralLetters1795880971658';

  protected readonly steps = [
    `CREATE TABLE "one_time_link" (
       "token_hash" bytea NOT NULL,
       "kind" text NOT NULL,
       "record_id" uuid NOT NULL,
       "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "lease_id" uuid,
       "leased_until" TIMESTAMP WITH TIME ZONE,
       "used_at" TIMESTAMP WITH TIME ZONE,
       CONSTRAINT "one_time_link_pkey" PRIMARY KEY ("token_hash")
    )`,
    `CREATE TABLE "referral_letter" (
       "id" uuid NOT NULL,
       "version" integer NOT NULL,
       "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "created_by_id" uuid,
       "referral_id" uuid NOT NULL,
       "number" text NOT NULL,
       "status" text NOT NULL,
       "survivor_language" text NOT NULL,
       "provider_language" text NOT NULL,
       "service" text NOT NULL,
       "urgency" text NOT NULL,
       "provider_name" text NOT NULL,
       "place" text NOT NULL,
       "hours" text,
       "valid_until" date NOT NULL,
       "work_telephone" text NOT NULL,
       "survivor_text" text NOT NULL,
       "provider_text" text NOT NULL,
       "linked_at" TIMESTAMP WITH TIME ZONE,
       "seen" boolean,
       "replied_on" date,
       CONSTRAINT "referral_letter_status_code" CHECK ("status" IN ('ISSUED', 'ANSWERED', 'REVOKED')),
       CONSTRAINT "referral_letter_survivor_language_code" CHECK ("survivor_language" IN ('EN', 'PT')),
       CONSTRAINT "referral_letter_provider_language_code" CHECK ("provider_language" IN ('EN', 'PT')),
       CONSTRAINT "referral_letter_service_code" CHECK ("service" IN ('HEALTH_CONSULTATION', 'CONVERSATION', 'LEGAL_ADVICE', 'ACCOMPANIMENT', 'LODGING', 'SAFETY_ADVICE', 'HOUSEHOLD_SUPPORT', 'FAMILY_SERVICE')),
       CONSTRAINT "referral_letter_urgency_code" CHECK ("urgency" IN ('IMMEDIATE', 'WITHIN_72H', 'ROUTINE')),
       CONSTRAINT "referral_letter_pkey" PRIMARY KEY ("id")
    )`,
    `CREATE UNIQUE INDEX "referral_letter_number_idx" ON "referral_letter"  ("number")`,
    `ALTER TABLE "organisation" ADD "letter_name" text`,
    `ALTER TABLE "organisation" ADD "place" text`,
    `ALTER TABLE "organisation" ADD "hours" text`,
    `ALTER TABLE "organisation" ADD "work_telephone" text`,
    `ALTER TABLE "referral_letter" ADD CONSTRAINT "referral_letter_referral_id_fkey" FOREIGN KEY ("referral_id") REFERENCES "referral"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    `CREATE INDEX "referral_letter_created_at_list_cbe87404" ON "referral_letter" ("created_at", "id")`,
    `CREATE INDEX "referral_letter_updated_at_list_d90ab3c8" ON "referral_letter" ("updated_at", "id")`,
    `CREATE INDEX "referral_letter_referral_id_list_187bfe7a" ON "referral_letter" ("referral_id")`,
  ];

  protected readonly back = [
    `DROP INDEX "referral_letter_created_at_list_cbe87404"`,
    `DROP INDEX "referral_letter_updated_at_list_d90ab3c8"`,
    `DROP INDEX "referral_letter_referral_id_list_187bfe7a"`,
    `ALTER TABLE "referral_letter" DROP CONSTRAINT "referral_letter_referral_id_fkey"`,
    `ALTER TABLE "organisation" DROP COLUMN "work_telephone"`,
    `ALTER TABLE "organisation" DROP COLUMN "hours"`,
    `ALTER TABLE "organisation" DROP COLUMN "place"`,
    `ALTER TABLE "organisation" DROP COLUMN "letter_name"`,
    `DROP INDEX "referral_letter_number_idx"`,
    `DROP TABLE "referral_letter"`,
    `DROP TABLE "one_time_link"`,
  ];
}
