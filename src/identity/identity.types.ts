/** The GraphQL types of signing in. */
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { CountryLocale } from '../model/country.codes';
import { Problem } from '../base/problem';
import { DateTimeScalar } from '../model/scalars';
import { RoleCode } from '../policy/role.codes';
import type { Role } from '../base/names';
import type { Actor } from '../base/actor';

@ObjectType('Account', {
  simpleResolvers: true,
  description: 'Somebody who can sign in. `organisation` and `country` are null for the region.',
})
export class AccountType {
  @Field(() => ID, {
    description:
      'Global id of the colleague (StaffMember) that the account is in its country; of an account of the region its UUID.',
  })
  id: string;

  @Field(() => String, { description: 'Name.' })
  name: string;

  @Field(() => String, { description: 'Address that one signs in with.' })
  email: string;

  @Field(() => RoleCode.enum, { description: 'Role; the rights follow from it.' })
  role: Role;

  @Field(() => String, { description: 'Label of `role` in the language asked for.' })
  roleLabel: string;

  @Field(() => CountryLocale.enum, { description: 'Language that messages are sent in.' })
  locale: CountryLocale;

  @Field(() => String, { description: 'Label of `locale` in the language asked for.' })
  localeLabel: string;

  @Field(() => Boolean, { description: 'Whether signing in asks for a second factor.' })
  hasSecondFactor: boolean;

  /** Whose account it is; `organisation` and `country` are read with these rights. */
  actor: Actor;
}

@ObjectType({ simpleResolvers: true, description: 'Whoever is asking.' })
export class Viewer {
  @Field(() => AccountType, { description: 'The account that is signed in.' })
  account: AccountType;

  /** The same after a sign-in, when the request itself came without a token. */
  actor: Actor;
}

@ObjectType('Session', {
  simpleResolvers: true,
  description: 'The tokens of a session. Neither can be asked for again.',
})
export class SessionType {
  @Field(() => String, { description: 'Send it as `Authorization: Bearer …`.' })
  accessToken: string;

  @Field(() => DateTimeScalar, { description: 'When the access token stops to count; refresh before.' })
  accessTokenExpiresAt: Date;

  @Field(() => String, {
    description:
      'Good for one `refreshSession`. Keep it where nobody reads it: used a second time, it ends the session.',
  })
  refreshToken: string;
}

@ObjectType({ simpleResolvers: true, description: 'What signing in and refreshing give.' })
export class SessionPayload {
  @Field(() => SessionType, { nullable: true, description: 'The tokens; null when there are problems.' })
  session: SessionType | null;

  @Field(() => Viewer, { nullable: true, description: 'Who is signed in now; null when there are problems.' })
  viewer: Viewer | null;

  @Field(() => [Problem], { description: 'Why nothing happened; empty when it did.' })
  problems: readonly Problem[];

  @Field(() => [Problem], { description: 'What is odd in what was told; here always empty.' })
  warnings: readonly Problem[];
}

@ObjectType({ simpleResolvers: true, description: 'Whether it happened, where there is nothing else to tell.' })
export class AccountPayload {
  @Field(() => [Problem], { description: 'Why nothing happened; empty when it did.' })
  problems: readonly Problem[];

  @Field(() => [Problem], { description: 'What is odd in what was told; here always empty.' })
  warnings: readonly Problem[];
}

@ObjectType({ simpleResolvers: true, description: 'What an authenticator app needs to make one-time codes.' })
export class SecondFactorEnrolment {
  @Field(() => String, { description: 'Secret, in base 32, to type in.' })
  secret: string;

  @Field(() => String, { description: 'The same as an `otpauth://` address, to show as a QR code.' })
  uri: string;
}

@ObjectType({ simpleResolvers: true, description: 'What enrolling a second factor gives.' })
export class EnrolSecondFactorPayload {
  @Field(() => SecondFactorEnrolment, { nullable: true, description: 'For the app; null when there are problems.' })
  enrolment: SecondFactorEnrolment | null;

  @Field(() => [Problem], { description: 'Why nothing happened; empty when it did.' })
  problems: readonly Problem[];

  @Field(() => [Problem], { description: 'What is odd in what was told; here always empty.' })
  warnings: readonly Problem[];
}

@ObjectType({ simpleResolvers: true, description: 'What confirming a second factor gives.' })
export class ConfirmSecondFactorPayload {
  @Field(() => [String], {
    nullable: true,
    description:
      'Codes that stand in for a lost device, each once; shown now and never again. They replace earlier ones.',
  })
  recoveryCodes: readonly string[] | null;

  @Field(() => [Problem], { description: 'Why nothing happened; empty when it did.' })
  problems: readonly Problem[];

  @Field(() => [Problem], { description: 'What is odd in what was told; here always empty.' })
  warnings: readonly Problem[];
}

@InputType({ description: 'Who one is, and the proof.' })
export class SignInInput {
  @Field(() => String, { description: 'E-mail address of the account.' })
  email: string;

  @Field(() => String, { description: 'Password.' })
  password: string;

  @Field(() => String, {
    nullable: true,
    description: 'Code of the authenticator app, or a recovery code. Needed after the problem SECOND_FACTOR_REQUIRED.',
  })
  oneTimeCode?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Replaces the password and ends all other sessions. Needed after the problem PASSWORD_CHANGE_REQUIRED.',
  })
  newPassword?: string | null;
}

@InputType({ description: 'What keeps a session alive.' })
export class RefreshSessionInput {
  @Field(() => String, { description: 'The refresh token that came last.' })
  refreshToken: string;
}

@InputType({ description: 'A new password.' })
export class ChangePasswordInput {
  @Field(() => String, { description: 'The password until now.' })
  oldPassword: string;

  @Field(() => String, { description: 'At least 12 characters, not a common one, nothing else asked.' })
  newPassword: string;
}

@InputType({ description: 'Asks for a second factor.' })
export class EnrolSecondFactorInput {
  @Field(() => String, { description: 'The password, once more.' })
  password: string;

  @Field(() => String, {
    nullable: true,
    description: 'A code of the second factor that this one is to replace, if any.',
  })
  oneTimeCode?: string | null;
}

@InputType({ description: 'Gives up the second factor.' })
export class RemoveSecondFactorInput {
  @Field(() => String, { description: 'The password, once more.' })
  password: string;

  @Field(() => String, { description: 'A code of the authenticator app, or a recovery code.' })
  oneTimeCode: string;
}

@InputType({ description: 'Shows that the authenticator app is set up.' })
export class ConfirmSecondFactorInput {
  @Field(() => String, { description: 'A code that the app shows now.' })
  oneTimeCode: string;
}
