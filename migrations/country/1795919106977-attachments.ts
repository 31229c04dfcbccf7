/** attachments: generated from the entities. */
import { SteppedMigration } from '../../src/database/migration-steps';

export class Attachments1795919106977 extends SteppedMigration {
  readonly name = 'Attachments1795919106977';

  protected readonly steps = [
    `CREATE TABLE "stored_content" (
       "id" uuid NOT NULL,
       "store" text NOT NULL,
       "started_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
       "finished_at" TIMESTAMP WITH TIME ZONE,
       CONSTRAINT "stored_content_pkey" PRIMARY KEY ("id")
    )`,
    `CREATE TABLE "content_piece" (
       "content_id" uuid NOT NULL,
       "number" integer NOT NULL,
       "bytes" bytea NOT NULL,
       CONSTRAINT "content_piece_pkey" PRIMARY KEY ("content_id", "number")
    )`,
    `CREATE TABLE "attachment" (
       "id" uuid NOT NULL,
       "version" integer NOT NULL,
       "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "created_by_id" uuid,
       "case_id" uuid NOT NULL,
       "kind" text NOT NULL,
       "taken_on" date,
       "status" text NOT NULL DEFAULT 'AWAITING_CONTENT',
       "media_type" text,
       "size" integer,
       "stored_at" TIMESTAMP WITH TIME ZONE,
       "content_id" uuid,
       "voided_at" TIMESTAMP WITH TIME ZONE,
       CONSTRAINT "attachment_kind_code" CHECK ("kind" IN ('PHOTOGRAPH', 'AUDIO', 'DOCUMENT', 'MEDICO_LEGAL_FORM')),
       CONSTRAINT "attachment_status_code" CHECK ("status" IN ('AWAITING_CONTENT', 'STORED')),
       CONSTRAINT "attachment_media_type_code" CHECK ("media_type" IN ('JPEG', 'PNG', 'WEBP', 'MP3', 'M4A', 'OGG_OPUS', 'WAV', 'AMR', 'PDF')),
       CONSTRAINT "attachment_pkey" PRIMARY KEY ("id")
    )`,
    `CREATE UNIQUE INDEX "attachment_content_id_idx" ON "attachment"  ("content_id")`,
    `CREATE INDEX "attachment_created_at_51d7dd_idx" ON "attachment"  ("created_at") WHERE status = 'AWAITING_CONTENT'`,
    `CREATE TABLE "attachment_content" (
       "id" uuid NOT NULL,
       "version" integer NOT NULL,
       "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "created_by_id" uuid,
       "data_key_id" uuid NOT NULL,
       "case_id" uuid NOT NULL,
       "attachment_id" uuid NOT NULL,
       "caption" bytea,
       "digest" bytea,
       "voided_at" TIMESTAMP WITH TIME ZONE,
       CONSTRAINT "attachment_content_pkey" PRIMARY KEY ("id")
    )`,
    `CREATE UNIQUE INDEX "attachment_content_attachment_id_idx" ON "attachment_content"  ("attachment_id")`,
    `ALTER TABLE "attachment" ADD CONSTRAINT "attachment_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    `ALTER TABLE "attachment_content" ADD CONSTRAINT "attachment_content_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    `ALTER TABLE "attachment_content" ADD CONSTRAINT "attachment_content_attachment_id_fkey" FOREIGN KEY ("attachment_id") REFERENCES "attachment"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    `CREATE INDEX "attachment_created_at_list_8aceefd9" ON "attachment" ("created_at", "id")`,
    `CREATE INDEX "attachment_updated_at_list_8d734976" ON "attachment" ("updated_at", "id")`,
    `CREATE INDEX "attachment_case_id_list_89baead4" ON "attachment" ("case_id")`,
    `CREATE INDEX "attachment_content_created_at_list_a9847072" ON "attachment_content" ("created_at", "id")`,
    `CREATE INDEX "attachment_content_case_id_list_28f350c0" ON "attachment_content" ("case_id")`,
    `CREATE VIEW "erasable_attachment" AS SELECT id FROM "attachment" t WHERE EXISTS (SELECT FROM erased_record e WHERE e.id = t.id)`,
    `CREATE VIEW "erasable_attachment_content" AS SELECT id FROM "attachment_content" t WHERE EXISTS (SELECT FROM erased_record e WHERE e.id = t.id)`,
  ];

  protected readonly back = [
    `DROP VIEW "erasable_attachment"`,
    `DROP VIEW "erasable_attachment_content"`,
    `DROP INDEX "attachment_created_at_list_8aceefd9"`,
    `DROP INDEX "attachment_updated_at_list_8d734976"`,
    `DROP INDEX "attachment_case_id_list_89baead4"`,
    `DROP INDEX "attachment_content_created_at_list_a9847072"`,
    `DROP INDEX "attachment_content_case_id_list_28f350c0"`,
    `ALTER TABLE "attachment_content" DROP CONSTRAINT "attachment_content_attachment_id_fkey"`,
    `ALTER TABLE "attachment_content" DROP CONSTRAINT "attachment_content_case_id_fkey"`,
    `ALTER TABLE "attachment" DROP CONSTRAINT "attachment_case_id_fkey"`,
    `DROP INDEX "attachment_content_attachment_id_idx"`,
    `DROP TABLE "attachment_content"`,
    `DROP INDEX "attachment_created_at_51d7dd_idx"`,
    `DROP INDEX "attachment_content_id_idx"`,
    `DROP TABLE "attachment"`,
    `DROP TABLE "content_piece"`,
    `DROP TABLE "stored_content"`,
  ];
}
