/** The records that an account points to, read with the account's own rights. */
import type { GraphQLResolveInfo } from 'graphql';
import { Country } from '../domain/country/country.entity';
import { Organisation } from '../domain/organisation/organisation.entity';
import { readFirst, readRecord, type ReadRecord } from '../execution/bridge';
import { thingOf } from '../model/thing';
import type { RequestContext } from '../base/context';
import type { Actor } from '../base/actor';
import type { IdentityContext } from './app';
import { followAccounts } from './following';
import { scopeOf } from './scope';

/** After a sign-in the request itself has no actor yet, or another: the account's own is put in its place. */
async function asAccount(ctx: IdentityContext, actor: Actor): Promise<RequestContext> {
  if (ctx.actor?.accountId === actor.accountId) return ctx;
  if (actor.country !== null) await followAccounts(ctx.app, actor.country);
  return { ...ctx, actor, scope: scopeOf(ctx.app, actor) };
}

export async function organisationOf(
  actor: Actor,
  ctx: IdentityContext,
  info: GraphQLResolveInfo,
): Promise<ReadRecord | null> {
  if (actor.organisationId === null) return null;
  return readRecord(await asAccount(ctx, actor), info, thingOf(Organisation), actor.organisationId);
}

export async function countryOf(
  actor: Actor,
  ctx: IdentityContext,
  info: GraphQLResolveInfo,
): Promise<ReadRecord | null> {
  if (actor.country === null) return null;
  return readFirst(await asAccount(ctx, actor), info, thingOf(Country));
}
