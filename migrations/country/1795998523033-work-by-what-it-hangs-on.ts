/** work-by-what-it-hangs-on: generated from the entities. */
import { SteppedMigration } from '../../src/database/migration-steps';

export class WorkByWhatItHangsOn1795998523033 extends SteppedMigration {
  readonly name = 'WorkByWhatItHangsOn1795998523033';

  protected readonly steps = [`CREATE INDEX CONCURRENTLY "work_item_root_id_idx" ON "work_item"  ("root_id")`];

  protected readonly back = [`DROP INDEX "work_item_root_id_idx"`];
}
