/** The sign-in family of the API. Failures that a caller must expect are the payload's problems. */
import { Arg, Ctx, FieldResolver, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Country } from '../domain/country/country.entity';
import { CountryLocale } from '../model/country.codes';
import { Organisation } from '../domain/organisation/organisation.entity';
import { label } from '../model/codelist';
import type { Locale } from '../base/locale';
import { RoleCode } from '../policy/role.codes';
import type { IdentityContext } from './app';
import type { Actor } from '../base/actor';
import { unauthenticated } from '../base/refusals';
import { done, outcome, signedIn } from './answers';
import type { AccountHolder } from './account-holder';
import type { OpenedSession } from './identity.service';
import {
  AccountPayload,
  AccountType,
  ChangePasswordInput,
  ConfirmSecondFactorInput,
  ConfirmSecondFactorPayload,
  EnrolSecondFactorInput,
  EnrolSecondFactorPayload,
  RefreshSessionInput,
  RemoveSecondFactorInput,
  SessionPayload,
  SignInInput,
  Viewer,
} from './identity.types';
import { globalId } from '../base/global-id';
import { StaffMember } from '../domain/organisation/staff-member.entity';
import { thingOf } from '../model/thing';
import { countryOf, organisationOf } from './viewer-links';

const localeCodes: Readonly<Record<Locale, CountryLocale>> = { en: 'EN', pt: 'PT' };

@Resolver()
export class IdentityResolver {
  @Query(() => Viewer, { nullable: true, description: 'Whoever is asking: account and rights.' })
  async viewer(@Ctx() ctx: IdentityContext): Promise<Viewer> {
    const actor = signedIn(ctx);
    const holder = await ctx.app.identity.holder(actor.accountId);
    if (!holder) throw unauthenticated();
    return viewerOf(actor, holder, ctx.locale);
  }

  @Mutation(() => SessionPayload, {
    description:
      'Signs in. One answer for an unknown account and a wrong password; many attempts lock both for a while.',
  })
  signIn(
    @Arg('input', () => SignInInput, { description: 'Who one is.' }) input: SignInInput,
    @Ctx() ctx: IdentityContext,
  ) {
    return sessionPayload(ctx, ctx.app.identity.signIn(input, ctx));
  }

  @Mutation(() => SessionPayload, {
    description: 'Exchanges a refresh token for new tokens. A token that was used already ends the session.',
  })
  refreshSession(
    @Arg('input', () => RefreshSessionInput, { description: 'The refresh token.' }) input: RefreshSessionInput,
    @Ctx() ctx: IdentityContext,
  ): Promise<SessionPayload> {
    return sessionPayload(ctx, ctx.app.identity.refreshSession(input.refreshToken, ctx));
  }

  @Mutation(() => AccountPayload, {
    description: 'Ends this session: its tokens count no more from the next request on.',
  })
  signOut(@Ctx() ctx: IdentityContext): Promise<AccountPayload> {
    return done(ctx, ctx.app.identity.signOut(signedIn(ctx), ctx));
  }

  @Mutation(() => AccountPayload, {
    description: 'Changes the own password and ends all other sessions of the account.',
  })
  changePassword(
    @Arg('input', () => ChangePasswordInput, { description: 'Old and new.' }) input: ChangePasswordInput,
    @Ctx() ctx: IdentityContext,
  ): Promise<AccountPayload> {
    return done(ctx, ctx.app.identity.changePassword(signedIn(ctx), input, ctx));
  }

  @Mutation(() => EnrolSecondFactorPayload, {
    description: 'Makes a secret for an authenticator app. It counts from `confirmSecondFactor` on.',
  })
  async enrolSecondFactor(
    @Arg('input', () => EnrolSecondFactorInput, { description: 'The password.' }) input: EnrolSecondFactorInput,
    @Ctx() ctx: IdentityContext,
  ): Promise<EnrolSecondFactorPayload> {
    const { value, ...told } = await outcome(ctx, ctx.app.identity.enrolSecondFactor(signedIn(ctx), input, ctx));
    return { enrolment: value, ...told };
  }

  @Mutation(() => ConfirmSecondFactorPayload, {
    description: 'Puts the second factor into use. From then on signing in asks for its code.',
  })
  async confirmSecondFactor(
    @Arg('input', () => ConfirmSecondFactorInput, { description: 'A code.' }) input: ConfirmSecondFactorInput,
    @Ctx() ctx: IdentityContext,
  ): Promise<ConfirmSecondFactorPayload> {
    const confirming = ctx.app.identity.confirmSecondFactor(signedIn(ctx), input.oneTimeCode, ctx);
    const { value, ...told } = await outcome(ctx, confirming);
    return { recoveryCodes: value, ...told };
  }

  @Mutation(() => AccountPayload, { description: 'Gives up the second factor and its recovery codes.' })
  removeSecondFactor(
    @Arg('input', () => RemoveSecondFactorInput, { description: 'Password and code.' }) input: RemoveSecondFactorInput,
    @Ctx() ctx: IdentityContext,
  ): Promise<AccountPayload> {
    return done(ctx, ctx.app.identity.removeSecondFactor(signedIn(ctx), input, ctx));
  }
}

@Resolver(() => AccountType)
export class AccountResolver {
  @FieldResolver(() => Organisation, { nullable: true, description: 'Where the account belongs; null for the region.' })
  organisation(@Root() { actor }: AccountType, @Ctx() ctx: IdentityContext, @Info() info: GraphQLResolveInfo) {
    return organisationOf(actor, ctx, info);
  }

  @FieldResolver(() => Country, { nullable: true, description: 'The country of the account; null for the region.' })
  country(@Root() { actor }: AccountType, @Ctx() ctx: IdentityContext, @Info() info: GraphQLResolveInfo) {
    return countryOf(actor, ctx, info);
  }
}

async function sessionPayload(ctx: IdentityContext, work: Promise<OpenedSession>): Promise<SessionPayload> {
  const { value, ...told } = await outcome(ctx, work);
  return {
    session: value,
    viewer: value && viewerOf(value.actor, value.holder, ctx.asked ?? value.holder.locale),
    ...told,
  };
}

function viewerOf(
  actor: Actor,
  { accountId, country, name, email, role, locale, hasSecondFactor }: AccountHolder,
  spoken: Locale,
): Viewer {
  const account: AccountType = {
    // In its country an account is a colleague, by the same UUID.
    id: country === null ? accountId : globalId(thingOf(StaffMember).name, country, accountId),
    name,
    email,
    role,
    roleLabel: label(RoleCode, role, spoken),
    locale: localeCodes[locale],
    localeLabel: label(CountryLocale, localeCodes[locale], spoken),
    hasSecondFactor,
    actor,
  };
  return { account, actor };
}
