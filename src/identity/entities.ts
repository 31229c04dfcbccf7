/** Everything that stands in the `identity` schema. */
import { Account } from './account.entity';
import { CountryEntry } from './country.entity';
import { RecoveryCode } from './recovery-code.entity';
import { PasswordResetCode } from './reset-code.entity';
import { Session } from './session.entity';
import { SignInEvent } from './sign-in-event.entity';
import { SignInThrottle } from './sign-in-throttle.entity';
import { SigningKey } from './signing-key.entity';

export const identityEntities = [
  CountryEntry,
  Account,
  Session,
  RecoveryCode,
  PasswordResetCode,
  SigningKey,
  SignInThrottle,
  SignInEvent,
] as const;

/** What the run-time role `identity_app` may do with each table of the schema. */
export const identityTables: Readonly<Record<string, readonly ('SELECT' | 'INSERT' | 'UPDATE' | 'DELETE')[]>> = {
  country: ['SELECT'],
  account: ['SELECT', 'UPDATE'],
  session: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
  recovery_code: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
  password_reset_code: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
  signing_key: ['SELECT'],
  sign_in_throttle: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
  sign_in_event: ['INSERT'],
};
