/** initial-values: generated from the entities. */
import { SteppedMigration } from '../../src/database/migration-steps';

export class InitialValues1795812164007 extends SteppedMigration {
  readonly name = 'InitialValues1795812164007';

  protected readonly steps = [
    `ALTER TABLE "access_log_entry" ALTER COLUMN "record_id" DROP NOT NULL`,
    `ALTER TABLE "survivor_demographics" ALTER COLUMN "key_populations" SET DEFAULT '{}'`,
    `ALTER TABLE "case" ALTER COLUMN "anonymous" SET DEFAULT false`,
    `ALTER TABLE "case" ALTER COLUMN "safety_plan_reviewed" SET DEFAULT false`,
    `ALTER TABLE "case" ALTER COLUMN "informed_can_resume" SET DEFAULT false`,
    `ALTER TABLE "case" ALTER COLUMN "supervisor_reviewed" SET DEFAULT false`,
    `ALTER TABLE "incident" ALTER COLUMN "reported_elsewhere" SET DEFAULT false`,
    `ALTER TABLE "alleged_perpetrator" ALTER COLUMN "count" SET DEFAULT '1'`,
    `ALTER TABLE "case_note" ALTER COLUMN "kind" SET DEFAULT 'NOTE'`,
    `ALTER TABLE "consent" ALTER COLUMN "scopes" SET DEFAULT '{}'`,
    `ALTER TABLE "referral" ALTER COLUMN "shared_fields" SET DEFAULT '{}'`,
  ];

  protected readonly back = [
    `ALTER TABLE "referral" ALTER COLUMN "shared_fields" DROP DEFAULT`,
    `ALTER TABLE "consent" ALTER COLUMN "scopes" DROP DEFAULT`,
    `ALTER TABLE "case_note" ALTER COLUMN "kind" DROP DEFAULT`,
    `ALTER TABLE "alleged_perpetrator" ALTER COLUMN "count" DROP DEFAULT`,
    `ALTER TABLE "incident" ALTER COLUMN "reported_elsewhere" DROP DEFAULT`,
    `ALTER TABLE "case" ALTER COLUMN "supervisor_reviewed" DROP DEFAULT`,
    `ALTER TABLE "case" ALTER COLUMN "informed_can_resume" DROP DEFAULT`,
    `ALTER TABLE "case" ALTER COLUMN "safety_plan_reviewed" DROP DEFAULT`,
    `ALTER TABLE "case" ALTER COLUMN "anonymous" DROP DEFAULT`,
    `ALTER TABLE "survivor_demographics" ALTER COLUMN "key_populations" DROP DEFAULT`,
    `ALTER TABLE "access_log_entry" ALTER COLUMN "record_id" SET NOT NULL`,
  ];
}
