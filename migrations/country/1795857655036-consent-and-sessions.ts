/** consent-and-sessions: generated from the entities. */
import { SteppedMigration } from '../../src/database/migration-steps';

export class ConsentAndSessions1795857655036 extends SteppedMigration {
  readonly name = 'ConsentAndSessions1795857655036';

  protected readonly steps = [
    `ALTER TABLE "consent" ADD "guardian_absence" text`,
    `ALTER TABLE "consent" ADD CONSTRAINT "consent_guardian_absence_code" CHECK ("guardian_absence" IN ('ALLEGED_PERPETRATOR', 'UNSAFE_TO_TELL', 'NO_GUARDIAN', 'CHILD_REFUSES', 'IMMEDIATE_DANGER')) NOT VALID`,
    `ALTER TABLE "consent" VALIDATE CONSTRAINT "consent_guardian_absence_code"`,
  ];

  protected readonly back = [
    `ALTER TABLE "consent" DROP CONSTRAINT "consent_guardian_absence_code"`,
    `ALTER TABLE "consent" DROP COLUMN "guardian_absence"`,
  ];
}
