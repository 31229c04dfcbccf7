/** The mutations of cases that need somebody else: closure and its approval, transfer and its answer. */
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Resolver } from 'type-graphql';
import { Action, perform, type Payload } from '../../execution/action';
import type { RequestContext } from '../../base/context';
import {
  ApproveCaseClosureInput,
  RejectCaseClosureInput,
  ReopenCaseInput,
  RequestCaseClosureInput,
} from './case.closure.inputs';
import { approveCaseClosure, rejectCaseClosure, reopenCase, requestCaseClosure } from './case.closure';
import { CaseTransfer } from './case-transfer.entity';
import { AcceptCaseTransferInput, DeclineCaseTransferInput, TransferCaseInput } from './case-transfer.inputs';
import { acceptCaseTransfer, declineCaseTransfer, transferCase } from './case-transfer.work';
import { Case } from './case.entity';

const input = { description: 'What it takes.' } as const;

@Resolver()
export class CaseClosureResolver {
  @Action(() => Case, 'Asks for the closure of a case; somebody else approves it.')
  requestCaseClosure(
    @Arg('input', () => RequestCaseClosureInput, input) given: RequestCaseClosureInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return perform(ctx, info, Case, given, requestCaseClosure);
  }

  @Action(() => Case, 'Closes a case that somebody else asked to close.')
  approveCaseClosure(
    @Arg('input', () => ApproveCaseClosureInput, input) given: ApproveCaseClosureInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return perform(ctx, info, Case, given, approveCaseClosure);
  }

  @Action(() => Case, 'Sends a request for closure back; the case stays in follow-up.')
  rejectCaseClosure(
    @Arg('input', () => RejectCaseClosureInput, input) given: RejectCaseClosureInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return perform(ctx, info, Case, given, rejectCaseClosure);
  }

  @Action(() => Case, 'Takes a closed case up again.')
  reopenCase(
    @Arg('input', () => ReopenCaseInput, input) given: ReopenCaseInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return perform(ctx, info, Case, given, reopenCase);
  }

  @Action(() => Case, 'Asks another organisation of the country to take a case over.')
  transferCase(
    @Arg('input', () => TransferCaseInput, input) given: TransferCaseInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return perform(ctx, info, Case, given, transferCase);
  }

  @Action(() => CaseTransfer, 'Takes a case over from another organisation; the caller becomes its owner.')
  acceptCaseTransfer(
    @Arg('input', () => AcceptCaseTransferInput, input) given: AcceptCaseTransferInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return perform(ctx, info, CaseTransfer, given, acceptCaseTransfer);
  }

  @Action(() => CaseTransfer, 'Declines a case that another organisation wants to hand over.')
  declineCaseTransfer(
    @Arg('input', () => DeclineCaseTransferInput, input) given: DeclineCaseTransferInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return perform(ctx, info, CaseTransfer, given, declineCaseTransfer);
  }
}
