/** initial-values: generated from the entities. */
import { SteppedMigration } from '../../src/database/migration-steps';

export class InitialValues1795812164007 extends SteppedMigration {
  readonly name = 'InitialValues1795812164007';

  protected readonly steps = [
    `ALTER TABLE "account" ADD CONSTRAINT "CHK_01a4f294d3e3d3ac4b69456ca0" CHECK ((country IS NULL) = (role IN ('SECRETARIAT', 'ANALYST', 'OPERATOR'))) NOT VALID`,
    `ALTER TABLE "account" VALIDATE CONSTRAINT "CHK_01a4f294d3e3d3ac4b69456ca0"`,
  ];

  protected readonly back = [`ALTER TABLE "account" DROP CONSTRAINT "CHK_01a4f294d3e3d3ac4b69456ca0"`];
}
