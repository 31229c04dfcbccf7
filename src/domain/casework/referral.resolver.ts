/** The mutations of referrals: the sender's, then the receiver's. */
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Resolver } from 'type-graphql';
import { Action, perform, type Payload } from '../../execution/action';
import type { RequestContext } from '../../base/context';
import {
  acceptReferral,
  completeReferral,
  recordReferralNoShow,
  rejectReferral,
  returnReferral,
  startReferral,
} from './referral.receiver';
import { cancelReferral, makeReferral, revokeReferral, sendReferral } from './referral.sender';
import { Referral } from './referral.entity';
import {
  AcceptReferralInput,
  CancelReferralInput,
  CompleteReferralInput,
  MakeReferralInput,
  RecordReferralNoShowInput,
  RejectReferralInput,
  ReturnReferralInput,
  RevokeReferralInput,
  SendReferralInput,
  StartReferralInput,
} from './referral.inputs';

const input = { description: 'What it takes.' } as const;

@Resolver()
export class ReferralResolver {
  @Action(() => Referral, 'Refers the survivor of a case to a service, inside the programme or outside it.')
  makeReferral(
    @Arg('input', () => MakeReferralInput, input) given: MakeReferralInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return perform(ctx, info, Referral, given, makeReferral);
  }

  @Action(() => Referral, 'Sends a drafted referral.')
  sendReferral(
    @Arg('input', () => SendReferralInput, input) given: SendReferralInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return perform(ctx, info, Referral, given, sendReferral);
  }

  @Action(() => Referral, 'Takes a referral back that is not answered yet, or drops a draft.')
  cancelReferral(
    @Arg('input', () => CancelReferralInput, input) given: CancelReferralInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return perform(ctx, info, Referral, given, cancelReferral);
  }

  @Action(() => Referral, 'Ends a referral that was accepted; the receiver sees no more of the case.')
  revokeReferral(
    @Arg('input', () => RevokeReferralInput, input) given: RevokeReferralInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return perform(ctx, info, Referral, given, revokeReferral);
  }

  @Action(() => Referral, 'Accepts a referral to my organisation; opens what it shares.')
  acceptReferral(
    @Arg('input', () => AcceptReferralInput, input) given: AcceptReferralInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return perform(ctx, info, Referral, given, acceptReferral);
  }

  @Action(() => Referral, 'Declines a referral to my organisation.')
  rejectReferral(
    @Arg('input', () => RejectReferralInput, input) given: RejectReferralInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return perform(ctx, info, Referral, given, rejectReferral);
  }

  @Action(() => Referral, 'Records that the service has begun.')
  startReferral(
    @Arg('input', () => StartReferralInput, input) given: StartReferralInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return perform(ctx, info, Referral, given, startReferral);
  }

  @Action(() => Referral, 'Records what came of a referral, with the record of the service; closes what it shared.')
  completeReferral(
    @Arg('input', () => CompleteReferralInput, input) given: CompleteReferralInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return perform(ctx, info, Referral, given, completeReferral);
  }

  @Action(() => Referral, 'Gives an accepted referral back to its sender; closes what it shared.')
  returnReferral(
    @Arg('input', () => ReturnReferralInput, input) given: ReturnReferralInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return perform(ctx, info, Referral, given, returnReferral);
  }

  @Action(() => Referral, 'Records that the survivor did not come; closes what the referral shared.')
  recordReferralNoShow(
    @Arg('input', () => RecordReferralNoShowInput, input) given: RecordReferralNoShowInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return perform(ctx, info, Referral, given, recordReferralNoShow);
  }
}
