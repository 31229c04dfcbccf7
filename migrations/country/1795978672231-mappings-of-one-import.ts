/** mappings-of-one-import: generated from the entities. */
import { SteppedMigration } from '../../src/database/migration-steps';

export class MappingsOfOneImport1795978672231 extends SteppedMigration {
  readonly name = 'MappingsOfOneImport1795978672231';

  protected readonly steps = [`ALTER TABLE "data_import" ADD "own_mapping" text`];

  protected readonly back = [`ALTER TABLE "data_import" DROP COLUMN "own_mapping"`];
}
