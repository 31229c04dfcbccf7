/** outside-supervision: generated from the entities. */
import { SteppedMigration } from '../../src/database/migration-steps';

export class OutsideSupervision1795892762607 extends SteppedMigration {
  readonly name = 'OutsideSupervision1795892762607';

  protected readonly steps = [
    `ALTER TABLE "case" ADD "outside_supervisor_id" uuid`,
    `CREATE INDEX CONCURRENTLY "case_outside_supervisor_id_504a1c_idx" ON "case"  ("outside_supervisor_id") WHERE outside_supervisor_id IS NOT NULL`,
    `ALTER TABLE "notice" DROP CONSTRAINT "notice_kind_code", ADD CONSTRAINT "notice_kind_code" CHECK ("kind" IN ('CASE_WITHDRAWN', 'CASE_RESUMED', 'CLOSURE_TAKEN_BACK', 'DISCLOSED_SINCE', 'TRANSFER_REQUESTED', 'TRANSFER_ANSWERED', 'TRANSFER_ENDED', 'TRANSFER_EXPIRED', 'REFERRAL_EXPIRED', 'REFERRAL_REVOKED', 'CASE_RESTRICTED', 'SUPERVISOR_NEEDED', 'OUTSIDE_SUPERVISOR_NAMED', 'DRAFT_EXPIRES', 'DRAFT_ERASED', 'CASE_ASSIGNED', 'CASE_TAKEN_OVER', 'CASES_HANDED_OVER', 'DEPUTISED', 'COLLEAGUE_LEFT', 'COLLEAGUE_OFFERED', 'RESET_CODE_ISSUED', 'CONSENT_OVERRIDDEN', 'ACCESS_TAKEN')) NOT VALID`,
    `ALTER TABLE "notice" VALIDATE CONSTRAINT "notice_kind_code"`,
  ];

  protected readonly back = [
    `ALTER TABLE "notice" DROP CONSTRAINT "notice_kind_code"`,
    `ALTER TABLE "notice" ADD CONSTRAINT "notice_kind_code" CHECK ((kind = ANY (ARRAY['CASE_WITHDRAWN'::text, 'CASE_RESUMED'::text, 'CLOSURE_TAKEN_BACK'::text, 'DISCLOSED_SINCE'::text, 'TRANSFER_REQUESTED'::text, 'TRANSFER_ANSWERED'::text, 'TRANSFER_ENDED'::text, 'TRANSFER_EXPIRED'::text, 'REFERRAL_EXPIRED'::text, 'REFERRAL_REVOKED'::text, 'CASE_RESTRICTED'::text, 'SUPERVISOR_NEEDED'::text, 'DRAFT_EXPIRES'::text, 'DRAFT_ERASED'::text, 'CASE_ASSIGNED'::text, 'CASE_TAKEN_OVER'::text, 'CASES_HANDED_OVER'::text, 'DEPUTISED'::text, 'COLLEAGUE_LEFT'::text, 'COLLEAGUE_OFFERED'::text, 'RESET_CODE_ISSUED'::text, 'CONSENT_OVERRIDDEN'::text, 'ACCESS_TAKEN'::text])))`,
    `DROP INDEX "case_outside_supervisor_id_504a1c_idx"`,
    `ALTER TABLE "case" DROP COLUMN "outside_supervisor_id"`,
  ];
}
