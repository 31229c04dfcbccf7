/** initial: generated from the entities. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Initial1795295570647 implements MigrationInterface {
  readonly name = 'Initial1795295570647';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE "country" (
       "code" text NOT NULL,
       "name_en" text NOT NULL,
       "name_pt" text NOT NULL,
       "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
       CONSTRAINT "country_code" CHECK ("code" ~ '^[A-Z]{2}$'),
       CONSTRAINT "country_pkey" PRIMARY KEY ("code")
    )`);
    await queryRunner.query(`CREATE TABLE "account" (
       "id" uuid NOT NULL DEFAULT gen_random_uuid(),
       "email" text NOT NULL,
       "name" text NOT NULL,
       "password_hash" text NOT NULL,
       "one_time_password_until" TIMESTAMP WITH TIME ZONE,
       "role" text NOT NULL,
       "country" text,
       "organisation_id" uuid,
       "locale" text NOT NULL DEFAULT 'en',
       "status" text NOT NULL DEFAULT 'ACTIVE',
       "demo" boolean NOT NULL DEFAULT false,
       "totp_secret" text,
       "totp_pending" text,
       "totp_last_counter" bigint,
       "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
       "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
       CONSTRAINT "CHK_66ba482de0132257e57fc9edf4" CHECK (status IN ('ACTIVE', 'DISABLED')),
       CONSTRAINT "CHK_d9ab5b89f39daab0c21cf143ea" CHECK (locale IN ('en', 'pt')),
       CONSTRAINT "CHK_21e18c18bd98dc8199419b9e46" CHECK (role IN ('FIELD_WORKER', 'CASE_MANAGER', 'SUPERVISOR', 'PARTNER_ADMIN', 'ME_OFFICER', 'SERVICE_PROVIDER', 'PRIVACY_OFFICER', 'SECRETARIAT', 'ANALYST', 'OPERATOR')),
       CONSTRAINT "CHK_e97b4f8999aa587efb4d3f6a58" CHECK (email = lower(email)),
       CONSTRAINT "account_pkey" PRIMARY KEY ("id")
    )`);
    await queryRunner.query(`CREATE UNIQUE INDEX "account_email" ON "account"  ("email")`);
    await queryRunner.query(`CREATE TABLE "recovery_code" (
       "account_id" uuid NOT NULL,
       "code_hash" bytea NOT NULL,
       "used_at" TIMESTAMP WITH TIME ZONE,
       CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("account_id", "code_hash")
    )`);
    await queryRunner.query(`CREATE TABLE "session" (
       "id" uuid NOT NULL DEFAULT gen_random_uuid(),
       "account_id" uuid NOT NULL,
       "family" uuid NOT NULL,
       "refresh_hash" bytea NOT NULL,
       "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
       "last_used_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
       "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "ends_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       "revoked_at" TIMESTAMP WITH TIME ZONE,
       "revoked_because" text,
       CONSTRAINT "CHK_358e778d3ecacfed4fa6b76079" CHECK ((revoked_at IS NULL) = (revoked_because IS NULL)),
       CONSTRAINT "CHK_e10680f4d4c9d92f9054187dc0" CHECK (revoked_because IN ('SIGNED_OUT', 'TOKEN_REUSED', 'PASSWORD_CHANGED', 'ACCOUNT_DISABLED')),
       CONSTRAINT "session_pkey" PRIMARY KEY ("id")
    )`);
    await queryRunner.query(`CREATE INDEX "session_account_id" ON "session"  ("account_id")`);
    await queryRunner.query(`CREATE UNIQUE INDEX "session_family" ON "session"  ("family")`);
    await queryRunner.query(`CREATE TABLE "sign_in_event" (
       "id" uuid NOT NULL DEFAULT gen_random_uuid(),
       "at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
       "kind" text NOT NULL,
       "account_id" uuid,
       "subject" text,
       "address" text NOT NULL,
       "request_id" text NOT NULL,
       CONSTRAINT "CHK_3e7ccc4f3eff38381eb7753f93" CHECK (kind IN ('SIGNED_IN', 'PASSWORD_WRONG', 'PASSWORD_EXPIRED', 'ACCOUNT_UNKNOWN', 'ACCOUNT_INACTIVE', 'SECOND_FACTOR_MISSING', 'SECOND_FACTOR_WRONG', 'PASSWORD_CHANGE_PENDING', 'LOCKED_OUT', 'SIGNED_OUT', 'TOKEN_REUSED', 'PASSWORD_CHANGED', 'SECOND_FACTOR_ENROLLED', 'SECOND_FACTOR_REMOVED', 'ACCOUNT_CREATED', 'ACCOUNT_DISABLED', 'ACCOUNT_ENABLED', 'PASSWORD_RESET')),
       CONSTRAINT "sign_in_event_pkey" PRIMARY KEY ("id")
    )`);
    await queryRunner.query(`CREATE INDEX "sign_in_event_at" ON "sign_in_event"  ("at")`);
    await queryRunner.query(`CREATE INDEX "sign_in_event_account_id" ON "sign_in_event"  ("account_id")`);
    await queryRunner.query(`CREATE TABLE "sign_in_throttle" (
       "key" text NOT NULL,
       "attempts" integer NOT NULL,
       "resets_at" TIMESTAMP WITH TIME ZONE NOT NULL,
       CONSTRAINT "sign_in_throttle_pkey" PRIMARY KEY ("key")
    )`);
    await queryRunner.query(`CREATE INDEX "sign_in_throttle_resets_at" ON "sign_in_throttle"  ("resets_at")`);
    await queryRunner.query(`CREATE TABLE "signing_key" (
       "kid" text NOT NULL,
       "public_jwk" jsonb NOT NULL,
       "private_key" text NOT NULL,
       "status" text NOT NULL,
       "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
       CONSTRAINT "CHK_07052d067bc8029650a3e6fa44" CHECK (status IN ('CURRENT', 'PREVIOUS', 'RETIRED')),
       CONSTRAINT "signing_key_pkey" PRIMARY KEY ("kid")
    )`);
    await queryRunner.query(
      `CREATE UNIQUE INDEX "signing_key_one_current" ON "signing_key"  ("status") WHERE status = 'CURRENT'`,
    );
    await queryRunner.query(
      `ALTER TABLE "account" ADD CONSTRAINT "account_country_fkey" FOREIGN KEY ("country") REFERENCES "country"("code") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_account_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "session" ADD CONSTRAINT "session_account_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "session" DROP CONSTRAINT "session_account_fkey"`);
    await queryRunner.query(`ALTER TABLE "recovery_code" DROP CONSTRAINT "recovery_code_account_fkey"`);
    await queryRunner.query(`ALTER TABLE "account" DROP CONSTRAINT "account_country_fkey"`);
    await queryRunner.query(`DROP INDEX "signing_key_one_current"`);
    await queryRunner.query(`DROP TABLE "signing_key"`);
    await queryRunner.query(`DROP INDEX "sign_in_throttle_resets_at"`);
    await queryRunner.query(`DROP TABLE "sign_in_throttle"`);
    await queryRunner.query(`DROP INDEX "sign_in_event_account_id"`);
    await queryRunner.query(`DROP INDEX "sign_in_event_at"`);
    await queryRunner.query(`DROP TABLE "sign_in_event"`);
    await queryRunner.query(`DROP INDEX "session_family"`);
    await queryRunner.query(`DROP INDEX "session_account_id"`);
    await queryRunner.query(`DROP TABLE "session"`);
    await queryRunner.query(`DROP TABLE "recovery_code"`);
    await queryRunner.query(`DROP INDEX "account_email"`);
    await queryRunner.query(`DROP TABLE "account"`);
    await queryRunner.query(`DROP TABLE "country"`);
  }
}
