/** outside-supervision: generated from the entities. */
import { SteppedMigration } from '../../src/database/migration-steps';

export class OutsideSupervision1795892762607 extends SteppedMigration {
  readonly name = 'OutsideSupervision1795892762607';

  protected readonly steps = [`ALTER TABLE "account" ADD "named_elsewhere" boolean NOT NULL DEFAULT false`];

  protected readonly back = [`ALTER TABLE "account" DROP COLUMN "named_elsewhere"`];
}
