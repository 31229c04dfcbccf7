/** staff-accounts: generated from the entities. */
import { SteppedMigration } from '../../src/database/migration-steps';

export class StaffAccounts1795881159601 extends SteppedMigration {
  readonly name = 'StaffAccounts1795881159601';

  protected readonly steps = [
    `ALTER TABLE "session" DROP CONSTRAINT "CHK_e10680f4d4c9d92f9054187dc0"`,
    `ALTER TABLE "sign_in_event" DROP CONSTRAINT "CHK_3e7ccc4f3eff38381eb7753f93"`,
    `CREATE TABLE "password_reset_code" (
       "account_id" uuid NOT NULL,
       "code_hash" text NOT NULL,
       "issued_by" uuid NOT NULL,
       "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       CONSTRAINT "password_reset_code_pkey" PRIMARY KEY ("account_id")
    )`,
    `ALTER TABLE "account" ADD "staff_due" boolean NOT NULL DEFAULT false`,
    `CREATE INDEX CONCURRENTLY "account_staff_due" ON "account"  ("country") WHERE staff_due`,
    `ALTER TABLE "session" ADD CONSTRAINT "CHK_f6a93a43739b00d0fe585bfdb6" CHECK (revoked_because IN ('SIGNED_OUT', 'TOKEN_REUSED', 'PASSWORD_CHANGED', 'ACCOUNT_DISABLED', 'RIGHTS_CHANGED')) NOT VALID`,
    `ALTER TABLE "sign_in_event" ADD CONSTRAINT "CHK_6691388aeadae34a60e54f0d54" CHECK (kind IN ('SIGNED_IN', 'PASSWORD_WRONG', 'PASSWORD_EXPIRED', 'ACCOUNT_UNKNOWN', 'ACCOUNT_INACTIVE', 'SECOND_FACTOR_MISSING', 'SECOND_FACTOR_WRONG', 'PASSWORD_CHANGE_PENDING', 'LOCKED_OUT', 'SIGNED_OUT', 'TOKEN_REUSED', 'PASSWORD_CHANGED', 'SECOND_FACTOR_ENROLLED', 'SECOND_FACTOR_REMOVED', 'ACCOUNT_CREATED', 'ACCOUNT_DISABLED', 'ACCOUNT_ENABLED', 'PASSWORD_RESET', 'RIGHTS_CHANGED', 'RESET_CODE_ISSUED', 'RESET_CODE_WRONG')) NOT VALID`,
    `ALTER TABLE "password_reset_code" ADD CONSTRAINT "password_reset_code_account_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    `ALTER TABLE "session" VALIDATE CONSTRAINT "CHK_f6a93a43739b00d0fe585bfdb6"`,
    `ALTER TABLE "sign_in_event" VALIDATE CONSTRAINT "CHK_6691388aeadae34a60e54f0d54"`,
  ];

  protected readonly back = [
    `ALTER TABLE "password_reset_code" DROP CONSTRAINT "password_reset_code_account_fkey"`,
    `ALTER TABLE "sign_in_event" DROP CONSTRAINT "CHK_6691388aeadae34a60e54f0d54"`,
    `ALTER TABLE "session" DROP CONSTRAINT "CHK_f6a93a43739b00d0fe585bfdb6"`,
    `DROP INDEX "account_staff_due"`,
    `ALTER TABLE "account" DROP COLUMN "staff_due"`,
    `DROP TABLE "password_reset_code"`,
    `ALTER TABLE "sign_in_event" ADD CONSTRAINT "CHK_3e7ccc4f3eff38381eb7753f93" CHECK ((kind = ANY (ARRAY['SIGNED_IN'::text, 'PASSWORD_WRONG'::text, 'PASSWORD_EXPIRED'::text, 'ACCOUNT_UNKNOWN'::text, 'ACCOUNT_INACTIVE'::text, 'SECOND_FACTOR_MISSING'::text, 'SECOND_FACTOR_WRONG'::text, 'PASSWORD_CHANGE_PENDING'::text, 'LOCKED_OUT'::text, 'SIGNED_OUT'::text, 'TOKEN_REUSED'::text, 'PASSWORD_CHANGED'::text, 'SECOND_FACTOR_ENROLLED'::text, 'SECOND_FACTOR_REMOVED'::text, 'ACCOUNT_CREATED'::text, 'ACCOUNT_DISABLED'::text, 'ACCOUNT_ENABLED'::text, 'PASSWORD_RESET'::text])))`,
    `ALTER TABLE "session" ADD CONSTRAINT "CHK_e10680f4d4c9d92f9054187dc0" CHECK ((revoked_because = ANY (ARRAY['SIGNED_OUT'::text, 'TOKEN_REUSED'::text, 'PASSWORD_CHANGED'::text, 'ACCOUNT_DISABLED'::text])))`,
  ];
}
