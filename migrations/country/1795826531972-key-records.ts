/** key-records: generated from the entities. */
import { SteppedMigration } from '../../src/database/migration-steps';

export class KeyRecords1795826531972 extends SteppedMigration {
  readonly name = 'KeyRecords1795826531972';

  protected readonly steps = [
    `CREATE TABLE "key_check" (
       "key_id" character varying(255) NOT NULL,
       "sealed" bytea NOT NULL,
       "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
       CONSTRAINT "key_check_pkey" PRIMARY KEY ("key_id")
    )`,
    `CREATE TABLE "lasting_key" (
       "purpose" character varying(50) NOT NULL,
       "wrapped" bytea NOT NULL,
       "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
       CONSTRAINT "lasting_key_pkey" PRIMARY KEY ("purpose")
    )`,
  ];

  protected readonly back = [`DROP TABLE "lasting_key"`, `DROP TABLE "key_check"`];
}
