/** cost-of-text-parts: to cut a text into parts takes as long as to look for them in an index, of one row as of many. */
import { SteppedMigration } from '../../src/database/migration-steps';

export class CostOfTextParts1796093586123 extends SteppedMigration {
  readonly name = 'CostOfTextParts1796093586123';

  protected readonly steps = [`ALTER FUNCTION "text_parts_be1c125e"(text) COST 5000`];

  protected readonly back = [`ALTER FUNCTION "text_parts_be1c125e"(text) COST 100`];
}
