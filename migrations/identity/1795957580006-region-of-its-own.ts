/** region-of-its-own: generated from the entities. */
import { SteppedMigration } from '../../src/database/migration-steps';

export class RegionOfItsOwn1795957580006 extends SteppedMigration {
  readonly name = 'RegionOfItsOwn1795957580006';

  protected readonly steps = [
    `ALTER TABLE "country" DROP CONSTRAINT "country_code", ADD CONSTRAINT "country_code" CHECK ("code" ~ '^([A-Z]{2}|REGION)$') NOT VALID`,
    `ALTER TABLE "country" VALIDATE CONSTRAINT "country_code"`,
  ];

  protected readonly back = [
    `ALTER TABLE "country" DROP CONSTRAINT "country_code"`,
    `ALTER TABLE "country" ADD CONSTRAINT "country_code" CHECK ((code ~ '^[A-Z]{2}$'::text))`,
  ];
}
