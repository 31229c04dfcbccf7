/** locked-versions: generated from the entities. */
import { SteppedMigration } from '../../src/database/migration-steps';

export class LockedVersions1796057638643 extends SteppedMigration {
  readonly name = 'LockedVersions1796057638643';

  protected readonly steps = [`ALTER TABLE "reporting_period_lock" ADD "versions" text array NOT NULL DEFAULT '{}'`];

  protected readonly back = [`ALTER TABLE "reporting_period_lock" DROP COLUMN "versions"`];
}
