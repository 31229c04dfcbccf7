/** packed-exports: generated from the entities. */
import { SteppedMigration } from '../../src/database/migration-steps';

export class PackedExports1796093443349 extends SteppedMigration {
  readonly name = 'PackedExports1796093443349';

  protected readonly steps = [`ALTER TABLE "data_export" ADD "packed_bytes" integer`];

  protected readonly back = [`ALTER TABLE "data_export" DROP COLUMN "packed_bytes"`];
}
