/** work-by-duty: generated from the entities. */
import { SteppedMigration } from '../../src/database/migration-steps';

export class WorkByDuty1795983209297 extends SteppedMigration {
  readonly name = 'WorkByDuty1795983209297';

  protected readonly steps = [
    `CREATE INDEX CONCURRENTLY "work_item_audience_5660eb_idx" ON "work_item"  ("audience") WHERE "audience" IS NOT NULL`,
  ];

  protected readonly back = [`DROP INDEX "work_item_audience_5660eb_idx"`];
}
