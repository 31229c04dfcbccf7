/** partners-in-activities: generated from the entities. */
import { SteppedMigration } from '../../src/database/migration-steps';

export class PartnersInActivities1795982182254 extends SteppedMigration {
  readonly name = 'PartnersInActivities1795982182254';

  protected readonly steps = [
    `CREATE TABLE "activity_partner" (
       "id" uuid NOT NULL,
       "version" integer NOT NULL,
       "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "created_by_id" uuid,
       "organisation_id" uuid NOT NULL,
       "partner_id" uuid NOT NULL,
       "training_id" uuid,
       "outreach_activity_id" uuid,
       "advocacy_activity_id" uuid,
       "parts" text array NOT NULL,
       "voided_at" TIMESTAMP WITH TIME ZONE,
       CONSTRAINT "activity_partner_parts_code" CHECK ("parts" <@ ARRAY['CO_ORGANISER', 'HOST', 'FACILITATOR', 'MOBILISER', 'IN_KIND', 'TECHNICAL', 'SERVICES', 'OTHER']),
       CONSTRAINT "activity_partner_pkey" PRIMARY KEY ("id")
    )`,
    `ALTER TABLE "activity_partner" ADD CONSTRAINT "activity_partner_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    `ALTER TABLE "activity_partner" ADD CONSTRAINT "activity_partner_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    `ALTER TABLE "activity_partner" ADD CONSTRAINT "activity_partner_training_id_fkey" FOREIGN KEY ("training_id") REFERENCES "training"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    `ALTER TABLE "activity_partner" ADD CONSTRAINT "activity_partner_outreach_activity_id_fkey" FOREIGN KEY ("outreach_activity_id") REFERENCES "outreach_activity"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    `ALTER TABLE "activity_partner" ADD CONSTRAINT "activity_partner_advocacy_activity_id_fkey" FOREIGN KEY ("advocacy_activity_id") REFERENCES "advocacy_activity"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    `CREATE INDEX "activity_partner_created_at_list_2daa8c9e" ON "activity_partner" ("created_at", "id")`,
    `CREATE INDEX "activity_partner_updated_at_list_276fea32" ON "activity_partner" ("updated_at", "id")`,
    `CREATE INDEX "activity_partner_organisation_id_list_faf588e3" ON "activity_partner" ("organisation_id", "created_at", "id")`,
    `CREATE INDEX "activity_partner_partner_id_list_4da413a4" ON "activity_partner" ("partner_id", "created_at", "id")`,
    `CREATE INDEX "activity_partner_training_id_list_aa82b020" ON "activity_partner" ("training_id") WHERE ("training_id" IS NOT NULL)`,
    `CREATE INDEX "activity_partner_outreach_activity_id_list_2544f166" ON "activity_partner" ("outreach_activity_id") WHERE ("outreach_activity_id" IS NOT NULL)`,
    `CREATE INDEX "activity_partner_advocacy_activity_id_list_4cf0f366" ON "activity_partner" ("advocacy_activity_id") WHERE ("advocacy_activity_id" IS NOT NULL)`,
  ];

  protected readonly back = [
    `DROP INDEX "activity_partner_created_at_list_2daa8c9e"`,
    `DROP INDEX "activity_partner_updated_at_list_276fea32"`,
    `DROP INDEX "activity_partner_organisation_id_list_faf588e3"`,
    `DROP INDEX "activity_partner_partner_id_list_4da413a4"`,
    `DROP INDEX "activity_partner_training_id_list_aa82b020"`,
    `DROP INDEX "activity_partner_outreach_activity_id_list_2544f166"`,
    `DROP INDEX "activity_partner_advocacy_activity_id_list_4cf0f366"`,
    `ALTER TABLE "activity_partner" DROP CONSTRAINT "activity_partner_advocacy_activity_id_fkey"`,
    `ALTER TABLE "activity_partner" DROP CONSTRAINT "activity_partner_outreach_activity_id_fkey"`,
    `ALTER TABLE "activity_partner" DROP CONSTRAINT "activity_partner_training_id_fkey"`,
    `ALTER TABLE "activity_partner" DROP CONSTRAINT "activity_partner_partner_id_fkey"`,
    `ALTER TABLE "activity_partner" DROP CONSTRAINT "activity_partner_organisation_id_fkey"`,
    `DROP TABLE "activity_partner"`,
  ];
}
