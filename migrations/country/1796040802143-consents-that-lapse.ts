/** consents-that-lapse: generated from the entities. */
import { SteppedMigration } from '../../src/database/migration-steps';

export class ConsentsThatLapse1796040802143 extends SteppedMigration {
  readonly name = 'ConsentsThatLapse1796040802143';

  protected readonly steps = [
    `CREATE INDEX CONCURRENTLY "consent_valid_until_c0cb87_idx" ON "consent"  ("valid_until") WHERE valid_until IS NOT NULL`,
    `DROP INDEX CONCURRENTLY "consent_valid_until_0565d0_idx"`,
  ];

  protected readonly back = [
    `DROP INDEX "consent_valid_until_c0cb87_idx"`,
    `CREATE INDEX "consent_valid_until_0565d0_idx" ON "consent" USING btree ("valid_until") WHERE ((purpose = 'SERVICES'::text) AND (valid_until IS NOT NULL))`,
  ];
}
