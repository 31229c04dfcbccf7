/** consent-and-sessions: generated from the entities. */
import { SteppedMigration } from '../../src/database/migration-steps';

export class ConsentAndSessions1795857655036 extends SteppedMigration {
  readonly name = 'ConsentAndSessions1795857655036';

  protected readonly steps = [
    `ALTER TABLE "session" ADD "previous_hash" bytea`,
    `ALTER TABLE "session" ADD "rotated_at" TIMESTAMP WITH TIME ZONE`,
  ];

  protected readonly back = [
    `ALTER TABLE "session" DROP COLUMN "rotated_at"`,
    `ALTER TABLE "session" DROP COLUMN "previous_hash"`,
  ];
}
