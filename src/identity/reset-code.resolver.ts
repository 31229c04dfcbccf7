/** Forgotten passwords in the API. */
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { parseId, uuidIn } from '../base/global-id';
import type { IdentityContext } from './app';
import { done, outcome, signedIn } from './answers';
import { AccountPayload } from './identity.types';
import { tellOfResetCode } from './reset-notice';
import { IssuePasswordResetCodeInput, IssuePasswordResetCodePayload, ResetPasswordInput } from './reset-code.types';

@Resolver()
export class ResetCodeResolver {
  @Mutation(() => IssuePasswordResetCodePayload, {
    description:
      'A code for a colleague of the organisation who forgot their password: good once, for 24 hours; it replaces an earlier one.',
  })
  async issuePasswordResetCode(
    @Arg('input', () => IssuePasswordResetCodeInput, { description: 'Who forgot it.' })
    { staffMemberId }: IssuePasswordResetCodeInput,
    @Ctx() ctx: IdentityContext,
  ): Promise<IssuePasswordResetCodePayload> {
    const actor = signedIn(ctx);
    const id = uuidIn(parseId(staffMemberId), actor.country);
    const { value, ...told } = await outcome(ctx, ctx.app.identity.issueResetCode(actor, id, ctx));
    // A code that nobody could be told of is not handed out.
    if (value && id) await tellOfResetCode(ctx.app, actor, id);
    return { resetCode: value, ...told };
  }

  @Mutation(() => AccountPayload, {
    description:
      'Chooses another password by a code that the administrator of the organisation gave, and ends all sessions. Signing in asks for the second factor as before.',
  })
  resetPassword(
    @Arg('input', () => ResetPasswordInput, { description: 'Code and new password.' }) input: ResetPasswordInput,
    @Ctx() ctx: IdentityContext,
  ): Promise<AccountPayload> {
    return done(ctx, ctx.app.identity.resetPassword(input, ctx));
  }
}
