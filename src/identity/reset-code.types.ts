/** The GraphQL types of a forgotten password. */
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Problem } from '../base/problem';
import { DateTimeScalar } from '../model/scalars';

@ObjectType('PasswordResetCode', {
  simpleResolvers: true,
  description: 'A code for somebody who forgot their password. It cannot be asked for again.',
})
export class PasswordResetCodeType {
  @Field(() => String, { description: 'To be handed over to the colleague, in person or by telephone; good once.' })
  code: string;

  @Field(() => DateTimeScalar, { description: 'Until when it is good, in UTC.' })
  expiresAt: Date;
}

@ObjectType({ simpleResolvers: true, description: 'What issuing a code gives.' })
export class IssuePasswordResetCodePayload {
  @Field(() => PasswordResetCodeType, { nullable: true, description: 'The code; null when there are problems.' })
  resetCode: PasswordResetCodeType | null;

  @Field(() => [Problem], { description: 'Why nothing happened; empty when it did.' })
  problems: readonly Problem[];

  @Field(() => [Problem], { description: 'What is odd in what was told; here always empty.' })
  warnings: readonly Problem[];
}

@InputType({ description: 'Who forgot their password.' })
export class IssuePasswordResetCodeInput {
  @Field(() => ID, { description: 'The colleague (StaffMember): global id, or UUID.' })
  staffMemberId: string;
}

@InputType({ description: 'A new password in place of a forgotten one.' })
export class ResetPasswordInput {
  @Field(() => String, { description: 'E-mail address of the account.' })
  email: string;

  @Field(() => String, { description: 'The code that the administrator gave; case, blanks and hyphens do not matter.' })
  code: string;

  @Field(() => String, { description: 'At least 12 characters, not a common one, nothing else asked.' })
  newPassword: string;
}
