/** what-left-a-release: what was told of rows that left a release, as far as tables still have to be made beside it. */
import { SteppedMigration } from '../../src/database/migration-steps';

export class WhatLeftARelease1796044000000 extends SteppedMigration {
  readonly name = 'WhatLeftARelease1796044000000';

  protected readonly steps = [`ALTER TABLE "released_row" ADD "told" text array`];

  protected readonly back = [`ALTER TABLE "released_row" DROP COLUMN "told"`];
}
